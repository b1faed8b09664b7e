"""Who and what a document names."""

from typing import Literal

from attrs import frozen

from claimcheck.model.spans import Span

NameType = Literal["person", "organisation", "place", "group", "work", "role", "unknown"]


@frozen
class Name:
    """One entity of a document: its fullest form, every form used for it, and where they stand.

    `canonical` is the fullest form without titles, or the curated alias table's form ("Islamic State" for "ISIS"); it is
    what may be compared across documents. `forms` are the surfaces found, `spans` all their places in text order.
    `roles` are the role nouns that the document gives it ("envoy", "president"), usable within the document only.
    """

    canonical: str
    type: NameType
    forms: tuple[str, ...]
    spans: tuple[Span, ...]
    roles: tuple[str, ...] = ()
