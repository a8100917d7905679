"""How the command speaks: wrong calls in German, findings as annotations of a pull request."""

from __future__ import annotations

import argparse
from typing import NoReturn, Protocol

from wegweiser.values.problems import Level, Problem

GITHUB = {Level.ERROR: "error", Level.WARNING: "warning"}


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


def annotation(problem: Problem) -> str:
    """A workflow command of GitHub Actions; its properties must not contain certain characters."""
    message = problem.message.replace("%", "%25")
    path = problem.path.replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
    return f"::{GITHUB[problem.level]} file={path},line={problem.line},col={problem.column}::{message}"
