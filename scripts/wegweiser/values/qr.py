"""QR codes as SVG, without a margin: whoever places one leaves four modules free around it."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import segno

CORRECTION = "m"
"""15 % of the code may be creased or stained."""
MASK = 6
"""The pattern laid over each code. ISO/IEC 18004 asks to try all eight and to take the evenest, which takes four times
as long. Readers know all eight, and codes with a fixed one were read as often when damaged (0014-speed.md).
"""


@cache
def qr_svg(text: str) -> str:
    """The code of a text as one SVG element without width and height."""
    written = BytesIO()
    code = segno.make(text, error=CORRECTION, micro=False, mask=MASK)
    code.save(written, kind="svg", xmldecl=False, border=0, omitsize=True, svgclass=None, lineclass=None, nl=False)
    return written.getvalue().decode()
