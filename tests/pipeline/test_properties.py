"""What holds for any text, through the whole flow."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any
from unittest.mock import patch

from attrs import evolve
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claimcheck import Analysis, Conflict, Document, Report
from claimcheck.pipeline import Pipeline

WORDS = st.sampled_from(
    [
        "over",
        "800",
        "2,500",
        "fighters",
        "sailors",
        "“",
        "”",
        '"',
        "'",
        "said",
        "Ana",
        "Delgrave",
        "Tuesday",
        "2019",
        "March",
        "3",
        "%",
        "$5bn",
        "million",
        "about",
        "12",
        "people",
        "died",
        "rose",
        "fell",
        "by",
        "from",
        "to",
        "in",
        "on",
        "the",
        "of",
        ",",
        ".",
        ";",
        "(",
        ")",
        "-",
        "–",
        "\n",
        "\n\n",
        "two",
        "dozen",
        "third",
        "half",
        "1/2",
        "²",
        "½",
        "£",
        "€",
        "10:30",
        "'the",
        "'",
    ]
)


def surfaces(table: Any) -> Iterator[str]:
    """Yield the words of a file of the lexicon."""
    if isinstance(table, str):
        yield from table.split()
    elif hasattr(table, "__iter__"):
        for value in getattr(table, "values", table.__iter__)():
            yield from surfaces(value)


LEXICON = sorted(
    {
        word
        for file in files("claimcheck.lexicons").joinpath("en").iterdir()
        if file.name.endswith(".toml")
        for word in surfaces(tomllib.loads(file.read_text("utf-8")))
    }
)
SENTENCES = st.lists(WORDS, max_size=40).map(" ".join)
TEXTS = st.one_of(st.text(st.characters(), max_size=200), SENTENCES, st.lists(WORDS, max_size=30).map("".join))
ARTICLES = st.lists(
    st.sampled_from(
        [
            "The fire at the Dorn mill on 3 May 2031 killed 12 people.",
            "The fire at the Dorn mill on 3 May 2031 killed 17 people.",
            '"We hold over 800 pirates," Admiral Jon Brake said on Tuesday.',
            '"We hold 2,500 pirates," Admiral Jon Brake said on Friday.',
            "The Kestrel Bridge opened on 1 June 1972.",
            "The Kestrel Bridge opened on 30 December 1972.",
            "Exports of tin from Velland fell 46 percent in 2030.",
        ]
    ),
    min_size=1,
    max_size=3,
    unique=True,
).map("\n\n".join)
quickly = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def pipeline() -> Pipeline:
    return Pipeline()


def surfaces_stand_where_they_say(analysis: Analysis) -> None:
    text = analysis.document.text
    for mention in analysis.mentions:
        assert text[mention.start : mention.end] == mention.text != ""
        if mention.modifier:
            assert text[mention.modifier.start : mention.modifier.end] == mention.modifier.text
    for item in analysis.attributions:
        for passage in (item.cue, item.speaker):
            assert passage is None or text[passage.start : passage.end] == passage.text
        assert all(0 <= piece.start < piece.end <= len(text) for piece in item.content)
    for claim in analysis.claims:
        assert claim.subject is None or claim.subject.span.of(text) == claim.subject.text
        assert claim.sentence.start <= claim.mention.start < claim.mention.end <= claim.sentence.end


@quickly
@given(TEXTS)
@example("0\r¢")
@example("0\nJ")
def test_any_text_is_read_and_slices_equal_surfaces(text: str) -> None:
    analysis = pipeline().analyze(Document(text=text))
    surfaces_stand_where_they_say(analysis)
    starts = [mention.start for mention in analysis.mentions]
    assert starts == sorted(starts)
    assert [mention.id for mention in analysis.mentions] == [f"text#m{number + 1}" for number in range(len(starts))]
    known = {mention.id for mention in analysis.mentions}
    assert all(claim.mention.id in known for claim in analysis.claims)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS | st.sampled_from(LEXICON), max_size=12).map(" ".join))
@example("We have 418 sq")
def test_words_of_the_lexicon_are_read_in_any_order(text: str) -> None:
    surfaces_stand_where_they_say(pipeline().key(text).analysis)


def places(report: Report, renamed: dict[str, str] | None = None) -> set[object]:
    """Return the conflicts with ids and sides aside, documents under one name for copies where asked."""

    def key(conflict: Conflict) -> object:
        sides = frozenset(
            frozenset(((renamed or {}).get(claim.document, claim.document), claim.mention.start) for claim in side)
            for side in conflict.sides
        )
        return conflict.rule, conflict.verdict, conflict.severity, sides

    return {key(conflict) for conflict in report.conflicts}


@quickly
@given(st.lists(ARTICLES, min_size=2, max_size=3), st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter(texts: list[str], random: object) -> None:
    from random import Random

    assert isinstance(random, Random)
    documents = [Document(id=f"d{number}", text=text) for number, text in enumerate(texts)]
    shuffled = random.sample(documents, len(documents))
    assert places(pipeline().check(documents)) == places(pipeline().check(shuffled))


@quickly
@given(st.lists(TEXTS | ARTICLES, max_size=5), st.integers(1, 400))
def test_texts_are_read_together_as_one_by_one(texts: list[str], portion: int) -> None:
    documents = [Document(id=f"d{number}", text=text) for number, text in enumerate(texts)]
    with patch("claimcheck.pipeline.PORTION", portion):
        keys = [*pipeline().keys(documents)]
        assert [*pipeline().analyses(documents)] == [pipeline().analyze(document) for document in documents]
    for key, alone in zip(keys, map(pipeline().key, documents), strict=True):
        assert (key, key.sums, key.repeats, key.shelf) == (alone, alone.sums, alone.repeats, alone.shelf)


@quickly
@given(ARTICLES)
def test_a_copy_adds_no_conflict(text: str) -> None:
    document = Document(id="a", text=text)
    alone = pipeline().check([document])
    both = pipeline().check([document, evolve(document, id="b")])
    assert places(both, {"b": "a"}) == places(alone)
