"""Amounts of a shape of their own: ages, ratios, scores."""

from decimal import Context, Decimal

from attrs import evolve, frozen

from claimcheck.lexicons.contexts import NumberContexts
from claimcheck.model import Interval, QuantityKind, Tokens
from claimcheck.quantities.amounts import Amount

AGE_BEFORE = frozenset({"aged", "age", "ages"})
AGE_AFTER = frozenset({"yo", "y"})
OLDEST = 120

YOUNGEST = 10
"""Smaller numbers in brackets behind a name are as often goals, marks or notes."""


@frozen
class Shaped:
    """An amount with the kind that its shape makes, over the offsets of the amount; `unit` is a UCUM code or None."""

    amount: Amount
    kind: QuantityKind
    unit: str | None
    dimension: str
    series: str | None = None


def age(tokens: Tokens, contexts: NumberContexts, amount: Amount) -> Shaped | None:
    """Read "23-year-old", "five years of age", "87 yo", "aged 34", "Jane, 31,"."""
    last, norms = amount.last, tokens.norms
    if amount.unit is not None and amount.unit.dimension == "time":
        if norms[last : last + 1] in (("old",), ("olds",)):
            end = last + 1
        elif norms[last : last + 2] in (("-", "old"), ("-", "olds"), ("of", "age")):
            end = last + 2
        else:
            return None
        return Shaped(_until(tokens, amount, end), "age", amount.unit.code, "time")
    if amount.unit is not None or amount.kind != "number" or amount.numeral.scaled:
        return None
    if norms[last : last + 1] == ("yo",):
        return Shaped(_until(tokens, amount, last + 1), "age", "a", "time")
    if norms[last : last + 3] == ("y", "/", "o"):
        return Shaped(_until(tokens, amount, last + 3), "age", "a", "time")
    before = norms[amount.first - 1] if amount.first else ""
    if amount.value > OLDEST:
        return None
    if before == "between" and amount.first > 1:
        before = norms[amount.first - 2]
    if before in AGE_BEFORE or (before == "of" and amount.first > 1 and norms[amount.first - 2] == "age"):
        return Shaped(amount, "age", "a", "time")
    return Shaped(amount, "age", "a", "time") if _apposed(tokens, contexts, amount) else None


def _apposed(tokens: Tokens, contexts: NumberContexts, amount: Amount) -> bool:
    """Tell whether a number behind a name is an age: "Ilva Brandt, 31, said", "Jane Brandt (31)"."""
    first, last, kinds = amount.first, amount.last, tokens.kinds
    if (
        amount.numeral.form != "digits"
        or first < 2
        or last >= len(kinds)
        or amount.numeral.step < 1
        or amount.value < 1
    ):
        return False
    around = kinds[first - 1] + kinds[last]
    if around not in (",,", "()") or kinds[first - 2] != "A" or tokens.norms[first - 2] in contexts.never_names:
        return False
    if around == "()":
        return amount.value >= YOUNGEST and _is_person(tokens, contexts, first - 2)
    return first > 2 and (kinds[first - 3] in "AI." or first - 2 == tokens.paragraph_of(first)[0])


def _is_person(tokens: Tokens, contexts: NumberContexts, last: int) -> bool:
    """Tell whether one of up to three capitalised words that end at a token is a given name, and no contest is told of."""
    place = last
    while place >= 0 and last - place < 3 and tokens.kinds[place] == "A":
        if tokens.norms[place] in contexts.given:
            begin, end = tokens.sentence_of(last)
            return contexts.contest.isdisjoint(tokens.norms[max(begin, last - 30) : min(end, last + 30)])
        place -= 1
    return False


def ratio(tokens: Tokens, left: Amount, right: Amount) -> Shaped | None:
    """Read "1 in 5", "four out of ten", "3:2"."""
    if left.kind != "number" or right.kind != "number" or not (left.interval.is_point and right.interval.is_point):
        return None
    gap = tokens.norms[left.last : right.first]
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


def _until(tokens: Tokens, amount: Amount, last: int) -> Amount:
    return evolve(amount, last=last, end=tokens.ends[last - 1])
