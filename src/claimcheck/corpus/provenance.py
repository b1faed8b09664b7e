"""Who made a corpus, and with what: claims that were read with other settings or words cannot be compared with it."""

import hashlib
import sqlite3
from pathlib import Path

from claimcheck.errors import CorpusError
from claimcheck.pipeline import Pipeline


def require_same_settings(connection: sqlite3.Connection, pipeline: Pipeline, path: Path) -> None:
    """Note in a new corpus with what it is made; CorpusError if an old one was made with other settings or words."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'settings'").fetchone()
    digest = settings_digest(pipeline)
    if row is None:
        from claimcheck import __version__

        notes = [("settings", digest), ("version", __version__)]
        connection.executemany("INSERT OR IGNORE INTO meta VALUES (?, ?)", notes)
    elif row[0] != digest:
        raise CorpusError(
            f"{path}: was made with other settings or lexicons; use those, or make it anew", code="other-settings"
        )


def settings_digest(pipeline: Pipeline) -> str:
    """Return 32 hexadecimal digits made of the settings and the user's words."""
    made = hashlib.sha256(f"{pipeline.settings!r} {pipeline.lexicon.language}".encode())
    for overlay in pipeline.lexicon.overlays:
        made.update(overlay.read_bytes())
    return made.hexdigest()[:32]
