"""Times: dates, clock times, durations and sets, after TIMEX3."""

from claimcheck.times.finder import TimeFinder

__all__ = ["TimeFinder"]
