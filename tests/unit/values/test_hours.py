"""Opening hours: the small grammar that means the same to the library, to the page and to the reader."""

from __future__ import annotations

import re

import opening_hours
import pytest
from fuzzing import by_chance
from hypothesis import given
from hypothesis import strategies as st

from wegweiser.values.hours import DAYS, EXAMPLE, check, split, weekdays

GOOD = [
    "Mo-Fr 07:30-16:30",
    "Mo-Fr 07:30-16:30; PH off",
    "Mo-Th 08:00-12:00,14:00-16:00; Fr 08:00-12:30; PH off",
    "Mo,We,Fr 08:00-12:00",
    "Mo-We,Fr 08:00-12:00; Th 14:00-18:00",
    "Fr-Mo 10:00-12:00",
    "00:00-24:00",
    "00:59-23:59",
    "08:00-12:00,12:00-16:00",
    "Sa off",
    "off",
    "SH off",
    "SH Mo-Fr 08:00-12:00",
    "Mo-Fr 07:00-17:00; SH Mo-Fr 08:00-14:00; PH off",
    "Mo-Fr 07:00-17:00; Jul-Aug Mo-Fr 08:00-14:00; SH off; PH off",
    "Mo-Fr 07:00-17:00; PH off; SH off",
    "Mo-Fr 07:00-17:00; PH off; Dec 26 10:00-12:00",
    "Mo-Fr 07:00-17:00; PH off; 2026 Dec 24,2026 Dec 31 10:00-12:00",
    "Mo-Fr 08:00-16:00; Jul-Aug Mo-Fr 08:00-12:00",
    "Mo-Fr 08:00-16:00; Dec 24 off",
    "Mo-Fr 08:00-16:00; Dec 24-Jan 02 off",
    "Mo-Fr 08:00-16:00; Dec 24,Dec 31 off",
    "Mo-Fr 08:00-16:00; 2026 Dec 23-2027 Jan 06 off",
    "Mo-Fr 08:00-16:00; 2028 Feb 29 off",
    "Feb 29 off",
    "Mar 10:00-12:00",
    "Th[1] 14:00-16:00",
    "Th[1] 14:00-16:00; Th[2,3,4,5] 08:00-12:00",
    "Th[1] 14:00-16:00; Th[-1] 08:00-12:00; PH off",
    "Mo-Fr 08:00-12:00; Th[1] off",
    "Mo-Fr 08:00-12:00; SH Th[1] 14:00-16:00",
]
NO_HOURS = f"', das ist keine Öffnungszeit; {EXAMPLE}"
BAD = [
    # form
    ("", f"enthält '{NO_HOURS}"),
    ("Mo", f"enthält 'Mo{NO_HOURS}"),
    ("Mo-Fr", f"enthält 'Mo-Fr{NO_HOURS}"),
    ("24/7", f"enthält '24/7{NO_HOURS}"),
    ('"nach Vereinbarung"', f'enthält \'"nach Vereinbarung"{NO_HOURS}'),
    ('Mo 08:00-10:00 "Termine"', f'enthält \'Mo 08:00-10:00 "Termine"{NO_HOURS}'),
    ("nach Vereinbarung", f"enthält 'nach Vereinbarung{NO_HOURS}"),
    ("Di 08:00-10:00", f"enthält 'Di 08:00-10:00{NO_HOURS}"),
    ("mo 08:00-10:00", f"enthält 'mo 08:00-10:00{NO_HOURS}"),
    ("Mo 8:00-10:00", f"enthält 'Mo 8:00-10:00{NO_HOURS}"),
    ("Mo 08.00-10.00", f"enthält 'Mo 08.00-10.00{NO_HOURS}"),
    ("Mo 08:00 - 10:00", f"enthält 'Mo 08:00 - 10:00{NO_HOURS}"),
    ("Mo 08:00–10:00", f"enthält 'Mo 08:00–10:00{NO_HOURS}"),
    ("Mo 08:00-10:00 Uhr", f"enthält 'Mo 08:00-10:00 Uhr{NO_HOURS}"),
    ("Mo 08:00", f"enthält 'Mo 08:00{NO_HOURS}"),
    ("Mo 08:00+", f"enthält 'Mo 08:00+{NO_HOURS}"),
    ("Mo 08-10", f"enthält 'Mo 08-10{NO_HOURS}"),
    ("Mo 08:00-12:30Z", f"enthält 'Mo 08:00-12:30Z{NO_HOURS}"),
    ("Mo 08:00-12:30:15", f"enthält 'Mo 08:00-12:30:15{NO_HOURS}"),
    ("Mo08:00-10:00", f"enthält 'Mo08:00-10:00{NO_HOURS}"),
    ("PHoff", f"enthält 'PHoff{NO_HOURS}"),
    ("Mo ٠٨:٠٠-١٠:٠٠", f"enthält 'Mo ٠٨:٠٠-١٠:٠٠{NO_HOURS}"),
    ("Mo[6] 08:00-10:00", f"enthält 'Mo[6] 08:00-10:00{NO_HOURS}"),
    ("Mo[0] 08:00-10:00", f"enthält 'Mo[0] 08:00-10:00{NO_HOURS}"),
    ("Mo-Tu[1] 08:00-10:00", f"enthält 'Mo-Tu[1] 08:00-10:00{NO_HOURS}"),
    ("Mo 08:00-10:00;Di 08:00-10:00", f"enthält 'Mo 08:00-10:00;Di 08:00-10:00{NO_HOURS}"),
    ("Mo 08:00-10:00; ", f"enthält '{NO_HOURS}"),
    ("Mo 08:00-10:00\n", f"enthält 'Mo 08:00-10:00\n{NO_HOURS}"),
    ("Mo 08:00-10:00 || Tu 08:00-10:00", f"enthält 'Mo 08:00-10:00 || Tu 08:00-10:00{NO_HOURS}"),
    ("sunrise-sunset", f"enthält 'sunrise-sunset{NO_HOURS}"),
    ("Jan 1 off", f"enthält 'Jan 1 off{NO_HOURS}"),
    ("1800 Jan 01 off", f"ist keine Öffnungszeit; {EXAMPLE}"),
    # times
    ("Mo 25:00-26:00", "nennt 25:00, das ist keine Uhrzeit"),
    ("Mo 12:60-13:00", "nennt 12:60, das ist keine Uhrzeit"),
    ("Mo 24:00-25:00", "nennt 24:00, das ist keine Uhrzeit"),
    ("Mo 08:00-24:01", "nennt 24:01, das ist keine Uhrzeit"),
    ("Mo 10:00-10:00", "nennt 10:00-10:00, da liegt das Ende nicht nach dem Anfang"),
    ("Mo 16:00-08:00", "nennt 16:00-08:00, da liegt das Ende nicht nach dem Anfang"),
    ("Fr 22:00-02:00", "nennt 22:00-02:00, da liegt das Ende nicht nach dem Anfang"),
    (
        "Mo 08:00-12:00,11:00-15:00",
        "nennt 11:00-15:00 nach einer späteren Zeit; bitte der Reihe nach und ohne Überschneidung schreiben",
    ),
    (
        "Mo 14:00-16:00,08:00-12:00",
        "nennt 08:00-12:00 nach einer späteren Zeit; bitte der Reihe nach und ohne Überschneidung schreiben",
    ),
    # the same day twice: the library would let the later rule win
    ("Mo 08:00-12:00; Mo 14:00-16:00", "nennt Mo zweimal; bitte alle Zeiten eines Tages in eine Regel schreiben"),
    ("Mo-Fr 08:00-12:00; We 14:00-16:00", "nennt We zweimal; bitte alle Zeiten eines Tages in eine Regel schreiben"),
    ("Mo,Mo 08:00-12:00", "nennt Mo zweimal; bitte alle Zeiten eines Tages in eine Regel schreiben"),
    ("08:00-12:00; Su off", "nennt Su zweimal; bitte alle Zeiten eines Tages in eine Regel schreiben"),
    ("PH off; PH 10:00-12:00", "nennt Mo zweimal; bitte alle Zeiten eines Tages in eine Regel schreiben"),
    # numbered days, of which the reader would think that they come on top
    (
        "Mo-Fr 08:00-12:00; Th[1] 14:00-16:00",
        "nennt Th zweimal; bitte die übrigen im Monat einzeln nennen: Th[2,3,4,5]",
    ),
    (
        "Th[1,2] 14:00-16:00; Mo-Fr 08:00-12:00",
        "nennt Th zweimal; bitte die übrigen im Monat einzeln nennen: Th[3,4,5]",
    ),
    (
        "Th[1] 08:00-12:00; Th[1,3] 14:00-16:00",
        "nennt Th zweimal; bitte alle Zeiten eines Tages in eine Regel schreiben",
    ),
    (
        "Th[4] 08:00-12:00; Th[-1] 14:00-16:00",
        "nennt Th zweimal; bitte alle Zeiten eines Tages in eine Regel schreiben",
    ),
    ("Th[1,1] 08:00-12:00", "nennt Th[1,1]; bitte jede Zahl nur einmal schreiben"),
    # the order: the later rule wins
    ("PH off; Mo-Fr 08:00-12:00", "nennt PH, SH oder Monate vor den Wochentagen; bitte ans Ende stellen"),
    ("Dec 24 off; Mo-Fr 08:00-12:00", "nennt PH, SH oder Monate vor den Wochentagen; bitte ans Ende stellen"),
    ("Mo 08:00-12:00; SH off; Tu 08:00-12:00", "nennt PH, SH oder Monate vor den Wochentagen; bitte ans Ende stellen"),
    *[
        (
            f"Mo-Fr 07:00-17:00; {closed}; {again}",
            f"öffnet mit '{again}' wieder, was '{closed}' schließt; bitte '{closed}' ans Ende stellen",
        )
        for closed, again in (
            ("PH off", "SH Mo-Fr 08:00-14:00"),
            ("PH off", "Jul-Aug 08:00-14:00"),
            ("PH off", "Dec 20-Dec 30 08:00-14:00"),
            ("PH 10:00-12:00", "SH 08:00-14:00"),
            ("SH off", "Jul-Aug 08:00-14:00"),
            ("Dec 24-Jan 02 off", "SH 08:00-14:00"),
        )
    ],
    # days that do not exist: the library takes Feb 30
    ("Feb 30 off", "nennt Feb 30, diesen Tag gibt es nicht"),
    ("Apr 31 off", "nennt Apr 31, diesen Tag gibt es nicht"),
    ("Jan 00 off", "nennt Jan 00, diesen Tag gibt es nicht"),
    ("Jan 99 off", "nennt Jan 99, diesen Tag gibt es nicht"),
    ("2027 Feb 29 off", "nennt 2027 Feb 29, diesen Tag gibt es nicht"),
    ("Dec 24-Feb 30 off", "nennt Feb 30, diesen Tag gibt es nicht"),
    (
        "2027 Jan 06-2026 Dec 23 off",
        "nennt 2027 Jan 06-2026 Dec 23; bitte das Jahr zu beiden Tagen schreiben, den früheren zuerst",
    ),
    (
        "Dec 23-2027 Jan 06 off",
        "nennt Dec 23-2027 Jan 06; bitte das Jahr zu beiden Tagen schreiben, den früheren zuerst",
    ),
    (
        "2026 Dec 23-Jan 06 off",
        "nennt 2026 Dec 23-Jan 06; bitte das Jahr zu beiden Tagen schreiben, den früheren zuerst",
    ),
]


