"""The word classes of this room, made of the lexicon's closed classes."""

from typing import Self

from attrs import fields, frozen

from claimcheck.lexicons import Lexicon
from claimcheck.lexicons.reporting import Reporting, closed_classes

JOINERS = frozenset(["and", "or", "of", "to", "by", "with", "for", "from"])
CLAUSE_FIRST = frozenset(["if", "when", "although", "though", "while", "as", "because", "what", "'s", "need", "use"])
"""Words that may open a content though their class may not."""
BEFORE_PARTICIPLES = frozenset(["and", "but", "by", "in", "before", "after", "while"])
"""Words after which a participle or a second verb goes on with the subject before."""
NEW_CLAUSE = frozenset(["and", "but", "so", "yet", "or", "because", "although", "though", "whereas"])
"""Conjunctions between two clauses."""
CITING = frozenset(["citing", "quoting", "adding"])
"""Participles that end a content after a comma."""
ENDING = CITING | {"according"}
"""Words before which a content may end, semicolons apart."""


@frozen
class Grammar:
    """The word classes by which phrases and clauses are bounded: first the lexicon's own, then what is made of them."""

    adverbs: frozenset[str]
    articles: frozenset[str]
    auxiliaries: frozenset[str]
    calendar: frozenset[str]
    companies: frozenset[str]
    complements: frozenset[str]
    credits: frozenset[str]
    deictic: frozenset[str]
    determiners: frozenset[str]
    figure_words: frozenset[str]
    finite: frozenset[str]
    he: frozenset[str]
    indefinite: frozenset[str]
    labels: frozenset[str]
    medium_followers: frozenset[str]
    medium_leads: frozenset[str]
    negations: frozenset[str]
    offices: frozenset[str]
    openers: frozenset[str]
    particles: frozenset[str]
    personal: frozenset[str]
    prepositions: frozenset[str]
    pronouns: frozenset[str]
    recency: frozenset[str]
    relatives: frozenset[str]
    roles: frozenset[str]
    she: frozenset[str]
    subjects: frozenset[str]
    subordinators: frozenset[str]
    time_fillers: frozenset[str]
    time_leads: frozenset[str]
    time_modifiers: frozenset[str]
    time_openers: frozenset[str]
    trailers: frozenset[str]
    turns: frozenset[str]
    clause_turns: frozenset[str]
    no_noun: frozenset[str]
    joining: frozenset[str]
    edges: frozenset[str]
    turning: frozenset[str]
    no_head: frozenset[str]
    no_start: frozenset[str]
    no_clause_start: frozenset[str]
    phrase_ends: frozenset[str]
    phrase_stops: frozenset[str]
    phrase_trailing: frozenset[str]
    title_words: frozenset[str]
    verb_group: frozenset[str]
    before_nouns: frozenset[str]
    before_articles: frozenset[str]
    behind_heads: frozenset[str]
    time_words: frozenset[str]
    time_inside: frozenset[str]
    time_first: frozenset[str]
    adverbial_first: frozenset[str]
    media_first: frozenset[str]
    media_words: frozenset[str]
    after_quotes: frozenset[str]
    phrase_cues: frozenset[str]
    cues: frozenset[str]
    documents: frozenset[str]
    speakers: frozenset[str]
    heads: frozenset[str]
    person_words: frozenset[str]

    @classmethod
    def load(cls, lexicon: Lexicon, words: Reporting) -> Self:
        """Make the classes of the lexicon's."""
        base = closed_classes(lexicon)
        articles, personal = base["articles"], base["personal"] - {"there"}
        closed = base["prepositions"] | base["auxiliaries"] | base["clause_openers"]
        edges = base["clause_openers"] | base["auxiliaries"] | personal | {"who", "then", "'s-"}
        no_head = closed.union(articles, base["adverbs"], base["negations"], base["openers"], ["and", "or", "to", "so"])
        time_first = base["time_leads"].union(
            base["calendar"], base["time_units"], base["deictic"], base["time_modifiers"], base["time_fillers"]
        )
        phrase_ends = (base["subordinators"] - base["prepositions"] - {"and", "or"}).union(
            base["auxiliaries"],
            base["clause_openers"],
            personal,
            ["after", "before", "during", "following", "amid", "who"],
        )
        phrase_cues = frozenset(words.phrases) | {"quoted"}
        media_first = frozenset(medium.split()[0] for medium in words.media)
        classes = {
            **base,
            "clause_turns": NEW_CLAUSE | base["openers"],
            "no_noun": no_head | base["determiners"] | base["pronouns"],
            "joining": base["subordinators"] | base["prepositions"],
            "edges": edges,
            "turning": edges | {"and", "or", "&"},
            "no_head": no_head,
            "no_start": (closed | {"and", "or", "but", "to"}) - {"like", "around", "about", "over", "under", "near"},
            "no_clause_start": (base["auxiliaries"] | base["finite"] | base["clause_openers"] | JOINERS) - CLAUSE_FIRST,
            "phrase_ends": phrase_ends,
            "phrase_stops": phrase_ends.union(articles, base["prepositions"], base["calendar"], base["deictic"]),
            "phrase_trailing": base["prepositions"] | articles | {"and"},
            "title_words": base["honorifics"] | base["offices"] | base["roles"] | base["title_modifiers"],
            "verb_group": base["auxiliaries"] | base["adverbs"],
            "before_nouns": no_head - base["subjects"] - BEFORE_PARTICIPLES - base["auxiliaries"] - base["adverbs"],
            "before_articles": base["prepositions"] | base["particles"] | {"and", "or", "both", "all", "half", "'s"},
            "behind_heads": base["prepositions"] | {",", "(", ":", ";"},
            "time_words": base["calendar"] | base["time_units"] | base["deictic"],
            "time_inside": base["time_modifiers"] | base["time_fillers"],
            "time_first": time_first,
            "adverbial_first": time_first | base["medium_leads"],
            "media_first": media_first,
            "media_words": media_first.union(word for word, kind in words.sources.items() if kind == "media"),
            "after_quotes": base["trailers"] | {",", "and", "in", "on", "as", "when", "after"},
            "phrase_cues": phrase_cues,
            "cues": phrase_cues.union(words.verbs, ENDING),
            "documents": frozenset(word for word, kind in words.sources.items() if kind == "document"),
            "speakers": base["subjects"].union(base["roles"], words.sources),
            "heads": frozenset(word for word, kind in words.sources.items() if kind == "organisation"),
            "person_words": base["he"].union(base["she"], base["honorifics"], base["offices"]),
        }  # fmt: skip
        return cls(**{item.name: classes[item.name] for item in fields(cls)})
