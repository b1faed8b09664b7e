"""Which two figures are about one thing, case by case."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claimcheck.lexicons import load_lexicon
from claimcheck.lexicons.words import abbreviations
from claimcheck.linking import DocumentKey, Linker
from claimcheck.model import Document
from claimcheck.pipeline import Pipeline
from claimcheck.text import Tokenizer

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent.parent / "gold" / "linking" / "pairs.toml").read_text("utf-8")
)["case"]
PIPELINE = Pipeline()
LINKER = Linker.build(load_lexicon())
TOKENIZER = Tokenizer(abbreviations(load_lexicon()))


def key(name: str, marked: str) -> tuple[DocumentKey, int]:
    document = Document(id=name, text=marked.replace("[[", "").replace("]]", ""))
    return LINKER.key(PIPELINE.analyze(document), TOKENIZER.tokenize(document.text)), marked.index("[[")


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_pair(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    if "known_failure" in case:
        request.applymarker(pytest.mark.xfail(reason=case["known_failure"], strict=True))
    (left, start), (right, other) = key("a", case["a"]), key("b", case["b"])
    found = {(link.left.mention.start, link.right.mention.start) for link in LINKER.link([left, right]).links}
    assert ((start, other) in found) is case["linked"]
