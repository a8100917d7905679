"""Who is there for a step of a case: the contacts of its offers and the ones it names, put together by town."""

from __future__ import annotations

from dataclasses import dataclass

from wegweiser.catalog.addresses import is_internal
from wegweiser.edition import Edition
from wegweiser.schema import Step
from wegweiser.view.contact import ContactCard, contact_card
from wegweiser.view.responsibility.addressees import addressees

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
    notes: tuple[int, ...]
    """Numbers of the footnotes, from 1."""
    contacts: tuple[StepContact, ...]


@dataclass(frozen=True, slots=True)
class StepContacts:
    """All contacts of a step."""

    always: tuple[Group, ...]
    """There in every town."""
    by_town: tuple[Group, ...]


Grounds = tuple[tuple[str, ...], tuple[int, ...]]
Answers = dict[str, dict[str, tuple[str, ...]]]
"""Offer → status → what has to be said."""


def step_contacts(edition: Edition, step: Step, notes: list[str]) -> StepContacts:
    """The contacts of a step. What has to be said with them is added to `notes`, each text once."""
    towns = list(edition.catalog.municipalities)
    found: dict[Grounds, dict[ContactCard, list[str]]] = {}
    for town in towns:
        for contact, answers in _contacts(edition, step, town).items():
            why = (_reasons(edition, step, answers), _numbers(answers, notes))
            found.setdefault(why, {}).setdefault(contact, []).append(town)
    groups = [_group(edition, towns, why, contacts) for why, contacts in found.items()]
    if all(_is_everywhere(group) for group in groups):
        return StepContacts(tuple(groups), ())
    always = tuple(group for group in groups if _is_everywhere(group) and not group.reasons)
    return StepContacts(always, tuple(group for group in groups if group not in always))


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


def _numbers(answers: Answers, notes: list[str]) -> tuple[int, ...]:
    said = [text for by_status in answers.values() for remarks in by_status.values() for text in remarks]
    notes += [text for text in dict.fromkeys(said) if text not in notes]
    return tuple(sorted({notes.index(text) + 1 for text in said}))


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
