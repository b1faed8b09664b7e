"""The steps of an explanation: a code, its sentence, and the values that fill it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import Any

from claimcheck.model.reports import Step

Reason = tuple[str, Mapping[str, str]]
"""What makes a step: its code and the values that fill the code's sentence."""
Account = tuple[Callable[..., Iterable[Reason]], *tuple[Any, ...]]
"""What gives reasons when it is asked for them: a function, and what it is asked about."""

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        # what makes the two claims comparable
        "same-speaker": "both figures are {speaker}'s",
        "different-speakers": "{left} and {right} are different sources",
        "one-source": "only one of the two names its source: {speaker}",
        "same-measure": "both say: {measure}",
        "same-subject": "both are about {subject}",
        "shared-names": "both name {names}",
        "shared-words": "the sentences share: {words}",
        "same-topic": "the documents share: {terms}",
        # amounts
        "equal": "{left} and {right} are the same amount",
        "same-score": "{left} and {right} are the same score",
        "within-tolerance": "{left} and {right} differ by no more than {share}, which the settings allow",
        "rounded": "{left} and {right} agree within their last digits",
        "converted": "{written} is {amount} {unit}",
        "within-hedge": "{right} lies within {share} of '{left}'",
        "hedge-exceeded": "{right} lies beyond the {share} that '{left}' allows",
        "within-bound": "{right} satisfies '{left}'",
        "bound-exceeded": "{right} satisfies '{left}' but is {ratio} times as much",
        "bound-violated": "{right} does not satisfy '{left}'",
        "bounds-overlap": "'{left}' and '{right}' can both hold",
        "bounds-disjoint": "'{left}' and '{right}' cannot both hold",
        "bounds-apart": "'{left}' and '{right}' can both hold but lie {ratio} times apart",
        "within-range": "{right} lies within '{left}'",
        "outside-range": "{right} lies outside '{left}'",
        "soft-edge": "'{left}' is vague, and {right} lies within an order of magnitude of it",
        "beyond-magnitude": "{right} lies more than an order of magnitude from '{left}'",
        "differ": "{left} and {right} differ by a factor of {ratio}",
        "apart": "{left} and {right} are different values",
        "digits-swapped": "the digits of {left} and {right} are the same in another order: perhaps a slip",
        "part-of": "{part} ({group}) may be among the {whole}",
        "part-larger": "{part} ({group}) are more than the {whole} that they should be among",
        "mirrored": "{left} and {right} are one difference, taken either way",
        "sum-of": "{whole} is the sum of {terms}",
        "other-currency": "{left} and {right} are in different currencies",
        "other-unit": "{left} and {right} are in units that cannot be converted",
        "unit-miscopied": "the draft has the number of its source with another unit",
        # times
        "same-period": "{left} and {right} are the same time",
        "period-within": "{left} lies within {right}",
        "periods-meet": "{left} and {right} overlap",
        "periods-apart": "{left} and {right} have no moment in common",
        "ends-apart": "{left} and {right} do not begin or end at the same time",
        "fields-agree": "{left} and {right} agree as far as both go",
        "fields-differ": "{left} and {right} differ in the {field}",
        "unresolved": "{expression} cannot be placed without a date of the document",
        # order and direction
        "same-rank": "both say {rank}",
        "ranks-differ": "{left} and {right} are different places in one series",
        "opposite-directions": "one says that it went up, the other that it went down",
        # attribution
        "given-to-two": "the same words are given to {left} and to {right}",
        "said-later": "one said it on {left}, the other on {right}, and may have repeated it",
        # verdicts
        "possibly-update": "possibly an update: {left} against {right}",
        "corrected": "the later text corrects the figure: '{word}'",
        "fell": "a count that can only grow is lower on {later} than on {earlier}",
        "moved": "the figure changes over time: as of {left} and of {right}",
        "risen": "{later} is what the later text says that it has risen to, from {earlier}",
        "level-before": "the later text gives {level} as the level before",
        "unsettled": "the figure is not settled, and sources differ",
        "same-time": "the same thing at the same time: both cannot be true",
        "forecast": "'{left}' is {modality}, so it does not contradict '{right}'",
        "sources-differ": "{source} has the draft's figure: the sources differ among themselves",
        "only-foreseen": "the source only foresees {source}, and the draft states another figure as a fact",
        "source-role": "the source has {value} for {subject}",
        # arithmetic
        "sum": "{terms} make {result}, not {stated}",
        "share": "{part} of {whole} is {result}, not {stated}",
        "over-hundred": "the shares {terms} make {result}",
        "difference": "{left} less {right} is {result}, not {stated}",
        "growth": "from {old} to {new} is {result}, not {stated}",
        "rose-to-less": "{left} is less than {right}, from which it is said to have risen",
        "fell-to-more": "{left} is more than {right}, from which it is said to have fallen",
        "multiple": "from {old} to {new} is {result} times, not '{stated}'",
        "product": "{count} times {each} is {result}, not {stated}",
        "span": "from {start} to {end} is {result}, not {stated}",
        "age": "someone born {born} is {result} in {year}, not {stated}",
        "unit-double": "{left} is {result}, not {stated}",
        "sum-holds": "{terms} make {stated}",
        "over-hundred-holds": "the shares {terms} make {stated}",
        "share-holds": "{part} of {whole} is {stated}",
        "difference-holds": "{left} less {right} is {stated}",
        "growth-holds": "from {old} to {new} is {stated}",
        "multiple-holds": "from {old} to {new} is '{stated}'",
        "product-holds": "{count} times {each} is {stated}",
        "span-holds": "from {start} to {end} is {stated}",
        "age-holds": "someone born {born} may be {stated} in {year}",
        "unit-double-holds": "{left} is {stated}",
        "written-twice": "{words} in words is not {digits} in figures",
    }
)
"""The sentence of each code; the names in braces are the keys of a step's values."""


def step(code: str, **values: str) -> Step:
    """Make a step; its text is the code's sentence filled with the values.

    >>> step("within-bound", left="over 800", right="830").text
    "830 satisfies 'over 800'"
    """
    return Step(code, SENTENCES[code].format_map(values), values)


def reason(code: str, /, **values: str) -> Reason:
    """Name a reason, of which a step is made if it is read."""
    return code, values


def told(code: str, /, **values: str) -> Account:
    """Return an account of one reason whose values are at hand."""
    return _given, code, values


def _given(code: str, values: Mapping[str, str]) -> tuple[Reason, ...]:
    return ((code, values),)


def steps_of(*told: Iterable[Account]) -> Iterator[Step]:
    """Ask accounts for their reasons, each in its turn, and make steps of them."""
    for tell, *about in chain(*told):
        for code, values in tell(*about):
            yield step(code, **values)
