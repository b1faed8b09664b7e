"""The word classes of this room, made of the lexicon's closed classes."""

from claimcheck.lexicons import Lexicon
from claimcheck.lexicons.reporting import Grammar, Reporting, closed_classes

CLOSED = ("determiners", "prepositions", "clause_openers", "pronouns", "auxiliaries", "openers", "calendar",
          "subordinators", "deictic", "negations")  # fmt: skip
"""Classes whose words are no part of a name."""


def name_grammar(lexicon: Lexicon) -> Grammar:
    """Return the word classes that names are read by."""
    base, nouns = closed_classes(lexicon), Reporting.load(lexicon).sources
    heads = frozenset(word for word, kind in nouns.items() if kind == "organisation") | base["companies"]
    skipped = base["unnamed"].union(*(base[name] for name in CLOSED)) - base["particles"] - {"us", "next", "like"}
    return {
        **base,
        "not-names": skipped,
        "unusual": skipped | base["calendar"] | {"i"},
        "dull": skipped - base["calendar"],
        "joiners": base["particles"] | {"&", "of", "for", "and"},
        "clause_words": base["clause_openers"] | base["auxiliaries"] | base["subjects"],
        "heads": heads,
        "common-nouns": base["roles"].union(nouns, base["lone_openers"]),
        "title-words": base["honorifics"] | base["offices"] | base["roles"] | base["title_modifiers"],
    }
