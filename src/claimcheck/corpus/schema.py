"""The file: its tables, the steps from one version of them to the next, and what may be wrong with it."""

import sqlite3
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from claimcheck.corpus.packing import Damaged
from claimcheck.errors import CorpusError

APPLICATION = 0x636C6D63
"""What marks a file as a corpus (SQLite's `application_id`)."""

STEPS: Sequence[str] = (
    """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE documents (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, published TEXT, dated TEXT, title TEXT, publisher TEXT,
        characters INTEGER NOT NULL, text BLOB NOT NULL, extras BLOB, outline BLOB NOT NULL, claims BLOB NOT NULL);
    CREATE TABLE terms (term TEXT NOT NULL, day INTEGER NOT NULL, document INTEGER NOT NULL, role INTEGER NOT NULL,
        PRIMARY KEY (term, day, document)) WITHOUT ROWID;
    CREATE TABLE bearers (term TEXT PRIMARY KEY, named INTEGER NOT NULL, capital INTEGER NOT NULL,
        opening INTEGER NOT NULL, written INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE claims (
        document INTEGER NOT NULL, number INTEGER NOT NULL, measure TEXT, head TEXT, subject TEXT, speaker TEXT,
        first TEXT, last TEXT, low TEXT, high TEXT, unit TEXT, PRIMARY KEY (document, number)) WITHOUT ROWID;
    CREATE INDEX claims_by_measure ON claims (measure);
    CREATE INDEX claims_by_head ON claims (head);
    CREATE INDEX claims_by_speaker ON claims (speaker);
    CREATE TABLE findings (
        number INTEGER PRIMARY KEY AUTOINCREMENT, fingerprint TEXT NOT NULL, own INTEGER NOT NULL,
        rule TEXT NOT NULL, verdict TEXT, severity TEXT, confidence REAL, message TEXT, steps BLOB, sides TEXT NOT NULL);
    CREATE INDEX conflicts ON findings (verdict) WHERE verdict IS NOT NULL;
    CREATE TABLE members (document INTEGER NOT NULL, claim INTEGER NOT NULL, finding INTEGER NOT NULL,
        PRIMARY KEY (document, claim, finding)) WITHOUT ROWID;
    """,
    """
    DROP TABLE terms;
    DELETE FROM bearers;
    CREATE TABLE names (term TEXT NOT NULL, day INTEGER NOT NULL, id TEXT NOT NULL, document INTEGER NOT NULL,
        PRIMARY KEY (term, day, id)) WITHOUT ROWID;
    CREATE TABLE words (term TEXT NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (term, document)) WITHOUT ROWID;
    CREATE TABLE affairs (document INTEGER NOT NULL, other INTEGER NOT NULL, PRIMARY KEY (document, other)) WITHOUT ROWID;
    CREATE TABLE people (name TEXT NOT NULL, aged INTEGER NOT NULL, document INTEGER NOT NULL,
        PRIMARY KEY (name, aged, document)) WITHOUT ROWID;
    CREATE INDEX people_by_document ON people (document);
    ALTER TABLE documents ADD COLUMN digest BLOB;
    INSERT INTO meta VALUES ('stale', 'yes');
    """,
)
"""Step n makes a file of schema version n out of one of version n - 1. A step that was released is never changed.

A step that needs more than SQL notes that the file is `stale`: then all texts are read again when it is opened.
"""

FAULTS = MappingProxyType(
    {
        "SQLITE_NOTADB": ("foreign", "is no corpus"),
        "SQLITE_CORRUPT": ("damaged", "is damaged; restore it from a copy, or make it anew"),
        "SQLITE_BUSY": ("busy", "another process is writing to it; try again when it is done"),
        "SQLITE_LOCKED": ("busy", "another process is writing to it; try again when it is done"),
        "SQLITE_READONLY": ("unwritable", "cannot be written: the file or its folder is read-only"),
        "SQLITE_CANTOPEN": ("unreadable", "cannot be opened: see that its folder exists and may be written"),
        "SQLITE_PERM": ("unreadable", "cannot be opened: permission denied"),
        "SQLITE_FULL": ("unwritable", "cannot be written: the disk is full"),
        "SQLITE_IOERR": ("unreadable", "the disk failed while it was read or written"),
    }
)


@contextmanager
def told(path: Path) -> Generator[None]:
    """Turn what SQLite says into a CorpusError of one line."""
    try:
        yield
    except Damaged:
        raise CorpusError(f"{path}: {FAULTS['SQLITE_CORRUPT'][1]}", code="damaged") from None
    except sqlite3.Error as error:
        name = "_".join((error.sqlite_errorname or "").split("_")[:2]) if hasattr(error, "sqlite_errorname") else ""
        code, words = FAULTS.get(name, ("damaged", f"cannot be used ({error})"))
        raise CorpusError(f"{path}: {words}", code=code) from None


def connect(path: Path, *, create: bool, timeout: float) -> sqlite3.Connection:
    """Open a corpus file, bring it to this version's schema, and return the connection."""
    if path.is_dir():
        raise CorpusError(f"{path}: is a folder, not a corpus", code="foreign")
    if not create and not path.exists():
        raise CorpusError(f"{path}: no such file; 'add' makes it", code="missing")
    with told(path):
        connection = sqlite3.connect(path, timeout=timeout, isolation_level=None)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if mark != APPLICATION and tables:
        raise CorpusError(f"{path}: is an SQLite file of another program, no corpus", code="foreign")
    if mark != APPLICATION or _version(connection) < len(STEPS):
        # The journal's mode stays with the file: only who makes or changes the file sets it.
        connection.execute("PRAGMA journal_mode = WAL")
        migrate(connection)
    if _version(connection) > len(STEPS):
        raise CorpusError(
            f"{path}: was written by a newer claimcheck (schema {_version(connection)}, known are up to {len(STEPS)}); "
            "update the package",
            code="newer",
        )
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -65536")


def migrate(connection: sqlite3.Connection, steps: Sequence[str] = STEPS) -> None:
    """Take the steps that a file lacks, all or none."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for number, step in enumerate(steps, 1):
            if number > _version(connection):
                for statement in filter(str.strip, step.split(";")):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version
