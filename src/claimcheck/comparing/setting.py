"""What is known around the claims that are compared: when and where they stand."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from attrs import field, frozen

from claimcheck.comparing.nature import Natures
from claimcheck.model import Analysis, Claim, Document, Period


@frozen
class Setting:
    """What is known around the claims: their documents, and what the sentences of these say, read when it is asked for."""

    analyses: Mapping[str, Analysis]
    natures: Natures
    draft: str | None = None
    _said: dict[str, "Sayings"] = field(factory=dict[str, "Sayings"], eq=False, repr=False)
    _days: dict[date, Period] = field(factory=dict[date, Period], eq=False, repr=False)

    @classmethod
    def of(cls, analyses: Iterable[Analysis], natures: Natures, draft: str | None) -> "Setting":
        """Gather it from the analyses."""
        return cls({analysis.document.id: analysis for analysis in analyses}, natures, draft)

    def document(self, name: str) -> Document:
        """Return the document with an id."""
        return self.analyses[name].document

    def time(self, claim: Claim) -> Period | None:
        """Return the time of a claim, else the only one that its sentence gives to any claim."""
        if claim.time is not None:
            return claim.time.period
        return None if claim.mention.timex is not None else self._around(claim).times.get(claim.sentence.start)

    def levels_before(self, claim: Claim) -> Sequence[Claim]:
        """Return the levels from which the figures of a claim's sentence rose or fell."""
        return self._around(claim).levels.get(claim.sentence.start, ())

    def _around(self, claim: Claim) -> "Sayings":
        known = self._said.get(claim.document)
        if known is None:
            known = self._said[claim.document] = Sayings.of(self.analyses[claim.document])
        return known

    def day(self, claim: Claim) -> date | None:
        """Return the day on which a claim was made, as far as is known."""
        return self.analyses[claim.document].dated

    def spoken(self, claim: Claim) -> Period | None:
        """Return when the speaker of a claim said it, where the text says so."""
        when = claim.attribution.when if claim.attribution else None
        if when is None:
            return None
        mention = next((item for item in self.analyses[claim.document].mentions if item.id == when), None)
        return mention.timex.period if mention and mention.timex else None

    def sentence(self, claim: Claim) -> str:
        """Return the sentence of a claim."""
        return claim.sentence.of(self.document(claim.document).text)

    def moment(self, claim: Claim) -> Period | None:
        """Return as of when a claim speaks: its own time, else the day of its document, as "since 2 April" does too."""
        time, day = self.time(claim), self.day(claim)
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


@frozen
class Sayings:
    """What the sentences of one document say, by their offset: the one time of each, and levels from which figures moved."""

    times: Mapping[int, Period | None]
    levels: Mapping[int, Sequence[Claim]]

    @classmethod
    def of(cls, analysis: Analysis) -> "Sayings":
        """Read them; a sentence whose claims name several times has none."""
        times: dict[int, Period | None] = {}
        levels: defaultdict[int, list[Claim]] = defaultdict(list)
        for claim in analysis.claims:
            start = claim.sentence.start
            if claim.mention.quantity is not None and claim.mention.quantity.role == "from":
                levels[start].append(claim)  # the time of such a level is not that of the sentence
            elif claim.time is not None:
                period = claim.time.period
                times[start] = period if times.get(start, period) == period else None
        return cls(times, levels)
