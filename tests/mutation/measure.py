"""How many small changes of the code the tests notice: the score of each module whose faults would hurt most.

`make mutation` takes a sample of each module with a fixed seed; `make mutation SAMPLE=0` tries every change, which
takes hours. Works in a copy, so that a run that is stopped leaves nothing changed.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "mutation"
TOOL = CACHE / "venv" / "bin"
LIMIT = 90
"""Per cent of the changes that a test must notice."""
SEED = 1
MODULES = {
    "yaml_events": ("test_yaml_reader", "test_bad_files"),
    "yaml_reader": ("test_yaml_reader", "test_bad_files"),
    "yaml_faults": ("test_yaml_reader",),
    "text": ("test_text",),
    "catalog/folder": ("test_catalog",),
    "catalog/records": ("test_catalog", "test_references"),
    "responsibility": ("test_responsibility", "test_checks_responsibilities"),
    **{
        f"checks/{name}": (f"test_checks_{name}",)
        for name in (
            *("calendar", "content", "eligibility", "events", "identity"),
            *("persons", "publication", "references", "responsibilities", "staleness"),
        )
    },
}
"""Module → the tests that answer for it."""


def main(sample: int, modules: list[str]) -> int:
    copy = CACHE / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    for name in ("data", "docs", "overrides", "scripts", "tests"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    noticed = total = 0
    for module, tests in ((name, MODULES[name]) for name in modules or MODULES):
        kept, tried, survivors = measure(copy, module, tests, sample)
        noticed, total = noticed + kept, total + tried
        print(f"{module:24} {kept:4} von {tried:4}  {100 * kept / max(1, tried):5.1f} %", flush=True)
        print("".join(f"    {line}\n" for line in survivors), end="")
    score = 100 * noticed / max(1, total)
    print(f"{'zusammen':24} {noticed:4} von {total:4}  {score:5.1f} %")
    return 0 if score >= LIMIT else 1


def measure(copy: Path, module: str, tests: tuple[str, ...], sample: int) -> tuple[int, int, list[str]]:
    """How many changes were noticed, how many tried, and where those are that nobody noticed."""
    session, settings = copy / "session.sqlite", copy / "settings.toml"
    session.unlink(missing_ok=True)
    files = " ".join(f"tests/unit/{test}.py" for test in tests)
    pytest = f"{sys.executable} -m pytest -x -q -p no:cacheprovider -m 'not slow' {files}"
    settings.write_text(
        f'[cosmic-ray]\nmodule-path = "scripts/wegweiser/{module}.py"\ntimeout = 120.0\nexcluded-modules = []\n'
        f'test-command = "{pytest}"\n[cosmic-ray.distributor]\nname = "local"\n',
        "utf-8",
    )
    call(copy, "init", settings.name, session.name)
    keep_some(session, sample)
    call(copy, "exec", settings.name, session.name)
    rows = [json.loads(line) for line in call(copy, "dump", session.name).splitlines()]
    results = [(item, result) for item, result in rows if result]
    missed = [item["mutations"][0] for item, result in results if result["test_outcome"] == "survived"]
    places = [f"{one['module_path']}:{one['start_pos'][0]}: {one['operator_name'].partition('/')[2]}" for one in missed]
    return len(results) - len(missed), len(results), sorted(places)


def keep_some(session: Path, count: int) -> None:
    """Forget all changes but so many (0: none), chosen with a fixed seed; unions of types are never evaluated."""
    with sqlite3.connect(session) as database:
        changes = database.execute(
            "SELECT job_id, operator_name FROM mutation_specs "
            "ORDER BY start_pos_row, start_pos_col, operator_name, operator_args, occurrence"
        ).fetchall()
        jobs = [job for job, operator in changes if "BinaryOperator_BitOr" not in operator]
        chosen = set(random.Random(SEED).sample(jobs, min(count or len(jobs), len(jobs))))  # noqa: S311 - nothing secret
        for job in {job for job, _ in changes} - chosen:
            database.execute("DELETE FROM mutation_specs WHERE job_id = ?", (job,))
            database.execute("DELETE FROM work_items WHERE job_id = ?", (job,))


def call(copy: Path, *arguments: str) -> str:
    env = {**os.environ, "PYTHONPATH": str(copy / "scripts"), "PYTHONDONTWRITEBYTECODE": "1", "WEGWEISER_FUZZ": "200"}
    command = [str(TOOL / "cosmic-ray"), *arguments]
    done = subprocess.run(command, check=False, cwd=copy, env=env, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}: {done.stderr}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10, sys.argv[2:]))
