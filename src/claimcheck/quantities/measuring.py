"""The unit around a numeral: "$40 billion", "12-inch", "45 degrees", "500 people per day"."""

from decimal import Decimal

from claimcheck.lexicons.contexts import NumberContexts
from claimcheck.lexicons.numbers import NumberWords
from claimcheck.lexicons.units import UnitMatch, UnitTable
from claimcheck.model import Interval, Numeral, Tokens
from claimcheck.model.internal import evolve, internal
from claimcheck.quantities.amounts import MINUS_ONE, ONE, PLACES, Amount, make_interval

NEAR_MEASURE = 9
"""How many tokens before a figure may name what it measures: "Sales: 1.2m (2019: 1.1m)"."""

NEAR_RATE = 8
"""How many tokens on each side may tell that a rate of interest moved."""

OPENING, CLOSING = ("[", "(", "{", "<"), ("]", ")", "}", ">")

OF_A = frozenset({"of", "a", "an"})
"""What may stand between a part and the unit that it is of: "half a mile"."""

BESIDE = OF_A.union(OPENING, ["-", "–", "below"])
"""What stands between a number and its unit, and what turns its sign."""

DETERMINERS = frozenset({"a", "an", "the", "this", "that", "his", "her", "each", "every", "-"})
"""What stands before a length that is part of a name or a measure: "the 100m heats", "a 3m waves exhibit"."""

AWAY = tuple((word,) for word in ("ago", "later", "earlier", "before", "after", "old", "apart", "away", "from"))
"""What makes a distance in time of "a week"."""


