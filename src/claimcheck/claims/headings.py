"""What the heading of a document dates: the period of a report, the day of an election."""

import calendar
import re
from collections.abc import Iterator
from datetime import date, datetime, time
from functools import cache

from attrs import field

from claimcheck.claims.sentences import Sentence
from claimcheck.model import ClaimTime, Period, Scope
from claimcheck.model.internal import internal

HEAD = 420
"""How many characters of a document may hold its heading."""

LINE = 90
"""How long a title may be."""

ENDING = frozenset({"end", "hold"})
"""Verbs that a heading may have: "the year ended 31 March", "the meeting held on 3 May"."""

REPORTED = frozenset(
    {"votes", "voters", "turnout", "seats", "attendance", "staff turnover", "revenue", "takings", "profit", "loss", "income", "spending",
     "dividend", "donation", "harvest", "yield", "exports", "imports", "output", "goals", "cases", "deaths", "recoveries", "tests", "prison sentence", "damage"}
)  # fmt: skip
"""Measures that a report gives for the period or day of its heading."""

SPANNING = (" to", " ended", " ending", " the")
"""How the words before the last day of a period end."""

WITHIN_A_DAY = frozenset({"hour", "minute", "second", "daypart"})
"""Grains of times that no report is drawn up for."""

SHORTEST = 27
"""Days of the shortest period for which a report tells what was done."""

MONTHS = {"quarter": 3, "half-year": 6, "year": 12}
"""Months of the periods that reports are drawn up for, by the basis that names them."""


@cache
def _span_to() -> re.Pattern[str]:
    """Compile "the year to", "half year ended", "nine months ending", just before the last day of a period."""
    return re.compile(
        r"(?:(?P<quarter>quarter)|(?P<half>half(?:[- ]year)?|six months)|(?P<nine>nine months)|(?P<year>(?:financial )?year|twelve months|12 months))"
        r"(?: (?:report|results|accounts|review|figures))? (?:to|ended|ending|up to)(?: the)?$"
    )


@cache
def _issued() -> re.Pattern[str]:
    """Compile what tells that a date in a heading is that of the document, not of what it reports."""
    return re.compile(
        r"(?:published|updated|posted|printed|issued|copyright|©|dated|embargo\w*|version|agreement|contract|deed|available"
        r"|valid|effective|on sale)[^\n]{0,30}$"
    )


@cache
def _report_year() -> re.Pattern[str]:
    """Compile the year of a title in lower case, in which the engine searches much faster than for either case."""
    return re.compile(
        r"\b(?:reports?|review|accounts|results|harvest|season|figures)\b(?: for the (?:full|financial|fiscal) year)?"
        r"[^\n\d]{0,12}\b((?:19|20)\d\d)\b(?![-–/]?\d)"
        r"|\b((?:19|20)\d\d)\b[^\n\d]{0,8}\b(?:annual|results|report|review|accounts|harvest|season|figures|at a glance)\b"
    )


def months_before(end: date, months: int) -> date:
    """Return the first day of the months that end before a day, which is the first of a month or any other.

    >>> months_before(date(2028, 7, 1), 3)
    datetime.date(2028, 4, 1)
    """
    index = end.year * 12 + end.month - 1 - months
    year, month = min(max(index // 12, 1), date.max.year), index % 12 + 1
    return date(year, month, min(end.day, calendar.monthrange(year, month)[1]))


def year_of(written: str) -> ClaimTime:
    """Return a calendar year as a time."""
    year = int(written)
    return ClaimTime(None, Period(date(year, 1, 1), date(year + 1, 1, 1)))


@internal
class Heading:
    """What the heading of a document dates: `periods` by the basis that names them, `whole` for any other figure."""

    whole: ClaimTime | None = None
    periods: dict[str, ClaimTime] = field(factory=dict[str, ClaimTime])

    @classmethod
    def titled(cls, text: str) -> "Heading":
        """Read the year of a report's title: "Annual report 2025"."""
        head = text[:HEAD]
        for line in head.splitlines()[:3] if "19" in head or "20" in head else ():
            if len(line) <= LINE and ("19" in line or "20" in line):
                found = _report_year().search(line.lower())
                if found is not None:
                    return cls(year_of(found[1] or found[2]))
        return cls()

    @property
    def covers(self) -> bool:
        """Whether it gives a period that a document reports on, longer than some weeks."""
        if self.whole is None:
            return False
        start, end = self.whole.period.start, self.whole.period.end
        return type(start) is date and type(end) is date and (end - start).days >= SHORTEST

    def time(self, scope: Scope, measure: str | None, *, labelled: bool) -> ClaimTime | None:
        """Return the time that the heading gives a figure which names none, `labelled` if it stands after a label."""
        if self.periods:
            for basis in MONTHS:
                if basis in scope.basis and basis in self.periods:
                    return self.periods[basis]
        reports = (scope.known and measure in REPORTED) or labelled
        return self.whole if reports and scope.amount not in ("age", "order", "date") else None


def heading_of(sentence: Sentence) -> Heading | None:
    """Read a line without a verb that gives the period or day of a report: "Results for the year to 31 March 2027"."""
    if _is_item(sentence):
        return None
    text = sentence.tokens.text
    periods: dict[str, ClaimTime] = {}
    first: ClaimTime | None = None
    for item in sentence.times:
        time, timex = item.time, item.mention.timex
        if time is None or timex is None or time.period.start is None or time.period.end is None:
            continue
        if item.compared is not None:  # the figure of another year in brackets
            continue
        before = text[max(0, item.mention.start - 60) : item.mention.start].lower()
        stripped = before.rstrip()
        if stripped.endswith(":") or timex.grain in WITHIN_A_DAY or (before and _issued().search(before)):
            continue
        if timex.grain != "day" or stripped.endswith(SPANNING):
            for basis, found in _periods(stripped, time, timex.grain == "day"):
                if basis:
                    periods.setdefault(basis, found)
                first = first or found
        first = first or time
    return None if first is None else Heading(first, periods)


def _is_item(sentence: Sentence) -> bool:
    """Tell whether a line gives a figure of its own after a label, for which alone its time is: "Staff at year-end: 630"."""
    tags = sentence.tags
    return any(tags[first] == "#" and tags[:first].rstrip("rpTd")[-1:] == ":" for _, first, _ in sentence.figures)


def _periods(before: str, given: ClaimTime, is_day: bool) -> Iterator[tuple[str, ClaimTime]]:
    """Yield the reporting periods that a heading's time is, or that it ends, with the names of their bases."""
    start, end = given.period.start, given.period.end
    if isinstance(start, datetime | time | None) or isinstance(end, datetime | time | None):
        return
    match = _span_to().search(before) if is_day else None
    if match is not None:
        months = {"quarter": 3, "half": 6, "nine": 9, "year": 12}[match.lastgroup or "year"]
        basis = next((name for name, count in MONTHS.items() if count == months), "")
        begin = months_before(end, months)
        yield basis, ClaimTime(given.mention, Period(begin, end))
        if basis == "half-year":  # what is reported half way is the first half of its year
            yield "year", ClaimTime(given.mention, Period(begin, months_before(end, -6)))
    elif not is_day:
        days = (end - start).days
        basis = next((name for name, count in MONTHS.items() if abs(days - count * 30.4) < 5), "")
        if basis:
            yield basis, given
