"""The facts of this region: complete, without an error on any day, and true to what others rely on."""

from __future__ import annotations

import datetime as dt
import inspect
import itertools
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from year import YEAR, many_days

from wegweiser import catalog, checks
from wegweiser.catalog import Catalog
from wegweiser.rules.responsibility import Responsibility
from wegweiser.schema.codes import Evidence, Visibility
from wegweiser.values import problems
from wegweiser.values.problems import Level, Problem

pytestmark = pytest.mark.takes(26)

DATA = Path(__file__).resolve().parents[2] / "data"

# What addresses, exports and other people's checks promise.
MUNICIPALITIES = """anroechte bad-sassendorf ense erwitte geseke lippetal lippstadt moehnesee ruethen soest warstein
    welver werl wickede""".split()
STATUSES = "sgb2 wohngeld kinderzuschlag sgb12 asylblg none".split()
OFFERS = """sgb2-ueberblick sgb2-antrag sgb2-regelbedarf sgb2-unterkunft sgb2-mehrbedarf
    sgb2-mehrbedarf-alleinerziehend sgb2-mehrbedarf-schwangerschaft sgb2-erstausstattung sgb2-einkommen
    sgb2-zumutbarkeit-kind sgb2-mitwirkung sgb2-ukraine but-ueberblick but-antrag but-schulbedarf but-klassenfahrt
    but-ausflug but-schuelerbefoerderung but-lernfoerderung but-mittagessen but-teilhabe kinderzuschlag kindergeld
    wohngeld unterhaltsvorschuss elterngeld mutterschutz kita-platz kita-beitrag kita-beitrag-befreiung
    kindertagespflege randzeitenbetreuung notfallbetreuung ferienbetreuung ogs fruehe-hilfen
    schwangerschaftsberatung erziehungsberatung familienzentrum elterncafe rundfunkbeitrag-befreiung familienpass
    jobcenter-arbeitsvermittlung einstiegsgeld kinderbetreuung-arbeitsaufnahme weiterbildung teilzeitausbildung
    sprachkurs wiedereinstieg beratung-antragshilfe schuldnerberatung energieschulden gewaltschutz
    trennungsberatung tafel sprachfoerderung-kind kita-inklusion kindeswohl elternzeit baby-ist-da arbeitslosengeld
    pflegegeld-kind schulbegleitung kindesunterhalt vaterschaft-sorgerecht rechtsanspruch-betreuung schulanmeldung
    asylblg-ueberblick krankenversicherung steuer-familie wohnungssuche mutter-vater-kind-kur haushaltshilfe
    seelische-krise frueherkennung bafoeg-mit-kind sozialticket jobcenter-verlassen eu-familien
    anerkennung-abschluss waisenrente familienerholung""".split()


@pytest.fixture(scope="module")
def real() -> Catalog:
    content, found = catalog.load(DATA)
    assert found == []
    assert content is not None
    return content


@pytest.fixture(scope="module")
def responsibility(real: Catalog) -> Responsibility:
    return Responsibility(real)


# No error on any day


def test_no_check_finds_an_error(real: Catalog) -> None:
    assert problems.errors(checks.check(real, dt.date(2026, 12, 1))) == []


def dated_checks() -> list[Callable[[Catalog, dt.date], Iterable[Problem]]]:
    """Those that ask for the day; the others say the same on every one."""
    modules = [module for _, module in inspect.getmembers(checks, inspect.ismodule) if hasattr(module, "check")]
    dated = [module.check for module in modules if "today" in inspect.signature(module.check).parameters]
    assert {check.__module__.rpartition(".")[2] for check in dated} >= {"calendar", "events", "staleness"}
    return dated


@pytest.mark.parametrize("day", ["2027-01-01", "2027-12-22", "2028-02-29", "2099-12-31"])
def test_no_day_makes_an_error(real: Catalog, day: str) -> None:
    found = [problem for check in dated_checks() for problem in check(real, dt.date.fromisoformat(day))]
    assert problems.errors(found) == []


@pytest.mark.slow
def test_every_day_of_a_leap_year(real: Catalog) -> None:
    dated = dated_checks()
    with many_days():
        for day in YEAR:
            levels = {problem.level for check in dated for problem in check(real, day)}
            assert levels == {Level.WARNING}, day


# What others rely on


@pytest.mark.this_district
def test_the_ids_of_offers_towns_and_statuses(real: Catalog) -> None:
    assert len(OFFERS) == len(set(OFFERS)) == 82
    assert set(OFFERS) <= set(real.offers)
    assert list(real.municipalities) == MUNICIPALITIES
    assert len(MUNICIPALITIES) == 14
    assert list(real.statuses) == STATUSES


@pytest.mark.this_district
def test_every_question_has_an_answer(real: Catalog, responsibility: Responsibility) -> None:
    questions = set(itertools.product(MUNICIPALITIES, STATUSES, real.offers))
    assert set(responsibility.table) == questions
    assert len(questions) == 14 * 6 * len(real.offers) >= 14 * 6 * 82
    for answer in responsibility.table.values():
        assert real.contacts[answer.contact].record.visibility is Visibility.PUBLIC, answer


