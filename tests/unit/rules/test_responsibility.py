"""Place × status × offer → one contact: which rule wins, and that the table says what a reader of the rules says."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regions import SECOND_TOWN, THIRD_TOWN, TOWN, read, source

from wegweiser.catalog import Catalog
from wegweiser.rules.parts import ELSEWHERE
from wegweiser.rules.responsibility import Answer, Question, Responsibility, rank
from wegweiser.schema import District, Responsibilities, Rule, Serves
from wegweiser.values.surnames import write
from wegweiser.wording.parts import limits

OFFER, TOPIC = "kita-platz", "betreuung"
"""The only offer of that topic in the region."""


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return read(tmp_path_factory.mktemp("region"))


def rule(contact: str | None = None, **fields: Any) -> dict[str, Any]:
    return {**({"contact": contact} if contact else {}), **fields, "sources": [source()]}


def with_rules(region: Catalog, *rules: dict[str, Any]) -> Responsibility:
    record = Responsibilities.model_validate({"rules": list(rules)})
    entry = dataclasses.replace(region.responsibilities, record=record)
    return Responsibility(dataclasses.replace(region, responsibilities=entry))


EVERYBODY = rule("fuer-alle")
BY_PLACE = rule("fuer-den-ort", municipalities=[TOWN])
BY_PLACES = rule(contacts={TOWN: "je-ort", SECOND_TOWN: "je-anderem-ort"})
BY_STATUS = rule("fuer-den-bezug", statuses=["sgb2"])
BY_STATUS_AND_PLACE = rule("fuer-bezug-und-ort", statuses=["sgb2"], municipalities=[TOWN])
BY_TOPIC = rule("fuer-das-thema", topics=[TOPIC])
BY_TOPIC_AND_PLACE = rule("fuer-thema-und-ort", topics=[TOPIC], municipalities=[TOWN])
BY_TOPIC_AND_STATUS = rule("fuer-thema-und-bezug", topics=[TOPIC], statuses=["sgb2"])
BY_OFFER = rule("fuer-das-angebot", offers=[OFFER])
BY_OFFER_AND_PLACES = rule(contacts={TOWN: "fuer-angebot-je-ort"}, offers=[OFFER])
BY_OFFER_AND_STATUS = rule("fuer-angebot-und-bezug", offers=[OFFER], statuses=["sgb2"])
BY_ALL = rule("fuer-alles", offers=[OFFER], statuses=["sgb2"], municipalities=[TOWN])

FROM_GENERAL_TO_SPECIFIC = [
    (EVERYBODY, (0, 0, 0)),
    (BY_PLACE, (0, 0, 1)),
    (BY_PLACES, (0, 0, 1)),
    (BY_STATUS, (0, 1, 0)),
    (BY_STATUS_AND_PLACE, (0, 1, 1)),
    (BY_TOPIC, (1, 0, 0)),
    (BY_TOPIC_AND_PLACE, (1, 0, 1)),
    (BY_TOPIC_AND_STATUS, (1, 1, 0)),
    (BY_OFFER, (2, 0, 0)),
    (BY_OFFER_AND_PLACES, (2, 0, 1)),
    (BY_OFFER_AND_STATUS, (2, 1, 0)),
    (BY_ALL, (2, 1, 1)),
]


@pytest.mark.parametrize(("written", "expected"), FROM_GENERAL_TO_SPECIFIC)
def test_rank(written: dict[str, Any], expected: tuple[int, int, int]) -> None:
    assert rank(Rule.model_validate(written)) == expected


@pytest.mark.parametrize(
    ("general", "specific"),
    [
        (general, specific)
        for (general, low), (specific, high) in itertools.combinations(FROM_GENERAL_TO_SPECIFIC, 2)
        if low != high
    ],
)
def test_the_more_specific_rule_wins_wherever_it_stands(
    region: Catalog, general: dict[str, Any], specific: dict[str, Any]
) -> None:
    contact = specific.get("contact") or specific["contacts"][TOWN]
    for rules in ((general, specific), (specific, general)):
        answer = with_rules(region, *rules).answer(TOWN, "sgb2", OFFER)
        assert answer is not None
        assert answer.contact == contact
        assert rules[answer.rule] is specific


@pytest.mark.parametrize(
    ("question", "contact"),
    [
        ((TOWN, "sgb2", OFFER), "fuer-alles"),
        ((TOWN, "wohngeld", OFFER), "fuer-angebot-je-ort"),
        ((SECOND_TOWN, "sgb2", OFFER), "fuer-angebot-und-bezug"),
        ((SECOND_TOWN, "wohngeld", OFFER), "fuer-das-angebot"),
        ((TOWN, "sgb2", "wohngeld"), "fuer-bezug-und-ort"),
        ((SECOND_TOWN, "sgb2", "wohngeld"), "fuer-den-bezug"),
        ((SECOND_TOWN, "none", "wohngeld"), "je-anderem-ort"),
        ((THIRD_TOWN, "none", "wohngeld"), "fuer-alle"),
        (("anderswo", "none", "wohngeld"), None),
        ((TOWN, "arm", "wohngeld"), None),
        ((TOWN, "none", "klavierstunde"), None),
    ],
)
def test_every_question_has_the_answer_of_its_most_specific_rule(
    region: Catalog, question: Question, contact: str | None
) -> None:
    rules = [written for written, _ in FROM_GENERAL_TO_SPECIFIC if written is not BY_PLACE]
    answer = with_rules(region, *rules).answer(*question)
    assert (answer.contact if answer else None) == contact


def test_several_topics_offers_statuses_and_places_in_one_rule(region: Catalog) -> None:
    both = with_rules(
        region,
        rule("geld", topics=["geld", "schule"], statuses=["sgb2", "wohngeld"], municipalities=[TOWN, THIRD_TOWN]),
        rule("sonst", offers=["elterncafe", OFFER]),
    )
    assert {(place, status) for (place, status, offer) in both.table if offer == "wohngeld"} == {
        (place, status) for place in (TOWN, THIRD_TOWN) for status in ("sgb2", "wohngeld")
    }
    assert len([question for question in both.table if question[2] in ("elterncafe", OFFER)]) == 2 * 3 * 6


def test_no_rule_no_answer(region: Catalog) -> None:
    only = with_rules(region, BY_ALL)
    assert list(only.table) == [(TOWN, "sgb2", OFFER)]
    assert only.answer(SECOND_TOWN, "sgb2", OFFER) is None


def test_what_else_a_rule_says_stands_in_the_answer(region: Catalog) -> None:
    plain = with_rules(region, EVERYBODY).answer(TOWN, "sgb2", OFFER)
    assert plain == Answer("fuer-alle", fallback=False, derived=False, note=None, rule=0)
    fallback = with_rules(region, BY_ALL, rule("amt", fallback="ja", note="Fragen Sie dort.")).answer(
        TOWN, "none", OFFER
    )
    assert fallback == Answer("amt", fallback=True, derived=False, note="Fragen Sie dort.", rule=1)
    derived = with_rules(region, rule("amt", derived="ja")).answer(TOWN, "none", OFFER)
    assert derived == Answer("amt", fallback=False, derived=True, note=None, rule=0)


def test_the_offers_of_a_contact_leave_out_where_it_only_stands_in(region: Catalog) -> None:
    asked = with_rules(
        region,
        rule("amt", fallback="ja"),
        rule("amt", offers=["wohngeld"], statuses=["sgb2"]),
        rule("kita", offers=[OFFER], municipalities=[TOWN]),
    )
    assert asked.offers_of("amt") == ("wohngeld",)
    assert asked.offers_of("kita") == (OFFER,)
    assert asked.offers_of("niemand") == ()


def conflicts(responsibility: Responsibility) -> list[tuple[int, int]]:
    return [(first.rule, other.rule) for _, first, other in responsibility.conflicts()]


@pytest.mark.parametrize(
    ("rules", "pairs"),
    [
        ([EVERYBODY], []),
        ([EVERYBODY, rule("andere")], [(0, 1)]),
        ([EVERYBODY, rule("fuer-alle")], []),  # twice the same is no contradiction
        ([EVERYBODY, rule("andere"), rule("dritte")], [(0, 1), (0, 2)]),
        ([EVERYBODY, rule("fuer-alle"), rule("dritte")], [(0, 2)]),
        ([EVERYBODY, BY_PLACE, BY_STATUS, BY_TOPIC, BY_OFFER, BY_ALL], []),  # each more specific than the last
        ([BY_PLACE, BY_PLACES], [(0, 1)]),
        ([rule("je-ort", municipalities=[TOWN]), BY_PLACES], []),
        ([rule("dort", municipalities=[THIRD_TOWN]), BY_PLACES], []),  # never the same place
        ([BY_STATUS, rule("andere", statuses=["wohngeld", "sgb2"])], [(0, 1)]),
        ([BY_STATUS, rule("andere", statuses=["wohngeld"])], []),
        ([BY_TOPIC, rule("andere", topics=[TOPIC, "geld"])], [(0, 1)]),
        ([BY_OFFER, rule("andere", offers=["wohngeld", OFFER])], [(0, 1)]),
        ([BY_OFFER, rule("andere", offers=["wohngeld"])], []),
        # a contradiction counts although a more specific rule answers elsewhere, but not where it always does
        ([BY_ALL, EVERYBODY, rule("andere")], [(1, 2)]),
        ([rule("a", offers=[OFFER]), rule("b", topics=[TOPIC]), rule("c", topics=[TOPIC])], []),
    ],
)
def test_conflicts(region: Catalog, rules: list[dict[str, Any]], pairs: list[tuple[int, int]]) -> None:
    assert conflicts(with_rules(region, *rules)) == pairs


def test_a_conflict_is_told_with_its_first_question(region: Catalog) -> None:
    [(question, first, other)] = with_rules(
        region, EVERYBODY, BY_PLACE, rule("andere", municipalities=[TOWN])
    ).conflicts()
    assert question[0] == TOWN
    assert (first.contact, other.contact) == ("fuer-den-ort", "andere")


# The table against a reference that reads the rules one question at a time.

PLACES = (TOWN, SECOND_TOWN, THIRD_TOWN)
STATUSES = ("sgb2", "wohngeld", "none")
CONTACTS = st.sampled_from(["amt-1", "amt-2", "amt-3"])
OFFERS = ("wohngeld", "but-antrag", "but-ausflug", OFFER, "elterncafe")
TOPICS = ("geld", "schule", TOPIC, "beratung")


def some(of: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(of), unique=True, max_size=2)


@st.composite
def any_rule(draw: st.DrawFn) -> dict[str, Any]:
    about = draw(st.sampled_from(["offers", "topics", None]))
    written: dict[str, Any] = {"statuses": draw(some(STATUSES))}
    if about:
        written[about] = draw(some(OFFERS if about == "offers" else TOPICS))
    if draw(st.booleans()):
        return rule(contacts=draw(st.dictionaries(st.sampled_from(PLACES), CONTACTS)), **written)
    flags = {name: draw(st.sampled_from(["ja", "nein"])) for name in ("fallback", "derived")}
    return rule(draw(CONTACTS), municipalities=draw(some(PLACES)), **written, **flags)


def fitting(region: Catalog, rules: tuple[Rule, ...], question: Question) -> Iterator[tuple[int, int, str]]:
    """Every rule for a question as (how specific, position, contact), by what the handbook says."""
    place, status, offer = question
    topic = region.offers[offer].record.topic
    for position, rule in enumerate(rules):
        fits_offer = offer in rule.offers if rule.offers else topic in rule.topics or not rule.topics
        fits_status = status in rule.statuses or not rule.statuses
        fits_place = (
            place in rule.contacts if rule.contacts else place in rule.municipalities or not rule.municipalities
        )
        contact = rule.contacts.get(place) or rule.contact
        if fits_offer and fits_status and fits_place and contact:
            weight = 2000 if rule.offers else 1000 if rule.topics else 0
            weight += 100 if rule.statuses else 0
            weight += 10 if rule.municipalities or rule.contacts else 0
            yield weight, position, contact


@given(st.lists(any_rule(), min_size=1, max_size=6))
def test_the_table_says_what_a_reader_of_the_rules_would_say(region: Catalog, written: list[dict[str, Any]]) -> None:
    responsibility = with_rules(region, *written)
    rules = responsibility.catalog.responsibilities.record.rules
    contradictions = set()
    for question in itertools.product(region.municipalities, region.statuses, region.offers):
        found = sorted(fitting(region, rules, question), key=lambda candidate: (-candidate[0], candidate[1]))
        answer = responsibility.answer(*question)
        if not found:
            assert answer is None
            continue
        weight, position, contact = found[0]
        assert answer is not None
        assert (answer.rule, answer.contact) == (position, contact)
        assert (answer.fallback, answer.derived) == (rules[position].fallback, rules[position].derived)
        contradictions |= {(position, other) for high, other, who in found if high == weight and who != contact}
    assert set(conflicts(responsibility)) == contradictions
    assert len(conflicts(responsibility)) == len(contradictions)
    for contact in ("amt-1", "amt-2", "amt-3"):
        answers = [
            (offer, answer) for (_, _, offer), answer in responsibility.table.items() if answer.contact == contact
        ]
        assert set(responsibility.offers_of(contact)) == {offer for offer, answer in answers if not answer.fallback}


# An office that divides its work


def town_with(region: Catalog, *districts: str, contacts: dict[str, dict[str, Any]] | None = None) -> Catalog:
    """The region with districts of a town, and contacts that say themselves for whom they are there."""
    town = region.municipalities[TOWN]
    record = town.record.model_copy(update={"districts": tuple(District(name=name) for name in districts)})
    added = {
        id_: dataclasses.replace(
            region.contacts["kreis"],
            id=id_,
            record=region.contacts["kreis"].record.model_copy(update={"serves": Serves.model_validate(serves)}),
        )
        for id_, serves in (contacts or {}).items()
    }
    return dataclasses.replace(
        region,
        municipalities={**region.municipalities, TOWN: dataclasses.replace(town, record=record)},
        contacts={**region.contacts, **added},
    )


def parts(answer: Answer | None) -> list[tuple[str, str]]:
    """Contact and for whom it is there."""
    found = answer.parts if answer else ()
    return [(part.contact, limits(part.districts, part.surnames, part.surname_of, part.others)) for part in found]


HERE = {"offers": [OFFER], "municipalities": [TOWN]}
ASKED = (TOWN, "none", OFFER)


def faults(asked: Responsibility) -> list[tuple[str, str | None, tuple[str, ...], str]]:
    return [
        (fault.first.contact, fault.other.contact if fault.other else None, fault.districts, write(fault.names))
        for fault in asked.faults()
        if fault.question == ASKED or fault.question[0] == TOWN
    ]


def test_two_rules_by_letters_are_one_answer(region: Catalog) -> None:
    asked = with_rules(region, EVERYBODY, rule("a-k", **HERE, surnames=["A-K"]), rule("l-z", **HERE, surnames=["L-Z"]))
    answer = asked.answer(*ASKED)
    assert answer is not None
    assert answer.contact == "a-k"
    assert parts(answer) == [("a-k", "Nachname A bis K"), ("l-z", "Nachname L bis Z")]
    assert answer.contacts == ("a-k", "l-z")
    assert list(asked.faults()) == list(asked.conflicts()) == []
    assert asked.offers_of("l-z") == (OFFER,)
    assert parts(asked.answer(SECOND_TOWN, "none", OFFER)) == []


def test_one_rule_with_all_parts_and_a_common_entry(region: Catalog) -> None:
    divided = [{"contact": "eins", "surnames": ["A-B", "J", "Sch"]}, {"contact": "zwei"}]
    answer = with_rules(region, rule("zentrale", **HERE, parts=divided, surname_of="child")).answer(*ASKED)
    assert answer is not None
    assert answer.contact == "zentrale"
    assert parts(answer) == [("eins", "Nachname des Kindes: A bis B, J, Sch"), ("zwei", "alle anderen Nachnamen")]
    assert answer.contacts == ("zentrale", "eins", "zwei")
    without = with_rules(region, rule(**HERE, parts=divided)).answer(*ASKED)
    assert without is not None
    assert without.contact == "eins"


def test_a_rule_for_some_districts_leaves_the_others_to_the_rule_below(region: Catalog) -> None:
    rules = (rule("fuer-alle", fallback="ja"), rule("nord", **HERE, districts=["Nord"]))
    for districts in ((), ("Nord", "Mitte")):
        answer = with_rules(town_with(region, *districts), *rules).answer(*ASKED)
        assert answer is not None
        assert answer.contact == "fuer-alle"
        assert parts(answer) == [("nord", "Ortsteil Nord"), ("fuer-alle", "alle anderen Ortsteile")]
        assert [part.fallback for part in answer.parts] == [False, True]
        assert answer.fallback


def test_districts_first_and_letters_for_the_others(region: Catalog) -> None:
    asked = with_rules(
        town_with(region, "Nord", "Mitte"),
        rule("nord", **HERE, districts=["Nord"]),
        rule("a-k", **HERE, surnames=["A-K"]),
        rule("l-z", **HERE, surnames=["L-Z"]),
    )
    assert parts(asked.answer(*ASKED)) == [
        ("nord", "Ortsteil Nord"),
        ("a-k", "alle anderen Ortsteile, Nachname A bis K"),
        ("l-z", "alle anderen Ortsteile, Nachname L bis Z"),
    ]
    assert list(asked.faults()) == []


def test_all_districts_named_need_no_rule_below(region: Catalog) -> None:
    divided = [{"contact": "nord", "districts": ["Nord"]}, {"contact": "mitte", "districts": ["Mitte"]}]
    listed = with_rules(town_with(region, "Nord", "Mitte"), rule(**HERE, parts=divided))
    assert parts(listed.answer(*ASKED)) == [("nord", "Ortsteil Nord"), ("mitte", "Ortsteil Mitte")]
    assert list(listed.faults()) == []
    unlisted = with_rules(region, rule(**HERE, parts=divided))
    assert faults(unlisted) == [("nord", None, (ELSEWHERE,), "A bis Z")]


def test_what_a_contact_serves_limits_every_rule_that_names_it(region: Catalog) -> None:
    contacts = {
        "eins": {"surnames": ["A-K"]},
        "zwei": {"surnames": ["L-Z"]},
        "nord": {"municipalities": [TOWN, SECOND_TOWN], "districts": ["Nord"]},
    }
    content = town_with(region, "Nord", "Mitte", contacts=contacts)
    both = with_rules(content, rule(**HERE, parts=[{"contact": "eins"}, {"contact": "zwei"}]))
    assert parts(both.answer(*ASKED)) == [("eins", "Nachname A bis K"), ("zwei", "Nachname L bis Z")]
    assert faults(with_rules(content, rule("eins", **HERE))) == [("eins", None, (), "L bis Z")]
    by_district = with_rules(content, EVERYBODY, rule("nord", offers=[OFFER]))
    assert parts(by_district.answer(*ASKED)) == [("nord", "Ortsteil Nord"), ("fuer-alle", "alle anderen Ortsteile")]
    assert parts(by_district.answer(SECOND_TOWN, "none", OFFER)) == []


@pytest.mark.parametrize(
    ("divided", "found"),
    [
        ([["A-K"], ["M-Z"]], [("0", None, (), "L")]),
        ([["A-L"], ["L-Z"]], [("0", "1", (), "L")]),
        ([["A-R"], ["S"], ["Sch"], ["T-Z"]], [("1", "2", (), "Sch")]),
        ([["A-R"], ["S ohne Sch"], ["Sch"], ["T-Z"]], []),
    ],
)
def test_gaps_and_doubles_of_letters(
    region: Catalog, divided: list[list[str]], found: list[tuple[str, str | None, tuple[str, ...], str]]
) -> None:
    rules = [rule(str(number), **HERE, surnames=written) for number, written in enumerate(divided)]
    assert faults(with_rules(town_with(region, "Nord", "Mitte"), EVERYBODY, *rules)) == found


def test_districts_that_are_double_or_missing(region: Catalog) -> None:
    content = town_with(region, "Nord", "Mitte", "Süd")
    double = with_rules(
        content, EVERYBODY, rule("a", **HERE, districts=["Nord", "Mitte"]), rule("b", **HERE, districts=["Mitte"])
    )
    assert faults(double) == [("a", "b", ("Mitte",), "A bis Z")]
    missing = with_rules(content, rule(**HERE, parts=[{"contact": "a", "districts": ["Nord"]}]))
    assert faults(missing) == [("a", None, ("Mitte", "Süd"), "A bis Z")]
    letters = with_rules(
        content,
        EVERYBODY,
        rule("a", **HERE, districts=["Nord"], surnames=["A-K"]),
        rule("b", **HERE, districts=["Mitte"]),
    )
    assert faults(letters) == [("a", None, ("Nord",), "L bis Z")]


def test_parts_that_are_all_the_same_contact_are_none(region: Catalog) -> None:
    asked = with_rules(region, rule("amt"), rule("amt", **HERE, districts=["Nord"]))
    answer = asked.answer(*ASKED)
    assert answer is not None
    assert (answer.contact, answer.parts) == ("amt", ())


def test_two_parts_of_a_rule_cannot_both_take_the_rest(region: Catalog) -> None:
    assert faults(with_rules(region, rule(**HERE, parts=[{"contact": "a"}, {"contact": "b"}]))) == [
        ("a", "b", (), "A bis Z")
    ]


def test_a_fault_is_told_once_for_all_offers_and_statuses(region: Catalog) -> None:
    asked = with_rules(town_with(region, "Nord", "Mitte"), rule("nord", municipalities=[TOWN], districts=["Nord"]))
    assert len(region.offers) > 1
    assert faults(asked) == [("nord", None, ("Mitte",), "A bis Z")]


def test_a_divided_answer_names_the_rule_of_its_first_part(region: Catalog) -> None:
    rules = (rule("fuer-alle"), rule("nord", **HERE, districts=["Nord"]))
    answer = with_rules(town_with(region, "Nord", "Mitte"), *rules).answer(*ASKED)
    assert answer is not None
    assert [part.rule for part in answer.parts] == [1, 0]
    assert answer.rule == 1
