"""The bridge to MkDocs, and the only module that knows it.

How a page comes to be: `on_config` reads and checks the data before MkDocs empties the old site. `on_files` hands
MkDocs one file for each page; `on_post_build` renders and writes them. Pages written by hand (docs/*.md) go
through Markdown and the theme, whose blocks are filled with the same header and footer (`on_env`).
"""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.toc import TableOfContents

from wegweiser import catalog, checks, memory
from wegweiser.bundles import Bundle, make_bundles
from wegweiser.clock import ClockError, today
from wegweiser.pages import BUNDLES, Guide, Renderer, all_pages, published, script
from wegweiser.pages import Page as GuidePage
from wegweiser.preview import Preview
from wegweiser.processes import Beside
from wegweiser.values import problems
from wegweiser.writing import Output, write_all

if TYPE_CHECKING:
    import jinja2
    from markupsafe import Markup
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parent.parent
PLACEHOLDER = "<!--wegweiser-part-{}-->"
"""What a macro leaves in Markdown; the part itself is put in afterwards, so that no data passes through Markdown."""

_live = False
_preview = Preview()


@dataclass(repr=False)  # the macros plugin writes everything in `config.extra` out, to log it
class Edition:
    """What one build works with; macros find it in `config.extra`."""

    guide: Guide
    renderer: Renderer
    bundles: tuple[Bundle, ...]
    pages: tuple[GuidePage, ...]
    parts: list[Markup] = field(default_factory=list)
    outputs: list[Output] = field(default_factory=list)

    def hold(self, part: Markup) -> str:
        """Keep a rendered part back until Markdown is done; returns what stands for it."""
        self.parts.append(part)
        return PLACEHOLDER.format(len(self.parts) - 1)


class RenderedFile(File):
    """A file of the site that is made from data; it is written with all others when MkDocs has copied the rest."""

    def __init__(self, config: MkDocsConfig, path: str, make: Callable[[], bytes]) -> None:
        super().__init__(path, None, config.site_dir, use_directory_urls=True, inclusion=InclusionLevel.NOT_IN_NAV)
        self.make = make

    def copy_file(self, dirty: bool = False) -> None:
        """Nothing yet (the name is MkDocs')."""


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is the preview on an editor's machine, whose pages reload themselves."""
    global _live
    del dirty
    _live = command == "serve"
    memory.look_rarely_for_garbage()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check before MkDocs empties the old site, so that bad data costs nothing."""
    folder = Path(os.environ.get("WEGWEISER_DATA", "") or os.path.relpath(ROOT / "data"))
    try:
        day = today()
    except ClockError as error:
        raise PluginError(f"Fehler: {error}") from None
    content, found = catalog.load(folder)
    if content is None:
        raise _refusal(found)
    found += checks.check_names(content)
    # The preview has threads of its own, which no other process may inherit.
    checking = Beside(partial(checks.check_facts, content, day), alone=_live or bool(problems.errors(found)))
    if not problems.errors(found):
        try:
            config.extra["wegweiser"] = _plan(content, day, config.site_url or "")
        except Exception:
            found += checking.result()
            if not problems.errors(found):
                raise
            raise _refusal(found) from None  # what is wrong with the data says more than what it led to
    found += checking.result()
    if problems.errors(found):
        raise _refusal(found)
    config.theme.static_templates.discard("sitemap.xml")  # ours lists the pages made from data as well
    return config


def _plan(content: catalog.Catalog, day: dt.date, url: str) -> Edition:
    guide = Guide.on(content, day)
    bundles = make_bundles(guide, BUNDLES)
    handouts = bool(os.environ.get("WEGWEISER_HANDOUTS"))  # set by publish.py, which makes them afterwards
    renderer = Renderer(guide, ROOT / "overrides" / "pages", url, bundles, live=_live, handouts=handouts)
    return Edition(guide, renderer, tuple(bundles.values()), tuple(all_pages(guide)))


def _refusal(found: list[problems.Problem]) -> PluginError:
    wrong = problems.errors(found)
    return PluginError("\n".join([*map(str, wrong), f"{len(wrong)} Fehler: nichts veröffentlicht."]))


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Drop what the theme would ship (no page loads it) and add our pages and data files."""
    edition: Edition = config.extra["wegweiser"]
    for file in [file for file in files if file.src_dir not in (None, config.docs_dir)]:
        files.remove(file)
    written = [file.url.removeprefix("./") for file in files.documentation_pages(inclusion=InclusionLevel.is_in_nav)]
    from_data = published.files(edition.renderer, edition.pages, edition.bundles, ROOT / "overrides", written)
    made = [RenderedFile(config, path, make) for path, make in from_data]
    made += [_shortened(config, files, file) for file in list(files) if _is_script(file)]
    _refuse_collisions([*files, *made])
    _refuse_vanished(edition, {f"/{address}" for address in (*written, *(page.address for page in edition.pages))})
    for file in made:
        files.append(file)
    edition.outputs = [Output(Path(file.abs_dest_path), file.make) for file in made]
    return files


def _is_script(file: File) -> bool:
    shipped = file.inclusion is not InclusionLevel.EXCLUDED
    return shipped and file.src_uri.startswith("assets/") and file.src_uri.endswith(".js")


def _shortened(config: MkDocsConfig, files: Files, file: File) -> RenderedFile:
    """Put a script as browsers load it in the place of the one that people read."""
    files.remove(file)
    return RenderedFile(config, file.src_uri, lambda: script.join([file.content_string]))


def _refuse_collisions(files: Iterable[File]) -> None:
    """MkDocs would let the last of two files with one address win in silence."""
    taken: dict[str, File] = {}
    for file in files:
        other = taken.setdefault(file.dest_uri.lower(), file)
        if other is not file:
            remedy = "Bitte eine Datei umbenennen oder die Weiterleitung in redirects.yml löschen."
            raise PluginError(f"'{other.src_uri}' und '{file.src_uri}' haben dieselbe Adresse. {remedy}")


def _refuse_vanished(edition: Edition, answered: set[str]) -> None:
    """An address once published stays; the check knows those of data, here the pages written by hand are known too."""
    if vanished := sorted(set(edition.guide.catalog.addresses.record.published) - answered):
        remedy = "Bitte in redirects.yml eintragen."
        raise PluginError(f"Das war veröffentlicht und fehlt jetzt: {', '.join(vanished)}. {remedy}")


def on_env(env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Give the theme's templates our header, footer and site."""
    del files
    edition: Edition = config.extra["wegweiser"]
    env.globals.update(site=edition.renderer.site, chrome=edition.renderer.chrome, sharing=edition.renderer.sharing)
    return env


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the parts that macros made into the finished HTML; without a table of contents our skip link stays first."""
    del files
    edition: Edition = config.extra["wegweiser"]
    page.toc = TableOfContents([])
    pattern = re.escape(PLACEHOLDER).replace(r"\{\}", "([0-9]+)")
    return re.sub(pattern, lambda found: str(edition.parts[int(found[1])]), html)


def on_post_build(*, config: MkDocsConfig) -> None:
    """Render and write what is made from data; the preview waits until somebody looks."""
    edition: Edition = config.extra["wegweiser"]
    if _live:
        _preview.hold(Path(config.site_dir), edition.outputs)
    else:
        write_all(edition.outputs)


def on_serve(server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
    """Make pages when they are asked for, and watch the data folder that is really used."""
    del config, builder
    server.set_app(_preview.serve(server.get_app(), server.mount_path))
    if folder := os.environ.get("WEGWEISER_DATA"):
        server.watch(folder)
    return server
