"""What 'Was steht mir zu?' answers with in the browser: the rules of all offers. The offices come from the guide."""

from __future__ import annotations

from typing import Any

from wegweiser.browser.records import folders
from wegweiser.catalog import Entry
from wegweiser.edition import Edition
from wegweiser.rules.questions import asked_by, questions
from wegweiser.schema import Eligibility, Offer
from wegweiser.view.amounts import show_amounts


def rules(edition: Edition) -> dict[str, Any]:
    """Offers in the order of the catalog, since the guide's answers for a town have that order too.

    `unsaid` in the file has, for each question, the bits that no answer counts as.
    """
    catalog = edition.catalog
    topics = list(catalog.topics)
    return {
        "keys": "".join(question.key for question in questions(catalog)),
        "unsaid": [question.default_bits for question in questions(catalog)],
        "statuses": [[status.id, status.short] for status in catalog.statuses.values()],
        "folders": folders("contact", "offer"),
        "topics": [topic.label for topic in catalog.topics.values()],
        "offers": [pack_offer(edition, entry, topics.index(entry.record.topic)) for entry in catalog.offers.values()],
    }


def pack_offer(edition: Edition, entry: Entry[Offer], topic: int) -> list[Any]:
    """Id, title, number of the topic, rules, and those amounts that a rule names: label and sum of today."""
    offer = entry.record
    known = {amount.id for amount in offer.amounts}
    named = [id_ for id_ in dict.fromkeys(id_ for rule in offer.eligibility for id_ in rule.amounts) if id_ in known]
    amounts = [
        show_amounts([window for window in offer.amounts if window.id == id_], edition.today)[0] for id_ in named
    ]
    packed = [pack_rule(edition, rule, named) for rule in offer.eligibility]
    return [entry.id, offer.everyday_title, topic, packed, [[amount.label, amount.text] for amount in amounts]]


def pack_rule(edition: Edition, rule: Eligibility, amounts: list[str]) -> list[Any]:
    """Reason, conditions, amounts, towns; what is empty at the end is left out.

    The conditions are pairs of a question and its bits, of which one must be answered; with a minus: none.
    """
    asked = questions(edition.catalog)
    conditions = []
    for condition in asked_by(rule):
        bits = asked[condition.question].bits(condition.answers)
        conditions += [condition.question, -bits if condition.refused else bits]
    towns = [edition.catalog.municipalities[id_].record.ags for id_ in rule.municipalities]
    fields: list[Any] = [rule.reason, conditions, [amounts.index(id_) for id_ in rule.amounts if id_ in amounts], towns]
    while not fields[-1]:
        fields.pop()
    return fields
