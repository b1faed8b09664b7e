"""The words of a sentence as a string of word classes, a character a token, which the grammar reads with patterns."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from claimcheck.claims.words import LETTERS, WordClasses
from claimcheck.model import Mention, Name, Tokens

Placed = tuple[Mention, int, int]
"""A mention with its tokens within the sentence, first and end."""

Named = tuple[int, int, Name]
"""An entity with its tokens within the sentence, first and end."""

Piece = tuple[int, int, int, int, int, list[Placed]]
"""A sentence, or a piece of a long one: its number, where the sentence starts and ends, the tokens to read, first and end,
and the mentions there."""

END = "\n"
"""The tag behind the last token of a sentence, so that nobody has to look whether there is a token after another."""

SETTLED = frozenset({"before", "after"})
"""Words that with a charge say what a profit is: "profit before tax"."""

OBJECTS = tuple("dnNuzjs")
"""Tags that tell that the charge is a verb, or part of a longer noun: "before tax rates rise"."""

CALENDAR = {"DATE": "t", "TIME": "t"}
"""The tag of a mention by the type of its time; `y` for other times."""


def _after(tags: str, own: str) -> str:
    """Return a pattern for what stands before a tag: one of some tags, an adverb between allowed."""
    return rf"(?:(?<=[{tags}]{own})|(?<=[{tags}]r{own}))"


# What position tells about ambiguous words: tags of the words' own without which a rule has no place, and what it rewrites
# into what. Each pattern begins with the tags themselves, which the engine looks for at the speed of a search for a character.

PARTICIPLES = (
    ("L", r"L(?<=[nNsuzbh]L)(?=[ef])", "r"),  # they last lifted the cup; was first opened
    ("L", rf"L(?:{_after('ms', 'L')}|(?<=[TwK]L))", "v"),  # will last nine days
    ("L", r"L", "u"),
    ("-", r"[vefiruzx](?<=[a-zA-Z0#]-.)(?=[^-\n])", "j"),  # laboratory-confirmed
    ("yyy", r"[vef](?<=[d#]yyy.)(?=[nuz])", "j"),  # a 7-day free trial
    (
        "e",
        r"e(?:(?:(?<=[dj'#op(|:–]e)|(?<=^e))(?=-?[nNuzj])|(?<=de)(?=#)|(?<=[oT]e)(?=i[p.,evbhmc]))",
        "j",
    ),  # the injured men; 66 held men
    ("oe", r"e(?<=oe)(?=[vbhme])", "n"),  # the number of injured rose
    ("f", r"f(?:(?:(?<=[dj'#op(|:–]f)|(?<=^f))(?=-?[nNuzj])|(?<=df)(?=#))", "j"),  # the stolen boats
    ("I", r"I(?:(?<=bI)|(?<=b[rt]I))(?=r?[d#$*s])", "i"),  # is building 300 homes
    ("I", r"I", "n"),
    ("i", r"i(?:(?<=[d'j]i)|(?<=#i)(?=-?[nNuz.;)])|(?<=^i)(?=r?[bvhmz]))", "n"),  # the opening of; a sinking
    (
        "i",
        r"i(?:(?:(?<=^i)|(?<=[|(:–]i))(?=[nNzu]+[|:(#$hbmvexE])|(?<=^–i)(?=[nuz]+o#)|(?<=#oi)(?=[nuz]))",
        "j",
    ),  # Operating profit fell; - Operating profit of 5
)
"""Those of "last", "first" and forms in -ed and -ing: verbs, adjectives, nouns."""

VERBS = (
    ("x", r"x(?<=[dj'#o]x)", "n"),  # nine wins
    ("v", r"v(?:(?<=[do']v)|(?<=jv)(?=[bhm])|(?<=ojv))", "n"),  # a find; sick leave was; days of sick leave
    ("x", r"x", "v"),
    ("E", rf"E(?:{_after('bh', 'E')}|{_after('nNsuz', 'E')}(?=[d#s]))", "e"),  # has cost; the pier cost 5 crowns
    ("E", rf"E(?:{_after('mgT', 'E')}|(?<=cE)(?=#))", "v"),  # will cost; will open and cost 5 crowns
    ("E", r"E(?<=sE)(?=[rpT])", "e"),  # we set out to
    ("E", r"E", "n"),
    ("d", r"[ujE](?=d)(?:(?<=^.)|(?<=[:|(–].))", "v"),  # increase the fee, lower the fee, cut the fee
    (
        "u",
        (
            rf"u(?:{_after('msg', 'u')}(?!-)|{_after('T', 'u')}(?=[dspTo#rnN,.jty])|(?<=wu)(?!-)"  # will rise
            r"|(?<=[c,]u)(?=(?:#|d[y#])[jn]*[nuzy])"  # will open and launch 40 boats; and offer a 15-day trial
            r"|(?<=[nN]u)(?=r?#))"  # shares gain 5 percent
        ),
        "v",
    ),
    (
        "z",
        (
            r"z(?:(?<=wz)(?!-)|(?<=sz)|(?<=srz)|(?<=[nN]z)(?=r?[#ds]|[Tp]#|T[vbhg])"  # which costs; output rises by 5
            r"|(?<=[dNj]uz)(?=r?[#ds])"  # the plant employs 40
            r"|(?<=[nNu]z)(?=p?t+(?:[.,;)p\n]|c[^#t]))"  # the trial opens on Monday
            r"|(?<=[nNu]z)(?=p?y+[.,;)cpT\n])"  # the festival lasts ten days
            r"|(?<=[ty#]cz)(?=p[#dy])"  # begins on 3 May and runs for ten days
            r"|(?<=,z)(?=#[jn]*[nuz]))"  # the mill, built in 1901, employs 300 people
        ),
        "v",
    ),
)
"""Those of forms that may be nouns or verbs."""

OTHERS = (
    ("T", r"T(?=r?[vbhg])", "K"),
    ("#r", r"#r(?=j?[nuz])", "#j"),  # nine more bodies
    ("oj", r"oj(?=[vbhme])", "on"),  # the number of dead was
    ("dj", r"dj(?=[pobhmgT.]|$)", "dn"),  # put the dead at nine; an average of nine
)
"""Those of "to", comparatives and adjectives in the place of a noun."""


@cache
def _contexts() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """Compile what position tells about ambiguous words, in order; the patterns read many sentences, a line each."""
    rules = (*PARTICIPLES, *VERBS, *OTHERS)
    return tuple((needed, re.compile(pattern, re.MULTILINE), tags) for needed, pattern, tags in rules)


def tagged(tokens: Tokens, pieces: Sequence[Piece], named: Sequence[Sequence[Named]], words: WordClasses) -> list[str]:
    """Return the tags of sentences, each with its end: of the words, then the names and mentions, then what position tells.

    All are rewritten at once, a line each, as it costs more to start a pattern than to run it over a sentence.
    """
    own = text = END.join([*_lines(tokens, pieces, named, words), ""])
    for needed, pattern, tags in _contexts():
        if needed in own:
            text = pattern.sub(tags, text)
    return text.splitlines(keepends=True)


def _lines(
    tokens: Tokens, pieces: Sequence[Piece], named: Sequence[Sequence[Named]], words: WordClasses
) -> Sequence[str]:
    """Return the tags of sentences by what each token is, and by where a capital, a hyphen or an apostrophe stands."""
    kinds = tokens.kinds
    own = tokens.tags or "".join(map(words.tag, tokens.norms, kinds))
    paragraph, headed = 0, "h" in tokens.paragraph_kinds
    lines: list[str] = []
    for (_, _, _, first, last, placed), names in zip(pieces, named, strict=True):
        row = own[first:last]
        tags = [*row]
        if headed:
            paragraph = bisect_right(tokens.paragraph_starts, first, paragraph) - 1
        if headed and tokens.paragraph_kinds[paragraph] == "h":
            _lower(tags, tokens, first, words)
        elif row[0] == "N" or kinds[first] not in LETTERS:  # the tag of any other word is no matter of a capital
            _open(tags, tokens, first, words)
        if "-" in row or "k" in row:
            _join(tags, row, tokens, first)
        if "w" in row:
            _charge(tags, row, tokens, first, words)
        _mark(tags, names, placed)
        if kinds[first] == "n" and tags[0] not in "#ty":
            tags[0] = "–"  # the number of a section is a bullet
        lines.append("".join(tags))
    return lines


def _open(tags: list[str], tokens: Tokens, first: int, words: WordClasses) -> int:
    """Tag the first word of a sentence as if it had no capital, and return where it stands."""
    kinds, index = tokens.kinds, 0
    for index in range(len(tags)):
        if kinds[first + index] in LETTERS:
            tags[index] = words.tags[tokens.norms[first + index]]
            break
    return index


def _lower(tags: list[str], tokens: Tokens, first: int, words: WordClasses) -> None:
    """Tag the first word of a heading as if it had no capital, and so all others but nouns."""
    for index in range(_open(tags, tokens, first, words) + 1, len(tags)):
        if tags[index] == "N":
            tag = words.tags[tokens.norms[first + index]]
            if tag != "n":
                tags[index] = tag


def _charge(tags: list[str], row: str, tokens: Tokens, first: int, words: WordClasses) -> None:
    """Tag "before tax" after a noun as what tells of which kind that is, not as a clause in which somebody taxes."""
    norms, charges, index = tokens.norms, words.charges, row.find("w", 1)
    while index > 0:
        last = index + 1
        if norms[first + index] in SETTLED and tags[index - 1] in "nNuzij":
            while last < len(row) and norms[first + last] in charges:
                last += 2 if row[last + 1 : last + 2] in ("c", ",") and norms[first + last + 2] in charges else 1
            if last > index + 1 and row[last : last + 1] not in OBJECTS:
                tags[index:last] = "j" * (last - index)
        index = row.find("w", last)


def _mark(tags: list[str], names: Sequence[Named], placed: Sequence[Placed]) -> None:
    """Tag the tokens of names, then of mentions; most are of one or two tokens."""
    for begin, end, _ in names:
        tags[begin] = tags[end - 1] = "N"
        if end - begin > 2:
            tags[begin:end] = ["N"] * (end - begin)
    for mention, begin, end in placed:
        timex = mention.timex
        tag = "#" if timex is None else CALENDAR.get(timex.timex_type, "y")
        tags[begin] = tags[end - 1] = tag
        if end - begin > 2:
            tags[begin:end] = [tag] * (end - begin)


def _join(tags: list[str], row: str, tokens: Tokens, first: int) -> None:
    """Tag hyphens, which are dashes between spaces, and apostrophes, which after "s" make a possessive."""
    index = row.find("-")
    while index >= 0:
        place = first + index
        if not (tokens.glued(place) and place + 1 < tokens.size and tokens.glued(place + 1)):
            tags[index] = "–"
        index = row.find("-", index + 1)
    index = row.find("k")
    while index >= 0:
        if tokens.glued(first + index) and tokens.norms[first + index - 1].endswith("s"):
            tags[index] = "'"
        index = row.find("k", index + 1)
