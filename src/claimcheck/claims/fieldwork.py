"""When a poll asked people, which is the time of what it found."""

from collections.abc import Iterable
from datetime import date, datetime

from claimcheck.claims.sentences import Dated, Sentence
from claimcheck.model import ClaimTime
from claimcheck.model.internal import internal

ASKING = frozenset({"interview", "question", "poll", "survey"})
"""Verbs for what a poll does with people."""

DOING = frozenset({"conduct", "carry", "take", "do", "run", "hold"})
"""Verbs for what is done with a poll."""

POLLS = frozenset({"poll", "polls", "survey", "surveys", "interviews", "fieldwork"})
"""Nouns for it."""

REACH = 12
"""How many sentences before and after what a poll found may stand."""

LONGEST = 62
"""Days that a poll takes at most."""


@internal
class Fieldwork:
    """The days on which a poll asked people, and the number of the sentence that names them."""

    time: ClaimTime
    number: int

    @classmethod
    def of(cls, sentences: Iterable[Sentence]) -> "Fieldwork | None":
        """Look for them: "Harn Institute interviewed 1,204 adults from 3 to 6 May", "The poll was conducted on 3 May"."""
        for sentence in sentences:
            for item in sentence.times:
                if item.time is not None and _asks(sentence, item) and _is_short(item.time):
                    return cls(item.time, sentence.number)
        return None

    def holds(self, number: int) -> bool:
        """Tell whether what stands in a sentence may be what the poll found."""
        return abs(number - self.number) <= REACH


def _asks(sentence: Sentence, item: Dated) -> bool:
    verb = None if item.verb is None else sentence.starting.get(item.verb)
    if verb is None:
        return not sentence.verbs and "fieldwork" in sentence.norms
    if verb.lemma in ASKING:
        return bool(sentence.figures)
    return verb.lemma in DOING and verb.passive and not POLLS.isdisjoint(sentence.norms[: verb.first])


def _is_short(time: ClaimTime) -> bool:
    start, end = time.period.start, time.period.end
    if not isinstance(start, date) or not isinstance(end, date) or isinstance(start, datetime):
        return False
    return not isinstance(end, datetime) and (end - start).days <= LONGEST
