"""What happens in a house stands there once, whether an activity, an event, an offer or all three tell of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from regions import DAY, HOUSE, TOWN, Changes, Fields, files, read

from wegweiser.edition import Edition
from wegweiser.pages.happenings import activities_of

FILE = f"centres/{HOUSE}"
CAFE: Fields = {"title": "Elterncafé", "text": "Jeden Dienstag.", "as_of": "2026"}
NEXT = "Dienstag, 2. Juni 2026, 9.00 Uhr"


def event(title: str) -> Fields:
    """An event in the house."""
    return {
        **files()["events/sprechstunde"],
        "title": title,
        "summary": "Mit Frühstück.",
        "centre": HOUSE,
        "municipality": TOWN,
        "start": "2026-06-02T09:00",
        "end": "2026-06-02T11:00",
        "recurrence": None,
    }


def told(folder: Path, changes: Changes) -> tuple[list[tuple[str, str, str, str]], list[str]]:
    edition = Edition.on(read(folder, changes), DAY)
    shown, offers = activities_of(edition, edition.catalog.centres[HOUSE])
    return [(one.title, one.text, one.when, one.address) for one in shown], [offer.id for offer in offers]


OFFER_PAGE, EVENT_PAGE = "angebote/elterncafe/", "termine/fruehstueck/"


@pytest.mark.parametrize(
    ("house", "title", "expected", "offers"),
    [
        # the offer of the same name is what the activity leads to
        ({"activities": [CAFE]}, None, [("Elterncafé", "Jeden Dienstag.", "", OFFER_PAGE)], ["but-ueberblick"]),
        # an event about it adds its date, and its page comes first
        (
            {"activities": [CAFE]},
            "Frühstück im Elterncafé",
            [("Elterncafé", "Jeden Dienstag.", NEXT, EVENT_PAGE)],
            ["but-ueberblick"],
        ),
        # small and capital letters make no difference
        (
            {"activities": [{"title": "ELTERNCAFÉ", "as_of": "2026"}]},
            None,
            [("ELTERNCAFÉ", "", "", OFFER_PAGE)],
            ["but-ueberblick"],
        ),
        # what is something else stands beside it
        (
            {"activities": [CAFE]},
            "Flohmarkt",
            [("Elterncafé", "Jeden Dienstag.", "", OFFER_PAGE), ("Flohmarkt", "Mit Frühstück.", NEXT, EVENT_PAGE)],
            ["but-ueberblick"],
        ),
        # without activities there are the events and the offers
        (
            {"activities": None},
            "Frühstück im Elterncafé",
            [("Frühstück im Elterncafé", "Mit Frühstück.", NEXT, EVENT_PAGE)],
            ["elterncafe", "but-ueberblick"],
        ),
        ({"activities": None, "offers": None}, None, [], []),
    ],
)
def test_what_happens_in_a_house(
    tmp_path: Path, house: Fields, title: str | None, expected: list[tuple[str, ...]], offers: list[str]
) -> None:
    changes: Changes = {FILE: house}
    if title:
        changes = {**changes, "events/fruehstueck": {k: v for k, v in event(title).items() if v is not None}}
    assert told(tmp_path, changes) == (expected, offers)
