"""Finding numerals."""

import re
from decimal import Decimal
from functools import cache, lru_cache

from attrs import evolve, field, frozen

from claimcheck.lexicons import Lexicon
from claimcheck.lexicons.contexts import NumberContexts
from claimcheck.lexicons.numbers import NumberWords
from claimcheck.model import Numeral, NumeralForm, Tokens, tidy
from claimcheck.numerals.digits import Figure, figures, writes_continental
from claimcheck.numerals.figures import COMPARING, is_decimal_stop, last_significant
from claimcheck.numerals.fractions import ARTICLES, FractionReader
from claimcheck.numerals.romans import roman_values
from claimcheck.numerals.words import Cardinal, CardinalReader

ORDINAL_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
CONTINUING = frozenset({"and", "over", "point", "e", "x", "of", "a", "an", "k"})
"""Words after digits with which a number may go on."""

BREAKING = "nxks/Im"
"""Kinds of token after digits that may belong to the number."""

MINUS_WORDS = frozenset({"minus", "negative"})

ZERO = Decimal(0)

LONGEST_PLAIN = 16
"""Longer figures are left to the grammar, which knows identifiers."""


@lru_cache(maxsize=1 << 12)
def _alone(word: str, *, continental: bool) -> tuple[Decimal, Decimal] | None:
    """Return the value and step of a figure that a token is the whole of; the same few return in every text."""
    read = figures(word, continental=continental)
    return (tidy(read[0].value), last_significant(read[0].value, read[0].decimals)) if len(read) == 1 else None


@cache
def _figure_kinds() -> re.Pattern[str]:
    return re.compile("[nx]")


@frozen
class NumeralScanner:
    """Finds the numbers of a text, in digits and in words."""

    lexicon: Lexicon
    _words: NumberWords = field(init=False, repr=False, eq=False)
    _openers: frozenset[str] = field(init=False, repr=False, eq=False)
    _continuing: frozenset[str] = field(init=False, repr=False, eq=False)
    _numbered: frozenset[str] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        words = NumberWords.load(self.lexicon)
        object.__setattr__(self, "_words", words)
        object.__setattr__(self, "_numbered", NumberContexts.load(self.lexicon).numbered)
        object.__setattr__(self, "_openers", ARTICLES.union(words.words, roman_values()))
        object.__setattr__(self, "_continuing", CONTINUING.union(words.words, words.abbreviations))

    @property
    def watched(self) -> tuple[frozenset[str], ...]:
        """The sets of words that every text is searched for."""
        return (self._openers,)

    def scan(self, tokens: Tokens) -> tuple[Numeral, ...]:
        """Return the numerals of a text in order, none overlapping another.

        A list without spaces ("22,24,26") is one token and several numerals.
        """
        places = self._places(tokens)
        if not places:
            return ()
        kinds, norms = tokens.kinds, tokens.norms
        written = [norms[index] for index in places if kinds[index] == "n" and len(norms[index]) > 5]
        continental = writes_continental(written)
        reader = FractionReader(tokens, CardinalReader(tokens, self._words, continental))
        found: list[Numeral] = []
        reached = 0
        for index in places:
            if index < reached:
                continue
            plain = (
                self._plain(tokens, index, continental=continental)
                if kinds[index] == "n"
                else self._lone_word(tokens, index)
            )
            if plain is not None:
                found.append(plain)
                reached = index + 1
                continue
            numerals = self._at(reader, index, reached)
            if numerals:
                found += numerals
                reached = numerals[-1].last
        return tuple(found)

    def _places(self, tokens: Tokens) -> list[int]:
        """Return the tokens at which a number may begin, ascending."""
        norms, kinds, known = tokens.norms, tokens.kinds, self._words.words
        places = [
            index
            for index in tokens.among(self._openers)
            if norms[index] in known
            or (
                _opens(tokens, index, self._words)
                if norms[index] in ARTICLES
                else _is_roman(tokens, index, self._numbered)
            )
        ]
        places += [found.start() for found in _figure_kinds().finditer(kinds)]
        places.sort()
        return places

    def _plain(self, tokens: Tokens, index: int, *, continental: bool) -> Numeral | None:
        """Read digits that nothing around could be part of: most numbers of a text, so it is done without a grammar."""
        word, kinds, after = tokens.norms[index], tokens.kinds, index + 1
        if len(word) > LONGEST_PLAIN or (
            index and (kinds[index - 1] in "-–." or tokens.norms[index - 1] in MINUS_WORDS)
        ):
            return None
        if after < len(kinds) and self._may_go_on(tokens, after):
            return None
        read = _alone(word, continental=continental)
        return (
            None if read is None else Numeral(index, after, tokens.starts[index], tokens.ends[index], *read, "digits")
        )

    def _may_go_on(self, tokens: Tokens, after: int) -> bool:
        """Tell whether digits may go on with the token behind them: digits do with a group of three, or a fraction."""
        kind, norms = tokens.kinds[after], tokens.norms
        if kind == "n":
            return (len(norms[after]) > 2 and len(norms[after - 1]) < 4) or tokens.kinds[after + 1 : after + 2] in (
                "/",
                "s",
            )
        if kind == "-":  # "$1.2-million"
            word = (
                self._words.words.get(norms[after + 1]) if after + 1 < len(norms) and tokens.glued(after + 1) else None
            )
            return word is not None and word.role == "scale"
        return kind in BREAKING or (kind in "aAU" and (norms[after] in self._continuing or tokens.glued(after)))

    def _lone_word(self, tokens: Tokens, index: int) -> Numeral | None:
        """Read a word below twenty, or an ordinal, that no other number word or mark could go on with, likewise."""
        norms, after = tokens.norms, index + 1
        word = self._words.words.get(norms[index])
        if word is None or word.plural or word.role not in ("unit", "teen"):
            return None
        if after < len(norms) and (tokens.kinds[after] not in "aA.,;:)q" or norms[after] in self._continuing):
            return None
        if index and norms[index - 1] in MINUS_WORDS:
            return None
        step = ZERO if word.ordinal else word.step
        form: NumeralForm = "ordinal" if word.ordinal else "words"
        return Numeral(index, after, tokens.starts[index], tokens.ends[index], word.value, step, form)

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


def _opens(tokens: Tokens, index: int, words: NumberWords) -> bool:
    """Tell whether an article may begin a fraction: a denominator follows."""
    word = words.words.get(tokens.norms[index + 1]) if index + 1 < tokens.size else None
    return word is not None and (word.ordinal or word.role == "part" or word.role == "ten")


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
    return before if not tokens.glued(before) or _opens_figure(tokens, before - 1) else None


def _opens_figure(tokens: Tokens, index: int) -> bool:
    return tokens.kinds[index] in "([$/" or tokens.norms[index] in COMPARING


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
