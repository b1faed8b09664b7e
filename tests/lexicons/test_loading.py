"""Lexicon files are validated, and a fault names file, table and key."""

from pathlib import Path

import pytest

from claimcheck.errors import LexiconError
from claimcheck.lexicons import load_lexicon
from claimcheck.lexicons.words import WordList


def overlay(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(content, encoding="utf-8")
    return path


def test_an_overlay_adds_an_entry(tmp_path: Path) -> None:
    path = overlay(tmp_path, '[abbreviations.ships]\nwords = ["hms"]\nexamples = { yes = ["Hms. Bold sank."] }\n')
    entries = load_lexicon("en", [path]).entries("abbreviations", WordList)
    assert [entry.words for entry in entries if entry.key == "ships"] == [("hms",)]
    assert any(entry.key == "titles" for entry in entries)


def test_an_overlay_replaces_an_entry(tmp_path: Path) -> None:
    path = overlay(tmp_path, '[abbreviations.titles]\nwords = ["cllr"]\nexamples = { yes = ["Cllr. Odd left."] }\n')
    entries = load_lexicon("en", [path]).entries("abbreviations", WordList)
    assert [entry.words for entry in entries if entry.key == "titles"] == [("cllr",)]


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ('[abbreviations.ships]\nword = ["hms"]\nexamples = { yes = [] }', ["mine.toml", "[ships]", "'word'"]),
        ("[abbreviations.ships]\nexamples = { yes = [] }", ["mine.toml", "[ships]", "'words' is missing"]),
        ("[abbreviations.ships]\nwords = [", ["mine.toml"]),
        ("[abbreviation.ships]\nwords = []", ["mine.toml", "[abbreviation]", "abbreviations"]),
        ("[inflections.nouns]\nforms = {}", ["mine.toml", "[inflections]", "abbreviations"]),
        ("[abbreviations]\nships = 3", ["mine.toml", "[ships]", "must be a table"]),
    ],
)
def test_a_fault_is_named(tmp_path: Path, content: str, named: list[str]) -> None:
    path = overlay(tmp_path, content)
    with pytest.raises(LexiconError) as caught:
        load_lexicon("en", [path]).entries("abbreviations", WordList)
    assert all(part in str(caught.value) for part in named)


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(LexiconError, match="'xx'"):
        load_lexicon("xx")
