"""HTML as a tree, read strictly: what is not closed where it was opened is an error."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from html import unescape
from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
"""Elements that have no end tag."""
_PIECE = re.compile(
    r"<(?P<end>/?)(?P<name>[a-z][a-z0-9-]*)"
    r"(?P<attributes>(?:[ \n]+[a-zA-Z][a-zA-Z:-]*(?:=\"[^\"]*\")?)*)[ \n]*(?P<alone>/?)>"
    r"|<!--(?:(?!-->|--!>).)+-->"
    r"|<!(?P<doctype>doctype html)>",
    re.DOTALL,
)
"""What nearly all pages are made of: tags with values in quotes, comments."""
_ATTRIBUTE = re.compile(r"([a-zA-Z:-]+)(=\"([^\"]*)\")?")
_AS_WRITTEN = {name: re.compile(f"</{name}>") for name in ("script", "style")}
"""Elements whose text is no HTML, and where it ends."""


class Element:
    """An element with its attributes and what it holds."""

    __slots__ = ("_all", "_at", "_end", "attributes", "children", "name", "parent", "waits")

    def __init__(self, name: str, attributes: dict[str, str], parent: Element | None) -> None:
        self.name = name
        self.attributes = attributes
        self.parent = parent
        self.children: list[Element | str] = []
        self.waits: bool = name == "template" or "hidden" in attributes or (parent is not None and parent.waits)
        """Whether it waits, or lies in something that waits, for a script to fill or show it."""
        self._all: list[Element] = parent._all if parent else []
        self._at = len(self._all)
        self._end: int | None = None
        self._all.append(self)
        if parent:
            parent.children.append(self)

    def close(self) -> None:
        """Nothing that is read from here on lies inside."""
        self._end = len(self._all)

    def __repr__(self) -> str:
        written = "".join(f' {name}="{value}"' for name, value in self.attributes.items())
        return f"<{self.name}{written}>{self.text[:60]}"

    def __getitem__(self, attribute: str) -> str:
        return self.attributes[attribute]

    def get(self, attribute: str) -> str | None:
        return self.attributes.get(attribute)

    def below(self, *names: str) -> Iterator[Element]:
        """All elements inside this one, in the order of the page; only those of these names, if any are given."""
        inside = self._all[self._at + 1 : self._end]
        return iter([element for element in inside if element.name in names] if names else inside)

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
        reader = read_strictly(source) or read_as_a_browser(source)
        self.root = reader.root
        self.doctype = reader.doctype
        self.faults = [*reader.faults, *(f"<{element.name}> is never closed" for element in reader.open[1:])]

    def __repr__(self) -> str:
        return f"/{self.address}"

    def all(self, *names: str) -> list[Element]:
        """All elements of these names that a visitor may meet: not those that wait for a script to fill them."""
        return [element for element in self.root.below(*names) if not element.waits]

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


class _Tree:
    """Elements as they open and close."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.root = Element("", {}, None)
        self.open = [self.root]
        self.faults: list[str] = []
        self.doctype = ""

    def start(self, name: str, attributes: dict[str, str], *, alone: bool = False) -> None:
        element = Element(name, attributes, self.open[-1])
        if alone or name in VOID:
            element.close()
        else:
            self.open.append(element)

    def end(self, name: str, line: int, column: int) -> None:
        if self.open[-1].name != name:
            self.faults.append(f"{line}:{column}: </{name}> closes <{self.open[-1].name}>")
            return
        self.open.pop().close()

    def data(self, text: str) -> None:
        self.open[-1].children.append(text)


def read_strictly(source: str) -> _Tree | None:
    """Read HTML that is written plainly, several times as fast as the standard library; None where it is not."""
    tree = _Tree(source)
    at = 0
    while (begin := source.find("<", at)) >= 0:
        piece = _PIECE.match(source, begin)
        if piece is None:
            return None
        if begin > at:
            tree.data(unescape(source[at:begin]))
        at = piece.end()
        if name := piece["name"]:
            written = piece["attributes"]
            if piece["end"]:
                if written or piece["alone"]:
                    return None
                before = source.rfind("\n", 0, begin)
                tree.end(
                    name, source.count("\n", 0, begin) + 1 if tree.open[-1].name != name else 0, begin - before - 1
                )
                continue
            pairs = [(key.lower(), unescape(value)) for key, _, value in _ATTRIBUTE.findall(written)] if written else []
            attributes = dict(pairs)
            if len(attributes) < len(pairs):
                tree.faults.append(f"<{name}> has an attribute twice")
            tree.start(name, attributes, alone=bool(piece["alone"]))
            if name in _AS_WRITTEN:
                if piece["alone"] or not (stop := _AS_WRITTEN[name].search(source, at)):
                    return None
                if stop.start() > at:
                    tree.data(source[at : stop.start()])
                at = stop.start()
        elif piece["doctype"]:
            tree.doctype = piece["doctype"]
    if at < len(source):
        tree.data(unescape(source[at:]))
    return tree


def read_as_a_browser(source: str) -> _Tree:
    """Read any HTML, with the parser of the standard library."""
    reader = _Reader(source)
    reader.feed(source)
    reader.close()
    return reader.tree


class _Reader(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tree = _Tree(source)

    def handle_decl(self, decl: str) -> None:
        self.tree.doctype = decl

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]], *, alone: bool = False) -> None:
        if len({name for name, _ in attrs}) < len(attrs):
            self.tree.faults.append(f"<{tag}> has an attribute twice")
        self.tree.start(tag, {name: value or "" for name, value in attrs}, alone=alone)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<path/>` in SVG; in HTML the slash means nothing."""
        self.handle_starttag(tag, attrs, alone=True)

    def handle_endtag(self, tag: str) -> None:
        self.tree.end(tag, *self.getpos())

    def handle_data(self, data: str) -> None:
        self.tree.data(data)
