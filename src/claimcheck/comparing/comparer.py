"""Comparing claims: what is linked is compared, what conflicts is judged, and the whole is put in order."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from attrs import evolve, frozen

from claimcheck.comparing.amounts import Converter
from claimcheck.comparing.clusters import Clusters
from claimcheck.comparing.matching import Match, Matches, match
from claimcheck.comparing.messages import message
from claimcheck.comparing.nature import Natures
from claimcheck.comparing.relations import Relation
from claimcheck.comparing.rules import DEFAULT_RULES, Rule, Tools
from claimcheck.comparing.subgroups import Subgroups
from claimcheck.comparing.support import unsupported
from claimcheck.comparing.verdicts import Ruling, Setting, decide, moment, same_speaker, severity
from claimcheck.lexicons import Lexicon
from claimcheck.model import (
    Agreement,
    Analysis,
    Claim,
    Conflict,
    Diagnostic,
    Linking,
    Mention,
    Period,
    RuleName,
    Settings,
    Verdict,
)
from claimcheck.model.findings import Finding
from claimcheck.model.lengths import length_of
from claimcheck.model.steps import step

RECKONED = 0.9
"""The confidence of a sum that does not come out."""
VERDICTS = ("contradiction", "discrepancy", "update")


@frozen
class Comparison:
    """What comparing found."""

    conflicts: tuple[Conflict, ...]
    agreements: tuple[Agreement, ...]
    unsupported: tuple[Claim, ...]
    diagnostics: tuple[Diagnostic, ...]
    pairs_compared: int
    not_comparable: int


@frozen
class Comparer:
    """Finds the conflicts and agreements between linked claims."""

    natures: Natures
    tools: Tools
    rules: tuple[Rule, ...] = DEFAULT_RULES

    @classmethod
    def build(cls, lexicon: Lexicon, settings: Settings, convert: Converter) -> "Comparer":
        """Read the lexicon's classes of figures."""
        return cls(Natures.of(lexicon), Tools(settings, convert, subgroups=Subgroups.of(lexicon)))

    def compare(
        self, analyses: Sequence[Analysis], linking: Linking, sums: Sequence[Finding], draft: str | None
    ) -> Comparison:
        """Compare linked claims and add the `sums` that do not come out; with a draft, the draft's conflicts with its sources come first."""
        setting = Setting(
            days={analysis.document.id: analysis.dated for analysis in analyses},
            documents={analysis.document.id: analysis.document for analysis in analyses},
            natures=self.natures,
            draft=draft,
            times=_sentence_times(analyses),
            spoken_at=_spoken_at(analyses),
            before=_levels_before(analyses),
        )
        texts = {name: document.text for name, document in setting.documents.items()}
        matches = match(linking, evolve(self.tools, draft=draft, texts=texts, days=setting.days), self.rules)
        places = _places(analyses)
        conflicts = _conflicts(matches, linking, setting, places) + [
            _reckoned(item, setting) for item in sums if not item.holds
        ]
        return Comparison(
            conflicts=tuple(_numbered(conflicts, setting, places)),
            agreements=tuple(_agreements(matches, linking, sums, places)),
            unsupported=unsupported(analyses, draft, conflicts, matches, sums, self.tools) if draft else (),
            diagnostics=(*linking.diagnostics, *_ambiguous(matches)),
            pairs_compared=len(linking.links) - matches.unclear,
            not_comparable=linking.apart + matches.unclear,
        )


def _sentence_times(analyses: Sequence[Analysis]) -> dict[tuple[str, int], Period | None]:
    """Return the time of each sentence whose claims name one and the same; None where they name several."""
    times: dict[tuple[str, int], Period | None] = {}
    for analysis in analyses:
        for claim in analysis.claims:
            if claim.time is not None and not _is_level_before(claim):
                key = (claim.document, claim.sentence.start)
                same = times.get(key, claim.time.period) == claim.time.period
                times[key] = claim.time.period if same else None
    return times


def _is_level_before(claim: Claim) -> bool:
    """Tell whether it is the level from which a figure rose or fell, whose time is not that of the sentence."""
    return claim.mention.quantity is not None and claim.mention.quantity.role == "from"


def _spoken_at(analyses: Sequence[Analysis]) -> dict[str, Mention]:
    """Return the times at which the attributions of documents were said, by the id of the mention."""
    wanted = {item.when for analysis in analyses for item in analysis.attributions if item.when is not None}
    return {item.id: item for analysis in analyses for item in analysis.mentions if item.id in wanted}


