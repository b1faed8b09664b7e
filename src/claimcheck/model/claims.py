"""What is claimed: a figure, date or duration about one subject."""

from claimcheck.model.attributions import Attribution, Modality, Polarity
from claimcheck.model.internal import sealed
from claimcheck.model.mentions import Mention
from claimcheck.model.quantities import Direction
from claimcheck.model.spans import Passage, Span
from claimcheck.model.times import Period


@sealed
class ClaimTime:
    """When what is claimed holds or happened; `mention` is the id of the time mention that says so, if one does."""

    mention: str | None
    period: Period


OR = " or "
"""What stands between the readings of a time in `Scope.when`."""


@sealed
class Scope:
    """What a claim is about, in normal forms that can be compared; None and () mean that the text does not say.

    Two claims are about the same kind of thing if their `measure` and `head` are equal; the rest tells whether they
    are about the same thing.

    - `known`: the measure is an entry of the lexicon, so `measure` alone means the same in any sentence; else it is the
      lemma of a noun or verb of the text.
    - `amount`: what kind of amount it is: `count` `order` `percent` `money` `score` `age` `temperature` `date` `time` (a
      duration) `set`, or the dimension of a unit (`length` `area` `mass` ...).
    - `head`: for a count the lemma of what is counted ("fighter"; "person" where the measure implies it), for other
      amounts that of what has the measure ("bridge" for the length of a bridge), where a common noun says it.
    - `words`: the lemmas of the modifiers and complements of the phrase, function words and names left out.
    - `names`: canonical names in the phrase, its complements, and the subject of its verb; `context` those elsewhere
      in the sentence; a speaker who only says it is in neither.
    - `holder`: who has, does or suffers it: the canonical name or noun lemma of the verb's subject or of the possessor.
    - `event`: the lemma of the verb that governs the figure ("grow", "kill"), `events` those of the clauses that
      modify the noun ("fighters that we captured").
    - `participants`: for dates and durations, the heads and names of the event's subject and object.
    - `place`: a canonical place, or the lemma of a place phrase ("territory", "worldwide").
    - `basis`: what kind of figure it is, sorted: `per-unit` `gross` `net` `forecast` `planned` `capacity` `maximum`
      `minimum` `average` `total` `cumulative` `change` (a rise or fall by so much) `quarter` `half-year` `year`
      `month` `week` `day` `new` `joint` (of two together) ...; for a cell `table CAPTION|CORNER|HEAD`, the words that tell
      what its table and its column are about.
    - `group`: for a part of a whole, the lemma of the whole's noun ("member" in "of the 484 members, 262"), or "part".
    - `whole`: for shares and rates, the lemma of what the share is of ("voter" in "30 % of voters").
    - `direction`: whether it rose or fell, by the verb or noun, also where the amount is a level.
    - `when`: the TIMEX3 value of a time that it names and that nobody can place ("in the first quarter", of which year?),
      or those of one that may be read in two ways, joined by " or ".
    """

    head: str | None = None
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    event: str | None = None
    place: str | None = None
    basis: tuple[str, ...] = ()
    group: str | None = None
    known: bool = False
    amount: str = "count"
    holder: str | None = None
    context: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    whole: str | None = None
    direction: Direction | None = None
    when: str | None = None


@sealed
class Claim:
    """One figure, date or duration about one subject, and who says so.

    `subject` is the noun phrase that the figure counts or measures; `measure` what is measured or what happened, in
    canonical form across constructions ("deaths" for "35 people were killed" and "a toll of 35"). `time` is when that
    holds or happened, never the moment of speaking. `speaker` is the name of `attribution`, None for the document's own
    voice. `id` is `DOCUMENT#c1`, in order of the offsets.
    """

    id: str
    document: str
    mention: Mention
    subject: Passage | None
    measure: str | None
    time: ClaimTime | None
    attribution: Attribution | None
    speaker: str | None
    polarity: Polarity
    modality: Modality
    sentence: Span
    scope: Scope = Scope()

    def _repr_html_(self) -> str:
        """Show it in a notebook."""
        from claimcheck.model.cards import claim_card

        return claim_card(self)
