"""One broken file for each rule in `bad/`; its first lines say what the check has to find in it, and where.

    # expect: 4:1: beginning of the message
    # folder: offers

`expect` may stand several times, once for each finding. Without `folder` the file is a centre; `file: redirects.yml`
puts it in place of that file.
"""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from pathlib import Path

import pytest
from examples import write_data

from wegweiser import catalog, checks
from wegweiser.values.problems import Problem, errors

BAD = Path(__file__).parent / "bad"
FILES = sorted(BAD.glob("*.yml"))
TODAY = dt.date(2026, 11, 22)


def problems_in(folder: Path) -> list[Problem]:
    """Everything that is found in a data folder, as by `wegweiser check`."""
    content, problems = catalog.load(folder)
    return sorted([*problems, *(checks.check(content, TODAY) if content else [])])


def said_at_the_top(path: Path, name: str) -> list[str]:
    lines = path.read_text("utf-8", errors="replace").splitlines()
    return [line.partition(": ")[2] for line in lines if line.startswith(f"# {name}: ")]


def place_of(path: Path) -> str:
    """Where the file belongs in a data folder."""
    [place] = said_at_the_top(path, "file") or [f"{(said_at_the_top(path, 'folder') or ['centres'])[0]}/{path.name}"]
    return place


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_bad_file_is_refused_as_its_first_lines_say(path: Path, tmp_path: Path) -> None:
    file = write_data(tmp_path, {place_of(path): path.read_bytes()}) / place_of(path)
    problems = problems_in(tmp_path)
    found = [f"{problem.line}:{problem.column}: {problem.message}" for problem in problems if problem.path == str(file)]
    expected = said_at_the_top(path, "expect")
    assert [text for text in expected if not any(line.startswith(text) for line in found)] == [], found
    assert [line for line in found if not line.startswith(tuple(expected))] == []
    assert [str(problem) for problem in errors(problems) if problem.path != str(file)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_bad_file_says_what_is_expected(path: Path) -> None:
    expected = said_at_the_top(path, "expect")
    assert expected
    assert all(re.match(r"[1-9][0-9]*:[1-9][0-9]*: \S", text) for text in expected)
    assert path.read_bytes().startswith(b"# expect: ")


def test_without_a_bad_file_there_is_no_error(tmp_path: Path) -> None:
    assert [str(problem) for problem in errors(problems_in(write_data(tmp_path)))] == []


def test_one_fault_hides_no_other(tmp_path: Path) -> None:
    """All bad records in one folder: each is named, and nothing else."""
    bad = {place_of(path): path.read_bytes() for path in FILES if not said_at_the_top(path, "file")}
    problems = errors(problems_in(write_data(tmp_path, bad)))
    assert {problem.path for problem in problems} == {str(tmp_path / place) for place in bad}


ATTACKS: dict[str, str | bytes] = {
    "brackets": "a: " + "[" * 60_000,
    "braces": "{a: " * 15_000,
    "laughs": "a: &a [x, x]\n" + "".join(f"a{n}: &a{n} [*a, *a]\n" for n in range(30)),
    "tag": "name: !!python/object/apply:os.system [exit 7]\n",
    "size": "a: " + "x" * 100_000,
    "bytes": b"\0\xff" * 1000,
}


def test_the_command_survives_attacks_and_names_each_file(tmp_path: Path) -> None:
    """In a process of its own, since some of these end the interpreter when they are read carelessly."""
    folder = write_data(tmp_path, {f"centres/{name}.yml": content for name, content in ATTACKS.items()})
    command = [sys.executable, "-m", "wegweiser", "check", str(folder)]
    done = subprocess.run(command, capture_output=True, check=False, text=True, encoding="utf-8", timeout=60)
    assert (done.returncode, done.stderr) == (1, "")
    for name in ATTACKS:
        assert f"{folder}/centres/{name}.yml:1:" in done.stdout
