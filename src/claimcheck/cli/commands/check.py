"""`claimcheck check`: conflicts between and within documents."""

from argparse import Namespace

from claimcheck.cli.console import Console
from claimcheck.cli.inputs import read_inputs
from claimcheck.cli.output import Recipe, finish
from claimcheck.cli.progress import Watched
from claimcheck.cli.status import Status


def run(arguments: Namespace, console: Console) -> int:
    """Check the files against each other and each within itself."""
    recipe = Recipe.of(arguments)
    inputs = read_inputs(arguments.files, recipe, arguments, console)
    if not inputs.documents:
        return Status.UNREADABLE
    with console.progress(len(inputs.documents), "documents") as progress:
        report = recipe.build().check(Watched(inputs.documents, progress))
    return finish(report, recipe, arguments, console, complete=inputs.complete)
