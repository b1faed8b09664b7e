"""What is known around the claims that are compared: when and where they stand."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from operator import attrgetter

from attrs import define, field, frozen
from attrs.setters import NO_OP

from claimcheck.comparing.nature import Natures
from claimcheck.model import Analysis, Claim, Period

Place = tuple[str, int]
"""A sentence: its document, and where it begins there."""
CACHED = 4096
"""Days whose periods are kept: many documents are of one day."""
FORMER = "from"
"""The role of a level from which a figure moved."""
BEGINNING = attrgetter("sentence.start")
"""Where the sentence of a claim begins."""


@define(eq=False, weakref_slot=False, on_setattr=NO_OP)
class Said:
    """What the claims of a sentence say of each other: their one time, and the `levels` from which figures moved.

    `word` is the one with which it takes an earlier figure back, empty if it does not, None until it has been looked for.
    """

    time: Period | None
    levels: Sequence[Claim]
    word: str | None = None


@frozen
class Setting:
    """What is known around the claims: their documents, and what the sentences of these say, found when it is asked for."""

    analyses: Mapping[str, Analysis]
    natures: Natures
    draft: str | None = None
    _said: dict[Place, Said] = field(factory=dict[Place, Said], eq=False, repr=False)
    _spoken_of: dict[tuple[str, Period], bool] = field(factory=dict[tuple[str, Period], bool], eq=False, repr=False)

    @classmethod
    def of(cls, analyses: Iterable[Analysis], natures: Natures, draft: str | None) -> "Setting":
        """Gather it from the analyses."""
        return cls({analysis.document.id: analysis for analysis in analyses}, natures, draft)

    def source(self, claim: Claim) -> str:
        """Name where a claim stands: the publisher, else the document."""
        document = self.analyses[claim.document].document
        return document.publisher or document.id

    def time(self, claim: Claim) -> Period | None:
        """Return the time of a claim, else the only one that its sentence gives to any claim."""
        if claim.time is not None:
            return claim.time.period
        return None if claim.mention.timex is not None else self._around(claim).time

    def levels_before(self, claim: Claim) -> Sequence[Claim]:
        """Return the levels from which the figures of a claim's sentence rose or fell."""
        return self._around(claim).levels

    def _around(self, claim: Claim) -> Said:
        place = claim.document, claim.sentence.start
        said = self._said.get(place)
        if said is None:
            said = self._said[place] = _said(self.analyses[claim.document].claims, claim.sentence.start)
        return said

    def day(self, claim: Claim) -> date | None:
        """Return the day of a claim's document."""
        return self.analyses[claim.document].dated

    def speaks_of(self, document: str, period: Period) -> bool:
        """Tell whether a claim of a document is of a time that meets a period, an open one left out."""
        known = self._spoken_of.get((document, period))
        if known is None:
            periods = filter(None, map(_period, self.analyses[document].claims))
            known = any(item.start is not None and item.end is not None and item.meets(period) for item in periods)
            self._spoken_of[document, period] = known
        return known

    def spoken(self, claim: Claim) -> Period | None:
        """Return when the speaker of a claim said it, where the text says so."""
        when = claim.attribution.when if claim.attribution else None
        if when is None:
            return None
        mention = next((item for item in self.analyses[claim.document].mentions if item.id == when), None)
        return mention.timex.period if mention and mention.timex else None

    def correction(self, claim: Claim) -> str | None:
        """Return the word with which the sentence of a claim takes an earlier figure back."""
        said = self._around(claim)
        if said.word is None:
            sentence = claim.sentence.of(self.analyses[claim.document].document.text)
            said.word = self.natures.correction(sentence)
        return said.word or None

    def since(self, claims: Iterable[Claim]) -> str:
        """Return the first moment as of which some claims speak; empty where none is known."""
        moments = {id(period): period for claim in claims if (period := self.moment(claim)) is not None}
        starts = [period.bounds()[0] for period in moments.values()]
        return min(starts).isoformat() if starts else ""

    def moment(self, claim: Claim) -> Period | None:
        """Return as of when a claim speaks: its own time, else the day of its document, as "since 2 April" does too."""
        return self.as_of(claim, self.time(claim))

    def as_of(self, claim: Claim, time: Period | None) -> Period | None:
        """Return as of when a claim speaks, whose time is known."""
        day = self.analyses[claim.document].dated
        if time is not None and not time.is_clock and (time.end is not None or day is None):
            return time
        return None if day is None else _whole(day)


def _period(claim: Claim) -> Period | None:
    """Return when a claim holds, or the time that it gives."""
    timex = claim.mention.timex
    return claim.time.period if claim.time is not None else None if timex is None else timex.period


@lru_cache(maxsize=CACHED)
def _whole(day: date) -> Period:
    """Return a day as a period; the last day of the calendar stands for its own end."""
    return Period(day, date.fromordinal(min(day.toordinal() + 1, date.max.toordinal())))


def _said(claims: Sequence[Claim], start: int) -> Said:
    """Read what the claims of a document, in order, say of each other in the sentence that begins at an offset."""
    periods: list[Period] = []
    levels: list[Claim] = []
    for place in range(bisect_left(claims, start, key=BEGINNING), len(claims)):
        claim = claims[place]
        if claim.sentence.start != start:
            break
        quantity = claim.mention.quantity
        if quantity is not None and quantity.role == FORMER:
            levels.append(claim)  # its time is not that of the sentence
        elif claim.time is not None and claim.time.period not in periods:
            periods.append(claim.time.period)
    return Said(periods[0] if len(periods) == 1 else None, levels)
