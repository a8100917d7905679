"""The command line from end to end: exit codes, everything of one run together, German sentences, never a traceback."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import pytest
from regions import HOUSE, SECOND_HOUSE, files, write
from sites import ROOT

from wegweiser import __main__ as command
from wegweiser.publishing.assets import HANDBOOK_SCRIPT
from wegweiser.schema import json_schema

pytestmark = pytest.mark.takes(18)

DAY = "1780315200"
"""1 June 2026, noon, in seconds since 1970: the day of the region."""


class Done(NamedTuple):
    """What a call said, and its exit code."""

    stdout: str
    stderr: str
    returncode: int


def shell(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> Done:
    """Call `wegweiser` as a shell does."""
    quiet = {name: value for name, value in os.environ.items() if name not in ("WEGWEISER_DATA", "SOURCE_DATE_EPOCH")}
    done = subprocess.run(
        [sys.executable, "-m", "wegweiser", *map(str, arguments)],
        cwd=cwd,
        env={**quiet, "SOURCE_DATE_EPOCH": DAY, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stdout + done.stderr
    return Done(done.stdout, done.stderr, done.returncode)


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The same without a process of its own, which takes longer than most commands."""

    def call(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> Done:
        for name, value in {"WEGWEISER_DATA": "", "SOURCE_DATE_EPOCH": DAY, **environment}.items():
            monkeypatch.setenv(name, value)
        monkeypatch.chdir(cwd or Path.cwd())
        code: int | str | None
        try:
            code = command.main(list(map(str, arguments)))
        except SystemExit as left:
            code = left.code
        out, err = capsys.readouterr()
        return Done(out, err, code) if isinstance(code, int) else Done(out, f"{err}{code}\n", 1)

    return call


# check


def test_a_valid_region(tmp_path: Path) -> None:
    done = shell("check", write(tmp_path))
    assert (done.stdout, done.stderr, done.returncode) == ("0 Fehler, 0 Warnungen\n", "", 0)


def test_warnings_are_no_reason_to_fail(run: Run, tmp_path: Path) -> None:
    done = run("check", write(tmp_path, {f"centres/{HOUSE}": {"district": "Feld"}}))
    told = "Warnung: Der Ortsteil 'Feld' ist bei Dornmoor nicht eingetragen. Bitte dort ergänzen."
    [line, summary] = done.stdout.splitlines()
    assert re.fullmatch(rf"{tmp_path}/centres/{HOUSE}\.yml:[0-9]+:11: {re.escape(told)}", line)
    assert (summary, done.returncode) == ("0 Fehler, 1 Warnung", 0)


ALL_AT_ONCE = {
    f"centres/{HOUSE}": "name: [\n",
    f"centres/{SECOND_HOUSE}": {"openning_hours": "Mo 08:00-12:00", "name": "<b>"},
    "contacts/kreis": {"checked": {"on": "2026-06-02", "by": "Frau Muster"}},
    "offers/wohngeld": {"related": ["wohngeldt"]},
    "topics": {"topics": [*files()["topics"]["topics"], files()["topics"]["topics"][0]]},
    "centres/A": "name: x\n",
}


def test_everything_of_one_run_is_told_together(run: Run, tmp_path: Path) -> None:
    """What no file may say, what no day has, and what contradicts another file: in the order of places."""
    done = run("check", write(tmp_path, ALL_AT_ONCE))
    *lines, summary = done.stdout.splitlines()
    found = [re.fullmatch(rf"{tmp_path}/([^:]+):([0-9]+):([0-9]+): (Fehler|Warnung): (.+)", line) for line in lines]
    assert None not in found
    told = [(match[1], match[5]) for match in found if match]
    assert [file for file, _ in told] == sorted(file for file, _ in told)
    for file, part in (
        ("centres/A.yml", "Der Dateiname 'A' ist kein Kurzname."),
        (f"centres/{HOUSE}.yml", "Anführungszeichen"),
        (f"centres/{SECOND_HOUSE}.yml", "Das Feld 'openning_hours' ist unbekannt. Gemeint: 'opening_hours'"),
        (f"centres/{SECOND_HOUSE}.yml", "'name' (Name)"),
        ("contacts/kreis.yml", "Das Prüfdatum liegt in der Zukunft."),
        ("contacts/kreis.yml", "'Frau Muster'"),
        ("offers/wohngeld.yml", "Das Angebot 'wohngeldt' gibt es nicht. Gemeint: 'wohngeld'?"),
        ("topics.yml", "'geld' steht zweimal in der Liste."),
    ):
        assert [name for name, message in told if name == file and part in message] == [file], (file, part)
    assert len(told) == 8
    assert (summary, done.returncode, done.stderr) == ("8 Fehler, 0 Warnungen", 1, "")


def test_only_errors(run: Run, tmp_path: Path) -> None:
    done = run("check", "--errors-only", write(tmp_path, {f"centres/{HOUSE}": {"district": "Feld", "offers": ["xyz"]}}))
    [line, summary] = done.stdout.splitlines()
    assert line.endswith("Fehler: Das Angebot 'xyz' gibt es nicht.")
    assert (summary, done.returncode) == ("1 Fehler, 1 Warnung", 1)


@pytest.mark.parametrize("missing", ["region", "topics", "statuses", "responsibilities"])
def test_a_missing_file_hides_no_other_fault(run: Run, tmp_path: Path, missing: str) -> None:
    """Of a file alone, or of two that do not fit together."""
    wrong = {"contacts/kreis": "title: 1\n", f"centres/{HOUSE}": {"offers": ["xyz"]}}
    done = run("check", write(tmp_path, {missing: None, **wrong}))
    lines = done.stdout.splitlines()
    assert f"{tmp_path}/{missing}.yml:1:1: Fehler: Die Datei {missing}.yml fehlt." in lines
    assert any(line.startswith(f"{tmp_path}/contacts/kreis.yml:") for line in lines)
    assert any("Das Angebot 'xyz' gibt es nicht." in line for line in lines)
    assert done.returncode == 1


def test_a_folder_that_does_not_exist(run: Run, tmp_path: Path) -> None:
    done = run("check", tmp_path / "daten")
    told = f"{tmp_path}/daten:1:1: Fehler: Den Datenordner gibt es nicht. Bitte den Namen prüfen."
    assert (done.stdout.splitlines(), done.returncode) == ([told, "1 Fehler, 0 Warnungen"], 1)


def test_a_file_instead_of_a_folder(run: Run, tmp_path: Path) -> None:
    done = run("check", write(tmp_path) / "region.yml")
    assert "region.yml:1:1: Fehler: Den Datenordner gibt es nicht." in done.stdout
    assert done.returncode == 1


def test_an_empty_folder_lacks_everything(run: Run, tmp_path: Path) -> None:
    done = run("check", tmp_path)
    assert [line.rpartition(": ")[2] for line in done.stdout.splitlines()[:-1]] == [
        f"Die Datei {name}.yml fehlt." for name in ("region", "responsibilities", "statuses", "topics")
    ]


def test_github_shows_annotations_at_their_lines(run: Run, tmp_path: Path) -> None:
    data = write(tmp_path / "a,b:c%d", {f"centres/{HOUSE}": {"district": "100 %", "offers": ["xyz"]}})
    done = run("check", "--format", "github", data.relative_to(tmp_path), cwd=tmp_path)
    [error, warning, summary] = done.stdout.splitlines()
    file = f"a%2Cb%3Ac%25d/centres/{HOUSE}.yml"
    assert re.fullmatch(
        rf"::warning file={file},line=[0-9]+,col=11::Der Ortsteil '100 %25' ist bei Dornmoor nicht .+", warning
    )
    assert re.fullmatch(rf"::error file={file},line=[0-9]+,col=3::Das Angebot 'xyz' gibt es nicht\.", error)
    assert (summary, done.returncode) == ("1 Fehler, 1 Warnung", 1)


def test_without_a_name_the_folder_is_data(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "data", {"contacts/kreis": {"deputy": "kreis"}})
    done = run("check", cwd=tmp_path)
    assert done.stdout.startswith("data/contacts/kreis.yml:")
    assert done.returncode == 1


def test_the_folder_of_the_build_is_not_the_folder_of_the_check(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "data")
    write(tmp_path / "andere", {"contacts/kreis": {"deputy": "kreis"}})
    done = run("check", cwd=tmp_path, WEGWEISER_DATA=str(tmp_path / "andere"))
    assert (done.stdout, done.returncode) == ("0 Fehler, 0 Warnungen\n", 0)


# The day


@pytest.mark.parametrize(
    ("epoch", "told"),
    [
        ("1780358399", ["Das Prüfdatum liegt in der Zukunft."]),  # the last second of 1 June, UTC
        ("1780358400", []),
        ("0", ["Das Prüfdatum liegt in der Zukunft."]),
    ],
)
def test_source_date_epoch_is_today(run: Run, tmp_path: Path, epoch: str, told: list[str]) -> None:
    write(tmp_path, {"contacts/kreis": {"checked": {"on": "2026-06-02", "by": "Leitung"}}})
    done = run("check", tmp_path, SOURCE_DATE_EPOCH=epoch)
    found = [line.partition(" Fehler: ")[2] for line in done.stdout.splitlines() if "contacts/kreis" in line]
    assert [message for message in found if "Prüfdatum" in message] == told


@pytest.mark.parametrize("epoch", ["gestern", "-1", "1.5", "2026-06-01", "9" * 30, "１"])
def test_another_day_is_refused(run: Run, tmp_path: Path, epoch: str) -> None:
    done = run("check", write(tmp_path), SOURCE_DATE_EPOCH=epoch)
    told = "Fehler: SOURCE_DATE_EPOCH ist keine Zahl von Sekunden seit 1970. Bitte richtig setzen oder löschen.\n"
    assert (done.stdout, done.stderr, done.returncode) == ("", told, 1)


def test_without_it_today_is_the_day_of_the_clock(run: Run, tmp_path: Path) -> None:
    write(tmp_path, {"contacts/kreis": {"checked": {"on": "2199-12-31", "by": "Leitung"}}})
    assert "Das Prüfdatum liegt in der Zukunft." in run("check", tmp_path, SOURCE_DATE_EPOCH="").stdout
    write(tmp_path, {"contacts/kreis": {"checked": {"on": "2026-11-01", "by": "Leitung"}}})
    assert "Das Prüfdatum liegt in der Zukunft." not in run("check", tmp_path, SOURCE_DATE_EPOCH="").stdout


# Machines


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "TZ": "Pacific/Kiritimati"},
        {"PYTHONIOENCODING": "ascii", "PYTHONHASHSEED": "7"},
        {"PYTHONIOENCODING": "cp1252", "PYTHONHASHSEED": "8", "TZ": "Pacific/Pago_Pago"},
    ],
    ids=str,
)
def test_the_answer_is_the_same_on_any_machine(run: Run, tmp_path: Path, environment: dict[str, str]) -> None:
    data = write(
        tmp_path,
        {**ALL_AT_ONCE, "organizations/kreis": {"parent": "traeger"}, "organizations/traeger": {"parent": "kreis"}},
    )
    expected = run("check", data)
    done = shell("check", data, **environment)
    assert (done.stdout, done.stderr, done.returncode) == (expected.stdout, "", 1)
    assert "kreis → traeger → kreis" in done.stdout


