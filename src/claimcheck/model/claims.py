"""What is claimed: a figure, date or duration about one subject."""

from attrs import frozen

from claimcheck.model.attributions import Attribution, Modality, Polarity
from claimcheck.model.mentions import Mention
from claimcheck.model.spans import Passage, Span
from claimcheck.model.times import Period


@frozen
class ClaimTime:
    """When what is claimed holds or happened; `mention` is the id of the time mention that says so, if one does."""

    mention: str | None
    period: Period


@frozen
class Scope:
    """What a claim is about, in normal forms that can be compared.

    `head` is the head noun's lemma ("fighter"), `words` the lemmas of its modifiers and complements, `names` the
    canonical names around it, `event` the lemma of the verb or event noun that governs it, `place` a canonical place,
    `basis` what kind of figure it is ("per-unit", "gross", "forecast", "capacity", ...), `group` the subset it counts.
    """

    head: str | None = None
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    event: str | None = None
    place: str | None = None
    basis: tuple[str, ...] = ()
    group: str | None = None


@frozen
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
