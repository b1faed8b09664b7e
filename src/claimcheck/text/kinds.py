"""What kind of token a piece of text is, and its normal form."""

import unicodedata

DOUBLE_QUOTES = frozenset('"“”„‟«»″＂〝〞') | {"``", "''"}
SINGLE_QUOTES = frozenset("'’‘‚‛‹›`´′")
DASHES = frozenset("–—―‒⸺")
HYPHENS = frozenset("-‐‑−﹣－")
STOPS = frozenset(".!?…。")
OWN_KIND = frozenset(",;:()[]{}%/")


def classify(word: str) -> tuple[str, str]:
    """Return a token's norm and the character of its kind (see `Tokens`).

    >>> classify("Trump"), classify("U.S."), classify("’s")
    (('trump', 'A'), ('u.s.', 'U'), ("'s", 'l'))
    """
    first = word[0]
    if first.isalpha():
        norm, kind = (word, "a") if word.islower() else (word.lower(), _letter_kind(word))
        return norm if norm.isascii() else norm.replace("’", "'"), kind
    if first in "0123456789":
        return word, "n"
    if len(word) == 2 and word[1] == "s":
        return "'s", "l"
    return _mark(word, first)


def _letter_kind(word: str) -> str:
    if len(word) == 1:
        return "I" if word.isupper() else "a"
    if word.isupper():
        return "U"
    return "A" if word[0].isupper() else "m" if not word.isalpha() or word != word.lower() else "a"


def _mark(word: str, first: str) -> tuple[str, str]:
    if word in DOUBLE_QUOTES:
        return '"', "q"
    if first in SINGLE_QUOTES:
        return "'", "k"
    if first in STOPS:
        return word, "."
    if first in OWN_KIND:
        return first, first
    if first in HYPHENS:
        return "-", "-"
    if first in DASHES:
        return "–", "–"
    category = unicodedata.category(first)
    if category == "Sc":
        return first, "$"
    return word, "x" if category in ("Nd", "No", "Nl") else "s"
