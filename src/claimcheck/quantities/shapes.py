"""Amounts of a shape of their own: ratios, scores, places in a chart."""

from collections.abc import Sequence
from decimal import Context, Decimal

from claimcheck.lexicons.contexts import NumberContexts
from claimcheck.model import Candidate, Interval, Numeral, Quantity, QuantityKind, Tokens
from claimcheck.model.internal import evolve, internal
from claimcheck.quantities.amounts import Amount

SHAPE_RANK, AGE_RANK, LIFETIME_RANK = 30, 70, 90
"""What "her early 30s" are is clearer than a decade of a century."""


FULL_MARKS = frozenset({"5", "10", "20", "100"})

RATING_WINDOW = 10
"""How many tokens on each side may tell that something is judged."""

POINTS = frozenset({"stars", "points", "marks"})

RANK_WORDS = frozenset({"number", "no"})

RANKED = RANK_WORDS | {"."}
"""Words and marks one of which stands before every place in a chart."""

NEAR_RECORD = 8
"""How many tokens on each side may tell that games are counted."""

RECORD = "n-n-n"
"""The kinds of the tokens of games won, lost and drawn."""

LOWEST_RANK = 200
"""Charts end here."""


@internal
class Shaped:
    """An amount with the kind that its shape makes, over the offsets of the amount; `unit` is a UCUM code or None."""

    amount: Amount
    kind: QuantityKind
    unit: str | None
    dimension: str
    series: str | None = None


def ratio(tokens: Tokens, contexts: NumberContexts, left: Amount, right: Amount) -> Shaped | None:
    """Read "1 in 5", "four out of ten", "one voter in five", "3:2"."""
    if left.kind != "number" or right.kind != "number" or not (left.interval.is_point and right.interval.is_point):
        return None
    gap = tokens.norms[left.last : right.first]
    gap = gap[1:] if len(gap) > 2 and gap[0] in POINTS else gap  # "9.5 stars out of 10"
    named = len(gap) > 1 and gap[1] in ("in", "out") and tokens.kinds[left.last] == "a" and left.numeral.form == "words"
    if named and _stands_alone(tokens, contexts, right):
        gap = gap[1:]  # "one voter in five"
    upper, lower = left.value, right.value
    if (
        gap == (":",)
        and tokens.glued(left.last)
        and tokens.glued(right.first)
        and right.end - right.start == 1
        and lower
    ):
        return Shaped(_over(left, right), "ratio", None, "ratio")
    if gap == ("/",) and left.step < 1 and lower in (5, 10, 20, 100) and 0 < upper <= lower:  # a rating: "7.9/10"
        return Shaped(_over(left, right), "ratio", None, "ratio")
    if gap not in (("in",), ("out", "of"), ("in", "every"), ("out", "of", "every")) or not 0 < upper < lower:
        return None
    if gap == ("in",) and (upper > 10 or 1000 < lower < 2200 or right.numeral.scaled and upper > 1):
        return None
    return Shaped(_over(left, right), "ratio", None, "ratio")


def _stands_alone(tokens: Tokens, contexts: NumberContexts, amount: Amount) -> bool:
    """Tell whether an amount counts nothing that follows it: not the games of "one goal in five games"."""
    last = amount.last
    return last >= tokens.size or tokens.kinds[last] in ".,;:)" or tokens.norms[last] in contexts.no_noun


def rank(tokens: Tokens, contexts: NumberContexts, amount: Amount) -> Shaped | None:
    """Read a place in a chart or list: "peaked at number two", "the No. 1 song", not "they live at number 2"."""
    first, last, norms = amount.first, amount.last, tokens.norms
    if norms[first - 1] not in RANKED:
        return None
    word = first - 1 - (first > 1 and norms[first - 1] == "." and tokens.glued(first - 1))
    if word < 1 or norms[word] not in RANK_WORDS or amount.unit is not None or amount.numeral.step < 1:
        return None
    if not 0 < amount.value <= LOWEST_RANK or norms[word - 1] not in contexts.ranking:
        return None
    if last < len(norms) and tokens.kinds[last] not in "a.,;:)qk":
        return None
    return Shaped(amount, "ordinal", None, "order")


