"""A corpus gives the conflicts that `check` gives over all of its documents, however they came and went."""

import tempfile
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random

import pytest
from attrs import evolve
from benchmarks.generator import articles
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck import Conflict, Corpus, Document, Pipeline

SENTENCES = (
    "The fire at the Dorn mill on 3 May 2031 killed 12 people.",
    "The fire at the Dorn mill on 3 May 2031 killed 17 people.",
    "The fire at the Dorn mill killed about 12 people, Mayor Edda Rook said.",
    "The Dorn mill employs 340 people.",
    "The Dorn mill employs 520 people.",
    "Edda Rook said repairs to the Orvan bridge will cost $3 million.",
    "Repairs to the Orvan bridge cost $4.5 million, Edda Rook said.",
    "The Orvan bridge opened on 1 June 1972.",
    "The Orvan bridge opened on 30 December 1972.",
    "Of the 40 passengers, 12 were hurt and 30 were unharmed.",
    '"We hold over 800 pirates," Admiral Jon Brake said on Tuesday.',
    '"We hold 2,500 pirates," Admiral Jon Brake said on Friday.',
    "Jon Brake has 14 ships at Port Arl.",
    "Jon Brake has 9 ships at Port Arl.",
    "Fourteen ships are at port arl, officials said.",
    "The winter stores hold 6,214 loaves and 4,376 barrels, Ida Moss wrote.",
    "Tove Lind counted 6,214 loaves and 4,736 barrels in the winter stores.",
    "Rain fell on the hills for two days and nobody minded it.",
    "Ida Moss was born on 3 May 1979 in Dorn.",
    "Ida Moss, 51, leads the crew of the Orvan bridge.",
    "Ida Moss, 58, lives in Port Arl.",
)
FILLER = " The harbour lies below the old town, where boats are mended and nets are hung out to dry in the wind." * 5


@cache
def pipeline() -> Pipeline:
    return Pipeline()


@st.composite
def collections(draw: st.DrawFn) -> list[Document]:
    count = draw(st.integers(2, 7))
    texts = [
        " ".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True)))
        + (FILLER if draw(st.booleans()) else "")
        for _ in range(count)
    ]
    days = st.none() | st.integers(0, 5).map(lambda day: date(2031, 5, 4) + timedelta(day))
    return [Document(id=f"d{number}", text=text, published=draw(days)) for number, text in enumerate(texts)]


Plain = tuple[object, ...]


def checked(documents: Sequence[Document]) -> list[Plain]:
    return plain(pipeline().check(documents).conflicts)


def plain(conflicts: Sequence[Conflict]) -> list[Plain]:
    """Return everything of conflicts but their numbers."""
    return sorted(
        (
            *(item.rule, item.verdict, item.confidence, item.message),
            tuple(tuple(claim.id for claim in side) for side in item.sides),
            tuple(step.text for step in item.steps),
        )
        for item in conflicts
    )


@settings(max_examples=30, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(collections(), st.randoms(use_true_random=False))
def test_whatever_the_order_and_the_portions(documents: list[Document], random: Random) -> None:
    waiting = random.sample(documents, len(documents))
    with tempfile.TemporaryDirectory() as folder, Corpus.open(Path(folder, "c"), pipeline=pipeline()) as corpus:
        found: dict[str, Conflict] = {}
        while waiting:
            portion = [waiting.pop() for _ in range(min(len(waiting), random.randrange(1, 4)))]
            found |= {conflict.id: conflict for conflict in corpus.add(portion)}
        assert plain(corpus.conflicts()) == checked(list(corpus.documents()))
        assert {conflict.id for conflict in corpus.conflicts()} <= found.keys()


@settings(max_examples=30, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(collections(), st.randoms(use_true_random=False))
def test_whatever_is_removed_and_replaced(documents: list[Document], random: Random) -> None:
    with tempfile.TemporaryDirectory() as folder, Corpus.open(Path(folder, "c"), pipeline=pipeline()) as corpus:
        corpus.add(documents)
        changed = random.sample(documents, 2)
        corpus.remove([changed[0].id])
        corpus.replace([evolve(changed[1], text=random.choice(SENTENCES))])
        assert plain(corpus.conflicts()) == checked(list(corpus.documents()))
        corpus.replace([changed[1]])
        corpus.add([changed[0]])
        assert plain(corpus.conflicts()) == checked(list(corpus.documents()))


REMOVED = {
    "who stood for another": (
        ("a", 2, "Mayor Edda Rook said 40 people died in the Arl mill fire. Governor Ida Holt sent 12 firefighters to Arl."),
        ("b", None, "Mayor Edda Rook said 40 people died in the Arl mill fire. Governor Ida Holt sent 12 firefighters to Arl."),
        ("c", 4, "Mayor Edda Rook said 40 people died in the Dorn mill fire. Governor Ida Holt said 40 people died in the Arl mill fire."),
        ("d", 1, "A fire at a mill in Dorn killed 13 people on Monday. Governor Ida Holt said 40 people died in the Dorn mill fire."),
    ),
    "with rivals two texts away": (
        ("a", 5, "Mayor Edda Rook said 12 people died in the Arl mill fire."),
        (
            "b",
            27,
            "The Dorn mill employed 210 workers, and 40 of them died. In Dorn, 13 people were killed. "
            + "Governor Ida Holt said 350 homes were lost. A fire at a mill in Dorn killed 12 people on Monday.",
        ),
        (
            "c",
            28,
            "A fire at a mill in Dorn killed 40 people on Monday. A fire at a mill in Dorn killed 17 people on Monday. "
            + "In Varn, 13 people were killed. Police chief Bram Ost said 200 homes were lost.",
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REMOVED)
def test_what_a_removed_document_leaves(case: str, tmp_path: Path) -> None:
    documents = [
        Document(id=name, text=text, published=None if day is None else date(2031, 5, day))
        for name, day, text in REMOVED[case]
    ]
    with Corpus.open(tmp_path / "c", pipeline=pipeline()) as corpus:
        for document in documents[1:]:
            corpus.add([document])
        corpus.add(documents[:1])
        assert plain(corpus.conflicts()) == checked(list(corpus.documents()))
        corpus.remove(["a"])
        assert plain(corpus.conflicts()) == checked(list(corpus.documents())) != []


@pytest.mark.slow
@pytest.mark.parametrize("skew", [0.0, 0.3])
def test_where_names_and_figures_are_everywhere(skew: float) -> None:
    """Names of more documents than meet under one, figures that become worn, dates in any order."""
    random = Random(5)
    town = [
        Document(
            id=f"town{number}",
            text=f"The town of Dorn has {random.choice((3, 4))} wells and {random.choice((340, 520))} people.",
            published=date(2031, 1, 1) + timedelta(random.randrange(40)),
        )
        for number in range(60)
    ]
    documents = [*islice(articles(5, skew=skew), 40), *town]
    random.shuffle(documents)
    with tempfile.TemporaryDirectory() as folder, Corpus.open(Path(folder, "c"), pipeline=pipeline()) as corpus:
        waiting = list(documents)
        while waiting:
            portion = [waiting.pop() for _ in range(min(len(waiting), random.choice((1, 2, 9))))]
            corpus.add(portion)
        assert plain(corpus.conflicts()) == checked(list(corpus.documents()))
        corpus.remove([document.id for document in documents[:9]])
        corpus.add(documents[3:6])
        assert plain(corpus.conflicts()) == checked(list(corpus.documents()))
