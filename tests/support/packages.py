"""Files of office programs, kept as the text of their parts so that a change can be read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

LIBREOFFICE = Path(__file__).resolve().parents[1] / "unit" / "editing" / "imports" / "libreoffice"
"""A check sheet, filled in and saved by LibreOffice 7.4 of Debian 12."""


def pack(folder: Path) -> bytes:
    """The parts in a folder as one file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for part in sorted(path for path in folder.rglob("*") if path.is_file()):
            package.write(part, part.relative_to(folder).as_posix())
    return buffer.getvalue()
