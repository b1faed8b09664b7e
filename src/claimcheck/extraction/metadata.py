"""What a web page says about itself: meta tags, linked data, times."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from attrs import define, field

from claimcheck.extraction.content import Metadata

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date",
    "dcterms.issued", "pubdate", "publishdate", "publish-date", "publication_date", "parsely-pub-date",
    "sailthru.date", "citation_publication_date", "citation_date",
)  # fmt: skip
_SAVED = ("dcterms.created", "dc.date.created", "datecreated", "article:modified_time", "og:updated_time", "dcterms.modified",
    "dc.date.modified", "datemodified", "last-modified", "revised")  # fmt: skip
_TITLES = ("og:title", "dc.title", "dcterms.title", "citation_title", "headline", "twitter:title")
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "citation_journal_title")
_DEEPEST = 6


@define
class MetadataCollector:
    """Gathers what is said, as it comes."""

    title: str | None = None
    _named: dict[str, str] = field(factory=dict[str, str])
    _linked: list[dict[str, Any]] = field(factory=list[dict[str, Any]])
    _times: list[tuple[str, bool]] = field(factory=list[tuple[str, bool]])

    def meta(self, attributes: Mapping[str, str]) -> None:
        """Note a `<meta>`."""
        for key in ("property", "name", "itemprop"):
            if attributes.get(key) and attributes.get("content"):
                self._named.setdefault(attributes[key].lower(), attributes["content"].strip())

    def time(self, attributes: Mapping[str, str]) -> None:
        """Note a `<time>`."""
        if attributes.get("datetime"):
            marked = "pubdate" in attributes or attributes.get("itemprop") == "datePublished"
            self._times.append((attributes["datetime"], marked))

    def linked_data(self, script: str) -> None:
        """Note what a script of JSON-LD says; what is no JSON says nothing."""
        try:
            self._linked += _objects(json.loads(script), _DEEPEST)
        except (ValueError, RecursionError):
            return

    def metadata(self) -> Metadata:
        """Return what is to be believed of it."""
        linked = [item for item in self._linked if isinstance(item.get("datePublished"), str)]
        article = linked[0] if linked else {}
        dates = [self._named[name] for name in _PUBLISHED if name in self._named]
        dates += [str(article["datePublished"])] if article else []
        dates += [when for when, marked in self._times if marked]
        saved = [self._named[name] for name in _SAVED if name in self._named]
        if len({when[:10] for when, _ in self._times}) == 1:
            saved.append(self._times[0][0])  # the only day that the page names
        return Metadata(
            published=tuple(dates),
            saved=tuple(saved),
            title=self._first(_TITLES) or _string(article.get("headline")) or self.title,
            publisher=self._first(_PUBLISHERS) or _name(article.get("publisher")),
        )

    def _first(self, names: Sequence[str]) -> str | None:
        return next((self._named[name] for name in names if self._named.get(name)), None)


def _objects(value: object, depth: int) -> Iterator[dict[str, Any]]:
    """Return every object in a value of JSON, outer ones first."""
    if not depth:
        return
    if isinstance(value, list):
        for item in cast("list[object]", value):
            yield from _objects(item, depth - 1)
    elif isinstance(value, dict):
        table = cast("dict[str, Any]", value)
        yield table
        yield from _objects(table.get("@graph"), depth - 1)
        yield from _objects(table.get("mainEntity"), depth - 1)


def _string(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _name(value: object) -> str | None:
    return _string(cast("dict[str, Any]", value).get("name")) if isinstance(value, dict) else _string(value)
