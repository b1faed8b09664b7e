"""Finding numerals."""

import re
from decimal import Decimal
from functools import cache

from attrs import field, frozen

from claimcheck.lexicons import Lexicon
from claimcheck.lexicons.contexts import NumberContexts
from claimcheck.lexicons.numbers import NumberWords
from claimcheck.model import Numeral, NumeralForm, Tokens, tidy
from claimcheck.model.internal import evolve
from claimcheck.numerals.digits import Figure, figures, writes_continental
from claimcheck.numerals.figures import is_decimal_stop, last_significant
from claimcheck.numerals.fractions import FractionReader
from claimcheck.numerals.plain import ARTICLES, MINUS_WORDS, ORDINAL_SUFFIXES, PlainReader, opens_figure
from claimcheck.numerals.romans import roman_values
from claimcheck.numerals.words import Cardinal, CardinalReader

NO_FRACTION = frozenset({"first", "second"})
"""Ordinals that with an article are no part: "a second goal"."""


BROKEN = frozenset({"quarter", "quarters", "halves"})
"""Parts that are no numbers by themselves: what they are parts of stands before them, or a scale behind."""


@cache
def _signs() -> re.Pattern[str]:
    return re.compile("x")


@frozen
class NumeralScanner:
    """Finds the numbers of a text, in digits and in words."""

    lexicon: Lexicon
    _words: NumberWords = field(init=False, repr=False, eq=False)
    _openers: frozenset[str] = field(init=False, repr=False, eq=False)
    _parts: frozenset[str] = field(init=False, repr=False, eq=False)
    _plain: PlainReader = field(init=False, repr=False, eq=False)
    _numbered: frozenset[str] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        words = NumberWords.load(self.lexicon)
        denominators = (name for name, word in words.words.items() if word.ordinal or word.role in ("part", "ten"))
        object.__setattr__(self, "_words", words)
        object.__setattr__(self, "_parts", frozenset(denominators) - NO_FRACTION)
        object.__setattr__(self, "_numbered", NumberContexts.load(self.lexicon).numbered)
        object.__setattr__(self, "_openers", frozenset(words.words).union(roman_values()))
        object.__setattr__(self, "_plain", PlainReader.build(words))

    @property
    def watched(self) -> tuple[frozenset[str], ...]:
        """The sets of words that every text is searched for."""
        return (self._openers,)

    def scan(self, tokens: Tokens) -> tuple[Numeral, ...]:
        """Return the numerals of a text in order, none overlapping another.

        A list without spaces ("22,24,26") is one token and several numerals.
        """
        kinds, norms, plain = tokens.kinds, tokens.norms, self._plain
        places = list(tokens.digits)
        long = [norms[index] for index in places if len(norms[index]) > 5]
        continental = bool(long) and writes_continental(long)
        places += self._words_among(tokens)
        if "x" in kinds:
            places += [found.start() for found in _signs().finditer(kinds)]
        places.sort()
        reader: FractionReader | None = None
        found: list[Numeral] = []
        reached = 0
        for index in places:
            if index < reached:
                continue
            digits = kinds[index] == "n"
            alone = plain.digits(tokens, index, continental=continental) if digits else plain.word(tokens, index)
            if alone is not None:
                found.append(alone)
                reached = alone.last
                continue
            reader = reader or FractionReader(tokens, CardinalReader(tokens, self._words, continental))
            numerals = self._at(reader, index, reached)
            if numerals:
                found += numerals
                reached = numerals[-1].last
        return tuple(found)

    def _words_among(self, tokens: Tokens) -> list[int]:
        """Return the words at which a number may begin, and the articles that may begin a fraction."""
        norms, words, size = tokens.norms, self._words.words, tokens.size
        places: list[int] = []
        for index in tokens.among(self._openers):
            norm = norms[index]
            if norm in words:
                if norm not in BROKEN or (index + 1 < size and norms[index + 1] in words):
                    places.append(index)
                if norm in self._parts and index and norms[index - 1] in ARTICLES:
                    places.append(index - 1)
            elif _is_roman(tokens, index, self._numbered):
                places.append(index)
        return places

    def _at(self, reader: FractionReader, index: int, reached: int) -> list[Numeral]:
        """Read the number at a token, with a decimal stop and a sign before it."""
        tokens = reader.tokens
        kind = tokens.kinds[index]
        if kind in "UI" and tokens.norms[index] in roman_values():
            value = Decimal(roman_values()[tokens.norms[index]])
            return [Numeral(index, index + 1, tokens.starts[index], tokens.ends[index], value, Decimal(0), "roman")]
        if kind == "n":
            listed = figures(tokens.word(index), continental=reader.cardinals.continental)
            if len(listed) > 1:
                return [_listed(tokens, index, item) for item in listed]
            if listed and _ordinal_suffix(tokens, index):
                return [_numeral(tokens, index, Cardinal(index + 2, listed[0].value, Decimal(0), ordinal=True))]
        first = index - 1 if kind == "n" and index > reached and is_decimal_stop(tokens, index - 1) else index
        read = reader.read(first)
        if read is None:
            return []
        read = _repeated(reader, read)
        first = _with_article(tokens, self._words, first, reached, read)
        return [_numeral(tokens, first, read, minus=_minus(tokens, first, reached))]


