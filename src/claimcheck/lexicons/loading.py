"""Reading lexicon files: TOML tables become validated entries, and a fault names file, table and key."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar, cast

import attrs
from attrs import field, frozen

from claimcheck.errors import LexiconError


@frozen
class Examples:
    """Texts in which an entry must be found, and texts in which it must not."""

    yes: tuple[str, ...]
    no: tuple[str, ...] = ()


@frozen(kw_only=True)
class Entry:
    """One table of a lexicon file; subclasses add the fields that their file has.

    A field without a default is required. Lists become tuples; a field's converter may make more of the raw value.
    """

    key: str
    examples: Examples


E = TypeVar("E", bound=Entry)


@frozen
class Lexicon:
    """The words of one language: the package's files, with the user's files laid over them.

    An overlay has a table per entry under the name of the lexicon file: `[units.firkin]` adds to or replaces an entry of
    `units.toml`.
    """

    language: str
    overlays: tuple[Path, ...] = ()
    _extra: Mapping[str, Mapping[str, Any]] = field(factory=dict[str, Mapping[str, Any]], repr=False, eq=False)

    def entries(self, name: str, kind: type[E]) -> tuple[E, ...]:
        """Return the entries of `name`.toml as values of a class, in the file's order; LexiconError where one is wrong."""
        path = f"{self.language}/{name}.toml"
        tables: dict[str, Any] = {key: (path, raw) for key, raw in _packaged(self.language, name).items()}
        for overlay, content in self._extra.items():
            for key, raw in content.get(name, {}).items():
                tables[key] = (overlay, raw)
        return tuple(_entry(kind, key, raw, where) for key, (where, raw) in tables.items())


def load_lexicon(language: str = "en", overlays: Iterable[Path | str] = ()) -> Lexicon:
    """Return a language's lexicon with user files laid over it; LexiconError names what is wrong with one."""
    if not files("claimcheck.lexicons").joinpath(language).is_dir():
        raise LexiconError(f"there is no lexicon for the language {language!r}")
    paths = tuple(Path(overlay) for overlay in overlays)
    shipped = files("claimcheck.lexicons").joinpath(language).iterdir()
    known = {item.name.removesuffix(".toml") for item in shipped if item.is_file()}
    extra: dict[str, Mapping[str, Any]] = {}
    for path in paths:
        try:
            content = _parse(path.read_text("utf-8"), str(path))
        except (OSError, UnicodeDecodeError) as error:
            raise LexiconError(f"{path}: cannot be read ({error})") from error
        for name in content:
            if name not in known:
                raise LexiconError(f"{path}: [{name}]: no such lexicon file; there are {', '.join(sorted(known))}")
        extra[str(path)] = content
    return Lexicon(language, paths, extra)


def fixed_entries(language: str, name: str, kind: type[E]) -> Mapping[str, E]:
    """Return by key the entries of `fixed/NAME.toml`, which no user's file is laid over: all rooms inflect alike."""
    path = f"{language}/fixed"
    return {key: _entry(kind, key, raw, f"{path}/{name}.toml") for key, raw in _packaged(path, name).items()}


@cache
def _packaged(language: str, name: str) -> Mapping[str, Any]:
    """Read a file of the package once: several rooms ask for the same words, and parsing is most of what a build costs."""
    source = files("claimcheck.lexicons").joinpath(language, f"{name}.toml")
    return _parse(source.read_text("utf-8"), f"{language}/{name}.toml")


def _parse(text: str, where: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{where}: {error}") from error


def _entry(kind: type[E], key: str, raw: Any, where: str) -> E:
    """Make one entry; every key must be a field, every field without a default must be given."""
    if not isinstance(raw, dict):
        raise LexiconError(f"{where}: [{key}]: must be a table")
    table = dict(cast(dict[str, Any], raw))
    fields = {item.alias: item for item in attrs.fields(kind)}
    for name in table:
        if name not in fields or name == "key":
            known = ", ".join(item for item in fields if item != "key")
            raise LexiconError(f"{where}: [{key}]: unknown key {name!r}; known are {known}")
    for name, item in fields.items():
        if item.default is attrs.NOTHING and name not in table and name != "key":
            raise LexiconError(f"{where}: [{key}]: the key {name!r} is missing")
    try:
        table["examples"] = Examples(**_tuples(table["examples"]))
        return kind(key=key, **{name: _tuples(value) for name, value in table.items()})
    except (TypeError, ValueError, ArithmeticError) as error:
        raise LexiconError(f"{where}: [{key}]: {error}") from error


def _tuples(value: Any) -> Any:
    """Turn lists into tuples, also inside tables."""
    if isinstance(value, list):
        return tuple(_tuples(item) for item in value)  # pyright: ignore[reportUnknownVariableType]  # raw TOML
    if isinstance(value, dict):
        return {key: _tuples(item) for key, item in value.items()}  # pyright: ignore[reportUnknownVariableType]  # raw TOML
    return value
