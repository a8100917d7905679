"""Who is responsible: place x status x offer → one contact, or the parts of an office. One function, one truth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from wegweiser.catalog import Catalog
from wegweiser.rules.claims import claim_of
from wegweiser.rules.parts import Claim, Group, Others, Part, combine, districts_known, doubles, gaps
from wegweiser.schema import Rule
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
            # Parts that name nothing we know leave nobody out: then all whom the rule names are meant.
            named = tuple(part for group in groups for part in group) or claims[0].parts
            self._divided[key] = _divided(claims[0].common, named), groups
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
            {place: claim for place in places if (claim := claim_of(self.catalog, n, rule, place))}
            for n, rule in self._rules
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
