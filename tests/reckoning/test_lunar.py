"""Feasts of lunar calendars against the dates on which they were kept."""

import pytest

from claimcheck.reckoning.feasts import feast


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("chinese", ["2010-02-14", "2015-02-19", "2018-02-16", "2021-02-12", "2023-01-22", "2026-02-17"]),
        ("diwali 0", ["2010-11-05", "2013-11-03", "2016-10-30", "2020-11-14", "2022-10-24", "2023-11-12"]),
        ("hebrew passover", ["2013-03-26", "2016-04-23", "2019-04-20", "2024-04-23"]),
        ("hebrew rosh_hashanah", ["2013-09-05", "2017-09-21", "2019-09-30", "2024-10-03"]),
        ("hebrew hanukkah", ["2013-11-28", "2018-12-03", "2019-12-23", "2024-12-26"]),
        ("hebrew purim", ["2013-02-24", "2016-03-24", "2019-03-21", "2024-03-24"]),
        ("islamic 10 1", ["2018-06-15", "2019-06-05", "2020-05-24"]),
        ("islamic 12 10", ["2018-08-22", "2019-08-12"]),
    ],
)
def test_feasts(rule: str, days: list[str]) -> None:
    assert [str(feast(rule, int(day[:4]))) for day in days] == days


def test_years_whose_moons_are_not_reckoned_have_none() -> None:
    assert feast("chinese", 1200) is None
    assert feast("islamic 10 1", 9998) is None
