"""Macros for hand-written pages: cards, lists and amounts that come from the data.

A page switches them on with `render_macros: true` in its head. Each macro leaves a placeholder; the part is put into
the page after Markdown has run, so that data never passes through Markdown or the environment of the macros.
"""

from __future__ import annotations

import traceback
from collections import Counter
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateSyntaxError
from markupsafe import Markup, escape
from mkdocs.exceptions import PluginError
from mkdocs_macros.errors import format_error

from wegweiser.catalog.addresses import link, title_of
from wegweiser.pages.glossary import link_term
from wegweiser.rules.deadlines import coming_deadlines
from wegweiser.schema.codes import Evidence
from wegweiser.view.amounts import amount_today
from wegweiser.view.centre_lines import centre_lines
from wegweiser.view.contact import contact_card
from wegweiser.view.events import news_in_order, recent_news
from wegweiser.wording.confirmation import PROMISE

if TYPE_CHECKING:
    from mkdocs_hooks import Bridge

    from wegweiser.catalog import Entry
    from wegweiser.edition import Edition

NO_MACRO = "Was hier zwischen den doppelten Klammern steht, geht nicht."
NAMES = """link cards questions contact cases cooperating_centres agreements_in_numbers topics towns news now_important
    amount owner in_region promise term drawing symbol search_field""".split()


def define_env(env: Any) -> None:
    """Called by the macros plugin when it starts."""
    macros = Macros(env)
    for name in NAMES:
        env.macro(getattr(macros, name))


class MacroError(Exception):
    """What a macro was asked for does not exist; the message is a German sentence."""


