"""Reporting verbs: from a verb form to a source and a content, in every order."""

from collections.abc import Iterator

from claimcheck.attribution.clauses import (
    TRAILERS,
    Right,
    content_end,
    has_figure,
    is_clause,
    quote_before,
    quote_chain,
    right_side,
    sentence_bounds,
)
from claimcheck.attribution.drafts import Draft, Reach, Reading
from claimcheck.attribution.phrases import after_adverbials, phrase_after, phrase_before
from claimcheck.lexicons.reporting import CueWord, Form

GERUND: frozenset[Form] = frozenset(["gerund"])
BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "'s"])
FIGURE_FIRST = frozenset(["intended", "promised", "demanded", "proposed", "revised", "estimated"])
"""Grades whose constructions without "that" are kept only with a figure: otherwise they report acts, not words."""


def read_verbs(reading: Reading) -> Iterator[Draft]:
    """Yield the attributions that reporting verbs make."""
    verbs, norms = reading.words.verbs, reading.tokens.norms
    kinds = reading.tokens.kinds
    for index in [at for at, norm in enumerate(norms) if norm in verbs and kinds[at] == "a"]:
        for cue in verbs[norms[index]]:
            if cue.particle is not None and norms[index + 1 : index + 2] != (cue.particle,):
                continue
            draft = _read(reading, index, cue)
            if draft is not None:
                yield draft
                break


def _read(reading: Reading, index: int, cue: CueWord) -> Draft | None:
    """Read one verb form; None where it reports nothing."""
    tokens, grammar = reading.tokens, reading.grammar
    first, last = sentence_bounds(reading, index)
    if reading.quote_of[index] >= 0:
        quote = reading.quotes[reading.quote_of[index]]
        first, last = max(first, quote.first), min(last, quote.last)
    if reading.quote_of[last - 1] in (-1, reading.quote_of[index]):
        last = min(last, index + 400)
    first = max(first, index - 150)
    group = index
    negated = False
    while group > first and (
        tokens.norms[group - 1] in grammar["auxiliaries"]
        or tokens.norms[group - 1] in grammar["adverbs"]
        or (tokens.norms[group - 1].endswith("ly") and tokens.kinds[group - 1] == "a")
    ):
        group -= 1
        negated = negated or tokens.norms[group] in grammar["negations"]
    if group > first and tokens.norms[group - 1] == "to":
        return None
    after = index + 1 + (cue.particle is not None)
    if "participle" in cue.forms and any(tokens.norms[at] in BE for at in range(group, index)):
        return _passive(reading, index, group, cue, (first, last))
    right = right_side(reading, after, last, cue)
    return (
        _inverted(reading, index, after, cue, (first, last))
        or _participial(reading, index, group, cue, right, (first, last))
        or _active(reading, index, group, cue, right, (first, last), negated=negated)
    )


def _inverted(reading: Reading, index: int, after: int, cue: CueWord, bounds: Reach) -> Draft | None:
    """Read `"...," said Ada Lund` and `..., said Ada Lund.`"""
    if "inverted" not in cue.verb.frames or not cue.forms & {"past", "third"}:
        return None
    tokens = reading.tokens
    number = quote_before(reading, index)
    if number is None and (index == bounds[0] or tokens.kinds[index - 1] != ","):
        return None
    source = phrase_after(reading, after, min(len(tokens), tokens.sentence_of(index)[1]))
    if source is None or tokens.norms[source[0]] in ("that", "it", "there"):
        return None
    stop = source[1]
    if tokens.kinds[source[0]] in "AUI" or number is not None:
        source = _without_topic(reading, source)
    if number is None:
        ended = stop >= bounds[1] or tokens.kinds[stop] in ".,;"
        if not ended or not _is_source(reading, source) or index - 1 <= bounds[0]:
            return None
        return Draft(((bounds[0], index - 1),), (index, after), source, cue.verb.grade, aside=(stop, bounds[1]))
    pieces = _with_lead(reading, number, bounds[0])
    pieces += _resumed(reading, stop, bounds[1])
    return Draft(pieces, (index, after), source, cue.verb.grade, aside=(after, _aside_end(reading, stop, index)))


def _without_topic(reading: Reading, source: Reach) -> Reach:
    """Cut off what the words are about: "said attorney Rita Moss of the mayor"."""
    norms, kinds = reading.tokens.norms, reading.tokens.kinds
    for at in range(source[0] + 1, source[1] - 1):
        if (
            norms[at] in ("of", "in", "on", "at", "to", "about")
            and kinds[at - 1] in "AUI"
            and norms[at + 1] in reading.grammar["determiners"]
        ):
            return (source[0], at)
    return source


