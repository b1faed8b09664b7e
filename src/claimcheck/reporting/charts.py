"""Charts of compared figures as inline SVG, drawn by pygal where it is installed.

Only shapes, words and links into the page are taken from what pygal draws: no style, no script, no id. The page's own
style sheet paints them, so that they follow the reader's colours. Each chart stands beside a table of the same figures.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from html import escape
from types import MappingProxyType, ModuleType
from typing import Any

from attrs import frozen

from claimcheck.errors import MissingExtraError, require
from claimcheck.model import Interval
from claimcheck.reporting.display import counted, neutral, shortened

_MOST_SERIES = 6
_MOST_BARS = 12
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_MOST = 10**15
_WIDTH = 640
_FONT = 16
_KEPT: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "svg": ("viewBox",),
        "g": ("class", "transform"),
        "path": ("d", "class"),
        "rect": ("x", "y", "width", "height", "class"),
        "circle": ("cx", "cy", "r", "class"),
        "text": ("x", "y", "class", "transform"),
        "a": (),
    }
)
_DRAWN = frozenset({"viewBox", "transform", "d", "x", "y", "width", "height", "cx", "cy", "r"})
_XLINK = "{http://www.w3.org/1999/xlink}href"


@frozen
class Dot:
    """A figure to be drawn: its day and amount, the words and the place that it stands for, and whose voice it is."""

    day: date | None
    amount: Interval
    figure: str
    who: str
    source: str
    voice: str
    anchor: str | None

    @property
    def height(self) -> float | None:
        """The amount as a height: the middle of a range, the end of a bound; None beyond what a chart can show."""
        ends = [float(end) for end in (self.amount.low, self.amount.high) if end is not None and abs(end) < _MOST]
        return sum(ends) / len(ends) if ends else None

    @property
    def told(self) -> str:
        """The dot in words."""
        return f"{_one_line(self.figure)}, {self.who}, {self.source}" + (f", {self.day}" if self.day else "")


@frozen
class Chart:
    """A drawing, and the name of each of its series in the order of their colours."""

    svg: str
    legend: tuple[str, ...] = ()


def timeline_chart(dots: Sequence[Dot]) -> Chart | None:
    """Draw values over days; None where there is but one day, or no pygal."""
    drawn = [dot for dot in dots if dot.day is not None and dot.height is not None]
    days = sorted({dot.day for dot in drawn if dot.day})
    pygal = _pygal()
    if pygal is None or len(days) < 2:
        return None
    series: dict[str, list[Dot]] = defaultdict(list)
    for dot in drawn:
        series[_one_line(dot.source)].append(dot)
    if len(series) > _MOST_SERIES:
        series = {"": drawn}
    # Days are drawn by their number: pygal's own line of dates calls what Python 3.12 warns of.
    axis = {"x_labels": [day.toordinal() for day in _ticks(days)], "x_value_formatter": _day}
    chart = pygal.XY(**_options(pygal, 240), **axis, stroke=True, dots_size=7, margin_right=50)
    for members in series.values():
        chart.add("", [_value(dot) for dot in members])
    return Chart(svg(chart.render_tree()), tuple(series) if len(series) > 1 else ())


def supporters_chart(dots: Sequence[Dot]) -> Chart | None:
    """Draw how many voices say each value, the best supported first; None where no value has two, or no pygal."""
    groups: dict[Interval, list[Dot]] = defaultdict(list)
    for dot in dots:
        groups[dot.amount].append(dot)
    sides = [
        (_one_line(min(group, key=_in_words).figure), sorted({_one_line(dot.voice) for dot in group}))
        for group in groups.values()
    ]
    most = max((len(voices) for _, voices in sides), default=0)
    pygal = _pygal()
    if pygal is None or len(sides) < 2 or most < 2:
        return None
    sides = sorted(sides, key=lambda side: -len(side[1]))[:_MOST_BARS]
    sides.reverse()  # pygal draws bars from below
    step = -(-most // 5)
    chart = pygal.HorizontalBar(
        **_options(pygal, 40 + 34 * len(sides)),
        x_labels=[shortened(figure, 24) for figure, _ in sides],
        y_labels=range(0, most + step, step),
    )
    told = [f"{figure}: {counted(len(voices), 'voice')}, {', '.join(voices)}" for figure, voices in sides]
    chart.add("", [{"value": len(voices), "label": words} for (_, voices), words in zip(sides, told, strict=True)])
    return Chart(svg(chart.render_tree()))


def svg(tree: Any) -> str:
    """Write the shapes, words and links of a drawing, whichever library holds its tree."""
    return "".join(_written(tree))


def _written(node: Any, told: str | None = None) -> Iterator[str]:
    """Write a node; `told` is what it stands for in words, which a link in it takes for its name."""
    tag = _tag(node)
    if tag not in _KEPT or (tag == "g" and "tooltip" in node.get("class", "")):
        return
    told = _told(node) or told
    attributes = [(name, node.get(name)) for name in _KEPT[tag] if node.get(name)]
    if tag == "a":
        href = node.get(_XLINK) or node.get("href") or ""
        attributes = [("href", href), ("aria-label", told or "figure")] if href.startswith("#") else []
    written = "".join(
        f' {name}="{_rounded(str(value)) if name in _DRAWN else escape(value)}"' for name, value in attributes
    )
    yield f'<svg{written} role="group" focusable="false">' if tag == "svg" else f"<{tag}{written}>"
    if tag in ("circle", "rect") and told:
        yield f"<title>{escape(told)}</title>"
    if tag == "text":
        yield escape("".join(node.itertext()))
    for child in node:
        yield from _written(child, told)
    yield f"</{tag}>"


def _tag(node: Any) -> str:
    """Return a node's tag without its name space; a comment has a function there."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _told(node: Any) -> str | None:
    """Return the words that pygal keeps beside a dot or a bar for its tooltip."""
    for child in node:
        if _tag(child) == "desc" and child.get("class") == "label":
            return neutral(child.text or "")
    return None


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"\d+\.\d+")


