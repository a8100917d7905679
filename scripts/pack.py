"""Pack the scripts of `overrides/script/` for browsers: one file for each page script, committed in `packed/` there.

    python scripts/pack.py            write the packed files anew (make packed)
    python scripts/pack.py --tools    only install what packs them, so that tests can compare (make ready-tests)

Needs Node.js with npm. esbuild joins the modules, terser shortens them; `package-lock.json` beside the sources names
both with their hashes. The same sources give the same bytes on every machine. Standard library only.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import npm

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "overrides" / "script"
PACKED = SOURCES / "packed"
JUDGES = ROOT / "tests" / "judges"
"""Names the programs in Node.js that judge our files in the tests."""
ENTRIES = {
    "everywhere.js": "everywhere/everywhere.js",
    "guide.js": "guide/guide.js",
    "finder.js": "finder/finder.js",
    "entitlement.js": "entitlement/entitlement.js",
    "search.js": "search/search.js",
    "search-worker.js": "search/engine/worker.js",
    "copy.js": "record/copy.js",
    "filter.js": "lists/filter.js",
    "correct.js": "correct/correct.js",
    "open-now.js": "record/open-now.js",
    "read-aloud.js": "record/read-aloud.js",
    "share.js": "record/share.js",
    "town.js": "record/town.js",
    "handbook.js": "handbook/handbook.js",
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
NAME = "packing"
"""Of the folder of the tools in `.cache`."""


class CannotPackError(Exception):
    """A script is wrong; the text is the German sentence with the reason."""


def main() -> int:
    parser = argparse.ArgumentParser(description="Packt die Skripte für den Browser.")
    parser.add_argument("--tools", action="store_true", help="nur die Werkzeuge einrichten")
    only_tools = parser.parse_args().tools
    try:
        npm.install(SOURCES, NAME)
        if only_tools:
            npm.install(JUDGES, JUDGES.name)
        else:
            pack(PACKED)
    except (npm.CannotInstallError, CannotPackError) as error:
        if only_tools:
            print(f"Hinweis: {error} Bis dahin vergleicht kein Test die gepackten Skripte mit ihren Quellen.")
            return 0
        print(f"Fehler: {error}", file=sys.stderr)
        return 1
    return 0


def missing() -> str:
    """Why nothing can be packed here, in a German sentence with the remedy; empty where everything is ready."""
    return npm.missing(SOURCES, NAME)


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
    command = [str(npm.tools(SOURCES, NAME) / "node_modules" / ".bin" / tool), *arguments]
    done = subprocess.run(command, check=False, capture_output=True, cwd=SOURCES, input=joined, text=True)
    if done.returncode or done.stderr:  # a warning is a mistake in a script as well
        said = done.stderr.partition("node:child_process")[0].strip()  # not how the tool itself fell over
        raise CannotPackError(f"{tool} versteht ein Skript nicht. Es meldet:\n{said}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
