"""Tokens as columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.text import Tokenizer
from claimcheck.text.tokens import token_pattern

TOKENIZER = Tokenizer(frozenset({"mr"}))


def words(text: str) -> list[str]:
    tokens = TOKENIZER.tokenize(text)
    return [tokens.word(index) for index in range(len(tokens))]


@pytest.mark.parametrize(
    ("text", "expected", "kinds"),
    [
        ("Brandt's team", ["Brandt", "'s", "team"], "Ala"),
        ("they don’t agree", ["they", "don’t", "agree"], "aaa"),
        ("O'Brien left", ["O'Brien", "left"], "Aa"),
        ("the U.S.-backed", ["the", "U.S.", "-", "backed"], "aU-a"),
        ("thatU.S. troops", ["that", "U.S.", "troops"], "aUa"),
        ("$3.5bn", ["$", "3.5", "bn"], "$na"),
        ("1,234,567.", ["1,234,567", "."], "n."),
        ("COVID-19", ["COVID", "-", "19"], "U-n"),
        ("“no”", ["“", "no", "”"], "qaq"),
        ("``no''", ["``", "no", "''"], "qaq"),
        ("12–15 %", ["12", "–", "15", "%"], "n–n%"),
        ("1½ m²", ["1", "½", "m", "²"], "nxax"),
        ("a cafe\u0301 bar", ["a", "cafe\u0301", "bar"], "aaa"),
        ("wait... J", ["wait", "...", "J"], "a.I"),
        ("the 1990's", ["the", "1990", "'s"], "anl"),
        ("(iPhone)", ["(", "iPhone", ")"], "(m)"),
        ("  \n ", [], ""),
    ],
)
def test_tokens(text: str, expected: list[str], kinds: str) -> None:
    assert words(text) == expected
    assert TOKENIZER.tokenize(text).kinds == kinds


@given(st.text(st.characters(exclude_categories=())))
def test_columns_are_consistent_for_any_text(text: str) -> None:
    tokens = TOKENIZER.tokenize(text)
    total = len(tokens)
    assert len(tokens.ends) == len(tokens.norms) == len(tokens.kinds) == total
    covered = "".join(tokens.word(index) for index in range(total))
    assert covered == "".join(text.split())
    assert all(before <= after for before, after in zip(tokens.ends, tokens.starts[1:], strict=False))


@given(st.text(st.sampled_from("aB1.’' \n\t\u2003")))
def test_a_text_has_the_tokens_that_the_pattern_finds_whatever_space_it_is_cut_at(text: str) -> None:
    tokens = TOKENIZER.tokenize(text)
    found = [(match.end() - len(match[0].lstrip()), match.end()) for match in token_pattern().finditer(text.rstrip())]
    assert list(zip(tokens.starts, tokens.ends, strict=True)) == found


@given(st.text(st.sampled_from("aB1.!?\"“”'’\n\t |-#,)( ")))
def test_sentences_and_paragraphs_partition_the_tokens(text: str) -> None:
    tokens = TOKENIZER.tokenize(text)
    for starts in (tokens.sentence_starts, tokens.paragraph_starts):
        assert list(starts) == sorted(set(starts))
        assert (starts[:1] == (0,)) == (len(tokens) > 0)
        assert not starts or starts[-1] < len(tokens)
    assert set(tokens.paragraph_starts) <= set(tokens.sentence_starts)
    assert len(tokens.paragraph_kinds) == len(tokens.paragraph_starts)


def test_lookups_agree_with_the_columns() -> None:
    tokens = TOKENIZER.tokenize("Mr. Lund left. He took 12 files.\n\nNobody asked.")
    assert [tokens.slice(*tokens.sentence(number)) for number in range(3)] == [
        "Mr. Lund left.",
        "He took 12 files.",
        "Nobody asked.",
    ]
    twelve = tokens.at(tokens.text.index("12"))
    assert tokens.sentence_index(twelve) == 1
    assert tokens.paragraph_of(twelve) == (0, 10)
    assert tokens.at(-1) == -1
    assert tokens.glued(tokens.at(tokens.text.index("."))) and not tokens.glued(twelve)
