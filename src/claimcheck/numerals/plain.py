"""Numbers read at a glance: digits or one word, beside which nothing stands that could be a part of the number.

Most numbers of a text are of that kind, so this is done without the grammar, which reads them to the same effect.
"""

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from attrs import field, frozen

from claimcheck.lexicons.numbers import NumberWords
from claimcheck.model import Interval, Numeral, NumeralForm, Quantity, Tokens, tidy
from claimcheck.numerals.digits import EXACT, figures
from claimcheck.numerals.figures import COMPARING, TIMES_SIGNS, last_significant

ARTICLES = frozenset({"a", "an"})
ORDINAL_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
MINUS_WORDS = frozenset({"minus", "negative"})

CONTINUING = ORDINAL_SUFFIXES | {"and", "&", "over", "point", "e", "x", "k"}
"""What may belong to the number before it, number words and the suffixes of scales aside."""

OF_A_SCALE = ARTICLES | {"of"}
"""Words with which "half" may go on: "half a million", "half of a million"."""

JOINTS = frozenset({"and", "over"})

JOINING_SIGNS = frozenset({"&", "⁄", "^"}) | TIMES_SIGNS

BREAKING = "nxks/-"
"""Kinds of token after digits that may belong to the number."""

ZERO, HALF = Decimal(0), Decimal("0.5")

LONGEST_PLAIN = 16
"""Longer figures are left to the grammar, which knows identifiers."""

Reading = tuple[Decimal, Decimal, Quantity]
"""A value, the worth of its last significant digit, and both as a bare quantity."""


def _bare(value: Decimal, step: Decimal) -> Reading:
    return value, step, Quantity("number", Interval.point(value), step=step)


def _read(word: str, *, continental: bool) -> Reading | None:
    """Read a figure that a token is the whole of."""
    read = figures(word, continental=continental)
    if len(read) != 1:
        return None
    value = tidy(read[0].value)
    return _bare(value, last_significant(read[0].value, read[0].decimals))


@lru_cache(maxsize=1 << 12)
def _alone(word: str) -> Reading | None:
    """Read a figure as most documents write it; the same few return in every text."""
    return _read(word, continental=False)


