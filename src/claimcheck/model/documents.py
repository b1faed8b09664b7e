"""What goes in."""

from collections.abc import Iterable
from datetime import date, datetime

from attrs import field, frozen
from attrs.validators import instance_of, optional

from claimcheck.model.sources import SourceMap, Suppression


def _kept(suppressions: Iterable[Suppression]) -> tuple[Suppression, ...]:
    return tuple(suppressions)  # a converter `tuple[Suppression, ...]` raises and catches an error for each document


@frozen(kw_only=True)
class Document:
    """One text with what is known about it.

    `id` must differ between the documents of one call. `published` is the reference of relative dates; without it
    they stay unresolved, unless the text dates itself, or else its file: `saved` is the day that the file's properties give, which
    may be that of a copy. Papers of one `group` are one voice. The text is kept as given: all offsets point into it. A text that was
    taken out of a file with markup has a `source_map` from these offsets to those in the file, and the `suppressions` that its author
    wrote into it.

    Examples:
        >>> Document(text="Twelve died.").id
        'text'
    """

    text: str = field(
        validator=instance_of(str), repr=lambda text: repr(text if len(text) <= 40 else text[:37] + "...")
    )
    id: str = field(default="text", validator=instance_of(str))
    published: date | datetime | None = field(default=None, validator=optional(instance_of(date)))
    publisher: str | None = field(default=None, validator=optional(instance_of(str)))
    title: str | None = field(default=None, validator=optional(instance_of(str)))
    group: str | None = field(default=None, validator=optional(instance_of(str)))
    saved: date | None = field(default=None, validator=optional(instance_of(date)))

    source_map: SourceMap | None = field(default=None, validator=optional(instance_of(SourceMap)), repr=False)
    suppressions: tuple[Suppression, ...] = field(default=(), converter=_kept, repr=False)

    @property
    def published_date(self) -> date | None:
        """The day of publication, without a time."""
        return self.published.date() if isinstance(self.published, datetime) else self.published

    @property
    def house(self) -> str:
        """Whose voice its own words are: the publisher's group, the publisher, else the document's."""
        return self.group or self.publisher or self.id

    def _repr_html_(self) -> str:
        """Show it in a notebook."""
        from claimcheck.model.cards import document_card

        return document_card(self)
