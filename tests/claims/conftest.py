"""Claims from texts whose figures are marked by hand: `[[35]]`, so that these tests need no other room."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from claimcheck.claims import ClaimBuilder
from claimcheck.lexicons import load_lexicon
from claimcheck.lexicons.words import abbreviations
from claimcheck.model import Claim, Document, Interval, Mention, Name, Names, Period, Quantity, Timex
from claimcheck.text import Tokenizer

Builds = Callable[..., tuple[Claim, ...]]

UNITS = {"m": "length", "km": "length", "feet": "length", "kg": "mass", "km²": "area", "km/h": "speed", "MW": "power"}


def _value(text: str) -> Quantity | Timex:
    year = re.fullmatch(r"(1[89]|20)\d\d", text)
    if year:
        start = date(int(text), 1, 1)
        return Timex("DATE", text, period=Period(start, date(int(text) + 1, 1, 1)), grain="year")
    full = re.fullmatch(r"(\d\d?) (March|May) (\d{4})", text)
    if full:
        day = date(int(full[3]), 3 if full[2] == "March" else 5, int(full[1]))
        return Timex("DATE", day.isoformat(), period=Period(day, day + timedelta(1)), grain="day")
    if text.endswith(("years", "weeks", "minutes", "hours")):
        return Timex("DURATION", "P1Y")
    one = Interval.point(Decimal(1))
    if text[0] in "$€£":
        return Quantity("currency", one, unit="USD", dimension="currency")
    if text.endswith("%"):
        return Quantity("percent", one, unit="percent", dimension="share")
    if "/" in text and text.replace("/", "").replace(".", "").isdigit():
        return Quantity("score", one)
    if text.endswith("°C"):
        return Quantity("temperature", one, unit="Cel", dimension="temperature")
    unit = text.split()[-1]
    if unit in UNITS:
        return Quantity("quantity", one, unit=unit, dimension=UNITS[unit])
    return Quantity("ordinal" if re.search(r"\d(st|nd|rd|th)$|third|fourth", text) else "number", one)


@pytest.fixture(scope="session")
def told() -> Callable[[Claim, str], Any]:
    """Return what a gold case expects of a claim by one of its keys, as TOML writes it."""

    def of(claim: Claim, key: str) -> Any:
        if key == "time":
            start = claim.time.period.start if claim.time else None
            return start.isoformat() if isinstance(start, date) else ""
        if key == "subject":
            return claim.subject.text if claim.subject else ""
        value: Any = getattr(claim if hasattr(claim, key) else claim.scope, key)
        if key == "holder":
            return value or ""
        return [*value] if type(value) is tuple else value

    return of


@pytest.fixture(scope="session")
def build() -> Builds:
    """Build the claims of a text with marked figures; capitalised words inside sentences are names of unknown type."""
    lexicon = load_lexicon()
    builder, tokenizer = ClaimBuilder(lexicon), Tokenizer(abbreviations(lexicon))

    def of(marked: str, dated: date | None = None) -> tuple[Claim, ...]:
        text, at = "", 0
        mentions: list[Mention] = []
        for match in re.finditer(r"\[\[(.+?)\]\]", marked):
            text += marked[at : match.start()]
            start = len(text)
            text += match[1]
            at = match.end()
            mentions.append(Mention(f"text#m{len(mentions) + 1}", "text", start, len(text), match[1], _value(match[1])))
        text += marked[at:]
        places: dict[str, list[tuple[int, int]]] = {}
        for match in re.finditer(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*", text):
            places.setdefault(match[0], []).append(match.span())
        tokens = tokenizer.tokenize(text)
        names = Names.of((Name(name, "unknown", (name,), tuple(found)) for name, found in places.items()), tokens)
        return builder.build(Document(text=text), tokens, tuple(mentions), (), names, dated)

    return of
