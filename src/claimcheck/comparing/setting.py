"""What is known around the claims that are compared: when and where they stand."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from attrs import field, frozen

from claimcheck.comparing.nature import Natures
from claimcheck.model import Analysis, Claim, Document, Mention, Period


@frozen
class Setting:
    """What is known around the claims.

    The day each document was written and its text, the times of sentences, when speakers spoke (by the mention that says
    so), and the levels from which figures moved; sentences go by their document and offset.
    """

    days: Mapping[str, date | None]
    documents: Mapping[str, Document]
    natures: Natures
    draft: str | None = None
    times: Mapping[tuple[str, int], Period | None] = field(factory=dict[tuple[str, int], Period | None])
    spoken_at: Mapping[str, Mention] = field(factory=dict[str, Mention])
    before: Mapping[tuple[str, int], tuple[Claim, ...]] = field(factory=dict[tuple[str, int], tuple[Claim, ...]])

    @classmethod
    def of(cls, analyses: Sequence[Analysis], natures: Natures, draft: str | None) -> "Setting":
        """Gather it from the analyses."""
        return cls(
            days={analysis.document.id: analysis.dated for analysis in analyses},
            documents={analysis.document.id: analysis.document for analysis in analyses},
            natures=natures,
            draft=draft,
            times=_sentence_times(analyses),
            spoken_at=_spoken_at(analyses),
            before=_levels_before(analyses),
        )

    def time(self, claim: Claim) -> Period | None:
        """Return the time of a claim, else the only one that its sentence gives to any claim."""
        if claim.time is not None:
            return claim.time.period
        return None if claim.mention.timex is not None else self.times.get((claim.document, claim.sentence.start))

    def day(self, claim: Claim) -> date | None:
        """Return the day on which a claim was made, as far as is known."""
        return self.days.get(claim.document)

    def spoken(self, claim: Claim) -> Period | None:
        """Return when the speaker of a claim said it, where the text says so."""
        mention = self.spoken_at.get(claim.attribution.when) if claim.attribution and claim.attribution.when else None
        return mention.timex.period if mention and mention.timex else None

    def sentence(self, claim: Claim) -> str:
        """Return the sentence of a claim."""
        return claim.sentence.of(self.documents[claim.document].text)

    def moment(self, claim: Claim) -> Period | None:
        """Return as of when a claim speaks: its own time, else the day of its document, as "since 2 April" does too."""
        time, day = self.time(claim), self.day(claim)
        if time is not None and not time.is_clock and (time.end is not None or day is None):
            return time
        return None if day is None else Period(day, day_after(day))


def day_after(day: date) -> date:
    """Return the next day; the last day of the calendar stands for its own."""
    return date.fromordinal(min(day.toordinal() + 1, date.max.toordinal()))


def _sentence_times(analyses: Sequence[Analysis]) -> dict[tuple[str, int], Period | None]:
    """Return the time of each sentence whose claims name one and the same; None where they name several."""
    times: dict[tuple[str, int], Period | None] = {}
    for analysis in analyses:
        for claim in analysis.claims:
            if claim.time is not None and not _is_level_before(claim):
                key = (claim.document, claim.sentence.start)
                same = times.get(key, claim.time.period) == claim.time.period
                times[key] = claim.time.period if same else None
    return times


def _is_level_before(claim: Claim) -> bool:
    """Tell whether it is the level from which a figure rose or fell, whose time is not that of the sentence."""
    return claim.mention.quantity is not None and claim.mention.quantity.role == "from"


def _spoken_at(analyses: Sequence[Analysis]) -> dict[str, Mention]:
    """Return the times at which the attributions of documents were said, by the id of the mention."""
    wanted = {item.when for analysis in analyses for item in analysis.attributions if item.when is not None}
    return {item.id: item for analysis in analyses for item in analysis.mentions if item.id in wanted}


def _levels_before(analyses: Sequence[Analysis]) -> dict[tuple[str, int], tuple[Claim, ...]]:
    """Return the levels from which figures rose or fell, by sentence."""
    levels: defaultdict[tuple[str, int], list[Claim]] = defaultdict(list)
    for analysis in analyses:
        for claim in analysis.claims:
            if _is_level_before(claim):
                levels[claim.document, claim.sentence.start].append(claim)
    return {key: tuple(claims) for key, claims in levels.items()}
