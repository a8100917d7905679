"""The pages of cases: routes for educators, step by step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import address, link
from wegweiser.edition import Edition
from wegweiser.pages.page import DISCREET, Crumb, Page
from wegweiser.pages.record_note import note_of
from wegweiser.schema import Case, Offer, Step
from wegweiser.schema.ways import Way
from wegweiser.values.text import fold
from wegweiser.view.callable_line import CallableLine, district_line
from wegweiser.view.contact import ContactCard
from wegweiser.view.printed.handouts import FILE
from wegweiser.view.reach import ShownChannel, show_channels
from wegweiser.view.responsibility.chain import Chain, chain_of
from wegweiser.view.responsibility.steps import StepContacts, asks_house, step_contacts, step_line

FOLDER = address("case")


def pages(edition: Edition) -> Iterator[Page]:
    """The overview and one page for each case."""
    yield overview(edition)
    yield from (case_page(edition, entry) for entry in edition.catalog.cases.values())


FEW_HOUSES = 200
"""Houses that a case lists for a choice; where there are more, the town is enough."""


def overview(edition: Edition) -> Page:
    """All cases by topic."""
    groups = [
        (topic, [entry for entry in edition.catalog.cases.values() if entry.record.topic == id_])
        for id_, topic in edition.catalog.topics.items()
    ]
    return Page(
        address=FOLDER,
        template="cases.html",
        title="Fälle aus der Praxis",
        description="Schritt für Schritt: was Fachkräfte tun können, wenn eine Familie sofort Hilfe braucht.",
        context={"groups": [(topic, cases) for topic, cases in groups if cases]},
        section="fuer-fachkraefte/",
    )


def case_page(edition: Edition, entry: Entry[Case]) -> Page:
    """One case with its steps."""
    case, catalog = entry.record, edition.catalog
    steps = _steps(edition, case)
    chains = _chains(edition) if any(step.asks_house for step in steps) else {}
    first = {house: chain.contact or chain.office for house, chain in chains.items()}
    return Page(
        address=link(entry),
        template="case.html",
        title=f"Fall: {(case.discreet and case.handout_title) or case.title}",
        description=DISCREET if case.discreet else case.summary,
        context={
            "entry": entry,
            "case": case,
            "sheet_file": FILE,
            "steps": steps,
            "note": note_of(entry, edition.today),
            "channels": _urgent(edition, case),
            "houses": _houses(edition, first),
            "fixed": list({card.id: card for card in first.values() if card}.values()),
            "named": {chain.contact.id for chain in chains.values() if chain.contact},
            "towns": list(catalog.municipalities.values()),
            "related": [catalog.cases[id_] for id_ in case.related],
        },
        crumbs=(Crumb("", "Start"), Crumb("fuer-fachkraefte/", "Für Fachkräfte"), Crumb(FOLDER, "Fälle")),
        section="fuer-fachkraefte/",
        scripts=("town.js",),
    )


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step with what it leads to."""

    step: Step
    offers: list[Entry[Offer]]
    contacts: StepContacts
    line: CallableLine | None
    """The number to call while neither house nor town is chosen; at a step that leads to nobody, that of the step
    before, for questions on the way."""
    asks_house: bool
    """Whether the contact of the house belongs here."""


def _steps(edition: Edition, case: Case) -> list[ShownStep]:
    shown = []
    before = district_line(edition)
    for step in case.steps:
        contacts = step_contacts(edition, step)
        own = [spot.contact.staff_line for group in contacts.always for spot in group.contacts]
        line = step_line(edition, step, contacts)
        is_empty = not contacts.always and not contacts.by_town
        offers = [edition.catalog.offers[id_] for id_ in step.offers]
        shown.append(ShownStep(step, offers, contacts, before if is_empty else line, asks_house(edition, contacts)))
        before = next((found for found in (line, *own) if found), before)
    return shown


def _urgent(edition: Edition, case: Case) -> list[ShownChannel]:
    """The numbers of a case about danger, which stand above all steps: those that are the same everywhere."""
    if not case.discreet:
        return []
    offers = [edition.catalog.offers[id_].record for step in case.steps for id_ in step.offers]
    shown = [channel for offer in offers for channel in show_channels(offer.channels, offer, edition.today)]
    short = [channel for channel in shown if channel.way is Way.SHORT_NUMBER]
    return list({channel.value: channel for channel in short}.values())


def _houses(edition: Edition, first: Mapping[str, ContactCard | None]) -> list[tuple[str, list[House]]]:
    """Town → its houses by name, each with whom it asks."""
    towns: dict[str, list[House]] = {}
    for id_, card in sorted(first.items(), key=lambda item: fold(edition.catalog.centres[item[0]].record.name)):
        centre = edition.catalog.centres[id_].record
        towns.setdefault(centre.municipality, []).append(
            House(id_, centre.name, centre.municipality, card.id if card else "")
        )
    known = edition.catalog.municipalities
    return [(known[town].record.name, towns[town]) for town in known if town in towns]


@dataclass(frozen=True, slots=True)
class House:
    """A house that can be chosen above a case."""

    id: str
    name: str
    town: str
    contact: str
    """The id of its fixed contact, else of the Jobcenter of its town; empty where neither is known."""


def _chains(edition: Edition) -> dict[str, Chain]:
    """The chain of every house, as far as they can be listed."""
    houses = edition.houses
    return {id_: chain_of(edition, id_) for id_ in houses} if len(houses) <= FEW_HOUSES else {}
