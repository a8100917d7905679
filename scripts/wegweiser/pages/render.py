"""Turns pages into HTML with our own environment: everything escaped, nothing undefined, no theme."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import jinja2
from markupsafe import Markup

from wegweiser.bundles import Bundle
from wegweiser.catalog.addresses import address_of, title_of
from wegweiser.pages.glossary import Glossary
from wegweiser.pages.parts import Parts
from wegweiser.pages.sharing import shared
from wegweiser.pages.site import Guide, Page
from wegweiser.pages.sources import show_sources
from wegweiser.rules.freshness import CHECK_IS_FRESH, SITE_IS_OLD
from wegweiser.schema import Status
from wegweiser.values import policy
from wegweiser.values.dates import months_later, write_day, write_partial
from wegweiser.values.qr import qr_svg

NAVIGATION = (
    ("anspruch/", "Was steht mir zu?"),
    ("zustaendig/", "Wer ist zuständig?"),
    ("angebote/", "Hilfen"),
    ("familienzentren/", "Familienzentren"),
    ("fuer-fachkraefte/", "Für Fachkräfte"),
    ("a-z/", "A bis Z"),
)
FOOTER = (
    ("fuer-eltern/", "Für Eltern"),
    ("kontakte/", "Kontakte"),
    ("orte/", "Orte"),
    ("termine/", "Termine"),
    ("aktuelles/", "Aktuelles"),
    ("glossar/", "Wörter einfach erklärt"),
    ("so-arbeiten-wir/", "So prüfen wir"),
    ("offene-fragen/", "Was wir noch nicht wissen"),
    ("daten/", "Offene Daten"),
    ("impressum/", "Impressum"),
    ("datenschutz/", "Datenschutz"),
    ("barrierefreiheit/", "Barrierefreiheit"),
)


DESCRIPTION = "Hilfen für Familien {}, und wer dafür zuständig ist. Ohne Anmeldung, ohne Spuren."


@dataclass(frozen=True, slots=True)
class Site:
    """What every page says about the site as a whole."""

    name: str
    region: str
    description: str
    """One sentence for search engines, where a page has none of its own."""
    url: str
    """Where the site is published, with a slash at the end; empty where unknown."""
    preview: bool
    correction: str | None
    today: dt.date
    old_after: dt.date
    """After this day, should nobody build it anew, the site says that it is old."""
    policy: str
    statuses: tuple[Status, ...]
    handouts: bool
    """Whether the sheets of paper are made as well, so that pages may link them."""
    navigation: tuple[tuple[str, str], ...] = NAVIGATION
    footer: tuple[tuple[str, str], ...] = FOOTER

    def fresh_until(self, checked: dt.date) -> str:
        """ISO day up to which a check counts as fresh."""
        return months_later(checked, CHECK_IS_FRESH).isoformat()


@dataclass(frozen=True, slots=True)
class Chrome:
    """What frames the content of a page, ready as HTML."""

    head: Markup
    header: Markup
    footer: Markup


class Renderer:
    """Renders the pages of one edition. `folder` holds our templates, `icons` the SVG files."""

    def __init__(
        self,
        guide: Guide,
        folder: Path,
        url: str,
        bundles: Mapping[str, Bundle] | None = None,
        *,
        live: bool = False,
        handouts: bool = False,
    ) -> None:
        self.guide = guide
        self.site = describe_site(guide, url, live=live, handouts=handouts)
        self._environment = environment(folder)
        self._environment.globals["site"] = self.site
        self._environment.globals["qr"] = lambda page: Markup(  # noqa: S704 - drawn
            re.sub('(?<=<svg )xmlns="[^"]*"', 'aria-hidden="true"', qr_svg(self.site.url + page.address))
        )
        self._environment.globals["sharing"] = self.sharing
        self._environment.globals["bundle"] = lambda name: (bundles or {})[name].path
        self._glossary = Glossary(guide.catalog.glossary.record.terms)
        self.chrome: Callable[[str, str], Chrome] = cache(self._chrome)
        self._parts: Callable[[str], Parts] = cache(self._make_parts)

    def render(self, page: Page) -> str:
        """The whole HTML of a page."""
        template = self._environment.get_template(page.template)
        names = {**self._parts(page.root).for_page(), **page.context}
        return template.render(page=page, chrome=self.chrome(page.root, page.section), **names)

    def part(self, name: str, root: str, **values: object) -> Markup:
        """One macro of `_parts.html` as HTML, for hand-written pages."""
        return Markup(getattr(self._parts(root).for_page()["parts"], name)(**values))  # noqa: S704 - rendered by us

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

    def _make_parts(self, root: str) -> Parts:
        return Parts(self._environment, root, self._glossary.on_page(root))


def describe_site(guide: Guide, url: str, *, live: bool = False, handouts: bool = False) -> Site:
    """What the region says about the whole site; `live` for the preview on the editor's own machine."""
    region = guide.catalog.region.record
    mail = f"mailto:{region.correction_email}" if region.correction_email else None
    return Site(
        name=f"Familienwegweiser {region.name}",
        region=region.name,
        description=DESCRIPTION.format(region.in_region),
        url=url,
        preview=region.preview,
        correction=region.correction_url or mail,
        today=guide.today,
        old_after=months_later(guide.today, SITE_IS_OLD),
        policy=policy.LIVE_RELOAD_POLICY if live else policy.CONTENT_SECURITY_POLICY,
        statuses=tuple(guide.catalog.statuses.values()),
        handouts=handouts,
    )


def environment(folder: Path) -> jinja2.Environment:
    """Our Jinja environment: escapes everything, knows no undefined names."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(
        day=write_day,
        partial=write_partial,
        paragraphs=lambda text: text.split("\n\n"),
        host=lambda url: urlsplit(url).netloc.removeprefix("www."),
        sources=show_sources,
        address_of=address_of,
        title_of=title_of,
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
