"""Numbers that name instead of counting: F-16, COVID-19, Boeing 737, page 12, telephone numbers, "one" the pronoun."""

from claimcheck.lexicons.amounts import AmountWords
from claimcheck.model import Numeral, Tokens

LETTERS = "aAUIm"
NAMES = "AUIm"

PRONOUN_AFTER = frozenset(
    {
        "of", "is", "was", "were", "are", "who", "that", "which", "can", "could", "may", "might", "must", "should", "would",
        "will", "has", "had", "have", "on", "in", "at", "for", "to", "by", "with", "and", "or", "another", "about", "from",
        "as", "but", "than", "way", "thing", "side", "hand", "you", "he", "she", "it", "they", "we", "i", "not", "did",
        "does", "do", "where", "when", "said", "says", "if", "the", "after", "before", "be", "been", "being", "such",
        "books", "so", "too", "just", "like", "called", "without", "within", "under", "over",
    }
)  # fmt: skip
"""Words after which "one" stands for a noun or for anybody."""

PRONOUN_BEFORE = frozenset(
    {
        "this", "that", "the", "no", "any", "every", "each", "which", "some", "another", "first", "second", "next", "last",
        "new", "good", "third", "current", "previous", "other", "right", "wrong", "big", "old", "great", "little", "a",
        "as", "these", "those", "my", "your", "his", "her", "our", "their", "loved", "day", "at",
    }
)  # fmt: skip
"""Words before "one" that make it a pronoun."""


def is_name(tokens: Tokens, words: AmountWords, numeral: Numeral, named: set[str]) -> tuple[int, int] | None:
    """Return the tokens of the name that a number is part of, None where it counts something.

    The number stands bare: no unit, scale or currency is beside it. `named` gathers the numbers that are a name once
    ("Boeing 747") and so elsewhere in the text ("the 747").
    """
    if numeral.form in ("words", "ordinal", "roman"):
        return (numeral.first, numeral.last) if _is_pronoun(tokens, numeral) else None
    found = _designated(tokens, words, numeral) or _christened(tokens, numeral)
    written = tokens.norms[numeral.first]
    if found is not None:
        if numeral.value >= 100:
            named.add(written)
        return found
    if numeral.form == "digits" and written in named and not _counts(tokens, numeral):
        return numeral.first, numeral.last
    return (
        _attached(tokens, numeral)
        or _telephone(tokens, numeral)
        or _listed(tokens, numeral)
        or _titled(tokens, numeral)
    )


def listed(tokens: Tokens, numeral: Numeral) -> bool:
    """Tell whether a number is one of several in a token ("22,24,26")."""
    return numeral.last - numeral.first == 1 and numeral.start > tokens.starts[numeral.first]


def embedded(tokens: Tokens, numeral: Numeral) -> tuple[int, int] | None:
    """Return the tokens of a number with a unit that is part of an address or a code after all ("scp-173m")."""
    first = numeral.first
    if first > 1 and tokens.kinds[first - 1] == "-" and tokens.glued(first) and tokens.glued(first - 1):
        before = tokens.norms[first - 2]
        if tokens.kinds[first - 2] in "aUI" and len(before) < 4 and before not in SHORT_PREFIXES:
            return first - 2, min(numeral.last + 1, len(tokens))
    return _address(tokens, numeral)


def _christened(tokens: Tokens, numeral: Numeral) -> tuple[int, int] | None:
    """Read "its new 787 Dreamliner", "777-200LR": a name follows that counts nothing."""
    first, last = numeral.first, numeral.last
    if (
        numeral.form != "digits"
        or not 100 <= numeral.value < 10000
        or last >= len(tokens)
        or not tokens.norms[first].isdecimal()
    ):
        return None
    if tokens.kinds[last : last + 3] in ("-nU", "-nI") and tokens.glued(last + 1) and tokens.glued(last + 2):
        return first, last + 3
    if tokens.kinds[last] != "A" or tokens.norms[last].endswith("s") or tokens.norms[last] in NEVER_NAMES or not first:
        return None
    after = last + 1
    alone = after >= len(tokens) or tokens.kinds[after] not in "aAU" or tokens.norms[after] in NO_NOUN | NEVER_NAMES
    return (first, last + 1) if alone and tokens.kinds[first - 1] == "a" and not tokens.glued(last) else None


