"""A report for people and programs."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from claimcheck.model import Report
from claimcheck.reporting.annotations import render_annotations
from claimcheck.reporting.github import render_github
from claimcheck.reporting.html import render_html
from claimcheck.reporting.markdown import render_markdown
from claimcheck.reporting.sarif import render_sarif
from claimcheck.reporting.structured import render_json, render_jsonl
from claimcheck.reporting.tabular import render_csv
from claimcheck.reporting.terminal import render_text
from claimcheck.reporting.ties import render_ties

WRITERS: Mapping[str, Callable[[Report], str]] = MappingProxyType(
    {
        "text": render_text,
        "json": render_json,
        "jsonl": render_jsonl,
        "csv": render_csv,
        "ties": render_ties,
        "markdown": render_markdown,
        "html": render_html,
        "sarif": render_sarif,
        "github": render_github,
        "annotations": render_annotations,
    }
)

__all__ = [
    "WRITERS",
    "render_annotations",
    "render_csv",
    "render_github",
    "render_html",
    "render_json",
    "render_jsonl",
    "render_markdown",
    "render_sarif",
    "render_text",
    "render_ties",
]
