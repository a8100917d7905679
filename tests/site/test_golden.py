"""Three whole pages as they should be: a change of the templates shows in the review as a change of HTML.

`WEGWEISER_GOLDEN=1 .venv/bin/python -m pytest tests/site/test_golden.py` writes them anew. Read the difference before
you commit it.
"""

from __future__ import annotations

import difflib
import os
import re
from pathlib import Path

import pytest
from sites import Site

GOLDEN = Path(__file__).parent / "golden"
PAGES = {
    "centre": "familienzentren/abenteuerland-1-",
    "offer": "angebote/but-schulbedarf/",
    "event": "termine/sprechstunde/",
}


@pytest.mark.parametrize("name", PAGES)
def test_page_is_as_it_was(demo_site: Site, name: str) -> None:
    address = next(address for address in demo_site.documents if address.startswith(PAGES[name]))
    # The names of data carry a hash of their content, which changes far more often than the page.
    now = re.sub(r"\.[0-9a-f]{10}(?=[./])", "", demo_site.documents[address].source)
    path = GOLDEN / f"{name}.html"
    if "WEGWEISER_GOLDEN" in os.environ:
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(now, "utf-8")
    before = path.read_text("utf-8")
    changes = list(difflib.unified_diff(before.splitlines(), now.splitlines(), "before", "now", lineterm="", n=1))
    assert changes == [], "\n".join([*changes, "Right so? Then run it once with WEGWEISER_GOLDEN=1."])
