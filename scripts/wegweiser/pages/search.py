"""The page of the search: what a script fills, and an index of everyday words for everybody else."""

from __future__ import annotations

from collections.abc import Iterator

from wegweiser.pages.site import Guide, Page
from wegweiser.pages.words import Word, by_letter, everyday_words
from wegweiser.schema.codes import Language

ADDRESS = "suche/"
MOST_WORDS = 2
"""Words of an entry in the index; longer ones stand on the page from A to Z."""
KINDS = (("offer", "Hilfen"), ("contact", "Kontakte"), ("centre", "Häuser für Kinder"), ("municipality", "Orte"))


def pages(guide: Guide) -> Iterator[Page]:
    """One page."""
    catalog = guide.catalog
    yield Page(
        address=ADDRESS,
        template="search.html",
        title="Suche",
        description="Suchen Sie mit Ihren eigenen Worten. Nichts davon wird gesendet.",
        context={
            "letters": by_letter(short_words(guide)),
            "towns": list(catalog.municipalities.values()),
            "filters": filters(guide),
        },
        section=ADDRESS,
    )


def short_words(guide: Guide) -> list[Word]:
    """Everyday words that are no phrases."""
    return [word for word in everyday_words(guide) if len(word.word.split()) <= MOST_WORDS]


def filters(guide: Guide) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """By what results can be narrowed down: the name in the address, its title, and each value with its label."""
    catalog = guide.catalog
    return [
        ("art", "Art", list(KINDS)),
        ("thema", "Thema", [(id_, topic.label) for id_, topic in catalog.topics.items()]),
        ("ort", "Ort", [(id_, town.record.name) for id_, town in catalog.municipalities.items()]),
        ("bezug", "Was Sie bekommen", [(id_, status.short) for id_, status in catalog.statuses.items()]),
        ("sprache", "Sprache", [(language.value, language.label) for language in Language]),
    ]