def rating(tokens: Tokens, contexts: NumberContexts, amount: Amount) -> Shaped | None:
    """Read "7/10" as a mark among words of judging; elsewhere it is a fraction."""
    last = amount.last
    if amount.numeral.form != "fraction" or amount.unit is not None or tokens.norms[last - 2 : last - 1] != ("/",):
        return None
    if tokens.norms[last - 1] not in FULL_MARKS or not 0 <= amount.value <= 1:
        return None
    near = tokens.norms[max(0, amount.first - RATING_WINDOW) : last + RATING_WINDOW]
    return None if contexts.rating.isdisjoint(near) else Shaped(amount, "ratio", None, "ratio")


def score(tokens: Tokens, contexts: NumberContexts, left: Amount, right: Amount) -> Shaped | None:
    """Read "3-2": the larger first, or after a word of contest."""
    if left.kind != "number" or right.kind != "number" or left.unit or right.unit:
        return None
    gap = tokens.norms[left.last : right.first]
    if gap in (("to",), ("-", "to", "-")):
        return _tally(tokens, contexts, left, right)
    if (
        len(gap) != 1
        or tokens.kinds[left.last] not in "-–"
        or left.value > 300
        or right.value > 300
        or right.numeral.step < 1
    ):
        return None
    if not (tokens.glued(left.last) and tokens.glued(right.first)) or left.numeral.form != "digits":
        return None
    if right.value == left.value + 1 and left.value >= 10:  # a season: "2014-15"
        return None
    cued = _is_contest(tokens, contexts, left)
    if not cued and left.value <= right.value:
        return None
    return _score(tokens, left, right)


def _tally(tokens: Tokens, contexts: NumberContexts, left: Amount, right: Amount) -> Shaped | None:
    """Read "5-to-4", "52 to 48": the larger first, among words of contest or before a ruling."""
    if left.value <= right.value or left.step < 1 or right.step < 1:
        return None
    ruled = tokens.norms[right.last : right.last + 1] in (
        ("vote",),
        ("ruling",),
        ("decision",),
        ("win",),
        ("victory",),
        ("majority",),
    )
    return _score(tokens, left, right) if ruled or _is_contest(tokens, contexts, left) else None


def record(tokens: Tokens, contexts: NumberContexts, amount: Amount, following: Sequence[Numeral]) -> Shaped | None:
    """Read "7-4-1", the games won, lost and drawn, among words of sport; "4-4-2" is also where players stand.

    The caller knows that tokens of the kinds `RECORD` begin with the amount.
    """
    first, last = amount.first, amount.first + len(RECORD)
    if amount.unit is not None or len(following) < 2:
        return None
    if any(not tokens.glued(index) or len(tokens.norms[index]) > 2 for index in range(first + 1, last)):
        return None
    loose = (first == 0 or not tokens.glued(first) or tokens.kinds[first - 1] == "(") and tokens.kinds[
        last : last + 1
    ] != "-"
    begin, end = tokens.sentence_of(first)
    if not loose or contexts.records.isdisjoint(
        tokens.norms[max(begin, first - NEAR_RECORD) : min(end, last + NEAR_RECORD)]
    ):
        return None
    joined = evolve(amount, last=last, end=tokens.ends[last - 1])
    return Shaped(joined, "score", None, "score", tokens.text[amount.start : joined.end])


def _is_contest(tokens: Tokens, contexts: NumberContexts, left: Amount) -> bool:
    first, _ = tokens.sentence_of(left.first)
    return not contexts.contest.isdisjoint(tokens.norms[max(first, left.first - 6) : left.first])


def _score(tokens: Tokens, left: Amount, right: Amount) -> Shaped:
    joined = evolve(left, last=right.last, end=right.end)
    return Shaped(joined, "score", None, "score", tokens.text[left.start : right.end])


def _over(left: Amount, right: Amount) -> Amount:
    context = Context(prec=28)
    value = context.divide(left.value, right.value)
    return evolve(left, last=right.last, end=right.end, interval=Interval.point(value), step=Decimal(0))


def candidate(tokens: Tokens, shaped: Shaped, amount: Amount) -> Candidate:
    """Return what was read, as the amount that the words around it make of it."""
    quantity = Quantity(
        shaped.kind,
        amount.interval,
        shaped.unit,
        (),
        shaped.dimension,
        amount.approximate,
        amount.step,
        series=shaped.series,
    )
    order = SHAPE_RANK
    if shaped.kind in ("age", "score"):
        order = AGE_RANK if amount.interval.is_point else LIFETIME_RANK
    return Candidate(amount.start, amount.end, quantity, amount.modifier(tokens), order)
