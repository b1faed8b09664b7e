"""Conversion is exact, keeps to dimensions, and agrees with pint."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.lexicons import load_lexicon
from claimcheck.lexicons.measures import Measure, Measures
from claimcheck.lexicons.units import UnitTable
from claimcheck.model import Interval

LEXICON = load_lexicon()
TABLE = UnitTable.load(LEXICON)
MEASURES = Measures.load(LEXICON)
REGISTRY: Any = pytest.importorskip("pint").UnitRegistry()

PINT = {
    "[ly]": "light_year", "AU": "astronomical_unit", "pc": "parsec", "[mi_i]": "mile", "[nmi_i]": "nautical_mile",
    "league": "3 * mile", "[fur_i]": "660 * foot", "[fth_i]": "6 * foot", "[yd_i]": "yard", "[ft_i]": "foot",
    "[in_i]": "inch", "Ao": "angstrom", "har": "hectare", "[acr_us]": "43560 * survey_foot ** 2", "l": "liter", "[bbl_us]": "oil_barrel",
    "[gal_us]": "gallon", "[gal_br]": "imperial_gallon", "[qt_us]": "quart", "[pt_us]": "pint",
    "[pt_br]": "imperial_pint", "[foz_us]": "fluid_ounce", "[cup_us]": "cup", "[tbs_us]": "tablespoon",
    "[tsp_us]": "teaspoon", "[bu_us]": "bushel", "t": "metric_ton", "quintal": "100 * kilogram", "[lb_av]": "pound",
    "[oz_av]": "ounce", "[oz_tr]": "troy_ounce", "[stone_av]": "stone", "[ston_av]": "short_ton",
    "[lton_av]": "long_ton", "[scwt_av]": "short_hundredweight", "[car_m]": "carat", "[dr_av]": "dram",
    "min": "minute", "h": "hour", "d": "day", "wk": "week", "mo": "month", "a": "year", "Ma": "megayear",
    "Ga": "gigayear", "ka": "kiloyear", "[kn_i]": "knot", "J": "joule", "eV": "electron_volt", "erg": "erg",
    "cal": "calorie", "[Btu_IT]": "Btu_it", "therm": "100000 * Btu_it", "W": "watt", "[HP]": "horsepower",
    "metric horsepower": "metric_horsepower", "N": "newton", "[lbf_av]": "pound_force", "Pa": "pascal", "bar": "bar",
    "[psi]": "psi", "mm[Hg]": "millimeter_Hg", "[in_i'Hg]": "25.4 * millimeter_Hg", "atm": "atmosphere", "By": "byte",
    "Hz": "hertz", "deg": "degree", "'": "arcminute", "''": "arcsecond", "V": "volt", "C": "coulomb", "Ohm": "ohm",
    "F": "farad", "T": "tesla", "Bq": "becquerel", "Ci": "curie", "Sv": "sievert", "Gy": "gray",
    "l/(100.km)": "liter / (100 * kilometer)", "percent": "percent", "[ppth]": "0.001", "[ppm]": "ppm",
    "[ppb]": "0.001 * ppm", "[degF]": "delta_degF", "[degR]": "degR", "Cel": "delta_degC",
}  # fmt: skip
"""Codes in pint's words; what is missing is a base unit, or ours alone."""
OWN = {"basis point"}
BASES = {"m": "meter", "g": "gram", "s": "second", "A": "ampere", "K": "kelvin", "bit": "bit", "rad": "radian"}


def defined() -> list[Measure]:
    return [entry for entry in MEASURES.entries if entry.of is not None and entry.code not in OWN]


@pytest.mark.parametrize("entry", defined(), ids=lambda entry: entry.code)
def test_factors_agree_with_pint(entry: Measure) -> None:
    scale = TABLE.conversion.scale(entry.code)
    assert scale is not None
    base = " * ".join(f"{BASES[code]} ** {power}" for code, power in scale.powers) or "dimensionless"
    theirs = REGISTRY.Quantity(1, "dimensionless") * REGISTRY.parse_expression(PINT[entry.code])
    assert abs(float(theirs.to(base).magnitude) / float(scale.factor) - 1) < 1e-6


@pytest.mark.parametrize(
    ("amount", "source", "target", "expected"),
    [
        ("5", "[mi_i]", "km", "8.04672"),
        ("60", "[mi_i]/h", "km/h", "96.56064"),
        ("212", "[degF]", "Cel", "100"),
        ("0", "Cel", "K", "273.15"),
        ("-40", "Cel", "[degF]", "-40"),
        ("1", "kW.h", "MJ", "3.6"),
        ("1", "km2", "har", "100"),
        ("25", "basis point", "percentage point", "0.25"),
        ("2", "t/har", "kg/m2", "0.2"),
        ("3", "GBy", "Mbit", "24000"),
        ("7", "GBP", "GBP", "7"),
    ],
)
def test_converts_exactly(amount: str, source: str, target: str, expected: str) -> None:
    converted = TABLE.convert(Interval.point(Decimal(amount)), source, target)
    assert converted == Interval.point(Decimal(expected))


@pytest.mark.parametrize(
    ("source", "target"),
    [("km", "kg"), ("USD", "GBP"), ("percent", "percentage point"), ("km/h", "km"), ("crown", "SEK"), ("", "m")],
)
def test_stays_within_a_dimension(source: str, target: str) -> None:
    assert TABLE.convert(Interval.point(Decimal(1)), source, target) is None


CODES = sorted(code for code in TABLE.conversion.scales if code != "1")
AMOUNTS = st.decimals(min_value=-(10**9), max_value=10**9, allow_nan=False, places=4)


@given(AMOUNTS, AMOUNTS, st.sampled_from(CODES), st.data())
def test_conversion_comes_back(one: Decimal, other: Decimal, source: str, data: st.DataObject) -> None:
    powers = TABLE.conversion.scales[source].powers
    target = data.draw(st.sampled_from([code for code in CODES if TABLE.conversion.scales[code].powers == powers]))
    amount = Interval(min(one, other), max(one, other), low_open=True)
    there = TABLE.convert(amount, source, target)
    assert there is not None and there.low_open and not there.high_open
    back = TABLE.convert(there, target, source)
    assert back is not None and back.low is not None and back.high is not None
    assert there.low is not None and there.high is not None and there.low <= there.high
    size = max(abs(there.low), abs(there.high), abs(one), abs(other), Decimal(1))
    ratio = TABLE.conversion.ratio(target, source)
    assert ratio is not None
    slack = Fraction(size) * max(ratio, Fraction(1)) / 10**35
    assert abs(Fraction(back.low) - Fraction(min(one, other))) <= slack
    assert abs(Fraction(back.high) - Fraction(max(one, other))) <= slack
