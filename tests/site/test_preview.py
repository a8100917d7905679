"""The preview as an editor has it: a slip shows in the browser, above the last good page."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sites import ROOT, environment, write_demo

pytestmark = pytest.mark.slow

PATIENCE = 120
"""Seconds until a build must be there, on a busy machine."""


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


@contextmanager
def preview(data: Path, log: Path) -> Iterator[str]:
    """`mkdocs serve` over a data folder, as `make serve` starts it; gives the address of the start page."""
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with log.open("wb") as out:
        server = subprocess.Popen(command, cwd=ROOT, env=environment(data=data), stdout=out, stderr=out)
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait(timeout=30)


def ask(url: str) -> str:
    with urllib.request.urlopen(url, timeout=PATIENCE) as answer:  # noqa: S310 - our own server
        content: bytes = answer.read()
        return content.decode()


def wait_for(url: str, ready: Callable[[str], bool]) -> str:
    """The page as soon as it is as wanted."""
    last = ""
    for _ in range(PATIENCE * 2):
        try:
            last = ask(url)
        except (urllib.error.URLError, ConnectionError):
            last = ""
        if ready(last):
            return last
        time.sleep(0.5)
    raise AssertionError(last[:3000])


def test_a_slip_shows_in_the_browser_and_the_last_good_page_stays(tmp_path: Path) -> None:
    data = write_demo(tmp_path / "data")
    file = data / "contacts" / "jobcenter.yml"
    good = file.read_text("utf-8")
    with preview(data, tmp_path / "log") as home:
        page = f"{home}kontakte/jobcenter/"
        wait_for(page, lambda text: "<h1" in text)
        file.write_text(good.replace("title:", "titel:", 1), "utf-8")
        broken = wait_for(page, lambda text: 'role="alert"' in text)
        assert "Das Feld &#x27;titel&#x27; ist unbekannt." in broken
        assert "<h1" in broken, "the last good page"
        assert 'role="alert"' in ask(f"{home}kontakte/kreis/"), "also pages that nobody has asked for yet"
        assert "contacts/jobcenter.yml:" in ask(home), "also pages written by hand"
        file.write_text(good.replace("Jobcenter", "Neues Jobcenter", 1), "utf-8")
        mended = wait_for(page, lambda text: text != "" and 'role="alert"' not in text)
        assert "Neues Jobcenter" in mended
