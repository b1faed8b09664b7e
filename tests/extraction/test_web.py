"""HTML becomes text, and every word of it is found again in the page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extraction import declared_charset, read_html, read_markdown, read_plain
from claimcheck.extraction.content import Content

PIECES = [
    "<p>", "</p>", "<b>", "</b>", "<table>", "<tr>", "<td>", "<th colspan=2>", "</table>", "<li>", "<br>", "<sup>", "</sup>", "&pound;",
    "&nbsp;", "&amp", "&#0;", "&", "<", "<!--", "-->", "<!-- claimcheck: ignore x -->", "<nav>", "</nav>", "<script>", "</script>",
    "<div hidden>", "</div>", "<pre>", "**", "_", "~~", "`", "[", "](x)", "![", "\n", "\n\n", "# ", "> ", "|", "800", "R&D", " ", "\\*",
    "---\n", "<q>", "\u00ad", "\ud800", "\0", "²", "a=\"", "<a href='",
]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>The fire killed\n <b>12</b> people.</p><p>It rained.", "The fire killed 12 people.\n\nIt rained."),
        ("cost &pound;3.4&nbsp;million &amp; more", "cost £3.4\xa0million & more"),
        ("5 km<sup>2</sup>, 10<sup>6</sup>, 3<sup>rd</sup>, CO<sub>2</sub>", "5 km², 10⁶, 3rd, CO2"),
        ("800<sup><a href='#n'>3</a></sup> and 12<sup>[4]</sup>.", "800 and 12."),
        ("<ul><li>one<li>two</ul>", "- one\n\n- two"),
        ("one<br>two<br><br>three", "one\ntwo\n\nthree"),
        ("<nav>1</nav>a<script>if (a<b) '2'</script><style>3</style><footer>4</footer>b", "a\n\nb"),
        ("was <del>12</del> 17", "was 17"),
        ("<div hidden>1<div>2</div>3</div>4<span style='display: none'>5</span>", "4"),
        ("<q>We hold 800</q>, he said", "“We hold 800”, he said"),
        ("<pre>a\n  b\n\nc</pre>", "a\nb\n\nc"),
        ("3 < 5 and 7 > 6 &unknown; &", "3 < 5 and 7 > 6 &unknown; &"),
        ("a<!-- 7 -->b<!---->c<!-->d", "abcd"),
        ("x<noscript>1</noscript><svg><text>2</text></svg>y", "x y"),
        ("<title>1</title><textarea>2</textarea>3", "3"),
    ],
)
def test_what_a_reader_sees(source: str, text: str) -> None:
    assert read_html(source).text == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<table><tr><th>Year<th>2030<tr><td>Dead<td>12</table>", "| Year | 2030 |\n| Dead | 12 |"),
        (
            (
                "<table><caption>Toll</caption><thead><tr><th></th><th>2030</th></tr></thead>\n<tbody>\n<tr>\n<td> Dead\n</td>"
                "<td><p>12</p></td></tr></tbody></table>then"
            ),
            "Toll\n\n|  | 2030 |\n| Dead | 12 |\n\nthen",
        ),
        ("<table><tr><td colspan=2>a<td>b<tr><td>1<td>2<td>3</table>", "| a | | b |\n| 1 | 2 | 3 |"),
        ("<table><tr><td><table><tr><td>1<td>2</table><h1>Head</h1>Text</table>", "| 1 | 2 |\n\nHead\n\nText"),
        ("<table role=presentation><tr><td>a<td>b</table>", "a\n\nb"),
        ("<table><tr><td>all of it</table>", "all of it"),
    ],
)
def test_tables_of_data_are_rows_and_others_arrange_blocks(source: str, text: str) -> None:
    assert read_html(source).text == text


@pytest.mark.parametrize(
    ("source", "figure", "written"),
    [
        ("<p>R&amp;D cost &pound;3&#46;4 million", "£3.4", "&pound;3&#46;4"),
        ("<p>killed <b>over\n 800</b> people", "over 800", "over\n 800"),
        ("a &lt; 12", "12", "12"),
        ("5 km<sup>2</sup>", "km²", "km<sup>2"),
        ("ends in &pound;", "£", "&pound;"),
    ],
)
def test_a_figure_is_found_in_the_page(source: str, figure: str, written: str) -> None:
    content = read_html(source)
    start = content.text.index(figure)
    assert content.source_map
    position = content.source_map.position(start, start + len(figure))
    assert source[position.start : position.end] == written


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<title>Fire &amp;\n smoke</title>", ((), "Fire & smoke", None)),
        ('<meta property="article:published_time" content="2031-05-04T08:00Z">', (("2031-05-04T08:00Z",), None, None)),
        (
            "<meta name=DC.date content=2031-05-04><meta property=og:site_name content=Post>",
            (("2031-05-04",), None, "Post"),
        ),
        (
            (
                '<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"datePublished": "2031-05-04", "headline": "Fire",'
                ' "publisher": {"name": "The Post"}}]}</script>'
            ),
            (("2031-05-04",), "Fire", "The Post"),
        ),
        ("<script type=application/ld+json>{bad</script>", ((), None, None)),
        ("<time datetime=2031-05-04>today</time> <time datetime=2031-05-05>tomorrow</time>", ((), None, None)),
        (
            "<time datetime=2031-05-04>x</time> <time pubdate datetime=2031-05-05>y</time>",
            (("2031-05-05",), None, None),
        ),
    ],
)
def test_metadata(source: str, expected: tuple[tuple[str, ...], str | None, str | None]) -> None:
    metadata = read_html(source).metadata
    assert (metadata.published, metadata.title, metadata.publisher) == expected


@pytest.mark.parametrize(
    ("source", "saved"),
    [
        ("<time datetime=2031-05-04>today</time> <time datetime=2031-05-04T09:00>9</time>", ("2031-05-04",)),
        ("<time datetime=2031-05-04>today</time> <time datetime=2031-05-05>tomorrow</time>", ()),
        ("<meta property=article:modified_time content=2031-05-06>", ("2031-05-06",)),
        ("<meta name=date content=2031-05-04>", ()),
    ],
)
def test_days_that_need_not_be_those_of_publication(source: str, saved: tuple[str, ...]) -> None:
    assert read_html(source).metadata.saved == saved


@pytest.mark.parametrize(
    ("source", "text", "warnings"),
    [
        ("a<nav>b</nav>c", "a\n\nc", ()),
        ("a<nav>b<p>12 died.", "a\n\nb\n\n12 died.", ("line 1: <nav> is not closed; what follows it is read",)),
        ("a\n<nav>b<nav>c</nav>d", "a\n\nb\n\nd", ("line 2: <nav> is not closed; what follows it is read",)),
        ("<footer>b<nav>c<del>d", "b\n\ncd", ("line 1: <footer> is not closed; what follows it is read",)),
        ("<div><div hidden>b</div>c", "c", ()),
        ("<div hidden>b<p>c", "b\n\nc", ("line 1: <div> is not closed; what follows it is read",)),
        ("a<script>b</script>c<script>d", "acd", ("line 1: <script> is not closed; what follows it is read",)),
        ("<nav><script>b<nav></script>c</nav>d", "d", ()),
        ("a<svg width='2'/>b<svg/>c", "a b c", ()),
        ("a<svg><g/><svg/></svg>b", "a b", ()),
        ("a<!-- b", "a", ("line 1: here a tag or comment is not closed; what follows is not read",)),
        ("a\n<p class='b 12 died.", "a", ("line 2: here a tag or comment is not closed; what follows is not read",)),
    ],
)
def test_an_element_that_is_not_closed_hides_nothing_without_a_word(
    source: str, text: str, warnings: tuple[str, ...]
) -> None:
    content = read_html(source)
    assert (content.text, content.warnings) == (text, warnings)


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (b"<meta charset='utf-8'>", "utf-8"),
        (b'<meta http-equiv=Content-Type content="text/html; charset=ISO-8859-1">', "cp1252"),
        (b"<p>charset=x", None),
    ],
)
def test_the_declared_charset(data: bytes, charset: str | None) -> None:
    assert declared_charset(data) == charset


@pytest.mark.parametrize(
    "unit",
    ["<a", "<", "<!--", "<p>", "<a b='", "&", "<table><tr><td>", "<title>", "<sup>", "<script>", "<nav>", "=", "![a", "](a", "``a`",
     "<!-- claimcheck: a", "<http://a", "~~a", "a #", "\n", "[a](("],
)  # fmt: skip
def test_hostile_pages_are_read(unit: str) -> None:
    """Each of these takes quadratic time in one parser or another: here the test ends, or runs for hours."""
    source = unit * (400_000 // len(unit))
    for read in (read_html, read_markdown, read_plain):
        read(source)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5)).map("".join))
def test_every_character_is_found_again(source: str) -> None:
    for read in (read_html, read_markdown, read_plain):
        require_way_back(read(source), source, exact=read is not read_html)


def require_way_back(content: Content, source: str, *, exact: bool) -> None:
    """Require that positions rise, stay in the file, and where characters map one to one are of the same character."""
    if content.source_map is None:
        assert content.text == source
        return
    before = 0
    for offset, letter in enumerate(content.text):
        position = content.source_map.position(offset, offset + 1)
        assert before <= position.start <= position.end <= len(source)
        before = position.start
        if exact and source[position.start : position.start + 1] not in "&":
            assert source[position.start : position.end] == letter
    for item in content.suppressions:
        assert 0 <= item.start <= item.end <= len(content.text)
