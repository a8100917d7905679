"""The handbook in MkDocs: the pages below /handbuch/, the only ones with the theme's own layout, scripts and icons.

`mkdocs_hooks` calls these functions. Pages of the handbook are Markdown in docs/handbuch/, those about fields are made
from the schema. Whoever leaves the theme one day replaces this module, overrides/handbook.html and overrides/handbook/.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.toc import AnchorLink, TableOfContents

from wegweiser import demo
from wegweiser.browser import handbook as search
from wegweiser.catalog.addresses import HANDBOOK
from wegweiser.editing.field_reference import FieldPage, field_pages
from wegweiser.edition.site_file import SiteFile
from wegweiser.pages.render import environment
from wegweiser.publishing import assets
from wegweiser.values.dates import write_day
from wegweiser.values.policy import with_drawn_icons

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

SHIPPED = ("assets/stylesheets/main.*.min.css", "assets/javascripts/bundle.*.min.js")
"""What of the theme is published: loaded by pages of the handbook alone."""
EXTENSIONS: dict[str, dict[str, Any]] = {
    "admonition": {},
    "pymdownx.details": {},
    "pymdownx.highlight": {"anchor_linenums": False},
    "pymdownx.superfences": {},
    "pymdownx.tabbed": {"alternate_style": True},
}
"""Markdown that only the handbook has."""
DAY_OF_EXAMPLES = dt.date(2026, 3, 2)
"""Examples do not change from day to day."""
SPOKEN = {
    "clipboard.copy": "Kopieren",
    "clipboard.copied": "Kopiert",
    "search.result.placeholder": "",
    "search.result.none": "",
    "search.result.one": "",
    "search.result.other": "",
    "search.result.more.one": "",
    "search.result.more.other": "",
    "search.result.term.missing": "",
    "select.version": "",
}
"""What the theme's script says; it wants to have a word for everything, and searches nothing here."""


class Handbook:
    """The pages of the handbook in one run of MkDocs."""

    def __init__(self, config: MkDocsConfig, overrides: Path) -> None:
        self._plain = list(config.markdown_extensions)
        self._extensions = [*self._plain, *EXTENSIONS]
        config.mdx_configs.update(EXTENSIONS)
        self._icons = [Path(folder) / ".icons" for folder in config.theme.dirs]
        self._environment = environment(overrides / "handbook")
        values, records = demo.examples(DAY_OF_EXAMPLES)
        pages = field_pages(values, {kind: demo.as_editors_write(record) for kind, record in records.items()})
        self._fields = {f"{page.address}index.md": page for page in pages}
        self._read: list[tuple[str, str, str]] = []
        self._overrides = overrides
        self._shipped: dict[str, str] = {}

    def choose(self, files: Files, config: MkDocsConfig) -> Iterator[File]:
        """The pages about fields; of the theme's files those that are published stay in `files`."""
        for file in [file for file in files if file.src_dir not in (None, config.docs_dir)]:
            if any(fnmatch(file.src_uri, pattern) for pattern in SHIPPED):
                self._shipped[Path(file.src_uri).suffix] = file.dest_uri
            else:
                files.remove(file)
        if len(self._shipped) != len(SHIPPED):
            raise PluginError(f"Das Thema hat nicht mehr, was das Handbuch lädt: {', '.join(SHIPPED)}.")
        for uri in [f"{HANDBOOK}felder/index.md", *self._fields]:
            yield File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)

    def files(self) -> Iterator[SiteFile]:
        """What the handbook needs beside its pages and the theme; the index is complete when all pages are rendered."""
        yield from assets.handbook_files(self._overrides)
        yield SiteFile(search.INDEX, partial(search.index, self._read))

    def names(self) -> dict[str, object]:
        """What the template of the handbook's pages knows."""
        style, script = self._shipped[".css"], self._shipped[".js"]
        shown = {"style": style, "script": script, "fields": list(self._fields.values()), "spoken": SPOKEN}
        return {**shown, "policy": with_drawn_icons, "icon": self._icon, "index": search.INDEX, "day": write_day}

    def prepare(self, page: Page, config: MkDocsConfig) -> None:
        """Called just before a page is rendered: a page of the handbook has a template and Markdown of its own."""
        ours = page.file.src_uri.startswith(HANDBOOK)
        config.markdown_extensions = self._extensions if ours else self._plain
        if ours:
            page.meta["template"] = "handbook.html"
            page.meta.setdefault("description", self._describe(page.file.src_uri))

    def finish(self, html: str, page: Page) -> str:
        """The content of a page of the handbook, with its icons and names for its tables."""
        uri = page.file.src_uri
        if uri in self._fields:
            shown = self._fields[uri]
            page.title, html = f"Felder: {shown.title}", self._render("fields.html", page=shown)
            page.toc = TableOfContents([AnchorLink(group.title, group.anchor, 2) for group in shown.groups])
        elif uri == f"{HANDBOOK}felder/index.md":
            page.title, html = "Alle Felder", self._render("field_index.html", pages=list(self._fields.values()))
            page.toc = TableOfContents([])
        else:
            html = re.sub(r":((?:material|octicons|simple)-[a-z0-9-]+):", lambda found: self._icon(found[1]), html)
            html = html.replace('<a href="https://', '<a rel="noopener" href="https://')
            html = _name_tables(html.replace("{{", "{&#123;").replace("}}", "}&#125;"))
        self._read.append((page.url, str(page.title), html))
        return html

    def _describe(self, uri: str) -> str:
        shown = self._fields.get(uri)
        return shown.description if shown else "Jedes Feld der Daten: was es bedeutet, und wie Sie es schreiben."

    def _render(self, template: str, **names: FieldPage | list[FieldPage]) -> str:
        return self._environment.get_template(template).render(root="../" * 3, book="../../", **names)

    def _icon(self, name: str) -> str:
        """An icon of the theme, `material-magnify`, hidden from screen readers: a word stands beside it."""
        path = f"{name.replace('-', '/', 1)}.svg"
        for folder in self._icons:
            if (folder / path).is_file():
                drawn = (folder / path).read_text("utf-8").replace("<svg ", '<svg aria-hidden="true" ', 1)
                return f'<span class="twemoji">{drawn}</span>'
        raise PluginError(f"Das Thema hat kein Bild '{name}'. Bitte den Namen prüfen.")


def is_handbook(page: Page) -> bool:
    """Whether a page belongs to the handbook."""
    uri: str = page.file.src_uri
    return uri.startswith(HANDBOOK)


def _name_tables(html: str) -> str:
    """Tables get the heading above as their name, and their headers a direction, so that they can be read aloud."""
    heading = ""

    def name(found: re.Match[str]) -> str:
        nonlocal heading
        if found[1]:
            heading = re.sub("<[^>]+>", "", found[2])
            return found[0]
        return f'<table>\n<caption class="visually-hidden">{heading}</caption>'

    return re.sub(r"<h([1-4])[^>]*>(.*?)</h\1>|<table>", name, html).replace("<th>", '<th scope="col">')
