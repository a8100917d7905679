"""What is not made twice: macros that all pages share, once for each folder depth; compiled templates, once for all."""

from __future__ import annotations

from types import CodeType
from typing import Any

import jinja2
from jinja2.bccache import Bucket, BytecodeCache
from markupsafe import Markup

from wegweiser.pages.glossary import Linker

_COMPILED: dict[str, tuple[str, CodeType | None]] = {}
"""A template's file as Jinja names it → checksum of its source, and its code."""


class CompiledTemplates(BytecodeCache):
    """What Jinja asks before it compiles a template; one whose source has changed is compiled again.

    The preview renders a new edition after each change. Only for environments with the same options and filters: Jinja
    works out filters of constants while it compiles.
    """

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template, if it was compiled from this source."""
        checksum, code = _COMPILED.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember the code of a template."""
        _COMPILED[bucket.key] = bucket.checksum, bucket.code


class MacroCache:
    """What the templates of one `root` call: `parts` and `who` with macros, `explain` for words, `once`."""

    def __init__(self, environment: jinja2.Environment, root: str, explain: Linker) -> None:
        self._explain = explain
        self._known: dict[tuple[int, ...], tuple[tuple[object, ...], Markup]] = {}
        shared: dict[str, Any] = {"root": root, "explain": explain, "once": self.once}
        shared["parts"] = environment.get_template("_parts.html").make_module(shared)
        self._names = {**shared, "who": environment.get_template("_chain.html").make_module(shared)}

    def for_page(self) -> dict[str, Any]:
        """The names that a template knows; a new page explains each word at its first use again."""
        self._explain.forget()
        return self._names

    def once(self, macro: Any, *arguments: object) -> Markup:
        """A macro rendered once for the same arguments: most of a page stands on many others too.

        Not for macros that explain words, since that depends on what stands before them on the page.
        """
        # By the macro itself, not its name: macros of two templates may have the same. What the key names is kept with
        # the result, so that nothing else can take its identity.
        key = tuple(map(id, (macro, *arguments)))
        if key not in self._known:
            self._known[key] = (macro, *arguments), macro(*arguments)
        return self._known[key][1]
