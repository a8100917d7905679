"""What the offers and cases tell families: nothing that costs them money, nothing that sounds like research."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from wegweiser import catalog
from wegweiser.catalog import Catalog
from wegweiser.editing.language import RESEARCH
from wegweiser.schema import Amount

DATA = Path(__file__).resolve().parents[2] / "data"

UNSHOWN = {"sources", "missing", "checked", "keywords", "questions", "situations", "legal_basis", "claim"}
"""Fields for editors and the search alone; a claim is wrong on purpose."""

OWN_APPLICATION = re.compile(
    r"\b(?:eigene[nr]?|gesonderte[nr]?|neue[nr]?) (?:Antrag|Anträge)\b|Antrag stellen|beantragen"
)
WITHOUT_ONE = re.compile(r"Sozialhilfe|Asylbewerber|AsylbLG|SGB XII")
LIMITED = re.compile(r"\bkeine?n?\b|\bnicht\b|\bnur\b|\bohne\b|Nachhilfe|Lernförderung|Wohngeld oder Kinderzuschlag")
TOO_LATE = re.compile(r"[Ii]mmer vorher|nur ausnahmsweise|danach (?:nur|nicht|nichts)|zu spät|ist (?:dann )?verloren")
ENDED_BY_AN_ORDER = re.compile(
    r"§§? 20\b|§ 23\b|§ 21 Abs\. [23]\b|§ 28 SGB XII|§ 34 Abs\. 3|RBSFV|UhVorschG|1612a|MinUhV|§ 3a AsylbLG|§ 18 SGB IV"
)
"""Standard rates and what is computed from them, school supplies, advance and minimum maintenance, the yearly reference
figure of social insurance."""


@pytest.fixture(scope="module")
def real() -> Catalog:
    content, found = catalog.load(DATA)
    assert found == []
    assert content is not None
    return content


def shown(value: Any) -> Iterator[str]:
    """The texts within a dumped record that people read, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for field, held in value.items():
            if field not in UNSHOWN:
                yield from shown(held)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from shown(item)


def paragraphs(record: Any) -> list[str]:
    return [part for text in shown(record.model_dump()) for part in re.split(r"\n+", text)]


def asks_for_an_application(paragraph: str) -> bool:
    """Whether it sends somebody with social assistance or asylum benefits for an application of their own."""
    return bool(WITHOUT_ONE.search(paragraph) and OWN_APPLICATION.search(paragraph) and not LIMITED.search(paragraph))


# Education and participation: § 34a (1) SGB XII, § 3 (4) AsylbLG, §§ 29, 30 SGB II, § 6b (2a) BKGG


def test_only_tuition_needs_an_application_with_social_assistance_or_asylum_benefits(real: Catalog) -> None:
    entries = [entry for entry in real.offers.values() if entry.id.startswith("but-")]
    entries = [entry for entry in entries if entry.id != "but-lernfoerderung"]
    assert entries
    told = [
        f"{entry.id}: {paragraph}"
        for entry in (*entries, *real.cases.values())
        for paragraph in paragraphs(entry.record)
        if asks_for_an_application(paragraph)
    ]
    assert told == [], "§ 34a Abs. 1 SGB XII: bitte sagen, dass hier der Beleg genügt"


@pytest.mark.parametrize(
    ("paragraph", "wrong"),
    [
        ("Bei Sozialhilfe ist das Sozialamt zuständig. Dort braucht es einen eigenen Antrag, vor der Fahrt.", True),
        ("Mit Asylbewerberleistungen müssen Sie das Essen jedes Jahr neu beantragen.", True),
        ("Mit Sozialhilfe genügt der Beleg. Einen eigenen Antrag brauchen Sie nur für Nachhilfe.", False),
        ("Mit Wohngeld brauchen Sie einen eigenen Antrag.", False),
    ],
)
def test_a_wrong_application_is_found(paragraph: str, wrong: bool) -> None:
    assert asks_for_an_application(paragraph) is wrong


def test_education_and_participation_is_never_called_too_late(real: Catalog) -> None:
    told = [
        f"{entry.id}: {paragraph}"
        for entry in real.offers.values()
        if entry.id.startswith("but-") and entry.id != "but-lernfoerderung"
        for paragraph in paragraphs(entry.record)
        if TOO_LATE.search(paragraph)
    ]
    assert told == [], "§ 30 SGB II und § 6b Abs. 2a BKGG: auch ausgelegtes Geld und zwölf Monate zurück"


@pytest.mark.parametrize(
    "sentence",
    [
        "Immer vorher fragen, denn das Geld wird nur ausnahmsweise nachträglich gezahlt.",
        "Es wird erst bezahlt und dann gefragt. Das Geld gibt es danach nur ausnahmsweise zurück.",
        "Ansprüche verjähren nach zwölf Monaten; Älteres ist verloren.",
    ],
)
def test_what_used_to_deter_is_found(sentence: str) -> None:
    assert TOO_LATE.search(sentence)


