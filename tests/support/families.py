"""Families for the tests of 'Was steht mir zu?': the examples of tests/data/families.yml, and random ones."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from wegweiser.catalog import Catalog
from wegweiser.rules.entitlement import Family
from wegweiser.rules.questions import ALONE, EXPECTING, NEW, TOGETHER, questions
from wegweiser.schema.eligibility import AgeGroup, Housing, Need, Work

FILE = Path(__file__).parents[1] / "data" / "families.yml"


@dataclass(frozen=True, slots=True)
class Example:
    """A family with what it must and must not find: offer → section of a law."""

    name: str
    family: Family
    contains: dict[str, str]
    lacks: dict[str, str]


def read_family(said: dict[str, Any]) -> Family:
    """A family as the file writes it."""
    known = {"children", "pregnant", "alone", "receives", "work", "housing", "needs", "new_in_germany", "municipality"}
    assert set(said) <= known, said
    return Family(
        children=frozenset(map(AgeGroup, said.get("children", ()))),
        pregnant=said.get("pregnant") == "ja",
        alone={"ja": True, "nein": False}.get(said.get("alone", "")),
        receives=frozenset(said.get("receives", ())),
        work=frozenset(map(Work, said.get("work", ()))),
        housing=Housing(said["housing"]) if "housing" in said else None,
        needs=frozenset(map(Need, said.get("needs", ()))),
        new_in_germany=said.get("new_in_germany") == "ja",
        municipality=said.get("municipality"),
    )


def read_examples() -> list[Example]:
    """All examples of the file."""
    written = yaml.load(FILE.read_text("utf-8"), Loader=yaml.BaseLoader)["families"]  # noqa: S506 - gives text only
    return [Example(one["name"], read_family(one["family"]), one["contains"], one["lacks"]) for one in written]


EXAMPLES = read_examples()


def random_families(catalog: Catalog, count: int, seed: int = 1) -> Iterator[Family]:
    """Families of any kind, also of kinds that make no sense; the same arguments give the same families."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret

    def some(items: Any, most: int = 3) -> frozenset[Any]:
        listed = list(items)
        return frozenset(chance.sample(listed, chance.randint(0, min(most, len(listed)))))

    for _ in range(count):
        yield Family(
            children=some(AgeGroup),
            pregnant=chance.random() < 0.2,
            alone=chance.choice((True, False, None)),
            receives=some(catalog.statuses),
            work=some(Work),
            housing=chance.choice((*Housing, None)),
            needs=some(Need),
            new_in_germany=chance.random() < 0.2,
            municipality=chance.choice((*catalog.municipalities, None)),
        )


def answers_of(catalog: Catalog, family: Family) -> dict[str, Any]:
    """What the family would tick: bits for each question, and the key of its town."""
    ticked = (
        {*family.children, *([EXPECTING] if family.pregnant else [])},
        {None: set(), True: {ALONE}, False: {TOGETHER}}[family.alone],
        family.receives,
        family.work,
        {*family.needs, *([NEW] if family.new_in_germany else [])},
        {family.housing} - {None},
    )
    bits = [question.bits(answers) for question, answers in zip(questions(catalog), ticked, strict=True)]
    town = catalog.municipalities[family.municipality].record.ags if family.municipality else ""
    return {"bits": bits, "town": town}