def _resumed(reading: Reading, index: int, last: int) -> tuple[Reach, ...]:
    """Return the quote that goes on after the cue within the sentence: `..., he said, "and ..."`."""
    tokens = reading.tokens
    for at in range(index, min(index + 8, len(tokens) - 1)):
        if tokens.kinds[at] in ".;":
            return ()
        if tokens.kinds[at] in "qk" and reading.quote_of[at + 1] >= 0:
            return quote_chain(reading, reading.quote_of[at + 1]) if tokens.kinds[at - 1] in ",–:" else ()
    return ()


def _aside_end(reading: Reading, start: int, index: int) -> int:
    tokens = reading.tokens
    end = min(tokens.sentence_of(index)[1], start + 25)
    for at in range(start, end):
        if tokens.kinds[at] == "q":
            return at
    return end


def _with_lead(reading: Reading, number: int, first: int) -> tuple[Reach, ...]:
    """Return a quote, with the words of its sentence before it where they belong to the content."""
    pieces = quote_chain(reading, number)
    quote = reading.quotes[number]
    lead = [at for at in range(first, quote.first - 1) if reading.tokens.norms[at] not in reading.grammar["openers"]]
    if lead and len(lead) < 60 and reading.tokens.kinds[quote.first - 2] not in ".:," and reading.quote_of[first] < 0:
        return ((first, quote.last),)
    return pieces


def _participial(reading: Reading, index: int, group: int, cue: CueWord, right: Right, bounds: Reach) -> Draft | None:
    """Read ", adding that ...", "... and added that ...": the source is the one of the clause before."""
    tokens = reading.tokens
    if group == bounds[0] or right.begin is None or not cue.verb.frames & {"that", "quote", "bare"}:
        return None
    before = tokens.norms[group - 1]
    if "gerund" in cue.forms:
        if tokens.kinds[group - 1] not in ",q;" and before not in ("and", "by", "in", "before", "after", "while"):
            return None
        if cue.verb.key == "mean":
            return None
    elif (
        before not in ("and", "but")
        and not (before == "," and tokens.norms[group] in ("and", "but"))
        or not cue.forms & {"past", "third"}
        or (tokens.kinds[group - 2] in "qk" and group - 2 > bounds[0] and not right.explicit and not right.quoted)
    ):
        return None
    bare = (
        "bare" in cue.verb.frames
        and is_clause(reading, right.begin, bounds[1])
        and cue.verb.grade in ("said", "claimed", "noted")
    )
    if not (right.explicit or right.quoted or bare):
        return None
    pieces = _content(reading, right, bounds[1])
    return (
        Draft(pieces, (index, index + 1), None, cue.verb.grade, aside=(index, right.begin), inherits=True)
        if pieces
        else None
    )


def _content(reading: Reading, right: Right, last: int) -> tuple[Reach, ...]:
    """Return the pieces of what follows a cue."""
    assert right.begin is not None
    begin = right.begin
    if reading.tokens.norms[begin] == "that":
        begin += 1
    if right.quoted:
        number = reading.quote_of[begin]
        quote = reading.quotes[number]
        rest = content_end(reading, quote.last, last) if quote.last < last else last
        tail = rest - quote.last - quote.closed
        if (
            tail > 2
            and reading.tokens.kinds[quote.last - 1] not in ",.?!"
            and reading.tokens.norms[quote.last + 1] not in (*TRAILERS, ",", "and", "in", "on", "as", "when", "after")
        ):
            return ((begin, rest),)
        return quote_chain(reading, number)
    end = content_end(reading, begin, last)
    return ((begin, end),) if begin < end else ()


