"""Offers are complete, do not repeat each other, and can be read by somebody who is tired."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from regions import DAY, Fields, findings, source

from wegweiser.checks.content import sentences

WORDS = [f"Wort {number}" for number in range(10)]


def found(folder: Path, fields: Fields, today: dt.date = DAY) -> list[str]:
    """What is wrong with an offer of this content."""
    return [
        line.removeprefix("offers/wohngeld.yml | ") for line in findings(folder, {"offers/wohngeld": fields}, today)
    ]


# Complete


def test_the_text_in_plain_words_is_there(tmp_path: Path) -> None:
    told = "Fehler: Der Text in einfacher Sprache ('plain') fehlt. Bitte ergänzen."
    assert found(tmp_path, {"plain": None}) == [f"Amtlich: Wohngeld | {told}"]


@pytest.mark.parametrize(
    ("keywords", "fault"),
    [
        (WORDS, None),
        ([*WORDS, "Wort 10"], None),
        (WORDS[:9], "- Wort 0 | Fehler: Es sind nur 9 Alltagswörter. Bitte mindestens 10 eintragen."),
        ([*WORDS, "Wort 3"], "Wort 3 | Fehler: Das Alltagswort 'Wort 3' steht zweimal in der Liste."),
        ([*WORDS, "WORT 3"], "WORT 3 | Fehler: Das Alltagswort 'WORT 3' steht zweimal in der Liste."),
        ([*WORDS, "Größe", "Grosse"], "Grosse | Fehler: Das Alltagswort 'Grosse' steht zweimal in der Liste."),
    ],
)
def test_everyday_words(tmp_path: Path, keywords: list[str], fault: str | None) -> None:
    assert found(tmp_path, {"keywords": keywords}) == ([fault] if fault else [])


def test_an_offer_without_any_everyday_word(tmp_path: Path) -> None:
    told = "Fehler: Es sind nur 0 Alltagswörter. Bitte mindestens 10 eintragen."
    assert found(tmp_path, {"keywords": None}) == [f"title: 'Amtlich: Wohngeld' | {told}"]


OLD_SOURCES = (
    "- title: Erfundene Quelle | Warnung: Keine Quelle ist ein Gesetz oder jünger als drei Jahre. "
    "Bitte eine neuere suchen."
)


@pytest.mark.parametrize(
    ("changes", "old"),
    [
        ([{"published": "2023-06-01"}], False),
        ([{"published": "2023-05-31"}], True),
        ([{"published": "2023"}], False),
        ([{"published": "2022"}], True),
        ([{"published": "unknown"}], True),
        ([{"published": "2011", "kind": "law"}], False),
        ([{"published": "unknown", "kind": "law"}], False),
        ([{"published": "2011"}, {"published": "2026"}], False),
        ([{"published": "2011", "kind": "official"}, {"published": "2012", "kind": "press"}], True),
    ],
)
def test_an_offer_rests_on_a_law_or_on_something_new(tmp_path: Path, changes: list[dict[str, str]], old: bool) -> None:
    assert found(tmp_path, {"sources": [source(**change) for change in changes]}) == ([OLD_SOURCES] if old else [])


# Readable


def words(count: int, first: str = "Wort") -> str:
    return " ".join([first, *(f"w{number}" for number in range(count - 1))]) + "."


SUMMARY = "Geld für die Miete von kleinen Wohnungen."


def plain(folder: Path, text: str) -> list[str]:
    """What is wrong with a text in plain words."""
    return [line.removeprefix(f"{text} | Warnung: ") for line in found(folder, {"summary": SUMMARY, "plain": text})]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (words(25), None),
        (f"{words(25)} {words(25, 'Zweitens')}", None),
        (words(26), 26),
        (f"Kurz gesagt. {words(40)}", 40),
    ],
)
def test_long_sentences(tmp_path: Path, text: str, count: int | None) -> None:
    told = f"Ein Satz hat {count} Wörter: 'Wort w0 w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 w …'. Bitte teilen."
    assert plain(tmp_path, text) == ([told] if count else [])


@pytest.mark.parametrize(
    ("word", "too_long"),
    [
        ("Abcdefghijklmnopqrstuvwxy", False),  # 25 letters
        ("Abcdefghijklmnopqrstuvwxyz", True),
        ("Donaudampfschifffahrtskarte", True),
        ("Donau-Dampf-Schiff-Fahrts-Gesellschaft", False),
        ("„Donaudampfschifffahrtskarte“", True),
    ],
)
def test_long_words(tmp_path: Path, word: str, too_long: bool) -> None:
    told = f"Das Wort '{word}' ist zu lang für einfache Sprache. Bitte anders sagen."
    assert plain(tmp_path, f"Das ist die {word} für Sie.") == ([told] if too_long else [])


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        (SUMMARY, True),
        ("Kleinen Wohnungen von Geld für die Miete!", True),
        ("Geld für die Miete kleiner Wohnungen.", False),  # 5 of 8 words
        ("Geld für Wohnungen.", False),
        ("Wohngeld hilft, wenn die Miete zu hoch ist.", False),
    ],
)
def test_plain_words_are_not_the_summary_again(tmp_path: Path, text: str, alike: bool) -> None:
    told = f"'{text}' sagt dasselbe wie 'summary'. Bitte anders erklären."
    assert plain(tmp_path, text) == ([told] if alike else [])


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Eins. Zwei.", ["Eins.", "Zwei."]),
        ("Eins! Zwei? Drei", ["Eins!", "Zwei?", "Drei"]),
        ("Eins: Zwei", ["Eins:", "Zwei"]),
        ("Nach § 28 Abs. 3 gibt es Geld.", ["Nach § 28 Abs. 3 gibt es Geld."]),
        ("Am 1. August z. B. für Hefte.", ["Am 1.", "August z.", "B. für Hefte."]),  # what the rule cannot know
        ("Eins\nZwei\n\nDrei", ["Eins", "Zwei", "Drei"]),
        ("Er sagt: „Ja.“ Sie auch.", ["Er sagt:", "„Ja.“ Sie auch."]),
        ("Ein Satz. Ähnlich.", ["Ein Satz.", "Ähnlich."]),
        ("", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


# Nothing twice


def shared(folder: Path, first: Fields, second: Fields) -> list[str]:
    """What is wrong when two offers say this; but-antrag comes first."""
    lines = findings(folder, {"offers/but-antrag": first, "offers/wohngeld": second})
    return [line.removeprefix("offers/wohngeld.yml | ") for line in lines]


SENTENCE = "Bringen Sie bitte den letzten Bescheid mit."
SHARED = f"Fehler: Derselbe Satz steht im Angebot 'but-antrag': '{SENTENCE}'. Bitte hier neu schreiben."


@pytest.mark.parametrize(
    ("first", "second", "pointed"),
    [
        ({"steps": [SENTENCE]}, {"steps": ["Anrufen.", SENTENCE]}, SENTENCE),
        ({"plain": SENTENCE}, {"plain": SENTENCE}, SENTENCE),
        ({"summary": SENTENCE}, {"plain": f"Es gibt Geld. {SENTENCE}"}, f"Es gibt Geld. {SENTENCE}"),
        ({"steps": [SENTENCE]}, {"summary": SENTENCE}, SENTENCE),
        ({"steps": [SENTENCE]}, {"steps": ["Bringen Sie bitte den neuen Bescheid mit."]}, None),
        ({"documents": [SENTENCE]}, {"documents": [SENTENCE]}, None),
        ({"steps": ["Fragen Sie nach."]}, {"steps": ["Fragen Sie nach."]}, None),  # short enough to be said twice
    ],
)
def test_no_sentence_stands_in_two_offers(tmp_path: Path, first: Fields, second: Fields, pointed: str | None) -> None:
    assert shared(tmp_path, first, second) == ([f"{pointed} | {SHARED}"] if pointed else [])


def test_order_and_capitals_do_not_make_a_new_sentence(tmp_path: Path) -> None:
    other = "Den letzten Bescheid bringen Sie bitte mit!"
    [line] = shared(tmp_path, {"steps": [SENTENCE]}, {"steps": [other]})
    assert (
        line == f"{other} | Fehler: Derselbe Satz steht im Angebot 'but-antrag': '{other}'. Bitte hier neu schreiben."
    )


def test_long_sentences_are_quoted_by_their_beginning(tmp_path: Path) -> None:
    """60 letters say which one is meant."""
    long = "Bringen Sie bitte den letzten Bescheid vom Jobcenter und alle Seiten der Anlagen mit."
    [line] = shared(tmp_path, {"steps": [long]}, {"steps": [long]})
    assert "'Bringen Sie bitte den letzten Bescheid vom Jobcenter und all'. Bitte hier" in line
    told = findings(tmp_path, {"offers/wohngeld": {"summary": long, "plain": long}})
    assert any("'Bringen Sie bitte den letzten Bescheid vom Jobcenter und all' sagt dasselbe" in line for line in told)


AMBIGUOUS = (
    "Miete | Warnung: 'Miete' führt auch zu 'but-antrag'. "
    "Bitte bei einem streichen oder die Reihenfolge in search.yml festlegen."
)


@pytest.mark.parametrize(
    ("best_bets", "told"),
    [
        (None, [AMBIGUOUS]),
        ([{"word": "Miete", "offers": ["wohngeld", "but-antrag"]}], []),
        ([{"word": "miete", "offers": ["but-antrag", "wohngeld", "kita-platz"]}], []),
        ([{"word": "Miete", "offers": ["wohngeld"]}], [AMBIGUOUS]),
        ([{"word": "Mieten", "offers": ["wohngeld", "but-antrag"]}], [AMBIGUOUS]),
    ],
)
def test_a_word_that_leads_to_two_offers(tmp_path: Path, best_bets: list[Fields] | None, told: list[str]) -> None:
    changes = {
        "offers/but-antrag": {"keywords": [*(f"Antrag {number}" for number in range(9)), "MIETE"]},
        "offers/wohngeld": {"keywords": [*WORDS[:9], "Miete"]},
        **({"search": {"best_bets": best_bets}} if best_bets else {}),
    }
    found_ = [line.removeprefix("offers/wohngeld.yml | ") for line in findings(tmp_path, changes)]
    assert found_ == told
