"""A report for people and programs."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

from attrs import frozen

from claimcheck.model import Report


@frozen
class Writer:
    """A function from a report to its text, whose module is imported when it is first called: there are many formats."""

    module: str
    function: str

    def __call__(self, report: Report) -> str:
        """Write a report."""
        text: str = getattr(import_module(f"claimcheck.reporting.{self.module}"), self.function)(report)
        return text


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        "text": Writer("terminal", "render_text"),
        "json": Writer("structured", "render_json"),
        "jsonl": Writer("structured", "render_jsonl"),
        "csv": Writer("tabular", "render_csv"),
        "ties": Writer("ties", "render_ties"),
        "markdown": Writer("markdown", "render_markdown"),
        "html": Writer("html", "render_html"),
        "sarif": Writer("sarif", "render_sarif"),
        "github": Writer("github", "render_github"),
        "annotations": Writer("annotations", "render_annotations"),
    }
)

__all__ = ["WRITERS", "Writer"]
