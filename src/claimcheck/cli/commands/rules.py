"""`claimcheck rules`: the rules by which documents are compared."""

from argparse import Namespace

from claimcheck.cli.console import Console
from claimcheck.cli.status import Status
from claimcheck.reporting.guide import load_guide


def run(arguments: Namespace, console: Console) -> int:
    """List every rule with its summary."""
    rules = load_guide()
    broad = max(len(rule.name) for rule in rules)
    console.write("".join(f"{rule.name:<{broad}}  {rule.summary}\n" for rule in rules))
    return Status.DONE
