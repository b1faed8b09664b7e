"""Which claims may be about the same thing."""

from attrs import frozen

from claimcheck.model.claims import Claim
from claimcheck.model.reports import Step


@frozen
class Link:
    """Two claims whose subjects fit together, whatever their values.

    `fit` runs from 0 to 1; `steps` say what fits. `left` and `right` stand for `left_more` and `right_more`, claims that
    are equal to them in subject, value and speaker.
    """

    left: Claim
    right: Claim
    fit: float
    steps: tuple[Step, ...] = ()


@frozen
class Linking:
    """What linking found.

    `groups` gives, by the id of its first claim, all claims that say the very same thing; links are between first
    claims. `apart` counts the pairs of one sort whose subjects do not fit; `topics` the pairs of documents, by index,
    that are about one affair.
    """

    links: tuple[Link, ...]
    groups: dict[str, tuple[Claim, ...]]
    apart: int = 0
