"""The block in a mail: written as its rules say, read after what mail programs do to it, or refused with a reason."""

from __future__ import annotations

import datetime as dt
import json
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from wegweiser.editing.corrections.block import BlockError, checksum, read_blocks, write_block
from wegweiser.editing.corrections.correction import Answer, Correction, Sender

EXAMPLES = json.loads((Path(__file__).parent / "blocks.json").read_text("utf-8"))


def corrections(example: dict) -> list[Correction]:
    sender = Sender(example["function"], dt.date.fromisoformat(example["date"]), example["own"])
    return [
        Correction(example["record"], said["field"], Answer(said["answer"]), sender, said["before"], said["right"])
        for said in example["answers"]
    ]


def told(found: list[Correction]) -> list[tuple[object, ...]]:
    return [(c.record, c.field, c.answer, c.sender, c.before, " ".join(c.right.split())) for c in found]


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["record"] for example in EXAMPLES])
def test_a_block_is_written_by_its_rules_and_read_back(example: dict) -> None:
    assert write_block(corrections(example)) == example["block"]
    assert told(read_blocks(example["block"], "mail")) == told(corrections(example))


BLOCK = EXAMPLES[1]["block"]


def _wrap(block: str, width: int) -> str:
    return "\n".join(
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in block.split("\n")
    )


@pytest.mark.parametrize(
    "harm",
    [
        lambda block: f"Guten Tag,\n\nanbei die Korrektur.\n\n{block}\nMit freundlichen Grüßen\n-- \nEin Haus",
        lambda block: block.replace("\n", "\r\n"),
        lambda block: "".join(f"> {line}\n" for line in block.splitlines()),
        lambda block: "".join(f">> > {line}\n" for line in _wrap(block, 40).splitlines()),
        lambda block: _wrap(block, 72),
        lambda block: _wrap(block, 20),
        lambda block: block.replace(" ", "\u00a0"),
        lambda block: " ".join(block.split()),
        lambda block: block.replace("\n", "\n\n").replace("„", '"').replace("“", '"').replace("–", "-"),
        lambda block: "".join(f"    {line}   \n" for line in block.splitlines()),
        lambda block: block.replace("[Ende ", "[Ende\n"),
    ],
    ids="letter crlf quoted twice-and-wrapped wrapped narrow no-break one-line typographic indented last-line".split(),
)
def test_what_mail_programs_do_is_survived(harm: Callable[[str], str]) -> None:
    read, wanted = told(read_blocks(harm(BLOCK), "mail")), told(corrections(EXAMPLES[1]))
    plain = str.maketrans("„“–", '""-')
    assert [[str(part).translate(plain) for part in row] for row in read] == [
        [str(part).translate(plain) for part in row] for row in wanted
    ]


def test_several_blocks_and_none() -> None:
    both = "".join(example["block"] for example in EXAMPLES)
    assert len(read_blocks(both, "mail")) == 5
    assert read_blocks("Guten Tag, die Nummer stimmt nicht.", "mail") == []
    assert write_block(corrections(EXAMPLES[0]) + corrections(EXAMPLES[1])) == "\n".join(e["block"] for e in EXAMPLES)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("Donnerstag", "Donners\ntag", "unterwegs verändert"),
        ("8 bis 12", "8 bis 13", "unterwegs verändert"),
        ("[Bisher] nicht bekannt\n", "", "unterwegs verändert"),
        ("[Ende ", "[Schluss ", "kein Ende"),
        ("[Wegweiser-Korrektur 1]", "[Wegweiser-Korrektur 2]", "Fassung 2"),
    ],
)
def test_what_is_broken_is_refused_with_a_reason(old: str, new: str, reason: str) -> None:
    with pytest.raises(BlockError, match=reason):
        read_blocks(BLOCK.replace(old, new), "mail")


def _signed(text: str) -> str:
    return f"{text}\n[Ende {checksum(text)}]\n"


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("[Eintrag] centre:a\n[name] stimmt", "Im Kopf des Blocks"),
        (
            "[Eintrag] centre:a\n[Datum] 2026-02-30\n[Funktion] L\n[Eigene Stelle] ja",
            "Datum '2026-02-30' gibt es nicht",
        ),
        (
            "[Eintrag] centre:a\n[Datum] 2026-02-28\n[Funktion] L\n[Eigene Stelle] ja\n[name] vielleicht",
            "keine Antwort",
        ),
        ("[Eintrag] centre:a\n[Datum] 2026-02-28\n[Funktion] L\n[Eigene Stelle] ja\n[../x] stimmt", "keine Antwort"),
    ],
)
def test_a_whole_block_that_says_nothing_of_use_is_refused(lines: str, reason: str) -> None:
    with pytest.raises(BlockError, match=reason):
        read_blocks(_signed(f"[Wegweiser-Korrektur 1]\n{lines}"), "mail")
