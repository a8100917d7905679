"""HTML as a tree, read strictly: what is not closed where it was opened is an error."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
"""Elements that have no end tag."""


class Element:
    """An element with its attributes and what it holds."""

    __slots__ = ("attributes", "children", "name", "parent")

    def __init__(self, name: str, attributes: dict[str, str], parent: Element | None) -> None:
        self.name = name
        self.attributes = attributes
        self.parent = parent
        self.children: list[Element | str] = []

    def __repr__(self) -> str:
        written = "".join(f' {name}="{value}"' for name, value in self.attributes.items())
        return f"<{self.name}{written}>{self.text[:60]}"

    def __getitem__(self, attribute: str) -> str:
        return self.attributes[attribute]

    def get(self, attribute: str) -> str | None:
        return self.attributes.get(attribute)

    def below(self, *names: str) -> Iterator[Element]:
        """All elements inside this one, in the order of the page; only those of these names, if any are given."""
        for child in self.children:
            if isinstance(child, Element):
                if not names or child.name in names:
                    yield child
                yield from child.below(*names)

    def sections(self, id_: str) -> Iterator[Element]:
        """The sections inside this one that begin with a heading of this id."""
        for section in self.below("section"):
            heading = next(section.below("h2", "h3"), None)
            if heading is not None and heading.get("id") == id_:
                yield section

    def above(self) -> Iterator[Element]:
        """The elements around this one, the nearest first."""
        if self.parent:
            yield self.parent
            yield from self.parent.above()

    @property
    def text(self) -> str:
        """Everything that is written inside, with single spaces; places where a long word may break are no letters."""
        return " ".join("".join(self.strings()).replace("\u00ad", "").split())

    def strings(self) -> Iterator[str]:
        """Every run of text inside, exactly as written (character references resolved)."""
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child.strings()


class Document:
    """A page. `address` is its place from the root of the site: `angebote/kindergeld/`."""

    def __init__(self, address: str, source: str) -> None:
        self.address = address
        self.source = source
        reader = _Reader()
        reader.feed(source)
        reader.close()
        self.root = reader.root
        self.doctype = reader.doctype
        self.faults = [*reader.faults, *(f"<{element.name}> is never closed" for element in reader.open[1:])]

    def __repr__(self) -> str:
        return f"/{self.address}"

    def all(self, *names: str) -> list[Element]:
        """All elements of these names that a visitor may meet: not those that wait for a script to fill them."""
        return [element for element in self.root.below(*names) if not _waits(element)]

    @cached_property
    def title(self) -> str:
        return self.all("title")[0].text

    @cached_property
    def main(self) -> Element:
        return self.all("main")[0]

    @cached_property
    def ids(self) -> list[str]:
        """Every id, repeated ones too."""
        return [element["id"] for element in self.root.below() if "id" in element.attributes]

    @property
    def records(self) -> list[Element]:
        """The articles that show a record."""
        return [element for element in self.all("article") if "data-record" in element.attributes]


def is_about_a_fault(link: Element) -> bool:
    """Whether a mail link goes to the editors, about what is wrong: no way to reach whom the page is about."""
    return any(part.name == "noscript" or part.get("data-part") in ("start", "missing") for part in link.above())


def _waits(element: Element) -> bool:
    return any(part.name == "template" or "hidden" in part.attributes for part in (element, *element.above()))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {}, None)
        self.open = [self.root]
        self.faults: list[str] = []
        self.doctype = ""

    def handle_decl(self, decl: str) -> None:
        self.doctype = decl

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len({name for name, _ in attrs}) < len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        element = Element(tag, {name: value or "" for name, value in attrs}, self.open[-1])
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<path/>` in SVG; in HTML the slash means nothing."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1].name != tag:
            line, column = self.getpos()
            self.faults.append(f"{line}:{column}: </{tag}> closes <{self.open[-1].name}>")
            return
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)
