"""Contacts and houses as vCards 3.0 (RFC 2426), to be saved on a phone: what their pages show, and nothing else.

Version 3.0, since not all address books read 4.0. No names of persons: a saved card does not know when they leave.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import count

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import link
from wegweiser.edition import Edition
from wegweiser.edition.site_file import SiteFile
from wegweiser.files.content_lines import escape, write
from wegweiser.files.identity import stable_id
from wegweiser.rules.closures import is_closed
from wegweiser.schema import Centre, Contact
from wegweiser.schema.codes import Audience
from wegweiser.schema.ways import Way
from wegweiser.values.dates import write_day
from wegweiser.view.centre import MemberHouse, members_of, place_of, saved_reach
from wegweiser.view.contact import contact_card, public_contacts
from wegweiser.view.fact import ShownFact
from wegweiser.view.reach import Reach, ShownAddress, ShownChannel

NAME = "kontakt.vcf"
"""Stands beside the page of the contact or house."""
STAFF_CHANNELS = "Dienstweg, nur für Fachkräfte"


@dataclass(frozen=True, slots=True)
class Card:
    """What a vCard says."""

    reference: str
    address: str
    """Of its page, from the root of the site."""
    name: str
    organization: str
    purpose: str
    reach: Reach
    website: str | None


def files(edition: Edition, url: str) -> Iterator[SiteFile]:
    """The path of each file and what makes it; `url` is the address of the site, empty where unknown."""
    for contact in public_contacts(edition):
        if contact_card(edition, contact.id).reach.is_worth_saving:
            yield SiteFile(f"{link(contact)}{NAME}", partial(_contact, edition, url, contact))
    for centre in edition.catalog.centres.values():
        if saved_reach(edition, centre.id).is_worth_saving:
            yield SiteFile(f"{link(centre)}{NAME}", partial(_centre, edition, url, centre))


def _contact(edition: Edition, url: str, entry: Entry[Contact]) -> bytes:
    card = contact_card(edition, entry.id)
    purpose = f"{card.purpose}\nFür: {card.limits}" if card.limits else card.purpose
    made = Card(entry.ref, card.address, card.title, card.organization, purpose, card.reach, card.website)
    return write(lines(made, edition, url))


def _centre(edition: Edition, url: str, entry: Entry[Centre]) -> bytes:
    centre, reach = entry.record, saved_reach(edition, entry.id)
    purpose = f"{centre.family_centre.label} in {place_of(edition, centre)}"
    if centre.closed and is_closed(centre, edition.today):
        purpose += f", geschlossen seit {write_day(centre.closed.since)}"
    houses = [", ".join((house.name, *_where(house))) for house in members_of(edition, entry.id)]
    if houses:
        purpose += f"\nHäuser im Verbund: {'; '.join(houses)}"
    made = Card(entry.ref, link(entry), centre.name, centre.name, purpose, reach, centre.website)
    return write(lines(made, edition, url))


def _where(house: MemberHouse) -> tuple[str, ...]:
    """The address of a house of a Verbund, else its place."""
    place = house.reach.place
    return place.lines if place and not place.withheld else (house.place,)


def lines(card: Card, edition: Edition, url: str) -> Iterator[str]:
    """The content lines of a card, not folded yet."""
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield "PRODID:-//Familienwegweiser//DE"
    # The same card again replaces the one saved before.
    yield f"UID:urn:uuid:{stable_id(edition, card.reference)}"
    yield f"REV:{edition.today.isoformat()}T00:00:00Z"
    yield f"FN:{escape(card.name)}"
    yield f"N:{escape(card.name)};;;;"  # phones show the name, not FN; it is the family name of nobody
    yield f"ORG:{escape(card.organization)}"
    yield from _ways(card)
    if card.reach.place and not card.reach.place.withheld:
        yield _address(card.reach.place)
    yield f"NOTE:{escape(chr(10).join(_note(card, edition, url)))}"
    yield "END:VCARD"


_PROPERTIES = {
    Way.PHONE: "TEL;TYPE=WORK,VOICE",
    Way.SHORT_NUMBER: "TEL;TYPE=WORK,VOICE",
    Way.FAX: "TEL;TYPE=WORK,FAX",
    Way.EMAIL: "EMAIL;TYPE=INTERNET",
}


def _ways(card: Card) -> Iterator[str]:
    """Numbers, mailboxes and websites; what they are for stands in a label that belongs to the same group."""
    numbers = count(1)
    named = set()
    for channel in card.reach.channels:
        if channel.withheld or channel.way is Way.POST:
            continue
        named.add(channel.value)
        written = f"{_PROPERTIES.get(channel.way, 'URL')}:{channel.value}"
        if label := _label(channel):
            group = f"item{next(numbers)}"
            yield f"{group}.{written}"
            yield f"{group}.X-ABLabel:{escape(label)}"
        else:
            yield written
    if card.website and card.website not in named:
        yield f"URL:{card.website}"


def _label(channel: ShownChannel) -> str:
    staff_only = STAFF_CHANNELS if channel.audience is Audience.EDUCATORS else ""
    return ": ".join(filter(None, (staff_only, channel.title)))


def _address(place: ShownAddress) -> str:
    return f"ADR;TYPE=WORK:;;{escape(place.street)};{escape(place.city)};;{escape(place.postal_code)};"


def _note(card: Card, edition: Edition, url: str) -> Iterator[str]:
    yield card.purpose
    yield from _purposes(card.reach)
    hours = card.reach.hours
    if hours:
        yield from filter(None, (hours.headline, f"Öffnungszeiten: {hours.text}" if hours.rows else "", hours.note))
    yield from (f"{closing.days}: geschlossen ({closing.reason})" for closing in card.reach.closed)
    yield from (f"Post: {channel.value}" for channel in card.reach.channels if channel.way is Way.POST)
    if any(channel.audience is Audience.EDUCATORS and channel.value for channel in card.reach.channels):
        yield f"{STAFF_CHANNELS}: Bitte geben Sie Nummern und Adressen mit diesem Namen nicht weiter."
    yield from _stands(card.reach)
    region = edition.catalog.region.record.name
    yield f"Gespeichert aus dem Familienwegweiser {region} vom {write_day(edition.today)}."
    if url:
        yield f"{url}{card.address}"


def _purposes(reach: Reach) -> Iterator[str]:
    """What each number and mailbox is for, and when somebody answers: many phones show no labels."""
    for channel in reach.channels:
        said = (
            "Fax" if channel.way is Way.FAX else "",
            _label(channel),
            channel.hours.text if channel.hours else "",
        )
        if channel.value and channel.way is not Way.POST and any(said):
            yield f"{channel.value}: {', '.join(filter(None, said))}"


def _stands(reach: Reach) -> Iterator[str]:
    """How old the facts are, each date once; a saved card must not look newer than its page."""
    facts: list[tuple[str, ShownFact]] = [
        (channel.way.label, channel) for channel in reach.channels if channel.way.is_dated
    ]
    facts += [(name, fact) for name, fact in (("Anschrift", reach.place), ("Öffnungszeiten", reach.hours)) if fact]
    by_date: dict[str, list[str]] = {}
    for name, fact in facts:
        if not fact.withheld:
            ask = ". Bitte nachfragen, ob es noch stimmt" if fact.marked else ""
            by_date.setdefault(f"{fact.as_of_text}{ask}.", []).append(name)
    for date, names in by_date.items():
        yield f"{', '.join(dict.fromkeys(names))}: {date}"
