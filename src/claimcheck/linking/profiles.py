"""What a claim is about, reduced to what can be compared across texts."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import regex
from attrs import field, frozen

from claimcheck.linking.words import Vocabulary
from claimcheck.model import Claim, Quantity, Timex

REACH = 120
"""How many characters around a figure may belong to it."""
BARE = frozenset({"count", "number", "amount", "share", "percent", "total", "figure"})
"""Measures that name no thing."""


@frozen
class Profile:
    """The comparable side of a claim.

    `sort` keeps apart what can never be compared (a count, a share, money, a length, a date). `thing` are the terms of
    what is measured, `head` the one that names it; `near` the terms of the stretch around the figure up to the next
    break or figure; `context` those of the sentence; `names` the terms of the names around it; `sides` where it stands
    in each contrast.
    """

    document: int
    sort: str
    head: str | None
    thing: frozenset[str]
    near: frozenset[str]
    context: frozenset[str]
    names: frozenset[str]
    place: frozenset[str]
    sides: frozenset[tuple[str, int]]


def sort_of(claim: Claim) -> str:
    """Name the sort of a claim's value; two sorts are never compared."""
    value = claim.mention.value
    if isinstance(value, Timex):
        return "duration" if value.length is not None else "date" if value.timex_type in ("DATE", "TIME") else "set"
    return _amount_sort(value, moved=value.role in ("by", "factor") or "change" in claim.scope.basis)


def _amount_sort(value: Quantity, *, moved: bool) -> str:
    sort: str = value.kind
    if value.kind == "number":
        sort = "percent" if value.is_fraction else "count" if value.unit is None else value.unit
    elif value.kind == "percent":
        sort = value.unit or "percent"
    elif value.kind == "quantity":
        sort = "duration" if value.dimension == "time" else value.dimension or value.unit or "quantity"
    if moved:
        sort = "percent change" if value.kind == "percent" else f"{sort} change"
    elif value.role == "from":
        sort += " before"
    return sort if value.per is None else f"{sort} per {value.per}"


@frozen
class Profiler:
    """Makes profiles; keeps nothing. `acronyms` has the terms that an acronym's term stands for."""

    vocabulary: Vocabulary
    acronyms: Mapping[str, frozenset[str]] = field(factory=dict[str, frozenset[str]])

    def profile(self, claim: Claim, document: int, text: str, breaks: Sequence[tuple[int, int]]) -> Profile:
        """Make a claim's profile; `breaks` are the other mentions of its sentence."""
        vocabulary = self.vocabulary
        scope, subject = claim.scope, claim.subject.text if claim.subject else ""
        near_text = _stretch(text, claim, breaks)
        near = vocabulary.terms(near_text)
        measure = "" if claim.measure in BARE and scope.head is None else claim.measure or ""
        thing = vocabulary.terms(f"{measure} {scope.head or ''}")
        subject_terms = vocabulary.terms(f"{subject} {' '.join(scope.words)} {scope.group or ''}")
        head = next(iter(vocabulary.terms(scope.head or "")[-1:]), None) or next(iter(thing[-1:]), None)
        own = [*thing, *subject_terms, *near]
        sentence = text[claim.sentence.start : claim.sentence.end]
        return Profile(
            document=document,
            sort=sort_of(claim),
            head=head,
            thing=frozenset(thing),
            near=self._spelled_out(own),
            context=self._spelled_out((*vocabulary.terms(sentence), *own)),
            names=self._spelled_out(vocabulary.terms(" ".join(scope.names))),
            place=frozenset(vocabulary.terms(scope.place or "")),
            sides=vocabulary.sides(f"{claim.measure or ''} {subject} {' '.join(scope.words)} {near_text}"),
        )

    def _spelled_out(self, terms: Iterable[str]) -> frozenset[str]:
        """Add to acronyms what they stand for."""
        found = frozenset(terms)
        return found.union(*(self.acronyms[term] for term in found & self.acronyms.keys()))


def _stretch(text: str, claim: Claim, breaks: Sequence[tuple[int, int]]) -> str:
    """Return the text around a figure up to a break in the sentence or the next figure."""
    mention = claim.mention
    low, high = max(claim.sentence.start, mention.start - REACH), min(claim.sentence.end, mention.end + REACH)
    for start, end in breaks:
        if end <= mention.start:
            low = max(low, end)
        elif start >= mention.end:
            high = min(high, start)
    before, after = text[low : mention.start], text[mention.end : high]
    stops = [match.end() for match in _breaks().finditer(before)]
    stop = _breaks().search(after)
    return f"{before[stops[-1] if stops else 0 :]} {after[: stop.start() if stop else len(after)]}"


@lru_cache(maxsize=1)
def _breaks() -> "regex.Pattern[str]":
    return regex.compile(
        r"[,;:()\[\]—\n|]|\s(?:and|but|while|whereas|with|of which|for an?|against|including|compared)\s|\s[–-]\s"
    )
