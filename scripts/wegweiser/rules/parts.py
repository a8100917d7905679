"""The parts of an answer: an office that divides its work by districts of a town or by letters of a surname."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import combinations

from wegweiser.schema.codes import SurnameOf
from wegweiser.values import surnames
from wegweiser.values.surnames import Names

ELSEWHERE = ""
"""Stands for the districts that nobody wrote down, in towns that list none."""


class Others(StrEnum):
    """Whom a part takes that is there for the rest."""

    NOBODY = ""
    DISTRICTS = "districts"
    SURNAMES = "surnames"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Part:
    """Who answers for some people of a town; without any limit for all of them."""

    contact: str
    fallback: bool = False
    """Nobody in particular is entered; counted as a gap."""
    derived: bool = False
    """Concluded by the editors, not confirmed by the office."""
    note: str | None = None
    rule: int = 0
    """Position in responsibilities.yml, from 0."""
    number: int | None = None
    """Position among the parts of that rule, from 0; None where the rule itself is meant."""
    districts: tuple[str, ...] = ()
    """Names; empty where it makes no difference in which district somebody lives."""
    surnames: tuple[str, ...] = ()
    """Beginnings as an editor wrote them; empty where the name makes no difference."""
    surname_of: SurnameOf | None = None
    others: Others = Others.NOBODY
    """Whether the part is there for the districts or names that no other part has."""
    scope: tuple[str, ...] = ()
    """The districts for which it counts; known only where answers are put together."""

    @property
    def is_whole(self) -> bool:
        """Whether it is there for everybody."""
        return not (self.districts or self.surnames or self.others)

    @property
    def names(self) -> Names:
        """The surnames it is there for."""
        return surnames.read(self.surnames) if self.surnames else surnames.ALL


@dataclass(frozen=True, slots=True)
class Claim:
    """What one rule says for one town: its parts, and whom to ask first where it names somebody for that."""

    parts: tuple[Part, ...]
    common: Part | None = None
    precision: int = field(init=False)
    """0 for one answer for the whole town, 1 where names make a difference, 2 where districts do."""

    def __post_init__(self) -> None:
        """Worked out here, since every question of the town asks for it."""
        by_district = any(part.districts for part in self.parts)
        by_name = not all(part.is_whole for part in self.parts)
        object.__setattr__(self, "precision", 2 if by_district else int(by_name))


Group = Sequence[Claim]
"""Claims of the same rank."""


def districts_known(listed: Sequence[str], groups: Iterable[Group]) -> tuple[str, ...]:
    """Every district that counts: those the town lists; where it lists none, those that are named, and `ELSEWHERE`."""
    if listed:
        return tuple(listed)
    named = (name for group in groups for claim in group for part in claim.parts for name in part.districts)
    return (*dict.fromkeys(named), ELSEWHERE)


def combine(groups: Iterable[Group], known: Sequence[str]) -> list[list[Part]]:
    """The parts that count, in the groups of their claims, the most specific group first.

    The districts that a group names are taken from all groups behind it.
    """
    found: list[list[Part]] = []
    open_ = tuple(known)
    for group in groups:
        parts = [
            _within(part, scope, is_rest=len(open_) < len(known) and not part.districts)
            for part in _different(part for claim in group for part in claim.parts)
            if (scope := tuple(name for name in open_ if not part.districts or name in part.districts))
        ]
        found.append(parts)
        taken = {name for part in parts for name in part.scope}
        open_ = tuple(name for name in open_ if name not in taken)
        if not open_:
            break
    return [parts for parts in found if parts]


def _different(parts: Iterable[Part]) -> list[Part]:
    """Two rules may say the same of somebody."""
    found: dict[tuple[object, ...], Part] = {}
    for part in parts:
        found.setdefault((part.contact, part.districts, part.names, part.others), part)
    return list(found.values())


def _within(part: Part, scope: tuple[str, ...], *, is_rest: bool) -> Part:
    """The part for the districts that are left to it."""
    if is_rest:
        return replace(part, scope=scope, others=Others.ALL if part.others else Others.DISTRICTS)
    return replace(part, scope=scope, districts=tuple(name for name in part.districts if name in scope))


def doubles(parts: Sequence[Part]) -> Iterator[tuple[Part, Part, tuple[str, ...], Names]]:
    """Two parts of one group with different contacts, and the districts and surnames for which both are there."""
    for one, other in combinations(parts, 2):
        if one.contact == other.contact or _takes_the_rest(one) != _takes_the_rest(other):
            continue
        districts = tuple(name for name in one.scope if name in other.scope)
        names = surnames.common(one.names, other.names)
        if districts and names:
            yield one, other, districts, names


def gaps(groups: Sequence[Sequence[Part]], known: Sequence[str]) -> list[tuple[tuple[str, ...], Names]]:
    """The districts (alike ones together) with the surnames for which nobody is there."""
    missing: dict[Names, list[str]] = {}
    for name in known:
        here = [part for parts in groups for part in parts if name in part.scope]
        if any(map(_takes_the_rest, here)):
            continue
        if open_ := surnames.difference(surnames.ALL, surnames.union(*(part.names for part in here))):
            missing.setdefault(open_, []).append(name)
    return [(tuple(districts), names) for names, districts in missing.items()]


def _takes_the_rest(part: Part) -> bool:
    """Whether it has whatever the parts beside it leave."""
    return part.number is not None and not part.districts and not part.surnames
