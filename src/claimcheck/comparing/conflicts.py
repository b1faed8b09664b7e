"""From matches that do not fit to conflicts between two sides."""

from collections import defaultdict
from collections.abc import Sequence

from claimcheck.comparing.certainty import confidence_of
from claimcheck.comparing.clusters import Clusters
from claimcheck.comparing.disputes import Dispute
from claimcheck.comparing.matches import Match, explained
from claimcheck.comparing.matching import Matches
from claimcheck.comparing.messages import message
from claimcheck.comparing.ordering import Places
from claimcheck.comparing.relations import Relation
from claimcheck.comparing.series import neighbours
from claimcheck.comparing.setting import Setting
from claimcheck.comparing.speakers import same_speaker
from claimcheck.comparing.verdicts import Ruling, decide
from claimcheck.model import Claim, Linking, RuleName
from claimcheck.model.deferred import Deferred
from claimcheck.model.findings import Finding
from claimcheck.model.steps import told

RECKONED = 0.9
"""The confidence of a sum that does not come out."""


def disputes_of(matches: Matches, linking: Linking, setting: Setting, places: Places) -> list[Dispute]:
    """Make one conflict of all matches between the same two clusters."""
    clusters = Clusters.of(matches, linking.groups, places)
    between: defaultdict[tuple[RuleName, int, int], list[Match]] = defaultdict(list)
    home = clusters.homes.get
    for item in matches.conflicts:
        link, rule, _ = item
        one, other = link.left_number, link.right_number
        one, other = home(one, one), home(other, other)
        between[(rule, one, other) if one < other else (rule, other, one)].append(item)
    found = [_dispute(items, clusters, linking, setting, places) for items in between.values()]
    return neighbours([item for item in found if item is not None], setting)


def _dispute(
    items: list[Match], clusters: Clusters, linking: Linking, setting: Setting, places: Places
) -> Dispute | None:
    link, rule, relation = items[0] if len(items) == 1 else max(items, key=_rank)
    left, right, first, second = link.left, link.right, link.left_number, link.right_number
    before, behind = places.rank(first), places.rank(second)
    if behind < before:
        left, right, first, second, before, behind = right, left, second, first, behind, before
    ruling = decide(left, right, relation, setting)
    if ruling[0] is None:
        return None
    mine, theirs = clusters.side(first), clusters.side(second)
    before, one, here = mine or (before, (left,), (left.document,))
    behind, other, there = theirs or (behind, (right,), (right.document,))
    if (right.document in here and _told_apart(one, right)) or (left.document in there and _told_apart(other, left)):
        return None
    if setting.draft is not None:
        ruling = _between_sources(ruling, one, right, relation, setting)
    verdict, accounts = ruling
    same = same_speaker(left, right)
    return Dispute(
        rule,
        verdict or "discrepancy",
        confidence_of(link.fit, relation, same=same),
        (one, other),
        (before, behind),
        message(left, right, setting, same=same),
        Deferred(explained, linking.explain, link, relation.accounts, accounts),
    )


def _rank(item: Match) -> tuple[object, ...]:
    """Rank matches as the face of a conflict: two figures of one speaker before all others, then by their fit."""
    link = item[0]
    left, right = link.left, link.right
    return same_speaker(left, right), link.fit, left.id, right.id


def _told_apart(side: Sequence[Claim], claim: Claim) -> bool:
    """Tell whether one sentence gives both figures, each to its own source: "the hospital said 9, while police said 5"."""
    document, sentence, speaker = claim.document, claim.sentence, claim.speaker
    for member in side:
        if member.document == document and member.sentence == sentence and member.speaker != speaker:
            return True
    return False


def _between_sources(
    ruling: Ruling, side: Sequence[Claim], right: Claim, relation: Relation, setting: Setting
) -> Ruling:
    """Judge a draft that has the figure of one source as that source is judged: the sources differ, the draft is not wrong."""
    backing = next((claim for claim in side if claim.document not in (setting.draft, right.document)), None)
    if side[0].document != setting.draft or right.document == setting.draft or backing is None:
        return ruling
    verdict, accounts = decide(backing, right, relation, setting)
    return verdict, (*accounts, told("sources-differ", source=setting.source(backing)))


def reckoned_dispute(item: Finding, setting: Setting, places: Places) -> Dispute:
    """Make a conflict of a result and its terms."""
    stated = item.stated.mention.quantity
    soft = stated is not None and (item.stated.mention.modifier is not None or stated.approximate)
    return Dispute(
        item.rule,
        "discrepancy" if soft else "contradiction",
        RECKONED,
        ((item.stated,), item.terms),
        (places.rank(places.number(item.stated)), places.rank(places.number(item.terms[0]))),
        f"{item.step.text} ({setting.source(item.stated)})",
        (item.step,),
    )
