"""The grammar of number words: "two hundred and fifty-three", "4 thousand 3 hundred", "three lakh crore"."""

from decimal import Decimal

from claimcheck.lexicons.numbers import NumberWord, NumberWords
from claimcheck.model import Tokens
from claimcheck.model.internal import evolve, internal
from claimcheck.numerals.digits import EXACT
from claimcheck.numerals.figures import Digits, last_significant, read_digits

ONE = Decimal(1)
HUNDRED = Decimal(100)
TENTH = Decimal("0.1")

MOST_SCALES = 4
"""More scale words in a row are noise."""


@internal
class Cardinal:
    """A number up to, not including, token `last`; `step` is the worth of its last significant digit.

    `hundreds` tells that a hundred was read, `scale` is the factor of the scale word at its end ("3 million"), 1 where
    none stands there; `digits` that it begins in digits, `words` that it has words; `exact` that it is a fraction.
    """

    last: int
    value: Decimal
    step: Decimal
    scale: Decimal = ONE
    scaled: bool = False
    digits: bool = False
    words: bool = True
    ordinal: bool = False
    exact: bool = False


@internal
class CardinalReader:
    """Reads cardinals and ordinals, words and digits mixed, from a token on."""

    tokens: Tokens
    vocabulary: NumberWords
    continental: bool

    def read(self, index: int, *, denominator: bool = False) -> Cardinal | None:
        """Return the longest number that begins at a token; a `denominator` may be a plural ("twenty-fifths")."""
        found = self._group(index, denominator=denominator) or self._bare_scale(index, denominator=denominator)
        found = None if found is None else self._times_scales(found, denominator=denominator)
        if found is None or not found.scaled or found.scale == ONE:
            return found
        while not found.ordinal and found.scale > HUNDRED:
            joined = self._joined(found, denominator=denominator)
            if joined is None:
                break
            found = joined
        return found

    def _joined(self, found: Cardinal, *, denominator: bool) -> Cardinal | None:
        """Add the next lower group ("... and three hundred"), None where what follows is another number."""
        start, joiner = self._joiner(found.last)
        group = self._group(start, denominator=denominator)
        if group is None or (joiner == "and" and (found.digits or self._is_numerator(group))):
            return None
        scaled = self._times_scales(group, denominator=denominator)
        if scaled.value >= found.scale or not scaled.value or (joiner == "," and (found.digits or not scaled.scaled)):
            return None
        if (found.digits or group.digits) and not scaled.scaled:
            return None
        value = EXACT.add(found.value, scaled.value)
        return Cardinal(scaled.last, value, scaled.step, scaled.scale, True, found.digits, True, scaled.ordinal)

    def _joiner(self, index: int) -> tuple[int, str]:
        """Return where the next group may begin after "and", a comma or a glued hyphen, and which stood there."""
        tokens = self.tokens
        if index + 1 < tokens.size:
            norm = tokens.norms[index]
            if norm in ("and", "&"):
                return index + 1, "and"
            if norm == "," or (tokens.kinds[index] in "-–" and tokens.glued(index) and tokens.glued(index + 1)):
                return index + 1, norm
        return index, ""

    def _word(self, index: int, *, denominator: bool = False) -> NumberWord | None:
        if index >= self.tokens.size:
            return None
        word = self.vocabulary.words.get(self.tokens.norms[index])
        return None if word is None or (word.plural and not denominator) else word

    def _bare_scale(self, index: int, *, denominator: bool) -> Cardinal | None:
        """Return the one that a scale without a number multiplies; plurals ("thousands") count nothing exact."""
        word = self._word(index, denominator=denominator)
        if word is None or word.role not in ("scale", "dozen") or self.tokens.norms[index] in self.vocabulary.vague:
            return None
        return Cardinal(index, ONE, ONE)

    def _times_scales(self, found: Cardinal, *, denominator: bool) -> Cardinal:
        """Multiply by the scale words that follow, or the suffix that follows digits."""
        suffix = None if found.ordinal else self._suffix(found)
        if suffix is not None:
            return self._times(found, found.last + 1, suffix)
        factor, last = ONE, found.last
        for _ in range(0 if found.ordinal else MOST_SCALES):
            word = self._word(self._past_hyphen(last), denominator=denominator)
            if word is None or word.role not in ("scale", "dozen"):
                break
            last = self._past_hyphen(last) + 1
            factor = EXACT.multiply(factor, word.value)
            if word.ordinal or word.role == "dozen":
                found = evolve(found, ordinal=word.ordinal)
                break
        return found if factor == ONE else self._times(found, last, factor)

    def _times(self, found: Cardinal, last: int, factor: Decimal) -> Cardinal:
        value, step = EXACT.multiply(found.value, factor), EXACT.multiply(found.step, factor)
        return Cardinal(last, value, step, factor, True, found.digits, True, found.ordinal, found.exact)

    def _suffix(self, found: Cardinal) -> Decimal | None:
        """Return the factor of a suffix: "3bn", "40k", "1.2b"; "573.15K" are kelvins, "1500b" bits."""
        tokens, index = self.tokens, found.last
        if index >= tokens.size or tokens.starts[index] - tokens.ends[index - 1] > 1:
            return None
        factor = self.vocabulary.abbreviations.get(tokens.norms[index])
        if factor is not None or not found.digits or found.words:
            return factor
        word = tokens.word(index)
        if not tokens.glued(index) and not (word == "k" or (word == "M" and found.value >= 1000)):
            return None
        if word == "b":
            return self.vocabulary.money[word] if found.step < ONE else None
        return None if word == "K" and found.step < TENTH else self.vocabulary.glued.get(word)

    def _group(self, index: int, *, denominator: bool = False) -> Cardinal | None:
        """Read what a scale may multiply: digits, or words below a thousand, or hundreds of either."""
        if index >= self.tokens.size:
            return None
        if self.tokens.kinds[index] in "nx.":
            digits = read_digits(self.tokens, index, continental=self.continental)
            found = None if digits is None else _cardinal(digits)
            if found is None or found.exact:
                return found
        else:
            found = self._below_hundred(index, denominator=denominator)
        if found is not None and found.ordinal:
            return found
        found = self._hundreds(index, found, denominator=denominator) or found
        return found if found is None or found.ordinal else self._decimals(found)

    def _hundreds(self, index: int, found: Cardinal | None, *, denominator: bool) -> Cardinal | None:
        """Read "hundred" after a number or alone, and what it is followed by ("and fifty-three")."""
        at = index if found is None else self._past_hyphen(found.last)
        word = self._word(at, denominator=denominator)
        if word is None or word.role != "hundred" or (found and not 0 < found.value < HUNDRED):
            return None
        if found is None and self.tokens.norms[at] in self.vocabulary.vague:
            return None
        hundreds = self._times(found or Cardinal(at, ONE, ONE), at + 1, HUNDRED)
        if word.ordinal:
            return evolve(hundreds, ordinal=True)
        start, joiner = self._joiner(at + 1)
        rest = None if joiner == "," else self._below_hundred(start, denominator=denominator)
        if rest is None and hundreds.digits and joiner == "and":
            rest = self._small_digits(start)
        if rest is None or not rest.value or (joiner == "and" and self._is_numerator(rest)):
            return hundreds
        value = hundreds.value + rest.value
        return Cardinal(rest.last, value, rest.step, ONE, True, hundreds.digits, True, rest.ordinal)

    def _small_digits(self, index: int) -> Cardinal | None:
        """Read the "21" of "3 hundred and 21"."""
        if index >= self.tokens.size or self.tokens.kinds[index] != "n":
            return None
        word = self.tokens.word(index)
        following = self._word(index + 1)
        if len(word) > 2 or (following and not following.ordinal):
            return None
        return Cardinal(index + 1, Decimal(word), last_significant(Decimal(word)))

    def _is_numerator(self, group: Cardinal) -> bool:
        """Tell whether a group stands before a denominator ("... and three fifths"): then it is added as a fraction."""
        after = self._word(self._past_hyphen(group.last), denominator=True)
        return after is not None and (after.plural or after.role == "part") and not group.ordinal

    def _below_hundred(self, index: int, *, denominator: bool = False) -> Cardinal | None:
        word = self._word(index, denominator=denominator)
        if word is None or word.role not in ("unit", "teen", "ten"):
            return None
        found = Cardinal(index + 1, word.value, word.step, ordinal=word.ordinal)
        if word.role != "ten" or word.ordinal:
            return found
        at = self._past_hyphen(index + 1)
        unit = self._word(at, denominator=denominator)
        if unit is None or unit.role != "unit" or not unit.value:
            return found
        return Cardinal(at + 1, word.value + unit.value, ONE, ordinal=unit.ordinal)

    def _past_hyphen(self, index: int) -> int:
        """Skip a hyphen or dash between two words of a number; both its sides touch it, or neither does."""
        tokens = self.tokens
        if index + 1 < tokens.size and tokens.kinds[index] in "-–" and tokens.glued(index) == tokens.glued(index + 1):
            return index + 1
        return index

    def _decimals(self, found: Cardinal) -> Cardinal:
        """Read "point five", "point nought four", "point seventy-one"."""
        tokens, at = self.tokens, found.last
        if at + 1 >= tokens.size or tokens.norms[at] != "point":
            return found
        digits, last = "", at + 1
        while len(digits) < 12:
            word = self._word(last)
            if word is None or word.role != "unit" or word.ordinal:
                break
            digits, last = digits + str(word.value), last + 1
        if not digits:
            tens = self._below_hundred(last)
            if tens is not None and not tens.ordinal:
                digits, last = str(tens.value), tens.last
            elif last < tokens.size and tokens.word(last).isdecimal() and len(tokens.word(last)) < 12:
                digits, last = tokens.word(last), last + 1
        if not digits.isascii() or not digits:
            return found
        step = Decimal(1).scaleb(-len(digits))
        return evolve(found, last=last, value=EXACT.add(found.value, step * Decimal(digits)), step=step, words=True)


def _cardinal(digits: Digits) -> Cardinal:
    return Cardinal(digits.last, digits.value, digits.step, digits=True, words=False, exact=digits.fraction)
