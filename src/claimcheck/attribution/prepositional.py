"""Cues that are no verbs: "according to", "per", "was quoted as saying", "reportedly", "the claim that"."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import compress

from claimcheck.attribution.clauses import content_end, is_clause, quote_before, quote_chain, sentence_bounds
from claimcheck.attribution.drafts import Draft, Reach, Reading
from claimcheck.attribution.phrases import phrase_after, phrase_before
from claimcheck.attribution.subjects import is_source
from claimcheck.lexicons.reporting import ReportingPhrase

OPENERS = frozenset(["that", "where", "which", "who", "because", "while", "although", "whether"])
"""Words that open the clause which an adverb qualifies."""


def read_phrases(reading: Reading) -> Iterator[Draft]:
    """Yield the attributions that phrases make."""
    phrases, norms = reading.words.phrases, reading.tokens.norms
    for index in compress(range(len(norms)), map(reading.grammar["phrase-cues"].__contains__, norms)):
        if norms[index] == "quoted":
            draft = _quoted_as_saying(reading, index)
            if draft is not None:
                yield draft
            continue
        for phrase in phrases[norms[index]]:
            words = _split(phrase.key)
            if norms[index : index + len(words)] == words:
                draft = READERS[phrase.frame](reading, index, index + len(words), phrase)
                if draft is not None:
                    yield draft
                break


@lru_cache(maxsize=1 << 10)
def _split(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.split())


def _bounds(reading: Reading, index: int) -> Reach:
    """Return the sentence of a cue as far as it is read, so that a text of nothing but cues costs in proportion."""
    first, last = sentence_bounds(reading, index)
    return max(first, index - 150), min(last, index + 400)


def _source(reading: Reading, index: int, after: int, phrase: ReportingPhrase) -> Draft | None:
    tokens = reading.tokens
    first, last = _bounds(reading, index)
    if reading.quote_of[index] >= 0:
        quote = reading.quotes[reading.quote_of[index]]
        first, last = max(first, quote.first), min(last, quote.last)
    if phrase.key == "per" and (index == first or tokens.kinds[index - 1] not in ",(" or not _named(reading, after)):
        return None
    source = phrase_after(reading, after, last)
    if source is None or not _named(reading, source[0], source[1]):
        return None
    bracketed = index > first and tokens.kinds[index - 1] == "("
    stop = _past_apposition(reading, source[1], last)
    opens = index
    while opens > first and tokens.kinds[opens - 1] in "(,–":
        opens -= 1
    spoken = _quote_after(reading, stop, last) if phrase.key == "in the words of" else None
    if spoken is not None:
        return Draft(quote_chain(reading, spoken), (index, after), source, phrase.grade)
    left = _left_of(reading, first, opens, index)
    right = () if bracketed else _right_of(reading, stop, last, alone=not left)
    return Draft((*left, *right), (index, after), source, phrase.grade)


def _quote_after(reading: Reading, stop: int, last: int) -> int | None:
    """Return the number of the quote after a comma and at most a short apposition such as "Ada Lund, MP,"."""
    tokens = reading.tokens
    for at in range(stop + 1, min(last - 1, stop + 12)):
        if tokens.kinds[at] == "q" and tokens.kinds[at - 1] in ",:":
            return reading.quote_of[at + 1] if reading.quote_of[at + 1] >= 0 else None
    return None


def _left_of(reading: Reading, first: int, opens: int, index: int) -> tuple[Reach, ...]:
    """Return the content before the phrase: a quote, or the clause; "which, according to X, ..." has none."""
    tokens = reading.tokens
    number = quote_before(reading, index)
    if number is not None and reading.quotes[number].first - 2 <= first:
        return quote_chain(reading, number)
    if opens == first or _opener_only(reading, first, opens) or tokens.norms[opens - 1] in ("which", "who", "that"):
        return ()
    begin = opens
    apart = opens < index
    while begin > first and not (tokens.kinds[begin - 1] == ";" and reading.quote_of[begin - 1] < 0):
        begin -= 1
        if not apart and _joins_clauses(reading, first, begin, opens):
            return ((begin + 1, opens),)
    return ((begin, opens),)


def _joins_clauses(reading: Reading, first: int, at: int, last: int) -> bool:
    """Tell whether "and" or "but" joins two clauses: without a comma "according to" belongs to the second."""
    return (
        reading.tokens.norms[at] in ("and", "but")
        and reading.quote_of[at] < 0
        and _has_verb(reading, at + 1, last)
        and _has_verb(reading, first, at)
    )


def _has_verb(reading: Reading, first: int, last: int) -> bool:
    verbs, norms = reading.words.verbs, reading.tokens.norms
    return is_clause(reading, first, last) or any(
        cue.forms & {"third", "past"}
        for at in range(first + 1, min(last, first + 30))
        for cue in verbs.get(norms[at], ())
    )


def _right_of(reading: Reading, stop: int, last: int, *, alone: bool) -> tuple[Reach, ...]:
    """Return the content after the source and a comma; after a content before it only what carries that on."""
    tokens = reading.tokens
    if stop < last - 1 and alone and tokens.norms[stop] in reading.grammar["articles"]:
        return ((stop, content_end(reading, stop, last)),)
    if stop >= last - 1 or tokens.kinds[stop] not in ",:–":
        return ()
    end = content_end(reading, stop + 1, last)
    follows = tokens.norms[stop + 1]
    carries = alone or (follows not in reading.grammar["subordinators"] and not follows.endswith("ing"))
    return ((stop + 1, end),) if end - stop > 2 and carries else ()


def _named(reading: Reading, begin: int, end: int | None = None) -> bool:
    """Tell whether a noun phrase can be a source: a name, a determiner before a noun, a noun of the lexicon."""
    tokens, grammar = reading.tokens, reading.grammar
    for at in range(begin, min(begin + 6 if end is None else end, len(tokens))):
        if tokens.kinds[at] in "AUI" or tokens.norms[at] in grammar["articles"]:
            return True
        if (
            tokens.norms[at] in reading.words.sources
            or tokens.norms[at] in grammar["roles"]
            or tokens.norms[at] in grammar["subjects"]
        ):
            return True
        if end is None and tokens.norms[at] not in grammar["determiners"]:
            return False
    return False


def _opener_only(reading: Reading, first: int, end: int) -> bool:
    return all(reading.tokens.norms[at] in reading.grammar["openers"] for at in range(first, end))


def _past_apposition(reading: Reading, stop: int, last: int) -> int:
    """Return the token after "the coach, Ali Rezan" where a name between commas explains the source."""
    tokens = reading.tokens
    if stop >= last or tokens.kinds[stop] != ",":
        return stop
    at = stop + 1
    if tokens.norms[at : at + 1] in (("citing",), ("quoting",), ("who",), ("which",)):
        while at < last and tokens.kinds[at] != ",":
            at += 1
        return at
    while at < last and tokens.kinds[at] in "AUI.-":
        at += 1
    return at if stop + 2 < at < last and tokens.kinds[at] == "," else stop


def _quoted_as_saying(reading: Reading, index: int) -> Draft | None:
    """Read "..., the spokesman was quoted as saying by ..." and "X was quoted (by Y) as saying ..."."""
    tokens = reading.tokens
    first, last = _bounds(reading, index)
    cited = index + 1
    if tokens.norms[index + 1 : index + 2] == ("by",):
        agent = phrase_after(reading, index + 2, min(last, index + 12))
        cited = agent[1] if agent else cited
    if tokens.norms[cited : cited + 2] != ("as", "saying"):
        return None
    group = index
    while group > first and tokens.norms[group - 1] in reading.grammar["verb-group"]:
        group -= 1
    source = phrase_before(reading, group, first)
    if source is None:
        return None
    after = cited + 2
    number = quote_before(reading, source[0])
    cue = (group, after)
    if number is not None:
        return Draft(quote_chain(reading, number), cue, source, "said", (after, last))
    if source[0] - 2 > first and tokens.kinds[source[0] - 1] == ",":
        return Draft(((first, source[0] - 1),), cue, source, "said", (after, last))
    begin = after
    while begin < last and (tokens.kinds[begin] in ",:q" or tokens.norms[begin] == "that"):
        begin += 1
    if begin >= last:
        return None
    if reading.quote_of[begin] >= 0:
        return Draft(quote_chain(reading, reading.quote_of[begin]), cue, source, "said")
    return Draft(((begin, content_end(reading, begin, last)),), cue, source, "said")


def _adverb(reading: Reading, index: int, after: int, phrase: ReportingPhrase) -> Draft | None:
    first, last = _bounds(reading, index)
    end = content_end(reading, after, last) if after < last else last
    norms = reading.tokens.norms
    for at in range(index - 1, max(first, index - 60), -1):
        joined = norms[at] in ("and", "but") and norms[at - 1] == ","
        if joined or norms[at] in OPENERS or (norms[at] in reading.words.verbs and _reports(reading, at)):
            first = at + 1
            break
    if reading.quote_of[index] >= 0:
        return None
    return Draft(((max(first, index - 60), index), (after, end)), (index, after), None, phrase.grade)


def _reports(reading: Reading, at: int) -> bool:
    """Tell whether a past tense opens a content: "they claimed the firm allegedly sank 40 boats"."""
    return any(
        "past" in cue.forms and "bare" in cue.verb.frames for cue in reading.words.verbs[reading.tokens.norms[at]]
    )


def _noun(reading: Reading, index: int, after: int, phrase: ReportingPhrase) -> Draft | None:
    """Read "Lund's claim that ...", "a warning by Lund that ...", "reports that ..."."""
    tokens = reading.tokens
    first, last = _bounds(reading, index)
    stop = after
    source: Reach | None = None
    if tokens.norms[stop : stop + 1] in (("by",), ("from",)):
        source = phrase_after(reading, stop + 1, last)
        stop = source[1] if source else stop
    if stop >= last - 2 or tokens.norms[stop] != "that" or _is_relative(reading, stop + 1, last):
        return None
    if source is None:
        for at in range(index - 1, max(first, index - 4), -1):
            if tokens.kinds[at] == "l":
                source = phrase_before(reading, at, first)
                break
    return Draft(((stop + 1, content_end(reading, stop + 1, last)),), (index, after), source, phrase.grade)


def _is_relative(reading: Reading, at: int, last: int) -> bool:
    """Tell whether "that" points back: "from all reports that I have seen, the dam is safe"."""
    comma = reading.tokens.kinds.find(",", at, min(last, at + 5))
    return comma > 0 and reading.tokens.norms[at] in reading.grammar["personal"]


def _relay(reading: Reading, index: int, after: int, phrase: ReportingPhrase) -> Draft | None:
    """Read who is cited in "..., Lund said, citing a navy report": a draft without a content of its own."""
    tokens = reading.tokens
    first, last = _bounds(reading, index)
    if reading.quote_of[index] >= 0 or (index > first and tokens.kinds[index - 1] not in ",(–"):
        return None
    source = phrase_after(reading, after, last)
    if source is None or not is_source(reading, source):
        return None
    return Draft((), (index, after), source, phrase.grade, cites=True)


READERS = {"source": _source, "adverb": _adverb, "noun": _noun, "relay": _relay}
"""One reader a frame."""
