"""What pages may load and run: their own host only, nothing inside the page, and nothing of the theme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import editor
import material
import pytest
import yaml
from documents import Document, Element
from sites import ROOT, Site

from wegweiser.browser import BUNDLES
from wegweiser.browser.bundles import make_bundles
from wegweiser.paper import sharing
from wegweiser.values import policy

LOADING = {
    "audio": ("src",),
    "embed": ("src",),
    "form": ("action",),
    "iframe": ("src", "srcdoc"),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src", "formaction"),
    "link": ("href", "imagesrcset"),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
"""Attributes that make a browser fetch something without a click."""
NAMING = {"canonical", "alternate", "license"}
"""Links in the head that name another page and fetch nothing."""
DATA = {"application/ld+json"}
"""Scripts that are data and do not run."""
TEXT_FILES = {".css", ".js", ".svg"}
EDITOR = editor.ADDRESS
"""The one exception from 'no storage' and 'no other host' (docs/datenschutz.md, decision 0022): the form for those who
keep the facts. tests/browser/test_editor.py holds what it may do instead."""


class _Yaml(yaml.SafeLoader):
    """Reads mkdocs.yml, whose `!ENV` takes values from the environment."""


_Yaml.add_constructor("!ENV", lambda loader, node: None)


def configuration() -> dict[str, object]:
    loaded: dict[str, object] = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), _Yaml)  # noqa: S506 - a SafeLoader
    return loaded


def foreign_loads(document: Document) -> Iterator[Element]:
    for element in document.root.below(*LOADING):
        if element.name == "link" and element.get("rel") in NAMING:
            continue
        for attribute in LOADING[element.name]:
            if re.search("//|^(?!data:)[a-z]+:", element.get(attribute) or ""):
                yield element


def inline_code(document: Document) -> Iterator[Element]:
    """Scripts, styles and handlers inside the page."""
    for element in document.root.below():
        runs = element.name == "script" and "src" not in element.attributes and element.get("type") not in DATA
        code = [name for name in element.attributes if name == "style" or name.startswith("on")]
        if runs or code or element.name == "style" or "javascript:" in (element.get("href") or ""):
            yield element


def outgoing_without_protection(document: Document) -> Iterator[Element]:
    for link in document.root.below("a"):
        if urlsplit(link.get("href") or "").netloc and "noopener" not in (link.get("rel") or "").split():
            yield link


def test_the_policy_comes_right_after_the_charset(site: Site) -> None:
    for document in site.documents.values():
        head = [part for part in document.all("head")[0].children if isinstance(part, Element)]
        assert head[0].attributes == {"charset": "utf-8"}, document
        kept = policy.CONTENT_SECURITY_POLICY
        wanted = policy.with_drawn_icons(kept) if document.address in site.handbook else kept
        written = {"http-equiv": "Content-Security-Policy", "content": wanted}
        assert head[1].attributes == written, document
        assert len(re.findall("content-security-policy", document.source, re.IGNORECASE)) == 1, document


def test_the_policy_allows_our_own_host_and_no_code_inside_pages() -> None:
    rules = dict(rule.split(" ", 1) for rule in policy.CONTENT_SECURITY_POLICY.split("; "))
    assert rules["default-src"] == rules["base-uri"] == "'none'"
    others = {value for name, value in rules.items() if name not in ("default-src", "base-uri")}
    assert others == {"'self'"}
    assert {"script-src", "style-src", "img-src", "connect-src", "worker-src", "form-action"} <= set(rules)


def test_the_handbook_may_draw_icons_that_stand_in_its_style_sheet_and_nothing_more() -> None:
    usual, widened = (
        dict(rule.split(" ", 1) for rule in written.split("; "))
        for written in (policy.CONTENT_SECURITY_POLICY, policy.with_drawn_icons(policy.CONTENT_SECURITY_POLICY))
    )
    assert widened == {**usual, "img-src": "'self' data:"}


def test_only_the_preview_on_the_editors_machine_may_reload_itself() -> None:
    assert "'unsafe-inline'" not in policy.CONTENT_SECURITY_POLICY
    assert policy.LIVE_RELOAD_POLICY.count("'unsafe-inline'") == 1


def test_pages_load_nothing_from_other_hosts(site: Site) -> None:
    for document in site.documents.values():
        assert list(foreign_loads(document)) == [], document


def test_no_code_inside_pages(site: Site) -> None:
    for document in site.documents.values():
        assert list(inline_code(document)) == [], document


def test_frames_load_and_run_nothing_of_others(site: Site) -> None:
    for frame in site.frames.values():
        [rule] = [meta["content"] for meta in frame.all("meta") if "http-equiv" in meta.attributes]
        assert rule == policy.CONTENT_SECURITY_POLICY, frame
        assert [*foreign_loads(frame), *inline_code(frame), *frame.all("script")] == [], frame
        assert [meta["content"] for meta in frame.all("meta") if meta.get("name") == "robots"] == ["noindex"], frame


def test_links_out_of_the_site_tell_nobody_where_they_come_from(site: Site) -> None:
    for document in site.documents.values():
        referrers = [meta["content"] for meta in document.all("meta") if meta.get("name") == "referrer"]
        assert referrers == ["no-referrer"], document
        assert list(outgoing_without_protection(document)) == [], document
        assert [link for link in document.all("a") if "target" in link.attributes] == [], document


@pytest.mark.parametrize(
    ("rule", "bad", "good"),
    [
        (foreign_loads, '<img src="https://example.org/x.png">', '<a href="https://example.org/"></a>'),
        (foreign_loads, '<script src="//example.org/x.js"></script>', '<script src="../x.js"></script>'),
        (foreign_loads, '<img srcset="a.png 1x, https://example.org/b.png 2x">', '<img srcset="a.png 1x">'),
        (
            foreign_loads,
            '<link rel="preconnect" href="https://example.org">',
            '<link rel="canonical" href="https://x.org/">',
        ),
        (foreign_loads, '<form action="https://example.org/"></form>', '<form action="../suche/"></form>'),
        (inline_code, "<script>1</script>", '<script src="x.js"></script>'),
        (inline_code, "<style>p{}</style>", '<script type="application/ld+json">{}</script>'),
        (inline_code, '<p onclick="x()"></p>', "<p>onclick</p>"),
        (inline_code, '<td style="text-align:left"></td>', '<td align="left"></td>'),
        (inline_code, '<a href="javascript:x()"></a>', '<a href="x/"></a>'),
        (outgoing_without_protection, '<a href="https://x.org/"></a>', '<a rel="noopener" href="https://x.org/"></a>'),
    ],
)
def test_the_rules_tell_good_from_bad(rule: object, bad: str, good: str) -> None:
    assert callable(rule)
    assert len(list(rule(Document("", bad)))) == 1
    assert list(rule(Document("", good))) == []


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Style sheets, scripts and pictures but those of the theme, which only the handbook loads, and of the editor."""
    for path in sorted(folder.rglob("*")):
        theirs = path.relative_to(folder).as_posix() in of_the_theme(folder) or path.is_relative_to(folder / EDITOR)
        if path.suffix in TEXT_FILES and not theirs:
            yield path.name, path.read_text("utf-8")


