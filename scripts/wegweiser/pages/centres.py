"""The pages of family centres and day-care centres."""

from __future__ import annotations

from collections.abc import Iterator

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import CALENDAR, address, link
from wegweiser.edition import Edition
from wegweiser.pages.happenings import activities_of
from wegweiser.pages.page import Crumb, Page
from wegweiser.pages.record_note import note_of
from wegweiser.rules.closures import is_closed
from wegweiser.schema import Centre
from wegweiser.values.languages import language_name
from wegweiser.view.agreements import agreements_of
from wegweiser.view.callable_line import centre_line, town_line
from wegweiser.view.centre import centre_reach, members_of, place_of, saved_reach
from wegweiser.view.centre_lines import centre_lines, choices_of, member_houses, scripts_of
from wegweiser.view.events import next_date
from wegweiser.view.figures import show_ages, show_figure
from wegweiser.view.map.district import draw_map
from wegweiser.view.reach import OPEN_NOW
from wegweiser.view.responsibility.answers import answers_for_town
from wegweiser.view.responsibility.chain import chain_of


def pages(edition: Edition) -> Iterator[Page]:
    """The overview and one page for each centre."""
    yield overview(edition)
    for entry in edition.catalog.centres.values():
        yield centre_page(edition, entry)


def centre_page(edition: Edition, entry: Entry[Centre]) -> Page:
    """The page of one centre."""
    centre, catalog = entry.record, edition.catalog
    if is_closed(centre, edition.today):
        return closed_page(edition, entry)
    town = catalog.municipalities[centre.municipality]
    place, reach, line = place_of(edition, centre), centre_reach(edition, entry.id), centre_line(edition, entry.id)
    activities, offers = activities_of(edition, entry)
    events = edition.relations.events.get(entry.id, [])
    return Page(
        address=link(entry),
        template="centre.html",
        title=centre.name if place in centre.name else f"{centre.name}, {place}",
        description=f"{centre.name} in {place}: Kontakt, Zeiten, Angebote und wer im Jobcenter zuständig ist.",
        context={
            "entry": entry,
            "centre": centre,
            "town": town,
            "place": place,
            "description": centre.description or "",
            "provider": catalog.organizations.get(centre.provider or ""),
            "line": line and line.within(reach),
            "reach": reach.without(line.channel) if line else reach,
            "note": note_of(entry, edition.today, reach),
            "successor": catalog.centres.get((centre.closed and centre.closed.successor) or ""),
            "saved": saved_reach(edition, entry.id),
            "members": members_of(edition, entry.id),
            "facts": _facts(centre),
            "agreements": agreements_of(edition, entry.id),
            "chain": chain_of(edition, entry.id),
            "topics": answers_for_town(edition, town.id),
            "offers": offers,
            "activities": activities,
            "next": next_date(edition, events),
            "has_dates": any(event.record.start for event in events),
            "calendars": ((f"{link(entry)}{CALENDAR}", "Termine in diesem Haus"),),
            "news": edition.relations.news.get(entry.id, []),
        },
        crumbs=(Crumb("", "Start"), Crumb(FOLDER, "Familienzentren"), Crumb(link(town), town.record.name)),
        section=FOLDER,
        scripts=OPEN_NOW if reach.changes_by_the_hour else (),
    )


FOLDER = address("centre")


def closed_page(edition: Edition, entry: Entry[Centre]) -> Page:
    """The page of a house that is no longer there: who follows, else the other houses of its town."""
    centre, town = entry.record, edition.catalog.municipalities[entry.record.municipality]
    place = place_of(edition, centre)
    return Page(
        address=link(entry),
        template="closed_centre.html",
        title=f"{centre.name}, {place} (geschlossen)",
        description=f"{centre.name} in {place} gibt es nicht mehr. Hier stehen andere Häuser.",
        context={
            "entry": entry,
            "centre": centre,
            "town": town,
            "place": place,
            "line": town_line(edition, town.id),
            "successor": edition.catalog.centres.get((centre.closed and centre.closed.successor) or ""),
            "houses": centre_lines(
                edition, edition.relations.centres_in.get(town.id, []), member_houses(edition, town.id)
            ),
        },
        crumbs=(Crumb("", "Start"), Crumb(FOLDER, "Familienzentren"), Crumb(link(town), town.record.name)),
        section=FOLDER,
    )


def _facts(centre: Centre) -> list[tuple[str, str, str]]:
    """(Label, text, year) of what is known about a house; the year is empty where it makes no difference."""
    dated = (
        ("Alter der Kinder", show_ages(centre.ages)),
        ("Gruppen", show_figure(centre.groups)),
        ("Plätze", show_figure(centre.places)),
        ("Kinder", show_figure(centre.children)),
    )
    hours = f"{', '.join(map(str, centre.care_hours))} Stunden in der Woche" if centre.care_hours else ""
    other = (
        ("Betreuung", hours),
        ("Sprachen", ", ".join(map(language_name, centre.languages))),
    )
    facts = [(label, *shown) for label, shown in dated if shown]
    return [*facts, *((label, text, "") for label, text in other if text)]


def overview(edition: Edition) -> Page:
    """All centres by town."""
    lines = centre_lines(edition, edition.houses.values(), member_houses(edition))
    towns = {town.record.name: id_ for id_, town in edition.catalog.municipalities.items()}
    groups = [(town, towns[town], [line for line in lines if line.town == town]) for town in towns]
    region = edition.catalog.region.record
    return Page(
        address=FOLDER,
        template="centres.html",
        title="Familienzentren und Kitas",
        description=f"Familienzentren und Kitas {region.in_region}, nach Orten geordnet.",
        context={"groups": groups, "lines": lines, "map": draw_map(edition), "choices": choices_of(lines)},
        section=FOLDER,
        scripts=(*scripts_of(lines), *(("filter.js",) if choices_of(lines) else ())),
    )
