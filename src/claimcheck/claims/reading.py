"""Tags sentences and finds their verbs."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from claimcheck.claims.sentences import Sentence, Verb
from claimcheck.claims.tagging import Named, Piece, tagged
from claimcheck.claims.words import LETTERS, PRONOUNS, WordClasses
from claimcheck.model import Names, Tokens

NO_WORD = ("",)
"""The norm behind those of a sentence."""

ALONE = frozenset("vefi")
"""Tags of verbs without auxiliaries."""

LEMMAS = {"b": "be", "h": "have"}
"""The lemma of an auxiliary that stands alone, by its tag; "do" for the rest."""


@cache
def _verb() -> re.Pattern[str]:
    """Compile a verb with its auxiliaries, at which a line of tags is split.

    It begins with plain letters, for which the engine looks fast.
    """
    modal, auxiliary, rest = "[mg]", "[Khb]", r"(?:r|t++(?=r?[bvefi]))*"
    return re.compile(
        rf"([mgKhbvefi](?:(?<=[vefi])(?!-)|(?:(?<={modal})[rs]*+|(?<={auxiliary}){rest})"
        rf"(?:{modal}[rs]*+|{auxiliary}{rest})*(?:[vefi](?!-))?))"
    )


def read_sentences(tokens: Tokens, pieces: Sequence[Piece], words: WordClasses, names: Names) -> list[Sentence]:
    """Tag sentences with the mentions and names that stand there, and find the verbs."""
    named = [_named(tokens, piece, words, names) for piece in pieces]
    lines, lemmas = tagged(tokens, pieces, named, words), words.lemmas
    found: list[Sentence] = []
    for (number, start, end, first, last, placed), standing, tags in zip(pieces, named, lines, strict=True):
        norms = tokens.norms[first:last] + NO_WORD
        verbs, ending, starting = verbs_of(tags, norms, lemmas)
        hyphenated, pronominal = "-" in tokens.kinds[first:last], not PRONOUNS.isdisjoint(norms)
        found.append(
            Sentence(
                tokens, first, tags, tuple(tags), norms, verbs, standing, ending, starting,
                number, start, end, hyphenated, pronominal, placed, [],
            )
        )  # fmt: skip
    return found


def verbs_of(
    tags: str, norms: Sequence[str], lemmas: Mapping[str, str]
) -> tuple[list[Verb], dict[int, Verb], dict[int, Verb]]:
    """Return the verbs of a line of tags in order, by the token after each, and by those that each and its main verb begin with."""
    verbs: list[Verb] = []
    ending: dict[int, Verb] = {}
    starting: dict[int, Verb] = {}
    parts, begin = iter(_verb().split(tags)), 0
    for between in parts:
        shape = next(parts, "")  # there is none behind the last verb
        begin += len(between)
        if shape in ALONE:  # as most verbs do
            verb = Verb(begin, begin, begin + 1, lemmas[norms[begin]], False, True)
            verbs.append(verb)
            starting[begin] = verb
            begin += 1
            ending[begin] = verb
            continue
        built = _shape(shape)
        if built is not None:
            main, lemma, passive, bare = built
            main += begin
            verb = Verb(begin, main, main + 1, lemma or lemmas[norms[main]], passive, bare)
            verbs.append(verb)
            ending[main + 1] = starting[main] = starting[begin] = verb
        begin += len(shape)
    return verbs, ending, starting


def _named(tokens: Tokens, piece: Piece, words: WordClasses, names: Names) -> list[Named]:
    """Return the names that stand in a piece, each with its tokens there, but no first word for its capital."""
    first = piece[3]
    standing = names.standing(first, piece[4], first)
    if standing and standing[0][1] - standing[0][0] == 1 and _opens_plainly(tokens, first, standing[0], words):
        del standing[0]
    return standing


def _opens_plainly(tokens: Tokens, first: int, named: Named, words: WordClasses) -> bool:
    """Tell whether a name of a word is but the first of a sentence: "Turnout was 41 percent", "Certified figures"."""
    begin, _, name = named
    if begin and not LETTERS.isdisjoint(tokens.kinds[first : first + begin]):
        return False
    norm = tokens.norms[first + begin]
    return words.common(norm) or (norm in tokens.in_lower_case and name.canonical.lower() == norm)


@lru_cache(maxsize=1 << 10)
def _shape(tags: str) -> tuple[int, str, bool, bool] | None:
    """Return how a verb with auxiliaries is built, by its tags: its main verb, the lemma of one alone, passive, bare.

    None where there is no more than a modal, "to", or a form of "do" before another verb.
    """
    main = len(tags) - 1
    if tags[-1:] in tuple("vefi"):
        marks = tags[:main].strip("rst")
        return main, "", "b" in marks and tags[main] in "ef", not marks
    if tags.strip("rst") in ("m", "g", "K", ""):
        return None
    main = len(tags.rstrip("rst")) - 1
    return main, LEMMAS.get(tags[main], "do"), False, False
