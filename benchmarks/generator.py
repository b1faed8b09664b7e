"""Articles with figures, dates and speech, made from templates by a seeded generator: the same seed gives the same text.

Several articles tell one story, with its figures exact, rounded, bounded or wrong, so that there is something to compare.
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

from claimcheck.model import Document

ARTICLES_A_STORY = 4
NEWS = 0.25
"""How often an article does not repeat what the one before it said."""
CLAIMS = 18
"""About how many claims an article makes."""


@cache
def templates() -> dict[str, dict[str, list[str]]]:
    """Read the sentences, by topic and role."""
    return tomllib.loads(Path(__file__).with_name("sentences.toml").read_text("utf-8"))


@cache
def words() -> dict[str, list[str]]:
    """Read the words that fill slots, by class."""
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))


def corpus(characters: int, seed: int = 1, *, skew: float = 0.0) -> list[Document]:
    """Return articles of about so many characters together; a longer corpus begins with the shorter one.

    With `skew`, that share of all claims is of one figure: everybody reports the toll of one flood.
    """
    documents: list[Document] = []
    for document in articles(seed, skew=skew):
        documents.append(document)
        characters -= len(document.text)
        if characters <= 0:
            break
    return documents


def articles(seed: int = 1, *, skew: float = 0.0) -> Iterator[Document]:
    """Yield articles without end, and between them so many flashes on one figure as make up its share."""
    random, flashes = Random(seed), Flashes(seed)
    number, owed = 0, 0.0
    while True:
        story = Story(random)
        for _ in range(ARTICLES_A_STORY):
            number += 1
            yield story.article(number)
            owed += CLAIMS * skew / (1 - skew)
            while owed >= 1:
                owed -= 1
                yield flashes.flash()


def briefs(seed: int = 1) -> Iterator[Document]:
    """Yield short articles without end, of two to five sentences, two to a story."""
    random = Random(seed)
    number = 0
    while True:
        story = Story(random)
        for _ in range(2):
            number += 1
            yield story.article(number, sentences=(1, 5))


class Flashes:
    """Dispatches of a sentence on the toll of one flood, which grows from day to day and which some get wrong."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.number = 0

    def flash(self) -> Document:
        """Write the next dispatch."""
        self.number += 1
        day = self.number // FLASHES_A_DAY
        value = 12 + 3 * day + self.random.choice((0, 0, 0, 0, 0, 1, 20))
        text = self.random.choice(FLASHES).format(value)
        published = date(2031, 1, 1) + timedelta(days=day % 700)
        publisher = f"{self.random.choice(words()['onsets'])}{self.random.choice(words()['nuclei'])}n Wire"
        return Document(id=f"flash-{self.number}", text=text, published=published, publisher=publisher)


FLASHES_A_DAY = 50
FLASHES = (
    "The flood in Orlandrea has killed {} people, police said.\n",
    "At least {} people died in the flood in Orlandrea.\n",
    "The death toll of the Orlandrea flood rose to {}, the mayor said.\n",
)


