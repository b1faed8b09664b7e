"""`claimcheck corpus`: documents in a file that grows, compared with each other as they come."""

import json
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from types import MappingProxyType

from attrs import asdict, evolve

from claimcheck.cli.console import Console
from claimcheck.cli.inputs import read_inputs
from claimcheck.cli.output import Recipe, render
from claimcheck.cli.progress import Watched
from claimcheck.cli.status import Status
from claimcheck.corpus import Corpus, file_text
from claimcheck.errors import require
from claimcheck.model import Document, Report
from claimcheck.model.precision import written
from claimcheck.reporting.claims import render_claims
from claimcheck.reporting.display import neutral

PORTION = 100
"""Documents that are added together: what was added when work is broken off is a whole number of portions."""


def run(arguments: Namespace, console: Console) -> int:
    """Do what is asked of a corpus."""
    return ACTIONS[arguments.action](arguments, Recipe.of(arguments), console)


def _open(
    arguments: Namespace, recipe: Recipe, *, create: bool = False, refer: bool = False, rebuild: bool = False
) -> Corpus:
    texts = file_text if refer else None
    return Corpus.open(arguments.corpus, pipeline=recipe.build(), create=create, texts=texts, rebuild=rebuild)


def _add(arguments: Namespace, recipe: Recipe, console: Console) -> int:
    inputs = read_inputs(arguments.files, recipe, arguments, console)
    if not inputs.documents:
        return Status.UNREADABLE
    found: set[str] = set()
    with _open(arguments, recipe, create=True, refer=arguments.refer) as corpus:
        with console.progress(len(inputs.documents), "documents") as progress:
            for portion in _portions(Watched(inputs.documents, progress)):
                fresh = corpus.replace(portion) if arguments.replace else corpus.add(portion)
                found.update(conflict.id for conflict in fresh)
        # What one portion brought, a later one may have changed or settled.
        standing = tuple(conflict for conflict in corpus.conflicts() if conflict.id in found) if found else ()
        _print(corpus.report(standing), arguments, recipe, console)
    console.message(f"{arguments.corpus}: {len(inputs.documents)} added")
    return Status.DONE if inputs.complete else Status.UNREADABLE


def _portions(documents: Iterable[Document]) -> Iterator[list[Document]]:
    waiting = iter(documents)
    while portion := list(islice(waiting, PORTION)):
        yield portion


def _remove(arguments: Namespace, recipe: Recipe, console: Console) -> int:
    with _open(arguments, recipe) as corpus:
        corpus.remove(arguments.names)
    console.message(f"{arguments.corpus}: {len(set(arguments.names))} removed")
    return Status.DONE


def _conflicts(arguments: Namespace, recipe: Recipe, console: Console) -> int:
    with _open(arguments, recipe) as corpus:
        _print(corpus.report(corpus.conflicts(since=arguments.since)), arguments, recipe, console)
    return Status.DONE


def _print(report: Report, arguments: Namespace, recipe: Recipe, console: Console) -> None:
    console.write(render(recipe.configuration.applied(report), arguments.format, console))


def _claims(arguments: Namespace, recipe: Recipe, console: Console) -> int:
    with _open(arguments, recipe) as corpus:
        between = arguments.from_day, arguments.to_day
        claims = corpus.claims(
            subject=arguments.subject, measure=arguments.measure, speaker=arguments.speaker, between=between
        )
        report = evolve(corpus.report_of(claim.document for claim in claims), claims=claims)
    if arguments.format == "jsonl":
        console.write("".join(f"{json.dumps(row)}\n" for row in report.to_records("claims")))
    else:
        console.write(render_claims(report, width=console.width, colour=console.colour))
    return Status.DONE


def _timeline(arguments: Namespace, recipe: Recipe, console: Console) -> int:
    with _open(arguments, recipe) as corpus:
        lines = corpus.timeline(arguments.measure, subject=arguments.subject, speaker=arguments.speaker)
    shown: list[str] = []
    for line in lines:
        about = ", ".join(filter(None, (line.measure, line.subject, line.unit)))
        shown.append(f"{neutral(about) or 'figures'}\n")
        for point in line.points:
            who = f" ({point.claim.speaker})" if point.claim.speaker else ""
            words = f"{written(point.claim.mention)}  {point.claim.document}{who}"
            shown.append(f"  {point.day or 'no day':<10}  {neutral(' '.join(words.split(' ')))}\n")
    console.write("".join(shown) or "No figures were compared.\n")
    return Status.DONE


def _rebuild(arguments: Namespace, recipe: Recipe, console: Console) -> int:
    with _open(arguments, recipe, rebuild=True) as corpus:
        console.message(f"{arguments.corpus}: {len(corpus)} read again")
    return Status.DONE


def _stats(arguments: Namespace, recipe: Recipe, console: Console) -> int:
    with _open(arguments, recipe) as corpus:
        counts = asdict(corpus.stats())
    console.write(
        "".join(
            f"{name:<12}{value:>14,}\n" if isinstance(value, int) else f"{name:<12}{value:>14}\n"
            for name, value in counts.items()
        )
    )
    return Status.DONE


def _export(arguments: Namespace, recipe: Recipe, console: Console) -> int:
    if arguments.format == "parquet":
        require("pyarrow", extra="parquet", purpose="export to Parquet")
    with _open(arguments, recipe) as corpus:
        tables = corpus.export(arguments.folder, arguments.format)
    for name, rows in tables.items():
        console.message(f"{arguments.folder}/{name}.{arguments.format}: {rows:,} rows")
    return Status.DONE


ACTIONS: Mapping[str, Callable[[Namespace, Recipe, Console], int]] = MappingProxyType(
    {
        "add": _add,
        "remove": _remove,
        "conflicts": _conflicts,
        "claims": _claims,
        "timeline": _timeline,
        "rebuild": _rebuild,
        "stats": _stats,
        "export": _export,
    }
)
