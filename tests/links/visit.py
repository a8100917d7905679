"""Visits every link that leads out of the site and tells, as Markdown, which of them answer no more: `make links`.

The only program here that asks other hosts: no build and no test does. The weekly workflow calls it. It asks each host
at most once a second and says who asks. Whatever it finds, it ends with 0: a host that is down is nobody's red build.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
import time
import tomllib
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

from wegweiser import catalog
from wegweiser.schema import Model

ROOT = Path(__file__).resolve().parents[2]
EXCEPTIONS = Path(__file__).with_name("exceptions.toml")
SECONDS = 10
"""Until a host has to answer."""
TRIES = 3
PAUSE = 1.0
"""Seconds between two requests to one host."""
REFUSING = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.TOO_MANY_REQUESTS}
"""What a host says to programs although the page is there for people."""
ASKED_BY = "Familienwegweiser-Linkpruefung/1.0 (einmal je Woche; Kontakt: Herausgeber der Website {website})"


def main() -> int:
    content, _ = catalog.load(ROOT / "data")
    if content is None:
        return 0  # `wegweiser check` says why
    excused = exceptions(dt.date.today())  # noqa: DTZ011 - the day of this machine is good enough for an exception
    wanted = {url: places for url, places in links(content).items() if url not in excused}
    faults = visit(sorted(wanted), ASKED_BY.format(website=content.region.record.website))
    for url, fault in sorted(faults.items()):
        print(f"- <{url}>: {fault}. Steht in {', '.join(f'`{place}`' for place in wanted[url])}.")
    print(f"{len(wanted)} Links besucht, {len(faults)} gehen nicht.", file=sys.stderr)
    return 0


def exceptions(today: dt.date) -> set[str]:
    """Links that are left out for a reason, until a day."""
    entries = tomllib.loads(EXCEPTIONS.read_text("utf-8")).get("exception", [])
    return {entry["url"] for entry in entries if entry["reason"] and entry["until"] >= today}


def links(content: catalog.Catalog, docs: Path = ROOT / "docs") -> dict[str, list[str]]:
    """Every address of another host with the places that name it: `data/offers/kindergeld.yml:31`."""
    found: dict[str, list[str]] = defaultdict(list)
    for entry in (*content.records(), *content.files()):
        for path, url in addresses(entry.record, ()):
            place = entry.problem(path, "")
            found[url].append(f"{Path(place.path).relative_to(ROOT)}:{place.line}")
    for page in sorted(docs.glob("*.md")):
        for number, line in enumerate(page.read_text("utf-8").splitlines(), 1):
            for url in re.findall(r"\]\((https?://[^)\s]+)\)", line):
                found[url].append(f"{page.relative_to(ROOT)}:{number}")
    return found


def addresses(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every value of a record that is an address, with its place."""
    if isinstance(value, Model):
        for name, inner in vars(value).items():
            yield from addresses(inner, (*path, name))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from addresses(inner, (*path, index))
    elif isinstance(value, str) and value.startswith(("http://", "https://")):
        yield path, value


def visit(urls: list[str], asked_by: str, pause: float = PAUSE) -> dict[str, str]:
    """What is wrong with those that do not answer; hosts are asked side by side, the pages of one after each other."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        by_host[urlsplit(url).netloc].append(url)

    def ask_host(of_host: list[str]) -> dict[str, str]:
        return {url: fault for url in of_host if (fault := ask(url, asked_by, pause))}

    with ThreadPoolExecutor(max_workers=8) as workers:
        return {url: fault for faults in workers.map(ask_host, by_host.values()) for url, fault in faults.items()}


def ask(url: str, asked_by: str, pause: float) -> str | None:
    """What is wrong with an address after so many tries; None if it answers."""
    request = urllib.request.Request(url, headers={"User-Agent": asked_by, "Accept": "*/*"})  # noqa: S310 - http only
    fault = None
    for _ in range(TRIES):
        time.sleep(pause)
        try:
            with urllib.request.urlopen(request, timeout=SECONDS):  # noqa: S310
                return None
        except urllib.error.HTTPError as error:
            if error.code in REFUSING:
                return None
            fault = f"antwortet mit {error.code}"
            if error.code in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
                break
        except (OSError, ValueError) as error:
            fault = f"antwortet nicht ({getattr(error, 'reason', error)})"
    return fault


if __name__ == "__main__":
    sys.exit(main())
