"""Lines of JSON become cases."""

import json
from datetime import date, datetime
from typing import Any

import pytest

from claimcheck.reading.cases import CaseError, read_case


def read(value: Any) -> Any:
    return read_case(value if isinstance(value, bytes | str) else json.dumps(value))


def test_a_case_with_a_draft() -> None:
    document = {
        "id": "a",
        "text": "x",
        "published": "2031-02-17T08:30",
        "title": None,
        "publisher": "P",
        "url": "kept out",
    }
    case = read({"id": "k", "documents": [document], "draft": {"id": "d", "text": "y", "published": "2031-02-18"}})
    assert case.id == "k"
    assert case.documents[0].published == datetime(2031, 2, 17, 8, 30)
    assert case.draft.published == date(2031, 2, 18)


def test_other_forms_of_dates_are_asked_for() -> None:
    line = json.dumps({"documents": [{"id": "a", "text": "", "published": "17 Feb 2031"}]})
    case = read_case(line)
    assert case.documents[0].published == date(2031, 2, 17)


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        (b"{", "bad-json", "column 2"),
        (b"\xff{}", "encoding", "UTF-8"),
        (b"[" * 100_000, "bad-json", "not JSON"),
        (b"[1]", "bad-case", "object"),
        (b'{"id": [1]}', "bad-case", "id"),
        (b'{"id": 1}', "bad-case", "documents"),
        (b'{"documents": [3]}', "bad-case", r"documents\[0\]"),
        (b'{"documents": [{"id": "a"}]}', "bad-case", r"documents\[0\]\.text"),
        (b'{"documents": [{"id": 3, "text": ""}]}', "bad-case", r"documents\[0\]\.id"),
        (b'{"documents": [], "draft": "x"}', "bad-case", "draft"),
        (b'{"documents": [{"id": "a", "text": "", "title": 3}]}', "bad-case", "title"),
        (b'{"documents": [{"id": "a", "text": "", "published": "soon"}]}', "bad-date", "YYYY-MM-DD"),
    ],
)
def test_a_bad_line_is_an_error_with_a_code(line: bytes, code: str, words: str) -> None:
    with pytest.raises(CaseError, match=words) as caught:
        read(line)
    assert caught.value.code == code


def test_the_error_keeps_the_id_of_the_case() -> None:
    with pytest.raises(CaseError) as caught:
        read({"id": "mine", "documents": 3})
    assert caught.value.case == "mine"
