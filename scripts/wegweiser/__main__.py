"""The command `wegweiser`: with the bridge to MkDocs the only part that writes files."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

from wegweiser import catalog, demo
from wegweiser.catalog import addresses
from wegweiser.clock import ClockError, today
from wegweiser.editing import report
from wegweiser.edition import Edition
from wegweiser.paper.sheets import sheets
from wegweiser.paper.typesetting import SheetError
from wegweiser.publishing import assets
from wegweiser.publishing.garbage import relax_garbage_collection
from wegweiser.publishing.prepare import RefusedError, examine, prepare
from wegweiser.publishing.printing import print_sheets
from wegweiser.publishing.writing import write_all
from wegweiser.schema import json_schema
from wegweiser.terminal import Parser, annotation
from wegweiser.values import problems

WRITTEN_PAGES = Path("docs")
OVERRIDES = Path("overrides")
SCHEMA_FOLDER = Path("docs/daten/schema")
HANDOUT_TEMPLATE = OVERRIDES / "handouts"
HANDOUT_CACHE = Path(".cache/handouts")


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # whatever the machine is set to, and whatever a file is called
            stream.reconfigure(encoding="utf-8", errors="replace")
    relax_garbage_collection()
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        code = run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # `wegweiser check | head` has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except ClockError as error:
        print(f"Fehler: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        remedy = "Bitte Name, Rechte und freien Platz prüfen."
        print(
            f"Fehler: {error.filename}: nicht zu lesen oder zu schreiben ({error.strerror}). {remedy}", file=sys.stderr
        )
        return 1
    return code


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="wegweiser", description="Werkzeuge für die Daten des Familienwegweisers.")
    commands = parser.add_subparsers(required=True, metavar="BEFEHL")

    check = commands.add_parser("check", help="Daten prüfen")
    _add_folder(check)
    check.add_argument(
        "--format", choices=("text", "github"), default="text", help="github: Anmerkungen im Pull-Request"
    )
    check.add_argument("--errors-only", action="store_true", help="Warnungen nur zählen")
    check.set_defaults(run=_check)

    reporting = commands.add_parser("report", help="was alt, unbestätigt oder unbekannt ist")
    _add_folder(reporting)
    reporting.add_argument("--format", choices=tuple(report.FORMATS), default="text")
    reporting.set_defaults(run=_report)

    making = commands.add_parser("demo", help="eine erfundene Region schreiben")
    making.add_argument("--centres", type=int, default=50, metavar="N", help="Zahl der Häuser (sonst 50)")
    making.add_argument("folder", type=Path, metavar="ORDNER")
    making.set_defaults(run=_demo)

    listing = commands.add_parser("addresses", help="neue Adressen in addresses.yml eintragen")
    _add_folder(listing)
    listing.set_defaults(run=_addresses)

    paging = commands.add_parser("pages", help="alle Seiten aus Daten fertig in einen Ordner legen, ohne MkDocs")
    paging.add_argument("folder", type=Path, metavar="ORDNER", help="neu oder leer")
    paging.add_argument("--data", type=Path, default=Path(os.environ.get("WEGWEISER_DATA") or "data"))
    paging.set_defaults(run=_pages)

    printing = commands.add_parser("handouts", help="die Zettel als PDF in eine gebaute Website legen")
    printing.add_argument("site", type=Path, metavar="WEBSITE", help="Ordner, in den MkDocs gebaut hat")
    printing.add_argument("--data", type=Path, default=Path(os.environ.get("WEGWEISER_DATA") or "data"))
    printing.add_argument("--cache", type=Path, default=HANDOUT_CACHE, help=f"fertige Zettel, sonst: {HANDOUT_CACHE}")
    printing.set_defaults(run=_handouts)

    schema = commands.add_parser("schema", help="JSON-Schemas für die Hilfe beim Schreiben erneuern")
    schema.add_argument("folder", nargs="?", type=Path, default=SCHEMA_FOLDER, metavar="ORDNER")
    schema.set_defaults(run=_schema)
    return parser


def _add_folder(command: argparse.ArgumentParser) -> None:
    command.add_argument("folder", nargs="?", type=Path, default=Path("data"), metavar="ORDNER", help="sonst: data")


def _check(options: argparse.Namespace) -> int:
    _, found = examine(options.folder, today())
    shown = problems.errors(found) if options.errors_only else sorted(found)
    for problem in shown:
        print(annotation(problem) if options.format == "github" else problem)
    print(problems.summary(found))
    return 1 if problems.errors(found) else 0


def _report(options: argparse.Namespace) -> int:
    content, found = examine(options.folder, today())
    if content is None or content.lacks("region"):
        print("\n".join(map(str, problems.errors(found))), file=sys.stderr)
        return 1
    rows = report.rows(content, found)
    sys.stdout.write(report.FORMATS[options.format](rows))
    return 0


def _demo(options: argparse.Namespace) -> int:
    try:
        count = demo.write(options.folder, max(1, options.centres), today())
    except demo.FolderNotEmptyError:
        print(f"Fehler: Der Ordner {options.folder} ist nicht leer. Bitte einen neuen nennen.", file=sys.stderr)
        return 1
    print(f"{count} Dateien in {options.folder} geschrieben. Alles darin ist erfunden.")
    return 0


def _load(folder: Path) -> catalog.Catalog | None:
    """The catalog of a folder whose files can all be read; else says what is wrong with them."""
    content, found = catalog.load(folder)
    if wrong := problems.errors(found):
        print("\n".join(map(str, wrong)), file=sys.stderr)
        return None
    return content


def _addresses(options: argparse.Namespace) -> int:
    if (content := _load(options.folder)) is None:
        return 1
    known = set(content.addresses.record.published)
    current = {f"/{address}" for address in (*addresses.page_addresses(content), *_written())}
    lines = "".join(f"  - {address}\n" for address in sorted(known | current))
    (options.folder / "addresses.yml").write_text(f"published:\n{lines}", "utf-8")
    print(f"{len(current - known)} neue Adressen eingetragen.")
    return 0


def _handouts(options: argparse.Namespace) -> int:
    if (content := _load(options.data)) is None:
        return 1
    if not (options.site / "404.html").is_file():
        print(f"Fehler: {options.site} ist keine gebaute Website. Bitte erst bauen.", file=sys.stderr)
        return 1
    made = sheets(Edition.on(content, today()), _site_url())
    try:
        printed = print_sheets(made, options.site, HANDOUT_TEMPLATE, options.cache)
    except SheetError as error:
        print(f"Fehler: Ein Zettel lässt sich nicht setzen. (englischer Grund: {error})", file=sys.stderr)
        return 1
    print(f"{printed.files} Zettel, davon {printed.made} neu gesetzt.")
    return 0


def _pages(options: argparse.Namespace) -> int:
    try:
        build = prepare(options.data, today(), OVERRIDES, _site_url())
    except RefusedError as refused:
        print("\n".join(map(str, refused.problems)), file=sys.stderr)
        return 1
    if options.folder.exists() and any(options.folder.iterdir()):
        print(f"Fehler: Der Ordner {options.folder} ist nicht leer. Bitte einen neuen nennen.", file=sys.stderr)
        return 1
    files = {file.path: file for file in (*build.files(_written()), *assets.static_files(WRITTEN_PAGES))}
    write_all(list(files.values()), options.folder)
    count = sum(path.endswith(".html") for path in files)
    print(f"{count} Seiten und {len(files) - count} andere Dateien in {options.folder} geschrieben.")
    return 0


def _written() -> list[str]:
    """The addresses of the pages written by hand, without those that nobody shall find."""
    pages = [path for path in WRITTEN_PAGES.glob("*.md") if "\nrobots: noindex" not in path.read_text("utf-8")]
    return [addresses.written_address(path.stem) for path in pages]


def _site_url() -> str:
    """Where the site will be published, with a slash at the end; empty where unknown."""
    url = os.environ.get("SITE_URL", "")
    return url if not url or url.endswith("/") else f"{url}/"


def _schema(options: argparse.Namespace) -> int:
    options.folder.mkdir(parents=True, exist_ok=True)
    for name, content in json_schema.schema_files().items():
        (options.folder / name).write_bytes(content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
