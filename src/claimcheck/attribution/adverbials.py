"""Adverbials of time and medium beside a cue: "on Monday", "in a statement"."""

from claimcheck.attribution.drafts import Reading

LONGEST = 7
"""Tokens of the longest time beside a cue: "on the night of Tuesday, 4 March, 2031" goes no further."""


def after_time(reading: Reading, start: int, ceiling: int) -> int:
    """Return the token after a time expression that begins at a token, with its preposition; the token where none does."""
    norms, kinds, grammar = reading.tokens.norms, reading.tokens.kinds, reading.grammar
    opening, named_by = grammar.time_first, grammar.time_words
    if start >= ceiling or (norms[start] not in opening and kinds[start] != "n"):
        return start
    if norms[start] not in named_by and kinds[start] != "n":
        following = start + 1
        if following >= ceiling or (norms[following] not in opening and kinds[following] != "n"):
            return start  # "the harbour", "in Marn"
    begin = start
    while (
        begin < ceiling
        and norms[begin] in grammar.time_leads
        and (begin == start or norms[begin] not in ("after", "before"))
    ):
        begin += 1
    index, last = begin, ceiling if ceiling - begin < LONGEST else begin + LONGEST
    while index < last:
        named = norms[index] in named_by
        if named and norms[index + 1 : index + 2] == ("'s",) and norms[index] not in grammar.deictic:
            return start
        if not (named or _goes_on(reading, index, begin, start)):
            break
        index += 1
    while index > begin and norms[index - 1] in grammar.time_openers:
        index -= 1
    if index == begin:
        return start
    read = norms[begin:index]
    return start if named_by.isdisjoint(read) and not any(map(_is_four_digits, read)) else index


def _is_four_digits(word: str) -> bool:
    return len(word) == 4 and word.isdigit()


def _goes_on(reading: Reading, index: int, begin: int, start: int) -> bool:
    """Tell whether a token continues a time: a modifier, a day or year, the comma before a year."""
    tokens, calendar = reading.tokens, reading.grammar.calendar
    norms, word = tokens.norms, tokens.norms[index]
    after = norms[index + 1] if index + 1 < len(norms) else ""
    if word in reading.grammar.time_modifiers or word in reading.grammar.time_fillers:
        return True
    if tokens.kinds[index] == "n":
        beside = (index > begin and norms[index - 1] in calendar) or after in calendar
        return beside or (len(word) == 4 and word[:2] in ("19", "20") and index > start)
    if tokens.kinds[index] == "," and index > begin and norms[index - 1].isdigit():
        return tokens.kinds[index + 1 : index + 2] == "n" and len(after) == 4
    return False


def after_medium(reading: Reading, start: int, ceiling: int) -> int:
    """Return the token after "in a statement", "on Twitter", "in an interview with ..."; the token where none begins."""
    tokens, grammar = reading.tokens, reading.grammar
    if (
        start >= ceiling
        or tokens.norms[start] not in grammar.medium_leads
        or grammar.media_words.isdisjoint(tokens.norms[start + 1 : start + 7])
    ):
        return start
    for index in range(start + 1, min(ceiling, start + 7, tokens.size - 1)):
        kind, word = tokens.kinds[index], tokens.norms[index]
        if kind in ",;:.q()":
            return start
        if kind in "AU" and reading.words.sources.get(word) == "media":
            return index + 1  # "wrote in the Port Gazette that"
        if word in grammar.media_first and (
            word in reading.words.media or f"{word} {tokens.norms[index + 1]}" in reading.words.media
        ):
            index += word not in reading.words.media
            while (
                tokens.norms[index + 1 : index + 2]
                and tokens.norms[index + 1] in reading.words.media
                and index + 1 < ceiling
            ):
                index += 1
            if tokens.norms[index + 1 : index + 2] and tokens.norms[index + 1] in grammar.medium_followers:
                tail = index + 2
                while tail < min(ceiling, index + 8) and (
                    tokens.kinds[tail] in "AUI" or tokens.norms[tail] in ("the", "a", "its", "his", "her")
                ):
                    tail += 1
                return tail
            return index + 1
        if word in grammar.auxiliaries:
            return start
    return start


def after_adverbials(reading: Reading, start: int, ceiling: int) -> int:
    """Return the token after all time and medium phrases that begin at a token."""
    tokens, opening, index = reading.tokens, reading.grammar.adverbial_first, start
    for _ in range(4):
        if index >= ceiling or (tokens.norms[index] not in opening and tokens.kinds[index] != "n"):
            return index
        following = after_medium(reading, after_time(reading, index, ceiling), ceiling)
        if following == index:
            return index
        index = following
    return index
