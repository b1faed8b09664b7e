"""What bounds and hedges an amount: "more than 30", "500 or less", "about", "-odd"."""

from claimcheck.lexicons.amounts import AmountWords, Effect
from claimcheck.model import Interval, Tokens
from claimcheck.model.internal import evolve
from claimcheck.quantities.amounts import Amount, make_interval

DEGREES = frozenset({"well", "just", "slightly", "far", "much", "significantly", "a", "only", "little", "way"})
ADVERBS = frozenset({"over", "under", "above", "below", "more", "less", "fewer", "beyond", "short"})


def bounded(tokens: Tokens, words: AmountWords, amount: Amount, reached: int) -> Amount:
    """Return an amount with the words around it applied; nothing before token `reached` belongs to it."""
    first, last, norms = amount.first, amount.last, tokens.norms
    if (first > reached and norms[first - 1] in words.before.lengths) or (
        last < len(norms) and norms[last] in words.after.lengths
    ):
        return _modified(tokens, words, amount, reached)
    return amount


def _modified(tokens: Tokens, words: AmountWords, amount: Amount, reached: int) -> Amount:
    effects: list[Effect] = []
    first = amount.first
    norms, before = tokens.norms, words.before
    while len(effects) < 3 and norms[first - 1] in before.lengths:
        found = before.match(tokens, first)
        if found is None or found[0] < reached:
            break
        first = found[0]
        effects.append(found[1])
    if effects and first > reached and norms[first] in ADVERBS and norms[first - 1] in DEGREES:
        first -= 1
    last: int | None = None
    follows = amount.last < len(norms) and norms[amount.last] in words.after.lengths
    after = words.after.match(tokens, amount.last) if follows else None
    if after is not None and _closes(tokens, after[0], amount):
        effects.append(after[1])
        last = after[0]
    return _applied(amount, effects, first if first < amount.first else None, last) if effects else amount


def _closes(tokens: Tokens, last: int, amount: Amount) -> bool:
    """Tell whether what follows belongs to this amount: "5 or more", not "5 or more than 10"."""
    if last >= tokens.size:
        return True
    if tokens.kinds[last] in "nx$" or tokens.norms[last] == "than":
        return False
    return tokens.norms[amount.last] != "odd" or tokens.sentence_index(last - 1) == tokens.sentence_index(amount.first)


def _applied(amount: Amount, effects: list[Effect], before: int | None, after: int | None) -> Amount:
    """Return an amount with what its modifier makes of its ends."""
    interval, approximate = amount.interval, amount.approximate
    if len(effects) == 2 and set(effects) == {"less", "at_least"} and effects[-1] == "at_least":
        effects = ["at_most"]
    for effect in effects:
        low, high = interval.low, interval.high
        if effect in ("about", "nearly"):
            approximate = True
        elif effect in ("more", "at_least") and low is not None:
            interval = make_interval(low, None, low_open=effect == "more")
        elif effect in ("less", "at_most") and high is not None:
            interval = make_interval(None, high, high_open=effect == "less")
    return Amount(
        amount.first, amount.last, amount.start, amount.end, interval, amount.step, amount.numeral, amount.unit, amount.per,
        approximate, amount.factor, tuple(effects), before, after,
    )  # fmt: skip


def both_sides(tokens: Tokens, left: Amount, right: Amount) -> Amount | None:
    """Join "more than 10 and less than 40" into one interval."""
    if left.unit != right.unit or right.before is None:
        return None
    if tokens.norms[left.after or left.last : right.before] not in (("and",), ("but",), (",", "but")):
        return None
    low, high = left.interval, right.interval
    if low.low is None:
        low, high = high, low
    if low.low is None or low.high is not None or high.high is None or high.low is not None or low.low >= high.high:
        return None
    interval = Interval(low.low, high.high, low.low_open, high.high_open)
    return evolve(left, last=right.last, end=right.end, interval=interval, after=None)
