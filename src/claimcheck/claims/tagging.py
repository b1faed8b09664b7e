"""The words of a sentence as a string of word classes, a character a token, which the grammar reads with patterns."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import compress

from claimcheck.claims.words import WordClasses
from claimcheck.model import Mention, Name, Tokens

Placed = tuple[Mention, int, int]
"""A mention with its tokens within the sentence, first and end."""


def _after(tags: str, own: str) -> str:
    """Return a pattern for what stands before a tag: one of some tags, an adverb between allowed."""
    return rf"(?:(?<=[{tags}]{own})|(?<=[{tags}]r{own}))"


@cache
def _contexts() -> tuple[str, tuple[tuple[re.Pattern[str], str], ...]]:
    """Compile what position tells about ambiguous words, in order.

    Return for each rule a tag of the words' own without which it has no place, and what it rewrites into what.
    """
    rules = (  # each begins with the letter itself, which the engine looks for at the speed of a search for a character
        ("-", r"[vefiruzx](?<=[a-zA-Z0#]-.)(?=[^-])", "j"),  # laboratory-confirmed
        (
            "e",
            r"e(?:(?:(?<=[dj'#op(|:–]e)|(?<=^e))(?=-?[nNuzj])|(?<=de)(?=#)|(?<=[oT]e)(?=i[p.,evbhmc]))",
            "j",
        ),  # the injured men; 66 held men
        ("f", r"f(?:(?:(?<=[dj'#op(|:–]f)|(?<=^f))(?=-?[nNuzj])|(?<=df)(?=#))", "j"),  # the stolen boats
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
        ("E", r"E", "n"),
        ("u", rf"u(?:{_after('msg', 'u')}(?!-)|{_after('T', 'u')}(?=[dspTo#rnN,.jty])|(?<=wu)(?!-))", "v"),  # will rise
        ("z", r"z(?:(?<=wz)(?!-)|(?<=sz))", "v"),  # which costs
        ("z", r"z(?<=[nN]z)(?=r?[#ds]|[Tp]#)", "v"),  # the pier costs 5 crowns; output rises by 5
        ("u", r"u(?<=[nN]u)(?=r?#)", "v"),  # shares gain 5 percent
        ("T", r"T(?=r?[vbhg])", "K"),
        ("r", r"r(?<=#r)(?=j?[nuz])", "j"),  # nine more bodies
        ("d", r"j(?<=dj)(?=[pobhmgT.]|$)", "n"),  # put the dead at nine; an average of nine
    )
    needed = "".join(own for own, _, _ in rules)
    return needed, tuple((re.compile(pattern), tag) for _, pattern, tag in rules)


@cache
def _words() -> re.Pattern[str]:
    return re.compile("[aAUIm]")


@cache
def _glued() -> re.Pattern[str]:
    """Compile the kinds of marks that are something else next to a word: hyphens and apostrophes."""
    return re.compile("[-k]")


def tagged(
    tokens: Tokens,
    first: int,
    last: int,
    words: WordClasses,
    places: Iterable[Placed],
    names: Iterable[tuple[int, int, Name]],
) -> str:
    """Return the tags of tokens `first` up to `last`: of the words, then names and mentions, then what position tells."""
    tags = _own(tokens, first, last, words)
    for begin, end, _ in names:
        tags[begin:end] = "N" * (end - begin)
    total = last - first
    for mention, begin, end in places:
        end = min(end, total)
        tags[begin:end] = _mention_tag(mention) * (end - begin)
    if tokens.kinds[first] == "n" and tags[0] not in "#ty":
        tags[0] = "–"  # the number of a section is a bullet
    text = "".join(tags)
    needed, rules = _contexts()
    for pattern, tag in compress(rules, map(text.__contains__, needed)):
        text = pattern.sub(tag, text)
    return text


def _own(tokens: Tokens, first: int, last: int, words: WordClasses) -> list[str]:
    """Return the tags of tokens by the words alone, and by where a capital, a hyphen or an apostrophe stands."""
    norms, kinds = tokens.norms, tokens.kinds
    tags = list(tokens.tags[first:last] or map(words.tag, norms[first:last], kinds[first:last]))
    opening = _words().search(kinds, first, last)
    if opening is not None:
        index = opening.start()
        tags[index - first] = words.tags[norms[index]]
        if tokens.paragraph_kinds[tokens.paragraph_index(first)] == "h":
            for match in _words().finditer(kinds, index + 1, last):
                tag = words.tags[norms[match.start()]]
                if tag != "n":
                    tags[match.start() - first] = tag
    for match in _glued().finditer(kinds, first, last):
        index = match.start()
        if kinds[index] == "-":
            if not (tokens.glued(index) and index + 1 < len(kinds) and tokens.glued(index + 1)):
                tags[index - first] = "–"
        elif tokens.glued(index) and norms[index - 1].endswith("s"):
            tags[index - first] = "'"
    return tags


def _mention_tag(mention: Mention) -> str:
    timex = mention.timex
    return "#" if timex is None else "t" if timex.timex_type in ("DATE", "TIME") else "y"
