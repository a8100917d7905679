"""Houses in lists: the overview of all, and the lines that other pages show."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import link
from wegweiser.edition import Edition, remembered
from wegweiser.schema import Centre
from wegweiser.schema.codes import Accessibility, Evidence
from wegweiser.values.languages import language_name
from wegweiser.values.text import fold
from wegweiser.view.centre import MemberHouse, centre_reach, members_of
from wegweiser.view.figures import show_ages
from wegweiser.view.reach import OPEN_NOW

DAYS_AHEAD = dt.timedelta(days=7)
"""For which a list can say whether a house is open; the page of the house knows more."""


@dataclass(frozen=True, slots=True)
class CentreLine:
    """A centre in a list."""

    address: str
    name: str
    kind: str
    is_family_centre: bool
    town: str
    district: str | None
    cooperates: bool
    """Whether an agreement or a cooperation with an office is known."""
    ages: str | None
    """`2 bis 6 Jahre`; its date stands on the page of the centre."""
    spans: str
    """Openings of the coming days, as the page of the centre has them for weeks; empty where nobody confirmed any."""
    until: str
    """ISO day up to which `spans` is complete (exclusive); empty where they are not known."""
    has: tuple[str, ...] | None = None
    """By what a list can be narrowed: what the building offers, and the languages spoken besides German, as
    `step-free` and `lang-tr`; None where nobody knows anything of this.
    """
    part_of: str = ""
    """The Verbund that a house belongs to, where it has no page of its own."""


def centre_lines(
    edition: Edition, centres: Iterable[Entry[Centre]], members: Iterable[tuple[Entry[Centre], MemberHouse]] = ()
) -> list[CentreLine]:
    """Centres, and houses of a Verbund, as lines of a list, in the order of their names."""
    lines = [_line(edition, entry, _cooperates(edition, entry.id)) for entry in centres]
    lines += [_member_line(edition, entry, house) for entry, house in members]
    return sorted(lines, key=lambda line: fold(line.name))


def member_houses(edition: Edition, town: str = "") -> list[tuple[Entry[Centre], MemberHouse]]:
    """The houses of every open Verbund, each with the Verbund; of one town (id) or of all."""
    found = ((entry, house) for entry in edition.houses.values() for house in members_of(edition, entry.id))
    return [(entry, house) for entry, house in found if not town or house.town == town]


def name_in_lists(edition: Edition, name: str, town: str) -> str:
    """The name of a house, with its town where a house of another town is called the same."""
    return f"{name}, {town}" if _names(edition, "names")[name] > 1 else name


@remembered
def _names(edition: Edition, _: str) -> Counter[str]:
    members = (house.name for _, house in member_houses(edition))
    return Counter((*(entry.record.name for entry in edition.houses.values()), *members))


def _member_line(edition: Edition, entry: Entry[Centre], house: MemberHouse) -> CentreLine:
    town = edition.catalog.municipalities[house.town].record.name
    return CentreLine(
        address=f"{link(entry)}#{house.anchor}",
        name=name_in_lists(edition, house.name, town),
        kind="",
        is_family_centre=False,
        town=town,
        district=house.district,
        cooperates=False,
        ages=None,
        spans="",
        until="",
        part_of=entry.record.name,
    )


def _cooperates(edition: Edition, centre: str) -> bool:
    """A house that was only visited, or whose children visited an office, does not work with it for that."""
    known = edition.relations.agreements.get(centre, [])
    return any(entry.record.evidence is not Evidence.VISIT for entry in known)


def _line(edition: Edition, entry: Entry[Centre], cooperates: bool) -> CentreLine:
    centre, hours = entry.record, centre_reach(edition, entry.id).hours
    town = edition.catalog.municipalities[centre.municipality].record.name
    until = (edition.today + DAYS_AHEAD).isoformat() if hours and hours.until else ""
    return CentreLine(
        address=link(entry),
        name=name_in_lists(edition, centre.name, town),
        kind=centre.family_centre.label,
        is_family_centre=centre.family_centre.value == "yes",
        town=town,
        district=centre.district,
        cooperates=cooperates,
        ages=ages[0] if (ages := show_ages(centre.ages)) else None,
        spans=" ".join(span for span in hours.spans.split() if span < until) if hours and until else "",
        until=until,
        has=_has(centre),
    )


def _has(centre: Centre) -> tuple[str, ...] | None:
    if centre.accessibility is None and not centre.languages:
        return None
    features = centre.accessibility.features if centre.accessibility else ()
    return (
        *(feature.value for feature in features if feature is not Accessibility.NOT_ACCESSIBLE),
        *(f"{LANGUAGE}{language}" for language in centre.languages if language != GERMAN),
    )


LANGUAGE, GERMAN = "lang-", "de"


def choices_of(lines: Iterable[CentreLine]) -> list[tuple[str, str, int]]:
    """(Value, words, number of houses) of all by which these lines can be narrowed: features first, then languages."""
    counts = Counter(value for line in lines for value in line.has or ())
    features = [(feature.value, feature.label) for feature in Accessibility]
    languages = [(value, language_name(value.removeprefix(LANGUAGE))) for value in counts if value.startswith(LANGUAGE)]
    named = (*features, *sorted(languages, key=lambda one: fold(one[1])))
    return [(value, words, counts[value]) for value, words in named if value in counts]


def scripts_of(lines: Iterable[CentreLine]) -> tuple[str, ...]:
    """What a page with these lines loads."""
    return OPEN_NOW if any(line.until for line in lines) else ()