def _rounded(text: str) -> str:
    """Write coordinates to a tenth of a pixel."""
    return escape(_number().sub(lambda match: f"{float(match[0]):.1f}".removesuffix(".0"), text))


def _value(dot: Dot) -> dict[str, object]:
    link = {"xlink": {"href": f"#{dot.anchor}"}} if dot.anchor else {}
    return {"value": (dot.day.toordinal() if dot.day else None, dot.height), "label": neutral(dot.told), **link}


def _in_words(dot: Dot) -> bool:
    return not any(map(str.isdigit, dot.figure))


def _ticks(days: Sequence[date]) -> list[date]:
    """Return up to four days that divide the time evenly, the first and the last among them."""
    first, last = days[0], days[-1]
    parts = min(3, (last - first).days)
    return [first + timedelta(days=(last - first).days * number // parts) for number in range(parts + 1)]


def _day(number: float) -> str:
    return date.fromordinal(round(number)).isoformat()


def _options(pygal: ModuleType, height: int) -> dict[str, Any]:
    # The sizes that the style sheet gives to words, from which pygal reckons the margins.
    style = pygal.style.Style(label_font_size=_FONT, major_label_font_size=_FONT)
    return {
        "style": style,
        "js": (), "width": _WIDTH, "height": height, "show_legend": False, "truncate_label": -1, "include_x_axis": True,
        "margin": 8, "min_scale": 2, "max_scale": 4, "value_formatter": _grouped, "no_data_text": "",
    }  # fmt: skip


def _grouped(value: float) -> str:
    """Write a tick: long numbers with their scale."""
    for scale, word in _SCALES:
        if abs(value) >= scale:
            return f"{value / scale:,.6g} {word}"
    return f"{value:,.10g}"


def _one_line(text: str) -> str:
    return " ".join(neutral(text).split())


def _pygal() -> ModuleType | None:
    try:
        module = require("pygal", extra="charts", purpose="a chart")
    except MissingExtraError:
        return None
    # On import pygal adds a finder of plug-ins of its own, which Python no longer calls but warns of at every import.
    sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__module__ != "pygal"]
    return module
