"""What `claimcheck rules`, `claimcheck explain` and SARIF say of each rule, read from `rules.toml`."""

from importlib.resources import files
from typing import Any

from attrs import field, frozen


@frozen(kw_only=True)
class Example:
    """Two sentences (one, where a document conflicts with itself) and the verdict on them."""

    second: str
    verdict: str
    first: str = ""
    why: str = ""


@frozen(kw_only=True)
class Guide:
    """What a rule compares, in a line and at length, with examples."""

    name: str
    summary: str
    text: str
    examples: tuple[Example, ...] = field(converter=tuple[Example, ...])


def load_guide() -> tuple[Guide, ...]:
    """Read the guide to every rule, in the order in which they are listed."""
    import tomllib  # --help must not wait for it

    tables: dict[str, Any] = tomllib.loads(files("claimcheck.reporting").joinpath("rules.toml").read_text("utf-8"))
    return tuple(
        Guide(
            name=name,
            summary=table["summary"],
            text=table["text"],
            examples=[Example(**example) for example in table["examples"]],
        )
        for name, table in tables.items()
    )
