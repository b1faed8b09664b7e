"""Times that a document's heading, title, event or table gives to figures that name none."""

from collections.abc import Callable
from datetime import date

import pytest

from claimcheck.model import Claim

Builds = Callable[..., tuple[Claim, ...]]
DAY = date(2031, 5, 6)


def _starts(claims: tuple[Claim, ...]) -> list[str]:
    return [str(claim.time.period.start) if claim.time else "" for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Results for the year to [[31 March 2027]]\n\nIncome was [[$5m]].", "2026-04-01"),
        ("Results for the half year ended [[31 March 2027]]\n\nIncome was [[$5m]].", "2026-10-01"),
        ("Results for the quarter to [[31 March 2027]]\n\nQuarter income was [[$5m]].", "2027-01-01"),
        ("Results for the half year to [[31 March 2027]]\n\nFull year income was [[$5m]].", "2026-10-01"),
        ("Marn by-election, [[14 May 2029]]\nTurnout: [[61.4%]]", "2029-05-14"),
        ("Annual report 2030\n\nRevenue was [[$5m]].", "2030-01-01"),
        ("Annual report 2030\n\n| Staff at [[31 March 2027]] | [[900]] |\n\nRevenue was [[$5m]].", "2030-01-01"),
        ("Annual report 2030\n\nStaff in [[2029]]: [[900]]\nRevenue: [[$5m]]", "2030-01-01"),
        ("Annual report 2030\n\nOutlook for [[2031]]\n\nRevenue: [[$5m]]", "2030-01-01"),
        ("Weekly bulletin [[2031]]: all figures\n\nRevenue: [[$5m]]", "2031-01-01"),
        ("Annual report 2030\n\nThe year to [[31 March 2030]]\n\nRevenue was [[$5m]].", "2029-04-01"),
    ],
)
def test_headings(build: Builds, text: str, expected: str) -> None:
    assert _starts(build(text))[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Published [[14 May 2029]]\nTurnout: [[61.4%]]",
        "In service since: [[14 May 2029]]\nOutput: [[42%]]",
        "Results for the year to [[31 March 2027]]\n\nShe is aged [[30]].",
        "Results for the year to [[31 March 2027]]\n\nNine miles of [[30 km]] are open.",
        "AGREEMENT of [[14 May 2029]]\nFee: [[$90]]",
        "Fee: [[$90]] ([[2029]]: [[$80]])\nRevenue: [[$5m]]",
        "Staff in [[2029]]: [[900]]\nRevenue: [[$5m]]",
        "Available from [[14 May 2029]]\nFee: [[$90]]",
        "The budget review came before 2030 voters.\n\nRevenue was [[$5m]].",
    ],
)
def test_dates_that_are_no_heading(build: Builds, text: str) -> None:
    assert _starts(build(text))[-1] == ""


@pytest.mark.parametrize(
    "text",
    ["A ferry burned off Marn on [[4 May 2031]].\n\n[[Nine]] sailors were hurt.", "[[4 May 2031]] fires burned."],
)
def test_an_event_dates_what_is_told(build: Builds, text: str) -> None:
    claims = build(text, DAY)
    assert _starts(claims[1:]) == ["2031-05-04"] * len(claims[1:])


@pytest.mark.parametrize(
    "text",
    [
        "A ferry burned off Marn on [[4 May 2031]].\n\n[[Nine]] sailors remain in Marn.",
        "A ferry burned off Marn on [[4 March 2031]].\n\n[[Nine]] sailors were hurt.",
        "Ada Brenn said on [[4 May 2031]] that it burned.\n\n[[Nine]] sailors were hurt.",
    ],
)
def test_an_event_does_not_date_the_rest(build: Builds, text: str) -> None:
    assert _starts(build(text, DAY))[-1] == ""


def test_a_toll_is_as_of_the_report(build: Builds) -> None:
    assert _starts(build("A ferry burned off Marn on [[4 May 2031]].\n\n[[Nine]] sailors were killed.", DAY))[
        -1
    ] == str(DAY)


