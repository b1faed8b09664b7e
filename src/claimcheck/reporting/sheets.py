"""Documents cut into pieces for the HTML report: whole, or around what conflicts where there is too much text for a page."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from claimcheck.model import Document, Mention
from claimcheck.reporting.provenance import Provenance

MOST_TEXT = 2_000_000  # characters of all documents together that are shown whole
_AROUND = 600  # characters on either side of a figure, where they are not
_CUT = "\n[…]\n"


@frozen
class Piece:
    """A stretch of a document; a figure has an anchor, and the ids of the conflicts that it is part of."""

    text: str
    anchor: str | None = None
    conflicts: tuple[str, ...] = ()


@frozen
class Sheet:
    """A document cut into pieces; its number is its place in the report."""

    number: int
    document: Document
    draft: bool
    pieces: tuple[Piece, ...]


def cut_sheets(provenance: Provenance, clashes: Mapping[str, tuple[str, ...]]) -> tuple[Sheet, ...]:
    """Cut all documents, the draft first: it is what the reader works on. `clashes` are the conflicts of each mention."""
    report = provenance.report
    whole = sum(len(document.text) for document in report.documents) <= MOST_TEXT
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in report.mentions:
        mentions[mention.document].append(mention)
    sheets: list[Sheet] = []
    for number, document in enumerate(report.documents):
        figures = mentions[document.id]
        centres = None if whole else [figure for figure in figures if figure.id in clashes]
        pieces = tuple(_pieces(document.text, number, figures, clashes, _windows(document.text, centres)))
        sheets.append(Sheet(number, document, document.id == report.draft, pieces))
    return tuple(sorted(sheets, key=lambda sheet: not sheet.draft))


def _windows(text: str, centres: Sequence[Mention] | None) -> list[tuple[int, int]]:
    """Return the stretches to be shown: around the centres; the beginning where there are none, all without a choice."""
    if centres is None:
        return [(0, len(text))]
    windows = [(0, min(len(text), _AROUND))]
    for centre in centres:
        low, high = max(0, centre.start - _AROUND), min(len(text), centre.end + _AROUND)
        if low <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(high, windows[-1][1]))
        else:
            windows.append((low, high))
    return windows


def _pieces(
    text: str,
    number: int,
    mentions: Sequence[Mention],
    clashes: Mapping[str, tuple[str, ...]],
    windows: Sequence[tuple[int, int]],
) -> Iterator[Piece]:
    last = at = 0
    for low, high in windows:
        if low > last:
            yield Piece(_CUT)
            last = low
        while at < len(mentions) and mentions[at].end <= high:
            mention = mentions[at]
            at += 1
            if mention.start < last:
                continue
            yield Piece(text[last : mention.start])
            yield Piece(mention.text, f"d{number}-{mention.start}", clashes.get(mention.id, ()))
            last = mention.end
        yield Piece(text[last:high])
        last = max(last, high)
    if last < len(text):
        yield Piece(_CUT)
