"""Sources that only the layout gives to a quote: newspapers' headlines, dashes, colons, the speaker before."""

from collections.abc import Iterable, Iterator

from claimcheck.attribution.clauses import quote_chain
from claimcheck.attribution.drafts import Draft, Reach, Reading
from claimcheck.attribution.labels import read_labels
from claimcheck.attribution.phrases import phrase_before
from claimcheck.attribution.subjects import is_source


def read_layout(reading: Reading, taken: frozenset[int]) -> Iterator[Draft]:
    """Yield the attributions that no cue makes; `taken` are the numbers of the quotes that have a source already."""
    labelled = [*read_labels(reading)]
    yield from labelled
    taken |= quotes_in(reading, labelled)
    for number in range(len(reading.quotes)):
        if number not in taken:
            draft = (
                _dashed(reading, number)
                or _headline(reading, number)
                or _colon(reading, number)
                or _floating(reading, number)
            )
            if draft is not None:
                yield draft


def _dashed(reading: Reading, number: int) -> Draft | None:
    """Read `"..." - Ada Lund`, a source up to the end of the paragraph or a comma, and `"..." (@adalund)`."""
    tokens, quote = reading.tokens, reading.quotes[number]
    dash = quote.last + 1
    if dash + 1 >= tokens.size or not quote.closed:
        return None
    if reading.kinds[dash] == "(" and reading.norms[dash + 1] == "@" and ")" in reading.kinds[dash : dash + 8]:
        return Draft(quote_chain(reading, number), None, (dash + 1, reading.kinds.index(")", dash)), "said")
    if reading.kinds[dash] not in "–-":
        return None
    last = min(tokens.paragraph_of(quote.last)[1], dash + 12)
    end = dash + 1
    while end < last and (reading.kinds[end] in "AUIa.-" or reading.kinds[end] == "l"):
        end += 1
    if end == dash + 1 or not is_source(reading, (dash + 1, end)) or (end < last and reading.kinds[end] != ","):
        return None
    while reading.kinds[end - 1] == "." and reading.kinds[end - 2] != "I":
        end -= 1
    return Draft(quote_chain(reading, number), None, (dash + 1, end), "said")


def _headline(reading: Reading, number: int) -> Draft | None:
    """Read `The Port Gazette ran the headline "..."`: the newspaper is the source."""
    tokens, quote = reading.tokens, reading.quotes[number]
    before = quote.first - 2
    while before > 0 and reading.kinds[before] in ",:":
        before -= 1
    if before < 1 or reading.norms[before] not in ("headline", "headlined", "title", "editorial", "slogan", "banner"):
        return None
    first = tokens.sentence_of(before)[0]
    source = None
    for at in range(before - 1, max(first, before - 30) - 1, -1):
        kind = reading.words.sources.get(reading.norms[at])
        named = reading.kinds[at] in "AU" and kind in ("media", "organisation")
        if named or (kind == "media" and reading.kinds[at - 1] in "AU"):
            low = at
            while (
                low > first
                and reading.kinds[low - 1] in "AUI"
                and reading.norms[low - 1] not in reading.grammar.articles
            ):
                low -= 1
            source = (low, at + named)
            break
    return Draft(quote_chain(reading, number), (before, before + 1), source, "said") if source is not None else None


def _colon(reading: Reading, number: int) -> Draft | None:
    """Read `The minister on Twitter: "..."`: a short phrase with a capital and a colon before the quote."""
    tokens, quote = reading.tokens, reading.quotes[number]
    mark = quote.first - 1
    if mark < 2 or quote.last - quote.first < 4:
        return None
    apart = reading.kinds[mark - 1] == "," and tokens.paragraph_of(mark)[0] == mark  # "Lund stated," and a paragraph
    if reading.kinds[mark - 1] != ":" and not apart:
        return None
    first = tokens.sentence_of(mark - 1)[0]
    source = _subject_of_cue(reading, first, mark - 1)
    if source is None:
        source = None if apart else phrase_before(reading, mark - 1, first)
        if source is None or mark - 1 - first > 8 or source[0] > first:
            return None
    return Draft(quote_chain(reading, number), None, source, "said")


def _subject_of_cue(reading: Reading, first: int, last: int) -> Reach | None:
    """Return the subject of a verb that takes a quote further on: "Lund tweeted using her new account: ..."."""
    for at in range(max(first, last - 40) + 1, last):
        for cue in reading.words.verbs.get(reading.norms[at], ()):
            if "quote" in cue.verb.frames and cue.forms & {"past", "third"} and reading.kinds[at] == "a":
                return phrase_before(reading, at, first)
    return None


def _floating(reading: Reading, number: int) -> Draft | None:
    """Read a quote that is a sentence of its own: it belongs to the one who spoke last."""
    tokens, quote = reading.tokens, reading.quotes[number]
    mark = quote.first - 1
    starts = mark >= 0 and (tokens.sentence_of(mark)[0] == mark or tokens.sentence_of(quote.first)[0] == quote.first)
    whole = reading.kinds[quote.last - 1] in ".?!" or not quote.closed
    after = quote.last + quote.closed
    ends = after >= tokens.size or tokens.sentence_of(after)[0] == after or reading.kinds[after] == "."
    if starts and (whole or ends) and ends and quote.last - quote.first > 3:
        return Draft(((quote.first, quote.last),), None, None, "said", inherits=True)
    return None


def quotes_in(reading: Reading, drafts: Iterable[Draft]) -> frozenset[int]:
    """Return the numbers of the quotes that the contents of some drafts touch."""
    if not reading.quotes:
        return frozenset()
    return frozenset([number for draft in drafts for number, _ in reading.held(draft.pieces)])
