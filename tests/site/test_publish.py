"""Publishing: what is online is the old site or the new one, whatever happens in between."""

from __future__ import annotations

import ast
import ctypes
import datetime as dt
import importlib
import os
import random
import re
import resource
import shlex
import shutil
import signal
import string
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from fnmatch import fnmatch
from pathlib import Path

import pytest
from regions import HOUSE
from sites import DAY, REDIRECTS, ROOT, Site, copy_project, environment, handbook_addresses, hashes, written_address

from handbook import SHIPPED
from wegweiser.browser import BUNDLES
from wegweiser.browser.bundles import make_bundles
from wegweiser.browser.handbook import INDEX
from wegweiser.catalog.addresses import CORRECTION, FEED, FOLDER_OF, is_internal, record_addresses
from wegweiser.edition.site import describe_site
from wegweiser.files import api, browsers, calendar, exports, hsds, tables, vcards
from wegweiser.files.published import CATALOGUE
from wegweiser.pages import embedding
from wegweiser.paper.posters import posters
from wegweiser.paper.sheets import sheets
from wegweiser.paper.typesetting import POSTER, SHEET
from wegweiser.values.neutral import record_code

NEXT_DAY = DAY.replace(day=23)
KILLS = (3, pytest.param(10, marks=pytest.mark.nightly))
"""For each way to be killed: as many as make a push wait a little, and more in the night."""
KEPT = ".cache"
"""Where finished sheets wait for the next time."""
OVERVIEWS = """angebote anspruch anspruch/liste familienzentren kontakte orte traeger zustaendig faelle termine
    aktuelles a-z glossar suche offene-fragen qualitaet korrigieren daten fuer-fachkraefte/einarbeitung""".split()

pytestmark = [pytest.mark.slow, pytest.mark.takes(80)]


