"""What hand-over sheets say, as plain values: the same answers and facts as on the pages, in few and neutral words.

A sheet lies on a kitchen table. So its heading, its sentence, its file name and its properties never say why somebody
needs it: offers and cases carry words for it (`handout_title`, `handout_text`). One that must not fall into the wrong
hands (`discreet`) holds numbers alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from wegweiser.catalog import Entry
from wegweiser.catalog.addresses import is_internal, link
from wegweiser.edition import Edition
from wegweiser.edition.site import describe_site
from wegweiser.paper.facts import Fact, facts_of, first_numbers_of, is_doubtful, nationwide, numbers_of, unknown_of
from wegweiser.schema import Case, Offer
from wegweiser.schema.happenings import Step
from wegweiser.values.qr import qr_svg
from wegweiser.view.contact import ContactCard, contact_card
from wegweiser.view.printed.handouts import FILE, OfferHandout, handouts_of_offer
from wegweiser.wording.certainty import certainty
from wegweiser.wording.lists import listed

LANGUAGE = "de"
ASK_BEFORE = "Noch nicht bekannt. Bitte fragen Sie vorher nach."


@dataclass(frozen=True, slots=True)
class Item:
    """A step of a plan: what, who and until when, and what is to be filled in by hand."""

    text: str
    note: str = ""
    blank: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """All words of a sheet in one language; what is empty leaves no gap."""

    title: str
    language: str = LANGUAGE
    direction: str = "ltr"
    text: str = ""
    office_heading: str = ""
    office: str = ""
    limits: str = ""
    """For whom alone the office is there: it stays on the sheet whatever has to go."""
    towns: str = ""
    facts: tuple[Fact, ...] = ()
    remarks: tuple[str, ...] = ()
    next_heading: str = "Ihr nächster Schritt"
    next: str = ""
    bring_heading: str = "Das bringen Sie mit"
    bring: tuple[str, ...] = ()
    later_heading: str = "Danach"
    later: tuple[str, ...] = ()
    plan_heading: str = "Schritt für Schritt"
    plan: tuple[Item, ...] = ()
    notes_heading: str = "Notizen"
    date_label: str = "Datum"
    more: str = "Alles Weitere im Internet: Öffnen Sie die Seite mit der Kamera Ihres Telefons."
    shortened: str = "Die Liste geht weiter. Sie steht ganz im Internet."
    code_alt: str = "QR-Code zur Seite im Internet"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, in any size."""

    address: str
    """From the root of the site, without size and ending: `angebote/wohngeld/zettel-wohngeld-soest`."""
    title: str
    """What the document is called."""
    brand: str
    columns: tuple[Column, ...]
    """The first one is German; others stand beside it."""
    code: str = ""
    """The QR code as SVG; empty where nobody knows yet where the site is published."""
    home: str = ""
    home_shown: str = ""


def sheets(edition: Edition, url: str) -> Iterator[Sheet]:
    """All sheets of an edition; `url` is where the site is published, with a slash at the end, or empty."""
    for offer in edition.catalog.offers.values():
        for handout in handouts_of_offer(edition, offer.id):
            yield offer_sheet(edition, url, offer, handout)
    for case in edition.catalog.cases.values():
        yield case_sheet(edition, url, case)


def offer_sheet(edition: Edition, url: str, entry: Entry[Offer], handout: OfferHandout) -> Sheet:
    """The sheet on an offer for those whom one contact answers."""
    offer, card = entry.record, handout.contact
    title = offer.handout_title or offer.everyday_title
    folder = link(entry)
    if offer.discreet:
        return _sheet(edition, url, folder + handout.file, "", _numbers(title, numbers_of(card)))
    column = Column(
        title,
        text=offer.handout_text or offer.summary,
        office_heading="Hier sind Sie richtig",
        office=card.title,
        limits=f"Für: {handout.limits}" if handout.limits else "",
        towns=_towns(edition, handout.towns, card.title),
        facts=(() if card.parents.is_direct else nationwide(edition, offer)) + facts_of(edition, card),
        remarks=_remarks(edition, handout, card),
        next=offer.steps[0],
        later=offer.steps[1:],
        bring=offer.documents or (ASK_BEFORE,),
    )
    sheet = _sheet(edition, url, folder + handout.file, folder, column)
    return replace(sheet, title=f"{title} – {card.title}")


def case_sheet(edition: Edition, url: str, entry: Entry[Case]) -> Sheet:
    """The sheet on a case: the steps to tick off."""
    case = entry.record
    title = case.handout_title or case.title
    folder = link(entry)
    ids = dict.fromkeys(id_ for step in case.steps for id_ in step.contacts)
    cards = [contact_card(edition, id_) for id_ in ids if not is_internal(edition.catalog.contacts[id_])]
    if case.discreet:
        own = [card for card in cards if case.topic in edition.catalog.contacts[card.id].record.topics]
        numbers = tuple(fact for card in own for fact in numbers_of(card))
        return _sheet(edition, url, folder + FILE, "", _numbers(title, numbers))
    numbers = first_numbers_of(edition, cards)
    column = Column(
        title,
        text=case.handout_text or "",
        office_heading="Wer hilft" if numbers else "",
        facts=numbers,
        plan=tuple(map(_item, case.steps)),
    )
    return _sheet(edition, url, folder + FILE, folder, column)


def _item(step: Step) -> Item:
    """Which of several contacts is the right one depends on the town: it is written down by hand."""
    return Item(step.title, f"{step.who}: {step.by_when}", "Kontakt:" if step.contacts else "")


def _numbers(title: str, facts: tuple[Fact, ...]) -> Column:
    return Column(title, office_heading="Sie erreichen uns so", facts=facts)


def _sheet(edition: Edition, url: str, address: str, page: str, column: Column) -> Sheet:
    """With the code of a page where the site's own address is known; the printed address is the home page's alone."""
    shown = urlsplit(url).netloc + urlsplit(url).path.rstrip("/")
    code = qr_svg(url + page) if url else ""
    return Sheet(address, column.title, describe_site(edition, url).name, (column,), code, url, shown)


def _towns(edition: Edition, towns: tuple[str, ...], office: str) -> str:
    """For whom the contact is there; empty where it is there for everybody, or its own name says it."""
    names = [edition.catalog.municipalities[town].record.name for town in towns]
    if len(names) == len(edition.catalog.municipalities) or all(name in office for name in names):
        return ""
    return f"Zuständig für {listed(names)}"


def _remarks(edition: Edition, handout: OfferHandout, card: ContactCard) -> tuple[str, ...]:
    """What has to be said honestly: how sure the answer is, how old what it rests on, and what nobody knows."""
    shared = card.parents.shared
    missing = listed(unknown_of(edition, card))
    said = (
        f"{shared.as_of_text[0].upper()}{shared.as_of_text[1:]}." if shared else "",
        "Bitte fragen Sie nach, ob alles noch stimmt." if is_doubtful(card) else "",
        f"Noch nicht bestätigt: {missing}." if missing else "",
        certainty(fallback=handout.fallback, derived=handout.derived),
    )
    return (" ".join(filter(None, said)),) if any(said) else ()
