"""The one schema of the data: which folders and files there are and what each may say."""

from __future__ import annotations

from wegweiser.schema.centre import Centre
from wegweiser.schema.cooperation import Agreement, Responsibilities
from wegweiser.schema.facts import Model, Record
from wegweiser.schema.happenings import Case, Event, News
from wegweiser.schema.offer import Offer
from wegweiser.schema.people import Contact, Organization
from wegweiser.schema.places import Municipality, Region
from wegweiser.schema.vocabulary import Addresses, Glossary, Redirects, ShortNumbers, Status, Statuses, Topic, Topics

FOLDERS: dict[str, tuple[str, type[Record]]] = {
    "municipalities": ("municipality", Municipality),
    "organizations": ("organization", Organization),
    "contacts": ("contact", Contact),
    "centres": ("centre", Centre),
    "offers": ("offer", Offer),
    "agreements": ("agreement", Agreement),
    "news": ("news", News),
    "events": ("event", Event),
    "cases": ("case", Case),
}
"""One file per record: folder → (kind, model)."""

FILES: dict[str, type[Model]] = {
    "region": Region,
    "topics": Topics,
    "statuses": Statuses,
    "responsibilities": Responsibilities,
    "redirects": Redirects,
    "glossary": Glossary,
    "short_numbers": ShortNumbers,
    "addresses": Addresses,
}
"""One file of its own: name without .yml → model."""
REQUIRED_FILES = ("region", "topics", "statuses", "responsibilities")
