"""The configuration file: `claimcheck.toml`, or the table `[tool.claimcheck]` of `pyproject.toml`.

Its keys are the fields of `Settings` and of `Configuration`, written with hyphens. An unknown key is an error with a suggestion: a
setting that is silently ignored is worse than none.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

import attrs
from attrs import evolve, field, frozen

from claimcheck.errors import ConfigError
from claimcheck.model import Report, RuleName, Settings, Severity, Verdict

FILE_NAME = "claimcheck.toml"
_PROJECT_FILE = "pyproject.toml"
NAMES: tuple[str, ...] = (*get_args(RuleName), *get_args(Verdict))


@frozen(kw_only=True)
class Configuration:
    """What a configuration file says.

    `select` and `ignore` hold names of rules or verdicts: only what is selected (everything, if nothing is) and not ignored is
    reported. `lexicons` are files laid over the package's words, relative to the configuration file. `source` is that file.
    """

    settings: Settings = field(factory=Settings)
    min_severity: Severity = "note"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    lexicons: tuple[str, ...] = ()
    source: str | None = None

    def applied(self, report: Report) -> Report:
        """Return the report without the conflicts that are not asked for."""
        kept = report.at_least(self.min_severity).conflicts
        return report.with_conflicts(tuple(item for item in kept if self._wants({item.rule, item.verdict})))

    def _wants(self, names: set[str]) -> bool:
        return not names.isdisjoint(self.select or names) and names.isdisjoint(self.ignore)

    def with_options(
        self,
        *,
        min_severity: Severity | None,
        select: str | None,
        ignore: str | None,
        lexicons: Iterable[str] = (),
    ) -> "Configuration":
        """Return it with what the command line says instead, and its lexicons added; lists are separated by commas."""
        chosen = evolve(self, min_severity=min_severity or self.min_severity, lexicons=(*self.lexicons, *lexicons))
        if select is not None:
            chosen = evolve(chosen, select=require_names(select.split(","), "--select"))
        if ignore is not None:
            chosen = evolve(chosen, ignore=require_names(ignore.split(","), "--ignore"))
        return chosen

    def shown(self) -> Mapping[str, object]:
        """Return every setting with its value, in the order in which the documentation lists them."""
        own = {name: getattr(self, name.replace("-", "_")) for name in _own_keys()}
        return {name: getattr(self.settings, name.replace("-", "_")) for name in _setting_keys()} | own


def find_configuration(folder: Path) -> Path | None:
    """Return the configuration file that governs a folder: its own, or that of the nearest folder above."""
    for place in (folder, *folder.parents):
        if (place / FILE_NAME).is_file():
            return place / FILE_NAME
        if (place / _PROJECT_FILE).is_file() and _table(place / _PROJECT_FILE):
            return place / _PROJECT_FILE
    return None


def read_configuration(path: Path) -> Configuration:
    """Read a configuration file; ConfigError names the file, the key and the way out."""
    table = _table(path)
    known = (*_setting_keys(), *_own_keys())
    for key in table:
        if key not in known:
            close = get_close_matches(key.replace("_", "-"), known, 1)
            way_out = f"did you mean {close[0]!r}?" if close else f"known are {', '.join(known)}"
            raise ConfigError(f"{path}: unknown key {key!r}; {way_out}")
    chosen: dict[str, Any] = {
        key.replace("-", "_"): _setting(key, table[key], path) for key in _setting_keys() if table.get(key) is not None
    }
    severity = table.get("min-severity", "note")
    if severity not in get_args(Severity):
        raise _wrong(path, "min-severity", severity, f"one of {', '.join(get_args(Severity))}")
    return Configuration(
        settings=Settings(**chosen),
        min_severity=cast(Severity, severity),
        select=require_names(_strings(path, table, "select"), f"{path}: select"),
        ignore=require_names(_strings(path, table, "ignore"), f"{path}: ignore"),
        lexicons=tuple(str(path.parent / name) for name in _strings(path, table, "lexicons")),
        source=str(path),
    )


def require_names(names: Iterable[str], where: str) -> tuple[str, ...]:
    """Return names of rules or verdicts; ConfigError if one is neither."""
    chosen = tuple(name.strip() for name in names if name.strip())
    for name in chosen:
        if name not in NAMES:
            close = get_close_matches(name, NAMES, 1)
            way_out = f"did you mean {close[0]!r}?" if close else f"there are {', '.join(NAMES)}"
            raise ConfigError(f"{where}: {name!r} is neither a rule nor a verdict; {way_out}")
    return chosen


def _table(path: Path) -> dict[str, Any]:
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise ConfigError(f"{path}: no such file") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read ({error})") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: {error}") from None
    if path.name != _PROJECT_FILE:
        return content
    table: object = content.get("tool", {}).get("claimcheck", {})
    return cast(dict[str, Any], table) if isinstance(table, dict) else {}


def _strings(path: Path, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    strings = _all_strings(table.get(key, []))
    if strings is None:
        raise _wrong(path, key, table[key], "a list of strings")
    return strings


def _all_strings(value: Any) -> tuple[str, ...] | None:
    if not isinstance(value, list):
        return None
    items = cast("list[object]", value)
    strings = tuple(item for item in items if isinstance(item, str))
    return strings if len(strings) == len(items) else None


def _setting(key: str, value: object, path: Path) -> object:
    """Check a value against the type that `Settings` gives the field."""
    kinds = _alternatives(get_type_hints(Settings)[key.replace("-", "_")])
    for kind in kinds:
        if get_origin(kind) is Literal and value in get_args(kind):
            return value
        if kind in _READERS and (read := _READERS[kind](value)) is not None:
            return read
    wanted = " or ".join(_described(kind) for kind in kinds if kind is not type(None))
    raise _wrong(path, key, value, wanted)


def _alternatives(kind: Any) -> tuple[Any, ...]:
    # `int | None` is a UnionType, `Literal[...] | None` a Union; both hold their parts.
    return get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)


def _described(kind: Any) -> str:
    if get_origin(kind) is Literal:
        return "one of " + ", ".join(map(str, get_args(kind)))
    names: dict[object, str] = {str: "a string", int: "a whole number", Decimal: "a number", bool: "true or false"}
    return names.get(kind, str(kind))


def _decimal(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() and number >= 0 else None


_READERS: Mapping[Any, Callable[[object], object | None]] = {
    str: lambda value: value if isinstance(value, str) else None,
    bool: lambda value: value if isinstance(value, bool) else None,
    int: lambda value: value if isinstance(value, int) and not isinstance(value, bool) else None,
    Decimal: _decimal,
}


def _wrong(path: Path, key: str, value: object, wanted: str) -> ConfigError:
    return ConfigError(f"{path}: {key} must be {wanted}, not {value!r}")


@cache
def _setting_keys() -> tuple[str, ...]:
    return tuple(item.name.replace("_", "-") for item in attrs.fields(Settings))


@cache
def _own_keys() -> tuple[str, ...]:
    names = (item.name.replace("_", "-") for item in attrs.fields(Configuration))
    return tuple(name for name in names if name not in ("settings", "source"))
