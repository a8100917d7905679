"""Every page of the real site is valid HTML, and so is its SVG: `make validity` (needs Java and npm).

The checker is the one that validator.w3.org runs (vnu). It comes as a package of npm and is kept in .cache/.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from sites import ROOT, build_demo, build_real

CHECKER = "vnu-jar@26.9.27"
KEPT = ROOT / ".cache" / "npm"
EXPECTED = (
    # From a file there is no host, and 'self' of the policy allows nothing.
    "Resource violates Content Security Policy",
)
"""Beginnings of what is said that no page is at fault for."""


def main() -> int:
    """Build the real site and the invented one, check every page, and print what is wrong; returns the exit code."""
    if missing := [name for name in ("java", "npm") if shutil.which(name) is None]:
        print(f"Fehler: {' und '.join(missing)} fehlt. Bitte installieren.", file=sys.stderr)
        return 1
    jar = fetch_checker()
    with tempfile.TemporaryDirectory() as folder:
        sites = [build_real(Path(folder) / "real").folder, build_demo(Path(folder) / "demo").folder]
        pages = sum(1 for site in sites for _ in site.rglob("*.html"))
        said = [line for site in sites for line in check(jar, site)]
    print("\n".join([*said, f"{pages} Seiten, {len(said)} Hinweise und Fehler."]))
    return 1 if said else 0


def fetch_checker() -> Path:
    """Where the checker lies; fetched once."""
    folder = KEPT / CHECKER
    jar = folder / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if not jar.exists():
        folder.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--silent", "--no-save", "--no-audit", "--no-fund", "--prefix", str(folder)]
        subprocess.run([*command, CHECKER], check=True)
    return jar


def check(jar: Path, site: Path) -> list[str]:
    """What the checker says about the pages of a site, one line each."""
    command = [
        "java",
        "-Xmx1g",
        "-jar",
        str(jar),
        "--skip-non-html",
        "--format",
        "gnu",
        "--exit-zero-always",
        str(site),
    ]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    lines = done.stderr.replace(f"file:{site}/", "").splitlines()
    return [line for line in lines if not any(expected in line for expected in EXPECTED)]


if __name__ == "__main__":
    sys.exit(main())
