"""Who is responsible for an offer, or for all offers in a town; what has the same answer is put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wegweiser.catalog import Entry
from wegweiser.edition import Edition, remembered
from wegweiser.rules.responsibility import Answer
from wegweiser.schema import Offer
from wegweiser.view.contact import ContactCard
from wegweiser.view.responsibility.addressees import addressees


@dataclass(frozen=True, slots=True)
class Target:
    """A contact as the answer to a question, for some towns."""

    contact: ContactCard
    towns: tuple[str, ...]
    """Names; empty where the answer is the same in every town."""
    remarks: tuple[str, ...]
    """What has to be said of this target and not of the whole group."""


@dataclass(frozen=True, slots=True)
class StatusGroup:
    """Statuses that lead to the same contacts."""

    statuses: tuple[str, ...]
    """Labels; empty where the status makes no difference."""
    targets: tuple[Target, ...]
    remarks: tuple[str, ...]
    """What has to be said of all targets."""

    @property
    def has_towns(self) -> bool:
        """Whether the answer depends on the town, so that whoever chooses one sees less."""
        return any(target.towns for target in self.targets)

    @property
    def leaves_out_numbers(self) -> bool:
        """Whether an entry of its list has no number beside it."""
        return len(self.targets) > 1 and not all(
            target.contact.line and target.contact.line.is_near for target in self.targets
        )


def answers_for_offer(edition: Edition, offer: str) -> list[StatusGroup]:
    """Who is responsible for an offer, for every town, statuses with the same answers put together."""
    towns = edition.catalog.municipalities
    by_answers: dict[tuple[tuple[str, Answer], ...], list[str]] = {}
    for status, record in edition.catalog.statuses.items():
        answers = ((town, edition.responsibility.answer(town, status, offer)) for town in towns)
        by_answers.setdefault(tuple((town, answer) for town, answer in answers if answer), []).append(record.short)
    same = len(by_answers) == 1
    return [_group(edition, () if same else tuple(statuses), answers) for answers, statuses in by_answers.items()]


def _group(edition: Edition, statuses: tuple[str, ...], answers: Iterable[tuple[str, Answer]]) -> StatusGroup:
    by_target: dict[tuple[ContactCard, tuple[str, ...]], list[str]] = {}
    for town, answer in answers:
        name = edition.catalog.municipalities[town].record.name
        for one in addressees(edition, answer):
            by_target.setdefault((one.contact, one.remarks), []).append(name)
    common = set.intersection(*(set(said) for _, said in by_target)) if by_target else set()
    targets = [
        Target(
            contact,
            () if len(by_target) == 1 else tuple(names),
            tuple(remark for remark in said if remark not in common),
        )
        for (contact, said), names in by_target.items()
    ]
    order = [remark for _, said in by_target for remark in said if remark in common]
    return StatusGroup(statuses, tuple(targets), tuple(dict.fromkeys(order)))


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


@remembered
def answers_for_town(edition: Edition, town: str) -> list[TopicAnswers]:
    """Every offer with who is responsible for it in a town, by topic."""
    by_topic: dict[str, list[OfferAnswers]] = {topic: [] for topic in edition.catalog.topics}
    for offer in edition.catalog.offers.values():
        groups = tuple(_groups_in_town(edition, town, offer.id))
        by_topic.setdefault(offer.record.topic, []).append(OfferAnswers(offer, groups))
    return [
        TopicAnswers(id_, edition.catalog.topics[id_].label, tuple(offers))
        for id_, offers in by_topic.items()
        if offers
    ]


def _groups_in_town(edition: Edition, town: str, offer: str) -> Iterable[StatusGroup]:
    by_answer: dict[Answer, list[str]] = {}
    for status, record in edition.catalog.statuses.items():
        if answer := edition.responsibility.answer(town, status, offer):
            by_answer.setdefault(answer, []).append(record.short)
    for answer, statuses in by_answer.items():
        yield _group(edition, () if len(by_answer) == 1 else tuple(statuses), [(town, answer)])
