"""The base vocabulary of units: quantulum3's table, read as data.

The package itself is never imported: its parser costs more than a second.
"""

import importlib.util
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from attrs import frozen

from claimcheck.errors import LexiconError


@frozen
class Vocabulary:
    """The ways in which one unit is written: names in the singular, and symbols."""

    surfaces: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    currency: str | None = None


def vocabularies() -> Mapping[str, Vocabulary]:
    """Return quantulum3's units by name; LexiconError where its table cannot be found or read."""
    spec = importlib.util.find_spec("quantulum3")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    if not folders:
        raise LexiconError("quantulum3 is not installed: its table of units is the base vocabulary")
    path = Path(folders[0]) / "units.json"
    try:
        table = cast(dict[str, dict[str, Any]], json.loads(path.read_text("utf-8")))
    except (OSError, ValueError) as error:
        raise LexiconError(f"{path}: cannot be read ({error})") from error
    return {
        name: Vocabulary(
            tuple(raw.get("surfaces", ())), tuple(raw.get("symbols", ())), cast("str | None", raw.get("currency_code"))
        )
        for name, raw in table.items()
    }
