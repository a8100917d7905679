"""From a report on GitHub to a pull request: the steps of correction.yml, run here against a stand-in of GitHub.

The stand-in is a program called `gh` that writes down what it is asked. What GitHub itself decides (whether a token may
make branches, whether a form fills itself in) cannot be tried here.
"""

from __future__ import annotations

import base64
import datetime as dt
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from examples import write_data
from sites import DAY, ROOT, environment

from wegweiser.editing.corrections.block import write_block
from wegweiser.editing.corrections.correction import Answer, Correction, Sender

pytestmark = pytest.mark.takes(10)

WORKFLOW = yaml.safe_load((ROOT / ".github" / "workflows" / "correction.yml").read_text("utf-8"))
FORM = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / "5-korrektur.yml").read_text("utf-8"))
GH = """#!{python}
import json, pathlib, sys
arguments = sys.argv[1:]
folder = pathlib.Path({folder!r})
log = folder / "calls.jsonl"
file = next((after for before, after in zip(arguments, arguments[1:]) if before in ("--input", "--body-file")), None)
with log.open("a") as calls:
    calls.write(json.dumps([arguments, pathlib.Path(file).read_text() if file else None]) + "\\n")
if arguments[:2] == ["api", "repos/kreis/wegweiser/git/ref/heads/korrektur-7"]:
    sys.exit(0 if (folder / "branch-exists").exists() else 1)
if arguments[:2] == ["run", "download"]:
    for made in (folder / "artifact").iterdir():
        pathlib.Path(made.name).write_bytes(made.read_bytes())
"""
ENVIRONMENT = {
    "GH_REPO": "kreis/wegweiser",
    "BASE": "main",
    "BRANCH": "korrektur-7",
    "NUMBER": "7",
    "GITHUB_SHA": "c0ffee",
    "GITHUB_RUN_ID": "1",
}
Call = tuple[list[str], str | None]

needs_jq = pytest.mark.skipif(shutil.which("jq") is None, reason="jq ist nicht installiert.")


def proposed(folder: Path, artifact: dict[str, str], *, branch: bool = False) -> tuple[int, list[Call]]:
    """Run the job that may write, with what the first job left; gives its exit code and what GitHub was asked."""
    (folder / "artifact").mkdir(parents=True)
    for name, content in artifact.items():
        (folder / "artifact" / name).write_text(content, "utf-8")
    if branch:
        (folder / "branch-exists").touch()
    tool = folder / "bin" / "gh"
    tool.parent.mkdir()
    tool.write_text(GH.format(python=sys.executable, folder=str(folder)), "utf-8")
    tool.chmod(0o755)
    work = folder / "work"
    work.mkdir()
    path = f"{tool.parent}:{Path(shutil.which('jq') or '').parent}:/usr/bin:/bin"
    code = 0
    for step in WORKFLOW["jobs"]["propose"]["steps"]:
        if ("failure()" in step.get("if", "")) is (code == 0):
            continue
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(command, check=False, cwd=work, env={**ENVIRONMENT, "PATH": path}, capture_output=True)
        code = code or done.returncode
    log = folder / "calls.jsonl"
    return code, [tuple(json.loads(line)) for line in log.read_text("utf-8").splitlines()]


def proposal(path: str = "data/contacts/jobcenter.yml", content: bytes = b"title: Neu\n") -> str:
    changes = [{"path": path, "contents": base64.b64encode(content).decode()}]
    return json.dumps({"title": "Korrektur: jobcenter", "body": "Aus der Meldung #7.", "changes": changes})


def asked(calls: list[Call], *words: str) -> list[Any]:
    """What was handed over with the calls that hold all of these words."""
    return [handed for arguments, handed in calls if all(word in arguments for word in words)]


@needs_jq
def test_a_proposal_becomes_a_branch_a_pull_request_and_an_answer(tmp_path: Path) -> None:
    code, calls = proposed(tmp_path, {"proposal.json": proposal(), "answer.md": "Danke."})
    assert code == 0
    assert asked(calls, "POST", "repos/kreis/wegweiser/git/refs", "ref=refs/heads/korrektur-7", "sha=c0ffee") == [None]
    [commit] = map(json.loads, asked(calls, "api", "graphql"))
    given = commit["variables"]["input"]
    assert given["branch"] == {"repositoryNameWithOwner": "kreis/wegweiser", "branchName": "korrektur-7"}
    assert given["expectedHeadOid"] == "c0ffee"
    [added] = given["fileChanges"]["additions"]
    assert (added["path"], base64.b64decode(added["contents"])) == ("data/contacts/jobcenter.yml", b"title: Neu\n")
    [pull] = map(json.loads, asked(calls, "POST", "repos/kreis/wegweiser/pulls"))
    assert pull == {
        "title": "Korrektur: jobcenter",
        "body": "Aus der Meldung #7.",
        "head": "korrektur-7",
        "base": "main",
    }
    assert asked(calls, "workflow", "run", "check.yml", "--ref", "korrektur-7") == [None]
    assert asked(calls, "issue", "comment", "7", "--body-file") == ["Danke."]


