"""The words of which numbers are made: cardinals, ordinals, scales and suffixes."""

from decimal import Context, Decimal
from typing import Literal

from attrs import Factory, field, frozen

from claimcheck.lexicons.loading import Entry, Lexicon

DIGITS = Context(prec=100)
"""More digits than any number word has."""

WordRole = Literal["unit", "teen", "ten", "hundred", "scale", "dozen", "part"]


def _decimal(value: object) -> Decimal:
    if not isinstance(value, str):
        raise TypeError(f"a number must be quoted, not {value!r}")
    return Decimal(value)


def _optional(value: object) -> Decimal | None:
    return None if value is None else _decimal(value)


def _decimals(table: dict[str, object]) -> dict[str, Decimal]:
    return {word: _decimal(value) for word, value in table.items()}


@frozen(kw_only=True)
class NumberClass(Entry):
    """Words that take the same place in a number."""

    role: WordRole
    words: dict[str, Decimal] = field(converter=_decimals)
    ordinals: dict[str, Decimal] = field(factory=dict[str, Decimal], converter=_decimals)
    decades: dict[str, Decimal] = field(factory=dict[str, Decimal], converter=_decimals)


@frozen(kw_only=True)
class Scale(Entry):
    """A word that multiplies the number before it (see the head of `scales.toml`)."""

    value: Decimal = field(converter=_decimal)
    words: tuple[str, ...]
    role: WordRole = "scale"
    ordinals: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()
    money: tuple[str, ...] = ()
    vague: str | None = None
    below: Decimal | None = field(default=None, converter=_optional)


def _step(value: Decimal) -> Decimal:
    exponent = value.normalize(DIGITS).as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and value else Decimal(1)


@frozen
class NumberWord:
    """A word's place in a number and its worth; `ordinal` words end a number, plural ones are denominators only.

    `step` is the worth of the last significant digit of `value`.
    """

    role: WordRole
    value: Decimal
    ordinal: bool = False
    plural: bool = False
    step: Decimal = field(init=False, default=Factory(lambda self: _step(self.value), takes_self=True))


@frozen
class NumberWords:
    """All number words of a language by their norm; suffixes as written, with their factors."""

    words: dict[str, NumberWord]
    abbreviations: dict[str, Decimal]
    glued: dict[str, Decimal]
    money: dict[str, Decimal]
    vague: dict[str, tuple[Decimal, Decimal]]
    decades: dict[str, Decimal]

    @classmethod
    def load(cls, lexicon: Lexicon) -> "NumberWords":
        """Read `number_words.toml` and `scales.toml`."""
        words: dict[str, NumberWord] = {}
        classes = lexicon.entries("number_words", NumberClass)
        for entry in classes:
            for word, value in entry.words.items():
                words[word] = NumberWord(entry.role, value)
            for word, value in entry.ordinals.items():
                words |= _ordinal_forms(word, entry.role, value)
        words |= _fused(words)
        scales = lexicon.entries("scales", Scale)
        for scale in scales:
            words |= {word: NumberWord(scale.role, scale.value) for word in scale.words}
            for word in scale.ordinals:
                words |= _ordinal_forms(word, scale.role, scale.value)
        return cls(
            words,
            {name: scale.value for scale in scales for name in scale.abbreviations},
            {name: scale.value for scale in scales for name in scale.glued},
            {name: scale.value for scale in scales for name in scale.money},
            {scale.vague: (scale.value, scale.below) for scale in scales if scale.vague and scale.below},
            {word: value for entry in classes for word, value in entry.decades.items()},
        )


def _ordinal_forms(word: str, role: WordRole, value: Decimal) -> dict[str, NumberWord]:
    """Return an ordinal and its plural, which can only be a denominator; "seconds" are a unit of time."""
    forms = {word: NumberWord(role, value, ordinal=True)}
    if word != "second":
        forms[word + "s"] = NumberWord(role, value, ordinal=True, plural=True)
    return forms


def _fused(words: dict[str, NumberWord]) -> dict[str, NumberWord]:
    """Return tens and units written in one word ("fortytwo", "twentyfifth")."""
    tens = {name: word.value for name, word in words.items() if word.role == "ten" and not word.ordinal}
    units = {name: word for name, word in words.items() if word.role == "unit" and word.value and not word.plural}
    return {
        ten + unit: NumberWord("teen", value + word.value, ordinal=word.ordinal)
        for ten, value in tens.items()
        for unit, word in units.items()
    }
