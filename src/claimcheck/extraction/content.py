"""What a file holds, whatever its format."""

from attrs import field, frozen

from claimcheck.model import SourceMap, Suppression


@frozen(kw_only=True)
class Metadata:
    """What a file says about itself; dates as written, in the order in which the ways to say them are to be believed.

    `saved` are those that may be of something else than the text: when the file was made, the only day that a page names.
    """

    published: tuple[str, ...] = ()
    saved: tuple[str, ...] = ()
    title: str | None = None
    publisher: str | None = None


@frozen(kw_only=True)
class Content:
    """The text of a file and the way back, its metadata, what it silences, and what a reader should know of it.

    `warnings` are sentences that follow the file's name.
    """

    text: str
    source_map: SourceMap | None = None
    metadata: Metadata = field(factory=Metadata)
    suppressions: tuple[Suppression, ...] = ()
    warnings: tuple[str, ...] = ()
