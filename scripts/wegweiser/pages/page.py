"""A page before it is rendered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

DISCREET = "Hilfe für Familien: Stellen und Telefonnummern."
"""What is said about a page whose subject must not show in a list of visited pages or beside a shared link."""


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the breadcrumb above a page."""

    address: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page before it is rendered."""

    address: str
    """From the root of the site, without a slash in front: `angebote/kindergeld/`."""
    template: str
    """Name of the template in overrides/pages/."""
    title: str
    """Unique within the site; the name of the site is added to it."""
    description: str
    """One sentence for search engines and shared links."""
    context: Mapping[str, Any] = field(default_factory=dict)
    crumbs: tuple[Crumb, ...] = ()
    section: str = ""
    """Which entry of the main navigation the page belongs to: the first part of its address."""
    scripts: tuple[str, ...] = ()
    """Names of packed scripts (overrides/script/packed/) that this page needs."""
    indexed: bool = True
    """Whether search engines may list it."""

    @property
    def root(self) -> str:
        """The way from this page to the root of the site: `../../` for a record page."""
        return "../" * self.address.count("/") or "./"
