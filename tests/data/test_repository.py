"""What this repository may hold and install, and what its workflows may do. Needs no network."""

from __future__ import annotations

import fnmatch
import hashlib
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from wegweiser import schema
from wegweiser.schema import json_schema

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.y*ml"))
ASIDE = ("tests/exit/requirements.txt", "tests/mutation/requirements.txt")
"""What single tests install in environments of their own."""
LOCKS = ("requirements.lock", "requirements-tests.lock", ".github/audit/requirements.txt")

# A new direct dependency is a decision: say in the commit why it is worth its keep, then add it here.
BUILDS_WITH = (
    *("babel", "email-validator", "holidays", "icalendar", "jinja2", "mkdocs", "mkdocs-macros-plugin"),
    *("mkdocs-material", "opening-hours-py", "openpyxl", "phonenumbers", "polib", "pydantic", "python-dateutil"),
    *("pyyaml", "rcssmin", "rich", "ruamel-yaml", "segno", "setuptools", "typst", "xlsxwriter"),
)
TESTS_WITH = (
    *("axe-playwright-python", "check-jsonschema", "compiletojsonschema", "coverage", "feedparser", "frictionless"),
    *("hypothesis", "import-linter", "jsonschema", "lxml", "mypy", "openapi-spec-validator", "pikepdf", "playwright"),
    *("pyshacl", "pytest", "pytest-socket", "pytest-xdist", "recurring-ical-events", "rnc2rng", "ruff"),
    *("types-python-dateutil", "types-pyyaml", "uv", "vobject", "zizmor"),
)
# They pull in a fork of MkDocs since 2026, or were replaced by our own hooks.
NEVER = {"properdocs", "mkdocs-gen-files", "mkdocs-literate-nav", "mkdocs-redirects"}


# --- packages -----------------------------------------------------------------------------------------------------

PIN = re.compile(
    r"(?P<name>[a-z0-9][a-z0-9.-]*)==(?P<version>[^ ;]+)"
    r"(?P<systems> ; [^#]+?)?(?P<hashes>( --hash=sha256:[0-9a-f]{64})+)"
)


def lock_lines(text: str) -> list[str]:
    """The requirements of a lock, each on one line, without comments."""
    joined = re.sub(r"\s*\\\n\s*", " ", text)
    return [line.strip() for line in joined.splitlines() if line.strip() and not line.lstrip().startswith("#")]


@cache
def pins(lock: str) -> dict[str, list[str]]:
    """The versions of each package; several where a lock serves several systems."""
    found: dict[str, list[str]] = {}
    for line in lock_lines((ROOT / lock).read_text("utf-8")):
        if pin := PIN.fullmatch(line):
            found.setdefault(pin["name"], []).append(pin["version"])
    return found


@cache
def project() -> dict[str, Any]:
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return project


def declared(*, tests: bool) -> list[Requirement]:
    lines = project()["optional-dependencies"]["tests"] if tests else project()["dependencies"]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("lock", (*LOCKS, *ASIDE))
def test_lock_fixes_every_package_by_version_and_hash(lock: str) -> None:
    lines = lock_lines((ROOT / lock).read_text("utf-8"))
    assert lines
    assert [line for line in lines if not PIN.fullmatch(line)] == []


@pytest.mark.parametrize(
    "line",
    [
        "mkdocs==1.6.1",
        "mkdocs>=1.6.1 --hash=sha256:" + "a" * 64,
        "mkdocs==1.6.1 --hash=sha256:" + "a" * 63,
        "mkdocs==1.6.1 --hash=md5:" + "a" * 32,
        "mkdocs @ git+https://example.org/mkdocs",
        "--index-url https://example.org/simple",
        "-e .",
    ],
)
def test_a_loose_line_is_no_pin(line: str) -> None:
    assert not PIN.fullmatch(line)


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_is_free_of_packages_we_refuse(lock: str) -> None:
    assert NEVER.isdisjoint(pins(lock))


@pytest.mark.parametrize(("tests", "allowed"), [(False, BUILDS_WITH), (True, TESTS_WITH)], ids=["build", "tests"])
def test_direct_dependencies_are_the_ones_we_decided_on(tests: bool, allowed: tuple[str, ...]) -> None:
    assert sorted(canonicalize_name(requirement.name) for requirement in declared(tests=tests)) == sorted(allowed)


