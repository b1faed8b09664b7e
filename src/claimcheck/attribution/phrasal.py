"""Cues that are no verbs: "according to", "per", "was quoted as saying", "reportedly", "the claim that"."""

from collections.abc import Mapping

from claimcheck.attribution.clauses import content_end, cue_bounds, quote_before, quote_chain
from claimcheck.attribution.drafts import Draft, Reach, Reading
from claimcheck.attribution.phrases import phrase_after, phrase_before
from claimcheck.attribution.prepositional import read_source
from claimcheck.attribution.subjects import is_source
from claimcheck.lexicons.reporting import CuePhrase, ReportingPhrase

OPENERS = frozenset(["that", "where", "which", "who", "because", "while", "although", "whether"])
"""Words that open the clause which an adverb qualifies."""


def read_phrases(reading: Reading) -> list[Draft]:
    """Return the attributions that phrases make."""
    phrases, norms, words = reading.words.phrases, reading.norms, reading.grammar.phrase_cues
    found: list[Draft] = []
    for index in reading.cues:
        if norms[index] in words:
            draft = _quoted_as_saying(reading, index) if norms[index] == "quoted" else _read(reading, index, phrases)
            if draft is not None:
                found.append(draft)
    return found


def _read(reading: Reading, index: int, phrases: Mapping[str, tuple[CuePhrase, ...]]) -> Draft | None:
    """Read the longest phrase that stands where one of its words does."""
    for cue in phrases[reading.norms[index]]:
        first = index - cue.lead
        after = first + len(cue.words)
        if first >= 0 and reading.norms[first:after] == cue.words:
            return READERS[cue.phrase.frame](reading, first, after, cue.phrase)
    return None


def _quoted_as_saying(reading: Reading, index: int) -> Draft | None:
    """Read "..., the spokesman was quoted as saying by ..." and "X was quoted (by Y) as saying ..."."""
    first, last = cue_bounds(reading, index)
    cited = index + 1
    if reading.norms[index + 1 : index + 2] == ("by",):
        agent = phrase_after(reading, index + 2, min(last, index + 12))
        cited = agent[1] if agent else cited
    if reading.norms[cited : cited + 2] != ("as", "saying"):
        return None
    group = index
    while group > first and reading.norms[group - 1] in reading.grammar.verb_group:
        group -= 1
    source = phrase_before(reading, group, first)
    if source is None:
        return None
    after = cited + 2
    number = quote_before(reading, source[0])
    cue = (group, after)
    if number is not None:
        return Draft(quote_chain(reading, number), cue, source, "said", (after, last))
    if source[0] - 2 > first and reading.kinds[source[0] - 1] == ",":
        return Draft(((first, source[0] - 1),), cue, source, "said", (after, last))
    begin = after
    while begin < last and (reading.kinds[begin] in ",:q" or reading.norms[begin] == "that"):
        begin += 1
    if begin >= last:
        return None
    if reading.quote_of[begin] >= 0:
        return Draft(quote_chain(reading, reading.quote_of[begin]), cue, source, "said")
    return Draft(((begin, content_end(reading, begin, last)),), cue, source, "said")


def _adverb(reading: Reading, index: int, after: int, phrase: ReportingPhrase) -> Draft | None:
    first, last = cue_bounds(reading, index)
    end = content_end(reading, after, last) if after < last else last
    norms = reading.norms
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
    return any("past" in cue.forms and "bare" in cue.verb.frames for cue in reading.words.verbs[reading.norms[at]])


def _noun(reading: Reading, index: int, after: int, phrase: ReportingPhrase) -> Draft | None:
    """Read "Lund's claim that ...", "a warning by Lund that ...", "reports that ..."."""
    first, last = cue_bounds(reading, index)
    stop = after
    source: Reach | None = None
    if reading.norms[stop : stop + 1] in (("by",), ("from",)):
        source = phrase_after(reading, stop + 1, last)
        stop = source[1] if source else stop
    if stop >= last - 2 or reading.norms[stop] != "that" or _is_relative(reading, stop + 1, last):
        return None
    if source is None:
        for at in range(index - 1, max(first, index - 4), -1):
            if reading.kinds[at] == "l":
                source = phrase_before(reading, at, first)
                break
    return Draft(((stop + 1, content_end(reading, stop + 1, last)),), (index, after), source, phrase.grade)


def _is_relative(reading: Reading, at: int, last: int) -> bool:
    """Tell whether "that" points back: "from all reports that I have seen, the dam is safe"."""
    comma = reading.kinds.find(",", at, min(last, at + 5))
    return comma > 0 and reading.norms[at] in reading.grammar.personal


def _relay(reading: Reading, index: int, after: int, phrase: ReportingPhrase) -> Draft | None:
    """Read who is cited in "..., Lund said, citing a navy report": a draft without a content of its own."""
    first, last = cue_bounds(reading, index)
    if reading.quote_of[index] >= 0 or (index > first and reading.kinds[index - 1] not in ",(–"):
        return None
    source = phrase_after(reading, after, last)
    if source is None or not is_source(reading, source):
        return None
    return Draft((), (index, after), source, phrase.grade, cites=True)


READERS = {"source": read_source, "adverb": _adverb, "noun": _noun, "relay": _relay}
"""One reader a frame."""
