"""The offices and towns of the invented region."""

from __future__ import annotations

from collections.abc import Iterator

from wegweiser.demo.supply import Supply, postal_code, slug
from wegweiser.demo.words import Record


def offices(supply: Supply) -> Iterator[tuple[str, Record]]:
    """Offices of the region, then each town with its town hall."""
    towns = [(slug(town), town) for town in supply.towns]
    for id_, name, kind in (
        ("jobcenter", "Jobcenter Beispiel", "job-centre"),
        ("jugendamt", "Jugendamt Beispiel", "youth-office"),
        ("kreis", "Kreis Beispiel", "district"),
        ("traeger", "Trägerverein Beispiel", "provider"),
    ):
        yield f"organizations/{id_}", _organization(supply, name, kind, towns[0])
        if kind != "provider":
            yield f"contacts/{id_}", _contact(supply, name, id_, [])
    for number, (id_, town) in enumerate(towns):
        yield (
            f"municipalities/{id_}",
            {
                "name": town,
                "kind": "town",
                "ags": f"00{number:06}",
                "postal_codes": [postal_code(number)],
                "latitude": f"{51 + number % 90 / 100:.4f}",
                "longitude": f"{7 + number % 70 / 100:.4f}",
                "website": f"https://{id_}.example.org",
                "youth_office": "jugendamt",
                "town_hall": f"rathaus-{id_}",
                **supply.proof(),
            },
        )
        yield f"organizations/rathaus-{id_}", _organization(supply, f"Stadt {town}", "town", (id_, town))
        yield f"contacts/sozialamt-{id_}", _contact(supply, f"Sozialamt {town}", f"rathaus-{id_}", [id_])


def _organization(supply: Supply, name: str, kind: str, town: tuple[str, str]) -> Record:
    address = {
        "street": f"Musterweg {supply.random.randint(1, 99)}",
        "postal_code": postal_code(supply.town_number(town[1])),
    }
    place = {
        "id": "haupthaus",
        "name": "Haupthaus",
        "municipality": town[0],
        "address": address,
        "opening_hours": {"hours": "Mo-Fr 08:00-12:00; PH off"},
    }
    return {"name": name, "kind": kind, "website": "https://www.example.org", "locations": [place], **supply.proof()}


def _contact(supply: Supply, title: str, organization: str, towns: list[str]) -> Record:
    channels = [
        {"phone": supply.number(), "audience": "parents"},
        {"phone": supply.number(), "audience": "educators"},
        {"email": f"{slug(title)}@example.org"},
    ]
    record = {
        "title": title,
        "purpose": f"{title}: Fragen und Anträge.",
        "organization": organization,
        "channels": channels,
    }
    return {
        **record,
        "languages": ["de", "en"],
        **({"serves": {"municipalities": towns}} if towns else {}),
        **supply.proof(),
    }
