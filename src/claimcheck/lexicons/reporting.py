"""The words that give words to a source: reporting verbs, phrases, grades, source nouns and media."""

from collections.abc import Iterable, Mapping
from typing import Literal, Self

from attrs import field, frozen

from claimcheck.lexicons.inflection import plural, verb_forms
from claimcheck.lexicons.loading import Entry, Lexicon
from claimcheck.lexicons.words import WordList
from claimcheck.model import Modality, NameType, Polarity, SourceType

Form = Literal["base", "third", "past", "participle", "gerund"]
PhraseFrame = Literal["source", "relay", "adverb", "noun"]
Grammar = Mapping[str, frozenset[str]]
"""Closed classes of words by name, as token norms."""

FRAMES = frozenset(
    ["that", "bare", "quote", "inverted", "addressee", "np", "to", "at", "figure", "of", "for", "whether", "passive",
     "label", "document"]
)  # fmt: skip


def _frames(raw: Iterable[str]) -> frozenset[str]:
    frames = frozenset(raw)
    if not frames <= FRAMES:
        raise ValueError(f"unknown frames {', '.join(sorted(frames - FRAMES))}; known are {', '.join(sorted(FRAMES))}")
    return frames


@frozen(kw_only=True)
class ReportingVerb(Entry):
    """A verb that takes a content, with the grade of its force and the constructions it takes.

    `acts` are objects that make it an act of the subject's own: "the board proposes a dividend".
    """

    grade: str
    frames: frozenset[str] = field(converter=_frames)
    past: str | None = None
    participle: str | None = None
    acts: tuple[str, ...] = ()


@frozen(kw_only=True)
class ReportingPhrase(Entry):
    """A cue that is no verb."""

    grade: str
    frame: PhraseFrame


@frozen(kw_only=True)
class Grade(Entry):
    """What the force of a cue makes of its content."""

    modality: Modality = "asserted"
    polarity: Polarity = "positive"


@frozen(kw_only=True)
class SourceNouns(Entry):
    """Nouns that name a source of one type."""

    type: SourceType | Literal["media"]
    nouns: tuple[str, ...]


@frozen(kw_only=True)
class Medium(Entry):
    """Where or how something is said."""

    name: str
    words: tuple[str, ...]


@frozen(kw_only=True)
class Alias(Entry):
    """The names of one entity across documents, as they are written."""

    name: str
    type: NameType
    forms: tuple[str, ...]
    metonyms: tuple[str, ...] = ()


@frozen
class CueWord:
    """A verb form that may be a cue: its entry, the forms that it may be, and the words that follow ("pointed out")."""

    verb: ReportingVerb
    forms: frozenset[Form]
    particle: str | None = None


@frozen
class CuePhrase:
    """A phrase that may be a cue: its entry, its words, and how many of them stand before the one that it is found by."""

    phrase: ReportingPhrase
    words: tuple[str, ...]
    lead: int

    @classmethod
    def of(cls, phrase: ReportingPhrase) -> Self:
        """Find a phrase by its longest word: "in the words of" is rare, "in" is not."""
        words = tuple(phrase.key.split())
        return cls(phrase, words, words.index(max(words, key=len)))


@frozen
class Reporting:
    """Everything that is needed to see a cue, looked up by token norms."""

    verbs: Mapping[str, tuple[CueWord, ...]] = field(repr=False)
    phrases: Mapping[str, tuple[CuePhrase, ...]] = field(repr=False)
    grades: Mapping[str, Grade] = field(repr=False)
    sources: Mapping[str, str] = field(repr=False)
    media: Mapping[str, str] = field(repr=False)
    metonyms: Mapping[str, str] = field(repr=False, factory=dict[str, str])

    @classmethod
    def load(cls, lexicon: Lexicon) -> Self:
        """Read and invert the lexicon files."""
        phrases: dict[str, tuple[CuePhrase, ...]] = {}
        cues = map(CuePhrase.of, lexicon.entries("reporting_phrases", ReportingPhrase))
        for cue in sorted(cues, key=lambda cue: len(cue.words)):
            found_by = cue.words[cue.lead]
            phrases[found_by] = (cue, *phrases.get(found_by, ()))
        sources: dict[str, str] = {}
        for entry in lexicon.entries("sources", SourceNouns):
            for noun in entry.nouns:
                sources.setdefault(noun, entry.type)
        for noun in [noun for noun, kind in sources.items() if kind == "organisation"]:
            sources.setdefault(plural(noun), "plural")
        return cls(
            verbs=_verb_forms(lexicon.entries("reporting_verbs", ReportingVerb)),
            phrases=phrases,
            grades={grade.key: grade for grade in lexicon.entries("grades", Grade)},
            sources=sources,
            media={word: medium.name for medium in lexicon.entries("media", Medium) for word in medium.words},
            metonyms={
                place.lower(): alias.name for alias in lexicon.entries("aliases", Alias) for place in alias.metonyms
            },
        )


def _verb_forms(verbs: Iterable[ReportingVerb]) -> dict[str, tuple[CueWord, ...]]:
    found: dict[str, tuple[CueWord, ...]] = {}
    for verb in verbs:
        lemma, _, particle = verb.key.partition(" ")
        spelled: dict[str, set[Form]] = {}
        for form, word in verb_forms(lemma, verb.past, verb.participle).items():
            spelled.setdefault(word, set()).add(form)  # type: ignore[arg-type]  # the keys of verb_forms are the forms
        for word, forms in spelled.items():
            cue = CueWord(verb, frozenset(forms), particle or None)
            found[word] = (cue, *found.get(word, ())) if particle else (*found.get(word, ()), cue)
    return found


def closed_classes(lexicon: Lexicon) -> Grammar:
    """Read the closed classes (function_words.toml, titles.toml, given_names.toml, name_words.toml)."""
    return {
        entry.key: frozenset(entry.words)
        for name in ("function_words", "titles", "given_names", "name_words")
        for entry in lexicon.entries(name, WordList)
    }
