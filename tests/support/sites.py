"""Built sites for tests: the real one, an invented one, and copies of the project that a test may break."""

from __future__ import annotations

import datetime as dt
import fcntl
import hashlib
import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import second_region
import yaml
from documents import Document

from wegweiser import catalog, demo
from wegweiser.catalog import addresses
from wegweiser.edition import Edition
from wegweiser.files import describe
from wegweiser.pages import all_pages

ROOT = Path(__file__).resolve().parents[2]
DAY = dt.date(2026, 11, 22)
"""'Today' of every invented site, a Sunday."""
REAL_DAY = dt.date(2026, 12, 6)
"""'Today' of the real data, a Sunday after the day on which its sources were read last."""
BASE = "/familienwegweiser/"
"""Where the real site is served: under a path, as project pages are."""
URL = f"https://stadt.example.org{BASE}"
HANDBOOK = "handbuch/"
"""Where the pages for editors are: the only ones in the layout of the theme, with its style and its script."""
HANDBOOK_LAYOUTS = {
    "handbook: tabs": "handbuch/daten-nutzen/",
    "handbook: tables": "handbuch/",
    "handbook: fields": "handbuch/felder/event/",
}
"""Pages of the handbook that between them have everything that one can have."""
UNLISTED = {"gestaltung/"}
"""Pages written by hand that search engines leave out: they are for those who change the site."""

REDIRECTS = [
    {"old": "/angebote/hartz-4/", "new": "/angebote/sgb2-ueberblick/"},
    {"old": "/termine/sommerfest/", "archived": "Das Sommerfest ist vorbei."},
]
NOT_COPIED = shutil.ignore_patterns("__pycache__", "*.egg-info")


def edition(folder: Path, day: dt.date = DAY) -> Edition:
    """What pages are made from, of a data folder without faults that stop the reading."""
    content, problems = catalog.load(folder)
    assert content is not None, problems
    return Edition.on(content, day)


T = TypeVar("T", "Site", Path)


class BuiltOnce:
    """Builds things below a folder that several processes share, each of them once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, name: str, build: Callable[[Path], T]) -> T:
        """What `build` gives for the folder of this name; an attempt that failed is made again."""
        target, done = self.folder / name, self.folder / f"{name}.done"
        with (self.folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if done.is_file():
                given: T = pickle.loads(done.read_bytes())  # noqa: S301 - our own, from a moment ago
                return given
            shutil.rmtree(target, ignore_errors=True)
            target.mkdir()
            given = build(target)
            done.write_bytes(pickle.dumps(given))
            return given


class Site:
    """A built site in a folder."""

    def __init__(self, folder: Path, data: Path, base: str = "/", day: dt.date = DAY) -> None:
        self.folder = folder
        self.data = data
        self.base = base
        """Path under which the site is served, with a slash at both ends."""
        self.day = day

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Every HTML page by its address from the root of the site: `angebote/kindergeld/`, `404.html`; no frames."""
        return {address: document for address, document in self._all.items() if not is_frame(address)}

    @cached_property
    def frames(self) -> dict[str, Document]:
        """The pages that other websites show in a frame: they have no header, footer and menu."""
        return {address: document for address, document in self._all.items() if is_frame(address)}

    @cached_property
    def _all(self) -> dict[str, Document]:
        return {document.address: document for document in map(self._read, sorted(self.folder.rglob("*.html")))}

    @cached_property
    def family(self) -> dict[str, Document]:
        """The pages for families and educators: all but the handbook."""
        return {at: document for at, document in self.documents.items() if not at.startswith(HANDBOOK)}

    @cached_property
    def handbook(self) -> dict[str, Document]:
        """The pages for editors."""
        return {at: document for at, document in self.documents.items() if at.startswith(HANDBOOK)}

    def _read(self, path: Path) -> Document:
        return Document(path.relative_to(self.folder).as_posix().removesuffix("index.html"), path.read_text("utf-8"))

    @cached_property
    def guide(self) -> Edition:
        """The facts that the site was built from."""
        return edition(self.data, self.day)

    @cached_property
    def layouts(self) -> dict[str, str]:
        """An address for each layout: the longest page of each template, every page written by hand, the 404 page."""
        longest: dict[str, str] = {}
        for page in all_pages(self.guide, describe()):
            if is_frame(page.address):
                continue
            if self._size(page.address) > self._size(longest.get(page.template, "")):
                longest[page.template] = page.address
        written = {path.name: written_address(path) for path in sorted((ROOT / "docs").glob("*.md"))}
        return {**dict(sorted(longest.items())), **written, "404.html": "404.html", **HANDBOOK_LAYOUTS}

    def _size(self, address: str) -> int:
        return (self.folder / address / "index.html").stat().st_size if address else 0