def _active(
    reading: Reading, index: int, group: int, cue: CueWord, right: Right, bounds: Reach, *, negated: bool
) -> Draft | None:
    """Read a source before its verb, with the content after it, before it, or on both sides."""
    if cue.forms == GERUND and not right.quoted and not right.explicit:
        return None
    tokens = reading.tokens
    if tokens.kinds[group - 1 : group] == "," and group - 1 > bounds[0] and "gerund" not in cue.forms:
        source = _before_apposition(reading, group - 1, bounds[0], direct=group < index)
    else:
        source = phrase_before(reading, group, bounds[0])
    if (
        source is None
        or not _agrees(reading, source, index, group, cue)
        or (
            tokens.norms[source[0]] in ("it", "there", "this", "which")
            and not right.quoted
            and cue.verb.grade == "believed"
        )
    ):
        return None
    after = index + 1 + (cue.particle is not None)
    cue_reach = (group if negated else index, after)
    opens = source[0]
    as_clause = opens > bounds[0] and tokens.norms[opens - 1] == "as"
    number = quote_before(reading, opens)
    grade = cue.verb.grade
    if number is not None and "quote" in cue.verb.frames and not (right.explicit and tokens.kinds[opens - 2] != ","):
        pieces = _with_lead(reading, number, bounds[0]) + _resumed(reading, right.resume, bounds[1])
        return Draft(
            pieces,
            cue_reach,
            source,
            grade,
            (after, _aside_end(reading, after, index)),
            negated=negated,
            audience=right.audience,
        )
    if as_clause:
        return _as_said(reading, cue_reach, source, grade, right, bounds)
    trailing = _trailing(reading, source, right, cue, bounds)
    if trailing:
        return Draft(trailing, cue_reach, source, grade, (after, bounds[1]), negated=negated, audience=right.audience)
    pieces = _taken(reading, right, cue, source, bounds, ambiguous=index == group and "past" not in cue.forms)
    if not pieces:
        return None
    return Draft(pieces, cue_reach, source, grade, (bounds[0], pieces[0][0]), negated=negated, audience=right.audience)


def _taken(
    reading: Reading, right: Right, cue: CueWord, source: Reach, bounds: Reach, *, ambiguous: bool
) -> tuple[Reach, ...]:
    """Return the content after a verb in one of the constructions it takes, nothing where none fits."""
    if right.begin is None:
        return ()
    frames, begin, last = cue.verb.frames, right.begin, bounds[1]
    if right.quoted:
        return _content(reading, right, last) if _speaks_quote(reading, frames, begin, last) else ()
    if right.explicit and _takes_clause(reading, cue, begin):
        return _content(reading, right, last)
    if right.explicit and not frames & {"np", "of", "for", "to", "at"}:
        return ()
    if _is_bare(reading, cue, begin, last) and not (
        ambiguous and reading.tokens.kinds[begin] == "a" and begin + 2 > last
    ):
        return _content(reading, right, last)
    if has_figure(reading, begin, last) and _is_source(reading, source) and _takes_phrase(reading, frames, begin, last):
        return _content(reading, right, last)
    return _labelled(reading, frames, begin, last)


def _speaks_quote(reading: Reading, frames: frozenset[str], begin: int, last: int) -> bool:
    quote = reading.quotes[reading.quote_of[begin]]
    long = quote.last - quote.first > 3 or reading.tokens.kinds[quote.last - 1] in ",.?!"
    return ("quote" in frames and long) or ("bare" in frames and is_clause(reading, begin - 1, last))


def _takes_clause(reading: Reading, cue: CueWord, begin: int) -> bool:
    word = reading.tokens.norms[begin]
    if word in ("whether", "if"):
        return bool(cue.verb.frames & {"whether", "that"})
    return bool(cue.verb.frames & {"that", "bare"}) and (cue.verb.grade != "believed" or word != "what")


def _is_bare(reading: Reading, cue: CueWord, begin: int, last: int) -> bool:
    """Tell whether a clause without "that" follows; only "say" and "tell" take one with a verb far away."""
    frames = cue.verb.frames
    if "bare" not in frames or ("to" in frames and _has_to(reading, begin, last)):
        return False
    return is_clause(reading, begin, last, strict=cue.verb.key not in ("say", "tell"))


def _takes_phrase(reading: Reading, frames: frozenset[str], begin: int, last: int) -> bool:
    """Tell whether a noun phrase, an infinitive or a thing with its figure follows a verb that takes it."""
    norms = reading.tokens.norms
    if reading.quote_of[begin] >= 0:
        return False  # "we counted 40 boats" in a quote reports an act
    if "to" in frames and _has_to(reading, begin, last):
        return True
    if frames & {"np", "of", "for"} and norms[begin] not in reading.grammar["no-start"]:
        return True
    return bool(frames & {"at", "figure"}) and any(
        norms[at] in ("at", "to", "from") for at in range(begin, min(last, begin + 12))
    )


def _labelled(reading: Reading, frames: frozenset[str], begin: int, last: int) -> tuple[Reach, ...]:
    """Return the content of "called it "a day of shame"": the thing and its label."""
    if "label" not in frames:
        return ()
    for at in range(begin, min(last, begin + 30)):
        number = reading.quote_of[at]
        if number >= 0:
            quote = reading.quotes[number]
            return ((begin, quote.last),) if quote.last - quote.first > 3 else ()
    return ()


def _has_to(reading: Reading, begin: int, last: int) -> bool:
    norms = reading.tokens.norms
    return any(
        norms[at] == "to" and reading.tokens.kinds[at + 1 : at + 2] == "a" for at in range(begin, min(last, begin + 12))
    )


