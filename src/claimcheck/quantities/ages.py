"""Ages: "23-year-old", "aged 34", "Jane Brandt (31)", "a boy of 12", "in her early 40s", "the over-65s"."""

from decimal import Decimal

from claimcheck.lexicons.contexts import NumberContexts
from claimcheck.lexicons.units import Unit
from claimcheck.model import Interval, Tokens
from claimcheck.model.internal import evolve
from claimcheck.quantities.amounts import Amount
from claimcheck.quantities.shapes import Shaped

AGE_BEFORE = frozenset({"aged", "age", "ages"})
TURNING = frozenset({"turned", "turns", "turning", "turn"})
BEING = frozenset({"is", "was"})
LIMITING = frozenset({"over", "under", "above", "below"})
"""Words between people and the age that they are older or younger than: "women over 40"."""
SAID = frozenset(
    {"have", "had", "are", "were", "is", "was", "who", "with", "can", "may", "should", "will", "get", "do"}
)
"""Words behind a limit of age that say something of who is so old."""

AGED_BEFORE = AGE_BEFORE | TURNING | BEING | LIMITING | {"between", "of", ",", "("}
AGED_BEHIND = frozenset({"yo", "y", "old", "olds", "-", "of"})
"""Words and marks one of which stands before or behind every age."""

BIRTHDAYS = frozenset({"he", "she", "who", "i", "just", "will", "recently"})
"""Words before "turned" that stand for a person, as a capitalised name does."""

PERSONS = frozenset({"he", "she", "who"})
"""Words before "is" and a bare number that stand for a person, as a given name does: "Jane Brandt is 31."."""

IMPERSONAL = frozenset({"it", "they", "this", "that"})
DAYS = frozenset({"last", "this", "next", "today", "yesterday", "tomorrow"})
"""Words after a new age that begin its day."""
OLDEST = 120

YOUNGEST = 10
"""Smaller numbers in brackets behind a name are as often goals, marks or notes."""

POSSESSIVES = frozenset({"his", "her", "their", "my", "your", "our"})

PARTS = {"early": (0, 5), "mid": (3, 7), "late": (5, 10)}
"""The years of a decade of life that its parts are."""


def age(tokens: Tokens, contexts: NumberContexts, amount: Amount) -> Shaped | None:
    """Read "23-year-old", "five years of age", "87 yo", "aged 34", "Jane, 31,"."""
    if amount.unit is not None:
        return _years_old(tokens, amount, amount.unit) if amount.unit.dimension == "time" else None
    if amount.numeral.scaled or amount.numeral.form in ("ordinal", "roman"):
        return None
    last, norms = amount.last, tokens.norms
    if norms[last : last + 1] == ("yo",):
        return Shaped(_until(tokens, amount, last + 1), "age", "a", "time")
    if norms[last : last + 3] == ("y", "/", "o"):
        return Shaped(_until(tokens, amount, last + 3), "age", "a", "time")
    if amount.value > OLDEST:
        return None
    told = _announced(tokens, contexts, amount) or _apposed(tokens, contexts, amount)
    return Shaped(amount, "age", "a", "time") if told else None


def _years_old(tokens: Tokens, amount: Amount, unit: Unit) -> Shaped | None:
    """Read "years old", "-year-old", "years of age" behind a number with its unit."""
    last, norms = amount.last, tokens.norms
    if norms[last : last + 1] in (("old",), ("olds",)):
        end = last + 1
    elif norms[last : last + 2] in (("-", "old"), ("-", "olds"), ("of", "age")):
        end = last + 2
    else:
        return None
    return Shaped(_until(tokens, amount, end), "age", unit.code, "time")


def _announced(tokens: Tokens, contexts: NumberContexts, amount: Amount) -> bool:
    """Tell whether a word before a number says that it is an age: "aged 34", "at the age of 34", "a boy of 12"."""
    first, norms = amount.first, tokens.norms
    before = norms[first - 1] if first else ""
    if before == "between" and first > 1:
        before = norms[first - 2]
    if before in AGE_BEFORE or (before in TURNING and first > 1 and _has_birthday(tokens, contexts, amount)):
        return True
    if before in BEING:
        return _is_so_old(tokens, contexts, amount)
    if before in LIMITING:
        return first > 1 and norms[first - 2] in contexts.age_groups and _is_limit(tokens, contexts, amount.last)
    return before == "of" and first > 1 and (norms[first - 2] == "age" or _is_aged(tokens, contexts, amount))


