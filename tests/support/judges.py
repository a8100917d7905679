"""Programs that we did not write, asked about our files; what is missing here is the reason of a skip."""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from compiletojsonschema.compiletojsonschema import CompileToJsonSchema

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import pack  # noqa: E402


def tools() -> Path:
    """Where the judges in Node.js are installed; skips with the reason where they are not."""
    if reason := pack.missing(pack.JUDGES):
        pytest.skip(reason)
    return pack.tools(pack.JUDGES)


def ask_node(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """What a script of tests/judges/ says."""
    command = ["node", str(pack.JUDGES / script), str(tools()), *map(str, arguments)]
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)


def dates_of_ical_js(file: Path, until: str) -> list[tuple[str, str]]:
    """(Summary, moment in UTC) of every date before `until` (ISO), as ical.js counts them."""
    done = ask_node("calendar.mjs", file, until)
    assert done.returncode == 0, done.stderr
    return [(summary, moment) for summary, moment in json.loads(done.stdout)]


def shared(name: str, variable: str) -> Path:
    """A folder with the schemas of others, which may not lie in the project; skips with the reason where it is not."""
    folder = Path(os.environ.get(variable, ROOT.parent / "shared" / name))
    if not folder.is_dir():
        pytest.skip(f"{variable} nennt keinen Ordner mit den Bauplänen: {folder.name} fehlt.")
    return folder


@functools.cache
def hsds_validator(kind: str) -> jsonschema.Draft202012Validator:
    """Refuses what HSDS 3.1 does not know: fields, formats, kinds of values (`organization` or `service`)."""
    folder = shared("hsds", "HSDS_SCHEMAS") / "3.1" / "schema"
    compiled = CompileToJsonSchema(
        input_filename=str(folder / f"{kind}.json"), set_additional_properties_false_everywhere=True
    )
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    return jsonschema.Draft202012Validator(compiled.get(), format_checker=checker)
