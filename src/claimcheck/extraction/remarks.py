"""Remarks by which an author silences findings: `<!-- claimcheck: ignore[value] the mayor corrected it -->`.

A remark that has a line, or in HTML the place between two blocks, to itself is about the block that follows it; one within a block
is about that block. `ignore-file` is about the whole document. Rules and verdicts stand in brackets, separated by commas; without
brackets everything is meant. There is no remark without a reason.
"""

from bisect import bisect_left
from collections.abc import Sequence
from difflib import get_close_matches
from functools import cache
from typing import get_args

import regex
from attrs import frozen

from claimcheck.model import RuleName, Suppression, Verdict

NAMES: tuple[str, ...] = (*get_args(RuleName), *get_args(Verdict), "unsupported")


@frozen
class Remark:
    """A remark where it stands in the text that was taken out; `ahead` if it is about what follows."""

    offset: int
    ahead: bool
    whole: bool
    names: tuple[str, ...]
    reason: str


@cache
def remark_pattern() -> regex.Pattern[str]:
    """Return the pattern of what stands in a comment that is a remark."""
    return regex.compile(
        r"\s*+claimcheck:\s*+(?P<what>[\w-]*+)(?:\[(?P<names>[^\]]*+)\])?+\s*+(?P<reason>.*)", regex.DOTALL
    )


def read_remark(comment: str, offset: int, *, ahead: bool) -> Remark | str | None:
    """Read the inside of a comment: a remark, what is wrong with it, or None if it is another comment."""
    match = remark_pattern().fullmatch(comment)
    if match is None:
        return None
    what, names = match["what"], tuple(name.strip() for name in (match["names"] or "").split(",") if name.strip())
    if what not in ("ignore", "ignore-file"):
        return f"'claimcheck: {what}' says nothing; write 'claimcheck: ignore[RULE] reason'"
    for name in names:
        if name not in NAMES:
            close = get_close_matches(name, NAMES, 1)
            way_out = f"did you mean {close[0]!r}?" if close else f"there are {', '.join(NAMES)}"
            return f"'claimcheck: ignore' of {name!r}, which is neither a rule nor a verdict; {way_out}"
    reason = " ".join(match["reason"].split())
    if not reason:
        return "'claimcheck: ignore' gives no reason, so nothing is ignored; write one after it"
    return Remark(offset, ahead, what == "ignore-file", names, reason)


def suppressions_of(remarks: Sequence[Remark], text: str) -> tuple[Suppression, ...]:
    """Give each remark the block of the text that it is about."""
    if not remarks:
        return ()
    gaps = [match.span() for match in _gap().finditer(text)]
    starts = [0, *(end for _, end in gaps)]
    ends = [*(start for start, _ in gaps), len(text)]
    found: list[Suppression] = []
    for remark in remarks:
        start, end = 0, len(text)
        if not remark.whole:
            # A remark ahead of a block may stand in the gap before it, whose blank lines belong to neither.
            block = bisect_left(ends, remark.offset) if not remark.ahead else bisect_left(starts, remark.offset)
            block = min(block, len(starts) - 1)
            start, end = starts[block], ends[block]
        found.append(Suppression(start, end, remark.names, remark.reason))
    return tuple(found)


@cache
def _gap() -> regex.Pattern[str]:
    return regex.compile(r"\r?+\n[ \t]*+\r?+\n\s*+")
