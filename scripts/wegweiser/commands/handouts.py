"""`wegweiser handouts`: sheets and posters, put into a built site."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from wegweiser.clock import today
from wegweiser.commands.inputs import OVERRIDES, add_data, load, site_url
from wegweiser.edition import Edition
from wegweiser.paper.posters import posters
from wegweiser.paper.sheets import sheets
from wegweiser.paper.typesetting import POSTER, SHEET, SheetError
from wegweiser.publishing.printing import pack_posters, print_papers
from wegweiser.terminal import Commands

TEMPLATES = OVERRIDES / "handouts"
CACHE = Path(".cache/handouts")


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("handouts", help="Zettel und Aushänge als PDF in eine gebaute Website legen")
    parser.add_argument("site", type=Path, metavar="WEBSITE", help="Ordner, in den MkDocs gebaut hat")
    add_data(parser)
    parser.add_argument("--cache", type=Path, default=CACHE, help=f"fertige Blätter, sonst: {CACHE}")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make those papers whose words have changed, and put all into the site."""
    if (content := load(options.data)) is None:
        return 1
    if not (options.site / "404.html").is_file():
        print(f"Fehler: {options.site} ist keine gebaute Website. Bitte erst bauen.", file=sys.stderr)
        return 1
    edition, url = Edition.on(content, today()), site_url()
    hung = list(posters(edition, url))
    try:
        given = print_papers(SHEET, sheets(edition, url), options.site, TEMPLATES, options.cache)
        shown = print_papers(POSTER, hung, options.site, TEMPLATES, options.cache)
    except SheetError as error:
        print(f"Fehler: Ein Blatt lässt sich nicht setzen. (englischer Grund: {error})", file=sys.stderr)
        return 1
    packed = pack_posters(hung, options.site)
    print(f"{given.files} Zettel, davon {given.made} neu gesetzt.")
    print(f"{shown.files} Aushänge, davon {shown.made} neu gesetzt; {packed} Orte mit einem Archiv.")
    return 0
