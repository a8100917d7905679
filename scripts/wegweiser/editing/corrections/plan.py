"""From answers to changed files: what is taken, what is refused and why, and how the files read afterwards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from wegweiser import checks, schema
from wegweiser.catalog import Catalog, Entry, load
from wegweiser.catalog.addresses import title_of
from wegweiser.editing.corrections.block import PLAIN
from wegweiser.editing.corrections.correction import Answer, Correction
from wegweiser.editing.corrections.edits import Change, edits_of
from wegweiser.editing.corrections.entry import read_entry
from wegweiser.editing.corrections.faults import Fault
from wegweiser.editing.corrections.patch import PatchError, patch, path_of
from wegweiser.editing.corrections.swap import NewContent, changed_copy
from wegweiser.reading.messages import findings
from wegweiser.reading.reader import read
from wegweiser.schema import Checked
from wegweiser.values import problems
from wegweiser.values.dates import write_day
from wegweiser.view.statements import UNKNOWN, Statement, statements_of

MODELS = {kind: model for kind, model in schema.FOLDERS.values()}


@dataclass(frozen=True, slots=True)
class Rejected:
    """An answer that is understood and not taken, with the reason."""

    correction: Correction
    reason: str


@dataclass(slots=True)
class Plan:
    """What an import would do."""

    changes: list[Change] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    files: dict[Path, NewContent] = field(default_factory=dict)
    """By their paths within the data folder."""


def plan_import(folder: Path, corrections: Sequence[Correction], day: dt.date) -> Plan:
    """What to do with the answers of an import; `day` is today. Nothing is written."""
    content, found = load(folder)
    plan = Plan()
    plan.faults += [Fault(f"{p.path}:{p.line}:{p.column}", p.message) for p in problems.errors(found)]
    if content is None or plan.faults:
        return plan
    for ref, of_record in groupby(sorted(corrections, key=_record), key=_record):
        kind, _, id_ = ref.partition(":")
        entry = content.of_kind(kind).get(id_) if kind in MODELS else None
        answers = list(of_record)
        if entry is None:
            message = f"Den Eintrag '{ref}' gibt es nicht (mehr). Bitte einen neuen Bogen erzeugen und dort eintragen."
            plan.faults += [Fault(answer.where, message) for answer in answers[:1]]
        else:
            _RecordPlan(content, entry, plan, day, folder).take(answers)
    if not plan.faults and plan.files:
        plan.faults += new_errors(folder, plan.files, content, day)
    return plan


def _record(correction: Correction) -> str:
    return correction.record


class _RecordPlan:
    """Takes the answers to one record."""

    def __init__(self, content: Catalog, entry: Entry[Any], plan: Plan, day: dt.date, folder: Path) -> None:
        self.entry, self.plan, self.day, self.folder = entry, plan, day, folder
        self.statements = {statement.field: statement for statement in statements_of(content, entry)}

    def take(self, answers: Iterable[Correction]) -> None:
        taken: dict[str, Change] = {}
        for answer in answers:
            change = self._change(answer)
            if change is None:
                continue
            if answer.field in taken:
                first = taken[answer.field].correction.where
                self._fault(answer, f"Diese Angabe steht schon in {first}. Bitte eine der beiden Zeilen leeren.")
            taken[answer.field] = change
        if taken and not self.plan.faults:
            self._write(list(taken.values()))

    def _change(self, answer: Correction) -> Change | None:
        """The change that an answer asks for; None where it is rejected or at fault, which is noted."""
        if answer.answer is Answer.UNSURE:
            return None
        statement = self.statements.get(answer.field)
        if statement is None:
            return self._reject(
                answer, "Diese Angabe steht so nicht mehr im Eintrag. Bitte einen neuen Bogen erzeugen."
            )
        if answer.sender.on > self.day:
            return self._fault(answer, f"Das Datum {write_day(answer.sender.on)} liegt in der Zukunft.")
        if reason := self._refusal(answer, statement):
            return self._reject(answer, reason)
        if answer.answer is Answer.RIGHT:
            return Change(answer, title_of(self.entry), statement, None)
        try:
            value = read_entry(statement, answer.right)
        except ValueError as error:
            return self._fault(answer, f"{statement.label} {error}.")
        return Change(answer, title_of(self.entry), statement, value)

    def _refusal(self, answer: Correction, statement: Statement) -> str:
        """Why an answer is not taken, as a sentence; empty where nothing speaks against it."""
        checked = _check_of(self.entry.record, statement.fact)
        if checked and checked.on > answer.sender.on:
            return f"Schon am {write_day(checked.on)} geprüft ({checked.by}), das ist neuer als diese Antwort."
        if answer.before and _alike(answer.before) != _alike(statement.words):
            return f"Seit dem Bogen geändert: Heute steht dort '{statement.words}'."
        if not answer.sender.own:
            return "Kommt nicht von der Stelle selbst. Bitte dort anrufen und dann mit --confirmed-by eintragen."
        if answer.answer is Answer.WRONG and not answer.right.strip():
            return "Als falsch gemeldet, aber ohne das Richtige. Bitte nachfragen."
        if answer.answer is Answer.RIGHT and statement.words == UNKNOWN:
            return "Dort steht nichts, was stimmen könnte. Bitte nachfragen, was richtig ist."
        return ""

    def _write(self, changes: list[Change]) -> None:
        model = MODELS[self.entry.kind]
        edits = edits_of(self.entry.record, list(self.statements.values()), changes)
        try:
            after = patch(self.entry.content, edits, model)
            model.model_validate(read(after))
        except ValidationError as error:
            for finding in findings(error, model):
                change = _nearest(changes, finding.path)
                self.plan.faults.append(Fault(change.correction.where, finding.sentence))
        except PatchError as error:
            remedy = "Bitte von Hand ändern."
            self.plan.faults.append(Fault(changes[0].correction.where, f"{self.entry.file}: {error} {remedy}"))
        else:
            self.plan.changes += changes
            if after != self.entry.content:
                path = Path(self.entry.file).relative_to(self.folder)
                self.plan.files[path] = NewContent(self.entry.content, after)

    def _fault(self, answer: Correction, message: str) -> Change | None:
        self.plan.faults.append(Fault(answer.where, message))
        return None

    def _reject(self, answer: Correction, reason: str) -> Change | None:
        self.plan.rejected.append(Rejected(answer, reason))
        return None


def _check_of(record: Any, fact: str) -> Checked | None:
    """The check that counts for a part of a record: its own or the record's, whichever is newer."""
    part = record
    for key in path_of(fact):
        part = (part[key] if len(part) > key else None) if isinstance(key, int) else getattr(part, key, None)
        if part is None:
            break
    own = getattr(part, "checked", None)
    found = [check for check in (own, record.checked) if check]
    return max(found, key=lambda check: check.on) if found else None


def _alike(words: str) -> str:
    """Words without what mail programs and spreadsheets change."""
    return " ".join(words.translate(PLAIN).split())


def _nearest(changes: list[Change], path: tuple[str | int, ...]) -> Change:
    """The change that a finding at a path is about."""

    def common(change: Change) -> int:
        return next(
            (
                number
                for number, (one, other) in enumerate(zip(path_of(change.statement.field), path, strict=False))
                if one not in (other, "+")
            ),
            len(path),
        )

    return max(changes, key=common)


def new_errors(folder: Path, files: Mapping[Path, NewContent], before: Catalog, day: dt.date) -> list[Fault]:
    """What the check of all data finds with these files that it did not find before; looked for in a copy."""
    known = {(p.path, p.message) for p in problems.errors(checks.check(before, day))}
    with changed_copy(folder, files) as trial:
        after, found = load(trial)
        found += checks.check(after, day) if after else []
        told = [replace(p, path=str(folder / Path(p.path).relative_to(trial))) for p in problems.errors(found)]
    return [
        Fault(f"{p.path}, Zeile {p.line} nach der Änderung", p.message)
        for p in told
        if (p.path, p.message) not in known
    ]
