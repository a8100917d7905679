"""How the command speaks: wrong calls in German, findings with their line, or as annotations of a pull request."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import NoReturn, Protocol

from rich.console import Console
from rich.text import Text

from wegweiser.values.problems import Level, Problem

GITHUB = {Level.ERROR: "error", Level.WARNING: "warning"}
STYLES = {Level.ERROR: "bold red", Level.WARNING: "yellow"}
HIDDEN = "\N{REPLACEMENT CHARACTER}"
"""Stands for what cannot be seen, and could steer the terminal."""
AROUND = 60
"""Characters of a long line that stay on each side of the fault."""


class Parser(argparse.ArgumentParser):
    """Says in German that a call is wrong."""

    def error(self, message: str) -> NoReturn:
        """Leave with the reason (the name is argparse's)."""
        self.exit(
            2, f"Fehler: So geht der Aufruf nicht. '{self.prog} --help' zeigt, wie. (englischer Grund: {message})\n"
        )


class Commands(Protocol):
    """Where a command adds its own parser: what argparse's `add_subparsers` returns, of which it names no class."""

    def add_parser(self, name: str, *, help: str) -> Parser:
        """The parser of a new command, with its line in the help of all."""


def unknown_command(name: str, known: Collection[str]) -> str:
    """What to say of a command that does not exist, with the nearest one if one is near."""
    near = get_close_matches(name, known, 1)
    remedy = f"Gemeint: {near[0]}?" if near else "'wegweiser' allein zeigt alle."
    return f"Fehler: Den Befehl '{name}' gibt es nicht. {remedy}"


def show(console: Console, found: Iterable[Problem]) -> None:
    """Each finding with the line of its file and a mark under the place; colours as the terminal and `NO_COLOR` say."""
    for problem in found:
        console.print(Text.assemble((f"{problem.level}: ", STYLES[problem.level]), problem.message), soft_wrap=True)
        console.print(Text(f"  --> {problem.path}:{problem.line}:{problem.column}", "dim"), soft_wrap=True)
        line, column = _excerpt(_lines(problem.path), problem)
        if line:
            number = str(problem.line)
            console.print(Text.assemble((f"{number} | ", "dim"), line), soft_wrap=True)
            mark = Text.assemble((f"{' ' * len(number)} | ", "dim"), " " * column, ("^", STYLES[problem.level]))
            console.print(mark, soft_wrap=True)
        console.print()


def _excerpt(lines: tuple[str, ...], problem: Problem) -> tuple[str, int]:
    """The line of a finding without what could steer the terminal, and the place in it; empty where there is none."""
    if not 1 <= problem.line <= len(lines):
        return "", 0
    line = "".join(character if character.isprintable() else HIDDEN for character in lines[problem.line - 1])
    place = min(problem.column - 1, len(line))
    start = max(0, place - AROUND)
    return line[start : place + AROUND], place - start


@lru_cache(maxsize=1)
def _lines(path: str) -> tuple[str, ...]:
    """The lines of a file as the reader counts them; none of what is no readable file."""
    try:
        text = Path(path).read_text("utf-8-sig", "replace")
    except OSError:
        return ()
    return tuple(text.split("\n"))


def annotation(problem: Problem) -> str:
    """A workflow command of GitHub Actions; its properties must not contain certain characters."""
    message = problem.message.replace("%", "%25")
    path = problem.path.replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
    return f"::{GITHUB[problem.level]} file={path},line={problem.line},col={problem.column}::{message}"
