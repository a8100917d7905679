"""Make .venv ready to build the site; with --tests also for the tests, browser included. Standard library only.

Runs with the Python of the machine, before anything of ours is installed. Does nothing where everything is current.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
MARK = VENV / "ready"
ASKED = "asked-for-{}"
"""A file in .venv that remembers that the distribution was asked for a package once."""
OLDEST_PYTHON = (3, 11)
SHELL = "chromium-headless-shell"
"""Chromium without windows, a package of Debian: the tests of the browser take half as long with it."""
BROWSERS = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class CannotPrepareError(Exception):
    """Something is missing that this script cannot provide; the text is the German sentence with the remedy."""


def main() -> int:
    parser = argparse.ArgumentParser(description="Richtet .venv ein.")
    parser.add_argument("--tests", action="store_true", help="auch alles, was die Tests brauchen (mit Browser)")
    tests = parser.parse_args().tests
    try:
        prepare(tests=tests)
    except CannotPrepareError as error:
        print(f"Fehler: {error}", file=sys.stderr)
        return 1
    return 0


def prepare(*, tests: bool) -> None:
    """Install the locked packages into .venv, the project itself and, for tests, a browser and a spelling checker."""
    if sys.version_info < OLDEST_PYTHON:
        raise CannotPrepareError(
            f"Python {sys.version_info.major}.{sys.version_info.minor} ist zu alt. Bitte Python 3.11 oder neuer "
            "installieren oder 'make PYTHON=python3.12 …' aufrufen."
        )
    lock = ROOT / ("requirements-tests.lock" if tests else "requirements.lock")
    wanted = fingerprint(lock)
    ready = MARK.read_text("utf-8").split() if MARK.is_file() else []
    if wanted not in ready:
        make_venv()
        print("Pakete werden eingerichtet (nur beim ersten Mal) …", flush=True)
        pip("install", "--require-hashes", "--requirement", str(lock))
        pip("install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
        # The locks of the tests hold everything that the site needs as well.
        MARK.write_text(" ".join({wanted, fingerprint(ROOT / "requirements.lock")}), "utf-8")
    if tests:
        find_browser()
        find_spelling_checker()


def fingerprint(lock: Path) -> str:
    """What the environment depends on: the lock and the project's own metadata."""
    return hashlib.sha256(lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()


def make_venv() -> None:
    if (VENV / "bin" / "python").exists() and not MARK.exists():
        shutil.rmtree(VENV)  # a half-made environment of a run that was stopped
    if (VENV / "bin" / "python").exists():
        return
    command = [sys.executable, "-m", "venv", str(VENV)]
    if run(command, quiet=True) == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    if not install_from_distribution("python3-venv") or run(command) != 0:
        raise CannotPrepareError("Python hat kein 'venv'. Bitte installieren: sudo apt-get install python3-venv")


def pip(*arguments: str) -> None:
    command = [str(VENV / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", *arguments, "--quiet"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        print(done.stdout + done.stderr, file=sys.stderr, end="")
        raise CannotPrepareError(
            "Die Pakete konnten nicht installiert werden. Bitte prüfen, ob PyPI erreichbar ist, "
            "und noch einmal aufrufen."
        )


def find_browser() -> None:
    """Look for Chromium: on the machine, from the distribution, as the download of Playwright."""
    if not shutil.which(SHELL):
        ask_distribution_once(SHELL)
    if any(map(shutil.which, BROWSERS)) or playwright_browser():
        return
    if install_from_distribution("chromium") and any(map(shutil.which, BROWSERS)):
        return
    print("Chromium wird geladen …", flush=True)
    if run([str(VENV / "bin" / "python"), "-m", "playwright", "install", "chromium"]) != 0:
        raise CannotPrepareError("Für die Tests fehlt ein Browser. Bitte installieren: sudo apt-get install chromium")


def playwright_browser() -> bool:
    """Whether Playwright has a Chromium of its own."""
    code = (
        "from pathlib import Path; from playwright.sync_api import sync_playwright as start\n"
        "with start() as tools: raise SystemExit(0 if Path(tools.chromium.executable_path).exists() else 1)"
    )
    return run([str(VENV / "bin" / "python"), "-c", code], quiet=True) == 0


def find_spelling_checker() -> None:
    """Ask the distribution once for hunspell with its German dictionary; without it the spelling test is skipped."""
    if shutil.which("hunspell") and run(["hunspell", "-d", "de_DE", "-l"], quiet=True) == 0:
        return
    ask_distribution_once("hunspell", "hunspell-de-de")


def ask_distribution_once(*packages: str) -> None:
    """Install what is good to have where the distribution has it; what it has not, it is not asked for again."""
    asked = VENV / ASKED.format(packages[0])
    if not asked.exists():
        install_from_distribution(*packages)
        asked.touch()


def install_from_distribution(*packages: str) -> bool:
    """Install Debian packages where we are root; tell whether that worked."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    print(f"{', '.join(packages)} wird aus der Distribution installiert …", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run(["apt-get", "update", "-qq"], quiet=True)
    return run(["apt-get", "install", "-qq", "--no-install-recommends", *packages], quiet=True, env=environment) == 0


def run(command: list[str], *, quiet: bool = False, env: dict[str, str] | None = None) -> int:
    nothing = subprocess.DEVNULL
    output = nothing if quiet else None
    return subprocess.run(command, check=False, stdin=nothing, stdout=output, stderr=output, env=env).returncode


if __name__ == "__main__":
    sys.exit(main())
