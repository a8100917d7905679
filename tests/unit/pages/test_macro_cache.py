"""Macros are rendered once for the same arguments, and never mistaken for those of another template."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2
import pytest

from wegweiser.pages.glossary import Linker
from wegweiser.pages.macro_cache import MacroCache
from wegweiser.pages.render import environment

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


def test_a_template_is_compiled_once_and_again_when_its_file_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = []
    compile_ = jinja2.Environment.compile

    def counted(self: jinja2.Environment, source: str, *names: Any) -> Any:
        compiled.append(source)
        return compile_(self, source, *names)

    monkeypatch.setattr(jinja2.Environment, "compile", counted)
    for word in ("eins", "eins", "zwei"):
        (tmp_path / "a.html").write_text(f"{word} {{{{ '<' }}}}", "utf-8")
        assert environment(tmp_path).get_template("a.html").render() == f"{word} &lt;"
    assert compiled == ["eins {{ '<' }}", "zwei {{ '<' }}"]
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "a.html").write_text("drei", "utf-8")
    assert environment(tmp_path / "b").get_template("a.html").render() == "drei", "another file of this name"
