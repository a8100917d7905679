"""The preview makes a page when it is asked for, once for each build."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from wegweiser.edition.site_file import SiteFile
from wegweiser.publishing.preview import Preview


def files_of(site: Path) -> Callable[..., Iterable[bytes]]:
    """A server that knows nothing but the files of a folder."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = site / environ["PATH_INFO"].removeprefix("/weg/").lstrip("/")
        file = path / "index.html" if path.is_dir() else path
        start_response("200 OK" if file.is_file() else "404 Not Found", [])
        return [file.read_bytes() if file.is_file() else b""]

    return answer


class Desk:
    """A preview over a folder, with builds that name their pages."""

    def __init__(self, site: Path) -> None:
        self.site, self.preview, self.made = site, Preview(), []  # type: ignore[var-annotated]
        self.server = self.preview.serve(files_of(site), "/weg/")

    def build(self, said: str, *names: str) -> None:
        def make(name: str) -> bytes:
            self.made.append(name)
            return f"{said} {name}".encode()

        self.preview.hold([SiteFile(name, lambda name=name: make(name)) for name in names], self.site)

    def ask(self, path: str) -> tuple[str, str]:
        said: list[str] = []
        body = b"".join(self.server({"PATH_INFO": path}, lambda status, headers: said.append(status[:3])))
        assert len(said) == 1, "the answer begins once"
        return said[0], body.decode()


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/weg/", "index.html"),
        ("/weg/angebote/", "angebote/index.html"),
        ("/weg/angebote/ogs/", "angebote/ogs/index.html"),
        ("/weg/angebote/ogs", "angebote/ogs/index.html"),
        ("/weg/daten/index.json", "daten/index.json"),
    ],
)
def test_a_page_is_made_when_it_is_asked_for_and_once(tmp_path: Path, path: str, name: str) -> None:
    desk = Desk(tmp_path)
    desk.build("alt", name, "anderes/index.html")
    assert desk.ask(path) == desk.ask(path) == ("200", f"alt {name}")
    assert desk.made == [name]


def test_the_next_build_makes_it_anew(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for said in ("alt", "neu"):
        desk.build(said, "index.html")
        assert desk.ask("/weg/") == ("200", f"{said} index.html")


def test_a_build_that_comes_between_is_no_missing_page(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.build("alt", "index.html")
    plain = files_of(tmp_path)

    def emptied_while_asked(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if (tmp_path / "index.html").read_text() == "alt index.html":
            (tmp_path / "index.html").unlink()
            desk.build("neu", "index.html")
        return plain(environ, start_response)

    desk.server = desk.preview.serve(emptied_while_asked, "/weg/")
    assert desk.ask("/weg/") == ("200", "neu index.html")


def test_what_nobody_made_is_not_found(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.build("alt", "index.html")
    assert desk.ask("/weg/../../etc/passwd")[0] == desk.ask("/weg/nichts/")[0] == "404"
