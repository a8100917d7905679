"""Who is responsible: place x status x offer → one contact, or the parts of an office. One function, one truth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from wegweiser.catalog import Catalog
from wegweiser.rules.parts import Claim, Group, Others, Part, combine, districts_known, doubles, gaps
from wegweiser.schema import Rule, Serves
from wegweiser.values.surnames import Names

Question = tuple[str, str, str]
"""Municipality, status, offer (ids)."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Who is there for one question."""

    contact: str
    """Whom to ask first: the only one; where an office divides itself, its common entry or else its first part."""
    fallback: bool
    """Nobody in particular is entered, at least for some people; counted as a gap."""
    derived: bool
    """Concluded by the editors, not confirmed by the office."""
    note: str | None
    rule: int
    """Position of the rule in responsibilities.yml, from 0."""
    parts: tuple[Part, ...] = ()
    """All parts, where the district or the surname makes a difference."""

    @property
    def everybody(self) -> tuple[Part, ...]:
        """All who may be meant, each with its limits: the common entry where it is no part itself, then the parts."""
        if any(part.contact == self.contact for part in self.parts):
            return self.parts
        first = Part(self.contact, self.fallback and not self.parts, self.derived, self.note, self.rule)
        return (first, *self.parts)

    @property
    def contacts(self) -> tuple[str, ...]:
        """The ids of all of them, each once."""
        return tuple(dict.fromkeys(part.contact for part in self.everybody))


@dataclass(frozen=True, slots=True)
class Fault:
    """Districts and surnames of a town for which two parts are there, or none."""

    question: Question
    first: Part
    other: Part | None
    """The second one of two; None where nobody is there."""
    districts: tuple[str, ...]
    """Empty where it is so in the whole town."""
    names: Names


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
        self._divided: dict[tuple[object, ...], tuple[Answer, list[list[Part]]]] = {}

    def answer(self, municipality: str, status: str, offer: str) -> Answer | None:
        """The answer of the most specific rule; None where no rule fits or an id does not exist."""
        return self.table.get((municipality, status, offer))

    @cached_property
    def table(self) -> dict[Question, Answer]:
        """All answers."""
        return {question: self._decide(question[0], claims)[0] for question, claims in self._candidates()}

    def offers_of(self, contact: str) -> tuple[str, ...]:
        """The offers for which a contact is the answer somewhere, without being just the fallback."""
        return self._offers_by_contact.get(contact, ())

    @cached_property
    def _offers_by_contact(self) -> dict[str, tuple[str, ...]]:
        offers: dict[str, dict[str, None]] = {}
        for (_, _, offer), answer in self.table.items():
            for part in answer.everybody:
                if not part.fallback:
                    offers.setdefault(part.contact, {})[offer] = None
        return {contact: tuple(named) for contact, named in offers.items()}

    def conflicts(self) -> Iterator[tuple[Question, Part, Part]]:
        """Questions that two rules of the same rank answer differently, once for each pair of rules."""
        seen: set[tuple[int, int]] = set()
        for question, claims in self._candidates():
            if claims[0].precision:
                continue
            first, *others = (claim.parts[0] for claim in self._groups(claims)[0])
            for other in others:
                pair = (first.rule, other.rule)
                if other.contact != first.contact and pair not in seen:
                    seen.add(pair)
                    yield question, first, other

    def faults(self) -> Iterator[Fault]:
        """Where parts are there for the same people, or nobody is, once for each set of rules."""
        seen: set[tuple[object, ...]] = set()
        for question, claims in self._candidates():
            key = (question[0], *map(id, claims))
            if not claims[0].precision or key in seen:
                continue
            seen.add(key)
            _, groups = self._decide(question[0], claims)
            known = self._districts(question[0], self._groups(claims))
            found: list[tuple[Part, Part | None, tuple[str, ...], Names]]
            found = [fault for group in groups for fault in doubles(group)]
            found += [(groups[0][0], None, *gap) for gap in gaps(groups, known)]
            for first, other, districts, names in found:
                yield Fault(question, first, other, districts if len(districts) < len(known) else (), names)

    def _decide(self, town: str, claims: list[Claim]) -> tuple[Answer, list[list[Part]]]:
        """The answer, and its parts in groups of the same rank; no groups where nothing is divided."""
        if not claims[0].precision:
            only = claims[0].parts[0]
            return Answer(only.contact, only.fallback, only.derived, only.note, only.rule), []
        key = (town, *map(id, claims))
        if key not in self._divided:
            ranked = self._groups(claims)
            groups = combine(ranked, self._districts(town, ranked))
            self._divided[key] = _divided(claims[0].common, tuple(part for group in groups for part in group)), groups
        return self._divided[key]

    def _groups(self, claims: list[Claim]) -> list[Group]:
        rules = self.catalog.responsibilities.record.rules

        def strength(claim: Claim) -> tuple[int, ...]:
            return (*rank(rules[claim.parts[0].rule]), claim.precision)

        return [list(group) for _, group in groupby(claims, strength)]

    def _districts(self, town: str, groups: list[Group]) -> tuple[str, ...]:
        return districts_known(
            [district.name for district in self.catalog.municipalities[town].record.districts], groups
        )

    def _candidates(self) -> Iterator[tuple[Question, list[Claim]]]:
        """For each question that any rule fits: what the rules say, the most specific first."""
        places = self.catalog.municipalities
        in_place = [
            {place: claim for place in places if (claim := self._claim(n, rule, place))} for n, rule in self._rules
        ]
        rules = [(rule, claims) for (_, rule), claims in zip(self._rules, in_place, strict=True)]
        for offer, entry in self.catalog.offers.items():
            about = [(rule, claims) for rule, claims in rules if _is_about(rule, offer, entry.record.topic)]
            for status in self.catalog.statuses:
                fitting = [(rule, claims) for rule, claims in about if not rule.statuses or status in rule.statuses]
                for place in places:
                    if found := [(rule, claims[place]) for rule, claims in fitting if place in claims]:
                        if any(claim.precision for _, claim in found):
                            found.sort(key=lambda one: (*rank(one[0]), one[1].precision), reverse=True)
                        yield (place, status, offer), [claim for _, claim in found]

    def _claim(self, number: int, rule: Rule, place: str) -> Claim | None:
        """What a rule says for a town; None where it says nothing."""
        contact = _contact(rule, place)
        if rule.municipalities and place not in rule.municipalities:
            return None
        whole = Part(contact or "", rule.fallback, rule.derived, rule.note, number)
        if not rule.parts:
            limits = replace(whole, districts=rule.districts, surnames=rule.surnames, surname_of=rule.surname_of)
            return Claim((self._limited(limits, place),)) if contact else None
        parts = [
            replace(
                whole,
                contact=part.contact,
                number=index,
                districts=part.districts,
                surnames=part.surnames,
                surname_of=rule.surname_of if part.surnames else None,
            )
            for index, part in enumerate(rule.parts)
        ]
        return Claim(_with_rest([self._limited(part, place) for part in parts]), whole if contact else None)

    def _limited(self, part: Part, town: str) -> Part:
        """With the limits that its contact states itself, where the rule says nothing about them."""
        entry = self.catalog.contacts.get(part.contact)
        if entry is None:
            return part
        serves = entry.record.serves
        districts = part.districts or self.districts_in(serves, town)
        if part.surnames or not serves.surnames:
            return replace(part, districts=districts)
        return replace(part, districts=districts, surnames=serves.surnames, surname_of=serves.surname_of)

    def districts_in(self, serves: Serves, town: str) -> tuple[str, ...]:
        """Those districts of a contact that belong to a town; empty where it is there for the whole town."""
        if not serves.districts or town not in serves.municipalities or town not in self.catalog.municipalities:
            return ()
        listed = {district.name for district in self.catalog.municipalities[town].record.districts}
        alone = len(serves.municipalities) == 1
        return serves.districts if alone else tuple(name for name in serves.districts if name in listed)


