"""'Was steht mir zu?': a form that answers at once, and the same rules as a list for browsers without scripts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from wegweiser.catalog import Catalog, Entry
from wegweiser.edition import Edition
from wegweiser.pages.page import Crumb, Page
from wegweiser.rules.questions import CHILDREN, EXPECTING, HOUSEHOLD, Asked, Question, asked_by, questions
from wegweiser.schema import ChildAge, Eligibility, Offer
from wegweiser.schema.eligibility import AgeGroup
from wegweiser.view.amounts import ShownAmount, amount_today
from wegweiser.view.offers import offers_by_topic

FOLDER = "anspruch/"
LIST = f"{FOLDER}liste/"
SCRIPTS = ("entitlement.js",)
"""The last one imports the others; named here, they arrive together and not one after another."""


@dataclass(frozen=True, slots=True)
class Way:
    """One rule in words."""

    reason: str
    also: str
    """The other conditions; empty where there are none."""
    legal_basis: str
    amounts: tuple[ShownAmount, ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """An offer with the ways that lead to it from one answer."""

    offer: Entry[Offer]
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question, with the offers that may fit."""

    label: str
    fits: tuple[Fit, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One question of the list; each rule stands under the answers that say most about whom it is for."""

    question: Question
    answers: tuple[Answer, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The form, and the list for whoever has no script."""
    catalog = edition.catalog
    yield Page(
        address=FOLDER,
        template="entitlement.html",
        title="Was steht mir zu?",
        description="Ein paar Fragen, dann sehen Sie, welche Hilfen zu Ihrer Familie passen können. Ohne Anmeldung.",
        context={
            "questions": questions(catalog),
            "towns": list(catalog.municipalities.values()),
        },
        section=FOLDER,
        scripts=SCRIPTS,
    )
    sections, for_all = decision_list(edition)
    yield Page(
        address=LIST,
        template="entitlement_list.html",
        title="Was Familien zustehen kann",
        description="Alle Hilfen mit den Bedingungen, nach Fragen geordnet.",
        context={"sections": sections, "for_all": for_all},
        crumbs=(Crumb("", "Start"), Crumb(FOLDER, "Was steht mir zu?")),
        section=FOLDER,
    )


def decision_list(edition: Edition) -> tuple[tuple[Section, ...], tuple[Fit, ...]]:
    """Every rule under the answers that lead to it, and the offers with a rule that asks for nothing."""
    found: dict[tuple[int, str], dict[str, list[Way]]] = defaultdict(lambda: defaultdict(list))
    for_all: dict[str, list[Way]] = defaultdict(list)
    entries = {entry.id: entry for _, offers in offers_by_topic(edition) for entry in offers}
    for id_, entry in entries.items():
        for rule in entry.record.eligibility:
            asked = asked_by(rule)
            if not asked or asked[0].refused:
                for_all[id_].append(_way(edition, entry, rule, asked))
                continue
            first, *others = asked
            for answer in first.answers:
                found[first.question, answer][id_].append(_way(edition, entry, rule, others))

    def fits(ways: dict[str, list[Way]]) -> tuple[Fit, ...]:
        return tuple(Fit(entries[id_], tuple(listed)) for id_, listed in ways.items())

    sections = [
        Section(
            question,
            tuple(
                Answer(label, fits(found[number, code]))
                for code, label in question.options.items()
                if (number, code) in found
            ),
        )
        for number, question in enumerate(questions(edition.catalog))
    ]
    return tuple(section for section in sections if section.answers), fits(for_all)


def _way(edition: Edition, entry: Entry[Offer], rule: Eligibility, others: list[Asked]) -> Way:
    amounts = tuple(amount_today(entry.record, id_, edition.today) for id_ in rule.amounts)
    return Way(rule.reason, describe(edition.catalog, rule, others), rule.legal_basis, amounts)


def describe(catalog: Catalog, rule: Eligibility, conditions: list[Asked]) -> str:
    """The conditions in words, and the towns: `Kind von 6 bis 17 Jahren; Wohngeld oder Kinderzuschlag`."""
    said = [_words(catalog, rule, condition) for condition in conditions]
    if rule.municipalities:
        said.append("nur in " + _either(catalog.municipalities[id_].record.name for id_ in rule.municipalities))
    return "; ".join(said)


def _words(catalog: Catalog, rule: Eligibility, condition: Asked) -> str:
    if condition.question == CHILDREN and condition.answers != (EXPECTING,) and rule.child_age:
        return _ages(rule.child_age)
    if condition.question == HOUSEHOLD:
        return "Sie sorgen allein für die Kinder" if rule.alone else "Sie sind zu zweit"
    options = questions(catalog)[condition.question].options
    labels = _either(options[answer] for answer in condition.answers if answer in options)
    return f"nicht mit {labels}" if condition.refused else labels


def _ages(ages: ChildAge) -> str:
    if ages.maximum_age == 0:
        return f"Kind {AgeGroup.UNDER_ONE.label}"
    low = f"von {ages.minimum_age} " if ages.minimum_age else ""
    return f"Kind {low}bis {ages.maximum_age} {'Jahren' if low else 'Jahre'}"


def _either(labels: Iterator[str]) -> str:
    *first, last = labels
    return f"{', '.join(first)} oder {last}" if first else last
