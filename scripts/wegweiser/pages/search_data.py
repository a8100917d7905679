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
from wegweiser.pages.search_town import contact_record, local_contacts, role_of
from wegweiser.pages.site import Guide
from wegweiser.schema import Municipality, Offer, Search
from wegweiser.text import fold


def search(guide: Guide) -> Several:
    """The core, and beside it: a file for each town, names of houses, words for unusual questions, languages."""
    towns = {f"orte/{id_}": search_town.town(guide, id_) for id_ in guide.catalog.municipalities}
    houses = {f"namen/{letter}": found for letter, found in names(guide).items()}
    later = make_folder("suche", {**towns, **houses, "mehr": more(guide), "sprachen": languages(guide)})
    return Several({**core(guide), "folder": later[0].folder}, later)


def core(guide: Guide) -> dict[str, Any]:
    """What every question needs."""
    catalog = guide.catalog
    words = catalog.search.record
    return {
        "offers": _columns([_offer(entry, words) for entry in catalog.offers.values()]),
        "contacts": [_searched(guide, id_) for id_ in catalog.contacts if _is_regional(guide, id_)],
        "roles": roles(guide),
        "towns": [_town(entry) for entry in catalog.municipalities.values()],
        "everywhere": _same_everywhere(guide),
        "fallback": catalog.region.record.fallback_contact,
        "letters": "".join(names(guide)),
        "bets": [[bet.word, list(bet.offers)] for bet in words.best_bets],
        "concepts": search_concepts.linking(guide),
        **{name: list(getattr(words, name)) for name in _WORD_LISTS},
        "statuses": [
            {"id": id_, "short": status.short, "words": [status.short, *status.keywords]}
            for id_, status in catalog.statuses.items()
        ],
    }


def _columns(records: list[dict[str, Any]]) -> dict[str, list[Any]]:
    """Field → its values, which compress better than records."""
    return {field: [record[field] for record in records] for field in (records[0] if records else ())}


_WORD_LISTS = ("stop_words", "weak_words", "contact_words", "house_words", "ambiguous_places")


def _offer(entry: Entry[Offer], words: Search) -> dict[str, Any]:
    offer = entry.record
    stop = frozenset(map(str.casefold, words.stop_words))
    return {
        "id": entry.id,
        "title": offer.everyday_title,
        "summary": offer.summary,
        "topic": offer.topic,
        # Nobody reads these in the results: words that the search skips need not be sent.
        "keywords": "|".join(_without(stop, keyword) for keyword in offer.keywords),
        "name": _without(stop, offer.title),
    }


def _without(words: frozenset[str], sentence: str) -> str:
    return " ".join(word for word in re.findall(r"[\w-]+", sentence) if word.casefold() not in words)


def _is_regional(guide: Guide, contact: str) -> bool:
    serves = guide.catalog.contacts[contact].record.serves
    return contact in local_contacts(guide, None) and not (serves.municipalities or serves.centres)


def _searched(guide: Guide, contact: str) -> dict[str, Any]:
    """A contact with the words that lead to it."""
    words = [guide.catalog.contacts[contact].record.title, *_office_words(guide, contact)]
    return {**contact_record(guide, contact), "words": words}


def roles(guide: Guide) -> list[dict[str, Any]]:
    """Offices of which each town has its own: one entry for all of the same name, without the name of the town."""
    found: dict[str, dict[str, None]] = {}
    for id_, entry in guide.catalog.contacts.items():
        if id_ in local_contacts(guide, None) and not _is_regional(guide, id_) and not entry.record.serves.centres:
            words = found.setdefault(role_of(guide, entry), {})
            words.update(dict.fromkeys(_office_words(guide, id_)))
    return [{"role": role, "words": [role, *words]} for role, words in found.items()]


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


def _town(entry: Entry[Municipality]) -> dict[str, Any]:
    town = entry.record
    record: dict[str, Any] = {"id": entry.id, "name": town.name, "postal_codes": list(town.postal_codes)}
    if town.aliases:
        record["aliases"] = list(town.aliases)
    if town.districts:
        record["districts"] = [district.name for district in town.districts]
        own = {code: district.name for district in town.districts for code in district.postal_codes}
        if own:
            record["postal_codes"] = list(dict.fromkeys([*town.postal_codes, *own]))
    return record


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
    stop = frozenset(map(str.casefold, words.stop_words))
    questions = {
        id_: "|".join(_without(stop, question) for question in entry.record.questions)
        for id_, entry in guide.catalog.offers.items()
        if entry.record.questions
    }
    lists = {name: list(getattr(words, name)) for name in ("filler_words", "family_words", "out_of_scope")}
    return {"questions": questions, "concepts": search_concepts.complete(guide), **lists}


def languages(guide: Guide) -> dict[str, list[str]]:
    """Offer → its words in other languages."""
    found: dict[str, list[str]] = {}
    for language in guide.catalog.search.record.languages:
        for entry in language.offers:
            found.setdefault(entry.offer, []).extend(entry.words)
    return found
