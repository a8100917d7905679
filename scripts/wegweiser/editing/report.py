"""What the editors should look at next: old, unconfirmed, missing, and how much of each."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, dataclass
from html import escape

from wegweiser.catalog import Catalog
from wegweiser.editing import language
from wegweiser.editing.months import duties
from wegweiser.rules.gaps import CENTRE_FIELDS, lacks
from wegweiser.rules.responsibility import Responsibility
from wegweiser.values.problems import Problem
from wegweiser.values.text import fold


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to look at."""

    kind: str
    """Heading under which it is listed."""
    where: str
    what: str


HEADINGS = (
    "Überblick",
    "Was wann anzusehen ist",
    "Fehlende Angaben der Häuser",
    "Hilfen ohne genaue Stelle",
    "Was fehlt und warum",
    "Orte, die auch Wörter sind",
    "Sprache",
    "Lesbarkeit",
    "Meldungen",
)


def rows(catalog: Catalog, problems: Iterable[Problem]) -> list[Row]:
    """All rows, by heading in the order of `HEADINGS`."""
    return [
        *_overview(catalog),
        *(Row("Was wann anzusehen ist", month, duty) for month, duty in duties(catalog)),
        *_centres(catalog),
        *_fallbacks(catalog),
        *_missing(catalog),
        *_ambiguous_places(catalog),
        *_language(catalog),
        *(Row("Meldungen", f"{p.path}:{p.line}", f"{p.level}: {p.message}") for p in sorted(problems)),
    ]


def _overview(catalog: Catalog) -> Iterable[Row]:
    records = list(catalog.records())
    checked = sum(entry.record.checked is not None for entry in records)
    yield Row("Überblick", "Einträge", str(len(records)))
    yield Row("Überblick", "von der Stelle selbst bestätigt", f"{checked} von {len(records)}")
    yield Row("Überblick", "Häuser", str(len(catalog.centres)))
    yield Row("Überblick", "Angebote", str(len(catalog.offers)))
    table = Responsibility(catalog).table.values()
    for label, count in (
        ("Fragen nach der Zuständigkeit", len(table)),
        ("davon nur Auffang-Kontakt", sum(answer.fallback for answer in table)),
        ("davon nur abgeleitet", sum(answer.derived for answer in table)),
    ):
        yield Row("Überblick", label, str(count))


def _centres(catalog: Catalog) -> Iterable[Row]:
    for field in CENTRE_FIELDS:
        count = sum(lacks(entry.record, field) for entry in catalog.centres.values())
        yield Row("Fehlende Angaben der Häuser", field.label, f"{count} von {len(catalog.centres)}")


def _fallbacks(catalog: Catalog) -> Iterable[Row]:
    counts = Counter(offer for (_, _, offer), answer in Responsibility(catalog).table.items() if answer.fallback)
    for offer, count in counts.most_common():
        yield Row("Hilfen ohne genaue Stelle", offer, f"{count} Fragen")


def _missing(catalog: Catalog) -> Iterable[Row]:
    for entry in catalog.records():
        for missing in entry.record.missing:
            fields = ", ".join(field.label for field in missing.fields)
            note = f". {missing.note}" if missing.note else ""
            yield Row("Was fehlt und warum", entry.ref, f"{fields}: {missing.reason.label}{note}")


def _ambiguous_places(catalog: Catalog) -> Iterable[Row]:
    """Towns and districts whose name is an everyday word as well: the search must know that they may mean either."""
    words = catalog.search.record
    known = {fold(name) for name in words.ambiguous_places}
    lists = [*words.stop_words, *words.weak_words, *words.house_words, *words.contact_words]
    lists += [word for concept in words.concepts for word in concept.words]
    used = {fold(word): "data/search.yml" for phrase in lists for word in phrase.split()}
    for entry in catalog.offers.values():
        used |= {fold(word): entry.ref for phrase in entry.record.keywords for word in phrase.split()}
    for town in catalog.municipalities.values():
        for name in (town.record.name, *town.record.aliases, *(district.name for district in town.record.districts)):
            if fold(name) in known:
                yield Row("Orte, die auch Wörter sind", name, "steht in search.yml unter ambiguous_places")
            elif fold(name) in used:
                what = f"ist auch ein Wort in {used[fold(name)]}. Bitte in search.yml unter ambiguous_places eintragen."
                yield Row("Orte, die auch Wörter sind", name, what)


def _language(catalog: Catalog) -> Iterable[Row]:
    """Sentences and words to mend, and how easily each kind of text reads."""
    texts = list(language.texts(catalog))
    for finding in language.findings(texts, language.vocabulary(catalog)):
        yield Row("Sprache", finding.where, f"{finding.rule}: {finding.what}")
    for (kind, field), (lix, count) in language.readability(texts).items():
        yield Row("Lesbarkeit", f"{kind}, {field}", f"LIX {round(lix)} in {count} Texten (bis 40: leicht zu lesen)")


def as_text(found: list[Row], headings: Sequence[str] = HEADINGS) -> str:
    """For the terminal."""
    lines = []
    for heading in headings:
        lines += ["", heading, "-" * len(heading)]
        lines += [f"{row.where}: {row.what}" for row in found if row.kind == heading] or ["nichts"]
    return "\n".join(lines[1:]) + "\n"


def as_csv(found: list[Row], headings: Sequence[str] = HEADINGS) -> str:
    """For a spreadsheet; cells that one would read as a formula get an apostrophe in front."""
    buffer = io.StringIO()
    buffer.write("\ufeff")  # else Excel takes the umlauts for something else
    writer = csv.writer(buffer, delimiter=";")
    writer.writerow(("Bereich", "Wo", "Was"))
    writer.writerows([_harmless(cell) for cell in astuple(row)] for row in found)
    return buffer.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def as_html(found: list[Row], headings: Sequence[str] = HEADINGS) -> str:
    """One page for the browser."""
    parts = []
    for heading in headings:
        cells = "".join(
            f"<tr><td>{escape(row.where)}</td><td>{escape(row.what)}</td></tr>\n"
            for row in found
            if row.kind == heading
        )
        parts.append(f"<h2>{escape(heading)}</h2>\n<table><tr><th>Wo</th><th>Was</th></tr>\n{cells}</table>\n")
    head = '<!doctype html>\n<html lang="de"><head><meta charset="utf-8"><title>Bericht</title></head>\n'
    return f"{head}<body>\n<h1>Bericht</h1>\n{''.join(parts)}</body></html>\n"


def as_markdown(found: list[Row], headings: Sequence[str] = HEADINGS) -> str:
    """For the summary of a workflow run."""
    parts = []
    for heading in headings:
        lines = [f"| {_cell(row.where)} | {_cell(row.what)} |" for row in found if row.kind == heading]
        parts += [f"## {heading}", "", "| Wo | Was |", "| --- | --- |", *lines, ""]
    return "\n".join(parts)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


FORMATS: dict[str, Callable[[list[Row], Sequence[str]], str]] = {
    "text": as_text,
    "csv": as_csv,
    "html": as_html,
    "markdown": as_markdown,
}
