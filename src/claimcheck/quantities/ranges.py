"""Two amounts that are one: "between 5 and 7 million", "$5-10 million", "2,000 ± 10 kg", "6 feet 2 inches"."""

from collections.abc import Collection
from decimal import Decimal

from claimcheck.lexicons.units import Unit
from claimcheck.model import Interval, Numeral, Tokens
from claimcheck.model.internal import evolve, internal
from claimcheck.quantities.amounts import ONE, Amount, exact_sum
from claimcheck.quantities.measuring import AmountReader

DASHES = "-–"
CONFIDENCE = frozenset({"ci", "cis", "interval", "iqr"})
"""Words of statistics before two figures that a comma parts, but that are an interval ("95% CI 1.2, 3.4")."""

SUMMED = ("length", "mass")
"""The dimensions whose amounts are written as a sum of units ("6 feet 2 inches"), spans of time aside."""

PARTS = (Decimal("0.01"), Decimal("0.1"))
"""What a cent and a tenth are of their currency."""

FAR_APART = 3
"""Two figures that are so many times as much are no estimate."""

NEAR = 4
"""How many tokens may stand between the two amounts of a range."""

JOINING = frozenset({
    "and", ",", ";", "stars", "points", "marks", "to", "through", "or", "up", "per", "in", "for", "out", "plus", "+", "±", "-", "–", "~", ":", "/",
})  # fmt: skip
"""Words and marks behind an amount that may join it to the next one."""


