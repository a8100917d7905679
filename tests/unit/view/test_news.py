"""News is new for 60 days, and only where its day or month is known."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from regions import read

from wegweiser.edition import Edition
from wegweiser.view.events import recent_news


@pytest.mark.parametrize(
    ("date", "is_new"),
    [
        ("2026-09-02", False),
        ("2026-09-03", True),  # 60 days before
        ("2026-11-01", True),
        ("2026-08", False),
        ("2026-09", True),  # it may mean the last day of September
        ("2026", False),
        ("unknown", False),
    ],
)
def test_how_long_news_is_new(tmp_path: Path, date: str, is_new: bool) -> None:
    edition = Edition.on(read(tmp_path, {"news/neue-vereinbarung": {"date": date}}), dt.date(2026, 11, 2))
    assert ("neue-vereinbarung" in [entry.id for entry in recent_news(edition)]) is is_new
