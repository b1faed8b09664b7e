"""Where paragraphs begin, in copy whose line breaks mean many things.

A line break may end a paragraph, a heading, a list item or a table row, or it may be a hard wrap; in broken copy even a
blank line stands inside a sentence. Each break is judged by its two sides and by the width of the lines around it.
"""

import re
from functools import cache

TERMINAL = frozenset(".!?…:;\"”»)’'")
"""Characters after which a line may be complete."""

WIDEST_WRAP = 130
"""Lines that are longer than this were not wrapped by hand."""


@cache
def _list_item() -> re.Pattern[str]:
    return re.compile(r"[ \t]*(?:[-*•‣▪◦]|\(?[0-9]{1,3}[.)]|\(?[a-z][.)]|#{1,6})[ \t]")


def paragraphs(text: str) -> list[tuple[int, str]]:
    """Return the offset and kind (`p` `h` `l` `t`) of each paragraph's first character, ascending."""
    lines = _lines(text)
    if not lines:
        return []
    width, loose, tabs = _wrap_width(lines), _blank_lines_wrap(text, lines), "\t" in text
    usual = not (loose or tabs or "|" in text)
    found: list[tuple[int, str]] = []
    first = before = lines[0]
    for line in lines[1:]:
        opens = usual and text[line[0]].isupper() and (line[2] or not width)  # as most paragraphs of most texts do
        if opens or _breaks(text, before, line, width, loose, tabs):
            found.append((first[0], _kind(text, first, tabs, before is first)))
            first = line
        before = line
    found.append((first[0], _kind(text, first, tabs, False)))
    return found


def _lines(text: str) -> list[tuple[int, int, int]]:
    """Return (start, end, blank lines before) of every line that holds something, outer spaces cut."""
    lines: list[tuple[int, int, int]] = []
    blanks = position = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            start = position + (len(line) - len(line.lstrip()) if line[0].isspace() else 0)
            lines.append((start, start + len(stripped), blanks))
            blanks = 0
        else:
            blanks += 1
        position += len(line)
    return lines


def _wrap_width(lines: list[tuple[int, int, int]]) -> int:
    """Return the width that the lines were wrapped to, 0 where they were not: the 90th percentile of long ones."""
    if len(lines) < 3:
        return 0
    lengths = sorted([end - start for start, end, _ in lines])
    width = lengths[len(lengths) * 9 // 10 - 1]
    return width if 30 <= width <= WIDEST_WRAP else 0


def _blank_lines_wrap(text: str, lines: list[tuple[int, int, int]]) -> bool:
    """Tell whether blank lines stand inside sentences: at least two of them, and a quarter, are followed by lower case."""
    blank = inside = 0
    for place, (start, _, blanks) in enumerate(lines):
        if blanks and place:
            blank += 1
            if text[start].islower():
                inside += text[lines[place - 1][1] - 1] not in TERMINAL
    return inside >= 2 and inside * 4 >= blank


def _breaks(
    text: str, before: tuple[int, int, int], after: tuple[int, int, int], width: int, loose: bool, tabs: bool
) -> bool:
    """Tell whether a new paragraph begins with the line `after`."""
    start, end, _ = before
    next_start, next_end, blanks = after
    opening, closing = text[next_start], text[end - 1]
    opens_lower = False
    if not opening.isupper():  # most lines open with a capital, which is no mark
        if opening == "|" or _list_item().match(text, next_start):
            return True
        opens_lower = opening.islower() or opening in ",;)"
    if text[start] == "|" or (tabs and "\t" in text[next_start:next_end]):
        return True
    complete = closing in TERMINAL
    if blanks:
        if blanks > 1 and not opens_lower:
            return True
        return not (opens_lower and not complete) and not (loose and (not complete or closing in ",;"))
    if opens_lower and not complete:
        return False
    if not width:
        return True
    word = len(text[next_start:next_end].split(None, 1)[0])
    return end - start + 1 + word <= width - 8 or (complete and end - start < width * 3 // 4)


def _kind(text: str, line: tuple[int, int, int], tabs: bool, short: bool) -> str:
    """Return the kind of a paragraph by its first line; `short` tells that it has no other, and is not the last one."""
    start, end, _ = line
    opening = text[start]
    if opening == "|" or (tabs and "\t" in text[start:end]):
        return "t"
    if not opening.isupper():
        if opening == "#":
            return "h"
        if _list_item().match(text, start):
            return "l"
    return "h" if short and end - start <= 120 and text[end - 1] not in '.!?…:;,"”»)' else "p"
