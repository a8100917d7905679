"""The lists that stand in one file each: topics, statuses, terms, short numbers, redirects."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from wegweiser.schema import values as v
from wegweiser.schema.facts import Model, Source
from wegweiser.schema.references import Reference


class Topic(Model):
    """What an offer is about."""

    id: v.Id = Field(title="Kurzname")
    label: v.Line = Field(title="Name")
    summary: v.Line = Field(title="In einem Satz")
    keywords: tuple[v.Line, ...] = Field((), title="Alltagswörter")


class Topics(Model):
    """topics.yml, in the order in which pages show them."""

    topics: tuple[Topic, ...] = Field(title="Themen", min_length=1)


class Status(Model):
    """What somebody receives now."""

    id: v.Id = Field(title="Kurzname")
    label: v.Line = Field(title="Name", description="Ich bekomme Wohngeld")
    short: v.Line = Field(title="Kurz", description="Wohngeld")
    summary: v.Line = Field(title="Erklärung")
    keywords: tuple[v.Line, ...] = Field((), title="Alltagswörter")


class Statuses(Model):
    """statuses.yml"""

    statuses: tuple[Status, ...] = Field(title="Bezug", min_length=1)


class Term(Model):
    """A word that needs explaining."""

    term: v.Line = Field(title="Wort")
    meaning: v.Paragraphs = Field(title="Bedeutung")
    aliases: tuple[v.Line, ...] = Field((), title="Andere Formen")
    offers: tuple[Annotated[v.Id, Reference("offer")], ...] = Field((), title="Angebote dazu")


class Glossary(Model):
    """glossary.yml"""

    terms: tuple[Term, ...] = Field(title="Wörter")


class ShortNumberEntry(Model):
    """A number of three or six digits that reaches help everywhere in Germany."""

    number: v.ShortNumber = Field(title="Nummer")
    label: v.Line = Field(title="Wofür")
    sources: tuple[Source, ...] = Field(title="Quellen", min_length=1)


class ShortNumbers(Model):
    """short_numbers.yml"""

    short_numbers: tuple[ShortNumberEntry, ...] = Field(title="Kurzwahlen")


class Redirect(Model):
    """An address that was published once."""

    old: v.PagePath = Field(title="Alte Adresse", description="/angebote/hartz-4/")
    new: v.SitePath | None = Field(None, title="Neue Adresse", description="/angebote/sgb2-ueberblick/")
    archived: v.Line | None = Field(
        None, title="Archiviert", description="ein Satz: warum es die Seite nicht mehr gibt"
    )

    @model_validator(mode="before")
    @classmethod
    def _one_target(cls, data: Any) -> Any:
        if isinstance(data, dict) and not ("new" in data or "archived" in data):
            raise ValueError("braucht 'new' (neue Adresse) oder 'archived' (ein Satz, warum sie fehlt)")
        return data


class Redirects(Model):
    """redirects.yml"""

    redirects: tuple[Redirect, ...] = Field(title="Alte Adressen")


class BestBet(Model):
    """A word that leads to several offers, and in which order."""

    word: v.Line = Field(title="Wort")
    offers: tuple[Annotated[v.Id, Reference("offer")], ...] = Field(title="Angebote, das beste zuerst", min_length=1)


class Search(Model):
    """search.yml"""

    best_bets: tuple[BestBet, ...] = Field((), title="Wörter, die zu mehreren Angeboten führen")


class Addresses(Model):
    """addresses.yml: every address of a record that was ever published; kept by `wegweiser addresses`."""

    published: tuple[v.Line, ...] = Field(title="Veröffentlichte Adressen")
