"""Origins and relays: whose clause "citing police" belongs to."""

from bisect import bisect

from claimcheck.attribution.drafts import Draft, Reach, Reading


def find_origins(reading: Reading, drafts: list[Draft], relays: list[Draft]) -> dict[int, Reach]:
    """Return who is cited, by the number of the draft that cites; `drafts` stand in order of their cues.

    "citing Y" belongs to the cue that follows its commas ("Lund, citing Y, said"), else to the last one before it in the
    sentence, else to the next ("Citing Y, Lund said").
    """
    found: dict[int, Reach] = {}
    cues = [(draft.cue or draft.pieces[0])[0] for draft in drafts]
    for relay in relays:
        if relay.cue is None or relay.speaker is None:
            continue
        first, last = reading.tokens.sentence_of(relay.cue[0])
        following = bisect(cues, relay.cue[0])
        inserted = following < len(drafts) and _ends_before(drafts[following].speaker, relay.cue[0])
        for number in (following, following - 1) if inserted else (following - 1, following):
            if 0 <= number < len(drafts) and first <= cues[number] < last and drafts[number].cue is not None:
                if not drafts[number].negated:  # "citing privacy, they have not said why" gives a reason
                    found[number] = relay.speaker
                break
    return found


def _ends_before(speaker: Reach | None, index: int) -> bool:
    return speaker is not None and speaker[1] == index - 1