@needs_jq
def test_a_run_that_is_repeated_sets_its_branch_back(tmp_path: Path) -> None:
    code, calls = proposed(tmp_path, {"proposal.json": proposal(), "answer.md": "Danke."}, branch=True)
    assert code == 0
    assert asked(calls, "PATCH", "repos/kreis/wegweiser/git/refs/heads/korrektur-7", "sha=c0ffee") == [None]
    assert asked(calls, "POST", "repos/kreis/wegweiser/git/refs") == []


@needs_jq
def test_without_a_proposal_there_is_an_answer_only(tmp_path: Path) -> None:
    code, calls = proposed(tmp_path, {"answer.md": "Ein Mensch sieht es sich an."})
    assert code == 0
    assert [arguments[:2] for arguments, _ in calls] == [["run", "download"], ["issue", "comment"]]


@needs_jq
@pytest.mark.parametrize(
    "path",
    [
        ".github/workflows/publish.yml",
        "data/region.yml",
        "data/../scripts/x.yml",
        "data/contacts/../../x.yml",
        "scripts/wegweiser/__main__.py",
        "data/contacts/x.yml\ndata/y.py",
        "data/contacts/x.yml\n",
        "",
    ],
)
def test_nothing_but_records_is_handed_over(tmp_path: Path, path: str) -> None:
    code, calls = proposed(tmp_path, {"proposal.json": proposal(path), "answer.md": "Danke."})
    assert code != 0
    assert asked(calls, "api", "graphql") == []
    assert asked(calls, "POST") == []
    [[arguments, handed]] = [call for call in calls if call[0][:2] == ["issue", "comment"]]
    assert handed is None
    assert "Ein Mensch" in arguments[-1], "whoever reported gets an answer all the same"


STAND_IN = """
import pathlib, sys
message = pathlib.Path(sys.argv[-1]).read_text() if sys.argv[1] == "import" else ""
if sys.argv[1] == "check":
    print("data/contacts/jobcenter.yml:1:1: Fehler: falsch.")
    sys.exit("PASST NICHT" in pathlib.Path("data/contacts/jobcenter.yml").read_text())
if sys.argv[1] == "changes":
    sys.exit(print("/kontakte/jobcenter/: alt, neu"))
if "stürzt ab" in message:
    raise RuntimeError("/geheimer/pfad")
if "kaputt" in message:
    sys.exit(print("Der Teil für die Redaktion wurde verändert.") or 1)
if "gleich" not in message:
    pathlib.Path("data/contacts/jobcenter.yml").write_text(f"title: {message.strip()}")
print(f"Bezeichnung: {message.strip()}")
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with one record, where a stand-in answers for `wegweiser`: it writes what the message says."""
    (tmp_path / "wegweiser").mkdir()
    (tmp_path / "wegweiser" / "__init__.py").touch()
    (tmp_path / "wegweiser" / "__main__.py").write_text(STAND_IN, "utf-8")
    (tmp_path / "data" / "contacts").mkdir(parents=True)
    (tmp_path / "data" / "contacts" / "jobcenter.yml").write_text("title: Alt\n", "utf-8")
    (tmp_path / "data" / "region.yml").write_text("name: Kreis\n", "utf-8")
    return tmp_path


def made_of(project: Path, body: str | None) -> dict[str, str]:
    """What the first job leaves of a report with this text: file → content."""
    event = project / "event.json"
    event.write_text(json.dumps({"issue": {"number": 7, "title": "x", "body": body}}), "utf-8")
    command = [sys.executable, str(ROOT / "scripts" / "propose.py"), str(event), str(project / "made")]
    alone = {"PYTHONPATH": str(project), "PATH": "/usr/bin:/bin", "PYTHONUTF8": "1"}
    done = subprocess.run(command, check=False, cwd=project, env=alone, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return {path.name: path.read_text("utf-8") for path in sorted((project / "made").iterdir())}


def test_a_report_becomes_a_proposal_with_its_words(project: Path) -> None:
    made = made_of(project, "Neu")
    assert set(made) == {"answer.md", "proposal.json"}
    given = json.loads(made["proposal.json"])
    [change] = given["changes"]
    assert change["path"] == "data/contacts/jobcenter.yml"
    assert base64.b64decode(change["contents"]) == b"title: Neu"
    assert given["title"] == "Korrektur: jobcenter"
    assert "Closes #7" in given["body"]
    assert "/kontakte/jobcenter/: alt, neu" in given["body"]
    for text in (given["body"], made["answer.md"]):
        assert "```text\nBezeichnung: Neu\n```" in text
    assert "Ein Mensch liest es" in made["answer.md"]


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("kaputt", "Der Teil für die Redaktion wurde verändert."),
        ("stürzt ab", "Ein Programm konnte das nicht übernehmen"),
        ("gleich", "Von selbst ändert das nichts"),
        ("PASST NICHT", "data/contacts/jobcenter.yml:1:1: Fehler: falsch."),
    ],
)
def test_what_cannot_be_taken_over_is_answered_with_the_reason(project: Path, body: str, why: str) -> None:
    made = made_of(project, body)
    assert set(made) == {"answer.md"}
    assert why in made["answer.md"]
    assert "geheim" not in made["answer.md"]
    assert "Ein Mensch sieht es sich an." in made["answer.md"]


