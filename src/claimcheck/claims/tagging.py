"""The words of a sentence as a string of word classes, a character a token, which the grammar reads with patterns."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from claimcheck.claims.words import WordClasses
from claimcheck.model import Mention, Name, Tokens

Placed = tuple[Mention, int, int]
"""A mention with its tokens within the sentence, first and end."""

CAPITALS = frozenset("AUIm")
"""Kinds of words with a capital letter."""

OPEN = frozenset("vefEiuzxnj")
"""Tags of words that are no function words: capitalised inside a sentence they are parts of names."""


def _after(tags: str, own: str) -> str:
    """Return a pattern for what stands before a tag: one of some tags, an adverb between allowed."""
    return rf"(?:(?<=[{tags}]{own})|(?<=[{tags}]r{own}))"


@cache
def _contexts() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """Compile what position tells about ambiguous words, in order: a tag without which a rule has no place, what it
    rewrites, and into what."""
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
            r"i(?:(?:(?<=^i)|(?<=[|(:–]i))(?=[nNzu]+[|:(#$hbmvexE])|(?<=^–i)(?=[nuz]+o#))",
            "j",
        ),  # Operating profit fell; - Operating profit of 5
        ("x", r"x(?<=[dj'#o]x)", "n"),  # nine wins
        ("v", r"v(?:(?<=[do']v)|(?<=jv)(?=[bhm])|(?<=ojv))", "n"),  # a find; sick leave was; days of sick leave
        ("x", r"x", "v"),
        ("E", rf"E(?:{_after('bh', 'E')}|{_after('nNs', 'E')}(?=[d#s]))", "e"),  # has cost; the pier cost 5 crowns
        ("E", rf"E{_after('mgT', 'E')}", "v"),
        ("E", r"E", "n"),
        ("u", rf"u(?:{_after('msg', 'u')}(?!-)|{_after('T', 'u')}(?=[dspTo#rnN,.jt])|(?<=wu)(?!-))", "v"),  # will rise
        ("z", r"z(?:(?<=wz)(?!-)|(?<=sz))", "v"),  # which costs
        ("z", r"z(?<=[nN]z)(?=r?[#ds]|[Tp]#)", "v"),  # the pier costs 5 crowns; output rises by 5
        ("u", r"u(?<=[nN]u)(?=r?#)", "v"),  # shares gain 5 percent
        ("y", r"j(?<=Tj)(?=y)", "v"),  # expected to last five weeks
        ("T", r"T(?=r?[vbhg])", "K"),
        ("r", r"r(?<=#r)(?=j?[nuz])", "j"),  # nine more bodies
        ("j", r"j(?<=dj)(?=[pobhmgT.]|$)", "n"),  # put the dead at nine; an average of nine
    )
    return tuple((needed, re.compile(pattern), tag) for needed, pattern, tag in rules)


@cache
def _first_word() -> re.Pattern[str]:
    return re.compile("[aAUIm]")


@cache
def _in_doubt() -> re.Pattern[str]:
    """Compile the kinds of tokens whose tag is more than their norm's: capitals, and marks that depend on their place."""
    return re.compile("[AUImxsk$-]")


def tagged(
    tokens: Tokens,
    first: int,
    norms: Sequence[str],
    words: WordClasses,
    places: Iterable[Placed],
    names: Iterable[tuple[int, int, Name]],
) -> str:
    """Return the tags of tokens from `first` on: of the words, then names and mentions, then what position tells."""
    tags = _words(tokens, first, norms, words)
    for begin, end, _ in names:
        tags[begin:end] = "N" * (end - begin)
    total = len(norms)
    for mention, begin, end in places:
        end = min(end, total)
        tags[begin:end] = _mention_tag(mention) * (end - begin)
    text = "".join(tags)
    for needed, pattern, tag in _contexts():
        if needed in text:
            text = pattern.sub(tag, text)
    return text


def _words(tokens: Tokens, first: int, norms: Sequence[str], words: WordClasses) -> list[str]:
    """Return the tags of tokens by the words alone, and by where a capital stands."""
    tags = list(map(words.tags.__getitem__, norms))
    kinds, last = tokens.kinds, first + len(norms)
    opening = _first_word().search(kinds, first, last)
    opens = opening.start() if opening else last
    proper = "n" if tokens.paragraph_kinds[tokens.paragraph_index(first)] == "h" else OPEN
    for match in _in_doubt().finditer(kinds, first, last):
        index = match.start()
        if kinds[index] not in CAPITALS:
            tags[index - first] = _mark_tag(tokens, index, kinds[index])
        elif index != opens and tags[index - first] in proper:
            tags[index - first] = "N"
    return tags


def _mark_tag(tokens: Tokens, index: int, kind: str) -> str:
    if kind == "x":
        return "0"
    if kind == "k" and index and tokens.glued(index) and tokens.norms[index - 1].endswith("s"):
        return "'"
    if kind == "-" and not (tokens.glued(index) and index + 1 < len(tokens) and tokens.glued(index + 1)):
        return "–"
    if kind == "s":
        return "|" if tokens.norms[index] == "|" else "*"
    return kind


def _mention_tag(mention: Mention) -> str:
    timex = mention.timex
    return "#" if timex is None else "t" if timex.timex_type in ("DATE", "TIME") else "y"
