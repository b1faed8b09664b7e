"""Find who said which figure in English documents, and where documents do not fit together.

>>> import claimcheck as cc
>>> report = cc.check([cc.Document(id="a", text="Nothing here."), cc.Document(id="b", text="Nor here.")])
>>> report.conflicts
()
"""

from typing import TYPE_CHECKING, Any

from claimcheck.errors import (
    ClaimcheckError,
    ConfigError,
    ConsistencyError,
    CorpusError,
    DocumentError,
    InputError,
    LexiconError,
    MissingExtraError,
)
from claimcheck.model import (
    Agreement,
    Analysis,
    Attribution,
    Claim,
    ClaimTime,
    Conflict,
    Coverage,
    Diagnostic,
    Document,
    Interval,
    Length,
    Mention,
    Passage,
    Period,
    Position,
    Quantity,
    Report,
    Settings,
    SourceMap,
    Span,
    Step,
    Suppression,
    Timex,
)
from claimcheck.verbs import analyze, assert_consistent, check, extract, verify

if TYPE_CHECKING:
    from claimcheck.corpus import Corpus
    from claimcheck.lexicons import Lexicon, load_lexicon
    from claimcheck.pipeline import Pipeline
    from claimcheck.reading import read_document

__version__ = "0.1.0"

__all__ = [
    "Agreement",
    "Analysis",
    "Attribution",
    "Claim",
    "ClaimTime",
    "ClaimcheckError",
    "ConfigError",
    "Conflict",
    "ConsistencyError",
    "Corpus",
    "CorpusError",
    "Coverage",
    "Diagnostic",
    "Document",
    "DocumentError",
    "InputError",
    "Interval",
    "Length",
    "Lexicon",
    "LexiconError",
    "Mention",
    "MissingExtraError",
    "Passage",
    "Period",
    "Pipeline",
    "Position",
    "Quantity",
    "Report",
    "Settings",
    "SourceMap",
    "Span",
    "Step",
    "Suppression",
    "Timex",
    "__version__",
    "analyze",
    "assert_consistent",
    "check",
    "extract",
    "load_lexicon",
    "read_document",
    "verify",
]


def __getattr__(name: str) -> Any:
    """Import what brings the whole flow with it only when it is asked for (PEP 562)."""
    if name == "Pipeline":
        from claimcheck.pipeline import Pipeline

        return Pipeline
    if name == "Corpus":
        from claimcheck.corpus import Corpus

        return Corpus
    if name in ("Lexicon", "load_lexicon"):
        from claimcheck import lexicons

        return getattr(lexicons, name)
    if name == "read_document":
        from claimcheck.reading import read_document

        return read_document
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
