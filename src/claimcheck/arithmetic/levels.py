"""Changes against levels that stand elsewhere: in a table, in another sentence, in the sources of a draft."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from claimcheck.arithmetic.changes import against_levels
from claimcheck.arithmetic.rows import Row, same_unit
from claimcheck.model import Analysis, Claim
from claimcheck.model.findings import Finding
from claimcheck.model.internal import internal


@internal
class Move:
    """A level before and a level after of one measure."""

    old: Claim
    new: Claim


def moved(analysis: Analysis, rows: Sequence[Row]) -> Iterator[Finding]:
    """Compare the changes that a document states with the levels that it gives elsewhere."""
    yield from _compare([analysis], [analysis])


def moved_in_sources(analyses: Sequence[Analysis], draft: Analysis) -> Iterator[Finding]:
    """Compare the changes that a draft states with the levels of its sources, and its levels with their changes."""
    sources = [analysis for analysis in analyses if analysis is not draft]
    yield from _compare([draft], sources)


def _compare(stating: Sequence[Analysis], giving: Sequence[Analysis]) -> Iterator[Finding]:
    moves: defaultdict[str, list[Move]] = defaultdict(list)
    for analysis in giving:
        for move in _moves(analysis):
            moves[_thing(move.new)].append(move)
    for analysis in stating if moves else ():
        for claim in analysis.claims:
            found = moves.get(_thing(claim), ()) if _is_change(claim) else ()
            for move in found:
                finding = _judge(claim, move) if _is_same(claim, move) else None
                if finding is not None:
                    yield finding


def _thing(claim: Claim) -> str:
    """Name what a figure measures: by its subject's words, in which a table's row is as full as a sentence."""
    said = f"{claim.measure or ''} {claim.subject.text if claim.subject else ''}"
    return " ".join(dict.fromkeys(word for word in said.lower().split() if word not in ARTICLES))


ARTICLES = frozenset({"the", "its", "their", "our", "a", "'s"})


def _moves(analysis: Analysis) -> Iterator[Move]:
    """Return the neighbours that give one thing before and after: "from 2.5 to 3 per cent", cells under two years."""
    for left, right in pairwise(analysis.claims):
        one, other = left.mention.quantity, right.mention.quantity
        if one is None or other is None or not (one.amount.is_point and other.amount.is_point):
            continue
        if "from" in (one.role, other.role) and left.sentence == right.sentence:
            if one.role == "from" and other.role == "to" and _thing(left):
                yield Move(left, right)
            elif (
                other.role == "from"
                and one.role in (None, "to")
                and _thing(left) == _thing(right)
                and same_unit(one, other)
            ):
                yield Move(right, left)  # "$90m, down from $100m"
        elif left.time and right.time and _are_cells(analysis, left, right) and (_thing(left) or None) == _thing(right):
            old, new = sorted((left, right), key=lambda claim: claim.time.period.bounds() if claim.time else ())
            if left.time.period != right.time.period:
                yield Move(old, new)


def _are_cells(analysis: Analysis, left: Claim, right: Claim) -> bool:
    return _bar().fullmatch(analysis.document.text, left.mention.end, right.mention.start) is not None


def _is_change(claim: Claim) -> bool:
    quantity = claim.mention.quantity
    return quantity is not None and quantity.role == "by" and quantity.amount.is_point and claim.modality == "asserted"


def _is_same(claim: Claim, move: Move) -> bool:
    """Tell whether a change and a move may be of the same bearer and period, and stand apart."""
    if claim.sentence == move.new.sentence and claim.document == move.new.document:
        return False
    names = [{*item.scope.names, item.scope.holder or ""} - {""} for item in (claim, move.new)]
    if not names[0].isdisjoint(names[1]) or not all(names):
        return claim.time is None or move.new.time is None or claim.time.period.meets(move.new.time.period)
    return False


def _judge(claim: Claim, move: Move) -> Finding | None:
    quantity = claim.mention.quantity
    if quantity is None or quantity.direction is None:
        return None
    down = quantity.direction == "down"
    if quantity.unit == "percent" and claim.document != move.new.document:
        # A draft that makes 0.5 % of 0.5 percentage points has miscopied its source.
        return against_levels(claim, move.old, move.new, down=down, code="growth")
    return against_levels(claim, move.old, move.new, down=down)


@cache
def _bar() -> re.Pattern[str]:
    return re.compile(r"[^|\n]{0,12}\|[^|\n]{0,12}")
