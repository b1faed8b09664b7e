"""Adverbials of time and medium beside a cue: "on Monday", "in a statement"."""

from claimcheck.attribution.drafts import Reading


def after_time(reading: Reading, start: int, ceiling: int) -> int:
    """Return the token after a time expression that begins at a token, with its preposition; the token where none does."""
    tokens, grammar = reading.tokens, reading.grammar
    norms = tokens.norms
    index = start
    if index < ceiling and norms[index] in (
        "on",
        "in",
        "at",
        "by",
        "during",
        "since",
        "after",
        "before",
        "earlier",
        "late",
        "early",
        "later",
        "as",
        "of",
    ):
        while index < ceiling and norms[index] in (
            "on",
            "in",
            "at",
            "by",
            "during",
            "earlier",
            "late",
            "early",
            "later",
            "since",
            "of",
            "as",
        ):
            index += 1
    begin = index
    while index < ceiling and index < begin + 7:
        word = norms[index]
        if word in grammar["calendar"] or word in grammar["time_units"] or word in grammar["deictic"]:
            if norms[index + 1 : index + 2] == ("'s",) and word not in grammar["deictic"]:
                return start
            index += 1
        elif (
            word in grammar["time_modifiers"]
            or word
            in (
                "a",
                "the",
                "ago",
                "p.m.",
                "a.m.",
                "pm",
                "am",
                "that",
                "same",
            )
            or tokens.kinds[index] == "n"
            and (
                (len(word) == 4 and word[:2] in ("19", "20") and index > start)
                or (index > begin and norms[index - 1] in grammar["calendar"])
                or norms[index + 1 : index + 2]
                and norms[index + 1] in grammar["calendar"]
            )
            or (
                tokens.kinds[index] == ","
                and index > begin
                and norms[index - 1].isdigit()
                and tokens.kinds[index + 1 : index + 2] == "n"
                and len(norms[index + 1]) == 4
            )
        ):
            index += 1
        else:
            break
    while index > begin and norms[index - 1] in (
        "a",
        "the",
        "that",
        "this",
        "same",
        "late",
        "early",
        "last",
        "next",
        "past",
    ):
        index -= 1
    timed = any(
        norms[at] in grammar["calendar"]
        or norms[at] in grammar["deictic"]
        or norms[at] in grammar["time_units"]
        or (len(norms[at]) == 4 and norms[at].isdigit())
        for at in range(begin, index)
    )
    return index if timed and index > begin else start


def after_medium(reading: Reading, start: int, ceiling: int) -> int:
    """Return the token after "in a statement", "on Twitter", "in an interview with ..."; the token where none begins."""
    tokens, grammar = reading.tokens, reading.grammar
    if start >= ceiling or tokens.norms[start] not in (
        "in",
        "on",
        "at",
        "via",
        "during",
        "to",
        "by",
        "through",
        "from",
    ):
        return start
    for index in range(start + 1, min(ceiling, start + 7, len(tokens) - 1)):
        kind, word = tokens.kinds[index], tokens.norms[index]
        if kind in ",;:.q()":
            return start
        if word in reading.words.media or f"{word} {tokens.norms[index + 1]}" in reading.words.media:
            index += word not in reading.words.media
            while (
                tokens.norms[index + 1 : index + 2]
                and tokens.norms[index + 1] in reading.words.media
                and index + 1 < ceiling
            ):
                index += 1
            if tokens.norms[index + 1 : index + 2] and tokens.norms[index + 1] in (
                "with",
                "to",
                "in",
                "thread",
                "from",
                "posted",
                "released",
                "by",
                "account",
            ):
                tail = index + 2
                while tail < min(ceiling, index + 8) and (
                    tokens.kinds[tail] in "AUI" or tokens.norms[tail] in ("the", "a", "its", "his", "her")
                ):
                    tail += 1
                return tail
            return index + 1
        if word in grammar["auxiliaries"]:
            return start
    return start


def after_adverbials(reading: Reading, start: int, ceiling: int) -> int:
    """Return the token after all time and medium phrases that begin at a token."""
    index = start
    for _ in range(4):
        following = after_medium(reading, after_time(reading, index, ceiling), ceiling)
        if following == index:
            return index
        index = following
    return index
