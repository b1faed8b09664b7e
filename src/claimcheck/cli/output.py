"""From options to a pipeline, and from a report to what is printed and to the exit status."""

from argparse import Namespace

from attrs import field, frozen

from claimcheck.cli.console import Console
from claimcheck.cli.status import Status
from claimcheck.model import Report, Settings
from claimcheck.pipeline import Pipeline
from claimcheck.reporting import WRITERS, render_text


@frozen
class Recipe:
    """What a pipeline is built from: small enough to send to a worker process."""

    settings: Settings = field(factory=Settings)

    @classmethod
    def of(cls, arguments: Namespace) -> "Recipe":
        """Take it from the options and the configuration file."""
        return cls()

    def build(self) -> Pipeline:
        """Build the pipeline."""
        return Pipeline(settings=self.settings)


def finish(report: Report, arguments: Namespace, console: Console, *, complete: bool) -> int:
    """Print a report and return the exit status."""
    report = report.at_least(arguments.min_severity)
    console.write(render(report, arguments.format, console))
    if not complete:
        return Status.UNREADABLE
    return Status.CONFLICTS if report.conflicts else Status.DONE


def render(report: Report, name: str, console: Console) -> str:
    """Write a report in a format; text takes the console's width and colour."""
    if name == "text":
        return render_text(report, width=console.width, colour=console.colour, verbose=console.verbose)
    return WRITERS[name](report)
