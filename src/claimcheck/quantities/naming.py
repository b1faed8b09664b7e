"""Numbers that name instead of counting: Boeing 737, page 12, a house's number, a title, "one" the pronoun."""

from claimcheck.lexicons.amounts import AmountWords
from claimcheck.lexicons.contexts import NumberContexts
from claimcheck.model import Numeral, Tokens
from claimcheck.quantities.codes import attached, numbering, telephone, tight

AUXILIARIES = frozenset({"is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "having"})

NEAR_NAME, LONG_WORD = 20, 5
"""Two words of so many small letters, within so many tokens, tell that a sentence is no headline."""


def name_of(tokens: Tokens, words: AmountWords, numeral: Numeral, named: set[str]) -> tuple[int, int] | None:
    """Return the tokens of the name that a number is part of, None where it counts something.

    The number stands bare: no unit, scale or currency is beside it, and does not stand free. `named` gathers the numbers that are a name once
    ("Boeing 747") and so elsewhere in the text ("the 747").
    """
    fixed = words.fixed.match(tokens, numeral.first) if tokens.norms[numeral.first] in words.fixed.lengths else None
    if fixed is not None:
        return numeral.first, fixed[0]
    contexts = words.contexts
    if numeral.form in ("words", "ordinal", "roman"):
        called = (
            _is_pronoun(tokens, contexts, numeral)
            or _is_adverb(tokens, contexts, numeral)
            or _is_part_of_name(tokens, contexts, numeral)
        )
        return (numeral.first, numeral.last) if called else None
    found = (
        _designated(tokens, words, numeral)
        or _christened(tokens, contexts, numeral)
        or _housed(tokens, contexts, numeral)
    )
    written = tokens.norms[numeral.first]
    if found is not None:
        if numeral.value >= 100 and not _may_be_year(written):
            named.add(written)
        return found
    if numeral.form == "digits" and written in named and not _counts(tokens, numeral):
        return numeral.first, numeral.last
    return (
        attached(tokens, contexts, numeral)
        or telephone(tokens, numeral)
        or numbering(tokens, numeral)
        or _titled(tokens, numeral)
    )


def _may_be_year(written: str) -> bool:
    """Tell whether a number elsewhere is a year all the same: "Annual report 2030" has sales "in 2030"."""
    return len(written) == 4 and written[:2] in ("19", "20")


def stands_free(tokens: Tokens, words: AmountWords, numeral: Numeral, named: set[str]) -> bool:
    """Tell in one step that a number names nothing: plain words and marks beside it that complete no name."""
    first, last, norms, kinds = numeral.first, numeral.last, tokens.norms, tokens.kinds
    head = norms[first]
    if numeral.form != "digits" or not first or last >= len(norms):
        called = head == "one" or head in words.fixed.lengths or tokens.kinds[first] == "A"
        return not called and numeral.form in ("words", "ordinal", "roman")
    before, beside = norms[first - 1], kinds[first - 1]
    if beside != "a" and beside not in ",;:" and (beside != "A" or before not in words.contexts.never_names):
        return False
    if before in words.numbered or before == "p" or head in named or head in words.fixed.lengths:
        return False
    kind = kinds[last]
    if tokens.starts[last] == tokens.ends[last - 1] if kind == "a" else kind not in ".,;:%":
        return False
    return tokens.text[tokens.ends[first - 1] : numeral.start] == " "


def _christened(tokens: Tokens, contexts: NumberContexts, numeral: Numeral) -> tuple[int, int] | None:
    """Read "its new 787 Dreamliner", "777-200LR": a name follows that counts nothing."""
    first, last = numeral.first, numeral.last
    if (
        numeral.form != "digits"
        or not 100 <= numeral.value < 10000
        or last >= tokens.size
        or not tokens.norms[first].isdecimal()
    ):
        return None
    if tokens.kinds[last : last + 3] in ("-nU", "-nI") and tokens.glued(last + 1) and tokens.glued(last + 2):
        return first, last + 3
    if (
        tokens.kinds[last] != "A"
        or tokens.norms[last].endswith("s")
        or tokens.norms[last] in contexts.never_names
        or not first
    ):
        return None
    after = last + 1
    alone = (
        after >= tokens.size
        or tokens.kinds[after] not in "aAU"
        or tokens.norms[after] in contexts.no_noun | contexts.never_names
    )
    return (first, last + 1) if alone and tokens.kinds[first - 1] == "a" and not tokens.glued(last) else None


def _housed(tokens: Tokens, contexts: NumberContexts, numeral: Numeral) -> tuple[int, int] | None:
    """Read the number of a house: "10 Kelp Street", "221 Old Mill Road"."""
    last, norms = numeral.last, tokens.norms
    for place in range(last, min(last + 4, len(norms))):
        if tokens.kinds[place] not in "AI":
            return None
        if norms[place] in contexts.streets and place > last:
            return numeral.first, place + 1
    return None


def _counts(tokens: Tokens, numeral: Numeral) -> bool:
    """Tell whether a number that is a name elsewhere counts something here: a plural follows."""
    last = numeral.last
    return (
        last < tokens.size
        and tokens.kinds[last] == "a"
        and tokens.norms[last].endswith("s")
        and len(tokens.norms[last]) > 3
    )


def _is_pronoun(tokens: Tokens, contexts: NumberContexts, numeral: Numeral) -> bool:
    first, last = numeral.first, numeral.last
    if last - first > 1 or tokens.norms[first] != "one":
        return False
    start, end = tokens.sentence_of(first)
    before = tokens.norms[first - 1] if first > start else ""
    after, kind = (tokens.norms[last], tokens.kinds[last]) if last < end else ("", "")
    inner = before == "-" and tokens.glued(first) and tokens.glued(first - 1)  # "all-in-one"
    if inner or before in contexts.pronoun_before or after in contexts.pronoun_after:
        return True
    return kind in ".,;:)lk" and first > start and before not in ("", "only", "by", "just", "to", "-")


def _is_adverb(tokens: Tokens, contexts: NumberContexts, numeral: Numeral) -> bool:
    """Tell whether "first" says when something happened and counts nothing: "was first set for 2pm"."""
    first, last, norms = numeral.first, numeral.last, tokens.norms
    if norms[first] != "first" or not first or norms[first - 1] not in AUXILIARIES or last >= tokens.size:
        return False
    return tokens.kinds[last] == "a" and (norms[last].endswith("ed") or norms[last] in contexts.participles)


def _is_part_of_name(tokens: Tokens, contexts: NumberContexts, numeral: Numeral) -> bool:
    """Tell whether a capitalised number word is part of a name: "the Six Nations", "the Big Ten", "the Group of Seven".

    In a headline that capitalises all words it counts.
    """
    first, last, kinds = numeral.first, numeral.last, tokens.kinds
    if numeral.form != "words" or last - first > 1 or kinds[first] != "A":
        return False
    start, end = tokens.sentence_of(first)
    if first <= start + 1:
        return False
    before = first - 1 - (tokens.norms[first - 1] == "of")
    named = kinds[before] == "A" and tokens.norms[before] not in contexts.never_names and before > start
    if not (named or kinds[last : last + 1] == "A"):
        return False
    near = range(max(start, first - NEAR_NAME), min(end, last + NEAR_NAME))
    return sum(kinds[index] == "a" and len(tokens.norms[index]) >= LONG_WORD for index in near) >= 2


def _designated(tokens: Tokens, words: AmountWords, numeral: Numeral) -> tuple[int, int] | None:
    """Read "page 12", "Boeing 737", "iPhone 4", "No. 5": a word before the number that it completes."""
    first = numeral.first
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
        and not _is_verb(tokens, words.contexts, numeral)
        or (norm == "no" and before < first - 1)
    ):
        return before, _through_suffix(tokens, numeral.last)
    if norm == "p" and before > 1 and tokens.norms[before - 1] == "&":
        return before - 2, numeral.last
    named = kind == "m" or (
        kind in "AU" and tokens.sentence_of(first)[0] < before and _completes(tokens, words.contexts, numeral)
    )
    return (before, _through_suffix(tokens, numeral.last)) if named else None


def _is_verb(tokens: Tokens, contexts: NumberContexts, numeral: Numeral) -> bool:
    """Tell whether the word before a number is a verb with its object: "to book 40 rooms", "is building 300 homes"."""
    before = numeral.first - 1
    if tokens.kinds[before] != "a" or not _counts(tokens, numeral):
        return False
    return tokens.norms[before].endswith("ing") or (before > 0 and tokens.norms[before - 1] in contexts.verb_before)


def _through_suffix(tokens: Tokens, last: int) -> int:
    """Return where a designation ends that goes on behind a hyphen or in brackets: "737-800", "12-15", "12(3)"."""
    if tokens.kinds[last : last + 2] in ("-n", "–n") and tight(tokens, last, last + 1):
        return last + 2
    return last + 3 if tokens.kinds[last : last + 3] == "(n)" and tokens.glued(last) else last


def _completes(tokens: Tokens, contexts: NumberContexts, numeral: Numeral) -> bool:
    """Tell whether a capitalised word and a number are one name: nothing that could be counted follows."""
    last = numeral.last
    if tokens.norms[numeral.first - 1].rstrip(".") in contexts.never_names or not 1 <= numeral.value < 10000:
        return False
    if _leads_in_a_score(tokens, numeral):
        return False
    if numeral.first > 1 and tokens.norms[numeral.first - 2] in contexts.placing and numeral.value >= 10:
        return False  # "in Marn 800 were held"
    return last >= tokens.size or tokens.kinds[last] not in "a" or tokens.norms[last] in contexts.no_noun


def _leads_in_a_score(tokens: Tokens, numeral: Numeral) -> bool:
    """Tell whether a smaller number follows a hyphen, as in no name: "passed the Senate 51-49"."""
    last = numeral.last
    if tokens.kinds[last : last + 2] not in ("-n", "–n") or not tight(tokens, last, last + 1):
        return False
    other = tokens.norms[last + 1]
    return other.isdecimal() and len(other) <= len(tokens.norms[numeral.first]) <= 2 and int(other) < numeral.value


def _titled(tokens: Tokens, numeral: Numeral) -> tuple[int, int] | None:
    """Read a title in quotes that opens with the number ("127 Hours")."""
    first, last = numeral.first, numeral.last
    if not first or tokens.kinds[first - 1] not in "qk" or last + 1 >= tokens.size or tokens.kinds[last] != "A":
        return None
    for index in range(last + 1, min(last + 5, tokens.size)):
        if tokens.kinds[index] in "qk":
            return first, last
    return None
