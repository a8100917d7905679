"""Before anything is published: an owner, and an answer at every address that was ever published (E5, E10)."""

from __future__ import annotations

from pathlib import Path

import pytest
from regions import HOUSE, Changes, Fields, files, findings, read, redirects

from wegweiser.catalog.addresses import page_addresses

OWNER_MISSING = (
    "region.yml | nein | Fehler: Der Herausgeber fehlt ('owner'). Ohne ihn geht nur eine Vorschau: "
    "bitte 'preview: ja' oder ausfüllen."
)


@pytest.mark.parametrize(
    ("preview", "owner", "faults"),
    [
        ("nein", files()["region"]["owner"], []),
        ("ja", files()["region"]["owner"], []),
        ("ja", None, []),
        ("nein", None, [OWNER_MISSING]),
    ],
)
def test_only_a_preview_may_be_without_an_owner(
    tmp_path: Path, preview: str, owner: Fields | None, faults: list[str]
) -> None:
    assert findings(tmp_path, {"region": {"preview": preview, "owner": owner}}) == faults


# Redirects


def to(old: str, new: str) -> Fields:
    return {"old": old, "new": new}


def gone(old: str) -> Fields:
    return {"old": old, "archived": "Das gibt es seit 2023 nicht mehr."}


A_TO_B = to("/angebote/a/", "/angebote/b/")


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ([to("/angebote/alt/", "/angebote/wohngeld/")], None),
        ([to("/angebote/alt/", f"/familienzentren/{HOUSE}/")], None),
        ([to("/angebote/alt/", "/zustaendig/sgb2/dornmoor/")], None),
        ([to("/angebote/alt/", "/themen/geld/")], None),
        ([to("/angebote/alt/", "/angebote/")], None),  # an overview
        ([to("/angebote/alt/", "/")], None),
        ([to("/alt/", "/impressum/")], None),  # written by hand
        ([gone("/angebote/alt/")], None),
        ([to("/angebote/a/", "/angebote/wohngeld/"), to("/angebote/b/", "/angebote/wohngeld/")], None),
        (
            [to("/angebote/alt/", "/angebote/neu/")],
            "/angebote/neu/ | Fehler: Die Seite '/angebote/neu/' gibt es nicht.",
        ),
        (
            [gone("/kontakte/kreis/")],
            "/kontakte/kreis/ | Fehler: Unter '/kontakte/kreis/' gibt es eine Seite. Bitte die Weiterleitung löschen.",
        ),
        (
            [to("/angebote/", "/a-z/")],  # an overview
            "/angebote/ | Fehler: Unter '/angebote/' gibt es eine Seite. Bitte die Weiterleitung löschen.",
        ),
        ([to("/alt/", "/angebote/")], None),
        (
            [gone("/angebote/alt/"), gone("/angebote/alt/")],
            "/angebote/alt/ | Fehler: '/angebote/alt/' steht zweimal in der Liste.",
        ),
    ],
)
def test_redirects(tmp_path: Path, written: list[Fields], fault: str | None) -> None:
    assert findings(tmp_path, redirects(*written)) == ([f"redirects.yml | {fault}"] if fault else [])


@pytest.mark.parametrize(
    ("written", "chains"),
    [
        ([A_TO_B, to("/angebote/b/", "/angebote/wohngeld/")], ["a b wohngeld"]),
        ([A_TO_B, gone("/angebote/b/")], ["a b"]),
        ([to("/angebote/a/", "/angebote/a/")], ["a a"]),
        (
            [A_TO_B, to("/angebote/b/", "/angebote/c/"), to("/angebote/c/", "/angebote/a/")],
            ["a b c a", "b c a b", "c a b c"],
        ),
        (
            # a circle that one only runs into
            [A_TO_B, to("/angebote/b/", "/angebote/c/"), to("/angebote/c/", "/angebote/b/")],
            ["a b c b", "b c b", "c b c"],
        ),
    ],
)
def test_chains_and_circles_of_redirects(tmp_path: Path, written: list[Fields], chains: list[str]) -> None:
    told = []
    for chain in chains:
        addresses = [f"/angebote/{name}/" for name in chain.split()]
        message = f"Eine Kette: {' → '.join(addresses)}. Bitte gleich auf die letzte Adresse zeigen."
        told.append(f"redirects.yml | {addresses[1]} | Fehler: {message}")
    assert findings(tmp_path, redirects(*written)) == told


