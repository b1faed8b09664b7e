"""Series of updates: a figure that grows from day to day is reported step by step."""

from collections import defaultdict

from claimcheck.comparing.disputes import Dispute
from claimcheck.comparing.setting import Setting


def neighbours(disputes: list[Dispute], setting: Setting) -> list[Dispute]:
    """Drop updates that another value in time lies between: a series is reported step by step."""
    linked: defaultdict[str, set[str]] = defaultdict(set)
    sides = {side[0].id: side for item in disputes if item.verdict == "update" for side in item.sides}
    for item in disputes:
        if item.verdict == "update":
            one, other = item.sides[0][0].id, item.sides[1][0].id
            linked[one].add(other)
            linked[other].add(one)
    when: dict[str, str] = {}

    def since(name: str) -> str:
        if name not in when:
            when[name] = setting.since(sides[name])
        return when[name]

    def is_step(item: Dispute) -> bool:
        one, other = item.sides[0][0].id, item.sides[1][0].id
        between = linked[one] & linked[other]
        if not between:
            return True
        low, high = sorted((since(one), since(other)))
        return not any(low < since(third) < high for third in between)

    return [item for item in disputes if item.verdict != "update" or is_step(item)]
