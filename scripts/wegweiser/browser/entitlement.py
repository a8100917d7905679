"""What 'Was steht mir zu?' answers with in the browser: the rules of all offers. The offices come from the guide."""

from __future__ import annotations

from typing import Any

from wegweiser.browser.records import folders
from wegweiser.catalog import Entry
from wegweiser.edition import Edition
from wegweiser.rules.deadlines import next_deadline
from wegweiser.rules.questions import NEEDS, asked_by, questions
from wegweiser.schema import Eligibility, Offer
from wegweiser.view.amounts import ShownAmount, amount_today


def rules(edition: Edition) -> dict[str, Any]:
    """Offers in the order of the catalog, since the guide's answers for a town have that order too.

    `unsaid` in the file has, for each question, the bits that no answer counts as.
    """
    catalog = edition.catalog
    topics = list(catalog.topics)
    return {
        "needs": NEEDS,
        "keys": "".join(question.key for question in questions(catalog)),
        "unsaid": [question.default_bits for question in questions(catalog)],
        "statuses": [[status.id, status.short] for status in catalog.statuses.values()],
        "folders": folders("contact", "offer"),
        "topics": [topic.label for topic in catalog.topics.values()],
        "offers": [pack_offer(edition, entry, topics.index(entry.record.topic)) for entry in catalog.offers.values()],
    }


def pack_offer(edition: Edition, entry: Entry[Offer], topic: int) -> list[Any]:
    """Id, title, number of the topic, rules, amounts that a rule names, what to say of time, what puts it in front.

    In front: 1 if a deadline is soon, and 2 if it secures food or rent.
    """
    offer = entry.record
    known = {amount.id for amount in offer.amounts}
    named = [id_ for id_ in dict.fromkeys(id_ for rule in offer.eligibility for id_ in rule.amounts) if id_ in known]
    amounts = [pack_amount(amount_today(offer, id_, edition.today)) for id_ in named]
    packed = [pack_rule(edition, rule, named) for rule in offer.eligibility]
    deadline, is_soon = next_deadline(offer, edition.today)
    return [entry.id, offer.everyday_title, topic, packed, amounts, deadline, is_soon + 2 * offer.livelihood]


def pack_amount(amount: ShownAmount) -> list[Any]:
    """Label, text of today, euro a month; then, where it ages, its last good day and what is said then."""
    ages = amount.ages
    return [amount.label, amount.text, amount.monthly, *((ages.until, ages.says) if ages else ())]


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
