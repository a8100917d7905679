"""The site's scripts as far as they know no page, run by Node: their own tests, and the guide against the rules."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import asdict
from pathlib import Path

import pytest
from families import EXAMPLES, answers_of, random_families
from questions import QUESTIONS
from sites import DAY, ROOT, write_demo

from wegweiser import catalog
from wegweiser.browser import bundles
from wegweiser.browser.entitlement import rules
from wegweiser.browser.guide import answers
from wegweiser.edition import Edition
from wegweiser.rules.entitlement import entitlement, fitting_rules
from wegweiser.rules.questions import questions
from wegweiser.view.contact import remarks

HERE = Path(__file__).parent

pytestmark = pytest.mark.skipif(shutil.which("node") is None, reason="Node ist nicht installiert.")


def node(*arguments: str | Path) -> str:
    done = subprocess.run(["node", *arguments], check=False, cwd=HERE, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("name", sorted(path.name for path in HERE.glob("*.test.mjs")))
def test_the_tests_written_in_javascript(name: str) -> None:
    node("--test", name)


def test_a_failing_test_is_seen(tmp_path: Path) -> None:
    wrong = 'import { test } from "node:test";\ntest("x", () => { throw 1; });\n'
    (tmp_path / "wrong.test.mjs").write_text(wrong, "utf-8")
    with pytest.raises(AssertionError, match="fail 1"):
        node("--test", tmp_path / "wrong.test.mjs")


@pytest.mark.parametrize("region", ["real", "demo"])
def test_the_guide_answers_every_question_as_the_rules_do(tmp_path: Path, region: str) -> None:
    """Every municipality, status and offer: packed, unpacked by the script, and compared."""
    data = ROOT / "data" if region == "real" else write_demo(tmp_path / "data", 12)
    content, problems = catalog.load(data)
    assert content is not None, problems
    guide = Edition.on(content, DAY)
    made = answers(guide)
    towns = {bundle.name.removeprefix("orte/"): json.loads(bundle.content) for bundle in made.chunks}
    asked = {"data": made.index, "towns": {town: towns[town] for town in content.municipalities}}
    (tmp_path / "asked.json").write_bytes(bundles.write(asked))
    told = json.loads(node("ask.mjs", tmp_path / "asked.json"))
    expected = {
        question: (answer.contact, list(remarks(answer))) for question, answer in guide.responsibility.table.items()
    }
    assert {(town, status, offer): (contact, said) for town, status, offer, contact, said in told} == expected
    assert len(told) == len(content.municipalities) * len(content.statuses) * len(content.offers)


@pytest.mark.this_district
def test_each_of_the_twenty_questions_ends_at_its_office(tmp_path: Path) -> None:
    """From what somebody types and ticks to the offices, through the address, as a shared link goes."""
    content, problems = catalog.load(ROOT / "data")
    assert content is not None, problems
    made = answers(Edition.on(content, DAY))
    asked = {
        "data": made.index,
        "towns": {bundle.name.removeprefix("orte/"): json.loads(bundle.content) for bundle in made.chunks},
        "questions": [asdict(question) for question in QUESTIONS],
    }
    (tmp_path / "journeys.json").write_bytes(bundles.write(asked))
    told = json.loads(node("journeys.mjs", tmp_path / "journeys.json"))
    for question, (towns, offices, address) in zip(QUESTIONS, told, strict=True):
        assert question.town in towns, question.place
        assert set(offices) == set(question.contacts), question.words
        assert address == question.parameters


@pytest.mark.parametrize("region", ["real", "demo"])
def test_a_family_finds_in_the_browser_what_the_rules_say(tmp_path: Path, region: str) -> None:
    """Thirty example families and a thousand random ones: the same offers, the same rules, in the same order."""
    data = ROOT / "data" if region == "real" else write_demo(tmp_path / "data", 12)
    content, problems = catalog.load(data)
    assert content is not None, problems
    families = [*random_families(content, 1000)]
    families += [
        example.family for example in EXAMPLES if example.family.municipality in (None, *content.municipalities)
    ]
    shape = {
        "keys": "".join(question.key for question in questions(content)),
        "counts": [len(question.options) for question in questions(content)],
        "towns": [entry.record.ags for entry in content.municipalities.values()],
    }
    written = {
        "data": rules(Edition.on(content, DAY)),
        "shape": shape,
        "families": [answers_of(content, family) for family in families],
    }
    (tmp_path / "families.json").write_bytes(bundles.write(written))
    told = json.loads(node("families.mjs", tmp_path / "families.json"))
    for family, found in zip(families, told, strict=True):
        fitting = {id_: fitting_rules(entry.record.eligibility, family) for id_, entry in content.offers.items()}
        assert found == [[id_, [rule.reason for rule in ways]] for id_, ways in fitting.items() if ways], family
        assert [[id_, ways[0]] for id_, ways in found] == [list(fit) for fit in entitlement(content, family)]
    assert len({json.dumps(found) for found in told}) > 150