def _levels_before(analyses: Sequence[Analysis]) -> dict[tuple[str, int], tuple[Claim, ...]]:
    """Return the levels from which figures rose or fell, by sentence."""
    levels: defaultdict[tuple[str, int], list[Claim]] = defaultdict(list)
    for analysis in analyses:
        for claim in analysis.claims:
            if _is_level_before(claim):
                levels[claim.document, claim.sentence.start].append(claim)
    return {key: tuple(claims) for key, claims in levels.items()}


Places = dict[str, int]
"""The number of each claim in the order of the documents, then of the offsets."""


def _places(analyses: Sequence[Analysis]) -> Places:
    ids = (claim.id for analysis in analyses for claim in analysis.claims)
    return {name: number for number, name in enumerate(ids)}


def _conflicts(matches: Matches, linking: Linking, setting: Setting, places: Places) -> list[Conflict]:
    """Make one conflict of all matches between the same two clusters."""
    clusters = Clusters.of(matches.agreements, matches.conflicts, linking.groups)
    between: defaultdict[tuple[str, ...], list[Match]] = defaultdict(list)
    for item in matches.conflicts:
        ends = sorted((clusters.roots[item.left.id], clusters.roots[item.right.id]))
        between[item.rule, *ends].append(item)
    conflicts = [_conflict(items, clusters, linking, setting, places) for items in between.values()]
    return _neighbours([conflict for conflict in conflicts if conflict is not None], setting)


def _conflict(
    items: list[Match], clusters: Clusters, linking: Linking, setting: Setting, places: Places
) -> Conflict | None:
    best = max(items, key=lambda item: (_telling(item), item.link.fit, item.left.id, item.right.id))
    left, right = best.left, best.right
    if _rank(right, setting, places) < _rank(left, setting, places):
        left, right = right, left
    ruling = decide(left, right, best.relation, setting)
    if ruling.verdict is None:
        return None
    confidence = _confidence(best)
    sides = tuple(
        tuple(sorted(clusters.side(claim), key=lambda member: _rank(member, setting, places)))
        for claim in (left, right)
    )
    if _told_apart(sides[0], right) or _told_apart(sides[1], left):
        return None
    ruling = _between_sources(ruling, sides[0], right, best.relation, setting)
    verdict = ruling.verdict or "discrepancy"
    return Conflict(
        id="k0",
        rule=best.rule,
        verdict=verdict,
        severity=severity(verdict, confidence),
        confidence=confidence,
        sides=(sides[0], sides[1]),
        message=message(left, right, setting),
        steps=(*linking.explain(best.link), *best.relation.steps, *ruling.steps),
    )


def _told_apart(side: Sequence[Claim], claim: Claim) -> bool:
    """Tell whether one sentence gives both figures, each to its own source: "the hospital said 9, while police said 5"."""
    return any(
        member.document == claim.document and member.sentence == claim.sentence and member.speaker != claim.speaker
        for member in side
    )


def _between_sources(
    ruling: Ruling, side: Sequence[Claim], right: Claim, relation: Relation, setting: Setting
) -> Ruling:
    """Judge a draft that has the figure of one source as that source is judged: the sources differ, the draft is not wrong."""
    backing = next((claim for claim in side if claim.document not in (setting.draft, right.document)), None)
    if side[0].document != setting.draft or right.document == setting.draft or backing is None:
        return ruling
    between = decide(backing, right, relation, setting)
    source = setting.documents[backing.document]
    return Ruling(between.verdict, (*between.steps, step("sources-differ", source=source.publisher or source.id)))


def _reckoned(item: Finding, setting: Setting) -> Conflict:
    """Make a conflict of a result and its terms."""
    stated = item.stated.mention.quantity
    soft = stated is not None and (item.stated.mention.modifier is not None or stated.approximate)
    verdict: Verdict = "discrepancy" if soft else "contradiction"
    source = setting.documents[item.stated.document]
    return Conflict(
        id="k0",
        rule=item.rule,
        verdict=verdict,
        severity=severity(verdict, RECKONED),
        confidence=RECKONED,
        sides=((item.stated,), item.terms),
        message=f"{item.step.text} ({source.publisher or source.id})",
        steps=(item.step,),
    )


def _telling(item: Match) -> bool:
    """Prefer two figures of one speaker as the face of a conflict."""
    return same_speaker(item.left, item.right)


