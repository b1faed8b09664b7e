"""The gold cases: marked times with their type, value, period and modifier, and texts without any."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import regex

from claimcheck.lexicons import load_lexicon
from claimcheck.lexicons.words import abbreviations
from claimcheck.model import Candidate, Document, Settings, Timex
from claimcheck.model.wire import period_json
from claimcheck.numerals import NumeralScanner
from claimcheck.text import Tokenizer
from claimcheck.times import TimeFinder

GOLD = Path(__file__).parents[1] / "gold" / "times"
CASES = [case for path in sorted(GOLD.glob("*.toml")) for case in tomllib.loads(path.read_text("utf-8"))["case"]]
LEXICON = load_lexicon()
TOKENIZER = Tokenizer(abbreviations(LEXICON))
SCANNER = NumeralScanner(LEXICON)
FINDER = TimeFinder(LEXICON, Settings())


def params() -> list[Any]:
    return [
        pytest.param(
            case,
            id=case["id"],
            marks=[pytest.mark.xfail(reason=case["known_failure"], strict=True)] if "known_failure" in case else [],
        )
        for case in CASES
    ]


def times(text: str) -> list[Candidate]:
    tokens = TOKENIZER.tokenize(text)
    return FINDER.find(Document(text=text, published=date(2019, 2, 17)), tokens, SCANNER.scan(tokens)).candidates


def described(text: str, found: Candidate, wanted: dict[str, Any]) -> dict[str, Any]:
    """Return what a case may ask of a time, only what it asks."""
    timex = found.value
    assert isinstance(timex, Timex)
    period = period_json(timex.period) or {}
    facts: dict[str, Any] = {
        "type": timex.timex_type,
        "value": timex.value,
        "mod": timex.mod,
        "readings": list(timex.readings),
        "period": "/".join(end or ".." for end in (period.get("start"), period.get("end"))),
        "modifier": found.modifier.text if found.modifier else None,
    }
    return {"text": text[found.start : found.end]} | {name: facts[name] for name in wanted}


@pytest.mark.parametrize("case", params())
def test_case(case: dict[str, Any]) -> None:
    marked: list[str] = regex.findall(r"\[\[(.*?)\]\]", case["text"])
    text = case["text"].replace("[[", "").replace("]]", "")
    found = [item for item in times(text) if item.rank > 25 or marked]
    wanted = [{"text": words} | expected for words, expected in zip(marked, case["expect"], strict=True)]
    assert [described(text, item, expected) for item, expected in zip(found, case["expect"], strict=False)] == wanted
    assert len(found) == len(marked), [text[item.start : item.end] for item in found]


def test_there_are_as_many_silent_cases() -> None:
    silent = sum("[[" not in case["text"] for case in CASES)
    assert silent * 2 >= len(CASES)
