"""What must stand beside a word only spares work: no rule is left out that would have read something there."""

import tomllib
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimcheck.lexicons import load_lexicon
from claimcheck.lexicons.words import abbreviations
from claimcheck.numerals import NumeralScanner
from claimcheck.text import Tokenizer
from claimcheck.times.grammar import Grammar, reads
from claimcheck.times.places import DIGITS
from claimcheck.times.reader import Reader
from claimcheck.times.rules import RULES
from claimcheck.times.vocabulary import Vocabulary

GOLD = Path(__file__).parents[1] / "gold" / "times"
TEXTS = [
    case["text"].replace("[[", "").replace("]]", "")
    for path in sorted(GOLD.glob("*.toml"))
    for case in tomllib.loads(path.read_text("utf-8"))["case"]
]
LEXICON = load_lexicon()
TOKENIZER = Tokenizer(abbreviations(LEXICON))
SCANNER = NumeralScanner(LEXICON)
WORDS = Vocabulary.load(LEXICON)
GRAMMAR = Grammar(WORDS)
PLACES = [(rule.read, frozenset(rule.words(WORDS))) for rule in RULES]

NEIGHBOURS = (
    "the", "of", "to", "and", "-", "–", "a", "an", "in", "at", "from", "between", "past", "after", "before", "half",
    "quarter", "first", "second", "twenty", "three", "fifth", "12", "7", "30", "2014", "1999", "th", "s", "'s", "'", ":",
    "/", ",", "pm", "o'clock", "May", "March", "Monday", "Easter", "day", "week", "hours", "years", "century", "night",
    "last", "next", "this", "every", "all", "few", "couple", "fiscal", "q", "ago", "end", "same", "new", "year", "spring",
)  # fmt: skip


def missed(text: str) -> list[tuple[str, str]]:
    """Return the rules, with what they read, that are not tried at one of their words, where no rule that is reads the same."""
    tokens = TOKENIZER.tokenize(text)
    reader = Reader(tokens, WORDS, {numeral.first: numeral for numeral in SCANNER.scan(tokens)})
    called = dict(GRAMMAR.called(reader))
    found: list[tuple[str, str]] = []
    for index in range(len(tokens)):
        norm = DIGITS if tokens.kinds[index] == "n" else tokens.norms[index]
        tried = reads(called.get(index, 0))
        for read, words in PLACES:
            read_there = read(reader, index) if norm in words and read not in tried else None
            if read_there is not None and all(other(reader, index) != read_there for other in tried):
                found.append((read.__name__, tokens.slice(read_there.first, read_there.last)))
    return found


def test_nothing_is_missed_in_the_gold_cases() -> None:
    assert [found for text in TEXTS for found in missed(text)] == []


@settings(max_examples=300, deadline=None)
@example(words=["fifth", ",", "May"], glued=[False] * 7)
@example(words=["12", ",", "May"], glued=[False] * 7)
@given(st.lists(st.sampled_from(NEIGHBOURS), min_size=2, max_size=7), st.lists(st.booleans(), min_size=7, max_size=7))
def test_nothing_is_missed_among_the_words_of_times(words: list[str], glued: list[bool]) -> None:
    text = "".join(word if touches else " " + word for word, touches in zip(words, glued, strict=False)).strip()
    assert missed(text) == []


def test_what_nothing_calls_for_is_not_tried() -> None:
    for text in ("this team", "one of the", "in 2016 .", "new ships"):
        tokens = TOKENIZER.tokenize(text)
        reader = Reader(tokens, WORDS, {numeral.first: numeral for numeral in SCANNER.scan(tokens)})
        names = {read.__name__ for _, rules in GRAMMAR.called(reader) for read in reads(rules)}
        assert names.isdisjoint({"read_directed", "read_length", "read_iso", "read_holiday", "read_nth"}), text
