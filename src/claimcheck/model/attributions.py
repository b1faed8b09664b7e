"""Who said what."""

from typing import Literal

from claimcheck.model.internal import sealed
from claimcheck.model.spans import Passage, Span

AttributionKind = Literal["direct", "indirect", "mixed"]
SourceType = Literal["person", "organisation", "anonymous", "plural", "document", "unknown"]
Polarity = Literal["positive", "negative"]
Modality = Literal["asserted", "forecast", "planned", "requested", "hypothetical", "denied"]


@sealed
class Attribution:
    """A source, a cue and the content that it gives to the source (PARC's terms).

    `content` may be several pieces, in text order. `speaker` is the mention in the text, `name` who that is, canonical
    within the document and comparable across documents unless `source_type` is `anonymous` or `plural`. `grade` is the
    force of the cue from the lexicon ("said", "claimed", "estimated", "predicted", "denied", ...). `when` is the id of
    the mention that says when it was said; `within` the id of the attribution that contains it. `relay` is who passed
    it on ("X said, citing Y": name Y, relay X). `id` is `DOCUMENT#a1`, in order of the first piece's offset.
    """

    id: str
    document: str
    kind: AttributionKind
    content: tuple[Span, ...]
    cue: Passage | None
    speaker: Passage | None
    name: str | None
    source_type: SourceType = "unknown"
    grade: str | None = None
    medium: str | None = None
    when: str | None = None
    within: str | None = None
    relay: str | None = None
    polarity: Polarity = "positive"
    modality: Modality = "asserted"

    def covers(self, start: int, end: int) -> bool:
        """Tell whether a stretch of text lies within the content."""
        return any(piece.start <= start and end <= piece.end for piece in self.content)
