"""Reading a data folder: what belongs there, all faults in one run, records by id with their places."""

from __future__ import annotations

import datetime as dt
import os
import socket
import time
import tracemalloc
from pathlib import Path

import pytest
from examples import REGION, Fields, as_yaml, write_data

from wegweiser import schema
from wegweiser.catalog import RESERVED_IDS, Catalog, load, nearest_place, records
from wegweiser.checks import check
from wegweiser.reading.events import Place
from wegweiser.reading.reader import locate
from wegweiser.values.problems import Level, Problem, errors, summary

STRAY = "Das gehört nicht in den Datenordner. Bitte löschen oder umbenennen (Endung .yml)."
NO_FILE = "Das ist keine gewöhnliche Datei. Bitte eine Datei anlegen."
CENTRE = REGION["centres/sonnenblume.yml"]


def loaded(folder: Path) -> Catalog:
    content, problems = load(folder)
    assert problems == []
    assert content is not None
    return content


def found(folder: Path) -> list[str]:
    """Path within the folder, place and message of everything that is wrong."""
    return [str(problem).removeprefix(f"{folder}/") for problem in sorted(load(folder)[1])]


# A good folder.


def test_records_by_id_with_kind_and_file(region: Path) -> None:
    content = loaded(region)
    entry = content.centres["sonnenblume"]
    assert (entry.kind, entry.id, entry.ref) == ("centre", "sonnenblume", "centre:sonnenblume")
    assert entry.file == str(region / "centres" / "sonnenblume.yml")
    assert entry.record.name == "Familienzentrum Sonnenblume"
    assert {entry.ref for entry in content.records()} == {
        "municipality:beispielstadt",
        "organization:jobcenter-beispielstadt",
        "organization:jugendamt-beispielstadt",
        "contact:jobcenter-beispielstadt",
        "centre:sonnenblume",
        "offer:schulbedarf",
    }
    assert [entry.id for entry in content.files()] == list(schema.FILES)


def test_records_are_in_the_order_of_their_ids(tmp_path: Path) -> None:
    ids = ["b", "a-2", "a", "a-10", "b-1", "9"]
    content = loaded(write_data(tmp_path, {f"centres/{id_}.yml": CENTRE for id_ in ids}))
    assert list(content.centres) == sorted([*ids, "sonnenblume"], key=lambda id_: f"{id_}.yml")


@pytest.mark.parametrize(
    ("kind", "ids"),
    [
        ("topic", {"geld"}),
        ("status", {"sgb2", "wohngeld", "kinderzuschlag", "sgb12", "asylblg", "none"}),
        ("contact", {"jobcenter-beispielstadt"}),
        ("news", set()),
        ("unbekannt", set()),
        ("", set()),
    ],
)
def test_records_of_a_kind(region: Path, kind: str, ids: set[str]) -> None:
    assert set(loaded(region).of_kind(kind)) == ids


def test_topics_and_statuses_keep_the_order_of_their_file(tmp_path: Path) -> None:
    topics = [{"id": id_, "label": id_, "summary": id_} for id_ in ("zuletzt", "anfang", "mitte")]
    content = loaded(write_data(tmp_path, {"topics.yml": {"topics": topics}}))
    assert list(content.topics) == ["zuletzt", "anfang", "mitte"]
    assert next(iter(content.statuses)) == "sgb2"


def test_files_that_may_be_missing_are_empty(region: Path) -> None:
    content = loaded(region)
    assert content.redirects.record.redirects == ()
    assert content.glossary.record.terms == ()
    assert content.short_numbers.record.short_numbers == ()
    assert content.addresses.record.published == ()
    assert content.glossary.problem(("terms", 0), "x") == Problem(str(region / "glossary.yml"), 1, 1, "x")


def test_folders_may_be_missing(tmp_path: Path) -> None:
    changes = dict.fromkeys([name for name in REGION if "/" in name])
    assert list(loaded(write_data(tmp_path, changes)).records()) == []


