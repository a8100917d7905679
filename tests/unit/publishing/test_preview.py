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


def test_after_a_slip_the_last_good_site_is_there_with_the_fault_above_it(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text('<body class="x"><main>gut</main></body>', "utf-8")
    (site / "site.css").write_text("gut", "utf-8")
    preview = Preview()

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        file = site / environ["PATH_INFO"].lstrip("/")
        kind = "text/html" if file.suffix == ".html" else "text/css"
        start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(file.stat().st_size))])
        return [file.read_bytes()]

    def ask(path: str) -> str:
        said: list[dict[str, str]] = []
        body = b"".join(
            preview.serve(answer, "/")({"PATH_INFO": path}, lambda status, headers: said.append(dict(headers)))
        )
        assert said[-1]["Content-Length"] == str(len(body))
        return body.decode()

    def fail() -> None:
        """As MkDocs does: empty the site, begin anew, stop with the reason behind the exit."""
        (site / "index.html").unlink()
        (site / "site.css").unlink()
        (site / "site.css").write_text("halb", "utf-8")
        try:
            raise ValueError("data/x.yml:1:1: Fehler: <Das> fehlt.\n1 Fehler: nichts veröffentlicht.")
        except ValueError:
            raise SystemExit("Aborted") from None

    preview.guard(fail, site)()
    page = ask("/index.html")
    assert "<li>data/x.yml:1:1: Fehler: &lt;Das&gt; fehlt.</li><li>1 Fehler: nichts veröffentlicht.</li>" in page
    assert page.startswith('<body class="x"><div class="wide notice" role="alert"')
    assert page.endswith("<main>gut</main></body>")
    assert ask("/site.css") == "gut"
    assert [path.name for path in tmp_path.iterdir()] == ["site"], "nothing is left behind"

    preview.guard(lambda: None, site)()
    assert ask("/index.html") == '<body class="x"><main>gut</main></body>'