def test_a_name_that_no_terminal_can_show(tmp_path: Path) -> None:
    data = write(tmp_path)
    Path(os.fsdecode(os.fsencode(data / "centres") + b"/a\xff\x1b[2J\n.yml")).write_text("name: x\n", "utf-8")
    done = shell("check", data)
    assert f"{data}/centres/a��[2J�.yml:1:1: Fehler: Der Dateiname 'a��[2J�' ist kein Kurzname." in done.stdout
    assert len(done.stdout.splitlines()) == 2


def test_a_folder_whose_name_no_terminal_can_show(tmp_path: Path) -> None:
    done = shell("check", os.fsdecode(os.fsencode(tmp_path) + b"/\xff"))
    assert "Fehler: Den Datenordner gibt es nicht." in done.stdout
    assert done.returncode == 1


def test_whoever_reads_may_stop_reading(tmp_path: Path) -> None:
    """As in `wegweiser check | head`."""
    folder = tmp_path.joinpath(*["x" * 200] * 5)  # few faults, each with a long name, are more than a pipe holds
    write(folder, {"offers/wohngeld": {"related": [f"hilfe-{number}" for number in range(100)]}})
    with subprocess.Popen(
        [sys.executable, "-m", "wegweiser", "check", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait() == 1


# Files that cannot be read; the tests may run as root, who can read everything


@pytest.fixture
def unreadable(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)


@pytest.mark.usefixtures("unreadable")
def test_an_unreadable_file_is_a_problem_like_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["check", str(write(tmp_path))]) == 1
    told = "Die Datei kann nicht gelesen werden. Bitte die Zugriffsrechte prüfen."
    lines = capsys.readouterr().out.splitlines()
    assert f"{tmp_path}/region.yml:1:1: Fehler: {told}" in lines
    assert f"{tmp_path}/contacts/kreis.yml:1:1: Fehler: {told}" in lines
    assert len(lines) == len(files()) + 1


def test_an_unreadable_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert command.main(["check", str(write(tmp_path))]) == 1
    told = f"{tmp_path}:1:1: Fehler: Der Ordner kann nicht gelesen werden. Bitte die Zugriffsrechte prüfen.\n"
    assert capsys.readouterr() == (f"{told}1 Fehler, 0 Warnungen\n", "")


@pytest.mark.parametrize("kind", ["dangling link", "link", "folder"])
def test_what_is_no_ordinary_file(run: Run, tmp_path: Path, kind: str) -> None:
    data = write(tmp_path / "data", {"contacts/kreis": None, "region": None})
    path = data / "region.yml"
    if kind == "folder":
        path.mkdir()
    else:
        target = write(tmp_path / "other") / "region.yml" if kind == "link" else tmp_path / "nowhere"
        path.symlink_to(target)
    done = run("check", data)
    assert f"{path}:1:1: Fehler: Das ist keine gewöhnliche Datei. Bitte eine Datei anlegen." in done.stdout
    assert done.returncode == 1


# report


@pytest.mark.parametrize(
    ("kind", "start"),
    [
        ("text", "Überblick\n---------\nEinträge: "),
        ("csv", "\ufeffBereich;Wo;Was\r\n"),
        ("html", '<!doctype html>\n<html lang="de">'),
        ("markdown", "## Überblick\n\n| Wo | Was |\n"),
    ],
)
def test_the_report_has_four_forms(run: Run, tmp_path: Path, kind: str, start: str) -> None:
    done = run("report", "--format", kind, write(tmp_path, {f"centres/{HOUSE}": {"district": "Feld"}}))
    assert done.stdout.startswith(start)
    assert "Der Ortsteil" in done.stdout
    assert (done.stderr, done.returncode) == ("", 0)


def test_the_report_tells_errors_and_goes_on(run: Run, tmp_path: Path) -> None:
    done = run("report", write(tmp_path, {"contacts/kreis": {"deputy": "xyz"}, f"centres/{HOUSE}": "name: x\n"}))
    assert "Häuser: 2\n" in done.stdout
    assert "Fehler: Den Kontakt 'xyz' gibt es nicht." in done.stdout
    assert "Fehler: Das Pflichtfeld 'municipality' (Stadt oder Gemeinde) fehlt." in done.stdout
    assert done.returncode == 0


def test_a_report_of_nothing(run: Run, tmp_path: Path) -> None:
    done = run("report", tmp_path)
    assert (done.stdout, done.returncode) == ("", 1)
    assert len(done.stderr.splitlines()) == 4


# demo, addresses, schema


def test_demo(run: Run, tmp_path: Path) -> None:
    done = run("demo", "--centres", "2", tmp_path / "region")
    count = len(list((tmp_path / "region").rglob("*.yml")))
    assert done.stdout == f"{count} Dateien in {tmp_path}/region geschrieben. Alles darin ist erfunden.\n"
    assert len(list((tmp_path / "region" / "centres").iterdir())) == 2
    assert run("check", tmp_path / "region").returncode == 0
    again = run("demo", tmp_path / "region")
    told = f"Fehler: Der Ordner {tmp_path}/region ist nicht leer. Bitte einen neuen nennen.\n"
    assert (again.stdout, again.stderr, again.returncode) == ("", told, 1)


def test_demo_has_50_houses_and_is_made_for_today(run: Run, tmp_path: Path) -> None:
    run("demo", tmp_path / "a", SOURCE_DATE_EPOCH="1835395200")  # 29 February 2028
    shell("demo", tmp_path / "b", SOURCE_DATE_EPOCH="1835395200", PYTHONHASHSEED="1", TZ="Pacific/Kiritimati")
    [a, b] = ({path.name: path.read_text("utf-8") for path in (tmp_path / name).rglob("*.yml")} for name in "ab")
    assert len(list((tmp_path / "a" / "centres").iterdir())) == 50
    assert "2028-02-29" in a["jobcenter.yml"]
    assert a == b


@pytest.mark.parametrize("count", ["0", "-3"])
def test_a_region_has_a_house(run: Run, tmp_path: Path, count: str) -> None:
    run("demo", f"--centres={count}", tmp_path / "region")
    assert len(list((tmp_path / "region" / "centres").iterdir())) == 1


def test_demo_into_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("Wichtig.")
    done = run("demo", tmp_path / "datei")
    remedy = "Bitte Name, Rechte und freien Platz prüfen."
    told = f"Fehler: {tmp_path}/datei: nicht zu lesen oder zu schreiben (Not a directory). {remedy}\n"
    assert (done.stdout, done.stderr, done.returncode) == ("", told, 1)
    assert (tmp_path / "datei").read_text() == "Wichtig."


def test_addresses_are_entered_and_never_taken_out(run: Run, tmp_path: Path) -> None:
    data = write(
        tmp_path,
        {
            "addresses": {"published": ["/angebote/alt/"]},
            "redirects": {"redirects": [{"old": "/angebote/alt/", "archived": "Weg."}]},
        },
    )
    first = run("addresses", data)
    written = (data / "addresses.yml").read_text("utf-8")
    count = written.count("\n") - 2
    assert first.stdout == f"{count} neue Adressen eingetragen.\n"
    assert "  - /angebote/alt/\n  - /angebote/but-antrag/\n" in written
    assert "/zustaendig/sgb2/dornmoor/" in written
    again = run("addresses", data)
    assert again.stdout == "0 neue Adressen eingetragen.\n"
    assert (data / "addresses.yml").read_text("utf-8") == written
    assert run("check", data).stdout == "0 Fehler, 0 Warnungen\n"


def test_addresses_of_broken_data_are_not_entered(run: Run, tmp_path: Path) -> None:
    done = run("addresses", write(tmp_path, {"contacts/kreis": "title: 1\n"}))
    assert (done.stdout, done.returncode) == ("", 1)
    assert "contacts/kreis.yml" in done.stderr
    assert not (tmp_path / "addresses.yml").exists()


def test_schema(run: Run, tmp_path: Path) -> None:
    assert run("schema", tmp_path / "neu" / "schema").returncode == 0
    written = {path.name: path.read_bytes() for path in (tmp_path / "neu" / "schema").iterdir()}
    assert written == json_schema.schema_files()
    assert all(json.loads(content) for content in written.values())


# Wrong calls


@pytest.mark.parametrize(
    ("arguments", "help_of"),
    [
        (["check", "a", "b"], "wegweiser"),
        (["check", "--format", "xml"], "wegweiser check"),
        (["demo"], "wegweiser demo"),
        (["demo", "--centres", "viele", "x"], "wegweiser demo"),
    ],
)
def test_a_wrong_call_is_answered_in_german(run: Run, tmp_path: Path, arguments: list[str], help_of: str) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.stderr.startswith(f"Fehler: So geht der Aufruf nicht. '{help_of} --help' zeigt, wie.")
    assert (done.stdout, done.returncode) == ("", 2)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("chek", "Gemeint: check?"),
        ("imort", "Gemeint: import?"),
        ("quatsch", "'wegweiser' allein zeigt alle."),
    ],
)
def test_a_mistyped_command_gets_the_nearest(run: Run, name: str, remedy: str) -> None:
    assert run(name) == Done("", f"Fehler: Den Befehl '{name}' gibt es nicht. {remedy}\n", 2)


