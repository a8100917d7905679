"""What a change of the data changes on the site, in the words that visitors read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html.parser import HTMLParser

PARTS_OF_A_LINE = frozenset(
    "a abbr b bdi bdo button cite code data dfn em i kbd label mark q s small span strong sub sup time u wbr".split()
)
"""Elements within a line of text (HTML, phrasing content); all others begin a line of their own."""
UNSEEN = frozenset(("script", "style", "template", "svg", "title"))
BREAK = "\0"
"""Between two lines of a page; a line break in its source is none."""
LINES_SHOWN = 8
"""Of one change; the rest is counted."""
PAGES_NAMED = 3


@dataclass(frozen=True, slots=True)
class PageText:
    """What a page says: its heading and the lines of its main part."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """The same change on one or more pages."""

    before: tuple[str, ...]
    """The lines that were there; empty where something is new."""
    after: tuple[str, ...]
    pages: tuple[str, ...]
    """Addresses."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs between two states of a site."""

    new: tuple[str, ...]
    """Addresses of pages that were not there before."""
    gone: tuple[str, ...]
    changed: tuple[Change, ...]
    """What is on most pages comes first."""
    titles: Mapping[str, str]
    """Address → title, of all pages named above."""


def read_page(html: str) -> PageText:
    """The text of a page as a visitor reads it, without what stands around its main part."""
    parser = _Reader()
    parser.feed(html)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.text).split(BREAK))
    return PageText(" ".join(parser.title.split()), tuple(line for line in lines if line))


class _Reader(HTMLParser):
    """Collects the heading and the text inside `<main>`, one block of text a line."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.title = ""
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag in ("br", "hr", "img", "input", "link", "meta", "wbr", "source"):
            self.text.append(BREAK if tag != "wbr" else "")
            return
        self._open.append(tag)
        if tag not in PARTS_OF_A_LINE:
            self.text.append(BREAK)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            return
        while self._open.pop() != tag:
            pass
        if tag not in PARTS_OF_A_LINE:
            self.text.append(BREAK)

    def handle_data(self, data: str) -> None:
        if "main" not in self._open or UNSEEN & set(self._open):
            return
        self.text.append(data)
        if "h1" in self._open:
            self.title += data


def compare(before: Mapping[str, PageText], after: Mapping[str, PageText]) -> Changes:
    """What changes between two sites, each given as address → text; the same change on many pages is told once."""
    pages: dict[tuple[tuple[str, ...], tuple[str, ...]], dict[str, None]] = {}
    for address in sorted(before.keys() & after.keys()):
        for lines in _differing(before[address].lines, after[address].lines):
            pages.setdefault(lines, {})[address] = None
    changed = [Change(old, new, tuple(where)) for (old, new), where in pages.items()]
    changed.sort(key=lambda change: (-len(change.pages), change.pages))
    return Changes(
        new=tuple(sorted(after.keys() - before.keys())),
        gone=tuple(sorted(before.keys() - after.keys())),
        changed=tuple(changed),
        titles={address: text.title for address, text in {**before, **after}.items()},
    )


def _differing(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    if old == new:
        return
    for kind, start, end, from_, to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "replace" and end - start == to - from_:
            yield from zip(zip(old[start:end]), zip(new[from_:to]), strict=True)
        elif kind != "equal":
            yield old[start:end], new[from_:to]


def as_text(changes: Changes) -> str:
    """For the terminal."""
    parts = []
    for heading, items in _told(changes):
        parts.append("\n".join([heading, *(f"  {label}{text}" for label, text in items)]))
    return "\n\n".join(parts) + "\n"


def as_markdown(changes: Changes) -> str:
    """For the summary of a workflow run."""
    parts = ["## Was sich auf der Website ändert"]
    for heading, items in _told(changes):
        lines = "\n".join(f"- {label}{_literal(text)}" for label, text in items)
        parts.append(f"### {_literal(heading)}\n\n{lines}".rstrip())
    return "\n\n".join(parts) + "\n"


FORMATS = {"text": as_text, "markdown": as_markdown}


def _told(changes: Changes) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Headings, each with its lines and what stands in front of them."""

    def name(address: str) -> str:
        return f"{changes.titles[address]} (/{address})"

    if not (changes.new or changes.gone or changes.changed):
        yield "Auf der Website ändert sich nichts.", []
    for heading, addresses in (("Neue Seiten", changes.new), ("Seiten, die es nicht mehr gibt", changes.gone)):
        if addresses:
            yield f"{heading}: {len(addresses)}", [("", name(address)) for address in addresses]
    for change in changes.changed:
        named = ", ".join(map(name, change.pages[:PAGES_NAMED]))
        count = len(change.pages)
        where = named if count <= PAGES_NAMED else f"Auf {count} Seiten, etwa {named}"
        yield where, [*_shortened("alt: ", change.before), *_shortened("neu: ", change.after)]


def _shortened(label: str, lines: tuple[str, ...]) -> list[tuple[str, str]]:
    left = len(lines) - LINES_SHOWN
    more = [("", f"… und {left} weitere Zeilen")] if left > 0 else []
    return [(label, line) for line in lines[:LINES_SHOWN]] + more


def _literal(text: str) -> str:
    """A text in which nothing means anything to Markdown."""
    return re.sub(r"([\\`*_\[\]<>|#~&])", r"\\\1", text)
