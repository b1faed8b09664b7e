"""From options to a pipeline, and from a report to what is printed and to the exit status."""

from argparse import Namespace
from pathlib import Path

from attrs import field, frozen

from claimcheck.cli.console import Console
from claimcheck.cli.status import Status
from claimcheck.config import Configuration, find_configuration, read_configuration
from claimcheck.lexicons import load_lexicon
from claimcheck.model import Report
from claimcheck.pipeline import Pipeline
from claimcheck.reporting import WRITERS, render_text


@frozen
class Recipe:
    """What a pipeline is built from: small enough to send to a worker process."""

    configuration: Configuration = field(factory=Configuration)

    @classmethod
    def of(cls, arguments: Namespace) -> "Recipe":
        """Take it from the configuration file, and from the options where they say otherwise."""
        path = Path(arguments.config) if arguments.config is not None else find_configuration(Path.cwd())
        configuration = read_configuration(path) if path else Configuration()
        return cls(
            configuration.with_options(
                min_severity=getattr(arguments, "min_severity", None),
                select=getattr(arguments, "select", None),
                ignore=getattr(arguments, "ignore", None),
            )
        )

    def build(self) -> Pipeline:
        """Build the pipeline."""
        lexicon = load_lexicon(overlays=self.configuration.lexicons)
        return Pipeline(lexicon=lexicon, settings=self.configuration.settings)


def finish(report: Report, recipe: Recipe, arguments: Namespace, console: Console, *, complete: bool) -> int:
    """Print a report and return the exit status."""
    report = recipe.configuration.applied(report)
    console.write(render(report, arguments.format, console))
    if not complete:
        return Status.UNREADABLE
    return Status.CONFLICTS if report.conflicts else Status.DONE


def render(report: Report, name: str, console: Console) -> str:
    """Write a report in a format; text takes the console's width and colour."""
    if name == "text":
        return render_text(report, width=console.width, colour=console.colour, verbose=console.verbose)
    return WRITERS[name](report)
