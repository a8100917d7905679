"""A small web server on this machine that serves a built site as its host will: under a path, with a 404 page."""

from __future__ import annotations

import gzip
import mimetypes
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, folder: Path, base: str, packed: bool, *arguments: object) -> None:
        self.folder = folder
        self.base = base
        self.packed = packed
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """A file, the index of a folder, or 404.html."""
        path = unquote(urlsplit(self.path).path)
        target = self.folder / path.removeprefix(self.base)
        if not path.startswith(self.base) or ".." in path:
            self._send(404, self.folder / "404.html")
        elif target.is_dir() and not path.endswith("/"):
            self.send_response(301)
            self.send_header("Location", f"{path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            found = target / "index.html" if target.is_dir() else target
            self._send(*((200, found) if found.is_file() else (404, self.folder / "404.html")))

    def _send(self, status: int, path: Path) -> None:
        content = path.read_bytes()
        tag = f'"{zlib.crc32(content):08x}"'
        if status == 200 and self.headers.get("If-None-Match") == tag:
            self.send_response(304)
            self.send_header("ETag", tag)
            self.end_headers()
            return
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        self.send_response(status)
        self.send_header("ETag", tag)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        if self.packed and kind.startswith(("text/", "application/j", "image/svg")):
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: object) -> None:
        """Nobody reads it."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes early is no error."""


@contextmanager
def serve(folder: Path, base: str = "/", *, packed: bool = False) -> Iterator[str]:
    """Serve a folder while the block runs; gives the address of its start page, with a slash at the end.

    With `packed`, text is sent as gzip, for those who measure how long it takes.
    """
    server = _Server(("127.0.0.1", 0), partial(_Handler, folder, base, packed))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{base}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