HOSTILE = [
    "$(touch PWN) `touch PWN` ; touch PWN",
    "@everyone #1 <img src=x onerror=alert(1)> [a](javascript:alert(1))",
    "```` \n``` @mention",
    "EOF\n::set-output name=x::y\n::add-mask::z",
    "x" * 60_000,
]


@pytest.mark.parametrize("body", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_quoted_and_runs_nowhere(project: Path, body: str) -> None:
    made = made_of(project, body)
    assert not (project / "PWN").exists()
    lines = made["answer.md"].split("\n")
    fence = next(line for line in lines if line.endswith("text") and line.startswith("```")).removesuffix("text")
    assert lines.count(fence) == 1, "what is quoted cannot end the quotation"
    assert len(made["answer.md"]) < 65_000
    assert "::" not in json.loads(made["proposal.json"])["title"]


def test_a_report_without_a_text_is_answered(project: Path) -> None:
    assert "Danke für Ihre Meldung." in made_of(project, None)["answer.md"]


CONTACT = """title: "Jobcenter Beispielstadt: Leistungen"
purpose: Fragen zu Geld vom Jobcenter
organization: jobcenter-beispielstadt
topics: [geld]
channels:
  # die Zentrale
  - phone: +49 30 23125001
    label: Zentrale
sources:
  - title: Beispielseite
    kind: own
    published: 2026-01
    accessed: 2026-11-01
"""
SENT = """Guten Tag,

Für die Redaktion, bitte so lassen:
{block}"""


def answered(folder: Path, *, own: bool) -> tuple[str, dict[str, Any] | None]:
    """The answer and the proposal that the real `wegweiser import` makes of what the page writes."""
    write_data(folder / "data", {"contacts/jobcenter-beispielstadt.yml": CONTACT.encode()})
    sender = Sender("Leitung der Stelle", dt.date(2026, 11, 20), own=own)
    ref = "contact:jobcenter-beispielstadt"
    block = write_block([Correction(ref, "channels.0.phone", Answer.WRONG, sender, "030 23125001", "030 23125002")])
    event = folder / "event.json"
    event.write_text(json.dumps({"issue": {"number": 7, "body": SENT.format(block=block)}}), "utf-8")
    command = [sys.executable, str(ROOT / "scripts" / "propose.py"), str(event), str(folder / "made")]
    ours = environment(day=DAY, PYTHONPATH=str(ROOT / "scripts"))
    done = subprocess.run(command, check=False, cwd=folder, env=ours, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    made = {path.name: path.read_text("utf-8") for path in (folder / "made").iterdir()}
    assert set(made) <= {"answer.md", "proposal.json"}, "nothing else may travel to the job that writes"
    return made["answer.md"], json.loads(made["proposal.json"]) if "proposal.json" in made else None


def test_from_the_page_to_the_proposal(tmp_path: Path) -> None:
    """One number changes, and the comment beside it stays."""
    answer, given = answered(tmp_path, own=True)
    assert given is not None, answer
    [change] = given["changes"]
    assert change["path"] == "data/contacts/jobcenter-beispielstadt.yml"
    after = base64.b64decode(change["contents"]).decode().splitlines()
    assert "  - phone: +49 30 23125002" in after
    assert "  # die Zentrale" in after
    assert "bisher '030 23125001', neu '030 23125002'" in given["body"]


def test_what_others_say_waits_for_a_person(tmp_path: Path) -> None:
    answer, given = answered(tmp_path, own=False)
    assert given is None
    assert "Kommt nicht von der Stelle selbst." in answer
    assert str(tmp_path) not in answer


def test_what_may_write_runs_nothing_of_ours_and_reads_no_text_of_the_report() -> None:
    writing = WORKFLOW["jobs"]["propose"]
    assert [step for step in writing["steps"] if "uses" in step] == []
    assert WORKFLOW["jobs"]["read"]["permissions"] == {"contents": "read"}
    for job in WORKFLOW["jobs"].values():
        for step in job["steps"]:
            assert "issue.body" not in json.dumps(step)
            assert "issue.title" not in json.dumps(step)
            assert "secrets." not in json.dumps(step)
    assert set(writing["env"]) == {"GH_TOKEN", "GH_REPO", "BASE", "BRANCH", "NUMBER"}


def test_the_form_has_the_fields_that_the_page_fills_in() -> None:
    written = (ROOT / "overrides" / "script" / "correct" / "message.js").read_text("utf-8")
    assert 'const FORM = "5-korrektur.yml"' in written
    fields = {part["id"]: part for part in FORM["body"] if "id" in part}
    assert all(f"&{name}=" in written for name in ("page", "message"))
    assert set(fields) == {"page", "message", "privacy"}
    assert fields["message"]["attributes"]["render"] == "text", "so that nothing in it is a link or a mention"
