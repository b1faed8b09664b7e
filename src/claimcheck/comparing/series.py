"""Series of updates: a figure that grows from day to day is reported step by step."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from claimcheck.comparing.setting import Setting
from claimcheck.model import Claim, Conflict


def neighbours(conflicts: list[Conflict], setting: Setting) -> list[Conflict]:
    """Drop updates that another value in time lies between: a series is reported step by step."""
    updates = [item for item in conflicts if item.verdict == "update"]
    if not updates:
        return conflicts
    linked: defaultdict[frozenset[str], set[frozenset[str]]] = defaultdict(set)
    for item in updates:
        one, other = (_names(side) for side in item.sides)
        linked[one].add(other)
        linked[other].add(one)
    when = {_names(side): _when(side, setting) for item in updates for side in item.sides}
    kept: list[Conflict] = []
    for item in conflicts:
        if item.verdict == "update":
            one, other = (_names(side) for side in item.sides)
            low, high = sorted((when[one], when[other]))
            if any(low < when[third] < high for third in linked[one] & linked[other]):
                continue
        kept.append(item)
    return kept


def _names(side: Iterable[Claim]) -> frozenset[str]:
    return frozenset(claim.id for claim in side)


def _when(side: Sequence[Claim], setting: Setting) -> str:
    periods = [period for claim in side if (period := setting.moment(claim)) is not None]
    return min((period.bounds()[0].isoformat() for period in periods), default="")
