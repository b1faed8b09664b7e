"""Subjects of reporting verbs: whether a noun phrase can speak and agrees with its verb, and names before appositions."""

from claimcheck.attribution.adverbials import LONGEST, after_time
from claimcheck.attribution.clauses import is_clause
from claimcheck.attribution.drafts import Reach, Reading
from claimcheck.attribution.phrases import phrase_after, phrase_before
from claimcheck.lexicons.reporting import CueWord, Form

ANY_SUBJECT: frozenset[Form] = frozenset(["past", "gerund", "participle"])
"""Forms that any subject goes with."""
SPEAKING = frozenset(["i", "we", "they", "you"])
"""Pronouns that take the base form of a verb."""
LONGEST_APPOSITION = 60
"""Tokens before the comma that closes an apposition in which its name is looked for."""
MANY = SPEAKING | {"people", "police", "data", "many", "some", "others", "both", "who"}
"""Other words that take it without the ending of a plural."""


def agrees(reading: Reading, source: Reach, index: int, group: int, cue: CueWord) -> bool:
    """Tell whether a noun phrase can be the subject of a present tense: a noun ("a blog post") has no such subject."""
    verb, norms = cue.verb, reading.norms
    word = norms[source[1] - 1]
    if word == "who" and source[1] - source[0] == 1 and verb.grade != "said":
        return False
    if "document" in verb.frames and reading.words.sources.get(word) != "document":
        return False
    if verb.key == "mean" and not is_source(reading, source):
        return False  # "paying more means that ..."
    if not cue.forms.isdisjoint(ANY_SUBJECT):
        return True
    if group < index and not reading.grammar.auxiliaries.isdisjoint(norms[group:index]):
        return True
    if not is_source(reading, source):
        return False
    if "base" not in cue.forms:
        return word not in SPEAKING
    if word in MANY or "and" in norms[source[0] : source[1]]:
        return True
    return any(_is_plural(reading, at, source) for at in range(source[1] - 1, source[0] - 1, -1))


def _is_plural(reading: Reading, index: int, source: Reach) -> bool:
    """Tell whether a noun is one of many; "US", "Barnes" and "Athens" inside a name are not."""
    noun = reading.norms[index]
    if noun in ("people", "men", "women", "police") or reading.words.sources.get(noun) == "plural":
        return True
    if not noun.endswith("s") or len(noun) < 4:
        return False
    named = reading.kinds[index] != "a" and index > source[0]
    return not named or reading.norms[source[0]] in reading.grammar.articles


def without_time(reading: Reading, source: Reach) -> Reach | None:
    """Cut the moment off a subject that ends in one: "the audit office on 18 June called for ...".

    None where nothing else is left, or but a number: "4 to 16" cannot speak.
    """
    first, last = source
    for at in range(max(first, last - LONGEST), last):
        dated = reading.kinds[at] in "nx" or reading.norms[at] in reading.grammar.time_leads  # but "Theresa May"
        if dated and after_time(reading, at, last) == last:
            return (first, at) if at > first and reading.kinds[at - 1] in "aAUIm" else None
    return source if reading.kinds[last - 1] not in "nx" else None


def subject_at_start(reading: Reading, first: int, group: int) -> Reach | None:
    """Return the document that opens a sentence where participles part it from its verb.

    "A poll of 900 voters taken from 4 to 16 July put the party at 40 percent": the poll speaks, not the end of its date.
    """
    sources = reading.words.sources
    if not 3 < group - first < 25 or reading.grammar.documents.isdisjoint(reading.norms[first : first + 6]):
        return None
    if "," in reading.kinds[first:group]:
        return None
    opened = phrase_after(reading, first, group)
    if opened is None or opened[1] >= group or reading.norms[first].endswith("ing"):
        return None
    head = next((at for at in range(*opened) if reading.norms[at] in reading.grammar.prepositions), opened[1])
    end = opened[1]
    while end > head and _is_no_noun(reading, end - 1):
        end -= 1
    if sources.get(reading.norms[min(head, end) - 1]) != "document" or is_clause(reading, first, group):
        return None
    return (opened[0], end)


def _is_no_noun(reading: Reading, index: int) -> bool:
    word = reading.norms[index]
    participle = word.endswith("ed") or word in ("taken", "made", "held")
    return participle or reading.kinds[index] == "n" or word in reading.grammar.prepositions


def is_source(reading: Reading, source: Reach) -> bool:
    """Tell whether a noun phrase can speak: a name, a pronoun, or a noun of the lexicon's sources and roles."""
    grammar = reading.grammar
    first, last = source
    kinds = reading.kinds[first:last]
    if "A" in kinds[1:] or "U" in kinds or "I" in kinds:
        return True
    norms = reading.norms[first:last]
    return (kinds[:1] == "A" and norms[0] not in grammar.articles) or not grammar.speakers.isdisjoint(norms)


def before_apposition(reading: Reading, comma: int, floor: int, *, direct: bool) -> Reach | None:
    """Return the name before ", who led the team," or ", director of ...,"; `comma` closes the apposition."""
    kinds, end = reading.kinds, comma
    lowest = max(floor, comma - LONGEST_APPOSITION)
    for _ in range(6):
        begin = _segment(reading, min(lowest, end), end)
        phrase = phrase_before(reading, end, begin)
        allowed = direct or end < comma  # "Lund, said" is no sentence, "Lund, has said" is careless
        if (
            allowed
            and phrase is not None
            and phrase[0] - begin <= 1
            and (begin == floor or _is_bare_name(reading, phrase))
        ):
            return phrase
        if begin <= floor or kinds[begin - 1] == ";":
            return phrase if begin <= floor and allowed else None
        end = begin - 1
    return None


def _segment(reading: Reading, floor: int, end: int) -> int:
    """Return where the words before a token begin: behind the last comma or semicolon that stands in no quote."""
    kinds, mark = reading.kinds, end
    while mark >= 0:
        mark = max(kinds.rfind(",", floor, mark), kinds.rfind(";", floor, mark))
        if mark >= 0 and reading.quote_of[mark] < 0:
            return mark + 1
    return floor


def _is_bare_name(reading: Reading, phrase: Reach) -> bool:
    """Tell whether a phrase is a name with its titles: "Ada Lund", "port chief Ada Lund", not "the chief" or "QC"."""
    grammar = reading.grammar
    if reading.kinds[phrase[1] - 1] not in "AUI" or reading.kinds[slice(*phrase)] == "U":
        return False
    return (
        all(
            reading.kinds[at] in "AUI.-"
            or reading.norms[at] in grammar.title_words
            or reading.norms[at] in grammar.particles
            for at in range(*phrase)
        )
        and reading.norms[phrase[0]] not in grammar.articles
    )
