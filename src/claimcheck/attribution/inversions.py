"""Sources behind their verbs: `"...," said Ada Lund` and `..., said Ada Lund.`"""

from claimcheck.attribution.clauses import is_clause, quote_before
from claimcheck.attribution.drafts import Draft, Reach, Reading
from claimcheck.attribution.phrases import phrase_after
from claimcheck.attribution.precedents import resumed_quote, with_lead
from claimcheck.attribution.subjects import is_source
from claimcheck.lexicons.reporting import CueWord, Form

FINITE: frozenset[Form] = frozenset(["past", "third"])


def read_inverted(reading: Reading, index: int, after: int, cue: CueWord, bounds: Reach) -> Draft | None:
    """Read `"...," said Ada Lund` and `..., said Ada Lund.`"""
    if "inverted" not in cue.verb.frames or cue.forms.isdisjoint(FINITE):
        return None
    number = quote_before(reading, index)
    if number is None and (index == bounds[0] or reading.kinds[index - 1] != "," or cue.verb.key == "tell"):
        return None  # "a witness, Odo Bell, told Marn Radio": who is told is no subject
    source = phrase_after(reading, after, reading.tokens.sentence_of(index)[1])
    if source is None or reading.norms[source[0]] in ("that", "it", "there"):
        return None
    stop = source[1]
    if reading.kinds[source[0]] in "AUI" or number is not None:
        source = _without_topic(reading, source)
    if number is None:
        ended = stop >= bounds[1] or reading.kinds[stop] in ".,;"
        if not ended or not is_source(reading, source) or not is_clause(reading, bounds[0], index - 1):
            return None  # "Ada Lund, 54, pleaded guilty": no clause before the verb
        return Draft(((bounds[0], index - 1),), (index, after), source, cue.verb.grade, (stop, bounds[1]))
    pieces = with_lead(reading, number, bounds[0])
    pieces += resumed_quote(reading, stop, bounds[1])
    return Draft(pieces, (index, after), source, cue.verb.grade, (after, aside_end(reading, stop, index)))


def _without_topic(reading: Reading, source: Reach) -> Reach:
    """Cut off what the words are about: "said attorney Rita Moss of the mayor"."""
    norms, kinds = reading.norms, reading.kinds
    for at in range(source[0] + 1, source[1] - 1):
        if (
            norms[at] in ("of", "in", "on", "at", "to", "about")
            and kinds[at - 1] in "AUI"
            and norms[at + 1] in reading.grammar.determiners
        ):
            return (source[0], at)
    return source


def aside_end(reading: Reading, start: int, index: int) -> int:
    """Return where the words beside a cue end in which its moment and medium are looked for."""
    tokens = reading.tokens
    end = min(tokens.sentence_of(index)[1], start + 25)
    mark = reading.kinds.find("q", start, end)
    return end if mark < 0 else mark
