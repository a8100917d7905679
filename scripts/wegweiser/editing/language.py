"""How the texts read: words of research, long sentences, long words, passive, and a figure for each kind of text.

The rules are those of the house style: short sentences, everyday words, a way out instead of what we lack. They look
at form alone; what a text says is read by people.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from pydantic import BaseModel

from wegweiser.catalog import Catalog

MOST_WORDS = 20
"""In one sentence."""
MOST_LETTERS = 22
"""In a word that the glossary does not explain."""
LONG = 7
"""Letters from which LIX calls a word long."""

RESEARCH = re.compile(
    r"nicht (?:belegt|bekannt|gefunden|bestätigt|erfasst|gesehen|vorlag)|\bbelegt (?:ist|sind|im|\d)|Redaktion"
    r"|in keiner Quelle|Die Quellen|haben wir|wissen wir|kennen wir|konnten wir|lag uns"
)
"""How we searched; it belongs under `missing`, where only editors read it."""

EDITORS_ONLY = frozenset("sources missing checked keywords questions situations legal_basis claim".split())
"""Fields that no page shows as text; a `claim` is wrong on purpose and in the words of people."""
PROSE = frozenset(
    "summary plain conditions cost steps documents deadlines pitfalls truth refusal local_note reason note what"
    " fallback situation text meaning description purpose bring activities promises_office promises_centre".split()
)
"""Names of fields that hold sentences, at any depth of a record."""
PLAIN = "plain"
MEASURED = ("summary", "steps", PLAIN)
"""Fields with a figure of their own; the steps of a case are its `what`."""

_WORD = re.compile(r"\w+(?:[-.,/]\w+)*")
_END = re.compile(r"(?<=[.!?])[“)]?\s+(?=[A-ZÄÖÜ„]|\d{4}\b)|\n+")
_NO_END = re.compile(r"(?:\b\d{1,2}|\b(?:Abs|Nr|bzw|ca|z|B|d|R|e|V|St|Str|Dr))\.$")
"""What has a full stop but ends no sentence: days and other ordinals, abbreviations."""
_PASSIVE = re.compile(r"\b(?:wird|werden|wurden?|worden)\b", re.IGNORECASE)
_PARTICIPLE = re.compile(
    r"\b(?:[a-zäöüß]*ge[a-zäöüß]{2,}(?:t|en)|(?:be|er|ver|zer|ent|über|unter)[a-zäöüß]{2,}(?:t|en)|[a-zäöüß]+iert)\b"
)
_NO_PARTICIPLE = frozenset("gegen wegen dagegen gerecht bereit bekannt erst bekommen".split())


@dataclass(frozen=True, slots=True)
class Text:
    """A text that people read, and where it stands."""

    kind: str
    """Kind of the record: offer, case."""
    ref: str
    field: str
    words: str

    @property
    def where(self) -> str:
        """`offer:wohngeld, plain`."""
        return f"{self.ref}, {self.field}"


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence or word that somebody should look at."""

    rule: str
    where: str
    what: str


def texts(catalog: Catalog) -> Iterator[Text]:
    """All texts of the data that pages show."""
    for entry in chain(catalog.records(), (catalog.glossary,)):
        yield from (Text(entry.kind, entry.ref, field, words) for field, words in _prose(entry.record))


def _prose(value: object, field: str = "") -> Iterator[tuple[str, str]]:
    """The texts within a record under the names of their fields."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in EDITORS_ONLY:
                yield from _prose(getattr(value, name), field if name == "text" and field else name)
    elif isinstance(value, tuple):
        for item in value:
            yield from _prose(item, field)
    elif isinstance(value, str) and field in PROSE:
        yield field, value


def sentences(text: str) -> list[str]:
    """The sentences of a text; a paragraph ends one, a semicolon does not."""
    parts: list[str] = []
    for part in _END.split(text):
        if parts and _NO_END.search(parts[-1]):
            parts[-1] += f" {part}"
        else:
            parts.append(part)
    return [part for part in parts if _WORD.search(part)]


def words(text: str) -> list[str]:
    """The words and numbers of a text; a hyphen joins."""
    return _WORD.findall(text)


def lix(parts: Iterable[str]) -> float:
    """The readability of texts after Björnsson: words per sentence and long words in a hundred; below 40 is easy.

    Raises ValueError where there is no word.
    """
    all_words: list[str] = []
    count = 0
    for part in parts:
        count += len(sentences(part))
        all_words += words(part)
    if not all_words:
        raise ValueError("ohne Wörter lässt sich keine Lesbarkeit berechnen")
    long = sum(len(word) >= LONG for word in all_words)
    return len(all_words) / count + 100 * long / len(all_words)


def readability(found: Iterable[Text]) -> dict[tuple[str, str], tuple[float, int]]:
    """LIX and number of texts by (kind, field) for what is measured."""
    grouped: Mapping[tuple[str, str], list[str]] = defaultdict(list)
    for text in found:
        field = "steps" if text.field == "what" else text.field
        if field in MEASURED:
            grouped[text.kind, field].append(text.words)
    return {key: (lix(parts), len(parts)) for key, parts in sorted(grouped.items())}


def _research(sentence: str) -> bool:
    return RESEARCH.search(sentence) is not None


def _too_long(sentence: str) -> bool:
    return len(words(sentence)) > MOST_WORDS


def _passive(sentence: str) -> bool:
    participles = set(_PARTICIPLE.findall(sentence)) - _NO_PARTICIPLE
    return _PASSIVE.search(sentence) is not None and bool(participles)


@dataclass(frozen=True, slots=True)
class Rule:
    """What a sentence should not be, and in which field."""

    name: str
    applies: Callable[[str], bool]
    field: str | None = None
    """The only field in which it counts."""


RULES = (
    Rule("Wort aus der Recherche", _research),
    Rule(f"mehr als {MOST_WORDS} Wörter", _too_long),
    Rule("Passiv in einfacher Sprache", _passive, PLAIN),
)


def findings(found: Iterable[Text], explained: Iterable[str]) -> Iterator[Finding]:
    """Sentences by rule, and each long word once; `explained` are the words of the glossary with their other forms."""
    known = {word.casefold() for word in explained}
    places: dict[str, list[str]] = defaultdict(list)
    for text in found:
        for sentence in sentences(text.words):
            for rule in RULES:
                if rule.field in (None, text.field) and rule.applies(sentence):
                    yield Finding(rule.name, text.where, sentence)
        for word in chain.from_iterable(joined.split("-") for joined in words(text.words)):
            if len(word) > MOST_LETTERS and word.casefold() not in known:
                places[word].append(text.where)
    for word, where in sorted(places.items()):
        yield Finding(f"mehr als {MOST_LETTERS} Buchstaben, nicht erklärt", where[0], f"{word}, {len(where)}-mal")


def vocabulary(catalog: Catalog) -> Iterator[str]:
    """Every word that the glossary explains, alone and within its terms of several words."""
    for term in catalog.glossary.record.terms:
        yield from chain.from_iterable(map(words, (term.term, *term.aliases)))
