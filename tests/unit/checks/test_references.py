"""Every name of another record leads to one, once, and never in a circle (E2 to E5)."""

from __future__ import annotations

import itertools
import re
import time
from pathlib import Path
from typing import Any

import pytest
from regions import HOUSE, PROOF, SECOND_HOUSE, Changes, Fields, files, findings, problems, redirects

RULES = files()["responsibilities"]["rules"]
STEP = {"title": "Anrufen", "who": "Fachkraft", "what": "Rufen Sie an.", "by_when": "heute"}
PROVIDER = {"name": "Verein", "kind": "provider", **PROOF}


# E2: who is named exists

TOWN, OFFICE, CONTACT, CENTRE = "Die Stadt oder Gemeinde", "Die Stelle", "Den Kontakt", "Das Haus"
OFFER, TOPIC, STATUS, CASE = "Das Angebot", "Das Thema", "Den Bezug", "Den Fall"


def rule(**fields: Any) -> Fields:
    """All rules, and one more."""
    return {"rules": [*RULES, {"contact": "kreis", **fields, **PROOF}]}


@pytest.mark.parametrize(
    ("file", "fields", "what"),
    [
        (f"centres/{HOUSE}", {"municipality": "xyz"}, TOWN),
        (f"centres/{HOUSE}", {"provider": "xyz"}, OFFICE),
        (f"centres/{HOUSE}", {"contact": "xyz"}, CONTACT),
        (f"centres/{HOUSE}", {"offers": ["but-antrag", "xyz"]}, OFFER),
        ("organizations/kreis", {"parent": "xyz"}, OFFICE),
        ("organizations/kreis", {"serves": ["xyz"]}, TOWN),
        ("organizations/kreis", {"locations": [{"id": "a", "name": "A", "municipality": "xyz"}]}, TOWN),
        ("contacts/kreis", {"organization": "xyz"}, OFFICE),
        ("contacts/kreis", {"topics": ["geld", "xyz"]}, TOPIC),
        ("contacts/kreis", {"serves": {"centres": ["xyz"]}}, CENTRE),
        ("contacts/kreis", {"serves": {"municipalities": ["xyz"]}}, TOWN),
        ("contacts/kreis", {"deputy": "xyz"}, CONTACT),
        ("contacts/kreis", {"escalation": "xyz"}, CONTACT),
        ("municipalities/dornmoor", {"youth_office": "xyz"}, OFFICE),
        ("offers/wohngeld", {"topic": "xyz"}, TOPIC),
        ("offers/wohngeld", {"statuses": ["sgb2", "xyz"]}, STATUS),
        ("offers/wohngeld", {"related": ["xyz"]}, OFFER),
        (f"agreements/{HOUSE}", {"centres": ["xyz"]}, CENTRE),
        (f"agreements/{HOUSE}", {"office": "xyz"}, OFFICE),
        (f"agreements/{HOUSE}", {"contact_office": "xyz"}, CONTACT),
        ("news/neue-vereinbarung", {"municipality": "xyz"}, TOWN),
        ("news/neue-vereinbarung", {"related": ["contact:kreis", "offer:xyz"]}, OFFER),
        ("news/neue-vereinbarung", {"related": ["agreement:xyz"]}, "Die Vereinbarung"),
        ("news/neue-vereinbarung", {"related": ["news:xyz"]}, "Die Meldung"),
        ("news/neue-vereinbarung", {"related": ["event:xyz"]}, "Den Termin"),
        ("news/neue-vereinbarung", {"related": ["case:xyz"]}, CASE),
        ("events/sprechstunde", {"centre": "xyz"}, CENTRE),
        ("events/sprechstunde", {"organization": "xyz"}, OFFICE),
        ("events/sprechstunde", {"contact": "xyz"}, CONTACT),
        ("events/sprechstunde", {"offers": ["xyz"]}, OFFER),
        ("cases/arbeit-ab-montag", {"topic": "xyz"}, TOPIC),
        ("cases/arbeit-ab-montag", {"steps": [STEP, {**STEP, "offers": ["xyz"]}]}, OFFER),
        ("cases/arbeit-ab-montag", {"steps": [{**STEP, "contacts": ["xyz"]}]}, CONTACT),
        ("cases/arbeit-ab-montag", {"related": ["xyz"]}, CASE),
        ("region", {"fallback_contact": "xyz"}, CONTACT),
        ("glossary", {"terms": [{"term": "Amt", "meaning": "Ein Haus.", "offers": ["xyz"]}]}, OFFER),
        ("responsibilities", rule(contact="xyz", offers=["wohngeld"]), CONTACT),
        ("responsibilities", rule(offers=["xyz"]), OFFER),
        ("responsibilities", rule(topics=["xyz"]), TOPIC),
        ("responsibilities", rule(offers=["wohngeld"], statuses=["xyz"]), STATUS),
        ("responsibilities", rule(offers=["wohngeld"], municipalities=["xyz"]), TOWN),
    ],
)
def test_a_name_that_leads_nowhere(tmp_path: Path, file: str, fields: Fields, what: str) -> None:
    [(pointed, fault)] = errors(tmp_path, {file: fields})
    assert re.fullmatch(rf"{file}\.yml \| ([a-z]+:)?xyz", pointed)
    assert fault == f"{what} 'xyz' gibt es nicht."


