"""Links words of the glossary to their meaning, each at its first use on a page."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from wegweiser.schema import Term
from wegweiser.values.text import fold

ADDRESS = "glossar/"
ENDING = re.compile(r"(?<=\w{3})(?:e|en|em|er|es|n|s)\b")
"""What changes at the end of a German word; `Bescheide` and `Bescheids` are the same word."""


def anchor(term: str) -> str:
    """The id of a term on the page of the glossary."""
    return "-".join(re.findall(r"\w+", fold(term)))


def other_names(term: Term) -> list[str]:
    """What else a term is called; not its other forms, which are there so that texts find it."""
    names = {ENDING.sub("", fold(name)): name for name in reversed((term.term, *term.aliases))}
    return [name for name in reversed(names.values()) if name != term.term]


def link_term(root: str, term: str, text: str) -> Markup:
    """A word with a link to the meaning of a term."""
    return Markup('<a class="term" href="{}{}#{}">{}</a>').format(root, ADDRESS, anchor(term), text)


class Glossary:
    """The terms of the glossary as one pattern, made once for all pages."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = {form: term for term in terms for form in (term.term, *term.aliases)}
        forms = "|".join(re.escape(form) for form in sorted(self._terms, key=len, reverse=True))
        self._pattern = re.compile(rf"(?<!\w)(?:{forms})(?!\w)") if forms else None

    def on_page(self, root: str) -> Linker:
        """What links the words of a page; `root` is the way to the root of the site."""
        return Linker(self._pattern, self._terms, root)


class Linker:
    """Turns texts of one page into HTML in which each term is linked once."""

    def __init__(self, pattern: re.Pattern[str] | None, terms: dict[str, Term], root: str) -> None:
        self._pattern = pattern
        self._terms = terms
        self._root = root
        self._seen: set[str] = set()

    def forget(self) -> None:
        """Begin a new page."""
        self._seen.clear()

    def __call__(self, text: str) -> Markup:
        """The text, escaped, with links."""
        if self._pattern is None:
            return escape(text)
        parts: list[str] = []
        position = 0
        for found in self._pattern.finditer(text):
            term = self._terms[found[0]].term
            if term in self._seen:
                continue
            self._seen.add(term)
            parts += [escape(text[position : found.start()]), link_term(self._root, term, found[0])]
            position = found.end()
        parts.append(escape(text[position:]))
        return Markup("").join(parts)
