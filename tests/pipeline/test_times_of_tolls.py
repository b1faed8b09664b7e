"""As of which day a toll holds that somebody gives."""

from datetime import date

import claimcheck as cc


def _time(text: str, published: date | None) -> str:
    claim = next(item for item in cc.extract(cc.Document(id="a", text=text, published=published)))
    return str(claim.time.period.start) if claim.time else ""


def test_a_toll_holds_as_of_the_day_on_which_it_is_given() -> None:
    text = "At least 34 miners were killed after a slide, the police said on Sunday."
    assert _time(text, date(2031, 5, 6)) == "2031-05-04"


def test_what_does_not_grow_has_no_day_of_speaking() -> None:
    assert _time("It has 34 barges, the police said on Sunday.", date(2031, 5, 6)) == ""
