"""The pages of cases: routes for educators, step by step."""

from __future__ import annotations

from collections.abc import Iterator

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import address, link
from wegweiser.edition import Edition
from wegweiser.pages.page import DISCREET, Crumb, Page
from wegweiser.schema import Case
from wegweiser.view.handouts import FILE
from wegweiser.view.responsibility.steps import step_contacts

FOLDER = address("case")


def pages(edition: Edition) -> Iterator[Page]:
    """The overview and one page for each case."""
    yield overview(edition)
    yield from (case_page(edition, entry) for entry in edition.catalog.cases.values())


def overview(edition: Edition) -> Page:
    """All cases by topic."""
    groups = [
        (topic, [entry for entry in edition.catalog.cases.values() if entry.record.topic == id_])
        for id_, topic in edition.catalog.topics.items()
    ]
    return Page(
        address=FOLDER,
        template="cases.html",
        title="Fälle aus der Praxis",
        description="Schritt für Schritt: was Fachkräfte tun können, wenn eine Familie sofort Hilfe braucht.",
        context={"groups": [(topic, cases) for topic, cases in groups if cases]},
        section="fuer-fachkraefte/",
    )


def case_page(edition: Edition, entry: Entry[Case]) -> Page:
    """One case with its steps."""
    case, catalog = entry.record, edition.catalog
    notes: list[str] = []
    steps = [
        (step, [catalog.offers[id_] for id_ in step.offers], step_contacts(edition, step, notes)) for step in case.steps
    ]
    return Page(
        address=link(entry),
        template="case.html",
        title=f"Fall: {(case.discreet and case.handout_title) or case.title}",
        description=DISCREET if case.discreet else case.summary,
        context={
            "entry": entry,
            "case": case,
            "sheet_file": FILE,
            "steps": steps,
            "notes": notes,
            "towns": list(catalog.municipalities.values()),
            "related": [catalog.cases[id_] for id_ in case.related],
        },
        crumbs=(Crumb("", "Start"), Crumb("fuer-fachkraefte/", "Für Fachkräfte"), Crumb(FOLDER, "Fälle")),
        section="fuer-fachkraefte/",
        scripts=("town.js",),
    )
