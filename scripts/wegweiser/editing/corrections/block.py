"""The block in a mail that holds corrections: a person can read it, and it survives what mail programs do.

    [Wegweiser-Korrektur 1]
    [Eintrag] centre:haus-am-see
    [Datum] 2026-12-01
    [Funktion] Leitung der Einrichtung
    [Eigene Stelle] ja
    [channels.0.phone] falsch
    [Bisher] 030 23125001
    [Richtig] 030 23125002
    [address.street] stimmt
    [Bisher] Seeweg 3
    [Ende 5d0c7e1f]

The rules, for whoever writes one:

1. A name in brackets begins each part; the order is as above. `[Eintrag]` is the record as `kind:id`, `[Datum]` the ISO
   day of the answer, `[Funktion]` a function and no name, `[Eigene Stelle]` is `ja` where the house or office itself
   speaks, else `nein`. Then, per answer, the address of the statement with `stimmt`, `falsch` or `weiß ich nicht`;
   `[Bisher]` with the words that were asked about; `[Richtig]` only after `falsch`, and only where it is known.
2. In every text, runs of white space (line breaks and no-break spaces too) are one space; at its ends there is none.
   `[` and `]` in a text are written twice. What is empty is left out together with its name.
3. The sum in `[Ende …]` is CRC-32 (IEEE, as in zip and zlib) of the UTF-8 bytes of all before `[Ende`, folded: white
   space as in 2 (so a line break counts as a space), and plain `"`, `'`, `-` for the typographic quotes and dashes of
   `PLAIN`. It is written as eight hexadecimal digits in lower case.
4. Several blocks may follow each other in one mail, one per record.

So a program may break lines at spaces, quote them with `>`, make spaces no-break ones, and quotes or dashes
typographic. What it cannot do unnoticed: break a word, drop a line, change a letter. Then the sum is wrong, and the
block is refused with the reason. `tests/unit/editing/corrections/blocks.json` holds examples for every writer.
"""

from __future__ import annotations

import datetime as dt
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from wegweiser.editing.corrections.correction import Answer, Correction, Sender

START = "[Wegweiser-Korrektur 1]"
END = "[Ende "
PLAIN = str.maketrans(
    {sign: plain for plain, like in {'"': "„“”»«", "'": "‚‘’‹›", "-": "‐‑–—−"}.items() for sign in like}
)
"""What mail programs make of plain signs → the sign that is counted; for str.translate."""
_SPACE = r"[\s\u00a0\u202f\u2007\u200b\u00ad\ufeff]+"
_QUOTE = re.compile(r"(?m)^[ \t\u00a0]*(?:[>|][ \t\u00a0]*)+")
_BLOCK = re.compile(
    r"\[Wegweiser-Korrektur\s+([0-9]+)\](?:(?!\[Wegweiser-Korrektur).)*?\[Ende\s+([0-9a-fA-F]{8})\]", re.DOTALL
)
_BEGUN = re.compile(r"\[Wegweiser-Korrektur")
_PART = re.compile(r"(?<!\[)\[([^\[\]]+)\](?!\])")
_HEAD = ("Eintrag", "Datum", "Funktion", "Eigene Stelle")
_FIELD = re.compile(r"[a-z_]+(\.([a-z0-9_]+|\+))*", re.ASCII)
_COPY_AGAIN = "Bitte den Text noch einmal ganz aus der E-Mail kopieren, oder die Angaben von Hand eintragen."


class BlockError(ValueError):
    """Why a block cannot be taken, in German, with the remedy."""


def write_block(corrections: Sequence[Correction]) -> str:
    """The blocks for mail, one per record, each with a line break at its end."""
    return "\n".join(
        _write(list(of_record))
        for _, of_record in groupby(corrections, key=lambda correction: (correction.record, correction.sender))
    )


def _write(corrections: list[Correction]) -> str:
    first, sender = corrections[0], corrections[0].sender
    own = "ja" if sender.own else "nein"
    parts = [("Eintrag", first.record), ("Datum", sender.on.isoformat()), ("Funktion", sender.function)]
    parts.append(("Eigene Stelle", own))
    for correction in corrections:
        parts.append((correction.field, correction.answer.value))
        parts.append(("Bisher", correction.before))
        if correction.answer is Answer.WRONG:
            parts.append(("Richtig", correction.right))
    lines = [START, *(f"[{name}] {_escape(text)}" for name, text in parts if _folded(text))]
    text = "\n".join(lines)
    return f"{text}\n{END}{checksum(text)}]\n"


def checksum(text: str) -> str:
    """The sum of a block without its last line."""
    return f"{zlib.crc32(_folded(text).translate(PLAIN).encode()):08x}"


def _folded(text: str) -> str:
    return re.sub(_SPACE, " ", text).strip()


def _escape(text: str) -> str:
    return _folded(text).replace("[", "[[").replace("]", "]]")


def read_blocks(text: str, where: str) -> list[Correction]:
    """All answers of a mail; raises BlockError where a block is not whole. A mail without any has none."""
    text = _QUOTE.sub("", text.replace("\r\n", "\n"))
    found = list(_BLOCK.finditer(text))
    if len(found) != len(_BEGUN.findall(text)):
        raise BlockError(f"Ein Block hat keinen Anfang oder kein Ende. {_COPY_AGAIN}")
    return [
        correction for number, block in enumerate(found, 1) for correction in _read(block, f"{where}, Block {number}")
    ]


def _read(block: re.Match[str], where: str) -> Iterator[Correction]:
    if block[1] != "1":
        raise BlockError(f"Der Block hat die Fassung {block[1]}, bekannt ist nur 1. Bitte dieses Programm erneuern.")
    whole = block[0][: block[0].rindex("[Ende")]
    if checksum(whole) != block[2].lower():
        raise BlockError(f"Der Block ist unterwegs verändert worden: Die Prüfsumme stimmt nicht. {_COPY_AGAIN}")
    _, *rest = _PART.split(_folded(whole).removeprefix(START))
    parts = [(name, _unescape(text)) for name, text in zip(rest[::2], rest[1::2], strict=True)]
    head = dict(parts[: len(_HEAD)])
    if tuple(head) != _HEAD:
        raise BlockError(f"Im Kopf des Blocks stehen nicht der Reihe nach: {', '.join(_HEAD)}. {_COPY_AGAIN}")
    yield from _answers(head["Eintrag"], _sender(head), parts[len(_HEAD) :], where)


def _sender(head: dict[str, str]) -> Sender:
    try:
        day = dt.date.fromisoformat(head["Datum"])
    except ValueError:
        raise BlockError(f"Das Datum '{head['Datum']}' gibt es nicht. Bitte so schreiben: 2026-12-01.") from None
    return Sender(head["Funktion"], day, head["Eigene Stelle"] == "ja")


def _answers(record: str, sender: Sender, parts: Iterable[tuple[str, str]], where: str) -> Iterator[Correction]:
    said: dict[str, str] = {}
    for name, text in [*parts, ("", "")]:
        if name in ("Bisher", "Richtig") and said:
            said[name] = text
            continue
        if said:
            answer, field = Answer(said["answer"]), said["field"]
            yield Correction(
                record, field, answer, sender, said.get("Bisher", ""), said.get("Richtig", ""), f"{where}, {field}"
            )
        if name:
            if not _FIELD.fullmatch(name) or text not in list(Answer):
                raise BlockError(f"'[{name}] {text}' ist keine Antwort. {_COPY_AGAIN}")
            said = {"field": name, "answer": text}


def _unescape(text: str) -> str:
    return text.strip().replace("[[", "[").replace("]]", "]")
