"""How many small changes of the code the tests notice: the score of each module whose faults would hurt most.

`make mutation` takes a sample of each module with a fixed seed; `make mutation SAMPLE=0` tries every change, which
takes hours. Works in a copy, so that a run that is stopped leaves nothing changed. Every change is tested in a child of
this process, which has loaded all that does not depend on the module: else most of the time would go into that.
"""

from __future__ import annotations

import importlib
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "mutation"
PYTHON = CACHE / "venv" / "bin" / "python"
LIMIT = 90
"""Per cent of the changes that a test must notice."""
SEED = 1
MODULES = {
    "reading/events": ("reading/test_reader", "test_bad_files"),
    "reading/reader": ("reading/test_reader", "test_bad_files"),
    "reading/faults": ("reading/test_reader",),
    "values/text": ("values/test_text",),
    "catalog/folder": ("catalog/test_folder",),
    "catalog/records": ("catalog/test_folder", "schema/test_references"),
    "rules/responsibility": ("rules/test_responsibility", "checks/test_responsibilities"),
    **{
        f"checks/{name}": (f"checks/test_{name}",)
        for name in (
            *("calendar", "content", "eligibility", "events", "identity"),
            *("persons", "publication", "references", "responsibilities", "staleness"),
        )
    },
}
"""Module → the tests that answer for it; from the lowest floor up."""
BELOW = {"catalog/": ("wegweiser.schema",), "rules/": ("wegweiser.catalog",), "checks/": ("wegweiser.rules",)}
"""What stands below a module cannot depend on it, so it is loaded once and stays."""
LOADED = (
    *(
        "dateutil.rrule",
        "email_validator",
        "holidays",
        "hypothesis.strategies",
        "jinja2",
        "markupsafe",
        "opening_hours",
    ),
    *("phonenumbers", "pydantic", "segno", "typst", "yaml"),
)
LONGEST = 60
"""Seconds; a change that makes a test run on and on has been noticed."""
QUICK = (
    "-x",
    "-q",
    "--assert=plain",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:xdist",
    "-p",
    "no:playwright",
    "-m",
    "not slow",
)


def main(sample: int, modules: list[str]) -> int:
    copy = CACHE / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    for name in ("data", "docs", "overrides", "scripts", "tests"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    for package in LOADED:
        importlib.import_module(package)
    noticed = total = 0
    sys.path[:0] = [str(copy / "scripts")]
    for module, tests in MODULES.items():
        if modules and module not in modules:
            continue
        for name in (below for start, names in BELOW.items() if module.startswith(start) for below in names):
            importlib.import_module(name)
        assert f"wegweiser.{module.replace('/', '.')}" not in sys.modules, "its changes would not be seen"
        survivors, tried = measure(copy, module, tests, sample)
        noticed, total = noticed + tried - len(survivors), total + tried
        print(f"{module:24} {tried - len(survivors):4} von {tried:4}  {100 - 100 * len(survivors) / tried:5.1f} %")
        print("".join(f"    {line}\n" for line in survivors), end="", flush=True)
    score = 100 * noticed / max(1, total)
    print(f"{'zusammen':24} {noticed:4} von {total:4}  {score:5.1f} %")
    return 0 if score >= LIMIT else 1


def measure(copy: Path, module: str, tests: tuple[str, ...], sample: int) -> tuple[list[str], int]:
    """Where the changes are that nobody noticed, and how many were tried."""
    path = copy / "scripts" / "wegweiser" / f"{module}.py"
    original = path.read_text("utf-8")
    command = [PYTHON, Path(__file__).with_name("mutants.py"), path, str(sample), str(SEED)]
    mutants = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    files = [f"tests/unit/{test}.py" for test in tests]
    if not passes(copy, path, original, files):
        raise SystemExit(f"{module}: Die Tests schlagen schon ohne Änderung fehl.")
    survivors = [mutant for mutant in mutants if passes(copy, path, mutant["source"], files)]
    path.write_text(original, "utf-8")
    return [f"scripts/wegweiser/{module}.py:{mutant['line']}: {mutant['operator']}" for mutant in survivors], len(
        mutants
    )


def passes(copy: Path, path: Path, source: str, files: list[str]) -> bool:
    """Whether the tests pass with this source in place of the module's own."""
    path.write_text(source, "utf-8")
    for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*"):
        compiled.unlink()  # it may be of the same second and size
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        os.setsid()
        signal.alarm(LONGEST)
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        os.chdir(copy)
        os.environ.update(PYTHONPATH=str(copy / "scripts"), WEGWEISER_FUZZ="200")
        os._exit(pytest.main([*QUICK, *files]))
    _, status = os.waitpid(child, 0)
    return status == 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10, sys.argv[2:]))
