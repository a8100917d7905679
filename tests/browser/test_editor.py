"""The editor in the browser: a value changed by hand is one changed line, and faults are told in German."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import editor
import npm
import pytest
from chromium import NewPage
from github import API, OFFLINE, GitHub
from playwright.sync_api import Page, Route, expect
from serving import serve
from sites import ROOT
from violations import violations

from wegweiser import catalog
from wegweiser.editing.editor_form import editor_form
from wegweiser.values.problems import errors

pytestmark = [pytest.mark.this_district, pytest.mark.takes(20)]

GITHUB = f"{API}**"
REPOSITORY = "kreis-beispiel/wegweiser"
RECORD = "contacts/jobcenter-soest"
PURPOSE = "Hier hilft man Ihnen weiter."
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
DRAFT_IS_KEPT = """async () => {
    const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const [{ name }] = await indexedDB.databases();
    const base = await done(indexedDB.open(name));
    while (!(await done(base.transaction("draft-backups").objectStore("draft-backups").count())));
    base.close();
}"""
"""Waits for it: until it is saved, the editor keeps what somebody types in the browser."""
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
    editor.build(folder / editor.ADDRESS, form())
    return folder


def form(**changes: object) -> dict[str, object]:
    content, _ = catalog.load(ROOT / "data")
    assert content is not None
    made = editor_form(content)
    backend = {**made["backend"], "repo": REPOSITORY}
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


@pytest.mark.nightly
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
    field.fill(PURPOSE)
    page.get_by_role("button", name="Speichern").click()
    page.get_by_role("treeitem", name="Kontakte").wait_for()  # saved, and back in the list
    before = texts[f"data/{RECORD}.yml"]
    after = page.evaluate(READ, f"data/{RECORD}.yml")
    changed = [(old, new) for old, new in zip(before.splitlines(), after.splitlines(), strict=True) if old != new]
    assert [new for _, new in changed] == [f"purpose: {PURPOSE}"]
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
        pytest.param(403, {}, "Dem Zugriffstoken fehlt ein Recht.", marks=pytest.mark.nightly),
        pytest.param(
            403,
            {"x-ratelimit-remaining": "0"},
            "GitHub nimmt für eine Stunde nichts mehr an.",
            marks=pytest.mark.nightly,
        ),
        pytest.param(
            404,
            {},
            "Dieses Repository gibt es nicht, oder Ihr Zugriffstoken darf es nicht sehen.",
            marks=pytest.mark.nightly,
        ),
        pytest.param(0, {}, "Keine Verbindung zu GitHub. Ihre Eingaben stehen noch da.", marks=pytest.mark.nightly),
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


@pytest.fixture
def github() -> GitHub:
    """A repository with some of the real records: all that the form of a contact of the Jobcenter names."""
    found = [ROOT / "data" / f"{RECORD}.yml", *sorted((ROOT / "data" / "organizations").glob("jobcenter*.yml"))]
    return GitHub(REPOSITORY, {f"data/{path.relative_to(ROOT / 'data')}": path.read_text("utf-8") for path in found})


def sign_in(page: Page, address: str, github: GitHub) -> None:
    page.route(GITHUB, github.answer)
    page.goto(address)
    page.get_by_role("button", name="Mit Zugriffstoken anmelden").click()
    page.get_by_role("alertdialog").get_by_role("textbox").fill("github_pat_beispiel")
    page.get_by_role("button", name="Anmelden", exact=True).click()
    page.get_by_role("treeitem", name="Kontakte").wait_for()


def change_purpose(page: Page, address: str) -> None:
    page.goto(f"{address}#/collections/{RECORD.replace('/', '/entries/')}")
    field = page.get_by_role("textbox", name="Wofür").first
    field.click()
    field.press("ControlOrMeta+A")
    page.keyboard.type(PURPOSE)  # only what is typed counts as a draft
    page.get_by_role("button", name="Speichern").click()


def proposed_lines(github: GitHub) -> list[str]:
    """What the pull request changes in its one file, with - and +."""
    [pull] = github.pulls
    assert pull["base"] == "main"
    [(path, after)] = github.branches[pull["head"]].items()
    lines = unified_diff(github.files[path].splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[0] in "+-" and not line.startswith(("---", "+++"))]


@pytest.mark.nightly
def test_saving_proposes_one_changed_line_and_publishes_nothing(
    new_page: NewPage, address: str, github: GitHub
) -> None:
    page = new_page(locale="de-DE")
    foreign = watch(page, address)
    sign_in(page, address, github)
    with page.expect_response("**/labels"):
        change_purpose(page, address)
    removed, added = proposed_lines(github)
    assert removed.startswith("-purpose: ")
    assert added == f"+purpose: {PURPOSE}"
    assert {url.split("/")[2] for url in foreign} == {"api.github.com"}
    assert not [asked for asked in github.asked if "/merge" in asked or "refs/heads/main" in asked]
    expect(page.get_by_role("button", name="Veröffentlichen")).to_have_count(0)


AT = {
    "the branch": "createRef",
    "the commit": "createCommitOnBranch",
    "the pull request": "POST .*/pulls",
}
"""Where saving may break off."""


@pytest.mark.parametrize(
    ("at", "status", "said"),
    [
        ("the commit", OFFLINE, "Keine Verbindung zu GitHub. Ihre Eingaben stehen noch da."),
        pytest.param("the pull request", 403, "Dem Zugriffstoken fehlt ein Recht.", marks=pytest.mark.nightly),
        pytest.param("the branch", 401, "Das Zugriffstoken gilt nicht oder ist abgelaufen.", marks=pytest.mark.nightly),
        pytest.param(
            "the branch",
            404,
            "Dieses Repository gibt es nicht, oder Ihr Zugriffstoken darf es nicht sehen.",
            marks=pytest.mark.nightly,
        ),
    ],
)
def test_what_somebody_typed_survives_a_fault_while_saving(
    new_page: NewPage, address: str, github: GitHub, at: str, status: int, said: str
) -> None:
    """The form says in German what is wrong and stays as it is; the next try makes the same proposal, once."""
    page = new_page(locale="de-DE")
    sign_in(page, address, github)
    github.fail(AT[at], status)
    change_purpose(page, address)
    expect(page.get_by_role("alertdialog")).to_contain_text(said)
    page.get_by_role("button", name="OK").click()
    expect(page.get_by_role("textbox", name="Wofür").first).to_have_value(PURPOSE)
    assert github.pulls == []
    github.recover()
    with page.expect_response("**/labels"):
        page.get_by_role("button", name="Speichern").click()
    assert proposed_lines(github)[1] == f"+purpose: {PURPOSE}"


@pytest.mark.nightly
def test_what_somebody_typed_survives_a_closed_window(new_page: NewPage, address: str, github: GitHub) -> None:
    page = new_page(locale="de-DE")
    sign_in(page, address, github)
    github.fail("createRef", OFFLINE)
    change_purpose(page, address)
    page.get_by_role("button", name="OK").click()
    page.evaluate(DRAFT_IS_KEPT)
    github.recover()
    page.reload()
    page.get_by_role("button", name="Wiederherstellen").click()
    expect(page.get_by_role("textbox", name="Wofür").first).to_have_value(PURPOSE)


@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.nightly)])
def test_the_page_to_sign_in_has_no_barriers(new_page: NewPage, address: str, width: int) -> None:
    page = new_page(locale="de-DE", viewport={"width": width, "height": 800})
    page.goto(address)
    page.get_by_role("button", name="Mit Zugriffstoken anmelden").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
    page.get_by_role("button", name="Mit Zugriffstoken anmelden").click()
    page.get_by_role("alertdialog").get_by_role("textbox").wait_for()
    assert violations(page) == []