def test_a_thousand_houses_are_read_in_time_and_little_memory(tmp_path: Path) -> None:
    folder = write_data(tmp_path, {f"centres/haus-{n}.yml": CENTRE for n in range(1000)})
    start = time.process_time()
    tracemalloc.start()
    assert len(loaded(folder).centres) == 1001
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert time.process_time() - start < 10  # tracing memory makes it several times slower
    assert most < 100 * 2**20


# Places.


def test_a_finding_points_at_the_value_or_at_the_nearest_thing_above(region: Path) -> None:
    (region / "centres" / "haus.yml").write_text(
        "name: Haus\nfamily_centre: 'no'\nmunicipality: beispielstadt\noffers:\n  - schulbedarf\n"
        "sources:\n  - {title: Seite, kind: own, published: unknown, accessed: 2026-11-01}\n"
    )
    entry = loaded(region).centres["haus"]
    assert place(entry.problem(("name",), "x")) == (1, 7)
    assert place(entry.problem(("offers", 0), "x")) == (5, 5)
    assert place(entry.problem(("offers", 7), "x")) == (5, 3)
    assert place(entry.problem(("address", "postal_code"), "x")) == (1, 1)
    assert place(entry.problem((), "x")) == (1, 1)
    assert entry.problem((), "x").level is Level.ERROR
    assert entry.problem((), "x", Level.WARNING).level is Level.WARNING