@frozen
class PlainReader:
    """Reads numbers that stand alone."""

    vocabulary: NumberWords = field(repr=False)
    continuing: frozenset[str] = field(repr=False)
    scales: Mapping[str, Decimal] = field(repr=False)
    glued: frozenset[str] = field(repr=False)
    words: Mapping[str, tuple[Reading, NumeralForm]] = field(repr=False)

    @classmethod
    def build(cls, vocabulary: NumberWords) -> "PlainReader":
        """Gather the words of one number, their ordinals, and what a number may go on with."""
        words: dict[str, tuple[Reading, NumeralForm]] = {"half": (_bare(HALF, ZERO), "fraction")}
        scales: dict[str, Decimal] = {}
        for name, word in vocabulary.words.items():
            if word.plural:
                continue
            if word.role in ("unit", "teen", "ten"):
                step = ZERO if word.ordinal else word.step
                words[name] = _bare(word.value, step), "ordinal" if word.ordinal else "words"
            elif word.role == "scale" and not word.ordinal:
                scales[name] = word.value
        suffixes = {suffix.lower() for suffix in (*vocabulary.glued, *vocabulary.money)}
        known = CONTINUING.union(vocabulary.words, vocabulary.abbreviations)
        return cls(vocabulary, known | suffixes, scales, frozenset(suffixes - known), words)

    def digits(self, tokens: Tokens, index: int, *, continental: bool) -> Numeral | None:
        """Read digits, with an ordinal's suffix or one scale behind them; None leaves them to the grammar."""
        norms, kinds, starts, end, after = tokens.norms, tokens.kinds, tokens.starts, tokens.ends[index], index + 1
        word = norms[index]
        apart = index > 1 and starts[index] > tokens.ends[index - 1] and norms[index - 1] not in MINUS_WORDS
        if len(word) > LONGEST_PLAIN or not (apart or _is_unsigned(tokens, index)):
            return None
        read = _read(word, continental=True) if continental else _alone(word)
        if read is None:
            return None
        value, step, count = read
        if after < len(norms) and (norms[after] in self.continuing or kinds[after] in BREAKING):
            follow, last = norms[after], after + 1
            if follow in ORDINAL_SUFFIXES and starts[after] == end:
                return Numeral(index, last, starts[index], tokens.ends[after], value, ZERO, "ordinal", False, count)
            scale = self.scales.get(follow)
            if scale is None and starts[after] <= end + 1:
                scale = self.vocabulary.abbreviations.get(follow)
            if scale is not None and not self._goes_on(tokens, last):
                value, step = tidy(EXACT.multiply(value, scale)), EXACT.multiply(step, scale)
                return Numeral(index, last, starts[index], tokens.ends[after], value, step, "mixed", True)
            if self._digits_go_on(tokens, after):
                return None
        return Numeral(index, after, starts[index], end, value, step, "digits", False, count)

    def _digits_go_on(self, tokens: Tokens, after: int) -> bool:
        """Tell whether digits may go on with what stands behind them: digits do with a group of three, or a fraction."""
        kind, norms, then = tokens.kinds[after], tokens.norms, after + 1
        if kind == "n":
            grouped = len(norms[after]) > 2 and len(norms[after - 1]) < 4
            return grouped or tokens.kinds[then : then + 1] in ("/", "s")
        if kind in "/k":  # "3/4", "1'234"
            return tokens.kinds[then : then + 1] == "n"
        if kind == "-":  # "$1.2-million"
            return then < len(norms) and norms[then] in self.scales and tokens.glued(then)
        if norms[after] in JOINTS:
            return self._joins(tokens, after)
        if norms[after] in self.glued and kind == "a":  # "81 m", "1 m"
            return tokens.glued(after)
        return kind != "s" or norms[after] in JOINING_SIGNS

    def _joins(self, tokens: Tokens, joint: int) -> bool:
        """Tell whether "and" or "over" may join what stands around it to one number: no two counts, "10 and 20"."""
        norms, kinds, then = tokens.norms, tokens.kinds, joint + 1
        if then >= len(norms):
            return False
        kind, follow, words = kinds[then], then + 1, self.vocabulary.words
        if norms[joint] == "over":
            return kind in "nx." or norms[then] in words
        if norms[then] in ARTICLES:
            return follow < len(norms) and (norms[follow] in words or kinds[follow] in "-–")
        if kind == "n":
            return follow < len(norms) and (norms[follow] in self.continuing or kinds[follow] in "nxks/-–")
        return kind in "x.-–" or norms[then] in words

    def _goes_on(self, tokens: Tokens, after: int) -> bool:
        """Tell whether a scale behind digits may be followed by another part of the number."""
        if after >= len(tokens.norms):
            return False
        kinds = tokens.kinds
        if kinds[after] == ".":
            return kinds[after + 1 : after + 2] == "n"
        if tokens.norms[after] in JOINTS:
            return self._joins(tokens, after)
        return tokens.norms[after] in self.continuing or kinds[after] in "nx-–"

    def word(self, tokens: Tokens, index: int) -> Numeral | None:
        """Read a number below a hundred in one word or two, its ordinal or "half"; None leaves it to the grammar."""
        norms, words, after = tokens.norms, self.words, index + 1
        read = words.get(norms[index])
        if read is None or (index and norms[index - 1] in MINUS_WORDS):
            return None
        if tokens.kinds[after : after + 2] in ("-a", "-A") and norms[after + 1] in words and tokens.glued(after):
            both = words.get(norms[index] + norms[after + 1])  # "twentyfive"
            if both is not None and tokens.glued(after + 1):
                read, after = both, after + 2
        (value, step, count), form = read
        if after < len(norms):
            follow = norms[after]
            if form == "ordinal":
                if follow == "of":  # "a third of a gallon"
                    return None
            else:
                kind = tokens.kinds[after]
                if kind in "-–" and after + 1 < len(norms):
                    follow = norms[after + 1]
                if follow in self.continuing or kind == "(" or (form == "fraction" and follow in OF_A_SCALE):
                    return None
        return Numeral(index, after, tokens.starts[index], tokens.ends[after - 1], value, step, form, False, count)


def _is_unsigned(tokens: Tokens, index: int) -> bool:
    """Tell whether no minus and no stop of a decimal can stand before digits; both touch them but in the shortest text."""
    before = index - 1
    if not index or tokens.norms[before] in MINUS_WORDS:
        return not index
    if tokens.starts[index] != tokens.ends[before]:
        return before > 0
    kind = tokens.kinds[before]
    if kind not in "-–":
        return kind != "."
    between = tokens.kinds[index + 1 : index + 2] in ("-", "–")
    return not between and tokens.glued(before) and not opens_figure(tokens, before - 1)


def opens_figure(tokens: Tokens, index: int) -> bool:
    """Tell whether a hyphen behind a token is a minus."""
    return tokens.kinds[index] in "([$/" or tokens.norms[index] in COMPARING
