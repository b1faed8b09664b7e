"""Texts that break quadratic programs: one kind of token without end, or one line without end."""

from benchmarks.generator import corpus


def hostile_texts(characters: int) -> dict[str, str]:
    """Return texts of about so many characters, by what is bad about them."""
    prose = "\n".join(document.text for document in corpus(characters))[:characters]
    patterns = {
        "numbers in a row": "1,234.5 17 2031 ",
        "one number": "7",
        "only quote marks": '"',
        "quote marks and words": 'he said, "',
        "capitals": "UNITED FRONT OF ",
        "capitalised words": "Karin Lowmere Trela ",
        "number words": "twenty-five million three hundred and ",
        "one word": "a",
        "line breaks": "\n",
        "stops": ". ",
        "brackets": "([",
        "units": "5 km/h 3 kg ",
        "months": "May March 3 to ",
        "currency signs": "$",
    }
    texts = {name: (pattern * (characters // len(pattern) + 1))[:characters] for name, pattern in patterns.items()}
    return {"a single line": prose.replace("\n", " "), "no spaces": prose.replace(" ", ""), **texts}