def _is_limit(tokens: Tokens, contexts: NumberContexts, last: int) -> bool:
    """Tell whether nothing is counted behind a limit of age: "women over 40 have cramps"."""
    return _counts_nothing(tokens, contexts, last) or tokens.norms[last] in SAID


def _has_birthday(tokens: Tokens, contexts: NumberContexts, amount: Amount) -> bool:
    """Tell whether somebody, and nothing counted, turned so many: "she turned 50 in May"."""
    who = amount.first - 2
    if tokens.norms[who] not in BIRTHDAYS and (
        tokens.kinds[who] != "A" or tokens.norms[who] in contexts.never_names | IMPERSONAL
    ):
        return False
    return _counts_nothing(tokens, contexts, amount.last) or tokens.norms[amount.last] in DAYS


def _is_so_old(tokens: Tokens, contexts: NumberContexts, amount: Amount) -> bool:
    """Tell whether somebody is a number, and nothing else: "she is 31", "Jane Brandt, who was 31 when she came"."""
    who, last = amount.first - 2, amount.last
    if who < 0 or amount.numeral.step < 1 or not amount.value:
        return False
    ends = last >= tokens.size or tokens.kinds[last] in ".,;:" or tokens.norms[last] in ("when", "and")
    return ends and (tokens.norms[who] in PERSONS or _is_person(tokens, contexts, who))


def _is_aged(tokens: Tokens, contexts: NumberContexts, amount: Amount) -> bool:
    """Tell whether "of" gives somebody's age ("a boy of 12"): one person before it, and nothing counted behind."""
    first, last = amount.first, amount.last
    if first < 3 or tokens.norms[first - 2] not in contexts.aged or amount.numeral.step < 1 and amount.numeral.step:
        return False
    return _counts_nothing(tokens, contexts, last)


def _counts_nothing(tokens: Tokens, contexts: NumberContexts, last: int) -> bool:
    return last >= tokens.size or tokens.kinds[last] in ".,;:)" or tokens.norms[last] in contexts.no_noun


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


def lifetime(tokens: Tokens, amount: Amount) -> Shaped | None:
    """Read a number with the "s" of a decade of life ("in her early 40s") or of a class of ages ("the over-65s")."""
    first, last, norms = amount.first, amount.last, tokens.norms
    if norms[last : last + 1] != ("s",) or not tokens.glued(last) or not 0 < amount.value < OLDEST or not first:
        return None
    before = norms[first - 1]
    if before in ("over", "under") or (before == "-" and norms[first - 2] in ("over", "under")):
        return Shaped(_until(tokens, amount, last + 1), "age", "a", "time")
    return decade(tokens, _until(tokens, amount, last + 1))


def decade(tokens: Tokens, amount: Amount) -> Shaped | None:
    """Read a decade of life behind a possessive, with the word for its part."""
    first, norms, years = amount.first, tokens.norms, (0, 10)
    if first > 2 and norms[first - 1] == "-" and norms[first - 2] in PARTS:
        first -= 2
    elif norms[first - 1] in PARTS:
        first -= 1
    if first < amount.first:
        years = PARTS[norms[first]]
    if first < 1 or norms[first - 1] not in POSSESSIVES or amount.value % 10:
        return None
    low, high = (amount.value + Decimal(year) for year in years)
    amount = evolve(amount, first=first, start=tokens.starts[first], interval=Interval(low, high, high_open=True))
    return Shaped(evolve(amount, step=Decimal(1), approximate=first < amount.numeral.first), "age", "a", "time")


def _until(tokens: Tokens, amount: Amount, last: int) -> Amount:
    return evolve(amount, last=last, end=tokens.ends[last - 1])
