"""The bridge to MkDocs, and the only module that knows it.

How a page comes to be: `on_config` reads and checks the data before MkDocs empties the old site. `on_files` hands
MkDocs one file for each page; `on_post_build` renders and writes them. Pages written by hand (docs/*.md) go
through Markdown and the theme, whose blocks are filled with the same header and footer (`on_env`).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.toc import TableOfContents

from handbook import Handbook, is_handbook
from wegweiser.clock import ClockError, today
from wegweiser.edition.site_file import SiteFile
from wegweiser.publishing.garbage import relax_garbage_collection
from wegweiser.publishing.prepare import Build, RefusedError, prepare
from wegweiser.publishing.preview import Preview
from wegweiser.publishing.writing import write_all

if TYPE_CHECKING:
    import jinja2
    from markupsafe import Markup
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parent.parent
OVERRIDES = ROOT / "overrides"
PLACEHOLDER = "<!--wegweiser-part-{}-->"
"""What a macro leaves in Markdown; the part itself is put in afterwards, so that no data passes through Markdown."""

_live = False
_preview = Preview()


@dataclass(repr=False)  # the macros plugin writes everything in `config.extra` out, to log it
class Bridge:
    """What one run of MkDocs works with; macros find it in `config.extra`."""

    build: Build
    handbook: Handbook
    parts: list[Markup] = field(default_factory=list)
    files: list[SiteFile] = field(default_factory=list)

    def hold(self, part: Markup) -> str:
        """Keep a rendered part back until Markdown is done; returns what stands for it."""
        self.parts.append(part)
        return PLACEHOLDER.format(len(self.parts) - 1)


class RenderedFile(File):
    """A file of the site that is made from data; it is written with all others when MkDocs has copied the rest."""

    def __init__(self, config: MkDocsConfig, file: SiteFile) -> None:
        super().__init__(file.path, None, config.site_dir, use_directory_urls=True, inclusion=InclusionLevel.NOT_IN_NAV)
        self.file = file

    def copy_file(self, dirty: bool = False) -> None:
        """Nothing yet (the name is MkDocs')."""


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is the preview on an editor's machine, whose pages reload themselves."""
    global _live
    del dirty
    _live = command == "serve"
    relax_garbage_collection()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check before MkDocs empties the old site, so that bad data costs nothing."""
    folder = Path(os.environ.get("WEGWEISER_DATA", "") or os.path.relpath(ROOT / "data"))
    try:
        build = prepare(
            folder,
            today(),
            OVERRIDES,
            config.site_url or "",
            live=_live,
            handouts=bool(os.environ.get("WEGWEISER_HANDOUTS")),  # set by publish.py, which makes them afterwards
        )
    except ClockError as error:
        raise PluginError(f"Fehler: {error}") from None
    except RefusedError as refused:
        raise PluginError(str(refused)) from None
    config.extra["wegweiser"] = Bridge(build, Handbook(config, OVERRIDES))
    config.theme.static_templates.discard("sitemap.xml")  # ours lists the pages made from data as well
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Drop what the theme would ship (only the handbook loads some of it) and add our pages and data files."""
    bridge: Bridge = config.extra["wegweiser"]
    about_fields = list(bridge.handbook.choose(files, config))
    by_hand = files.documentation_pages(inclusion=InclusionLevel.is_in_nav)
    written = [file.url.removeprefix("./") for file in (*by_hand, *about_fields)]
    for file in about_fields:
        files.append(file)
    made = [RenderedFile(config, file) for file in (*bridge.build.files(written), *bridge.handbook.files())]
    _refuse_collisions([*files, *made])
    _refuse_vanished(bridge.build, {f"/{address}" for address in (*written, *_addresses(bridge.build))})
    for file in made:
        files.append(file)
    bridge.files = [SiteFile(file.dest_uri, file.file.make) for file in made]
    return files


def _addresses(build: Build) -> Iterator[str]:
    return (page.address for page in build.pages)


def _refuse_collisions(files: Iterable[File]) -> None:
    """MkDocs would let the last of two files with one address win in silence."""
    taken: dict[str, File] = {}
    for file in files:
        other = taken.setdefault(file.dest_uri.lower(), file)
        if other is not file:
            remedy = "Bitte eine Datei umbenennen oder die Weiterleitung in redirects.yml löschen."
            raise PluginError(f"'{other.src_uri}' und '{file.src_uri}' haben dieselbe Adresse. {remedy}")


def _refuse_vanished(build: Build, answered: set[str]) -> None:
    """An address once published stays; the check knows those of data, here the pages written by hand are known too."""
    if vanished := sorted(set(build.edition.catalog.addresses.record.published) - answered):
        remedy = "Bitte in redirects.yml eintragen."
        raise PluginError(f"Das war veröffentlicht und fehlt jetzt: {', '.join(vanished)}. {remedy}")


def on_env(env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Give the theme's templates our header, footer and site."""
    del files
    bridge: Bridge = config.extra["wegweiser"]
    renderer = bridge.build.renderer
    env.globals.update(site=renderer.site, chrome=renderer.chrome, sharing=renderer.sharing)
    env.globals["handbook"] = bridge.handbook.names()
    return env


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Just before a page goes through Markdown: those of the handbook have more of it."""
    del files
    bridge: Bridge = config.extra["wegweiser"]
    bridge.handbook.prepare(page, config)
    return markdown


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the parts that macros made into the finished HTML; without a table of contents our skip link stays first."""
    del files
    bridge: Bridge = config.extra["wegweiser"]
    if is_handbook(page):
        return bridge.handbook.finish(html, page)
    page.toc = TableOfContents([])
    pattern = re.escape(PLACEHOLDER).replace(r"\{\}", "([0-9]+)")
    return re.sub(pattern, lambda found: str(bridge.parts[int(found[1])]), html)


def on_post_build(*, config: MkDocsConfig) -> None:
    """Render and write what is made from data; the preview waits until somebody looks."""
    bridge: Bridge = config.extra["wegweiser"]
    if _live:
        _preview.hold(bridge.files, Path(config.site_dir))
    else:
        write_all(bridge.files, Path(config.site_dir))


def on_serve(server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
    """Make pages when they are asked for, keep the last good ones after a slip, watch the data that is really used."""
    del builder
    server.builder = _preview.guard(server.builder, Path(config.site_dir))
    server.set_app(_preview.serve(server.get_app(), server.mount_path))
    if folder := os.environ.get("WEGWEISER_DATA"):
        server.watch(folder)
    return server
