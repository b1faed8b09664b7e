"""Reckoning: from what a time says to its TIMEX3 value and the days that bound it; it knows no words."""
