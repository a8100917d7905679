"""Turns pages into HTML with our own environment: everything escaped, nothing undefined, no theme."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from urllib.parse import urlsplit

import jinja2
from markupsafe import Markup

from wegweiser.catalog.addresses import address, answers_address, briefing_address, correction_address, link, title_of
from wegweiser.edition import Edition
from wegweiser.edition.sharing import shared
from wegweiser.edition.site import Site
from wegweiser.pages.glossary import Glossary
from wegweiser.pages.linked_data import linked_data
from wegweiser.pages.macro_cache import CompiledTemplates, MacroCache
from wegweiser.pages.navigation import FOOTER, NAVIGATION
from wegweiser.pages.page import Page
from wegweiser.values.dates import write_day, write_partial, write_short_day
from wegweiser.values.languages import language_name
from wegweiser.values.qr import qr_svg
from wegweiser.view.callable_line import district_line
from wegweiser.view.printed import posters
from wegweiser.view.printed.handouts import offer_file
from wegweiser.view.sources import show_sources
from wegweiser.wording.certainty import DERIVED
from wegweiser.wording.confirmation import ASK_AGAIN, NO_DIRECT_NUMBER, PROMISE
from wegweiser.wording.correction import blank_mail
from wegweiser.wording.long_words import with_soft_places

WORDING = {
    "ASK_AGAIN": ASK_AGAIN,
    "DERIVED": DERIVED,
    "NO_DIRECT_NUMBER": NO_DIRECT_NUMBER,
    "PROMISE": PROMISE,
}
"""What many templates say in the same words."""


@dataclass(frozen=True, slots=True)
class Chrome:
    """What frames the content of a page, ready as HTML."""

    head: Markup
    header: Markup
    footer: Markup


class Renderer:
    """Renders the pages of one edition. `folder` holds our templates; `bundles` are names of data files → paths."""

    def __init__(
        self,
        edition: Edition,
        site: Site,
        folder: Path,
        bundles: Mapping[str, str],
    ) -> None:
        self.site = site
        self._edition = edition
        self._environment = environment(folder)
        self._environment.globals.update(site=site, navigation=NAVIGATION, footer_links=FOOTER)
        self._environment.globals["qr"] = lambda page: Markup(  # noqa: S704 - drawn
            re.sub('(?<=<svg )xmlns="[^"]*"', 'aria-hidden="true"', qr_svg(self.site.url + page.address))
        )
        self._environment.globals["sharing"] = self.sharing
        self._environment.globals["correction_mail"] = partial(blank_mail, site.correction.email, site.url)
        self._environment.globals["region_line"] = district_line(edition)
        self._environment.globals["bundle"] = bundles.__getitem__
        self._glossary = Glossary(edition.catalog.glossary.record.terms)
        self.chrome: Callable[[str, str], Chrome] = cache(self._chrome)
        self._macros: Callable[[str], MacroCache] = cache(self._make_macros)

    def render(self, page: Page) -> str:
        """The whole HTML of a page."""
        template = self._environment.get_template(page.template)
        names = {**self._macros(page.root).for_page(), **page.context}
        data = linked_data(self._edition, self.site, page)
        return template.render(page=page, chrome=self.chrome(page.root, page.section), linked_data=data, **names)

    def part(self, name: str, root: str, **values: object) -> Markup:
        """One macro of `_parts.html` as HTML, for hand-written pages."""
        return Markup(getattr(self._macros(root).for_page()["parts"], name)(**values))  # noqa: S704 - rendered by us

    def sharing(self, title: str, description: str, address: str) -> Markup:
        """The part of the head that speaks to those who show a link; empty where the site has no address yet."""
        if not self.site.url:
            return Markup()
        module = self._environment.get_template("_chrome.html").module
        found = shared(self.site.url, title, description, address)
        return Markup(module.sharing(found))  # type: ignore[attr-defined]  # noqa: S704 - rendered by us

    def _chrome(self, root: str, section: str) -> Chrome:
        module = self._environment.get_template("_chrome.html").module
        parts = (module.head(root, section), module.header(root, section), module.footer(root))  # type: ignore[attr-defined]
        return Chrome(*map(Markup, parts))

    def _make_macros(self, root: str) -> MacroCache:
        return MacroCache(self._environment, root, self._glossary.on_page(root))


def environment(folder: Path) -> jinja2.Environment:
    """Our Jinja environment: escapes everything, knows no undefined names."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=CompiledTemplates(),
    )
    made.filters.update(
        day=write_day,
        short_day=write_short_day,
        partial=write_partial,
        paragraphs=lambda text: text.split("\n\n"),
        host=lambda url: urlsplit(url).netloc.removeprefix("www."),
        sources=show_sources,
        link=link,
        sheet_file=offer_file,
        title_of=title_of,
        language=language_name,
        soft=with_soft_places,
    )
    made.globals.update(
        link_to=address,
        answers_address=answers_address,
        briefing=briefing_address,
        correction_address=correction_address,
        poster_file=posters.FILE,
        poster_archive=posters.ARCHIVE,
        wording=WORDING,
    )
    for name in ("icon", "drawing"):
        made.globals[name] = _pictures(folder / f"{name}s")
    return made


def _pictures(folder: Path) -> Callable[..., Markup]:
    """Our own SVG files by name, to stand in a page: hidden from screen readers, or said where `said` is given."""
    found = {path.stem: Markup(path.read_text("utf-8").strip()) for path in sorted(folder.glob("*.svg"))}  # noqa: S704

    def draw(name: str, said: str = "") -> Markup:
        return found[name].replace(*_said(said)) if said else found[name]

    return draw


@cache
def _said(said: str) -> tuple[str, Markup]:
    """What hides a picture from screen readers, and what gives it a name in its place."""
    return 'aria-hidden="true"', Markup('role="img" aria-label="{}"').format(said)
