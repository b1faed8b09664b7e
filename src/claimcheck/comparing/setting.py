"""What is known around the claims that are compared: when and where they stand."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from attrs import field, frozen

from claimcheck.comparing.nature import Natures
from claimcheck.model import Analysis, Claim, Period, Quantity

Times = Mapping[int, Period | None]
"""The one time of each sentence by its offset, None where its claims name several."""
Levels = Mapping[int, Sequence[Claim]]
"""The levels from which figures moved, by the offset of their sentence."""
FORMER = "from"
"""The role of a level from which a figure moved."""


@frozen
class Setting:
    """What is known around the claims: their documents, and what the sentences of these say, found when it is asked for."""

    analyses: Mapping[str, Analysis]
    natures: Natures
    draft: str | None = None
    _times: dict[str, Times] = field(factory=dict[str, Times], eq=False, repr=False)
    _levels: dict[str, Levels] = field(factory=dict[str, Levels], eq=False, repr=False)
    _days: dict[date, Period] = field(factory=dict[date, Period], eq=False, repr=False)
    _corrected: dict[tuple[str, int], str | None] = field(
        factory=dict[tuple[str, int], "str | None"], eq=False, repr=False
    )

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
        if claim.mention.timex is not None:
            return None
        times = self._times.get(claim.document)
        if times is None:
            times = self._times[claim.document] = _times(self.analyses[claim.document])
        return times.get(claim.sentence.start)

    def levels_before(self, claim: Claim) -> Sequence[Claim]:
        """Return the levels from which the figures of a claim's sentence rose or fell."""
        levels = self._levels.get(claim.document)
        if levels is None:
            levels = self._levels[claim.document] = _levels(self.analyses[claim.document])
        return levels.get(claim.sentence.start, ())

    def spoken(self, claim: Claim) -> Period | None:
        """Return when the speaker of a claim said it, where the text says so."""
        when = claim.attribution.when if claim.attribution else None
        if when is None:
            return None
        mention = next((item for item in self.analyses[claim.document].mentions if item.id == when), None)
        return mention.timex.period if mention and mention.timex else None

    def correction(self, claim: Claim) -> str | None:
        """Return the word with which the sentence of a claim takes an earlier figure back."""
        place = claim.document, claim.sentence.start
        if place not in self._corrected:
            sentence = claim.sentence.of(self.analyses[claim.document].document.text)
            self._corrected[place] = self.natures.correction(sentence)
        return self._corrected[place]

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
        return None if day is None else self._whole(day)

    def _whole(self, day: date) -> Period:
        period = self._days.get(day)
        if period is None:
            period = self._days[day] = Period(day, day_after(day))
        return period


def day_after(day: date) -> date:
    """Return the next day; the last day of the calendar stands for its own."""
    return date.fromordinal(min(day.toordinal() + 1, date.max.toordinal()))


def _times(analysis: Analysis) -> Times:
    times: dict[int, Period | None] = {}
    for claim in analysis.claims:
        # The time of a former level is not that of the sentence.
        if claim.time is not None and not _is_former(claim.mention.quantity):
            start, period = claim.sentence.start, claim.time.period
            times[start] = period if start not in times or times[start] == period else None
    return times


def _levels(analysis: Analysis) -> Levels:
    levels: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in analysis.claims:
        quantity = claim.mention.quantity
        if quantity is not None and quantity.role == FORMER:
            levels[claim.sentence.start].append(claim)
    return levels


def _is_former(quantity: Quantity | None) -> bool:
    return quantity is not None and quantity.role == FORMER
