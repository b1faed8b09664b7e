"""The lists of a sentence: of figures or times ("5, 7 and 9 crowns"), and of nouns ("sales and costs")."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from attrs import frozen

from claimcheck.claims.phrases import NounPhrase, core_at, phrase_before
from claimcheck.claims.sentences import Sentence
from claimcheck.claims.tagging import Placed
from claimcheck.lexicons.inflection import singular

SHARED = frozenset({"arm", "group", "cohort", "quarter", "half", "phase", "round", "year", "period", "area", "plant"})
"""Nouns that a list of what stands before them shares: "the drug and placebo groups"."""

JOINING = frozenset({"and", "or"})
"""Conjunctions before the last item."""

PREPOSITIONS = frozenset("poT")
"""Tags of prepositions."""

Tokens = tuple[int, ...]
"""The numbers of some tokens of a sentence."""


@frozen
class Listed:
    """A list: tokens `first` up to `last` of a sentence, and those of each item, with what it shares with the others."""

    first: int
    last: int
    items: tuple[Tokens, ...]

    def others(self, number: int) -> set[int]:
        """Return the tokens that the list has besides those of one item."""
        return {*range(self.first, self.last)} - {*self.items[number]}


@cache
def _between() -> re.Pattern[str]:
    """Compile what stands between two items that are figures or times, as tags: their nouns, a mark, a preposition."""
    return re.compile(r"(?P<noun>[nNuzj-]*)(?P<mark>,?c|,)[pTo]?[d$*]?")


def listed_mentions(sentence: Sentence) -> list[Listed]:
    """Return the lists of figures and those of times, in order."""
    runs: list[list[Placed]] = []
    marks: list[str] = []
    previous: Placed | None = None
    for item in sentence.figures:
        mark = "" if previous is None else _mark(sentence, previous, item)
        if mark and marks[-1] != "c":
            runs[-1].append(item)
            marks[-1] = mark[-1]
        else:
            runs.append([item])
            marks.append("")
        previous = item
    return [_listed(sentence, run) for run, mark in zip(runs, marks, strict=True) if mark == "c"]


def _mark(sentence: Sentence, before: Placed, after: Placed) -> str:
    """Return the tags of the mark or conjunction that makes a list of two mentions of one kind, else nothing."""
    tags = sentence.tags
    if after[1] < before[2] or (tags[before[1]] == "t") != (tags[after[1]] == "t"):
        return ""
    match = _between().fullmatch(tags, before[2], after[1])
    return "" if match is None else match["mark"]


def _listed(sentence: Sentence, run: Sequence[Placed]) -> Listed:
    items: list[Tokens] = []
    for (_, first, last), (_, behind, _) in pairwise(run):
        match = _between().fullmatch(sentence.tags, last, behind)
        items.append((*range(first, last + (0 if match is None else len(match["noun"]))),))
    _, first, last = run[-1]
    if len(items[0]) > run[0][2] - run[0][1]:  # 9 points and 5 points
        noun = core_at(sentence, last)
        last = last if noun is None else noun.last
    if sentence.tags[last - 1] == "y":  # 4 and 6 years
        items = [item if sentence.tags[item[-1]] == "y" else (*item, last - 1) for item in items]
    items.append((*range(first, last),))
    return Listed(run[0][1], last, tuple(items))


def listed_nouns(sentence: Sentence, many: int) -> Iterator[Listed]:
    """Yield the lists of so many nouns or names."""
    tags, norms = sentence.tags, sentence.norms
    index = tags.find("c")
    while index > 0:
        if norms[index] in JOINING:
            found = _around(sentence, index, many)
            if found is not None:
                yield found
        index = tags.find("c", index + 1)


def _around(sentence: Sentence, conjunction: int, many: int) -> Listed | None:
    """Return the list of so many nouns of which the last stands after a conjunction."""
    tags = sentence.tags
    right = core_at(sentence, conjunction + 1)
    if right is None:
        return None
    begin, last = conjunction + 1, right.last
    items: list[Tokens] = []
    end = conjunction - 1 if tags[conjunction - 1] == "," else conjunction
    while len(items) < many - 1:
        if items:
            if tags[begin - 1] != ",":
                return None
            end = begin - 1
        first = _begin(sentence, end)
        if first is None:
            return None
        items.insert(0, (*range(first, end),))
        begin = first
    if many == 2:
        begin, last = _with_complements(sentence, begin, end, right)
        items[0] = (*range(begin, end),)
    if not items or _goes_on(sentence, begin):
        return None
    share = _shared(sentence, items, right)
    items = [(*item, *share) for item in items]
    items.append((*range(conjunction + 1, last),))
    return Listed(begin, last, tuple(items))


def _begin(sentence: Sentence, end: int) -> int | None:
    """Return where the item begins that ends just before a token, with its article; nothing before a possessive is of it."""
    tags = sentence.tags
    phrase = phrase_before(sentence, end)
    if phrase is None:
        first = len(tags[:end].rstrip("j-"))
    else:
        first = max(phrase.first, tags.rfind("'", phrase.first, end) + 1)
    if first == end:
        return None
    return first - 1 if first and tags[first - 1] == "d" else first


def _with_complements(sentence: Sentence, first: int, end: int, right: NounPhrase) -> tuple[int, int]:
    """Return where two items begin and end that have a complement each: "the mine at Arn and the plant at Orla"."""
    tags, norms = sentence.tags, sentence.norms
    before, behind = first - 1, right.last
    if before < 1 or tags[before] not in PREPOSITIONS or norms[before] != norms[behind]:
        return first, right.last
    outer, inner = _begin(sentence, before), core_at(sentence, behind + 1)
    return (first, right.last) if outer is None or inner is None else (outer, inner.last)


def _goes_on(sentence: Sentence, first: int) -> bool:
    """Tell whether a list has one more item before a token: "wheat, [rye and oats]", but not "in Orla, [men and women]"."""
    tags = sentence.tags
    if tags[first - 1] != "," or first < 2:
        return False
    begin = _begin(sentence, first - 1)
    return begin is not None and (begin == 0 or tags[begin - 1] not in PREPOSITIONS)


def _shared(sentence: Sentence, items: Sequence[Tokens], right: NounPhrase) -> Tokens:
    """Return the head that items without a noun of their own share with the last: "the drug and placebo groups", "wheat and rye prices"."""
    if right.head == right.first:
        return ()
    last, noun = items[-1][-1], sentence.norms[right.head]
    own = sentence.norms[last]
    bare = len(items[-1]) == 1 and sentence.tags[last] in "nN" and own == singular(own)
    shares = sentence.tags[last] == "j" or singular(noun) in SHARED or (bare and noun != singular(noun))
    return (right.head,) if shares else ()
