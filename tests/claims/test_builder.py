"""Claims from marked texts, against the gold cases."""

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import claimcheck as cc
from claimcheck.model import Claim, Document

Builds = Callable[[str], tuple[Claim, ...]]
Told = Callable[[Claim, str], Any]
GOLD = Path(__file__).parent.parent / "gold" / "claims"
CASES = [case for path in sorted(GOLD.glob("*.toml")) for case in tomllib.loads(path.read_text("utf-8"))["case"]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_gold(build: Builds, told: Told, case: dict[str, Any]) -> None:
    claims = build(case["text"])
    assert [
        {key: told(claim, key) for key in wanted} for claim, wanted in zip(claims, case["expect"], strict=True)
    ] == (case["expect"])


def test_no_claims_of_a_text_without_figures(build: Builds) -> None:
    assert build("The ferry sank off Marn.") == ()


def test_ids_follow_the_offsets(build: Builds) -> None:
    claims = build("[[Nine]] sailors were rescued. [[Two]] barns burned.")
    assert [claim.id for claim in claims] == ["text#c1", "text#c2"]


def test_subjects_slice_back(build: Builds) -> None:
    text = "[[Nine]] sailors of the brig were rescued."
    (claim,) = build(text)
    assert claim.subject is not None
    assert text.replace("[[", "").replace("]]", "")[claim.subject.start : claim.subject.end] == claim.subject.text


@pytest.mark.parametrize("text", ["[[12]] " * 300, "[[12]] and " * 200, "([[12]]: " * 200, "of the [[12]]\n" * 200])
def test_long_lists_of_bare_figures_are_read_in_pieces(build: Builds, text: str) -> None:
    assert len(build(text)) == text.count("[[")


def test_a_bare_amount_is_said_of_what_the_document_is_about(build: Builds) -> None:
    claims = build("Of Marn, the Tarn Lamp is sold.\n\nLength: [[30 m]]\n\nThey light the Tarn Lamp.")
    assert [claim.scope.holder for claim in claims] == ["Tarn Lamp"]


def test_a_bare_amount_without_a_topic_has_no_holder(build: Builds) -> None:
    assert [claim.scope.holder for claim in build("Length: [[30 m]]")] == [None]


def test_a_title_names_the_subject_of_a_bare_amount() -> None:
    document = Document(id="sheet", text="Tarn Lamp Works: fact sheet\n\nWeight: 30 kg\n")
    (claim,) = [claim for claim in cc.extract(document) if claim.measure == "weight"]
    assert claim.subject is not None
    assert (claim.subject.text, claim.scope.holder) == ("Tarn Lamp Works", "Tarn Lamp Works")


@pytest.mark.parametrize(
    ("title", "holder"), [("Portrait: the Tarn Lamp Works", "Tarn Lamp Works"), ("A portrait", None)]
)
def test_a_given_title_names_what_a_document_is_about(title: str, holder: str | None) -> None:
    text = "Orla Brenn drew the Tarn Lamp Works. Weight: 30 kg\n"
    (claim,) = [
        claim for claim in cc.extract(Document(id="sheet", text=text, title=title)) if claim.measure == "weight"
    ]
    assert claim.scope.holder == holder


@pytest.mark.parametrize(("text", "holder"), [("Our income was $5m.", "Tarn Lamp Works"), ("Turnout was 42%.", None)])
def test_a_report_that_says_our_is_about_the_name_above_it(text: str, holder: str | None) -> None:
    (claim,) = cc.extract(f"TARN LAMP WORKS\n\n{text}\n")
    assert claim.scope.holder == holder


@pytest.mark.parametrize("title", ["Income", "More than enough", "Marn (Tarn Wire) - Rain fell.", "Operating results"])
def test_a_word_that_opens_lines_is_no_topic(title: str) -> None:
    document = Document(id="sheet", text=f"{title}\n\nIncome: $5m\n\nMore was spent. Income rose.\n")
    (claim,) = cc.extract(document)
    assert claim.scope.holder is None


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Orla Brenn was a diver. Ms Brenn died on 5 May 2019.", "Orla Brenn"),
        ("Orla Brenn was a diver. Brenn died on 5 May 2019.", "Orla Brenn"),
        ("Marn Savings Bank (the Lender) is old. The Lender closed on 5 May 2019.", "Lender"),
        ("Orla Brenn was a diver. The Brenn Lamp opened on 5 May 2019.", "Brenn Lamp"),
    ],
)
def test_part_of_a_name_is_shown_in_full(text: str, subject: str) -> None:
    claims = cc.extract(text)
    assert [claim.subject and claim.subject.text for claim in claims] == [subject]


@pytest.mark.parametrize("subject", ["Second-quarter revenue", "First-half revenue"])
def test_a_period_before_a_noun_belongs_to_the_subject(subject: str) -> None:
    claims = [claim for claim in cc.extract(f"{subject} was €482.6 million.") if claim.scope.amount == "money"]
    assert [claim.subject and claim.subject.text for claim in claims] == [subject]


