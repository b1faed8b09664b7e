"""Reporting verbs: from a verb form to a source and a content, in every order."""

from claimcheck.attribution.clauses import has_figure, is_clause, quote_before, sentence_bounds
from claimcheck.attribution.complements import Right, right_side
from claimcheck.attribution.contents import content_after, taken_content
from claimcheck.attribution.drafts import Draft, Reach, Reading
from claimcheck.attribution.inversions import FINITE, aside_end, read_inverted
from claimcheck.attribution.passives import read_passive
from claimcheck.attribution.phrases import phrase_before
from claimcheck.attribution.precedents import as_said, resumed_quote, trailing_content, with_lead
from claimcheck.attribution.subjects import agrees, before_apposition, subject_at_start, without_time
from claimcheck.lexicons.reporting import CueWord, Form

PARTICIPLE: frozenset[Form] = frozenset(["participle"])
GERUND: frozenset[Form] = frozenset(["gerund"])
BEFORE_GERUNDS = frozenset([",", '"', ";", "and", "by", "in", "before", "after", "while"])
"""Words and marks between a clause and a participle of its subject."""
JOINING = frozenset(["and", "but"])
"""Words between a clause and a second verb of its subject."""
CLOSING = frozenset([",", "–", "-", '"', "'"])
"""Marks between a content and the source after it."""
SPOKEN = frozenset(["that", "quote", "bare"])
"""Frames of a content that is a clause or a quote."""
HEADLINE_VERBS = frozenset(["say", "tell", "claim", "warn", "deny"])
"""Verbs that are read in capitals; others are too often nouns there ("Reports", "Calls")."""
LONGEST_HEADLINE = 30
"""Tokens of a headline whose verbs may have capitals."""
LONGEST_TITLE = 8
"""Words of the longest title in quotation marks that is told from speech."""
CARRYING = BEFORE_GERUNDS | JOINING
"""What stands before a participle or a second verb of the subject before."""
PARTING = frozenset(",:–-qk")
"""Kinds of the marks one of which stands beside every quote, and beside every content that a clause on its own is."""
PHRASES = frozenset(["np", "of", "for", "to", "at", "figure"])
"""Frames of a content that is a phrase with a figure."""
BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "'s"])


def read_verbs(reading: Reading) -> list[Draft]:
    """Return the attributions that reporting verbs make."""
    verbs, norms, kinds = reading.words.verbs, reading.norms, reading.kinds
    before_nouns = reading.grammar.before_nouns
    found: list[Draft] = []
    for index in reading.cues:
        cues = verbs.get(norms[index])
        if cues is None or (kinds[index] != "a" and not _in_headline(reading, index)):
            continue
        if index and norms[index - 1] in before_nouns:
            continue  # "the report", "of claims", "to say"
        for cue in cues:
            if cue.particle is None or norms[index + 1 : index + 2] == (cue.particle,):
                draft = _read(reading, index, cue)
                if draft is not None:
                    found.append(draft)
                    break
    return found


def _in_headline(reading: Reading, index: int) -> bool:
    """Tell whether a capitalised verb says something in a headline: "Police Say 40 Boats Sank"."""
    tokens = reading.tokens
    first, last = tokens.paragraph_of(index)
    if (
        tokens.paragraph_kinds[tokens.paragraph_index(index)] != "h"
        or not first < index < last - 1
        or last - first > LONGEST_HEADLINE
    ):
        return False
    said = any(cue.verb.key in HEADLINE_VERBS for cue in reading.words.verbs[reading.norms[index]])
    return (
        said and "a" not in reading.kinds[first:last] or said and reading.kinds[index - 1 : index + 2].count("A") == 3
    )


def _read(reading: Reading, index: int, cue: CueWord) -> Draft | None:
    """Read one verb form; None where it reports nothing."""
    norms, grammar, forms = reading.norms, reading.grammar, cue.forms
    if "third" in forms and norms[index + 1 : index + 2] == ("'",) and reading.tokens.glued(index + 1):
        return None  # "the river states' banks": a noun with its owner's mark
    bounds = _reach(reading, index)
    group, before = index, norms[index - 1]
    if before in grammar.verb_group or before.endswith("ly"):
        group = _verb_group(reading, index, bounds[0])
        if bounds[0] < group < index and norms[group - 1] in grammar.before_nouns:
            return None  # "the widely read report", "to also say"
    if "participle" in forms:
        led = norms[group:index]
        if led and not BE.isdisjoint(led):
            return read_passive(reading, index, group, cue, bounds)
        if forms == PARTICIPLE and grammar.auxiliaries.isdisjoint(led):
            return None  # "better known as"
    if "bare" not in cue.verb.frames and not _may_report(reading, index, cue, bounds):
        return None
    after = index + 1 if cue.particle is None else index + 2
    draft = read_inverted(reading, index, after, cue, bounds) if reading.kinds[index - 1] in ",qk–-" and index else None
    if draft is None and norms[group - 1] in CARRYING and _carries_on(reading, bounds[0], group, cue):
        draft = _participial(reading, index, group, cue, bounds)
    return draft or _active(reading, index, group, after, cue, bounds)


def _may_report(reading: Reading, index: int, cue: CueWord, bounds: Reach) -> bool:
    """Tell by the marks and words around a verb that takes no bare clause whether it could report anything there."""
    floor, last = bounds
    norms, grammar = reading.norms, reading.grammar
    if reading.quote_of[index] >= 0 or not PARTING.isdisjoint(reading.kinds[max(0, floor - 1) : last]):
        return True
    if not grammar.complements.isdisjoint(norms[index:last]) or "as" in norms[floor:index]:
        return True
    return not cue.verb.frames.isdisjoint(PHRASES) and has_figure(reading, index, last, reach=last)


