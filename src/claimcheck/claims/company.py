"""What is counted beside a figure: the others that it is some of, and who or what has it together with its subject."""

from claimcheck.claims.figures import Figure
from claimcheck.claims.phrases import core_at
from claimcheck.claims.sentences import Sentence

DETERMINED = frozenset({"the", "them", "those", "these", "its", "their", "his", "her", "our"})
"""What follows "of" where a count is of a part: "eleven of the injured"."""

SIBLINGS = frozenset({"children", "sons", "daughters"})

AMONG = frozenset({"one", "youngest", "eldest", "oldest", "first", "second", "third", "fourth", "fifth", "sixth"})
"""What one is among brothers and sisters, who are none of one's own children: "the youngest of four children"."""

NOUNS = frozenset("nNjuz")
"""Tags that a second noun may begin with."""


def add_company(found: set[str], sentence: Sentence, figure: Figure) -> None:
    """Add whether a figure is of some among others (eleven of the injured, the youngest of four children), or of two together."""
    norms, first, last = sentence.norms, figure.first, figure.last
    if norms[last] == "of" and norms[last + 1] in DETERMINED:
        found.add("part")
    if norms[first - 1] == "of" and norms[last] in SIBLINGS and norms[first - 2] in AMONG:
        found.add("other")
    if "and" in norms and figure.amount != "date" and _is_joint(sentence, figure):
        found.add("joint")


def _is_joint(sentence: Sentence, figure: Figure) -> bool:
    """Tell whether a figure is of two together: "80 rooms and suites", "Orme and Lund scored 31 points"."""
    norms, tags, counted, subject, verb = sentence.norms, sentence.tags, figure.counted, figure.subject, figure.verb
    if figure.amount == "count" and counted is not None and norms[counted.core] == "and":
        return tags[counted.core + 1] in NOUNS and core_at(sentence, counted.core + 1) is not None
    if subject is None or verb is None or norms[subject.last] != "and":
        return False
    other = core_at(sentence, subject.last + 1)
    if other is None or other.last > verb.first:
        return False
    return tags[subject.head] == "N" == tags[other.head] or "together" in norms[subject.last : figure.first]
