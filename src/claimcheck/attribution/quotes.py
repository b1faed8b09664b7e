"""Quotation marks paired paragraph by paragraph, so that an odd one spoils no more than its own."""

from itertools import pairwise

from claimcheck.attribution.drafts import Quote
from claimcheck.model import Tokens

OPENING = frozenset("“„«‟`")
CLOSING = frozenset("”»")


def find_quotes(tokens: Tokens) -> tuple[Quote, ...]:
    """Return the quotes of a text in order; what nobody closed ends with its paragraph."""
    kinds = tokens.kinds
    if "q" not in kinds and "k" not in kinds:
        return ()
    found: list[Quote] = []
    carried = False
    double = single = -1
    for first, last in pairwise((*tokens.paragraph_starts, tokens.size)):
        if double < first:
            double = _next_mark(kinds, "q", first)
        if single < first:
            single = _next_mark(kinds, "k", first)
        if double >= last and single >= last:
            carried = False
            continue
        marks = _marks(tokens, first, last)
        quotes = _pair(tokens, marks, first, last, carried=carried) if marks else []
        found += quotes
        carried = bool(quotes) and not quotes[-1].closed
    return tuple([quote for quote in found if quote.first < quote.last])


def _next_mark(kinds: str, kind: str, start: int) -> int:
    """Return the next mark of a kind from a token on, the end of the text where there is none."""
    index = kinds.find(kind, start)
    return len(kinds) if index < 0 else index


def _marks(tokens: Tokens, first: int, last: int) -> list[tuple[int, str]]:
    """Return the marks of a paragraph, each with `o`, `c` or `?`; inches are none, single marks only where no double are."""
    kinds = tokens.kinds
    marks: list[tuple[int, str]] = []
    index = kinds.find("q", first, last)
    while index >= 0:
        side = _side(tokens, index, first, last)
        if side != "c" or not _is_inches(tokens, index, marks):
            marks.append((index, side))
        index = kinds.find("q", index + 1, last)
    return marks or _single_marks(tokens, first, last)


def _side(tokens: Tokens, index: int, first: int, last: int) -> str:
    """Tell on which side of a quote a double mark stands, by its form (`''` closes), else by what touches it."""
    starts, ends, kinds = tokens.starts, tokens.ends, tokens.kinds
    start = starts[index]
    mark = tokens.text[start]
    before = index > first and start == ends[index - 1] and kinds[index - 1] not in "([–-"
    if mark in OPENING and not (before and mark == "“"):
        return "o"
    if mark == "'" or (before and mark in CLOSING):
        return "c"
    after = index + 1 < last and ends[index] == starts[index + 1] and kinds[index + 1] not in ",;:.)]"
    if before != after:
        return "c" if before else "o"
    if mark in CLOSING or (index == last - 1 and index != first and mark != "“"):
        return "c"
    return "o" if index == first or mark == "“" else "?"


def _is_inches(tokens: Tokens, index: int, marks: list[tuple[int, str]]) -> bool:
    opened = bool(marks) and marks[-1][1] != "c"
    return not opened and index > 0 and tokens.kinds[index - 1] in "nx" and tokens.glued(index)


def _single_marks(tokens: Tokens, first: int, last: int) -> list[tuple[int, str]]:
    """Return single quotation marks, which apostrophes must not be taken for: an opening one needs a closing one."""
    kinds = tokens.kinds
    marks: list[tuple[int, str]] = []
    index = kinds.find("k", first, last)
    while index >= 0:
        before = index > first and tokens.glued(index) and kinds[index - 1] not in "([–-"
        after = index + 1 < last and tokens.glued(index + 1)
        ends = before and not (after and kinds[index + 1] in "aAUIm") and kinds[index - 1] in ",.%)"
        if not before and after and (not marks or marks[-1][1] == "c"):
            marks.append((index, "o"))
        elif ends and marks and marks[-1][1] == "o":
            marks.append((index, "c"))
        index = kinds.find("k", index + 1, last)
    return marks[:-1] if marks and marks[-1][1] == "o" else marks


def _pair(tokens: Tokens, marks: list[tuple[int, str]], first: int, last: int, *, carried: bool) -> list[Quote]:
    quotes: list[Quote] = []
    opened: int | None = None
    if carried and marks[0][1] == "c":
        opened = first - 1  # the paragraph goes on with a quote that the one before it left open
    for index, side in marks:
        if opened is None:
            if side != "c":
                opened = index
        elif side == "c" or side == "?":
            quotes.append(Quote(opened + 1, index))
            opened = None
        elif index - opened > 1 and tokens.kinds[index - 1] in ".,":
            quotes.append(Quote(opened + 1, index, closed=False))  # the mark that should have closed it is missing
            opened = index
    if opened is not None and last - opened > 4:
        quotes.append(Quote(opened + 1, last, closed=False))
    return quotes
