"""Build the site beside its folder, then swap: what is published is the old site or the new one, never a mixture.

Standard library only; runs with the Python of .venv. The sheets of paper belong to the published site; those whose
words did not change come from the folder `.cache`.
"""

from __future__ import annotations

import argparse
import ctypes
import errno
import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def main() -> int:
    parser = argparse.ArgumentParser(description="Baut die Website in einen Ordner.")
    parser.add_argument("site", type=Path, help="Zielordner; er wird als Ganzes ersetzt")
    site = parser.parse_args().site.absolute()
    if site in (ROOT, *ROOT.parents) or (site.exists() and any(site.iterdir()) and not (site / "404.html").exists()):
        print(f"Fehler: {site} enthält anderes als eine Website. Bitte einen neuen Ordner nennen.", file=sys.stderr)
        return 1
    try:
        return publish(site)
    except OSError as error:
        remedy = "Bitte einen Ordner nennen, in den Sie schreiben dürfen."
        if error.errno in FULL:
            remedy = "Der Platz reicht nicht. Bitte Platz schaffen und noch einmal aufrufen."
        print(f"Fehler: {site} kann nicht geschrieben werden ({error.strerror}). {remedy}", file=sys.stderr)
        return 1


def publish(site: Path) -> int:
    """Build into a fresh folder next to `site` and put it in its place; return the exit code."""
    site.parent.mkdir(parents=True, exist_ok=True)
    with (site.parent / f".{site.name}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(f"Fehler: {site} wird gerade von einem anderen Aufruf gebaut.", file=sys.stderr)
            return 1
        remove_leftovers(site)
        fresh = Path(tempfile.mkdtemp(prefix=f".{site.name}.neu-", dir=site.parent))
        try:
            code = build(fresh)
            if code == 0:
                swap(fresh, site)
            return code
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def build(folder: Path) -> int:
    """Make the pages, which link the sheets of paper, then the sheets, then the editor; MkDocs is strict, and never
    gets -q: that hides warnings from --strict.
    """
    pages = ["mkdocs", "build", "--strict", "--site-dir", str(folder)]
    sheets = ["wegweiser", "handouts", str(folder)]
    return run(pages) or run(sheets) or run_editor(folder)


def run_editor(folder: Path) -> int:
    """Put the editor into the site; what it says is for whoever publishes."""
    command = [sys.executable, str(ROOT / "scripts" / "editor.py"), str(folder)]
    return subprocess.run(command, check=False, cwd=ROOT, env=environment()).returncode


def run(module: list[str]) -> int:
    """Run a module with its arguments; show its words only where it fails. Raise OSError if the disk is full."""
    command = [sys.executable, "-m", *module]
    done = subprocess.run(command, check=False, cwd=ROOT, env=environment(), capture_output=True, text=True)
    if done.returncode:
        if full := next((number for number in FULL if os.strerror(number) in done.stderr), None):
            raise OSError(full, os.strerror(full))
        print(done.stdout + done.stderr, file=sys.stderr, end="")
        return 1
    return 0


def environment() -> dict[str, str]:
    """That of this process, with our own modules first."""
    own = os.pathsep.join(filter(None, [str(ROOT / "scripts"), os.environ.get("PYTHONPATH")]))
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "WEGWEISER_HANDOUTS": "1", "PYTHONPATH": own}


def swap(fresh: Path, site: Path) -> None:
    fresh.chmod(0o755)
    if not site.exists():
        fresh.rename(site)
    elif not exchange(fresh, site):
        old = site.with_name(f".{site.name}.alt-{os.getpid()}")
        site.rename(old)
        fresh.rename(site)
        shutil.rmtree(old, ignore_errors=True)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change their names in one step, so that there is no moment without a site; where Linux can."""
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    here, both = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    return rename is not None and rename(here, os.fsencode(one), here, os.fsencode(other), both) == 0


def remove_leftovers(site: Path) -> None:
    """Tidy up after a run that was killed; an old site without its successor goes back to its place."""
    for old in site.parent.glob(f".{site.name}.alt-*"):
        if site.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.rename(site)
    for half in site.parent.glob(f".{site.name}.neu-*"):
        shutil.rmtree(half, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