@pytest.mark.parametrize(
    ("text", "figure", "subject"),
    [
        ("The 900-seat theatre will cost $64 million.", "$64 million", "900-seat theatre"),
        ("Orme raised its sales guidance to a range of $7 million to $8 million.", "$7 million to $8 million", "sales guidance"),
        ("Sales of wool rose to a total of $7 million.", "$7 million", "Sales of wool"),
        ("Orme's yards handled 5 million crates in 2025, a rise of 7%.", "7%", "crates"),
        ("Sales were $5 million in 2025, compared with $4 million in 2024.", "$4 million", "Sales"),
    ],
)  # fmt: skip
def test_a_figure_is_of_what_its_clause_is_about(text: str, figure: str, subject: str) -> None:
    subjects = {claim.mention.text: claim.subject for claim in cc.extract(text)}
    found = subjects[figure]
    assert found is not None
    assert found.text == subject


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Sales were $5 million, compared with $4 million for the rival.", "$4 million"),
        ("A poll found 54% of residents against the canal, 38% for it.", "38%"),
        ("The mill had 40 looms in 2025, a premium of 7%.", "7%"),
    ],
)
def test_a_figure_of_something_else_is_not_of_what_its_clause_is_about(text: str, figure: str) -> None:
    first, *others = cc.extract(text)
    found = next(claim for claim in others if claim.mention.text == figure)
    assert first.measure != found.measure


@pytest.mark.parametrize(
    ("text", "dated"),
    [("Orme opened 14 yards and now has 27.", "27"), ("Orme now has 27 boats and opened 14 kilns.", "27")],
)
def test_a_time_between_a_conjunction_and_a_verb_is_that_verbs(text: str, dated: str) -> None:
    claims = cc.extract(cc.Document(id="a", text=text, published=date(2031, 5, 2)))
    assert [claim.mention.text for claim in claims if claim.time] == [dated]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The trial of Orla Brenn opens on 7 October 2031.", [("opening", "trial")]),
        ("The trial opens on Monday and could take two months.", [("opening", "trial"), ("time taken", "trial")]),
        ("The festival lasts ten days.", [("time lasted", "festival")]),
        ("The show opens in May and runs for nine weeks.", [("opening", "show"), ("time run", "show")]),
        ("The boat rides on 3 May 2031 drew 40 guests.", [("guests drawn", "ride")]),
    ],
)
def test_verbs_that_may_be_plural_nouns(text: str, expected: list[tuple[str, str]]) -> None:
    claims = cc.extract(Document(text=text, published=date(2031, 3, 1)))
    assert [(claim.measure, claim.scope.holder) for claim in claims] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lee Coyle, who drove the car, was jailed for seven years.", [("prison sentence", "Lee Coyle")]),
        ("The bridge, which opened in 1932, is 30 m long.", [("opening", "bridge"), ("length", "bridge")]),
        ("Nine people, most from Orrin, were killed.", [("deaths", None)]),
        ("Nine people, seven of them children, were killed.", [("deaths", None), ("deaths", None)]),
        ("Nine people, twelve dogs, and a horse were killed.", [("people", None), ("dogs", None)]),
        ("His brother was jailed for nine years.", [("prison sentence", "brother")]),
        ("A 6.4-magnitude quake struck Tamar.", [("magnitude", None)]),
        ("The number of injured rose to 840.", [("injured", None)]),
    ],
)
def test_subjects_apart_from_their_verbs(text: str, expected: list[tuple[str, str | None]]) -> None:
    claims = [claim for claim in cc.extract(text) if claim.scope.amount != "order"]
    assert [(claim.measure, claim.scope.holder) for claim in claims] == expected


def test_a_clause_with_when_takes_the_time_before_it() -> None:
    (claim,) = cc.extract("It was the worst crash since 2019, when 21 people died.")
    assert claim.time is not None
    assert (claim.time.period.start, claim.time.period.end) == (date(2019, 1, 1), date(2020, 1, 1))


def test_the_last_year_of_all_with_when() -> None:
    cc.extract("It was the worst crash since 9999, when 21 people died.")


def test_a_pronoun_is_the_brother_of_whose_brother_it_is() -> None:
    *_, claim = cc.extract("Alban Creel sang. Creel's brother Dan died in 2019. He was 70.")
    assert claim.scope.holder == "Dan"


def test_two_levels_with_times_of_their_own() -> None:
    _, level, before = cc.extract("Revenue of Tarn Works rose 7% to $412m in 2030 from $385m in 2029.")
    assert [claim.time and claim.time.period.start for claim in (level, before)] == [date(2030, 1, 1), date(2029, 1, 1)]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Polls had given Petra Ash 58 per cent of the vote.", "forecast"),
        ("The survey covered 240 gardens in Arn.", "asserted"),
        ("The poll was based on 1,204 interviews.", "asserted"),
    ],
)
def test_only_the_vote_of_a_poll_is_to_come(text: str, modality: str) -> None:
    (claim,) = cc.extract(text)
    assert claim.modality == modality
