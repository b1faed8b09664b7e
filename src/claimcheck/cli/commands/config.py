"""`claimcheck config show`: the settings in force, as a configuration file."""

import json
from argparse import Namespace
from decimal import Decimal

from claimcheck.cli.console import Console
from claimcheck.cli.output import Recipe
from claimcheck.cli.status import Status


def run(arguments: Namespace, console: Console) -> int:
    """Print every setting with its value; what is not set is a comment."""
    configuration = Recipe.of(arguments).configuration
    lines = [f"# from {configuration.source or 'the defaults; there is no claimcheck.toml here or above'}"]
    for key, value in configuration.shown().items():
        lines.append(f"# {key} is not set" if value is None else f"{key} = {_toml(value)}")
    console.write("\n".join(lines) + "\n")
    return Status.DONE


def _toml(value: object) -> str:
    if isinstance(value, tuple):
        return json.dumps(value)
    return str(value) if isinstance(value, Decimal | int) else json.dumps(value)
