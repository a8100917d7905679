"""Whether the German words of the data, the written pages and the templates are spelled as hunspell or our list knows.

A word that is right but unknown to hunspell (a name, an abbreviation, a long compound) goes into words.txt.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from pydantic import BaseModel

from wegweiser import catalog, schema
from wegweiser.schema import types as v
from wegweiser.values.text import fold

ROOT = Path(__file__).resolve().parents[2]
WORDS = Path(__file__).with_name("words.txt")
HUNSPELL = ("hunspell", "-d", "de_DE", "-i", "utf-8", "-l")
MOST_SHOWN = 50
ADDRESS = re.compile(r"\S+@\S+|https?:\S+|[\w.-]*\.(?:com|de|digital|json|net|nrw|org|yml)\b\S*|\bdata-[a-z]+")

# How people type (misspellings are welcome there), what others call their pages, and addresses of ours.
UNCHECKED = {
    *((model, "keywords") for model in (schema.Offer, schema.Topic, schema.Status, schema.Case)),
    *((model, "aliases") for model in (schema.Municipality, schema.Term)),
    (schema.Offer, "questions"),
    (schema.Offer, "situations"),
    (schema.Source, "title"),
    (schema.BestBet, "word"),
    *((model, "words") for model in (schema.Concept, schema.OfficeWords, schema.OfferWords)),
    *(
        (schema.Search, field)
        for field in (
            *("stop_words", "weak_words", "contact_words", "house_words", "ambiguous_places"),
            *("filler_words", "family_words", "out_of_scope"),
        )
    ),
    (schema.Addresses, "published"),
}

Words = dict[str, set[str]]
"""Each word with the files it stands in."""


# --- which texts there are ----------------------------------------------------------------------------------------


def data_texts() -> Iterator[tuple[str, str]]:
    """Every German text of the data with the name of its file."""
    found, _ = catalog.load(ROOT / "data")
    assert found is not None
    for entry in (*found.files(), *found.records()):
        yield from ((str(Path(entry.file).relative_to(ROOT)), text) for text in texts_of(entry.record))


def texts_of(value: Any) -> Iterator[str]:
    """The texts within a model, at any depth."""
    if isinstance(value, BaseModel):
        for field in type(value).model_fields:
            if field in text_fields(type(value)):
                held = getattr(value, field)
                yield from (held,) if isinstance(held, str) else held or ()
            else:
                yield from texts_of(getattr(value, field))
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_of(item)


@cache
def text_fields(model: type[BaseModel]) -> frozenset[str]:
    """The fields whose values are lines or paragraphs; codes, ids and addresses are neither."""
    hints = get_type_hints(model, include_extras=True)
    return frozenset(name for name in model.model_fields if is_text(hints[name]) and (model, name) not in UNCHECKED)


def is_text(annotation: Any) -> bool:
    return annotation in (v.Line, v.Paragraphs) or any(map(is_text, get_args(annotation)))


def page_texts() -> Iterator[tuple[str, str]]:
    """The words of the written pages and of the templates."""
    for folder, pattern in (("docs", "*.md"), ("overrides", "**/*.html")):
        for path in sorted((ROOT / folder).glob(pattern)):
            yield str(path.relative_to(ROOT)), visible(path.read_text("utf-8"))


def visible(text: str) -> str:
    """What of a page in Markdown or HTML people read or hear: text, spoken attributes and quoted texts of Jinja."""
    text = re.sub(r"\A---\n(.*?)\n---\n", front_matter, text, flags=re.DOTALL)
    text = re.sub(r"\{#.*?#\}|<!--.*?-->|```.*?```|`[^`\n]*`|(?<!\{)\{:? [^{}%]*\}", " ", text, flags=re.DOTALL)
    text = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", quoted, text, flags=re.DOTALL)
    text = re.sub(r"\]\([^)]*\)", "] ", text)
    text = re.sub(r"<(pre|code)\b.*?</\1>", " ", text, flags=re.DOTALL)
    text = re.sub(r"<(?:[^<>\"]|\"[^\"]*\")*>", spoken, text)
    return html.unescape(text).replace("\u00ad", "")  # a soft place in a long word


def front_matter(found: re.Match[str]) -> str:
    return "\n".join([*re.findall(r"^(?:title|description): (.*)$", found[1], re.MULTILINE), ""])


def quoted(found: re.Match[str]) -> str:
    """Texts in quotes that are no code: with a space or a capital letter."""
    return " ".join(part for part in re.findall(r'"([^"]*)"', found[0]) if re.search(r"\w \w|[A-ZÄÖÜ]", part))


def spoken(found: re.Match[str]) -> str:
    return " ".join(re.findall(r'(?:aria-label|alt|title|placeholder)="([^"]*)"', found[0])) + " "


# --- which words they hold ----------------------------------------------------------------------------------------


def words(texts: Iterable[tuple[str, str]]) -> Words:
    found: Words = defaultdict(set)
    for file, text in texts:
        for word in words_of(text):
            found[word].add(file)
    return found


def words_of(text: str) -> Iterator[str]:
    """Words with their hyphens; of words with digits the parts without ("U3-Platz": Platz); no addresses."""
    text = ADDRESS.sub(" ", text)
    for token in re.findall(r"\w[\w-]*", text):
        if re.search(r"[\d_]", token):
            yield from (part for part in token.split("-") if part.isalpha())
        else:
            yield token


def unknown(found: Iterable[str], own: frozenset[str]) -> set[str]:
    """The words that neither hunspell nor our list knows; of a compound with hyphens all parts may be known instead."""
    found = set(found)
    refused = hunspell({form for word in found for form in (word, *forms(word))})

    def known(word: str) -> bool:
        written = {word, word[0].lower() + word[1:], word.capitalize() if word.isupper() else word}
        return word not in refused or not own.isdisjoint(written)

    return {
        word
        for word in found
        if not known(word)
        and not all(known(part) or (part != word and known(f"{part}-")) for part in word.strip("-").split("-"))
    }


def forms(word: str) -> Iterator[str]:
    """The parts of a compound with hyphens, alone and as its beginning ("Bildungs-")."""
    for part in filter(None, word.split("-") if "-" in word else ()):
        yield from (part, f"{part}-")


def hunspell(found: Iterable[str]) -> set[str]:
    """The words that hunspell refuses, all in one call."""
    if shutil.which(HUNSPELL[0]) is None:
        pytest.skip("hunspell fehlt (apt-get install hunspell hunspell-de-de)")
    done = subprocess.run(HUNSPELL, input="\n".join(found), check=False, capture_output=True, encoding="utf-8")
    if done.returncode:
        pytest.skip(f"hunspell kann nicht prüfen: {done.stderr.strip()} (apt-get install hunspell-de-de)")
    return set(done.stdout.split())


@cache
def own_words() -> frozenset[str]:
    return frozenset(WORDS.read_text("utf-8").split())


# --- the tests ----------------------------------------------------------------------------------------------------


@pytest.mark.this_district
@pytest.mark.parametrize(
    ("texts", "fewest"), [(data_texts, 3000), (page_texts, 300)], ids=["data", "pages and templates"]
)
def test_words_are_spelled_right(texts: Any, fewest: int) -> None:
    found = words(texts())
    assert len(found) > fewest
    faults = sorted(f"{file}: {word}" for word in unknown(found, own_words()) for file in sorted(found[word]))
    assert not faults, (
        f"{len(faults)} unbekannte Wörter; bitte verbessern oder, wenn sie richtig sind, "
        "in tests/data/words.txt eintragen:\n" + "\n".join(faults[:MOST_SHOWN])
    )


@pytest.mark.parametrize("word", ["Famileinzentrum", "Antarg", "familie", "Kita-Plaz", "daß", "Wohn-Geldd", "AMTT"])
def test_a_misspelling_is_found_out(word: str) -> None:
    assert unknown([word], own_words()) == {word}


@pytest.mark.parametrize(
    "word",
    ["Familienzentrum", "Antrag", "Kita-Platz", "Bildungs-", "Kita-", "SGB-II-Bescheid", "AHA-Standort", "SOEST"],
)
def test_a_right_word_is_none(word: str) -> None:
    assert unknown([word], own_words()) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rufen Sie an: U3-Platz, Mo-Fr.", ["Rufen", "Sie", "an", "Platz", "Mo-Fr"]),
        ("Bildungs- und Teilhabepaket", ["Bildungs-", "und", "Teilhabepaket"]),
        ("unter kitaportal.kreis-soest.de oder amt@kreis-soest.de", ["unter", "oder"]),
        ("https://www.soest.de/kitaplatz", []),
    ],
)
def test_words_of_a_text(text: str, expected: list[str]) -> None:
    assert list(words_of(text)) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("---\ntitle: Hilfe\nrender_macros: true\n---\n# Kopf\n", "Hilfe # Kopf"),
        ('{{ link("offer:but-antrag", "So geht es") }}', "So geht es"),
        ('{% if item.way in ("phone", "email") %}Anruf{% endif %}{# nie #}', "Anruf"),
        ('<nav aria-label="Hauptmenü" class="x"><a href="{{ root }}">Start</a></nav>', "Hauptmenü Start"),
        ('[Mehr](https://example.org){ rel="noopener" } `code`\n{ .intro }', "[Mehr]"),
        ("Kinder &amp; Eltern", "Kinder & Eltern"),
    ],
)
def test_what_is_visible_of_a_page(page: str, expected: str) -> None:
    assert " ".join(visible(page).split()) == expected


def test_every_text_of_an_offer_is_read_but_how_people_type() -> None:
    assert {"title", "summary", "plain", "steps", "conditions", "refusal"} <= text_fields(schema.Offer)
    assert text_fields(schema.Offer).isdisjoint({"topic", "statuses", "related", "keywords", "questions", "situations"})
    assert text_fields(schema.Source) == {"note"}


def test_our_words_are_sorted_and_stand_once() -> None:
    lines = WORDS.read_text("utf-8").splitlines()
    assert lines == sorted(set(lines), key=lambda word: (fold(word), word))
    assert [line for line in lines if not re.fullmatch(r"\w+", line)] == []
