"""What a family may be entitled to: the rules in the offers' data, held against what the family says about itself."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from wegweiser.catalog import Catalog
from wegweiser.schema import Eligibility
from wegweiser.schema.eligibility import AgeGroup, Housing, Need, Work

NOTHING_YET = "none"
"""The status of somebody who receives nothing, or does not know."""


@dataclass(frozen=True, slots=True)
class Family:
    """What a family says. Children, household, work, housing and town may stay unanswered; that rules nothing out."""

    children: frozenset[AgeGroup] = frozenset()
    pregnant: bool = False
    alone: bool | None = None
    receives: frozenset[str] = frozenset()
    """Ids of statuses; nothing said counts as `NOTHING_YET`."""
    work: frozenset[Work] = frozenset()
    """Of both parents together."""
    housing: Housing | None = None
    needs: frozenset[Need] = frozenset()
    new_in_germany: bool = False
    municipality: str | None = None

    @property
    def held(self) -> frozenset[str]:
        """The statuses that count."""
        return self.receives or frozenset({NOTHING_YET})


def entitlement(catalog: Catalog, family: Family) -> list[tuple[str, str]]:
    """The offers (ids) that may fit a family, each with the reason of the first rule that fits.

    May, not must: no income is asked for and no office has looked at it. In the order of the catalog.
    """
    found = ((offer, fitting_rules(entry.record.eligibility, family)) for offer, entry in catalog.offers.items())
    return [(offer, rules[0].reason) for offer, rules in found if rules]


def fitting_rules(rules: Collection[Eligibility], family: Family) -> list[Eligibility]:
    """The rules of which every condition holds, in their order."""
    return [rule for rule in rules if fits(rule, family)]


def fits(rule: Eligibility, family: Family) -> bool:
    """Whether every condition of a rule holds, or might hold where the family has not answered."""
    return (
        _fits_children(rule, family)
        and (rule.alone is None or family.alone in (None, rule.alone))
        and (not rule.receives or not family.held.isdisjoint(rule.receives))
        and family.held.isdisjoint(rule.without)
        and (not rule.work or not family.work or not family.work.isdisjoint(rule.work))
        and (not rule.housing or family.housing is None or family.housing in rule.housing)
        and (not rule.needs or not family.needs.isdisjoint(rule.needs))
        and (family.new_in_germany or not rule.new_in_germany)
        and (not rule.municipalities or family.municipality in (None, *rule.municipalities))
    )


def _fits_children(rule: Eligibility, family: Family) -> bool:
    """Children and a child on its way are one question."""
    if not family.children and not family.pregnant:
        return True
    if rule.pregnant and not family.pregnant:
        return False
    return rule.child_age is None or any(map(rule.child_age.includes, family.children))