@pytest.mark.parametrize(("lock", "tests"), [(LOCKS[0], False), (LOCKS[1], False), (LOCKS[1], True)])
def test_lock_fits_what_is_declared(lock: str, tests: bool) -> None:
    for requirement in declared(tests=tests):
        versions = pins(lock).get(canonicalize_name(requirement.name), [])
        assert versions, f"{requirement.name} fehlt in {lock}; bitte 'make lock' aufrufen"
        assert all(requirement.specifier.contains(version) for version in versions), (
            f"{lock}: bitte 'make lock' aufrufen"
        )


def test_tests_run_with_the_very_packages_that_build_the_site() -> None:
    build, tests = pins(LOCKS[0]), pins(LOCKS[1])
    assert {name: tests.get(name) for name in build} == build


def test_everything_is_installed_by_hash() -> None:
    sources = [ROOT / "scripts" / "prepare.py", *WORKFLOWS]
    installs = [
        line for path in sources for line in re.findall(r'.*\binstall\b.*"?--requirement\b.*', path.read_text("utf-8"))
    ]
    assert len(installs) == 3, installs
    assert all("--require-hashes" in line for line in installs)


def test_python_of_the_pipeline_is_one_we_support() -> None:
    version = (ROOT / ".github" / "python-version").read_text("utf-8").strip()
    assert SpecifierSet(project()["requires-python"]).contains(version)


# --- workflows ----------------------------------------------------------------------------------------------------

PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+|\$/\.github/workflows/[a-z-]+\.yml")
FORBIDDEN = {
    "Auslöser mit Schreibrechten": r"\bpull_request_target\b|\bworkflow_run\b",
    "wandernde Fassung": r"@latest\b|@(main|master|v\d+)\b",
    "Herunterladen und Ausführen": r"\b(curl|wget)\b[^\n]*\|\s*(sudo\s+)?(ba|z)?sh\b",
    "Geheimnis": r"\bsecrets\s*[.\[:]",
    "Prüfung, die nicht scheitern kann": r"\bcontinue-on-error\b|\|\|\s*true\b",
}
DEPLOYING = {"pages": "write", "id-token": "write"}
TELLING = {"issues": "write"}
"""For a job that runs nothing of the repository and no foreign action."""
PROPOSING = {**TELLING, "actions": "write", "contents": "write", "pull-requests": "write"}
"""For such a job that hands over as a pull request what another one, which may only read, has made."""


def workflow_faults(text: str) -> Iterator[str]:
    """What a workflow does that none of ours may do."""
    for uses in re.findall(r"^\s*(?:- )?uses:\s*(.*?)\s*$", text, re.MULTILINE):
        if not PINNED.fullmatch(uses):
            yield f"nicht mit Commit und Fassung: {uses}"
    for fault, pattern in FORBIDDEN.items():
        if re.search(pattern, text):
            yield fault
    workflow = yaml.safe_load(text)
    if workflow.get("permissions") not in ({}, {"contents": "read"}):
        yield "Rechte für alle"
    for name, job in workflow["jobs"].items():
        yield from (f"{name}: {fault}" for fault in job_faults(job))


def job_faults(job: dict[str, Any]) -> Iterator[str]:
    permissions = job.get("permissions", {})
    writes = permissions if isinstance(permissions, str) else {k: v for k, v in permissions.items() if v != "read"}
    deploys = job.get("environment", {}).get("name") == "github-pages" or "uses" in job
    tells = not any("uses" in step for step in job.get("steps", [])) and "uses" not in job
    if writes and not (deploys and writes == DEPLOYING) and not (tells and writes in (TELLING, PROPOSING)):
        yield "Schreibrechte"
    if "uses" not in job and not ("timeout-minutes" in job and re.fullmatch(r"ubuntu-\d\d\.\d\d", job["runs-on"])):
        yield "Zeitgrenze oder Rechner nicht festgelegt"
    for step in job.get("steps", []):
        if "${{" in step.get("run", ""):
            yield "Ausdruck im Befehl"
        if (
            step.get("uses", "").startswith("actions/checkout@")
            and step.get("with", {}).get("persist-credentials") is not False
        ):
            yield "Zugang bleibt liegen"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflow_keeps_the_rules(path: Path) -> None:
    assert list(workflow_faults(path.read_text("utf-8"))) == []


GOOD = """
on: push
permissions: {}
jobs:
  test:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@0123456789012345678901234567890123456789 # v7.0.1
        with:
          persist-credentials: false
      - run: make test
"""


