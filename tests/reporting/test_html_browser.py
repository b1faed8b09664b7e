"""The HTML report in a real browser, where there is one."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from claimcheck import Report
from claimcheck.reporting.html import render_html

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Chooses a severity that nothing has, takes it back, follows the first link, and writes down what it saw.
DRIVER = """<script>
const seen = {}, choice = document.querySelector('select[name="severity"]');
const shownNow = () => [...document.querySelectorAll(".conflict")].filter((item) => item.offsetHeight).length;
const choose = (value) => { choice.value = value; choice.dispatchEvent(new Event("change", {bubbles: true})); };
seen.all = shownNow();
choice.add(new Option("error")); choose("error"); seen.errors = shownNow(); seen.told = document.querySelector("output").value;
choose(""); seen.again = shownNow();
const link = document.querySelector(".conflict blockquote ~ p a"); link.focus();
seen.focused = document.activeElement === link;
link.click();
seen.target = document.querySelector(":target").textContent;
seen.broad = document.documentElement.scrollWidth > innerWidth;
document.body.dataset.seen = JSON.stringify(seen);
</script>"""


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
@pytest.mark.parametrize("size", ["1280,900", "500,900"], ids=["desktop", "phone"])
@pytest.mark.parametrize("kind", ["report", "hostile"])
def test_filters_links_and_layout_work(kind: str, size: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    report: Report = request.getfixturevalue(kind)
    page = tmp_path / "report.html"
    page.write_text(render_html(report).replace("</body>", DRIVER + "</body>"), "utf-8")
    command = [str(CHROMIUM), *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", f"--window-size={size}", "--dump-dom"]
    done = subprocess.run([*command, page.as_uri()], capture_output=True, check=True, encoding="utf-8", timeout=60)
    found = re.search(r'data-seen="([^"]*)"', done.stdout)
    assert found
    seen = json.loads(found[1].replace("&quot;", '"'))
    assert (seen["all"], seen["errors"], seen["again"]) == (1, 0, 1)
    assert seen["told"] == "0 of 1 shown"
    assert seen["focused"]
    assert seen["target"] == "800"
    assert not seen["broad"]
