"""Benefits and services: what families can get, from whom, and how."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from wegweiser.schema import codes
from wegweiser.schema import types as v
from wegweiser.schema.eligibility import Eligibility
from wegweiser.schema.facts import Channel, Fact, Law, Model, Record
from wegweiser.schema.references import Reference


class Ages(Model):
    """The ages an offer is for, in completed years."""

    minimum_age: v.Count | None = Field(None, title="Ab (Jahre)")
    maximum_age: v.Count | None = Field(None, title="Bis einschließlich (Jahre)")


class Amount(Fact):
    """A sum of money with the time it holds; several times of one amount share their id.

    An end is only what a law or an order states. An amount without one is looked at again on `review_on`.
    """

    id: v.Id = Field(title="Kurzname", description="eindeutig im Angebot: august")
    label: v.Line = Field(title="Wofür", description="Schulbedarf zum 1. August")
    value: v.Money = Field(title="Höhe", description="15 oder 202.68")
    unit: codes.Unit = Field(codes.Unit.EURO, title="Einheit")
    per: codes.Per = Field(title="Wie oft oder wovon")
    at_most: v.YesNo = Field(False, title="Höchstbetrag", description="ja: 'bis zu'")
    computed: v.YesNo = Field(False, title="Gerechnet", description="ja: von uns aus Prozenten berechnet")
    valid_from: v.Day = Field(title="Gilt ab")
    valid_to: v.Day | None = Field(None, title="Gilt bis", description="nur wenn Gesetz oder Verordnung ein Ende nennt")
    review_on: v.Day | None = Field(None, title="Neu prüfen am", description="wenn kein Ende bekannt ist")
    legal_basis: v.Line | None = Field(None, title="Rechtsgrundlage")
    note: v.Line | None = Field(None, title="Hinweis")

    @model_validator(mode="after")
    def _has_a_horizon(self) -> Self:
        if self.valid_to is None and self.review_on is None:
            raise ValueError("braucht 'valid_to' (Ende nach Gesetz) oder 'review_on' (Tag der nächsten Prüfung)")
        return self


class Misconception(Model):
    """What many people believe wrongly, and what is true: both as sentences that can stand alone."""

    claim: v.Line = Field(title="Stimmt nicht", description="Ein Antrag schadet meinem Aufenthalt.")
    truth: v.Line = Field(title="Richtig ist", description="ein bis zwei kurze Sätze")
    legal_basis: v.Line | None = Field(None, title="Rechtsgrundlage", description="§ 28 Abs. 2 SGB II")


class Deadline(Model):
    """Something that must be done by a time."""

    text: v.Line = Field(title="Frist")
    yearly_on: v.MonthDay | None = Field(None, title="Jedes Jahr am", description="Monat-Tag: 11-15")


class Form(Model):
    """An official form."""

    title: v.Line = Field(title="Name")
    url: v.Url = Field(title="Amtliche Adresse")


class Offer(Record):
    """A benefit or a service."""

    title: v.Line = Field(title="Amtlicher Name")
    everyday_title: v.Line = Field(title="So sagt man", description="Geld für die Klassenfahrt")
    summary: v.Line = Field(title="In einem Satz", description="was es ist und wem es hilft")
    handout_title: v.Line | None = Field(
        None, title="Überschrift auf dem Zettel", description="ohne Anlass: Klassenfahrt; sonst wie 'So sagt man'"
    )
    handout_text: v.Line | None = Field(
        None, title="Satz auf dem Zettel", description="was es ist, nicht warum; sonst wie 'In einem Satz'"
    )
    discreet: v.YesNo = Field(False, title="Unauffällig", description="ja: auf dem Zettel stehen nur Nummern")
    plain: v.Paragraphs | None = Field(None, title="Einfache Sprache", description="kurze Sätze, je ein Gedanke")
    topic: Annotated[v.Id, Reference("topic")] = Field(title="Thema")
    audience: codes.Audience = Field(codes.Audience.PARENTS, title="Für wen")
    ages: Ages | None = Field(None, title="Alter")
    statuses: tuple[Annotated[v.Id, Reference("status")], ...] = Field(
        (), title="Bei welchem Bezug", description="leer: unabhängig davon, was jemand bekommt"
    )
    conditions: tuple[v.Line, ...] = Field((), title="Wer es bekommt", description="je Punkt ein Satz")
    livelihood: v.YesNo = Field(
        False, title="Sichert das Leben", description="ja: bezahlt Essen oder Miete; steht bei „Was steht mir zu?“ vorn"
    )
    eligibility: tuple[Eligibility, ...] = Field(
        (), title="Wem es zustehen kann", description="Wege für „Was steht mir zu?“; einer davon genügt"
    )
    amounts: tuple[Amount, ...] = Field((), title="Beträge")
    cost: v.Line | None = Field(None, title="Wie viel", description="in Worten: die tatsächlichen Kosten; kostenlos")
    steps: tuple[v.Line, ...] = Field(title="So geht es", min_length=1, description="je Schritt ein Satz")
    documents: tuple[v.Line, ...] = Field((), title="Mitbringen")
    deadlines: tuple[Deadline, ...] = Field((), title="Fristen")
    forms: tuple[Form, ...] = Field((), title="Formulare")
    pitfalls: tuple[v.Line, ...] = Field((), title="Was oft schiefgeht")
    misconceptions: tuple[Misconception, ...] = Field(
        (), title="Stimmt nicht", description="verbreitete Irrtümer, die Familien Geld kosten"
    )
    refusal: v.Paragraphs | None = Field(None, title="Wenn es abgelehnt wird")
    local_note: v.Paragraphs | None = Field(None, title="Vor Ort", description="was hier gilt oder nicht bekannt ist")
    channels: tuple[Channel, ...] = Field((), title="Bundesweite Hilfe", description="Nummern, die überall gelten")
    legal_basis: tuple[Law, ...] = Field((), title="Gesetz")
    leika: v.ServiceKey | None = Field(
        None, title="Leistungsschlüssel", description="LeiKa, 14 Ziffern; nur wenn ihn jemand nachgeschlagen hat"
    )
    keywords: tuple[v.Line, ...] = Field(
        (), title="Alltagswörter", description="wonach Menschen suchen; auch alte Namen"
    )
    questions: tuple[v.Line, ...] = Field((), title="Fragen, die das Angebot beantwortet")
    situations: tuple[v.Line, ...] = Field(
        (), title="Wie Eltern ihre Lage schildern", description="nur für die Suche; auf der Seite steht es nicht"
    )
    related: tuple[Annotated[v.Id, Reference("offer")], ...] = Field((), title="Passt dazu")
