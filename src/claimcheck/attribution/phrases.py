"""Noun phrases around a cue, told apart by closed classes of words."""

from claimcheck.attribution.adverbials import after_time
from claimcheck.attribution.drafts import Reach, Reading

LONGEST = 40
"""A source and what describes it have at most so many words."""

KEPT = frozenset(["of", "for", "at", "with", "from", "in", "by", "on", "to"])
"""Prepositions that may carry a noun phrase on."""


def phrase_before(reading: Reading, end: int, floor: int) -> Reach | None:
    """Return the noun phrase that ends before a token, None where there is none."""
    grammar = reading.grammar
    if end <= floor:
        return None
    last = end - 1
    word, kind = reading.norms[last], reading.kinds[last]
    if word in grammar.subjects and kind != "U":
        return (last, end)
    if kind in ")]":
        opened = max(reading.kinds.rfind("(", floor, last), reading.kinds.rfind("[", floor, last))
        if opened <= floor or last - opened > 8:
            return None
        inner = phrase_before(reading, opened, floor)
        return None if inner is None else (inner[0], end)
    if kind not in "aAUImnq" or (word in grammar.no_head and kind != "U"):
        return None
    lowest = floor if end - floor < LONGEST else end - LONGEST
    first = _without_openers(reading, _left_edge(reading, last, lowest), end)
    return (first, end) if first < end else None


def _left_edge(reading: Reading, last: int, floor: int) -> int:
    tokens, turning = reading.tokens, reading.grammar.turning
    kinds, norms = reading.kinds, reading.norms
    index = last
    while index > floor:
        before = index - 1
        kind = kinds[before]
        if kind in "aAUImnlx":
            if norms[before] in turning and _turns(reading, before, floor):
                break
        elif (
            kind == "."
            and not _inner_stop(reading, before)
            or kind == "-"
            and tokens.glued(before) != tokens.glued(index)
            or kind in ",;:()[]–%/"
            or (
                kind in "qk"
                and reading.quote_of[before - 1] >= 0
                and before - 1 >= floor
                and not _title(reading, before - 1)
            )
        ):
            break
        index = before
    return index


def _turns(reading: Reading, index: int, floor: int) -> bool:
    """Tell whether a word of the edges bounds a phrase where it stands, or "and" joins two clauses."""
    word = reading.norms[index]
    if word in ("and", "or", "&"):
        return not _joins(reading, index, floor)
    return _is_edge(reading, index)


def _is_edge(reading: Reading, index: int) -> bool:
    """Tell whether a word of the edges bounds a phrase where it stands."""
    word = reading.norms[index]
    if reading.kinds[index] in "UI" and word != "i":
        return False
    if reading.kinds[index] == "l":
        return (
            index == 0 or reading.kinds[index - 1] not in "aAUIm" or reading.norms[index - 1] in reading.grammar.edges
        )
    return not (word == "as" and index > 0 and reading.norms[index - 1] == "such")


def _title(reading: Reading, inside: int) -> bool:
    quote = reading.quotes[reading.quote_of[inside]]
    return quote.closed and quote.last - quote.first <= 4 and reading.kinds[quote.last - 1] not in ",.?!"


def _inner_stop(reading: Reading, index: int) -> bool:
    """Tell whether a stop stands inside a name: an initial, an abbreviated title, a web address."""
    tokens = reading.tokens
    if index == 0 or not tokens.glued(index):
        return False
    glued = index + 1 < tokens.size and tokens.glued(index + 1)
    return (
        glued or reading.kinds[index - 1] == "I" or reading.norms[index - 1] in reading.grammar.title_words
        or reading.norms[index - 1] in ("st", "jr", "sr", "inc", "co", "corp", "ltd")
    )  # fmt: skip


def _joins(reading: Reading, index: int, floor: int) -> bool:
    """Tell whether "and" joins two parts of a noun phrase rather than two clauses."""
    grammar = reading.grammar
    if index - 1 < floor or reading.norms[index - 1] in grammar.calendar:
        return False
    low = index
    while low > floor and reading.kinds[low - 1] in "aAUImn-lk" and index - low < 8:
        word = reading.norms[low - 1]
        if word in grammar.auxiliaries or word in grammar.finite or word in reading.words.verbs:
            return False
        if reading.kinds[low - 1] == "a" and word.endswith("ed"):
            return False
        if word in grammar.edges:
            return False
        low -= 1
    return index - low < 8


