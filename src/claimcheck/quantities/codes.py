"""Digits that are part of a code, an address, a telephone number or a list: F-16, COVID-19, +44 20 7946 0958, [12]."""

from claimcheck.lexicons.contexts import NumberContexts
from claimcheck.model import Numeral, Tokens

LETTERS = "aAUIm"

SHORTEST_DIALLED, LONGEST_DIALLED = 9, 6
"""The digits that a telephone number has at least, its country's included, and its groups at most."""


BRACKETED = 40
"""Within how many tokens before a number the bracket that it closes is looked for."""


def listed(tokens: Tokens, numeral: Numeral) -> bool:
    """Tell whether a number is one of several in a token ("22,24,26")."""
    return numeral.last - numeral.first == 1 and numeral.start > tokens.starts[numeral.first]


def embedded(tokens: Tokens, contexts: NumberContexts, numeral: Numeral, *, led: bool) -> tuple[int, int] | None:
    """Return the tokens of a number with a unit that is part of an address or a code after all ("scp-173m", "HbA1c").

    An amount is `led` by a currency that stands before it, whose letters may touch the number ("EUR5m").
    """
    first, last = numeral.first, numeral.last
    if not tokens.glued(first):
        return None
    if not led and tokens.kinds[first - 1] in "AmUI" and tokens.glued(last):
        return (first - 1, last + 1) if tokens.kinds[last] in LETTERS else None
    if first > 1 and tokens.kinds[first - 1] == "-" and tokens.glued(first - 1):
        before = tokens.norms[first - 2]
        if tokens.kinds[first - 2] in "aUI" and len(before) < 4 and before not in contexts.short_prefixes:
            return first - 2, min(numeral.last + 1, tokens.size)
    return _address(tokens, numeral)


def attached(tokens: Tokens, contexts: NumberContexts, numeral: Numeral) -> tuple[int, int] | None:
    """Read "A380", "F-16", "COVID-19", "4G": letters that touch the digits."""
    first, last = numeral.first, numeral.last
    begin, end = first, last
    if tokens.glued(first):
        if tokens.kinds[first - 1] in LETTERS:
            begin = first - 1
        elif first > 1 and tokens.kinds[first - 1] == "-" and tokens.glued(first - 1):
            kind, norm = tokens.kinds[first - 2], tokens.norms[first - 2]
            if kind in "UImA" or (kind == "a" and len(norm) > 2 and norm not in contexts.prefixes):
                begin = first - 2
    if begin and tokens.norms[begin - 1] in ("#", "@", "№") and not numeral.scaled:
        begin -= 1
    if last < tokens.size and tokens.glued(last) and tokens.kinds[last] in LETTERS and tokens.norms[last] != "x":
        end = last + 1
    return (begin, end) if (begin, end) != (first, last) else None


def telephone(tokens: Tokens, numeral: Numeral) -> tuple[int, int] | None:
    """Read three or more groups of digits joined by touching hyphens, numbers with a code before them, and addresses on the net."""
    first = numeral.first
    coded = _dialled(tokens, first)
    if coded is not None:
        return coded
    begin = first
    while (
        begin >= 2
        and first - begin < 12
        and tokens.kinds[begin - 2 : begin] == "n-"
        and tight(tokens, begin - 1, begin)
    ):
        begin -= 2
    end = numeral.last
    while (
        end + 1 < tokens.size
        and end - begin < 12
        and tokens.kinds[end : end + 2] == "-n"
        and tight(tokens, end, end + 1)
    ):
        end += 2
    return (
        (begin, end)
        if end - begin >= 5 and numeral.form == "digits" and numeral.last == numeral.first + 1
        else _address(tokens, numeral)
    )


def _dialled(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """Read a number that opens with its country, with an area in brackets, or with a nought: "+44 20 7946 0958",
    "(555) 123-4567", "020 7946 0958"."""
    begin = first - (first > 0 and tokens.norms[first - 1] in ("+", "(") and tokens.glued(first))
    abroad = tokens.norms[begin] == "+"
    domestic = len(tokens.norms[first]) > 1 and tokens.norms[first].startswith("0")
    if not (abroad or domestic) and tokens.kinds[begin : first + 5] != "(n)n-n":
        return None  # "(123) 456 789" are figures of a table
    last, digits, groups = begin + abroad, 0, 0
    while last < tokens.size and groups < LONGEST_DIALLED:
        at = last + (tokens.kinds[last] in "(-." and groups + (tokens.kinds[last] == "(") > 0)
        if at >= tokens.size or not tokens.norms[at].isdecimal():
            break
        digits += len(tokens.norms[at])
        groups += 1
        last = at + 1 + (tokens.kinds[at - 1 : at] == "(" and tokens.kinds[at + 1 : at + 2] == ")")
    return (begin, last) if groups + abroad > 1 and digits >= SHORTEST_DIALLED else None


def tight(tokens: Tokens, index: int, following: int) -> bool:
    """Tell whether a mark touches what stands on both its sides."""
    return tokens.glued(index) and tokens.glued(following)


def _address(tokens: Tokens, numeral: Numeral) -> tuple[int, int] | None:
    if not (numeral.first and tokens.glued(numeral.first)):
        return None
    begin = numeral.first
    while begin and tokens.glued(begin) and numeral.first - begin < 30:
        begin -= 1
    around = tokens.slice(begin, numeral.first)
    return (numeral.first, numeral.last) if "://" in around or "www." in around or "@" in around else None


def numbering(tokens: Tokens, numeral: Numeral) -> tuple[int, int] | None:
    """Read the number of a list item or section at the head of a paragraph, and a footnote mark "[12]"."""
    first, last = numeral.first, numeral.last
    if last >= tokens.size:
        return None
    if first and tokens.norms[first - 1] == "[" and tokens.norms[last] == "]":
        return first - 1, last + 1
    if "." in tokens.norms[first] and tokens.kinds[last] == "A" and tokens.sentence_of(first)[0] == first:
        return first, last  # "3.2 The lessee shall pay rent"
    opens = tokens.paragraph_of(first)[0]
    if first == opens and numeral.value > 1 and tokens.kinds[last] == "A" and "/" in tokens.slice(first, last):
        return first, last  # 116/25 Allotments, but 1/2 Onion
    if (
        numeral.value >= 1000
        or tokens.norms[last] not in (".", ")")
        or not tokens.glued(last)
        or last + 1 >= tokens.size
    ):
        return None
    bracket = first - 1 == opens and tokens.norms[opens] == "("
    if (first == opens or bracket) and (len(tokens.paragraph_starts) > 1 or tokens.kinds[last + 1] == "A"):
        return first, last + 1
    return (first, last + 1) if numeral.value < 100 and _closes_alone(tokens, first, last) else None


def _closes_alone(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether the bracket behind a number was never opened: "1) cut costs, 2) raise prices"."""
    if tokens.norms[last] != ")" or first == 0 or tokens.kinds[first - 1] not in ".,;:a":
        return False
    start = max(tokens.sentence_of(first)[0], first - BRACKETED)
    return tokens.kinds.rfind("(", start, first) <= tokens.kinds.rfind(")", start, first)
