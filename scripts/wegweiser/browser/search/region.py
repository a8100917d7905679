"""What the search works with: words and cards, never an index. The browser indexes: German has one implementation.

The core holds what is the same everywhere: offers, contacts of the whole region, towns. Contacts and houses of one town
come with that town (`town`), so that the download does not grow with the number of houses. The running texts of
offers stay out: measured, their words answered no question that titles, keywords and questions did not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from wegweiser.browser.bundles import ChunkedBundle, make_folder
from wegweiser.browser.records import describe_town, folders
from wegweiser.browser.search import concepts, town
from wegweiser.browser.search.town import contact_record, local_contacts, role_of
from wegweiser.browser.search.words import later_line, offer_line, weak_words
from wegweiser.edition import Edition
from wegweiser.values.text import fold
from wegweiser.view.other_names import other_names
from wegweiser.view.responsibility.offices import contacts_meant


def search(edition: Edition) -> ChunkedBundle:
    """The core, and beside it: files for each town, names of houses, words for unusual questions, languages."""
    regional, offices = _regional(edition), list(roles(edition))
    towns = {id_: town.town(edition, id_, regional, offices) for id_ in edition.catalog.municipalities}
    houses = {f"haeuser/{id_}": found for id_ in towns if (found := town.further_houses(edition, id_))}
    listed = {f"namen/{letter}": found for letter, found in names(edition).items()}
    later = {**{f"orte/{id_}": file for id_, file in towns.items()}, **houses, **listed}
    files = make_folder("suche", {**later, "mehr": more(edition), "sprachen": languages(edition)})
    return ChunkedBundle({**core(edition), "folder": files[0].folder}, files)


def core(edition: Edition) -> dict[str, Any]:
    """What every question needs. What is alike stands together and has no keys: it is sent in a tenth fewer bytes."""
    catalog = edition.catalog
    words = catalog.search.record
    return {
        **{name: " ".join(getattr(words, name)) for name in _WORD_LISTS},
        "weak_words": " ".join(weak_words(edition)[0]),
        "concepts": concepts.linking(edition),
        "offers": [offer_line(entry, words) for entry in catalog.offers.values()],
        "towns": [describe_town(entry) for entry in catalog.municipalities.values()],
        "ambiguous_places": list(words.ambiguous_places),
        "roles": ["|".join(dict.fromkeys([role, *own])) for role, own in roles(edition).items()],
        "contacts": [_searched(edition, id_) for id_ in _regional(edition)],
        "statuses": ["|".join([status.short, *status.keywords]) for status in catalog.statuses.values()],
        "folders": folders("centre", "contact", "municipality", "offer"),
        "everywhere": _same_everywhere(edition),
        "fallback": catalog.region.record.fallback_contact,
        "letters": "".join(names(edition)),
        "bets": [[bet.word, list(bet.offers)] for bet in words.best_bets],
    }


_WORD_LISTS = ("stop_words", "contact_words", "house_words")


def _regional(edition: Edition) -> list[str]:
    """The contacts of the whole region; answers in a town name them by their number."""
    contacts = {id_: edition.catalog.contacts[id_].record.serves for id_ in local_contacts(edition, None)}
    return [id_ for id_, serves in contacts.items() if not (serves.municipalities or serves.centres)]


def _searched(edition: Edition, contact: str) -> dict[str, Any]:
    """A contact with the words that lead to it beside its title."""
    record = contact_record(edition, contact)
    words = list(_office_words(edition, contact))
    return {**record, "words": words} if words else record


def roles(edition: Edition) -> dict[str, dict[str, None]]:
    """Offices of which each town has its own: title without the name of the town → words that lead to it."""
    found: dict[str, dict[str, None]] = {}
    for id_ in local_contacts(edition, None):
        entry = edition.catalog.contacts[id_]
        if entry.record.serves.municipalities and not entry.record.serves.centres:
            words = found.setdefault(role_of(edition, id_), {})
            words.update(dict.fromkeys(_office_words(edition, id_)))
    return found


def _office_words(edition: Edition, contact: str) -> Iterator[str]:
    for office in edition.catalog.search.record.offices:
        if contact in contacts_meant(edition, office):
            yield from office.words
    record = edition.catalog.contacts[contact].record
    yield from record.former_names
    yield from edition.catalog.organizations[record.organization].record.former_names


def _same_everywhere(edition: Edition) -> dict[str, str]:
    """Offer → the contact, where it is the same in every town and for everybody."""
    by_offer: dict[str, set[str]] = {}
    divided = set()
    for (_, _, offer), answer in edition.responsibility.table.items():
        by_offer.setdefault(offer, set()).add(answer.contact)
        if answer.parts:
            divided.add(offer)
    return {offer: ids.pop() for offer, ids in by_offer.items() if len(ids) == 1 and offer not in divided}


def names(edition: Edition) -> dict[str, list[list[str]]]:
    """Houses by the first letter of each word of their name: [id, name, town], for questions that name no place.

    Other names of houses have a note and perhaps a place on the page behind that.

    Words that many houses share ("Familienzentrum") lead to none, else each file would hold nearly all of them.
    """
    houses = [[entry.id, entry.record.name, entry.record.municipality] for entry in edition.houses.values()]
    for other in other_names(edition):
        houses.append([other.id, other.name, other.town, other.note, *([other.anchor] if other.anchor else [])])
    shared = Counter(word for _, name, *_ in houses for word in set(_letters(name)))
    found: dict[str, list[list[str]]] = {}
    for house in houses:
        own = [word for word in _letters(house[1]) if shared[word] <= max(3, len(houses) / 10)]
        for letter in sorted({word[0] if word[0].isascii() else "_" for word in own}):
            found.setdefault(letter, []).append(house)
    return found


def _letters(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]{4,}", fold(name))


def more(edition: Edition) -> dict[str, Any]:
    """For long and unusual questions: those of offers, words that tell a story, and what is one for us and what not."""
    words = edition.catalog.search.record
    return {
        "offers": [later_line(entry.record, words) for entry in edition.catalog.offers.values()],
        "concepts": concepts.complete(edition),
        "filler_words": " ".join([*words.filler_words, *weak_words(edition)[1]]),
        "family_words": " ".join(words.family_words),
        "out_of_scope": "|".join(words.out_of_scope),
    }


def languages(edition: Edition) -> dict[str, list[str]]:
    """Offer → its words in other languages."""
    found: dict[str, list[str]] = {}
    for language in edition.catalog.search.record.languages:
        for entry in language.offers:
            found.setdefault(entry.offer, []).extend(entry.words)
    return found
