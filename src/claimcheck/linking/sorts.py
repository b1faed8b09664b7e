"""What a claim counts or measures, and the sorts of values that are never compared with each other."""

from datetime import date, timedelta

from claimcheck.model import Claim, Quantity, Timex

POINTS = "difference of shares"
"""The dimension of percentage points: a draft may take them for the percent by which something moved."""
MONTH = timedelta(28)
"""The shortest month."""
GENERIC = frozenset({"person", "people", "thing", "part", "number", "year", "day", "time", "point", "other"})


def measured(claim: Claim, sort: str) -> str | None:
    """Name what a claim counts or measures: an entry of the lexicon, or a noun that says enough."""
    if claim.scope.known:
        return f"{sort} {claim.measure}"
    head = claim.scope.head
    return None if head is None or head in GENERIC else f"{sort} of {head}"


def sort_of(claim: Claim) -> str:
    """Name the sort of a claim's value; two sorts are never compared."""
    value = claim.mention.value
    if isinstance(value, Timex):
        if value.length is not None:
            return "duration change" if "change" in claim.scope.basis else "duration"
        return "date" if value.timex_type in ("DATE", "TIME") else "set"
    moved = value.role in ("by", "factor") or "change" in claim.scope.basis
    return _amount_sort(value, moved=moved, former=value.role == "from" and not _of_its_period(claim))


def _of_its_period(claim: Claim) -> bool:
    """Tell whether a claim is of a month or more that it names: a level before is then what any text gives for that.

    One of a day before is the earlier news, which the new level replaces.
    """
    start, end = (None, None) if claim.time is None else (claim.time.period.start, claim.time.period.end)
    return type(start) is date and type(end) is date and end - start >= MONTH


def _amount_sort(value: Quantity, *, moved: bool, former: bool) -> str:
    sort: str = value.kind
    if value.kind == "number":
        sort = "percent" if value.is_fraction else "count" if value.unit is None else value.unit
    elif value.kind == "percent":
        sort = value.unit or "percent"
    elif value.kind == "quantity":
        sort = "duration" if value.dimension == "time" else value.dimension or value.unit or "quantity"
        if sort == "power" and "/" in (value.unit or ""):
            sort = "energy over time"  # 3 TWh a year are not the 700 MW that a plant can give
    if moved:
        sort = "percent change" if value.kind == "percent" or sort == POINTS else f"{sort} change"
    elif former:
        sort += " before"
    return sort if value.per is None else f"{sort} per {value.per}"
