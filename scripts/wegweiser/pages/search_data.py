"""What the search works with: words and cards, never an index. The browser indexes: German has one implementation.

The core holds what is the same everywhere: offers, contacts of the whole region, towns. Contacts and houses of one town
come with that town (`search_town`), so that the download does not grow with the number of houses. The running texts of
offers stay out: measured, their words answered no question that titles, keywords and questions did not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from wegweiser.bundles import Several, make_folder
from wegweiser.catalog import Entry
from wegweiser.pages import search_concepts, search_town
from wegweiser.pages.search_town import contact_record, line, local_contacts, role_of
from wegweiser.pages.search_words import later_line, offer_line, weak_words
from wegweiser.pages.site import Guide
from wegweiser.schema import Municipality, Search
from wegweiser.values.text import fold


def search(guide: Guide) -> Several:
    """The core, and beside it: files for each town, names of houses, words for unusual questions, languages."""
    regional, offices = _regional(guide), list(roles(guide))
    towns = {id_: search_town.town(guide, id_, regional, offices) for id_ in guide.catalog.municipalities}
    houses = {f"haeuser/{id_}": found for id_ in towns if (found := search_town.further_houses(guide, id_))}
    listed = {f"namen/{letter}": found for letter, found in names(guide).items()}
    later = {**{f"orte/{id_}": file for id_, file in towns.items()}, **houses, **listed}
    files = make_folder("suche", {**later, "mehr": more(guide), "sprachen": languages(guide)})
    return Several({**core(guide), "folder": files[0].folder}, files)


def core(guide: Guide) -> dict[str, Any]:
    """What every question needs. What is alike stands together and has no keys: it is sent in a tenth fewer bytes."""
    catalog = guide.catalog
    words = catalog.search.record
    return {
        **{name: " ".join(getattr(words, name)) for name in _WORD_LISTS},
        "weak_words": " ".join(weak_words(guide)[0]),
        "concepts": search_concepts.linking(guide),
        "offers": [offer_line(entry, words) for entry in catalog.offers.values()],
        "towns": [_town(entry) for entry in catalog.municipalities.values()],
        "ambiguous_places": list(words.ambiguous_places),
        "roles": ["|".join(dict.fromkeys([role, *own])) for role, own in roles(guide).items()],
        "contacts": [_searched(guide, id_) for id_ in _regional(guide)],
        "statuses": ["|".join([status.short, *status.keywords]) for status in catalog.statuses.values()],
        "everywhere": _same_everywhere(guide),
        "fallback": catalog.region.record.fallback_contact,
        "letters": "".join(names(guide)),
        "bets": [[bet.word, list(bet.offers)] for bet in words.best_bets],
    }


_WORD_LISTS = ("stop_words", "contact_words", "house_words")


def _regional(guide: Guide) -> list[str]:
    """The contacts of the whole region; answers in a town name them by their number."""
    contacts = {id_: guide.catalog.contacts[id_].record.serves for id_ in local_contacts(guide, None)}
    return [id_ for id_, serves in contacts.items() if not (serves.municipalities or serves.centres)]


def _searched(guide: Guide, contact: str) -> dict[str, Any]:
    """A contact with the words that lead to it beside its title."""
    record = contact_record(guide, contact)
    words = list(_office_words(guide, contact))
    return {**record, "words": words} if words else record


def roles(guide: Guide) -> dict[str, dict[str, None]]:
    """Offices of which each town has its own: title without the name of the town → words that lead to it."""
    found: dict[str, dict[str, None]] = {}
    for id_ in local_contacts(guide, None):
        entry = guide.catalog.contacts[id_]
        if entry.record.serves.municipalities and not entry.record.serves.centres:
            words = found.setdefault(role_of(guide, id_), {})
            words.update(dict.fromkeys(_office_words(guide, id_)))
    return found


def _office_words(guide: Guide, contact: str) -> Iterator[str]:
    for office in _offices(guide.catalog.search.record, contact, guide):
        yield from office


def _offices(words: Search, contact: str, guide: Guide) -> Iterator[tuple[str, ...]]:
    for office in words.offices:
        statuses = [office.status] if office.status else list(guide.catalog.statuses)
        answers = (
            guide.responsibility.answer(town, status, office.offer)
            for town in guide.catalog.municipalities
            for status in statuses
        )
        if any(answer and answer.contact == contact and not answer.fallback for answer in answers):
            yield office.words


def _town(entry: Entry[Municipality]) -> str:
    town = entry.record
    codes = [*town.postal_codes, *(code for district in town.districts for code in district.postal_codes)]
    districts = [district.name for district in town.districts]
    return line(entry.id, town.name, list(dict.fromkeys(codes)), districts, list(town.aliases))


def _same_everywhere(guide: Guide) -> dict[str, str]:
    """Offer → the contact, where it is the same in every town and for everybody."""
    by_offer: dict[str, set[str]] = {}
    for (_, _, offer), answer in guide.responsibility.table.items():
        by_offer.setdefault(offer, set()).add(answer.contact)
    return {offer: contacts.pop() for offer, contacts in by_offer.items() if len(contacts) == 1}


def names(guide: Guide) -> dict[str, list[list[str]]]:
    """Houses by the first letter of each word of their name: [id, name, town], for questions that name no place.

    Words that many houses share ("Familienzentrum") lead to none, else each file would hold nearly all of them.
    """
    houses = guide.catalog.centres.values()
    shared = Counter(word for entry in houses for word in set(_letters(entry.record.name)))
    found: dict[str, list[list[str]]] = {}
    for entry in houses:
        own = [word for word in _letters(entry.record.name) if shared[word] <= max(3, len(houses) / 10)]
        for letter in sorted({word[0] if word[0].isascii() else "_" for word in own}):
            found.setdefault(letter, []).append([entry.id, entry.record.name, entry.record.municipality])
    return found


def _letters(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]{4,}", fold(name))


def more(guide: Guide) -> dict[str, Any]:
    """For long and unusual questions: those of offers, words that tell a story, and what is one for us and what not."""
    words = guide.catalog.search.record
    return {
        "offers": [later_line(entry.record, words) for entry in guide.catalog.offers.values()],
        "concepts": search_concepts.complete(guide),
        "filler_words": " ".join([*words.filler_words, *weak_words(guide)[1]]),
        "family_words": " ".join(words.family_words),
        "out_of_scope": "|".join(words.out_of_scope),
    }


def languages(guide: Guide) -> dict[str, list[str]]:
    """Offer → its words in other languages."""
    found: dict[str, list[str]] = {}
    for language in guide.catalog.search.record.languages:
        for entry in language.offers:
            found.setdefault(entry.offer, []).extend(entry.words)
    return found
