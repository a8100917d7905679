"""The weekly visit of links: what counts as dead, that no host is hurried, and which links there are."""

from __future__ import annotations

import datetime as dt
import threading
import time
from collections import Counter
from collections.abc import Iterator
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import visit
from sites import ROOT

from wegweiser import catalog

asked: Counter[str] = Counter()
askers: set[str] = set()
"""What the host below was asked, and by whom."""


class Host(BaseHTTPRequestHandler):
    """Answers `/404` with 404; the first two requests for `/wakes-up` with 503."""

    def do_GET(self) -> None:
        asked[self.path] += 1
        askers.add(self.headers["User-Agent"])
        status = {"/moved": 301, "/forbidden": 403, "/404": 404, "/410": 410, "/broken": 500}.get(self.path, 200)
        if self.path == "/wakes-up" and asked[self.path] < visit.TRIES:
            status = 503
        self.send_response(status)
        if status == 301:
            self.send_header("Location", "/there")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def host() -> Iterator[str]:
    asked.clear()
    askers.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Host) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def test_only_what_does_not_answer_is_told(host: str) -> None:
    paths = ("/there", "/moved", "/forbidden", "/wakes-up", "/404", "/410", "/broken")
    faults = visit.visit([f"{host}{path}" for path in paths], "Prüfung (Kontakt)".encode().decode("latin-1"), pause=0)
    assert {url.removeprefix(host): fault for url, fault in faults.items()} == {
        "/404": "antwortet mit 404",
        "/410": "antwortet mit 410",
        "/broken": "antwortet mit 500",
    }
    assert asked == {"/there": 2, "/moved": 1, "/forbidden": 1, "/wakes-up": 3, "/404": 1, "/410": 1, "/broken": 3}


def test_a_host_that_is_not_there(host: str) -> None:
    closed = "http://127.0.0.1:9/"
    assert visit.visit([closed, f"{host}/there"], "x", pause=0) == {closed: visit.visit([closed], "x", pause=0)[closed]}
    assert visit.visit([closed], "x", pause=0)[closed].startswith("antwortet nicht (")


def test_who_asks_says_so_and_takes_its_time(host: str) -> None:
    started = time.monotonic()
    visit.visit([f"{host}/{number}" for number in range(4)], visit.ASKED_BY.format(website="https://x.org/"), pause=0.1)
    assert time.monotonic() - started > 0.4, "one after the other"
    [asker] = askers
    assert "Kontakt" in asker
    assert "https://x.org/" in asker
    assert visit.PAUSE >= 1


def test_exceptions_have_a_reason_and_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = (
        ("https://a.org/", "Grund", "2026-11-21"),
        ("https://b.org/", "Grund", "2026-11-22"),
        ("https://c.org/", "", "2026-11-22"),
    )
    text = "".join(f'[[exception]]\nurl = "{url}"\nreason = "{why}"\nuntil = {until}\n' for url, why, until in entries)
    (tmp_path / "exceptions.toml").write_text(text, "utf-8")
    monkeypatch.setattr(visit, "EXCEPTIONS", tmp_path / "exceptions.toml")
    assert visit.exceptions(dt.date(2026, 11, 22)) == {"https://b.org/"}


def test_the_exceptions_of_this_project_can_be_read() -> None:
    assert isinstance(visit.exceptions(dt.date(2026, 11, 22)), set)


def test_every_link_out_is_found_with_its_places() -> None:
    content, _ = catalog.load(ROOT / "data")
    assert content is not None
    found = visit.links(content)
    assert len(found) > 5
    lines = cache(lambda name: (ROOT / name).read_text("utf-8").splitlines())
    for url, places in found.items():
        for place in places:
            name, _, line = place.rpartition(":")
            assert url in lines(name)[int(line) - 1], place
    assert content.region.record.website in found
    assert any(place.startswith("docs/") for places in found.values() for place in places)
