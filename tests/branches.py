"""What the tests reach, lines and branches apart: the last step of `make coverage`, which reads its report in JSON.

A line counts as reached by whatever test comes past; a branch says that somebody also looked at the other case.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

PACKAGE = "scripts/wegweiser/"
LIMIT = 98
"""Per cent of the branches of the package."""


def main(report: Path) -> int:
    files = json.loads(report.read_text("utf-8"))["files"]
    for name, file in sorted(files.items()):
        for start, end in file["missing_branches"]:
            print(f"{name}:{start}: nie weiter zu {'Zeile ' + str(end) if end > 0 else 'dem Ende'}")
    shares = {}
    for title, prefix in (("scripts/wegweiser", PACKAGE), ("alles in scripts", "")):
        sums = [file["summary"] for name, file in files.items() if name.startswith(prefix)]
        lines = share(sums, "covered_lines", "num_statements")
        branches = shares[prefix] = share(sums, "covered_branches", "num_branches")
        print(f"{title:20} Zeilen {lines:5.1f} %   Zweige {branches:5.1f} %")
    return 0 if shares[PACKAGE] >= LIMIT else 1


def share(sums: list[dict[str, int]], part: str, whole: str) -> float:
    return 100 * sum(one[part] for one in sums) / max(1, sum(one[whole] for one in sums))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
