"""Houses as rows."""

from __future__ import annotations

from wegweiser.catalog import Entry
from wegweiser.edition import Edition
from wegweiser.edition.site import Site
from wegweiser.files.tables.table import NO, YES, Table, proved, reached, tabulate
from wegweiser.schema import Centre
from wegweiser.schema.codes import FamilyCentre
from wegweiser.values.languages import language_name
from wegweiser.view.agreements import agreements_of
from wegweiser.view.centre import centre_reach
from wegweiser.view.figures import show_ages, show_figure

IS_CENTRE = {FamilyCentre.YES: YES, FamilyCentre.NO: NO}


def house_table(edition: Edition, site: Site) -> Table:
    """Every house that is open."""
    houses = list(edition.houses.values())
    return tabulate("Häuser", houses, lambda entry: _fields(edition, site, entry), ("Familienzentrum",))


def _fields(edition: Edition, site: Site, entry: Entry[Centre]) -> dict[str, str]:
    centre, catalog = entry.record, edition.catalog
    reach = centre_reach(edition, entry.id)
    located = reach.place is not None and not reach.place.withheld
    provider = catalog.organizations.get(centre.provider or "")
    contact = catalog.contacts.get(centre.contact or "")
    ages, places = show_ages(centre.ages) or ("", ""), show_figure(centre.places) or ("", "")
    access = centre.accessibility
    return {
        "Kennung": entry.id,
        "Name": centre.name,
        "Familienzentrum": IS_CENTRE.get(centre.family_centre, ""),
        "Art": centre.family_centre.label,
        "Stadt oder Gemeinde": catalog.municipalities[centre.municipality].record.name,
        "Ortsteil": centre.district or "",
        **reached(reach.channels, reach.place, reach.hours),
        "Website": centre.website or "",
        "Träger": provider.record.name if provider else "",
        "Alter der Kinder": ages[0],
        "Alter: Stand": ages[1],
        "Plätze": places[0],
        "Plätze: Stand": places[1],
        "Sprachen": ", ".join(map(language_name, centre.languages)),
        "Barrierefreiheit": ", ".join(feature.label for feature in access.features) if access else "",
        "Fester Kontakt im Jobcenter": contact.record.title if contact else "",
        "Zusammenarbeit": "; ".join(
            f"{known.title} ({known.year or 'Jahr unbekannt'})" for known in agreements_of(edition, entry.id)
        ),
        "Breite": str(centre.latitude) if centre.latitude and located else "",
        "Länge": str(centre.longitude) if centre.longitude and located else "",
        **proved(entry, site),
    }
