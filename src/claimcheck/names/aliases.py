"""Names of one entity across documents, from the curated table and the user's."""

import re
from collections.abc import Iterable, Mapping
from typing import Self

from attrs import field, frozen

from claimcheck.lexicons import Lexicon
from claimcheck.lexicons.reporting import Alias

SHORT = 5
"""Forms of up to so many letters are found only as they are written."""


@frozen
class Aliases:
    """Looks an entity up by a form as written.

    `longer` has the first words of forms that go on in lower case ("UN refugee agency"), with the most words of one;
    `inner` are the tokens that may stand after the first one. `openings` and `closings` have every beginning of the first
    word of a form and every ending of the last one, as norms: most names are told apart by the tokens at their ends, before
    anything is made of them. `lone` are the forms of one word.
    """

    exact: Mapping[str, Alias] = field(repr=False)
    folded: Mapping[str, Alias] = field(repr=False)
    metonyms: Mapping[str, str] = field(repr=False)
    longer: Mapping[str, int] = field(repr=False)
    longer_norms: frozenset[str] = field(repr=False)
    inner: frozenset[str] = field(repr=False)
    openings: frozenset[str] = field(repr=False)
    closings: frozenset[str] = field(repr=False)
    lone: frozenset[str] = field(repr=False)

    @classmethod
    def load(cls, lexicon: Lexicon) -> Self:
        """Read the table."""
        return cls.of(lexicon.entries("aliases", Alias))

    @classmethod
    def of(cls, entries: Iterable[Alias]) -> Self:
        """Invert some entries."""
        exact: dict[str, Alias] = {}
        folded: dict[str, Alias] = {}
        metonyms: dict[str, str] = {}
        longer: dict[str, int] = {}
        inner: set[str] = set()
        for entry in entries:
            for form in (entry.name, *entry.forms):
                exact[form] = entry
                words = form.split()
                if any(word[0].islower() or word == "Without" for word in words[1:]):
                    longer[words[0]] = max(longer.get(words[0], 0), len(words))
                    inner.update(word.lower() for word in words[1:])
                    inner.update(re.findall(r"'s|\w+|\S", " ".join(words).lower()))
                if len(form) > SHORT:
                    folded[form.lower()] = entry
            metonyms.update(dict.fromkeys(entry.metonyms, entry.name))
        norms = [words for form in exact if (words := form.lower().replace("’", "'").split())]
        return cls(
            exact,
            folded,
            metonyms,
            longer,
            longer_norms=frozenset(word.lower() for word in longer),
            inner=frozenset(inner),
            openings=frozenset(words[0][:end] for words in norms for end in range(1, len(words[0]) + 1)),
            closings=frozenset(words[-1][begin:] for words in norms for begin in range(len(words[-1]))),
            lone=frozenset(words[0] for words in norms if len(words) == 1),
        )

    def of_word(self, surface: str, norm: str) -> Alias | None:
        """Return the entity of a form of one word, as written and as its norm."""
        if norm not in self.lone:
            return None
        return self.get(surface) if "'" in norm else self.exact.get(surface) or self.folded.get(norm)

    def get(self, surface: str) -> Alias | None:
        """Return the entity of a form, whatever its spaces and apostrophes.

        Short forms must stand as the table has them: "US" is a country and "us" is not.
        """
        entry = self.exact.get(surface)
        if entry is not None:
            return entry
        form = " ".join(surface.replace("’", "'").split())
        return self.exact.get(form) or (self.folded.get(form.lower()) if len(form) > SHORT else None)
