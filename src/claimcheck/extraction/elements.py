"""The elements of HTML by what they mean for a reader."""

BLOCKS = frozenset(
    [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
        "div", "dl", "dt", "fieldset", "figcaption", "footer", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section", "summary",
        "table", "td", "th", "tr", "ul",
    ]
)  # fmt: skip
"""Each begins a paragraph."""

RAW = frozenset({"script", "style", "textarea", "iframe", "noembed", "noframes", "xmp", "title"})
"""What stands in these is no markup."""

UNSEEN = frozenset({"nav", "footer", "template", "noscript", "svg", "math", "button", "select", "object", "canvas"})
"""Machinery and navigation."""

FOREIGN = frozenset({"svg", "math"})
"""Written in another language, where a slash ends an element."""

STRUCK = frozenset({"del", "s", "strike"})
"""What its author took back."""

CLOSED = frozenset(
    {"div", "section", "span", "ul", "ol", "table", "article", "aside", "header", "main", "figure", "dialog", "form"}
)
"""Elements that always have an end tag, so that a hidden one ends where it says."""
