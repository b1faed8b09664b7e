"""From matches that do not fit to conflicts between two sides."""

from collections import defaultdict
from collections.abc import Sequence
from functools import partial

from claimcheck.comparing.certainty import confidence_of, severity
from claimcheck.comparing.clusters import Clusters
from claimcheck.comparing.matching import Match, Matches
from claimcheck.comparing.messages import message
from claimcheck.comparing.ordering import Places
from claimcheck.comparing.relations import Relation
from claimcheck.comparing.series import neighbours
from claimcheck.comparing.setting import Setting
from claimcheck.comparing.speakers import same_speaker
from claimcheck.comparing.verdicts import Ruling, decide
from claimcheck.model import Claim, Conflict, Linking, Verdict
from claimcheck.model.findings import Finding
from claimcheck.model.steps import Steps, reason

RECKONED = 0.9
"""The confidence of a sum that does not come out."""


def conflicts_of(matches: Matches, linking: Linking, setting: Setting, places: Places) -> list[Conflict]:
    """Make one conflict of all matches between the same two clusters."""
    clusters = Clusters.of(matches.agreements, matches.conflicts, linking.groups)
    between: defaultdict[tuple[str, ...], list[Match]] = defaultdict(list)
    for item in matches.conflicts:
        ends = sorted((clusters.roots[item.left.id], clusters.roots[item.right.id]))
        between[item.rule, *ends].append(item)
    conflicts = [_conflict(items, clusters, linking, setting, places) for items in between.values()]
    return neighbours([conflict for conflict in conflicts if conflict is not None], setting)


def _conflict(
    items: list[Match], clusters: Clusters, linking: Linking, setting: Setting, places: Places
) -> Conflict | None:
    best = items[0] if len(items) == 1 else max(items, key=_rank)
    left, right = best.left, best.right
    if places.rank(right) < places.rank(left):
        left, right = right, left
    ruling = decide(left, right, best.relation, setting)
    if ruling.verdict is None:
        return None
    confidence = confidence_of(best)
    one, other = places.ordered(clusters.side(left)), places.ordered(clusters.side(right))
    if _told_apart(one, right) or _told_apart(other, left):
        return None
    if setting.draft is not None:
        ruling = _between_sources(ruling, one, right, best.relation, setting)
    verdict = ruling.verdict or "discrepancy"
    return Conflict(
        id="k0",
        rule=best.rule,
        verdict=verdict,
        severity=severity(verdict, confidence),
        confidence=confidence,
        sides=(one, other),
        message=message(left, right, setting),
        steps=Steps(partial(linking.explain, best.link), *best.relation.accounts, lambda: ruling.reasons),
    )


def _rank(item: Match) -> tuple[object, ...]:
    """Rank matches as the face of a conflict: two figures of one speaker before all others, then by their fit."""
    return same_speaker(item.left, item.right), item.link.fit, item.left.id, item.right.id


def _told_apart(side: Sequence[Claim], claim: Claim) -> bool:
    """Tell whether one sentence gives both figures, each to its own source: "the hospital said 9, while police said 5"."""
    document, sentence, speaker = claim.document, claim.sentence, claim.speaker
    return any(
        member.document == document and member.sentence == sentence and member.speaker != speaker for member in side
    )


def _between_sources(
    ruling: Ruling, side: Sequence[Claim], right: Claim, relation: Relation, setting: Setting
) -> Ruling:
    """Judge a draft that has the figure of one source as that source is judged: the sources differ, the draft is not wrong."""
    backing = next((claim for claim in side if claim.document not in (setting.draft, right.document)), None)
    if side[0].document != setting.draft or right.document == setting.draft or backing is None:
        return ruling
    between = decide(backing, right, relation, setting)
    source = setting.document(backing.document)
    return Ruling(between.verdict, (*between.reasons, reason("sources-differ", source=source.publisher or source.id)))


def reckoned_conflict(item: Finding, setting: Setting) -> Conflict:
    """Make a conflict of a result and its terms."""
    stated = item.stated.mention.quantity
    soft = stated is not None and (item.stated.mention.modifier is not None or stated.approximate)
    verdict: Verdict = "discrepancy" if soft else "contradiction"
    source = setting.document(item.stated.document)
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