def _divided(common: Part | None, parts: tuple[Part, ...]) -> Answer:
    """The answer of an office that divides itself; nothing is divided where all parts are the same contact."""
    whole = next((part for part in parts if part.others is not Others.NOBODY and part.number is None), None)
    first = common or whole or parts[0]
    same = len({(part.contact, part.fallback, part.derived, part.note) for part in (first, *parts)}) == 1
    return Answer(
        first.contact,
        any(part.fallback for part in parts),
        any(part.derived for part in parts),
        first.note,
        parts[0].rule,
        () if same and _is_for_all(parts) else parts,
    )


def _is_for_all(parts: tuple[Part, ...]) -> bool:
    """Whether some part takes what the others leave, so that the limits say nothing."""
    return any(part.is_whole or part.others for part in parts)


def _is_about(rule: Rule, offer: str, topic: str) -> bool:
    if rule.offers:
        return offer in rule.offers
    return not rule.topics or topic in rule.topics


def _contact(rule: Rule, municipality: str) -> str | None:
    return rule.contacts.get(municipality) if rule.contacts else rule.contact


def _with_rest(parts: list[Part]) -> tuple[Part, ...]:
    """The parts of one rule; those without limits are there for whatever the others leave."""
    districts, names = (any(getattr(part, field) for part in parts) for field in ("districts", "surnames"))
    rest = Others.ALL if districts == names else Others.DISTRICTS if districts else Others.SURNAMES
    return tuple(replace(part, others=rest) if part.is_whole else part for part in parts)
