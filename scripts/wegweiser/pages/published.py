"""Every file of a site that is made from data, for whichever generator puts it beside the pages written by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from wegweiser import exports, sitemap
from wegweiser.bundles import Bundle
from wegweiser.pages import script, sharing, style, vcards
from wegweiser.pages.render import Renderer
from wegweiser.pages.site import Page

Made = tuple[str, Callable[[], bytes]]
"""The path within the site, and what makes the content when it is written."""


def files(
    renderer: Renderer, pages: Iterable[Page], bundles: Iterable[Bundle], overrides: Path, written: Iterable[str]
) -> Iterator[Made]:
    """Pages, data, cards to save, style and script. `written` are the addresses of the pages written by hand."""
    guide, url = renderer.guide, renderer.site.url
    listed = list(written)
    for page in pages:
        yield f"{page.address}index.html", partial(_render, renderer, page)
        listed += [page.address] if page.indexed else []
    for export in exports.EXPORTS:
        yield f"daten/{export.name}", partial(export.make, guide.catalog, guide.responsibility)
    for bundle in bundles:
        yield bundle.path, partial(bytes, bundle.content)
    yield from vcards.files(guide, url)
    yield "assets/site.css", partial(_joined, style.join, overrides / "style", "*.css")
    yield "assets/seite.js", partial(_joined, script.join, overrides / "script", "*.js")
    for kind in sharing.KINDS if url else ():
        yield sharing.picture_path(kind), partial(_picture, overrides, kind, renderer.site.name)
    yield "sitemap.xml", partial(sitemap.sitemap, url, listed)
    yield "robots.txt", partial(sitemap.robots, url)


def beside(docs: Path) -> Iterator[Made]:
    """What lies in docs/ beside the pages written by hand: scripts, pictures, schemas."""
    for path in sorted(docs.rglob("*.*")):
        name = path.relative_to(docs).as_posix()
        if path.suffix != ".md" and not name.startswith("assets/readme/"):
            yield (
                name,
                partial(_joined, script.join, path.parent, path.name) if path.suffix == ".js" else path.read_bytes,
            )


def _render(renderer: Renderer, page: Page) -> bytes:
    return renderer.render(page).encode()


def _joined(join: Callable[[Iterable[str]], bytes], folder: Path, names: str) -> bytes:
    return join(path.read_text("utf-8") for path in sorted(folder.glob(names)))


def _picture(overrides: Path, kind: str, name: str) -> bytes:
    template = (overrides / "sharing" / "bild.typ").read_bytes()
    return sharing.draw_picture(kind, template, overrides / "handouts" / "fonts", name)
