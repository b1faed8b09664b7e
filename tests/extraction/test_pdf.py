"""PDF files."""

import base64
import sys
import zlib
from collections.abc import Callable

import pytest

from claimcheck import InputError
from claimcheck.extraction.pdf import read_pdf
from claimcheck.reading import Intake
from claimcheck.reading.formats import content_of

Make = Callable[..., bytes]
MOST = 1_000_000
ENCRYPTED = (
    "eNq9U01oFkcY7iFQHPDkD209ZC6f/cPu/M8sfKTRLwlprUS+VKEtojO7s+nXfO6m+00kqYeG0vbQQA6CUERBsAXxZOqh0CK2FEoDioJ/B1GCUi"
    "wWWnup6KF0dht1cXvoqfvHzDPPPO/7vPtOY/vQyCb8CgWNm7fOXwQYIpiZ90CzCYI3Z6csDFra6W42AYLtesL2IPGENhgYADaNCyKpbSh5INja"
    "iXvwHUgLPhTldxcIWtl06iCpCNB/FSjC5baglvGCbTbu6C3ZjFdE/haYQBmSQrFte9l0HvnUCoWRzO8pBxiyh6n6xwdOndfrQf6EAVaLX2iAYH"
    "zauHJagBgEW3TPlurBqO3us64T6YoKr6i8YdMJ9y7ESBWEnsut3gvEgvl8zVuTc7uvf/386Fx707WFH5f3vPj2idXHx24//f7Y2kO/bvz+u3x0"
    "aZL0z66LD13e/PGfL819uPjX/g2nTrdOzT975eAzq3b9cHyV/Grv0T+Wr766/tjP8+buuZPgzJlzw4MvbNx8p7HUWrq3+NPRz1pFUithV9IT/3"
    "OR5RNFlvXyiLBSnX645uJac3j/4NkH92fCvvnJhd7gN7T/S3Tvkjnyy+pPv33u5QPrTkZ3u/uWo9/TGxdez3Y8tfjbHdV3+sFHn1yf6juxvvvF"
    "1rptVbXdcV0LmxGLw5haijWLuEU0JEXefpPrZOmQdgUlVlrFJkEhNkgyFsnE0JgJyhhBXGuTDFSshZUYO31nB21IH/cAUb7IkJGQhUKS0C+PdL"
    "rO5jAYdzqNdR6DYAw2JWXEaq2wIpgRklBpMKda0hATKjXF0kquQkNopFSEkDKhfyWKGY9ig433sAM2GY7iRKtEaEsFJSiWkgkpRYQskzahRJmE"
    "WW5ZIaYZFgwhPxdJkmjk27Vqaya3CUC+iQF6dEHBOeUwgY8w7Pu+XEkfY4LVMEzCGka4rGGU1DGmRA0TuB5DUlrDVBVzue50bV7+qPHOB7bwFr"
    "SzzEH8T/u/liYZVCvjIX8ImphySpmRBvGiRCwygishY2Q0ZwnmA/+F4o/PcBrls1MOhg+PRc/p3JUlxt4gaDSGx0bA38TXl1g="
)
"""A page of text under a password, deflated, in base 64."""


def test_pages_keep_their_own_lines_and_lose_running_heads(make_pdf: Make) -> None:
    data = make_pdf([["Report 1", "The fire killed 12 people,", "Mayor Rook said."], ["Report 2", "Then 5 more fled."]])
    content = read_pdf(data, most=MOST)
    assert content.text == "The fire killed 12 people,\nMayor Rook said.\n\nThen 5 more fled."
    assert content.source_map
    start = content.text.index("5")
    position = content.source_map.position(start, start + 1)
    assert (position.page, position.line, position.column, position.start) == (2, 1, 6, 5)


def test_properties_are_metadata(make_pdf: Make) -> None:
    metadata = read_pdf(
        make_pdf([["x"]], "/Title (Mill fire) /CreationDate (D:20310504080000+02'00')"), most=MOST
    ).metadata
    assert (metadata.title, metadata.saved) == ("Mill fire", ("2031-05-04",))
    assert read_pdf(make_pdf([["x"]], "/Title (Microsoft Word - a.doc)"), most=MOST).metadata.title is None


def test_a_page_that_is_an_image_is_told(make_pdf: Make) -> None:
    content = read_pdf(make_pdf([["12 died."], [], ["5 fled."]]), most=MOST)
    assert content.warnings == ("no text on page 2: an image, perhaps",)


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (zlib.decompress(base64.b64decode(ENCRYPTED)), "encrypted", "without a password"),
        (b"%PDF-1.4\nbroken", "unreadable", "save it again"),
    ],
)
def test_what_cannot_be_read_is_an_error(data: bytes, code: str, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        read_pdf(data, most=MOST)
    assert caught.value.code == code


def test_only_images_are_an_error(make_pdf: Make) -> None:
    with pytest.raises(InputError, match="text recognition"):
        read_pdf(make_pdf([[], []]), most=MOST)


def test_too_much_text_is_an_error(make_pdf: Make) -> None:
    with pytest.raises(InputError, match="--max-size"):
        read_pdf(make_pdf([["12 people died there."]] * 3), most=40)


def test_without_the_extra_the_error_says_what_to_install(make_pdf: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(InputError, match=r"a.pdf: .* needs pypdfium2; install claimcheck-conflicts\[pdf\]") as caught:
        content_of(make_pdf([["x"]]), "pdf", "a.pdf", Intake())
    assert caught.value.code == "not-installed"
