"""The times that hold for a whole document: the period of a report, the day of the event that news tells of."""

from datetime import date, datetime, timedelta

from attrs import Factory, field, frozen

from claimcheck.claims.events import SAYING, STATIVE
from claimcheck.claims.fieldwork import Fieldwork
from claimcheck.claims.figures import Figure
from claimcheck.claims.headings import ENDING, HEAD, REPORTED, Heading, heading_of
from claimcheck.claims.sentences import Dated, Sentence, Verb
from claimcheck.lexicons.inflection import forms_of
from claimcheck.model import ClaimTime, Period, Scope
from claimcheck.model.internal import internal

REACH = 14
"""How many sentences later that day still holds."""

NEAR = timedelta(7)
"""How long before a document's day the event may lie that it tells of."""

TOLLS = frozenset({"deaths", "missing", "cases", "recoveries", "tests", "births", "population"})
"""Measures that grow after the event: their day is that of the report."""

GROWING = frozenset({"deaths", "missing"})
"""Those that a story of the event itself gives as known on its own day."""

ELECTORAL = frozenset({"votes", "turnout", "seats"})
"""Measures of what the event itself was: an election, a vote."""

FOLLOWING = frozenset({"after", "following"})
"""Words before the event that a piece of news comes from."""

DONE = frozenset({"count", "time", "length", "area", "mass", "volume", "energy"})
"""Amounts of what is done in a period."""

GRAINS = frozenset({"day", "daypart", "hour", "minute"})
"""Grains of times that lie within a day."""


@frozen
class Event:
    """The day of what a news text tells, and the number of the sentence that names it."""

    time: ClaimTime
    number: int
    dated: date

    def time_of(self, sentence: Sentence, figure: Figure, scope: Scope, measure: str | None) -> ClaimTime | None:
        """Return the day for a figure of the story: what was done, not what was said, held or known by then."""
        if scope.known and measure in GROWING and figure.verb is not None and not scope.group:
            return ClaimTime(None, Period(self.dated, self.dated + timedelta(1)))
        if scope.known and measure in ELECTORAL:
            return self.time
        fits = scope.amount in ("count", "area", "time") and measure not in TOLLS and not scope.group
        if not fits or (scope.known and measure in REPORTED - {"attendance"}) or figure.verb is None:
            return None
        return self.time if _told(sentence, figure.verb) else None


def event_of(sentence: Sentence, dated: date | None) -> Event | None:
    """Return the day that one of the first sentences gives to something done: "A ferry sank off Marn on Saturday"."""
    if dated is None or dated == date.max:
        return None
    first: Event | None = None
    for item in sentence.times:
        timex, day = item.mention.timex, _day(item)
        if timex is None or day is None or item.state or not timedelta(0) <= dated - day <= NEAR:
            continue
        verb = None if item.verb is None else sentence.starting.get(item.verb)
        named = sentence.tags[item.last : item.last + 2] in ("'n", "'u")  # Saturday's march
        names_day = timex.grain in ("day", "daypart") or len(item.mention.text.split()) > 2  # not: 6.15 am
        if (
            names_day
            and timex.grain in GRAINS
            and (named or (verb and _told(sentence, verb)) or _after_it(sentence, item.first))
        ):
            found = Event(ClaimTime(item.mention.id, Period(day, day + timedelta(1))), sentence.number, dated)
            if named:
                return found
            first = first or found
    return first


def _after_it(sentence: Sentence, first: int) -> bool:
    """Tell whether a time is that of a noun that something comes after: "dry after a burst on Quay Road on Friday"."""
    before = max((verb.last for verb in sentence.verbs if verb.last <= first), default=0)
    return not FOLLOWING.isdisjoint(sentence.norms[before:first])


def _day(item: Dated) -> date | None:
    """Return the day that a time begins on, but the last that there is: it has no day after."""
    start = item.time.period.start if item.time is not None else None
    day = start.date() if isinstance(start, datetime) else start
    return day if isinstance(day, date) and day < date.max else None


def _is_done(sentence: Sentence, figure: Figure, scope: Scope, measure: str | None) -> bool:
    """Tell whether a figure counts or measures what was done, and so what was done in the period of a report."""
    if figure.verb is None or scope.group or scope.amount not in DONE or measure in TOLLS:
        return False
    return _told(sentence, figure.verb)


def _told(sentence: Sentence, verb: Verb) -> bool:
    """Tell whether a verb is in the past tense and says what was done."""
    if verb.lemma in SAYING or verb.lemma in STATIVE:
        return False
    opening = sentence.norms[verb.first]
    if opening in ("was", "were"):
        return True
    past = sentence.tags[verb.main] == "e" or sentence.norms[verb.main] == forms_of(verb.lemma)["past"]
    return verb.bare and past


@internal
class Frame:
    """What holds for a whole document so far: its heading's time, the day of its event, and when its poll asked people."""

    dated: date | None
    heading: Heading
    event: Event | None = None
    fieldwork: Fieldwork | None = None
    silent: bool = field(init=False, default=Factory(lambda self: _silent(self), takes_self=True))
    """Whether the document has given no time yet."""

    def after(self, sentence: Sentence) -> "Frame":
        """Return the frame with what a sentence adds: a heading's period, the day of the event."""
        if sentence.start > HEAD * 2:
            return self
        if (
            sentence.start < HEAD
            and all(verb.bare and verb.lemma in ENDING for verb in sentence.verbs)
            and not self.heading.periods
            and "|" not in sentence.tags  # a row of a table
        ):
            heading = heading_of(sentence)
            if heading is None or not self._is_told_by(heading):
                return self
            return Frame(self.dated, heading, self.event, self.fieldwork)
        event = event_of(sentence, self.dated) if self.event is None else None
        return self if event is None else Frame(self.dated, self.heading, event, self.fieldwork)

    def _is_told_by(self, heading: Heading) -> bool:
        """Tell whether a heading says more than the year of the title: the outlook for another year does not."""
        titled, found = self.heading.whole, heading.whole
        return titled is None or (bool(heading.periods) and found is not None and titled.period.meets(found.period))

    def time(self, sentence: Sentence, figure: Figure, scope: Scope, measure: str | None) -> ClaimTime | None:
        """Return the time that the document gives a figure whose clause names none."""
        heading, event, found = self.heading, self.event, None
        if heading.whole is not None or heading.periods:
            labelled = figure.role == "label" and sentence.tags[: figure.first].rstrip("rd0$*")[-1:] in tuple(":|")
            listed = bool(heading.periods) and not sentence.verbs and sentence.paragraph == "l"
            found = heading.time(scope, measure, labelled=labelled or listed)
        if found is None and self.fieldwork is not None and scope.amount == "percent" and not scope.known:
            return self.fieldwork.time if self.fieldwork.holds(sentence.number) else None
        if (
            found is None
            and heading.whole is not None
            and heading.covers
            and _is_done(sentence, figure, scope, measure)
        ):
            return heading.whole
        if found is not None or event is None or sentence.number > event.number + REACH:
            return found
        alone = not sentence.times or all(item.time is None for item in sentence.times)
        return event.time_of(sentence, figure, scope, measure) if alone else None


def _silent(frame: Frame) -> bool:
    return frame.event is None and frame.fieldwork is None and frame.heading.whole is None and not frame.heading.periods
