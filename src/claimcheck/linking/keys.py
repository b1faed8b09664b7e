"""What one document and its claims are about, reduced to what can be compared with another's.

Everything here is made from one document alone, so that whether two documents are about one affair never depends on
what else is in the collection.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache

from attrs import frozen

from claimcheck.linking.words import Vocabulary
from claimcheck.model import Analysis, Claim, Name, Quantity, Timex, Tokens

REACH = 24
"""How many tokens around a figure may belong to it."""
SHORT = 500
"""Characters of a text that has hardly room for two things of one sort."""
SENTENCE = 0.6
"""The share of a text that its longest sentence takes where it is one sentence and perhaps a short second one."""
CENTRAL = 2
"""Names that a text may be mainly about."""
ACRONYM = 3
"""Words of a name from which on its initials may stand for it."""
BARE = frozenset({"count", "number", "amount", "share", "percent", "total", "figure"})
"""Measures that name no thing."""
GENERIC = frozenset({"person", "people", "thing", "part", "number", "year", "day", "time", "point", "other"})
BREAKS = frozenset({*",;:()[]—–|", "and", "but", "while", "whereas", "with", "against", "including", "compared"})
"""Tokens at which what belongs to one figure ends."""
BROKEN = frozenset({("of", "which"), ("for", "a"), ("for", "an")})
"""The same for two tokens."""


@frozen
class ClaimKey:
    """The comparable side of a claim.

    `sort` keeps apart what can never be compared (a count, a share, money, a length, a date). `thing` are the terms of
    what is measured, `head` the one that names it; `near` the terms of the stretch around the figure up to the next
    break or figure; `context` those of the sentence; `names` the terms of the names around it; `sides` where it stands
    in each contrast; `sole` what it counts, where its document has no other value for it, `twin` the same where it has one other; `figure` names an exact value
    of three digits or more, and `digits` stands for all that have the same digits in another order.
    """

    claim: Claim
    sort: str
    head: str | None
    thing: frozenset[str]
    near: frozenset[str]
    context: frozenset[str]
    names: frozenset[str]
    sides: frozenset[tuple[str, int]]
    sole: str | None
    twin: str | None = None
    figure: str | None = None
    digits: str | None = None


@frozen
class DocumentKey:
    """The comparable side of a document, and those of its claims in order.

    `names` are the telling words of its names, `central` those of the names that it mentions most, `given` the given
    names of persons by the telling word of their family name, `capital` the terms that it has in no other form than
    with a capital; `figures` are those that hardly stand in two texts by chance; `telling` are the terms of its text
    that few texts have, `usual` the others, `weight` what all of them weigh together; `short` and `single` tell whether
    it has hardly room for two things of one sort, and whether it is hardly more than a sentence.
    """

    analysis: Analysis
    names: frozenset[str]
    central: frozenset[str]
    given: Mapping[str, str]
    capital: frozenset[str]
    figures: frozenset[str]
    telling: frozenset[str]
    usual: frozenset[str]
    weight: float
    short: bool
    single: bool
    claims: tuple[ClaimKey, ...]


@frozen
class KeyMaker:
    """Makes keys; remembers nothing but words."""

    vocabulary: Vocabulary

    def key(self, analysis: Analysis, tokens: Tokens) -> DocumentKey:
        """Make the keys of an analysed document from its tokens."""
        document, vocabulary = analysis.document, self.vocabulary
        columns = _Columns(vocabulary, tokens, analysis)
        low, capital = columns.cases()
        ranked = sorted(
            (
                (-len(name.spans), _telling(name, vocabulary, low))
                for name in analysis.names
                if not _opens(name, tokens)
            ),
            key=lambda item: item[0],
        )
        tell = [words for _, words in ranked if words]
        names = frozenset[str]().union(*tell)
        terms = {*columns.terms, *vocabulary.terms(document.title or "")} - {""} | names
        usual = frozenset(terms & vocabulary.common)
        plain = frozenset(terms - usual)
        claims = tuple(columns.claim_keys())
        longest = max((claim.sentence.end - claim.sentence.start for claim in analysis.claims), default=0)
        return DocumentKey(
            analysis=analysis,
            names=names,
            central=frozenset[str]().union(*tell[:CENTRAL]),
            telling=plain,
            given=dict(_given(analysis.names, vocabulary)),
            capital=frozenset(capital - low) | names | _publishing(document.publisher or "", vocabulary),
            figures=frozenset(_figures(claims)),
            usual=usual,
            weight=vocabulary.heft(terms),
            short=len(document.text) <= SHORT,
            single=longest >= SENTENCE * len(document.text.strip()),
            claims=claims,
        )


class _Columns:
    """The terms of a document's tokens, and where its mentions stand among them."""

    def __init__(self, vocabulary: Vocabulary, tokens: Tokens, analysis: Analysis) -> None:
        self.terms = [*map(vocabulary.term, tokens.norms)]
        self._vocabulary, self._tokens, self._analysis = vocabulary, tokens, analysis
        self._ranges = [self._range(item.start, item.end) for item in analysis.mentions]
        self._lows = [low for low, _ in self._ranges]
        self._sentences: dict[int, frozenset[str]] = {}
        self._named: dict[tuple[str, ...], tuple[frozenset[str], frozenset[str]]] = {}

    def cases(self) -> tuple[set[str], set[str]]:
        """Return the terms of words in lower case, and of words with a capital."""
        low: set[str] = set()
        capital: set[str] = set()
        for term, kind in zip(self.terms, self._tokens.kinds, strict=True):
            if term:
                (low if kind == "a" else capital).add(term)
        return low, capital

    def claim_keys(self) -> Iterator[ClaimKey]:
        """Make the key of each claim."""
        claims = self._analysis.claims
        sorts = [sort_of(claim) for claim in claims]
        counted = [_counted(claim, sort) for claim, sort in zip(claims, sorts, strict=True)]
        values: defaultdict[str | None, set[object]] = defaultdict(set)
        for claim, what in zip(claims, counted, strict=True):
            values[what].add(claim.mention.value)
        for claim, sort, what in zip(claims, sorts, counted, strict=True):
            yield self._claim_key(claim, sort, what, 0 if what is None else len(values[what]))

    def _claim_key(self, claim: Claim, sort: str, what: str | None, values: int) -> ClaimKey:
        vocabulary, terms = self._vocabulary, self.terms
        scope, norms = claim.scope, self._tokens.norms
        sentence = self._range(claim.sentence.start, claim.sentence.end)
        (left, first), (last, right) = self._stretch(claim, sentence)
        subject = self._range(claim.subject.start, claim.subject.end) if claim.subject else (0, 0)
        measure = "" if claim.measure in BARE and scope.head is None else claim.measure or ""
        thing = vocabulary.terms(f"{measure} {scope.head}" if scope.head else measure)
        heads = vocabulary.terms(scope.head) if scope.head else thing
        near = {*thing, *terms[left:first], *terms[last:right], *terms[slice(*subject)]}
        words = vocabulary.terms(" ".join((*scope.words, scope.group or "")))
        near.update(words)
        near.discard("")
        names, initials = self._names(scope.names)
        near |= initials
        context = self._sentence(sentence) | near | self._names(scope.context)[1]
        figure, digits = _digits(claim, sort)
        aside = [*(claim.measure or "").split(), *norms[slice(*subject)], *scope.words, *norms[left:first]]
        return ClaimKey(
            claim=claim,
            sort=sort,
            head=heads[-1] if heads else None,
            thing=frozenset(thing),
            near=frozenset(near),
            context=context,
            names=names.difference(thing),
            sides=vocabulary.sides((*aside, *norms[last:right])),
            sole=what if values == 1 else None,
            twin=what if values == 2 else None,
            figure=figure,
            digits=digits,
        )

    def _range(self, start: int, end: int) -> tuple[int, int]:
        """Return the tokens that stand between two offsets."""
        low = bisect_left(self._tokens.starts, start)
        return low, bisect_left(self._tokens.starts, end, low)

    def _sentence(self, tokens: tuple[int, int]) -> frozenset[str]:
        known = self._sentences.get(tokens[0])
        if known is None:
            known = self._sentences[tokens[0]] = frozenset(filter(None, self.terms[slice(*tokens)]))
        return known

    def _names(self, names: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
        """Return the terms of some names, with the initials that may stand for them, and these alone."""
        known = self._named.get(names)
        if known is None:
            initials = frozenset(acronym for name in names if (acronym := _initials(name)))
            known = self._named[names] = frozenset(self._vocabulary.terms(" ".join(names))) | initials, initials
        return known

    def _stretch(self, claim: Claim, sentence: tuple[int, int]) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return the tokens before and after a figure up to a break in the sentence or the next figure."""
        norms = self._tokens.norms
        first, last = self._range(claim.mention.start, claim.mention.end)
        place = bisect_left(self._lows, first)
        before = self._ranges[place - 1][1] if place else 0
        place = bisect_right(self._lows, first)
        after = self._lows[place] if place < len(self._lows) else len(norms)
        lowest = max(sentence[0], before, first - REACH)
        highest = min(sentence[1], after, last + REACH)
        left, right = first, last
        while left > lowest and not self._breaks(left - 1):
            left -= 1
        while right < highest and not self._breaks(right):
            right += 1
        return (left, first), (last, right)

    def _breaks(self, index: int) -> bool:
        tokens = self._tokens
        norm = tokens.norms[index]
        if norm in BREAKS:
            return True
        if norm == "-":
            return not tokens.glued(index)
        return norm in ("of", "for") and index + 1 < len(tokens) and (norm, tokens.norms[index + 1]) in BROKEN


def telling(name: Name, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words of a name that tell which affair a text is about: of a person the family name."""
    words = name.canonical.split()
    if name.type == "person":
        words = words[-1:]
    elif len(words) >= ACRONYM:
        words.append("".join(word[0] for word in words))
    return telling_terms(" ".join(words), vocabulary)


def _publishing(publisher: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the telling words of who publishes a text, which often leaves out what its publisher is of."""
    return telling_terms(" ".join(word.strip(",.()") for word in publisher.split() if word[0].isupper()), vocabulary)


def _given(names: Iterable[Name], vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Return the family name's term and the given name of persons of whom a text tells both."""
    for name in names:
        if name.type == "person" and " " in name.canonical:
            given, family = name.canonical.split()[0], name.canonical.split()[-1]
            yield vocabulary.term(family.lower()), given.lower().rstrip(".")


def _telling(name: Name, vocabulary: Vocabulary, low: AbstractSet[str]) -> frozenset[str]:
    """Return the telling words of a name; of a long one not those that the text also has in lower case."""
    words = telling(name, vocabulary)
    return words - low if " " in name.canonical else words


def telling_terms(text: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the terms of a name that few affairs share."""
    terms = vocabulary.terms(text)
    return frozenset(
        term for term in terms if len(term) > 1 and term not in vocabulary.common and term not in vocabulary.widespread
    )


@lru_cache(maxsize=4096)
def _initials(name: str) -> str:
    """Return the capitals of a name of several words, in lower case."""
    letters = "".join(word[0] for word in name.split() if word[0].isupper())
    return letters.lower() if len(letters) >= ACRONYM else ""


def _opens(name: Name, tokens: Tokens) -> bool:
    """Tell whether a name is one capital word that stands at the start of sentences only, where any word has one."""
    return " " not in name.canonical and all(_opens_sentence(tokens.text, span.start) for span in name.spans)


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" ")
    return not before or before[-1] in ".!?:\n\r\"“”‘’'"


def _figures(keys: Iterable[ClaimKey]) -> Iterator[str]:
    """Return the figures by which two texts about one affair are known: of three digits, of two with what they count."""
    for key in keys:
        quantity = key.claim.mention.quantity
        ends = {quantity.amount.low, quantity.amount.high} if quantity is not None else ()
        for end in ends:
            size = len(end.normalize().as_tuple().digits) if end is not None else 0
            if size >= TELLING:
                yield _term(key.sort, f"{end:f}")
            elif size == TELLING - 1 and key.head is not None and key.head not in GENERIC:
                yield _term(key.sort, f"{end:f}", key.head)


def _term(*parts: str) -> str:
    """Make one term, which no word of a text can be."""
    return "=".join(parts).replace(" ", "_")


def _digits(claim: Claim, sort: str) -> tuple[str | None, str | None]:
    """Return the names of an exact value and of all with its digits: 4,850 and 4,580 are often one, copied wrongly."""
    quantity = claim.mention.quantity
    if quantity is None or not quantity.amount.is_point or quantity.approximate or quantity.amount.low is None:
        return None, None
    value = quantity.amount.low
    digits = value.normalize().as_tuple().digits
    if len(digits) < TELLING:
        return None, None
    return _term(sort, f"{value:f}"), f"{sort} {quantity.unit} {value.adjusted()} {''.join(map(str, sorted(digits)))}"


TELLING = 3
"""Significant digits from which on two texts hardly share a figure by chance."""


def _counted(claim: Claim, sort: str) -> str | None:
    """Name what a claim counts or measures: an entry of the lexicon, or a noun that says enough."""
    if claim.scope.known:
        return f"{sort} {claim.measure}"
    head = claim.scope.head
    return None if head is None or head in GENERIC else f"{sort} of {head}"


def sort_of(claim: Claim) -> str:
    """Name the sort of a claim's value; two sorts are never compared."""
    value = claim.mention.value
    if isinstance(value, Timex):
        return "duration" if value.length is not None else "date" if value.timex_type in ("DATE", "TIME") else "set"
    return _amount_sort(value, moved=value.role in ("by", "factor") or "change" in claim.scope.basis)


def _amount_sort(value: Quantity, *, moved: bool) -> str:
    sort: str = value.kind
    if value.kind == "number":
        sort = "percent" if value.is_fraction else "count" if value.unit is None else value.unit
    elif value.kind == "percent":
        sort = value.unit or "percent"
    elif value.kind == "quantity":
        sort = "duration" if value.dimension == "time" else value.dimension or value.unit or "quantity"
    if moved:
        sort = "percent change" if value.kind == "percent" else f"{sort} change"
    elif value.role == "from":
        sort += " before"
    return sort if value.per is None else f"{sort} per {value.per}"