def test_a_vote_is_of_its_day(build: Builds) -> None:
    assert _starts(build("Marn voted on [[4 May 2031]].\n\nTurnout was [[61%]].", DAY))[-1] == "2031-05-04"


def test_another_date_keeps_the_event_away(build: Builds) -> None:
    text = "A ferry burned off Marn on [[4 May 2031]].\n\nBuilt in [[1990]], it carried [[900]] sailors."
    assert _starts(build(text, DAY))[-1] != "2031-05-04"


def test_list_items_have_the_heading_period(build: Builds) -> None:
    text = "Results for the quarter to [[31 March 2027]]\n\n- Margin of [[14%]]\n- Nine piers"
    assert _starts(build(text))[-1] == "2027-01-01"


def test_a_column_has_the_year_at_its_head(build: Builds) -> None:
    text = "| | 2030 | 2029 |\n|---|---|---|\n| Revenue | [[$5m]] | [[$4m]] |\n| Profit | [[$2m]] | [[$1m]] |"
    assert _starts(build(text)) == ["2030-01-01", "2029-01-01"] * 2


@pytest.mark.parametrize("head", ["| | Amount |", "| | 12,030 |", "Sales | | 2030"])
def test_a_column_with_another_head_has_no_time(build: Builds, head: str) -> None:
    assert _starts(build(f"{head}\n|---|---|\n| Sales | [[$5m]] |")) == [""]


def test_the_event_that_something_comes_after_gives_its_day(build: Builds) -> None:
    claims = build("Marn has water again after a burst on Quay Road on [[3 May 2031]]. It left [[90]] homes dry.", DAY)
    assert _starts(claims)[-1] == "2031-05-03"


def test_a_day_without_an_event_gives_none(build: Builds) -> None:
    claims = build("Marn has water again on Quay Road on [[3 May 2031]]. It left [[90]] homes dry.", DAY)
    assert _starts(claims)[-1] == ""


@pytest.mark.parametrize(
    "text",
    [
        "The Reds are on [[24%]].\n\nHarn Institute questioned [[1,204]] adults on [[4 May 2031]].",
        "Harn Institute polled [[1,204]] adults on [[4 May 2031]]. The Reds are on [[24%]].",
        "The survey of [[1,204]] adults was conducted on [[4 May 2031]]. The Reds are on [[24%]].",
        "Fieldwork: [[4 May 2031]]\n\nThe Reds are on [[24%]].",
    ],
)
def test_what_a_poll_found_holds_for_the_days_on_which_it_asked(build: Builds, text: str) -> None:
    (found,) = [claim for claim in build(text) if claim.mention.text == "24%"]
    assert _starts((found,)) == ["2031-05-04"]


@pytest.mark.parametrize(
    "text",
    [
        "Police questioned him on [[4 May 2031]]. The Reds are on [[24%]].",
        "The census was conducted on [[4 May 2031]]. The Reds are on [[24%]].",
        "Harn Institute polled [[1,204]] adults on [[4 May 2031]]. Unemployment stood at [[24%]].",
        "Harn Institute polled [[1,204]] adults in [[2031]]. The Reds are on [[24%]].",
        "Harn Institute polled [[1,204]] adults on [[4 May 2031]]. " + "It rained. " * 13 + "The Reds are on [[24%]].",
    ],
)
def test_other_shares_are_not_what_a_poll_found(build: Builds, text: str) -> None:
    (found,) = [claim for claim in build(text) if claim.mention.text == "24%"]
    assert _starts((found,)) == [""]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [("Report [[2031]]", ("2030-03-02", "2032-01-01")), ("Report, [[24 May 2031]]", ("2031-05-24", "2031-05-25"))],
)
def test_what_grows_since_a_day_ends_with_its_report(build: Builds, heading: str, expected: tuple[str, str]) -> None:
    claims = build(heading + "\n\nCases since the outbreak on [[2 March 2030]]: [[312]].")
    (found,) = [claim for claim in claims if claim.mention.text == "312"]
    assert found.time is not None
    assert (str(found.time.period.start), str(found.time.period.end)) == expected
