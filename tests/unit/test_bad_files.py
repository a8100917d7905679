"""One broken file for each rule in `bad/`; its first lines say what the check has to find in it, and where.

    # expect: 4:1: beginning of the message
    # folder: offers

`expect` may stand several times, once for each finding. Without `folder` the file is a centre; `file: redirects.yml`
puts it in place of that file.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from examples import write_data

from wegweiser import catalog, checks
from wegweiser.problems import Problem, errors

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
