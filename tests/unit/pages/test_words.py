"""Words that pages are made of: ages, and terms of the glossary."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from wegweiser.pages.glossary import Glossary
from wegweiser.schema import Ages, Term
from wegweiser.view.offers import ages_text

AMT = Term(term="Amt", meaning="Wo man Anträge stellt.", aliases=("Behörde",))
LINK = '<a class="term" href="../glossar/#amt">{}</a>'


@pytest.mark.parametrize(
    ("ages", "text"),
    [
        (None, None),
        (Ages(), None),
        (Ages(maximum_age=24), "bis 24 Jahre"),
        (Ages(minimum_age=3), "ab 3 Jahren"),
        (Ages(minimum_age=0), "ab 0 Jahren"),
        (Ages(minimum_age=6, maximum_age=17), "von 6 bis 17 Jahren"),
    ],
)
def test_ages(ages: Ages | None, text: str | None) -> None:
    assert ages_text(ages) == text


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Zum Amt gehen.", f"Zum {LINK.format('Amt')} gehen."),
        ("Das Amt, dann wieder das Amt.", f"Das {LINK.format('Amt')}, dann wieder das Amt."),
        ("Die Behörde oder das Amt.", f"Die {LINK.format('Behörde')} oder das Amt."),
        ("Das Jugendamt, Amtes, amt.", "Das Jugendamt, Amtes, amt."),
        ("<Amt>", f"&lt;{LINK.format('Amt')}&gt;"),
        ("", ""),
    ],
)
def test_a_term_is_linked_at_its_first_use(text: str, html: str) -> None:
    assert Glossary([AMT]).on_page("../")(text) == Markup(html)  # noqa: S704 - what is expected


def test_without_terms_text_is_escaped_all_the_same() -> None:
    assert Glossary([]).on_page("../")("Amt & <b>") == Markup("Amt &amp; &lt;b&gt;")
