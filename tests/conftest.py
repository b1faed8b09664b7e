"""Reports made by hand, so that what people see is tested apart from what is found."""

import io
import sys
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import wraps
from types import FrameType
from typing import Any, ParamSpec

import pytest
from jsonschema import Draft202012Validator

from claimcheck import (
    Agreement,
    Attribution,
    Claim,
    ClaimTime,
    Conflict,
    Coverage,
    Diagnostic,
    Document,
    Interval,
    Mention,
    Passage,
    Period,
    Quantity,
    Report,
    Span,
    Step,
    Timex,
)
from claimcheck.pipeline import Pipeline
from claimcheck.schema import report_schema

P = ParamSpec("P")
FIRST = 'Ana Delgrave said late Tuesday:\n"We shelter over 800\nrescued sailors." The storms sank 46 boats.'
SECOND = '"We have 2,500 rescued sailors," Ana Delgrave told reporters. The storms sank 46 boats.'
HOSTILE = (
    '=HYPERLINK("x") </script><script>alert(1)</script> <img src=x onerror=alert(1)> \x1b[31mred\x1b]0;t\x07 \u202e!'
    " | `x` [a](javascript:1) ::error::no %0A\r\n::set-env name=A::b \x9b31m \ud800 @SUM(1)"
)


def quantity_mention(document: Document, number: int, figure: str, value: str, modifier: str | None = None) -> Mention:
    """Make the mention of a figure at its first place in a text."""
    start = document.text.index(figure)
    before = document.text.find(modifier) if modifier else -1
    amount = Interval(Decimal(value), None, low_open=True) if modifier else Interval.point(Decimal(value))
    return Mention(
        id=f"{document.id}#m{number}",
        document=document.id,
        start=start,
        end=start + len(figure),
        text=figure,
        value=Quantity("number", amount, step=Decimal(1)),
        modifier=Passage.cut(document.text, before, before + len(modifier)) if modifier else None,
    )


def claim_of(mention: Mention, document: Document, number: int, *, attribution: Attribution | None = None) -> Claim:
    """Make a claim whose sentence is the whole text and whose subject follows the figure."""
    rest = document.text[mention.end :].split()
    start = document.text.index(rest[0], mention.end) if rest else mention.end
    return Claim(
        id=f"{document.id}#c{number}",
        document=document.id,
        mention=mention,
        subject=Passage.cut(document.text, start, start + len(rest[0])) if rest else None,
        measure="rescued sailors",
        time=ClaimTime(None, Period(date(2031, 2, 18), None)) if attribution else None,
        attribution=attribution,
        speaker=attribution.name if attribution else None,
        polarity="positive",
        modality="asserted",
        sentence=Span(0, len(document.text)),
    )


def build_report(first: Document, second: Document, *, message: str, draft: str | None = None) -> Report:
    """Make a report in which the documents conflict about 800 and agree about 46."""
    when = first.text.find("late Tuesday")
    spoken = Mention(
        f"{first.id}#m1", first.id, when, when + 12, first.text[when : when + 12],
        Timex("DATE", "2031-02-18", "END", "2031-02-18", Period(date(2031, 2, 18), date(2031, 2, 19)), grain="day", anchored=True),
    )  # fmt: skip
    name = "Ana Delgrave"
    speaker = Passage.cut(first.text, first.text.index(name), first.text.index(name) + len(name))
    said = Attribution(
        f"{first.id}#a1", first.id, "direct", (Span(0, len(first.text)),), None, speaker, name, "person", "said",
        "the radio", when=spoken.id,
    )  # fmt: skip
    told = Attribution(f"{second.id}#a1", second.id, "direct", (Span(0, 5),), None, None, name, "person", "said")
    some = quantity_mention(first, 2, "800", "800", "over")
    many = quantity_mention(second, 1, "2,500", "2500")
    boats = quantity_mention(first, 3, "46", "46"), quantity_mention(second, 2, "46", "46")
    claims = (
        claim_of(some, first, 1, attribution=said),
        claim_of(boats[0], first, 2),
        claim_of(many, second, 1, attribution=told),
        claim_of(boats[1], second, 2),
    )
    steps = (Step("same-speaker", f"the speaker is {name}"), Step("bound-exceeded", "3.1 times as much"))
    conflict = Conflict("k1", "value", "discrepancy", "warning", 0.9, ((claims[0],), (claims[2],)), message, steps)
    mentions = (spoken, some, boats[0], many, boats[1])
    return Report(
        documents=(first, second),
        draft=draft,
        mentions=mentions,
        attributions=(said, told),
        claims=claims,
        conflicts=(conflict,),
        agreements=(Agreement("value", (claims[1], claims[3]), (Step("equal", "the same number"),)),),
        unsupported=(claims[3],) if draft else (),
        diagnostics=(Diagnostic(first.id, 0, 3, "unknown-unit", f"no unit {message}"),),
        coverage=Coverage(len(mentions), len(claims), 2, 1),
    )


