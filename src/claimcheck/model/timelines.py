"""Figures that were compared with each other, in the order of the days for which they hold."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Literal

from attrs import frozen

from claimcheck.model.claims import Claim
from claimcheck.model.quantities import Interval
from claimcheck.model.reports import Report

Dating = Literal["holds", "published"]


@frozen
class TimelinePoint:
    """A figure on a day, None if that is not known; `dating` tells what the day is."""

    day: date | None
    dating: Dating | None
    amount: Interval
    claim: Claim


@frozen
class Timeline:
    """Figures of one thing in one unit, earliest first, those without a day last.

    They are one thing because the comparison linked them, by a conflict or an agreement. `unit` is None for counts.
    Either all days are those for which the figures hold (the first of a period) or all are those of publication.
    """

    measure: str | None
    subject: str | None
    unit: str | None
    points: tuple[TimelinePoint, ...]


def timelines(report: Report, measure: str | None = None) -> tuple[Timeline, ...]:
    """Return the timelines of a report, or those of one measure, in the order in which their first claims stand."""
    published = {document.id: document.published_date or document.saved for document in report.documents}
    found = (_timeline(group, published) for group in _groups(report))
    return tuple(line for line in found if measure is None or measure == line.measure)


def _timeline(claims: Sequence[Claim], published: Mapping[str, date | None]) -> Timeline:
    dating, days = _days(claims, published)
    points = [
        TimelinePoint(day, dating if day else None, _amount(claim) or Interval(None, None), claim)
        for claim, day in zip(claims, days, strict=True)
    ]
    points.sort(key=lambda point: (point.day is None, point.day or date.min))
    subjects = (claim.subject.text for claim in claims if claim.subject)
    return Timeline(
        measure=_commonest(claim.measure for claim in claims if claim.measure),
        subject=_commonest(" ".join(subject.split()) for subject in subjects),
        unit=_unit(claims[0]),
        points=tuple(points),
    )


def _days(claims: Sequence[Claim], published: Mapping[str, date | None]) -> tuple[Dating, list[date | None]]:
    """Return the days that figures hold for where these set them apart, else the days on which they were published.

    The toll of one fire holds for the day of the fire in every report: what sets the reports apart is when they came.
    """
    holds = [_day(claim.time.period.start if claim.time else None) for claim in claims]
    came = [published.get(claim.document) for claim in claims]
    if (None not in holds and len(set(holds)) > 1) or not any(came):
        return "holds", holds
    return "published", came


def _day(moment: object) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment if isinstance(moment, date) else None


def _groups(report: Report) -> Iterator[list[Claim]]:
    """Gather the claims of figures that are linked, each group of one unit, by union and find."""
    parents: dict[str, str] = {}

    def root(name: str) -> str:
        while parents.setdefault(name, name) != name:
            parents[name] = name = parents[parents[name]]
        return name

    for linked in _linked(report):
        for claim in linked[1:]:
            parents[root(claim.id)] = root(linked[0].id)
    groups: dict[tuple[str, str | None], list[Claim]] = defaultdict(list)
    for claim in report.claims:
        if claim.id in parents:
            groups[root(claim.id), _unit(claim)].append(claim)
    yield from (group for group in groups.values() if len(group) > 1)


def _linked(report: Report) -> Iterator[Sequence[Claim]]:
    sides = ((*conflict.sides[0], *conflict.sides[1]) for conflict in report.conflicts if conflict.rule != "arithmetic")
    agreeing = (agreement.claims for agreement in report.agreements if agreement.rule != "arithmetic")
    for claims in (*sides, *agreeing):
        figures = [claim for claim in claims if _amount(claim) is not None]
        if len(figures) > 1:
            yield figures


def _amount(claim: Claim) -> Interval | None:
    quantity, timex = claim.mention.quantity, claim.mention.timex
    return quantity.amount if quantity else timex.length.amount if timex and timex.length else None


def _unit(claim: Claim) -> str | None:
    quantity, timex = claim.mention.quantity, claim.mention.timex
    return quantity.unit if quantity else timex.length.unit if timex and timex.length else None


def _commonest(words: Iterable[str]) -> str | None:
    counted = Counter(words)
    return counted.most_common(1)[0][0] if counted else None
