"""Who made a corpus, and with what: claims that were read with other settings or words cannot be compared with it."""

import hashlib
import sqlite3
from pathlib import Path

from claimcheck.errors import CorpusError
from claimcheck.pipeline import Pipeline


def is_stale(connection: sqlite3.Connection) -> bool:
    """Tell whether all texts must be read again, because a step of the schema needs more than SQL."""
    return connection.execute("SELECT 1 FROM meta WHERE key = 'stale'").fetchone() is not None


def note(connection: sqlite3.Connection, pipeline: Pipeline) -> None:
    """Note with what the claims of a corpus were read."""
    from claimcheck import __version__

    notes = [("settings", settings_digest(pipeline)), ("version", __version__)]
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", notes)
    connection.execute("DELETE FROM meta WHERE key = 'stale'")


def require_same_settings(connection: sqlite3.Connection, pipeline: Pipeline, path: Path) -> None:
    """Raise CorpusError if a corpus was made with other settings, words or rules than it is opened with."""
    from claimcheck import __version__

    notes = dict(connection.execute("SELECT key, value FROM meta").fetchall())
    if notes.get("settings") != settings_digest(pipeline):
        raise CorpusError(
            f"{path}: was made with other settings or lexicons; use those, or rebuild it", code="other-settings"
        )
    if notes.get("version") != __version__:
        raise CorpusError(
            f"{path}: was made by claimcheck {notes.get('version')}, which read claims otherwise; rebuild it",
            code="other-version",
        )


def settings_digest(pipeline: Pipeline) -> str:
    """Return 32 hexadecimal digits made of the settings and the user's words."""
    made = hashlib.sha256(f"{pipeline.settings!r} {pipeline.lexicon.language}".encode())
    for overlay in pipeline.lexicon.overlays:
        made.update(overlay.read_bytes())
    return made.hexdigest()[:32]
