"""What a document is about: the name at its head, which a bare "Weight: 14 kg" is said of."""

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import NamedTuple

from attrs import frozen

from claimcheck.model import Document, Name, Names, Span, Tokens

HEAD = 240
"""How many characters of a document count as its head."""

DASHES = (" - ", " – ", " — ")
"""Dashes between the name that an item of a list begins with and what is told of it."""

NUMBERED = 12
"""How many characters the number or bullet of an item may have before the name that it begins with."""

SEEN = 8
"""How many places of a name are looked at."""

LINE = 100
"""How long a title may be."""

TITLING = frozenset(":|–—-")
"""Marks between a name and what a title says of it."""

OPENING = ".!?:;|*-–—•\"“‘'(\n\r"
"""Marks after which any word has a capital."""


Place = tuple[int, int, Name]
"""A mention of a name, from start to end."""


class Topic(NamedTuple):
    """The name that a document is about, and where it stands in the head, its number included: "Tarn C2"."""

    name: Name
    span: Span


@frozen(slots=False)
class Head:
    """The head of a document, which few texts are asked for."""

    document: Document
    names: Names

    @cached_property
    def topic(self) -> Topic | None:
        """The name of no person in the head of a document that its title gives, else that is named most in all of it.

        Else the one that its first line begins with and says something of ("Corvane plc: annual report"), or is, where
        the text says "we" or "our". None where no title names it and no name of the head comes back later, so that a
        single sentence has no topic.
        """
        text, names = self.document.text, self.names
        head: list[Place] = []
        for start, end, owner in zip(names.starts, names.ends, names.owners, strict=True):
            if end > HEAD:
                break
            if names.entities[owner].type not in ("person", "place", "role"):
                head.append((start, end, names.entities[owner]))
        title = (self.document.title or "").lower()
        titled = (item for item in head if title and _named(item[2], title) and not is_word(text, item[2]))
        found = next(titled, None)
        if found is None:
            again = (item for item in head if len(item[2].places) > 1 and not is_word(text, item[2]))
            found = max(again, key=lambda item: (len(item[2].places), -item[0]), default=None)
        if found is None:
            found = next(_titled(text, head), None)
        return None if found is None else Topic(found[2], Span(found[0], _end(text, found[1])))


def _named(name: Name, title: str) -> bool:
    """Tell whether a title, in small letters, gives a name of several words."""
    return any(" " in form and form.lower() in title for form in name.forms)


def _end(text: str, end: int) -> int:
    """Return where a name ends whose last letter a number is glued to."""
    limit = min(len(text), end + 4)
    while end < limit and text[end].isdecimal():
        end += 1
    return end


def is_word(text: str, name: Name) -> bool:
    """Tell whether a name may be but a word that opens lines and sentences, or the sign of a unit: "Operating", "MW"."""
    if " " in name.canonical:
        return False
    if len(name.canonical) > 2:
        for start, _ in name.places[:SEEN]:
            if not (_opens(text, start) or _counts(text, start)):
                return False
    return True


def _opens(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].rstrip(" ")
    return not before or before[-1] in OPENING


def _counts(text: str, start: int) -> bool:
    """Tell whether a number stands just before: "420 MW"."""
    return text[max(0, start - 2) : start].strip().isdecimal()


@cache
def _speaking() -> re.Pattern[str]:
    return re.compile(r"\b(?:[Ww]e|[Oo]ur)\b")


def _titled(text: str, head: list[Place]) -> Iterator[Place]:
    """Yield the name of several words that begins the first line; that is all of it where the text speaks for it."""
    title, _, rest = text.lstrip("#* \n").partition("\n")
    if rest and len(title) <= LINE and not title.rstrip().endswith("."):
        begin = text.index(title) if title else 0
        for start, end, name in head:
            said = text[_end(text, end) : begin + len(title)].rstrip("*# \r").lstrip(" ")
            if (
                start == begin
                and " " in name.canonical
                and (said[0] in TITLING or said[0].isalpha() if said else _speaking().search(rest))
            ):
                yield start, end, name


def item_topic(tokens: Tokens, index: int, names: Names) -> Topic | None:
    """Return the name that the item of a list begins with and tells about: "2. Tarn C2: a folding bicycle. Price: 5 crowns"."""
    if "l" not in tokens.paragraph_kinds:
        return None
    paragraph = tokens.paragraph_index(index)
    if tokens.paragraph_kinds[paragraph] != "l":
        return None
    text, start = tokens.text, tokens.starts[tokens.paragraph_starts[paragraph]]
    for span, name in names.within(start, start + LINE):
        end = _end(text, span.end)
        titles = text[end : end + 1] == ":" or text[end : end + 3] in DASHES
        return Topic(name, Span(span.start, end)) if titles and span.start <= start + NUMBERED else None
    return None
