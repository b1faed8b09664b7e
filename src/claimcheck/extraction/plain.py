"""Plain text: taken as it is, but for remarks to this program."""

from functools import cache

import regex

from claimcheck.extraction.building import TextBuilder
from claimcheck.extraction.content import Content
from claimcheck.extraction.remarks import Remark, read_remark, suppressions_of


def read_plain(source: str) -> Content:
    """Return a text; remarks are kept out of it, and without any it is its own source.

    >>> read_plain("12 died. <!-- claimcheck: ignore by hand -->").text
    '12 died. '
    """
    builder, remarks, warnings, done = TextBuilder(source), list[Remark](), list[str](), 0
    for match in _comment().finditer(source):
        builder.copy(done, match.start())
        done = match.end()
        remark = read_remark(match[1], builder.length, ahead=stands_alone(source, match.start(), done))
        if isinstance(remark, Remark):
            remarks.append(remark)
        elif remark:
            warnings.append(remark)
    if not done:
        return Content(text=source)
    builder.copy(done, len(source))
    text = builder.text()
    return Content(
        text=text,
        source_map=builder.source_map("text"),
        suppressions=suppressions_of(remarks, text),
        warnings=tuple(warnings),
    )


def stands_alone(source: str, start: int, end: int) -> bool:
    """Tell whether what stands between two offsets has its lines to itself."""
    before = source.rfind("\n", max(0, start - 1000), start) + 1
    after = source.find("\n", end, end + 1000)
    return not source[before:start].strip() and not source[end : after if after >= 0 else end + 1000].strip()


@cache
def _comment() -> regex.Pattern[str]:
    return regex.compile(r"<!--(\s*+claimcheck:(?:[^-<]++|-(?!->)|<(?!!--))*+)-->")
