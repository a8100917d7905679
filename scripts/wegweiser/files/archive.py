"""ZIP files that are the same bytes whenever they are made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

FIXED = (1980, 1, 1, 0, 0, 0)
"""The time of each file inside: the earliest that the format knows."""


LEVEL = 2
"""Of compression: more would take longer and save little of such files."""


def write_archive(files: Mapping[str, bytes]) -> bytes:
    """A ZIP file of files by name, in their order."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, written in files.items():
            entry = zipfile.ZipInfo(name, FIXED)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, written, zipfile.ZIP_DEFLATED, LEVEL)
    return content.getvalue()
