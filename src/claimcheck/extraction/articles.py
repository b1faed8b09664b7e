"""The article of a web page without what stands around it, as trafilatura finds it (the extra `[html]`).

Trafilatura gives a text without offsets. So its text only says which of our blocks belong to the article: offsets stay exact.
"""

import logging
import re
from functools import cache
from typing import Any

from attrs import evolve

from claimcheck.errors import require
from claimcheck.extraction.content import Content
from claimcheck.model import SourceMap, Suppression

_BREAK = "\n\n"
_LONG = 40  # a block of so many letters and digits that stands within the article's text is part of it


def keep_article(content: Content, source: str) -> Content:
    """Return the content of a page with only the blocks of its article; all of it, with a warning, if none is found."""
    trafilatura: Any = require("trafilatura", extra="html", purpose="--article")
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    article: str | None = trafilatura.extract(source, include_comments=False, include_tables=True, favor_recall=True)
    kept = _kept(content.text, article or "")
    if not kept:
        return evolve(content, warnings=(*content.warnings, "no article was found; the whole page is read"))
    return _cut(content, kept)


def _kept(text: str, article: str) -> list[tuple[int, int]]:
    lines = {_letters(line) for line in article.splitlines()}
    whole = _letters(article)
    found: list[tuple[int, int]] = []
    start = 0
    for end in [*(match.start() for match in _gap().finditer(text)), len(text)]:
        block = _letters(text[start:end])
        if block and (block in lines or (len(block) >= _LONG and block in whole)):
            found.append((start, end))
        start = end + len(_BREAK)
    return found


def _cut(content: Content, spans: list[tuple[int, int]]) -> Content:
    """Return a content with only some spans of its text, a paragraph each."""
    old = content.source_map
    assert old is not None
    pieces = list(zip(old.texts, (*old.texts[1:], len(content.text)), old.starts, old.ends, strict=True))
    parts, kept, shifts = list[str](), list[tuple[int, int, int]](), dict[int, int]()
    length = at = 0
    for start, end in spans:
        while pieces[at][1] <= start:
            at += 1
        if parts:
            parts.append(_BREAK)
            kept.append((length, pieces[at][2], pieces[at][2]))
            length += len(_BREAK)
        shifts[start] = length - start
        parts.append(content.text[start:end])
        # Blocks begin and end where pieces do: what ends a block is a piece of its own.
        while at < len(pieces) and pieces[at][0] < end:
            kept.append((pieces[at][0] + shifts[start], *pieces[at][2:]))
            at += 1
        length += end - start
    texts, starts, ends = zip(*kept, (length, old.ends[-1], old.ends[-1]), strict=True)
    remarks = (_moved(item, spans, shifts, length, len(content.text)) for item in content.suppressions)
    return evolve(
        content,
        text="".join(parts),
        source_map=SourceMap(old.format, texts=texts, starts=starts, ends=ends, lines=old.lines),
        suppressions=tuple(item for item in remarks if item is not None),
    )


def _moved(
    item: Suppression, spans: list[tuple[int, int]], shifts: dict[int, int], length: int, before: int
) -> Suppression | None:
    if (item.start, item.end) == (0, before):
        return evolve(item, end=length)
    for start, end in spans:
        if start <= item.start and item.end <= end:
            return evolve(item, start=item.start + shifts[start], end=item.end + shifts[start])
    return None


def _letters(text: str) -> str:
    return "".join(_word().findall(text)).casefold()


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(r"\n\n")
