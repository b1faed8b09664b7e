"""What a key of the configuration may be set to."""

import re
import tomllib
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType, UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

import attrs

from claimcheck.errors import ConfigError
from claimcheck.model import RuleName, Settings, Severity, Verdict

_WEIGHED: tuple[str, ...] = (*get_args(RuleName), *get_args(Verdict))
NAMES: tuple[str, ...] = (*_WEIGHED, "unsupported")


def command_line_value(text: str) -> object:
    """Read a value of the command line as TOML does, and what TOML does not read as a string."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def _names(key: str, value: object, where: str) -> tuple[str, ...]:
    """Read names of rules or verdicts."""
    chosen = read_strings(key, value, where)
    for name in chosen:
        _require_name(name, NAMES, f"{where}: {key}")
    return chosen


def _require_name(name: str, known: tuple[str, ...], where: str) -> None:
    if name not in known:
        close = get_close_matches(name, known, 1)
        way_out = f"did you mean {close[0]!r}?" if close else f"there are {', '.join(known)}"
        raise ConfigError(f"{where}: {name!r} is neither a rule nor a verdict; {way_out}")


def read_strings(key: str, value: Any, where: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _wrong(where, key, value, "a list of strings")
    items = cast("list[object]", value)
    strings = tuple(item for item in items if isinstance(item, str))
    if len(strings) != len(items):
        raise _wrong(where, key, items, "a list of strings")
    return strings


def _severity(key: str, value: object, where: str) -> Severity:
    if value not in get_args(Severity):
        raise _wrong(where, key, value, f"one of {', '.join(get_args(Severity))}")
    return cast(Severity, value)


def _severities(key: str, value: object, where: str) -> tuple[tuple[str, Severity], ...]:
    table = _mapping(key, value, where)
    for name in table:
        _require_name(name, _WEIGHED, f"{where}: {key}")
    return tuple((name, _severity(f"{key}.{name}", weight, where)) for name, weight in table.items())


def _groups(key: str, value: object, where: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    table = _mapping(key, value, where)
    return tuple((group, read_strings(f"{key}.{group}", names, where)) for group, names in table.items())


def _mapping(key: str, value: object, where: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise _wrong(where, key, value, f"a table, [{key}]")
    return cast("dict[str, object]", value)


def _word(key: str, value: object, where: str) -> str:
    if not isinstance(value, str):
        raise _wrong(where, key, value, "a string")
    return value


READERS: Mapping[str, Callable[[str, object, str], object]] = MappingProxyType(
    {
        "language": _word,
        "min-severity": _severity,
        "select": _names,
        "ignore": _names,
        "severity": _severities,
        "publishers": _groups,
    }
)


def read_setting(key: str, value: object, where: str) -> object:
    """Check a value against the type that `Settings` gives the field, and against what is possible."""
    kinds = _alternatives(get_type_hints(Settings)[key.replace("-", "_")])
    possible, described = _LIMITS.get(key, (_anything, ""))
    for kind in kinds:
        if get_origin(kind) is Literal and value in get_args(kind):
            return value
        if kind in _READERS and (read := _READERS[kind](value)) is not None and possible(read):
            return read
    wanted = described or " or ".join(_described(kind) for kind in kinds if kind is not type(None))
    raise _wrong(where, key, value, wanted)


def _anything(_: Any) -> bool:
    return True


_LIMITS: Mapping[str, tuple[Callable[[Any], bool], str]] = MappingProxyType(
    {
        "dollar": (lambda code: re.fullmatch("[A-Z]{3}", code) is not None, 'a currency code such as "USD"'),
        "fiscal-year-start": (lambda month: 1 <= month <= 12, "a whole number from 1 to 12, the month"),
        "bound-ratio": (lambda ratio: ratio >= 1, "a number of at least 1"),
        "hedge": (lambda share: share < 1, "a number from 0 to 1"),
        "rounding": (lambda share: share < 1, "a number from 0 to 1"),
    }
)


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


def _wrong(where: str, key: str, value: object, wanted: str) -> ConfigError:
    return ConfigError(f"{where}: {key} must be {wanted}, not {value!r}")


@cache
def setting_keys() -> tuple[str, ...]:
    return tuple(item.name.replace("_", "-") for item in attrs.fields(Settings))
