"""The editor in the browser: a value changed by hand is one changed line, and faults are told in German."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import editor
import npm
import pytest
from chromium import NewPage
from playwright.sync_api import Page, Route, expect
from serving import serve
from sites import ROOT

from wegweiser import catalog
from wegweiser.editing.editor_form import editor_form
from wegweiser.values.problems import errors

pytestmark = [pytest.mark.this_district, pytest.mark.takes(20)]

GITHUB = "https://api.github.com/**"
RECORD = "contacts/jobcenter-soest"
SEED = """async (files) => {
    const root = await navigator.storage.getDirectory();
    for (const [path, text] of files) {
        let folder = await root.getDirectoryHandle("sveltia-cms-test", { create: true });
        const parts = path.split("/");
        for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
        const file = await (await folder.getFileHandle(parts.at(-1), { create: true })).createWritable();
        await file.write(text);
        await file.close();
    }
}"""
READ = """async (path) => {
    let folder = await navigator.storage.getDirectory();
    const parts = ["sveltia-cms-test", ...path.split("/")];
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part);
    return (await (await folder.getFileHandle(parts.at(-1))).getFile()).text();
}"""
"""The editor's own backend for trying it out: a folder that the browser keeps for this address."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packed editor. The pipeline has to have what that needs; elsewhere the reason is told."""
    if reason := npm.missing(editor.SOURCES, editor.NAME):
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("editor")
    editor.build(folder / editor.ADDRESS, json.dumps(form()))
    return folder


def form(**changes: object) -> dict[str, object]:
    content, _ = catalog.load(ROOT / "data")
    assert content is not None
    made = editor_form(content)
    backend = {**made["backend"], "repo": "kreis-beispiel/wegweiser"}
    return {**made, "backend": backend, **changes}


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    with serve(folder, "/") as url:
        yield f"{url}{editor.ADDRESS}/"


def watch(page: Page, address: str) -> list[str]:
    """The requests that leave the host of the editor, as they are made."""
    foreign: list[str] = []
    own = (address, "blob:", "data:")
    page.on("request", lambda request: None if request.url.startswith(own) else foreign.append(request.url))
    return foreign


def test_a_number_changed_by_hand_is_one_changed_line(new_page: NewPage, address: str, tmp_path: Path) -> None:
    page = new_page(locale="de-DE")
    foreign = watch(page, address)
    tried = json.dumps({**form(), "backend": {"name": "test-repo"}, "publish_mode": "simple"})
    page.route("**/config.json", lambda route: route.fulfill(body=tried, content_type="application/json"))
    page.goto(address)
    texts = {
        f"data/{path.relative_to(ROOT / 'data')}": path.read_text("utf-8") for path in (ROOT / "data").glob("*/*.yml")
    }
    page.evaluate(SEED, list(texts.items()))
    page.get_by_role("button", name="Mit Test-Repository arbeiten").click()
    page.get_by_text("Kontakte").first.wait_for()
    page.goto(f"{address}#/collections/contacts/entries/jobcenter-soest")
    field = page.get_by_role("textbox", name="Wofür").first
    field.fill("Hier hilft man Ihnen weiter.")
    page.get_by_role("button", name="Speichern").click()
    page.get_by_role("treeitem", name="Kontakte").wait_for()  # saved, and back in the list
    before = texts[f"data/{RECORD}.yml"]
    after = page.evaluate(READ, f"data/{RECORD}.yml")
    changed = [(old, new) for old, new in zip(before.splitlines(), after.splitlines(), strict=True) if old != new]
    assert [new for _, new in changed] == ["purpose: Hier hilft man Ihnen weiter."]
    assert foreign == []
    copy = tmp_path / "data"
    for path in (ROOT / "data").rglob("*.yml"):
        (copy / path.relative_to(ROOT / "data")).parent.mkdir(parents=True, exist_ok=True)
        (copy / path.relative_to(ROOT / "data")).write_bytes(path.read_bytes())
    (copy / f"{RECORD}.yml").write_text(after, "utf-8")
    assert errors(catalog.load(copy)[1]) == []


@pytest.mark.parametrize(
    ("status", "headers", "said"),
    [
        (401, {}, "Das angegebene Token ist ungültig."),
        (403, {}, "Dem Zugriffstoken fehlt ein Recht."),
        (403, {"x-ratelimit-remaining": "0"}, "GitHub nimmt für eine Stunde nichts mehr an."),
        (404, {}, "Dieses Repository gibt es nicht, oder Ihr Zugriffstoken darf es nicht sehen."),
        (0, {}, "Keine Verbindung zu GitHub. Ihre Eingaben stehen noch da."),
    ],
)
def test_faults_are_told_in_german(
    new_page: NewPage, address: str, status: int, headers: dict[str, str], said: str
) -> None:
    def answer(route: Route) -> None:
        if not status:
            return route.abort()
        exposed = {"access-control-allow-origin": "*", "access-control-expose-headers": "x-ratelimit-remaining"}
        return route.fulfill(status=status, headers={**exposed, **headers}, json={"message": "Bad credentials"})

    page = new_page(locale="de-DE")
    foreign = watch(page, address)
    page.route(GITHUB, answer)
    page.goto(address)
    page.get_by_role("button", name="Mit Zugriffstoken anmelden").click()
    expect(page.get_by_role("alertdialog")).to_contain_text("Ohne dieses Recht lässt sich nichts speichern.")
    page.get_by_role("alertdialog").get_by_role("textbox").fill("github_pat_falsch")
    page.get_by_role("button", name="Anmelden", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text(said)
    assert {url.split("/")[2] for url in foreign} == {"api.github.com"}


def test_it_asks_search_engines_to_stay_away_and_loads_from_its_own_host(folder: Path) -> None:
    page = (folder / editor.ADDRESS / "index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in page
    assert "default-src 'none'; script-src 'self';" in page
    assert "unpkg" not in page
    styles = (folder / editor.ADDRESS / "editor.js").read_text("utf-8")
    assert "cdn.jsdelivr.net" not in styles
