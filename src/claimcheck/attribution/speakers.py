"""Who a source is: whom a draft's speaker means, and who goes on speaking."""

from claimcheck.attribution.descriptions import read_phrase, type_of
from claimcheck.attribution.drafts import Draft, Reading
from claimcheck.attribution.interviews import interviewed
from claimcheck.attribution.labels import ANSWER, LETTERS
from claimcheck.attribution.pronouns import read_pronoun
from claimcheck.attribution.stage import NOBODY, Speaker, Stage
from claimcheck.model import Names


def resolve(reading: Reading, names: Names, stage: Stage, draft: Draft, holder: Speaker | None) -> Speaker:
    """Return who speaks; `holder` is the speaker of the attribution that contains this one."""
    if draft.inherits:
        inherited = _inherited(reading, names, stage, draft)
        return Speaker(None, inherited.name, inherited.type, inherited.entity)
    if draft.speaker is None:
        return NOBODY
    first, last = draft.speaker
    if last - first == 1:
        word = reading.norms[first]
        if draft.cue is None and word in LETTERS:
            asked = stage.interviewed(lambda: interviewed(reading, names, first)) if word in ANSWER else None
            if asked is None:
                return Speaker(draft.speaker, None, "unknown")
            return Speaker(draft.speaker, asked.canonical, "person", asked)
        if word in reading.grammar.subjects and reading.kinds[first] != "U":
            return read_pronoun(reading, names, stage, draft.speaker, holder)
    return read_phrase(reading, names, stage, draft.speaker)


def _inherited(reading: Reading, names: Names, stage: Stage, draft: Draft) -> Speaker:
    """Return who goes on speaking: the source of a cue in the same sentence, else the subject of the clause."""
    if draft.cue is None:
        return stage.last
    tokens = reading.tokens
    first = max(tokens.sentence_of(draft.cue[0])[0], draft.cue[0] - 80)
    if stage.last.reach is not None and stage.last.reach[0] >= first:
        return stage.last
    if reading.norms[first] in ("he", "she", "they", "it"):
        return read_pronoun(reading, names, stage, (first, first + 1), None)
    before = names.standing(first, draft.cue[0])
    near = [name for begin, _, name in before if begin - first < 10 and name.type != "place"]
    people = [name for name in near if name.type == "person"]
    for name in (*people, *near):
        return Speaker(None, name.canonical, type_of(reading, name, (first, first + 1)), name)
    return stage.last