def of_the_theme(folder: Path) -> dict[str, Path]:
    """What the theme ships: its style sheet and its script."""
    found = (path for name in ("stylesheets", "javascripts") for path in (folder / "assets" / name).rglob("*.*"))
    return {path.relative_to(folder).as_posix(): path for path in found}


def test_style_sheets_scripts_and_pictures_name_no_other_host(site: Site) -> None:
    """The names of XML formats look like addresses; nobody fetches them."""
    read = 0
    for name, text in texts(site.folder):
        read += 1
        found = set(re.findall(r"(?:https?:)?//[a-z0-9][a-z0-9.-]*\.[a-z]{2,}[^\s\"')]*", text))
        assert found <= {"http://www.w3.org/2000/svg"}, name
    assert read >= 3


def test_scripts_store_nothing_and_run_no_text(site: Site) -> None:
    forbidden = (
        r"localStorage|sessionStorage|indexedDB|document\.cookie|serviceWorker|sendBeacon|XMLHttpRequest|WebSocket|"
        r"\beval\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write|createElement\(.script"
    )
    for name, text in texts(site.folder):
        if name.endswith(".js"):
            assert re.findall(forbidden, text) == [], name


NAMED_BY_THE_THEME = {
    "www.w3.org": "the name of a format",
    "fontawesome.com": "the licence of an icon, in words",
    "clipboardjs.com": "the licence of a part, in words",
    "api.github.com": "figures of a repository, where `repo_url` is set",
    "unpkg.com": "diagrams, which no page has, and what browsers of 2019 lack",
}
"""Hosts that the theme names, and when it would ask them; the policy forbids each of them, and none is asked
(tests/browser/test_handbook.py)."""
KEPT_BY_THE_THEME = {"sessionStorage": 4, "__md_get": 6, "__md_set": 5, "innerHTML": 8, "XMLHttpRequest": 1}
"""How often its script names what ours may not: for a notice to be hidden, a palette, versions, a repository, tabs that
are kept. None of them is on a page; the functions that would keep something (`__md_set`) are not there."""


