"""Put the editor in the browser into a built site: Sveltia CMS with our file format (decision 0022).

    python scripts/editor.py SITE       into SITE/redaktion, where the region names its repository
    python scripts/editor.py --local FOLDER    into FOLDER/redaktion, to work on this very folder (make editor)
    python scripts/editor.py --tools    only install what packs it, so that tests can try it (make ready-tests)

Needs Node.js with npm; without them the site is complete but for the editor, and that is said. Runs with the Python of
.venv.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import npm

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "overrides" / "editor"
NAME = "editor"
"""Of the folder of the tools in `.cache`."""
ADDRESS = "redaktion"
"""Folder of the editor in the site."""
HERE = "hier/wegweiser"
"""Stands for the repository where the editor only works on the folder of this machine."""


class CannotBuildError(Exception):
    """The editor could not be packed; the text is what was said."""


def main() -> int:
    parser = argparse.ArgumentParser(description="Legt den Editor im Browser in eine gebaute Website.")
    parser.add_argument("site", nargs="?", type=Path, help="Ordner der gebauten Website")
    parser.add_argument("--local", action="store_true", help="auch wenn die Region kein Repository nennt")
    parser.add_argument("--tools", action="store_true", help="nur die Werkzeuge einrichten")
    options = parser.parse_args()
    form = {} if options.tools else configuration()
    if options.local:
        form["backend"]["repo"] = form["backend"]["repo"] or HERE
    if not options.tools and not form["backend"]["repo"]:
        return 0  # the region has no repository, so there is nothing to edit
    try:
        npm.install(SOURCES, NAME)
        if not options.tools:
            build(options.site / ADDRESS, form)
    except npm.CannotInstallError as error:
        print(f"Hinweis: {error} Bis dahin fehlt der Editor im Browser (/{ADDRESS}/).")
    except CannotBuildError as error:
        print(f"Fehler: Der Editor ließ sich nicht packen. Es meldet:\n{error}", file=sys.stderr)
        return 1
    return 0


def configuration() -> dict[str, Any]:
    """What `wegweiser editor-config` says, with the data folder of the environment."""
    command = [sys.executable, "-m", "wegweiser", "editor-config"]
    done = subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    form: dict[str, Any] = json.loads(done.stdout)
    return form


def build(folder: Path, form: Mapping[str, Any]) -> None:
    """Pack the editor and its configuration into a folder. Raises CannotBuildError."""
    with workshop() as place:
        command = ["node", "build.mjs", str(folder.absolute())]
        done = subprocess.run(command, check=False, cwd=place, capture_output=True, text=True)
    if done.returncode:
        raise CannotBuildError(done.stderr)
    (folder / "config.json").write_text(json.dumps(form, ensure_ascii=False, separators=(",", ":")), "utf-8")


@contextmanager
def workshop() -> Iterator[Path]:
    """A folder with the sources of the editor and the packages that they import."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for source in SOURCES.iterdir():
            shutil.copy(source, folder)
        (folder / "node_modules").symlink_to(npm.tools(SOURCES, NAME) / "node_modules")
        yield folder


if __name__ == "__main__":
    sys.exit(main())
