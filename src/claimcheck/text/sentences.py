"""Where sentences begin: after a stop that ends one, and with every paragraph.

Copy glues sentences together (`areas.Ambassador`, `.”President`), so a stop may end one without a space after it.
"""

from collections.abc import Sequence

OPENERS = "qk(["
CLOSERS = "qk)]"
OPENING_QUOTES = frozenset("“‘„«‹")
CLOSING_QUOTES = frozenset({"''", "”", "»"})

SENTENCE_OPENERS = frozenset({
    "the", "a", "an", "this", "that", "these", "those", "it", "he", "she", "they", "we", "i", "you", "his",
    "her", "its", "their", "our", "my", "in", "on", "at", "but", "and", "or", "so", "as", "if", "when", "while",
    "after", "before", "since", "although", "though", "however", "there", "here", "for", "from", "by", "with",
    "under", "no", "not", "now", "then",
})  # fmt: skip
"""Words that, capitalised after an abbreviation, begin a sentence."""

NEVER_LAST = frozenset({"v", "vs", "cf", "viz"})
"""Abbreviations that no sentence ends with: "Marr v. The Queen"."""


def sentence_starts(
    text: str,
    starts: Sequence[int],
    ends: Sequence[int],
    norms: Sequence[str],
    kinds: str,
    paragraph_starts: Sequence[int],
    abbreviations: frozenset[str],
) -> tuple[int, ...]:
    """Return the first token of each sentence, ascending."""
    found = set(paragraph_starts)
    total = len(starts)
    begin = 0
    for piece in kinds.replace("I", "A").replace("U", "A").split(".A"):
        stop = begin + len(piece)
        if "." in piece:
            found.update(_after_stops(text, begin, stop, starts, ends, norms, kinds, abbreviations))
        begin = stop + 2
        if begin <= total:
            after = stop + 1
            usual = starts[after] > ends[stop] and norms[stop] == "." and _is_plain(stop, norms, kinds, abbreviations)
            if usual or _ends(text, stop, after, starts, ends, norms, kinds, abbreviations):
                found.add(after)
    if "UA" in kinds:
        found.update(_abbreviation_ends(starts, norms, kinds))
    if "s" in kinds:
        found.update(_headings(text, starts, ends, kinds))
    return tuple(sorted(found))


def _is_plain(stop: int, norms: Sequence[str], kinds: str, abbreviations: frozenset[str]) -> bool:
    """Tell whether a stop stands as at the end of most sentences: behind a word or number, no abbreviation or item."""
    if stop < 2:
        return False
    before = stop - 1
    if kinds[before] == "n":
        return kinds[before - 1] not in ".:;)"
    return kinds[before] in "aA" and len(norms[before]) > 1 and norms[before] not in abbreviations


def _after_stops(
    text: str,
    begin: int,
    end: int,
    starts: Sequence[int],
    ends: Sequence[int],
    norms: Sequence[str],
    kinds: str,
    abbreviations: frozenset[str],
) -> list[int]:
    """Return the first tokens of the sentences that come after the stops of a stretch of tokens."""
    found: list[int] = []
    index = kinds.find(".", begin, end)
    while index >= 0:
        if kinds.startswith("qA", index + 1) and _opens_quote(index, starts, ends, norms, kinds, abbreviations):
            found.append(index + 1)
            index = kinds.find(".", index + 1, end)
            continue
        after = _past_closers(text, index, starts, ends, kinds)
        if after < len(starts) and _ends(text, index, after, starts, ends, norms, kinds, abbreviations):
            found.append(after)
        index = kinds.find(".", max(index + 1, after - 1), end)
    return found


def _opens_quote(
    stop: int,
    starts: Sequence[int],
    ends: Sequence[int],
    norms: Sequence[str],
    kinds: str,
    abbreviations: frozenset[str],
) -> bool:
    """Tell whether the quote mark behind a plain stop, apart from it, touches the word that it opens, as most do."""
    mark = stop + 1
    opens = starts[mark] > ends[stop] and starts[mark + 1] == ends[mark] and norms[stop] == "."
    return opens and _is_plain(stop, norms, kinds, abbreviations)


