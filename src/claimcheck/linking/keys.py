"""What one document and its claims are about, reduced to what can be compared with another's.

Everything in a key is made from one document alone, so that whether two documents are about one affair never depends on
what else is in the collection.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from attrs import Factory, field, frozen

from claimcheck.linking.slots import Filled
from claimcheck.linking.statements import Statement, about, known_measure, statement
from claimcheck.model import Analysis, Claim, Mention, Name, Names
from claimcheck.model.findings import NO_SUMS, Sums
from claimcheck.model.internal import internal
from claimcheck.model.names import NameType


@internal
class ClaimKey:
    """The comparable side of a claim.

    `sort` keeps apart what can never be compared (a count, a share, money, a length, a date). `thing` are the terms of
    what is measured, `head` the one that names it; `near` the terms of the stretch around the figure up to the next
    break or figure; `context` those of the sentence; `names` the terms of the names around it; `sides` where it stands
    in each contrast; `sole` what it counts, where its document has no other value for it, `twin` the same where it has
    one other; `told` are the terms by which its document
    tells it from a plainer claim of its measure (youth unemployment from unemployment), `elsewhere` the places of the
    other claims of its sort and noun there, if it has none itself; `slots` are the names of its sentence by the words beside them;
    `figure` names an exact value of three digits or more, and `digits` stands for all that have the same
    digits in another order; `stated` and `about` are what it states, and of what, `known` the name of its measure where the
    lexicon knows it.
    """

    claim: Claim
    sort: str
    head: str | None
    thing: frozenset[str]
    near: frozenset[str]
    context: frozenset[str]
    names: frozenset[str]
    sides: frozenset[tuple[str, int]]
    sole: str | None
    twin: str | None = None
    figure: str | None = None
    digits: str | None = None
    told: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()
    slots: tuple[Filled, ...] = ()
    stated: Statement = field(
        init=False, eq=False, repr=False, default=Factory(lambda self: statement(self.claim), takes_self=True)
    )
    about: Statement = field(
        init=False, eq=False, repr=False, default=Factory(lambda self: about(self.claim), takes_self=True)
    )
    known: str | None = field(
        init=False, eq=False, repr=False, default=Factory(lambda self: known_measure(self.claim), takes_self=True)
    )


@internal
class Repeats:
    """How the claims of one document stand to each other, by their places.

    Those that say what an earlier one says to the word are `joined` to it, those whose subjects fit are `held` with their
    fit; `apart` counts the pairs that do not fit.
    """

    joined: tuple[tuple[int, int], ...]
    held: tuple[tuple[int, int, float], ...]
    apart: int


NO_REPEATS = Repeats((), (), 0)

End = Decimal | int | str | None
"""The end of a value by which claims of one value are found; whole numbers that are not too long are ints."""


@internal
class Row:
    """What is asked of all claims of one sort in a document without looking at each of them.

    `claims` are their places, each with the terms near it and those of what it measures; `digits` are theirs in the same order.
    """

    claims: tuple[tuple[int, frozenset[str], frozenset[str]], ...]
    digits: tuple[str | None, ...]


@internal
class Shelf:
    """The claims of one document by sort, and their places by an end of their values, which those that state the same share."""

    rows: Mapping[str, Row]
    ends: Mapping[End, tuple[int, ...]]


def moments_of_speech(analysis: Analysis) -> tuple[Mention, ...]:
    """Return the mentions that say when speakers of claims spoke: comparing asks for no others."""
    said = {claim.attribution.when for claim in analysis.claims if claim.attribution}
    return tuple([mention for mention in analysis.mentions if mention.id in said])


def called(names: Names) -> list[tuple[str, NameType]]:
    """Return how entities are called and what they are: once keys are made, comparing asks for nothing else of them."""
    return [(name.canonical, name.type) for name in names]


def names_called(entities: Iterable[tuple[str, NameType]]) -> Names:
    """Make names of what `called` returned."""
    return Names(tuple([Name(canonical, kind, (), ()) for canonical, kind in entities]))


@frozen
class DocumentKey:
    """The comparable side of a document, and those of its claims in order.

    `names` are the telling words of its names, `central` those of the names that it mentions most, `given` the given
    names of persons by the telling word of their family name, `capital` the terms that it has in no other form than
    with a capital; `figures` are those that hardly stand in two texts by chance; `telling` are the terms of its text
    that few texts have, `usual` the others, `size` how many these are, `weight` what they weigh; `short` and `single`
    tell whether it has hardly room for two things of one sort, and whether it is hardly more than a sentence;
    `pollsters` are whose polls it tells of, `sums` what it lets one recompute, `repeats` what it says twice, `shelf` its
    claims by sort and value; both are None where linking has to make them.
    """

    analysis: Analysis
    names: frozenset[str]
    central: frozenset[str]
    given: Mapping[str, str]
    capital: frozenset[str]
    figures: frozenset[str]
    telling: frozenset[str]
    usual: frozenset[str]
    weight: float
    short: bool
    single: bool
    claims: tuple[ClaimKey, ...]
    pollsters: frozenset[str] = frozenset()
    sums: Sums = field(default=NO_SUMS, eq=False, repr=False)
    repeats: Repeats | None = field(default=None, eq=False, repr=False)
    shelf: Shelf | None = field(default=None, eq=False, repr=False)
    size: int = field(
        init=False,
        eq=False,
        repr=False,
        default=Factory(lambda self: len(self.telling) + len(self.usual), takes_self=True),
    )
