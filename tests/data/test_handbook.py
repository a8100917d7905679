"""What the handbook says is true: commands, files, links, messages and examples are those of this project."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import macros
import pytest
from sites import ROOT

from wegweiser import __main__ as command
from wegweiser import schema
from wegweiser.reading.reader import read
from wegweiser.values import hours

PAGES = sorted((ROOT / "docs" / "handbuch").glob("*.md"))
GUIDES = [*PAGES, ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "HACKING.md"]
BAD = sorted((ROOT / "tests" / "unit" / "bad").glob("*.yml"))
INVENTED = ("data/centres/musterhaus", "data/neu")
"""Beginnings of names of files that an example makes."""


def text_of(name: str) -> str:
    return (ROOT / "docs" / "handbuch" / f"{name}.md").read_text("utf-8")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def code_in(text: str) -> Iterator[str]:
    """What stands between backticks or in a block for a terminal, line by line."""
    yield from re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text)
    for block in re.findall(r"^ *```sh\n(.*?)^ *```", text, re.MULTILINE | re.DOTALL):
        yield from (line.partition("  #")[0].strip() for line in block.splitlines())


def options_of(parser: argparse.ArgumentParser) -> set[str]:
    return {option for action in parser._actions for option in action.option_strings}


@cache
def commands() -> dict[str, argparse.ArgumentParser]:
    """The commands of `wegweiser` by name."""
    [choices] = [action.choices for action in command._parser()[0]._actions if isinstance(action.choices, dict)]
    return choices


def command_faults(line: str) -> Iterator[str]:
    """What is named in a line for a terminal and is not there."""
    known, targets = commands(), set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    words = re.sub(r"^(?:[A-Z_]+=\S+ )+", "", line).split()
    if words[:1] == ["make"]:
        yield from (f"make {word}" for word in words[1:] if "=" not in word and word not in targets)
    elif words and words[0].removeprefix(".venv/bin/") == "wegweiser" and words[1:]:
        parser = known.get(words[1])
        if parser is None:
            yield f"wegweiser {words[1]}" if words[1] != "--help" else ""
        else:
            yield from (
                f"{words[1]} {word}" for word in words if word.startswith("--") and word not in options_of(parser)
            )


@pytest.mark.parametrize("path", GUIDES, ids=name)
def test_every_command_exists(path: Path) -> None:
    lines = list(code_in(path.read_text("utf-8")))
    assert [fault for line in lines for fault in command_faults(line) if fault] == []


@pytest.mark.parametrize(
    ("line", "faults"),
    [
        ("make serve", []),
        ("WEGWEISER_DATA=demo make serve", []),
        ("make site SITE=ausgabe", []),
        ("make kaffee", ["make kaffee"]),
        (".venv/bin/wegweiser check", []),
        ("wegweiser demo --centres 3 data", []),
        ("wegweiser demo --houses 3 data", ["demo --houses"]),
        ("wegweiser zaubern", ["wegweiser zaubern"]),
        ("name: Familienzentrum Musterhaus", []),
    ],
)
def test_a_command_that_is_not_there_would_be_found(line: str, faults: list[str]) -> None:
    assert list(command_faults(line)) == faults


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_file_that_is_named_exists(path: Path) -> None:
    optional = {f"data/{file}.yml" for file in schema.FILES}  # a new district has not written all of them yet
    named = re.findall(r"`((?:\.github|data|docs|overrides|scripts|tests)/[\w./-]*)`", path.read_text("utf-8"))
    assert [one for one in named if not (ROOT / one).exists() and not one.startswith((*INVENTED, *optional))] == []


def test_every_page_is_in_the_menu_and_says_what_it_is_for() -> None:
    menu = (ROOT / "mkdocs.yml").read_text("utf-8")
    for path in PAGES:
        assert f"- handbuch/{path.name}\n" in menu, path.name
        head = path.read_text("utf-8").split("---\n")[1]
        assert re.fullmatch(r"title: \S.*\ndescription: \S.*\n", head), path.name


def test_names_on_github_are_those_of_its_forms_and_workflows() -> None:
    """Buttons and workflows that a page names in bold beside "Actions"."""
    workflows = "".join(path.read_text("utf-8") for path in (ROOT / ".github" / "workflows").glob("*.yml"))
    assert "**Veröffentlichen**" in text_of("kreis")
    assert "name: Veröffentlichen\n" in workflows


def steps(text: str, heading: str) -> str:
    """The numbered steps below a heading, with single spaces."""
    section = text.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    return " ".join(section[section.index("1. ") :].split())


@pytest.mark.parametrize(
    ("in_readme", "in_handbook"),
    [("In 15 Minuten online", "In 15 Minuten online"), ("Für einen anderen Kreis", "Die eigene Region einrichten")],
)
def test_the_readme_and_the_handbook_start_a_district_by_the_same_steps(in_readme: str, in_handbook: str) -> None:
    wanted = steps((ROOT / "README.md").read_text("utf-8"), in_readme)
    assert len(wanted) > 1000
    assert steps(text_of("kreis"), in_handbook) == wanted


# Messages


def quoted_messages() -> list[list[str]]:
    """The parts of each message that the handbook quotes; what stands for anything is left out."""
    rows = re.findall(r"^\| („.*?) \|", text_of("meldungen"), re.MULTILINE)
    quoted = [message for row in rows for message in row.split("“") if message.strip(" ,„")]
    return [[part for part in (piece.strip(" ,„") for piece in message.split("…")) if part] for message in quoted]


def test_the_handbook_quotes_messages_that_exist() -> None:
    code = "".join(path.read_text("utf-8") for path in sorted((ROOT / "scripts" / "wegweiser").rglob("*.py")))
    parts = [part for message in quoted_messages() for part in message]
    assert len(parts) > 50
    assert [part for part in parts if part not in code] == []


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_the_handbook_explains_what_every_bad_file_is_told(path: Path) -> None:
    """Each rule has a bad file; its first line says what an editor reads."""
    said = path.read_bytes().split(b"\n")[0].decode().removeprefix("# expect: ").split(": ", 1)[1]
    assert any(all(part in said for part in message) for message in quoted_messages()), said


# Examples


def test_the_example_of_a_house_is_valid() -> None:
    [block] = re.findall(r"^```yaml\n(# data/centres/.*?)^```$", text_of("haus-eintragen"), re.MULTILINE | re.DOTALL)
    centre = schema.Centre.model_validate(read(block.encode()))
    assert all((centre.address, centre.channels, centre.opening_hours, centre.missing, centre.checked))


def test_the_examples_of_opening_hours_are_valid() -> None:
    times = re.findall(r"\| `([MT][ouh].*?)` \|", text_of("schreibweisen"))
    assert len(times) == 6
    assert list(map(hours.check, times)) == times


def test_every_macro_is_explained_to_editors() -> None:
    assert set(re.findall(r"`\{\{ (\w+)\(", text_of("texte"))) == set(macros.NAMES)
