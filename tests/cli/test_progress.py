"""How far long work is, for those who watch."""

import io
from collections.abc import Iterable, Iterator
from types import SimpleNamespace

import pytest

from claimcheck import Document, Pipeline
from claimcheck.cli.progress import Progress, Watched
from claimcheck.linking import DocumentKey

MODULE = "claimcheck.cli.progress"


class Screen(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """Standard error as a terminal of 100 columns, and a clock that runs fast."""
    screen = Screen()
    ticks = iter(range(1_000))
    monkeypatch.setattr(f"{MODULE}.sys", SimpleNamespace(stderr=screen))
    monkeypatch.setattr(f"{MODULE}.time", SimpleNamespace(monotonic=lambda: float(next(ticks))))
    monkeypatch.setenv("COLUMNS", "100")
    return screen


def test_a_bar_grows_and_is_wiped(screen: Screen) -> None:
    with Progress(shown=True, total=4) as progress:
        assert list(Watched("abcd", progress)) == list("abcd")
    drawn = screen.getvalue().split("\r\x1b[K")
    assert drawn[3].startswith("[###############...............] 2 of 4 documents, ")
    assert drawn[-2:] == ["comparing ...", ""]


def test_a_narrow_screen_has_no_bar(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    with Progress(shown=True, total=4) as progress:
        progress.show(2)
    assert "2 of 4 documents, " in screen.getvalue()
    assert "[#" not in screen.getvalue()


def test_an_unknown_whole_is_counted(screen: Screen) -> None:
    with Progress(shown=True, what="cases") as progress:
        progress.show(1200, ", 3 bad")
    assert "1,200 cases, 3 bad, " in screen.getvalue()


def test_the_time_that_is_left_is_told(screen: Screen) -> None:
    with Progress(shown=True, what="cases") as progress:
        progress.show(10, share=0.1)
    assert "10 cases, 10 a second, 9 s left" in screen.getvalue()


def test_short_work_shows_nothing(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{MODULE}.time", SimpleNamespace(monotonic=lambda: 0.0))
    with Progress(shown=True, total=4) as progress:
        list(Watched("abcd", progress))
    assert screen.getvalue() == "\r\x1b[K"


def test_nothing_is_shown_where_nobody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr(f"{MODULE}.sys", SimpleNamespace(stderr=pipe))
    with Progress(shown=True, total=4) as progress:
        assert Watched("abcd", progress)[1:3] == "bc"
        progress.show(3)
        progress.tell("x")
    assert pipe.getvalue() == ""


@pytest.mark.parametrize("command", ["check", "verify"])
def test_documents_are_taken_portion_by_portion(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipeline that gathered all of them first would be done before the bar begins."""
    monkeypatch.setattr("claimcheck.pipeline.PORTION", 1)
    events: list[str] = []

    class Told(Progress):
        def show(self, done: int, note: str = "", *, share: float | None = None) -> None:
            events.append(f"read {done}")

    class Slow(Pipeline):
        def keys(self, documents: Iterable[Document | str], *, shelved: bool = True) -> Iterator[DocumentKey]:
            for key in super().keys(documents, shelved=shelved):
                events.append("analysed")
                yield key

    watched = Watched([Document(id="a", text="12 died."), Document(id="b", text="17 died.")], Told(shown=False))
    pipeline = Slow()
    if command == "check":
        pipeline.check(watched)
    else:
        pipeline.verify("12 died.", watched)
    assert events[-4:] == ["read 0", "analysed", "read 1", "analysed"]