@internal
class RangeReader:
    """Joins neighbouring amounts."""

    tokens: Tokens
    amounts: AmountReader
    changes: Collection[str]

    def may_join(self, left: Amount, following: Numeral) -> bool:
        """Tell by the place of the numeral that follows an amount, and the token between, whether they may be one."""
        last, norms = left.last, self.tokens.norms
        gap = following.first - last
        if gap <= 0:
            return True
        if gap > NEAR:
            return False
        if norms[last] in JOINING or norms[last] in self.amounts.units.leads:
            return True
        return gap > 1 and norms[last + 1] in ("in", "out")  # "one voter in five"

    def join(self, left: Amount, right: Amount) -> Amount | None:
        """Return the two as one amount, None where they are two."""
        gap = self.tokens.norms[left.last : right.first]
        if len(gap) > 4 or "ordinal" in (left.kind, right.kind):
            return None
        if gap in (("±",), ("+", "/", "-"), ("+", "-"), ("plus", "or", "minus")):
            return self._tolerance(left, right)
        if gap in (("per",), ("in", "every"), ("for", "every")) and left.unit is None and right.unit is None:
            return self._rate(left, right)
        if gap == ("or",):
            return self._either(left, right)
        left, right = self._millions(left, right)
        if self._is_height(left, gap):
            return self._compound(left, right, ())
        return self._range(left, right, gap) or self._compound(left, right, gap)

    def _millions(self, left: Amount, right: Amount) -> tuple[Amount, Amount]:
        """Let the "m" of one be a million as that of the other is: "$1.5-2m", "5m-6m people"."""
        if left.unit is not None and left.unit.kind == "currency":
            return left, self.amounts.in_millions(right)
        if left.unit is not None and right.unit is None and right.factor > 1:
            return self.amounts.in_millions(left), right
        return left, right

    def _either(self, left: Amount, right: Amount) -> Amount | None:
        """Read "two or three people", an estimate: the second is at most twice the first."""
        left, right = self._shared(left, right)
        if not _same_unit(left, right) or not left.value < right.value <= 2 * left.value:
            return None
        interval = Interval(left.value, right.value)
        return evolve(left, last=right.last, end=right.end, interval=interval, step=right.step, approximate=True)

    def _rate(self, left: Amount, right: Amount) -> Amount | None:
        """Read "12 per 100,000"."""
        if right.value < 10 or not right.interval.is_point:
            return None
        return evolve(left, last=right.last, end=right.end, per=Unit(f"{right.value:f}", "count", "number", "count"))

    def _range(self, left: Amount, right: Amount, gap: tuple[str, ...]) -> Amount | None:
        opener = self.tokens.norms[left.first - 1] if left.first else ""
        joined = (
            gap in (("to",), ("through",), ("-", "to", "-"), ("to", "-"), ("-", "to"))
            or (len(gap) == 1 and self.tokens.kinds[left.last] in DASHES)
            or (gap == ("up", "to") and opener == "from")
            or (gap == ("~",) and self.tokens.glued(left.last))
            or (gap == ("and",) and opener in ("between", "from"))
            or (gap in ((",",), (";",)) and left.interval.is_point and not CONFIDENCE.isdisjoint(self.tokens.norms[max(0, left.first - 4) : left.first]))
            or gap == () and right.numeral.first == left.last and right.value < 0 and self._glued_minus(right)
        )  # fmt: skip
        if not joined or (opener == "from" and gap == ("to",) and self._changes(left.first - 1)):
            return None
        if gap == ("to",) and (self._is_move(left, right, opener) or _is_share_of(left, right)):
            return None
        if (
            left.first > 1
            and self.tokens.kinds[left.first - 1] in DASHES
            and self.tokens.kinds[left.first - 2] == "a"
            and self.tokens.glued(left.first)
        ):
            return None  # "three-nought-four"
        descends = gap == ("to",) and left.unit is not None  # "fell in 1990 to 12 km" has but a year on the left
        left, right = self._shared(left, right)
        if left is right or not _same_unit(left, right):
            return None
        low, high = left.value, right.value
        if low == high or (low > high and not (descends and left.unit == right.unit)):
            return None
        interval, step = Interval(min(low, high), max(low, high)), min(left.step, right.step)
        return evolve(left, last=right.last, end=right.end, interval=interval, step=step, per=right.per or left.per)

    def _is_move(self, left: Amount, right: Amount, opener: str) -> bool:
        """Tell whether the first is what something moved by and the second where to: "fell 2.1 % to 13.4 %".

        Behind a verb of change, and not two ends of an estimate: these ascend, and lie near. Both show their unit, or
        "by" says that the first is a change ("rose by 85 to 2,940", "by 12 percent to 671") and the second has none.
        """
        by = opener == "by" and left.first > 1
        verb = self.tokens.norms[left.first - 2] if by else opener
        if verb not in self.changes or left.value <= 0:
            return False
        if right.unit is None and left.unit is not None:
            return by or left.unit.code == "percent"
        if left.unit is None and (right.unit is not None or not by):
            return False
        return not left.value < right.value < FAR_APART * left.value

    def _glued_minus(self, right: Amount) -> bool:
        return self.tokens.glued(right.numeral.first)

    def _changes(self, index: int) -> bool:
        """Tell whether a verb of change stands shortly before: then "from 5 to 7" is no range."""
        first, _ = self.tokens.sentence_of(index)
        return any(norm in self.changes for norm in self.tokens.norms[max(first, index - 9) : index])

    def _shared(self, left: Amount, right: Amount) -> tuple[Amount, Amount]:
        """Let the two share the scale and the unit that only one of them shows."""
        left = left.scaled_as(right, ONE)
        return left.in_unit_of(right), right.in_unit_of(left)

    def _tolerance(self, left: Amount, right: Amount) -> Amount | None:
        left, right = self._shared(left, right)
        if not _same_unit(left, right) or right.value < 0:
            return None
        interval = left.interval.widened(right.value)
        return evolve(left, interval=interval, last=right.last, end=right.end, step=left.step)

    def _compound(self, left: Amount, right: Amount, gap: tuple[str, ...]) -> Amount | None:
        """Read amounts of a unit and its part: "2 km and 1 metre", "20 dollars 43"."""
        if left.unit is None or left.per is not None or gap not in ((), ("and",), (",",), (",", "and")):
            return None
        if left.unit.kind == "currency":
            return self._cents(left, right, gap)
        if right.unit is None and left.unit.code == "[ft_i]" and not gap and right.value < 12 and right.step >= 1:
            right = evolve(right, unit=self.amounts.units.units.get("[in_i]"))  # "five foot ten"
        if right.unit is None or left.unit.dimension != right.unit.dimension or left.unit.dimension not in SUMMED:
            return None
        parts = self._worth(left, right)
        if parts is None or parts <= 1 or parts != parts.to_integral_value() or right.value >= 10 * parts:
            return None
        whole = self._worth(right, left)
        if whole is not None and right.unit.code == "[in_i]" and right.value % 3 == 0:  # 6 inches are half a foot
            sums = exact_sum(left, right, whole)
            return evolve(left, last=right.last, end=right.end, interval=sums, step=right.step * whole)
        sums, step = exact_sum(right, left, parts), min(right.step, ONE)
        return evolve(right, first=left.first, start=left.start, interval=sums, step=step, numeral=left.numeral)

    def _is_height(self, left: Amount, gap: tuple[str, ...]) -> bool:
        """Tell whether inches may follow: "a 5-foot-11 guard"."""
        feet = left.unit is not None and left.unit.code == "[ft_i]"
        return feet and gap == ("-",) and self.tokens.kinds[left.last - 2] == "-"

    def _worth(self, one: Amount, other: Amount) -> Decimal | None:
        if one.unit is None or other.unit is None or not one.unit.code or not other.unit.code:
            return None
        found = self.amounts.units.convert(Interval.point(Decimal(1)), one.unit.code, other.unit.code)
        return None if found is None else found.low

    def _cents(self, left: Amount, right: Amount, gap: tuple[str, ...]) -> Amount | None:
        """Read "20 dollars and 43 cents", "$20 and 43c", "15 dollars 50"."""
        if right.numeral.scaled or left.numeral.scaled or gap == (",",):
            return None
        if left.step < 1:
            return self._tenths(left, right, gap)
        if right.unit is not None and right.unit.is_open_part:
            part, right = right.unit.scale in PARTS, right.in_whole(evolve(right.unit, candidates=()))
        elif right.unit is not None:
            part = right.unit.kind == "currency" and right.unit.scale in PARTS and right.first >= left.last
        else:
            tokens, last = self.tokens, right.last
            part = last >= tokens.size or not tokens.kinds[last].isalpha() or tokens.norms[last] in ("more", "each")
            right = right.converted(PARTS[0])
            part = part and right.value >= PARTS[1]
        if not part or not 0 < right.value < 1 or right.step < PARTS[0]:
            return None
        sums, unit = (
            exact_sum(left, right, ONE),
            left.unit if right.unit is None or right.unit.candidates else right.unit,
        )
        return evolve(left, last=right.last, end=right.end, interval=sums, step=right.step, unit=unit)

    def _tenths(self, left: Amount, right: Amount, gap: tuple[str, ...]) -> Amount | None:
        """Read "five mao five": a digit behind a tenth of a currency counts tenths of that."""
        scale = Decimal(1) if left.unit is None else left.unit.scale
        closed = right.last >= self.tokens.size or self.tokens.kinds[right.last] in ".,;:)"
        if scale != PARTS[1] or gap or right.unit is not None or not 0 < right.value < 10 or not closed:
            return None
        tenths = right.converted(scale * PARTS[1])
        return evolve(left, last=right.last, end=right.end, interval=exact_sum(left, tenths, ONE), step=tenths.step)


def _is_share_of(left: Amount, right: Amount) -> bool:
    """Tell whether the first is a share and the second what it made: "up 7% to 12,400", not "5% to 7"."""
    return left.unit is not None and left.unit.code == "percent" and right.unit is None and abs(right.value) > WHOLE


WHOLE = 100
"""The whole in percent."""


def _same_unit(left: Amount, right: Amount) -> bool:
    """Tell whether two amounts are of one unit; an open one goes with any of its candidates."""
    one, other = left.unit, right.unit
    if one is None or other is None:
        return one is other
    return one.code == other.code and one.kind == other.kind
