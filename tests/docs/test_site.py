"""The documentation site: it builds without a warning, needs no network, and what a new user looks for is two clicks away."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest

ROOT = Path(__file__).parents[2]
LOOKED_FOR = {
    "install": ("tutorial/", "install"),
    "the first result": ("tutorial/", "check-two-texts-against-each-other"),
    "what each verdict means": ("concepts/verdicts/", ""),
    "silence a false alarm": ("howto/silence/", ""),
    "add an alias": ("howto/extend/", "an-alias"),
}
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as strictly as it is published."""
    pytest.importorskip("mkdocs", reason="the extra [docs] is not installed")
    folder = tmp_path_factory.mktemp("site")
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT, env=os.environ | quiet, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder


class Links(HTMLParser):
    """The links of the text of a page, without those of the navigation, and what the page loads."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.names: set[str] = set()
        self._article = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._article = self._article or tag == "article"
        self.names.add(given.get("id") or "")
        if tag == "a" and self._article:
            self.links.append(given.get("href") or "")
        elif tag in ("script", "img", "iframe") and given.get("src"):
            self.loaded.append(given["src"] or "")
        elif tag == "link" and given.get("rel") in ("stylesheet", "preload", "preconnect"):
            self.loaded.append(given.get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        self._article = self._article and tag != "article"


def pages(site: Path) -> Iterator[tuple[str, Links]]:
    for path in site.rglob("*.html"):
        place = path.relative_to(site).as_posix().removesuffix("index.html")
        yield place, Links(path.read_text("utf-8"))


def test_what_a_new_user_looks_for_is_two_clicks_away(site: Path) -> None:
    read = dict(pages(site))

    def leads(place: str) -> set[str]:
        return {
            urldefrag(urljoin(f"https://x/{place}", link)).url.removeprefix("https://x/") for link in read[place].links
        }

    first = leads("")
    for page, anchor in LOOKED_FOR.values():
        assert page in first | {step for place in first if place in read for step in leads(place)}
        assert anchor in read[page].names


def test_no_page_loads_anything_from_elsewhere(site: Path) -> None:
    assert [
        (place, item) for place, page in pages(site) for item in page.loaded if re.match(r"(https?:)?//", item)
    ] == []


def test_the_search_has_its_index(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    assert {item["location"].partition("#")[0] for item in index["docs"]} >= {page for page, _ in LOOKED_FOR.values()}


def test_examples_of_docstrings_are_shown_as_code(site: Path) -> None:
    for name in ("python", "values"):
        page = (site / "reference" / name / "index.html").read_text("utf-8")
        assert "<blockquote>" not in page
