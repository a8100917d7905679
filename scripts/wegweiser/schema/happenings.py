"""What happens and happened: events, news, and cases for educators."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from wegweiser.schema import codes
from wegweiser.schema import types as v
from wegweiser.schema.facts import Model, Record
from wegweiser.schema.references import Reference

_Records = tuple[Annotated[v.RecordReference, Reference("record")], ...]


class News(Record):
    """Something that happened, in our own words."""

    title: v.Line = Field(title="Überschrift")
    date: v.PartialDate = Field(title="Datum", description="so genau wie bekannt")
    municipality: Annotated[v.Id, Reference("municipality")] | None = Field(None, title="Stadt oder Gemeinde")
    summary: v.Line = Field(title="In einem Satz")
    text: v.Paragraphs = Field(title="Text")
    related: _Records = Field((), title="Gehört zu", description="centre:kleeblatt-ampen")


class Event(Record):
    """A visit, a consultation hour or a training; without a start it is described but not dated."""

    title: v.Line = Field(title="Titel")
    summary: v.Line = Field(title="In einem Satz")
    audience: codes.Audience = Field(title="Für wen")
    municipality: Annotated[v.Id, Reference("municipality")] | None = Field(None, title="Stadt oder Gemeinde")
    centre: Annotated[v.Id, Reference("centre")] | None = Field(None, title="Haus")
    organization: Annotated[v.Id, Reference("organization")] | None = Field(None, title="Veranstaltet von")
    place: v.Line | None = Field(None, title="Ort", description="wenn es nicht im Haus ist")
    start: v.Moment | None = Field(
        None, title="Beginn", description="2026-12-01T14:30; fehlt, solange nichts bestätigt ist"
    )
    end: v.Moment | None = Field(None, title="Ende")
    recurrence: v.Recurrence | None = Field(None, title="Wiederholung", description="FREQ=MONTHLY;BYDAY=1TU")
    exceptions: tuple[v.Day, ...] = Field((), title="Fällt aus am")
    cancelled: v.YesNo = Field(
        False, title="Fällt ganz aus", description="ja: Kalender streichen ihn; erst ein Jahr später löschen"
    )
    registration: v.Line | None = Field(None, title="Anmeldung")
    contact: Annotated[v.Id, Reference("contact")] | None = Field(None, title="Kontakt")
    offers: tuple[Annotated[v.Id, Reference("offer")], ...] = Field((), title="Angebote, um die es geht")


class Step(Model):
    """One step of a case."""

    title: v.Line = Field(title="Schritt")
    who: v.Line = Field(title="Wer")
    what: v.Paragraphs = Field(title="Was")
    by_when: v.Line = Field(title="Bis wann")
    offers: tuple[Annotated[v.Id, Reference("offer")], ...] = Field((), title="Angebote")
    contacts: tuple[Annotated[v.Id, Reference("contact")], ...] = Field((), title="Kontakte")
    fallback: v.Paragraphs | None = Field(None, title="Wenn das nicht geht")


class Case(Record):
    """A route for educators through a hard moment."""

    title: v.Line = Field(title="Fall", description="Arbeit ab Montag, kein Platz")
    summary: v.Line = Field(title="In einem Satz")
    situation: v.Paragraphs = Field(title="Lage")
    topic: Annotated[v.Id, Reference("topic")] = Field(title="Thema")
    handout_title: v.Line | None = Field(
        None, title="Überschrift auf dem Zettel", description="ohne Anlass: Kita und Arbeit; sonst wie 'Fall'"
    )
    handout_text: v.Line | None = Field(None, title="Satz auf dem Zettel", description="fehlt, wenn keiner nötig ist")
    discreet: v.YesNo = Field(
        False, title="Unauffällig", description="ja: Knopf zum schnellen Verlassen, auf dem Zettel nur Nummern"
    )
    steps: tuple[Step, ...] = Field(title="Schritte", min_length=1)
    keywords: tuple[v.Line, ...] = Field((), title="Alltagswörter")
    related: tuple[Annotated[v.Id, Reference("case")], ...] = Field((), title="Ähnliche Fälle")
