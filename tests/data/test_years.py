"""What the pages say when the year turns: nothing vanishes, nothing old looks new, nothing past is told as coming."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from wegweiser import catalog
from wegweiser.catalog import Catalog
from wegweiser.editing.language import sentences, texts
from wegweiser.view.amounts import UNKNOWN, ShownAmount, amount_today, show_amounts

DATA = Path(__file__).resolve().parents[2] / "data"

WRITTEN = dt.date(2026, 12, 1)
NEW_YEAR = dt.date(2027, 1, 2)
LATER = [NEW_YEAR, dt.date(2027, 3, 1), dt.date(2027, 7, 1)]

YEAR = re.compile(r"\b20\d\d\b")
SAFE_BESIDE_A_YEAR = re.compile(
    r"\b(?:[Ss]eit|[Bb]is|[Aa]b|vor|Stand|zuletzt|geboren|war|waren|lief|lag|galt|gab|kam|kamen|wollte|sollten?|plante|geplant|hatte"
    r"|Fassung|Kita-Jahr|Schuljahr)\b|\b(?:hat|haben)\b.+(?:t|en)\.$"
)
"""Words with which a sentence stays true after the year that it names."""
ONLY_COMING = re.compile(r"steht erst|stehen erst|kommt erst|folgt noch|sobald sie feststeh|noch nicht fest")
"""In a sentence that names a year: true until that year only."""
OWN_MARK = re.compile(r"\bStand\b")
"""In a note beside an amount, which carries the mark `(Stand 2026)` by itself."""


@pytest.fixture(scope="module")
def real() -> Catalog:
    content, found = catalog.load(DATA)
    assert found == []
    assert content is not None
    return content


def amounts(content: Catalog, day: dt.date) -> Iterator[tuple[str, ShownAmount]]:
    for entry in content.offers.values():
        for shown in show_amounts(entry.record, day):
            yield f"{entry.id}: {shown.label}", shown


@pytest.mark.parametrize("day", LATER, ids=str)
def test_no_amount_vanishes(real: Catalog, day: dt.date) -> None:
    known = {name for name, shown in amounts(real, WRITTEN) if not shown.upcoming and shown.value != UNKNOWN}
    assert len(known) > 60
    assert known - {name for name, shown in amounts(real, day) if shown.value != UNKNOWN} == set()


@pytest.mark.parametrize("day", LATER, ids=str)
def test_an_amount_of_an_order_that_ended_says_its_year(real: Catalog, day: dt.date) -> None:
    """Without its year it must hold by the law of that day."""
    for entry in real.offers.values():
        for shown in show_amounts(entry.record, day):
            unmarked = shown.year is None and not shown.upcoming
            assert not unmarked or shown.valid_to is None or shown.valid_to >= day, f"{entry.id}: {shown.label}"


@pytest.mark.parametrize(
    ("offer", "amount", "before", "after"),
    [
        # § 61 SGB V by the law of 24 July 2026 (BGBl. 2026 I no. 228), § 8 (1a) SGB IV with 14.60 euros an hour
        ("haushaltshilfe", "zuzahlung-mindestens", "5\u202fEuro", "7,50\u202fEuro"),
        ("haushaltshilfe", "zuzahlung-hoechstens", "bis zu 10\u202fEuro", "bis zu 15\u202fEuro"),
        ("mutter-vater-kind-kur", "zuzahlung", "10\u202fEuro", "15\u202fEuro"),
        ("krankenversicherung", "minijob", "bis zu 603\u202fEuro", "bis zu 633\u202fEuro"),
    ],
)
def test_what_the_law_changes_at_new_year_changes_at_new_year(
    real: Catalog, offer: str, amount: str, before: str, after: str
) -> None:
    record = real.offers[offer].record
    assert amount_today(record, amount, WRITTEN).text.startswith(before)
    assert amount_today(record, amount, NEW_YEAR).text.startswith(after)


@pytest.mark.parametrize(
    ("offer", "amount"),
    [
        ("kindergeld", "je-kind"),
        ("kinderzuschlag", "hoechstbetrag"),
        ("steuer-familie", "kinderfreibetrag"),
        ("rundfunkbeitrag-befreiung", "beitrag"),
        ("krankenversicherung", "einkommensgrenze"),
        ("sgb2-regelbedarf", "stufe-1"),
        ("asylblg-ueberblick", "alleinstehend"),
        ("but-schulbedarf", "februar"),
        ("unterhaltsvorschuss", "bis-5"),
        ("kindesunterhalt", "mindest-bis-5"),
    ],
)
def test_what_often_changes_in_january_says_its_year_from_new_year_on(real: Catalog, offer: str, amount: str) -> None:
    """Until somebody has looked: a law of December may have changed it."""
    record = real.offers[offer].record
    assert amount_today(record, amount, WRITTEN).year is None
    assert amount_today(record, amount, NEW_YEAR).year == WRITTEN.year


def test_a_note_leaves_the_year_to_the_mark(real: Catalog) -> None:
    """`100 Euro (Stand 2026), Stand des Gesetzes: 2025` contradicts itself."""
    notes = [
        f"{entry.id}: {amount.note}"
        for entry in real.offers.values()
        for amount in entry.record.amounts
        if amount.note and OWN_MARK.search(amount.note)
    ]
    assert notes == []


def grows_old(sentence: str) -> bool:
    """Whether it names a year in such a way that it is wrong, or told as coming, after it."""
    years = [int(year) for year in YEAR.findall(sentence)]
    if not years or max(years) < WRITTEN.year:
        return False  # long past, and read so
    return bool(ONLY_COMING.search(sentence)) or not SAFE_BESIDE_A_YEAR.search(sentence)


def test_sentences_with_a_year_stay_true_after_it(real: Catalog) -> None:
    found = [
        f"{text.ref} {text.field}: {sentence}"
        for text in texts(real)
        if text.kind in {"offer", "case"}
        for sentence in sentences(text.words)
        if grows_old(sentence)
    ]
    assert found == [], "Bitte so schreiben, dass der Satz auch im nächsten Jahr stimmt: seit, bis, ab, Stand"


@pytest.mark.parametrize(
    ("sentence", "old"),
    [
        ("Für die freiwillige Zulassung gilt 2026 ein Stopp.", True),
        ("Der Betrag für August 2027 steht erst mit der neuen Verordnung fest.", True),
        ("Die neuen Beträge für 2027 nennt Ihnen das Jugendamt, sobald sie feststehen.", True),
        ("Seit Juli 2026 geht die Vermittlung vor.", False),
        ("2026 lief die Frist bis zum 28. Februar.", False),
        ("Das Urteil von 2022 gilt auch ohne Arbeit.", False),
        ("Fragen Sie im Rathaus nach.", False),
    ],
)
def test_a_sentence_that_grows_old_is_found(sentence: str, old: bool) -> None:
    assert grows_old(sentence) == old
