"""The lists that stand in one file each: topics, statuses, terms, short numbers, redirects."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from wegweiser.schema import types as v
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
    title: v.Line | None = Field(
        None, title="Name", description="wie es hieß: Familienzentrum Abenteuerland; fehlt, wenn die Adresse ihn sagt"
    )
    municipality: Annotated[v.Id, Reference("municipality")] | None = Field(
        None, title="Stadt oder Gemeinde", description="wo das Haus war; fehlt, wenn die Adresse es sagt"
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


class Concept(Model):
    """Words that people use for the same thing; who types one finds what is written with another."""

    words: tuple[v.Line, ...] = Field(title="Wörter", min_length=1, description="Kita, Krippe")


class OfficeWords(Model):
    """What people call an office, which is named by what it is responsible for."""

    words: tuple[v.Line, ...] = Field(
        title="So nennen Menschen das Amt", min_length=1, description="Jobcenter, Amt, Hartz-Amt"
    )
    offer: Annotated[v.Id, Reference("offer")] = Field(
        title="Angebot", description="gemeint ist die Stelle, die dafür zuständig ist"
    )
    status: Annotated[v.Id, Reference("status")] | None = Field(
        None, title="Bezug", description="nur wenn die Stelle davon abhängt"
    )


class OfferWords(Model):
    """Words of another language for an offer."""

    offer: Annotated[v.Id, Reference("offer")] = Field(title="Angebot")
    words: tuple[v.Line, ...] = Field(title="Wörter", min_length=1)


class LanguageWords(Model):
    """Everyday words in one other language."""

    language: v.Language = Field(title="Sprache")
    offers: tuple[OfferWords, ...] = Field(title="Angebote", min_length=1)


class Search(Model):
    """search.yml"""

    best_bets: tuple[BestBet, ...] = Field((), title="Wörter, die zu mehreren Angeboten führen")
    concepts: tuple[Concept, ...] = Field((), title="Wörter mit gleicher Bedeutung")
    stop_words: tuple[v.Line, ...] = Field((), title="Wörter ohne Bedeutung für die Suche")
    weak_words: tuple[v.Line, ...] = Field((), title="Wörter, die wenig sagen")
    filler_words: tuple[v.Line, ...] = Field((), title="Wörter zum Erzählen, die in langen Fragen wenig sagen")
    contact_words: tuple[v.Line, ...] = Field((), title="Wörter, mit denen jemand eine Stelle sucht")
    house_words: tuple[v.Line, ...] = Field((), title="Wörter, mit denen jemand ein Haus sucht")
    ambiguous_places: tuple[v.Line, ...] = Field((), title="Orte, deren Name auch ein Wort ist")
    family_words: tuple[v.Line, ...] = Field((), title="Wörter, an denen die Suche Fragen von Familien erkennt")
    out_of_scope: tuple[v.Line, ...] = Field((), title="Wörter für das, worum es hier nicht geht")
    offices: tuple[OfficeWords, ...] = Field((), title="Namen von Ämtern")
    languages: tuple[LanguageWords, ...] = Field((), title="Wörter in anderen Sprachen")


class Addresses(Model):
    """addresses.yml: every address of a record that was ever published; kept by `wegweiser addresses`."""

    published: tuple[v.SitePath, ...] = Field(title="Veröffentlichte Adressen")
