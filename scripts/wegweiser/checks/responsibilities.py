"""Every question ends at one contact that can be reached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import product

from wegweiser.catalog import Catalog
from wegweiser.rules.parts import ELSEWHERE, Part
from wegweiser.rules.responsibility import Fault, Responsibility
from wegweiser.schema import Contact
from wegweiser.values import surnames
from wegweiser.values.problems import Level, Problem
from wegweiser.wording.lists import listed


def check(catalog: Catalog) -> Iterator[Problem]:
    """Totality, freedom of conflict, and contacts that can be reached."""
    if catalog.lacks("offer", "municipality", "status", "responsibilities"):
        return  # what cannot be read now has been reported already
    responsibility = Responsibility(catalog)
    yield from _gaps(catalog, responsibility)
    yield from _conflicts(catalog, responsibility)
    yield from _divisions(catalog, responsibility)
    yield from _mixed_names(catalog, responsibility)
    yield from _left_over(catalog, responsibility)
    yield from _contradicted_limits(catalog)
    yield from _unreachable(catalog, responsibility)


def _gaps(catalog: Catalog, responsibility: Responsibility) -> Iterator[Problem]:
    """One problem for each set of towns: a new town lacks an answer to many questions, and one line may mend them."""
    open_: dict[tuple[str, ...], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for offer, status in product(catalog.offers, catalog.statuses):
        towns = tuple(town for town in catalog.municipalities if (town, status, offer) not in responsibility.table)
        if towns:
            open_[towns][offer].append(status)
    for towns, offers in open_.items():
        everywhere = len(towns) == len(catalog.municipalities)
        where = "An keinem Ort passt eine" if everywhere else f"In {', '.join(towns)} passt keine"
        message = f"{where} Regel für {_asked(offers, len(catalog.statuses))}. Bitte eine ergänzen."
        yield catalog.responsibilities.problem(("rules",), message)


def _asked(offers: Mapping[str, list[str]], of_statuses: int) -> str:
    """`wohngeld, kita-platz (nur mit sgb2, none); tafel`: offers with the same statuses together."""
    by_statuses: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for offer, statuses in offers.items():
        by_statuses[tuple(statuses)].append(offer)
    return "; ".join(
        ", ".join(named) + ("" if len(statuses) == of_statuses else f" (nur mit {', '.join(statuses)})")
        for statuses, named in by_statuses.items()
    )


def _conflicts(catalog: Catalog, responsibility: Responsibility) -> Iterator[Problem]:
    for (municipality, status, offer), first, other in responsibility.conflicts():
        message = (
            f"Widerspruch zur Regel {first.rule + 1}: Für {municipality}, {status}, {offer} nennt sie "
            f"'{first.contact}', diese hier '{other.contact}'. Beide sind gleich genau; bitte eine genauer fassen."
        )
        yield catalog.responsibilities.problem(("rules", other.rule), message)


def _divisions(catalog: Catalog, responsibility: Responsibility) -> Iterator[Problem]:
    """The parts of an office are there for everybody, and for nobody twice; each pair of rules is told once."""
    told: set[tuple[object, ...]] = set()
    for fault in responsibility.faults():
        rules = (fault.first.rule, fault.other.rule if fault.other else None, fault.question[0])
        if (key := (*rules, fault.districts, fault.names)) in told:
            continue
        told.add(key)
        message = _doubled(fault, fault.other) if fault.other else _missing(catalog, fault)
        yield catalog.responsibilities.problem(_place(fault.other or fault.first), message)


def _mixed_names(catalog: Catalog, responsibility: Responsibility) -> Iterator[Problem]:
    """Letters of different people's names cannot be put together."""
    told: set[tuple[Part, ...]] = set()
    for answer in responsibility.table.values():
        named = [part for part in answer.parts if part.surnames]
        other = next((part for part in named if part.surname_of != named[0].surname_of), None)
        if other is None or answer.parts in told:
            continue
        told.add(answer.parts)
        message = (
            f"Widerspruch zur Regel {named[0].rule + 1}: Die Teile richten sich nach verschiedenen Nachnamen. "
            "Bitte bei allen Teilen dasselbe 'surname_of' schreiben."
        )
        yield catalog.responsibilities.problem(_place(other), message)


