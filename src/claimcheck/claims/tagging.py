"""The words of a sentence as a string of word classes, a character a token, which the grammar reads with patterns."""

from collections.abc import Iterable
from functools import cache

import regex

from claimcheck.claims.words import WordClasses, guess
from claimcheck.model import Mention, Name, Timex, Tokens

Placed = tuple[Mention, int, int]
"""A mention with its tokens within the sentence, first and end."""

LETTERS = frozenset("AUIm")
"""Kinds of words with a capital letter."""

OPEN = frozenset("vefEiuzxnj")
"""Tags of words that are no function words: capitalised inside a sentence they are parts of names."""


@cache
def _contexts() -> tuple[tuple[str, regex.Pattern[str], str], ...]:
    """Compile what position tells about ambiguous words, in order: a tag without which a rule has no place, what it
    rewrites, and into what."""
    rules = (
        ("-", r"(?<=[a-zA-Z0#]-)[vefiruzx](?=[^-])", "j"),  # laboratory-confirmed
        ("e", r"(?:(?<=[dj'#op(|:–])|^)e(?=-?[nNuzj])|(?<=d)e(?=#)", "j"),  # the injured men; 66 confirmed cases
        ("f", r"(?:(?<=[dj'#op(|:–])|^)f(?=-?[nNuzj])|(?<=d)f(?=#)", "j"),  # the stolen boats
        ("i", r"(?<=[d'j])i|(?<=#)i(?=-?[nNuz])|^i(?=r?[bvhmz])", "n"),  # the opening of; a sinking
        ("x", r"(?<=[dj'#o])x", "n"),  # nine wins
        ("v", r"(?<=[do'])v|(?<=j)v(?=[bhm])", "n"),  # a find; sick leave was
        ("x", r"x", "v"),
        ("E", r"(?<=[bh]r?)E|(?<=[nNs]r?)E(?=[d#s])", "e"),  # has cost; the pier cost 5 crowns
        ("E", r"(?<=[mgT]r?)E", "v"),
        ("E", r"E", "n"),
        ("u", r"(?<=[msg]r?)u(?!-)|(?<=Tr?)u(?=[dspTo#rnN,.jt])|(?<=w)u(?!-)", "v"),  # will rise
        ("z", r"(?<=w)z(?!-)|(?<=s)z", "v"),  # which costs
        ("z", r"(?<=[nN])z(?=r?[#ds])|(?<=[nN])z(?=[Tp]#)", "v"),  # the pier costs 5 crowns; output rises by 5
        ("u", r"(?<=[nN])u(?=r?#)", "v"),  # shares gain 5 percent
        ("T", r"T(?=r?[vbhg])", "K"),
        ("r", r"(?<=#)r(?=j?[nuz])", "j"),  # nine more bodies
        ("j", r"(?<=d)j(?=[pobhmgT.]|$)", "n"),  # put the dead at nine; an average of nine
    )
    return tuple((needed, regex.compile(pattern), tag) for needed, pattern, tag in rules)


def tagged(
    tokens: Tokens,
    first: int,
    last: int,
    words: WordClasses,
    places: Iterable[Placed],
    names: Iterable[tuple[int, int, Name]],
) -> str:
    """Return the tags of tokens `first` up to `last`: of the words, then names and mentions, then what position tells."""
    tags = _words(tokens, first, last, words)
    for begin, end, _ in names:
        tags[begin:end] = "N" * (end - begin)
    total = last - first
    for mention, begin, end in places:
        end = min(end, total)
        tags[begin:end] = _mention_tag(mention) * (end - begin)
    text = "".join(tags)
    for needed, pattern, tag in _contexts():
        if needed in text:
            text = pattern.sub(tag, text)
    return text


def _words(tokens: Tokens, first: int, last: int, words: WordClasses) -> list[str]:
    """Return the tags of tokens by the words alone, and by where a capital stands."""
    norms, known = tokens.norms, words.tags.get
    tags = [known(norm) or guess(norm) for norm in norms[first:last]]
    heading = tokens.paragraph_kinds[tokens.paragraph_index(first)] == "h"
    opens = True
    for index, kind in enumerate(tokens.kinds[first:last]):
        if kind == "a":
            opens = False
        elif kind not in LETTERS:
            tags[index] = _mark_tag(tokens, first + index, kind) if kind in "lnxk-s" else kind
        else:
            if tags[index] == "n":
                if not (opens and words.common(norms[first + index])):
                    tags[index] = "N"
            elif not (opens or heading) and tags[index] in OPEN:
                tags[index] = "N"
            opens = False
    return tags


def _mark_tag(tokens: Tokens, index: int, kind: str) -> str:
    if kind in "nx":
        return "0"
    if kind == "l":
        return "'"
    if kind == "k" and index and tokens.glued(index) and tokens.norms[index - 1].endswith("s"):
        return "'"
    if kind == "-" and not (tokens.glued(index) and index + 1 < len(tokens) and tokens.glued(index + 1)):
        return "–"
    if kind == "s":
        return "|" if tokens.norms[index] == "|" else "*"
    return kind


def _mention_tag(mention: Mention) -> str:
    value = mention.value
    if isinstance(value, Timex):
        return "t" if value.timex_type in ("DATE", "TIME") else "y"
    return "#"
