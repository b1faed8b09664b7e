"""`claimcheck explain RULE`: one rule with examples."""

from argparse import Namespace
from difflib import get_close_matches

from claimcheck.cli.console import Console
from claimcheck.cli.inputs import UsageError
from claimcheck.cli.status import Status
from claimcheck.reporting.display import wrapped
from claimcheck.reporting.guide import Guide, load_guide


def run(arguments: Namespace, console: Console) -> int:
    """Print what a rule compares, when it speaks and when it is silent."""
    rules = {rule.name: rule for rule in load_guide()}
    rule = rules.get(arguments.rule.lower())
    if rule is None:
        close = get_close_matches(str(arguments.rule), rules, 1)
        way_out = f"did you mean {close[0]}?" if close else f"there are {', '.join(rules)}"
        raise UsageError(f"there is no rule {arguments.rule!r}; {way_out}")
    console.write(_page(rule, min(console.width, 100)))
    return Status.DONE


def _page(rule: Guide, width: int) -> str:
    lines = [f"{rule.name}: {rule.summary}", ""]
    for paragraph in rule.text.strip().split("\n\n"):
        lines += [*wrapped(paragraph, width), ""]
    for example in rule.examples:
        lines.append(f"  {example.verdict}")
        if example.first:
            lines.append(f"    {example.first}")
        lines.append(f"    {example.second}")
        if example.why:
            lines += [f"      {line}" for line in wrapped(example.why, width - 6)]
        lines.append("")
    return "\n".join(lines)
