"""Sources behind a preposition: "according to Lund", "per the ministry", "in the words of Lund"."""

from claimcheck.attribution.clauses import content_end, cue_bounds, is_clause, quote_before, quote_chain
from claimcheck.attribution.drafts import Draft, Reach, Reading
from claimcheck.attribution.phrases import phrase_after
from claimcheck.lexicons.reporting import ReportingPhrase


def read_source(reading: Reading, index: int, after: int, phrase: ReportingPhrase) -> Draft | None:
    first, last = cue_bounds(reading, index)
    if reading.quote_of[index] >= 0:
        quote = reading.quotes[reading.quote_of[index]]
        first, last = max(first, quote.first), min(last, quote.last)
    if phrase.key == "per" and (index == first or reading.kinds[index - 1] not in ",(" or not _named(reading, after)):
        return None
    source = phrase_after(reading, after, last)
    if source is None or not _named(reading, source[0], source[1]):
        return None
    bracketed = index > first and reading.kinds[index - 1] == "("
    stop = _past_apposition(reading, source[1], last)
    opens = index
    while opens > first and reading.kinds[opens - 1] in "(,–":
        opens -= 1
    spoken = _quote_after(reading, stop, last) if phrase.key == "in the words of" else None
    if spoken is not None:
        return Draft(quote_chain(reading, spoken), (index, after), source, phrase.grade)
    left = _left_of(reading, first, opens, index)
    right = () if bracketed else _right_of(reading, stop, last, alone=not left)
    return Draft((*left, *right), (index, after), source, phrase.grade)


def _quote_after(reading: Reading, stop: int, last: int) -> int | None:
    """Return the number of the quote after a comma and at most a short apposition such as "Ada Lund, MP,"."""
    for at in range(stop + 1, min(last - 1, stop + 12)):
        if reading.kinds[at] == "q" and reading.kinds[at - 1] in ",:":
            return reading.quote_of[at + 1] if reading.quote_of[at + 1] >= 0 else None
    return None


def _left_of(reading: Reading, first: int, opens: int, index: int) -> tuple[Reach, ...]:
    """Return the content before the phrase: a quote, or the clause; "which, according to X, ..." has none."""
    number = quote_before(reading, index)
    if number is not None and reading.quotes[number].first - 2 <= first:
        return quote_chain(reading, number)
    if opens == first or _opener_only(reading, first, opens) or reading.norms[opens - 1] in ("which", "who", "that"):
        return ()
    begin = opens
    apart = opens < index
    while begin > first and not (reading.kinds[begin - 1] == ";" and reading.quote_of[begin - 1] < 0):
        begin -= 1
        if not apart and _joins_clauses(reading, first, begin, opens):
            return ((begin + 1, opens),)
    return ((begin, opens),)


def _joins_clauses(reading: Reading, first: int, at: int, last: int) -> bool:
    """Tell whether "and" or "but" joins two clauses: without a comma "according to" belongs to the second."""
    return (
        reading.norms[at] in ("and", "but")
        and reading.quote_of[at] < 0
        and _has_verb(reading, at + 1, last)
        and _has_verb(reading, first, at)
    )


def _has_verb(reading: Reading, first: int, last: int) -> bool:
    verbs, norms = reading.words.verbs, reading.norms
    return is_clause(reading, first, last) or any(
        cue.forms & {"third", "past"}
        for at in range(first + 1, min(last, first + 30))
        for cue in verbs.get(norms[at], ())
    )


def _right_of(reading: Reading, stop: int, last: int, *, alone: bool) -> tuple[Reach, ...]:
    """Return the content after the source and a comma; after a content before it only what carries that on."""
    if stop < last - 1 and alone and reading.norms[stop] in reading.grammar.articles:
        return ((stop, content_end(reading, stop, last)),)
    if stop >= last - 1 or reading.kinds[stop] not in ",:–":
        return ()
    end = content_end(reading, stop + 1, last)
    follows = reading.norms[stop + 1]
    carries = alone or (follows not in reading.grammar.subordinators and not follows.endswith("ing"))
    return ((stop + 1, end),) if end - stop > 2 and carries else ()


def _named(reading: Reading, begin: int, end: int | None = None) -> bool:
    """Tell whether a noun phrase can be a source: a name, a determiner before a noun, a noun of the lexicon."""
    tokens, grammar = reading.tokens, reading.grammar
    for at in range(begin, min(begin + 6 if end is None else end, tokens.size)):
        if reading.kinds[at] in "AUI" or reading.norms[at] in grammar.articles:
            return True
        if (
            reading.norms[at] in reading.words.sources
            or reading.norms[at] in grammar.roles
            or reading.norms[at] in grammar.subjects
        ):
            return True
        if end is None and reading.norms[at] not in grammar.determiners:
            return False
    return False


def _opener_only(reading: Reading, first: int, end: int) -> bool:
    return all(reading.norms[at] in reading.grammar.openers for at in range(first, end))


def _past_apposition(reading: Reading, stop: int, last: int) -> int:
    """Return the token after "the coach, Ali Rezan" where a name between commas explains the source."""
    if stop >= last or reading.kinds[stop] != ",":
        return stop
    at = stop + 1
    if reading.norms[at : at + 1] in (("citing",), ("quoting",), ("who",), ("which",)):
        while at < last and reading.kinds[at] != ",":
            at += 1
        return at
    while at < last and reading.kinds[at] in "AUI.-":
        at += 1
    return at if stop + 2 < at < last and reading.kinds[at] == "," else stop