def _trailing(reading: Reading, source: Reach, right: Right, cue: CueWord, bounds: Reach) -> tuple[Reach, ...]:
    """Return the content before "..., Lund said on Monday.", and on both sides of "The dam, Lund said, is safe"."""
    tokens, opens = reading.tokens, source[0]
    if (
        opens - 2 < bounds[0]
        or tokens.kinds[opens - 1] not in ",–"
        or "quote" not in cue.verb.frames | ({"quote"} if "bare" in cue.verb.frames else set())
    ):
        return ()
    if not _is_source(reading, source) or opens - 1 - bounds[0] < 2:
        return ()
    comma = right.resume < bounds[1] and tokens.kinds[right.resume] in ",–"
    rest = right.resume + 1 if comma else right.resume
    begin = bounds[0]
    whole = is_clause(reading, begin, opens - 1)
    if comma and rest < bounds[1] and tokens.norms[rest] not in TRAILERS and not right.quoted:
        if tokens.norms[rest] in reading.grammar["subordinators"] or tokens.norms[rest].endswith("ing"):
            return ((begin, opens - 1),) if whole else ()
        tail = content_end(reading, rest, bounds[1])
        return ((begin, opens - 1), (rest, tail)) if rest < tail else ((begin, opens - 1),)
    if right.quoted or right.explicit or not whole:
        return ()
    ended = rest >= bounds[1] or tokens.kinds[rest] in ".;)" or (comma and tokens.norms[rest] in TRAILERS)
    if "that" not in cue.verb.frames or tokens.norms[rest : rest + 1] == ("to",):
        return ()
    joined = not ended and tokens.norms[rest] in reading.grammar["subordinators"] | reading.grammar["prepositions"]
    return ((begin, opens - 1),) if ended or joined else ()


def _as_said(reading: Reading, cue: Reach, source: Reach, grade: str, right: Right, bounds: Reach) -> Draft | None:
    """Read "As Lund noted, ..." and "..., as Lund noted": the content is the rest of the sentence."""
    tokens = reading.tokens
    if right.quoted and right.begin is not None:
        return Draft(
            _content(reading, right, bounds[1]), cue, source, grade, (bounds[0], right.begin), audience=right.audience
        )
    stop = right.resume
    pieces: list[Reach] = []
    if source[0] - 1 > bounds[0]:
        pieces.append((bounds[0], source[0] - 2 if tokens.kinds[source[0] - 2] == "," else source[0] - 1))
    if stop < bounds[1] and tokens.kinds[stop] == ",":
        pieces.append((stop + 1, content_end(reading, stop + 1, bounds[1])))
    kept = tuple(piece for piece in pieces if piece[0] < piece[1])
    return Draft(kept, cue, source, grade, (cue[1], stop), audience=right.audience) if kept else None


def _agrees(reading: Reading, source: Reach, index: int, group: int, cue: CueWord) -> bool:
    """Tell whether a noun phrase can be the subject of a present tense: a noun ("a blog post") has no such subject."""
    word = reading.tokens.norms[source[1] - 1]
    if "document" in cue.verb.frames and reading.words.sources.get(word) != "document":
        return False
    if source[1] - source[0] == 1 and word == "who" and cue.verb.grade != "said":
        return False
    if group < index or cue.forms & {"past", "gerund"} or "participle" in cue.forms:
        return True
    if not _is_source(reading, source):
        return False
    plural = word in ("i", "we", "they", "you", "people", "police", "data", "many", "some", "others", "both", "who")
    joint = "and" in reading.tokens.norms[source[0] : source[1]]
    of_many = any(
        noun.endswith("s") or noun in ("people", "men", "women", "police")
        for noun in reading.tokens.norms[slice(*source)]
    )
    return (plural or joint or of_many) if "base" in cue.forms else not (plural and word in ("i", "we", "they", "you"))


def _is_source(reading: Reading, source: Reach) -> bool:
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


def _before_apposition(reading: Reading, comma: int, floor: int, *, direct: bool) -> Reach | None:
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


def _passive(reading: Reading, index: int, group: int, cue: CueWord, bounds: Reach) -> Draft | None:
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
        if subject is None:
            return None
        end = content_end(reading, begin, source[0] - 1 if source else last)
        return Draft(((subject[0], group), (begin, end)), (index, after), source, cue.verb.grade)
    return None


def _agent(reading: Reading, begin: int, last: int) -> Reach | None:
    for at in range(begin, min(last - 1, begin + 20)):
        if reading.tokens.norms[at] == "by" and reading.tokens.kinds[at + 1] in "AU":
            return phrase_after(reading, at + 1, last)
    return None
