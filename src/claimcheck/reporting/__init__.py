"""A report for people and programs."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from claimcheck.model import Report
from claimcheck.reporting.structured import render_json, render_jsonl
from claimcheck.reporting.terminal import render_text

WRITERS: Mapping[str, Callable[[Report], str]] = MappingProxyType(
    {
        "text": render_text,
        "json": render_json,
        "jsonl": render_jsonl,
    }
)

__all__ = ["WRITERS", "render_json", "render_jsonl", "render_text"]
