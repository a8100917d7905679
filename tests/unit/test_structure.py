"""How the code is built: floors, who may know what, where the clock is read, and that modules stay small."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from wegweiser.catalog.addresses import ANSWERS, FOLDER_OF

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "scripts"
PACKAGE = "wegweiser"
MODULES = sorted(path.relative_to(SCRIPTS).as_posix() for path in SCRIPTS.rglob("*.py"))
OURS = [module for module in MODULES if module.startswith(PACKAGE)]
SPEAKING = {"wegweiser/publishing/printing.py", "wegweiser/terminal.py"}
CLOCKS = {"wegweiser/clock.py"}
COMMANDS = {module for module in OURS if module.startswith("wegweiser/commands/")}
EDGES = {"mkdocs_hooks.py", "wegweiser/__main__.py", *COMMANDS, *CLOCKS}
"""The outside: only here is the environment read, and asked which day it is."""


@cache
def tree(module: str) -> ast.Module:
    return ast.parse((SCRIPTS / module).read_text("utf-8"))


@cache
def imports(module: str) -> list[tuple[str, bool]]:
    """Every imported module as written, and whether it is needed for types only."""
    return list(_imports(module))


def _imports(module: str) -> Iterator[tuple[str, bool]]:
    typing_only = {
        id(node)
        for test in ast.walk(tree(module))
        if isinstance(test, ast.If) and isinstance(test.test, ast.Name) and test.test.id == "TYPE_CHECKING"
        for part in test.body
        for node in ast.walk(part)
    }
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, id(node) in typing_only) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ".", id(node) in typing_only


@cache
def calls(module: str) -> list[tuple[str, int]]:
    """The last name of everything that is called, with its line: `dt.datetime.now(…)` is `now`."""
    return list(_calls(module))


def _calls(module: str) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node.func.attr, node.lineno
            elif isinstance(node.func, ast.Name):
                yield node.func.id, node.lineno


# Floors


def test_imports_point_down() -> None:
    """The contracts of pyproject.toml; a new module needs a floor."""
    command = [Path(sys.executable).parent / "lint-imports", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert re.search("[2-9] kept, 0 broken", done.stdout)


def test_the_guide_for_programmers_shows_the_same_floors() -> None:
    configuration = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contract = configuration["tool"]["importlinter"]["contracts"][0]
    floors = [set(re.findall(r"\w+", layer)) for layer in contract["layers"]]
    assert contract["exhaustive"] is True
    rows = re.findall(r"^\| ([0-9]+) \| (.*?) \|", (ROOT / "HACKING.md").read_text("utf-8"), re.MULTILINE)
    shown = [{name.strip("/").rpartition("/")[2] for name in re.findall("`(.*?)`", names)} for _, names in rows]
    assert [int(number) for number, _ in rows] == list(reversed(range(len(floors))))
    wrong = [names - floor for names, floor in zip(shown, floors, strict=True)]
    assert wrong == [{"mkdocs_hooks.py", "handbook.py", "macros.py"}, *([set()] * (len(floors) - 1))]
    assert [floor - names for names, floor in zip(shown, floors, strict=True)] == [set()] * len(floors)


LARGEST_ROOM = 6
"""No room holds more than this part of all lines (one sixth)."""
CROWDED = 20
"""Modules side by side in one folder; where there are more, it wants rooms of its own."""


def test_no_room_outgrows_the_others() -> None:
    sizes: dict[str, int] = {}
    for module in OURS:
        room = module.split("/")[1]
        sizes[room] = sizes.get(room, 0) + (SCRIPTS / module).read_text("utf-8").count("\n")
    too_large = {room: lines for room, lines in sizes.items() if lines * LARGEST_ROOM > sum(sizes.values())}
    assert too_large == {}


def test_no_folder_is_crowded() -> None:
    folders: dict[str, int] = {}
    for module in OURS:
        folder = module.rpartition("/")[0]
        folders[folder] = folders.get(folder, 0) + 1
    assert {folder: count for folder, count in folders.items() if count > CROWDED} == {}


def test_the_tests_of_a_module_stand_in_a_room_of_its_name() -> None:
    rooms = {module.split("/")[1] for module in OURS if module.count("/") > 1}
    mirrored = {path.name for path in (ROOT / "tests" / "unit").iterdir() if path.is_dir()}
    assert mirrored - rooms - {"bad", "outside", "__pycache__"} == set()


# Who may know what: foreign package → the modules that may import it

KNOWS = {
    "mkdocs": {"handbook.py", "macros.py", "mkdocs_hooks.py"},
    "mkdocs_macros": {"macros.py"},
    "jinja2": {"macros.py", "wegweiser/pages/macro_cache.py", "wegweiser/pages/render.py"},
    "yaml": {
        "wegweiser/demo/__init__.py",
        "wegweiser/editing/calendars/plan.py",
        "wegweiser/reading/events.py",
        "wegweiser/reading/reader.py",
    },
    "holidays": {"wegweiser/rules/calendar.py"},
    "opening_hours": {"wegweiser/rules/calendar.py", "wegweiser/values/hours.py"},
    "phonenumbers": {"wegweiser/values/phone_email.py", "wegweiser/wording/phone.py"},
    "rich": {"wegweiser/commands/check.py", "wegweiser/terminal.py"},
    "babel": {"wegweiser/values/languages.py"},
    "email_validator": {"wegweiser/values/phone_email.py"},
    "rcssmin": {"wegweiser/publishing/style.py"},
    "openpyxl": {"wegweiser/editing/imports/workbook.py"},
    "ruamel": {"wegweiser/editing/corrections/patch.py"},
    "icalendar": {"wegweiser/editing/calendars/calendar.py", "wegweiser/editing/calendars/times.py"},
    "xlsxwriter": {"wegweiser/editing/sheets/workbook.py", "wegweiser/files/tables/workbook.py"},
}
KNOWN_ANYWHERE = {"dateutil", "markupsafe", "segno", "typst"}
KNOWS_THE_SCHEMA_LIBRARY = tuple(
    f"wegweiser/{name}"
    for name in (
        "schema/",
        "files/api/",
        "editing/calendars/",
        "catalog/",
        "editing/language.py",
        "editing/corrections/plan.py",
        "editing/field_reference.py",
        "demo/examples.py",
        "reading/messages.py",
    )
)
FOR_TYPES_ONLY = {"handbook.py": {"mkdocs"}, "mkdocs_hooks.py": {"jinja2", "markupsafe", "mkdocs"}}


def foreign(module: str, *, typing_only: bool) -> set[str]:
    names = {name.partition(".")[0] for name, only in imports(module) if only is typing_only}
    own = {PACKAGE, "mkdocs_hooks", *(Path(name).stem for name in MODULES if "/" not in name)}
    return names - own - set(sys.stdlib_module_names)


@pytest.mark.parametrize("package", KNOWS)
def test_a_foreign_package_is_known_to_few(package: str) -> None:
    assert {module for module in MODULES if package in foreign(module, typing_only=False)} == KNOWS[package]


def test_pydantic_is_known_to_the_schema_and_what_reads_it() -> None:
    knowing = {module for module in MODULES if foreign(module, typing_only=False) & {"pydantic", "pydantic_core"}}
    assert {module for module in knowing if not module.startswith(KNOWS_THE_SCHEMA_LIBRARY)} == set()
    assert "wegweiser/schema/facts.py" in knowing


def test_every_foreign_package_is_in_the_table() -> None:
    """A new one is a decision."""
    found = {package for module in MODULES for package in foreign(module, typing_only=False)}
    assert found - KNOWN_ANYWHERE == {*KNOWS, "pydantic", "pydantic_core"}


def test_what_is_imported_for_types_only() -> None:
    found = {module: names for module in MODULES if (names := foreign(module, typing_only=True))}
    assert found == FOR_TYPES_ONLY


NETWORK = """asyncio ftplib http httpx imaplib poplib requests smtplib socket socketserver ssl telnetlib urllib.request
    urllib3 webbrowser xmlrpc aiohttp""".split()


@pytest.mark.parametrize("module", OURS)
def test_nothing_uses_the_network_or_another_program(module: str) -> None:
    used = {name for name, _ in imports(module)}
    assert {name for name in used if name in NETWORK or name.partition(".")[0] in NETWORK} == set()
    on_all_cores = {
        f"wegweiser/{name}.py" for name in ("paper/typesetting", "publishing/processes", "publishing/writing")
    }
    allowed = {"multiprocessing"} if module in on_all_cores else set()
    if module == "wegweiser/commands/changes.py":  # asks git for an older state
        allowed = {"subprocess", "tempfile"}
    if module == "wegweiser/editing/corrections/swap.py":  # lets two folders change names in one step
        allowed = {"ctypes", "tempfile"}
    assert used & {"subprocess", "multiprocessing", "ctypes", "pickle", "tempfile"} <= allowed
    assert {name for name, _ in calls(module)} & {"eval", "exec", "compile_command", "__import__", "system"} == set()


# Clock, environment, disk

CLOCK = {"today", "now", "utcnow", "localtime", "gmtime", "monotonic", "perf_counter", "time_ns"}


def test_the_clock_is_read_at_the_edges_only() -> None:
    assert {module for module in MODULES for name, _ in calls(module) if name in CLOCK} <= EDGES
    assert {module for module in MODULES if "time" in {name for name, _ in imports(module)}} <= {
        "prepare.py",
        "wegweiser/publishing/printing.py",
    }


@pytest.mark.parametrize("module", sorted(set(OURS) - EDGES - SPEAKING))
def test_no_other_module_asks_the_environment_or_speaks(module: str) -> None:
    attributes = {node.attr for node in ast.walk(tree(module)) if isinstance(node, ast.Attribute)}
    assert attributes & {"environ", "getenv", "argv", "stdout", "stderr"} == set()
    assert {name for name, _ in calls(module)} & {"print", "input", "exit", "basicConfig"} == set()


READS_FILES = {
    *("wegweiser/catalog/folder.py", "wegweiser/pages/render.py", "wegweiser/paper/__init__.py"),
    *("wegweiser/paper/typesetting.py", "wegweiser/publishing/assets.py"),
    *("wegweiser/__main__.py", "wegweiser/commands/changes.py"),
    *("wegweiser/commands/inputs.py", "wegweiser/commands/pages.py", "wegweiser/terminal.py"),
}
"""Data, what is in overrides/, and the names of pages written by hand."""
WRITES_FILES = {
    *("wegweiser/commands/addresses.py", "wegweiser/commands/schema.py", "wegweiser/demo/__init__.py"),
    *("wegweiser/commands/imports.py", "wegweiser/commands/sample.py"),
    *("wegweiser/editing/corrections/swap.py", "wegweiser/editing/sheets/folder.py"),
    *("wegweiser/publishing/printing.py", "wegweiser/publishing/writing.py"),
}


def test_files_are_read_and_written_in_few_places() -> None:
    reading = {"read_bytes", "read_text", "open", "iterdir", "glob", "rglob"}
    writing = {"write_bytes", "write_text", "mkdir", "unlink", "rename", "replace_file", "rmtree"}
    found = {module: {name for name, _ in calls(module)} for module in OURS}
    assert {module for module, names in found.items() if names & writing} == WRITES_FILES
    assert {module for module, names in found.items() if names & reading} <= READS_FILES | WRITES_FILES


def test_chance_has_a_seed_and_one_place() -> None:
    assert {module for module in MODULES if "random" in {name for name, _ in imports(module)}} == {
        "wegweiser/demo/supply.py"
    }
    assert not {"random", "uuid4", "shuffle", "token_hex"} & {name for module in MODULES for name, _ in calls(module)}


# Small, and named by what it is

LONGEST = 210


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_small(module: str) -> None:
    lines = (SCRIPTS / module).read_text("utf-8").count("\n")
    assert lines <= LONGEST, f"{lines} lines: better two modules with a name each"


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_named_by_what_it_holds(module: str) -> None:
    empty_words = {"utils", "util", "helpers", "helper", "common", "misc", "base", "constants", "tools", "lib", "core"}
    assert not empty_words & set(re.split(r"[/_.]", module))


# Addresses come from one place

RECORDS = "|".join(folder.rstrip("/") for folder in (*FOLDER_OF.values(), ANSWERS))


@pytest.mark.parametrize("path", sorted((ROOT / "overrides" / "pages").glob("*.html")), ids=lambda path: path.name)
def test_no_template_spells_the_address_of_a_record(path: Path) -> None:
    """`link`, `link_to` and `answers_address` give it."""
    assert re.findall(rf"(?:{RECORDS})/{{{{.*?}}}}", path.read_text("utf-8")) == []


@pytest.mark.parametrize("module", sorted(set(OURS) - {"wegweiser/catalog/addresses.py"}))
def test_no_module_spells_the_address_of_a_record(module: str) -> None:
    texts = [
        part.value
        for node in ast.walk(tree(module))
        if isinstance(node, ast.JoinedStr)
        for part in node.values
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    ]
    own_files = {"wegweiser/browser/guide.py", "wegweiser/browser/search/region.py"}  # names of their data files
    assert [text for text in texts if re.fullmatch(f"/?(?:{RECORDS})/", text)] == [] or module in own_files


# Every check is run, and has tests of its own

CHECKS = sorted(path.stem for path in (SCRIPTS / PACKAGE / "checks").glob("*.py") if path.stem != "__init__")


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_is_part_of_all_checks(name: str) -> None:
    run = [
        node.func.value.id
        for node in ast.walk(tree("wegweiser/checks/__init__.py"))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name)
    ]
    assert run.count(name) == 1
    assert "check" in {
        node.name for node in tree(f"wegweiser/checks/{name}.py").body if isinstance(node, ast.FunctionDef)
    }


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_has_tests(name: str) -> None:
    assert (ROOT / "tests" / "unit" / "checks" / f"test_{name}.py").is_file()
