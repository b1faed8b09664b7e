"""Looking at tokens from a place: the small readings that all rules of the grammar share."""

from collections.abc import Mapping

from attrs import define, field

from claimcheck.lexicons.calendar import TimeUnit
from claimcheck.model import Numeral, Tokens
from claimcheck.times.places import DIGITS
from claimcheck.times.vocabulary import Vocabulary

PADDING = 12
"""Tokens that are added behind the last, so that looking ahead needs no test."""

ORDINAL_SUFFIXES = frozenset({"st", "nd", "rd", "th"})

ERA_LETTERS = frozenset("abc")
"""The first letters of BC, AD and CE."""

JOINERS = frozenset({"to", "-", "–", "through", "thru", "until", "till", "~"})


@define
class Reader:
    """A text as the grammar sees it; built once a document.

    `norms` and `kinds` go on behind the last token, which makes them empty before the first one, too. `shapes` are the norms with one of all digits. `numeric` tells that something like
    a date in digits alone was met.
    """

    tokens: Tokens
    words: Vocabulary
    numerals: Mapping[int, Numeral]
    norms: tuple[str, ...] = field(init=False)
    kinds: str = field(init=False)
    starts: tuple[int, ...] = field(init=False)
    ends: tuple[int, ...] = field(init=False)
    size: int = field(init=False)
    shapes: list[str] = field(init=False)
    foreign_words: int = field(default=0, init=False)
    numeric: bool = field(default=False, init=False)

    def __attrs_post_init__(self) -> None:
        self.norms = self.tokens.norms + ("",) * PADDING
        self.kinds = self.tokens.kinds + " " * PADDING
        self.starts, self.ends, self.size = self.tokens.starts, self.tokens.ends, self.tokens.size
        self.shapes = shapes = list(self.norms)
        for index in self.tokens.digits:
            shapes[index] = DIGITS

    def glued(self, index: int) -> bool:
        """Tell whether a token follows the one before it without a space."""
        return 0 < index < self.size and self.starts[index] == self.ends[index - 1]

    def before(self, index: int, back: int = 1) -> str:
        """Return the norm of a token before this one, empty at the text's start."""
        return self.norms[index - back] if index >= back else ""

    def kind_before(self, index: int) -> str:
        """Return the kind of the token before this one."""
        return self.kinds[index - 1] if index else " "

    def is_in(self, name: str, index: int) -> bool:
        """Tell whether a token is one of a class of function words."""
        return index >= 0 and self.norms[index] in self.words.classes[name]

    def skip(self, index: int, *norms: str) -> int:
        """Return the token after any of some words that may stand here, one time each, in order."""
        own = self.norms
        here = own[index]
        for norm in norms:
            if here == norm:
                index += 1
                here = own[index]
        return index

    def number(self, index: int, low: int, high: int, *, width: int = 2) -> int | None:
        """Return plain digits of at most a width as a number within bounds."""
        if self.shapes[index] != DIGITS:
            return None
        norm = self.norms[index]
        if len(norm) > width or not norm.isdecimal():
            return None
        value = int(norm)
        return value if low <= value <= high else None

    def cardinal(self, index: int, high: int) -> tuple[int, int] | None:
        """Return a number from 0, in digits or words, and the token after it."""
        value = self.number(index, 0, high)
        if value is not None:
            return value, index + 1
        found = self._worded(index)
        return (found[0], found[1]) if found and not found[2] and found[0] <= high else None

    def ordinal(self, index: int, high: int) -> tuple[int, int] | None:
        """Return an ordinal from 1, in digits or words, and the token after it."""
        value = self.number(index, 1, high, width=4)
        if value is not None:
            if self.norms[index + 1] in ORDINAL_SUFFIXES and self.glued(index + 1):
                return value, index + 2
            return None
        found = self._worded(index)
        return (found[0], found[1]) if found and found[2] and 1 <= found[0] <= high else None

    def _worded(self, index: int) -> tuple[int, int, bool] | None:
        """Return a number below 100 in words, the token after it, and whether it is an ordinal."""
        numbers = self.words.numbers
        word = numbers.get(self.norms[index])
        if word is None or word.plural or word.role not in ("unit", "teen", "ten"):
            return None
        value, last = int(word.value), index + 1
        if word.role == "ten" and not word.ordinal:
            unit_at = last + 1 if self.norms[last] == "-" and self.glued(last) else last
            unit = numbers.get(self.norms[unit_at])
            if unit is not None and unit.role == "unit" and unit.value and not unit.plural:
                return value + int(unit.value), unit_at + 1, unit.ordinal
        return value, last, word.ordinal

    def day(self, index: int) -> tuple[int, int] | None:
        """Return a day of a month, as digits or an ordinal, and the token after it."""
        value = self.number(index, 1, 31, width=4)
        if value is None:
            found = self._worded(index)
            return (found[0], found[1]) if found and found[2] and 1 <= found[0] <= 31 else None
        if self.norms[index + 1] in ORDINAL_SUFFIXES and self.glued(index + 1):
            return value, index + 2
        return (value, index + 1) if len(self.norms[index]) < 3 else None

    def year(self, index: int) -> tuple[int, int] | None:
        """Return a year written with four digits, an apostrophe and two, or in words, and the token after it."""
        if self.shapes[index] == DIGITS:
            norm = self.norms[index]
            value = int(norm) if len(norm) == 4 and norm.isdecimal() else 0
            if not 1000 <= value <= 2999:
                return None
            return self.era(value, index + 1) if self.norms[index + 1][:1] in ERA_LETTERS else (value, index + 1)
        if self.kinds[index] == "k" and self.glued(index + 1):
            short = self.number(index + 1, 0, 99)
            return None if short is None or len(self.norms[index + 1]) != 2 else (century_of(short), index + 2)
        return self._worded_year(index)

    def _worded_year(self, index: int) -> tuple[int, int] | None:
        numeral = self.numerals.get(index)
        if numeral is not None and numeral.form == "words" and 1000 <= numeral.value <= 2999:
            return int(numeral.value), numeral.last
        left = self._worded(index)
        if left is None or left[2] or not 10 <= left[0] <= 29:
            return None
        right = self._worded(left[1])
        if right is None or right[2] or right[0] < 10:
            return None
        return left[0] * 100 + right[0], right[1]

    def era(self, value: int, index: int) -> tuple[int, int]:
        """Return a year with what an era behind it makes of it: BC years are counted from 0 downwards."""
        norm = self.norms[index]
        if norm[:1] not in ERA_LETTERS:
            return value, index
        norm = norm.replace(".", "")
        if norm in ("bc", "bce"):
            return 1 - value, index + 1
        if norm in ("ad", "ce"):
            return value, index + 1
        return value, index

    def year_behind(self, index: int, *, spaced: bool = True) -> tuple[int, int] | None:
        """Return the year that follows a date, after a comma, "of" or "in", and the token after it."""
        start = index
        if self.kinds[index] != "n":
            start = self.skip(index, "," if spaced else "", "of", "in", "the", "year", "of")
        found = self.year(start)
        if found is None or (self.kinds[start] == "n" and self.norms[found[1]] == "%"):
            return None
        return found

    def month(self, index: int) -> tuple[int, int] | None:
        """Return a month by its name, and the token after it and its stop."""
        value = self.words.months.get(self.norms[index])
        if value is None:
            return None
        return value, self.stop(index + 1)

    def stop(self, index: int) -> int:
        """Return the token after the stop of an abbreviation that may stand here."""
        short = len(self.before(index)) <= 5 and self.norms[index] == "." and self.glued(index)
        return index + 1 if short and (self.kinds[index + 1] in "n,a" or self.norms[index + 1] in JOINERS) else index

    def joiner(self, index: int) -> int | None:
        """Return the token after a word or mark that joins the ends of a range, and an article behind it."""
        return self.skip(index + 1, "the") if self.norms[index] in JOINERS else None

    def unit(self, index: int) -> TimeUnit | None:
        """Return the unit of time at a token."""
        return self.words.units.get(self.norms[index])

    def opens_sentence(self, index: int) -> bool:
        """Tell whether a token is the first of its sentence."""
        return self.tokens.sentence_of(index)[0] == index


def century_of(short: int) -> int:
    """Return the year that two digits stand for: 00 to 49 in this century, else in the last."""
    return short + (2000 if short < 50 else 1900)
