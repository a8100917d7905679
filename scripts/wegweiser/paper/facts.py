"""How a contact is reached, as a sheet of paper says it: numbers to dial, a door to find, hours to come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from wegweiser.edition import Edition
from wegweiser.schema import Offer
from wegweiser.schema.codes import OrganizationKind
from wegweiser.schema.ways import Way
from wegweiser.view.callable_line import Origin, contact_line
from wegweiser.view.contact import ContactCard
from wegweiser.view.opening import ShownHours
from wegweiser.view.reach import ShownChannel, show_channels
from wegweiser.wording.parts import divides


@dataclass(frozen=True, slots=True)
class Fact:
    """One way to reach somebody."""

    label: str
    lines: tuple[str, ...]
    href: str = ""
    note: str = ""
    kind: str = "text"
    """`number` for what somebody dials."""
    essential: bool = True
    """Stays where there is not room for all."""


def facts_of(edition: Edition, card: ContactCard) -> tuple[Fact, ...]:
    """Everything that is known about how parents reach a contact, the most useful first."""
    reach = card.parents
    dated = reach.shared is None
    shown = [channel for channel in reach.channels if not channel.withheld]
    ways = {way: [_channel(channel, dated=dated) for channel in shown if channel.way == way] for way in Way}
    numbers = [*ways[Way.SHORT_NUMBER], *ways[Way.PHONE]]
    facts = numbers[:1] + _less_essential(numbers[1:])
    if reach.place and not reach.place.withheld:
        note = _join(reach.place.note, reach.place.as_of_text if dated else "")
        facts.append(Fact("Anschrift", (", ".join(reach.place.lines),), note=note))
    if reach.hours and not reach.hours.withheld:
        facts.append(_hours(reach.hours, dated=dated))
    if reach.closed:
        lines = tuple(f"{closing.days}: {closing.reason}" for closing in reach.closed)
        facts.append(Fact("Geschlossen", lines, essential=False))
    if not reach.is_direct:
        facts += _instead(edition, card)
    facts += [fact for way in Way if way.is_service for fact in ways[way]]
    facts += _less_essential([*ways[Way.EMAIL], *ways[Way.FAX], *ways[Way.POST]])
    facts += _less_essential(_website(card, shown)) if facts else _website(card, shown)
    return tuple(facts)


def _less_essential(facts: Iterable[Fact]) -> list[Fact]:
    return [replace(fact, essential=False) for fact in facts]


def unknown_of(edition: Edition, card: ContactCard) -> list[str]:
    """What nobody confirmed, in words; nobody looks for the door of a nationwide service."""
    reach = card.parents
    known = {
        "Telefon": any(map(_is_number, reach.channels)) or (reach.leads_on and not reach.is_direct),
        "Anschrift": _is_nationwide(edition, card) or (reach.place and not reach.place.withheld),
        "Zeiten": _is_nationwide(edition, card) or (reach.hours and not reach.hours.withheld),
    }
    return [word for word, is_known in known.items() if not is_known]


def _is_nationwide(edition: Edition, card: ContactCard) -> bool:
    organization = edition.catalog.contacts[card.id].record.organization
    return edition.catalog.organizations[organization].record.kind is OrganizationKind.NATIONWIDE


def numbers_of(card: ContactCard) -> tuple[Fact, ...]:
    """Nothing but what can be dialled, for sheets that must not tell whom."""
    return tuple(_channel(channel, dated=False) for channel in card.parents.channels if _is_number(channel))


def first_numbers_of(edition: Edition, cards: Iterable[ContactCard]) -> tuple[Fact, ...]:
    """The numbers to call where a sheet names several contacts, each number once with all who are reached there.

    A number of nobody in particular is left out. Where each number of a contact is for other people, all of them stand.
    """
    whom: dict[tuple[str, str], list[str]] = {}
    after: dict[tuple[str, str], str] = {}
    for card in cards:
        line = contact_line(edition, card.id)
        if line is None or line.origin is Origin.DISTRICT:
            continue
        own = [channel for channel in card.named if channel.way.is_dialled and divides(channel.label)]
        for channel in own or [line.channel]:
            key = (channel.text, channel.href)
            whom.setdefault(key, []).append(_join(card.title, card.limits, channel.label if own else ""))
            after.setdefault(key, _join("" if line.is_own else line.who, channel.as_of_text))
    return tuple(
        Fact("Telefon", (value,), href, _join(*dict.fromkeys(titles), after[value, href]), "number")
        for (value, href), titles in whom.items()
    )


def nationwide(edition: Edition, offer: Offer) -> tuple[Fact, ...]:
    """The numbers of an offer that hold everywhere."""
    channels = show_channels(offer.channels, offer, edition.today)
    return tuple(
        Fact("Bundesweit", (channel.text,), channel.href, channel.label or "", "number")
        for channel in channels
        if _is_number(channel)
    )


def is_doubtful(card: ContactCard) -> bool:
    """Whether anything of what is shown has to be made sure of."""
    reach = card.parents
    return any(fact.marked for fact in (*reach.channels, reach.place, reach.hours) if fact)


def _is_number(channel: ShownChannel) -> bool:
    return channel.way.is_dialled and not channel.withheld


def _channel(channel: ShownChannel, *, dated: bool) -> Fact:
    stand = channel.as_of_text if dated and channel.way.is_dated else ""
    kind = "number" if channel.way.is_dialled else "text"
    value = _host(channel.value) if channel.way.is_page else channel.text
    note = _join(channel.label, channel.hours.text if channel.hours else "", stand)
    return Fact(_label(channel.way), (value,), channel.href, note, kind)


def _label(way: Way) -> str:
    """What is dialled is a telephone number, long or short."""
    return Way.PHONE.label if way.is_dialled else way.label


def _website(card: ContactCard, shown: Iterable[ShownChannel]) -> list[Fact]:
    """The first one by its host: a long address helps nobody on paper."""
    url = next((channel.href for channel in shown if channel.way is Way.WEB), card.website)
    return [Fact(Way.WEB.label, (_host(url),), url)] if url else []


def _host(url: str) -> str:
    return urlsplit(url).netloc.removeprefix("www.")


def _hours(hours: ShownHours, *, dated: bool) -> Fact:
    rows = (*filter(None, [hours.headline]), *(f"{days}: {times}" for days, times in hours.rows))
    return Fact("Zeiten", rows, note=_join(hours.note, hours.as_of_text if dated else ""))


def _instead(edition: Edition, card: ContactCard) -> list[Fact]:
    """Whom to call where the contact has neither number nor mailbox: the next one in its chain who answers."""
    line = None if _is_nationwide(edition, card) else contact_line(edition, card.id)
    if line is None or line.is_own:
        return []
    note = _join(line.who, line.channel.as_of_text)
    return [Fact("Auskunft", (line.channel.text,), line.channel.href, note, "number")]


def _join(*parts: str | None) -> str:
    """Sentences without a full stop at the end, one after the other."""
    return "; ".join(part.rstrip(".") for part in parts if part)
