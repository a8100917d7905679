"""The preview on an editor's machine: a page is made when the browser asks for it, so that a change shows at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from wegweiser.edition.site_file import SiteFile
from wegweiser.publishing.writing import write_all

Server = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
"""A WSGI application (PEP 3333)."""


class Preview:
    """The files of the last build that nobody has asked for yet."""

    def __init__(self) -> None:
        self._site = Path()
        self._waiting: dict[str, SiteFile] = {}

    def hold(self, files: Sequence[SiteFile], site: Path) -> None:
        """Keep the files of a build back, in place of those of the build before."""
        self._site = site
        self._waiting = {file.path: file for file in files}

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
            start_response(*said[-1])
            return body

        return answer

    def _write(self, path: str) -> bool:
        """Write the file behind an address, if it is waiting; returns whether it was."""
        names = (path, f"{path}index.html", f"{path}/index.html")
        found = [file for name in names if (file := self._waiting.pop(name, None))]
        write_all(found, self._site)
        return bool(found)
