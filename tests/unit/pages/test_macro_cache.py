"""Macros are rendered once for the same arguments, and never mistaken for those of another template."""

from __future__ import annotations

from typing import Any

import jinja2
import pytest

from wegweiser.pages.glossary import Linker
from wegweiser.pages.macro_cache import MacroCache

TEMPLATES = {
    "_parts.html": "{% macro card(text) %}<p>{{ text }}</p>{% endmacro %}",
    "_chain.html": "{% macro card(text) %}<li>{{ text }}</li>{% endmacro %}",
}


@pytest.fixture
def names() -> dict[str, Any]:
    environment = jinja2.Environment(loader=jinja2.DictLoader(TEMPLATES), autoescape=True)
    return MacroCache(environment, "./", Linker(None, {}, "./")).for_page()


def test_macros_of_one_name_in_two_templates_are_two(names: dict[str, Any]) -> None:
    text = "Wort"
    assert names["once"](names["parts"].card, text) == "<p>Wort</p>"
    assert names["once"](names["who"].card, text) == "<li>Wort</li>"


def test_the_same_arguments_are_rendered_once(names: dict[str, Any]) -> None:
    text = "Wort"
    assert names["once"](names["parts"].card, text) is names["once"](names["parts"].card, text)
    assert names["once"](names["parts"].card, "anderes") == "<p>anderes</p>"
