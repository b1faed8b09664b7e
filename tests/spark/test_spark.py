"""A Spark job finds what is found in one process; `make spark` installs what these tests need."""

import shutil
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest

from claimcheck import Document, DocumentError, Pipeline
from claimcheck.spark.stages import Stages, conflict_row

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


def test_a_worker_finds_what_one_process_finds() -> None:
    documents = (*FIRES[:3], SUM)
    stages = Stages()
    keys = list(stages.keys(map(row_of, documents)))
    met = [(later["id"], earlier["id"]) for later in keys[:3] for earlier in keys[:3] if earlier["id"] < later["id"]]
    outlines = {row["id"]: row["outline"] for row in keys}
    pairs = (
        {"later": one, "earlier": other, "later_outline": outlines[one], "earlier_outline": outlines[other]}
        for one, other in met
    )
    assert [(row["later"], row["earlier"]) for row in stages.affairs(pairs)] == met
    rows = [
        {**row_of(document), **row, "component": "fire00", "earlier": [other for one, other in met if one == row["id"]]}
        for document, row in zip(FIRES[:3], keys, strict=False)
    ]
    found = [*stages.compared(rows), *keys[3]["alone"], *keys[3]["reckoned"]]
    assert plain(found) == plain([*map(conflict_row, pipeline().check(documents).conflicts)])


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
def test_misuse_is_told(spark: Any) -> None:
    from claimcheck.spark import conflicts, extract

    with pytest.raises(DocumentError, match="no column 'text'"):
        extract(spark.createDataFrame([("a",)], "id string"))
    with pytest.raises(DocumentError, match="two documents have the id 'sum'"):
        conflicts(frame_of(spark, [SUM, SUM]))
