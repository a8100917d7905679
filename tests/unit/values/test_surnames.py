"""Beginnings of surnames: how editors write them, and which names they mean together."""

from __future__ import annotations

import pytest

from wegweiser.values.surnames import ALL, NONE, check, common, difference, read, union, write, write_beginnings


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("A-K", "A-K"),
        ("Sch", "Sch"),
        ("Ro-Rz", "Ro-Rz"),
        ("S ohne Sch", "S ohne Sch"),
        ("S ohne Sch und St", "S ohne Sch und St"),
        ("ohne Sch", "ohne Sch"),
        ("Ä-Ö", "Ä-Ö"),
        ("A–K", "A-K"),
        ("A bis K", "A-K"),
        ("A - K", "A-K"),
        ("J-J", "J-J"),
    ],
)
def test_what_is_written_is_kept_with_a_plain_hyphen(written: str, kept: str) -> None:
    assert check(written) == kept


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("", "nennt keine Anfangsbuchstaben"),
        ("a-k", "nennt keine Anfangsbuchstaben"),
        ("A-", "nennt keine Anfangsbuchstaben"),
        ("SCH", "nennt keine Anfangsbuchstaben"),
        ("Nachname A", "nennt keine Anfangsbuchstaben"),
        ("1-9", "nennt keine Anfangsbuchstaben"),
        ("K-A", "beginnt mit K und endet schon vorher mit A"),
        ("Sz-Sa", "beginnt mit Sz und endet schon vorher mit Sa"),
        ("Sch ohne S", "lässt keinen Namen übrig"),
    ],
)
def test_anything_else_is_refused(written: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        check(written)


@pytest.mark.parametrize(
    ("written", "missing"),
    [
        (["A-Z"], ""),
        (["A-K", "L-Z"], ""),
        (["A-R", "Sa-Z"], ""),  # nobody is called just S
        (["A-K", "M-Z"], "L"),
        (["A-K"], "L bis Z"),
        (["L-Z"], "A bis K"),
        (["A-B", "J", "Sch"], "C bis I, K bis Scg, Sci bis Z"),
        (["A-Rn", "S-Z"], "Ro bis Rz"),
        (["A-R", "S ohne Sch", "T-Z"], "Sch"),
        (["ohne Sch"], "Sch"),
        (["A-Z ohne Sch, St"], "Sch, St"),
        (["A-S", "T-Z", "ohne Sch"], "Sch"),
        (["Ä", "B-Z"], ""),  # Ä stands with A
    ],
)
def test_what_a_list_leaves_out(written: list[str], missing: str) -> None:
    assert write(difference(ALL, read(tuple(written)))) == missing


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("A-K", "L-Z", ""),
        ("A-L", "L-Z", "L"),
        ("S", "Sch", "Sch"),
        ("S ohne Sch", "Sch", ""),
        ("R", "Ro-Rz", "Ro bis Rz"),
        ("A-Z", "D-F", "D bis F"),
    ],
)
def test_names_that_two_lists_have(one: str, other: str, both: str) -> None:
    assert write(common(read((one,)), read((other,)))) == both
    assert write(common(read((other,)), read((one,)))) == both


def test_together_and_apart() -> None:
    first, second = read(("A-K",)), read(("L-Z",))
    assert union(first, second) == ALL
    assert difference(ALL, ALL) == common(first, second) == union() == NONE
    assert write(ALL) == "A bis Z"


def test_beginnings_for_people_to_read() -> None:
    assert write_beginnings(["A-K", "Sch", "S ohne Sch"]) == "A bis K, Sch, S ohne Sch"
