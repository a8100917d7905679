"""What changes in a record when answers are taken: values, when and by whom they were checked, what was missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from wegweiser.editing.corrections.correction import Answer, Correction, Sender
from wegweiser.editing.corrections.entry import Value
from wegweiser.editing.corrections.patch import Content, Edit, path_of
from wegweiser.schema.codes import MissingField
from wegweiser.view.statements import NEW, Form, Statement

FILLED = {
    "phone": (MissingField.PHONE,),
    "email": (MissingField.EMAIL,),
    "website": (MissingField.WEBSITE,),
    "street": (MissingField.ADDRESS, MissingField.HOUSE_NUMBER),
    "hours": (MissingField.OPENING_HOURS,),
    "minimum_months": (MissingField.AGES,),
    "maximum_years": (MissingField.AGES,),
    "groups": (MissingField.GROUPS,),
    "places": (MissingField.PLACES,),
    "languages": (MissingField.LANGUAGES,),
    "features": (MissingField.ACCESSIBILITY,),
    "provider": (MissingField.PROVIDER,),
    "contact": (MissingField.CONTACT,),
    "family_centre": (MissingField.FAMILY_CENTRE,),
}
"""A field → what is missing no more once it is filled in; of `groups.value` the first part counts."""
DATED = ("ages", "groups", "places", "children")
"""Parts that carry a date of their own."""


@dataclass(frozen=True, slots=True)
class Change:
    """An answer that is taken."""

    correction: Correction
    title: str
    """What the record is called."""
    statement: Statement
    value: Value | None
    """The new value; None with `Answer.RIGHT`, and where there is none any more."""

    @property
    def is_confirmation(self) -> bool:
        """Whether all stays as it is."""
        return self.correction.answer is Answer.RIGHT

    def __str__(self) -> str:
        before = self.statement.words
        if self.is_confirmation:
            return f"{self.statement.label}: '{before}' ist bestätigt."
        after = "wird gelöscht" if self.value is None else f"'{' '.join(self.correction.right.split())}'"
        written = "; ".join(self.value) if isinstance(self.value, list) else self.value
        shown = f" (in den Daten: {written})" if written and written != self.correction.right else ""
        return f"{self.statement.label}: bisher '{before}', neu {after}{shown}."


def edits_of(record: Any, statements: Sequence[Statement], changes: Sequence[Change]) -> list[Edit]:
    """All edits of a record: values first, removals of list entries last and from the end, so that indexes hold."""
    values, removals = [], []
    answered = {change.statement.field for change in changes}
    complete = all(s.field in answered for s in statements if s.is_known)
    for change in changes:
        if change.is_confirmation:
            continue
        if change.value is None:
            removals.append(_removal(change.statement))
        else:
            values += list(_setting(change))
    filled = [change for change in changes if not change.is_confirmation and change.value is not None]
    checks = list(_checks(record, statements, changes, complete=complete))
    removals.sort(key=lambda edit: [key if isinstance(key, int) else -1 for key in edit.path], reverse=True)
    return [*values, *checks, *_found(record, filled), *removals]


def _setting(change: Change) -> Iterator[Edit]:
    path = path_of(change.statement.field)
    value = change.value
    if NEW in path:  # a new entry of a list comes with its check
        sender = change.correction.sender
        yield Edit(path[:-1], {str(path[-1]): str(value), "checked": _checked(sender)})
        return
    yield Edit(path, value)
    if path[0] in DATED:
        yield Edit((path[0], "as_of"), change.correction.sender.on.isoformat())


def _removal(statement: Statement) -> Edit:
    """A way to reach somebody goes as a whole, a figure with its date."""
    path = path_of(statement.field)
    if path[0] == "channels" and path[-1] != "hours":
        return Edit(path[:2], None)
    return Edit(path[:1] if path[0] in DATED and path[-1] == "value" else path, None)


def _checked(sender: Sender) -> dict[str, Content]:
    return {"on": sender.on.isoformat(), "by": sender.function}


def _checks(
    record: Any, statements: Sequence[Statement], changes: Sequence[Change], *, complete: bool
) -> Iterator[Edit]:
    """Who checked what: the record where all of it is answered, else the parts that can say so themselves."""
    by_field = {change.statement.field: change for change in changes}
    if complete:
        yield Edit(("checked",), _checked(changes[0].correction.sender))
    for fact in dict.fromkeys(change.statement.fact for change in changes):
        of_fact = [s for s in statements if s.fact == fact and s.is_known]
        said = [change for change in changes if change.statement.fact == fact]
        wrong = [change for change in said if not change.is_confirmation and change.value is not None]
        if not fact or NEW in fact or not (wrong or all(s.field in by_field for s in of_fact)):
            continue
        if all(change.value is None and not change.is_confirmation for change in said):
            continue  # nothing is left of it
        path = path_of(fact)
        part = _part(record, path)
        if wrong and part is not None and part.sources:
            yield Edit((*path, "sources"), None)  # they say what is no longer right
        if wrong or not complete or (part is not None and (part.sources or part.checked)):
            yield Edit((*path, "checked"), _checked(said[0].correction.sender))


def _part(record: Any, path: tuple[str | int, ...]) -> Any:
    for key in path:
        record = record[key] if isinstance(key, int) else getattr(record, key)
        if record is None:
            return None
    return record


def _found(record: Any, filled: Sequence[Change]) -> Iterator[Edit]:
    """What is missing no more."""
    codes = {code for change in filled for code in _codes(change)}
    for index, missing in reversed(list(enumerate(record.missing))):
        left = [field.value for field in missing.fields if field not in codes]
        if not left:
            yield Edit(("missing", index), None)
        elif len(left) < len(missing.fields):
            yield Edit(("missing", index, "fields"), left)


def _codes(change: Change) -> tuple[MissingField, ...]:
    path = path_of(change.statement.field)
    if path[0] in ("members", "locations"):
        return ()
    codes = FILLED.get(str(path[-1])) or FILLED.get(str(path[0])) or ()
    has_number = any(map(str.isdigit, change.correction.right)) or change.statement.form is not Form.TEXT
    return codes if has_number else tuple(code for code in codes if code is not MissingField.HOUSE_NUMBER)