def _counts(tokens: Tokens, numeral: Numeral) -> bool:
    """Tell whether a number that is a name elsewhere counts something here: a plural follows."""
    last = numeral.last
    return (
        last < len(tokens)
        and tokens.kinds[last] == "a"
        and tokens.norms[last].endswith("s")
        and len(tokens.norms[last]) > 3
    )


PREFIXES = frozenset(
    {
        "top", "sub", "pre", "mid", "post", "non", "under", "over", "plus", "late", "early", "bottom", "last", "first", "next", "by",
        "to", "of", "the", "and", "or", "for", "big", "super", "below", "above", "near", "about", "max", "minus", "half", "best",
    }
)  # fmt: skip
"""Words that a hyphen joins to a number without making a name of it ("top-10")."""

SHORT_PREFIXES = frozenset(
    {"top", "sub", "pre", "mid", "non", "to", "or", "up", "one", "two", "six", "ten", "and", "a"}
)


def _is_pronoun(tokens: Tokens, numeral: Numeral) -> bool:
    first, last = numeral.first, numeral.last
    if last - first > 1 or tokens.norms[first] != "one":
        return False
    start, end = tokens.sentence_of(first)
    before = tokens.norms[first - 1] if first > start else ""
    after, kind = (tokens.norms[last], tokens.kinds[last]) if last < end else ("", "")
    inner = before == "-" and tokens.glued(first) and tokens.glued(first - 1)  # "all-in-one"
    if inner or before in PRONOUN_BEFORE or after in PRONOUN_AFTER:
        return True
    return kind in ".,;:)lk" and first > start and before not in ("", "only", "by", "just", "to", "-")


def _attached(tokens: Tokens, numeral: Numeral) -> tuple[int, int] | None:
    """Read "A380", "F-16", "COVID-19", "4G": letters that touch the digits."""
    first, last = numeral.first, numeral.last
    begin, end = first, last
    if first and tokens.glued(first) and tokens.kinds[first - 1] in LETTERS:
        begin = first - 1
    elif first > 1 and tokens.glued(first) and tokens.kinds[first - 1] == "-" and tokens.glued(first - 1):
        kind, norm = tokens.kinds[first - 2], tokens.norms[first - 2]
        if kind in "UImA" or (kind == "a" and len(norm) > 2 and norm not in PREFIXES):
            begin = first - 2
    if begin and tokens.norms[begin - 1] in ("#", "@", "№") and not numeral.scaled:
        begin -= 1
    if last < len(tokens) and tokens.glued(last) and tokens.kinds[last] in LETTERS and tokens.norms[last] != "x":
        end = last + 1
    return (begin, end) if (begin, end) != (first, last) else None


def _telephone(tokens: Tokens, numeral: Numeral) -> tuple[int, int] | None:
    """Read three or more groups of digits joined by touching hyphens, and addresses on the net."""
    begin = end = numeral.first
    while (
        begin >= 2 and end - begin < 12 and tokens.kinds[begin - 2 : begin] == "n-" and _tight(tokens, begin - 1, begin)
    ):
        begin -= 2
    end = numeral.last
    while (
        end + 1 < len(tokens)
        and end - begin < 12
        and tokens.kinds[end : end + 2] == "-n"
        and _tight(tokens, end, end + 1)
    ):
        end += 2
    return (
        (begin, end)
        if end - begin >= 5 and numeral.form == "digits" and numeral.last == numeral.first + 1
        else _address(tokens, numeral)
    )


def _tight(tokens: Tokens, index: int, following: int) -> bool:
    return tokens.glued(index) and tokens.glued(following)


def _address(tokens: Tokens, numeral: Numeral) -> tuple[int, int] | None:
    if not (numeral.first and tokens.glued(numeral.first)):
        return None
    begin = numeral.first
    while begin and tokens.glued(begin) and numeral.first - begin < 30:
        begin -= 1
    around = tokens.slice(begin, numeral.first)
    return (numeral.first, numeral.last) if "://" in around or "www." in around or "@" in around else None


