"""From a report on GitHub to a proposal: what it changes in `data/`, checked and in words, for correction.yml.

    python scripts/propose.py EVENT FOLDER

EVENT is what GitHub says about a report (`$GITHUB_EVENT_PATH`). Its text goes into a file and is read by `wegweiser
import`, never by a shell. Into FOLDER come `answer.md` for whoever reported and, where something changes,
`proposal.json`: `title`, `body`, `changes` (a list of `path` and `contents`, base64). Standard library only; runs with
the Python of .venv.
"""

from __future__ import annotations

import argparse
import base64
import json
import re
import subprocess
import sys
from pathlib import Path

DATA = Path("data")
RECORD = re.compile(r"data/[a-z]+/[a-z0-9-]+\.yml")
"""What a report may change: the file of a record."""
MOST = 20_000
"""Characters of a text that a comment shows; GitHub takes 65,536."""
THANKS = "Danke für Ihre Meldung."
TO_DO = "Die Daten sind geprüft. Ob die Stelle selbst das sagt, prüft bitte ein Mensch."


def main() -> int:
    parser = argparse.ArgumentParser(description="Macht aus einer Meldung einen Vorschlag.")
    parser.add_argument("event", type=Path, help="was GitHub über die Meldung sagt (JSON)")
    parser.add_argument("folder", type=Path, help="Ordner für Antwort und Vorschlag")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    issue = json.loads(options.event.read_text("utf-8"))["issue"]
    message = options.folder / "message.txt"
    message.write_text(issue["body"] or "", "utf-8")
    answer, proposal = propose(int(issue["number"]), message)
    message.unlink()
    (options.folder / "answer.md").write_text(answer, "utf-8")
    if proposal:
        (options.folder / "proposal.json").write_text(json.dumps(proposal), "utf-8")
    return 0


def propose(number: int, message: Path) -> tuple[str, dict[str, object] | None]:
    """The answer to a report and, where it changes something, the proposal."""
    before = read_records()
    said = run("import", "--yes", "--rejected", str(message.with_suffix(".csv")), str(message))
    message.with_suffix(".csv").unlink(missing_ok=True)
    if said.returncode:
        fell_over = "Traceback" in said.stderr
        return refuse("Ein Programm konnte das nicht übernehmen:", "" if fell_over else said.stdout + said.stderr), None
    words = without_paths(said.stdout, message.parent)
    after = read_records()
    changes = [path for path, content in after.items() if content != before.get(path)]
    if not changes:
        return refuse("Von selbst ändert das nichts:", words), None
    checked = run("check", "--errors-only")
    if checked.returncode:
        return refuse("Das passt nicht zu den anderen Angaben:", checked.stdout), None
    words = quote(words)
    pages = run("changes", "HEAD")
    on_pages = f"\n\nAuf der Website:\n\n{quote(pages.stdout)}" if pages.returncode == 0 else ""
    proposal: dict[str, object] = {
        "title": f"Korrektur: {', '.join(Path(path).stem for path in changes)}",
        "body": f"Aus der Meldung #{number}. {TO_DO}\n\n{words}{on_pages}\n\nCloses #{number}\n",
        "changes": [{"path": path, "contents": base64.b64encode(after[path]).decode()} for path in changes],
    }
    return f"{THANKS} Das wird vorgeschlagen:\n\n{words}\n\nEin Mensch liest es, bevor es erscheint.\n", proposal


def without_paths(said: str, folder: Path) -> str:
    """What was said, without the lines that name files of this run."""
    return "".join(line for line in said.splitlines(keepends=True) if str(folder) not in line)


def refuse(why: str, said: str) -> str:
    """The answer where nothing is proposed."""
    reason = f"{why}\n\n{quote(said)}\n\n" if said.strip() else f"{why.removesuffix(':')}. "
    return f"{THANKS} {reason}Ein Mensch sieht es sich an.\n"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """One command of `wegweiser`, whose words are kept."""
    command = [sys.executable, "-m", "wegweiser", *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")


def read_records() -> dict[str, bytes]:
    """Path → content of every record."""
    files = {path.as_posix(): path.read_bytes() for path in sorted(DATA.glob("*/*.yml"))}
    return {path: content for path, content in files.items() if RECORD.fullmatch(path)}


def quote(text: str) -> str:
    """A text from outside as a block in which nothing is a link, a mention or markup."""
    text = text.strip()[:MOST]
    fence = "`" * max([3, *(len(ticks) + 1 for ticks in re.findall("`+", text))])
    return f"{fence}text\n{text}\n{fence}"


if __name__ == "__main__":
    sys.exit(main())
