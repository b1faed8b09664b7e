"""Parts of what another claim counts as a whole: 200 French fighters among 800 fighters."""

from attrs import evolve, frozen

from claimcheck.comparing.nature import Words
from claimcheck.comparing.operands import Operand
from claimcheck.comparing.relations import UNCLEAR, Relation
from claimcheck.lexicons import Lexicon
from claimcheck.model import Claim
from claimcheck.model.precision import written
from claimcheck.model.steps import told

PART = "part"
"""The basis of a count of some: "eleven of the injured"."""


NO_PART, ONE_PART = frozenset[str](), frozenset({PART})


@frozen
class Subgroups:
    """The words that pick a part out of what a noun names."""

    words: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    """Nouns for some of the people."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Subgroups":
        """Read the words."""
        found = {entry.key: entry.words for entry in lexicon.entries("subgroups", Words)}
        persons = frozenset(found.pop("persons"))
        return cls(frozenset(word for words in found.values() for word in words), persons)

    def named(self, operand: Operand) -> frozenset[str]:
        """Find the words of a claim's subject that name a part, and keep them."""
        scope, subject = operand.claim.scope, operand.claim.subject
        part = NO_PART
        if scope.basis and PART in scope.basis:
            part = ONE_PART
        elif subject is not None and scope.amount == "count":
            part = self.words.intersection(subject.text.lower().split()[:-1]) or NO_PART
            if scope.head in self.persons:
                part |= {scope.head}
        operand.part = part
        return part

    def judge(self, left: Operand, right: Operand, found: Relation, narrowed: tuple[str, str]) -> Relation:
        """Judge two counts that do not fit and of which one may be of a part: the part fits any whole that is as large.

        `narrowed` are words that make a part of each for the other text.
        """
        mine = left.part if left.part is not None else self.named(left)
        theirs = right.part if right.part is not None else self.named(right)
        mine, theirs = mine.union(filter(None, narrowed[:1])), theirs.union(filter(None, narrowed[1:]))
        if mine == theirs:
            return found
        if mine and theirs:
            return UNCLEAR
        part, whole = (left.claim, right.claim) if mine else (right.claim, left.claim)
        names = {
            "part": written(part.mention),
            "whole": written(whole.mention),
            "group": " ".join(sorted(mine | theirs)),
        }
        if _exceeds(part, whole):
            return evolve(found, accounts=(*found.accounts, told("part-larger", **names)))
        return Relation("agree", "part-of", (told("part-of", **names),), found.ratio, soft=True)


def _exceeds(part: Claim, whole: Claim) -> bool:
    one, other = part.mention.quantity, whole.mention.quantity
    if one is None or other is None or one.amount.low is None or other.amount.high is None:
        return False
    return one.amount.low > other.amount.high
