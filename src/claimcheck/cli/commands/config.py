"""`claimcheck config show`: the settings in force and where each comes from, as a configuration file."""

import json
from argparse import Namespace
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import cast

from claimcheck.cli.console import Console
from claimcheck.cli.output import Recipe
from claimcheck.cli.status import Status
from claimcheck.config import Configuration
from claimcheck.reporting.display import neutral


def run(arguments: Namespace, console: Console) -> int:
    """Print every setting with its value, what is not set as a comment; an unknown language or a bad file is told after it."""
    recipe = Recipe.of(arguments)
    console.write("".join(line + "\n" for line in _lines(recipe.configuration)))
    recipe.build()
    return Status.DONE


def _lines(configuration: Configuration) -> Iterator[str]:
    tables: list[str] = []
    for key, value, origin in configuration.shown():
        told = f"  # {neutral(origin)}"
        if value is None:
            yield f"# {key} is not set"
        elif isinstance(value, Mapping):
            entries = cast("Mapping[str, object]", value)
            tables += ["", f"[{key}]{told}", *(f"{json.dumps(name)} = {_toml(item)}" for name, item in entries.items())]
        else:
            yield f"{key} = {_toml(value)}{told}"
    yield from tables


def _toml(value: object) -> str:
    if isinstance(value, tuple):
        return json.dumps(value)
    return str(value) if isinstance(value, Decimal | int) else json.dumps(value)