def errors(folder: Path, changes: Changes) -> list[tuple[str, str]]:
    """Only the errors, as (place, message)."""
    lines = (line.partition(" | Fehler: ") for line in findings(folder, changes))
    return [(place, message) for place, _, message in lines if message]


@pytest.mark.parametrize(
    ("contacts", "pointed", "fault"),
    [
        ({"dornmoor": "xyz"}, "xyz", "Den Kontakt 'xyz' gibt es nicht."),
        ({"xyz": "kreis"}, "kreis", "Die Stadt oder Gemeinde 'xyz' gibt es nicht."),
    ],
)
def test_a_rule_with_a_contact_for_each_town(tmp_path: Path, contacts: Fields, pointed: str, fault: str) -> None:
    rules = [*RULES, {"contacts": contacts, "offers": ["wohngeld"], **PROOF}]
    assert errors(tmp_path, {"responsibilities": {"rules": rules}}) == [(f"responsibilities.yml | {pointed}", fault)]


@pytest.mark.parametrize(
    ("fields", "meant"),
    [
        ({"municipality": "dornmor"}, "dornmoor"),
        ({"provider": "traegr"}, "traeger"),
        ({"contact": "jobcentre"}, "jobcenter"),
        ({"offers": ["elterncaffee"]}, "elterncafe"),
    ],
)
def test_the_nearest_name_is_suggested(tmp_path: Path, fields: Fields, meant: str) -> None:
    [(_, fault)] = errors(tmp_path, {f"centres/{HOUSE}": fields})
    assert fault.endswith(f" gibt es nicht. Gemeint: '{meant}'?")


KINDS = "offer, centre, contact, municipality, organization, event, news, case"


@pytest.mark.parametrize("kind", ["angebot", "region", "topic", "status", "page"])
def test_a_kind_of_record_that_does_not_exist(tmp_path: Path, kind: str) -> None:
    """Topics and statuses are no records: a page of news could not link to them."""
    found = findings(tmp_path, {"news/neue-vereinbarung": {"related": [f"{kind}:geld"]}})
    fault = f"Die Art '{kind}' gibt es nicht. Möglich sind: {KINDS}."
    assert found == [f"news/neue-vereinbarung.yml | {kind}:geld | Fehler: {fault}"]


def test_news_may_name_a_record_of_every_kind(tmp_path: Path) -> None:
    named = ["offer:wohngeld", f"centre:{HOUSE}", "contact:kreis", "municipality:dornmoor", "organization:kreis"]
    named += ["event:sprechstunde", "case:arbeit-ab-montag", f"agreement:{HOUSE}"]
    assert findings(tmp_path, {"news/neue-vereinbarung": {"related": named}}) == []


def test_a_broken_record_is_one_fault_and_not_one_for_each_that_names_it(tmp_path: Path) -> None:
    found = findings(tmp_path, {"contacts/jobcenter": {"titel": "Amt"}})
    fault = "Das Feld 'titel' ist unbekannt. Gemeint: 'title' (Bezeichnung)?"
    assert found == [f"contacts/jobcenter.yml | titel: Amt | Fehler: {fault}"]


# E3: archived records


