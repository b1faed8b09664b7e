"""The words of a sentence as a string of word classes, a character a token, which the grammar reads with patterns."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import compress

from claimcheck.claims.words import LETTERS, WordClasses
from claimcheck.model import Mention, Name, Tokens

Placed = tuple[Mention, int, int]
"""A mention with its tokens within the sentence, first and end."""

Named = tuple[int, int, Name]
"""An entity with its tokens within the sentence, first and end."""

Stretch = tuple[int, int, Sequence[Placed], Sequence[Named]]
"""The tokens of a sentence, first and end, with the mentions and names in it."""

GLUED = "-k"
"""Kinds of marks that are something else next to a word: hyphens and apostrophes."""

CALENDAR = {"DATE": "t", "TIME": "t"}
"""The tag of a mention by the type of its time; `y` for other times."""


def _after(tags: str, own: str) -> str:
    """Return a pattern for what stands before a tag: one of some tags, an adverb between allowed."""
    return rf"(?:(?<=[{tags}]{own})|(?<=[{tags}]r{own}))"


@cache
def _contexts() -> tuple[str, tuple[tuple[re.Pattern[str], str], ...]]:
    """Compile what position tells about ambiguous words, in order.

    Return for each rule a tag of the words' own without which it has no place, and what it rewrites into what. The
    patterns read many sentences, a line each.
    """
    rules = (  # each begins with the letter itself, which the engine looks for at the speed of a search for a character
        ("-", r"[vefiruzx](?<=[a-zA-Z0#]-.)(?=[^-\n])", "j"),  # laboratory-confirmed
        ("y", r"[vef](?<=[d#]yyy.)(?=[nuz])", "j"),  # a 7-day free trial
        (
            "e",
            r"e(?:(?:(?<=[dj'#op(|:–]e)|(?<=^e))(?=-?[nNuzj])|(?<=de)(?=#)|(?<=[oT]e)(?=i[p.,evbhmc]))",
            "j",
        ),  # the injured men; 66 held men
        ("f", r"f(?:(?:(?<=[dj'#op(|:–]f)|(?<=^f))(?=-?[nNuzj])|(?<=df)(?=#))", "j"),  # the stolen boats
        ("I", r"I(?:(?<=bI)|(?<=b[rt]I))(?=r?[d#$*s])", "i"),  # is building 300 homes
        ("I", r"I", "n"),
        ("i", r"i(?:(?<=[d'j]i)|(?<=#i)(?=-?[nNuz.;)])|(?<=^i)(?=r?[bvhmz]))", "n"),  # the opening of; a sinking
        (
            "i",
            r"i(?:(?:(?<=^i)|(?<=[|(:–]i))(?=[nNzu]+[|:(#$hbmvexE])|(?<=^–i)(?=[nuz]+o#)|(?<=#oi)(?=[nuz]))",
            "j",
        ),  # Operating profit fell; - Operating profit of 5
        ("x", r"x(?<=[dj'#o]x)", "n"),  # nine wins
        ("v", r"v(?:(?<=[do']v)|(?<=jv)(?=[bhm])|(?<=ojv))", "n"),  # a find; sick leave was; days of sick leave
        ("x", r"x", "v"),
        ("E", rf"E(?:{_after('bh', 'E')}|{_after('nNs', 'E')}(?=[d#s]))", "e"),  # has cost; the pier cost 5 crowns
        ("E", rf"E{_after('mgT', 'E')}", "v"),
        ("E", r"E(?<=cE)(?=#)", "v"),  # will open and cost 5 crowns
        ("E", r"E", "n"),
        ("z", r"z(?<=,z)(?=#[jn]*[nuz])", "v"),  # the mill, built in 1901, employs 300 people
        ("u", r"u(?<=[c,]u)(?=(?:#|d[y#])[jn]*[nuzy])", "v"),  # will open and launch 40 boats; and offer a 15-day trial
        ("u", rf"u(?:{_after('msg', 'u')}(?!-)|{_after('T', 'u')}(?=[dspTo#rnN,.jty])|(?<=wu)(?!-))", "v"),  # will rise
        ("z", r"z(?:(?<=wz)(?!-)|(?<=sz))", "v"),  # which costs
        (
            "z",
            r"z(?:(?<=[nN]z)(?=r?[#ds]|[Tp]#|T[vbhg])|(?<=[dNj]uz)(?=r?[#ds]))",
            "v",
        ),  # the pier costs 5 crowns; output rises by 5; it plans to; the plant employs 40
        ("u", r"u(?<=[nN]u)(?=r?#)", "v"),  # shares gain 5 percent
        ("T", r"T(?=r?[vbhg])", "K"),
        ("r", r"r(?<=#r)(?=j?[nuz])", "j"),  # nine more bodies
        ("d", r"j(?<=dj)(?=[pobhmgT.]|$)", "n"),  # put the dead at nine; an average of nine
    )
    needed = "".join(own for own, _, _ in rules)
    return needed, tuple((re.compile(pattern, re.MULTILINE), tag) for _, pattern, tag in rules)


def tagged(tokens: Tokens, stretches: Iterable[Stretch], words: WordClasses) -> list[str]:
    """Return the tags of sentences: of the words, then names and mentions, then what position tells."""
    text = "\n".join(_lines(tokens, stretches, words))
    needed, rules = _contexts()
    for pattern, tag in compress(rules, map(text.__contains__, needed)):
        text = pattern.sub(tag, text)
    return text.split("\n") if text else []


def _lines(tokens: Tokens, stretches: Iterable[Stretch], words: WordClasses) -> Iterator[str]:
    """Yield the tags of sentences by what each token is, and by where a capital, a hyphen or an apostrophe stands."""
    kinds = tokens.kinds
    own = tokens.tags or "".join(map(words.tag, tokens.norms, kinds))
    marks = [mark for mark in GLUED if mark in kinds]
    paragraph, headed = 0, "h" in tokens.paragraph_kinds
    for first, last, places, names in stretches:
        tags, size = list(own[first:last]), last - first
        if headed:
            paragraph = bisect_right(tokens.paragraph_starts, first, paragraph) - 1
        _open(tags, tokens, first, words, heading=headed and tokens.paragraph_kinds[paragraph] == "h")
        for mark in marks:
            index = kinds.find(mark, first, last)
            while index >= 0:
                tags[index - first] = _of_mark(tokens, index, tags[index - first])
                index = kinds.find(mark, index + 1, last)
        for begin, end, _ in names:
            for index in range(begin, end):
                tags[index] = "N"
        for mention, begin, end in places:
            timex = mention.timex
            tags[begin:end] = ("#" if timex is None else CALENDAR.get(timex.timex_type, "y")) * (end - begin)
        if len(tags) > size:  # the last mention goes on after the piece that is read
            del tags[size:]
        if kinds[first] == "n" and tags[0] not in "#ty":
            tags[0] = "–"  # the number of a section is a bullet
        yield "".join(tags)


def _open(tags: list[str], tokens: Tokens, first: int, words: WordClasses, *, heading: bool) -> None:
    """Tag the first word of a sentence as if it had no capital, in a heading also all others but nouns."""
    kinds, norms, last = tokens.kinds, tokens.norms, first + len(tags)
    index = first
    while kinds[index] not in LETTERS:
        index += 1
        if index == last:
            return
    tags[index - first] = words.tags[norms[index]]
    if heading:
        for other in range(index + 1, last):
            if kinds[other] in LETTERS and words.tags[norms[other]] != "n":
                tags[other - first] = words.tags[norms[other]]


def _of_mark(tokens: Tokens, index: int, tag: str) -> str:
    """Return the tag of a hyphen, which is a dash between spaces, or of an apostrophe, which after "s" makes a possessive."""
    if tokens.kinds[index] == "-":
        joins = tokens.glued(index) and index + 1 < tokens.size and tokens.glued(index + 1)
        return tag if joins else "–"
    return "'" if tokens.glued(index) and tokens.norms[index - 1].endswith("s") else tag
