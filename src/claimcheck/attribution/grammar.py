"""The word classes of this room, made of the lexicon's closed classes."""

from claimcheck.lexicons import Lexicon
from claimcheck.lexicons.reporting import Grammar, Reporting, closed_classes

JOINERS = frozenset(["and", "or", "of", "to", "by", "with", "for", "from"])
CLAUSE_FIRST = frozenset(["if", "when", "although", "though", "while", "as", "because", "what", "'s", "need", "use"])
"""Words that may open a content though their class may not."""
BEFORE_PARTICIPLES = frozenset(["and", "but", "by", "in", "before", "after", "while"])
"""Words after which a participle or a second verb goes on with the subject before."""
NEW_CLAUSE = frozenset(["and", "but", "so", "yet", "or", "because", "although", "though", "whereas"])
"""Conjunctions between two clauses."""


def source_grammar(lexicon: Lexicon, words: Reporting) -> Grammar:
    """Return the word classes by which phrases and clauses are bounded, made of the lexicon's."""
    base = closed_classes(lexicon)
    articles, personal = base["articles"], base["personal"] - {"there"}
    closed = base["prepositions"] | base["auxiliaries"] | base["clause_openers"]
    edges = base["clause_openers"] | base["auxiliaries"] | personal | {"who", "then", "'s-"}
    no_head = closed.union(articles, base["adverbs"], base["negations"], base["openers"], ["and", "or", "to", "so"])
    time_first = base["time_leads"].union(
        base["calendar"], base["time_units"], base["deictic"], base["time_modifiers"], base["time_fillers"]
    )
    phrase_ends = (base["subordinators"] - base["prepositions"] - {"and", "or"}).union(
        base["auxiliaries"], base["clause_openers"], personal, ["after", "before", "during", "following", "amid", "who"]
    )
    phrase_cues = frozenset(words.phrases) | {"quoted"}
    media_first = frozenset(medium.split()[0] for medium in words.media)
    return {
        **base,
        "clause-turns": NEW_CLAUSE | base["openers"],
        "no-noun": no_head | base["determiners"] | base["pronouns"],
        "joining": base["subordinators"] | base["prepositions"],
        "edges": edges,
        "turning": edges | {"and", "or", "&"},
        "no-head": no_head,
        "no-start": (closed | {"and", "or", "but", "to"}) - {"like", "around", "about", "over", "under", "near"},
        "no-clause-start": (base["auxiliaries"] | base["finite"] | base["clause_openers"] | JOINERS) - CLAUSE_FIRST,
        "phrase-ends": phrase_ends,
        "phrase-stops": phrase_ends.union(articles, base["prepositions"], base["calendar"], base["deictic"]),
        "phrase-trailing": base["prepositions"] | articles | {"and"},
        "title-words": base["honorifics"] | base["offices"] | base["roles"] | base["title_modifiers"],
        "verb-group": base["auxiliaries"] | base["adverbs"],
        "before-nouns": no_head - base["subjects"] - BEFORE_PARTICIPLES - base["auxiliaries"] - base["adverbs"],
        "before-articles": base["prepositions"] | base["particles"] | {"and", "or", "both", "all", "half", "'s"},
        "time-words": base["calendar"] | base["time_units"] | base["deictic"],
        "time-first": time_first,
        "adverbial-first": time_first | base["medium_leads"],
        "media-first": media_first,
        "media-words": media_first.union(word for word, kind in words.sources.items() if kind == "media"),
        "after-quotes": base["trailers"] | {",", "and", "in", "on", "as", "when", "after"},
        "phrase-cues": phrase_cues,
        "cues": phrase_cues.union(words.verbs),
        "documents": frozenset(word for word, kind in words.sources.items() if kind == "document"),
        "speakers": base["subjects"].union(base["roles"], words.sources),
        "heads": frozenset(word for word, kind in words.sources.items() if kind == "organisation"),
    }  # fmt: skip