def test_the_good_workflow_has_no_fault() -> None:
    assert list(workflow_faults(GOOD)) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("on: push", "on: pull_request_target", "Auslöser mit Schreibrechten"),
        ("on: push", "on: workflow_run", "Auslöser mit Schreibrechten"),
        ("permissions: {}", "permissions: write-all", "Rechte für alle"),
        ("permissions: {}\n", "", "Rechte für alle"),
        ("contents: read", "contents: write", "test: Schreibrechte"),
        ("contents: read", "pages: write\n      id-token: write", "test: Schreibrechte"),
        ("contents: read", "issues: write", "test: Schreibrechte"),
        (
            "contents: read",
            "actions: write\n      contents: write\n      issues: write\n      pull-requests: write",
            "test: Schreibrechte",
        ),
        (" # v7.0.1", "", "nicht mit Commit und Fassung: actions/checkout@0123456789012345678901234567890123456789"),
        (
            "@0123456789012345678901234567890123456789 # v7.0.1",
            "@v7",
            "nicht mit Commit und Fassung: actions/checkout@v7",
        ),
        ("@0123456789012345678901234567890123456789 # v7.0.1", "@v7", "wandernde Fassung"),
        ("persist-credentials: false", "fetch-depth: 0", "test: Zugang bleibt liegen"),
        ("make test", "echo ${{ github.head_ref }}", "test: Ausdruck im Befehl"),
        ("make test", "npx something@latest", "wandernde Fassung"),
        ("make test", "curl -sSf https://example.org/install | sh", "Herunterladen und Ausführen"),
        ("make test", "wget -qO- https://example.org/install | sudo bash", "Herunterladen und Ausführen"),
        ("make test", "make test || true", "Prüfung, die nicht scheitern kann"),
        ("- run: make test", "- run: make test\n        continue-on-error: true", "Prüfung, die nicht scheitern kann"),
        ("- run: make test", "- run: make test\n        env:\n          A: ${{ secrets.A }}", "Geheimnis"),
        ("ubuntu-24.04", "ubuntu-latest", "test: Zeitgrenze oder Rechner nicht festgelegt"),
        ("    timeout-minutes: 5\n", "", "test: Zeitgrenze oder Rechner nicht festgelegt"),
    ],
)
def test_a_bad_workflow_is_found_out(old: str, new: str, fault: str) -> None:
    assert old in GOOD
    assert fault in list(workflow_faults(GOOD.replace(old, new)))


def test_only_a_tested_and_finished_site_is_deployed() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "publish.yml").read_text("utf-8"))
    steps = [step.get("run", "") + step.get("uses", "") for step in workflow["jobs"]["build"]["steps"]]
    order = [
        next(i for i, step in enumerate(steps) if part in step)
        for part in ("make test", "make site", "upload-pages-artifact@")
    ]
    assert order == sorted(order)
    assert workflow["jobs"]["deploy"]["needs"] == "build"
    assert workflow["concurrency"] == {"group": "pages", "cancel-in-progress": False}


def test_a_release_lists_its_parts() -> None:
    """From the lock, by a tool with a lock of its own; a list that was not written must not pass in silence."""
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8"))
    [job] = workflow["jobs"].values()
    written, kept = job["steps"][-2:]
    assert "cyclonedx-py" in written["run"]
    assert " requirements.lock " in written["run"]
    assert kept["with"]["path"] in written["run"]
    assert kept["with"]["if-no-files-found"] == "error"
    assert "cyclonedx-bom" in pins(".github/audit/requirements.txt")


