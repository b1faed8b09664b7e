"""Forms of English nouns and verbs by rule, with the irregular ones given by the lexicon's entries."""

from collections.abc import Mapping
from functools import lru_cache

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
    {
        "admit",
        "permit",
        "refer",
        "infer",
        "rebut",
        "commit",
        "concur",
        "confer",
        "regret",
        "submit",
        "omit",
        "compel",
        "occur",
        "recur",
        "incur",
        "prefer",
        "deter",
        "transfer",
        "defer",
        "control",
        "patrol",
        "equip",
        "propel",
        "expel",
        "repel",
        "rebel",
        "excel",
        "allot",
        "acquit",
        "remit",
        "emit",
        "transmit",
        "beset",
        "abhor",
    }
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


@lru_cache(maxsize=1 << 14)
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


IRREGULAR_VERBS = {
    "arise": "arose arisen", "awake": "awoke awoken", "be": "was been", "bear": "bore born", "beat": "beat beaten",
    "become": "became become", "begin": "began begun", "bend": "bent", "bet": "bet", "bid": "bid", "bind": "bound",
    "bite": "bit bitten", "bleed": "bled", "blow": "blew blown", "break": "broke broken", "breed": "bred",
    "bring": "brought", "broadcast": "broadcast", "build": "built", "burn": "burnt", "burst": "burst", "buy": "bought",
    "cast": "cast", "catch": "caught", "choose": "chose chosen", "cling": "clung", "come": "came come", "cost": "cost",
    "creep": "crept", "cut": "cut", "deal": "dealt", "dig": "dug", "do": "did done", "draw": "drew drawn",
    "drink": "drank drunk", "drive": "drove driven", "eat": "ate eaten", "fall": "fell fallen", "feed": "fed",
    "feel": "felt", "fight": "fought", "find": "found", "flee": "fled", "fly": "flew flown", "forbid": "forbade forbidden",
    "forecast": "forecast", "forget": "forgot forgotten", "forgive": "forgave forgiven", "freeze": "froze frozen",
    "get": "got gotten", "give": "gave given", "go": "went gone", "grind": "ground", "grow": "grew grown", "hang": "hung",
    "have": "had", "hear": "heard", "hide": "hid hidden", "hit": "hit", "hold": "held", "hurt": "hurt", "keep": "kept",
    "kneel": "knelt", "know": "knew known", "lay": "laid", "lead": "led", "leave": "left", "lend": "lent", "let": "let",
    "lie": "lay lain", "light": "lit", "lose": "lost", "make": "made", "mean": "meant", "meet": "met", "mow": "mowed mown",
    "overcome": "overcame overcome", "overtake": "overtook overtaken", "pay": "paid", "prove": "proved proven",
    "put": "put", "quit": "quit", "read": "read", "rebuild": "rebuilt", "recast": "recast", "repay": "repaid",
    "ride": "rode ridden", "ring": "rang rung", "rise": "rose risen", "run": "ran run", "say": "said", "see": "saw seen",
    "seek": "sought", "sell": "sold", "send": "sent", "set": "set", "shake": "shook shaken", "shed": "shed",
    "shine": "shone", "shoot": "shot", "show": "showed shown", "shrink": "shrank shrunk", "shut": "shut",
    "sing": "sang sung", "sink": "sank sunk", "sit": "sat", "slay": "slew slain", "sleep": "slept", "slide": "slid", "sow": "sowed sown",
    "speak": "spoke spoken", "spend": "spent", "spin": "spun", "split": "split", "spread": "spread", "stand": "stood",
    "steal": "stole stolen", "stick": "stuck", "strike": "struck", "swear": "swore sworn", "sweep": "swept",
    "swell": "swelled swollen", "swim": "swam swum", "swing": "swung", "take": "took taken", "teach": "taught",
    "tear": "tore torn", "tell": "told", "think": "thought", "throw": "threw thrown", "undergo": "underwent undergone",
    "understand": "understood", "undertake": "undertook undertaken", "wake": "woke woken", "wear": "wore worn",
    "win": "won", "withdraw": "withdrew withdrawn", "write": "wrote written", "wound": "wounded",
}  # fmt: skip
"""Past and, where it differs, participle of irregular verbs by lemma."""


@lru_cache(maxsize=1 << 12)
def forms_of(lemma: str) -> Mapping[str, str]:
    """Return the forms of a verb like `verb_forms`, irregular ones included.

    >>> forms_of("take")["participle"], forms_of("kill")["past"]
    ('taken', 'killed')
    """
    past, _, participle = IRREGULAR_VERBS.get(lemma, "").partition(" ")
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


MUTE = (
    "dg", "rg", "ng", "at", "ut", "yk", "iz", "ir", "ur", "os", "us", "is", "ys", "ced", "id", "in", "bl", "pl", "tl", "dl", "gl",
)  # fmt: skip
"""Ends of stems that have lost an e."""


def _restored(stem: str) -> str:
    """Undo the doubling or the dropped e before `-ed` and `-ing`."""
    last = stem[-1]
    if len(stem) > 2 and last == stem[-2] and last not in "lsz":
        return stem[:-1]
    if last in "cvuz" or stem.endswith(MUTE):
        if last == "v":
            return stem + "e"
        vowels_before = len(stem) > 2 and stem[-3] in VOWELS and stem[-2] in VOWELS
        return stem if vowels_before or stem.endswith("ng") and len(stem) > 4 else stem + "e"
    return stem
