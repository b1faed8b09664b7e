"""Fractions in words and after whole numbers: "two thirds", "half a million", "one and a half million"."""

from decimal import Decimal

from claimcheck.model import Tokens
from claimcheck.model.internal import evolve, internal
from claimcheck.numerals.digits import EXACT
from claimcheck.numerals.figures import ratio
from claimcheck.numerals.plain import ARTICLES
from claimcheck.numerals.words import HUNDRED, ONE, TENTH, Cardinal, CardinalReader

TEN = Decimal(10)

FRACTION_CUES = frozenset(
    {"of", "more", "less", "fewer", "higher", "lower", "larger", "smaller", "as", "and", "or", "from"}
)
"""Words after which "a third" is no ordinal ("a third of", "a third more")."""

DETERMINERS = frozenset({"the", "this", "that", "his", "her", "its", "their", "our", "my", "your", "'s"})


@internal
class FractionReader:
    """Reads fractions, and whole numbers with fractions, from a token on."""

    tokens: Tokens
    cardinals: CardinalReader

    def read(self, index: int) -> Cardinal | None:
        """Return the longest number that begins at a token, with its fraction if it has one."""
        part = self._opened(index)
        if part is not None:
            return self._of_scale(part)
        found = self.cardinals.read(index)
        part = self._over(found) if found is not None else None
        if part is not None:
            return self._of_scale(part)
        if found is None or found.ordinal:
            return found
        return self._divided(found) or self._and_part(found)

    def _divided(self, upper: Cardinal) -> Cardinal | None:
        """Read "one over three" where nothing more follows."""
        tokens, at = self.tokens, upper.last
        if at + 1 >= tokens.size or tokens.norms[at] != "over" or upper.exact:
            return None
        lower = self.cardinals.read(at + 1)
        if (
            lower is None
            or lower.ordinal
            or not lower.value
            or (lower.last < tokens.size and tokens.kinds[lower.last] != ".")
        ):
            return None
        return _fraction(lower.last, upper.value, lower.value)

    def _and_part(self, whole: Cardinal) -> Cardinal:
        """Read "and a half" after a number; after a scale word it is a part of the scale ("3 million and a half")."""
        tokens, at = self.tokens, self._past_hyphen(whole.last)
        if at >= tokens.size or tokens.norms[at] not in ("and", "&") or whole.exact:
            return whole
        part = self._part(self._past_hyphen(at + 1))
        if part is None:
            return whole
        own = self._of_scale(part)
        if own.last > part.last:
            if whole.scale > own.scale:  # "one billion and a half million"
                return evolve(own, value=EXACT.add(whole.value, own.value), digits=whole.digits)
            value = EXACT.multiply(EXACT.add(whole.value, part.value), own.scale)
            return evolve(own, value=value, step=EXACT.multiply(TENTH, own.scale), digits=whole.digits)
        scale = whole.scale if whole.scale > HUNDRED else ONE
        value = EXACT.add(whole.value, EXACT.multiply(part.value, scale))
        step = EXACT.multiply(TENTH, scale) if scale > ONE else Decimal(0)
        return evolve(part, value=value, step=step, scaled=whole.scaled, digits=whole.digits)

    def _part(self, index: int) -> Cardinal | None:
        """Read a fraction in words after "and", which rules an ordinal out."""
        part = self._opened(index, counted=True)
        if part is not None:
            return part
        upper = self.cardinals.read(index)
        return None if upper is None else self._over(upper)

    def _opened(self, index: int, *, counted: bool = False) -> Cardinal | None:
        """Read a fraction that begins without a number: "half", "a third", "quarter million"."""
        tokens = self.tokens
        if index >= tokens.size:
            return None
        norm = tokens.norms[index]
        if norm == "half":
            return _fraction(index + 1, ONE, Decimal(2))
        if norm in ARTICLES:
            return self._with_article(self._past_hyphen(index + 1), counted=counted)
        if norm == "quarter" and self._scale_follows(index + 1):
            return _fraction(index + 1, ONE, Decimal(4))
        return None

    def _over(self, upper: Cardinal) -> Cardinal | None:
        """Read the denominator after a numerator."""
        if upper.ordinal or upper.exact:
            return self._tenth_of(upper)
        lower = self._denominator(self._past_hyphen(upper.last), single=upper.value == 1)
        if lower is None:
            return None
        ten = self.cardinals.vocabulary.words.get(self.tokens.norms[upper.last - 1])
        if ten is not None and ten.role == "ten" and upper.value > ten.value and lower.value < TEN:
            # "one hundred thirty fifths" is 100/35
            return _fraction(lower.last, EXACT.subtract(upper.value, ten.value), EXACT.add(ten.value, lower.value))
        return _fraction(lower.last, upper.value, lower.value)

    def _with_article(self, index: int, *, counted: bool) -> Cardinal | None:
        tokens = self.tokens
        if index >= tokens.size:
            return None
        lower = self._denominator(index, single=True)
        if lower is None:
            return None
        plain = tokens.norms[index] in ("half", "quarter") or lower.value > 20
        if not (plain or counted) and not self._is_fraction(index, lower.last):
            return None
        return _fraction(lower.last, ONE, lower.value)

    def _tenth_of(self, found: Cardinal) -> Cardinal | None:
        """Read "tenth of a gallon": an ordinal without its article."""
        tokens, last = self.tokens, found.last
        if not found.ordinal or found.value < 3 or last + 1 >= tokens.size:
            return None
        if tokens.norms[last] != "of" or tokens.norms[last + 1] not in ARTICLES:
            return None
        before = tokens.norms[last - 2] if last >= 2 else ""
        return None if before in DETERMINERS else _fraction(last, ONE, found.value)

    def _is_fraction(self, index: int, last: int) -> bool:
        """Tell whether "a third" is a part rather than one more: by what follows, or by "by" before it."""
        tokens = self.tokens
        before = tokens.norms[max(0, index - 3) : max(0, index - 1)]  # "by (about) a third"
        return (
            last >= tokens.size
            or tokens.norms[last] in FRACTION_CUES
            or tokens.kinds[last] in ".,;:)"
            or "by" in before
        )

    def _denominator(self, index: int, *, single: bool) -> Cardinal | None:
        """Read what follows a numerator: a plural, or after one a singular; "second" never is."""
        tokens = self.tokens
        if index >= tokens.size:
            return None
        norm = tokens.norms[index]
        word = self.cardinals.vocabulary.words.get(norm)
        if word is None or norm == "second":
            return None
        if word.role == "part":
            return Cardinal(index + 1, word.value, ONE) if single or norm in ("halves", "quarters") else None
        lower = self.cardinals.read(index, denominator=True)
        if lower is None or not lower.ordinal:
            return None
        ending = tokens.norms[lower.last - 1]
        if ending in ("first", "second") and (not single or lower.value < 20):
            return None
        return lower if single or ending.endswith("s") else None

    def _scale_follows(self, index: int) -> bool:
        word = self.cardinals.vocabulary.words.get(self.tokens.norms[index]) if index < self.tokens.size else None
        return word is not None and word.role in ("scale", "dozen", "hundred") and not word.ordinal

    def _of_scale(self, part: Cardinal) -> Cardinal:
        """Multiply by a scale: "half a million", "three quarters of a million", "half million"."""
        tokens, at = self.tokens, self._past_hyphen(part.last)
        if at + 2 < tokens.size and tokens.norms[at] == "of" and tokens.norms[at + 1] in ARTICLES:
            at += 2
        elif at + 1 < tokens.size and tokens.norms[at] in ARTICLES:
            at += 1
        if not self._scale_follows(at):
            return part
        scale = self.cardinals.read(at)
        if scale is None or scale.ordinal:
            return part
        value = EXACT.multiply(part.value, scale.value)
        return evolve(
            scale, value=value, step=Decimal(0) if scale.value < 1000 else scale.value / 10, scale=scale.value
        )

    def _past_hyphen(self, index: int) -> int:
        tokens = self.tokens
        if index + 1 < tokens.size and tokens.kinds[index] in "-–" and tokens.glued(index) == tokens.glued(index + 1):
            return index + 1
        return index


def _fraction(last: int, upper: Decimal, lower: Decimal) -> Cardinal:
    return Cardinal(last, ratio(upper, lower), Decimal(0), exact=True)
