"""The command `wegweiser`: the only part besides the bridge to MkDocs that reads the clock or writes files."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from wegweiser import catalog, problems


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit code."""
    parser = argparse.ArgumentParser(prog="wegweiser")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check")
    check.add_argument("folder", nargs="?", type=Path, default=Path("data"))
    options = parser.parse_args(arguments)
    content, found = catalog.load(options.folder)
    from wegweiser.schema.references import references
    if content:
        for entry in [*content.records(), *content.files()]:
            for named in references(entry.record):
                if named.id not in content.of_kind(named.kind) and (named.kind, named.id) not in content.broken:
                    found.append(entry.problem(named.path, f"'{named.kind}:{named.id}' gibt es nicht."))
    for problem in sorted(found):
        print(problem)
    print(problems.summary(found))
    return 1 if problems.errors(found) else 0


if __name__ == "__main__":
    sys.exit(main())
