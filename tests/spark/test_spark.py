"""A Spark job finds what is found in one process; `make spark` installs what these tests need."""

import gc
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from operator import attrgetter, itemgetter
from random import Random
from typing import Any

import pytest
from attrs import evolve

from claimcheck import Document, DocumentError, Pipeline
from claimcheck.linking.affairs import one_affair
from claimcheck.linking.keys import moments_of_speech
from claimcheck.linking.linker import age
from claimcheck.linking.meetings import WORN, Meeting
from claimcheck.spark.carrying import pack_bodies, pack_outline, unpack_key, unpack_outline
from claimcheck.spark.columns import CONFLICT, PAIR, Row, Schema
from claimcheck.spark.grouping import gathered, groups
from claimcheck.spark.meetings import CAPITAL, NAME, OPENER, WRITTEN, Block, Terms, pairs_of
from claimcheck.spark.stages import Stages, batched, conflict_row

NAMED = attrgetter("canonical", "type")
"""What comparing asks of a name."""
BIRTH = Document(id="birth", text="Ida Holt was born on 3 May 1979 in Dorn.", published=date(2031, 5, 1))
AGE = Document(id="age", text="Ida Holt, 58, runs the ferry.", published=date(2031, 5, 9))
SUM = Document(id="sum", text="Of the 40 passengers on the Arl ferry, 12 were hurt and 30 were unharmed.")
FLOOD = Document(
    id="flood",
    text="The flood in Arl drowned 14 cows, the mayor said on Monday. On Monday the mayor said that the flood in Arl drowned 31 cows.",
)
"""Does not fit together, and is of no affair."""
AMISS = Document(
    id="amiss",
    text="The fire at the Dorn mill killed 12 people. The ships left at noon. The fire at the Dorn mill killed 19 people.",
    published=date(2031, 5, 3),
)
"""Does not fit together, nor with others."""
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


def blocks_of(documents: Sequence[Document], buckets: int = 3, tasks: int = 2) -> list[dict[str, Any]]:
    """The terms of documents as Spark hands them out, written by some tasks: by bucket and season."""
    blocks: list[Block] = []
    for task in range(tasks):
        terms = Terms(buckets)
        for document in documents[task::tasks]:
            terms.add(pipeline().key(document))
        blocks += terms.blocks()
    return sorted((block._asdict() for block in blocks), key=itemgetter("bucket", "season"))


