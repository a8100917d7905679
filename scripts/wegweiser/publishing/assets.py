"""What every page loads: the style sheet and the script, and what lies in docs/ beside the pages written by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from wegweiser.edition.site_file import SiteFile
from wegweiser.publishing import script, style


def files(overrides: Path) -> Iterator[SiteFile]:
    """Style and script of every page, each joined from its parts."""
    yield SiteFile("assets/site.css", partial(_joined, style.join, overrides / "style", "*.css"))
    yield SiteFile("assets/seite.js", partial(_joined, script.join, overrides / "script", "*.js"))


def static_files(docs: Path) -> Iterator[SiteFile]:
    """Scripts, pictures and schemas of a folder with pages written by hand."""
    for path in sorted(docs.rglob("*.*")):
        name = path.relative_to(docs).as_posix()
        if path.suffix != ".md" and not name.startswith("assets/readme/"):
            is_script = path.suffix == ".js"
            yield SiteFile(
                name, partial(_joined, script.join, path.parent, path.name) if is_script else path.read_bytes
            )


def _joined(join: Callable[[Iterable[str]], bytes], folder: Path, names: str) -> bytes:
    return join(path.read_text("utf-8") for path in sorted(folder.glob(names)))
