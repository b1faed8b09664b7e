"""A figure with all that is read of it: its neighbours, its measure, its scope, its time."""

from attrs import define

from claimcheck.claims.entries import MeasureEntry
from claimcheck.claims.governors import Role
from claimcheck.claims.phrases import NounPhrase
from claimcheck.claims.sentences import Verb
from claimcheck.model import ClaimTime, Mention, Scope
from claimcheck.model.internal import internal
from claimcheck.model.quantities import Direction


@internal
class Measured:
    """What a figure measures: a measure, the lexicon's entry if there is one, and the phrase that names it.

    `change` tells that the figure is how far it rose or fell, not its level, where a noun or adjective says so;
    `exchanged` that the phrase is what changes hands for it.
    """

    measure: str
    entry: MeasureEntry | None
    phrase: NounPhrase | None
    change: Direction | None = None
    exchanged: bool = False


UNREAD = Scope()
"""The scope of a figure that is still to be read."""


@define(eq=False, weakref_slot=False)
class Figure:
    """A figure or dated event: tokens `first` up to `last` are its mention with the modifier, `amount` what kind it is.

    Its neighbours are known first. `counted` is the noun phrase after it ("35 people"), `noun` the one before it that it
    is the amount of ("a toll of 35", "revenue: 5"), `subject` the governing verb's subject. `role` is the figure's place
    with `verb`: its subject (or that of its passive), its object or complement, what it is said to be, or none;
    `preposition` stands between the verb or noun and the figure. `state` is an adjective after the figure or its noun
    ("35 dead", "30 m long"), `clause` a verb that modifies the counted noun ("fighters that we captured"), `inside` a
    noun after "in" ("5 crowns in rent").

    Then what it measures, what the claim is `about`, its scope and time, as its sentence alone gives them; `later` is what
    follows the earlier time of a figure that it is compared with.
    """

    mention: Mention
    first: int
    last: int
    amount: str
    counted: NounPhrase | None = None
    noun: NounPhrase | None = None
    subject: NounPhrase | None = None
    verb: Verb | None = None
    role: Role = "none"
    preposition: str | None = None
    state: str | None = None
    clause: Verb | None = None
    passive: bool = False
    inside: NounPhrase | None = None
    measured: Measured | None = None
    about: NounPhrase | None = None
    scope: Scope = UNREAD
    time: ClaimTime | None = None
    later: ClaimTime | None = None
