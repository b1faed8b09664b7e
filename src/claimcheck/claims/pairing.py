"""Sentences that pair the items of two lists: "sales and costs were 5 and 3 crowns, respectively".

Each pair is read as a sentence of its own, without the other items, so that nothing else has to know of lists.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from claimcheck.claims.lists import Listed, listed_mentions, listed_nouns
from claimcheck.claims.reading import NO_WORD, verbs_of
from claimcheck.claims.sentences import Dated, Reading, Sentence
from claimcheck.claims.tagging import END, Placed
from claimcheck.model import ClaimTime, Mention, Period
from claimcheck.model.internal import evolve
from claimcheck.reckoning.days import add_months

PAIRS = "respectively"
"""The word that says that the items are paired in their order."""

MOST = 12
"""How many pairs are read at most, each as a sentence of its own."""


def readings(sentences: Sequence[Sentence], lemmas: Mapping[str, str]) -> list[Sentence]:
    """Return sentences, each that pairs two lists as one reading a pair."""
    found: list[Sentence] = []
    for sentence in sentences:
        pair = _pair(sentence, sentence.norms.index(PAIRS)) if PAIRS in sentence.norms else None
        if pair is None:
            found.append(sentence)
        else:
            found += _readings(sentence, *pair, lemmas)
    return found


def _pair(sentence: Sentence, place: int) -> tuple[Listed, Listed] | None:
    """Return the list of figures, or times where there is none, that a word at a token pairs with another, and that."""
    runs = listed_mentions(sentence)
    figures = [run for run in runs if sentence.tags[run.first] == "#"] or runs
    values = next((run for run in reversed(figures) if run.first < place), figures[0]) if figures else None
    if values is None:
        return None
    many = len(values.items)
    if many > MOST:
        return None
    others = [run for run in runs if run is not values and len(run.items) == many]
    taken = [range(run.first, run.last) for run in runs]
    others += [
        found
        for found in listed_nouns(sentence, many)
        if not any(found.first < row.stop and row.start < found.last for row in taken)
    ]
    between = [item for item in others if values.last <= item.first < place]
    before = [item for item in others if item.last <= values.first]
    after = [item for item in others if item.first >= values.last]
    other = (
        max(between or before, key=lambda item: item.first)
        if between or before
        else min(after, key=lambda item: item.first, default=None)
    )
    if other is None or ";" in sentence.tags[min(other.first, values.first) : max(other.last, values.last)]:
        return None
    return values, other


def _readings(sentence: Sentence, values: Listed, other: Listed, lemmas: Mapping[str, str]) -> Iterator[Reading]:
    many = len(values.items)
    for number in range(many):
        left_out = values.others(number) | other.others(number)
        kept = [index for index in range(len(sentence.norms) - 1) if index not in left_out]
        yield _reading(sentence, kept, values, other, number, lemmas)


def _reading(
    sentence: Sentence, kept: Sequence[int], values: Listed, other: Listed, number: int, lemmas: Mapping[str, str]
) -> Reading:
    """Return the reading of a pair of items by their number; figures beside the lists are told once, by the nearest pair."""
    places = {index: place for place, index in enumerate(kept)}
    tags = "".join(sentence.tag[index] for index in kept) + END
    norms = (*(sentence.norms[index] for index in kept), *NO_WORD)
    verbs, ending, starting = verbs_of(tags, norms, lemmas)
    figures, told = list[Placed](), set[str]()
    for mention, first, last in sentence.figures:
        if first not in places or last - 1 not in places:
            continue
        own = first in values.items[number] or first in other.items[number]
        tells = own or number == (0 if first < values.first else len(values.items) - 1)
        if tells or tags[places[first]] == "t":
            figures.append((mention, places[first], places[last - 1] + 1))
        if not tells:
            told.add(mention.id)
    names = [
        (places[first], places[last - 1] + 1, name)
        for first, last, name in sentence.names
        if first in places and last - 1 in places
    ]
    return Reading(
        sentence.tokens, sentence.offset, tags, tuple(tags), norms, verbs, names, ending, starting, sentence.number,
        sentence.start, sentence.end, sentence.hyphenated, sentence.pronominal, figures, [], repeated=frozenset(told),
        model=next((mention for mention, first, _ in sentence.figures if number and first == other.first), None), kept=tuple(kept),
    )  # fmt: skip


def likened(item: Dated, model: Mention) -> Dated:
    """Return a bare year as the stretch of that year that another time is: "the quarter ended 30 June 2031 and [2030]"."""
    time, timex = item.time, item.mention.timex
    if time is None or timex is None or model.timex is None or model.timex.period is None or timex.grain != "year":
        return item
    ends = model.timex.period.start, model.timex.period.end, time.period.start
    begin, end, year = (moment if type(moment) is date else None for moment in ends)
    if begin is None or end is None or year is None or end == date.min:
        return item
    months = 12 * (year.year - (end - timedelta(1)).year)
    start, stop = add_months(begin, months), add_months(end, months)
    if start is None or stop is None:
        return item
    return evolve(item, time=ClaimTime(item.mention.id, Period(start, stop)))
