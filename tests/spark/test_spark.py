"""A Spark job finds what is found in one process; `make spark` installs what these tests need."""

import gc
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

import pytest
from attrs import evolve

from claimcheck import Document, DocumentError, Pipeline
from claimcheck.linking.affairs import one_affair
from claimcheck.linking.linker import age
from claimcheck.linking.meetings import WORN, Meeting
from claimcheck.spark.carrying import comparable, pack_keys, pack_outline, unpack_keys, unpack_outline
from claimcheck.spark.columns import PAIR, Row, Schema
from claimcheck.spark.grouping import gathered, groups
from claimcheck.spark.meetings import CAPITAL, NAME, OPENER, WRITTEN, Pair, Terms
from claimcheck.spark.stages import Stages, batched, conflict_row

BIRTH = Document(id="birth", text="Ida Holt was born on 3 May 1979 in Dorn.", published=date(2031, 5, 1))
AGE = Document(id="age", text="Ida Holt, 58, runs the ferry.", published=date(2031, 5, 9))
SUM = Document(id="sum", text="Of the 40 passengers on the Arl ferry, 12 were hurt and 30 were unharmed.")
FIRES = tuple(
    Document(
        id=f"fire{number:02}",
        text=f"The fire at the Dorn mill killed {12 + number % 4} people, Mayor Edda Rook said. {number} ships came.",
        published=date(2031, 5, 1) + timedelta(number % 9),
        publisher=f"The {('Gazette', 'Herald')[number % 2]}",
    )
    for number in range(40)
)


@cache
def pipeline() -> Pipeline:
    return Pipeline()


def plain(rows: Sequence[Any]) -> list[tuple[object, ...]]:
    names = ("rule", "verdict", "confidence", "message", "first", "second", "steps")
    return sorted(tuple(str(row[name]) for name in names) for row in rows)


def row_of(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "text": document.text,
        "published": document.published,
        "publisher": document.publisher,
        "title": document.title,
    }


def bearers_of(documents: Sequence[Document]) -> list[dict[str, Any]]:
    """The terms of documents as Spark hands them out: by term, day and id."""
    terms = Terms()
    rows = [
        (item.term, item.day, document.id, item.role)
        for document in documents
        for item in terms.of(pipeline().key(document))
    ]
    return [{"term": term, "id": name, "role": role} for term, _, name, role in sorted(rows)]


def test_a_worker_finds_what_one_process_finds() -> None:
    documents = (BIRTH, AGE, *FIRES[:3], SUM)
    stages = Stages()
    keys = {row["id"]: row for row in stages.keys(map(row_of, documents))}
    met = {tuple(row.values()) for row in stages.met(bearers_of(documents))}
    pairs = (
        {
            "kind": kind,
            "later": later,
            "earlier": earlier,
            "later_outline": keys[later]["outline"],
            "earlier_outline": keys[earlier]["outline"],
        }
        for kind, later, earlier in met
    )
    groups = [*gathered(Pair(**row) for row in stages.affairs(pairs))]
    found = [*stages.compared({**row, "key": keys[row["id"]]["key"]} for row in groups)]
    for kind, column in (("affair", "alone"), ("life", "reckoned")):
        taken = {row["id"] if kind == "affair" else row["head"] for row in groups if row["kind"] == kind}
        found += [conflict for name, row in keys.items() if name not in taken for conflict in row[column]]
    assert plain(found) == plain([*map(conflict_row, pipeline().check(documents).conflicts)])
    assert {row["rule"] for row in found} == {"value", "arithmetic"}


def test_terms_in_order_tell_which_documents_meet() -> None:
    worn = [Document(id=f"worn{number:02}", text=f"Bram Ost sold {number + 2} boats.") for number in range(40)]
    documents = sorted((BIRTH, AGE, SUM, *FIRES, *worn), key=lambda item: item.id)
    keys = sorted(map(pipeline().key, documents), key=age)
    names = [key.analysis.document.id for key in keys]
    met = {(names[later], names[other]) for later, others in enumerate(Meeting.of(keys).earlier) for other in others}
    pairs = {tuple(row.values()) for row in Stages().met(bearers_of(documents))}
    assert {(later, earlier) for kind, later, earlier in pairs if kind == "affair"} == met
    assert [(later, earlier) for kind, later, earlier in pairs if kind == "life"] == [("age", "birth")]