def test_the_theme_names_what_we_know_and_no_more() -> None:
    """A new version of the theme may want more: then somebody looks."""
    folder = Path(material.__file__).parent / "templates"
    texts = {kind: read_one(folder, kind) for kind in ("stylesheets/main.*.min.css", "javascripts/bundle.*.min.js")}
    hosts = {
        host for text in texts.values() for host in re.findall(r"(?:https?:)//([a-z0-9][a-z0-9.-]*\.[a-z]{2,})", text)
    }
    assert hosts == set(NAMED_BY_THE_THEME)
    script = texts["javascripts/bundle.*.min.js"]
    counts = {word: script.count(word) for word in (*KEPT_BY_THE_THEME, *NEVER_IN_A_SCRIPT)}
    assert counts == {**KEPT_BY_THE_THEME, **dict.fromkeys(NEVER_IN_A_SCRIPT, 0)}


NEVER_IN_A_SCRIPT = (
    "localStorage",
    "indexedDB",
    "document.cookie",
    "serviceWorker",
    "sendBeacon",
    "WebSocket",
    "eval(",
)


def read_one(folder: Path, pattern: str) -> str:
    [path] = (folder / "assets").glob(pattern)
    return path.read_text("utf-8")


def test_of_the_theme_its_style_and_its_script_are_shipped_and_nothing_else(site: Site) -> None:
    names = [re.sub(r"\.[0-9a-f]{8}\.", ".*.", name) for name in of_the_theme(site.folder)]
    assert names == ["assets/stylesheets/main.*.min.css", "assets/javascripts/bundle.*.min.js"]


def test_pages_for_families_load_nothing_of_the_theme(site: Site) -> None:
    assert site.family
    for document in site.family.values():
        assert not re.search("assets/(stylesheets|javascripts)/|handbook[.](css|js)", document.source), document


def is_editor(address: str) -> bool:
    """The form itself, not the page of the handbook about it."""
    return address.endswith(f"/{EDITOR}/") and not address.endswith(f"/handbuch/{EDITOR}/")


def test_no_page_for_families_leads_to_the_editor_and_the_sitemap_leaves_it_out(site: Site) -> None:
    for document in site.family.values():
        assert not [link["href"] for link in document.all("a") if is_editor(f"/{link.get('href') or ''}")], document
    listed = re.findall("<loc>([^<]+)</loc>", (site.folder / "sitemap.xml").read_text("utf-8"))
    assert not list(filter(is_editor, listed))


