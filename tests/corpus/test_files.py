"""What may be wrong with a corpus file, and what a killed process leaves."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
import zlib
from functools import cache
from pathlib import Path

import pytest
from attrs import evolve

from claimcheck import Corpus, CorpusError, Document, Pipeline, Settings
from claimcheck.corpus import file_text
from claimcheck.corpus.schema import APPLICATION, STEPS, migrate
from claimcheck.reporting.fingerprints import fingerprint

A = Document(id="a", text="The fire at the Dorn mill on 3 May 2031 killed 12 people.")
B = Document(id="b", text="The fire at the Dorn mill on 3 May 2031 killed 17 people.")


@cache
def pipeline() -> Pipeline:
    return Pipeline()


def opened(path: Path) -> Corpus:
    return Corpus.open(path, pipeline=pipeline(), timeout=0.1)


def refused(path: Path, words: str, code: str) -> None:
    with pytest.raises(CorpusError, match=words) as caught:
        opened(path)
    assert "\n" not in str(caught.value)
    assert caught.value.code == code


def test_what_is_no_corpus_is_refused_and_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("Twelve people died in the fire at the mill. " * 40, "utf-8")
    before = text.read_bytes()
    refused(text, "is no corpus", "foreign")
    assert text.read_bytes() == before
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as raw:
        raw.execute("CREATE TABLE t (x)")
    raw.close()
    refused(other, "of another program", "foreign")
    refused(tmp_path, "is a folder", "foreign")
    refused(tmp_path / "none" / "x.corpus", "cannot be opened", "unreadable")
    with pytest.raises(CorpusError, match="no such file"):
        Corpus.open(tmp_path / "none.corpus", pipeline=pipeline(), create=False)
    assert not (tmp_path / "none.corpus").exists()


def test_a_newer_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "new.corpus"
    opened(path).close()
    with sqlite3.connect(path) as raw:
        raw.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    raw.close()
    refused(path, "written by a newer claimcheck", "newer")


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "torn.corpus"
    with opened(path) as corpus:
        corpus.add([A, B])
        corpus.vacuum()
    content = bytearray(path.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(CorpusError, match="damaged"), opened(path) as corpus:
        corpus.conflicts()


def test_other_settings_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.corpus"
    opened(path).close()
    with pytest.raises(CorpusError, match="made with other settings"):
        Corpus.open(path, pipeline=Pipeline(settings=Settings(dollar="USD")))


def test_readers_go_on_while_one_writes_and_a_second_writer_waits(tmp_path: Path) -> None:
    path = tmp_path / "x.corpus"
    with opened(path) as corpus:
        corpus.add([A])
        writer = sqlite3.connect(path, isolation_level=None)
        writer.execute("BEGIN IMMEDIATE")
        assert [document.id for document in corpus.documents()] == ["a"]
        with pytest.raises(CorpusError, match="another process is writing") as caught:
            corpus.add([B])
        assert caught.value.code == "busy"
        writer.execute("ROLLBACK")
        writer.close()
        assert len(corpus.add([B])) == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        refused(tmp_path / "x.corpus", "cannot be opened", "unreadable")
    finally:
        tmp_path.chmod(0o700)


def old_file(path: Path) -> None:
    """Make a file as version 1 of the schema had it."""
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA journal_mode = WAL")
    migrate(raw, STEPS[:1])
    raw.execute("INSERT INTO meta VALUES ('settings', 'none'), ('version', '0.0')")
    for number, document in enumerate((A, B), 1):
        row = (number, document.id, len(document.text), zlib.compress(document.text.encode()), b"", b"")
        raw.execute(
            "INSERT INTO documents (number, id, characters, text, outline, claims) VALUES (?, ?, ?, ?, ?, ?)", row
        )
    finding = (7, fingerprint_of(A, B), "[[[1, 0]], [[2, 0]]]")
    raw.execute("INSERT INTO findings VALUES (?, ?, 0, 'value', 'contradiction', 'error', 0.9, '', x'', ?)", finding)
    raw.close()


def fingerprint_of(*documents: Document) -> str:
    report = pipeline().check(documents)
    return fingerprint(report.conflicts[0], report)


def test_an_old_file_is_read_again_and_keeps_its_numbers(tmp_path: Path) -> None:
    path = tmp_path / "old.corpus"
    old_file(path)
    with opened(path) as corpus:
        assert [document.id for document in corpus.documents()] == ["a", "b"]
        assert [conflict.id for conflict in corpus.conflicts()] == ["k7"]
        assert corpus.stats().schema == len(STEPS)
    opened(path).close()


def test_what_another_version_read_is_read_again_where_asked(tmp_path: Path) -> None:
    path = tmp_path / "x.corpus"
    with opened(path) as corpus:
        corpus.add([A])
        (before,) = corpus.add([B])
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE meta SET value = '0.0' WHERE key = 'version'")
    raw.close()
    refused(path, "made by claimcheck 0.0", "other-version")
    with Corpus.open(path, pipeline=Pipeline(settings=Settings(dollar="USD")), rebuild=True) as corpus:
        assert corpus.conflicts() == (before,)
    refused(path, "made with other settings", "other-settings")


def test_damaged_values_are_told(tmp_path: Path) -> None:
    for column in ("text", "outline", "claims"):
        path = tmp_path / f"{column}.corpus"
        with opened(path) as corpus:
            corpus.add([A, B])
        with sqlite3.connect(path) as raw:
            raw.execute(f"UPDATE documents SET {column} = x'789c00' WHERE id = 'b'")
        raw.close()
        with opened(path) as corpus, pytest.raises(CorpusError, match="is damaged") as caught:
            corpus.conflicts()
        assert caught.value.code == "damaged"


def test_texts_may_stay_where_they_are(tmp_path: Path) -> None:
    files = {name: tmp_path / f"{name}.txt" for name in ("a", "b")}
    documents: list[Document] = []
    for document in (A, B):
        files[document.id].write_text(document.text, "utf-8")
        documents.append(evolve(document, id=str(files[document.id])))
    path = tmp_path / "x.corpus"
    with Corpus.open(path, pipeline=pipeline(), texts=file_text) as corpus:
        corpus.add(documents)
    with sqlite3.connect(path) as raw:
        assert raw.execute("SELECT DISTINCT text FROM documents").fetchall() == [(b"",)]
    raw.close()
    with Corpus.open(path, pipeline=pipeline(), rebuild=True) as corpus:
        assert list(corpus.documents()) == documents
        assert len(corpus.conflicts()) == 1
    files["b"].write_text("Another text.", "utf-8")
    with opened(path) as corpus, pytest.raises(CorpusError, match="has changed since it was added"):
        corpus.conflicts()
    files["b"].unlink()
    with opened(path) as corpus, pytest.raises(CorpusError, match="no such file; its claims are kept"):
        corpus.conflicts()
    with Corpus.open(path, pipeline=pipeline(), texts={item.id: item.text for item in documents}.__getitem__) as corpus:
        assert len(corpus.conflicts()) == 1


def test_steps_are_taken_in_order_and_all_or_none(tmp_path: Path) -> None:
    raw = sqlite3.connect(tmp_path / "old.corpus", isolation_level=None)
    migrate(raw, STEPS[:1])
    raw.execute("INSERT INTO meta VALUES ('note', 'kept')")
    with pytest.raises(sqlite3.OperationalError):
        migrate(raw, (STEPS[0], "CREATE TABLE more (x); CREATE TABLE meta (x)"))
    assert raw.execute("PRAGMA user_version").fetchone() == (1,)
    migrate(raw, (STEPS[0], "ALTER TABLE documents ADD COLUMN more TEXT"))
    assert raw.execute("PRAGMA user_version").fetchone() == (2,)
    assert raw.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
    assert raw.execute("SELECT value FROM meta").fetchall() == [("kept",)]
    assert raw.execute("SELECT more FROM documents").fetchall() == []
    raw.close()


ADDING = """
import sys
from claimcheck import Corpus, Document
with Corpus.open(sys.argv[1]) as corpus:
    number = len(corpus)
    while True:
        text = f"The fire at the Dorn mill on 3 May 2031 killed {12 + number % 3} people. The Dorn mill has {number} doors."
        corpus.add([Document(id=f"d{number}", text=text)])
        number += 1
        print(number, flush=True)
"""


@pytest.mark.slow
def test_a_killed_process_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "x.corpus"
    for round_ in range(4):
        process = subprocess.Popen(
            [sys.executable, "-c", ADDING, str(path)], stdout=subprocess.PIPE, text=True,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2] / "src")},
        )  # fmt: skip
        assert process.stdout is not None
        acknowledged = int(process.stdout.readline())
        time.sleep(0.05 * round_)
        process.send_signal(signal.SIGKILL)
        acknowledged = max([acknowledged, *map(int, process.stdout.read().split("\n")[:-1])])
        process.wait()
        process.stdout.close()
        with opened(path) as corpus:
            assert acknowledged <= len(corpus) <= acknowledged + 1
            documents = list(corpus.documents())
            assert len(corpus.conflicts()) == len(pipeline().check(documents).conflicts)
