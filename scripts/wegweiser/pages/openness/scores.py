"""How good the facts of an edition are: by record, by town and by office, and what would help most."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import is_internal, link, title_of
from wegweiser.edition import Edition
from wegweiser.rules.quality import Criterion, Score, score_centre, score_contact
from wegweiser.rules.review import office_of
from wegweiser.schema import Contact, Location

GROUPS_SHOWN = 150
"""Of the offices; a state has thousands."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A record with its score."""

    entry: Entry[Any]
    score: Score


@dataclass(frozen=True, slots=True)
class Group:
    """The records of a town or of an office."""

    title: str
    address: str
    """Of its page."""
    count: int
    per_cent: int
    """The mean of their scores."""
    help: str
    """What would help most beside a confirmation; empty where nothing is left to do."""


@dataclass(frozen=True, slots=True)
class Help:
    """What would help in all, and how much."""

    criterion: str
    remedy: str
    count: int
    """Records that would gain from it."""
    points: float
    """By how many per cent points the whole would rise, with one decimal."""


def scored(edition: Edition) -> list[Scored]:
    """Every open house and every public contact."""
    houses = [
        Scored(
            entry,
            score_centre(
                entry.record,
                [agreement.record for agreement in edition.relations.agreements.get(entry.id, ())],
                edition.today,
            ),
        )
        for entry in edition.houses.values()
    ]
    specific = _specific_shares(edition)
    contacts = [
        Scored(entry, score_contact(entry.record, _location(edition, entry), specific.get(entry.id), edition.today))
        for entry in edition.catalog.contacts.values()
        if not is_internal(entry) and not entry.record.closed
    ]
    return houses + contacts


def _specific_shares(edition: Edition) -> dict[str, float]:
    """For each contact that answers a question: in which share of them it is named in particular."""
    answers: dict[str, list[bool]] = {}
    for answer in edition.responsibility.table.values():
        for part in answer.everybody:
            answers.setdefault(part.contact, []).append(not (part.fallback or part.derived))
    return {contact: sum(named) / len(named) for contact, named in answers.items()}


def _location(edition: Edition, entry: Entry[Contact]) -> Location | None:
    organization = edition.catalog.organizations[entry.record.organization].record
    return next((place for place in organization.locations if place.id == entry.record.location), None)


def town_of(edition: Edition, entry: Entry[Any]) -> Entry[Any] | None:
    """The town in which a house or the location of a contact is; None where it is in none of ours."""
    record = entry.record
    location = _location(edition, entry) if isinstance(record, Contact) else None
    town = location.municipality if isinstance(record, Contact) and location else getattr(record, "municipality", None)
    return edition.catalog.municipalities.get(town) if town else None


def by_town(edition: Edition, records: Iterable[Scored]) -> list[Group]:
    """The towns in the order of the catalog, without those that have no record."""
    return _grouped(records, lambda entry: town_of(edition, entry), list(edition.catalog.municipalities))


def by_office(edition: Edition, records: Iterable[Scored]) -> list[Group]:
    """The offices and providers in the order of the catalog, all of them."""
    return _grouped(records, lambda entry: office_of(edition.catalog, entry), list(edition.catalog.organizations))


def largest(groups: list[Group]) -> list[Group]:
    """As many groups as a page can list, those with the most records, in their own order."""
    kept = sorted(groups, key=lambda group: -group.count)[:GROUPS_SHOWN]
    return [group for group in groups if group in kept] if len(groups) > GROUPS_SHOWN else groups


def _grouped(
    records: Iterable[Scored], owner_of: Callable[[Entry[Any]], Entry[Any] | None], order: list[str]
) -> list[Group]:
    owners: dict[str, Entry[Any]] = {}
    members: dict[str, list[Scored]] = {}
    for record in records:
        if owner := owner_of(record.entry):
            owners[owner.id] = owner
            members.setdefault(owner.id, []).append(record)
    return [
        Group(
            title=title_of(owners[id_]),
            address=link(owners[id_]),
            count=len(members[id_]),
            per_cent=per_cent(members[id_]),
            help=_next_fact(members[id_]),
        )
        for id_ in sorted(members, key=order.index)
    ]


def _next_fact(records: Iterable[Scored]) -> str:
    """What would help most beside a confirmation, which helps everywhere; that itself where all else is complete."""
    found = helps(records)
    facts = [help_ for help_ in found if help_.criterion != Criterion.CHECK.value]
    return next((help_.remedy for help_ in facts or found), "")


def per_cent(records: Iterable[Scored]) -> int:
    """The mean score, rounded down: only what is complete reaches 100."""
    totals = [record.score.total for record in records]
    return int(100 * sum(totals) / len(totals)) if totals else 0


def helps(records: Iterable[Scored]) -> list[Help]:
    """What would raise the mean score, the most first."""
    scores = [record.score for record in records]
    found = []
    for criterion in Criterion:
        gains = [gain for score in scores if (gain := score.gain(criterion)) > 0]
        if gains:
            points = round(100 * sum(gains) / len(scores), 1)
            found.append(Help(criterion.value, criterion.remedy, len(gains), points))
    return sorted(found, key=lambda help_: -help_.points)
