"""`claimcheck demo`: two short articles, and what does not fit between them."""

from argparse import Namespace
from datetime import date
from importlib.resources import files

from claimcheck.cli.console import Console
from claimcheck.cli.output import Recipe, render
from claimcheck.cli.status import Status
from claimcheck.model import Document

_ARTICLES = (
    ("harbour-post.txt", date(2031, 2, 19), "The Harbour Post"),
    ("northern-courier.txt", date(2031, 11, 13), "Northern Courier"),
)


def run(arguments: Namespace, console: Console) -> int:
    """Check the articles and print the report; it is no failure that they conflict."""
    report = Recipe.of(arguments).build().check(demo_documents())
    if arguments.format == "text":
        console.message("two invented articles, nine months apart; `claimcheck check FILE FILE` does this with yours\n")
    console.write(render(report, arguments.format, console))
    return Status.DONE


def demo_documents() -> list[Document]:
    """Return the two articles."""
    texts = files("claimcheck.cli.demo")
    return [
        Document(id=name, text=texts.joinpath(name).read_text("utf-8"), published=day, publisher=by)
        for name, day, by in _ARTICLES
    ]
