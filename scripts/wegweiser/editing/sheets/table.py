"""The words that a check sheet and its reader agree on: names of columns, answers, places for function and day."""

from __future__ import annotations

from wegweiser.editing.corrections.correction import Answer

SHEET, GUIDE, LISTS = "Angaben", "Anleitung", "Listen"
"""Names of the worksheets."""
RECORD, LABEL, TODAY, ANSWER, RIGHT, HINT, CHECKED, KEY = COLUMNS = (
    "Eintrag",
    "Angabe",
    "Das steht heute bei uns",
    "Stimmt das?",
    "Richtig ist",
    "So schreiben Sie es",
    "Worauf es beruht",
    "Kennung (bitte nicht ändern)",
)
NEEDED = (TODAY, ANSWER, RIGHT, KEY)
"""Columns without which nothing can be read."""
FUNCTION, DAY = "Ihre Funktion (kein Name)", "Ausgefüllt am (TT.MM.JJJJ)"
"""What stands before the two cells above the table; in CSV they are columns."""
REASON = "Grund"
"""A further column in the list of what was not taken."""
SEPARATOR = "#"
"""Between record and field in the key: `centre:haus-am-see#channels.0.phone`."""
ANSWERS = tuple(answer.value for answer in Answer)


def key_of(record: str, field: str) -> str:
    """The key of a row."""
    return f"{record}{SEPARATOR}{field}"
