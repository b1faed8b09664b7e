"""The frozen values that the rooms pass on: the only language that they share."""

from claimcheck.model.attributions import Attribution, AttributionKind, Modality, Polarity, SourceType
from claimcheck.model.claims import Claim, ClaimTime, Scope
from claimcheck.model.documents import Document
from claimcheck.model.links import Group, Link, Linking
from claimcheck.model.mentions import Candidate, Mention
from claimcheck.model.names import Name, Names, NameType
from claimcheck.model.quantities import (
    ChangeRole,
    Direction,
    Interval,
    Numeral,
    NumeralForm,
    Quantity,
    QuantityKind,
    tidy,
)
from claimcheck.model.reports import (
    SEVERITIES,
    VERDICTS,
    Agreement,
    Analysis,
    Conflict,
    Coverage,
    Diagnostic,
    Report,
    RuleName,
    Severity,
    Step,
    Suppressed,
    Verdict,
)
from claimcheck.model.settings import DateOrder, Settings
from claimcheck.model.sources import Format, Position, SourceMap, Suppression
from claimcheck.model.spans import Passage, Span
from claimcheck.model.times import Grain, Length, Moment, Period, Timex, TimexType
from claimcheck.model.tokens import Tokens

__all__ = [
    "SEVERITIES",
    "VERDICTS",
    "Agreement",
    "Analysis",
    "Attribution",
    "AttributionKind",
    "Candidate",
    "ChangeRole",
    "Claim",
    "ClaimTime",
    "Conflict",
    "Coverage",
    "DateOrder",
    "Diagnostic",
    "Direction",
    "Document",
    "Format",
    "Grain",
    "Group",
    "Interval",
    "Length",
    "Link",
    "Linking",
    "Mention",
    "Modality",
    "Moment",
    "Name",
    "NameType",
    "Names",
    "Numeral",
    "NumeralForm",
    "Passage",
    "Period",
    "Polarity",
    "Position",
    "Quantity",
    "QuantityKind",
    "Report",
    "RuleName",
    "Scope",
    "Settings",
    "Severity",
    "SourceMap",
    "SourceType",
    "Span",
    "Step",
    "Suppressed",
    "Suppression",
    "Timex",
    "TimexType",
    "Tokens",
    "Verdict",
    "tidy",
]
