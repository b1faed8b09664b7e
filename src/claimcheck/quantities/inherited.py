"""Units that a bare number takes over from the amount it stands beside: "33 %, up three", "52 years (range 41-60)"."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from claimcheck.lexicons.amounts import AmountWords
from claimcheck.lexicons.units import Unit
from claimcheck.model import Tokens
from claimcheck.model.internal import evolve
from claimcheck.quantities.amounts import Amount

NEAR = 8
"""How many tokens may stand between a level and what it moved by."""

FAR = 14
"""How many tokens may stand between an amount and the figures of its spread."""

POINT = "percentage point"
POINTS = frozenset({"points", "point"})
TIMES = frozenset({"x", "×", "by"})
"""What stands between two sides."""

MARKS = frozenset({(",",), ("and",), ("or",), (",", "and"), (",", "or"), ("to",)})
"""What stands between two of a list, or a level and what it became: "from 50 to 30 km/h"."""

WHOLES = frozenset({"of", "the", "all"})
"""What stands before a number of which a part follows: "of the 12 and 25 percent of the others"."""

COUNTING = frozenset({"digits", "words"})
"""Forms of numerals that may take a unit over."""

LARGEST_MOVE = 100

LONGEST_LIST = 6
"""How many numbers may share the unit behind the last of them: "4, 5 and 6 percent"."""

WRITTEN = {"digits": ("digits", "mixed"), "words": ("words",)}
"""Forms of the last number by those of the others."""

JOINING = frozenset({"and", "or"})
"""Conjunctions before the last of a list."""

FAR_APART = Decimal(100)
"""A number more than so many times the one before a scale does not share that: "900 and 1.2 million tonnes"."""

FLATTEST = 10
"""What is longer than so many times its breadth is a number of lengths."""

JOINTS = frozenset({":", "=", "of", "was", "is", ","})
"""What may stand between a word of statistics and its figures."""

TELLING = JOINTS | POINTS | TIMES | {"up", "down"}
"""What may stand beside a bare number that takes a unit over, words of statistics and of change aside."""

OPENERS = "([,;–-"
"""What stands before a word of statistics where it qualifies an amount."""

CONFIDENCE = frozenset({"ci", "confidence", "cri", "credible", "prediction"})


def inherited(tokens: Tokens, words: AmountWords, units: Mapping[str, Unit], items: Sequence[Amount]) -> list[Amount]:
    """Return the amounts of a text with the units that bare ones take over.

    What a percentage moved by is points; the spread of an amount (its range, deviation, interval) is in its unit.
    """
    found: list[Amount] = []
    norms = tokens.norms
    for index, amount in enumerate(items):
        if amount.unit is None and amount.numeral.form in COUNTING:
            behind = norms[amount.last] if amount.last < len(norms) else ""
            before = norms[amount.first - 1]
            told = before in TELLING or before in words.changes or before in words.contexts.spread
            if (behind in TELLING or told or amount.before is not None) and _is_near_unit(items, index, found):
                amount = _taken_over(tokens, words, units, items, index, found)
            if amount.unit is None and (behind in JOINING or behind == "," or (behind == "to" and before == "from")):
                amount = _listed(tokens, items, index)
        elif (
            amount.factor == 1 and norms[amount.last : amount.last + 1] == ("to",) and norms[amount.first - 1] == "from"
        ):
            amount = _in_millions(items, index)
        found.append(amount)
    return found


def _is_near_unit(items: Sequence[Amount], index: int, found: Sequence[Amount]) -> bool:
    """Tell whether one of the two amounts before or the one after has a unit that could be taken over."""
    if index and (found[-1].unit is not None or (index > 1 and items[index - 2].unit is not None)):
        return True
    return index + 1 < len(items) and items[index + 1].unit is not None


def _listed(tokens: Tokens, items: Sequence[Amount], index: int) -> Amount:
    """Return a bare number of a list with the unit and scale behind its last: "5.2 and 6.1 million euros", "4, 5 and 6 percent"."""
    amount, norms = items[index], tokens.norms
    if norms[amount.first - 1] in WHOLES:
        return amount
    last = amount.last
    for item in items[index + 1 : index + LONGEST_LIST]:
        mark = norms[last : item.first]
        if (
            mark not in MARKS
            or item.first != item.numeral.first
            or item.numeral.form not in WRITTEN[amount.numeral.form]
        ):
            return amount
        if item.unit is not None:
            is_part = item.unit.code == "percent" and norms[item.last : item.last + 1] == ("of",)
            return amount if is_part or mark == (",",) else _alike(amount, item)
        if mark != (",",):
            return amount
        last = item.last
    return amount


def _alike(amount: Amount, last: Amount) -> Amount:
    """Return a bare number with the scale, unit and denominator behind the last of its list."""
    return evolve(amount.scaled_as(last, FAR_APART).in_unit_of(last), per=last.per)


def _in_millions(items: Sequence[Amount], index: int) -> Amount:
    """Return a sum that another became with the scale that only that one shows: "from €4 to €6 million"."""
    amount, other = items[index], items[index + 1] if index + 1 < len(items) else None
    if other is None or amount.unit is None or other.unit != amount.unit or other.first != amount.last + 1:
        return amount
    return amount.scaled_as(other, FAR_APART)


def _taken_over(
    tokens: Tokens,
    words: AmountWords,
    units: Mapping[str, Unit],
    items: Sequence[Amount],
    index: int,
    found: Sequence[Amount],
) -> Amount:
    """Return a bare amount with the unit that it takes over, if there is one; `found` are the amounts before it."""
    amount = items[index]
    level = _spread_over(tokens, words, items, index)
    if level is not None:
        bare = amount.in_whole(level.unit) if level.unit else amount
        return evolve(bare, unit=level.unit, per=level.per)
    behind = tokens.norms[amount.last] if amount.last < tokens.size else ""
    if behind in TIMES and _is_side(items, index):
        return evolve(amount, unit=items[index + 1].unit)
    moved = (behind in POINTS and _repeats_points(tokens, amount, found)) or (
        _moves(tokens, words, amount) and _level_beside(tokens, words, items, index)
    )
    return _in_points(tokens, amount, units[POINT]) if moved else amount


def _spread_over(tokens: Tokens, words: AmountWords, items: Sequence[Amount], index: int) -> Amount | None:
    """Return the amount that a word of statistics before a bare number spreads: the last one with a unit before it."""
    amount, norms = items[index], tokens.norms
    word = amount.first - 1
    if norms[word] in JOINTS and word > 0:
        word -= 1
    if norms[word] not in words.contexts.spread or word < 1 or not _ends(tokens, amount.last):
        return None
    opener = max(0, word - 4)
    if not any(kind in OPENERS for kind in tokens.kinds[opener:word]):
        return None
    for earlier in reversed(items[max(0, index - 2) : index]):
        last = earlier.last
        if word - last > FAR or tokens.sentence_index(last - 1) != tokens.sentence_index(word):
            return None
        if norms[last : last + 1] and norms[last] in CONFIDENCE:
            continue
        return None if earlier.unit is None else earlier
    return None


def _is_side(items: Sequence[Amount], index: int) -> bool:
    """Tell whether a bare number before "x" is one side of what is measured "3 x 4 m"; a relay of 4 x 100 m has four legs."""
    if index + 1 >= len(items):
        return False
    amount, other = items[index], items[index + 1]
    if other.first != amount.last + 1 or other.unit is None:
        return False
    return other.unit.dimension == "length" and other.value <= FLATTEST * amount.value


def _moves(tokens: Tokens, words: AmountWords, amount: Amount) -> bool:
    """Tell whether a bare number is what something moved by and counts nothing: "up three", "fell two to", "two up on"."""
    norms = tokens.norms
    first, last = amount.first if amount.before is None else amount.before, amount.last
    if not first:
        return False
    if norms[last : last + 1] in (("up",), ("down",)):
        moved = norms[last + 1 : last + 2] in (("on",), ("from",), ("since",))
    else:
        before = norms[first - 2] if norms[first - 1] == "by" else norms[first - 1]
        moved = before in words.changes and (
            _ends(tokens, last) or norms[last] in words.contexts.no_noun or norms[last] in ("points", "point", "since")
        )
    return moved and 0 < amount.value < LARGEST_MOVE


def _repeats_points(tokens: Tokens, amount: Amount, earlier: Sequence[Amount]) -> bool:
    """Tell whether points are those of the percentage before: "fell by 1.4 percentage points here and 0.3 points there"."""
    if not earlier:
        return False
    before = earlier[-1]
    same = tokens.sentence_index(before.first) == tokens.sentence_index(amount.first)
    return same and before.unit is not None and before.unit.code == POINT


def _level_beside(tokens: Tokens, words: AmountWords, items: Sequence[Amount], index: int) -> bool:
    """Tell whether the amount next to another is a percentage that is a level, and no move of its own."""
    first, last = items[index].first, items[index].last
    for level in (*items[max(0, index - 1) : index], *items[index + 1 : index + 2]):
        gap = first - level.last if level.last <= first else level.first - last
        if level.unit is None or level.unit.code != "percent" or gap > NEAR:
            continue
        before = tokens.norms[level.first - 1] if level.first else ""
        same = tokens.sentence_index(level.first) == tokens.sentence_index(first)
        if same and (before == "to" if level.first > first else before != "by" and before not in words.changes):
            return True
    return False


def _in_points(tokens: Tokens, amount: Amount, point: Unit) -> Amount:
    if tokens.norms[amount.last : amount.last + 1] in (("points",), ("point",)):
        return amount.measured(point, amount.last + 1, tokens.ends[amount.last])
    return evolve(amount, unit=point)


def _ends(tokens: Tokens, last: int) -> bool:
    """Tell whether nothing that could be counted follows a number."""
    return last >= tokens.size or tokens.kinds[last] in ".,;:)]–"