class Story:
    """One event with its people, places and figures; every public method without arguments fills a slot."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.topic = random.choice([topic for topic in templates() if topic != "common"])
        self.day = date(2031, 1, 1) + timedelta(days=random.randrange(700))
        self._known: dict[str, str] = {}
        self._place, self._other_place = self._word(), self._word()
        self._person, self._other_person = self._full_name(), self._full_name()
        self._organisation, self._other_organisation = self._firm(), self._firm()
        self._role = self._any("roles")
        self._cause = self._any("causes")
        self._toll = random.randrange(4, 400)
        self._injured = self._toll + random.randrange(5, 900)
        self._revenue = random.randrange(11, 990)
        self._quarter = random.choice(("first quarter", "second quarter", "third quarter", "year"))

    def article(self, number: int, sentences: tuple[int, int] = (12, 40)) -> Document:
        """Write one article on the story: a lead, then sentences with and without figures, in short paragraphs."""
        topic, common = templates()[self.topic], templates()["common"]
        published = self.day + timedelta(days=self.random.choice((0, 0, 1, 1, 2, 7)))
        pools = [
            topic["figures"],
            topic["figures"],
            common["speech"],
            common["speech"],
            common["plain"],
            common["plain"],
        ]
        chosen = [self.random.choice(pool) for pool in self.random.choices(pools, k=self.random.randrange(*sentences))]
        written = [self._sentence(template) for template in dict.fromkeys([self.random.choice(topic["lead"]), *chosen])]
        paragraphs: list[str] = []
        while written:
            size = self.random.randrange(1, 5)
            paragraphs.append(" ".join(written[:size]))
            del written[:size]
        publisher = f"{self._word()} {self._any('agencies')}"
        text = "\n\n".join(paragraphs) + "\n"
        return Document(id=f"article-{number}", text=text, published=published, publisher=publisher)

    def _sentence(self, template: str) -> str:
        """Write a sentence as the story's other articles have it, or at times with figures of its own."""
        if template not in self._known or self.random.random() < NEWS:
            self._known[template] = self._fill(template)
        return self._known[template]

    def _fill(self, template: str) -> str:
        text = re.sub(r"\{(\w+)\}", lambda match: str(getattr(self, match[1])()), template)
        return text[0].upper() + text[1:]

    def _any(self, words_of: str) -> str:
        return self.random.choice(words()[words_of])

    def _word(self) -> str:
        """Make a name of three or four syllables: of millions, so that two stories hardly ever share one."""
        middle = "".join(self._any("codas") + self._any("nuclei") for _ in range(self.random.choice((1, 2))))
        return self._any("onsets") + self._any("nuclei") + middle + self._any("codas")

    def _full_name(self) -> str:
        return f"{self._any('first_names')} {self._word()}"

    def _firm(self) -> str:
        return self._any("firms").format(self._word())

    def _stated(self, value: int) -> str:
        """State a figure as one of several articles would: mostly as it is, at times rounded, bounded or wrong."""
        rounded = round(value, 1 - len(str(value))) or value
        wrong = value + self.random.randrange(2, 40)
        forms = (
            f"{value:,}",
            f"{value:,}",
            f"{value:,}",
            f"about {rounded:,}",
            f"at least {value:,}",
            f"nearly {value + 1:,}",
        )
        return self.random.choice((*forms, f"{wrong:,}"))

    def place(self) -> str:
        return self._place

    def place_upper(self) -> str:
        return self._place.upper()

    def other_place(self) -> str:
        return self._other_place

    def person(self) -> str:
        return self._person

    def surname(self) -> str:
        return self._person.split()[-1]

    def other_person(self) -> str:
        return self._other_person

    def organisation(self) -> str:
        return self._organisation

    def other_organisation(self) -> str:
        return self._other_organisation

    def role(self) -> str:
        return self._role

    def article_role(self) -> str:
        return f"the {self._role}"

    def cause(self) -> str:
        return self._cause

    def cause_capital(self) -> str:
        return self._cause.capitalize()

    def toll(self) -> str:
        return f"{self._toll:,}"

    def toll_stated(self) -> str:
        return self._stated(self._toll)

    def toll_stated_capital(self) -> str:
        return self._stated(self._toll).capitalize()

    def injured(self) -> str:
        return self._stated(self._injured)

    def revenue(self) -> str:
        return f"${self._revenue / 10:.1f} billion"

    def revenue_stated(self) -> str:
        return self.random.choice((self.revenue(), self.revenue(), f"${(self._revenue + 3) / 10:.1f}bn"))

    def quarter(self) -> str:
        return self._quarter

    def weekday(self) -> str:
        return words()["weekdays"][(self.day.weekday() + self.random.choice((0, 0, 0, 1))) % 7]

    def month(self) -> str:
        return self._any("months")

    def month_day(self) -> str:
        day, month = self.random.randrange(1, 29), self.month()
        return self.random.choice(
            (f"{month} {day}", f"{day} {month}", f"{month if month == 'May' else month[:3] + '.'} {day}")
        )

    def full_date(self) -> str:
        day, month, year = self.random.randrange(1, 29), self.month(), self.past_year()
        return self.random.choice((f"{month} {day}, {year}", f"{day} {month} {year}", f"{year}-07-{day:02d}"))

    def year(self) -> str:
        return str(self.day.year)

    def past_year(self) -> str:
        return str(self.random.randrange(1950, self.day.year))

    def next_year(self) -> str:
        return str(self.day.year + self.random.randrange(1, 9))

    def clock(self) -> str:
        hour, minute = self.random.randrange(1, 12), self.random.choice(("00", "15", "30", "45"))
        return self.random.choice((f"{hour}:{minute} p.m.", f"{hour} a.m.", f"{hour + 12}:{minute}"))

    def small(self) -> str:
        return str(self.random.randrange(2, 99))

    def hours(self) -> str:
        return self.random.choice(("two", "six", "12", "24", "36", "48", "72"))

    def age(self) -> str:
        return str(self.random.randrange(18, 90))

    def number_word(self) -> str:
        return self._any("number_words")

    def ordinal(self) -> str:
        return self._any("ordinals")

    def round_count(self) -> str:
        value = self.random.randrange(10, 990) * self.random.choice((1, 10, 100, 1000))
        return f"{value:,}"

    def decimal(self) -> str:
        return f"{self.random.uniform(0.1, 9):.2f}"

    def percent(self) -> str:
        value = self.random.uniform(0.2, 90)
        return self.random.choice((f"{value:.1f}%", f"{value:.0f}%", f"{value:.1f} percent", f"{value:.0f} per cent"))

    def points(self) -> str:
        return f"{self.random.uniform(0.2, 9):.1f} percentage points"

    def factor(self) -> str:
        return self.random.choice(("twice", "three times", "four times"))

    def money(self) -> str:
        value, sign = self.random.uniform(1, 900), self._any("currencies")
        forms = (
            f"{sign}{value:.1f} million",
            f"{sign}{value:.0f}m",
            f"{sign}{value:.1f}bn",
            f"{sign}{value * 1000:,.0f}",
        )
        return self.random.choice((*forms, f"{value:.0f} million euros", f"USD {value:.0f} billion"))

    def price(self) -> str:
        return f"${self.random.uniform(0.1, 400):.2f}"

    def distance(self) -> str:
        value = self.random.randrange(3, 900)
        return self.random.choice(
            (f"{value} km", f"{value} kilometres", f"{value} miles", f"{value} km ({value * 5 // 8} miles)")
        )

    def metres(self) -> str:
        return self.random.choice((f"{self.random.uniform(1, 90):.1f} metres", f"{self.random.randrange(2, 300)} m"))

    def metres_race(self) -> str:
        return self.random.choice(("100 metres", "400-metre hurdles", "10,000 metres", "marathon"))

    def race_time(self) -> str:
        return f"{self.random.uniform(9.7, 59):.2f} seconds"

    def kilograms(self) -> str:
        return self.random.choice((f"{self.random.randrange(2, 900)} kg", f"{self.random.uniform(1, 40):.1f} tonnes"))

    def milligrams(self) -> str:
        return f"{self.random.randrange(5, 500)} mg"

    def temperature(self) -> str:
        return f"{self.random.uniform(-30, 45):.1f} °C"

    def age_of_rock(self) -> str:
        return f"{self.random.uniform(1, 400):.0f} million years"

    def score(self) -> str:
        return f"{self.random.randrange(2, 6)}-{self.random.randrange(0, 2)}"

    def score_votes(self) -> str:
        return f"{self.random.randrange(200, 300)} to {self.random.randrange(20, 199)}"
