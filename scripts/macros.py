"""Macros for hand-written pages: cards, lists and amounts that come from the data.

A page switches them on with `render_macros: true` in its head. Each macro leaves a placeholder; the part is put into
the page after Markdown has run, so that data never passes through Markdown or this environment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from wegweiser.addresses import address_of, title_of
from wegweiser.pages.cards import contact_card
from wegweiser.pages.centres import centre_lines
from wegweiser.pages.happenings import news_in_order
from wegweiser.pages.shown import show_amounts

if TYPE_CHECKING:
    from wegweiser.catalog import Entry


def define_env(env: Any) -> None:
    """Called by the macros plugin when it starts; the edition is there once a page is rendered."""

    def edition() -> Any:
        return env.conf["extra"]["wegweiser"]

    def root() -> str:
        return "../" * env.page.url.strip("./").count("/") + ("../" if env.page.url.strip("./") else "./")

    def record(reference: str) -> Entry[Any]:
        kind, _, id_ = reference.partition(":")
        found = edition().guide.catalog.of_kind(kind).get(id_)
        if found is None:
            raise ValueError(f"{env.page.file.src_uri}: Den Eintrag '{reference}' gibt es nicht.")
        entry: Entry[Any] = found
        return entry

    def part(name: str, **values: object) -> str:
        held: str = edition().hold(edition().renderer.part(name, root(), **values))
        return held

    @env.macro
    def link(reference: str, text: str | None = None) -> str:
        """A link to a record: `{{ link("offer:kindergeld") }}`."""
        entry = record(reference)
        anchor = Markup('<a href="{}">{}</a>').format(root() + address_of(entry), text or title_of(entry))
        held: str = edition().hold(anchor)
        return held

    @env.macro
    def cards(*offers: str) -> str:
        """Offers as cards: `{{ cards("but-klassenfahrt", "kita-platz") }}`."""
        return part("offer_list", offers=[record(f"offer:{offer}") for offer in offers])

    @env.macro
    def contact(id_: str, group: str = "parents") -> str:
        """A contact as a card; group is `parents` or `educators`."""
        return part("contact_card", card=contact_card(edition().guide, record(f"contact:{id_}").id), group=group)

    @env.macro
    def cases() -> str:
        """All cases for educators as a list."""
        return part("case_list", cases=list(edition().guide.catalog.cases.values()))

    @env.macro
    def cooperating_centres() -> str:
        """The centres that work with an office, by name."""
        lines = centre_lines(edition().guide, edition().guide.catalog.centres.values())
        return part("centre_list", lines=[line for line in lines if line.cooperates], with_town=True)

    @env.macro
    def topics() -> str:
        """All topics as cards."""
        return part("topic_list", topics=list(edition().guide.catalog.topics.values()))

    @env.macro
    def towns() -> str:
        """All towns as a row of links."""
        return part("town_list", towns=list(edition().guide.catalog.municipalities.values()))

    @env.macro
    def news(count: int = 3) -> str:
        """The newest news."""
        return part("news_list", items=news_in_order(edition().guide)[:count])

    @env.macro
    def amount(offer: str, id_: str) -> str:
        """An amount of an offer as it stands today: `{{ amount("but-schulbedarf", "august") }}`."""
        windows = [window for window in record(f"offer:{offer}").record.amounts if window.id == id_]
        if not windows:
            raise ValueError(f"{env.page.file.src_uri}: Das Angebot '{offer}' hat keinen Betrag '{id_}'.")
        held: str = edition().hold(escape(show_amounts(windows, edition().guide.today)[0].text))
        return held

    @env.macro
    def owner() -> str:
        """Who publishes the site, or that this is not settled yet."""
        return part("owner_block", owner=edition().guide.catalog.region.record.owner)
