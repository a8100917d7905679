"""The whole way by the command: sheet out, filled in, in; and what is wrong changes nothing."""

from __future__ import annotations

import io
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from examples import write_data
from openpyxl import load_workbook
from packages import LIBREOFFICE, pack
from sites import environment, hashes

from wegweiser.__main__ import main
from wegweiser.editing.corrections.block import write_block
from wegweiser.editing.corrections.correction import Answer, Correction, Sender
from wegweiser.values.days import check_day

ROOT = Path(__file__).resolve().parents[3]
KILLS = 12


@pytest.fixture(autouse=True)
def on_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796126400")  # 2026-12-01


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return write_data(tmp_path / "data")


@pytest.fixture
def returned(tmp_path: Path) -> Path:
    """Filled in and saved by LibreOffice."""
    file = tmp_path / "libreoffice.xlsx"
    file.write_bytes(pack(LIBREOFFICE))
    return file


def test_sheet_out_filled_in_by_libreoffice_in(
    data: Path, returned: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sheet", "--data", str(data), "--for", "sonnenblume", "--out", str(tmp_path / "out")]) == 0
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".pdf", ".txt", ".xlsx"]
    before = (data / "centres" / "sonnenblume.yml").read_text("utf-8")
    capsys.readouterr()
    assert main(["import", str(returned), "--data", str(data), "--yes"]) == 0
    said = capsys.readouterr().out
    assert "  Telefon: bisher 'nicht bekannt', neu '030/23125 002' (in den Daten: +49 30 23125002).\n" in said
    assert "  Name: 'Familienzentrum Sonnenblume' ist bestätigt.\n" in said
    assert said.endswith("4 Angaben geändert, 4 bestätigt, in 1 Datei.\n")
    after = (data / "centres" / "sonnenblume.yml").read_text("utf-8").splitlines()
    assert [line for line in before.splitlines() if line not in after] == []
    assert {"- phone: +49 30 23125002", "  hours: Mo-Th 07:30-16:30; Fr 07:30-14:00"} <= set(after)
    assert main(["check", str(data)]) == 0
    capsys.readouterr()
    assert main(["import", str(returned), "--data", str(data), "--yes"]) == 0
    assert "Nicht übernommen:" in capsys.readouterr().out, "the second time it has been said already"


def test_without_a_yes_nothing_is_written(
    data: Path, returned: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = hashes(data)
    for answer in ("n", "", "nein"):
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{answer}\n"))
        assert main(["import", str(returned), "--data", str(data)]) == 1
        assert capsys.readouterr().out.endswith("Nichts geschrieben. Mit --yes wird ohne Frage geschrieben.\n")
    assert hashes(data) == before
    monkeypatch.setattr("sys.stdin", io.StringIO("ja\n"))
    assert main(["import", str(returned), "--data", str(data)]) == 0
    assert hashes(data) != before


def test_one_fault_in_one_file_and_nothing_is_written(
    data: Path, returned: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = load_workbook(returned)
    book["Angaben"]["D6"] = "=1+1"
    second = tmp_path / "anderswo" / "libreoffice.xlsx"
    second.parent.mkdir()
    book.save(second)
    before = hashes(data)
    assert main(["import", str(returned), str(second), "--data", str(data), "--yes"]) == 1
    told = capsys.readouterr()
    assert f"Fehler: {second}, Zeile 6, Spalte D (Stimmt das?): Das ist eine Formel." in told.err
    assert "Diese Angabe steht schon in libreoffice.xlsx, Zeile 11" in told.err
    assert told.err.endswith("Fehler: nichts geschrieben.\n")
    assert hashes(data) == before


def test_what_a_visitor_says_waits_until_the_office_has_confirmed_it(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sender = Sender("Vater eines Kindes", check_day("2026-11-30"), own=False)
    said = Correction("centre:sonnenblume", "places.value", Answer.WRONG, sender, "nicht bekannt", "74")
    mail = tmp_path / "mail.txt"
    mail.write_text(f"Guten Tag,\n\n{write_block([said])}", "utf-8")
    before = hashes(data)
    assert main(["import", str(mail), "--data", str(data), "--yes"]) == 0
    assert hashes(data) == before
    kept = tmp_path / "mail.nicht-uebernommen.csv"
    assert "Kommt nicht von der Stelle selbst." in kept.read_text("utf-8-sig")
    assert main(["import", str(mail), "--data", str(data), "--yes", "--confirmed-by", "Leitung, am Telefon"]) == 0
    assert "by: Leitung, am Telefon" in (data / "centres" / "sonnenblume.yml").read_text("utf-8")


def test_a_huge_file_is_refused_without_reading_it(
    data: Path, returned: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    huge = tmp_path / "riesig.xlsx"
    with huge.open("wb") as file:
        file.truncate(50_000_000_000)
    before = hashes(data)
    assert main(["import", str(returned), str(huge), "--data", str(data), "--yes"]) == 1
    told = capsys.readouterr().err
    assert "riesig.xlsx: Die Datei ist mit 50000 MB zu groß, erlaubt sind 5 MB." in told
    assert hashes(data) == before


def test_a_call_that_cannot_be_done_says_why(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheet", "--data", str(data), "--for", "sonnenblum", "--out", str(tmp_path / "out")]) == 1
    assert "Gemeint: centre:sonnenblume?" in capsys.readouterr().err
    assert main(["sheet", "--data", str(data), "--out", str(data)]) == 1
    assert "ist nicht leer. Bitte mit --out einen neuen nennen." in capsys.readouterr().err
    assert main(["import", str(tmp_path / "fehlt.xlsx"), "--data", str(data)]) == 1
    assert "fehlt.xlsx: nicht zu lesen" in capsys.readouterr().err


@pytest.mark.nightly
def test_killed_at_any_moment_the_data_is_old_or_new(data: Path, returned: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "wegweiser", "import", str(returned), "--yes", "--data"]
    own = environment(day=check_day("2026-12-01"))
    shutil.copytree(data, tmp_path / "probe")
    started = time.monotonic()
    subprocess.run([*command, str(tmp_path / "probe")], env=own, cwd=ROOT, check=True, capture_output=True)
    duration = time.monotonic() - started
    old, new = hashes(data), hashes(tmp_path / "probe")
    assert old != new
    moments = random.Random(2026)  # noqa: S311 - no secret
    stopped = 0
    for number in range(KILLS):
        run = subprocess.Popen([*command, str(data)], env=own, cwd=ROOT, stdout=subprocess.DEVNULL)
        try:
            run.wait(duration * moments.uniform(number, number + 1) / KILLS)
        except subprocess.TimeoutExpired:
            run.kill()
            run.wait()
            stopped += 1
        assert hashes(data) in (old, new)
        if hashes(data) == new:
            shutil.rmtree(data)
            write_data(data)
    assert stopped > KILLS / 2
    subprocess.run([*command, str(data)], env=own, cwd=ROOT, check=True, capture_output=True)
    assert hashes(data) == new
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == [], "nothing is left over"
