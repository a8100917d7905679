"""What posters say, as plain values: who is there, how to reach them, the next dates, and a strip to tear off.

A poster hangs where everybody looks, and a strip lies in a purse: neither says why somebody calls. The code leads to
the start page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from wegweiser.edition import Edition
from wegweiser.edition.site import describe_site
from wegweiser.values.dates import MONTHS
from wegweiser.values.qr import qr_svg
from wegweiser.view.printed.posters import FILE, ShownPoster, posters_of

LEAD = ("Fragen zu Kita, Schule, Arbeit oder Geld?", "Rufen Sie an, gern ohne Ihren Namen.")
WITHOUT_NUMBER = (LEAD[0], "Im Internet steht, wer Ihnen hilft.")


@dataclass(frozen=True, slots=True)
class Number:
    """Who answers, and the number to dial."""

    name: str
    value: str
    href: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Date:
    """When, and what."""

    when: str
    what: str


@dataclass(frozen=True, slots=True)
class Poster:
    """One poster, in any size."""

    address: str
    """From the root of the site, without size and ending: `orte/soest/aushang`."""
    town: str
    """Id of the town in whose archive it lies; empty for an office that is there for several."""
    title: str
    """What the document is called."""
    brand: str
    name: str
    place: str
    lead: tuple[str, ...]
    """A line each."""
    numbers: tuple[Number, ...]
    dates: tuple[Date, ...]
    strip: str
    """The name on the strips to tear off, which bear the first number; none where nobody can be called."""
    as_of: str
    """`Stand: Dezember 2026`"""
    code: str = ""
    """The QR code of the start page as SVG; empty where nobody knows yet where the site is published."""
    home: str = ""
    home_shown: str = ""
    language: str = "de"
    dates_heading: str = "Die nächsten Termine"
    more: str = "Alles Weitere im Internet, ohne Anmeldung: Öffnen Sie die Seite mit der Kamera Ihres Telefons."
    code_alt: str = "QR-Code zur Startseite"


def posters(edition: Edition, url: str) -> Iterator[Poster]:
    """All posters of an edition; `url` is where the site is published, with a slash at the end, or empty."""
    brand = describe_site(edition, url).name
    code = qr_svg(url) if url else ""
    shown = urlsplit(url).netloc + urlsplit(url).path.rstrip("/")
    as_of = f"Stand: {MONTHS[edition.today.month - 1]} {edition.today.year}"
    for poster in posters_of(edition):
        yield Poster(
            address=f"{poster.address}{FILE}",
            town=poster.town,
            title=f"Aushang: {poster.name}",
            brand=brand,
            name=poster.name,
            place=poster.place,
            lead=LEAD if poster.answerers else WITHOUT_NUMBER,
            numbers=tuple(_numbers(poster)),
            dates=tuple(Date(when, what) for when, what in poster.dates),
            strip=_strip(poster) or brand,
            as_of=as_of,
            code=code,
            home=url,
            home_shown=shown,
        )


def _strip(poster: ShownPoster) -> str:
    """The name of a house or a town where the number is its own; that of an office would tell too much."""
    own = poster.answerers and poster.answerers[0].name == poster.name
    return "" if poster.is_office or not own else poster.name


def _numbers(poster: ShownPoster) -> Iterator[Number]:
    """The first without the name that is the heading; a further one of the same is called after what it is for."""
    for place, one in enumerate(poster.answerers):
        channel, who = one.line.channel, one.line.who
        hours = channel.hours.text if channel.hours else ""
        name = one.name
        if name == poster.name:
            name = (who or name) if place else ""
        note = (who if who != name else "", hours, channel.as_of_text)
        yield Number(name, channel.text, channel.href, "; ".join(filter(None, note)))
