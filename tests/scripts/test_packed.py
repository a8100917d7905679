"""The packed scripts, as browsers load them: made from the sources that lie beside them, and from nothing else."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import npm
import pack
import pytest
from sites import ROOT

pytestmark = pytest.mark.takes(16)

MOST_BYTES = 1_750
"""Of the script that every page loads."""
TOO_NEW = re.compile(
    r"(?<!\.\.)\.(?:at|hasOwn|findLast|findLastIndex|toSorted|toReversed|toSpliced|groupBy|withResolvers|isWellFormed)\("
    r"|\?\.\w*\([^()]*\.\.\.|structuredClone\(|:has\(|\(\?<[=!]|\(\?<[a-z]|\.aria[A-Z]\w*\s*=|import\.meta\.resolve|static\{"
)
"""What Chrome 90, Firefox 102 or Safari 15 do not know and no packer can rewrite."""


@pytest.fixture(scope="module")
def tools() -> Path:
    """The folder of what packs. The pipeline has to have it; elsewhere the reason is told."""
    if reason := pack.missing():
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return npm.tools(pack.SOURCES, pack.NAME)


@pytest.fixture(scope="module")
def repacked(tools: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All scripts packed again; not where this very state was packed here before and was found to be the same."""
    mark, state = tools / "compared", fingerprint()
    if mark.is_file() and mark.read_text("utf-8") == state:
        return pack.PACKED
    folder = tmp_path_factory.mktemp("packed")
    pack.pack(folder)
    if all((folder / name).read_bytes() == (pack.PACKED / name).read_bytes() for name in pack.ENTRIES):
        mark.write_text(state, "utf-8")
    return folder


def fingerprint() -> str:
    """Everything that a comparison depends on beside the tools: sources, packed files, how it is done."""
    files = [*sorted(pack.SOURCES.rglob("*.js*")), Path(pack.__file__), Path(npm.__file__)]
    listed = [f"{path} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in files if path.is_file()]
    node = subprocess.run(["node", "--version"], check=True, capture_output=True, text=True).stdout
    return hashlib.sha256("\n".join([*listed, node]).encode()).hexdigest()


@pytest.mark.usefixtures("tools")
def test_any_change_is_compared_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shutil.copytree(pack.SOURCES, tmp_path / "script")
    monkeypatch.setattr(pack, "SOURCES", tmp_path / "script")
    states = [fingerprint()]
    for name in ("everywhere/everywhere.js", "packed/town.js", "package-lock.json"):
        with (tmp_path / "script" / name).open("a", encoding="utf-8") as file:
            file.write(" ")
        states.append(fingerprint())
    assert len(set(states)) == 4


@pytest.mark.parametrize("name", pack.ENTRIES)
def test_a_packed_file_is_what_its_sources_give(repacked: Path, name: str) -> None:
    committed, made = (folder / name for folder in (pack.PACKED, repacked))
    assert committed.read_bytes() == made.read_bytes(), "Bitte 'make packed' aufrufen und die Dateien mit einreichen."


def test_only_packed_files_lie_beside_each_other() -> None:
    assert sorted(path.name for path in pack.PACKED.iterdir()) == sorted(pack.ENTRIES)


def test_every_source_is_part_of_a_packed_file() -> None:
    """From the modules that packed files start from, each of the others is reached by imports."""
    reached: set[Path] = set()
    waiting = [pack.SOURCES / entry for entry in pack.ENTRIES.values()]
    while waiting:
        module = waiting.pop().resolve()
        if module not in reached:
            reached.add(module)
            named = re.findall(
                r'^(?:import|export) (?:[^;"]*? from )?"(\.[^"]+)";', module.read_text("utf-8"), re.MULTILINE
            )
            waiting += [module.parent / name for name in named]
    assert reached == set(pack.SOURCES.rglob("*.js")) - set(pack.PACKED.iterdir())


@pytest.mark.parametrize("name", pack.ENTRIES)
def test_older_browsers_know_everything_that_is_used(name: str) -> None:
    found = TOO_NEW.findall((pack.PACKED / name).read_text("utf-8"))
    assert found == []


@pytest.mark.parametrize("used", ["a.at(-1)", "Object.hasOwn(a,b)", "/(?<=a)b/", "a?.b(...c)", '"a:has(b)"'])
def test_what_they_do_not_know_is_noticed(used: str) -> None:
    assert TOO_NEW.search(used)


def test_what_every_page_loads_is_small_and_keeps_its_names_to_itself() -> None:
    """A plain script, since modules are refused to a copy on a stick: what it declares would belong to the window."""
    content = (pack.PACKED / pack.CLASSIC).read_text("utf-8")
    assert len(content.encode()) <= MOST_BYTES
    assert content.startswith("(()=>{")
    assert content.endswith("})();\n")


def test_a_machine_without_node_is_told_what_to_install(tmp_path: Path) -> None:
    command = [sys.executable, ROOT / "scripts" / "pack.py"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env={"PATH": str(tmp_path)})
    assert (done.stderr, done.returncode) == (f"Fehler: {npm.NODE_IS_MISSING}\n", 1)
    done = subprocess.run(
        [*command, "--tools"], check=False, capture_output=True, text=True, env={"PATH": str(tmp_path)}
    )
    assert done.stdout.startswith(f"Hinweis: {npm.NODE_IS_MISSING} Bis dahin")
    assert done.returncode == 0


@pytest.mark.usefixtures("tools")
def test_a_broken_script_is_named_and_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "broken.js").write_text("const a = ;\n", "utf-8")
    monkeypatch.setitem(pack.ENTRIES, "copy.js", str(tmp_path / "broken.js"))
    with pytest.raises(pack.CannotPackError, match=r"broken\.js:1:10"):
        pack.pack(tmp_path / "packed", ["town.js", "copy.js"])
    assert not list((tmp_path / "packed").iterdir())
