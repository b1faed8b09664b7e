"""The benchmark's figures, as data and as a table."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from benchmarks.checking import checking
from benchmarks.clock import Growth, command_seconds, cpu_seconds, growth, peak_megabytes
from benchmarks.flow import seconds_by_room
from benchmarks.generator import corpus
from benchmarks.hostile import hostile_texts
from benchmarks.jobs import jobs
from benchmarks.peers import SentenceReader, installed_peers
from benchmarks.spark import spark
from benchmarks.store import adding
from claimcheck.model import Document
from claimcheck.pipeline import Pipeline
from claimcheck.text import Tokenizer

ROUNDS = 4
"""How many turns every tool has."""

PEER_SECONDS = 1.5
"""How long a slow tool may read in one turn before its speed is taken from what it got through."""

Figures = dict[str, Any]


def extraction_figures(characters: int) -> Figures:
    """Measure reading, one core: MB/s of text for the whole analysis and for the other tools on the same sentences.

    The tools take turns for some rounds, and the best round of each counts: a machine that slows down slows all of them.
    """
    documents = corpus(characters)
    pipeline = Pipeline()
    size = sum(len(document.text) for document in documents)
    sentences = [sentence for document in documents for sentence in split(document)]
    peers = installed_peers()
    speeds: defaultdict[str, list[float]] = defaultdict(list)
    for _ in range(ROUNDS):
        seconds = cpu_seconds(lambda: [*pipeline.analyses(documents)], rounds=1)
        speeds["claimcheck"].append(size / seconds / 1e6)
        for name, reader in peers.items():
            speeds[name].append(peer_speed(reader, sentences))
    own = max(speeds["claimcheck"])
    found: Figures = {"characters": size, "documents": len(documents)}
    return found | {name: {"mb_per_s": max(each), "ratio": own / max(each)} for name, each in speeds.items()}


def split(document: Document) -> list[str]:
    """Cut a document into its sentences, which is not counted as the other tools' time."""
    tokens = Tokenizer(frozenset({"mr", "dr", "u.s"})).tokenize(document.text)
    return [tokens.slice(*tokens.sentence(number)) for number in range(len(tokens.sentence_starts))]


def peer_speed(reader: SentenceReader, sentences: Sequence[str]) -> float:
    """Return a tool's speed in MB/s over as many sentences as it reads in a few seconds."""
    characters, seconds = 0, 0.0
    for sentence in sentences:
        seconds += cpu_seconds(lambda sentence=sentence: reader(sentence), rounds=1)
        characters += len(sentence) + 1
        if seconds > PEER_SECONDS:
            break
    return characters / max(seconds, 1e-9) / 1e6


def checking_figures(unit: int, sizes: Sequence[int], skew: float) -> Figures:
    """Measure checking alone, over corpora that are analysed already: stories of their own, and one figure that takes a share."""
    characters = [size * unit for size in sizes]
    found = {"even": checking(characters, 0.0).figures()}
    return found | {f"{skew:.0%} on one key": checking(characters, skew).figures()} if skew else found


def start_up_figures() -> Figures:
    """Measure what a command costs before it does anything, in CPU milliseconds beyond a bare interpreter."""
    bare = command_seconds(["-c", "pass"])
    commands = {
        "import claimcheck": ["-c", "import claimcheck"],
        "claimcheck --help": ["-m", "claimcheck", "--help"],
        "first result": ["-c", "import claimcheck; claimcheck.extract('Over 800 fighters left on 3 May 2031.')"],
    }
    found = {name: 1000 * (command_seconds(arguments) - bare) for name, arguments in commands.items()}
    return {"bare interpreter": 1000 * bare, **found}


def memory_figures(characters: int) -> Figures:
    """Measure the peak of resident memory, in MB."""
    load = f"from benchmarks.generator import corpus; documents = corpus({characters})"
    build = "from claimcheck.pipeline import Pipeline; pipeline = Pipeline()"
    return {
        "bare interpreter": peak_megabytes(""),
        "pipeline built": peak_megabytes(build),
        "corpus read": peak_megabytes(f"{load}; {build}; [len(item.claims) for item in pipeline.analyses(documents)]"),
        "corpus checked": peak_megabytes(f"{load}; {build}; pipeline.check(documents)"),
    }


def growth_figures(unit: int, sizes: Sequence[int]) -> dict[str, Growth]:
    """Measure how the time grows with one long text, with many documents, and with checking them."""
    pipeline = Pipeline()

    def long_text(size: int) -> str:
        return "\n".join(document.text for document in corpus(size * unit))[: size * unit]

    texts = {size: long_text(size) for size in sizes}
    corpora = {size: corpus(size * unit // 5) for size in sizes}
    return {
        "one text": growth(lambda size: lambda: pipeline.analyze(texts[size]), sizes),
        "many documents, checked": growth(lambda size: lambda: pipeline.check(corpora[size]), sizes, rounds=2),
    }


def hostile_figures(unit: int, sizes: Sequence[int]) -> dict[str, Growth]:
    """Measure how the time grows on texts made to be bad."""
    pipeline = Pipeline()
    texts = {size: hostile_texts(size * unit) for size in sizes}
    return {
        name: growth(lambda size, name=name: lambda: pipeline.analyze(texts[size][name]), sizes, rounds=2)
        for name in texts[sizes[0]]
    }


def store_figures(characters: int) -> list[Figures]:
    """Measure what one more article costs a corpus, at four sizes each three times the one before."""
    largest = max(270, characters // 1000)
    rows, _ = adding([largest // 27, largest // 9, largest // 3, largest])
    return [row.figures() for row in rows]


def jobs_figures(characters: int) -> Figures:
    """Measure what a second job brings."""
    return jobs(max(8, characters // 1000))


def spark_figures(characters: int) -> Figures:
    """Measure Spark beside one process."""
    return spark(characters)


def room_figures(characters: int) -> Figures:
    """Measure what each room of the flow costs over one corpus."""
    documents = corpus(characters)
    return {"characters": sum(len(document.text) for document in documents), "seconds": seconds_by_room(documents)}
