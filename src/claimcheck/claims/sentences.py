"""A tagged sentence with its verbs, names and mentions."""

from collections.abc import Iterator, Mapping

from attrs import define, field

from claimcheck.claims.tagging import Named, Placed
from claimcheck.model import ClaimTime, Mention, Name, Span, Tokens
from claimcheck.model.internal import internal

Places = tuple[tuple[int, str], ...]
"""The places of a sentence, each with the token that its phrase begins at."""


@define(eq=False, weakref_slot=False)
class Verb:
    """A verb with its auxiliaries: tokens `first` up to `last` of the sentence, `main` being the verb itself.

    `lemma` is "be" or "have" where the auxiliary stands alone. `passive` means a form of be with a participle;
    `bare` a participle or past without auxiliary, which may be either.
    """

    first: int
    main: int
    last: int
    lemma: str
    passive: bool
    bare: bool


@internal
class Dated:
    """A time mention of a sentence: its tokens `first` up to `last`, and the verb (by its first token) that it dates.

    `time` is its period, None where that is unresolved or only a time of day; `state` tells that it is the day as of
    which something holds, `leads` that it opens the sentence: "On Monday ..."; `compared` is the first token of a figure that this time alone belongs to: "down from [1,900 last autumn]".
    `clause` is the same time as that of a clause that takes it up: "since 2019, when 21 died".
    """

    mention: Mention
    first: int
    last: int
    verb: int | None
    state: bool
    time: ClaimTime | None
    leads: bool = False
    compared: int | None = None
    clause: "Dated | None" = None


@define(eq=False, weakref_slot=False)
class Sentence:
    """One sentence, or a piece of a long one, as tags; token `i` of it is token `offset + i` of the document.

    `norms` are those of its tokens, `names` the entities mentioned, each with the tokens that it covers; `ending` has each
    verb by the token after it, `starting` by the one that it or its main verb begins with. Beside the tags
    of `WordClasses`: `N` capitalised word or part of a name, `#` amount, `t` date or time, `y` duration or set, `0`
    digits that are no mention, `K` "to" before a verb, `'` possessive, other marks their token's kind (`*` for signs).
    `tag` has the tags one by one, where each is found at a tenth of the cost. There is one more tag and norm than tokens, a
    line feed and no word, so that one can look behind the last token, and, as it is also number -1, before the first.

    `number` counts the document's sentences, `start` and `end` are where the whole sentence stands; `hyphenated` and
    `pronominal` tell that it has a hyphen, a pronoun. What is known once the words are read is set last: `times` are the
    mentions that date something other than speaking, `figures` the others, `places` where something is said to be. Of the
    times of a reading others have `repeated` some; `model` is the one that says what a bare year stands for.
    """

    tokens: Tokens = field(repr=False)
    offset: int
    tags: str
    tag: tuple[str, ...] = field(repr=False)
    norms: tuple[str, ...] = field(repr=False)
    verbs: list[Verb]
    names: list[Named] = field(repr=False)
    ending: Mapping[int, Verb] = field(repr=False)
    starting: Mapping[int, Verb] = field(repr=False)
    number: int
    start: int
    end: int
    hyphenated: bool
    pronominal: bool
    figures: list[Placed] = field(repr=False)
    times: list[Dated] = field(repr=False)
    places: Places = ()
    repeated: frozenset[str] = frozenset()
    model: Mention | None = field(default=None, repr=False)

    @property
    def paragraph(self) -> str:
        """The kind of the paragraph that it begins in, as in `Tokens.paragraph_kinds`."""
        return self.tokens.paragraph_kinds[self.tokens.paragraph_index(self.offset)]

    def at(self, index: int) -> int:
        """Return which token of the document a token is."""
        return self.offset + index

    def span(self, first: int, last: int) -> Span:
        """Return the place of tokens `first` up to `last`."""
        return Span(self.tokens.starts[self.at(first)], self.tokens.ends[self.at(last - 1)])

    def named(self, first: int, last: int) -> Iterator[Name]:
        """Yield the names that share a token with a stretch."""
        for begin, end, name in self.names:
            if begin < last and first < end:
                yield name


@define(eq=False, weakref_slot=False)
class Reading(Sentence):
    """A sentence with but one item of each of its lists: its tokens are those that are `kept`, counted from the first."""

    kept: tuple[int, ...] = ()

    def at(self, index: int) -> int:
        """Return which token of the document a token is."""
        return self.offset + self.kept[index]
