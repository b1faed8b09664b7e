"""What a document is about: the name at its head, which a bare "Weight: 14 kg" is said of."""

from claimcheck.model import Document, Name, Names

HEAD = 240
"""How many characters of a document count as its head."""


def topic(document: Document, names: Names) -> Name | None:
    """Return the name of no person that stands in the head of a document and is named most in all of it.

    None where no name of the head comes back later, so that a single sentence has no topic.
    """
    head = [
        (span, name)
        for span, name in names.within(0, min(HEAD, len(document.text)))
        if name.type not in ("person", "place", "role") and len(name.spans) > 1
    ]
    best = max(head, key=lambda item: (len(item[1].spans), -item[0].start), default=None)
    return None if best is None else best[1]
