"""Language: what counts as a sentence, which sentences and words are reported, and the figure for readability."""

from __future__ import annotations

from pathlib import Path

import pytest
from regions import Changes, read

from wegweiser.editing import language, report
from wegweiser.editing.language import Text, findings, lix, readability, sentences

OFFER = "offers/wohngeld"


def found(words: str, field: str = "summary", explained: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    text = Text("offer", "offer:wohngeld", field, words)
    return [(finding.rule, finding.what) for finding in findings([text], explained)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Kommen Sie. Bringen Sie nichts mit!", ["Kommen Sie.", "Bringen Sie nichts mit!"]),
        ("Was nun? „Ich frage.“ Gut.", ["Was nun?", "„Ich frage.", "Gut."]),
        ("Erst hier\n\nDann dort", ["Erst hier", "Dann dort"]),
        ("Ab dem 1. August gilt es.", ["Ab dem 1. August gilt es."]),
        ("Das steht in § 28 Abs. 5 SGB II.", ["Das steht in § 28 Abs. 5 SGB II."]),
        ("Der Verein e. V. Soest hilft.", ["Der Verein e. V. Soest hilft."]),
        ("Es begann 2025. Nun läuft es.", ["Es begann 2025.", "Nun läuft es."]),
        ("So war es. 2016 kam mehr.", ["So war es.", "2016 kam mehr."]),
        ("Ein Satz; noch derselbe.", ["Ein Satz; noch derselbe."]),
        ("…", []),
        ("", []),
    ],
)
def test_where_a_sentence_ends(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_twenty_words_are_a_sentence_and_one_more_is_too_many() -> None:
    twenty = " ".join(["Wort"] * 20)
    assert found(f"{twenty}.") == []
    assert found(f"{twenty} 18.716.") == [("mehr als 20 Wörter", f"{twenty} 18.716.")]  # a number is read as well


@pytest.mark.parametrize(
    ("sentence", "reported"),
    [
        ("Die Nummer ist nicht belegt.", True),
        ("Das lag uns nicht vor.", True),
        ("Die Nummer sagt Ihnen das Rathaus.", False),
    ],
)
def test_words_of_research(sentence: str, reported: bool) -> None:
    assert found(sentence) == ([("Wort aus der Recherche", sentence)] if reported else [])


@pytest.mark.parametrize(
    ("sentence", "reported"),
    [
        ("Der Antrag wird geprüft.", True),
        ("Die Kosten werden vom Amt übernommen und erstattet.", True),
        ("Das Geld wurde überwiesen und abgelehnt.", True),
        ("Ihr Kind wird bald sechs Jahre alt.", False),
        ("Das Amt hat geprüft.", False),
        ("Ihr Kind wird Geld bekommen.", False),
        ("Es wird schwer, wenn alle dagegen sind.", False),
    ],
)
def test_passive_counts_in_plain_texts_alone(sentence: str, reported: bool) -> None:
    assert found(sentence, "plain") == ([("Passiv in einfacher Sprache", sentence)] if reported else [])
    assert found(sentence, "steps") == []


def test_a_long_word_is_reported_once_unless_the_glossary_explains_it() -> None:
    word = "Unterhaltsvorschusskasse"
    text = f"Die {word} zahlt. Fragen Sie die {word}."
    assert found(text) == [("mehr als 22 Buchstaben, nicht erklärt", f"{word}, 2-mal")]
    assert found(text, explained=(word.lower(),)) == []
    assert found("Die Kindergarten-Bedarfsplanung-Stelle hilft.") == []  # hyphens divide it for the eye


def test_lix() -> None:
    assert lix(["Das ist gut."]) == 3
    assert lix(["Das ist gut.", "Kinder bekommen Wohngeld"]) == pytest.approx(3 + 100 * 2 / 6)
    with pytest.raises(ValueError, match="ohne Wörter"):
        lix(["…"])


def test_readability_is_told_by_kind_and_field() -> None:
    texts = [
        Text("offer", "offer:a", "steps", "Das ist gut."),
        Text("offer", "offer:b", "steps", "Das ist gut. Wer kann das jetzt?"),
        Text("case", "case:a", "what", "Das ist gut."),
        Text("offer", "offer:a", "refusal", "Widerspruchsverfahren."),
    ]
    assert readability(texts) == {("case", "steps"): (3.0, 1), ("offer", "steps"): (10 / 3, 2)}


def test_texts_are_those_that_people_read(tmp_path: Path) -> None:
    changes: Changes = {
        OFFER: {
            "deadlines": [{"text": "Bald."}],
            "keywords": ["nicht belegt"],
            "misconceptions": [{"claim": "Das ist falsch.", "truth": "Das ist richtig."}],
            "missing": [{"fields": ["phone"], "reason": "not-found", "note": "nicht belegt"}],
        },
        "glossary": {"terms": [{"term": "Abschlag Strom", "meaning": "Eine Rate.", "aliases": ["Abschläge"]}]},
    }
    catalog = read(tmp_path, changes)
    texts = list(language.texts(catalog))
    of_offer = {(text.field, text.words) for text in texts if text.ref == "offer:wohngeld"}
    assert ("deadlines", "Bald.") in of_offer
    assert ("truth", "Das ist richtig.") in of_offer
    assert not {"nicht belegt", "Das ist falsch."} & {words for _, words in of_offer}
    assert [text.words for text in texts if text.kind == "glossary"] == ["Eine Rate."]
    assert list(language.vocabulary(catalog)) == ["Abschlag", "Strom", "Abschläge"]


def test_the_report_tells_both(tmp_path: Path) -> None:
    rows = report.rows(read(tmp_path, {OFFER: {"plain": "Das Geld wird überwiesen."}}), [])
    told = [(row.kind, row.where, row.what) for row in rows]
    assert ("Sprache", "offer:wohngeld, plain", "Passiv in einfacher Sprache: Das Geld wird überwiesen.") in told
    assert any(kind == "Lesbarkeit" and where == "offer, plain" for kind, where, _ in told)
