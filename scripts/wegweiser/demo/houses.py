"""The family centres of the invented region."""

from __future__ import annotations

from collections.abc import Iterator

from wegweiser.demo.supply import Supply, postal_code, slug
from wegweiser.demo.words import HOURS, HOUSES, OFFERS, SYLLABLES, Record


def house(supply: Supply, number: int) -> Iterator[tuple[str, Record]]:
    """One centre, and for every tenth its agreement with the office."""
    town = supply.towns[number % len(supply.towns)]
    name = f"{HOUSES[number % len(HOUSES)]} {number // len(HOUSES) + 1}"
    id_ = f"{slug(name)}-{slug(town)}"[:60].rstrip("-")
    yield (
        f"centres/{id_}",
        {
            "name": f"Familienzentrum {name}",
            "family_centre": "yes",
            "municipality": slug(town),
            "description": f"Das Haus {name} ist erfunden. Es zeigt, wie eine vollständige Seite aussieht.",
            "address": {
                "street": f"{supply.random.choice(SYLLABLES)}weg {supply.random.randint(1, 150)}",
                "postal_code": postal_code(supply.town_number(town)),
            },
            "provider": "traeger",
            "website": f"https://{id_}.example.org",
            "contact": "jobcenter",
            "channels": [{"phone": supply.number(), "audience": "parents"}, {"email": f"{id_}@example.org"}],
            "opening_hours": {"hours": supply.random.choice(HOURS)},
            "care_hours": ["25", "35", "45"],
            "ages": {"minimum_months": "4", "maximum_years": "6", "as_of": str(supply.today.year)},
            "groups": {"value": "3", "as_of": str(supply.today.year)},
            "places": {"value": str(supply.random.randint(40, 110)), "as_of": str(supply.today.year)},
            "languages": ["de", supply.random.choice(["ar", "tr", "uk", "pl"])],
            "accessibility": {"features": ["step-free", "accessible-toilet", "bus-stop"]},
            "offers": ["elterncafe", supply.random.choice(OFFERS["schule"])],
            "activities": [{"title": "Elterncafé", "text": "Jeden Dienstag.", "as_of": str(supply.today.year)}],
            **supply.proof(),
        },
    )
    if number % 10 == 0:
        yield (
            f"agreements/{id_}",
            {
                "centres": [id_],
                "office": "jobcenter",
                "evidence": "agreement",
                "as_of": str(supply.today.year),
                "summary": f"Das Haus {name} und das Jobcenter arbeiten zusammen.",
                "contact_office": "jobcenter",
                "promises_office": ["Ein fester Kontakt."],
                "promises_centre": ["Eltern auf dem Weg in Arbeit unterstützen."],
                **supply.proof(),
            },
        )
