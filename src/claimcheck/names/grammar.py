"""The word classes of this room, made of the lexicon's closed classes."""

from typing import Self

from attrs import frozen

from claimcheck.lexicons import Lexicon
from claimcheck.lexicons.reporting import Reporting, closed_classes

KNOWN_AS = (("also", "known", "as"), ("better", "known", "as"), ("also", "called"), ("formerly", "known", "as"),
            ("known", "as"), ("or",), ("abbreviated", "as"), ("abbreviated",), ("alias",), ("aka",), ("a.k.a.",),
            ("nicknamed",), ("whose", "real", "name", "is"), ("whose", "full", "name", "is"))  # fmt: skip
"""What declares the name behind it to be the same as the one before."""

DECLARING = frozenset(words[0] for words in KNOWN_AS)

SHORTENINGS = frozenset(["acronym", "abbreviation", "initials", "shorthand", "initialism"])

CLOSED = ("determiners", "prepositions", "clause_openers", "pronouns", "auxiliaries", "openers", "calendar",
          "subordinators", "deictic", "negations")  # fmt: skip
"""Classes whose words are no part of a name."""

PLACES = frozenset(["in", "at", "from", "near", "to"])
"""Prepositions before a place."""


@frozen
class NameWords:
    """The words that names are read by, as token norms.

    `skipped` are no part of a name, `unusual` need a look where they stand in one, `dull` name nothing where they stand
    alone with a capital. `joiners` may carry a name on, `titles` stand before one, `titles_alone` never are one, and
    `doubtful` may be common words in capitals. `trades` and `companies` end a company's name, `heads` tell an organisation
    and `given` a person; `apposed` are what commas may give a name, and `telling` may tell of the name after it.
    """

    skipped: frozenset[str]
    unusual: frozenset[str]
    dull: frozenset[str]
    calendar: frozenset[str]
    months: frozenset[str]
    particles: frozenset[str]
    joiners: frozenset[str]
    honorifics: frozenset[str]
    titles: frozenset[str]
    titles_alone: frozenset[str]
    common_nouns: frozenset[str]
    doubtful: frozenset[str]
    heads: frozenset[str]
    trades: frozenset[str]
    companies: frozenset[str]
    dropped: frozenset[str]
    given: frozenset[str]
    roles: frozenset[str]
    telling: frozenset[str]
    apposed: frozenset[str]
    articles: frozenset[str]
    prepositions: frozenset[str]
    clause_words: frozenset[str]

    def naming(self, norm: str, kind: str) -> str:
        """Return the part that a word may have in names, by its norm and kind: `N` a name's own word, `D` none but in one
        with others, `X` one that needs a look; `d` declares a name to be another, `(` may do so, `s` is a shortening."""
        if kind not in "AUIm":
            return "d" if norm in DECLARING else "s" if norm in SHORTENINGS else "(" if kind == "(" else " "
        if norm not in self.unusual:
            return "N"
        return "D" if norm in self.dull and kind == "A" else "X"

    @classmethod
    def load(cls, lexicon: Lexicon) -> Self:
        """Make the classes of the lexicon's."""
        base, nouns = closed_classes(lexicon), Reporting.load(lexicon).sources
        heads = frozenset(word for word, kind in nouns.items() if kind == "organisation") | base["companies"]
        skipped = base["unnamed"].union(*(base[name] for name in CLOSED)) - base["particles"] - {"us", "next", "like"}
        titles = base["honorifics"] | base["offices"] | base["roles"] | base["title_modifiers"]
        common = base["roles"].union(nouns, base["lone_openers"])
        return cls(
            skipped=skipped,
            unusual=skipped | base["calendar"] | {"i"},
            dull=skipped - base["month_names"],
            calendar=base["calendar"],
            months=base["month_names"],
            particles=base["particles"],
            joiners=base["particles"] | {"&", "of", "for", "and"},
            honorifics=base["honorifics"],
            titles=titles,
            titles_alone=titles - heads,
            common_nouns=common,
            doubtful=common | titles,
            heads=heads,
            trades=base["trades"],
            companies=base["companies"],
            dropped=base["dropped"],
            given=base["he"] | base["she"],
            roles=base["roles"],
            telling=base["roles"] | PLACES | {","},
            apposed=base["roles"] | base["offices"] | heads,
            articles=base["articles"],
            prepositions=base["prepositions"],
            clause_words=base["clause_openers"] | base["auxiliaries"] | base["subjects"],
        )