@internal
class AmountReader:
    """Reads the amounts of one text."""

    tokens: Tokens
    units: UnitTable
    numbers: NumberWords
    contexts: NumberContexts
    followers: frozenset[str]
    """The words with which a unit begins, and those that stand between it and its number."""

    def read(self, numeral: Numeral, floor: int = 0) -> Amount:
        """Return a numeral with the unit around it; what stands before token `floor` belongs to another amount."""
        tokens, first, last = self.tokens, numeral.first, numeral.last
        norms, count, form = tokens.norms, numeral.count, numeral.form
        amount = Amount(
            first, last, numeral.start, numeral.end, make_interval(numeral.value, numeral.value) if count is None else count.amount,
            numeral.step, numeral, None, None, False, self.scale(numeral) if numeral.scaled else ONE,
        )  # fmt: skip
        if form in PLACES or numeral.end < tokens.ends[last - 1]:
            return amount
        if norms[first - 1] in self.units.tails:
            lead = self.units.match_before(tokens, first)
            if lead is not None and self._leads(lead, first, floor):
                return self._led(amount, lead)
        if last >= tokens.size:
            return amount
        if norms[last] in self.followers or form == "fraction":
            return self._followed(amount)
        if tokens.starts[last] == numeral.end and tokens.kinds[last] not in ".,;:":
            return self._followed(amount)
        return amount if self.units.rates.isdisjoint(norms[last + 1 : last + 4]) else self._counted_at_a_rate(amount)

    def _leads(self, lead: UnitMatch, first: int, floor: int) -> bool:
        """Tell whether a unit before a number is a currency, no other amount's, and no part of a name as in "S&P 500"."""
        tokens, at = self.tokens, lead.first
        if lead.unit.kind != "currency" or at < floor or not self._is_beside(at, first):
            return False
        return not tokens.glued(at) or tokens.norms[at - 1] not in ("&", "'", "@", "_")

    def scale(self, numeral: Numeral) -> Decimal:
        """Return the factor of the scale that ends a scaled numeral, 1 where none does."""
        word = self.numbers.words.get(self.tokens.norms[numeral.last - 1])
        if word is not None and word.role == "scale":
            return word.value
        suffix = self.tokens.word(numeral.last - 1)
        return self.numbers.abbreviations.get(suffix.lower()) or self.numbers.glued.get(suffix) or ONE

    def _led(self, amount: Amount, lead: UnitMatch) -> Amount:
        """Take a currency before the number in, the minus before that, and what follows ("$5m", "$50 dollars")."""
        tokens = self.tokens
        first = lead.first
        amount = amount.led(lead.unit, first, tokens.starts[first])
        if first and tokens.kinds[first - 1] == "-" and tokens.glued(first) and not tokens.glued(first - 1):
            amount = evolve(amount.converted(MINUS_ONE), first=first - 1, start=tokens.starts[first - 1])
        amount = self.with_money_suffix(amount if lead.unit.scale == ONE else amount.in_whole(lead.unit))
        heads, at = self.units.heads, amount.last
        follow = self.units.match(tokens, at) if at < tokens.size and tokens.norms[at] in heads else None
        if follow is not None and follow.unit.kind == "currency" and follow.unit.scale == ONE:
            known = lead.unit if lead.unit.code else follow.unit
            amount = evolve(amount, last=follow.last, end=tokens.ends[follow.last - 1], unit=known)
        return self._with_rate(amount)

    def _followed(self, amount: Amount) -> Amount:
        """Take the unit behind the number in."""
        tokens = self.tokens
        scaled = self.with_money_suffix(amount) if tokens.starts[amount.last] == amount.end else amount
        if scaled.last > amount.last:
            money = self.units.match(tokens, scaled.last)
            if money is not None and (money.unit.kind == "currency" or money.unit.code == "t"):
                return self._measured(scaled, money, scaled.last)
            if self._has_no_length(scaled):
                return scaled
        at = self._unit_place(amount)
        follow = self.units.match(tokens, at) if at < tokens.size and tokens.norms[at] in self.units.heads else None
        if follow is None or self._leads_another(follow) or not self._is_beside(amount.first, follow.first):
            return self._points_of_a_rate(amount) or self._counted_at_a_rate(amount)
        return self._measured(amount, follow, at)

    def in_millions(self, amount: Amount) -> Amount:
        """Return what was read as metres with its "m" for a million; any other amount as it is."""
        if amount.unit is None or amount.unit.code != "m" or amount.numeral.scaled:
            return amount
        numeral = amount.numeral
        value = Interval.point(numeral.value)
        bare = Amount(numeral.first, numeral.last, numeral.start, numeral.end, value, numeral.step, numeral)
        scaled = self.with_money_suffix(bare)
        return scaled if scaled.last == amount.last else amount

    def _has_no_length(self, amount: Amount) -> bool:
        """Tell whether "m" is a million by what stands beside it: "1.2m people", "4.1m crates", "sales of 1.2m"."""
        norms, first = self.tokens.norms, self.tokens.sentence_of(amount.first)[0]
        behind = norms[amount.last] if amount.last < len(norms) else ""
        if behind in self.contexts.crowds or self._is_counted(amount, behind):
            return True
        return not self.contexts.millions.isdisjoint(norms[max(first, amount.first - NEAR_MEASURE) : amount.first])

    def _is_counted(self, amount: Amount, noun: str) -> bool:
        """Tell whether a plural behind "m" is of things that are counted and have no length: not "the 100m heats"."""
        if not noun.endswith("s") or noun.endswith(("ss", "us", "is", "'s")) or noun in self.contexts.lengthy:
            return False
        return not amount.first or self.tokens.norms[amount.first - 1] not in DETERMINERS

    def _is_beside(self, first: int, last: int) -> bool:
        """Tell whether two tokens are of one paragraph, unlike the last of "Chapter 5" and a "Miles" of the next one."""
        tokens = self.tokens
        if last == first + 1 and tokens.text[tokens.ends[first] : tokens.starts[last]] in ("", " "):
            return True  # at once for neighbours that touch or have a space between them
        return tokens.paragraph_index(first) == tokens.paragraph_index(last)

    def _leads_another(self, unit: UnitMatch) -> bool:
        """Tell whether a sign after a number is that of the next one: "in 2011/12 £4m"."""
        tokens, last = self.tokens, unit.last
        if unit.unit.kind != "currency" or last >= tokens.size or tokens.glued(unit.first):
            return False
        return tokens.kinds[last] == "n" and tokens.glued(last)

    def _points_of_a_rate(self, amount: Amount) -> Amount | None:
        """Read "a quarter point", "a half-point cut" among words of interest as so much of a percentage point."""
        if amount.numeral.form != "fraction":
            return None
        tokens, at = self.tokens, amount.last
        if at < tokens.size:
            at += 2 if tokens.norms[at : at + 2] == ("of", "a") else tokens.kinds[at] == "-" and tokens.glued(at)
        if tokens.norms[at : at + 1] not in (("point",), ("points",)):
            return None
        if self.contexts.rates.isdisjoint(tokens.norms[max(0, amount.first - NEAR_RATE) : at + NEAR_RATE]):
            return None
        return amount.measured(self.units.units["percentage point"], at + 1, tokens.ends[at])

    def _measured(self, amount: Amount, follow: UnitMatch, at: int) -> Amount:
        """Take a unit in that begins at token `at`, with the sign, the scale or the denominator behind it."""
        tokens, unit = self.tokens, follow.unit
        if unit.kind == "temperature" and not self._is_warmth(follow, amount):
            return amount
        if unit.scale != ONE:
            amount = amount.in_whole(unit)
        last = follow.last + (at > amount.last and tokens.norms[at - 1] in OPENING)
        amount = amount.measured(unit, last, tokens.ends[last - 1])
        if unit.kind == "temperature":
            return self._below_zero(amount)
        if unit.kind == "currency" and last < tokens.size and amount.factor == ONE:
            word = self.numbers.words.get(tokens.norms[last])
            if word is not None and word.role == "scale" and not word.ordinal:
                amount = amount.times(word.value, last + 1, tokens.ends[last])
        return self._with_rate(amount)

    def _is_warmth(self, unit: UnitMatch, amount: Amount) -> bool:
        """Tell whether a temperature is meant: a bare letter needs a word of heat near it ("30 C outside", not "Form 13F").

        Degrees are none that somebody takes at a university.
        """
        tokens = self.tokens
        if tokens.norms[unit.first] == "degrees" and unit.last == unit.first + 1:
            return amount.first == 0 or tokens.norms[amount.first - 1] not in self.contexts.graduating
        if unit.last - unit.first > 1 or len(tokens.norms[unit.first]) > 1 or tokens.norms[unit.first] == "°":
            return True
        return not self.contexts.warmth.isdisjoint(tokens.norms[max(0, amount.first - 15) : unit.last + 8])

    def _below_zero(self, amount: Amount) -> Amount:
        """Turn the sign of "4 degrees below zero"."""
        tokens, last = self.tokens, amount.last
        if tokens.norms[last : last + 2] != ("below", "zero"):
            return amount
        return evolve(amount.converted(MINUS_ONE), last=last + 2, end=tokens.ends[last + 1])

    def _unit_place(self, amount: Amount) -> int:
        """Return where a unit may stand: behind a hyphen ("12-inch"), or behind "of a" after a fraction."""
        tokens, at = self.tokens, amount.last
        if at + 1 >= tokens.size:
            return at
        norm = tokens.norms[at]
        if tokens.kinds[at] in "-–" and tokens.glued(at) and tokens.glued(at + 1):
            return at + 1
        if norm in OPENING and at + 2 < tokens.size:
            inner = self.units.match(tokens, at + 1)
            if (
                inner is not None
                and inner.last < tokens.size
                and tokens.norms[inner.last] in CLOSING
                and inner.unit.scale == ONE
            ):
                return at + 1
        if norm in OF_A and (amount.numeral.form == "fraction" or amount.numeral.value < ONE):
            at += norm == "of"
            if at + 1 < tokens.size and tokens.norms[at] in ("a", "an"):
                return at + 1
        return amount.last

    def with_money_suffix(self, amount: Amount) -> Amount:
        """Multiply by a suffix that means a scale beside money only ("£5m")."""
        tokens, at = self.tokens, amount.last
        if at >= tokens.size or amount.numeral.scaled:
            return amount
        gap = tokens.text[amount.end : tokens.starts[at]]
        if gap and (amount.unit is None or gap != " "):
            return amount
        factor = self.numbers.money.get(tokens.word(at)) or self.numbers.abbreviations.get(tokens.norms[at])
        if factor is None:
            return amount
        return amount.times(factor, at + 1, tokens.ends[at])

    def _with_rate(self, amount: Amount) -> Amount:
        norms, at = self.tokens.norms, amount.last
        under = None
        if at < len(norms) and norms[at] in self.units.rates:
            bought = amount.unit is not None and amount.unit.kind == "currency"
            under = self.units.match_per(self.tokens, at, bought=bought)
        elif at < len(norms) and norms[at] == "-" and norms[at + 1 : at + 3] == ("a", "-"):  # "a $5bn-a-year trade"
            under = self.units.match(self.tokens, at + 3)
            under = None if under is None or under.unit.dimension != "time" else under
        if under is None or amount.unit is None or "/" in (amount.unit.code or ""):
            return amount
        return evolve(amount, per=under.unit)

    def _counted_at_a_rate(self, amount: Amount) -> Amount:
        """Take the denominator of a count in: "500 people per day", "12 boats a week", not "12 boats a week ago"."""
        tokens, norms, rates, last = self.tokens, self.tokens.norms, self.units.rates, amount.last
        at = next((place for place in range(last + 1, min(last + 4, len(norms))) if norms[place] in rates), None)
        if at is None or not (norms[at - 1].endswith("s") or norms[at - 1] in self.contexts.crowds):
            return amount
        under = self.units.match_per(tokens, at) if tokens.kinds[last:at].islower() else None
        if under is None or under.unit.dimension != "time" or norms[under.last : under.last + 1] in AWAY:
            return amount
        return evolve(amount, per=under.unit)
