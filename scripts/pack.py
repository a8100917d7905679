"""Pack the scripts of `overrides/script/` for browsers: one file for each page script, committed in `packed/` there.

    python scripts/pack.py            write the packed files anew (make packed)
    python scripts/pack.py --tools    only install what packs them, so that tests can compare (make ready-tests)

Needs Node.js with npm. esbuild joins the modules, terser shortens them; `package-lock.json` beside the sources names
both with their hashes. The same sources give the same bytes on every machine. Standard library only.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "overrides" / "script"
PACKED = SOURCES / "packed"
ENTRIES = {
    "everywhere.js": "everywhere/everywhere.js",
    "guide.js": "guide/guide.js",
    "finder.js": "finder/finder.js",
    "entitlement.js": "entitlement/entitlement.js",
    "search.js": "search/search.js",
    "search-worker.js": "search/engine/worker.js",
    "copy.js": "record/copy.js",
    "correct.js": "correct/correct.js",
    "open-now.js": "record/open-now.js",
    "town.js": "record/town.js",
}
"""Each packed file with the module that it starts from."""
BROWSERS = "chrome90,firefox102,safari15"
"""The oldest browsers that must be able to read the packed files; newer syntax is rewritten for them."""
KNOWN = ("optional-chain", "regexp-unicode-property-escapes")
"""Syntax that these browsers have as far as we use it, and that esbuild would rewrite at 2 % more bytes: `?.` (Chrome
90 only stumbles over a spread argument behind it) and classes of letters such as `\\p{L}`."""
CLASSIC = "everywhere.js"
"""Loaded as a plain script, since modules are refused to a copy on a stick: its names must stay its own."""
SHORTENED = {
    "search-worker.js": """
        alike ambiguous asked average beginnings begun byLength bySound contactWords content context correct
        corrected count covered divide document documents family field foreign form forms further grams groups
        haveTogether heard here houses houseWords ignored isFaint isForeign isMentioned isOnlyPlace isOutside
        isPart isTopic known knows lengthOf lengths library longest madeGrams named names offices outside
        outsideStems outsideTogether partsOf phrase phrases phrasesOf places points postings prepare put query
        rarest rarity read remembered rest score share slips sorted speller splitter startingWith stems steps
        stop strength sure term terms there value vocabulary wantsContact wantsHouse weak weight weights where
        word written
    """
}
"""Names of properties that neither the data nor an answer has, even if browsers have some of that name; tests compare
the answers of packed and source files."""
NODE_IS_MISSING = (
    "Node.js oder npm fehlt. Bitte installieren (Debian, Ubuntu: sudo apt-get install nodejs npm; "
    "sonst: https://nodejs.org)."
)


class CannotPackError(Exception):
    """Something is missing or wrong; the text is the German sentence with the remedy."""


def main() -> int:
    parser = argparse.ArgumentParser(description="Packt die Skripte für den Browser.")
    parser.add_argument("--tools", action="store_true", help="nur die Werkzeuge einrichten")
    only_tools = parser.parse_args().tools
    try:
        install_tools()
        if not only_tools:
            pack(PACKED)
    except CannotPackError as error:
        if only_tools:
            print(f"Hinweis: {error} Bis dahin vergleicht kein Test die gepackten Skripte mit ihren Quellen.")
            return 0
        print(f"Fehler: {error}", file=sys.stderr)
        return 1
    return 0


def tools() -> Path:
    """The folder of the locked tools, whether or not they are installed yet."""
    lock = b"".join((SOURCES / name).read_bytes() for name in ("package.json", "package-lock.json"))
    return ROOT / ".cache" / "packing" / hashlib.sha256(lock).hexdigest()[:16]


def missing() -> str:
    """Why nothing can be packed here, in a German sentence with the remedy; empty where everything is ready."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        return NODE_IS_MISSING
    if not tools().is_dir():
        return "Die Werkzeuge zum Packen fehlen. Bitte 'make ready-tests' aufrufen."
    return ""


def install_tools() -> None:
    """Install esbuild and terser from the lock, once for each lock. Raises `CannotPackError`."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        raise CannotPackError(NODE_IS_MISSING)
    target = tools()
    if target.is_dir():
        return
    print("Die Werkzeuge zum Packen der Skripte werden eingerichtet (nur beim ersten Mal) …", flush=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(SOURCES / name, folder)
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        done = subprocess.run(command, check=False, cwd=folder, capture_output=True, text=True)
        if done.returncode:
            print(done.stdout + done.stderr, file=sys.stderr, end="")
            raise CannotPackError("npm konnte esbuild und terser nicht laden. Bitte die Verbindung prüfen.")
        installed = Path(folder) / "ready"
        installed.mkdir()
        (Path(folder) / "node_modules").rename(installed / "node_modules")
        try:
            installed.rename(target)
        except OSError:
            if not target.is_dir():  # another process was faster
                raise


def pack(target: Path, names: Iterable[str] = tuple(ENTRIES)) -> None:
    """Write packed files into a folder. The tools must be installed. Raises `CannotPackError`."""
    target.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(2) as threads:
        packed = dict(zip(names, threads.map(_pack, names), strict=True))
    for name, content in packed.items():
        (target / name).write_text(content, "utf-8")


def _pack(name: str) -> str:
    """Join the modules of one file, then shorten them."""
    joined = _run(
        "esbuild",
        str(SOURCES / ENTRIES[name]),
        "--bundle",
        "--charset=utf8",
        "--log-level=warning",
        f"--format={'iife' if name == CLASSIC else 'esm'}",
        f"--target={BROWSERS}",
        *(f"--supported:{syntax}=true" for syntax in KNOWN),
    )
    options = ["--compress", "passes=3,ecma=2020,inline=1", "--mangle", *([] if name == CLASSIC else ["--module"])]
    if words := SHORTENED.get(name):
        options += ["--mangle-props", f"builtins=true,reserved=['at'],regex=/^({'|'.join(words.split())})$/"]
    return _run("terser", *options, joined=joined).strip() + "\n"


def _run(tool: str, *arguments: str, joined: str | None = None) -> str:
    command = [str(tools() / "node_modules" / ".bin" / tool), *arguments]
    done = subprocess.run(command, check=False, capture_output=True, cwd=SOURCES, input=joined, text=True)
    if done.returncode or done.stderr:  # a warning is a mistake in a script as well
        said = done.stderr.partition("node:child_process")[0].strip()  # not how the tool itself fell over
        raise CannotPackError(f"{tool} versteht ein Skript nicht. Es meldet:\n{said}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
