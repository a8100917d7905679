"""What a file is, by its bytes rather than its name; what cannot be taken is refused with the remedy."""

from __future__ import annotations

import io
import zipfile
from enum import Enum

from wegweiser.editing.corrections.faults import UnreadableError
from wegweiser.editing.imports.mail import decode

MOST_BYTES = 5_000_000
"""Of a file; a check sheet has some 15,000."""
MOST_UNPACKED = 30_000_000
"""Of all parts of a workbook together."""


class Kind(Enum):
    """How a file is read."""

    WORKBOOK = "xlsx"
    TABLE = "csv"
    MAIL = "text"


_SAVE_AS = "Bitte in Excel oder LibreOffice mit „Speichern unter“ als Excel-Datei (.xlsx) speichern."
_SCRIPT = b"<script", b"<table", b"<html", b"<!doctype", b"<?xml"


def check_size(name: str, size: int) -> None:
    """Refuse a file of more bytes than a sheet can have, by raising UnreadableError."""
    if size > MOST_BYTES:
        remedy = "Bitte den Bogen ohne Bilder und ohne andere Tabellen speichern."
        told = f"Die Datei ist mit {size // 1_000_000} MB zu groß, erlaubt sind {MOST_BYTES // 1_000_000} MB."
        raise UnreadableError(name, f"{told} {remedy}")


def kind_of(name: str, content: bytes) -> Kind:
    """The kind of a file; raises UnreadableError."""
    check_size(name, len(content))
    if not content.strip():
        raise UnreadableError(name, "Die Datei ist leer. Bitte den ausgefüllten Bogen noch einmal speichern.")
    if content.startswith(b"PK\x03\x04"):
        _check_package(name, content)
        return Kind.WORKBOOK
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableError(name, f"Das ist eine alte oder geschützte Excel-Datei. {_SAVE_AS}")
    if content.startswith(b"%PDF"):
        raise UnreadableError(name, "Das ist ein PDF. Bitte die Antworten in den Bogen als Excel-Datei übertragen.")
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower().startswith(_SCRIPT):
        raise UnreadableError(name, f"Das ist eine HTML-Seite, kein Bogen. {_SAVE_AS}")
    if b"\x00" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableError(name, f"Das ist weder Tabelle noch Text. {_SAVE_AS}")
    first = next((line for line in decode(content).splitlines() if line.strip()), "")
    is_table = name.lower().endswith((".csv", ".tsv")) or "Kennung" in first
    return Kind.TABLE if is_table else Kind.MAIL


def _check_package(name: str, content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
    except zipfile.BadZipFile:
        raise UnreadableError(name, f"Die Datei ist beschädigt. {_SAVE_AS}") from None
    names = {part.filename.lower() for part in parts}
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise UnreadableError(name, f"Die Tabelle ist ausgepackt zu groß. Bitte leere Zeilen löschen. {_SAVE_AS}")
    if any(part.endswith("vbaproject.bin") for part in names) or name.lower().endswith((".xlsm", ".xltm")):
        raise UnreadableError(name, f"Die Datei enthält Makros, solche öffnen wir nicht. {_SAVE_AS}")
    if "xl/workbook.xml" not in names:
        raise UnreadableError(name, f"Das ist keine Excel-Datei. {_SAVE_AS}")
