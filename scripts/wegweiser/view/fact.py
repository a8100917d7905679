"""How a fact appears: with its date in words, and whether it is kept back."""

from __future__ import annotations

from dataclasses import dataclass

from wegweiser.rules.freshness import CHECKED, NO_DATE, Display


@dataclass(frozen=True, slots=True)
class ShownFact:
    """How a fact appears, with its date in words; `value` is empty where it is withheld."""

    display: Display
    as_of_text: str
    day: str
    """ISO date of the evidence for `<time datetime>`; the day of reading where nothing else is known."""
    fresh_until: str
    """ISO day after which the same fact asks to be checked, should nobody build the site anew; empty where none."""

    @property
    def year(self) -> str:
        """The year of the evidence; empty where only the day is known on which it was read."""
        return "" if self.as_of_text.startswith(NO_DATE) else self.day[:4]

    @property
    def is_confirmed_long_ago(self) -> bool:
        """Whether it rests on a confirmation of more than a year ago, so that the visitor is asked to make sure."""
        return self.marked and self.as_of_text.startswith(CHECKED)

    @property
    def withheld(self) -> bool:
        """Whether the fact is kept back."""
        return self.display is Display.WITHHELD

    @property
    def marked(self) -> bool:
        """Whether the visitor is asked to make sure."""
        return self.display is Display.MARKED
