"""Which claims meet, and that it costs what the distinct values cost."""

from datetime import date, timedelta
from decimal import Decimal

from attrs import evolve

from claimcheck.lexicons import load_lexicon
from claimcheck.lexicons.words import abbreviations
from claimcheck.linking import DocumentKey
from claimcheck.linking.linker import Linker
from claimcheck.linking.meetings import NEAREST, RECURRING, Meeting
from claimcheck.model import Document, Linking
from claimcheck.pipeline import Pipeline
from claimcheck.text import Tokenizer

PIPELINE = Pipeline()
LINKER = Linker.build(load_lexicon())
TOKENIZER = Tokenizer(abbreviations(load_lexicon()))

FILLER = (
    "The wind had been strong since the early morning, and several roads along the river were closed for hours. "
    "Neighbours brought blankets and hot soup, and a chapel opened its doors to everybody who had nowhere to sleep. "
    "Insurers began to look at the damage, while volunteers cleared broken glass from the pavement. "
    "A quarrel about the old sprinklers has gone on for a decade, and nobody has ever been held to account for it. "
    "Children drew pictures of it at their desks, and the baker next door gave away bread until the shelves were empty. "
)
"""So much text that a document has room for more than one thing."""


def key(document: Document) -> DocumentKey:
    return LINKER.key(PIPELINE.analyze(document), TOKENIZER.tokenize(document.text))


def keys(*texts: str) -> list[DocumentKey]:
    documents = [Document(id=f"d{number}", text=text) for number, text in enumerate(texts)]
    return [*map(key, documents)]


def linked(linking: Linking) -> set[frozenset[str]]:
    return {frozenset((link.left.mention.text, link.right.mention.text)) for link in linking.links}


def members(linking: Linking) -> int:
    return sum(len(group.claims) for group in linking.groups.values())


def test_two_reports_of_one_fire_are_linked() -> None:
    found = LINKER.link(keys("The fire at the Dorn mill killed 12 people.", "Dorn: 17 people died in the mill fire."))
    assert frozenset(("12", "17")) in linked(found)


def test_long_texts_about_one_thing_that_name_few_alike_are_linked() -> None:
    first = (
        "The Hallic Front has lost its last town, Minister Ottar Brenn said. Brenn, who leads the talks, thanked the Corran "
        f"Guard. Oda Pell, Rurik Stane, Ulla Vorn, Edda Lomas and Karel Imre were there. {FILLER} "
        "“We hold 2,400 captured gunmen of the Front,” Brenn said."
    )
    second = (
        "The Corran Guard closed in on the last gunmen of the Front, and the Guard's commander Mirel Dosh spoke of days. "
        f"Tarn Quill, Sanna Birk, Jory Helm, Vance Oduya and Petra Solm doubt it. {FILLER} "
        "“Take back over 700 captured gunmen of the Front,” Ottar Brenn wrote."
    )
    assert frozenset(("700", "2,400")) in linked(LINKER.link(keys(first, second)))


def test_boilerplate_does_not_make_one_affair() -> None:
    first = f"Marn beat Lorn on Saturday. {FILLER} The stadium, built in 1984, holds 4,670."
    second = f"Durl beat Pesk on Saturday. {FILLER} The stadium, built in 1957, holds 39,000."
    assert not LINKER.link(keys(first, second)).links


def test_the_kind_of_an_organisation_is_not_its_name() -> None:
    first = f"The Marn Fire Service sent crews. {FILLER} The river stood at 3.2 metres."
    second = f"The Durl Fire Service sent crews. {FILLER} The river stood at 9.1 metres."
    assert not LINKER.link(keys(first, second)).links


def test_a_link_does_not_depend_on_other_documents() -> None:
    pair = ["Dorn: the mill fire killed 12 people.", "The fire at the Dorn mill killed 17 people."]
    others = [
        "Dorn has a mill.",
        "A Mill Fire broke out.",
        *(f"Dorn voted: {number} for, {number + 1} against." for number in range(9)),
    ]
    alone, among = linked(LINKER.link(keys(*pair))), linked(LINKER.link(keys(*others, *pair)))
    assert alone
    assert alone <= among


def test_what_a_text_says_twice_is_found_again_where_a_key_does_not_tell() -> None:
    twice = (
        "The fire at the Dorn mill killed 12 people. Later the town said that the fire killed 17 people at the mill."
    )
    again = f"{twice} The fire at the Dorn mill killed 12 people."
    told = keys(again, "The fire at the Dorn mill killed 12 people.")
    assert told[0].repeats is not None
    assert told[0].repeats.joined
    assert told[0].repeats.held
    untold = [evolve(key, repeats=None, shelf=None) for key in told]
    one, other = LINKER.link(told), LINKER.link(untold)
    assert (one.links, one.groups, one.apart) == (other.links, other.groups, other.apart)


