"""Who is there for a step of a case: the contacts of its offers and the ones it names, put together by town."""

from __future__ import annotations

from dataclasses import dataclass

from wegweiser.catalog.addresses import is_internal
from wegweiser.edition import Edition
from wegweiser.schema import Step
from wegweiser.view.callable_line import CallableLine, district_line
from wegweiser.view.contact import ContactCard, contact_card
from wegweiser.view.responsibility.addressees import addressees
from wegweiser.view.responsibility.chain import is_job_centre
from wegweiser.wording.certainty import DERIVED

NOTHING = "none"
"""The status of those who receive nothing or do not know."""


@dataclass(frozen=True, slots=True)
class StepContact:
    """A contact with the towns it is there for."""

    contact: ContactCard
    towns: tuple[str, ...]
    """Names in the order of the towns; empty where it is there for all."""


@dataclass(frozen=True, slots=True)
class Group:
    """Contacts that stand at a step for the same reasons."""

    reasons: tuple[str, ...]
    """`Für „Kita-Platz“ · Mit: Wohngeld`; empty where they are there for the whole step, whatever somebody receives."""
    remarks: tuple[str, ...]
    """What has to be said of all of them."""
    contacts: tuple[StepContact, ...]


@dataclass(frozen=True, slots=True)
class StepContacts:
    """All contacts of a step."""

    always: tuple[Group, ...]
    """There in every town."""
    by_town: tuple[Group, ...]


Grounds = tuple[tuple[str, ...], tuple[str, ...]]
Answers = dict[str, dict[str, tuple[str, ...]]]
"""Offer → status → what has to be said."""


def step_contacts(edition: Edition, step: Step) -> StepContacts:
    """The contacts of a step, those together that stand there for the same reasons and need the same words."""
    towns = list(edition.catalog.municipalities)
    found: dict[Grounds, dict[ContactCard, list[str]]] = {}
    for town in towns:
        for contact, answers in _contacts(edition, step, town).items():
            why = (_reasons(edition, step, answers), _remarks(answers))
            found.setdefault(why, {}).setdefault(contact, []).append(town)
    groups = [_group(edition, towns, why, contacts) for why, contacts in found.items()]
    if all(_is_everywhere(group) for group in groups):
        return StepContacts(tuple(groups), ())
    always = tuple(group for group in groups if _is_everywhere(group) and not group.reasons)
    return StepContacts(always, tuple(group for group in groups if group not in always))


def step_line(edition: Edition, step: Step, contacts: StepContacts) -> CallableLine | None:
    """The number to call at a step while nobody has said where.

    The one that all contacts have in common whom the step names, else all who answer, else that of the district. None
    where somebody who is there for all towns has a number, or where the step leads to nobody.
    """
    everywhere = [spot.contact.staff_line for group in contacts.always for spot in group.contacts]
    if any(line and line.is_own for line in everywhere):
        return None
    named = [contact_card(edition, id_).staff_line for id_ in step.contacts]
    found = [spot.contact.staff_line for group in contacts.by_town for spot in group.contacts]
    for lines in (named, [*everywhere, *found]):
        known = [line for line in lines if line]
        if len({line.channel.value for line in known}) == 1:
            return min(known, key=lambda line: len(line.who))
    return district_line(edition) if found or everywhere else None


def asks_house(edition: Edition, contacts: StepContacts) -> bool:
    """Whether a step leads to a Jobcenter, where each house has a contact of its own."""
    spots = [spot for group in (*contacts.always, *contacts.by_town) for spot in group.contacts]
    return any(is_job_centre(edition, spot.contact.id) for spot in spots)


def _contacts(edition: Edition, step: Step, town: str) -> dict[ContactCard, Answers]:
    """The contacts in one town: those who answer for the offers, then those whom the step names for this town."""
    found: dict[ContactCard, Answers] = {}
    for offer in step.offers:
        for status in edition.catalog.statuses:
            if answer := edition.responsibility.answer(town, status, offer):
                for one in addressees(edition, answer):
                    found.setdefault(one.contact, {}).setdefault(offer, {})[status] = one.remarks
    for contact in step.contacts:
        entry = edition.catalog.contacts[contact]
        is_there = town in (entry.record.serves.municipalities or (town,)) and not is_internal(entry)
        if is_there and all(card.id != contact for card in found):
            found[contact_card(edition, contact)] = {}
    return found


def _group(edition: Edition, towns: list[str], why: Grounds, contacts: dict[ContactCard, list[str]]) -> Group:
    names = {id_: edition.catalog.municipalities[id_].record.name for id_ in towns}
    found = [
        StepContact(contact, () if named == towns else tuple(names[town] for town in named))
        for contact, named in contacts.items()
    ]
    return Group(*why, tuple(found))


def _is_everywhere(group: Group) -> bool:
    return not any(spot.towns for spot in group.contacts)


def _remarks(answers: Answers) -> tuple[str, ...]:
    said = [text for by_status in answers.values() for remarks in by_status.values() for text in remarks]
    return tuple(sorted(set(said) - {DERIVED}))


def _reasons(edition: Edition, step: Step, answers: Answers) -> tuple[str, ...]:
    by_statuses: dict[tuple[str, ...], list[str]] = {}
    for offer, by_status in answers.items():
        by_statuses.setdefault(tuple(by_status), []).append(offer)
    texts = [
        " · ".join(filter(None, (_offers_text(edition, step, offers), statuses_text(edition, statuses))))
        for statuses, offers in by_statuses.items()
    ]
    return tuple(filter(None, texts))


def _offers_text(edition: Edition, step: Step, offers: list[str]) -> str:
    """The titles; empty where all offers of the step are meant."""
    titles = [f"„{edition.catalog.offers[offer].record.everyday_title}“" for offer in offers]
    return "" if len(offers) == len(step.offers) else f"Für {', '.join(titles)}"


def statuses_text(edition: Edition, statuses: tuple[str, ...]) -> str:
    """The statuses that lead somewhere, or, where that is shorter, those that do not."""
    others = [status for status in edition.catalog.statuses if status not in statuses]
    if not others:
        return ""
    without = len(others) < len(statuses) and NOTHING not in others
    word, named = ("Ohne", others) if without else ("Mit", list(statuses))
    return f"{word}: {', '.join(edition.catalog.statuses[status].short for status in named)}"