# What a family finds on every page


def test_every_offer_corrects_two_or_three_errors(real: Catalog) -> None:
    few = {entry.id: len(entry.record.misconceptions) for entry in real.offers.values()}
    assert {id_: number for id_, number in few.items() if number not in (2, 3)} == {}
    for entry in real.offers.values():
        lines = entry.record.misconceptions
        assert all(line.claim[-1] in ".!?" and line.truth[-1] in ".!?" for line in lines), entry.id
        assert any(line.legal_basis for line in lines) or not entry.record.legal_basis, entry.id


def test_what_goes_wrong_is_told_in_whole_sentences(real: Catalog) -> None:
    """No telegram style ("Frist verpasst: Melden Sie trotzdem an")."""
    short = [
        f"{entry.id}: {pitfall}"
        for entry in real.offers.values()
        for pitfall in entry.record.pitfalls
        if not pitfall.endswith((".", "!", "?", "“")) or re.match(r"[^.„]*: ", pitfall)
    ]
    assert short == []


@pytest.mark.this_district
def test_nobody_reads_how_we_searched(real: Catalog) -> None:
    """What is unknown stands in `missing` and on the page of open questions; people read a way out."""
    records = [*real.offers.values(), *real.cases.values()]
    told = [
        f"{entry.id}: {paragraph}"
        for entry in records
        for paragraph in paragraphs(entry.record)
        if RESEARCH.search(paragraph)
    ]
    told += [f"glossary: {term.term}" for term in real.glossary.record.terms if RESEARCH.search(term.meaning)]
    assert told == [], "bitte sagen, wen die Familie fragen kann, und die Lücke unter 'missing' eintragen"


@pytest.mark.parametrize(
    "sentence",
    [
        "Eine Bildungskarte ist für den Kreis Soest nicht belegt.",
        "Der neue Gesetzestext lag der Redaktion nicht vor.",
        "Ein Büro der Familienkasse haben wir nicht gefunden.",
        "Den Betrag ab Januar 2027 kennen wir noch nicht.",
    ],
)
def test_research_talk_is_found(sentence: str) -> None:
    assert RESEARCH.search(sentence)


# Amounts


def test_an_amount_ends_only_where_an_order_ends_it(real: Catalog) -> None:
    amounts = [
        (entry.id, amount, entry.record.amounts) for entry in real.offers.values() for amount in entry.record.amounts
    ]
    assert len(amounts) > 40
    assert [f"{id_}.{amount.id}" for id_, amount, among in amounts if not has_a_right_end(amount, among)] == []


def has_a_right_end(amount: Amount, among: Sequence[Amount] = ()) -> bool:
    """An end from an order, one the day before the next value that a law has set, or none and a day to look again."""
    if amount.valid_to is None:
        return amount.review_on is not None
    morrow = amount.valid_to + dt.timedelta(days=1)
    followed = any((next_.id, next_.valid_from) == (amount.id, morrow) for next_ in among)
    return followed or bool(ENDED_BY_AN_ORDER.search(amount.legal_basis or ""))


@pytest.mark.parametrize(
    ("law", "ends", "right"),
    [
        ("§ 20 SGB II; Anlage zu § 28 SGB XII", True, True),
        ("§ 2 UhVorschG", True, True),
        ("§ 28 Abs. 7 SGB II", True, False),
        ("§ 2 Abs. 1 BEEG", True, False),
        ("§ 2 Abs. 1 BEEG", False, True),
        (None, True, False),
    ],
)
def test_a_wrong_end_is_found(law: str | None, ends: bool, right: bool) -> None:
    end = {"valid_to": "2026-12-31"} if ends else {"review_on": "2027-01-15"}
    amount = {"id": "satz", "label": "Satz", "value": "15", "per": "month", "valid_from": "2026-01-01", **end}
    assert has_a_right_end(Amount.model_validate({**amount, "legal_basis": law})) is right


@pytest.mark.parametrize(
    ("id_", "begins", "right"),
    [("satz", "2027-01-01", True), ("satz", "2027-02-01", False), ("anderes", "2027-01-01", False)],
)
def test_an_amount_may_end_where_the_next_begins(id_: str, begins: str, right: bool) -> None:
    fields = {"label": "Satz", "per": "day", "legal_basis": "§ 61 SGB V"}
    old = {**fields, "id": "satz", "value": "5", "valid_from": "2004-01-01", "valid_to": "2026-12-31"}
    new = {**fields, "id": id_, "value": "7.50", "valid_from": begins, "review_on": "2028-01-15"}
    before, after = Amount.model_validate(old), Amount.model_validate(new)
    assert has_a_right_end(before, [before, after]) is right


# Cases


def test_a_case_says_who_acts(real: Catalog) -> None:
    actors = {step.who for entry in real.cases.values() for step in entry.record.steps}
    assert {who for who in actors if "oder Sie" in who} == set()
