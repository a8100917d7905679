"""Why a calendar cannot be read at all: place, fault and remedy, all of one run together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wegweiser.values.problems import Problem

AGAIN = "Bitte den Kalender noch einmal als .ics-Datei ausgeben und nicht von Hand ändern."
MOST_BYTES = 5_000_000
_LINE = re.compile(r"[A-Za-z0-9-]+(;[^:]*(\"[^\"]*\")?[^:]*)*:", re.DOTALL)


class UnreadableCalendarError(Exception):
    """The file is no calendar that we can read; `problems` holds every fault with its line."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


def text_of(name: str, content: bytes) -> str:
    """The text of a calendar without faults that stop the reading; raises UnreadableCalendarError."""
    if len(content) > MOST_BYTES:
        _refuse(name, 1, f"Die Datei hat über {MOST_BYTES // 1_000_000} MB. Bitte nur ein Jahr ausgeben.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        _refuse(name, line, f"Hier steht ein Zeichen, das nicht UTF-8 ist. {AGAIN}")
    faults = list(_faults(name, text.replace("\r\n", "\n").split("\n")))
    if faults:
        raise UnreadableCalendarError(faults)
    return text


def _refuse(name: str, line: int, message: str) -> None:
    raise UnreadableCalendarError([Problem(name, line, 1, message)])


def _faults(name: str, lines: list[str]) -> Iterator[Problem]:
    first = next((line for line in lines if line.strip()), "")
    if first.strip().upper() != "BEGIN:VCALENDAR":
        yield Problem(name, 1, 1, f"Das ist kein Kalender: Er beginnt nicht mit BEGIN:VCALENDAR. {AGAIN}")
        return
    opened: list[tuple[str, int]] = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith((" ", "\t")):
            continue  # the rest of a line above
        word, _, kind = line.strip().upper().partition(":")
        if word == "BEGIN":
            opened.append((kind, number))
        elif word == "END" and (not opened or opened.pop()[0] != kind):
            yield Problem(name, number, 1, f"Hier endet {kind}, das nicht begonnen hat. {AGAIN}")
            return
        elif not _LINE.match(line):
            yield Problem(name, number, 1, f"In dieser Zeile fehlt der Name vor dem Doppelpunkt. {AGAIN}")
    for kind, number in opened:
        yield Problem(name, number, 1, f"{kind} beginnt hier und endet nirgends. Die Datei ist unvollständig. {AGAIN}")
