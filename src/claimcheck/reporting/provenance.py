"""Who says a claim, when, and where: the words that every format for people shares."""

from collections.abc import Iterable
from functools import cached_property

from attrs import field, frozen

from claimcheck.model import Claim, Document, Mention, Report
from claimcheck.reporting.places import Places


@frozen
class Provenance:
    """A report's documents, mentions and lines by id, looked up on demand."""

    report: Report = field(repr=False)

    @cached_property
    def documents(self) -> dict[str, Document]:
        """The documents by id."""
        return {document.id: document for document in self.report.documents}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Where each document stands in the report, by id."""
        return {document.id: number for number, document in enumerate(self.report.documents)}

    @cached_property
    def _mentions(self) -> dict[str, Mention]:
        return {mention.id: mention for mention in self.report.mentions}

    @cached_property
    def _places(self) -> dict[str, Places]:
        return {document.id: Places(document.text) for document in self.report.documents}

    def place(self, document: str, offset: int) -> tuple[int, int]:
        """Return line and column of an offset in a document, both from 1: those of the file that the text was taken from."""
        source_map = self.documents[document].source_map
        if source_map is None:
            return self._places[document].of(offset)
        position = source_map.position(offset, offset)
        return position.line, position.column

    def last_place(self, document: str, end: int) -> tuple[int, int]:
        """Return line and column just after the last character before an offset: in a file, markup may follow it."""
        line, column = self.place(document, end - 1)
        return line, column + 1

    def extent(self, document: str, start: int, end: int) -> tuple[int, int]:
        """Return offset and length in code points of a passage in the file that the text was taken from."""
        source_map = self.documents[document].source_map
        if source_map is None:
            return start, end - start
        position = source_map.position(start, end)
        return position.start, position.end - position.start

    def location(self, claim: Claim) -> str:
        """Return `document:line:column` of a claim's figure, `document:p3:line:column` where the file has pages."""
        start = figure_start(claim)
        line, column = self.place(claim.document, start)
        source_map = self.documents[claim.document].source_map
        page = source_map.position(start, start).page if source_map else None
        return f"{claim.document}:p{page}:{line}:{column}" if page else f"{claim.document}:{line}:{column}"

    def who(self, claim: Claim) -> str:
        """Return who says it, with the cue as written: `Mara Lind, "said"`; its publisher's where it is the document's own voice."""
        attribution = claim.attribution
        if attribution is None:
            return claim.speaker or self.documents[claim.document].publisher or "the document itself"
        name = claim.speaker or attribution.name or (attribution.speaker.text if attribution.speaker else "someone")
        parts = [name]
        if attribution.medium:
            parts.append(f"on {attribution.medium}")
        if attribution.grade and attribution.grade != "said":
            parts.append(attribution.grade)
        if attribution.relay:
            parts.append(f"passed on by {attribution.relay}")
        return ", ".join(parts)

    def when(self, claim: Claim) -> str:
        """Return when it was said, when what is said holds, and when the document was published, as far as known."""
        parts: list[str] = []
        spoken = self._mentions.get(claim.attribution.when) if claim.attribution and claim.attribution.when else None
        if spoken is not None:
            parts.append(f"said {dated_text(spoken)}")
        if claim.time is not None:
            holds = self._mentions.get(claim.time.mention) if claim.time.mention else None
            parts.append(f"as of {dated_text(holds)}" if holds else f"as of {claim.time.period.start or 'then'}")
        parts.append(self.published(claim.document))
        return "; ".join(parts)

    def published(self, document: str) -> str:
        """Return when a document was published or, where only that is known, when its file was saved."""
        item = self.documents[document]
        if item.published_date is not None:
            return f"published {item.published_date.isoformat()}"
        return f"saved {item.saved.isoformat()}" if item.saved else "publication date unknown"


def voices(claims: Iterable[Claim], provenance: Provenance) -> list[list[Claim]]:
    """Gather the claims that have the same sentence from the same source: copies of one report are shown once."""
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in claims:
        sentence = claim.sentence.of(provenance.documents[claim.document].text)
        place = str(figure_start(claim) - claim.sentence.start)
        source = claim.attribution.name or claim.speaker or "" if claim.attribution else ""
        groups.setdefault((" ".join(sentence.split()), place, source), []).append(claim)
    return list(groups.values())


def figure_start(claim: Claim) -> int:
    """Return where the figure begins, with the word before it that bounds or hedges it."""
    modifier = claim.mention.modifier
    return min(claim.mention.start, modifier.start) if modifier else claim.mention.start


def figure_end(claim: Claim) -> int:
    """Return where the figure ends, with the word after it that bounds or hedges it."""
    modifier = claim.mention.modifier
    return max(claim.mention.end, modifier.end) if modifier else claim.mention.end


def unsupported_text(claim: Claim) -> str:
    """Return what is told of a draft's claim that has no counterpart: `no source says '14' (shops)`."""
    about = " ".join(claim.subject.text.split()) if claim.subject else ""
    return f"no source says {claim.mention.text!r}" + (f" ({about})" if about else "")


def dated_text(mention: Mention) -> str:
    """Return a time as written, and what it was resolved to if it is relative: `late Saturday (2031-02-15)`."""
    timex = mention.timex
    words = " ".join(mention.text.split())
    told = (
        timex and timex.value and timex.anchored and not timex.value.endswith("_REF")
    )  # PRESENT_REF says no more than "now"
    return f"{words} ({timex.value})" if timex and told else words
