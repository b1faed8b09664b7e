"""The whole that a figure is a part of: "of the 484 members, 262", "30 % of voters"."""

from claimcheck.claims.figures import Figure
from claimcheck.claims.phrases import core_at, lemma_of
from claimcheck.claims.sentences import Sentence

PART_NOUNS = frozenset({"which", "them", "those", "these", "whom"})
"""Words that stand for a whole named before."""

LISTING = "wsd#nNjefuz',0"
"""Tags of what may stand between the "of" of a whole and the figure of its part."""
PARTITIVE = frozenset("o" + LISTING)
"""Those with that of the "of"."""


def group_of(sentence: Sentence, first: int) -> str | None:
    """Return the whole of which a count at a token is a part: "of the 484 members, 262", "including 12 children"."""
    tags, before = sentence.tags, sentence.tag[first - 1]
    if before not in PARTITIVE:
        return "part" if before == "p" and sentence.norms[first - 1] in ("including", "among") else None
    start = first - 8 if first > 8 else 0
    index = start + len(tags[start:first].rstrip(LISTING)) - 1
    if index < start or (tags[index] != "o" and sentence.norms[index] != "among"):
        return None
    return _whole_before(sentence, start, index, first)


def _whole_before(sentence: Sentence, start: int, last: int, first: int) -> str | None:
    """Return the whole that one of the words up to `last` opens, before a figure that begins at `first`."""
    tags = sentence.tags
    for index in range(last, start - 1, -1):
        if tags[index] in "o" or sentence.norms[index] == "among":
            if index + 1 < first and sentence.norms[index + 1] in PART_NOUNS:
                return "part"
            whole = core_at(sentence, index + 2) if tags[index + 1 : index + 2] == "#" else None
            inner = tags.find("#", index, first)
            if tags[index] == "o" and index and tags[index - 1] in ",(c;:" or index == 0:
                after = core_at(sentence, inner + 1) if inner > 0 else whole
                if after is not None:
                    return lemma_of(sentence, after)
                if inner > 0 and tags[inner + 1] in "ej":
                    return sentence.norms[inner + 1]  # of the 43 injured, 12
                return "part" if inner > 0 else None
        elif tags[index] not in PARTITIVE:
            break
    return None


def whole_of(sentence: Sentence, figure: Figure) -> str | None:
    """Return the noun that a share is of: "30 % of voters"."""
    if figure.counted is None or sentence.tag[figure.last] != "o":
        return None
    return lemma_of(sentence, figure.counted)
