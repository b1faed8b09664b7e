"""`claimcheck extract`: the claims, one line each."""

from argparse import Namespace

from claimcheck.cli.console import Console
from claimcheck.cli.inputs import read_inputs
from claimcheck.cli.output import Recipe, render
from claimcheck.cli.progress import Watched
from claimcheck.cli.status import Status
from claimcheck.model import Coverage, Report
from claimcheck.reporting.claims import render_claims
from claimcheck.reporting.markdown import render_claims_markdown


def run(arguments: Namespace, console: Console) -> int:
    """List the claims of each file; nothing is compared."""
    recipe = Recipe.of(arguments)
    inputs = read_inputs(arguments.files, recipe, arguments, console)
    if not inputs.documents:
        return Status.UNREADABLE
    pipeline = recipe.build()
    with console.progress(len(inputs.documents), "documents") as progress:
        analyses = [*pipeline.analyses(Watched(inputs.documents, progress))]
    mentions = tuple(mention for analysis in analyses for mention in analysis.mentions)
    claims = tuple(claim for analysis in analyses for claim in analysis.claims)
    report = Report(
        documents=inputs.documents,
        draft=None,
        mentions=mentions,
        attributions=tuple(item for analysis in analyses for item in analysis.attributions),
        claims=claims,
        conflicts=(),
        agreements=(),
        unsupported=(),
        diagnostics=tuple(item for analysis in analyses for item in analysis.diagnostics),
        coverage=Coverage(len(mentions), len(claims), 0, 0),
    )
    console.write(_written(report, arguments.format, console))
    return Status.DONE if inputs.complete else Status.UNREADABLE


def _written(report: Report, name: str, console: Console) -> str:
    """Write the claims; the formats for people have another form for conflicts."""
    if name == "text":
        return render_claims(report, width=console.width, colour=console.colour)
    return render_claims_markdown(report) if name == "markdown" else render(report, name, console)
