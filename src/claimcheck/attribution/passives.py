"""Passives: "It was reported that ...", "is believed to have ..."."""

from claimcheck.attribution.adverbials import after_adverbials
from claimcheck.attribution.clauses import content_end
from claimcheck.attribution.drafts import Draft, Reach, Reading
from claimcheck.attribution.phrases import phrase_after, phrase_before
from claimcheck.attribution.subjects import is_source
from claimcheck.lexicons.reporting import CueWord


def read_passive(reading: Reading, index: int, group: int, cue: CueWord, bounds: Reach) -> Draft | None:
    """Read "was quoted as saying", "It was reported that ...", "is believed to have ...": without an agent, no source."""
    last = bounds[1]
    after = index + 1
    if cue.verb.key == "cite" or reading.norms[index] == "quoted":
        return None
    impersonal = group > bounds[0] and reading.norms[group - 1] == "it"
    begin = after_adverbials(reading, after, last)
    agent = _agent(reading, after, min(last, after + 2)) if impersonal or cue.verb.frames & {"of", "for"} else None
    if agent is not None and not impersonal:
        return _accused(reading, group, agent, cue, bounds)
    if agent is not None and reading.norms[agent[1] : agent[1] + 1] == ("that",):
        end = content_end(reading, agent[1] + 1, last)
        return Draft(((agent[1] + 1, end),), (group, after), agent, cue.verb.grade)
    if "passive" not in cue.verb.frames or reading.quote_of[index] >= 0:
        return None
    if impersonal and reading.norms[begin : begin + 1] == ("that",):
        end = content_end(reading, begin + 1, last)
        return Draft(
            ((begin + 1, end),),
            (group, after),
            None,
            "heard" if cue.verb.grade == "said" else cue.verb.grade,
            (after, begin),
        )
    believer = _agent(reading, begin, min(last, begin + 1))
    after_believer = begin if believer is None else believer[1]
    if reading.norms[after_believer : after_believer + 1] == ("to",) and not impersonal:
        source = believer or _agent(reading, begin, last)
        subject = phrase_before(reading, group, bounds[0])
        if subject is None or (source is None and cue.verb.grade == "predicted"):
            return None  # "they are expected to go" gives it to nobody
        end = content_end(reading, after_believer, source[0] - 1 if source and not believer else last)
        return Draft(((subject[0], group), (after_believer, end)), (index, after), source, cue.verb.grade)
    return None


def _accused(reading: Reading, group: int, agent: Reach, cue: CueWord, bounds: Reach) -> Draft | None:
    """Read "The firm was accused by Lund of sinking 40 boats": the one accused and what of."""
    subject = phrase_before(reading, group, bounds[0])
    begin = next((at for at in range(agent[0], bounds[1]) if reading.norms[at] in ("of", "for")), -1)
    if subject is None or not agent[0] < begin <= agent[1]:
        return None
    pieces = (subject, (begin, content_end(reading, begin, bounds[1])))
    return Draft(pieces, (group, agent[0] - 1), (agent[0], begin), cue.verb.grade)


def _agent(reading: Reading, begin: int, last: int) -> Reach | None:
    """Return who did it: "by the coast guard", "by police"."""
    tokens = reading.tokens
    for at in range(begin, min(last, tokens.size - 1, begin + 20)):
        if reading.norms[at] == "by":
            agent = phrase_after(reading, at + 1, min(tokens.size, at + 12))
            if agent is not None and is_source(reading, agent) and reading.kinds[agent[1] - 1] not in "nx":
                return agent
    return None
