"""The same commit and day give the same bytes, on any machine."""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sites import REAL_DAY, ROOT, build, build_real, copy_project, environment, hashes

pytestmark = pytest.mark.takes(20)

WITHOUT_NETWORK = """
import socket

def refuse(*_):
    raise SystemExit("asked for the network")

class Unconnected(socket.socket):
    connect = connect_ex = sendto = refuse

socket.socket, socket.getaddrinfo = Unconnected, refuse
"""
"""Python runs this at its start, wherever it stands as sitecustomize.py."""


def cut_the_network(folder: Path) -> str:
    """A folder for PYTHONPATH; whatever opens a connection ends then."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(WITHOUT_NETWORK, "utf-8")
    code = "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')"
    env = {**os.environ, "PYTHONPATH": str(folder)}
    done = subprocess.run([sys.executable, "-c", code], check=False, env=env, capture_output=True, text=True)
    assert done.stderr == "asked for the network\n", "this test could not fail"
    return str(folder)


@pytest.mark.slow
def test_folder_zone_language_seed_umask_file_times_and_network_change_nothing(tmp_path: Path) -> None:
    there = environment(TZ="UTC", LC_ALL="C", PYTHONHASHSEED="1")
    elsewhere = environment(
        TZ="Pacific/Kiritimati",
        LC_ALL="de_DE.UTF-8",
        PYTHONHASHSEED="4711",
        HOME=str(tmp_path),
        PYTHONPATH=cut_the_network(tmp_path / "cut"),
    )
    project = copy_project(tmp_path / "ganz" / "wo anders", data=True)
    for path in sorted(project.rglob("*"), reverse=True):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    assert build(tmp_path / "a", env=there).returncode == 0
    before = os.umask(0o077)
    try:
        done = build(tmp_path / "b", project=project, env=elsewhere)
    finally:
        os.umask(before)
    assert done.returncode == 0, done.stderr
    first, second = hashes(tmp_path / "a"), hashes(tmp_path / "b")
    assert len(first) > 200
    assert [name for name in first if first[name] != second.get(name)] == []
    assert set(first) == set(second)


@pytest.mark.slow
def test_the_order_of_files_on_the_disk_changes_nothing(tmp_path: Path) -> None:
    """A folder lists its files in the order in which they were made, on some disks."""
    orders: tuple[Callable[[list[Path]], list[Path]], ...] = (sorted, lambda paths: sorted(paths, reverse=True))
    data = copy_project(tmp_path / "project") / "data"
    found = []
    for number, order in enumerate(orders):
        for path in order(list(data.rglob("*.yml"))):
            target = tmp_path / f"data{number}" / path.relative_to(data)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
        done = build(tmp_path / f"site{number}", env=environment(data=tmp_path / f"data{number}"))
        assert done.returncode == 0, done.stderr
        found.append(hashes(tmp_path / f"site{number}"))
    assert found[0] == found[1]


@pytest.mark.slow
def test_another_day_changes_pages_and_nothing_of_the_data(tmp_path: Path) -> None:
    """So the nightly build changes what is said about age, and the test above could fail."""
    days = (REAL_DAY, REAL_DAY + dt.timedelta(days=1))
    for day in days:
        assert build(tmp_path / str(day), env=environment(day=day, SITE_URL="")).returncode == 0
    first, second = (hashes(tmp_path / str(day)) for day in days)
    changed = {name for name in first if first[name] != second.get(name)}
    assert "index.html" in changed
    # A card that somebody saves says of which day it is; what scripts load holds the openings of the next weeks.
    told = (".html", "/kontakt.vcf")
    assert {name for name in changed if not name.endswith(told) and not name.startswith("assets/")} <= OF_A_DAY


OF_A_DAY = {
    *("daten/dcat.jsonld", "daten/hsds.json", "daten/hsds.zip", "daten/v1/index.json", "daten/wegweiser.xlsx"),
    "humans.txt",
}
"""What says for others of which day it is."""


@pytest.mark.slow
def test_the_address_of_the_site_changes_only_what_names_it(tmp_path: Path) -> None:
    """Links are relative, so one build serves under any path."""
    plain = build(tmp_path / "plain")
    assert plain.returncode == 0
    under = build_real(tmp_path / "under").folder
    for path in sorted((tmp_path / "plain").rglob("*.html")):
        name = path.relative_to(tmp_path / "plain")
        if name.name != "404.html":
            assert without_address(under / name) == without_address(path), name


NAMES_THE_ADDRESS = (
    '<(link rel="(canonical|search)"|meta property="og:)[^>]*>\n|<p class="code">.*?</p>'
    '|<script type="application/ld[+]json">.*?</script>|(<br>)?<(code|pre)\\b.*?</\\4>'
)
"""What is for other hosts and programs: who shares a page, scans it, or takes its facts."""


def without_address(page: Path) -> list[str]:
    return re.sub(NAMES_THE_ADDRESS, "", page.read_text("utf-8"), flags=re.DOTALL).split()


CLOCKS = r"\b(date\.today|datetime\.now|datetime\.today|utcnow|time\.time)\("
CHANCE = r"\b(import random|from random|uuid|secrets|os\.urandom)\b"


def test_only_the_outermost_modules_look_at_the_clock() -> None:
    # printing looks at the clock for the age of files in its cache alone
    edges = {"scripts/wegweiser/clock.py", "scripts/wegweiser/publishing/printing.py"}
    assert {path for path in modules() if re.search(CLOCKS, (ROOT / path).read_text("utf-8"))} == edges


def test_nothing_is_left_to_chance_but_the_demo_with_its_fixed_seed() -> None:
    assert {path for path in modules() if re.search(CHANCE, (ROOT / path).read_text("utf-8"))} == {
        "scripts/wegweiser/demo/supply.py",
        # uuid5: made from the name, not by chance
        *(f"scripts/wegweiser/files/{name}.py" for name in ("feed", "identity", "vcards")),
    }


def test_templates_and_scripts_of_the_site_do_not_ask_for_the_day_of_the_build() -> None:
    for path in sorted((ROOT / "overrides").rglob("*.html")):
        assert not re.search(r"\bnow\(|build_date", path.read_text("utf-8")), path.name


def modules() -> list[str]:
    return sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "scripts").rglob("*.py"))