@pytest.mark.parametrize("written", GOOD)
def test_accepted_unchanged(written: str) -> None:
    assert check(written) == written


@pytest.mark.parametrize("written", GOOD)
def test_what_is_accepted_the_library_can_evaluate(written: str) -> None:
    assert opening_hours.OpeningHours(written).normalize()


@pytest.mark.parametrize(("written", "reason"), BAD)
def test_refused_with_the_reason(written: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(reason)}$"):
        check(written)


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("", "Mo Tu We Th Fr Sa Su"),
        ("Mo", "Mo"),
        ("Mo-Fr", "Mo Tu We Th Fr"),
        ("Mo-We,Fr", "Mo Tu We Fr"),
        ("Fr-Mo", "Fr Sa Su Mo"),
        ("Su-Mo,Th", "Su Mo Th"),
        ("Mo,Mo", "Mo Mo"),
        ("Th[1,-1]", "Th"),
    ],
)
def test_weekdays_that_a_rule_names(written: str, days: str) -> None:
    assert weekdays(written) == days.split()


@pytest.mark.parametrize(
    ("written", "rules"),
    [
        ("Mo-Fr 08:00-12:00; PH off", [("", "Mo-Fr", "08:00-12:00"), ("PH", "", "off")]),
        ("08:00-12:00,13:00-15:00", [("", "", "08:00-12:00,13:00-15:00")]),
        (
            "Mo 08:00-16:00; 2026 Dec 23-2027 Jan 06 Mo-Fr 09:00-11:00",
            [("", "Mo", "08:00-16:00"), ("2026 Dec 23-2027 Jan 06", "Mo-Fr", "09:00-11:00")],
        ),
    ],
)
def test_split_into_period_days_and_times(written: str, rules: list[tuple[str, str, str]]) -> None:
    assert split(written) == rules


PIECES = [
    *DAYS,
    "[1]",
    "[2,-1]",
    "-",
    ",",
    " ",
    "; ",
    "off",
    "PH ",
    "SH ",
    "08:00-12:00",
    "13:00-24:00",
    "Feb ",
    "Dec 24",
    "2028 ",
    "30",
    "x",
]


@by_chance
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_any_text_is_accepted_or_refused_and_the_library_agrees(written: str) -> None:
    try:
        check(written)
    except ValueError:
        return
    assert opening_hours.validate(written)
    assert split(written)
