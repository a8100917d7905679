"""Offers as rows."""

from __future__ import annotations

from wegweiser.catalog import Entry
from wegweiser.edition import Edition
from wegweiser.edition.site import Site
from wegweiser.files.tables.table import Table, proved, tabulate
from wegweiser.schema import Offer
from wegweiser.view.amounts import show_amounts
from wegweiser.view.offers import ages_text


def offer_table(edition: Edition, site: Site) -> Table:
    """Every offer."""
    return tabulate("Hilfen", list(edition.catalog.offers.values()), lambda entry: _fields(edition, site, entry))


def _fields(edition: Edition, site: Site, entry: Entry[Offer]) -> dict[str, str]:
    offer, catalog = entry.record, edition.catalog
    amounts = [f"{amount.label}: {amount.text}" for amount in show_amounts(offer, edition.today)]
    return {
        "Kennung": entry.id,
        "So sagt man": offer.everyday_title,
        "Amtlicher Name": offer.title,
        "In einem Satz": offer.summary,
        "Thema": catalog.topics[offer.topic].label,
        "Für wen": offer.audience.label,
        "Alter": ages_text(offer.ages) or "",
        "Bei welchem Bezug": ", ".join(catalog.statuses[status].short for status in offer.statuses),
        "Wer es bekommt": " ".join(offer.conditions),
        "Beträge": "; ".join(amounts),
        "Wie viel": offer.cost or "",
        "So geht es": " ".join(offer.steps),
        "Mitbringen": "; ".join(offer.documents),
        "Fristen": " ".join(deadline.text for deadline in offer.deadlines),
        "Formulare": "; ".join(f"{form.title}: {form.url}" for form in offer.forms),
        "Gesetz": "; ".join(f"{law.section} {law.law}" for law in offer.legal_basis),
        "LeiKa": offer.leika or "",
        **proved(entry, site),
    }
