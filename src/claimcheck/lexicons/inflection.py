"""Forms of English nouns and verbs by rule, with the irregular ones given by the lexicon's entries."""

from collections.abc import Mapping
from functools import cache, lru_cache

from attrs import field, frozen

from claimcheck.lexicons.loading import Entry, fixed_entries
from claimcheck.lexicons.memos import Memo

VOWELS = frozenset("aeiou")


@frozen(kw_only=True)
class Inflections(Entry):
    """What the rules would get wrong: `forms` by form or lemma, or `words` that are stems or their ends."""

    forms: Mapping[str, str] = field(factory=dict[str, str])
    words: tuple[str, ...] = ()


@cache
def inflections() -> Mapping[str, Inflections]:
    """Return the entries of `inflections.toml`: `nouns`, `verbs`, `doubling_verbs`, `mute_endings`."""
    return fixed_entries("en", "inflections", Inflections)


def plural(noun: str) -> str:
    """Return the regular plural of a noun.

    >>> [plural(word) for word in ("fighter", "city", "crash", "half", "day")]
    ['fighters', 'cities', 'crashes', 'halfs', 'days']
    """
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and len(noun) > 1 and noun[-2] not in VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"


def verb_forms(lemma: str, past: str | None = None, participle: str | None = None) -> dict[str, str]:
    """Return the forms of a verb: `base`, `third`, `past`, `participle`, `gerund`.

    The first word of a phrasal verb is inflected ("point out" -> "pointed out").

    >>> sorted(set(verb_forms("say", "said").values())), verb_forms("veto")["third"]
    (['said', 'say', 'saying', 'says'], 'vetoes')
    """
    head, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    regular = _suffixed(head, "ed")
    forms = {
        "base": head,
        "third": head + "es" if head.endswith("o") and head[-2:-1] not in VOWELS else plural(head),
        "past": past or regular,
        "participle": participle or past or regular,
        "gerund": _suffixed(head, "ing"),
    }
    return {name: form + tail for name, form in forms.items()}


def _suffixed(verb: str, suffix: str) -> str:
    if verb.endswith("ie") and suffix == "ing":
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + suffix
    if verb.endswith("ee") and suffix == "ed":
        return verb + "d"
    if suffix == "ed" and verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ied"
    if verb in inflections()["doubling_verbs"].words or _doubles(verb):
        return verb + verb[-1] + suffix
    return verb + suffix


def _doubles(verb: str) -> bool:
    """Tell whether a verb is one syllable of consonant, vowel, consonant: plan, stop, cut."""
    if len(verb) < 3 or verb[-1] in "wxyaeiou" or verb[-2] not in VOWELS or verb[-3] in VOWELS:
        return False
    return sum(letter in VOWELS for letter in verb) == 1


def _singular(noun: str) -> str:
    """Return the singular of a noun, lower case; a noun that is none already is left alone.

    >>> [singular(word) for word in ("fighters", "cities", "crashes", "people", "gas", "glass", "bus", "houses")]
    ['fighter', 'city', 'crash', 'person', 'gas', 'glass', 'bus', 'house']
    """
    known = inflections()["nouns"].forms.get(noun)
    if known is not None:
        return known
    if not noun.endswith("s") or len(noun) < 4 or noun.endswith(("ss", "us", "is", "ous")):
        return noun
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "zes", "ches", "shes")):
        return noun[:-2]
    return noun[:-1]


singular = Memo(_singular).of
"""The singular of a noun, lower case."""


@lru_cache(maxsize=1 << 12)
def forms_of(lemma: str) -> Mapping[str, str]:
    """Return the forms of a verb like `verb_forms`, irregular ones included.

    >>> forms_of("take")["participle"], forms_of("kill")["past"]
    ('taken', 'killed')
    """
    past, _, participle = inflections()["verbs"].forms.get(lemma, "").partition(" ")
    return verb_forms(lemma, past or None, participle or None)


@lru_cache(maxsize=1 << 12)
def verb_guess(form: str) -> str:
    """Return the likely lemma of a regular form of a verb that no list has.

    >>> [verb_guess(form) for form in ("refurbished", "dredged", "tarred", "ferried", "moored", "dyking", "conceded")]
    ['refurbish', 'dredge', 'tar', 'ferry', 'moor', 'dyke', 'concede']
    """
    for ending in ("ied", "ed", "ing"):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            stem = form[: -len(ending)]
            return stem + "y" if ending == "ied" else _restored(stem)
    return form


def _restored(stem: str) -> str:
    """Undo the doubling or the dropped e before `-ed` and `-ing`."""
    last = stem[-1]
    if len(stem) > 2 and last == stem[-2] and last not in "lsz":
        return stem[:-1]
    if last in "cvuz" or stem.endswith(inflections()["mute_endings"].words):
        if last == "v":
            return stem + "e"
        vowels_before = len(stem) > 2 and stem[-3] in VOWELS and stem[-2] in VOWELS
        return stem if vowels_before or stem.endswith("ng") and len(stem) > 4 else stem + "e"
    return stem