@pytest.mark.parametrize(
    ("redirect", "fault"),
    [
        (
            {"old": "/angebote/hartz-4/", "new": "/angebote/wohngeld/"},
            "Das Angebot 'hartz-4' gibt es nicht mehr (archiviert). Nachfolger: /angebote/wohngeld/.",
        ),
        (
            {"old": "/angebote/hartz-4/", "archived": "Seit 2023 gibt es das nicht mehr."},
            "Das Angebot 'hartz-4' gibt es nicht mehr (archiviert).",
        ),
        ({"old": "/kontakte/hartz-4/", "new": "/kontakte/kreis/"}, "Das Angebot 'hartz-4' gibt es nicht."),
    ],
)
def test_a_name_of_an_archived_record(tmp_path: Path, redirect: Fields, fault: str) -> None:
    found = findings(tmp_path, {f"centres/{HOUSE}": {"offers": ["hartz-4"]}, **redirects(redirect)})
    assert found == [f"centres/{HOUSE}.yml | hartz-4 | Fehler: {fault}"]


# E4: once


@pytest.mark.parametrize(
    ("file", "fields", "faults"),
    [
        (f"centres/{HOUSE}", {"offers": ["elterncafe", "but-antrag"]}, []),
        (f"centres/{HOUSE}", {"offers": ["elterncafe", "but-antrag", "elterncafe"]}, ["elterncafe"]),
        (f"centres/{HOUSE}", {"offers": ["elterncafe", "elterncafe", "elterncafe"]}, ["elterncafe", "elterncafe"]),
        ("news/neue-vereinbarung", {"related": ["contact:kreis", "organization:kreis"]}, []),
        ("news/neue-vereinbarung", {"related": ["contact:kreis", "contact:kreis"]}, ["contact:kreis"]),
        ("contacts/kreis", {"topics": ["geld", "geld"]}, ["geld"]),
        ("contacts/kreis", {"serves": {"municipalities": ["dornmoor", "dornmoor"]}}, ["dornmoor"]),
        # two steps may lead to the same offer, one step not twice
        (
            "cases/arbeit-ab-montag",
            {"steps": [{**STEP, "offers": ["wohngeld"]}, {**STEP, "offers": ["wohngeld"]}]},
            [],
        ),
        ("cases/arbeit-ab-montag", {"steps": [{**STEP, "offers": ["wohngeld", "wohngeld"]}]}, ["wohngeld"]),
    ],
)
def test_the_same_name_twice_in_one_list(tmp_path: Path, file: str, fields: Fields, faults: list[str]) -> None:
    found = [line for line in findings(tmp_path, {file: fields}) if "Fehler" in line]
    assert found == [
        f"{file}.yml | {named} | Fehler: '{named.rpartition(':')[2]}' steht zweimal in der Liste. Bitte einmal löschen."
        for named in faults
    ]


# E5: no record names itself, and no chain leads back


@pytest.mark.parametrize(
    ("file", "fields", "named"),
    [
        ("organizations/kreis", {"parent": "kreis"}, "kreis"),
        ("contacts/kreis", {"deputy": "kreis"}, "kreis"),
        ("contacts/kreis", {"escalation": "kreis"}, "kreis"),
        ("offers/wohngeld", {"related": ["but-antrag", "wohngeld"]}, "wohngeld"),
        ("cases/arbeit-ab-montag", {"related": ["arbeit-ab-montag"]}, "arbeit-ab-montag"),
        ("news/neue-vereinbarung", {"related": ["news:neue-vereinbarung"]}, "news:neue-vereinbarung"),
    ],
)
def test_a_record_that_names_itself(tmp_path: Path, file: str, fields: Fields, named: str) -> None:
    fault = f"Der Eintrag nennt sich selbst ('{named.rpartition(':')[2]}'). Bitte löschen."
    assert findings(tmp_path, {file: fields}) == [f"{file}.yml | {named} | Fehler: {fault}"]


def test_a_namesake_of_another_kind_is_somebody_else(tmp_path: Path) -> None:
    assert findings(tmp_path, {"contacts/kreis": {"organization": "kreis"}}) == []


def chain(folder: str, field: str, *ids: str) -> dict[str, Fields]:
    """Records each of which names the next."""
    return {f"{folder}/{id_}": {field: after} for id_, after in itertools.pairwise(ids)}


