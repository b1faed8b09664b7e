"""The part that an amount plays in a change: "rose by 5 % to $3m from $2m", "five times as many", "10 % fewer"."""

from claimcheck.lexicons.amounts import AmountWords
from claimcheck.lexicons.contexts import NumberContexts
from claimcheck.model import ChangeRole, Direction, Tokens
from claimcheck.quantities.amounts import Amount

UPWARD = frozenset({"more", "higher", "larger", "bigger", "greater", "faster", "longer", "stronger", "above"})
DOWNWARD = frozenset({"less", "fewer", "lower", "smaller", "slower", "shorter", "below"})
COMPARING = UPWARD | DOWNWARD | {"as", "times"}
"""Words that may begin a comparison behind an amount."""

PREPOSITIONS = frozenset({"by", "to", "from"})
"""Words that tie an amount to a verb of change that stands further off."""

FAR, CLOSE = 11, 3
"""How many tokens before an amount a verb of change is looked for, behind a preposition and without one."""

DETERMINERS = frozenset({"a", "an", "the", "this", "that", "its", "their", "his", "her"})

OFFERED = frozenset(
    {"available", "start", "starts", "starting", "started", "begin", "begins", "sold", "offered", "are", "is"}
)
"""Words before "from" with the least price of something: "garages are available from 90 crowns"."""

CAUSING = frozenset({"make", "makes", "made", "making"})

Change = tuple[ChangeRole | None, Direction | None]

UNCHANGED: Change = (None, None)


def change(tokens: Tokens, words: AmountWords, amount: Amount) -> Change:
    """Return the role of an amount in a change, and the way that went; None twice where nothing changed.

    Ordinals have none; the caller does not ask for them.
    """
    norms, last = tokens.norms, amount.last
    if last < len(norms):
        behind = norms[last]
        if behind in COMPARING or behind in words.nouns:
            compared = _compared(tokens, amount) if behind in COMPARING else None
            if compared is None and behind in words.nouns:
                compared = _named(tokens, words, amount)
            if compared is not None:
                return compared
    first = amount.first if amount.before is None else amount.before
    if not first:
        return UNCHANGED
    before = norms[first - 1]
    tied = before in PREPOSITIONS
    reach = 0 if before == "from" and norms[first - 2] in OFFERED else FAR if tied else CLOSE
    if words.verbs.isdisjoint(norms[first - reach if first > reach else 0 : first]):
        return UNCHANGED
    verbs = words.changing if before in ("to", "from") else words.changes
    role: ChangeRole = "to" if before == "to" else "from" if before == "from" else "by"
    for index in range(first - 1, max(tokens.sentence_of(first)[0], first - reach) - 1, -1):
        norm = norms[index]
        if not tied and norm in ("and", "or", "but", ",", ";", ":"):
            break
        direction = verbs.get(norm)
        if direction is not None and norms[index - 1] not in CAUSING and not _is_name(tokens, index):
            return UNCHANGED if _is_streak(tokens, words.contexts, amount) else (role, direction)
    return UNCHANGED


def _is_name(tokens: Tokens, index: int) -> bool:
    """Tell whether a word is part of a name: "in Lower Marsh by 12 cm"; in a heading any word has a capital."""
    if tokens.kinds[index : index + 2] != "AA" or tokens.norms[index + 1] in PREPOSITIONS:
        return False
    return tokens.paragraph_kinds[tokens.paragraph_index(index)] != "h"


def _named(tokens: Tokens, words: AmountWords, amount: Amount) -> Change | None:
    """Read the noun of a change behind an amount: "a 5 % rise", "a $3m cut", not "5 % fall ill"."""
    norms, last = tokens.norms, amount.last
    if amount.unit is None:
        return None
    opened = amount.first > 0 and norms[amount.first - 1] in DETERMINERS
    closed = last + 1 == len(norms) or norms[last + 1] in ("in", "of", ".", ",", ";", ")")
    return ("by", words.nouns[norms[last]]) if opened or closed else None


def _is_streak(tokens: Tokens, contexts: NumberContexts, amount: Amount) -> bool:
    """Tell whether a bare count is the length of a run ("lost five in a row") or made of contests ("lost five games")."""
    if amount.unit is not None:
        return False
    norms, last = tokens.norms, amount.last
    return " ".join(norms[last : last + 1]) in contexts.streaks or " ".join(norms[last : last + 3]) in contexts.streaks


def _compared(tokens: Tokens, amount: Amount) -> Change | None:
    """Read the comparison behind an amount: "five times as many", "half as much", "a third more than", "10 % fewer"."""
    norms, last = tokens.norms, amount.last
    head, then = norms[last], norms[last + 1] if last + 1 < len(norms) else ""
    if head == "as":
        return ("factor", "down") if then and amount.numeral.form == "fraction" else None
    if head == "times":
        return _multiplied(then)
    return None if then == "or" else ("by", "up" if head in UPWARD else "down")


def _multiplied(compared: str) -> Change | None:
    if compared in DOWNWARD:
        return "factor", "down"
    return ("factor", "up") if compared in UPWARD or compared in ("as", "the") else None
