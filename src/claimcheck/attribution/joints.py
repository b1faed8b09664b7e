"""Several sources of one content: "Minister Ada Lund and mayor Odo Bell", "Ada Lund, Odo Bell and Eva Dorn"."""

from bisect import bisect_right

from claimcheck.attribution.clauses import is_clause
from claimcheck.attribution.drafts import Reach, Reading
from claimcheck.attribution.stage import Speaker
from claimcheck.model import Name, Names

MOST = 8
"""Names of the longest list that speaks."""


def joint_sources(reading: Reading, names: Names, reach: Reach, core: int) -> Speaker | None:
    """Return all sources of a phrase with "and", None where one alone speaks.

    What stands before "and" must be a name with at most its titles: "Minister of Trade and Industry Ada Lund" is one.
    """
    tokens = reading.tokens
    if "and" not in reading.norms[reach[0] + 1 : core - 1]:
        paired = reach[0] > 2 and reading.norms[reach[0] - 1] == "and" and reading.kinds[reach[0] - 2] == ","
        return _described_pair(reading, names, reach, core) if paired else None
    right = names.holding(core - 1)
    middle = reading.norms.index("and", reach[0] + 1)
    left = names.holding(middle - 1)
    if left is None or left.type == "place" or (right is not None and right.canonical == left.canonical):
        return None
    if not _are_titles(reading, reach[0], _begins(names, middle - 1)):
        return None
    other = right.canonical if right is not None else " ".join(tokens.slice(middle + 1, reach[1]).split())
    first, earlier = _listed(reading, names, reach[0])
    listed = ", ".join(name.canonical for name in (*earlier, left))
    return Speaker((first, reach[1]), f"{listed} and {other}", "plural")


def _begins(names: Names, index: int) -> int:
    """Return the first token of the name that holds a token."""
    return names.firsts[bisect_right(names.firsts, index) - 1]


def _are_titles(reading: Reading, first: int, last: int) -> bool:
    kinds, norms = reading.kinds, reading.norms
    return all(kinds[at] in "aAUI." and norms[at] not in reading.grammar.prepositions for at in range(first, last))


def _listed(reading: Reading, names: Names, first: int) -> tuple[int, tuple[Name, ...]]:
    """Return the names of a list before its last two, and where it begins: it must open the sentence."""
    tokens = reading.tokens
    opens = tokens.sentence_of(first)[0]
    found: list[Name] = []
    at = first
    while at - 2 >= opens and reading.kinds[at - 1] == "," and len(found) < MOST:
        name = names.holding(at - 2)
        if name is None or name.type == "place":
            break
        at = _begins(names, at - 2)
        found.append(name)
    return (at, tuple(reversed(found))) if found and at == opens else (first, ())


def _described_pair(reading: Reading, names: Names, reach: Reach, core: int) -> Speaker | None:
    """Read "Ada Lund, the mayor, and Odo Bell, her deputy, said": the first opens the sentence."""
    tokens = reading.tokens
    right = names.holding(core - 1)
    joined = reach[0] - 1
    first = tokens.sentence_of(reach[0])[0]
    if right is None or joined - 2 <= first:
        return None
    left = names.holding(first)
    if left is None or left.type == "place" or left is right or is_clause(reading, first, joined):
        return None
    return Speaker((first, reach[1]), f"{left.canonical} and {right.canonical}", "plural")