@pytest.mark.this_district
def test_most_offers_have_an_office_of_their_own(responsibility: Responsibility) -> None:
    """A fallback is honest, but a gap: it must not become the rule."""
    fallbacks = sum(answer.fallback for answer in responsibility.table.values())
    assert fallbacks <= len(responsibility.table) / 10


@pytest.mark.this_district
@pytest.mark.parametrize("offer", [offer for offer in OFFERS if offer.startswith("but-")])
def test_education_and_participation_is_split_between_job_centre_and_town(
    real: Catalog, responsibility: Responsibility, offer: str
) -> None:
    for town in MUNICIPALITIES:
        receiving = responsibility.answer(town, "sgb2", offer)
        assert receiving is not None
        office = real.contacts[receiving.contact].record.organization
        assert real.organizations[office].record.kind == "job-centre"
        for status in ("wohngeld", "kinderzuschlag", "sgb12", "asylblg"):
            other = responsibility.answer(town, status, offer)
            assert other is not None
            assert other.contact == f"sozialamt-{town}"


@pytest.mark.this_district
@pytest.mark.parametrize("offer", ["kinderzuschlag", "kindergeld"])
def test_money_for_children_comes_from_the_family_benefits_office(responsibility: Responsibility, offer: str) -> None:
    answers = [responsibility.answer(town, status, offer) for town in MUNICIPALITIES for status in STATUSES]
    assert {answer.contact if answer else None for answer in answers} == {"familienkasse"}


@pytest.mark.this_district
@pytest.mark.parametrize("town", MUNICIPALITIES)
def test_the_youth_office_of_the_town_answers_for_a_place(
    real: Catalog, responsibility: Responsibility, town: str
) -> None:
    answer = responsibility.answer(town, "none", "kita-platz")
    assert answer is not None
    assert real.contacts[answer.contact].record.organization == real.municipalities[town].record.youth_office


# Complete


@pytest.mark.parametrize("id_", OFFERS)
def test_an_offer_is_complete(real: Catalog, id_: str) -> None:
    offer = real.offers[id_].record
    assert offer.plain
    assert len(offer.keywords) >= 10
    assert len(offer.steps) >= 2


@pytest.mark.this_district
def test_every_town_has_its_offices_and_a_house(real: Catalog) -> None:
    assert {centre.record.municipality for centre in real.centres.values()} == set(MUNICIPALITIES)
    for town in MUNICIPALITIES:
        assert {f"rathaus-{town}", f"sozialamt-{town}", f"wohngeld-{town}"} <= set(real.contacts)
        assert real.municipalities[town].record.website


def test_every_status_and_topic_is_explained(real: Catalog) -> None:
    assert all(status.summary for status in real.statuses.values())
    used = {entry.record.topic for entry in real.offers.values()}
    assert used == set(real.topics)


@pytest.mark.this_district
@pytest.mark.parametrize(
    ("id_", "house"),
    [
        ("kleeblatt-ampen-jobcenter", "kleeblatt-ampen"),
        ("haus-fuer-kinder-warstein-jobcenter", "haus-fuer-kinder-warstein"),
    ],
)
def test_the_two_documented_agreements(real: Catalog, id_: str, house: str) -> None:
    agreement = real.agreements[id_].record
    assert agreement.evidence is Evidence.AGREEMENT
    assert agreement.centres == (house,)
    assert real.organizations[agreement.office].record.kind == "job-centre"
    assert agreement.promises_office
    assert agreement.promises_centre


@pytest.mark.this_district
def test_what_was_only_reported_is_no_promise(real: Catalog) -> None:
    """The article about Warstein tells of help for single families and quotes the house; it names no renewal."""
    warstein = real.agreements["haus-fuer-kinder-warstein-jobcenter"].record
    assert warstein.renewed is None
    promises = " ".join((*warstein.promises_office, *warstein.promises_centre))
    assert not re.search("einzeln|Belegung|Suche nach Arbeit", promises)


@pytest.mark.this_district
def test_the_fixed_contact_of_the_house_with_an_agreement(real: Catalog) -> None:
    contact = real.centres["kleeblatt-ampen"].record.contact
    assert contact is not None
    assert "kleeblatt-ampen" in real.contacts[contact].record.serves.centres
    assert real.agreements["kleeblatt-ampen-jobcenter"].record.contact_office == contact


# Nothing invented, nobody named

FICTION = r"\+49 (30 23125|40 66969|69 90009|89 99998|221 4710)[0-9]{3}"
"""Blocks of numbers that the Bundesnetzagentur keeps free for fiction."""


@pytest.mark.this_district
@pytest.mark.parametrize("pattern", [FICTION, r"example\.(org|com|net)", r"Mustermann|Musterfrau|Musterstadt"])
def test_nothing_from_a_textbook_is_told_as_a_fact(pattern: str) -> None:
    files = sorted(DATA.rglob("*.yml"))
    assert len(files) > 250
    assert [path.name for path in files if re.search(pattern, path.read_text("utf-8"))] == []


def test_nobody_is_named(real: Catalog) -> None:
    """So far no name has a legal ground; the first one changes this test together with its consent."""
    assert [entry.id for entry in real.contacts.values() if entry.record.person] == []
