"""When somebody is there, and on which days nobody is."""

from __future__ import annotations

from pydantic import Field, model_validator

from wegweiser.schema import types as v
from wegweiser.schema.facts import Fact, Model


class OpeningHours(Fact):
    """When somebody is there, or that one has to ask for an appointment; at least one of the three fields."""

    hours: v.Hours | None = Field(
        None, title="Zeiten", description="wie in OpenStreetMap: Mo-Fr 07:30-16:30; Th[1] 14:00-18:00; PH off"
    )
    by_appointment: v.Appointments | None = Field(
        None, title="Nur mit Termin", description="ja: immer; sonst die Tage: 'We' oder 'We 14:00-17:00; Fr'"
    )
    note: v.Line | None = Field(
        None, title="Hinweis", description="zum Beispiel: sonst nach Vereinbarung; ohne Zeiten steht er an ihrer Stelle"
    )

    @model_validator(mode="after")
    def _says_something(self) -> OpeningHours:
        if not (self.hours or self.by_appointment or self.note):
            raise ValueError("braucht 'hours' (Zeiten), 'by_appointment' (Nur mit Termin) oder 'note' (Hinweis)")
        return self


class ClosingDays(Model):
    """Days on which somebody is away who would be there else."""

    start: v.Day = Field(title="Vom")
    end: v.Day = Field(title="Bis")
    reason: v.Line = Field(title="Grund")
