"""What the whole text tells of units that it leaves open: which dollars, whose cents."""

from collections.abc import Collection, Iterable, Sequence

from attrs import frozen

from claimcheck.lexicons.locales import Locales
from claimcheck.lexicons.units import Unit, UnitTable
from claimcheck.model import Tokens
from claimcheck.model.internal import evolve
from claimcheck.quantities.amounts import Amount

Codes = frozenset[str]


@frozen
class Settler:
    """Settles open units."""

    units: UnitTable
    locales: Locales

    def settle(self, tokens: Tokens, items: Sequence[Amount]) -> Sequence[Amount]:
        """Return the amounts of a text with each open unit as what the text tells, if it does.

        Money written with a code or an unshared name tells of the rest. A bare sign is also of the one land that the text
        names, or whose habits of writing it has (`locales.toml`). A part ("36 cents") is of the currency that is named
        or was settled so; where there is none, it stays an amount of the part.
        """
        units = [item.unit for item in items if item.unit is not None]
        opened = dict.fromkeys([unit for unit in units if unit.candidates])
        if not opened:
            return items
        written = _codes(units)
        lands = self.locales.currencies(tokens) if any(unit.kind == "currency" for unit in opened) else Codes()
        wholes = {unit: self._whole(unit, written, lands) for unit in opened if not unit.is_open_part}
        parts = {unit: self._part(unit, written, lands, wholes.values()) for unit in opened if unit.is_open_part}
        meanings = wholes | parts
        return [
            item if item.unit is None or not item.unit.candidates else _counted(item, meanings[item.unit])
            for item in items
        ]

    def _whole(self, unit: Unit, written: Codes, lands: Codes) -> Unit:
        """Settle what is no part; only a bare sign leaves its land to be found."""
        bare = unit.kind == "currency" and unit.code is None
        return self._told(unit, written | lands if bare else written, written)

    def _part(self, unit: Unit, written: Codes, lands: Codes, wholes: Collection[Unit]) -> Unit:
        """Settle a part: by the money that is named, else by the one open sign of its currencies, else by the land."""
        known = written.union(whole.code for whole in wholes if whole.code)
        if not known.isdisjoint(unit.candidates):
            return self._told(unit, known, written)
        signs = [sign for sign in wholes if not set(sign.candidates).isdisjoint(unit.candidates)]
        return evolve(signs[0], scale=unit.scale) if len(signs) == 1 else self._told(unit, lands, written)

    def _told(self, unit: Unit, named: Codes, written: Codes) -> Unit:
        """Return a unit as the one of its candidates that is named; a land tells only where its bare sign is usual.

        What only a land tells keeps the candidates: it is likely, and no other document may be contradicted by it.
        """
        codes = named.intersection(unit.candidates)
        settled = self.units.settle(unit, codes if codes <= written | self.locales.settling else ())
        certain = codes <= written or self.units.dollar is not None
        return settled if certain else evolve(settled, candidates=unit.candidates)


def _counted(amount: Amount, unit: Unit) -> Amount:
    """Return an amount in the unit that is meant; what was counted in parts becomes an amount of the whole."""
    if unit is amount.unit:
        return amount
    if amount.unit is not None and amount.unit.is_open_part:
        amount = amount.in_whole(evolve(unit, candidates=()))
    return amount.measured(unit, amount.last, amount.end)


def _codes(units: Iterable[Unit]) -> Codes:
    """Return the codes that are certain."""
    return Codes(unit.code for unit in units if unit.code and not unit.candidates)