def test_claims_are_numbered_as_their_documents_were_given_whatever_their_days() -> None:
    texts = ("The fire at the Dorn mill killed 17 people.", "The fire at the Dorn mill killed 12 people.") * 2
    days = (date(2031, 5, 9), date(2031, 5, 7), date(2031, 5, 8), date(2031, 5, 6))
    given = [
        key(Document(id=f"d{number}", text=text, published=day))
        for number, (text, day) in enumerate(zip(texts, days, strict=True))
    ]
    claims = [item.claim for document in given for item in document.claims]
    found = LINKER.link(given)
    assert found.links
    assert all((claims[link.left_number], claims[link.right_number]) == (link.left, link.right) for link in found.links)
    assert {name: group.numbers for name, group in found.groups.items()} == {2: (2, 0), 3: (3, 1)}
    assert all(group.claims == tuple(claims[number] for number in group.numbers) for group in found.groups.values())


def test_claims_of_one_end_stand_together_however_it_is_written() -> None:
    shelf = key(Document(id="d", text="It sold 2.5 tonnes of tin, 2.50 tonnes of lead and 1,200 tonnes of iron.")).shelf
    assert shelf is not None
    assert {end: places for end, places in shelf.ends.items() if end is not None} == {
        Decimal("2.5"): (0, 1),
        1200: (2,),
    }


def test_documents_meet_by_a_name_however_many_lie_within_one_story() -> None:
    text = "Ana Delgrave and Jon Brake left Velland for Kestria."
    assert Meeting.of(keys(text, text, f"{text} {FILLER}")).earlier == [[], [0], [0, 1]]


def test_under_a_name_documents_meet_the_nearest_before_them() -> None:
    met = Meeting.of(keys(*(f"The town of Dorn has {number} wells." for number in range(3, 2 * NEAREST + 3))))
    assert met.earlier[-1] == list(range(NEAREST - 1, 2 * NEAREST - 1))
    assert met.broad == {"dorn": 2 * NEAREST}


def test_a_figure_of_many_texts_is_no_meeting() -> None:
    texts = [
        f"{FILLER} On Monday, {name} sold 4,850 lamps." for name in ("Ana Arl", "Bo Bex", "Cy Cor", "Di Dun", "Ed Esk")
    ]
    assert len(texts) == RECURRING
    assert Meeting.of(keys(*texts[1:])).earlier[1] == [0]
    assert not any(Meeting.of(keys(*texts)).earlier)


def test_what_many_say_costs_what_its_distinct_values_cost() -> None:
    def reports(number: int) -> list[DocumentKey]:
        day = date(2031, 5, 3)
        found: list[DocumentKey] = []
        for index in range(number):
            text = f"Crews of {index % 7} towns came. The fire at the Dorn mill killed {10 + index % 5} people."
            document = Document(id=f"d{index:03}", text=text, published=day + timedelta(hours=index))
            found.append(key(document))
        return found

    few, many = LINKER.link(reports(NEAREST * 2)), LINKER.link(reports(NEAREST * 4))
    assert len(many.links) < 1.5 * len(few.links)
    assert members(many) == 2 * members(few)


def test_a_word_of_too_many_documents_is_told() -> None:
    texts = [f"The town of Dorn has {number} wells." for number in range(3, 3 + 2 * NEAREST)]
    codes = {item.code for item in LINKER.link(keys(*texts)).diagnostics}
    assert codes == {"broad-name"}


def test_two_people_of_one_family_name_are_two_affairs() -> None:
    first = f"The mayor, Ana Delgrave, spoke on Monday. {FILLER} The port has 14 cranes."
    second = f"The coach, Jon Delgrave, resigned in March. {FILLER} The port has 17 cranes."
    same = f"The mayor, Ana Delgrave, resigned in March. {FILLER} The port has 17 cranes."
    assert not LINKER.link(keys(first, second)).links
    assert LINKER.link(keys(first, same)).links


def season(club: str, *figures: str) -> str:
    own = (
        FILLER
        if club == "Marn"
        else "The flowers by the gate were watered, and someone hung lanterns in the lime trees. " * 8
    )
    text = "The club of {} closed its season. {} The stadium holds {} people, {} of them standing. The club sold {} tickets and {} scarves."
    return text.format(club, own, *figures)


def test_one_figure_of_many_may_be_shared_by_chance() -> None:
    first, second = season("Marn", "4,670", "1,215", "618", "342"), season("Durl", "9,180", "1,215", "733", "561")
    assert not LINKER.link(keys(first, second)).links


def test_texts_that_share_most_figures_are_of_one_affair() -> None:
    first, second = season("Marn", "4,670", "1,215", "618", "342"), season("Durl", "4,670", "1,215", "618", "351")
    assert linked(LINKER.link(keys(first, second)))


def test_a_level_of_before_leaves_a_figure_the_only_one_of_its_kind() -> None:
    (found,) = keys("Turnout in Arlonia was 61.7 percent, down from 66.2 percent in 2026.")
    level, before = found.claims
    assert (level.sole is not None, before.sole) == (True, None)
    (twice,) = keys("Turnout in Arlonia was 61.7 percent. In Orla turnout was 66.2 percent.")
    assert [claim.sole for claim in twice.claims] == [None, None]
