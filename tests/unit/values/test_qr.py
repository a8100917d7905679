"""QR codes: every module stands where the code has it, and nothing else is in the picture."""

from __future__ import annotations

import re

import pytest
import segno

from wegweiser.values.qr import MASK, qr_svg

TEXTS = ["https://familien.example.org/", "https://familien.example.org/wegweiser/angebote/" + "x" * 60 + "/"]


def dark(svg: str) -> set[tuple[int, int]]:
    """The modules that the path of the picture draws, as (row, column): a line of height 1 along each row's middle."""
    path = re.findall(r' d="([^"]+)"', svg)
    assert len(path) == 1
    modules, column, row = set(), 0.0, 0.0
    for command, numbers in re.findall(r"([Mmh])([^Mmh]*)", path[0]):
        values = [float(number) for number in re.findall(r"-?[0-9.]+", numbers)]
        if command == "h":
            modules |= {(int(row), int(column) + step) for step in range(int(values[0]))}
            column += values[0]
        elif command == "M":
            column, row = values
        else:
            column, row = column + values[0], row + values[1]
    return modules


@pytest.mark.parametrize("text", TEXTS, ids=["short", "long"])
def test_picture_is_the_code(text: str) -> None:
    matrix = segno.make(text, error="m", micro=False, mask=MASK).matrix
    wanted = {(row, column) for row, line in enumerate(matrix) for column, module in enumerate(line) if module}
    assert dark(qr_svg(text)) == wanted


@pytest.mark.parametrize("text", TEXTS, ids=["short", "long"])
def test_picture_is_square_black_and_without_a_margin(text: str) -> None:
    svg = qr_svg(text)
    [size] = set(re.findall(r'viewBox="0 0 ([0-9]+) [0-9]+"', svg))
    assert int(size) == len(segno.make(text, error="m", micro=False, mask=MASK).matrix)
    assert re.findall(r'(?:stroke|fill)="([^"]+)"', svg) == ["#000"]
    assert not re.search("<style|<script|class=|width=|<!--", svg)
