"""Which tests a change needs: those of the content, where only facts and words have changed, else all.

    python scripts/affected.py BASE     prints "content" or "all"

BASE is a state in git. One that git does not know, an empty one or a change of anything else means all tests.
Standard library only.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FACTS_AND_WORDS = re.compile(r"data/.+|docs/(handbuch/)?[^/]+\.md|CHANGELOG\.md|README\.md|CONTRIBUTING\.md")


def main() -> int:
    base = sys.argv[1] if len(sys.argv) > 1 else ""
    print("content" if is_content(changed_paths(base)) else "all")
    return 0


def is_content(paths: Iterable[str]) -> bool:
    """Whether all of these files, named from the root of the project, hold facts or words; false for none at all."""
    named = list(paths)
    return bool(named) and all(FACTS_AND_WORDS.fullmatch(path) for path in named)


def changed_paths(base: str) -> list[str]:
    """What differs between a state and the present one, a renamed file by both names; nothing where it is unknown."""
    command = ["git", "diff", "--name-only", "--no-renames", "-z", "--end-of-options", f"{base}...HEAD"]
    done = subprocess.run(command, check=False, cwd=ROOT, capture_output=True, text=True)
    return done.stdout.split("\0")[:-1] if base and done.returncode == 0 else []


if __name__ == "__main__":
    sys.exit(main())
