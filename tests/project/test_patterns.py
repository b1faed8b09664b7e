"""What the standard library's patterns must not use."""

import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "claimcheck"
USING = [
    path for path in sorted(SOURCE.rglob("*.py")) if re.search(r"^import re$", path.read_text("utf-8"), re.MULTILINE)
]
POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)(?:[*+?]|\{+\d*,?\d*\}+)\+")


@pytest.mark.parametrize("path", USING, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_no_group_is_possessive(path: Path) -> None:
    """CPython up to 3.11.4 matches possessive groups wrongly (gh-106052); single characters may be possessive."""
    assert POSSESSIVE_GROUP.findall(path.read_text("utf-8")) == []


@pytest.mark.parametrize("pattern", ["(?:ab)*+", "(a|b)++", "(?:a){2,}+", "(?:a){{2}}+", "(?:a)?+"])
def test_such_a_group_is_seen(pattern: str) -> None:
    assert POSSESSIVE_GROUP.search(pattern)


@pytest.mark.parametrize("pattern", ["a*+", "[ab]++", r"\)++", "(?:ab)*"])
def test_single_characters_are_let_be(pattern: str) -> None:
    assert not POSSESSIVE_GROUP.search(pattern)
