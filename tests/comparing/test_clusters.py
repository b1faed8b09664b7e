"""Which claims stand on one side of a conflict."""

from datetime import date

import claimcheck as cc

DAYS = (date(2031, 5, 4), date(2031, 5, 6), date(2031, 5, 8))
TEXTS = (
    "At least 34 people were killed when the ferry Maid of Marn sank off Tarn, the coast guard said.",
    "The death toll from the sinking of the ferry Maid of Marn off Tarn rose to 41, the coast guard said.",
    "The coast guard, which has put the dead at 41, is still at work on the ferry Maid of Marn off Tarn.",
)


def test_a_figure_stands_with_its_equal_and_not_with_a_bound_that_it_keeps() -> None:
    documents = [
        cc.Document(id=name, text=text, published=day) for name, text, day in zip("abc", TEXTS, DAYS, strict=True)
    ]
    conflicts = [item for item in cc.check(documents).conflicts if item.rule == "value"]
    assert [[[claim.mention.text for claim in side] for side in item.sides] for item in conflicts] == [
        [["34"], ["41", "41"]]
    ]
