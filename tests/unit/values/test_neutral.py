"""Codes of records: the same as in the scripts, one for each record, and nothing can be read in them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess

import pytest
from sites import ROOT

from wegweiser import catalog
from wegweiser.values.neutral import code_of, record_code

SCRIPT = """
import { codeOf, codeOfRecord } from "./overrides/script/shared/neutral.js";
const said = JSON.parse(process.argv[1]);
console.log(JSON.stringify([said.map(codeOf), said.map(codeOfRecord)]));
"""


@pytest.mark.parametrize(("text", "code"), [("wohngeld", "kmtik1"), ("none", "1c6lasb"), ("", "ztntfp")])
def test_codes_stay_as_they_are(text: str, code: str) -> None:
    assert code_of(text) == code


def references() -> list[str]:
    content, problems = catalog.load(ROOT / "data")
    assert content is not None, problems
    return [entry.ref for entry in content.records()]


def test_every_record_has_a_code_of_its_own() -> None:
    known = references()
    codes = {record_code(reference) for reference in known}
    assert len(codes) == len(known) > 50
    assert [code for code in codes if not re.fullmatch("[0-9a-z]{8,14}", code)] == []


@pytest.mark.skipif(shutil.which("node") is None, reason="Node ist nicht installiert.")
def test_scripts_make_the_same_codes() -> None:
    said = references()
    command = ["node", "--input-type=module", "--eval", SCRIPT, json.dumps(said)]
    done = subprocess.run(command, check=False, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [[*map(code_of, said)], [*map(record_code, said)]]
