"""The questions of 'Was steht mir zu?': what can be answered, and what a rule asks for, in words and as bits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from wegweiser.catalog import Catalog
from wegweiser.rules.entitlement import NOTHING_YET
from wegweiser.schema import Eligibility
from wegweiser.schema.eligibility import AgeGroup, Housing, Need, Work

EXPECTING, ALONE, TOGETHER, NEW = "expecting", "alone", "together", "new"
"""Answers that are no codes of the data."""
ALL_BITS = -1


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `key` stands for it in the address: a letter, so that nobody can read there what was answered."""

    key: str
    text: str
    options: Mapping[str, str]
    """Code → label, in the order of the page. In the address an answer is its place in this order: new ones go last."""
    hint: str = ""
    terms: Mapping[str, str] = field(default_factory=dict)
    """Words of the options that not everybody knows → meaning."""
    several: bool = True
    """Whether more than one answer can be right."""
    open: bool = True
    """Whether leaving the question out rules nothing out."""

    def bits(self, answers: Iterable[str]) -> int:
        """The answers as bits, the first option being 1."""
        codes = list(self.options)
        return sum(1 << codes.index(answer) for answer in answers if answer in codes)

    @property
    def default_bits(self) -> int:
        """The bits that no answer counts as."""
        return ALL_BITS if self.open else self.bits([NOTHING_YET])


@dataclass(frozen=True, slots=True)
class Asked:
    """What a rule asks for: one of these answers, or with `refused` none of them."""

    question: int
    answers: tuple[str, ...]
    refused: bool = False


def questions(catalog: Catalog) -> tuple[Question, ...]:
    """All questions but that for the town, in the order of the page."""
    children = {group.value: group.label for group in AgeGroup} | {EXPECTING: "Kind unterwegs"}
    needs = {need.value: need.label for need in Need} | {NEW: "Neu in Deutschland"}
    return (
        Question("a", "Wie alt sind Ihre Kinder?", children),
        Question("b", "Wer sorgt für die Kinder?", {ALONE: "Ich allein", TOGETHER: "Wir zu zweit"}, several=False),
        Question(
            "c",
            "Was bekommen Sie schon?",
            {status.id: status.short for status in catalog.statuses.values()},
            terms={status.short: status.summary for status in catalog.statuses.values()},
            open=False,
        ),
        Question(
            "d",
            "Was machen Sie zurzeit?",
            {work.value: work.label for work in Work},
            "Bei Paaren: alles, was bei einem von Ihnen stimmt.",
        ),
        Question("e", "Was ist gerade wichtig?", needs, open=False),
        Question("f", "Wie wohnen Sie?", {place.value: place.label for place in Housing}, several=False),
    )


CHILDREN, HOUSEHOLD, STATUS, WORK, NEEDS, HOUSING = range(6)
"""Places in `questions`."""


def asked_by(rule: Eligibility) -> list[Asked]:
    """The conditions of a rule, towns apart, those that say most about a family first."""
    asked = []
    if rule.receives:
        asked.append(Asked(STATUS, rule.receives))
    if rule.new_in_germany:
        asked.append(Asked(NEEDS, (NEW,)))
    if rule.needs:
        asked.append(Asked(NEEDS, tuple(rule.needs)))
    if rule.pregnant:
        asked.append(Asked(CHILDREN, (EXPECTING,)))
    if rule.alone is not None:
        asked.append(Asked(HOUSEHOLD, (ALONE if rule.alone else TOGETHER,)))
    if rule.work:
        asked.append(Asked(WORK, tuple(rule.work)))
    if rule.housing:
        asked.append(Asked(HOUSING, tuple(rule.housing)))
    if rule.child_age:
        asked.append(Asked(CHILDREN, tuple(group.value for group in AgeGroup if rule.child_age.includes(group))))
    if rule.without:
        asked.append(Asked(STATUS, rule.without, refused=True))
    return asked
