"""What every page, sheet and file says about the site as a whole."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from wegweiser.edition import Edition
from wegweiser.rules.freshness import CHECK_IS_FRESH, SITE_IS_OLD
from wegweiser.schema import Region, Status
from wegweiser.values import policy
from wegweiser.values.dates import months_later

DESCRIPTION = "Hilfen für Familien {}, und wer dafür zuständig ist. Ohne Anmeldung, ohne Spuren."


@dataclass(frozen=True, slots=True)
class CorrectionWays:
    """Where visitors may send what is wrong; every one may be empty, and where all are nobody is asked."""

    email: str
    form: str
    """Address of a form that somebody else runs."""
    repository: str
    """Address of the project, whose forms can be filled in by a link."""

    def __bool__(self) -> bool:
        return bool(self.email or self.form or self.repository)


@dataclass(frozen=True, slots=True)
class Site:
    """What every page says about the site as a whole."""

    name: str
    region: str
    description: str
    """One sentence for search engines, where a page has none of its own."""
    url: str
    """Where the site is published, with a slash at the end; empty where unknown."""
    preview: bool
    correction: CorrectionWays
    today: dt.date
    old_after: dt.date
    """After this day, should nobody build it anew, the site says that it is old."""
    policy: str
    statuses: tuple[Status, ...]
    handouts: bool
    """Whether the sheets of paper are made as well, so that pages may link them."""

    def fresh_until(self, checked: dt.date) -> str:
        """ISO day up to which a check counts as fresh."""
        return months_later(checked, CHECK_IS_FRESH).isoformat()


def correction_ways(region: Region) -> CorrectionWays:
    """Where a region reads corrections: at an address of its own, else at that of its publisher."""
    publisher = region.owner.email if region.owner else ""
    return CorrectionWays(region.correction_email or publisher, region.correction_url or "", region.repository or "")


def describe_site(edition: Edition, url: str, *, live: bool = False, handouts: bool = False) -> Site:
    """What the region says about the whole site; `live` for the preview on the editor's own machine."""
    region = edition.catalog.region.record
    return Site(
        name=f"Familienwegweiser {region.name}",
        region=region.name,
        description=DESCRIPTION.format(region.in_region),
        url=url,
        preview=region.preview,
        correction=correction_ways(region),
        today=edition.today,
        old_after=months_later(edition.today, SITE_IS_OLD),
        policy=policy.LIVE_RELOAD_POLICY if live else policy.CONTENT_SECURITY_POLICY,
        statuses=tuple(edition.catalog.statuses.values()),
        handouts=handouts,
    )
