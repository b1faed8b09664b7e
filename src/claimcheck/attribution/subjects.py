"""Subjects of reporting verbs: whether a noun phrase can speak and agrees with its verb, and names before appositions."""

from claimcheck.attribution.drafts import Reach, Reading
from claimcheck.attribution.phrases import phrase_before
from claimcheck.lexicons.reporting import CueWord


def agrees(reading: Reading, source: Reach, index: int, group: int, cue: CueWord) -> bool:
    """Tell whether a noun phrase can be the subject of a present tense: a noun ("a blog post") has no such subject."""
    word = reading.tokens.norms[source[1] - 1]
    if "document" in cue.verb.frames and reading.words.sources.get(word) != "document":
        return False
    if cue.verb.key == "mean" and not is_source(reading, source):
        return False  # "paying more means that ..."
    if source[1] - source[0] == 1 and word == "who" and cue.verb.grade != "said":
        return False
    if (
        any(reading.tokens.norms[at] in reading.grammar["auxiliaries"] for at in range(group, index))
        or cue.forms & {"past", "gerund"}
        or "participle" in cue.forms
    ):
        return True
    if not is_source(reading, source):
        return False
    plural = word in ("i", "we", "they", "you", "people", "police", "data", "many", "some", "others", "both", "who")
    joint = "and" in reading.tokens.norms[source[0] : source[1]]
    of_many = any(
        noun.endswith("s") or noun in ("people", "men", "women", "police")
        for noun in reading.tokens.norms[slice(*source)]
    )
    return (plural or joint or of_many) if "base" in cue.forms else not (plural and word in ("i", "we", "they", "you"))


def is_source(reading: Reading, source: Reach) -> bool:
    """Tell whether a noun phrase can speak: a name, a pronoun, or a noun of the lexicon's sources and roles."""
    tokens, grammar = reading.tokens, reading.grammar
    for at in range(source[0], source[1]):
        if tokens.kinds[at] in "UI" or (
            tokens.kinds[at] == "A" and (at > source[0] or tokens.norms[at] not in grammar["articles"])
        ):
            return True
        if (
            tokens.norms[at] in grammar["subjects"]
            or tokens.norms[at] in reading.words.sources
            or tokens.norms[at] in grammar["roles"]
        ):
            return True
    return False


def before_apposition(reading: Reading, comma: int, floor: int, *, direct: bool) -> Reach | None:
    """Return the name before ", who led the team," or ", director of ...,"; `comma` closes the apposition."""
    tokens = reading.tokens
    end = comma
    for _ in range(6):
        begin = end
        while begin > floor and comma - begin < 60 and not _parts_segments(reading, begin - 1):
            begin -= 1
        phrase = phrase_before(reading, end, begin)
        allowed = direct or end < comma  # "Lund, said" is no sentence, "Lund, has said" is careless
        if (
            allowed
            and phrase is not None
            and phrase[0] - begin <= 1
            and (begin == floor or _is_bare_name(reading, phrase))
        ):
            return phrase
        if begin <= floor or tokens.kinds[begin - 1] == ";":
            return phrase if begin <= floor and allowed else None
        end = begin - 1
    return None


def _parts_segments(reading: Reading, index: int) -> bool:
    return reading.tokens.kinds[index] in ",;" and reading.quote_of[index] < 0


def _is_bare_name(reading: Reading, phrase: Reach) -> bool:
    """Tell whether a phrase is a name with its titles: "Ada Lund", "port chief Ada Lund", not "the chief" or "QC"."""
    tokens, grammar = reading.tokens, reading.grammar
    if tokens.kinds[phrase[1] - 1] not in "AUI" or tokens.kinds[slice(*phrase)] == "U":
        return False
    return (
        all(
            tokens.kinds[at] in "AUI.-"
            or tokens.norms[at] in grammar["title-words"]
            or tokens.norms[at] in grammar["particles"]
            for at in range(*phrase)
        )
        and tokens.norms[phrase[0]] not in grammar["articles"]
    )