@pytest.mark.parametrize(
    ("changes", "circle"),
    [
        (chain("organizations", "parent", "kreis", "jugendamt", "kreis"), "jugendamt → kreis → jugendamt"),
        (
            chain("organizations", "parent", "kreis", "traeger", "jugendamt", "kreis"),
            "jugendamt → kreis → traeger → jugendamt",
        ),
        # who only leads into the circle is not part of it
        (chain("organizations", "parent", "jobcenter", "kreis", "traeger", "kreis"), "kreis → traeger → kreis"),
        (chain("contacts", "escalation", "kreis", "jobcenter", "kreis"), "jobcenter → kreis → jobcenter"),
    ],
)
def test_a_circle_is_told_once_at_its_smallest_name(tmp_path: Path, changes: dict[str, Fields], circle: str) -> None:
    first, after, *_ = circle.split(" → ")
    [(folder, field)] = {(file.partition("/")[0], name) for file, fields in changes.items() for name in fields}
    fault = f"'{field}' führt im Kreis: {circle}. Bitte eine Angabe ändern."
    assert findings(tmp_path, changes) == [f"{folder}/{first}.yml | {after} | Fehler: {fault}"]


@pytest.mark.parametrize(
    "changes",
    [
        chain("organizations", "parent", "traeger", "kreis", "jugendamt"),
        chain("contacts", "escalation", "sozialamt-dornmoor", "jobcenter", "kreis"),
        # two who stand in for each other are the usual case, and offers may be like each other
        chain("contacts", "deputy", "kreis", "jobcenter", "kreis"),
        {"offers/wohngeld": {"related": ["but-antrag"]}, "offers/but-antrag": {"related": ["wohngeld"]}},
    ],
)
def test_what_is_no_circle(tmp_path: Path, changes: Changes) -> None:
    assert findings(tmp_path, changes) == []


@pytest.mark.parametrize("closed", [False, True])
def test_a_chain_of_50_is_named_whole_and_once(tmp_path: Path, closed: bool) -> None:
    ids = [f"verein-{number:02}" for number in range(50)]
    changes: dict[str, Any] = {
        f"organizations/{id_}": {**PROVIDER, "parent": after} for id_, after in itertools.pairwise(ids)
    }
    changes[f"organizations/{ids[-1]}"] = {**PROVIDER, **({"parent": ids[0]} if closed else {})}
    found = [problem.message for problem in problems(tmp_path, changes) if "Kreis:" in problem.message]
    assert found == (
        [f"'parent' führt im Kreis: {' → '.join([*ids, ids[0]])}. Bitte eine Angabe ändern."] if closed else []
    )


def test_long_chains_take_no_time(tmp_path: Path) -> None:
    """E9: 300 offices in one circle, 3,000 names in lists."""
    ids = [f"verein-{number:03}" for number in range(300)]
    changes: dict[str, Any] = {
        f"organizations/{id_}": {**PROVIDER, "parent": after, "serves": ["dornmoor"] * 10}
        for id_, after in zip(ids, [*ids[1:], ids[0]], strict=True)
    }
    start = time.process_time()
    found = problems(tmp_path, changes)
    assert time.process_time() - start < 10
    assert len([problem for problem in found if "Kreis:" in problem.message]) == 1
    assert len([problem for problem in found if "zweimal" in problem.message]) == 2700


# Contacts for the editors only: whoever names them would show their numbers


@pytest.mark.parametrize(
    ("file", "fields"),
    [
        (f"centres/{SECOND_HOUSE}", {"contact": "intern"}),
        ("contacts/kreis", {"deputy": "intern"}),
        ("contacts/kreis", {"escalation": "intern"}),
        (f"agreements/{HOUSE}", {"contact_office": "intern"}),
        ("events/sprechstunde", {"contact": "intern"}),
        ("cases/arbeit-ab-montag", {"steps": [{**STEP, "contacts": ["intern"]}]}),
        ("responsibilities", {"rules": [*RULES, {"contact": "intern", "offers": ["wohngeld"], **PROOF}]}),
        (
            "responsibilities",
            {"rules": [*RULES, {"contacts": {"dornmoor": "intern"}, "offers": ["wohngeld"], **PROOF}]},
        ),
        ("region", {"fallback_contact": "intern"}),
    ],
)
def test_an_internal_contact_is_named_on_no_page(tmp_path: Path, file: str, fields: Fields) -> None:
    internal = {
        "title": "Leitung",
        "purpose": "Nur intern.",
        "organization": "kreis",
        "visibility": "internal",
        **PROOF,
    }
    found = [line for line in findings(tmp_path, {"contacts/intern": internal, file: fields}) if "öffentlich" in line]
    fault = "Der Kontakt 'intern' ist nicht öffentlich. Bitte einen öffentlichen nennen."
    assert found == [f"{file}.yml | intern | Fehler: {fault}"]


