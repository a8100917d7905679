"""PDFs as a screen reader sees them: the tree of tags, and the text of each tag in the order of the tree."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

MILLIMETRES = 25.4 / 72


class Piece(str):
    """A text, with its language where the mark around it names one."""

    language = ""


@dataclass
class Tag:
    """An element of the structure: its role, its properties, and what it holds."""

    role: str
    properties: dict[str, str]
    children: list[Tag | str] = field(default_factory=list)

    def below(self, *roles: str) -> Iterator[Tag]:
        """All tags inside this one, in reading order; only those of these roles, if any are given."""
        for child in self.children:
            if isinstance(child, Tag):
                if not roles or child.role in roles:
                    yield child
                yield from child.below(*roles)

    @property
    def text(self) -> str:
        """Everything that is read out inside, with single spaces, without invisible places to break a line."""
        return _tidied("".join(child if isinstance(child, str) else f" {child.text} " for child in self.children))

    def text_in(self, language: str, inherited: str = "") -> str:
        """What is read out in one language: that of the mark, of the tag or of the nearest tag around it."""
        own = self.properties.get("Lang", inherited)
        return _tidied(
            "".join(
                f" {child.text_in(language, own)} "
                if isinstance(child, Tag)
                else child * ((getattr(child, "language", "") or own) == language)
                for child in self.children
            )
        )


def bare(text: str) -> str:
    """A text without what changes where a line ends (spaces, hyphens, places to break) and without joined letters."""
    return re.sub(r"[\s\u00ad\u200b\u2010\u2011-]", "", unicodedata.normalize("NFKC", text))


def _tidied(read: str) -> str:
    return " ".join(read.replace("\u200b", "").replace("\u00ad", "").split())


class Paper:
    """A PDF file."""

    def __init__(self, content: bytes) -> None:
        self.pdf = pikepdf.open(BytesIO(content))

    @property
    def root(self) -> Any:
        return self.pdf.Root

    @property
    def pages(self) -> int:
        return len(self.pdf.pages)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the first page in millimetres."""
        left, bottom, right, top = (float(value) for value in self.pdf.pages[0].mediabox)
        return round((right - left) * MILLIMETRES), round((top - bottom) * MILLIMETRES)

    def drawn(self, stream: Any = None) -> list[tuple[list[Any], str]]:
        """What the first page (or a picture on it) draws: operands and operator, one after the other."""
        instructions = pikepdf.parse_content_stream(self.pdf.pages[0] if stream is None else stream)
        return [(list(operands), str(operator)) for operands, operator in instructions]

    @property
    def title(self) -> str:
        return str(self.pdf.docinfo["/Title"])

    @property
    def letters(self) -> str:
        """Every letter that is drawn on all pages, as `bare` leaves them."""
        return bare("".join(text for page in self.pdf.pages for text in _drawn(page)))

    @property
    def greys(self) -> set[float]:
        """How bright the letters of all pages are, from 0 (black) to 1, as a printer without colours sees them."""
        found, colour, saved = set(), 0.0, []
        for page in self.pdf.pages:
            for operands, operator in pikepdf.parse_content_stream(page):
                match str(operator):
                    case "q":
                        saved.append(colour)
                    case "Q":
                        colour = saved.pop()
                    case "rg":
                        red, green, blue = map(float, operands)
                        colour = 0.299 * red + 0.587 * green + 0.114 * blue
                    case "g":
                        colour = float(operands[0])
                    case "Tj" | "TJ":
                        found.add(round(colour, 2))
        return found

    @property
    def tree(self) -> Tag:
        """The structure with its text."""
        page = self.pdf.pages[0]
        texts = _texts(page)
        return Tag(
            "Root",
            {"Lang": str(self.root.Lang)},
            [_tag(element, texts) for element in _listed(self.root.StructTreeRoot.K)],
        )


def _tag(element: Any, texts: dict[int, Piece]) -> Tag:
    tag = Tag(
        str(element.S)[1:],
        {name[1:]: str(element[name]) for name in ("/Alt", "/Lang", "/ActualText") if name in element},
    )
    if "/ActualText" in element:
        tag.children.append(str(element.ActualText))
        return tag
    for child in _listed(element.get("/K", [])):
        if isinstance(child, int):
            tag.children.append(texts.get(child, Piece()))
        elif child.get("/Type") == "/MCR":
            tag.children.append(texts.get(int(child.MCID), Piece()))
        elif "/S" in child:
            tag.children.append(_tag(child, texts))
    return tag


def _listed(children: Any) -> list[Any]:
    return list(children) if isinstance(children, list | pikepdf.Array) else [children]


def _texts(page: pikepdf.Page) -> dict[int, Piece]:
    """The text of each marked piece of a page by its number."""
    found: dict[int, Piece] = {}
    open_marks: list[Mark] = []
    letters: dict[bytes, str] = {}
    fonts = {name: _letters(font) for name, font in page.resources.get("/Font", {}).items()}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                open_marks.append(Mark.of(operands))
            case "EMC":
                closed = open_marks.pop()
                if open_marks:
                    open_marks[-1].text += closed.spoken
                if closed.number is not None:
                    found[closed.number] = Piece(found.get(closed.number, "") + closed.spoken)
                    found[closed.number].language = closed.language
            case "Tf":
                letters = fonts[str(operands[0])]
            case "Tj" | "TJ" if open_marks:
                pieces = operands[0] if str(operator) == "TJ" else operands
                strings = (bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
                open_marks[-1].text += "".join(_read(codes, letters) for codes in strings)
    return found


def _drawn(page: pikepdf.Page) -> Iterator[str]:
    """All text of a page, marked or not, in the order in which it is drawn."""
    letters: dict[bytes, str] = {}
    fonts = {name: _letters(font) for name, font in page.resources.get("/Font", {}).items()}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "Tf":
                letters = fonts[str(operands[0])]
            case "Tj" | "TJ":
                pieces = operands[0] if str(operator) == "TJ" else operands
                yield from (_read(bytes(piece), letters) for piece in pieces if isinstance(piece, pikepdf.String))


@dataclass
class Mark:
    """A marked piece of a page while it is read; a replacement (ActualText) is spoken instead of what is drawn."""

    number: int | None
    replacement: str | None
    language: str = ""
    text: str = ""

    @classmethod
    def of(cls, operands: Any) -> Mark:
        properties = operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else {}
        number, replacement = (properties.get(name) for name in ("/MCID", "/ActualText"))
        return cls(
            None if number is None else int(number),
            None if replacement is None else str(replacement),
            str(properties.get("/Lang", "")),
        )

    @property
    def spoken(self) -> str:
        return self.text if self.replacement is None else self.replacement


def _read(codes: bytes, letters: dict[bytes, str]) -> str:
    return "".join(letters[codes[at : at + 2]] for at in range(0, len(codes), 2))


def _letters(font: Any) -> dict[bytes, str]:
    """What the codes of a font mean, as the font itself says (ToUnicode)."""
    table = font.ToUnicode.read_bytes().decode("ascii")
    found: dict[bytes, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, meaning in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", block):
            found[bytes.fromhex(code)] = bytes.fromhex(meaning).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for low, high, meaning in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", block):
            start = int.from_bytes(bytes.fromhex(meaning), "big")
            for step in range(int(high, 16) - int(low, 16) + 1):
                found[(int(low, 16) + step).to_bytes(2, "big")] = chr(start + step)
    return found
