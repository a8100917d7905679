"""QR codes as SVG, without a margin: whoever places one leaves four modules free around it."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import segno

CORRECTION = "m"
"""15 % of the code may be creased or stained."""


@cache
def qr_svg(text: str) -> str:
    """The code of a text as one SVG element without width and height."""
    written = BytesIO()
    code = segno.make(text, error=CORRECTION, micro=False)
    code.save(written, kind="svg", xmldecl=False, border=0, omitsize=True, svgclass=None, lineclass=None, nl=False)
    return written.getvalue().decode()
