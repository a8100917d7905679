"""The only look at the clock: which day an edition is of."""

from __future__ import annotations

import datetime as dt
import os
import re


class ClockError(Exception):
    """The environment names a day that does not exist; the message is a German sentence."""


def today() -> dt.date:
    """The day that counts: SOURCE_DATE_EPOCH (seconds since 1970, UTC) if set, else the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return dt.datetime.now(dt.UTC).date()
    # Ten digits reach the year 2286; `\d` would accept digits of other scripts.
    if not re.fullmatch("[0-9]{1,10}", epoch):
        raise ClockError("SOURCE_DATE_EPOCH ist keine Zahl von Sekunden seit 1970. Bitte richtig setzen oder löschen.")
    return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
