"""One stretch of text has one reading."""

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.lexicons import load_lexicon
from claimcheck.mentions import settle
from claimcheck.mentions.settling import choose
from claimcheck.model import Candidate, Document, Interval, Numeral, Quantity
from claimcheck.text import Tokenizer

ONE = Quantity("number", Interval.point(Decimal(1)))


def pick(*candidates: Candidate) -> list[tuple[int, int]]:
    return [(item.start, item.end) for item in choose(candidates)]


def test_rank_beats_length_and_length_beats_order() -> None:
    assert pick(Candidate(0, 9, ONE), Candidate(3, 5, ONE, rank=1)) == [(3, 5)]
    assert pick(Candidate(0, 3, ONE), Candidate(2, 6, ONE)) == [(2, 6)]
    assert pick(Candidate(0, 3, ONE), Candidate(2, 5, ONE)) == [(0, 3)]


def test_what_a_loser_covered_alone_is_free_again() -> None:
    assert pick(Candidate(0, 9, ONE), Candidate(3, 5, ONE, rank=1), Candidate(6, 8, ONE)) == [(3, 5), (6, 8)]


def test_ids_count_mentions_and_unread_figures_are_reported() -> None:
    assert load_lexicon().language == "en"
    document = Document(id="d", text="7 F-16 9")
    tokens = Tokenizer(frozenset()).tokenize(document.text)
    numerals = tuple(
        Numeral(place, place + 1, start, end, Decimal(1), Decimal(1), "digits")
        for place, start, end in [(0, 0, 1), (3, 4, 6), (4, 7, 8)]
    )
    mentions, diagnostics = settle(document, tokens, [Candidate(2, 6, None, rank=9), Candidate(7, 8, ONE)], numerals)
    assert [(item.id, item.text) for item in mentions] == [("d#m1", "9")]
    assert [(item.start, item.end, item.code) for item in diagnostics] == [(0, 1, "unread-figure")]


SPANS = st.tuples(st.integers(0, 60), st.integers(1, 12), st.integers(0, 3))


@given(st.lists(SPANS, max_size=40))
def test_the_chosen_never_overlap_and_the_best_is_chosen(spans: list[tuple[int, int, int]]) -> None:
    candidates = [Candidate(start, start + length, ONE, rank=rank) for start, length, rank in spans]
    chosen = choose(candidates)
    assert all(left.end <= right.start for left, right in pairwise(chosen))
    for item in candidates:
        rivals = [other for other in chosen if other.start < item.end and item.start < other.end]
        assert rivals
        assert item in chosen or max(other.rank for other in rivals) >= item.rank


def test_digits_of_other_scripts_are_reported() -> None:
    document = Document(id="d", text="Route ٤ has ½ a gate, 1.2.3 and x².")
    tokens = Tokenizer(frozenset()).tokenize(document.text)
    _, diagnostics = settle(document, tokens, [], ())
    assert [document.text[item.start : item.end] for item in diagnostics] == ["٤"]