@pytest.fixture
def report() -> Report:
    """Two documents, one conflict, one agreement, one diagnostic."""
    first = Document(id="post.txt", text=FIRST, published=date(2031, 2, 19), publisher="Post", title="Sailors")
    second = Document(id="courier.txt", text=SECOND)
    return build_report(first, second, message="Ana Delgrave: over 800 against 2,500 rescued sailors")


@pytest.fixture
def verified() -> Report:
    """The same with the second document as a draft, one of whose claims no source supports."""
    first = Document(id="post.txt", text=FIRST, published=date(2031, 2, 19))
    return build_report(first, Document(id="draft.md", text=SECOND), message="800 against 2,500", draft="draft.md")


@pytest.fixture
def hostile() -> Report:
    """The same from documents whose ids, titles and texts try to break out of every format."""
    first = Document(id=HOSTILE, text=HOSTILE + FIRST + HOSTILE, publisher=HOSTILE, title=HOSTILE)
    second = Document(id="-" + HOSTILE, text=HOSTILE + SECOND + HOSTILE, title="=1+1")
    return build_report(first, second, message=HOSTILE)


@pytest.fixture(scope="session", autouse=True)
def every_report_is_valid(require_valid: Callable[[dict[str, Any]], None]) -> Iterator[None]:
    """Validate whatever a test writes as JSON, and each report that the pipeline makes of up to 60 mentions."""
    to_dict, check, verify = Report.to_dict, Pipeline.check, Pipeline.verify

    @wraps(to_dict)
    def valid_dict(report: Report) -> dict[str, Any]:
        value = to_dict(report)
        require_valid(value)
        return value

    def validated(verb: Callable[P, Report]) -> Callable[P, Report]:
        @wraps(verb)
        def valid_report(*args: P.args, **kwargs: P.kwargs) -> Report:
            report = verb(*args, **kwargs)
            if len(report.mentions) <= 60:
                valid_dict(report)
            return report

        return valid_report

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Report, "to_dict", valid_dict)
        patch.setattr(Pipeline, "check", validated(check))
        patch.setattr(Pipeline, "verify", validated(verify))
        yield


@pytest.fixture(scope="session")
def require_valid() -> Callable[[dict[str, Any]], None]:
    """Validate a JSON report against the shipped schema, and against the same schema with no further keys allowed."""
    strict = _closed(report_schema())
    Draft202012Validator.check_schema(strict)
    validator = Draft202012Validator(strict)

    def validate(value: dict[str, Any]) -> None:
        validator.validate(value)  # pyright: ignore[reportUnknownMemberType]  # its signature is not fully typed

    return validate


def _closed(schema: Any) -> Any:
    """Forbid keys that the schema does not name."""
    if isinstance(schema, list):
        return [_closed(item) for item in schema]  # pyright: ignore[reportUnknownVariableType]  # raw JSON
    if not isinstance(schema, dict):
        return schema
    table: dict[str, Any] = {key: _closed(value) for key, value in schema.items()}  # pyright: ignore[reportUnknownVariableType]
    return table | {"additionalProperties": False} if "properties" in table and "type" in table else table


@pytest.fixture(scope="session")
def calls() -> Callable[[Callable[[], object]], int]:
    """Count the calls of functions, written in Python or not, that a piece of work makes: no busy machine changes them."""

    def counted(work: Callable[[], object]) -> int:
        count = 0

        def note(_frame: FrameType, event: str, _argument: object) -> None:
            nonlocal count
            count += event.endswith("call")

        sys.setprofile(note)
        try:
            work()
        finally:
            sys.setprofile(None)
        return count

    return counted


@pytest.fixture(scope="session")
def make_docx() -> Callable[..., bytes]:
    """Make a Word document of a body and a core property part in XML."""

    def make(body: str, core: str = "", *, head: str = "") -> bytes:
        word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(
                "word/document.xml", f'{head}<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>'
            )
            if core:
                archive.writestr("docProps/core.xml", f'<p xmlns:dc="dc" xmlns:dcterms="terms">{core}</p>')
        return buffer.getvalue()

    return make


@pytest.fixture(scope="session")
def make_pdf() -> Callable[..., bytes]:
    """Make a PDF of pages of lines, with properties."""

    def make(pages: Sequence[Sequence[str]], properties: str = "") -> bytes:
        objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
        kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
        objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
        objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        for number, lines in enumerate(pages):
            drawn = "BT /F1 12 Tf 72 720 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
            resources = f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R"
            objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] {resources} >>")
            objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
        objects.append(f"<< {properties} >>")
        written, offsets = "%PDF-1.4\n", list[int]()
        for number, item in enumerate(objects, 1):
            offsets.append(len(written))
            written += f"{number} 0 obj\n{item}\nendobj\n"
        table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
        trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>"
        end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}\nstartxref\n{len(written)}\n%%EOF\n"
        return (written + end).encode("latin-1")

    return make
