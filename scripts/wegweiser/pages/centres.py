"""The pages of family centres and day-care centres."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wegweiser.catalog import Entry
from wegweiser.pages.centre_list import FOLDER, overview
from wegweiser.pages.centre_reach import centre_reach, place_of
from wegweiser.pages.chain import chain_of
from wegweiser.pages.figures import as_of_text, show_ages, show_figure
from wegweiser.pages.responsible import answers_for_town
from wegweiser.pages.shown import OPEN_NOW
from wegweiser.pages.site import Crumb, Guide, Page
from wegweiser.schema import Agreement, Centre
from wegweiser.values.dates import write_partial


@dataclass(frozen=True, slots=True)
class ShownAgreement:
    """A cooperation as the centre's page shows it."""

    evidence: str
    is_agreement: bool
    office: str
    office_address: str
    summary: str
    promises_office: tuple[str, ...]
    promises_centre: tuple[str, ...]
    stand: str
    signed: str | None
    renewed: str | None
    entry: Entry[Agreement]


def pages(guide: Guide) -> Iterator[Page]:
    """The overview and one page for each centre."""
    yield overview(guide)
    for entry in guide.catalog.centres.values():
        yield centre_page(guide, entry)


def centre_page(guide: Guide, entry: Entry[Centre]) -> Page:
    """The page of one centre."""
    centre, catalog = entry.record, guide.catalog
    town = catalog.municipalities[centre.municipality]
    place, reach = place_of(guide, centre), centre_reach(guide, entry.id)
    return Page(
        address=f"{FOLDER}{entry.id}/",
        template="centre.html",
        title=centre.name if place in centre.name else f"{centre.name}, {place}",
        description=f"{centre.name} in {place}: Kontakt, Zeiten, Angebote und wer im Jobcenter zuständig ist.",
        context={
            "entry": entry,
            "centre": centre,
            "town": town,
            "place": place,
            "description": centre.description.split("\n\n") if centre.description else (),
            "provider": catalog.organizations.get(centre.provider or ""),
            "reach": reach,
            "figures": _figures(guide, centre),
            "closing_days": [days for days in centre.closing_days if days.end >= guide.today],
            "agreements": agreements_of(guide, entry.id),
            "chain": chain_of(guide, entry.id),
            "topics": answers_for_town(guide, town.id),
            "offers": [catalog.offers[offer] for offer in centre.offers],
            "activities": _activities(guide, centre),
            "events": guide.relations.events.get(entry.id, []),
            "news": guide.relations.news.get(entry.id, []),
        },
        crumbs=(Crumb("", "Start"), Crumb(FOLDER, "Familienzentren"), Crumb(f"orte/{town.id}/", town.record.name)),
        section=FOLDER,
        scripts=OPEN_NOW if reach.hours and reach.hours.until else (),
    )


@dataclass(frozen=True, slots=True)
class Dated:
    """Rows that each have a date in words, and the date once where it is the same for all."""

    rows: tuple[tuple[str, str, str], ...]
    """(label, text, date)"""

    @property
    def shared(self) -> str | None:
        """The date of all rows; None where they differ."""
        dates = {date for _, _, date in self.rows}
        return dates.pop() if len(dates) == 1 else None


def _figures(guide: Guide, centre: Centre) -> Dated:
    rows = (
        ("Alter der Kinder", show_ages(centre.ages, guide.today)),
        ("Gruppen", show_figure(centre.groups, guide.today)),
        ("Plätze", show_figure(centre.places, guide.today)),
        ("Kinder", show_figure(centre.children, guide.today)),
    )
    return Dated(tuple((label, *shown) for label, shown in rows if shown))


def _activities(guide: Guide, centre: Centre) -> Dated:
    return Dated(
        tuple((item.title, item.text or "", as_of_text(item.as_of, guide.today)) for item in centre.activities)
    )


def agreements_of(guide: Guide, centre: str) -> list[ShownAgreement]:
    """The cooperations of a centre, the newest first; those that are not signed papers are never called so."""
    return [show_agreement(guide, entry) for entry in guide.relations.agreements.get(centre, ())]


def show_agreement(guide: Guide, entry: Entry[Agreement]) -> ShownAgreement:
    """A cooperation with its date in words."""
    agreement = entry.record
    return ShownAgreement(
        evidence=agreement.evidence.label,
        is_agreement=agreement.evidence.value == "agreement",
        office=guide.catalog.organizations[agreement.office].record.name,
        office_address=f"traeger/{agreement.office}/",
        summary=agreement.summary,
        promises_office=agreement.promises_office,
        promises_centre=agreement.promises_centre,
        stand=as_of_text(agreement.as_of, guide.today),
        signed=write_partial(agreement.signed) if agreement.signed else None,
        renewed=write_partial(agreement.renewed) if agreement.renewed else None,
        entry=entry,
    )
