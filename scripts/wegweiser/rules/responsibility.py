"""Who is responsible: place x status x offer → exactly one contact. One function, one truth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from wegweiser.catalog import Catalog
from wegweiser.schema import Rule

Question = tuple[str, str, str]
"""Municipality, status, offer (ids)."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The contact for one question."""

    contact: str
    fallback: bool
    """Nobody in particular is entered; counted as a gap."""
    derived: bool
    """Concluded by the editors, not confirmed by the office."""
    note: str | None
    rule: int
    """Position of the rule in responsibilities.yml, from 0."""


def rank(rule: Rule) -> tuple[int, int, int]:
    """How specific a rule is: the offer counts most, then the status, then the place."""
    about = 2 if rule.offers else 1 if rule.topics else 0
    return (about, int(bool(rule.statuses)), int(bool(rule.municipalities or rule.contacts)))


class Responsibility:
    """The rules of a catalog, ready to be asked."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        rules = enumerate(catalog.responsibilities.record.rules)
        self._rules = sorted(rules, key=lambda numbered: rank(numbered[1]), reverse=True)

    def answer(self, municipality: str, status: str, offer: str) -> Answer | None:
        """The answer of the most specific rule; None where no rule fits or an id does not exist."""
        return self.table.get((municipality, status, offer))

    @cached_property
    def table(self) -> dict[Question, Answer]:
        """All answers."""
        return {question: found[0] for question, found in self._candidates()}

    def offers_of(self, contact: str) -> tuple[str, ...]:
        """The offers for which a contact is the answer somewhere, without being just the fallback."""
        return self._offers_by_contact.get(contact, ())

    @cached_property
    def _offers_by_contact(self) -> dict[str, tuple[str, ...]]:
        offers: dict[str, dict[str, None]] = {}
        for (_, _, offer), answer in self.table.items():
            if not answer.fallback:
                offers.setdefault(answer.contact, {})[offer] = None
        return {contact: tuple(named) for contact, named in offers.items()}

    def conflicts(self) -> Iterator[tuple[Question, Answer, Answer]]:
        """Questions that two rules of the same rank answer differently, once for each pair of rules."""
        seen: set[tuple[int, int]] = set()
        rules = self.catalog.responsibilities.record.rules
        for question, (first, *others) in self._candidates():
            for other in others:
                if rank(rules[other.rule]) != rank(rules[first.rule]):
                    break
                pair = (first.rule, other.rule)
                if other.contact != first.contact and pair not in seen:
                    seen.add(pair)
                    yield question, first, other

    def _candidates(self) -> Iterator[tuple[Question, list[Answer]]]:
        """For each question that any rule fits: the answers, most specific first."""
        places = self.catalog.municipalities
        in_place = [
            {place: answer for place in places if (answer := _answer(n, rule, place))} for n, rule in self._rules
        ]
        rules = [(rule, answers) for (_, rule), answers in zip(self._rules, in_place, strict=True)]
        for offer, entry in self.catalog.offers.items():
            about = [(rule, answers) for rule, answers in rules if _is_about(rule, offer, entry.record.topic)]
            for status in self.catalog.statuses:
                fitting = [answers for rule, answers in about if not rule.statuses or status in rule.statuses]
                for place in places:
                    if found := [answers[place] for answers in fitting if place in answers]:
                        yield (place, status, offer), found


def _is_about(rule: Rule, offer: str, topic: str) -> bool:
    if rule.offers:
        return offer in rule.offers
    return not rule.topics or topic in rule.topics


def _contact(rule: Rule, municipality: str) -> str | None:
    if rule.contacts:
        return rule.contacts.get(municipality)
    if rule.municipalities and municipality not in rule.municipalities:
        return None
    return rule.contact


def _answer(number: int, rule: Rule, municipality: str) -> Answer | None:
    contact = _contact(rule, municipality)
    return Answer(contact, rule.fallback, rule.derived, rule.note, number) if contact else None
