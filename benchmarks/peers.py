"""The other tools, each as a function from a sentence to whatever it finds; one that is not installed is left out."""

import warnings
from collections.abc import Callable

SentenceReader = Callable[[str], object]


def installed_peers() -> dict[str, SentenceReader]:
    """Return the tools that can be imported here, by name, warmed up."""
    peers: dict[str, SentenceReader] = {}
    for name, build in {
        "quantulum3": _quantulum3,
        "dateparser.search": _dateparser,
        "Recognizers-Text": _recognizers,
        "spaCy": _spacy,
    }.items():
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                reader = build()
                reader("On 3 May 2031 about 12 people paid $5 million.")
        except (ImportError, OSError):  # spaCy raises OSError where its model is missing
            continue
        peers[name] = reader
    return peers


def _quantulum3() -> SentenceReader:
    from quantulum3 import parser

    return parser.parse


def _dateparser() -> SentenceReader:
    from dateparser.search import search_dates

    return lambda sentence: search_dates(sentence, languages=["en"])


def _recognizers() -> SentenceReader:
    """Return all its English models together, as the suite itself would run them."""
    from recognizers_date_time import DateTimeRecognizer
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer
    from recognizers_text import Culture

    units = NumberWithUnitRecognizer(Culture.English)
    numbers = NumberRecognizer(Culture.English)
    models = [
        numbers.get_number_model(),
        numbers.get_ordinal_model(),
        numbers.get_percentage_model(),
        units.get_currency_model(),
        units.get_dimension_model(),
        units.get_temperature_model(),
        units.get_age_model(),
        DateTimeRecognizer(Culture.English).get_datetime_model(),
    ]
    return lambda sentence: [model.parse(sentence) for model in models]


def _spacy() -> SentenceReader:
    import spacy

    return spacy.load("en_core_web_sm")
