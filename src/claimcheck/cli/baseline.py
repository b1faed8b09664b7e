"""A baseline: conflicts that somebody has looked at and accepted, so that only new ones are reported.

The file is JSON, sorted, made to be kept beside the documents: an entry has the conflict's fingerprint, which stays when text
moves, its rule, verdict and message for people, and a `reason` that may be filled in by hand and survives rewriting.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from claimcheck.errors import ConfigError, InputError
from claimcheck.model import Report
from claimcheck.reporting.fingerprints import fingerprint

_SCHEMA = 1


def read_baseline(path: str) -> Mapping[str, str]:
    """Return the reasons of accepted conflicts by fingerprint; ConfigError says what is wrong with the file."""
    try:
        content: object = json.loads(Path(path).read_text("utf-8"))
    except FileNotFoundError:
        raise ConfigError(f"{path}: no such file; --write-baseline {path} makes it") from None
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror})") from None
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: is not JSON ({error})") from None
    table = cast("dict[str, Any]", content) if isinstance(content, dict) else {}
    entries: object = table.get("accepted")
    if table.get("schema") != _SCHEMA or not isinstance(entries, list):
        raise ConfigError(f"{path}: is no baseline of schema {_SCHEMA}; --write-baseline {path} makes one")
    reasons: dict[str, str] = {}
    for number, entry in enumerate(cast("list[object]", entries), 1):
        values = cast("dict[str, Any]", entry) if isinstance(entry, dict) else {}
        name, reason = values.get("fingerprint"), values.get("reason", "")
        if not isinstance(name, str) or not isinstance(reason, str):
            raise ConfigError(f"{path}: accepted entry {number} needs a fingerprint, and a reason that is a string")
        reasons[name] = reason
    return reasons


def without_accepted(report: Report, accepted: Mapping[str, str]) -> tuple[Report, int]:
    """Return the report without the accepted conflicts, and how many entries no conflict answers to any more."""
    names = [fingerprint(conflict, report) for conflict in report.conflicts]
    kept = (item for item, name in zip(report.conflicts, names, strict=True) if name not in accepted)
    return report.with_conflicts(tuple(kept)), len(accepted.keys() - set(names))


def write_baseline(path: str, report: Report) -> None:
    """Accept every conflict of a report; reasons that the file already gives are kept."""
    reasons: Mapping[str, str] = read_baseline(path) if Path(path).exists() else {}
    entries = {
        name: {
            "fingerprint": name,
            "rule": conflict.rule,
            "verdict": conflict.verdict,
            "message": conflict.message,
            "reason": reasons.get(name, ""),
        }
        for conflict in report.conflicts
        for name in (fingerprint(conflict, report),)
    }
    content = {"schema": _SCHEMA, "accepted": [entries[name] for name in sorted(entries)]}
    try:
        Path(path).write_text(json.dumps(content, indent=2) + "\n", "utf-8", newline="\n")
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror})", code="unwritable") from None
