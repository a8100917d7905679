"""Which tests a change needs: those of the content only where nothing but facts and words has changed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import affected
import pytest
from sites import ROOT


@pytest.mark.parametrize(
    ("paths", "content"),
    [
        (["data/contacts/jobcenter-soest.yml"], True),
        (["data/search.yml", "docs/fuer-eltern.md", "docs/handbuch/index.md", "README.md"], True),
        (["docs/assets/karte.svg"], False),
        (["docs/daten/schema/offer.schema.json"], False),
        (["data/offers/kindergeld.yml", "scripts/publish.py"], False),
        (["overrides/pages/offer.html"], False),
        (["requirements.lock"], False),
        (["mkdocs.yml"], False),
        (["tests/data/words.txt"], False),
        (["metadata/data/x.yml"], False),
        ([".github/workflows/publish.yml"], False),
        ([], False),
    ],
    ids=lambda value: " ".join(value) or "nothing" if isinstance(value, list) else "",
)
def test_facts_and_words_alone_are_content(paths: list[str], content: bool) -> None:
    assert affected.is_content(paths) is content


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder in git with a fact, and the script."""
    for name in ("data/a.yml", "scripts/affected.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / "data" / "a.yml").write_text("name: A\n")
    (tmp_path / "scripts" / "affected.py").write_bytes((ROOT / "scripts" / "affected.py").read_bytes())
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    commit(tmp_path)
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True)


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=a change")


def asked(folder: Path, base: str) -> str:
    command = [sys.executable, folder / "scripts" / "affected.py", base]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize(
    ("changed", "base", "tests"),
    [
        ("data/a.yml", "HEAD~1", "content\n"),
        ("data/b.yml", "HEAD~1", "content\n"),
        ("scripts/b.py", "HEAD~1", "all\n"),
        ("data/a.yml", "HEAD", "all\n"),
        ("data/a.yml", "", "all\n"),
        ("data/a.yml", "0" * 40, "all\n"),
        ("data/a.yml", "--help", "all\n"),
    ],
)
def test_git_is_asked(project: Path, changed: str, base: str, tests: str) -> None:
    (project / changed).write_text("name: B\n")
    commit(project)
    assert asked(project, base) == tests


def test_a_program_moved_among_the_facts_is_no_fact(project: Path) -> None:
    (project / "scripts" / "b.py").write_text("x = 1\n" * 50)
    commit(project)
    (project / "scripts" / "b.py").rename(project / "data" / "b.py")
    commit(project)
    assert asked(project, "HEAD~1") == "all\n"
