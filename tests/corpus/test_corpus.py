"""What a corpus answers."""

import csv
import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from attrs import evolve

from claimcheck import Corpus, Document, DocumentError, MissingExtraError, Pipeline
from claimcheck.model.sources import SourceMap, Suppression

MONDAY = Document(
    id="monday",
    text="The fire at the Dorn mill killed 12 people, Mayor Edda Rook said. The Dorn mill employs 340 people.",
    published=date(2031, 5, 5),
    publisher="The Gazette",
)
FRIDAY = Document(
    id="friday",
    text="The fire at the Dorn mill killed 17 people, Mayor Edda Rook said. The mill stood since 1931.",
    published=date(2031, 5, 9),
    title="Seventeen dead at Dorn",
)
SUM = Document(id="sum", text="Of the 40 passengers on the Arl ferry, 12 were hurt and 30 were unharmed.")


@cache
def pipeline() -> Pipeline:
    return Pipeline()


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "news.corpus", pipeline=pipeline()) as opened:
        yield opened


def test_adding_returns_what_is_new(corpus: Corpus) -> None:
    assert corpus.add([MONDAY]) == ()
    (found,) = corpus.add([FRIDAY])
    assert [side[0].mention.text for side in found.sides] == ["12", "17"]
    assert corpus.conflicts() == (found,)
    number = corpus.stats().last
    assert corpus.conflicts(since=number) == ()
    assert corpus.add([SUM]) == corpus.conflicts(since=number)


def test_a_conflict_keeps_its_number_while_its_sides_stay(corpus: Corpus) -> None:
    corpus.add([MONDAY])
    (found,) = corpus.add([FRIDAY])
    assert corpus.add([evolve(FRIDAY, id="quiet", text="Nothing happened at the Dorn mill.")]) == ()
    assert corpus.conflicts() == (found,)
    (wider,) = corpus.add([evolve(FRIDAY, id="copy")])
    assert wider.id != found.id
    assert len(wider.sides[1]) == 2
    assert corpus.conflicts() == (wider,)


def test_what_is_removed_or_replaced_conflicts_no_more(corpus: Corpus) -> None:
    corpus.add([MONDAY, FRIDAY, SUM])
    corpus.remove(["sum"])
    assert [conflict.rule for conflict in corpus.conflicts()] == ["value"]
    corpus.replace([evolve(FRIDAY, text=FRIDAY.text.replace("17", "12"))])
    assert corpus.conflicts() == ()
    assert [document.id for document in corpus.documents()] == ["monday", "friday"]
    assert "sum" not in corpus
    assert "monday" in corpus
    assert len(corpus) == 2


def test_an_age_is_held_against_the_birth_that_another_document_gives(corpus: Corpus) -> None:
    birth = Document(id="birth", text="Ida Holt was born on 3 May 1979 in Dorn.", published=date(2031, 5, 1))
    age = Document(id="age", text="Ida Holt, 58, runs the ferry.", published=date(2031, 5, 9))
    assert corpus.add([age]) == ()
    (found,) = corpus.add([birth])
    assert [side[0].mention.text for side in found.sides] == ["58", "3 May 1979"]
    corpus.replace([evolve(birth, text="Ida Holt was born on 3 May 1973 in Dorn.")])
    assert corpus.conflicts() == ()
    (again,) = corpus.replace([birth])
    assert again.sides == found.sides
    corpus.remove(["birth"])
    assert corpus.conflicts() == ()


def test_a_report_tells_how_much_was_compared(corpus: Corpus) -> None:
    corpus.add([MONDAY, FRIDAY])
    coverage, checked = corpus.report(corpus.conflicts()).coverage, pipeline().check([MONDAY, FRIDAY]).coverage
    assert coverage.pairs_compared == checked.pairs_compared > 0
    assert coverage.not_comparable == checked.not_comparable


def test_misuse_changes_nothing(corpus: Corpus) -> None:
    corpus.add([MONDAY])
    with pytest.raises(DocumentError, match="has a document 'monday' already; replace it"):
        corpus.add([FRIDAY, MONDAY])
    with pytest.raises(DocumentError, match="two documents have the id 'friday'"):
        corpus.replace([FRIDAY, FRIDAY])
    with pytest.raises(DocumentError, match="has no document 'sum'"):
        corpus.remove(["monday", "sum"])
    assert [document.id for document in corpus.documents()] == ["monday"]
    assert corpus.add([]) == ()


