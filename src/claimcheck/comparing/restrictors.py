"""Phrases that narrow what is counted, where the other text never speaks of it: "64 recordings with the orchestra"."""

import calendar
import re
from functools import cache

from claimcheck.comparing.tools import Tools
from claimcheck.lexicons.inflection import singular
from claimcheck.model import Claim

ROOM = 350
"""Characters from which on a text has room to count more than one thing; two sentences on one thing are but worded otherwise."""
NARROWED_BY_NOTHING = ("", "")
"""What of two counts neither is narrowed by; the caller asks for this very value."""
NEAR = 160
"""Characters of a long sentence that are looked at from its beginning, and around a figure."""
TIMES = frozenset({*calendar.month_name, *calendar.day_name})
"""Names of times."""
TELLING = 4
"""Letters of a word that may tell what is meant."""


def restricted(left: Claim, right: Claim, tools: Tools) -> tuple[str, str]:
    """Return by which words each of two counts of two texts, or two figures of one, is narrowed, empty where it is not."""
    if left.document == right.document:
        return _within(left, right, tools)
    if left.scope.amount != "count" or tools.draft is not None:
        return NARROWED_BY_NOTHING
    mine, theirs = _phrased(left), _phrased(right)
    if not (mine or theirs) or min(len(tools.text(left.document)), len(tools.text(right.document))) < ROOM:
        return NARROWED_BY_NOTHING
    one = _narrowed(left, right.document, tools) if mine else ""
    return one, _narrowed(right, left.document, tools) if theirs else ""


def _within(left: Claim, right: Claim, tools: Tools) -> tuple[str, str]:
    """Return by which words of its sentence each of two figures of one text is narrowed, of which the other's has none."""
    text = tools.text(left.document)
    one, other = _adjunct(left, right, text), _adjunct(right, left, text)
    return NARROWED_BY_NOTHING if one == other else (one, other)


def _adjunct(claim: Claim, other: Claim, text: str) -> str:
    """Return the words of a phrase that opens a sentence or stands behind the figure that another sentence has none of."""
    start, end = claim.sentence.start, claim.sentence.end
    stated, stop = claim.mention.end, min(end, claim.mention.end + NEAR)
    for found in (_opening().match(text, start, min(end, start + NEAR)), _behind().match(text, stated, stop)):
        words = [] if found is None else [word for word in _words().findall(found["words"].lower()) if _tells(word)]
        if words and _said(other, text).isdisjoint(words):
            return " ".join(words)
    return ""


def _said(claim: Claim, text: str) -> set[str]:
    """Return the words of a sentence: how it opens, and those around its figure, however long it is."""
    start, end, place = claim.sentence.start, claim.sentence.end, claim.mention.start
    near = text[max(start, place - NEAR) : min(end, place + NEAR)]
    return set(_words().findall(f"{text[start : min(end, start + NEAR)]} {near}".lower()))


def _tells(word: str) -> bool:
    """Tell whether a word may narrow what is told; a year, month or weekday is a time, which is compared as one."""
    return len(word) >= TELLING and not word.isdecimal() and word.capitalize() not in TIMES


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[\w'-]+")


@cache
def _opening() -> re.Pattern[str]:
    """Compile what a sentence opens with that says of what it holds: "In the first year", "If the ratio exceeds 1.60"."""
    return re.compile(
        r"(?:In|At|On|For|Among|From|If|Where|While|When|After|During|With|Without|Under|Per|Once|Together)\s"
        r"(?P<words>(?:[^,;.]|\.(?=\d)){2,60}?)(?:,|\s(?=(?:the|we|it|its|our|he|she|they)\s))"
    )


@cache
def _behind() -> re.Pattern[str]:
    """Compile the phrase behind a figure and what it counts: "11,200 bikes in Italy", "£11.2m in the first year"."""
    return re.compile(
        r"(?:\s+(?!(?:in|at|on|for|among|during|by|between)\b)[a-z'-]+){0,3}\s+(?:in|at|on|for|among|during|by|between)\s+"
        r"(?:(?:the|a|an|its|their|his|her)\s+)?(?P<words>[\w'-]+(?:\s[\w'-]+){0,3})"
    )


def _phrased(claim: Claim) -> bool:
    """Tell whether more than a word says what is counted."""
    return claim.subject is not None and " " in claim.subject.text


def _narrowed(claim: Claim, other: str, tools: Tools) -> str:
    """Return the words of the phrase right behind the counted noun that another text has none of."""
    found = _phrase().match(tools.text(claim.document), claim.mention.end, claim.sentence.end)
    if found is None or singular(found["noun"].lower()) != claim.scope.head:
        return ""
    words = [word for word in found["words"].split() if len(word) >= TELLING and word[0].isalpha()]
    known = tools.words(other) if words else frozenset[str]()
    return " ".join(words) if all(word.lower() not in known for word in words) else ""


@cache
def _phrase() -> re.Pattern[str]:
    return re.compile(
        r"\s+(?:[a-z'-]+\s+){0,2}?(?P<noun>[a-z'-]+)\s+(?:in|on|with|from|at|for|about|among|to|by)\s+"
        r"(?:(?:the|a|an|his|her|its|their)\s+)?(?P<words>[\w'-]+(?:\s[\w'-]+){0,2})"
    )
