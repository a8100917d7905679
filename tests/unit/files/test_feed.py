"""The feed: after the grammar of the standard, read by a library, and with nothing that has no date."""

from __future__ import annotations

from pathlib import Path

import feedparser
import pytest
from judges import atom_faults
from outlets import URL, edition_of, made
from regions import HOUSE, PROOF, Changes

PATH = "aktuelles/feed.xml"
NEWS = {"title": "Neues Haus", "summary": "Es öffnet.", "text": "Es öffnet im Mai.", **PROOF}
TEXT = "Mehr & weniger, „Anführung“ 'so' ]]"


def news(date: str, **fields: object) -> Changes:
    return {"news/neu": {**NEWS, "date": date, **fields}}


@pytest.mark.judge("RELAX NG aus RFC 4287 mit lxml", "feedparser")
@pytest.mark.parametrize("changes", [{}, news("2026-05-01"), news("2026-05", title=TEXT), news("unknown")])
def test_the_grammar_and_a_reader_take_it(tmp_path: Path, changes: Changes) -> None:
    content = made(*edition_of(tmp_path, changes), PATH)
    assert atom_faults(content) == []
    read = feedparser.parse(content)
    assert not read.bozo
    assert len({entry.id for entry in read.entries}) == len(read.entries) > 0
    assert all(entry.link.startswith(URL) for entry in read.entries)


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"<id>", b"<Id>"), (b"T00:00:00Z", b""), (b"<title>", b"<title>x</title><title>"), (b' href="', b' hreff="')],
)
def test_the_grammar_refuses_a_broken_feed(tmp_path: Path, old: bytes, new: bytes) -> None:
    content = made(*edition_of(tmp_path), PATH)
    if new in (b"<Id>",):
        content = content.replace(b"</id>", b"</Id>")
    assert atom_faults(content.replace(old, new)) != []


def test_news_and_confirmations_newest_first(tmp_path: Path) -> None:
    read = feedparser.parse(made(*edition_of(tmp_path, news("2026-07", title=TEXT)), PATH))
    assert (read.entries[0].title, read.entries[0].tags[0].term) == (TEXT, "aktuelles")
    confirmed = [entry for entry in read.entries if entry.tags[0].term == "geprueft"]
    assert f"{URL}familienzentren/{HOUSE}/" in {entry.link for entry in confirmed}
    assert all("Geprüft am 1. Juni 2026" in entry.summary for entry in confirmed)


@pytest.mark.parametrize(
    "changes",
    [
        news("unknown"),
        {"contacts/kreis": {"checked": None}},
        {"offers/wohngeld": {"discreet": "ja"}},
    ],
)
def test_what_nobody_can_date_or_shall_see_stays_out(tmp_path: Path, changes: Changes) -> None:
    links = {entry.link for entry in feedparser.parse(made(*edition_of(tmp_path, changes), PATH)).entries}
    [name] = changes
    kind, _, id_ = name.partition("/")
    folder = {"news": "aktuelles", "contacts": "kontakte", "offers": "angebote"}[kind]
    assert f"{URL}{folder}/{id_}/" not in links
