"""The report as one HTML file: no network, nothing loaded from elsewhere, readable without script at all.

The template escapes every value, and what it is given first has its controls made visible. The page allows only the style and
the script that stand in it, which it names by their hashes.
"""

import hashlib
import re
from base64 import b64encode
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from claimcheck.errors import require
from claimcheck.model import Report
from claimcheck.reporting.display import counted, neutral_character
from claimcheck.reporting.pages import MOST_FINDINGS, ReportPage
from claimcheck.reporting.provenance import Provenance

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup


def render_html(report: Report) -> str:
    """Write a page of conflicts, compared figures and documents; MissingExtraError without the extra `report`."""
    style, script = _asset("report.css"), _asset("report.js")
    return _template().render(
        page=ReportPage(Provenance(report)),
        report=report,
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'",
        most=MOST_FINDINGS,
        counted=counted,
    )


def visible(value: Any) -> Any:
    """Return text with its control characters as escapes, line breaks kept; other values and trusted markup as they are."""
    if type(value) is not str or value.isprintable():
        return value
    return "".join(character if character == "\n" else neutral_character(character) for character in value)


@cache
def _template() -> "Template":
    jinja2 = require("jinja2", extra="report", purpose="the html format")
    environment = jinja2.Environment(
        autoescape=True,
        finalize=visible,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["whole_days"] = _whole_days
    template: Template = environment.from_string(_asset("report.html.jinja"))
    return template


def _whole_days(text: str) -> "Markup":
    """Keep a browser from breaking ISO dates at their hyphens."""
    markupsafe = require("markupsafe", extra="report", purpose="the html format")
    marked: Markup = markupsafe.Markup(
        _day().sub(r'<span class="day">\g<0></span>', str(markupsafe.escape(visible(text))))
    )
    return marked


@cache
def _day() -> re.Pattern[str]:
    return re.compile(r"\d{4}-\d\d-\d\d")


@cache
def _asset(name: str) -> str:
    return files("claimcheck.reporting").joinpath(name).read_text("utf-8")


def _hash(text: str) -> str:
    """Name an inline style or script the way a content security policy does."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
