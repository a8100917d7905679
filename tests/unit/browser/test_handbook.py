"""What the search of the handbook reads."""

from __future__ import annotations

import json

from wegweiser.browser.handbook import index

PAGE = """<h1 id="oben">Quellen &amp; Prüfung</h1><p>Ein Satz.</p><p>Noch <b>einer</b>.</p>
<h2 id="was-nie">Was nie</h2><table><caption>Was nie</caption><tr><td>a</td><td>b</td></tr></table>
<h3>Ohne Namen <small class="needed">nötig</small><svg aria-hidden="true"><path d="M0"/></svg></h3>
<h2 id="leer">Leer</h2>"""


def test_each_heading_begins_a_part_with_its_text() -> None:
    assert json.loads(index([("handbuch/quellen/", "Quellen", PAGE)])) == [
        [
            "handbuch/quellen/",
            "Quellen",
            [
                ["", "Quellen & Prüfung", "Ein Satz. Noch einer."],
                ["was-nie", "Was nie", "a b"],
                ["", "Ohne Namen", ""],
                ["leer", "Leer", ""],
            ],
        ]
    ]


def test_pages_stay_in_their_order() -> None:
    pages = [(address, address, "<h1>x</h1>") for address in ("b/", "a/")]
    assert [page[0] for page in json.loads(index(pages))] == ["b/", "a/"]