def is_frame(address: str) -> bool:
    """Whether other websites show the page in a frame."""
    return address.startswith(addresses.EMBEDDING) and address != addresses.EMBEDDING


def written_address(path: Path) -> str:
    """The address of a page written by hand."""
    return "" if path.stem == "index" else f"{path.stem}/"


def handbook_addresses() -> set[str]:
    """The addresses of the handbook: what is written by hand, and a page about the fields of each kind."""
    written = {path.stem for path in (ROOT / "docs" / "handbuch").glob("*.md")}
    return {addresses.written_address(f"{HANDBOOK}{name}") for name in written} | set(addresses.field_addresses())


def epoch(day: dt.date) -> str:
    """A day as SOURCE_DATE_EPOCH wants it."""
    return str(int(dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC).timestamp()))


def environment(*, data: Path | None = None, day: dt.date | None = None, **more: str) -> dict[str, str]:
    """What a build is told; without `data` it takes those of the project, on their day. Anything else as given."""
    given = {"SOURCE_DATE_EPOCH": epoch(day or (DAY if data else REAL_DAY)), "NO_MKDOCS_2_WARNING": "1", **more}
    kept = {name: value for name, value in os.environ.items() if name not in ("SITE_URL", "WEGWEISER_DATA")}
    return {**kept, **given} | ({"WEGWEISER_DATA": str(data)} if data else {})


def build(
    target: Path, *, project: Path = ROOT, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """`mkdocs build --strict`, as the README names it."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    return subprocess.run(
        command, check=False, cwd=project, env=dict(env or environment()), capture_output=True, text=True
    )


def build_real(folder: Path) -> Site:
    """The real data, served under `BASE`."""
    done = build(folder, env=environment(SITE_URL=URL))
    assert done.returncode == 0, done.stderr
    return Site(folder, ROOT / "data", BASE, REAL_DAY)


def build_demo(folder: Path, centres: int = 12) -> Site:
    """An invented region with two addresses of the past, served at the root of its host."""
    data = write_demo(folder / "data", centres)
    done = build(folder / "site", env=environment(data=data))
    assert done.returncode == 0, done.stderr
    return Site(folder / "site", data)


def build_second(folder: Path) -> Site:
    """Another district with its own offices, towns and state."""
    data = second_region.write(folder / "data", DAY)
    done = build(folder / "site", env=environment(data=data))
    assert done.returncode == 0, done.stderr
    return Site(folder / "site", data)


def build_attack(folder: Path) -> Path:
    """What `hostile.py` builds."""
    command = [sys.executable, str(ROOT / "tests" / "support" / "hostile.py"), str(folder)]
    done = subprocess.run(command, check=False, env=environment(), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return folder


def write_demo(folder: Path, centres: int = 3) -> Path:
    """The data of an invented region."""
    demo.write(folder, centres, DAY)
    (folder / "redirects.yml").write_text(yaml.safe_dump({"redirects": REDIRECTS}, allow_unicode=True), "utf-8")
    return folder


def copy_project(folder: Path, *, data: bool = False) -> Path:
    """Everything that a build reads, to be changed at will; with a demo of three centres unless `data` is asked for."""
    for name in ("docs", "overrides", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=NOT_COPIED)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    if data:
        shutil.copytree(ROOT / "data", folder / "data")
    else:
        write_demo(folder / "data")
    return folder


def hashes(folder: Path) -> dict[str, str]:
    """Every file below a folder with the hash of its content."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
