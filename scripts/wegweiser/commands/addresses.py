"""`wegweiser addresses`: keeps the list of all addresses that were ever published."""

from __future__ import annotations

import argparse

from wegweiser.catalog import addresses
from wegweiser.commands.inputs import add_folder, load, written_addresses
from wegweiser.terminal import Commands


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("addresses", help="neue Adressen in addresses.yml eintragen")
    add_folder(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Add what is new; nothing is ever taken out."""
    if (content := load(options.folder)) is None:
        return 1
    known = set(content.addresses.record.published)
    current = {f"/{address}" for address in (*addresses.page_addresses(content), *written_addresses())}
    lines = "".join(f"  - {address}\n" for address in sorted(known | current))
    (options.folder / "addresses.yml").write_text(f"published:\n{lines}", "utf-8")
    print(f"{len(current - known)} neue Adressen eingetragen.")
    return 0