def _rank(claim: Claim, setting: Setting, places: Places) -> tuple[bool, int]:
    return claim.document != setting.draft, places[claim.id]


def _confidence(item: Match) -> float:
    """Return how likely a conflict is one: by how well the subjects fit, less where a value is vague.

    One named source of both halves the doubt that the figures are about one thing.
    """
    sure = Decimal(str(item.link.fit))
    if same_speaker(item.left, item.right):
        sure += (1 - sure) / 2
    if item.relation.soft or item.relation.outcome == "stretched":
        sure *= Decimal("0.85")
    if any(reason.code == "bounds-apart" for reason in item.relation.steps):
        sure *= Decimal("0.5")
    return float((LEAST_SURE + (MOST_SURE - LEAST_SURE) * min(sure, Decimal(1))).quantize(Decimal("0.01")))


LEAST_SURE, MOST_SURE = Decimal("0.5"), Decimal("0.97")
"""The shares of right conflicts at the worst and the best fit: see the table of confidence in `docs/measured.md`."""


def _neighbours(conflicts: list[Conflict], setting: Setting) -> list[Conflict]:
    """Drop updates that another value in time lies between: a series is reported step by step."""
    updates = [item for item in conflicts if item.verdict == "update"]
    linked: defaultdict[frozenset[str], set[frozenset[str]]] = defaultdict(set)
    for item in updates:
        one, other = (_names(side) for side in item.sides)
        linked[one].add(other)
        linked[other].add(one)
    when = {_names(side): _when(side, setting) for item in updates for side in item.sides}
    kept: list[Conflict] = []
    for item in conflicts:
        one, other = (_names(side) for side in item.sides)
        if item.verdict == "update":
            low, high = sorted((when[one], when[other]))
            if any(low < when[third] < high for third in linked[one] & linked[other]):
                continue
        kept.append(item)
    return kept


def _names(side: Iterable[Claim]) -> frozenset[str]:
    return frozenset(claim.id for claim in side)


def _when(side: Sequence[Claim], setting: Setting) -> str:
    periods = [period for claim in side if (period := moment(claim, setting)) is not None]
    return min((period.bounds()[0].isoformat() for period in periods), default="")


def _numbered(conflicts: list[Conflict], setting: Setting, places: Places) -> Iterable[Conflict]:
    def rank(conflict: Conflict) -> tuple[object, ...]:
        documents = [side[0].document for side in conflict.sides]
        across = documents[0] != documents[1]
        section = (0 if setting.draft in documents and across else 1) if setting.draft else 0
        where = [_rank(side[0], setting, places) for side in conflict.sides]
        return section, VERDICTS.index(conflict.verdict), -conflict.confidence, where, conflict.rule

    for number, conflict in enumerate(sorted(conflicts, key=rank), 1):
        yield evolve(conflict, id=f"k{number}")


def _agreements(matches: Matches, linking: Linking, sums: Iterable[Finding], places: Places) -> Iterable[Agreement]:
    """List the pairs whose values fit, the claims that say the very same thing in different documents, and right sums."""
    found = [
        Agreement(item.rule, (item.left, item.right), (*linking.explain(item.link), *item.relation.steps))
        for item in matches.agreements
    ]
    found += (Agreement(item.rule, (item.stated, *item.terms), (item.step,)) for item in sums if item.holds)
    for group in linking.groups.values():
        if len(group) > 1 and len({claim.document for claim in group}) > 1:
            names = {"left": group[0].mention.text, "right": group[-1].mention.text}
            found.append(Agreement(_rule_of(group[0]), group, (step("equal", **names),)))
    return sorted(found, key=lambda item: [places[claim.id] for claim in item.claims])


def _rule_of(claim: Claim) -> RuleName:
    """Name the rule under which a value is compared with its like."""
    if length_of(claim.mention) is not None:
        return "duration"
    quantity = claim.mention.quantity
    return "date" if quantity is None else "order" if quantity.kind == "ordinal" else "value"


def _ambiguous(matches: Matches) -> Iterable[Diagnostic]:
    for claim in sorted(matches.ambiguous, key=lambda claim: (claim.document, claim.mention.start)):
        text = f"{claim.mention.text!r} has counterparts that fit equally well and differ; it was not compared"
        yield Diagnostic(claim.document, claim.mention.start, claim.mention.end, "ambiguous-counterpart", text)