def _is_roman(tokens: Tokens, index: int, numbered: frozenset[str]) -> bool:
    """Tell whether capitals number what the word before them names: "Phase III", "World War I"."""
    return index > 0 and tokens.kinds[index] in "UI" and tokens.norms[index - 1] in numbered


def _with_article(tokens: Tokens, words: NumberWords, first: int, reached: int, read: Cardinal) -> int:
    """Take the article of "a hundred", "a dozen" in."""
    before = first - 1
    if before < reached or tokens.norms[before] not in ARTICLES or not read.scaled or read.ordinal:
        return first
    word = words.words.get(tokens.norms[first])
    return before if word is not None and word.role in ("hundred", "scale", "dozen") else first


def _repeated(reader: FractionReader, read: Cardinal) -> Cardinal:
    """Take digits in that say a number in words once more, as contracts write it: "ninety (90) days"."""
    tokens, at = reader.tokens, read.last
    if read.digits or read.ordinal or tokens.kinds[at : at + 2] != "(n":
        return read
    again = reader.read(at + 1)
    if again is None or again.value != read.value or tokens.kinds[again.last : again.last + 1] != ")":
        return read
    return evolve(read, last=again.last + 1)


def _ordinal_suffix(tokens: Tokens, index: int) -> bool:
    after = index + 1
    return after < tokens.size and tokens.glued(after) and tokens.norms[after] in ORDINAL_SUFFIXES


def _minus(tokens: Tokens, first: int, reached: int) -> int | None:
    """Return the token of a minus before a number, None if there is none.

    A hyphen is one after a space, an opening mark or a currency sign, and where it touches the digits; with a space
    behind it only in a text that is nothing but a number.
    """
    before = first - 1
    if before < reached:
        return None
    if tokens.norms[before] in MINUS_WORDS:
        return None if tokens.norms[before - 2 : before] == ("plus", "or") else before
    if tokens.kinds[before] not in "-–" or tokens.word(before) == "—" or tokens.kinds[first] not in "nx.":
        return None
    if not tokens.glued(first):
        return before if before == 0 and len(tokens.paragraph_starts) == 1 and tokens.size < 10 else None
    return before if not tokens.glued(before) or opens_figure(tokens, before - 1) else None


def _listed(tokens: Tokens, index: int, item: Figure) -> Numeral:
    start = tokens.starts[index]
    step = last_significant(item.value)
    return Numeral(index, index + 1, start + item.start, start + item.end, item.value, step, "digits")


def _numeral(tokens: Tokens, first: int, read: Cardinal, *, minus: int | None = None) -> Numeral:
    first, value = (first, read.value) if minus is None else (minus, read.value.copy_negate())
    start, end = tokens.starts[first], tokens.ends[read.last - 1]
    step = Decimal(0) if read.ordinal else read.step
    return Numeral(first, read.last, start, end, tidy(value), step, _form(read), read.scaled)


def _form(read: Cardinal) -> NumeralForm:
    if read.ordinal:
        return "ordinal"
    if read.exact:
        return "fraction"
    return "words" if not read.digits else "mixed" if read.words else "digits"
