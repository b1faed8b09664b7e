"""Passives: "It was reported that ...", "is believed to have ..."."""

from claimcheck.attribution.adverbials import after_adverbials
from claimcheck.attribution.clauses import content_end
from claimcheck.attribution.drafts import Draft, Reach, Reading
from claimcheck.attribution.phrases import phrase_after, phrase_before
from claimcheck.lexicons.reporting import CueWord


def read_passive(reading: Reading, index: int, group: int, cue: CueWord, bounds: Reach) -> Draft | None:
    """Read "was quoted as saying", "It was reported that ...", "is believed to have ...": without an agent, no source."""
    tokens, last = reading.tokens, bounds[1]
    after = index + 1
    if cue.verb.key == "cite" or tokens.norms[index] == "quoted":
        return None
    impersonal = group > bounds[0] and tokens.norms[group - 1] == "it"
    begin = after_adverbials(reading, after, last)
    agent = _agent(reading, after, min(last, after + 2)) if impersonal else None
    if agent is not None:
        agent = phrase_after(reading, agent[0], last)
    if agent is not None and tokens.norms[agent[1] : agent[1] + 1] == ("that",):
        end = content_end(reading, agent[1] + 1, last)
        return Draft(((agent[1] + 1, end),), (group, after), agent, cue.verb.grade)
    if "passive" not in cue.verb.frames or reading.quote_of[index] >= 0:
        return None
    if impersonal and tokens.norms[begin : begin + 1] == ("that",):
        end = content_end(reading, begin + 1, last)
        return Draft(
            ((begin + 1, end),),
            (group, after),
            None,
            "heard" if cue.verb.grade == "said" else cue.verb.grade,
            (after, begin),
        )
    if tokens.norms[begin : begin + 1] == ("to",) and not impersonal:
        source = _agent(reading, begin, last)
        subject = phrase_before(reading, group, bounds[0])
        if subject is None or (source is None and cue.verb.grade == "predicted"):
            return None  # "they are expected to go" gives it to nobody
        end = content_end(reading, begin, source[0] - 1 if source else last)
        return Draft(((subject[0], group), (begin, end)), (index, after), source, cue.verb.grade)
    return None


def _agent(reading: Reading, begin: int, last: int) -> Reach | None:
    for at in range(begin, min(last - 1, begin + 20)):
        if reading.tokens.norms[at] == "by" and reading.tokens.kinds[at + 1] in "AU":
            return phrase_after(reading, at + 1, last)
    return None
