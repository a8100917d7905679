"""Packages from npm for our own tools: installed once for each lock, with hashes, into the folder `.cache`.

Standard library only. Nothing of them is published unless a tool packs it.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NODE_IS_MISSING = (
    "Node.js oder npm fehlt. Bitte installieren (Debian, Ubuntu: sudo apt-get install nodejs npm; "
    "sonst: https://nodejs.org)."
)
LOCK = ("package.json", "package-lock.json")


class CannotInstallError(Exception):
    """Something is missing or wrong; the text is the German sentence with the remedy."""


def tools(sources: Path, name: str) -> Path:
    """The folder of the packages that a lock beside `sources` names, whether or not they are installed yet."""
    lock = b"".join((sources / file).read_bytes() for file in LOCK)
    return ROOT / ".cache" / name / hashlib.sha256(lock).hexdigest()[:16]


def missing(sources: Path, name: str) -> str:
    """Why the packages cannot be used here, in a German sentence with the remedy; empty where all is ready."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        return NODE_IS_MISSING
    if not tools(sources, name).is_dir():
        return "Die Werkzeuge aus npm fehlen. Bitte 'make ready-tests' aufrufen."
    return ""


def install(sources: Path, name: str) -> None:
    """Install the packages of a lock, once for each lock. Raises `CannotInstallError`."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        raise CannotInstallError(NODE_IS_MISSING)
    target = tools(sources, name)
    if target.is_dir():
        return
    print(f"Werkzeuge aus npm werden eingerichtet: {name} (nur beim ersten Mal) …", flush=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        for file in LOCK:
            shutil.copy(sources / file, folder)
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        done = subprocess.run(command, check=False, cwd=folder, capture_output=True, text=True)
        if done.returncode:
            print(done.stdout + done.stderr, file=sys.stderr, end="")
            raise CannotInstallError(f"npm konnte die Pakete für {name} nicht laden. Bitte die Verbindung prüfen.")
        installed = Path(folder) / "ready"
        installed.mkdir()
        (Path(folder) / "node_modules").rename(installed / "node_modules")
        try:
            installed.rename(target)
        except OSError:
            if not target.is_dir():  # another process was faster
                raise
