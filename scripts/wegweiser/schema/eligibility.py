"""Whom an offer may fit: plain facts about a family, with the reason that the family reads and the law behind it."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from wegweiser.schema import types as v
from wegweiser.schema.codes import Code
from wegweiser.schema.facts import Model
from wegweiser.schema.references import Reference


class AgeGroup(Code):
    """How old a child is, in the steps at which laws change; a child belongs to exactly one group."""

    UNDER_ONE = "0", "unter 1 Jahr"
    TODDLER = "1-2", "1 oder 2 Jahre"
    KINDERGARTEN = "3-5", "3 bis zur Schule"
    PUPIL = "6-11", "Schulkind bis 11"
    TEENAGER = "12-17", "12 bis 17 Jahre"
    YOUNG_ADULT = "18-24", "18 bis 24 Jahre"

    @property
    def youngest(self) -> int:
        """The first age of the group, in completed years."""
        return int(self.partition("-")[0])

    @property
    def oldest(self) -> int:
        """The last age of the group, in completed years."""
        return int(self.rpartition("-")[2])


class Work(Code):
    """What the parents do now; the two of a couple may do different things."""

    SOME = "some", "Arbeit, auch Minijob"
    STARTING = "starting", "Suche Arbeit oder fange an"
    TRAINING = "training", "Ausbildung, Schule, Studium"
    NONE = "none", "Zu Hause, auch Elternzeit"


class Housing(Code):
    """How the family lives."""

    RENT = "rent", "Zur Miete"
    OWN = "own", "Im eigenen Zuhause"
    OTHER = "other", "Bei anderen, Unterkunft"


class Need(Code):
    """What is on the parents' minds."""

    CHILDCARE = "childcare", "Betreuung fürs Kind"
    MONEY = "money", "Geld ist knapp"
    BILLS = "bills", "Rechnungen, Miete, Strom"
    PAPERWORK = "paperwork", "Briefe und Anträge"
    DEVELOPMENT = "development", "Förderung für mein Kind"
    FAMILY = "family", "Streit, Trennung, Angst"


def _limit(ages: tuple[int, ...]) -> BeforeValidator:
    known = ", ".join(map(str, ages))

    def check(value: object) -> int:
        if str(value) not in map(str, ages):
            raise ValueError(f"kennt nur die Altersgrenzen {known}")
        return int(str(value))

    return BeforeValidator(check)


YOUNGEST = tuple(group.youngest for group in AgeGroup)
OLDEST = tuple(group.oldest for group in AgeGroup)
Youngest = Annotated[int, _limit(YOUNGEST), WithJsonSchema({"enum": [*map(str, YOUNGEST), *YOUNGEST]})]
Oldest = Annotated[int, _limit(OLDEST), WithJsonSchema({"enum": [*map(str, OLDEST), *OLDEST]})]
"""Editors read 6 as a number, our reader as text."""


def _yes(value: object) -> bool:
    if value is not True and value != "ja":
        raise ValueError("kennt nur ja; kommt es nicht darauf an, bitte die Zeile löschen")
    return True


Yes = Annotated[bool, BeforeValidator(_yes), WithJsonSchema({"enum": ["ja"]})]


class ChildAge(Model):
    """That the family has a child between two ages, both included, in completed years."""

    minimum_age: Youngest = Field(title="Von (Jahre)", description="6 heißt: geht zur Schule")
    maximum_age: Oldest = Field(title="Bis einschließlich (Jahre)", description="5 heißt: bis zur Einschulung")

    @model_validator(mode="after")
    def _in_order(self) -> ChildAge:
        if self.minimum_age > self.maximum_age:
            raise ValueError("endet vor dem Anfang; bitte die beiden Alter tauschen")
        return self

    def includes(self, group: AgeGroup) -> bool:
        """Whether children of a group are meant."""
        return self.minimum_age <= group.youngest and group.oldest <= self.maximum_age


_Status = Annotated[v.Id, Reference("status")]
_Municipality = Annotated[v.Id, Reference("municipality")]


class Eligibility(Model):
    """One way to an offer: it may fit a family for which every line holds; of a list, one entry is enough."""

    child_age: ChildAge | None = Field(None, title="Alter eines Kindes", description="ein Kind in diesem Alter genügt")
    pregnant: Yes = Field(False, title="Ein Kind ist unterwegs")
    alone: v.YesNo | None = Field(None, title="Sorgt allein für die Kinder", description="nein: mit Partnerin, Partner")
    receives: tuple[_Status, ...] = Field((), title="Bekommt", description="eins davon; none: noch nichts oder unklar")
    without: tuple[_Status, ...] = Field((), title="Bekommt nicht", description="keins davon")
    work: tuple[Work, ...] = Field((), title="Arbeit", description="eins davon")
    housing: tuple[Housing, ...] = Field((), title="Wohnen", description="eins davon")
    needs: tuple[Need, ...] = Field((), title="Was gerade wichtig ist", description="eins davon")
    new_in_germany: Yes = Field(False, title="Neu in Deutschland")
    municipalities: tuple[_Municipality, ...] = Field((), title="Nur in diesen Orten")
    reason: v.Line = Field(title="Warum", description="ein Satz für die Familie: warum es passen kann")
    legal_basis: v.Line = Field(
        title="Rechtsgrundlage",
        description="§ 28 Abs. 7 SGB II; mehrere mit Strichpunkt. Sonst: 'ohne Gesetz: Angebot der Stadt'",
    )
    amounts: tuple[v.Id, ...] = Field((), title="Beträge", description="Kurznamen der Beträge, die hier gelten")
