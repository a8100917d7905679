"""Opening hours as people write them, into the syntax of the data: `Montag bis Freitag 7.30 bis 16 Uhr`."""

from __future__ import annotations

import re

from wegweiser.values import hours
from wegweiser.values.dates import WEEKDAYS
from wegweiser.values.hours import DAYS

_SHORT = ("mo", "di", "mi", "do", "fr", "sa", "so")
_NAMES = {name: code for code, day, short in zip(DAYS, WEEKDAYS, _SHORT, strict=True) for name in (day.lower(), short)}
_NAMES |= {f"{day.lower()}s": code for code, day in zip(DAYS, WEEKDAYS, strict=True)} | {"sonnabend": "Sa"}
_DAY = rf"(?:{'|'.join(sorted(_NAMES, key=len, reverse=True))})\b\.?"
_PERIODS = {"an feiertagen": "PH", "feiertags": "PH", "feiertage": "PH", "in den schulferien": "SH"}
_PERIOD = "|".join(_PERIODS)
_COUNTS = {"ersten": "1", "zweiten": "2", "dritten": "3", "vierten": "4", "fünften": "5", "letzten": "-1"}
_TIME = r"(\d{1,2})(?:[.:](\d{2}))?(?:\s*uhr)?"
_SPAN = re.compile(rf"(?:von\s+)?{_TIME}\s*-\s*{_TIME}")
_CLOSED = re.compile(r"\b(?:geschlossen|zu|off)\b")
_BEGINS = rf"(?:{_PERIOD}|jeden\b|täglich\b|{_DAY})"
_NEXT = re.compile(rf"(uhr|\d|geschlossen|zu)\s*[,.]?\s*(?:und\s+)?(?={_BEGINS})")
EXAMPLE = "bitte wie 'Montag bis Donnerstag 7.30 bis 16.30 Uhr; Freitag 7.30 bis 14 Uhr' schreiben"


def read_hours(written: str) -> str:
    """`Mo-Th 07:30-16:30; Fr 07:30-14:00`; raises ValueError with the end of a German sentence."""
    try:
        return hours.check(written)
    except ValueError:
        pass
    text = " ".join(re.sub("[–—−]", "-", written.lower()).split())
    text = re.sub(r"\s*\bbis\b\s*", "-", text)
    text = _NEXT.sub(r"\1;", text)
    rules = [_rule(part.strip(" ,.")) for part in re.split("[;\n]", text) if part.strip(" ,.")]
    if not rules:
        raise ValueError(f"ist leer; {EXAMPLE}")
    return hours.check("; ".join(sorted(rules, key=lambda rule: rule.startswith(("PH", "SH")))))


def _rule(text: str) -> str:
    if closed := _CLOSED.search(text):
        head, times, rest = text[: closed.start()], "off", text[closed.end() :]
    elif first := _SPAN.search(text):
        tail = text[first.start() :]
        spans = [f"{int(h):02}:{m or '00'}-{int(end):02}:{n or '00'}" for h, m, end, n in _SPAN.findall(tail)]
        head, times, rest = text[: first.start()], ",".join(spans), _SPAN.sub(" ", tail)
    else:
        raise ValueError(f"nennt mit '{text}' keine Uhrzeit; {EXAMPLE}")
    if rest := re.sub(r"\b(?:uhr|und|sowie)\b|[,.&]", " ", rest).strip():
        raise ValueError(f"enthält '{rest}', das ist keine Öffnungszeit; {EXAMPLE}")
    return " ".join(filter(None, (*_days(head.strip(" :,.")), times)))


def _days(head: str) -> tuple[str, str]:
    """Period and days."""
    period = next((name for name in _PERIODS if head.startswith(name)), "")
    head = head.removeprefix(period).strip(" ,:")
    if not head or head in ("jeden tag", "täglich"):
        return _PERIODS.get(period, ""), ("" if period or not head else "Mo-Su")
    if monthly := re.fullmatch(r"jeden (.+) (\w+) im monat", head):
        counts = re.split(r",\s*|\s+und\s+", monthly[1])
        if all(count in _COUNTS for count in counts) and monthly[2] in _NAMES:
            return _PERIODS.get(period, ""), f"{_NAMES[monthly[2]]}[{','.join(_COUNTS[count] for count in counts)}]"
    days = []
    for part in re.split(r"\s*(?:,|\bund\b|\+|/)\s*", head):
        ends = [end.strip(" .") for end in part.split("-")]
        if len(ends) > 2 or any(end not in _NAMES for end in ends):
            raise ValueError(f"nennt '{part}', das ist kein Wochentag; {EXAMPLE}")
        days.append("-".join(_NAMES[end] for end in ends))
    return _PERIODS.get(period, ""), ",".join(days)
