"""Bytes become text without guessing."""

import pytest

from claimcheck import InputError
from claimcheck.reading import decode


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-8"])
def test_a_mark_or_utf_8_decides(encoding: str) -> None:
    assert decode("€3.4 bn".encode(encoding), name="a").text == "€3.4 bn"
    assert decode("€3.4 bn".encode(encoding), name="a").warning is None


def test_windows_1252_is_the_last_resort_and_says_so() -> None:
    decoded = decode(b"one\n\x803.4", name="a.txt")
    assert decoded.text == "one\n€3.4"
    assert decoded.warning == "a.txt:2: is not UTF-8 and declares no charset; read as Windows-1252"


def test_a_declared_charset_is_believed() -> None:
    assert decode("ł 800".encode("iso-8859-2"), name="a", declared="iso-8859-2").text == "ł 800"


@pytest.mark.parametrize(
    ("data", "declared", "code"),
    [
        (b"\x89PNG\r\n\0\0", None, "binary"),
        (b"\xff\xfeabc", None, "encoding"),
        (b"\xff", "nonsense-8", "encoding"),
        (b"\xff", "ascii", "encoding"),
    ],
)
def test_what_is_no_text_is_an_error_with_a_code(data: bytes, declared: str | None, code: str) -> None:
    with pytest.raises(InputError, match=r"^a\.bin: ") as caught:
        decode(data, name="a.bin", declared=declared)
    assert caught.value.code == code