def test_alone_it_shows_the_help(run: Run) -> None:
    assert run() == run("--help")


def test_it_says_its_version(run: Run) -> None:
    assert run("--version").stdout == f"wegweiser {version('familienwegweiser')}\n"


def test_help_names_every_command(run: Run) -> None:
    done = run("--help")
    assert done.returncode == 0
    for name in ("check", "report", "demo", "addresses", "schema"):
        assert re.search(rf"^ +{name}\s+\w+", done.stdout, re.MULTILINE), name


def test_pages_without_a_generator(run: Run, tmp_path: Path) -> None:
    """What they hold is compared with the built site in tests/site/test_exit.py."""
    moved = {"redirects": {"redirects": [{"old": "/angebote/alt/", "new": "/angebote/wohngeld/"}]}}
    url = "https://www.example.org/familien"
    done = run("pages", tmp_path / "seiten", "--data", write(tmp_path / "data", moved), SITE_URL=url)
    written = [path for path in (tmp_path / "seiten").rglob("*") if path.is_file()]
    pages = [path for path in written if path.suffix == ".html"]
    assert (done.stderr, done.returncode) == ("", 0)
    said = f"{len(pages)} Seiten und {len(written) - len(pages)} andere Dateien in {tmp_path}/seiten geschrieben.\n"
    assert done.stdout == said
    scripts = sorted((ROOT / "overrides" / "script" / "packed").glob("*.js"))
    packed = [path for path in scripts if path.name != HANDBOOK_SCRIPT]  # its pages need MkDocs
    published = sorted((tmp_path / "seiten").rglob("*.js"))
    assert [path.read_bytes() for path in published] == [path.read_bytes() for path in packed]
    assert not list((tmp_path / "seiten").rglob("*.md"))
    assert f'"{url}/orte/"' in (tmp_path / "seiten/orte/index.html").read_text("utf-8")
    old = (tmp_path / "seiten/angebote/alt/index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{url}/angebote/wohngeld/">' in old, "its one address is the new one"
    again = run("pages", tmp_path / "seiten", "--data", tmp_path / "data")
    assert again.stderr == f"Fehler: Der Ordner {tmp_path}/seiten ist nicht leer. Bitte einen neuen nennen.\n"
    assert again.returncode == 1


def test_no_pages_and_no_sheets_of_broken_data(run: Run, tmp_path: Path) -> None:
    data = write(tmp_path / "data", {"offers/wohngeld": "title: 1\n"})
    (tmp_path / "leer").mkdir()
    for arguments in (("pages", tmp_path / "seiten"), ("handouts", tmp_path / "leer")):
        done = run(*arguments, "--data", data)
        assert (done.stdout, done.returncode) == ("", 1)
        assert f"{data}/offers/wohngeld.yml:1:" in done.stderr
    assert not (tmp_path / "seiten").exists()


def test_sheets_belong_into_a_built_site(run: Run, tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    done = run("handouts", tmp_path / "leer", "--data", write(tmp_path / "data"))
    told = f"Fehler: {tmp_path}/leer ist keine gebaute Website. Bitte erst bauen.\n"
    assert (done.stdout, done.stderr, done.returncode) == ("", told, 1)
    assert list((tmp_path / "leer").iterdir()) == []


# changes


@pytest.fixture
def project(tmp_path: Path, run: Run) -> Path:
    """A folder in git with data, a page written by hand, and our templates."""
    write(tmp_path / "data")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "fuer-eltern.md").write_text("# Für Eltern\n\nRufen Sie an.\n", "utf-8")
    (tmp_path / "overrides").symlink_to(ROOT / "overrides")
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    commit(tmp_path)
    return tmp_path


def commit(project: Path) -> None:
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    for arguments in (("add", "data", "docs"), (*who, "commit", "--quiet", "--message=data: a change")):
        subprocess.run(["git", *arguments], cwd=project, check=True)


def test_changes_are_told_in_words(run: Run, project: Path) -> None:
    assert run("changes", "HEAD", cwd=project) == Done("Auf der Website ändert sich nichts.\n", "", 0)
    write(project / "data", {f"centres/{HOUSE}": {"name": "Haus Neuer Name"}})
    (project / "docs" / "fuer-eltern.md").write_text("# Für Eltern\n\nRufen Sie gern an.\n", "utf-8")
    done = run("changes", "HEAD", "--format=markdown", cwd=project)
    assert done.stdout.startswith("## Was sich auf der Website ändert\n")
    done = run("changes", "HEAD", cwd=project)
    assert done.returncode == 0
    assert "  neu: Haus Neuer Name\n" in done.stdout
    assert "Für Eltern (/fuer-eltern/)\n  alt: Rufen Sie an.\n  neu: Rufen Sie gern an.\n" in done.stdout


@pytest.mark.parametrize("state", ["gibt-es-nicht", "--output=x", ""])
def test_a_state_that_git_does_not_know(run: Run, project: Path, state: str) -> None:
    done = run("changes", "--", state, cwd=project)
    told = f"Fehler: git kennt den Stand {state} hier nicht. Bitte einen anderen nennen.\n"
    assert done == Done("", told, 1)


def test_changes_of_faulty_data_are_its_faults(run: Run, project: Path) -> None:
    write(project / "data", {f"centres/{HOUSE}": {"name": "<b>"}})
    done = run("changes", "HEAD", cwd=project)
    assert (done.stdout, done.returncode) == ("", 1)
    assert f"centres/{HOUSE}.yml" in done.stderr


def test_without_a_readable_state_before_nothing_is_compared(run: Run, project: Path) -> None:
    write(project / "data", {f"centres/{HOUSE}": {"name": "<b>"}})
    commit(project)
    write(project / "data")
    done = run("changes", "HEAD", cwd=project)
    told = "Der Stand HEAD hält nicht alle Regeln von heute. Deshalb fehlt hier der Vergleich.\n"
    assert done == Done(told, "", 0)


# sample


def test_numbers_are_drawn_called_and_counted(run: Run, tmp_path: Path) -> None:
    data = write(tmp_path / "data")
    done = run("sample", "--calls", "3", "--data", data, cwd=tmp_path)
    assert (done.stdout, done.returncode) == (
        "3 Nummern stehen in probeanrufe.csv. Bitte anrufen, ja oder nein eintragen, dann: --answers probeanrufe.csv\n",
        0,
    )
    listed = tmp_path / "probeanrufe.csv"
    before = (data / "region.yml").read_bytes()
    unanswered = run("sample", "--answers", listed, "--data", data, cwd=tmp_path)
    assert unanswered.stderr.endswith("1 Fehler: nichts geschrieben.\n")
    assert ((data / "region.yml").read_bytes(), unanswered.returncode) == (before, 1)
    listed.write_bytes(listed.read_bytes().replace(b';"";""', b';"ja";""'))
    done = run("sample", "--answers", listed, "--data", data, cwd=tmp_path)
    assert done.stdout == f"3 von 3 Nummern stimmten. Das steht jetzt in {data}/region.yml.\n"
    assert run("check", data).returncode == 0
    assert b"called: 3" in (data / "region.yml").read_bytes()


def test_a_list_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    done = run("sample", "--answers", tmp_path / "weg.csv", "--data", write(tmp_path / "data"), cwd=tmp_path)
    assert done.returncode == 1
    assert "weg.csv: nicht zu lesen oder zu schreiben" in done.stderr