def test_a_worn_word_is_left_out_but_not_a_name() -> None:
    terms = Terms()
    found = [
        [*terms.of(pipeline().key(f"Ask Ost{number}. Bram Ost sold {number} boats."))] for number in range(WORN + 1)
    ]
    boats, names = ([{item.role for item in each if item.term == term} for each in found] for term in ("boat", "ost"))
    assert boats == [{WRITTEN | OPENER}] * WORN + [set()]
    assert names == [{WRITTEN | OPENER | CAPITAL, NAME}] * (WORN + 1)


def test_a_key_arrives_as_it_was_sent() -> None:
    keys = [*pipeline().keys([BIRTH, SUM, FIRES[0], Document(id="none", text="\ud800")])]
    for sent, key in zip(keys, unpack_keys(pack_keys(keys)), strict=True):
        assert evolve(key, analysis=sent.analysis) == sent
        assert key.analysis == comparable(sent.analysis)
        assert (key.sums, key.repeats, key.shelf) == (sent.sums, sent.repeats, None)
        assert key.claims == () or key.claims[0].claim is key.analysis.claims[0]


def test_the_collector_rests_during_a_task_and_keeps_off_what_lived_before() -> None:
    arrow: Any = pytest.importorskip("pyarrow", reason="pyarrow is not installed: make spark")
    on: list[bool] = []

    def rows(given: Iterable[Row]) -> Iterator[Row]:
        for row in given:
            on.append(gc.isenabled())
            yield row

    schema = Schema({"id": "string"}).arrow
    batch = arrow.RecordBatch.from_pylist([{"id": "a"}, {"id": "b"}], schema=schema)
    gc.unfreeze()
    try:
        assert [*batched(rows, schema)(iter([batch]))] == [batch]
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
    assert on == [False, False]
    assert gc.isenabled()


def test_an_outline_tells_of_which_affair_a_document_is() -> None:
    for document in (BIRTH, FIRES[0], Document(id="none", text="\ud800")):
        sent = pipeline().key(document)
        key = unpack_outline(pack_outline(sent))
        assert evolve(key, analysis=sent.analysis, claims=sent.claims) == sent
        assert one_affair(key, sent) == one_affair(sent, sent)


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java 17, and there is no java on PATH")
    sql: Any = pytest.importorskip("pyspark.sql", reason="pyspark is not installed: make spark")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        builder = sql.SparkSession.builder.master("local[2]").config("spark.sql.shuffle.partitions", "2")
        session = builder.config("spark.ui.enabled", "false").config("spark.log.level", "ERROR").getOrCreate()
        yield session
        session.stop()


def frame_of(spark: Any, documents: Sequence[Document]) -> Any:
    rows = [tuple(row_of(document).values()) for document in documents]
    return spark.createDataFrame(rows, "id string, text string, published date, publisher string, title string")


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_a_job_finds_what_one_process_finds(spark: Any) -> None:
    from claimcheck.spark import conflicts, extract

    documents = sorted((BIRTH, AGE, SUM, *FIRES), key=lambda item: (item.published or date.max, item.id))
    frame = frame_of(spark, documents)
    claims = extract(frame).collect()
    assert sorted(row["id"] for row in claims) == sorted(
        claim.id for document in documents for claim in pipeline().extract(document)
    )
    found = conflicts(frame).collect()
    assert plain(found) == plain([*map(conflict_row, pipeline().check(documents).conflicts)])
    assert {row["rule"] for row in found} == {"value", "arithmetic"}


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_many_pairs_are_grouped_as_few_are(spark: Any) -> None:
    chance = Random(7)
    pairs = {(*sorted(chance.sample(range(300), 2), reverse=True),) for _ in range(200)}
    rows = [("affair", f"{later}", f"{earlier}") for later, earlier in pairs]
    rows += [("life", "7", "8"), ("life", "7", "9"), ("life", "9", "8")]
    frame = spark.createDataFrame(rows, Schema(PAIR).ddl)
    few, many = (
        sorted((row.kind, row.head, row.id, sorted(row.earlier or ())) for row in groups(frame, few=limit).collect())
        for limit in (len(rows), len(rows) - 1)
    )
    assert few == many
    assert len({head for kind, head, _, _ in few if kind == "affair"}) > 20


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_misuse_is_told(spark: Any) -> None:
    from claimcheck.spark import conflicts, extract

    with pytest.raises(DocumentError, match="no column 'text'"):
        extract(spark.createDataFrame([("a",)], "id string"))
    with pytest.raises(DocumentError, match="two documents have the id 'sum'"):
        conflicts(frame_of(spark, [SUM, SUM]))
