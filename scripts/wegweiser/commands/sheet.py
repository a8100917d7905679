"""`wegweiser sheet`: check sheets for houses and offices, to be sent to them once a year."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from wegweiser.clock import today
from wegweiser.commands.inputs import OVERRIDES, add_data, load, site_url
from wegweiser.editing.sheets.folder import NotEmptyError, sheet_files, write_folder
from wegweiser.editing.sheets.recipients import UnknownRecipientError, is_due, recipients
from wegweiser.edition import Edition
from wegweiser.edition.site import describe_site
from wegweiser.paper.typesetting import SheetError
from wegweiser.terminal import Commands

TEMPLATES = OVERRIDES / "handouts"
FOLDER = Path("pruefboegen")


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("sheet", help="Prüfbögen für Häuser und Stellen, als Excel-Datei, PDF und E-Mail")
    parser.add_argument("--due", action="store_true", help="nur für die, deren Angaben zu prüfen sind")
    parser.add_argument(
        "--for", dest="only", action="append", default=[], metavar="WEN", help="centre:haus-am-see oder Name; mehrmals"
    )
    parser.add_argument("--out", type=Path, default=FOLDER, metavar="ORDNER", help=f"neu oder leer, sonst: {FOLDER}")
    add_data(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the sheets into a folder of their own."""
    if (content := load(options.data)) is None:
        return 1
    day = today()
    edition = Edition.on(content, day)
    site = describe_site(edition, site_url())
    try:
        chosen = [one for one in recipients(content, options.only) if not options.due or is_due(content, one, day)]
        if not chosen:
            print("Nichts ist fällig: Es wurde kein Bogen geschrieben.")
            return 0
        reply_to = content.region.record.correction_email or ""
        files = sheet_files(chosen, site.name, site.url, reply_to, day, TEMPLATES)
        write_folder(options.out, files)
    except UnknownRecipientError as error:
        print(f"Fehler: {error}", file=sys.stderr)
        return 1
    except NotEmptyError:
        print(f"Fehler: Der Ordner {options.out} ist nicht leer. Bitte mit --out einen neuen nennen.", file=sys.stderr)
        return 1
    except SheetError as error:
        print(f"Fehler: Ein Bogen lässt sich nicht setzen. (englischer Grund: {error})", file=sys.stderr)
        return 1
    print(f"{len(chosen)} Prüfbögen in {options.out} geschrieben, je als .xlsx, .pdf und E-Mail-Text (.txt).")
    return 0