@pytest.mark.parametrize(
    "arguments",
    [
        ("zizmor", "--offline", "--quiet", "--strict-collection", ".github"),
        ("check-jsonschema", "--builtin-schema", "vendor.github-workflows", ".github/workflows/*.yml"),
        ("check-jsonschema", "--builtin-schema", "vendor.dependabot", ".github/dependabot.yml"),
        ("check-jsonschema", "--builtin-schema", "vendor.github-issue-forms", ".github/ISSUE_TEMPLATE/[0-9]*.yml"),
        ("check-jsonschema", "--builtin-schema", "vendor.github-issue-config", ".github/ISSUE_TEMPLATE/config.yml"),
    ],
    ids=lambda arguments: " ".join(arguments[::2]),
)
def test_tool_reports_nothing(arguments: tuple[str, ...]) -> None:
    tool, *rest = arguments
    files = [str(path) for path in sorted(ROOT.glob(rest.pop()))]
    assert files
    command = [str(Path(sys.executable).with_name(tool)), *rest, *files]
    done = subprocess.run(command, check=False, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_dependabot_watches_packages_and_actions_with_patience() -> None:
    updates = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text("utf-8"))["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"pip", "npm", "github-actions"}
    for update in updates:
        assert update["schedule"]["interval"] == "weekly"
        assert update["cooldown"]["default-days"] >= 7
        assert update["groups"]


# --- tests --------------------------------------------------------------------------------------------------------

BY_TIME = r"wait_for_timeout|wait_for_function|networkidle|\bsleep\(|setTimeout"


def test_no_test_in_the_browser_waits_for_time() -> None:
    """Long enough on this machine is too short on a slower one, and lost on every other: a test waits for a state.

    `wait_for_function` is forbidden by our policy on any page where it has to look twice; `until` is not.
    """
    files = [*(ROOT / "tests" / "browser").rglob("*.py"), *(ROOT / "tests" / "support").glob("*.py")]
    assert len(files) > 20
    assert [path.name for path in files if re.search(BY_TIME, path.read_text("utf-8"))] == []


def test_every_push_runs_some_of_what_waits_for_the_night() -> None:
    """`make nightly` adds to `make test` and never stands alone."""
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "nightly.yml").read_text("utf-8"))
    runs = [step.get("run") for job in workflow["jobs"].values() for step in job.get("steps", ())]
    assert "make nightly" in runs
    assert workflow["jobs"]["publish"]["uses"] == "$/.github/workflows/publish.yml"


# --- owners -------------------------------------------------------------------------------------------------------

OWNER = re.compile(r"@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(/[A-Za-z0-9._-]+)?")


def owners() -> list[tuple[str, list[str]]]:
    """The rules of CODEOWNERS: pattern and owners."""
    lines = (ROOT / ".github" / "CODEOWNERS").read_text("utf-8").splitlines()
    return [(words[0], words[1:]) for line in lines if (words := line.partition("#")[0].split())]


def deciding_rule(path: str) -> str:
    """The pattern that decides for a path: the last that fits, as GitHub reads the file."""
    fitting = (
        pattern for pattern, _ in owners() if fnmatch.fnmatchcase(f"/{path}", pattern + "*" * pattern.endswith("/"))
    )
    return ["", *fitting][-1]


def test_every_rule_has_an_owner() -> None:
    assert owners()
    assert [(rule, names) for rule, names in owners() if not names or not all(map(OWNER.fullmatch, names))] == []


@pytest.mark.parametrize(
    "path",
    [
        ".github/workflows/publish.yml",
        ".github/dependabot.yml",
        ".github/audit/requirements.txt",
        ".github/CODEOWNERS",
        ".ci/run",
        "requirements.lock",
        "requirements-tests.lock",
        "pyproject.toml",
        "mkdocs.yml",
        "Makefile",
        "scripts/prepare.py",
        "scripts/wegweiser/text.py",
        "overrides/main.html",
        "tests/data/test_repository.py",
    ],
)
def test_what_can_run_code_has_a_rule_of_its_own(path: str) -> None:
    assert deciding_rule(path) not in ("", "*")


def test_facts_belong_to_everybodys_rule() -> None:
    assert deciding_rule("data/region.yml") == "*"
    assert deciding_rule("docs/index.md") == "*"


# --- files --------------------------------------------------------------------------------------------------------

MOST_BYTES = 500_000
SECRETS = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----"
    r"|\bAKIA[0-9A-Z]{16}\b"
    r"|\bgh[pousr]_[A-Za-z0-9]{36}|\bgithub_pat_[A-Za-z0-9_]{40}|\bglpat-[A-Za-z0-9_-]{20}"
    r"|\bpypi-[A-Za-z0-9_-]{50}|\bnpm_[A-Za-z0-9]{36}\b"
    r"|\bxox[abprs]-[A-Za-z0-9-]{10}|\bAIza[A-Za-z0-9_-]{35}"
    r"|\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}"
    r"|(?i:\b(?:api_?key|passwor[dt]|passwd|secret|access_?token)\b[\"']?\s*[:=]\s*[\"'][^\s\"'{}$<>]{12,}[\"'])"
)


