"""Forms of nouns and verbs."""

from collections.abc import Callable

import pytest

from claimcheck.lexicons.inflection import forms_of, inflections, plural, singular, verb_forms, verb_guess


@pytest.mark.parametrize(
    "noun", ["fighter", "city", "crash", "box", "day", "house", "case", "person", "price", "judge"]
)
def test_plurals_come_back(noun: str) -> None:
    assert singular(plural(noun)) == noun


@pytest.mark.parametrize(
    ("lemma", "past", "gerund"),
    [
        ("claim", "claimed", "claiming"),
        ("deny", "denied", "denying"),
        ("admit", "admitted", "admitting"),
        ("agree", "agreed", "agreeing"),
        ("note", "noted", "noting"),
        ("plan", "planned", "planning"),
        ("point out", "pointed out", "pointing out"),
    ],
)
def test_verb_forms(lemma: str, past: str, gerund: str) -> None:
    forms = verb_forms(lemma)
    assert (forms["past"], forms["gerund"]) == (past, gerund)


NEEDS_ITS_ENTRY: dict[str, Callable[[str], bool]] = {
    "nouns": lambda word: word in inflections()["nouns"].forms or plural(singular(word)) != word,
    "verbs": lambda word: forms_of(word) != verb_forms(word),
    "doubling_verbs": lambda word: forms_of(word)["gerund"] == f"{word}{word[-1]}ing",
    "mute_endings": lambda word: verb_guess(word).endswith("e"),
}


@pytest.mark.parametrize("key", NEEDS_ITS_ENTRY)
def test_examples_of_what_no_rule_tells(key: str) -> None:
    examples, needs = inflections()[key].examples, NEEDS_ITS_ENTRY[key]
    assert [word for word in examples.yes if not needs(word)] == []
    assert [word for word in examples.no if needs(word)] == []


def test_every_entry_is_tried() -> None:
    assert set(inflections()) == set(NEEDS_ITS_ENTRY)


def test_every_form_comes_from_its_entry() -> None:
    assert {form: singular(form) for form in inflections()["nouns"].forms} == dict(inflections()["nouns"].forms)
