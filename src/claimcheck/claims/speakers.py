"""Who says what stands at a place."""

from bisect import bisect_right

from claimcheck.model import Attribution, Mention
from claimcheck.model.internal import internal

BEFORE = 13
"""How many pieces that begin before a place are looked at."""


@internal
class Covering:
    """The content pieces of a document's attributions: `starts` ascending, how far any up to each reaches, and all."""

    starts: list[int]
    reach: list[int]
    pieces: list[tuple[int, int, int]]
    attributions: tuple[Attribution, ...]

    @classmethod
    def of(cls, attributions: tuple[Attribution, ...]) -> "Covering":
        """Order the pieces."""
        pieces = sorted(
            [(span.start, span.end, index) for index, item in enumerate(attributions) for span in item.content]
        )
        reach: list[int] = []
        for _, end, _ in pieces:
            reach.append(end if not reach or end > reach[-1] else reach[-1])
        return cls([start for start, _, _ in pieces], reach, pieces, attributions)

    def innermost(self, mention: Mention) -> Attribution | None:
        """Return the attribution with the shortest piece around a mention."""
        index, last, reach = bisect_right(self.starts, mention.start) - 1, mention.end, self.reach
        shortest, found = 1 << 60, None
        stop = index - BEFORE if index > BEFORE else -1
        while index > stop and reach[index] >= last:  # else no piece up to it goes so far
            start, end, owner = self.pieces[index]
            if end >= last and end - start < shortest:
                shortest, found = end - start, owner
            index -= 1
        return None if found is None else self.attributions[found]


def speaker_of(attribution: Attribution) -> str | None:
    """Return the name of a source, or what it is called in the text."""
    return attribution.name or (attribution.speaker.text if attribution.speaker else None)
