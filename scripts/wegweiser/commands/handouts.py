"""`wegweiser handouts`: the sheets of paper, put into a built site."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from wegweiser.clock import today
from wegweiser.commands.inputs import OVERRIDES, add_data, load, site_url
from wegweiser.edition import Edition
from wegweiser.paper.sheets import sheets
from wegweiser.paper.typesetting import SheetError
from wegweiser.publishing.printing import print_sheets
from wegweiser.terminal import Commands

TEMPLATE = OVERRIDES / "handouts"
CACHE = Path(".cache/handouts")


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("handouts", help="die Zettel als PDF in eine gebaute Website legen")
    parser.add_argument("site", type=Path, metavar="WEBSITE", help="Ordner, in den MkDocs gebaut hat")
    add_data(parser)
    parser.add_argument("--cache", type=Path, default=CACHE, help=f"fertige Zettel, sonst: {CACHE}")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make those sheets whose words have changed, and put all into the site."""
    if (content := load(options.data)) is None:
        return 1
    if not (options.site / "404.html").is_file():
        print(f"Fehler: {options.site} ist keine gebaute Website. Bitte erst bauen.", file=sys.stderr)
        return 1
    made = sheets(Edition.on(content, today()), site_url())
    try:
        printed = print_sheets(made, options.site, TEMPLATE, options.cache)
    except SheetError as error:
        print(f"Fehler: Ein Zettel lässt sich nicht setzen. (englischer Grund: {error})", file=sys.stderr)
        return 1
    print(f"{printed.files} Zettel, davon {printed.made} neu gesetzt.")
    return 0
