"""Houses as they are: several in a Verbund, with old names, closed, or known by an old address only."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from outlets import rendered
from regions import DAY, HOUSE, SECOND_HOUSE, SECOND_TOWN, TOWN, Changes, read

from wegweiser.publishing.prepare import Build, plan
from wegweiser.view.callable_line import centre_line
from wegweiser.view.moved import in_words
from wegweiser.view.other_names import other_names

ROOT = Path(__file__).resolve().parents[3]
VERBUND: Changes = {
    f"centres/{HOUSE}": {
        "name": "Familienzentrum Himmel und Erde",
        "channels": None,
        "members": [
            "Kita Wolke",
            {
                "name": "Kita Maulwurfshügel",
                "municipality": SECOND_TOWN,
                "address": {"street": "Dorfstraße 9", "postal_code": "00101"},
                "phone": "+49 30 23125123",
                "opening_hours": {"hours": "Mo-Fr 07:00-16:00"},
            },
        ],
    }
}
DISTRICT = "tel:+493023125006"
"""Who answers in place of somebody who is no longer there."""
CLOSED = {"since": "2026-05-01", "summary": "Die Kinder gehen jetzt woandershin."}


def built(folder: Path, changes: Changes) -> Build:
    return plan(read(folder, changes), DAY, ROOT / "overrides")


def file_of(build: Build, path: str) -> str:
    return next(file.make().decode() for file in build.files([]) if file.path == path)


# A Verbund


def test_the_page_of_a_verbund_shows_each_house(tmp_path: Path) -> None:
    page = rendered(built(tmp_path, VERBUND), f"familienzentren/{HOUSE}/")
    assert '<div class="card" id="haus-1"><h3 translate="no">Kita Wolke</h3>' in page
    for text in ("Kita Maulwurfshügel", "Dorfstraße 9", "tel:+493023125123", "7 bis 16 Uhr"):
        assert text in page.partition('id="haus-2"')[2]


def test_a_house_of_a_verbund_stands_on_the_page_of_its_own_town(tmp_path: Path) -> None:
    build = built(tmp_path, VERBUND)
    own, other = (rendered(build, f"orte/{town}/").partition('id="nachbarorte"')[0] for town in (SECOND_TOWN, TOWN))
    assert f"familienzentren/{HOUSE}/#haus-2" in own
    assert "Kita Maulwurfshügel" in own
    assert "Kita Maulwurfshügel" not in other
    assert "#haus-1" in rendered(build, f"orte/{TOWN}/")


def test_search_and_finder_know_the_houses_of_a_verbund(tmp_path: Path) -> None:
    build = built(tmp_path, VERBUND)
    assert [(other.name, other.town, other.note, other.anchor) for other in other_names(build.edition)] == [
        ("Kita Wolke", TOWN, "im Verbund: Familienzentrum Himmel und Erde", "haus-1"),
        ("Kita Maulwurfshügel", SECOND_TOWN, "im Verbund: Familienzentrum Himmel und Erde", "haus-2"),
    ]
    bundles = {bundle.path: json.loads(bundle.content) for bundle in build.bundles}
    [letter] = [content for path, content in bundles.items() if path.endswith("/namen/m.json")]
    assert [
        HOUSE,
        "Kita Maulwurfshügel",
        SECOND_TOWN,
        "im Verbund: Familienzentrum Himmel und Erde",
        "haus-2",
    ] in letter
    [finder] = [
        content for path, content in bundles.items() if path.startswith("assets/kontakte.") and "/" not in path[7:]
    ]
    assert finder["members"] == [[HOUSE, "Kita Wolke", 0], [HOUSE, "Kita Maulwurfshügel", 1]]


def test_the_address_book_names_each_house_with_its_number(tmp_path: Path) -> None:
    card = file_of(built(tmp_path, VERBUND), f"familienzentren/{HOUSE}/kontakt.vcf").replace("\r\n ", "")
    assert "item1.TEL;TYPE=WORK,VOICE:+49 30 23125123\r\nitem1.X-ABLabel:Kita Maulwurfshügel" in card
    assert (
        "Häuser im Verbund: Kita Wolke\\, Dornmoor\\; Kita Maulwurfshügel\\, Dorfstraße 9\\, 00101 Quellenbruch" in card
    )


def test_a_verbund_without_a_number_of_its_own_is_called_at_one_of_its_houses(tmp_path: Path) -> None:
    line = centre_line(built(tmp_path, VERBUND).edition, HOUSE)
    assert line is not None
    assert (line.channel.value, line.who) == ("+49 30 23125123", "Kita Maulwurfshügel")


def test_an_old_number_in_a_verbund_is_withheld(tmp_path: Path) -> None:
    source = {"title": "Alte Liste", "kind": "press", "published": "2015", "accessed": "2026-01-01"}
    member = {"name": "Kita Wolke", "phone": "+49 30 23125123", "sources": [source]}
    page = rendered(
        built(tmp_path, {f"centres/{HOUSE}": {"members": [member], "checked": None}}), f"familienzentren/{HOUSE}/"
    )
    assert "23125123" not in page


# Old names


def test_an_old_name_is_shown_and_leads_to_the_house(tmp_path: Path) -> None:
    build = built(tmp_path, {f"centres/{HOUSE}": {"name": "Villa Kunterbunt", "former_names": ["Abenteuerland"]}})
    assert "Früher: Abenteuerland" in rendered(build, f"familienzentren/{HOUSE}/")
    [other] = other_names(build.edition)
    assert (other.id, other.name, other.note) == (HOUSE, "Abenteuerland", "heißt jetzt: Villa Kunterbunt")


def test_the_old_name_of_a_contact_leads_to_it(tmp_path: Path) -> None:
    build = built(tmp_path, {"contacts/kreis": {"former_names": ["Kreissozialamt"]}})
    assert "Früher: Kreissozialamt" in rendered(build, "kontakte/kreis/")
    assert "Kreissozialamt" in rendered(build, "a-z/")
    [core] = [
        json.loads(bundle.content)
        for bundle in build.bundles
        if bundle.path.startswith("assets/suche.") and bundle.path.count("/") == 1
    ]
    [kreis] = [contact for contact in core["contacts"] if contact["id"] == "kreis"]
    assert "Kreissozialamt" in kreis["words"]


# Closed


@pytest.mark.parametrize("successor", [None, SECOND_HOUSE])
def test_the_page_of_a_closed_house_names_who_follows_and_the_houses_of_its_town(
    tmp_path: Path, successor: str | None
) -> None:
    closed = {**CLOSED, **({"successor": successor} if successor else {})}
    changes: Changes = {
        f"centres/{HOUSE}": {"closed": closed},
        f"centres/{SECOND_HOUSE}": {"municipality": TOWN, "address": None},
    }
    build = built(tmp_path, changes)
    page = rendered(build, f"familienzentren/{HOUSE}/")
    assert '<main id="inhalt" class="wide" data-moved>' in page
    assert f'<article data-record="centre:{HOUSE}">' in page
    assert 'seit <time datetime="2026-05-01">1. Mai 2026</time> nicht mehr' in page
    assert "Die Kinder gehen jetzt woandershin." in page
    assert ("Danach: " in page) is bool(successor)
    assert f'href="../../familienzentren/{SECOND_HOUSE}/"' in page
    assert re.findall('href="(tel:[^"]*)"', page.partition("<main")[2].partition("</main>")[0]) == [DISTRICT]
    for list_ in ("familienzentren/", f"orte/{TOWN}/", "kontakte/"):
        assert f"familienzentren/{HOUSE}/" not in rendered(build, list_)
    assert [(other.name, other.note) for other in other_names(build.edition)] == [
        ("Familienzentrum Abenteuerland 1", "geschlossen")
    ]


def test_an_announced_closing_stands_on_the_page(tmp_path: Path) -> None:
    page = rendered(
        built(tmp_path, {f"centres/{HOUSE}": {"closed": {"since": "2026-08-01"}}}), f"familienzentren/{HOUSE}/"
    )
    assert '<time datetime="2026-08-01">1. August 2026</time>' in page
    assert "data-moved" not in page


def test_a_closed_contact_is_no_number_to_call(tmp_path: Path) -> None:
    build = built(tmp_path, {"contacts/jugendamt": {"closed": {"since": "2026-05-01", "successor": "kreis"}}})
    page = rendered(build, "kontakte/jugendamt/").partition("<main")[2]
    assert 'Danach: <a href="../../kontakte/kreis/">Kreis Beispiel</a>' in page
    assert re.findall('href="(tel:[^"]*)"', page.partition("</main>")[0]) == [DISTRICT]
    assert "kontakte/jugendamt/" not in rendered(build, f"zustaendig/none/{TOWN}/")


# Old addresses


def test_an_archived_page_names_the_house_and_those_of_its_town(tmp_path: Path) -> None:
    old = f"/familienzentren/gluehwuermchen-am-see-{TOWN}/"
    redirects = {"redirects": {"redirects": [{"old": old, "archived": "Das Haus hat geschlossen."}]}}
    build = built(tmp_path, redirects)
    page = rendered(build, old.lstrip("/"))
    assert "<h1>Glühwürmchen am See in Dornmoor</h1>" in page
    assert f'href="../../familienzentren/{HOUSE}/"' in page
    assert f'href="../../orte/{TOWN}/#haeuser">Häuser in Dornmoor</a>' in page
    assert "data-moved" in page
    [other] = other_names(build.edition)
    assert (other.name, other.town, other.note) == ("Glühwürmchen am See", TOWN, "geschlossen")


def test_a_moved_page_names_both_houses(tmp_path: Path) -> None:
    redirect = {"old": "/familienzentren/farbklecks/", "new": f"/familienzentren/{HOUSE}/", "title": "Haus Farbklecks"}
    build = built(tmp_path, {"redirects": {"redirects": [{**redirect, "municipality": TOWN}]}})
    page = rendered(build, "familienzentren/farbklecks/")
    assert "<h1>Haus Farbklecks in Dornmoor</h1>" in page
    assert f'<a href="../../familienzentren/{HOUSE}/">Familienzentrum Abenteuerland 1</a>' in page
    [other] = other_names(build.edition)
    assert (other.id, other.note) == (HOUSE, "heißt jetzt: Familienzentrum Abenteuerland 1")


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        ("haus-am-muehlenteich", "Haus am Mühlenteich"),
        ("neue-quelle-3", "Neue Quelle 3"),
        ("oelmuehle", "Ölmühle"),
        ("in-der-au", "In der Au"),
        ("", "Startseite"),
    ],
)
def test_an_address_in_words(id_: str, words: str) -> None:
    assert in_words(id_) == words
