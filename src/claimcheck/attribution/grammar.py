"""The word classes of this room, made of the lexicon's closed classes."""

from claimcheck.lexicons import Lexicon
from claimcheck.lexicons.reporting import Grammar, Reporting

JOINERS = frozenset(["and", "or", "of", "to", "by", "with", "for", "from"])
CLAUSE_FIRST = frozenset(["if", "when", "although", "though", "while", "as", "because", "what", "'s", "need", "use"])
"""Words that may open a content though their class may not."""
NEW_CLAUSE = frozenset(["and", "but", "so", "yet", "or", "because", "although", "though", "whereas"])
"""Conjunctions between two clauses."""


def source_grammar(lexicon: Lexicon, words: Reporting) -> Grammar:
    """Return the word classes by which phrases and clauses are bounded, made of the lexicon's."""
    base = Grammar.load(lexicon)
    articles, personal = base["articles"], base["personal"] - {"there"}
    closed = base["prepositions"] | base["auxiliaries"] | base["clause_openers"]
    return Grammar(
        {
            **base.classes,
            "new-clause": NEW_CLAUSE,
            "edges": base["clause_openers"] | base["auxiliaries"] | personal | {"who", "then", "'s-"},
            "no-head": closed.union(articles, base["adverbs"], base["negations"], base["openers"], ["and", "or", "to", "so"]),
            "no-start": (closed | {"and", "or", "but", "to"}) - {"like", "around", "about", "over", "under", "near"},
            "no-clause-start": (base["auxiliaries"] | base["finite"] | base["clause_openers"] | JOINERS) - CLAUSE_FIRST,
            "phrase-ends": base["auxiliaries"]
            | base["clause_openers"]
            | personal
            | (base["subordinators"] - base["prepositions"] - {"and", "or"})
            | {"after", "before", "during", "following", "amid", "who"},
            "title-words": base["honorifics"] | base["offices"] | base["roles"] | {"prime", "vice", "foreign"},
            "heads": frozenset(word for word, kind in words.sources.items() if kind == "organisation"),
        }
    )  # fmt: skip
