"""From options to a pipeline, and from a report to what is printed and to the exit status."""

import os
from argparse import Namespace
from pathlib import Path

from attrs import field, frozen

from claimcheck.cli.baseline import read_baseline, without_accepted, write_baseline
from claimcheck.cli.console import Console
from claimcheck.cli.status import Status
from claimcheck.collecting import uncollected
from claimcheck.config import Configuration, find_configuration, read_configuration
from claimcheck.errors import require
from claimcheck.lexicons import load_lexicon
from claimcheck.model import Report
from claimcheck.pipeline import Pipeline
from claimcheck.reporting import WRITERS
from claimcheck.reporting.terminal import render_text


@frozen
class Recipe:
    """What a pipeline is built from: small enough to send to a worker process."""

    configuration: Configuration = field(factory=Configuration)

    @classmethod
    def of(cls, arguments: Namespace) -> "Recipe":
        """Take it from the configuration file, and from the options where they say otherwise."""
        if getattr(arguments, "format", None) == "html":
            # Told before the work, not after it.
            require("jinja2", extra="report", purpose="the html format")
        configuration = Configuration()
        if not arguments.no_config:
            path = Path(arguments.config) if arguments.config is not None else _nearest()
            configuration = read_configuration(path) if path else configuration
        return cls(
            configuration.with_options(
                values=arguments.set or (),
                min_severity=getattr(arguments, "min_severity", None),
                select=getattr(arguments, "select", None),
                ignore=getattr(arguments, "ignore", None),
                lexicons=arguments.lexicons or (),
                aliases=arguments.aliases or (),
            )
        )

    def build(self) -> Pipeline:
        """Build the pipeline."""
        lexicon = load_lexicon(self.configuration.language, self.configuration.overlays)
        return Pipeline(lexicon=lexicon, settings=self.configuration.settings)


def _nearest() -> Path | None:
    """Return the file that governs the working directory, as it is reached from there."""
    path = find_configuration(Path.cwd())
    return Path(os.path.relpath(path)) if path else None


@uncollected
def finish(report: Report, recipe: Recipe, arguments: Namespace, console: Console, *, complete: bool) -> int:
    """Print a report and return the exit status."""
    if report.suppressed:
        console.message(f"{len(report.suppressed)} suppressed by remarks in the documents")
    report = _accepted(recipe.configuration.applied(report), arguments, console)
    console.write(render(report, arguments.format, console))
    if not complete:
        return Status.UNREADABLE
    return Status.CONFLICTS if report.conflicts else Status.DONE


def _accepted(report: Report, arguments: Namespace, console: Console) -> Report:
    """Leave out, or write down, what `--baseline` or `--write-baseline` names."""
    if arguments.write_baseline is not None:
        write_baseline(arguments.write_baseline, report)
        console.message(f"{arguments.write_baseline}: {len(report.conflicts)} accepted from now on")
        return report.with_conflicts(())
    if arguments.baseline is None:
        return report
    kept, stale = without_accepted(report, read_baseline(arguments.baseline))
    if hidden := len(report.conflicts) - len(kept.conflicts):
        console.message(f"{arguments.baseline}: {hidden} accepted before and not shown")
    if stale:
        console.message(f"{arguments.baseline}: {stale} no longer found; --write-baseline drops them")
    return kept


def render(report: Report, name: str, console: Console) -> str:
    """Write a report in a format; text takes the console's width and colour, and `-v` adds to what is annotated."""
    if name == "text":
        return render_text(report, width=console.width, colour=console.colour, verbose=console.verbose)
    if name == "github":
        from claimcheck.reporting.github import render_github

        return render_github(report, unsupported=console.verbose)
    return WRITERS[name](report)