def _reach(reading: Reading, index: int) -> Reach:
    """Return the sentence of a cue, or the quote that holds it, as far as it is read."""
    inside = reading.quote_of
    first, last = reading.tokens.sentence_of(index)
    if inside[first] >= 0 or inside[index] >= 0 or inside[last - 1] >= 0:
        first, last = sentence_bounds(reading, index)
        number = inside[index]
        if number >= 0:
            quote = reading.quotes[number]
            first, last = max(first, quote.first), min(last, quote.last)
        if inside[last - 1] not in (-1, number):
            return max(first, index - 150), last
    return (first, last) if last - first <= 150 else (max(first, index - 150), min(last, index + 400))


def _is_title(reading: Reading, number: int, right: Right, bounds: Reach) -> bool:
    """Tell whether a quote before a cue is a title: 'In his book "The Long Pier", Lund claims 40 boats sank'."""
    quote = reading.quotes[number]
    if right.begin is None or right.quoted or reading.kinds[quote.last - 1] in ",.?!":
        return False
    return (
        quote.first - 1 > bounds[0]
        and quote.last - quote.first <= LONGEST_TITLE
        and is_clause(reading, right.begin, bounds[1])
    )


def _verb_group(reading: Reading, index: int, floor: int) -> int:
    """Return the first token of a verb with its auxiliaries and adverbs: "has repeatedly said"."""
    norms, inside = reading.norms, reading.grammar.verb_group
    group = index
    while group > floor and (
        norms[group - 1] in inside or (reading.kinds[group - 1] == "a" and norms[group - 1].endswith("ly"))
    ):
        group -= 1
    return group


def _participial(reading: Reading, index: int, group: int, cue: CueWord, bounds: Reach) -> Draft | None:
    """Read ", adding that ...", "... and added that ...": the source is the one of the clause before."""
    if cue.verb.frames.isdisjoint(SPOKEN):
        return None
    right = right_side(reading, index + 1 + (cue.particle is not None), bounds[1], cue)
    if right.begin is None:
        return None
    quoted_before = reading.kinds[group - 2] in "qk" and group - 2 > bounds[0]
    if "gerund" not in cue.forms and quoted_before and not (right.explicit or right.quoted):
        return None
    bare = (
        "bare" in cue.verb.frames
        and is_clause(reading, right.begin, bounds[1])
        and cue.verb.grade in ("said", "claimed", "noted")
    )
    if not (right.explicit or right.quoted or bare):
        return None
    pieces = content_after(reading, right, bounds[1])
    return (
        Draft(pieces, (index, index + 1), None, cue.verb.grade, (index, right.begin), inherits=True) if pieces else None
    )


def _carries_on(reading: Reading, floor: int, group: int, cue: CueWord) -> bool:
    """Tell whether a participle or a second verb can have the subject of the clause before."""
    if group == floor:
        return False
    norms = reading.norms
    before = norms[group - 1]
    if "gerund" in cue.forms:
        return before in BEFORE_GERUNDS and cue.verb.key != "mean"
    if before not in JOINING and (before != "," or norms[group] not in JOINING):
        return False
    return not cue.forms.isdisjoint(FINITE)


def _active(reading: Reading, index: int, group: int, after: int, cue: CueWord, bounds: Reach) -> Draft | None:
    """Read a source before its verb, with the content after it, before it, or on both sides."""
    norms = reading.norms
    floor, last = bounds
    if norms[group - 1] == "," and group - 1 > floor and "gerund" not in cue.forms:
        source = before_apposition(reading, group - 1, floor, direct=group < index)
    else:
        source = subject_at_start(reading, floor, group) or phrase_before(reading, group, floor)
    if source is not None and (
        reading.kinds[source[1] - 1] in "nx" or norms[source[1] - 1] in reading.grammar.calendar
    ):
        source = without_time(reading, source)
    if source is None or not agrees(reading, source, index, group, cue):
        return None
    right = right_side(reading, after, last, cue)
    opens, frames, grade = source[0], cue.verb.frames, cue.verb.grade
    if not right.quoted and (
        (cue.forms == GERUND and not right.explicit)
        or (grade == "believed" and norms[opens] in ("it", "there", "this", "which"))
    ):
        return None
    negated = group < index and not reading.grammar.negations.isdisjoint(norms[group:index])
    cue_reach = (group if negated else index, after)
    before = norms[opens - 1]
    number = quote_before(reading, opens) if reading.quotes and before in CLOSING else None
    if (
        number is not None
        and "quote" in frames
        and not _is_title(reading, number, right, bounds)
        and not (right.explicit and reading.kinds[opens - 2] != ",")
    ):
        pieces = with_lead(reading, number, floor) + resumed_quote(reading, right.resume, last)
        aside = (after, aside_end(reading, after, index))
    elif before == "as" and opens > floor:
        return as_said(reading, cue_reach, source, grade, right, bounds)
    else:
        pieces = trailing_content(reading, source, right, cue, bounds) if before in CLOSING else ()
        aside = (after, last)
        if not pieces:
            pieces = taken_content(reading, right, cue, source, last)
            if not pieces:
                return None
            aside = (floor, pieces[0][0])
    return Draft(pieces, cue_reach, source, grade, aside, right.audience, negated)
