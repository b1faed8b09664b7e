"""Texts of one thing only: the columns still fit, and the work stays in proportion."""

import pytest

from claimcheck.text import Tokenizer

TOKENIZER = Tokenizer(frozenset({"mr"}))


@pytest.mark.parametrize(
    "piece", ["1", '"', "A", "a.", "’s", " ", "\n", "a\n\n", ".", "U.", "A b. ", "(", "\ud800", "\x00", "- a\n", "²"]
)
def test_work_grows_with_the_text(piece: str) -> None:
    """Two hundred thousand characters of one thing are done at once; a square of that would not end here."""
    text = piece * (200_000 // len(piece))
    tokens = TOKENIZER.tokenize(text)
    assert "".join(tokens.word(index) for index in range(len(tokens))) == "".join(text.split())
    assert tokens.sentence_starts[:1] == tokens.paragraph_starts[:1] == ((0,) if len(tokens) else ())


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("world's_largest", ["world", "'s", "_", "largest"]),
        ("café\u0301’a", ["café\u0301'a"]),
        ("\u00a01\u202f234\u2009km ", ["1", "234", "km"]),
        ("\ud800\x00²", ["\ud800", "\x00", "²"]),
        ("НАТО İzmir", ["нато", "i\u0307zmir"]),
    ],
)
def test_odd_letters(text: str, norms: list[str]) -> None:
    assert list(TOKENIZER.tokenize(text).norms) == norms
