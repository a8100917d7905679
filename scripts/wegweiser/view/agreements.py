"""Cooperations between a house and an office, as far as a source shows them."""

from __future__ import annotations

from dataclasses import dataclass

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import address
from wegweiser.edition import Edition
from wegweiser.schema import Agreement
from wegweiser.values.dates import write_partial
from wegweiser.view.figures import year_text


@dataclass(frozen=True, slots=True)
class ShownAgreement:
    """A cooperation as the centre's page shows it."""

    evidence: str
    title: str
    """`Vereinbarung mit dem Jobcenter`; only a signed paper is called so."""
    office: str
    office_address: str
    summary: str
    promises_office: tuple[str, ...]
    promises_centre: tuple[str, ...]
    year: str
    """Empty where it is not known."""
    signed: str | None
    renewed: str | None
    entry: Entry[Agreement]


def agreements_of(edition: Edition, centre: str) -> list[ShownAgreement]:
    """The cooperations of a centre, the newest first; those that are not signed papers are never called so."""
    return [show_agreement(edition, entry) for entry in edition.relations.agreements.get(centre, ())]


def show_agreement(edition: Edition, entry: Entry[Agreement]) -> ShownAgreement:
    """A cooperation with its date in words."""
    agreement = entry.record
    return ShownAgreement(
        evidence=agreement.evidence.label,
        title=f"{agreement.evidence.label} mit dem Jobcenter",
        office=edition.catalog.organizations[agreement.office].record.name,
        office_address=address("organization", agreement.office),
        summary=agreement.summary,
        promises_office=agreement.promises_office,
        promises_centre=agreement.promises_centre,
        year=year_text(agreement.as_of),
        signed=write_partial(agreement.signed) if agreement.signed else None,
        renewed=write_partial(agreement.renewed) if agreement.renewed else None,
        entry=entry,
    )