def test_internal_contacts_may_name_each_other_and_public_ones(tmp_path: Path) -> None:
    internal = {
        "title": "Leitung",
        "purpose": "Nur intern.",
        "organization": "kreis",
        "visibility": "internal",
        **PROOF,
    }
    changes = {
        "contacts/intern": {**internal, "deputy": "intern-2", "escalation": "kreis"},
        "contacts/intern-2": {**internal, "deputy": "intern"},
    }
    assert findings(tmp_path, changes) == []


# One fixed contact for a house, whichever names the other

JOB_CENTRE = files()["contacts/jobcenter"]


@pytest.mark.parametrize(
    ("of_house", "others", "fault"),
    [
        (None, {"team": {}}, None),
        ("team", {"team": {}}, None),
        ("kreis", {"team": {"visibility": "internal"}}, None),
        ("kreis", {"team": {}}, f"Das Haus '{HOUSE}' nennt als festen Kontakt 'kreis', nicht diesen."),
        (
            None,
            {"team": {}, "zwei": {}},
            f"Das Haus '{HOUSE}' ist auch bei 'team' eingetragen; es hat nur einen festen Kontakt.",
        ),
    ],
)
def test_house_and_fixed_contact_name_each_other(
    tmp_path: Path, of_house: str | None, others: dict[str, Fields], fault: str | None
) -> None:
    made = {f"contacts/{id_}": {**JOB_CENTRE, "serves": {"centres": [HOUSE]}, **more} for id_, more in others.items()}
    found = findings(tmp_path, {f"centres/{HOUSE}": {"contact": of_house}, **made})
    last = list(made)[-1]
    remedy = "Bitte eine der beiden Angaben ändern."
    assert found == ([f"{last}.yml | {HOUSE} | Fehler: {fault} {remedy}"] if fault else [])


PUBLISHED = {"addresses": {"published": ["/kontakte/jugendamt-nord/", f"/familienzentren/{HOUSE}/"]}}


def missing(folder: Path, changes: Changes) -> list[str]:
    return [line for line in findings(folder, changes) if "gibt es nicht" in line]


def test_for_a_record_that_was_published_no_other_is_proposed(tmp_path: Path) -> None:
    [found] = missing(tmp_path, {**PUBLISHED, f"centres/{SECOND_HOUSE}": {"contact": "jugendamt-nord"}})
    assert found == (
        f"centres/{SECOND_HOUSE}.yml | jugendamt-nord | Fehler: Den Kontakt 'jugendamt-nord' gibt es nicht mehr. "
        "Die Seite war veröffentlicht, die Datei ist gelöscht."
    )


def test_a_deleted_record_is_one_error_that_lists_its_uses(tmp_path: Path) -> None:
    changes = {f"centres/{HOUSE}": None, "contacts/kreis": {"serves": {"centres": [HOUSE]}}, **PUBLISHED}
    [found] = missing(tmp_path, changes)
    assert "Gemeint" not in found
    assert f"Das Haus '{HOUSE}' gibt es nicht mehr." in found
    assert "Auch genannt in: agreements/" in found
    assert found.endswith("Bitte überall löschen oder ändern.")


def test_a_name_that_stands_in_many_places_is_one_error(tmp_path: Path) -> None:
    changes = {f"centres/{house}": {"contact": "jobcentr"} for house in (HOUSE, SECOND_HOUSE)}
    assert len(missing(tmp_path / "few", changes)) == 2
    many: Changes = {**changes, "contacts/kreis": {"deputy": "jobcentr"}}
    [found] = missing(tmp_path / "many", many)
    assert "Gemeint: 'jobcenter'? Auch genannt in: centres/" in found
    more: Changes = {**many, "contacts/jugendamt": {"deputy": "jobcentr"}}
    assert len(missing(tmp_path / "more", more)) == 1


def test_nobody_is_proposed_who_only_lives_in_the_same_town(tmp_path: Path) -> None:
    [found] = missing(tmp_path, {f"agreements/{HOUSE}": {"centres": ["farbklecks-1-dornmoor"]}})
    assert "Gemeint" not in found