@pytest.fixture
def project(tmp_path_factory: pytest.TempPathFactory, finished: Path) -> Path:
    """A project with its site in `site/`, published on `DAY`."""
    folder = tmp_path_factory.mktemp("publish") / "project"
    shutil.copytree(finished, folder)
    return folder


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same once for all tests; the old site is one that nobody changes."""
    folder = copy_project(tmp_path_factory.mktemp("publish") / "project")
    done = publish(folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout == done.stderr == ""
    return folder


def publish(project: Path, target: str | Path = "site", **options: object) -> subprocess.CompletedProcess[str]:
    """What `make site` does, one day later by default for everything but the first time."""
    return subprocess.run(
        command(project, target),
        check=False,
        cwd=project,
        env=environment(day=NEXT_DAY if (project / "site").exists() else DAY),
        capture_output=True,
        text=True,
        **options,  # type: ignore[call-overload]
    )


def command(project: Path, target: str | Path = "site") -> list[str]:
    return [sys.executable, str(project / "scripts" / "publish.py"), str(target)]


def plain(names: Iterable[str]) -> set[str]:
    """Names without the hash of their content, which some files carry."""
    return {re.sub(r"\.[0-9a-f]{10}(?=[./])", "", name) for name in names}


def beside(project: Path) -> list[str]:
    """Half-made or old sites that were left lying about."""
    return sorted(path.name for path in project.glob(".site.*") if path.is_dir())


# --- bad input: the old site stays --------------------------------------------------------------------------------


def append(name: str, text: str) -> Callable[[Path], object]:
    def change(project: Path) -> None:
        with (project / name).open("a", encoding="utf-8") as file:
            file.write(text)

    return change


def write(name: str, text: str) -> Callable[[Path], object]:
    return lambda project: (project / name).write_text(text, "utf-8")


def within(name: str, text: str) -> Callable[[Path], object]:
    """The same inside the block that a template fills."""

    def change(project: Path) -> None:
        path = project / name
        before, block, after = path.read_text("utf-8").partition("{% block content %}")
        assert block
        path.write_text(before + block + text + after, "utf-8")

    return change


def occupy(name: str) -> Callable[[Path], object]:
    """A file where a folder has to be."""

    def change(project: Path) -> None:
        shutil.rmtree(project / name)
        (project / name).touch()

    return change


def remove(name: str) -> Callable[[Path], object]:
    return lambda project: (project / name).unlink()


REFUSED = {
    "data that no check lets pass": (append("data/offers/kindergeld.yml", "openning: x\n"), "kindergeld.yml:"),
    "a dead link": (append("docs/impressum.md", "\n[weg](nie.md)\n"), "nie.md"),
    "a wrong macro": (append("docs/fuer-eltern.md", '\n{{ link("offer:nie") }}\n'), "offer:nie"),
    "a template with a name that does not exist": (
        within("overrides/pages/offer.html", "{{ nie }}"),
        "'nie' is undefined",
    ),
    "no configuration": (remove("mkdocs.yml"), "mkdocs.yml"),
    "no template for the sheets": (remove("overrides/handouts/zettel.typ"), "zettel.typ"),
    "a template for the sheets that cannot be set": (
        append("overrides/handouts/zettel.typ", "#panic()\n"),
        "Fehler: Ein Blatt lässt sich nicht setzen.",
    ),
    "no room for finished sheets": (
        occupy(KEPT),
        f"Fehler: {KEPT}/handouts: nicht zu lesen oder zu schreiben (Not a directory).",
    ),
}
"""A fault for each step of publishing: reading, Markdown, macros, pages, MkDocs itself, and the sheets."""


@pytest.mark.parametrize(("spoil", "named"), REFUSED.values(), ids=REFUSED)
def test_bad_input_leaves_the_old_site_untouched(project: Path, spoil: Callable[[Path], object], named: str) -> None:
    before = hashes(project / "site")
    spoil(project)
    done = publish(project)
    assert done.returncode == 1
    assert named in done.stderr
    assert hashes(project / "site") == before
    assert beside(project) == []


BAD = {
    "a field twice": (append("data/offers/kindergeld.yml", "title: x\n"), "kindergeld.yml:"),
    "a reference that leads nowhere": (append("data/offers/kindergeld.yml", "related: [gibt-es-nicht]\n"), "gibt-es-"),
    "an office that stands above itself": (
        lambda project: (
            append("data/organizations/jobcenter.yml", "parent: kreis\n")(project),
            append("data/organizations/kreis.yml", "parent: jobcenter\n")(project),
        ),
        "führt im Kreis",
    ),
    "a day that ends before it begins": (
        append(f"data/centres/{HOUSE}.yml", "closing_days: [{start: 2026-12-24, end: 2026-12-23, reason: Ferien}]\n"),
        "Das Ende liegt vor dem Anfang.",
    ),
    "no YAML": (write("data/offers/kindergeld.yml", "title: [\n"), "kindergeld.yml:"),
    "bytes that are no text": (
        lambda project: (project / "data/offers/kindergeld.yml").write_bytes(b"title: \xff\n"),
        "kindergeld.yml:1",
    ),
    "a script as a title": (
        append("data/news/neue-vereinbarung.yml", "related: ['<script>']\n"),
        "neue-vereinbarung.yml:",
    ),
    "no region": (remove("data/region.yml"), "region.yml"),
    "no offer that a rule names": (remove("data/contacts/jobcenter.yml"), "jobcenter"),
}
UNUSABLE = {
    "no data at all": (lambda project: shutil.rmtree(project / "data"), "data"),
    "two pages with one address": (write("docs/angebote.md", "# Angebote\n"), "haben dieselbe Adresse"),
    "no template": (remove("overrides/pages/centre.html"), "centre.html"),
    "a template that never ends": (within("overrides/pages/offer.html", "{% if true %}"), "'endblock'"),
}


@pytest.fixture
def unbuilt(tmp_path: Path) -> Path:
    """The same project before its first site."""
    return copy_project(tmp_path / "project")


@pytest.mark.parametrize(("spoil", "named"), BAD.values(), ids=BAD)
def test_bad_data_stop_the_build_before_anything_is_written(
    unbuilt: Path, fault: Callable[[Path], str], spoil: Callable[[Path], object], named: str
) -> None:
    spoil(unbuilt)
    said = fault(unbuilt)
    assert named in said
    assert "Fehler: nichts veröffentlicht." in said
    assert not (unbuilt / "site").exists()


@pytest.mark.parametrize(("spoil", "named"), UNUSABLE.values(), ids=UNUSABLE)
def test_a_project_that_makes_no_site_stops_the_build(
    unbuilt: Path, fault: Callable[[Path], str], spoil: Callable[[Path], object], named: str
) -> None:
    spoil(unbuilt)
    assert named in fault(unbuilt)


def test_bad_data_is_told_in_german_all_at_once_without_a_traceback(project: Path) -> None:
    for name in ("kindergeld", "wohngeld", "tafel"):
        append(f"data/offers/{name}.yml", "openning: x\n")(project)
    done = publish(project)
    assert done.stderr.count("Das Feld 'openning' ist unbekannt.") == 3
    assert "3 Fehler: nichts veröffentlicht." in done.stderr
    assert "Traceback" not in done.stderr


def test_repaired_data_is_published_again(project: Path) -> None:
    before = hashes(project / "site")
    append("data/offers/kindergeld.yml", "openning: x\n")(project)
    assert publish(project).returncode == 1
    text = (project / "data/offers/kindergeld.yml").read_text("utf-8")
    (project / "data/offers/kindergeld.yml").write_text(text.removesuffix("openning: x\n"), "utf-8")
    done = publish(project)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    after = hashes(project / "site")
    assert plain(after) == plain(before)
    assert after["index.html"] != before["index.html"]


# --- an interruption: old or new, never mixed ---------------------------------------------------------------------


@pytest.mark.parametrize("whole_group", [True, False], ids=["with all its children", "alone"])
@pytest.mark.parametrize("kills", KILLS)
def test_killed_at_any_moment_the_site_is_old_or_new(
    project: Path, finished: Path, kills: int, whole_group: bool
) -> None:
    """Every third time all sheets have to be made again, so that it also happens in the midst of them."""
    site = project / "site"
    old = hashes(site)
    started = time.monotonic()
    assert publish(project, "probe").returncode == 0
    duration = time.monotonic() - started
    new = hashes(project / "probe")
    assert plain(old) == plain(new)
    assert len([name for name in old if old[name] != new.get(name)]) > 100, "a mixture would look like the old site"
    moments = random.Random(2026)  # noqa: S311 - no secret
    stopped = 0
    for number in range(kills):
        if number % 3 == 0:
            shutil.rmtree(project / KEPT, ignore_errors=True)  # the run before may not have come that far
        moment = duration * moments.uniform(number + 0.05, number + 1) / kills  # one in each part of a run
        run = subprocess.Popen(command(project), cwd=project, env=environment(day=NEXT_DAY), start_new_session=True)
        try:
            run.wait(moment)
        except subprocess.TimeoutExpired:
            (os.killpg if whole_group else os.kill)(run.pid, signal.SIGKILL)
            run.wait()
            stopped += 1
        found = hashes(site)
        assert found in (old, new), f"mixed after {moment:.2f} s"
        if found == new:
            shutil.rmtree(site)
            shutil.copytree(finished / "site", site)
    assert stopped > kills / 2
    assert publish(project).returncode == 0
    assert hashes(site) == new


def edition(site: Path, names: list[str], sizes: dict[str, set[int]]) -> str:
    """What a visitor finds who opens the site and looks at these files: nothing is missing while it is published."""
    folder = os.open(site, os.O_RDONLY)
    try:
        found = {name: os.stat(name, dir_fd=folder).st_size for name in names}
    except FileNotFoundError:
        # An old site that somebody still reads may go; the published one may not.
        return "gone" if os.fstat(folder).st_ino != site.stat().st_ino else "incomplete"
    finally:
        os.close(folder)
    return "whole" if all(size in sizes[name] for name, size in found.items()) else "half"


def test_whoever_reads_all_the_time_finds_a_whole_site(project: Path) -> None:
    """No moment of the change is left to chance: thousands of looks, from the first to the last."""
    site = project / "site"
    assert publish(project, "probe").returncode == 0
    names = sorted(set(hashes(site)) & set(hashes(project / "probe")))[::25]
    sizes = {name: {(folder / name).stat().st_size for folder in (site, project / "probe")} for name in names}
    before = site.stat().st_ino
    run = subprocess.Popen(command(project), cwd=project, env=environment(day=NEXT_DAY))
    seen: Counter[str] = Counter()
    while run.poll() is None:
        seen[edition(site, names, sizes)] += 1
    assert run.returncode == 0
    assert site.stat().st_ino != before, "the new site"
    assert set(seen) <= {"whole", "gone"}, seen
    assert seen["whole"] > 500


def test_without_such_a_change_of_names_it_takes_two(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other systems cannot let two folders change their names in one step."""
    monkeypatch.syspath_prepend(project / "scripts")
    script = importlib.import_module("publish")
    monkeypatch.setattr(script, "exchange", lambda *_: False)
    (project / "neu").mkdir()
    (project / "neu" / "404.html").touch()
    script.swap(project / "neu", project / "site")
    assert hashes(project / "site").keys() == {"404.html"}
    assert not (project / "neu").exists()
    assert beside(project) == []


