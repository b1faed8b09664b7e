"""What a claim states, and of what: two claims say the same where both are equal."""

from operator import attrgetter

from attrs import fields

from claimcheck.model import Claim, Quantity, Timex

Statement = tuple[object, ...]
"""Parts of which each is soon compared."""
AMOUNT = ("amount.low", "amount.high", "amount.low_open", "amount.high_open")
_parts_of_amount = attrgetter(*AMOUNT, *[item.name for item in fields(Quantity) if item.name != "amount"])
_parts_of_time = attrgetter(*[item.name for item in fields(Timex)])


def statement(claim: Claim) -> Statement:
    """Return what a claim states: its value, who says it, how surely and of when."""
    time, value = claim.time, claim.mention.value
    period = None if time is None else time.period
    ends = (None, None) if period is None else (period.start, period.end)
    parts = _parts_of_amount(value) if isinstance(value, Quantity) else _parts_of_time(value)
    return (*parts, claim.speaker, claim.modality, claim.polarity, period is None, *ends)


def about(claim: Claim) -> Statement:
    """Return what a claim says its value of, to the word."""
    said = claim.scope
    return claim.measure, said.head, said.event, said.place, said.group, said.names, said.words, said.basis


def known_measure(claim: Claim) -> str | None:
    """Return the measure of a claim where the lexicon knows it: it means the same in any sentence."""
    return claim.measure if claim.scope.known else None
