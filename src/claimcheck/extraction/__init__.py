"""The text of marked-up files, with the way back: where each character stands, what the file says about itself, what it silences."""

from claimcheck.extraction.content import Content
from claimcheck.extraction.markdown import read_markdown
from claimcheck.extraction.plain import read_plain
from claimcheck.extraction.web import declared_charset, read_html

__all__ = ["Content", "declared_charset", "read_html", "read_markdown", "read_plain"]