def test_documents_come_back_as_they_went_in(corpus: Corpus) -> None:
    source = SourceMap("html", texts=(0, 1), starts=(3, 4), ends=(4, 90), lines=(0, 2))
    whole = evolve(
        MONDAY, group="Gazette group", source_map=source, suppressions=(Suppression(0, 9, ("value",), "old"),)
    )
    odd = Document(id="odd", text="No. \ud800 \x00 killed 12 people in Dorn\ud801 mill.")
    corpus.add([whole, odd, FRIDAY])
    with Corpus.open(corpus.path, pipeline=pipeline()) as again:  # nothing of it is in memory
        assert list(again.documents()) == [whole, FRIDAY, odd]
        assert again.claims() == tuple(claim for item in (whole, FRIDAY, odd) for claim in pipeline().extract(item))
        assert again.conflicts() == corpus.conflicts()


def test_a_remark_in_a_document_silences_here_too(corpus: Corpus) -> None:
    silent = evolve(MONDAY, suppressions=(Suppression(0, len(MONDAY.text), (), "corrected since"),))
    corpus.add([silent, FRIDAY])
    assert corpus.conflicts() == ()


@pytest.mark.parametrize(
    ("asked", "figures"),
    [
        ({"measure": "deaths"}, ["12", "17"]),
        ({"speaker": "edda rook"}, ["12", "17"]),
        ({"subject": "people"}, ["12", "340", "17"]),
        ({"measure": "deaths", "between": (date(2031, 5, 6), None)}, ["17"]),
        ({"measure": "deaths", "between": (None, date(2031, 5, 6))}, ["12"]),
        ({"speaker": "nobody"}, []),
    ],
)
def test_claims_are_asked_for(corpus: Corpus, asked: dict[str, str], figures: list[str]) -> None:
    corpus.add([FRIDAY, MONDAY])
    assert [claim.mention.text for claim in corpus.claims(**asked)] == figures  # type: ignore[arg-type]


def test_the_timeline_is_that_of_what_was_compared(corpus: Corpus) -> None:
    corpus.add([FRIDAY, MONDAY, SUM])
    (line,) = corpus.timeline("deaths")
    assert [(point.day, point.claim.mention.text) for point in line.points] == [
        (date(2031, 5, 5), "12"),
        (date(2031, 5, 9), "17"),
    ]
    assert corpus.timeline(speaker="Edda Rook") == (line,)
    assert corpus.timeline("injured") == ()


def test_a_second_connection_sees_what_was_added(corpus: Corpus) -> None:
    corpus.add([MONDAY])
    with Corpus.open(corpus.path, pipeline=pipeline()) as other:
        assert len(other) == 1
        other.add([FRIDAY])
        other.replace([evolve(MONDAY, text=MONDAY.text.replace("12", "9"))])
    (found,) = corpus.conflicts()
    assert found.sides[0][0].mention.text == "9"


def test_exports_are_tables(corpus: Corpus, tmp_path: Path) -> None:
    corpus.add([MONDAY, FRIDAY])
    assert corpus.export(tmp_path / "csv", "csv") == {"documents": 2, "claims": 3, "conflicts": 1}
    with (tmp_path / "csv" / "claims.csv").open(encoding="utf-8", newline="") as file:
        assert [row["text"] for row in csv.DictReader(file)][:2] == ["12", "340"]
    corpus.export(tmp_path / "lines", "jsonl")
    rows = [json.loads(line) for line in (tmp_path / "lines" / "conflicts.jsonl").read_text("utf-8").splitlines()]
    assert [row["first_text"] for row in rows] == ["12"]


def test_parquet_holds_the_same(corpus: Corpus, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    corpus.add([MONDAY, FRIDAY])
    assert corpus.export(tmp_path)["claims"] == 3
    table = parquet.read_table(tmp_path / "claims.parquet")
    assert table.column("low").to_pylist()[:2] == ["12", "340"]
    assert str(table.schema.field("start").type) == "int64"


def test_parquet_without_pyarrow_says_what_to_install(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"claimcheck-conflicts\[parquet\]"):
        corpus.export(tmp_path)


def test_vacuum_gives_room_back(corpus: Corpus) -> None:
    corpus.add([evolve(MONDAY, id=f"m{number}", text=f"{MONDAY.text} {number} ships came.") for number in range(30)])
    before = corpus.stats().size
    corpus.remove([f"m{number}" for number in range(30)])
    corpus.vacuum()
    assert corpus.stats().size < before
    with sqlite3.connect(corpus.path) as raw:
        for table in ("names", "words", "bearers", "affairs", "people", "claims", "findings", "members"):
            assert raw.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    raw.close()