def rows_of_pairs(pairs: Iterable[Mapping[str, Any]], keys: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Pairs with outlines as Spark hands them out: by the later document, whose own outline comes first."""
    rows = [{"kind": None, "later": name, "earlier": None, "outline": row["outline"]} for name, row in keys.items()]
    rows += [{**pair, "outline": keys[pair["earlier"]]["outline"]} for pair in pairs]
    return sorted(rows, key=lambda row: (row["later"], row["earlier"] or ""))


def test_a_worker_finds_what_one_process_finds() -> None:
    documents = (BIRTH, AGE, *FIRES[:3], AMISS, SUM, FLOOD)
    stages = Stages()
    made = [*stages.keys(map(row_of, documents), buckets=3)]
    keys = {row["id"]: row for row in made if "id" in row}
    blocks = [block._asdict() for row in made for block in row.get("blocks", ())]
    met = {tuple(row.values()): row for row in stages.met(sorted(blocks, key=itemgetter("bucket", "season")))}
    pairs = stages.affairs(rows_of_pairs(met.values(), keys))
    groups = [*gathered((row["kind"], row["later"], row["earlier"]) for row in pairs)]
    found = [*stages.compared({**keys[row["id"]], **row} for row in groups)]
    again = {(row["id"], row["kind"]) for row in groups if row["kind"] == "affair" or row["head"] == row["id"]}
    alone = [(name, conflict) for name, row in keys.items() for conflict in row["found"]]
    found += [{key: row[key] for key in CONFLICT} for name, row in alone if (name, row["kind"]) not in again]
    assert plain(found) == plain([*map(conflict_row, pipeline().check(documents).conflicts)])
    assert {row["rule"] for row in found} == {"value", "arithmetic"}


@pytest.mark.parametrize(("buckets", "tasks"), [(1, 1), (3, 2), (64, 7)])
def test_terms_in_buckets_tell_which_documents_meet(buckets: int, tasks: int) -> None:
    worn = [Document(id=f"worn{number:02}", text=f"Bram Ost sold {number + 2} boats.") for number in range(40)]
    documents = sorted((BIRTH, AGE, SUM, *FIRES, *worn), key=lambda item: item.id)
    keys = sorted(map(pipeline().key, documents), key=age)
    names = [key.analysis.document.id for key in keys]
    met = {(names[later], names[other]) for later, others in enumerate(Meeting.of(keys).earlier) for other in others}
    pairs = {tuple(row.values()) for row in Stages().met(blocks_of(documents, buckets, tasks))}
    assert {(later, earlier) for kind, later, earlier in pairs if kind == "affair"} == met
    assert [(later, earlier) for kind, later, earlier in pairs if kind == "life"] == [("age", "birth")]


def test_a_worn_word_is_left_out_but_not_a_name() -> None:
    terms = Terms(buckets=1)
    found = [terms.of(pipeline().key(f"Ask Ost{number}. Bram Ost sold {number} boats.")) for number in range(WORN + 1)]
    boats, names = ([{role for _, term, role in each if term == word} for each in found] for word in ("boat", "ost"))
    assert boats == [{WRITTEN | OPENER}] * WORN + [set()]
    assert names == [{WRITTEN | OPENER | CAPITAL, NAME}] * (WORN + 1)


def test_a_task_that_has_seen_too_many_words_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcheck.spark.meetings.SEEN", 40)
    terms, key = Terms(buckets=1), pipeline().key("Ask Ost. Bram Ost sold 4 boats.")
    told = ["boat" in {term for _, term, _ in terms.of(key)} for _ in range(WORN + 1)]
    assert told == [True] * WORN + [False]
    for number in range(40):
        terms.of(pipeline().key(f"They sold 4 of the word{chr(97 + number % 26) * (1 + number // 26)}."))
    assert "boat" in {term for _, term, _ in terms.of(key)}


def test_what_many_documents_have_is_written_down_some_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcheck.spark.meetings.HELD", 20)
    monkeypatch.setattr("claimcheck.spark.stages.AT_ONCE", 4)
    made = [*Stages().keys(map(row_of, FIRES), buckets=2)]
    written = [row["blocks"] for row in made if "blocks" in row]
    assert len(written) == len(FIRES) // 4 + 1
    blocks = sorted((block for each in written for block in each), key=lambda block: (block.bucket, block.season))
    assert {*pairs_of(blocks)} == {*pairs_of(Block(**row) for row in blocks_of(FIRES))}


def test_a_key_arrives_as_it_was_sent() -> None:
    keys = [*pipeline().keys([BIRTH, SUM, FIRES[0], Document(id="none", text="\ud800")])]
    for sent, body in zip(keys, pack_bodies(keys), strict=True):
        key, analysis = unpack_key(pack_outline(sent), body), sent.analysis
        assert evolve(key, analysis=analysis) == sent
        assert (key.sums, key.repeats, key.shelf) == (sent.sums, sent.repeats, None)
        assert (key.analysis.document, key.analysis.dated) == (analysis.document, analysis.dated)
        assert (key.analysis.claims, key.analysis.mentions) == (analysis.claims, moments_of_speech(analysis))
        assert [*map(NAMED, key.analysis.names)] == [*map(NAMED, analysis.names)]
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

    documents = sorted((BIRTH, AGE, SUM, FLOOD, AMISS, *FIRES), key=lambda item: (item.published or date.max, item.id))
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
    (here, members), (there, counted) = (groups(frame, few=limit) for limit in (len(rows), len(rows) - 1))
    few, many = (
        sorted((row.kind, row.head, row.id, sorted(row.earlier or ())) for row in found.collect())
        for found in (here, there)
    )
    assert few == many
    assert members == counted == len(few)
    assert len({head for kind, head, _, _ in few if kind == "affair"}) > 20


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_misuse_is_told(spark: Any) -> None:
    from claimcheck.spark import conflicts, extract

    with pytest.raises(DocumentError, match="no column 'text'"):
        extract(spark.createDataFrame([("a",)], "id string"))
    with pytest.raises(DocumentError, match="two documents have the id 'sum'"):
        conflicts(frame_of(spark, [SUM, SUM]))
