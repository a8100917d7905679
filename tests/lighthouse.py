"""What Lighthouse says about the six main layouts on a slow phone: `make lighthouse` (needs npm and a browser).

The site is served with gzip and as its host will serve it, under a path. Figures depend on the machine: this is a table
to look at, not a test.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from chromium import NAMES
from serving import serve
from sites import build_real

LIGHTHOUSE = "lighthouse@13.5.0"
LAYOUTS = ("index.md", "offer.html", "centre.html", "contact.html", "guide.html", "case.html")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMES = {"LCP": "largest-contentful-paint", "TBT": "total-blocking-time", "CLS": "cumulative-layout-shift"}
PREVIEW = "is-crawlable"
"""A preview tells search engines to stay away; that is right, and costs points."""


def main() -> int:
    """Build the real site, ask Lighthouse about a page of each layout, and print the table."""
    browser = next(filter(None, map(shutil.which, NAMES)), None)
    npx = shutil.which("npx")
    if browser is None or npx is None:
        print("Fehler: npm oder Chromium fehlt. Bitte installieren.", file=sys.stderr)
        return 1
    print(f"{'':14}" + "".join(f"{name:>16}" for name in (*CATEGORIES, *TIMES)))
    with tempfile.TemporaryDirectory() as folder:
        site = build_real(Path(folder) / "site")
        with serve(site.folder, site.base, packed=True) as url:
            for layout in LAYOUTS:
                report = ask(npx, browser, url + site.layouts[layout], Path(folder) / "report.json")
                print(f"{layout.partition('.')[0]:14}" + "".join(f"{cell:>16}" for cell in row(report)))
                for line in faults(report):
                    print(f"{'':14}  {line}")
    return 0


def ask(npx: str, browser: str, url: str, path: Path) -> dict[str, Any]:
    """The report about one address."""
    sandbox = " --no-sandbox" if os.geteuid() == 0 else ""
    command = [npx, "--yes", LIGHTHOUSE, url, "--quiet", "--output=json", f"--output-path={path}"]
    command += [f"--only-categories={','.join(CATEGORIES)}", f"--skip-audits={PREVIEW}"]
    command.append(f"--chrome-flags=--headless=new{sandbox}")
    subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": browser}, capture_output=True)
    report: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return report


def row(report: dict[str, Any]) -> list[str]:
    """Points of the categories, then the times as Lighthouse writes them."""
    points = [f"{report['categories'][name]['score'] * 100:.0f}" for name in CATEGORIES]
    return points + [report["audits"][audit]["displayValue"].replace("\xa0", " ") for audit in TIMES.values()]


def faults(report: dict[str, Any]) -> list[str]:
    """What costs points in a category."""
    found = []
    for name in CATEGORIES:
        for reference in report["categories"][name]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                found.append(f"{name}: {audit['title']} ({audit.get('displayValue', audit['id'])})")
    return found


if __name__ == "__main__":
    sys.exit(main())
