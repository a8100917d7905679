"""What one rule says for one town: its contact or its parts, with the limits that the contacts state themselves."""

from __future__ import annotations

from dataclasses import replace

from wegweiser.catalog import Catalog
from wegweiser.rules.parts import Claim, Others, Part
from wegweiser.schema import Rule, Serves


def claim_of(catalog: Catalog, number: int, rule: Rule, place: str) -> Claim | None:
    """What a rule says for a town; None where it says nothing."""
    contact = _contact(rule, place)
    if rule.municipalities and place not in rule.municipalities:
        return None
    whole = Part(contact or "", rule.fallback, rule.derived, rule.note, number)
    if not rule.parts:
        limits = replace(whole, districts=rule.districts, surnames=rule.surnames, surname_of=rule.surname_of)
        return Claim((_limited(catalog, limits, place),)) if contact else None
    parts = [
        replace(
            whole,
            contact=part.contact,
            number=index,
            districts=part.districts,
            surnames=part.surnames,
            surname_of=rule.surname_of if part.surnames else None,
        )
        for index, part in enumerate(rule.parts)
    ]
    return Claim(_with_rest([_limited(catalog, part, place) for part in parts]), whole if contact else None)


def _limited(catalog: Catalog, part: Part, town: str) -> Part:
    """With the limits that its contact states itself, where the rule says nothing about them."""
    entry = catalog.contacts.get(part.contact)
    if entry is None:
        return part
    serves = entry.record.serves
    districts = part.districts or _districts_in(catalog, serves, town)
    if part.surnames or not serves.surnames:
        return replace(part, districts=districts)
    return replace(part, districts=districts, surnames=serves.surnames, surname_of=serves.surname_of)


def _districts_in(catalog: Catalog, serves: Serves, town: str) -> tuple[str, ...]:
    """Those districts of a contact that belong to a town; empty where it is there for the whole town."""
    if not serves.districts or town not in serves.municipalities or town not in catalog.municipalities:
        return ()
    listed = {district.name for district in catalog.municipalities[town].record.districts}
    alone = len(serves.municipalities) == 1
    return serves.districts if alone else tuple(name for name in serves.districts if name in listed)


def _contact(rule: Rule, municipality: str) -> str | None:
    return rule.contacts.get(municipality) if rule.contacts else rule.contact


def _with_rest(parts: list[Part]) -> tuple[Part, ...]:
    """The parts of one rule; those without limits are there for whatever the others leave."""
    districts, names = (any(getattr(part, field) for part in parts) for field in ("districts", "surnames"))
    rest = Others.ALL if districts == names else Others.DISTRICTS if districts else Others.SURNAMES
    return tuple(replace(part, others=rest) if part.is_whole else part for part in parts)
