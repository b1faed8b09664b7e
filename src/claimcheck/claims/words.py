"""Word classes: one character a token, from closed classes, a list of verbs, and endings."""

from collections.abc import Mapping

from attrs import frozen

from claimcheck.claims.entries import MeasureEntry
from claimcheck.lexicons import Lexicon
from claimcheck.lexicons.inflection import forms_of, plural, verb_guess
from claimcheck.lexicons.words import WordList

FUNCTION_TAGS = {
    "nouns": "n", "gerunds": "I", "last": "L", "adjectives": "j", "adverbs": "r", "prepositions": "p", "determiners": "d", "of": "o", "to": "T", "conjunctions": "c",
    "subordinators": "w", "pronouns": "s", "be": "b", "have": "h", "do": "g", "modals": "m",
}  # fmt: skip
"""The tag of each class of `word_classes.toml`; a later one wins where a word is in two."""

PAST_OF_ANOTHER = frozenset({"found", "ground", "fell", "bound"})
"""Base forms of verbs that are rare beside the same past of another verb."""

CAPITALS = frozenset("AUIm")
"""Kinds of words with a capital letter."""

LETTERS = CAPITALS | {"a"}
"""Kinds of words."""

OPEN = frozenset("vefEiILuzxnj")
"""Tags of words that are no function words: capitalised inside a sentence they are parts of names."""

PERSONAL = frozenset({"he", "she", "his", "her"})
"""Pronouns that stand for a person."""

PRONOUNS = PERSONAL | {"it", "its", "they", "their"}
"""Those that stand for any name."""

AUXILIARIES = frozenset({"be", "have", "do"})


def guess(norm: str) -> str:
    """Return the tag of a word that no list has, by its ending; `n` is any other word.

    >>> [guess(word) for word in ("harbour", "dredged", "dredging", "thickly", "speed")]
    ['n', 'e', 'i', 'r', 'n']
    """
    if not norm.endswith(("ly", "ed", "ing")):
        return "n"
    if norm.endswith("ly") and len(norm) > 4:
        return "r"
    if norm.endswith("ed") and len(norm) > 4 and norm[-3] != "e":
        return "e"
    return "i" if norm.endswith("ing") and len(norm) > 5 else "n"


class Lemmas(dict[str, str]):
    """The lemma of every form of a verb: those of the known ones are entries, the others are guessed."""

    __missing__ = staticmethod(verb_guess)


class Tags(dict[str, str]):
    """The tag of every word: those of the known ones are entries, the others are guessed and not kept."""

    __missing__ = staticmethod(guess)


@frozen
class WordClasses:
    """What is known about words without their context.

    `tags` gives the tag of a norm: the function words' tags above, and `v` finite verb, `e` form in -ed (past or
    participle), `f` participle only, `i` form in -ing, `I` the same that is a noun unless it is a verb with "be", `u` base form that may be a noun, `z` the same in -s, `x` a form
    in -s that is hardly ever a noun, `E` one form for base, past and
    noun ("cost"), `L` "last" and "first". `lemmas`
    maps a verb's form to its lemma; `groups` a table of `verbs.toml` to its lemmas; `nouns` are the
    words of the measures, which at the beginning of a sentence are no names; `intents` the nouns of what is only meant to be,
    `charges` those before or after which a profit is reckoned, `relatives` those of who is somebody's.
    """

    tags: Tags
    lemmas: Lemmas
    groups: Mapping[str, frozenset[str]]
    nouns: frozenset[str]
    intents: frozenset[str]
    charges: frozenset[str]
    relatives: frozenset[str]

    @classmethod
    def build(cls, lexicon: Lexicon) -> "WordClasses":
        """Read the word lists and inflect the verbs."""
        groups = {entry.key: frozenset(entry.words) for entry in lexicon.entries("verbs", WordList)}
        tags = Tags()
        lemmas = Lemmas()
        for lemma in sorted(frozenset[str]().union(*groups.values()) - AUXILIARIES):
            _inflect(lemma, tags, lemmas, noun=lemma in groups["nouns_too"])
        entries = {entry.key: entry.words for entry in lexicon.entries("word_classes", WordList)}
        for name, tag in FUNCTION_TAGS.items():
            tags.update(dict.fromkeys(entries[name], tag))
        nouns = {
            form
            for entry in lexicon.entries("measures", MeasureEntry)
            for noun in (*entry.nouns, entry.counts or "")
            for word in noun.split()
            for form in (word, plural(word))
        }
        named = (frozenset(entries[name]) for name in ("intents", "charges", "relatives"))
        return cls(tags, lemmas, groups, frozenset(nouns), *named)

    def tag(self, norm: str, kind: str) -> str:
        """Return the tag of a token by its norm and kind: `N` for a capitalised word that is no function word."""
        if kind == "a":
            return self.tags[norm]
        if kind in CAPITALS:
            tag = self.tags[norm]
            return "N" if tag in OPEN else tag
        return "0" if kind in "nx" else "'" if kind == "l" else kind if kind != "s" else "|" if norm == "|" else "*"

    def common(self, norm: str) -> bool:
        """Tell whether a capitalised word that begins a sentence is no name for that."""
        return norm in self.nouns or norm in self.tags


def _inflect(lemma: str, tags: dict[str, str], lemmas: dict[str, str], *, noun: bool) -> None:
    """Enter the forms of one verb; a form that several verbs share belongs to the first unless it is a base form."""
    forms = forms_of(lemma)
    past, participle = forms["past"], forms["participle"]
    entries = {
        forms["gerund"]: "i",
        forms["third"]: "z" if noun else "x",
        participle: "e" if past == participle else "f",
        lemma: "u" if noun else "v",
        past: ("E" if noun and past == lemma else "e") if past == participle else "v",
    }
    for form, tag in entries.items():
        if form not in lemmas or (form == lemma and form not in PAST_OF_ANOTHER):
            tags[form] = tag
            lemmas[form] = lemma
