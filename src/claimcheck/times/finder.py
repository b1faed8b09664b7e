"""Finding times."""

from datetime import date, datetime

from attrs import field, frozen

from claimcheck.lexicons import Lexicon
from claimcheck.model import Candidate, Document, Numeral, Settings, Tokens
from claimcheck.model.internal import evolve, internal
from claimcheck.reckoning.meanings import YEAR, Extent, Fields, Found, Frequency, Offset, Range, Vague
from claimcheck.reckoning.rendering import Renderer
from claimcheck.times.datelines import dateline
from claimcheck.times.fiscal import first_month, is_fiscal
from claimcheck.times.grammar import Grammar
from claimcheck.times.joining import join
from claimcheck.times.modifiers import modified
from claimcheck.times.orders import day_first
from claimcheck.times.reader import Reader
from claimcheck.times.tenses import tense
from claimcheck.times.vocabulary import Vocabulary

CLEAR_RANK, RANK, WEAK_RANK = 85, 60, 25
"""What is written as a time beats also what looks like an identifier ("3pm", "Dec31"); a length or a bare year beats a
number with a unit; what may well be a number gives way to money and units."""


@internal
class Times:
    """The times of a text, and the publication date, else the document's own dateline, from which they are reckoned.

    `clear` are the tokens of times that no amount could claim: figures among them need no other reading. Decades are none
    of them, because they may be those of a life ("in her late 30s").
    """

    candidates: list[Candidate]
    reference: date | datetime | None
    clear: frozenset[int]


@frozen
class TimeFinder:
    """Finds dates, times, durations and sets."""

    lexicon: Lexicon
    settings: Settings
    _words: Vocabulary = field(init=False, repr=False, eq=False)
    _grammar: Grammar = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        words = Vocabulary.load(self.lexicon)
        object.__setattr__(self, "_words", words)
        object.__setattr__(self, "_grammar", Grammar(words))

    @property
    def watched(self) -> tuple[frozenset[str], ...]:
        """The sets of words that every text is searched for."""
        return (self._grammar.openers,)

    def find(self, document: Document, tokens: Tokens, numerals: tuple[Numeral, ...]) -> Times:
        """Return candidates for time expressions, and what relative ones are reckoned from."""
        reference = document.published or document.saved
        if not tokens.digits and not tokens.among(self._grammar.openers):
            return Times([], reference, frozenset())
        reader = Reader(tokens, self._words, {numeral.first: numeral for numeral in numerals})
        founds = self._grammar.scan(reader)
        if not founds:
            return Times([], reference, frozenset())
        order, publisher = self.settings.date_order, document.publisher
        reference = document.published or dateline(reader, founds, order, publisher) or document.saved
        founds = join(reader, founds)
        dmy = day_first(founds, self._words, order, publisher) if reader.numeric else None
        renderer = Renderer.of(reference, self._fiscal(reader) if is_fiscal(founds) else None)
        clear: set[int] = set()
        return Times(_candidates(reader, founds, renderer, dmy, clear), reference, frozenset(clear))

    def _fiscal(self, reader: Reader) -> int | None:
        """Return the month in which fiscal years begin, by the text itself or by the settings."""
        return first_month(reader) or self.settings.fiscal_year_start


def _candidates(
    reader: Reader, founds: list[Found], renderer: Renderer, dmy: bool | None, clear: set[int]
) -> list[Candidate]:
    tokens = reader.tokens
    candidates: list[Candidate] = []
    floor = start = end = 0
    for item in founds:
        found = modified(reader, item if dmy is None else settled(item, day_first=dmy), floor)
        first, floor, meaning = found.first, found.last, found.meaning
        if first >= end:
            start, end = tokens.sentence_of(first)
            renderer.sentence_day = None
        decade = False
        if isinstance(meaning, Fields):
            decade = meaning.decade is not None
            placed = meaning.year is not None or meaning.shift is not None
            plain = meaning.year is not None and meaning.slots == YEAR and not meaning.fiscal
        else:
            is_length = isinstance(meaning, Extent)
            placed = is_length or isinstance(meaning, (Frequency, Vague))
            plain = isinstance(meaning, Vague) or (is_length and floor - first < 3)
        value = renderer.timex(found, None if placed else tense(reader, found, start, end))
        rank = WEAK_RANK if not found.strong else RANK if plain else CLEAR_RANK
        if rank == CLEAR_RANK and not decade:
            clear.update(range(first, floor))
        candidates.append(Candidate(tokens.starts[first], tokens.ends[floor - 1], value, found.modifier, rank))
    return candidates


def settled(found: Found, *, day_first: bool) -> Found:
    """Return an expression with 03/04 read in the document's order."""
    if isinstance(found.meaning, Range):
        start, end = (_ordered(item, day_first=day_first) for item in (found.meaning.start, found.meaning.end))
        return evolve(found, meaning=Range(start, end))
    if isinstance(found.meaning, Fields):
        return evolve(found, meaning=_ordered(found.meaning, day_first=day_first))
    return found


def _ordered(fields: Fields | Offset, *, day_first: bool) -> Fields | Offset:
    if isinstance(fields, Offset) or fields.other is None:
        return fields
    if not day_first:
        return fields.having(other=None)
    return fields.having(month=fields.other[0], day=fields.other[1], other=None)
