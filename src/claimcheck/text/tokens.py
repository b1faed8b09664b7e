"""Words, numbers and marks with their offsets, in one pass over the text."""

from functools import cache

import regex

from claimcheck.text.kinds import classify


@cache
def token_pattern() -> regex.Pattern[str]:
    """Compile the token pattern: every alternative is possessive, so a text costs time in proportion to its length."""
    return regex.compile(
        r"""
          \p{Lu}?+\p{Ll}++(?![\p{L}\p{M}'’])         # most words
        | [0-9]++(?:[.,][0-9]++)*+            # 1,234.5
        | \p{Ll}{2,}+(?=(?:\p{Lu}\.){2})      # "thatU.S.": a word glued to an abbreviation ends where that begins
        | (?:\p{Lu}\.){2,}+                   # U.S.
        | \p{L}[\p{L}\p{M}]*+(?:['’](?!s(?![\p{L}\p{N}]))\p{L}[\p{L}\p{M}]*+)*+   # don't, O'Brien, NATO
        | (?<=[\p{L}\p{N}.])['’]s(?![\p{L}\p{N}])  # the clitic of "Sales's", "1990's"
        | \.{2,}+                             # an ellipsis
        | ``|''                               # quote marks of TeX
        | [^\s]
        """,
        regex.VERBOSE,
    )


def scan(text: str) -> tuple[tuple[int, ...], tuple[int, ...], tuple[str, ...], str]:
    """Return the columns of a text's tokens: starts, ends, norms and kinds (see `Tokens`)."""
    pattern = token_pattern()
    spans = [match.span() for match in pattern.finditer(text)]
    if not spans:
        return (), (), (), ""
    starts, ends = zip(*spans, strict=True)
    known: dict[str, tuple[str, str]] = {}
    norms: list[str] = []
    kinds: list[str] = []
    for start, end in spans:
        word = text[start:end]
        entry = known.get(word)
        if entry is None:
            entry = known[word] = classify(word)
        norms.append(entry[0])
        kinds.append(entry[1])
    return starts, ends, tuple(norms), "".join(kinds)