def _designated(tokens: Tokens, words: AmountWords, numeral: Numeral) -> tuple[int, int] | None:
    """Read "page 12", "Boeing 737", "iPhone 4", "No. 5": a word before the number that it completes."""
    first = numeral.first
    fixed = words.fixed.match(tokens, first)
    if fixed is not None:
        return first, fixed[0]
    before = first - 1
    if before >= 0 and tokens.kinds[before] == "." and tokens.norms[before - 1] in ("no", "nos", "fig", "vol", "pp"):
        before -= 1
    if before > 0 and tokens.kinds[before] == "l":  # "Standard & Poor's 500"
        before -= 1
    if before < 0 or numeral.form != "digits" or "," in tokens.norms[numeral.last - 1] or numeral.value < 0:
        return None
    norm, kind = tokens.norms[before], tokens.kinds[before]
    if (
        norm in words.numbered
        and norm not in ("no", "line", "group", "case", "class")
        or (norm == "no" and before < first - 1)
    ):
        return before, numeral.last
    if norm == "p" and before > 1 and tokens.norms[before - 1] == "&":
        return before - 2, numeral.last
    named = kind == "m" or (kind in "AU" and tokens.sentence_of(first)[0] < before and _completes(tokens, numeral))
    return (before, numeral.last) if named else None


def _completes(tokens: Tokens, numeral: Numeral) -> bool:
    """Tell whether a capitalised word and a number are one name: nothing that could be counted follows."""
    last = numeral.last
    if tokens.norms[numeral.first - 1].rstrip(".") in NEVER_NAMES or numeral.value >= 10000:
        return False
    if numeral.first > 1 and tokens.norms[numeral.first - 2] in PLACING and numeral.value >= 10:
        return False  # "in Marn 800 were held"
    return last >= len(tokens) or tokens.kinds[last] not in "a" or tokens.norms[last] in NO_NOUN


NEVER_NAMES = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april",
        "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun",
        "jul", "aug", "sep", "sept", "oct", "nov", "dec", "about", "over", "nearly", "almost", "some", "around", "only", "at",
        "in", "the", "and", "or", "to", "from", "between", "by", "of", "with", "after", "before", "for", "than", "more",
        "less", "under", "up", "is", "are", "was", "we", "i", "exactly", "on", "just", "another",
    }
)  # fmt: skip

PLACING = frozenset({"in", "at", "near", "across", "outside", "around", "throughout", "inside"})
"""Words before a place, behind which a count may begin."""

NO_NOUN = frozenset(
    {
        "and", "or", "was", "were", "is", "are", "has", "had", "will", "in", "on", "at", "for", "to", "from", "by", "with",
        "as", "which", "that", "said", "closed", "rose", "fell", "index", "would", "could", "can", "may", "when", "after",
    }
)  # fmt: skip


def _listed(tokens: Tokens, numeral: Numeral) -> tuple[int, int] | None:
    """Read the number of a list item or section at the head of a paragraph, and a footnote mark "[12]"."""
    first, last = numeral.first, numeral.last
    if last >= len(tokens):
        return None
    if first and tokens.norms[first - 1] == "[" and tokens.norms[last] == "]":
        return first - 1, last + 1
    opens = tokens.paragraph_of(first)[0]
    if (
        numeral.value >= 1000
        or tokens.norms[last] not in (".", ")")
        or not tokens.glued(last)
        or last + 1 >= len(tokens)
    ):
        return None
    bracket = first - 1 == opens and tokens.norms[opens] == "("
    if (first == opens or bracket) and len(tokens.paragraph_starts) > 1:
        return first, last + 1
    return None


def _titled(tokens: Tokens, numeral: Numeral) -> tuple[int, int] | None:
    """Read a title in quotes that opens with the number ("127 Hours")."""
    first, last = numeral.first, numeral.last
    if not first or tokens.kinds[first - 1] not in "qk" or last + 1 >= len(tokens) or tokens.kinds[last] != "A":
        return None
    for index in range(last + 1, min(last + 5, len(tokens))):
        if tokens.kinds[index] in "qk":
            return first, last
    return None