def test_a_file_is_looked_through_once_for_all_its_findings(region: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = []
    monkeypatch.setattr(records, "locate", lambda content: looked_at.append(content) or locate(content))
    (region / "centres" / "sonnenblume.yml").write_text(as_yaml({**CENTRE, "name": "Haus Einmal"}), "utf-8")
    entry = loaded(region).centres["sonnenblume"]
    for path in (("name",), ("offers", 0), ("sources", 0)):
        entry.problem(path, "x")
    assert looked_at == [entry.content]


def test_an_entry_names_itself_without_its_file(region: Path) -> None:
    """Where a test or a debugger shows it."""
    assert "content" not in repr(loaded(region).centres["sonnenblume"])


def place(problem: Problem) -> tuple[int, int]:
    return problem.line, problem.column


def test_the_place_of_a_name() -> None:
    places = locate(b"a: b\nlist:\n  - c: d\n")
    assert nearest_place(places, ("list", 0, "c"), name=True) == Place(3, 5)
    assert nearest_place(places, ("list", 0, "x"), name=True) == Place(3, 5)
    assert nearest_place(places, ("x", 0), name=True) == Place(1, 1)
    assert nearest_place({}, ("x",)) == Place(1, 1)


# What is not a data folder.


@pytest.mark.parametrize("name", ["fehlt", "region.yml"])
def test_a_folder_that_is_none(region: Path, name: str) -> None:
    content, problems = load(region / name)
    assert content is None
    message = "Den Datenordner gibt es nicht. Bitte den Namen prüfen."
    assert problems == [Problem(str(region / name), 1, 1, message)]


@pytest.mark.parametrize("name", schema.REQUIRED_FILES)
def test_a_file_that_all_depend_on_is_missing(tmp_path: Path, name: str) -> None:
    folder = write_data(tmp_path, {f"{name}.yml": None})
    assert found(folder) == [f"{name}.yml:1:1: Fehler: Die Datei {name}.yml fehlt."]
    content = load(folder)[0]
    assert content is not None
    assert len(content.broken) == 1


def test_an_empty_folder(tmp_path: Path) -> None:
    assert len(found(tmp_path)) == len(schema.REQUIRED_FILES)


# All faults in one run.


def test_all_faults_of_all_files_are_found_in_one_run(tmp_path: Path) -> None:
    changes: dict[str, Fields | str | bytes | None] = {
        "region.yml": {**REGION["region.yml"], "ags": "1", "state": "XX"},
        "glossary.yml": "terms: keine\n",
        "centres/b.yml": {**CENTRE, "name": "<b>", "family_centre": "vielleicht"},
        "centres/a.yml": "name: [\n",
        "offers/c.yml": b"title: \xff\n",
        "offers/notiz.txt": "x",
    }
    assert [line.split(" ")[0] for line in found(write_data(tmp_path, changes))] == [
        "centres/a.yml:2:1:",
        "centres/b.yml:1:7:",
        "centres/b.yml:2:16:",
        "glossary.yml:1:8:",
        "offers/c.yml:1:8:",
        "offers/notiz.txt:1:1:",
        "region.yml:3:6:",
        "region.yml:4:8:",
    ]


def test_a_file_that_cannot_be_read_is_known_to_exist(tmp_path: Path) -> None:
    """Else everything that names it would be a second error."""
    content, problems = load(write_data(tmp_path, {"centres/haus.yml": "name: [\n", "offers/x.yml": {"title": "x"}}))
    assert content is not None
    assert content.broken == {("centre", "haus"), ("offer", "x")}
    assert "haus" not in content.centres
    assert len({problem.path for problem in problems}) == 2


@pytest.mark.parametrize("name", schema.FILES)
def test_a_broken_file_hides_no_other_fault_and_makes_none(tmp_path: Path, name: str) -> None:
    """It counts as empty; what it would have said is no further error."""
    changes: dict[str, Fields | str | bytes | None] = {
        f"{name}.yml": "quatsch: [\n",
        "centres/sonnenblume.yml": {**CENTRE, "municipality": "nirgends"},
    }
    folder = write_data(tmp_path, changes)
    content, broken = load(folder)
    assert content is not None
    assert [problem.path for problem in broken] == [str(folder / f"{name}.yml")]
    told = [
        problem.message for problem in errors(check(content, dt.date(2026, 11, 22))) if "plain" not in problem.message
    ]
    assert told == ["Die Stadt oder Gemeinde 'nirgends' gibt es nicht."], told


@pytest.mark.parametrize("inside", ["centres", "."])
@pytest.mark.parametrize("call", ["iterdir", "is_dir"])
def test_a_folder_that_may_not_be_read(region: Path, inside: str, call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the right to list it, and without the right to look at what it holds."""
    forbidden = region / inside
    plain = getattr(Path, call)

    def refuse(path: Path) -> object:
        if path == forbidden if call == "iterdir" else path.parent == forbidden:
            raise PermissionError(13, "Permission denied", str(path))
        return plain(path)

    monkeypatch.setattr(Path, call, refuse)
    place = "centres:1:1" if inside == "centres" else f"{region}:1:1"
    told = f"{place}: Fehler: Der Ordner kann nicht gelesen werden. Bitte die Zugriffsrechte prüfen."
    assert found(region) == [told]
    content = load(region)[0]
    if inside == "centres":
        assert content is not None
        assert content.may_exist("centre", "sonnenblume")
        assert not content.may_exist("offer", "sonnenblume")


# Names of files.

NO_ID = "Bitte nur a-z, 0-9 und einzelne Bindestriche verwenden."
TAKEN = "Der Dateiname ist reserviert oder länger als 60 Zeichen. Bitte umbenennen."


@pytest.mark.parametrize(
    "name",
    [
        "Ä",
        "A",
        "x y",
        "x_y",
        "x.y",
        "-x",
        "x-",
        "x--y",
        "x'y",
        "%2e%2e",
        "ﬁ",
        "İ",
        "x\u200by",
        "٣",
        "<b>",
        "{{ 7*7 }}",
        "haus(1)",
    ],
)
def test_a_name_that_is_no_id(tmp_path: Path, name: str) -> None:
    folder = write_data(tmp_path, {f"centres/{name}.yml": CENTRE})
    content, _ = load(folder)
    assert content is not None
    assert set(content.centres) == {"sonnenblume"}
    [line] = found(folder)
    assert ":1:1: Fehler: Der Dateiname '" in line
    assert line.endswith(f"' ist kein Kurzname. {NO_ID}")
    assert line.isprintable()


@pytest.mark.parametrize("name", ["index", "con", "prn", "aux", "nul", "com0", "com9", "lpt9", "x" * 61, "x" * 200])
def test_a_name_that_means_something_else_or_is_too_long(tmp_path: Path, name: str) -> None:
    assert found(write_data(tmp_path, {f"centres/{name}.yml": CENTRE})) == [f"centres/{name}.yml:1:1: Fehler: {TAKEN}"]


@pytest.mark.parametrize("name", ["x" * 60, "a", "0", "con-1", "com10", "indexe"])
def test_a_name_that_is_fine(tmp_path: Path, name: str) -> None:
    assert name not in RESERVED_IDS
    assert name in loaded(write_data(tmp_path, {f"centres/{name}.yml": CENTRE})).centres


@pytest.mark.parametrize("other", ["Haus", "HAUS", "häus"])
def test_two_names_that_differ_only_in_spelling(tmp_path: Path, other: str) -> None:
    lines = found(write_data(tmp_path, {"centres/haus.yml": CENTRE, f"centres/{other}.yml": CENTRE}))
    assert any(f"Der Dateiname '{other}' ist kein Kurzname." in line for line in lines)


def test_a_name_that_another_computer_would_take_for_the_same(tmp_path: Path) -> None:
    lines = found(write_data(tmp_path, {"centres/Haus.yml": CENTRE, "centres/haus.yml": CENTRE}))
    assert (
        "centres/haus.yml:1:1: Fehler: Der Dateiname gleicht 'Haus.yml' bis auf die Schreibweise. Bitte umbenennen."
        in lines
    )


@pytest.mark.parametrize("name", [b"\xe4.yml", b"eins\nzwei.yml", b"\x1b[31m.yml", "\u202e.yml".encode()])
def test_a_name_that_no_terminal_can_show(region: Path, name: bytes) -> None:
    Path(os.fsdecode(bytes(region / "centres") + b"/" + name)).write_text(as_yaml(CENTRE), "utf-8")
    [problem] = load(region)[1]
    assert str(problem).isprintable()
    assert str(problem).encode()


# What else may lie about.


@pytest.mark.parametrize(
    ("name", "told"),
    [
        *[
            (name, name)
            for name in ("x.yaml", "x.yml~", "x.YML", "x.yml.bak", "x.txt", "x", "#x.yml#", "~x.yml", "Thumbs.db.yml")
        ],
        *[(name, name) for name in ("news.yml", "centres.yml", "index.yml")],
        *[
            (name, name)
            for name in (
                "centres/x.yaml",
                "centres/x.yml~",
                "centres/x",
                "centres/x.YML",
                "centres/x.zip",
            )
        ],
        ("centres/alt/x.yml", "centres/alt"),
        ("centres/x.yml/y.yml", "centres/x.yml"),
        ("haeuser/x.yml", "haeuser"),
        ("region/x.yml", "region"),
    ],
)
def test_a_stray_file_or_folder_is_refused_not_ignored(tmp_path: Path, name: str, told: str) -> None:
    folder = write_data(tmp_path, {name: CENTRE})
    assert found(folder) == [f"{told}:1:1: Fehler: {STRAY}"]
    content, _ = load(folder)
    assert content is not None
    assert set(content.centres) == {"sonnenblume"}, "nor read"


@pytest.mark.parametrize(
    "name",
    [
        *(".DS_Store", "._sonnenblume.yml", ".x.yml", "Thumbs.db", "thumbs.db", "desktop.ini", "Desktop.ini"),
        *("~$sonnenblume.yml", ".git/config", ".yml"),
    ],
)
@pytest.mark.parametrize("folder", ["", "centres/"])
def test_what_systems_and_programs_leave_behind_is_passed_over(tmp_path: Path, folder: str, name: str) -> None:
    data = write_data(tmp_path, {f"{folder}{name}": b"\0\0\0\1Bud1"})
    assert found(data) == []
    content, _ = load(data)
    assert content is not None
    assert set(content.centres) == {"sonnenblume"}


@pytest.mark.parametrize("name", ["region.yml", "glossary.yml", "centres/haus.yml"])
def test_a_link_is_no_file(tmp_path: Path, name: str) -> None:
    outside = tmp_path / "woanders.yml"
    outside.write_text(as_yaml(REGION.get(name, CENTRE)), "utf-8")
    folder = write_data(tmp_path / "data", {name: None})
    (folder / name).symlink_to(outside)
    assert found(folder) == [f"{name}:1:1: Fehler: {NO_FILE}"]


@pytest.mark.parametrize("name", ["glossary.yml", "centres/haus.yml"])
def test_a_link_to_nothing_is_no_file(region: Path, name: str) -> None:
    (region / name).symlink_to(region / "nirgends.yml")
    assert found(region) == [f"{name}:1:1: Fehler: {NO_FILE}"]


def test_a_pipe_or_socket_is_no_file_and_is_not_waited_for(region: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(region / "centres" / "haus.yml")
    assert found(region) == [f"centres/haus.yml:1:1: Fehler: {NO_FILE}"]
    with socket.socket(socket.AF_UNIX) as listening:
        monkeypatch.chdir(region)  # the name of a socket may only be short
        listening.bind("offers/haus.yml")
    assert f"offers/haus.yml:1:1: Fehler: {NO_FILE}" in found(region)


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    folder = write_data(tmp_path, {"region.yml": None, "region.yml/x.yml": CENTRE})
    assert f"region.yml:1:1: Fehler: {NO_FILE}" in found(folder)


def test_a_file_in_place_of_a_folder(tmp_path: Path) -> None:
    changes = dict.fromkeys(name for name in REGION if name.startswith("centres/"))
    folder = write_data(tmp_path, changes)
    (folder / "centres").write_text("x", "utf-8")
    assert found(folder) == [f"centres:1:1: Fehler: {STRAY}"]


@pytest.mark.parametrize("fault", [PermissionError(13, "x"), FileNotFoundError(2, "x"), OSError(5, "x")], ids=repr)
def test_a_file_that_vanishes_or_may_not_be_read(region: Path, fault: OSError, monkeypatch: pytest.MonkeyPatch) -> None:
    content = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path.name == "sonnenblume.yml":
            raise fault
        return content(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    message = "Die Datei kann nicht gelesen werden. Bitte die Zugriffsrechte prüfen."
    assert found(region) == [f"centres/sonnenblume.yml:1:1: Fehler: {message}"]


# Findings.


def test_a_finding_is_one_line_that_editors_can_jump_to() -> None:
    assert str(Problem("data/x.yml", 7, 14, "Das fehlt.")) == "data/x.yml:7:14: Fehler: Das fehlt."
    assert str(Problem("data/x.yml", 7, 14, "Das ist alt.", Level.WARNING)) == "data/x.yml:7:14: Warnung: Das ist alt."


def test_findings_are_in_the_order_of_places() -> None:
    places = [("b", 1, 1), ("a", 10, 1), ("a", 9, 2), ("a", 9, 1)]
    problems = [Problem(path, line, column, "x") for path, line, column in places]
    assert [(p.path, p.line, p.column) for p in sorted(problems)] == [
        ("a", 9, 1),
        ("a", 9, 2),
        ("a", 10, 1),
        ("b", 1, 1),
    ]


@pytest.mark.parametrize(
    ("levels", "sentence", "count"),
    [
        ([], "0 Fehler, 0 Warnungen", 0),
        ([Level.ERROR], "1 Fehler, 0 Warnungen", 1),
        ([Level.WARNING], "0 Fehler, 1 Warnung", 0),
        ([Level.ERROR, Level.WARNING, Level.ERROR, Level.WARNING], "2 Fehler, 2 Warnungen", 2),
    ],
)
def test_the_closing_line(levels: list[Level], sentence: str, count: int) -> None:
    problems = [Problem("x", 1, 1, "x", level) for level in levels]
    assert summary(problems) == sentence
    assert len(errors(problems)) == count