def test_nothing_else_of_the_theme_is_shipped(site: Site) -> None:
    shipped = {
        path.relative_to(site.folder).as_posix()
        for path in site.folder.rglob("*")
        if path.is_file() and path.suffix != ".html"
    }
    ours = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs" / "assets").rglob("*")}
    made = {bundle.path for bundle in make_bundles(site.guide, BUNDLES).values()}
    made |= {"assets/site.css"}  # joined from its parts
    made |= {f"assets/{path.name}" for path in (ROOT / "overrides" / "script" / "packed").glob("*.js")}
    made |= {"assets/handbook.css", *of_the_theme(site.folder)}
    made |= {sharing.picture_path(kind) for kind in sharing.KINDS}
    assert {path for path in shipped if path.startswith("assets/")} <= ours | made
    assert not any(path.startswith("search/") for path in shipped)
    assert not any("lunr" in path for path in shipped)
    assert {path for path in shipped if "worker" in path} == {"assets/search-worker.js"}


LOADED = {"stylesheet", "icon"}
NAMED = {"canonical", "alternate", "search", "manifest"}
"""What a page only tells of: nothing of it is loaded to show the page."""


def test_our_style_sheet_and_icon_are_all_that_every_page_loads(site: Site) -> None:
    for document in site.documents.values():
        links = [(link["rel"], urlsplit(link["href"]).path.rpartition("/")[2]) for link in document.all("link")]
        assert {kind for kind, _ in links} <= LOADED | NAMED, document
        files = [name for kind, name in links if kind in LOADED]
        if document.address in site.handbook:
            assert re.fullmatch(r"main\.[0-9a-f]{8}\.min\.css", files[0]), document
            assert files[1:] == ["handbook.css", "icon.svg"], document
        else:
            assert files == ["site.css", "icon.svg"], document


def test_the_theme_is_told_to_load_nothing() -> None:
    settings = configuration()
    theme = settings["theme"]
    assert isinstance(theme, dict)
    assert theme["font"] is False
    assert not isinstance(theme.get("palette"), list)
    assert theme["palette"] == {}, "an unset one brings a script inside the page"
    assert theme.get("features", []) == [], "the handbook names its features itself (overrides/handbook.html)"
    assert "repo_url" not in settings
    assert "analytics" not in str(settings.get("extra", {}))
    assert "consent" not in str(settings.get("extra", {}))


def test_macros_are_off_unless_a_page_asks_for_them() -> None:
    plugins = configuration()["plugins"]
    assert isinstance(plugins, list)
    macros = next(plugin["macros"] for plugin in plugins if isinstance(plugin, dict) and "macros" in plugin)
    assert macros["render_by_default"] is False
    assert macros["on_undefined"] == "strict"
    assert macros["on_error_fail"] is True


def test_every_kind_of_broken_link_is_a_warning_and_every_warning_an_error() -> None:
    settings = configuration()
    validation = settings["validation"]
    assert isinstance(validation, dict)
    assert settings["strict"] is True
    assert [len(rules) for rules in validation.values()] == [3, 4]
    assert {level for rules in validation.values() for level in rules.values()} == {"warn"}


def test_the_legal_pages_are_linked_from_every_page(site: Site) -> None:
    for document in site.documents.values():
        ends = {link["href"].rstrip("/").rpartition("/")[2] for link in document.all("footer")[-1].below("a")}
        assert {"impressum", "datenschutz", "barrierefreiheit"} <= ends, document


def test_robots_are_told_where_the_sitemap_is(real_site: Site, demo_site: Site) -> None:
    real = (real_site.folder / "robots.txt").read_text("utf-8")
    assert real == ("User-agent: *\nDisallow:\nSitemap: https://stadt.example.org/familienwegweiser/sitemap.xml\n")
    assert (demo_site.folder / "robots.txt").read_text("utf-8") == "User-agent: *\nDisallow:\n"


def test_only_these_templates_of_the_theme_are_replaced() -> None:
    """Each of them is ours to look at again when the theme changes; no theme file is copied."""
    replaced = {path.relative_to(ROOT / "overrides").as_posix() for path in (ROOT / "overrides").rglob("*.html")}
    ours = ("pages/", "editor/", "handbook/")  # what the theme has no template for
    assert {path for path in replaced if not path.startswith(ours)} == {"main.html", "404.html", "handbook.html"}
