"""Whether every offer can be found by what a family says, every rule cites its law, and nobody is left without help."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, product

from wegweiser.catalog import Catalog, Entry
from wegweiser.rules.entitlement import Family, fits
from wegweiser.schema import Eligibility, Offer
from wegweiser.schema.eligibility import AgeGroup, Housing, Work
from wegweiser.values.problems import Level, Problem

WITHOUT_LAW = "ohne Gesetz: "
"""How the legal basis of an offer begins that no law prescribes."""
FURTHER = {"alone", "work", "housing", "needs", "new_in_germany", "municipalities"}
"""Conditions of a rule on other things than children and what is received."""
SECTION_SIGNS = ("§", "Art.", "Anlage")


def check(catalog: Catalog) -> Iterator[Problem]:
    """Offers that nobody is led to, rules that no family meets, laws and amounts that are not there, empty answers."""
    for entry in catalog.offers.values():
        if not entry.record.eligibility:
            message = "Auf der Seite „Was steht mir zu?“ fehlt dieses Angebot. Bitte 'eligibility' ergänzen."
            yield entry.problem(("eligibility",), message, Level.WARNING)
        for index, rule in enumerate(entry.record.eligibility):
            yield from _never(entry, index, rule, catalog)
            yield from _laws(entry, index, rule)
            yield from _amounts(entry, index, rule)
    if not catalog.lacks("status", "offer"):
        yield from _empty(catalog)


def _never(entry: Entry[Offer], index: int, rule: Eligibility, catalog: Catalog) -> Iterator[Problem]:
    """Only what somebody receives is asked for twice, and can contradict itself."""
    if not catalog.lacks("status") and not set(rule.receives or catalog.statuses) - set(rule.without):
        message = "Diese Regel passt nie: 'without' schließt alles aus, was 'receives' verlangt. Bitte eins ändern."
        yield entry.problem(("eligibility", index, "without"), message)


def _laws(entry: Entry[Offer], index: int, rule: Eligibility) -> Iterator[Problem]:
    laws = [basis.law for basis in entry.record.legal_basis]
    if not laws and rule.legal_basis.startswith(WITHOUT_LAW):
        return
    for cited in rule.legal_basis.split("; "):
        if not (cited.startswith(SECTION_SIGNS) and cited.endswith(tuple(f" {law}" for law in laws))):
            known = f"Die Gesetze des Angebots sind: {', '.join(dict.fromkeys(laws))}." if laws else ""
            remedy = known or f"Das Angebot nennt kein Gesetz; dann bitte mit '{WITHOUT_LAW.strip()}' beginnen."
            message = f"'{cited}' ist keine Stelle aus einem Gesetz des Angebots. {remedy}"
            yield entry.problem(("eligibility", index, "legal_basis"), message)


def _amounts(entry: Entry[Offer], index: int, rule: Eligibility) -> Iterator[Problem]:
    known = {amount.id for amount in entry.record.amounts}
    for number, amount in enumerate(rule.amounts):
        if amount not in known:
            listed = f"Es gibt: {', '.join(sorted(known))}." if known else "Das Angebot hat keine Beträge."
            yield entry.problem(("eligibility", index, "amounts", number), f"Der Betrag '{amount}' fehlt. {listed}")


def _empty(catalog: Catalog) -> Iterator[Problem]:
    rules = sorted(
        (rule for entry in catalog.offers.values() for rule in entry.record.eligibility),
        key=lambda rule: len(rule.model_fields_set),  # those with few conditions settle most families at once
    )
    wide = [rule for rule in rules if not rule.model_fields_set & FURTHER]

    def has_help_whatever_else(family: Family) -> bool:
        return any(fits(rule, family) for rule in wide)

    for family in hardest_families(catalog, has_help_whatever_else) if rules else ():
        if not any(fits(rule, family) for rule in rules):
            message = (
                f"Auf der Seite „Was steht mir zu?“ findet eine Familie nichts: {_described(family, catalog)}. "
                "Bitte bei einem Angebot eine Regel ergänzen, die für sie gilt."
            )
            yield catalog.region.problem((), message, Level.WARNING)
            return


def hardest_families(catalog: Catalog, is_served: Callable[[Family], bool]) -> Iterator[Family]:
    """The families with the fewest rules that fit: any other has one of them in it and finds at least as much.

    A further child, need or answer left out never takes an offer away; another status can, so all sets of them count.
    `is_served` is asked about a family that has said who its children are and what it receives: if so, none of those
    is given that differ in the rest.
    """
    statuses = list(catalog.statuses)
    received = [frozenset(some) for size in range(1, len(statuses) + 1) for some in combinations(statuses, size)]
    named = {
        town for entry in catalog.offers.values() for rule in entry.record.eligibility for town in rule.municipalities
    }
    towns = [*sorted(named), *(town for town in list(catalog.municipalities) if town not in named)][: len(named) + 1]
    expecting = [(frozenset({group}), False) for group in AgeGroup] + [(frozenset[AgeGroup](), True)]
    for children, pregnant in expecting:
        without_help = [held for held in received if not is_served(Family(children, pregnant, receives=held))]
        for alone, held, work, housing, town in product((True, False), without_help, Work, Housing, towns):
            yield Family(children, pregnant, alone, held, frozenset({work}), housing, municipality=town)


def _described(family: Family, catalog: Catalog) -> str:
    said = [group.label for group in sorted(family.children)] or ["ein Kind ist unterwegs"]
    said.append("allein" if family.alone else "zu zweit")
    said += [status.short for id_, status in catalog.statuses.items() if id_ in family.receives]
    said += [work.label for work in sorted(family.work)]
    said += [family.housing.label] if family.housing else []
    return "; ".join([*said, *([family.municipality] if family.municipality else [])])
