"""The small objects of HSDS: phones, addresses, schedules, and attributes that carry the date of each fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from wegweiser.edition import Edition
from wegweiser.files.identity import stable_id
from wegweiser.rules.freshness import last_look
from wegweiser.schema import Access, OpeningHours, Record
from wegweiser.schema.codes import Audience
from wegweiser.schema.ways import Way
from wegweiser.values.languages import language_name
from wegweiser.view.exchange.weekly_hours import WeeklyHours, weekly_hours
from wegweiser.view.fact import ShownFact
from wegweiser.view.opening import ShownHours
from wegweiser.view.reach import ShownAddress, ShownChannel, for_audience

Object = dict[str, Any]

TERMS = {
    "as-of": ("Stand", "Der Tag, das Monat oder das Jahr des Belegs, auf dem eine Angabe beruht."),
    "checked": ("Geprüft", "Der Tag, an dem die Stelle selbst die Angaben bestätigt hat, und wer es war."),
    "page": ("Seite", "Adresse der Seite im Familienwegweiser."),
    "contact": ("Kontakt", "Funktion, die für das Angebot zuständig ist."),
    "purpose": ("Wofür", "Womit man sich an einen Kontakt wendet."),
    "kind": ("Art", "Was für eine Stelle oder was für ein Haus es ist."),
    "held-here": ("Angebote im Haus", "Angebote, die in einem Haus stattfinden oder dort erklärt werden."),
    "service-key": ("LeiKa", "Schlüssel im Leistungskatalog der öffentlichen Verwaltung."),
}
"""What attributes say that HSDS has no field for: code → name and description."""
OWN_TAXONOMY, TOPICS = "Familienwegweiser: Angaben", "Familienwegweiser: Themen"
COUNTRY = "DE"


@dataclass(frozen=True, slots=True)
class Parts:
    """Makes the parts of one edition."""

    edition: Edition
    url: str
    """Of the site, with a slash at the end; empty where unknown."""
    terms: dict[str, Object] = field(default_factory=dict)
    """What attributes have in common, made once."""

    def id(self, name: str) -> str:
        """The UUID of a record (`kind:id`) or of a part of it."""
        return stable_id(self.edition, name)

    def term(self, code: str) -> Object:
        """A term of our own taxonomy."""
        if code not in self.terms:
            self.terms[code] = self.term_of(OWN_TAXONOMY, code, *TERMS[code])
        return self.terms[code]

    def term_of(self, taxonomy: str, code: str, name: str, description: str) -> Object:
        """A term of a taxonomy."""
        term = {"id": self.id(f"term:{code}"), "code": code, "name": name, "description": description}
        return {**term, "taxonomy": taxonomy, "taxonomy_id": self.id(f"taxonomy:{taxonomy}")}

    def attribute(self, owner: str, code: str, value: str, label: str = "") -> Object:
        """Something that HSDS has no field for. `owner` names what it belongs to."""
        label = label or TERMS[code][0]
        made = {"id": self.id(f"{owner}/{code}/{label}/{value}"), "value": value, "label": label}
        return {**made, "taxonomy_term": self.term(code)}

    def as_of(self, owner: str, fact: ShownFact, label: str = "") -> list[Object]:
        """The date that a fact rests on."""
        said = f"{fact.day} ({fact.as_of_text}{'; bitte nachfragen' if fact.marked else ''})"
        return [self.attribute(owner, "as-of", said, label)]

    def page(self, address: str) -> str:
        """A page of the site."""
        return f"{self.url or '/'}{address}"

    def check(self, owner: str, record: Record) -> Object:
        """When a record was confirmed, else when it was read last."""
        if record.checked:
            return self.attribute(owner, "checked", f"{record.checked.on.isoformat()} ({record.checked.by})")
        return self.attribute(owner, "as-of", last_look(record).isoformat(), "Zuletzt gelesen")

    def phones(self, owner: str, channels: Iterable[ShownChannel]) -> list[Object]:
        """Numbers that parents may call, and faxes."""
        return list(self._phones(owner, channels))

    def _phones(self, owner: str, channels: Iterable[ShownChannel]) -> Iterator[Object]:
        for channel in for_audience(channels, Audience.PARENTS):
            if not channel.value or not (channel.way.is_dialled or channel.way is Way.FAX):
                continue
            name = f"{owner}/phone/{channel.value}"
            phone = {"id": self.id(name), "number": channel.value, "type": "fax" if channel.way is Way.FAX else "voice"}
            said = ", ".join(filter(None, (channel.label, channel.hours.text if channel.hours else "")))
            yield filled({**phone, "description": said, "attributes": self.as_of(name, channel)})

    def email(self, owner: str, channels: Iterable[ShownChannel]) -> Object:
        """The first mailbox for parents, with the attribute that dates it; empty where there is none."""
        for channel in for_audience(channels, Audience.PARENTS):
            if channel.way is Way.EMAIL and channel.value:
                return {"email": channel.value, "attributes": self.as_of(owner, channel, "Stand der E-Mail-Adresse")}
        return {}

    def addresses(self, owner: str, place: ShownAddress | None) -> list[Object]:
        """The address where all of it is known and shown; HSDS knows none in part."""
        if place is None or place.withheld or not (place.street and place.postal_code and place.city):
            return []
        region = self.edition.catalog.region.record
        name = f"{owner}/address"
        written = {"address_1": place.street, "city": place.city, "postal_code": place.postal_code}
        where = {"region": region.name, "state_province": region.state.label, "country": COUNTRY}
        made = {"id": self.id(name), "attention": place.note, **written, **where, "address_type": "physical"}
        return [filled({**made, "attributes": self.as_of(name, place)})]

    def schedules(self, owner: str, hours: OpeningHours | None, shown: ShownHours | None) -> list[Object]:
        """Opening hours by the week; what a week does not say stands in words beside each."""
        if shown is None or shown.withheld:
            return []
        text = ". ".join(filter(None, (shown.headline, shown.text, shown.note)))
        rules: tuple[WeeklyHours | None, ...] = weekly_hours(hours, shown) or (None,)
        return [self._schedule(f"{owner}/schedule/{number}", rule, text, shown) for number, rule in enumerate(rules)]

    def _schedule(self, name: str, rule: WeeklyHours | None, text: str, shown: ShownHours) -> Object:
        made: Object = {"id": self.id(name), "description": text, "valid_to": shown.fresh_until}
        if rule:
            days = [day.upper() for day in rule.days]
            counted = [f"{count}{day}" for count in rule.counts for day in days]
            made |= {"freq": "MONTHLY" if counted else "WEEKLY", "byday": ",".join(counted or days)}
            made |= {"opens_at": f"{rule.opens}:00", "closes_at": f"{rule.closes}:00"}
        return filled({**made, "attributes": self.as_of(name, shown)})

    def languages(self, owner: str, codes: Iterable[str]) -> list[Object]:
        """Languages people are spoken to in."""
        return [
            {"id": self.id(f"{owner}/language/{code}"), "name": language_name(code), "code": code} for code in codes
        ]

    def accessibility(self, owner: str, access: Access | None) -> list[Object]:
        """How accessible a building is."""
        if access is None:
            return []
        said = ", ".join(feature.label for feature in access.features)
        return [filled({"id": self.id(f"{owner}/access"), "description": said, "details": access.note})]


def filled(made: Object) -> Object:
    """Without the fields of which nothing is known."""
    return {name: value for name, value in made.items() if value not in (None, "", [])}
