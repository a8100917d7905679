"""How long the guide takes for an answer on a phone's processor: `make bench-guide`.

Thirty questions of the real site, each three times, with the processor slowed down six times. Figures depend on the
machine, so the time of an answer stands beside the time that the same page takes to be laid out anew.
"""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from statistics import median

from chromium import chromium
from playwright.sync_api import Page
from serving import serve
from sites import Site, build_real

SLOWDOWN = 6
ROUNDS = 3
QUESTIONS = 30
ANSWER = """async ([town, status, offer]) => {
    const result = document.querySelector("[data-part=result]");
    const start = performance.now();
    history.replaceState(null, "", `#ort=${town}&bezug=${status}${offer && `&anliegen=${offer}`}`);
    dispatchEvent(new PopStateEvent("popstate"));
    const before = result.firstChild;
    for (let turn = 0; turn < 9 && result.firstChild === before; turn++) await null;
    document.body.offsetHeight;
    return performance.now() - start;
}"""
LAYOUT = """() => {
    const start = performance.now();
    document.body.style.fontSize = document.body.style.fontSize ? "" : "101%";
    document.body.offsetHeight;
    return performance.now() - start;
}"""
KINDS = {"eine Hilfe": False, "alle Stellen eines Ortes": True}


def main() -> None:
    """Build the real site, ask the guide and print a table."""
    print(f"{'':26}{'Antwort':>10}{'Layout':>10}{'Verhältnis':>12}")
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        site = build_real(Path(folder) / "site")
        with serve(site.folder, site.base) as url:
            for name, whole_town in KINDS.items():
                page = browser.new_page(viewport={"width": 360, "height": 740})
                page.goto(f"{url}zustaendig/")
                page.locator("[data-live]:not([hidden])").first.wait_for(state="attached")
                answer, layout = times(page, questions(site, whole_town))
                print(f"{name:26}{answer:>7.1f} ms{layout:>7.1f} ms{answer / layout:>12.1f}")
                page.close()


def questions(site: Site, whole_town: bool) -> list[tuple[str, str, str]]:
    """Towns, benefits and offers that are the same at each run; no offer where all offices of a town are asked for."""
    chosen = random.Random(1).sample(sorted(site.guide.responsibility.table), QUESTIONS)  # noqa: S311
    return [(town, status, "" if whole_town else offer) for town, status, offer in chosen]


def times(page: Page, asked: list[tuple[str, str, str]]) -> tuple[float, float]:
    """Milliseconds for an answer and for a layout of the page: the middle of the best of each question."""
    for question in asked:
        page.evaluate(ANSWER, question)  # loads the towns; the network is not measured
    page.wait_for_load_state("networkidle")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    rounds = [[(page.evaluate(ANSWER, question), page.evaluate(LAYOUT)) for question in asked] for _ in range(ROUNDS)]
    answers = [min(answer for answer, _ in again) for again in zip(*rounds, strict=True)]
    return median(answers), median(layout for one in rounds for _, layout in one)


if __name__ == "__main__":
    main()
