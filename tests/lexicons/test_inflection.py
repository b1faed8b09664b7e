"""Forms of nouns and verbs."""

import pytest

from claimcheck.lexicons.inflection import plural, singular, verb_forms


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
