"""Contacts and answers as cards: what pages of every kind show of 'who is responsible'."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wegweiser.catalog import Entry
from wegweiser.pages.shown import (
    ShownAddress,
    ShownChannel,
    ShownHours,
    for_audience,
    show_address,
    show_channels,
    show_hours,
)
from wegweiser.pages.site import Guide
from wegweiser.responsibility import Answer
from wegweiser.schema import Contact, Location, Offer, Organization
from wegweiser.schema.codes import Audience


@dataclass(frozen=True, slots=True)
class ContactCard:
    """A contact with everything that is needed to reach it."""

    id: str
    address: str
    title: str
    purpose: str
    organization: str
    organization_address: str
    channels: tuple[ShownChannel, ...]
    place: ShownAddress | None
    hours: ShownHours | None
    website: str | None

    @property
    def parents(self) -> list[ShownChannel]:
        """Channels that parents use."""
        return for_audience(self.channels, Audience.PARENTS)

    @property
    def educators(self) -> list[ShownChannel]:
        """Channels that educators use."""
        return for_audience(self.channels, Audience.EDUCATORS)

    @property
    def only_educators(self) -> list[ShownChannel]:
        """Channels that are not for parents: the short way."""
        return [channel for channel in self.channels if channel.audience is Audience.EDUCATORS]

    @property
    def reachable(self) -> list[ShownChannel]:
        """Phone numbers and e-mail addresses that are shown."""
        return [
            channel for channel in self.parents if channel.way in ("phone", "short_number", "email") and channel.value
        ]


def contact_card(guide: Guide, contact_id: str) -> ContactCard:
    """The card of a contact that exists."""
    if contact_id not in guide.cards:
        guide.cards[contact_id] = _make_card(guide, contact_id)
    card: ContactCard = guide.cards[contact_id]
    return card


def _make_card(guide: Guide, contact_id: str) -> ContactCard:
    entry = guide.catalog.contacts[contact_id]
    contact, organization = entry.record, guide.catalog.organizations[entry.record.organization]
    location = location_of(contact, organization)
    hours = contact.opening_hours or (location.opening_hours if location else None)
    owner = contact if contact.opening_hours else organization.record
    return ContactCard(
        id=contact_id,
        address=f"kontakte/{contact_id}/",
        title=contact.title,
        purpose=contact.purpose,
        organization=organization.record.name,
        organization_address=f"traeger/{organization.id}/",
        channels=tuple(show_channels(contact.channels, contact, guide.today)),
        place=location_address(guide, location, organization),
        hours=show_hours(hours, (), owner, guide.catalog.region.record.state, guide.horizon),
        website=website_of(guide, contact),
    )


def location_of(contact: Contact, organization: Entry[Organization]) -> Location | None:
    """Where the contact sits; the only location of an organization needs no naming."""
    locations = organization.record.locations
    if contact.location is None:
        return locations[0] if len(locations) == 1 else None
    return next((place for place in locations if place.id == contact.location), None)


def location_address(guide: Guide, location: Location | None, organization: Entry[Organization]) -> ShownAddress | None:
    """The address of a location in lines."""
    if location is None:
        return None
    town = guide.catalog.municipalities.get(location.municipality or "")
    return show_address(location.address, town.record.name if town else "", organization.record, guide.today)


def website_of(guide: Guide, contact: Contact) -> str | None:
    """Where somebody can look for what we do not know: the contact's own page, its office's, its town's."""
    own = next((channel.web for channel in contact.channels if channel.web), None)
    if own:
        return own
    organization = guide.catalog.organizations.get(contact.organization)
    while organization and not organization.record.website:
        parent = organization.record.parent
        organization = guide.catalog.organizations.get(parent) if parent else None
    if organization and organization.record.website:
        return organization.record.website
    towns = [guide.catalog.municipalities.get(id_) for id_ in contact.serves.municipalities]
    return next((town.record.website for town in towns if town and town.record.website), None)


@dataclass(frozen=True, slots=True)
class Target:
    """A contact as the answer to a question, for some towns."""

    contact: ContactCard
    towns: tuple[str, ...]
    """Names; empty where the answer is the same in every town."""
    note: str | None
    derived: bool
    fallback: bool


@dataclass(frozen=True, slots=True)
class StatusGroup:
    """Statuses that lead to the same contacts."""

    statuses: tuple[str, ...]
    """Labels; empty where the status makes no difference."""
    targets: tuple[Target, ...]


def answers_for_offer(guide: Guide, offer: str) -> list[StatusGroup]:
    """Who is responsible for an offer, for every town, statuses with the same answers put together."""
    towns = guide.catalog.municipalities
    by_answers: dict[tuple[tuple[str, Answer], ...], list[str]] = {}
    for status, record in guide.catalog.statuses.items():
        answers = ((town, guide.responsibility.answer(town, status, offer)) for town in towns)
        by_answers.setdefault(tuple((town, answer) for town, answer in answers if answer), []).append(record.short)
    same = len(by_answers) == 1
    return [
        StatusGroup(() if same else tuple(statuses), tuple(_targets(guide, answers)))
        for answers, statuses in by_answers.items()
    ]


def _targets(guide: Guide, answers: Iterable[tuple[str, Answer]]) -> Iterable[Target]:
    by_answer: dict[tuple[str, str | None, bool, bool], list[str]] = {}
    for town, answer in answers:
        key = (answer.contact, answer.note, answer.derived, answer.fallback)
        by_answer.setdefault(key, []).append(guide.catalog.municipalities[town].record.name)
    for (contact, note, derived, fallback), names in by_answer.items():
        everywhere = len(by_answer) == 1
        yield Target(contact_card(guide, contact), () if everywhere else tuple(names), note, derived, fallback)


@dataclass(frozen=True, slots=True)
class OfferAnswers:
    """An offer with the contacts of one town."""

    offer: Entry[Offer]
    groups: tuple[StatusGroup, ...]


@dataclass(frozen=True, slots=True)
class TopicAnswers:
    """The offers of a topic with the contacts of one town."""

    id: str
    label: str
    offers: tuple[OfferAnswers, ...]


def answers_for_town(guide: Guide, town: str) -> list[TopicAnswers]:
    """Every offer with who is responsible for it in a town, by topic."""
    by_topic: dict[str, list[OfferAnswers]] = {topic: [] for topic in guide.catalog.topics}
    for offer in guide.catalog.offers.values():
        by_topic.setdefault(offer.record.topic, []).append(
            OfferAnswers(offer, tuple(_groups_in_town(guide, town, offer.id)))
        )
    return [
        TopicAnswers(id_, guide.catalog.topics[id_].label, tuple(offers)) for id_, offers in by_topic.items() if offers
    ]


def _groups_in_town(guide: Guide, town: str, offer: str) -> Iterable[StatusGroup]:
    by_answer: dict[tuple[str, str | None, bool, bool], list[str]] = {}
    for status, record in guide.catalog.statuses.items():
        if answer := guide.responsibility.answer(town, status, offer):
            key = (answer.contact, answer.note, answer.derived, answer.fallback)
            by_answer.setdefault(key, []).append(record.short)
    for (contact, note, derived, fallback), statuses in by_answer.items():
        target = Target(contact_card(guide, contact), (), note, derived, fallback)
        yield StatusGroup(() if len(by_answer) == 1 else tuple(statuses), (target,))
