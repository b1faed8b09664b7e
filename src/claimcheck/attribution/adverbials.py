"""Adverbials of time and medium beside a cue: "on Monday", "in a statement"."""

from claimcheck.attribution.drafts import Reading

LONGEST = 7
"""Tokens of the longest time beside a cue: "on the night of Tuesday, 4 March, 2031" goes no further."""


def after_time(reading: Reading, start: int, ceiling: int) -> int:
    """Return the token after a time expression that begins at a token, with its preposition; the token where none does."""
    norms, opening, named_by, index = reading.norms, reading.grammar.time_first, reading.grammar.time_words, start
    while index < ceiling and norms[index] in opening:
        if norms[index] in named_by:
            return _past_time(reading, start, ceiling)
        index += 1
    numbered = index < ceiling and reading.kinds[index] == "n"
    return _past_time(reading, start, ceiling) if numbered else start  # "the harbour", "that the boats"


def _past_time(reading: Reading, start: int, ceiling: int) -> int:
    """Return the token after a time whose first words may open one; the first of them where they open none."""
    norms, kinds, grammar = reading.norms, reading.kinds, reading.grammar
    named_by, begin = grammar.time_words, start
    while (
        begin < ceiling
        and norms[begin] in grammar.time_leads
        and (begin == start or norms[begin] not in ("after", "before"))
    ):
        begin += 1
    index, last = begin, ceiling if ceiling - begin < LONGEST else begin + LONGEST
    while index < last:
        word = norms[index]
        if word in named_by:
            if norms[index + 1 : index + 2] == ("'s",) and word not in grammar.deictic:
                return start
        elif word not in grammar.time_inside and not (kinds[index] in "n," and _goes_on(reading, index, begin, start)):
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
    """Tell whether a number or a comma continues a time: a day or year, the comma before a year."""
    calendar = reading.grammar.calendar
    norms, word = reading.norms, reading.norms[index]
    after = norms[index + 1] if index + 1 < len(norms) else ""
    if reading.kinds[index] == "n":
        beside = (index > begin and norms[index - 1] in calendar) or after in calendar
        return beside or (len(word) == 4 and word[:2] in ("19", "20") and index > start)
    if index == begin or not norms[index - 1].isdigit():
        return False
    return reading.kinds[index + 1 : index + 2] == "n" and len(after) == 4


def after_medium(reading: Reading, start: int, ceiling: int) -> int:
    """Return the token after "in a statement", "on Twitter", "in an interview with ..."; the preposition where none is."""
    tokens, grammar = reading.tokens, reading.grammar
    if grammar.media_words.isdisjoint(reading.norms[start + 1 : start + 7]):
        return start
    for index in range(start + 1, min(ceiling, start + 7, tokens.size - 1)):
        kind, word = reading.kinds[index], reading.norms[index]
        if kind in ",;:.q()":
            return start
        if kind in "AU" and reading.words.sources.get(word) == "media":
            return index + 1  # "wrote in the Port Gazette that"
        if word in grammar.media_first and (
            word in reading.words.media or f"{word} {reading.norms[index + 1]}" in reading.words.media
        ):
            index += word not in reading.words.media
            while (
                reading.norms[index + 1 : index + 2]
                and reading.norms[index + 1] in reading.words.media
                and index + 1 < ceiling
            ):
                index += 1
            if reading.norms[index + 1 : index + 2] and reading.norms[index + 1] in grammar.medium_followers:
                tail = index + 2
                while tail < min(ceiling, index + 8) and (
                    reading.kinds[tail] in "AUI" or reading.norms[tail] in ("the", "a", "its", "his", "her")
                ):
                    tail += 1
                return tail
            return index + 1
        if word in grammar.auxiliaries:
            return start
    return start


def after_adverbials(reading: Reading, start: int, ceiling: int) -> int:
    """Return the token after all time and medium phrases that begin at a token."""
    opening, index = reading.grammar.adverbial_first, start
    for _ in range(4):
        if index >= ceiling or (reading.norms[index] not in opening and reading.kinds[index] != "n"):
            return index
        following = after_time(reading, index, ceiling)
        if following < ceiling and reading.norms[following] in reading.grammar.medium_leads:
            following = after_medium(reading, following, ceiling)
        if following == index:
            return index
        index = following
    return index
