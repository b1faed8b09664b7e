"""The word classes of this room, made of the lexicon's closed classes."""

from claimcheck.lexicons import Lexicon
from claimcheck.lexicons.reporting import Grammar, Reporting, closed_classes

COMPANY = frozenset(
    ["inc", "ltd", "plc", "corp", "co", "group", "holdings", "industries", "company", "corporation", "llc", "ag", "sa"]
)


def name_grammar(lexicon: Lexicon) -> Grammar:
    """Return the word classes that names are read by."""
    base, nouns = closed_classes(lexicon), Reporting.load(lexicon).sources
    closed = ("determiners", "prepositions", "clause_openers", "pronouns", "auxiliaries", "openers", "calendar",
              "subordinators", "deictic", "negations")  # fmt: skip
    small = frozenset(["no", "one", "two", "three", "most", "many", "may", "while"])
    heads = frozenset(word for word, kind in nouns.items() if kind == "organisation") | COMPANY
    skipped = small.union(*(base[name] for name in closed)) - base["particles"] - {"us", "next", "like"}
    return {
        **base,
        "not-names": skipped,
        "unusual": skipped | base["calendar"] | {"i"},
        "joiners": base["particles"] | {"&", "of", "for", "and"},
        "heads": heads,
        "common-nouns": frozenset(nouns) | base["roles"],
        "title-words": base["honorifics"] | base["offices"] | base["roles"] | {"prime", "vice", "foreign"},
    }
