"""The one form of a contact for scripts."""

from __future__ import annotations

from pathlib import Path

from regions import DAY, read

from wegweiser.browser.records import describe_for_educators
from wegweiser.edition import Edition
from wegweiser.view.contact import contact_card


def test_days_on_which_an_office_is_closed_do_not_close_it_for_ever(tmp_path: Path) -> None:
    days = [{"start": "2026-12-24", "end": "2026-12-31", "reason": "Betriebsferien"}]
    edition = Edition.on(read(tmp_path, {"contacts/jugendamt": {"closing_days": days}}), DAY)
    found = describe_for_educators(contact_card(edition, "jugendamt"))
    assert found["closed"] == [["24. Dezember bis 31. Dezember 2026", "Betriebsferien"]]
    assert "gone" not in found


def test_an_office_that_is_no_more_is_said_to_be_gone(tmp_path: Path) -> None:
    edition = Edition.on(
        read(tmp_path, {"contacts/jugendamt": {"closed": {"since": "2026-05-01", "successor": "kreis"}}}), DAY
    )
    assert describe_for_educators(contact_card(edition, "jugendamt"))["gone"] == 1