def _left_over(catalog: Catalog, responsibility: Responsibility) -> Iterator[Problem]:
    """Several rules divide a town and leave some of its districts to a rule for the whole town: perhaps forgotten."""
    told: set[tuple[object, ...]] = set()
    for (town, _, _), answer in responsibility.table.items():
        rest = next((part for part in answer.parts if part.others and part.number is None), None)
        named = {part.contact for part in answer.parts if part.districts and part is not rest}
        if rest is None or len(named) < 2 or ELSEWHERE in rest.scope or (key := (town, answer.parts)) in told:
            continue
        told.add(key)
        message = (
            f"In {town} teilen mehrere Regeln die Ortsteile auf, aber nicht {listed(rest.scope)}: Dort gilt Regel "
            f"{rest.rule + 1} ('{rest.contact}'). Bitte prüfen, ob das so sein soll."
        )
        yield catalog.responsibilities.problem(_place(answer.parts[0]), message, Level.WARNING)


def _place(part: Part) -> tuple[str | int, ...]:
    return ("rules", part.rule, *(() if part.number is None else ("parts", part.number)))


def _doubled(fault: Fault, other: Part) -> str:
    return (
        f"Doppelt: {_people(fault)} nennt Regel {fault.first.rule + 1} '{fault.first.contact}', hier steht "
        f"'{other.contact}'. Bitte eine der beiden Angaben kürzen."
    )


def _missing(catalog: Catalog, fault: Fault) -> str:
    fault_text = f"Lücke: {_people(fault)} nennt keine Regel eine Stelle."
    if ELSEWHERE in fault.districts:
        town = catalog.municipalities[fault.question[0]].record.name
        return f"{fault_text} Bitte bei {town} alle Ortsteile eintragen oder einen Teil für alle anderen ergänzen."
    return f"{fault_text} Bitte bei einem Teil ergänzen."


def _people(fault: Fault) -> str:
    """`Für Nachnamen L bis Z im Ortsteil Nord (werl, sgb2, wohngeld)`: whom a fault is about."""
    names = f"Nachnamen {surnames.write(fault.names)}" if fault.names != surnames.ALL else ""
    known = [district for district in fault.districts if district != ELSEWHERE]
    where = [f"{'Ortsteil' if len(known) == 1 else 'Ortsteile'} {listed(known)}"] if known else []
    where += ["alle anderen Ortsteile"] if ELSEWHERE in fault.districts else []
    if not (names or where):
        where = ["alle"]
    about = " in ".join(filter(None, (names, " und ".join(where))))
    return f"Für {about} ({', '.join(fault.question)})"


def _contradicted_limits(catalog: Catalog) -> Iterator[Problem]:
    """A rule sends nobody to a contact that is not there for them, and the parts of a town are divided by one name."""
    for number, rule in enumerate(catalog.responsibilities.record.rules):
        named: list[tuple[tuple[str | int, ...], str | None, tuple[str, ...]]]
        named = [(("rules", number), rule.contact, rule.surnames)]
        named += [
            (("rules", number, "parts", index), part.contact, part.surnames) for index, part in enumerate(rule.parts)
        ]
        for path, id_, written in named:
            entry = catalog.contacts.get(id_ or "")
            if entry is None or not written or not entry.record.serves.surnames:
                continue
            more = surnames.difference(surnames.read(written), surnames.read(entry.record.serves.surnames))
            if more:
                message = (
                    f"Die Regel schickt auch Nachnamen {surnames.write(more)} zu '{id_}'. Dort steht in 'serves' "
                    f"nur {surnames.write_beginnings(entry.record.serves.surnames)}. Bitte eine Angabe ändern."
                )
                yield catalog.responsibilities.problem((*path, "surnames"), message)


def _unreachable(catalog: Catalog, responsibility: Responsibility) -> Iterator[Problem]:
    for id_ in dict.fromkeys(id_ for answer in responsibility.table.values() for id_ in answer.contacts):
        entry = catalog.contacts.get(id_)  # one that does not exist is a reference that leads nowhere
        if entry and not is_reachable(catalog, entry.record):
            message = f"'{id_}' ist zuständig, aber nicht zu erreichen. Bitte einen Weg oder eine Website eintragen."
            yield entry.problem(("channels",), message)


def is_reachable(catalog: Catalog, contact: Contact) -> bool:
    """Whether there is any way to a contact: its own, or a website of its office, the office above it, or its town."""
    if contact.channels:
        return True
    organization = catalog.organizations.get(contact.organization)
    seen = set()
    while organization and organization.id not in seen:
        seen.add(organization.id)
        if organization.record.website or organization.record.channels:
            return True
        organization = catalog.organizations.get(organization.record.parent or "")
    towns = (catalog.municipalities.get(id_) for id_ in contact.serves.municipalities)
    return any(town and town.record.website for town in towns)