@format_error.register(Exception)
@format_error.register(TemplateSyntaxError)
def _stop(error: Exception, markdown: str, page: Any) -> str:
    """Called by the macros plugin for whatever goes wrong on a page; it would show a traceback instead."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno or 1 for frame in frames if frame.filename == "<template>"]
    line = error.lineno if isinstance(error, TemplateSyntaxError) else (lines or [1])[0]
    head = page.file.content_string.count("\n") - markdown.count("\n")  # between the two rows of dashes
    remedy = "Bitte Namen, Klammern und Anführungszeichen prüfen."
    fault = str(error) if isinstance(error, MacroError) else f"{NO_MACRO} {remedy} (englischer Grund: {error})"
    raise PluginError(f"docs/{page.file.src_uri}:{head + line}:1: Fehler: {fault}") from None


class Macros:
    """What editors can write between double braces. The edition is there once a page is rendered."""

    def __init__(self, env: Any) -> None:
        self._env = env

    def link(self, reference: str, text: str | None = None) -> str:
        """A link to a record: `link("offer:kindergeld")`."""
        entry = self._record(reference)
        anchor = Markup('<a href="{}">{}</a>').format(self._root + link(entry), text or title_of(entry))
        return self._bridge.hold(anchor)

    def cards(self, *offers: str) -> str:
        """Offers as cards: `cards("but-klassenfahrt", "kita-platz")`."""
        return self._part("offer_list", offers=[self._record(f"offer:{offer}") for offer in offers])

    def questions(self, *offers: str) -> str:
        """Offers as rows with their everyday title only: what many people ask."""
        return self._part("offer_rows", offers=[self._record(f"offer:{offer}") for offer in offers])

    def contact(self, id_: str, group: str = "parents") -> str:
        """A contact as a card; group is `parents` or `educators`."""
        entry = self._record(f"contact:{id_}")
        return self._part("contact_card", card=contact_card(self._edition, entry.id), group=group)

    def cases(self) -> str:
        """All cases for educators as a list."""
        return self._part("case_list", cases=list(self._edition.catalog.cases.values()))

    def cooperating_centres(self) -> str:
        """The centres that work with an office, by name."""
        lines = centre_lines(self._edition, self._edition.houses.values())
        return self._part("centre_list", lines=[line for line in lines if line.cooperates], with_town=True)

    def agreements_in_numbers(self) -> str:
        """How many signed agreements and how many other cooperations are known, in one sentence."""
        known = Counter(entry.record.evidence for entry in self._edition.catalog.agreements.values())
        signed, others = known[Evidence.AGREEMENT], known[Evidence.COOPERATION]
        written = "ist 1 Vereinbarung" if signed == 1 else f"sind {signed} Vereinbarungen"
        return self._bridge.hold(
            escape(f"Bekannt {written} mit Familienzentren. Dazu kommt {others}-mal eine Zusammenarbeit ohne Vertrag.")
        )

    def topics(self) -> str:
        """All topics as cards."""
        return self._part("topic_list", topics=list(self._edition.catalog.topics.values()))

    def towns(self) -> str:
        """All towns as a row of links."""
        return self._part("town_list", towns=list(self._edition.catalog.municipalities.values()))

    def news(self, count: int = 3) -> str:
        """The newest news."""
        return self._part("news_list", items=news_in_order(self._edition)[:count])

    def now_important(self, count: int = 3) -> str:
        """A section with the newest news; where none is new, with the deadlines of the next weeks; else nothing."""
        news = recent_news(self._edition)[:count]
        deadlines = [] if news else coming_deadlines(self._edition.catalog, self._edition.today)[:count]
        return self._part("now_important", news=news, deadlines=deadlines)

    def amount(self, offer: str, id_: str) -> str:
        """An amount of an offer as it stands today: `amount("but-schulbedarf", "august")`."""
        record = self._record(f"offer:{offer}").record
        ids = {amount.id for amount in record.amounts}
        if id_ not in ids:
            known = ", ".join(sorted(ids)) or "nichts"
            raise MacroError(f"Das Angebot '{offer}' hat keinen Betrag '{id_}'. Bitte nehmen, was dort steht: {known}.")
        amount = amount_today(record, id_, self._edition.today)
        if not amount.ages:
            return self._bridge.hold(escape(amount.inline))
        ages = amount.ages
        ageing = Markup('<span data-ages="amount" data-until="{}" data-says="{}">{}</span>')
        return self._bridge.hold(ageing.format(ages.until, ages.says, amount.inline))

    def owner(self) -> str:
        """Who publishes the site, or that this is not settled yet."""
        return self._part("owner_block", owner=self._edition.catalog.region.record.owner)

    def drawing(self, name: str) -> str:
        """One of the drawings in `overrides/pages/drawings/`, in the colours of the page."""
        return self._part("picture", drawn=name)

    def search_field(self) -> str:
        """The field of the search; the header of a page with one of its own has none."""
        return self._part("search")

    def symbol(self, name: str) -> str:
        """One of the icons in `overrides/pages/icons/`; a word stands beside it."""
        return self._part("symbol", drawn=name)

    def term(self, name: str, text: str | None = None) -> str:
        """A word with a link to its meaning: `term("kurzer Dienstweg", "kurze Dienstweg")`.

        Only the word where the glossary of a region does not explain it.
        """
        known = {term.term for term in self._edition.catalog.glossary.record.terms}
        written = text or name
        return self._bridge.hold(link_term(self._root, name, written) if name in known else escape(written))

    def in_region(self) -> str:
        """Where this guide is for: 'im Kreis Beispiel'."""
        return self._bridge.hold(escape(self._edition.catalog.region.record.in_region))

    def promise(self) -> str:
        """The one sentence about what is confirmed, as every page says it."""
        return self._bridge.hold(escape(PROMISE))

    @property
    def _bridge(self) -> Bridge:
        bridge: Bridge = self._env.conf["extra"]["wegweiser"]
        return bridge

    @property
    def _edition(self) -> Edition:
        return self._bridge.build.edition

    @property
    def _root(self) -> str:
        address = self._env.page.url.strip("./")
        return "../" * (address.count("/") + 1) if address else "./"

    def _record(self, reference: str) -> Entry[Any]:
        kind, _, id_ = reference.partition(":")
        entry: Entry[Any] | None = self._edition.catalog.of_kind(kind).get(id_)
        if entry is None:
            raise MacroError(f"Den Eintrag '{reference}' gibt es nicht. Bitte den Namen der Datei in data/ prüfen.")
        return entry

    def _part(self, name: str, **values: object) -> str:
        return self._bridge.hold(self._bridge.build.renderer.part(name, self._root, **values))
