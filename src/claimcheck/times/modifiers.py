"""Words before and behind a time that bound it: since, until, by, early, late, more than, and later."""

from claimcheck.lexicons.calendar import TimeModifier
from claimcheck.model import Passage
from claimcheck.reckoning.meanings import Extent, Fields, Found, Frequency, Offset, Range, Vague
from claimcheck.times.reader import Reader

ARTICLES = frozenset({"the", "a", "an"})


def modified(reader: Reader, found: Found, floor: int) -> Found:
    """Return an expression with the words that bound it; none of them begins before the token `floor`."""
    norms, before = reader.norms, found.first - 1
    if norms[before] in ARTICLES:
        before -= 1
    ending = reader.words.modifiers.longer.get(norms[before])
    led = ending is not None and (ending.meanings or norms[before - 1] in ending.longer)
    if not led and norms[found.last] not in BEHIND and not found.bounds:
        return found  # as most, which need no closer look
    if isinstance(found.meaning, (Frequency, Vague)):
        return found
    first, last, bounds, passage = found.first, found.last, list(found.bounds), found.modifier
    for _ in range(3):
        step = _step(reader, found, first, floor, bounds)
        if step is None:
            break
        start, entry, end = step
        bounds.append(entry)
        if entry.within:
            first = start
        else:
            text = reader.tokens
            passage = Passage.cut(text.text, text.starts[start], text.ends[end - 1])
            break
    if not bounds and norms[last] in BEHIND:
        last = _behind(reader, found, bounds)
    return Found(first, last, found.meaning, found.strong, found.latent, passage, tuple(bounds)) if bounds else found


BEHIND = frozenset({"and", "or", "onwards", "onward", "forward"})
"""How the words begin that bound a time from behind."""


def _step(
    reader: Reader, found: Found, first: int, floor: int, bounds: list[TimeModifier]
) -> tuple[int, TimeModifier, int] | None:
    """Return the modifier that ends right before a token, or before the article there."""
    end = first
    if reader.before(end) in ARTICLES and not isinstance(found.meaning, Extent):
        end -= 1
    if end > floor:
        for start, entry in reader.words.modifiers.before(reader.norms, end - 1):
            if start >= floor and _fits(reader, found, entry, start, end) and entry not in bounds:
                return start, entry, end
    return None


def _fits(reader: Reader, found: Found, entry: TimeModifier, start: int, end: int) -> bool:
    is_length = isinstance(found.meaning, Extent)
    if entry.where == ("point" if is_length else "length") and not (
        isinstance(found.meaning, Offset) and entry.effect in ("more", "less", "least", "most", "about")
    ):
        return False
    words = reader.norms[start:end]
    if words == ("past",) or words == ("some",) and not is_length:
        return False
    if isinstance(found.meaning, Range) and not entry.within and entry.effect not in ("about",):
        return False
    if words == ("within",) and not is_length or words == ("up", "to") and reader.before(start) == "-":
        return False
    if entry.effect in ("start", "middle", "end", "rest", "so_far") and isinstance(found.meaning, Fields):
        clock_only = found.meaning.slots <= {"clock"}
        return not clock_only and (words[-1] != "-" or reader.glued(end))
    return True


LATER = {
    ("and", "later"): "since", ("or", "later"): "since", ("and", "after"): "since", ("and", "onwards"): "since",
    ("and", "beyond"): "since", ("and", "earlier"): "until", ("or", "earlier"): "until", ("and", "before"): "until",
}  # fmt: skip
"""The two words that bound a time from behind, each with the one before it that says the same."""


def _behind(reader: Reader, found: Found, bounds: list[TimeModifier]) -> int:
    """Read "and later", "onwards", "or earlier" behind a time; its sense is added to the bounds."""
    last = found.last
    words = reader.norms[last], reader.norms[last + 1]
    if not isinstance(found.meaning, Fields):
        return last
    effect, size = LATER.get(words), 2
    if effect is None and words[0] in ("onwards", "onward", "forward"):
        effect, size = "since", 1
    if effect is None or (reader.kinds[last + size] in "aAUn" and size == 2):
        return last
    entry = next(iter(reader.words.modifiers.before((effect,), 0)), None)
    if entry:
        bounds.append(entry[1])
    return last + size
