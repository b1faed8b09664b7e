"""Markdown: the words without the marks, by leaving marks out and moving nothing.

List marks, the `#` of headings and the bars of tables stay: the rest of the flow reads them as plain text has them.
"""

from functools import cache

import regex
from attrs import define, field

from claimcheck.extraction.building import TextBuilder
from claimcheck.extraction.content import Content
from claimcheck.extraction.emphasis import Emphasis
from claimcheck.extraction.frontmatter import read_front_matter
from claimcheck.extraction.markup import character, entity_pattern
from claimcheck.extraction.plain import stands_alone
from claimcheck.extraction.remarks import Remark, read_remark, suppressions_of


def read_markdown(source: str) -> Content:
    """Return the text of a Markdown file, in linear time.

    Left out are front matter, fenced code, comments, tags, images, rulers, link targets, footnote marks, emphasis marks, and what
    is struck out.

    >>> read_markdown("**Over [800](x.html)** were ~~held~~ freed[^1].").text
    'Over 800 were  freed.'
    """
    metadata, start = read_front_matter(source)
    reader = _Reader(source)
    reader.read(start)
    builder, remarks, warnings, done = TextBuilder(source), list[Remark](), list[str](), start
    for begin, end, text in sorted(reader.marks):
        if end <= done:
            continue
        builder.copy(done, begin)
        remark = None
        if source.startswith("<!--", begin):
            remark = read_remark(
                source[begin + 4 : end].removesuffix("-->"), builder.length, ahead=stands_alone(source, begin, end)
            )
        if isinstance(remark, Remark):
            remarks.append(remark)
        elif remark:
            warnings.append(remark)
        builder.put(text, begin, end)
        done = end
    builder.copy(done, len(source))
    text = builder.text()
    return Content(
        text=text,
        source_map=builder.source_map("markdown"),
        metadata=metadata,
        suppressions=suppressions_of(remarks, text),
        warnings=(*reader.warnings, *warnings),
    )


@define
class _Reader:
    """Walks over the marks of a file and notes what is left out, or what stands for it."""

    source: str
    marks: list[tuple[int, int, str]] = field(factory=list[tuple[int, int, str]])
    emphasis: Emphasis = field(factory=Emphasis)
    brackets: list[int] = field(factory=list[int])
    warnings: list[str] = field(factory=list[str])

    def read(self, start: int) -> None:
        for match in _mark().finditer(self.source, start):
            self.mark(match)
            if match.end() == len(self.source):
                self.require_end(match)

    def mark(self, match: regex.Match[str]) -> None:
        kind, (begin, end) = match.lastgroup, match.span()
        if kind == "gap":
            self.end_paragraph()
        elif kind == "left_out" or (kind == "tag" and not match[0].startswith("</sup")):
            self.marks.append((begin, end, ""))
        elif kind == "code":
            ticks = len(match["ticks"])
            self.marks += [(begin, begin + ticks, ""), (end - ticks, end, "")]
        elif kind == "escape":
            self.marks.append((begin, begin + 1, ""))
        elif kind == "entity":
            self.marks.append((begin, end, character(match[0])))
        elif kind == "open":
            self.brackets.append(begin)
        elif kind == "close":
            self.close(begin, end)
        elif kind == "run":
            self.marks += self.emphasis.marks(self.source, begin, end)

    def require_end(self, match: regex.Match[str]) -> None:
        """Warn of code or a comment that takes the rest of the file because it is not closed."""
        fence, written = match["fence"], match[0]
        what = "a comment" if written.startswith("<!--") and not written.endswith("-->") else ""
        if fence and not written.rpartition("\n")[2].strip().startswith(fence):
            what = "a block of code"
        if what:
            line = self.source.count("\n", 0, match.start()) + 1
            self.warnings.append(f"line {line}: {what} is not closed; what follows is not read")

    def end_paragraph(self) -> None:
        self.brackets.clear()
        self.emphasis = Emphasis()

    def close(self, begin: int, end: int) -> None:
        """End a bracket: with a target it was a link, whose words stay."""
        if not self.brackets:
            return
        opened = self.brackets.pop()
        if end - begin > 1:
            self.marks += [(opened, opened + 1, ""), (begin, end, "")]


@cache
def _mark() -> regex.Pattern[str]:
    target = r"\((?:[^()\n]++|\([^()\n]*+\))*+\)"
    return regex.compile(
        rf"""
        (?P<left_out>
            ^[ ]{{0,3}}(?P<fence>`{{3,}}+|~{{3,}}+)[^\n]*+(?:\n(?![ ]{{0,3}}(?P=fence))[^\n]*+)*+(?:\n[^\n]*+)?+   # fenced code
          | ^[ ]{{0,3}}\[\^[^\]\n]++\]:[ \t]*+                                # the mark of a footnote; its text stays
          | ^[ ]{{0,3}}\[[^\]\n]++\]:[^\n]*+                                  # where a link goes
          | ^[ ]{{0,3}}(?:[-*_][ \t]*+){{3,}}+$ | ^[ ]{{0,3}}=++[ \t]*+$ | ^[ ]{{0,3}}--++[ \t]*+$   # rulers, underlines
          | ^[ \t]*+(?:>[ \t]?+)++                                            # quotations
          | (?<=[^\n \t])[ \t]++\#++[ \t]*+$                                    # a heading's closing marks
          | !\[[^\]\n]{{0,500}}+\](?:{target})?+                                # images
          | \[\^[^\]\n]{{1,100}}+\]                                           # footnote marks
          | <(?:https?|ftp|mailto):[^<>\s]*+>
          | \\$
        )
        | (?P<gap>\n[ \t]*+(?=\n))
        | (?P<code>(?P<ticks>`++)(?!`)[^`\n]++(?P=ticks)(?!`))
        | (?P<escape>\\[!-/:-@\[-`{{-~])
        | (?P<tag>{_tags()})
        | (?P<entity>{entity_pattern().pattern})
        | (?P<open>\[)
        | (?P<close>\](?:{target}|\[[^\]\n]*+\])?+)
        | (?P<run>\*++|_++|~~)
        """,
        regex.VERBOSE | regex.MULTILINE,
    )


def _tags() -> str:
    """Return the pattern of comments, which end with the file if not before, and tags, whose end must be near: `<` is a sign too."""
    return r"<!--(?s:.*?-->|.*) | </?+[a-zA-Z][^<>\n]{0,500}+>"
