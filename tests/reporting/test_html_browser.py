"""The HTML report in a real browser, where there is one: what a reader does with it, and how it looks to them."""

import base64
import hashlib
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
# Filters, follows a passage into its document and comes back, and writes down what it saw.
DRIVER = """
const seen = {}, choice = document.querySelector('select[name="severity"]'), words = document.querySelector('input[name="text"]');
const count = (selector) => [...document.querySelectorAll(selector)].filter((item) => item.offsetHeight).length;
const put = (field, value) => { field.value = value; field.dispatchEvent(new Event("input", {bubbles: true})); };
seen.all = count(".conflict");
choice.add(new Option("error")); put(choice, "error"); seen.errors = count(".conflict"); seen.told = document.querySelector("output").value;
put(choice, ""); put(words, "no such words"); seen.words = count(".conflict"); put(words, "DELGRAVE"); seen.again = count(".conflict");
const link = document.querySelector(".conflict .sides a"); link.focus();
seen.focused = document.activeElement === link;
link.click();
seen.target = document.querySelector(":target").textContent;
seen.others = [...document.querySelectorAll(".other")].map((item) => item.textContent);
seen.compared = count(".document"); seen.bar = count(".comparing");
document.querySelector(".text .clash").click();
seen.back = document.querySelector(":target").id;
document.querySelector(".comparing button").click();
seen.documents = count(".document");
seen.broad = document.documentElement.scrollWidth > innerWidth;
// Contrast as WCAG reckons it, of every word against what lies behind it.
const channels = (colour) => (colour.match(/[\\d.]+/g) || []).map(Number);
const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
const behind = (item) => { for (; item; item = item.parentElement) { const c = channels(getComputedStyle(item).backgroundColor); if (c.length === 3 || c[3] > 0) return c; } return [255, 255, 255]; };
const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
seen.faint = [...document.querySelectorAll("body *")].filter((item) => item.offsetHeight && [...item.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
  .filter((item) => ratio(channels(getComputedStyle(item).color), behind(item)) < 4.5).map((item) => item.outerHTML.slice(0, 80));
const names = [...document.querySelectorAll("select, input, button, [role=region], section, article")];
seen.nameless = names.filter((item) => !(item.labels?.length || item.getAttribute("aria-label") || item.getAttribute("aria-labelledby") || item.textContent.trim())).length;
seen.levels = [...document.querySelectorAll("h1, h2, h3")].map((item) => Number(item.tagName[1]));
seen.dark = matchMedia("(prefers-color-scheme: dark)").matches;
document.body.dataset.seen = JSON.stringify(seen);
"""


def driven(page: str) -> str:
    """Add the driver to a page, and allow it by its hash: what the page forbids stays forbidden."""
    name = base64.b64encode(hashlib.sha256(DRIVER.encode()).digest()).decode()
    page = page.replace("script-src ", f"script-src 'sha256-{name}' ", 1)
    return page.replace("</body>", f"<script>{DRIVER}</script></body>")


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
@pytest.mark.parametrize("look", [("1280,900", "1"), ("500,900", "0")], ids=["desktop-light", "phone-dark"])
@pytest.mark.parametrize("kind", ["report", "hostile"])
def test_a_reader_can_filter_follow_and_return(
    kind: str, look: tuple[str, str], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    report: Report = request.getfixturevalue(kind)
    size, scheme = look
    page = tmp_path / "report.html"
    page.write_text(driven(render_html(report)), "utf-8")
    options = [
        f"--user-data-dir={tmp_path / 'profile'}",
        f"--window-size={size}",
        f"--blink-settings=preferredColorScheme={scheme}",
    ]
    command = [str(CHROMIUM), *FLAGS, *options, "--dump-dom", page.as_uri()]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", timeout=60)
    found = re.search(r'data-seen="([^"]*)"', done.stdout)
    assert found
    seen = json.loads(found[1].replace("&quot;", '"').replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
    assert [seen[key] for key in ("all", "errors", "words", "again")] == [1, 0, 0, 1]
    assert seen["told"] == "0 of 1 shown"
    assert seen["focused"]
    assert (seen["target"], seen["others"]) == ("800", ["800", "2,500"])
    assert (seen["compared"], seen["bar"], seen["documents"]) == (2, 1, 2)
    assert seen["back"] == "k1"
    assert not seen["broad"]
    assert seen["faint"] == []
    assert seen["nameless"] == 0
    assert seen["levels"][0] == 1
    assert all(after <= before + 1 for before, after in zip(seen["levels"], seen["levels"][1:], strict=False))
    assert seen["dark"] == (scheme == "0")
