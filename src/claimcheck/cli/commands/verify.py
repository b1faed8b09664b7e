"""`claimcheck verify`: a draft against its sources."""

from argparse import Namespace

from claimcheck.cli.console import Console
from claimcheck.cli.inputs import UsageError, read_inputs
from claimcheck.cli.output import Recipe, finish
from claimcheck.cli.progress import Watched
from claimcheck.cli.status import Status


def run(arguments: Namespace, console: Console) -> int:
    """Verify the draft; without it, or without any source, there is nothing to do."""
    recipe = Recipe.of(arguments)
    inputs = read_inputs([arguments.draft, *arguments.source], recipe, arguments, console)
    drafts = inputs.files.get(arguments.draft, ())
    sources = [document for document in inputs.documents if document not in drafts]
    if len(drafts) > 1:
        raise UsageError(f"{arguments.draft}: holds {len(drafts)} documents; a draft is one")
    if not drafts or not sources:
        return Status.UNREADABLE
    with console.progress(len(sources), "sources") as progress:
        report = recipe.build().verify(drafts[0], Watched(sources, progress))
    return finish(report, recipe, arguments, console, complete=inputs.complete)
