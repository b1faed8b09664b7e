"""Tags, comments and entities, as browsers read them.

The parser of the standard library takes quadratic time for input like `<a<a<a` in several of the Python versions that are
supported, and knows no offsets; every pattern here takes what it begins, to the end of the file if need be, so that time is linear.
"""

from collections.abc import Mapping
from functools import cache
from html import unescape

import regex


@cache
def tag_pattern() -> regex.Pattern[str]:
    """Return the pattern of one piece of markup: a comment, a tag with `name` and `attributes`, or a declaration."""
    return regex.compile(
        r"""
        <!--(?P<comment>-?>|.*?-->|.*)                        # without an end it takes the rest, as in browsers
        | <(?P<close>/)?+(?P<name>[a-zA-Z][^\s/>]*+)
          (?P<attributes>(?:[^>=]++|=\s*+(?:"[^"]*+"?+|'[^']*+'?+)?+)*+) >?+
        | <[!?/][^>]*+>?+
        """,
        regex.VERBOSE | regex.DOTALL | regex.ASCII,
    )


@cache
def entity_pattern() -> regex.Pattern[str]:
    """Return the pattern of a character reference."""
    return regex.compile(r"&(?:\#[xX]?[0-9a-fA-F]{1,10}|[a-zA-Z][a-zA-Z0-9]{1,31});?")


def character(entity: str) -> str:
    """Return what a character reference stands for: itself if it is none, nothing for an optional hyphen.

    >>> character("&pound;"), character("&#8364;"), character("&shy;")
    ('£', '€', '')
    """
    return unescape(entity).replace("\u00ad", "")


def attributes_of(written: str) -> Mapping[str, str]:
    """Return the attributes of a tag by their lower-case names; of one that is given twice the first counts.

    >>> attributes_of(' name=date CONTENT="2031-02-17" hidden')
    {'name': 'date', 'content': '2031-02-17', 'hidden': ''}
    """
    found: dict[str, str] = {}
    for match in _attribute().finditer(written):
        name, quoted, single, bare = match.groups()
        found.setdefault(name.lower(), unescape(quoted or single or bare or ""))
    return found


@cache
def _attribute() -> regex.Pattern[str]:
    return regex.compile(r"""([^\s=/"'>]++)(?:\s*+=\s*+(?:"([^"]*+)"?+|'([^']*+)'?+|([^\s>]*+)))?+""")
