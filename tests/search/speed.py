"""How fast the search is on a slow phone: the engine on a page's own thread in Chromium, four times slowed.

Throttling does not reach workers, so the page runs the engine itself. `measure` gives milliseconds.
"""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Route, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = "/usr/bin/chromium"
SLOWER = 4
SITE = "https://wegweiser.example.org/"
TYPES = {".js": "text/javascript", ".json": "application/json"}

RUN = """async ({core: address, texts}) => {
  const load = async (path) => (await fetch(path)).json();
  const {createEngine} = await import("/search/engine/engine.js");
  const {openLater, readCore} = await import("/search/engine/core.js");
  const core = readCore(await load(address));
  const files = openLater((name) => load(`/assets/${core.folder}/${name}.json`));
  const timed = async (run) => { const start = performance.now(); await run(); return performance.now() - start; };
  const found = {queries: []};
  let engine;
  found.ready = await timed(async () => { engine = createEngine(core, files); });
  found.first = await timed(() => engine.query("kindergeld"));
  found.more = await timed(() => engine.query("wer zahlt die fahrt meiner tochter mit der klasse ans meer"));
  found.languages = await timed(() => engine.query("детский сад"));
  for (const town of core.towns) await engine.query(town.name);
  for (const text of texts) found.queries.push(await timed(() => engine.query(text)));
  return found;
}"""


def measure(data: Path, texts: list[str]) -> dict[str, float]:
    """Index ready, the first question of each kind (with its index), the 50th and 95th of a hundred new questions."""
    core = json.loads((data / "truth.json").read_text("utf-8"))["core"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM if Path(CHROMIUM).exists() else None)
        page = browser.new_page()
        page.route("**/*", lambda route: _answer(route, data))
        page.goto(SITE)
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        found = page.evaluate(RUN, {"core": f"/{core}", "texts": texts})
        browser.close()
    queries = sorted(found.pop("queries"))
    return {**found, "p50": queries[len(queries) // 2], "p95": queries[int(len(queries) * 0.95)]}


def _answer(route: Route, data: Path) -> None:
    path = route.request.url.removeprefix(SITE)
    if not path:
        route.fulfill(body="<!doctype html><title>Suche</title>", content_type="text/html")
        return
    file = (ROOT / "overrides" / "script" if path.startswith(("search/", "shared/")) else data) / path
    route.fulfill(body=file.read_bytes(), content_type=TYPES[file.suffix])
