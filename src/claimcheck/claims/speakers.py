"""Who says what stands at a place."""

from bisect import bisect_right

from attrs import frozen

from claimcheck.model import Attribution, Mention

BEFORE = 12
"""How many pieces that begin before a place are looked at."""


@frozen
class Covering:
    """The content pieces of a document's attributions, by where they start."""

    pieces: tuple[tuple[int, int, int], ...]
    attributions: tuple[Attribution, ...]

    @classmethod
    def of(cls, attributions: tuple[Attribution, ...]) -> "Covering":
        """Order the pieces."""
        pieces = [(span.start, span.end, index) for index, item in enumerate(attributions) for span in item.content]
        return cls(tuple(sorted(pieces)), attributions)

    def innermost(self, mention: Mention) -> Attribution | None:
        """Return the attribution with the shortest piece around a mention."""
        index = bisect_right(self.pieces, (mention.start, 1 << 60, 0)) - 1
        shortest, found, last = 1 << 60, None, mention.end
        for start, end, owner in reversed(self.pieces[max(0, index - BEFORE) : index + 1]):
            if end >= last and end - start < shortest:
                shortest, found = end - start, owner
        return None if found is None else self.attributions[found]


def speaker_of(attribution: Attribution | None) -> str | None:
    """Return the name of a source, or what it is called in the text."""
    if attribution is None:
        return None
    return attribution.name or (attribution.speaker.text if attribution.speaker else None)
