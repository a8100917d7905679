"""`wegweiser editor-config`: the form of the editor in the browser, as JSON."""

from __future__ import annotations

import argparse
import json

from wegweiser.commands.inputs import add_data, load
from wegweiser.editing.editor_form import editor_form
from wegweiser.terminal import Commands


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("editor-config", help="die Felder für den Editor im Browser, als JSON")
    add_data(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the configuration."""
    if (content := load(options.data)) is None:
        return 1
    print(json.dumps(editor_form(content), ensure_ascii=False, separators=(",", ":")))
    return 0
