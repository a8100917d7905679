"""The files of the invented region that hold lists."""

from __future__ import annotations

from collections.abc import Iterator

from wegweiser.demo.supply import Supply, slug
from wegweiser.demo.words import STATUSES, TERMS, TOPICS, Record


def vocabularies(supply: Supply) -> Iterator[tuple[str, Record]]:
    """The region itself, topics, statuses, glossary and the rules of responsibility."""
    yield (
        "region",
        {
            "name": "Kreis Beispiel",
            "in_region": "im Kreis Beispiel",
            "ags": "00000",
            "state": "NW",
            "preview": "nein",
            "owner": {
                "name": "Kreis Beispiel",
                "street": "Musterweg 1",
                "postal_code": "00100",
                "city": "Beispielstadt",
                "email": "redaktion@example.org",
                "phone": supply.number(),
                "represented_by": "die Landrätin",
            },
            "review_periods": {"contacts": "12", "centres": "12", "offers": "12"},
            "website": "https://www.example.org/kreis",
            "fallback_contact": "kreis",
            "correction_url": "https://www.example.org/korrektur",
        },
    )
    yield "topics", {"topics": [{"id": i, "label": label, "summary": text} for i, label, text in TOPICS]}
    statuses = [
        {"id": i, "label": f"Ich bekomme: {s}", "short": s, "summary": f"Erklärung zu: {s}."} for i, s in STATUSES
    ]
    yield "statuses", {"statuses": statuses}
    yield "glossary", {"terms": [{"term": term, "meaning": meaning} for term, meaning in TERMS]}
    offices = {slug(town): f"sozialamt-{slug(town)}" for town in supply.towns}
    youth = {slug(town): "jugendamt" for town in supply.towns}
    yield (
        "responsibilities",
        {
            "rules": [
                {"contact": "jobcenter", "statuses": ["sgb2"], "sources": supply.sources()},
                {"contacts": offices, "sources": supply.sources()},
                {"topics": ["betreuung"], "contacts": youth, "sources": supply.sources()},
                {"topics": ["beratung"], "contact": "kreis", "fallback": "ja", "sources": supply.sources()},
            ]
        },
    )