def _past_closers(text: str, index: int, starts: Sequence[int], ends: Sequence[int], kinds: str) -> int:
    """Return the token after a stop, further stops, and the marks that close what it ends."""
    after, total = index + 1, len(starts)
    while after < total and kinds[after] == ".":
        after += 1
    while after < total and kinds[after] in CLOSERS:
        if text[starts[after]] in OPENING_QUOTES:
            break
        if starts[after] > ends[after - 1]:
            if not _closes_apart(text, index, after, starts, ends, kinds):
                break
            after += 1
            continue
        opens = after + 1 < total and starts[after + 1] == ends[after] and kinds[after + 1] in "aAUIn"
        closed = kinds[after] == "q" and kinds.rfind("q", max(0, index - 600), index) >= 0
        if opens and not closed:
            break  # .“ISIS: the mark opens the next sentence
        after += 1
    return after


def _closes_apart(text: str, index: int, after: int, starts: Sequence[int], ends: Sequence[int], kinds: str) -> bool:
    """Tell whether a quote mark with spaces on both sides closes what the stop at `index` ends ("It is over . '' He")."""
    if kinds[after] != "q" or (after + 1 < len(starts) and starts[after + 1] == ends[after]):
        return False
    if text[starts[after] : ends[after]] in CLOSING_QUOTES:
        return True
    return kinds.count("q", max(0, index - 200), index) % 2 == 1


def _ends(
    text: str,
    index: int,
    after: int,
    starts: Sequence[int],
    ends: Sequence[int],
    norms: Sequence[str],
    kinds: str,
    abbreviations: frozenset[str],
) -> bool:
    """Tell whether the stop at `index` ends a sentence, `after` being the first token that would open the next."""
    spaced = starts[after] > ends[after - 1]
    opener = after
    while opener < len(starts) - 1 and kinds[opener] in OPENERS:
        opener += 1
    capital = kinds[opener] in "AUIm"
    mark = norms[index]
    if mark[0] in "!?。":
        return (capital or kinds[opener] in "nx$") and (spaced or after > index + 1 or capital)
    if mark[0] == "…" or len(mark) > 1:
        return spaced and capital
    before = index - 1
    attached = before >= 0 and ends[before] == starts[index]
    if not attached:
        return spaced and (capital or kinds[opener] in "nx$–-")
    if not spaced and after == index + 1:
        return capital and (_glues(before, opener, norms, kinds) or kinds[after] in OPENERS)
    if kinds[before] == "I" or norms[before] in abbreviations or _dotted(before, norms, kinds):
        return kinds[opener] == "A" and norms[opener] in SENTENCE_OPENERS and norms[before] not in NEVER_LAST
    if kinds[before] == "n" and _is_list_number(text, before, starts, ends, kinds):
        return False
    return capital or kinds[opener] in "nx$–-" or kinds[after] in "q"


def _glues(before: int, opener: int, norms: Sequence[str], kinds: str) -> bool:
    """Tell whether two words around a stop without a space are the end and the beginning of sentences."""
    ended = (kinds[before] in "an" and len(norms[before]) > 1) or kinds[before] in ")]%l" or len(norms[before]) > 3
    return ended and kinds[opener] in "AUI" and (kinds[opener] != "A" or len(norms[opener]) > 1)


def _dotted(before: int, norms: Sequence[str], kinds: str) -> bool:
    """Tell whether a stop belongs to letters with stops ("p.m.", "e.g.")."""
    return before > 1 and kinds[before] == "a" and len(norms[before]) == 1 and norms[before - 1] == "."


def _is_list_number(text: str, before: int, starts: Sequence[int], ends: Sequence[int], kinds: str) -> bool:
    """Tell whether digits before a stop number an item ("3. Results"): a line begins with them, or spaces."""
    if before == 0:
        return True
    gap = text[ends[before - 1] : starts[before]]
    return kinds[before - 1] in ".:;)" and (len(gap) > 1 or "\n" in gap)


def _abbreviation_ends(starts: Sequence[int], norms: Sequence[str], kinds: str) -> list[int]:
    """Return sentence starts after an abbreviation with inner stops ("in the U.S. The ..."): only before a function word."""
    found: list[int] = []
    index = kinds.find("UA")
    while index >= 0:
        if norms[index + 1] in SENTENCE_OPENERS and norms[index].endswith("."):
            found.append(index + 1)
        index = kinds.find("UA", index + 1)
    return found


def _headings(text: str, starts: Sequence[int], ends: Sequence[int], kinds: str) -> list[int]:
    """Return the marks of headings that a page's text has run together ("... left. ## Sport The ...")."""
    found: list[int] = []
    index = kinds.find("s")
    while 0 < index < len(starts) - 1:
        if text[starts[index]] == "#" and text[ends[index]] in "# \n" and text[starts[index] - 1] in " \n":
            found.append(index)
        index = kinds.find("s", index + 1)
    return found