@cache
def repository_files() -> tuple[Path, ...]:
    """Every file that is committed or about to be."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, check=True, cwd=ROOT, capture_output=True, text=True).stdout
    return tuple(path for name in sorted(set(listed.split("\0"))) if name and (path := ROOT / name).is_file())


def is_binary(content: bytes) -> bool:
    try:
        return "\0" in content.decode("utf-8")
    except UnicodeDecodeError:
        return True


def named(paths: Iterator[Path]) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in paths]


def test_no_file_is_large() -> None:
    assert len(repository_files()) > 50
    assert named(path for path in repository_files() if path.stat().st_size > MOST_BYTES) == []


def test_binary_files_are_assets() -> None:
    others = (path for path in repository_files() if not path.is_relative_to(ROOT / "docs" / "assets"))
    # Broken encodings are what the samples of the reader are about.
    others = (path for path in others if not path.is_relative_to(ROOT / "tests" / "unit" / "bad"))
    others = (path for path in others if path not in (ROOT / "overrides" / "handouts" / "fonts").glob("*.ttf"))
    assert named(path for path in others if is_binary(path.read_bytes())) == []


def test_no_file_holds_a_secret() -> None:
    assert (
        named(path for path in repository_files() if SECRETS.search(path.read_bytes().decode("utf-8", "replace"))) == []
    )


@pytest.mark.parametrize(
    "secret",
    [  # each in two parts, so that this file holds none
        "-----BEGIN " + "OPENSSH PRIVATE KEY-----",
        "AKIA" + "ABCDEFGHIJKLMNOP",
        "ghp_" + "a1" * 18,
        "github_pat_" + "a1" * 20,
        "pypi-" + "Ag" * 30,
        "eyJhbGciOiJI" + ".eyJzdWIiOiIxMjM0",
        'api_key = "' + 'a1b2c3d4e5f6"',
        'Passwort: "' + 'a1b2c3d4e5f6"',
    ],
)
def test_a_secret_is_found_out(secret: str) -> None:
    assert SECRETS.search(f"x {secret} y")


@pytest.mark.parametrize(
    "text",
    ["ein Passwort: gibt es nicht", "persist-credentials: false", "password=${{ env.P }}", "eyJhbGciOiJIUzI1NiJ9"],
)
def test_harmless_text_is_no_secret(text: str) -> None:
    assert not SECRETS.search(text)


# --- what the repository says about itself ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["README.md", "CONTRIBUTING.md", "HACKING.md", "CHANGELOG.md", "SECURITY.md", "LICENSE", "LICENSE-DATA"]
)
def test_root_has(name: str) -> None:
    assert (ROOT / name).read_text("utf-8").strip()


@pytest.mark.parametrize(
    ("name", "first_line", "digest"),
    [
        (
            "LICENSE",
            "EUROPEAN UNION PUBLIC LICENCE v. 1.2",
            "8731eb52c1e8a37507d892c6be074f6cab82d069b17982fd331880ea46a70bef",
        ),
        (
            "LICENSE-DATA",
            "Attribution 4.0 International",
            "fd3a263fe19ed8faa9068b43abaebafc02c77897b0c6fc09abc04bb592e5f16e",
        ),
    ],
)
def test_licence_is_the_official_text(name: str, first_line: str, digest: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    official = text[text.index(first_line) :]
    assert hashlib.sha256(official.encode()).hexdigest() == digest
    assert project()["license"] == "EUPL-1.2"


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "HACKING.md", "SECURITY.md"])
def test_paths_that_a_guide_names_exist(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    paths = re.findall(r"`((?:\.github|data|docs|overrides|scripts|tests)/[\w./-]*)`", text)
    links = [
        link for link in re.findall(r"\]\(([^)#\s]+)\)?", text) if "://" not in link and not link.startswith("mailto:")
    ]
    optional = {f"data/{name}.yml" for name in schema.FILES}  # a new district has not written all of them yet
    assert [path for path in paths + links if not (ROOT / path).exists() and path not in optional] == []


def test_editors_get_the_schema_of_every_file() -> None:
    mapped = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]
    wanted = {kind: f"data/{folder}/*.yml" for folder, (kind, _) in schema.FOLDERS.items()}
    wanted |= {name: f"data/{name}.yml" for name in schema.FILES}
    assert mapped == {f"./docs/daten/schema/{name}.schema.json": files for name, files in wanted.items()}


def test_schemas_for_editors_are_those_of_the_models() -> None:
    committed = {path.name: path.read_bytes() for path in (ROOT / "docs" / "daten" / "schema").glob("*")}
    assert committed == json_schema.schema_files(), "bitte '.venv/bin/wegweiser schema' aufrufen"
