"""Speakers before a colon: transcripts, interviews with their letters, and the headline "Lund: we will build"."""

from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from claimcheck.attribution.clauses import has_figure, is_clause, quote_chain
from claimcheck.attribution.drafts import Draft, Reach, Reading
from claimcheck.attribution.phrases import phrase_after
from claimcheck.model import Tokens

LONGEST = 8
"""Tokens of the longest label: "Prime Minister Ada Lund (AL)"."""

HEADLINE_DOCUMENTS = frozenset(["report", "study", "survey", "poll", "audit", "data"])
"""Documents that stand alone after the colon of a headline; others tell what the text is ("a history")."""
PARTING = frozenset(":–-")
"""Kinds of the marks that may part a headline from its source."""
QUESTION, ANSWER = frozenset(["q", "question"]), frozenset(["a", "answer"])
LETTERS = QUESTION | ANSWER


@frozen
class Label:
    """What stands before the colon of a paragraph, and the rest of the paragraph."""

    words: tuple[str, ...]
    reach: Reach
    content: Reach
    opens: bool
    """Whether it stands in the first paragraph, where the headline is."""


def read_labels(reading: Reading) -> Iterator[Draft]:
    """Yield what is said behind labels that are speakers.

    In a transcript a label comes again, and some of what follows it is a sentence; "Age: 40" is a label of a form. A
    headline has its speaker once, and so has a paragraph behind a full name.
    """
    yield from _headlines(reading)
    if ":" not in reading.kinds:
        return
    labels = [label for label in _labels(reading) if not _is_no_speaker(reading, label)]
    if not labels:
        return
    times = Counter(label.words for label in labels)
    sentences = Counter(label.words for label in labels if _is_speech(reading, label))
    letters = any(set(words) & QUESTION for words in times) and any(set(words) & ANSWER for words in times)
    transcript = len(times) > 1 and any(times[words] > 1 for words in sentences)
    for label in labels:
        letter = label.words[-1] in LETTERS and len(label.words) == 1
        turn = transcript and (times[label.words] > 1 or sentences[label.words] > 0)
        alone = _may_stand_alone(reading, label) and _is_speech(reading, label)
        if letters if letter else turn or alone:
            yield Draft(_spoken(reading, label.content), None, label.reach, "said")


def _spoken(reading: Reading, content: Reach) -> tuple[Reach, ...]:
    """Return what stands behind a label, without the marks where it is one quote."""
    first, last = content
    number = reading.quote_of[first + 1] if first + 1 < last and reading.quote_of[first] < 0 else -1
    if number < 0 or reading.quotes[number].first != first + 1 or reading.quotes[number].last < last - 1:
        return (content,)
    return quote_chain(reading, number)


def _labels(reading: Reading) -> Iterator[Label]:
    """Yield what could be a speaker's label: words from a capital on, and at most initials in brackets, before a colon."""
    tokens, last = reading.tokens, 0
    while (colon := reading.kinds.find(":", last)) >= 0:
        number = tokens.paragraph_index(colon)
        first, last = tokens.paragraph(number)
        if not first < colon < first + LONGEST or last - colon < 3:
            continue
        opened = reading.kinds.find("(", first, colon)
        end = opened if first < opened and reading.kinds[opened:colon] in ("(U)", "(I)") else colon
        if reading.norms[first] == "@" and colon == first + 2:
            yield Label(("@",), (first, colon), (colon + 1, last), opens=True)
        elif reading.kinds[first] in "AUI" and all(kind in "AUIa.-" for kind in reading.kinds[first:end]):
            words = reading.norms[opened + 1 : colon - 1] if end < colon else reading.norms[first:end]
            yield Label(words, (first, end), (colon + 1, last), opens=number == 0)


def _headlines(reading: Reading) -> Iterator[Draft]:
    """Yield what headlines give to the source after their colon or dash: "Ferry fire kills 40: police"."""
    tokens = reading.tokens
    if ":" not in reading.kinds and "–" not in reading.kinds and "-" not in reading.kinds:
        return
    for number, kind in enumerate(tokens.paragraph_kinds):
        if number and kind != "h":
            continue
        first, last = tokens.paragraph(number)
        low = max(first + 2, last - LONGEST) + 1
        if PARTING.isdisjoint(reading.kinds[low:last]):
            continue
        mark = next((at for at in range(last - 1, low - 1, -1) if _sets_off(tokens, at)), last)
        if mark + 1 >= last:
            continue
        source = phrase_after(reading, mark + 1, last)
        if source is not None and source[1] == last and _is_headline_source(reading, source):
            yield Draft(((first, mark),), None, source, "said")


def _sets_off(tokens: Tokens, index: int) -> bool:
    """Tell whether a colon or a dash with spaces parts a headline."""
    return tokens.kinds[index] in ":–" or (tokens.kinds[index] == "-" and not tokens.glued(index))


def _is_headline_source(reading: Reading, source: Reach) -> bool:
    """Tell whether a phrase at the end of a headline speaks: it ends in a source noun, or is a full name."""
    norms, grammar = reading.norms, reading.grammar
    last = norms[source[1] - 1]
    kind = reading.words.sources.get(last, "document")
    if kind != "document" or last in HEADLINE_DOCUMENTS or last in grammar.roles:
        return True
    return source[1] - source[0] > 1 and (norms[source[0]] in grammar.he or norms[source[0]] in grammar.she)


def _is_no_speaker(reading: Reading, label: Label) -> bool:
    norms, grammar = reading.norms, reading.grammar
    first, last = label.reach
    if label.words[0] in LETTERS and len(label.words) == 1:
        return False
    return (
        norms[first] in grammar.labels
        or norms[last - 1] in grammar.labels
        or norms[last - 1] in grammar.credits
        or norms[first] in grammar.articles
        or norms[first] in grammar.calendar
    )


def _is_speech(reading: Reading, label: Label) -> bool:
    """Tell whether a clause follows, a figure after "we" and "I", or one in a headline ("Police: 40 dead")."""
    first, last = label.content
    if label.words == ("@",) or (label.opens and _is_source_noun(reading, label) and has_figure(reading, first, last)):
        return True
    if is_clause(reading, first, last) or reading.norms[last - 1] == "?":
        return True
    return has_figure(reading, first, last) and reading.norms[first] in ("we", "i")


def _may_stand_alone(reading: Reading, label: Label) -> bool:
    """Tell whether a label needs no second turn: a headline's speaker, or a full name ("Ada Lund", "Mr Lund")."""
    first, last = label.reach
    word = reading.norms[first]
    if label.words == ("@",):
        return True
    if "a" in reading.kinds[first:last]:
        return False
    return label.opens or (last - first > 1 and word in reading.grammar.person_words)


def _is_source_noun(reading: Reading, label: Label) -> bool:
    return label.words[-1] in reading.words.sources or label.words[-1] in reading.grammar.roles