def _without_openers(reading: Reading, first: int, end: int) -> int:
    """Return where the phrase begins after what opens a clause: "And", "On Monday", "In Marn the"."""
    norms, grammar = reading.norms, reading.grammar
    word, prepositions = norms[first], grammar.prepositions
    if end - first == 1:
        return end if word in prepositions and word != "including" else first
    openers = grammar.openers
    while (
        first < end - 1
        and (word in openers or (word[-2:] == "ly" and reading.kinds[first] in "aA"))
        and word not in ("no", "only", "first")
    ):
        first += 1
        word = norms[first]
    if word in grammar.time_first or reading.kinds[first] == "n":
        skipped = after_time(reading, first, end)
        if first < skipped < end:
            return _without_openers(reading, skipped, end)
    articles = grammar.articles
    if not articles.isdisjoint(norms[first + 1 : end]):
        for index in range(end - 1, first, -1):
            if norms[index] in articles and norms[index - 1] not in grammar.before_articles:
                return index
    return _behind_place(reading, first, end) if word in prepositions and word != "including" else first


def _behind_place(reading: Reading, first: int, end: int) -> int:
    """Return where a name begins behind the phrase of a preposition: "In Marn harbour Ada Lund"."""
    norms, grammar = reading.norms, reading.grammar
    if norms[first] == "with" and norms[first + 1] in grammar.indefinite:
        return first + 1
    for index in range(end - 1, first + 1, -1):
        if (
            reading.kinds[index] in "AUI"
            and reading.kinds[index - 1] not in "AUI.-"
            and norms[index - 1] not in grammar.determiners
            and norms[index - 1] not in grammar.prepositions
        ):
            return index
    return end


def phrase_after(reading: Reading, start: int, ceiling: int) -> Reach | None:
    """Return the noun phrase that begins at a token, None where there is none."""
    grammar = reading.grammar
    if start >= ceiling:
        return None
    if reading.norms[start] in grammar.subjects and reading.kinds[start] != "U":
        return (start, start + 1)
    ceiling = ceiling if ceiling - start < LONGEST else start + LONGEST
    norms, kinds, stops, trailing = reading.norms, reading.kinds, grammar.phrase_stops, grammar.phrase_trailing
    index = start
    while index < ceiling and (
        (norms[index] not in stops and kinds[index] in "aAUImnx") or not _stops_phrase(reading, start, index, ceiling)
    ):
        index += 1
    while index > start and norms[index - 1] in trailing:
        index -= 1
    return (
        (start, index) if index > start and kinds[start] in "aAUImnq" and norms[start] not in grammar.no_start else None
    )


def _stops_phrase(reading: Reading, start: int, index: int, ceiling: int) -> bool:
    grammar = reading.grammar
    kind, word = reading.kinds[index], reading.norms[index]
    if kind in ",;:()[]–q" or (kind == "." and not _inner_stop(reading, index)):
        return True
    if kind not in "aAUImnlx":
        return False
    if kind == "l" and index > start and _owns(reading, index):
        return False
    if word in grammar.articles and kind == "a" and reading.kinds[index - 1] in "AUI" and index > start:
        return True  # "According to Lund the boats sank"
    if word in grammar.prepositions:
        return word not in KEPT or after_time(reading, index, ceiling) > index
    if word in grammar.calendar and kind != "a":
        return reading.norms[index + 1 : index + 2] != ("'s",)
    return word in grammar.deictic or (word in grammar.phrase_ends and kind not in "UI")


def _owns(reading: Reading, index: int) -> bool:
    """Tell whether "'s" marks an owner: "the council's leader", not "the council's ready" or "the council's building"."""
    tokens, grammar = reading.tokens, reading.grammar
    if reading.norms[index] != "'s" or index + 1 >= tokens.size or reading.kinds[index + 1] not in "aAUI":
        return False
    owned = reading.norms[index + 1]
    return owned in grammar.roles or owned in reading.words.sources
