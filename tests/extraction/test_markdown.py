"""Markdown becomes text by leaving out its marks."""

import pytest

from claimcheck.extraction import read_markdown


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**Over 800** fighters, *in* __all__ ***three***", "Over 800 fighters, in all three"),
        ("2 * 3 and 2*3*4 and snake_case_name", "2 * 3 and 2*3*4 and snake_case_name"),
        ("*open and **bold** only", "*open and bold only"),
        ("[over 800](http://x.y/a_(b) 'T') of [them][1] [sic]", "over 800 of them [sic]"),
        ("![800 ships](x.png)Sunk", "Sunk"),
        ("`12` died, ``a`` too", "12 died, a too"),
        ("cost &pound;3.4 &amp; <b>more</b>", "cost £3.4 & more"),
        (r"\*800\* and 3 < 5 > 4", "*800* and 3 < 5 > 4"),
        ("killed 12[^1].\n\n[^1]: Says the mayor of 3 towns.", "killed 12.\n\nSays the mayor of 3 towns."),
        ("was ~~12~~ 17", "was  17"),
        ("> We hold 800.\n> > Yes.", "We hold 800.\nYes."),
        ("# Head #\n\nText\n\n---\n\nMore", "# Head\n\nText\n\n\n\nMore"),
        ("Head\n====\nText", "Head\n\nText"),
        ("a\n\n```py\nx = 800\n```\nb", "a\n\n\nb"),
        ("a\n\n~~~\nx = 800", "a\n\n"),
        ("[ref]: http://x.y/800\ntext", "\ntext"),
        ("<https://x.y/800> <!-- 7 -->end", " end"),
        ("| a | b |\n|---|--:|\n| 1 | **2** |", "| a | b |\n|---|--:|\n| 1 | 2 |"),
    ],
)
def test_marks_are_left_out(source: str, text: str) -> None:
    assert read_markdown(source).text == text


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "---\ntitle: 'Mill fire'\ndate: 2031-05-04 # morning\npublisher: Post\n---\n",
            (("2031-05-04",), "Mill fire", "Post"),
        ),
        ('+++\ntitle = "Mill fire"\ndate = 2031-05-04\n+++\n', (("2031-05-04",), "Mill fire", None)),
        ("+++\nbad\n+++\n", ((), None, None)),
        ("---\ntags:\n  - a\n...\n", ((), None, None)),
        ("---\n# who\nauthor: Ida Moll\nkeywords: [a]\n\n---\n", ((), None, "Ida Moll")),
        ("---\r\nauthor: Ida Moll\r\npublisher: Post\r\ndate: 2031-05-04\r\n---\r\n", (("2031-05-04",), None, "Post")),
    ],
)
def test_front_matter_is_metadata(head: str, expected: tuple[tuple[str, ...], str | None, str | None]) -> None:
    content = read_markdown(head + "12 died.")
    assert content.text == "12 died."
    assert (content.metadata.published, content.metadata.title, content.metadata.publisher) == expected


def test_a_ruler_is_no_front_matter() -> None:
    assert read_markdown("---\n12 died.").text == "\n12 died."
    assert read_markdown("---\ntitle: x\n12 died.").text == "\ntitle: x\n12 died."
    assert read_markdown("---\n\n12 died at sea.\n\n---\n\n3 lived.").text == "\n\n12 died at sea.\n\n\n\n3 lived."


def test_the_day_on_which_a_file_was_changed_is_not_that_of_publication() -> None:
    metadata = read_markdown("---\nupdated: 2031-05-06\n---\nx").metadata
    assert (metadata.published, metadata.saved) == ((), ("2031-05-06",))


@pytest.mark.parametrize(
    ("source", "warnings"),
    [
        ("a\n\n~~~\nx = 800", ("line 3: a block of code is not closed; what follows is not read",)),
        ("a\n\n~~~\nx = 800\n~~~", ()),
        ("a\n\n```\nx = 800\n  ```\n", ()),
        ("a\n<!-- 12", ("line 2: a comment is not closed; what follows is not read",)),
        ("a\n<!-- 12 -->", ()),
    ],
)
def test_what_takes_the_rest_of_the_file_is_told(source: str, warnings: tuple[str, ...]) -> None:
    assert read_markdown(source).warnings == warnings


def test_a_figure_is_found_in_the_file() -> None:
    source = "---\ntitle: x\n---\n\nThey hold **[over 800](x)** men."
    content = read_markdown(source)
    assert content.source_map
    start = content.text.index("800")
    position = content.source_map.position(start, start + 3)
    assert source[position.start : position.end] == "800"
    assert (position.line, position.column) == (5, 19)
