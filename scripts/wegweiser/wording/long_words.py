"""Soft places in long words: where they may break on a phone whose browser cannot hyphenate German by itself."""

from __future__ import annotations

import re
from functools import lru_cache

SOFT = "\u00ad"
"""Seen only where a line ends at it."""
SHORTEST = 16
"""Letters from which a word may be wider than a heading on the smallest screen."""
AROUND = 5
"""Letters that stand on both sides of a break at least."""
JOINTS = (
    "anpassung anspruch antrag arbeit aufnahme ausbildung beratung bescheid betreuung bewilligung eingang einrichtung "
    "förderung genesung gericht gesetz gleichstellung jugendlich kosten leistung meldung ordnung pauschale "
    "psychiatrisch stelle träger unterhalt untersuchung verband verbund verfahren vereinbarung vermittlung "
    "verordnung versicherung vertrag vorschuss werk zentrum zuschlag zuschuss"
).split()
"""Words that others are put in front of; a long word may break before each of them."""

_LONG = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")
_JOINT = re.compile(
    rf"(?<=\w{{{AROUND}}})(?=(?:{'|'.join(JOINTS)}))(?<!ver)(?=\w{{{AROUND}}})|(?<=schafts)(?=\w{{{AROUND}}})"
)


@lru_cache(maxsize=4096)
def with_soft_places(text: str) -> str:
    """`Asylbewerber­leistungs­gesetz` with soft hyphens (U+00AD) in its long words; everything else stays as it is."""
    return _LONG.sub(lambda word: _JOINT.sub(SOFT, word[0]), text)
