"""The one schema of the data: which folders and files there are and what each may say."""

from __future__ import annotations

from wegweiser.schema.centre import Activity, Centre, ChildAges, House
from wegweiser.schema.cooperation import Agreement, Responsibilities, Rule, RulePart
from wegweiser.schema.eligibility import ChildAge, Eligibility
from wegweiser.schema.facts import (
    Access,
    Address,
    Channel,
    Checked,
    Closed,
    Fact,
    Figure,
    Law,
    Missing,
    Model,
    Person,
    Record,
    Source,
)
from wegweiser.schema.happenings import Case, Event, News, Step
from wegweiser.schema.offer import Ages, Amount, Deadline, Form, Offer
from wegweiser.schema.opening import ClosingDays, OpeningHours
from wegweiser.schema.people import Contact, Location, Organization, Serves
from wegweiser.schema.places import District, Municipality, Owner, Region, ReviewPeriods
from wegweiser.schema.vocabulary import (
    Addresses,
    BestBet,
    Concept,
    Glossary,
    LanguageWords,
    OfferWords,
    OfficeWords,
    Redirect,
    Redirects,
    Search,
    ShortNumberEntry,
    ShortNumbers,
    Status,
    Statuses,
    Term,
    Topic,
    Topics,
)

__all__ = [
    "FILES",
    "FOLDERS",
    "REQUIRED_FILES",
    "Access",
    "Activity",
    "Address",
    "Addresses",
    "Ages",
    "Agreement",
    "Amount",
    "BestBet",
    "Case",
    "Centre",
    "Channel",
    "Checked",
    "ChildAge",
    "ChildAges",
    "Closed",
    "ClosingDays",
    "Concept",
    "Contact",
    "Deadline",
    "District",
    "Eligibility",
    "Event",
    "Fact",
    "Figure",
    "Form",
    "Glossary",
    "House",
    "LanguageWords",
    "Law",
    "Location",
    "Missing",
    "Model",
    "Municipality",
    "News",
    "Offer",
    "OfferWords",
    "OfficeWords",
    "OpeningHours",
    "Organization",
    "Owner",
    "Person",
    "Record",
    "Redirect",
    "Redirects",
    "Region",
    "Responsibilities",
    "ReviewPeriods",
    "Rule",
    "RulePart",
    "Search",
    "Serves",
    "ShortNumberEntry",
    "ShortNumbers",
    "Source",
    "Status",
    "Statuses",
    "Step",
    "Term",
    "Topic",
    "Topics",
]

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
    "search": Search,
}
"""One file of its own: name without .yml → model."""
REQUIRED_FILES = ("region", "topics", "statuses", "responsibilities")
