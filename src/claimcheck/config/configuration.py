"""The configuration file: `claimcheck.toml`, or the table `[tool.claimcheck]` of `pyproject.toml`.

Its keys are the fields of `Settings` and of `Configuration`, written with hyphens. An unknown key is an error with a suggestion: a
setting that is silently ignored is worse than none.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, cast

import attrs
from attrs import evolve, field, frozen

from claimcheck.config.values import READERS, command_line_value, read_setting, read_strings, setting_keys
from claimcheck.errors import ConfigError
from claimcheck.model import Document, Report, Settings, Severity

FILE_NAME = "claimcheck.toml"
_PROJECT_FILE = "pyproject.toml"


@frozen(kw_only=True)
class Configuration:
    """What is set, and where.

    `select` and `ignore` hold names of rules or verdicts, or `unsupported`: only what is selected (everything, if nothing is) and not ignored is
    reported; `severity` gives conflicts of a rule or verdict another weight. `publishers` are the groups whose papers count as
    one voice. `lexicons` and `aliases` are files laid over the words of the `language`. `origins` says where each key was set.
    """

    settings: Settings = field(factory=Settings)
    language: str = "en"
    min_severity: Severity = "note"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()
    publishers: tuple[tuple[str, tuple[str, ...]], ...] = ()
    lexicons: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    origins: tuple[tuple[str, str], ...] = ()

    @property
    def overlays(self) -> tuple[str, ...]:
        """The files of words and of names, in the order in which they are laid over the package's."""
        return (*self.lexicons, *self.aliases)

    def grouped(self, document: Document) -> Document:
        """Return a document with the group of its publisher."""
        name = (document.publisher or "").casefold()
        group = next((group for group, names in self.publishers if name in map(str.casefold, (group, *names))), None)
        return document if group is None else evolve(document, group=group)

    def applied(self, report: Report) -> Report:
        """Return the report with its conflicts weighed, and without the findings that are not asked for."""
        weights = dict(self.severity)
        weighed = (
            evolve(item, severity=weights.get(item.verdict) or weights.get(item.rule) or item.severity)
            for item in report.conflicts
        )
        conflicts = tuple(item for item in weighed if self._wants({item.rule, item.verdict}))
        unsupported = report.unsupported if self._wants({"unsupported"}) else ()
        return report.with_conflicts(conflicts, unsupported=unsupported).at_least(self.min_severity)

    def _wants(self, names: set[str]) -> bool:
        return not names.isdisjoint(self.select or names) and names.isdisjoint(self.ignore)

    def with_table(self, table: Mapping[str, Any], where: str, folder: Path) -> "Configuration":
        """Return it with what a table says, files relative to a folder; ConfigError names the place, the key and the way out.

        Files of words and names are added, everything else replaces what was set before.
        """
        known = (*setting_keys(), *_own_keys())
        chosen: dict[str, Any] = {}
        settings: dict[str, Any] = {}
        for key, value in table.items():
            name = key.replace("-", "_")
            if key not in known:
                close = get_close_matches(key.replace("_", "-"), known, 1)
                way_out = f"did you mean {close[0]!r}?" if close else f"known are {', '.join(known)}"
                raise ConfigError(f"{where}: unknown key {key!r}; {way_out}")
            if key in setting_keys():
                settings[name] = read_setting(key, value, where)
            elif key in ("lexicons", "aliases"):
                files = tuple(str(folder / file) for file in read_strings(key, value, where))
                chosen[name] = (*getattr(self, name), *files)
            else:
                chosen[name] = READERS[key](key, value, where)
        origins = dict(self.origins) | dict.fromkeys(table, where)
        return evolve(self, settings=evolve(self.settings, **settings), origins=tuple(origins.items()), **chosen)

    def with_options(
        self,
        *,
        values: Iterable[str] = (),
        min_severity: str | None = None,
        select: str | None = None,
        ignore: str | None = None,
        lexicons: Iterable[str] = (),
        aliases: Iterable[str] = (),
    ) -> "Configuration":
        """Return it with what the command line says instead; lists are separated by commas, `values` are `KEY=VALUE`."""
        chosen = self
        for item in values:
            key, equals, text = item.partition("=")
            if not equals:
                raise ConfigError(f"--set {item}: write it as KEY=VALUE, such as hedge=0.2")
            chosen = chosen.with_table({key.strip(): command_line_value(text.strip())}, f"--set {item}", Path())
        given: dict[str, Any] = {
            "min-severity": min_severity,
            "select": None if select is None else _listed(select),
            "ignore": None if ignore is None else _listed(ignore),
            "lexicons": list(lexicons) or None,
            "aliases": list(aliases) or None,
        }
        for key, value in given.items():
            if value is not None:
                chosen = chosen.with_table({key: value}, f"--{_OPTIONS.get(key, key)}", Path())
        return chosen

    def shown(self) -> Iterator[tuple[str, object, str]]:
        """Return every key with its value and where it was set, in the order in which the documentation lists them."""
        origins = dict(self.origins)
        for key in (*setting_keys(), *_own_keys()):
            name = key.replace("-", "_")
            value = getattr(self.settings if key in setting_keys() else self, name)
            yield key, dict(value) if key in _TABLES else value, origins.get(key, "default")


_TABLES = ("severity", "publishers")
_OPTIONS = {"lexicons": "lexicon"}


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
    return Configuration().with_table(_table(path), str(path), path.parent)


def _table(path: Path) -> dict[str, Any]:
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise ConfigError(f"{path}: no such file") from None
    except (OSError, UnicodeDecodeError, ValueError) as error:
        kind = "" if isinstance(error, tomllib.TOMLDecodeError) else "cannot be read: "
        raise ConfigError(f"{path}: {kind}{error}") from None
    if path.name != _PROJECT_FILE:
        return content
    tool: object = content.get("tool", {})
    table: object = cast(dict[str, Any], tool).get("claimcheck", {}) if isinstance(tool, dict) else {}
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: tool.claimcheck must be a table, [tool.claimcheck]")
    return cast(dict[str, Any], table)


def _listed(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


@cache
def _own_keys() -> tuple[str, ...]:
    names = (item.name.replace("_", "-") for item in attrs.fields(Configuration))
    return tuple(name for name in names if name not in ("settings", "origins"))
