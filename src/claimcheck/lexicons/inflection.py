"""Forms of English nouns and verbs by rule, with the irregular ones given by the lexicon's entries."""

VOWELS = frozenset("aeiou")


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

    >>> sorted(set(verb_forms("say", "said").values()))
    ['said', 'say', 'saying', 'says']
    """
    head, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    regular = _suffixed(head, "ed")
    forms = {
        "base": head,
        "third": plural(head),
        "past": past or regular,
        "participle": participle or past or regular,
        "gerund": _suffixed(head, "ing"),
    }
    return {name: form + tail for name, form in forms.items()}


DOUBLING = frozenset(
    {"admit", "permit", "refer", "infer", "rebut", "commit", "concur", "confer", "regret", "submit", "omit", "compel"}
)
"""Verbs of more than one syllable that double their last consonant."""


def _suffixed(verb: str, suffix: str) -> str:
    if verb.endswith("ie") and suffix == "ing":
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + suffix
    if verb.endswith("ee") and suffix == "ed":
        return verb + "d"
    if suffix == "ed" and verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ied"
    if verb in DOUBLING or _doubles(verb):
        return verb + verb[-1] + suffix
    return verb + suffix


def _doubles(verb: str) -> bool:
    """Tell whether a verb is one syllable of consonant, vowel, consonant: plan, stop, cut."""
    if len(verb) < 3 or verb[-1] in "wxyaeiou" or verb[-2] not in VOWELS or verb[-3] in VOWELS:
        return False
    return sum(letter in VOWELS for letter in verb) == 1


IRREGULAR_PLURALS = {
    "men": "man", "women": "woman", "children": "child", "people": "person", "feet": "foot", "teeth": "tooth",
    "mice": "mouse", "geese": "goose", "lives": "life", "wives": "wife", "knives": "knife", "halves": "half",
    "leaves": "leaf", "loaves": "loaf", "thieves": "thief", "selves": "self", "shelves": "shelf", "wolves": "wolf",
    "crises": "crisis", "analyses": "analysis", "bases": "base", "theses": "thesis", "data": "data", "media": "media",
    "criteria": "criterion", "phenomena": "phenomenon", "series": "series", "species": "species", "aircraft": "aircraft",
    "news": "news", "police": "police", "dice": "die", "oxen": "ox", "indices": "index", "matrices": "matrix",
    "policemen": "policeman", "firemen": "fireman", "servicemen": "serviceman", "headquarters": "headquarters",
    "movies": "movie", "cookies": "cookie", "ties": "tie", "buses": "bus", "gases": "gas", "losses": "loss",
    "shoes": "shoe", "heroes": "hero", "potatoes": "potato", "votes": "vote", "causes": "cause", "houses": "house",
    "courses": "course", "cases": "case", "nurses": "nurse", "horses": "horse", "purchases": "purchase",
    "expenses": "expense", "licenses": "license", "diseases": "disease", "increases": "increase", "releases": "release",
    "axes": "axis", "responses": "response", "purposes": "purpose", "caches": "cache", "sizes": "size", "prizes": "prize",
    "zombies": "zombie", "calories": "calorie", "rookies": "rookie", "lies": "lie", "pies": "pie", "dies": "die",
    "premises": "premise", "franchises": "franchise", "exercises": "exercise", "phases": "phase", "databases": "database",
    "doses": "dose", "leases": "lease", "noses": "nose", "roses": "rose", "phrases": "phrase", "universes": "universe",
}  # fmt: skip


def singular(noun: str) -> str:
    """Return the singular of a noun, lower case; a noun that is none already is left alone.

    >>> [singular(word) for word in ("fighters", "cities", "crashes", "people", "gas", "glass", "bus", "houses")]
    ['fighter', 'city', 'crash', 'person', 'gas', 'glass', 'bus', 'house']
    """
    known = IRREGULAR_PLURALS.get(noun)
    if known is not None:
        return known
    if not noun.endswith("s") or len(noun) < 4 or noun.endswith(("ss", "us", "is", "ous")):
        return noun
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "zes", "ches", "shes")):
        return noun[:-2]
    return noun[:-1]
