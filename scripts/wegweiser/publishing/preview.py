"""The preview on an editor's machine: a page is made when the browser asks for it, so that a change shows at once.

After a slip the last good pages stay, each with what is wrong above it, until the next build succeeds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape
from pathlib import Path
from typing import Any

from wegweiser.edition.site_file import SiteFile
from wegweiser.publishing.writing import kept_if_it_fails, write_all

Server = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
"""A WSGI application (PEP 3333)."""


class Preview:
    """The files of the last good build that nobody has asked for yet, and what is wrong since then."""

    def __init__(self) -> None:
        self._site = Path()
        self._waiting: dict[str, SiteFile] = {}
        self._fault = ""

    def hold(self, files: Sequence[SiteFile], site: Path) -> None:
        """Keep the files of a build back, in place of those of the build before."""
        self._site = site
        self._waiting = {file.path: file for file in files}

    def guard(self, build: Callable[[], None], site: Path) -> Callable[[], None]:
        """The same build, which leaves the site as it was where it fails, and says so on every page.

        MkDocs would let all browsers wait until somebody has mended the fault.
        """

        def build_or_keep() -> None:
            try:
                with kept_if_it_fails(site):
                    build()
            except (Exception, SystemExit) as error:  # MkDocs ends a build with SystemExit, the reason is its context
                self._fault = str(error.__context__ or error)
            else:
                self._fault = ""

        return build_or_keep

    def serve(self, server: Server, mount: str) -> Server:
        """The same server, which finds the files that are still waiting. `mount` is the path of the start page."""

        def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            path = str(environ["PATH_INFO"]).removeprefix(mount).lstrip("/")
            self._write(path)
            said: list[tuple[Any, ...]] = []
            body = server(environ, lambda *status: said.append(status))
            # A build may have emptied the site in between; its own files are waiting now.
            if said and said[-1][0].startswith("404") and self._write(path):
                body = server(environ, lambda *status: said.append(status))
            status, headers = said[-1][:2]
            if self._fault and any(name == "Content-Type" and value.startswith("text/html") for name, value in headers):
                content = with_fault(b"".join(body), self._fault)
                headers = [(name, value) for name, value in headers if name != "Content-Length"]
                headers.append(("Content-Length", str(len(content))))
                body = [content]
            start_response(status, headers)
            return body

        return answer

    def _write(self, path: str) -> bool:
        """Write the file behind an address, if it is waiting; returns whether it was."""
        names = (path, f"{path}index.html", f"{path}/index.html")
        found = [file for name in names if (file := self._waiting.pop(name, None))]
        write_all(found, self._site)
        return bool(found)


def with_fault(page: bytes, fault: str) -> bytes:
    """A page with what is wrong above it: one line for each finding."""
    lines = "".join(f"<li>{escape(line)}</li>" for line in fault.splitlines() if line.strip())
    said = (
        '<div class="wide notice" role="alert" lang="de"><p><strong>Das lässt sich so nicht veröffentlichen.</strong> '
        f"Bitte berichtigen und speichern. Die Seite darunter zeigt den letzten guten Stand.</p><ul>{lines}</ul></div>"
    )
    start = re.search(rb"<body[^>]*>", page)
    return page[: start.end()] + said.encode() + page[start.end() :] if start else said.encode() + page
