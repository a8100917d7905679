"""Where a long word may break: at its joints, never in a syllable, and in no word that fits."""

from __future__ import annotations

import pytest

from wegweiser.wording.long_words import SOFT, with_soft_places


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Asylbewerberleistungsgesetz", "Asylbewerber|leistungs|gesetz"),
        ("Schwangerschaftskonfliktberatungen", "Schwangerschafts|konflikt|beratungen"),
        ("Mindestunterhaltsverordnung", "Mindest|unterhalts|verordnung"),
        ("Verwaltungsgerichtsordnung", "Verwaltungs|gerichts|ordnung"),
        ("Familienzentrumsverbund", "Familien|zentrums|verbund"),
        ("Krankenversicherung", "Kranken|versicherung"),
        ("Kita-Beratungsstelle", "Kita-Beratungsstelle"),
        ("Familienzentrum", "Familienzentrum"),
        ("Donaudampfschifffahrtskapitän", "Donaudampfschifffahrtskapitän"),
        ("Geld vom Jobcenter", "Geld vom Jobcenter"),
        ("", ""),
    ],
)
def test_a_long_word_breaks_at_its_joints(word: str, expected: str) -> None:
    assert with_soft_places(word).replace(SOFT, "|") == expected


def test_nothing_is_changed_but_for_the_soft_places() -> None:
    text = "Kindergartenträgerverbund, § 6b Bundeskindergeldgesetz <b>&amp;</b> 02921 106500"
    assert with_soft_places(text).replace(SOFT, "") == text