def test_a_chain_of_50_ends(tmp_path: Path) -> None:
    addresses = [f"/angebote/a-{number}/" for number in range(50)]
    chain = [to(old, new) for old, new in zip(addresses, [*addresses[1:], "/angebote/wohngeld/"], strict=True)]
    found = findings(tmp_path, redirects(*chain))
    assert len(found) == 49
    assert all(line.endswith(" → /angebote/wohngeld/. Bitte gleich auf die letzte Adresse zeigen.") for line in found)
    assert found[0].count("→") == 50


# E10: an address once published


def current(folder: Path) -> list[str]:
    return [f"/{address}" for address in page_addresses(read(folder))]


def published(*addresses: str) -> Changes:
    return {"addresses": {"published": list(addresses)}}


def test_the_list_of_published_addresses_is_complete(tmp_path: Path) -> None:
    assert findings(tmp_path / "2", published(*current(tmp_path / "1"))) == []


@pytest.mark.parametrize(
    ("vanished", "answered_by", "fault"),
    [
        ("/angebote/hartz-4/", {}, True),
        (f"/familienzentren/{HOUSE}-alt/", {}, True),
        ("/zustaendig/sgb2/altstadt/", {}, True),
        ("/impressum/", {}, False),  # written by hand; the build looks after those
        ("/", {}, False),
        ("/angebote/hartz-4/", redirects(to("/angebote/hartz-4/", "/angebote/wohngeld/")), False),
        ("/angebote/hartz-4/", redirects(gone("/angebote/hartz-4/")), False),
        ("/angebote/hartz-4/", redirects(gone("/angebote/hartz-5/")), True),
    ],
)
def test_a_page_that_was_published_and_vanished(
    tmp_path: Path, vanished: str, answered_by: Changes, fault: bool
) -> None:
    changes = {**published(vanished, *current(tmp_path / "1")), **answered_by}
    told = f"Die Seite '{vanished}' war veröffentlicht und fehlt jetzt. Bitte in redirects.yml eintragen."
    assert findings(tmp_path / "2", changes) == ([f"addresses.yml | {vanished} | Fehler: {told}"] if fault else [])


@pytest.mark.parametrize(
    "deleted", [f"centres/{HOUSE}", "contacts/sozialamt-dornmoor", "events/sprechstunde", "news/neue-vereinbarung"]
)
def test_deleting_a_published_record_is_an_error(tmp_path: Path, deleted: str) -> None:
    found = findings(tmp_path / "2", {**published(*current(tmp_path / "1")), deleted: None})
    folder = {"centres": "familienzentren", "contacts": "kontakte", "events": "termine", "news": "aktuelles"}
    address = f"/{folder[deleted.partition('/')[0]]}/{deleted.partition('/')[2]}/"
    told = f"Die Seite '{address}' war veröffentlicht und fehlt jetzt. Bitte in redirects.yml eintragen."
    assert f"addresses.yml | {address} | Fehler: {told}" in found


def test_making_a_published_contact_internal_is_an_error(tmp_path: Path) -> None:
    changes = {**published(*current(tmp_path / "1")), "contacts/sozialamt-dornmoor": {"visibility": "internal"}}
    told = [line for line in findings(tmp_path / "2", changes) if line.startswith("addresses.yml")]
    assert [line.partition(" | ")[2].partition(" | ")[0] for line in told] == ["/kontakte/sozialamt-dornmoor/"]


@pytest.mark.parametrize(
    ("missing", "message"),
    [
        (1, "1 neue Adresse steht noch nicht in addresses.yml. 'wegweiser addresses' trägt sie ein."),
        (2, "2 neue Adressen stehen noch nicht in addresses.yml. 'wegweiser addresses' trägt sie ein."),
    ],
)
def test_new_addresses_wait_for_the_list(tmp_path: Path, missing: int, message: str) -> None:
    found = findings(tmp_path / "2", published(*current(tmp_path / "1")[missing:]))
    assert found == [f"addresses.yml | published: | Warnung: {message}"]


@pytest.mark.parametrize("changes", [{}, {"addresses": "published: []\n"}])
def test_before_the_first_publication_no_list_is_needed(tmp_path: Path, changes: Changes) -> None:
    assert findings(tmp_path, changes) == []


def test_a_broken_file_is_no_vanished_page(tmp_path: Path) -> None:
    changes = {**published(*current(tmp_path / "1")), "offers/wohngeld": "title: 1\n"}
    assert {line.partition(".yml")[0] for line in findings(tmp_path / "2", changes)} == {"offers/wohngeld"}
