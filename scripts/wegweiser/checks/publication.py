"""What must hold before anything is published: an owner, and an answer at every address that was ever published."""

from __future__ import annotations

from collections.abc import Iterator

from wegweiser.catalog import Catalog
from wegweiser.catalog.addresses import is_written_by_hand, page_addresses
from wegweiser.values.problems import Level, Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Problems with the owner, the redirects and the list of published addresses."""
    if catalog.region.record.owner is None and not catalog.region.record.preview:
        message = (
            "Der Herausgeber fehlt ('owner'). Ohne ihn geht nur eine Vorschau: bitte 'preview: ja' oder ausfüllen."
        )
        yield catalog.region.problem(("preview",), message)
    current = {f"/{address}" for address in page_addresses(catalog)}
    yield from _redirects(catalog, current)
    if not catalog.broken:
        yield from _vanished(catalog, current)


def _redirects(catalog: Catalog, current: set[str]) -> Iterator[Problem]:
    redirects = catalog.redirects.record.redirects
    targets = {redirect.old: redirect.new for redirect in redirects}
    seen: set[str] = set()
    for index, redirect in enumerate(redirects):
        place = ("redirects", index)
        if redirect.old in seen:
            yield catalog.redirects.problem((*place, "old"), f"'{redirect.old}' steht zweimal in der Liste.")
        seen.add(redirect.old)
        if redirect.old in current:
            message = f"Unter '{redirect.old}' gibt es eine Seite. Bitte die Weiterleitung löschen."
            yield catalog.redirects.problem((*place, "old"), message)
        if redirect.new in targets:
            chain = _chain(redirect.old, targets)
            message = f"Eine Kette: {' → '.join(chain)}. Bitte gleich auf die letzte Adresse zeigen."
            yield catalog.redirects.problem((*place, "new"), message)
        elif redirect.new is not None and not is_written_by_hand(redirect.new) and redirect.new not in current:
            yield catalog.redirects.problem((*place, "new"), f"Die Seite '{redirect.new}' gibt es nicht.")


def _chain(old: str, targets: dict[str, str | None]) -> list[str]:
    chain = [old]
    while (after := targets.get(chain[-1])) is not None:
        chain.append(after)
        if after in chain[:-1]:
            break
    return chain


def _vanished(catalog: Catalog, current: set[str]) -> Iterator[Problem]:
    published = catalog.addresses.record.published
    answered = current | {redirect.old for redirect in catalog.redirects.record.redirects}
    for index, address in enumerate(published):
        if address not in answered and not is_written_by_hand(address):
            message = f"Die Seite '{address}' war veröffentlicht und fehlt jetzt. Bitte in redirects.yml eintragen."
            yield catalog.addresses.problem(("published", index), message)
    new = len(current - set(published))
    if published and new:
        word = "Adresse steht" if new == 1 else "Adressen stehen"
        message = f"{new} neue {word} noch nicht in addresses.yml. 'wegweiser addresses' trägt sie ein."
        yield catalog.addresses.problem((), message, Level.WARNING)