def test_killed_between_the_two_renames_the_old_site_comes_back(project: Path) -> None:
    before = hashes(project / "site")
    (project / "site").rename(project / ".site.alt-4711")
    append("data/offers/kindergeld.yml", "openning: x\n")(project)
    assert publish(project).returncode == 1
    assert hashes(project / "site") == before


def test_what_killed_runs_left_behind_is_tidied_up(project: Path) -> None:
    for name in (".site.neu-halb", ".site.alt-4711"):
        (project / name).mkdir()
        (project / name / "index.html").write_text("halb", "utf-8")
    assert publish(project).returncode == 0
    assert beside(project) == []
    assert "halb" not in (project / "site" / "index.html").read_text("utf-8")


def test_two_runs_at_once_both_end_well_or_the_second_says_why_not(project: Path) -> None:
    runs = [
        subprocess.Popen(
            command(project), cwd=project, env=environment(day=NEXT_DAY), stderr=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    ends = [(run.communicate(timeout=120)[1], run.returncode) for run in runs]
    assert sorted(code for _, code in ends) in ([0, 0], [0, 1])
    for words, code in ends:
        assert words == "" if code == 0 else "wird gerade von einem anderen Aufruf gebaut" in words
    assert "23. November 2026" in (project / "site" / "index.html").read_text("utf-8")
    assert beside(project) == []


# --- places where nothing can be written --------------------------------------------------------------------------


FULL = "Der Platz reicht nicht. Bitte Platz schaffen und noch einmal aufrufen."


@pytest.mark.parametrize("most", [20_000, 60_000], ids=["for files of our own", "for pages, in every process"])
def test_a_full_disk_leaves_the_old_site(project: Path, most: int) -> None:
    """No file may grow beyond so many bytes, as if the disk were full."""
    before = hashes(project / "site")

    def narrow() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    done = publish(project, preexec_fn=narrow)
    assert done.returncode == 1
    assert done.stderr == f"Fehler: {project / 'site'} kann nicht geschrieben werden (File too large). {FULL}\n"
    assert hashes(project / "site") == before
    assert beside(project) == []


@pytest.mark.skipif(shutil.which("unshare") is None, reason="unshare fehlt")
def test_a_disk_that_is_really_full_leaves_the_old_site(project: Path, tmp_path: Path) -> None:
    """A disk of memory that has room for the old site and half a new one."""
    before = hashes(project / "site")
    room = int(1.5 * sum(path.stat().st_size for path in (project / "site").rglob("*") if path.is_file()))
    disk = tmp_path / "platte"
    disk.mkdir()
    publishing = " ".join(shlex.quote(word) for word in command(project, disk / "site"))
    look = f"{sys.executable} -c 'import sys, sites, pathlib; print(sites.hashes(pathlib.Path(sys.argv[1])))'"
    steps = (
        f"mount -t tmpfs -o size={room} none {disk} || exit 77",
        f"cp -r {project / 'site'} {disk / 'site'} || exit 78",
        f"{publishing}; echo $? >&2; PYTHONPATH={ROOT / 'tests' / 'support'} {look} {disk / 'site'}; ls -A {disk}",
    )
    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", "\n".join(steps)],
        check=False,
        cwd=project,
        env=environment(day=NEXT_DAY),
        capture_output=True,
        text=True,
    )
    if done.returncode in (1, 77) and not done.stdout:
        pytest.skip(f"Hier lässt sich keine Platte einhängen: {done.stderr.strip()}")
    told = f"Fehler: {disk / 'site'} kann nicht geschrieben werden (No space left on device). {FULL}"
    assert done.stderr.splitlines() == [told, "1"]
    found, *names = done.stdout.splitlines()
    assert ast.literal_eval(found) == before
    assert sorted(names) == [".site.lock", "site"]


def test_a_target_inside_a_file_is_refused_in_one_sentence(project: Path) -> None:
    (project / "datei").write_text("x", "utf-8")
    done = publish(project, "datei/site")
    assert done.returncode == 1
    assert done.stderr.startswith("Fehler: ")
    assert len(done.stderr.splitlines()) == 1


def as_anybody() -> None:
    """Take from the administrator the right to write anywhere; whoever is none has no such right."""
    if os.geteuid() == 0:
        drop, overrides = 24, (1, 2)  # PR_CAPBSET_DROP; CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        assert [ctypes.CDLL(None).prctl(drop, right, 0, 0, 0) for right in overrides] == [0, 0]


@pytest.mark.parametrize("target", ["fest/site", "fest/tief/site", "site"])
def test_a_read_only_folder_is_refused_in_one_sentence(project: Path, target: str) -> None:
    before = hashes(project / "site")
    (project / "fest").mkdir()
    closed = project / "fest" if target.startswith("fest") else project
    closed.chmod(0o555)
    done = publish(project, target, preexec_fn=as_anybody)
    closed.chmod(0o755)
    assert done.returncode == 1
    remedy = "Bitte einen Ordner nennen, in den Sie schreiben dürfen."
    assert done.stderr.endswith(f"{target} kann nicht geschrieben werden (Permission denied). {remedy}\n")
    assert len(done.stderr.splitlines()) == 1
    assert hashes(project / "site") == before


@pytest.mark.parametrize("target", [".", "..", "/", "data"])
def test_a_folder_that_is_no_site_is_never_replaced(project: Path, target: str) -> None:
    before = hashes(project)
    done = publish(project, target)
    assert done.returncode == 1
    assert "enthält anderes als eine Website" in done.stderr
    assert hashes(project) == before


# --- what is in the site ------------------------------------------------------------------------------------------


def expected_files(project: Path, day: dt.date = DAY) -> set[str]:
    """The files of a site, derived from data and docs without asking the pages."""
    guide = Site(project / "site", project / "data", day=day).guide
    content = guide.catalog
    pages = {f"{name}/" for name in OVERVIEWS} | set(record_addresses(content))
    pages |= {f"a-z/{letter}/" for letter in ("0-9", *string.ascii_lowercase)}
    pages |= {written_address(path) for path in (project / "docs").glob("*.md")}
    pages |= {redirect.old.lstrip("/") for redirect in content.redirects.record.redirects}
    docs = {path.relative_to(project / "docs").as_posix() for path in (project / "docs").rglob("*.*")}
    shipped = {name for name in docs if not name.endswith(".md") and not name.startswith("assets/readme/")}
    shipped |= {bundle.path for bundle in make_bundles(guide, BUNDLES).values()}
    shipped |= {path for path, _ in vcards.files(guide, "")}
    shipped |= {f"{sheet.address}{size}.pdf" for sheet in sheets(guide, "") for size, _ in SHEET.papers}
    hung = list(posters(guide, ""))
    shipped |= {f"{poster.address}{size}.pdf" for poster in hung for size, _ in POSTER.papers}
    shipped |= {f"orte/{poster.town}/aushaenge.zip" for poster in hung if poster.town}
    made = {f"daten/{export.name}" for export in exports.EXPORTS} | {"sitemap.xml", "robots.txt", "404.html"}
    made |= {"assets/site.css"}  # joined from the parts in overrides/
    made |= {f"assets/{path.name}" for path in (ROOT / "overrides" / "script" / "packed").glob("*.js")}
    site = describe_site(guide, "")
    for outlet in (calendar, hsds, tables, api, browsers):
        made |= {file.path for file in outlet.files(guide, site)}
    made |= {CATALOGUE, FEED}
    pages |= {page.address for page in embedding.pages(guide)}
    asked = (entry for entry in content.records() if entry.kind in FOLDER_OF and not is_internal(entry))
    made |= {f"{CORRECTION}{record_code(entry.ref)}.json" for entry in asked}
    pages |= handbook_addresses()
    made |= {INDEX, "assets/handbook.css"} | theme_files(project / "site")
    return {f"{page}index.html" for page in pages} | shipped | made


def theme_files(site: Path) -> set[str]:
    """What the handbook loads of the theme: one file for each pattern."""
    names = {path.relative_to(site).as_posix() for path in (site / "assets").rglob("*.*")}
    found = {pattern: [name for name in names if fnmatch(name, pattern)] for pattern in SHIPPED}
    assert {pattern: len(files) for pattern, files in found.items()} == dict.fromkeys(SHIPPED, 1)
    return {name for files in found.values() for name in files}


def test_the_site_holds_exactly_these_files(finished: Path) -> None:
    found = set(hashes(finished / "site"))
    assert found == expected_files(finished)
    assert {"index.html", "404.html", "sitemap.xml", "daten/zustaendigkeiten.json"} <= found
    assert {"angebote/hartz-4/index.html", "daten/schema/offer.schema.json"} <= found
    assert {"faelle/arbeit-ab-montag/zettel.pdf", "faelle/arbeit-ab-montag/zettel-a5.pdf"} <= found
    assert len(found) > 130


def test_what_was_deleted_is_not_published_any_more(project: Path) -> None:
    remove("data/news/neue-vereinbarung.yml")(project)
    (project / "data/redirects.yml").unlink()
    assert publish(project).returncode == 0
    found = set(hashes(project / "site"))
    gone = {f"{redirect['old'].strip('/')}/index.html" for redirect in REDIRECTS}
    gone.add("aktuelles/neue-vereinbarung/index.html")
    assert found.isdisjoint(gone)
    assert found == expected_files(project, NEXT_DAY)


def test_everybody_may_read_the_site(finished: Path) -> None:
    """A web server runs as another user; the folder was made by mkdtemp, which allows its owner only."""
    assert (finished / "site").stat().st_mode & 0o055 == 0o055


def test_the_script_needs_nothing_that_is_not_installed_with_python() -> None:
    for name in ("publish", "prepare"):
        code = f"import runpy; runpy.run_path({str(ROOT / 'scripts' / name) + '.py'!r}, run_name='x')"
        done = subprocess.run([sys.executable, "-I", "-S", "-c", code], check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
