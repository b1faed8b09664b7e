"""Which claims of a draft its sources do not have."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claimcheck.comparing.amounts import compare_amounts
from claimcheck.comparing.disputes import Dispute
from claimcheck.comparing.figures import amount_of, duration_of
from claimcheck.comparing.lengths import compare_durations
from claimcheck.comparing.matching import Matches
from claimcheck.comparing.moments import compare_moments
from claimcheck.comparing.operands import Operand
from claimcheck.comparing.relations import Relation
from claimcheck.comparing.tools import Tools
from claimcheck.comparing.totals import summed
from claimcheck.model import Analysis, Claim, Mention
from claimcheck.model.findings import Finding
from claimcheck.model.lengths import length_of


def unsupported(
    analyses: Sequence[Analysis],
    draft: str,
    disputes: Iterable[Dispute],
    matches: Matches,
    sums: Iterable[Finding],
    tools: Tools,
) -> tuple[Claim, ...]:
    """Return the draft's claims that neither agree nor conflict with a source, and whose value none has or makes."""
    own = next(analysis for analysis in analyses if analysis.document.id == draft)
    met = {claim.id for item in disputes for side in item.sides for claim in side}
    met |= {claim.id for link, _, _ in matches.agreements for claim in (link.left, link.right)}
    met |= {item.stated.id for item in sums if item.holds and any(term.document != draft for term in item.terms)}
    shelves, counts = defaultdict[str, list[Mention]](list), defaultdict[str | None, list[Operand]](list)
    for analysis in analyses:
        if analysis.document.id != draft:
            for mention in analysis.mentions:
                shelves[_shelf(mention)].append(mention)
            for claim in analysis.claims:
                counts[claim.scope.head].append(Operand(claim))
    return tuple(
        claim
        for claim in own.claims
        if claim.id not in met
        and not any(_agrees(claim.mention, other, tools) for other in shelves[_shelf(claim.mention)])
        and not _is_sum(claim, counts, tools)
    )


def _is_sum(claim: Claim, counts: Mapping[str | None, Sequence[Operand]], tools: Tools) -> bool:
    """Tell whether a source counts in parts, by the same noun, what a claim counts."""
    whole = Operand(claim)
    return claim.scope.head is not None and any(summed(whole, part, tools) for part in counts.get(claim.scope.head, ()))


def _shelf(mention: Mention) -> str:
    """Name where to look for a value: amounts by kind, times together."""
    if length_of(mention) is not None:
        return "length"
    quantity = mention.quantity
    return "time" if quantity is None else quantity.dimension or quantity.kind


def _agrees(one: Mention, other: Mention, tools: Tools) -> bool:
    if length_of(one) is not None and length_of(other) is not None:
        relation: Relation = compare_durations(duration_of(one), duration_of(other), tools.settings)
    elif one.timex is not None:
        relation = compare_moments(one, other)
        if relation.outcome == "unclear":
            return one.text.lower() == other.text.lower()
    else:
        relation = compare_amounts(amount_of(one), amount_of(other), tools.settings, tools.convert)
    return relation.outcome == "agree"
