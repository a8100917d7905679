"""Contacts as rows: for parents, and for educators where they have a way of their own."""

from __future__ import annotations

from wegweiser.catalog import Entry
from wegweiser.edition import Edition
from wegweiser.edition.site import Site
from wegweiser.files.tables.table import Table, as_of, first, number, proved, reached, tabulate
from wegweiser.rules.closures import is_closed
from wegweiser.schema import Contact
from wegweiser.schema.codes import Audience
from wegweiser.schema.ways import Way
from wegweiser.view.contact import contact_card, public_contacts


def contact_table(edition: Edition, site: Site) -> Table:
    """Every public contact that somebody still has."""
    contacts = [entry for entry in public_contacts(edition) if not is_closed(entry.record, edition.today)]
    return tabulate("Kontakte", contacts, lambda entry: _fields(edition, site, entry))


def _fields(edition: Edition, site: Site, entry: Entry[Contact]) -> dict[str, str]:
    contact, catalog, card = entry.record, edition.catalog, contact_card(edition, entry.id)
    staff = first(card.staff_channels, Audience.EDUCATORS, Way.PHONE, Way.EMAIL)
    deputy = catalog.contacts.get(contact.deputy or "")
    booking = next((channel for channel in card.parents.channels if channel.is_booking and channel.value), None)
    return {
        "Kennung": entry.id,
        "Bezeichnung": contact.title,
        "Wofür": contact.purpose,
        "Stelle": card.organization,
        "Städte und Gemeinden": ", ".join(catalog.municipalities[t].record.name for t in contact.serves.municipalities),
        "Nur für": card.limits,
        **reached(card.reach.channels, card.reach.place, card.reach.hours),
        "Termin online": booking.value if booking else "",
        "Nur für Fachkräfte": number(staff),
        "Nur für Fachkräfte: Stand": as_of(staff),
        "Sprachen": card.languages,
        "Vertretung": deputy.record.title if deputy else "",
        **proved(entry, site),
    }
