"""The head of a Markdown file, between lines of `---` (YAML) or `+++` (TOML)."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

import regex

from claimcheck.extraction.content import Metadata

_PUBLISHED = ("published", "date", "pubdate", "publishdate", "publication_date")
_SAVED = ("updated", "modified", "lastmod", "last_modified", "created")
_PUBLISHERS = ("publisher", "publication", "author")


def read_front_matter(source: str) -> tuple[Metadata, int]:
    """Return what the head says, and where the text begins: 0 if there is no head.

    Of YAML only lines of the form `key: value` are read: more is not needed, and a parser would be one more dependency. Lines that
    cannot be YAML make it no head but text between two rulers. Who wrote it stands for the publisher where there is none.

    >>> read_front_matter("---\\ntitle: 'A fire'\\ndate: 2031-05-04\\n---\\nText")
    (Metadata(published=('2031-05-04',), saved=(), title='A fire', publisher=None), 41)
    """
    match = _head().match(source)
    if match is None:
        return Metadata(), 0
    values = _toml(match["toml"]) if match["toml"] is not None else _yaml(match["yaml"])
    return (
        Metadata(
            published=tuple(values[key] for key in _PUBLISHED if values.get(key)),
            saved=tuple(values[key] for key in _SAVED if values.get(key)),
            title=values.get("title") or None,
            publisher=next((values[key] for key in _PUBLISHERS if values.get(key)), None),
        ),
        match.end(),
    )


def _toml(head: str) -> Mapping[str, str]:
    try:
        values: dict[str, Any] = tomllib.loads(head.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError:
        return {}
    return {key.lower(): str(value) for key, value in values.items() if not isinstance(value, dict | list)}


def _yaml(head: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for match in _pair().finditer(head):
        value = match[2].strip()
        quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
        found.setdefault(match[1].lower(), value[1:-1] if quoted else value.split(" #")[0].rstrip())
    return found


@cache
def _head() -> regex.Pattern[str]:
    end = r"[ \t]*+\r?(?:\n|\Z)"
    pair = r"""[\w"'][\w .@/"'-]*+:(?:[ \t][^\n]*+)?\r?\n"""
    yaml = rf"(?:[ \t]*+(?:\#[^\n]*+)?\r?\n | [ \t]++[^\n]++\n | -[ \t][^\n]*+\n | {pair})"  # blank, deeper, an item, a pair
    return regex.compile(
        rf"""
          ---[ \t]*+\r?\n (?P<yaml>{yaml}{{0,500}}+) (?:---|\.\.\.){end}
        | \+\+\+[ \t]*+\r?\n (?P<toml>(?:(?!\+\+\+{end})[^\n]*+\n){{0,500}}+) \+\+\+{end}
        """,
        regex.VERBOSE,
    )


@cache
def _pair() -> regex.Pattern[str]:
    return regex.compile(r"^([A-Za-z][\w-]*+)[ \t]*+:[ \t]++([^\r\n]++)", regex.MULTILINE)
