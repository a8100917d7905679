"""Numbers as people here write them; what is no German number stays as it is."""

from __future__ import annotations

import pytest

from wegweiser.wording.phone import local_number


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("+49 2921 106500", "02921 106500"),
        ("+49 30 23125001", "030 23125001"),
        ("+49 800 1239900", "0800 1239900"),
        ("+49 1579 2366789", "01579 2366789"),
        ("110", "110"),
        ("116 016", "116 016"),
        ("+31 20 123 4567", "+31 20 123 4567"),
    ],
)
def test_a_number_is_written_the_local_way(number: str, expected: str) -> None:
    assert local_number(number) == expected
