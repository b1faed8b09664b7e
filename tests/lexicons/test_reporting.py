"""Every word that gives words to a source proves itself on its own examples."""

import pytest

from claimcheck.lexicons import load_lexicon
from claimcheck.lexicons.reporting import (
    Alias,
    Grade,
    Medium,
    Reporting,
    ReportingPhrase,
    ReportingVerb,
    SourceNouns,
    closed_classes,
)
from claimcheck.lexicons.words import WordList
from claimcheck.model import Attribution, Document
from claimcheck.names import NameCollector
from claimcheck.pipeline import Pipeline
from claimcheck.text import Tokenizer

LEXICON = load_lexicon()
PIPELINE = Pipeline()
WORDS = Reporting.load(LEXICON)
COLLECTOR = NameCollector(LEXICON)
VERBS = LEXICON.entries("reporting_verbs", ReportingVerb)
PHRASES = LEXICON.entries("reporting_phrases", ReportingPhrase)
GRADES = LEXICON.entries("grades", Grade)
SOURCES = LEXICON.entries("sources", SourceNouns)
MEDIA = LEXICON.entries("media", Medium)
ALIASES = LEXICON.entries("aliases", Alias)
TITLES = LEXICON.entries("titles", WordList)


def found(text: str) -> tuple[Attribution, ...]:
    """Return the attributions of a text."""
    return PIPELINE.analyze(text).attributions


def has_verb(text: str, verb: ReportingVerb) -> bool:
    """Tell whether a verb is the cue of an attribution."""
    forms = {
        form for form, cues in Reporting.load(LEXICON).verbs.items() if any(cue.verb.key == verb.key for cue in cues)
    }
    return any(forms & {word.lower() for word in item.cue.text.split()} for item in found(text) if item.cue is not None)


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.key)
def test_a_verb_is_a_cue_in_its_examples_only(verb: ReportingVerb) -> None:
    assert [text for text in verb.examples.yes if not has_verb(text, verb)] == []
    assert [text for text in verb.examples.no if has_verb(text, verb)] == []


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.key)
def test_a_phrase_is_a_cue_in_its_examples_only(phrase: ReportingPhrase) -> None:
    def cued(text: str) -> bool:
        if phrase.frame == "relay":
            return any(item.relay is not None for item in found(text))
        return any(item.cue is not None and item.cue.text.lower() == phrase.key for item in found(text))

    assert [text for text in phrase.examples.yes if not cued(text)] == []
    assert [text for text in phrase.examples.no if cued(text)] == []


@pytest.mark.parametrize("grade", GRADES, ids=lambda grade: grade.key)
def test_a_grade_is_given_in_its_examples_only(grade: Grade) -> None:
    for text in grade.examples.yes:
        assert (grade.key, grade.modality, grade.polarity) in [
            (item.grade, item.modality, item.polarity) for item in found(text)
        ]
    for text in grade.examples.no:
        assert grade.key not in [item.grade for item in found(text)]


def test_every_cue_has_a_known_grade() -> None:
    known = {grade.key for grade in GRADES}
    assert {verb.grade for verb in VERBS} | {phrase.grade for phrase in PHRASES} <= known


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.key)
def test_a_source_noun_gives_its_type(source: SourceNouns) -> None:
    wanted = "organisation" if source.type == "media" else source.type
    assert all(wanted in [item.source_type for item in found(text)] for text in source.examples.yes)
    assert not any(wanted in [item.source_type for item in found(text)] for text in source.examples.no)


@pytest.mark.parametrize("medium", MEDIA, ids=lambda medium: medium.key)
def test_a_medium_is_named(medium: Medium) -> None:
    assert all(medium.name in [item.medium for item in found(text)] for text in medium.examples.yes)
    assert not any(medium.name in [item.medium for item in found(text)] for text in medium.examples.no)


def names(text: str) -> dict[str, str]:
    """Return the canonical names of a text with their types."""
    collected = COLLECTOR.collect(Document(text=text), Tokenizer(frozenset()).tokenize(text))
    return {name.canonical: name.type for name in collected}


@pytest.mark.parametrize("alias", ALIASES, ids=lambda alias: alias.key)
def test_an_alias_is_found_under_its_name(alias: Alias) -> None:
    assert [text for text in alias.examples.yes if alias.name not in names(text)] == []
    assert [text for text in alias.examples.no if alias.name in names(text)] == []


def test_no_form_belongs_to_two_entities() -> None:
    forms = [form for alias in ALIASES for form in {alias.name, *alias.forms}]
    assert sorted(forms) == sorted(set(forms))


@pytest.mark.parametrize("titles", TITLES, ids=lambda titles: titles.key)
def test_a_title_makes_a_person(titles: WordList) -> None:
    assert all(names(text).get("Lund") == "person" for text in titles.examples.yes)
    assert not any(names(text).get("Lund") == "person" for text in titles.examples.no)


@pytest.mark.parametrize("given", LEXICON.entries("given_names", WordList), ids=lambda given: given.key)
def test_a_given_name_makes_a_person(given: WordList) -> None:
    assert all("person" in names(text).values() for text in given.examples.yes)
    assert not any("person" in names(text).values() for text in given.examples.no)


def test_function_words_stand_in_their_examples() -> None:
    grammar = closed_classes(LEXICON)
    for entry in LEXICON.entries("function_words", WordList):
        assert all(text.lower().split()[0] in grammar[entry.key] for text in entry.examples.yes)
        assert not any(text.lower().split()[0] in grammar[entry.key] for text in entry.examples.no)


@pytest.mark.parametrize("entry", LEXICON.entries("name_words", WordList), ids=lambda entry: entry.key)
def test_words_of_names_stand_in_names(entry: WordList) -> None:
    def holds(text: str) -> bool:
        return any(word in name.lower().split() for name in names(text) for word in entry.words)

    silent = entry.key in ("unnamed", "lone_openers")
    assert all(holds(text) is not silent for text in entry.examples.yes)
    assert not any(holds(text) for text in entry.examples.no)
    assert not silent or all(names(text) for text in entry.examples.no)
