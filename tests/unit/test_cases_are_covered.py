"""What was tried on real offices and failed, each for its whole kind: which test holds its right value today.

Whoever renames or removes one of these tests says here what holds the case instead. That an exact name leads to its
record is held by the tests of the search.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
OFFICES, HOUSES = "unit/pages/test_offices.py", "unit/pages/test_houses.py"
COVERED = {
    "by appointment only": (OFFICES, "test_by_appointment_only"),
    "nothing but a booking page": (OFFICES, "test_an_office_with_nothing_but_a_booking_page"),
    "phone hours beside visiting hours": (OFFICES, "test_phone_hours"),
    "letters of a surname, districts of a town": (
        "unit/pages/test_divided_offices.py",
        "test_every_page_names_all_parts",
    ),
    "a Verbund of several houses": (HOUSES, "test_the_page_of_a_verbund_shows_each_house"),
    "fax": (OFFICES, "test_a_fax_is_never_called"),
    "an office closes for some days": (OFFICES, "test_closing_days_of_an_office_and_its_building"),
    "a house closes": (HOUSES, "test_the_page_of_a_closed_house_names_who_follows_and_the_houses_of_its_town"),
    "a house has another name": (HOUSES, "test_an_old_name_is_shown_and_leads_to_the_house"),
    "a mailbox that looks personal": ("unit/checks/test_persons.py", "test_private_ways"),
    "a mobile number on call": (
        "unit/checks/test_persons.py",
        "test_what_is_stated_to_be_of_the_office_needs_no_person",
    ),
    "numbers from right to left, names in a translated page": (OFFICES, "test_names_and_numbers_stay_as_they_are"),
    "what a number is for, in an address book": (
        "unit/files/test_vcards.py",
        "test_what_a_number_is_for_stands_in_the_note_as_well",
    ),
    "files that a desktop leaves behind": (
        "unit/catalog/test_folder.py",
        "test_what_systems_and_programs_leave_behind_is_passed_over",
    ),
    "a language that is not in the list": (
        "unit/values/test_languages.py",
        "test_anything_else_is_refused_without_a_guess",
    ),
    "no-break spaces as indentation": ("unit/test_bad_files.py", "test_a_bad_file_is_refused_as_its_first_lines_say"),
    "the preview after a slip": (
        "unit/publishing/test_preview.py",
        "test_after_a_slip_the_last_good_site_is_there_with_the_fault_above_it",
    ),
}
"""Case → file and function."""


@pytest.mark.parametrize("case", COVERED)
def test_the_case_is_held(case: str) -> None:
    path, function = COVERED[case]
    assert re.search(rf"^def {function}\(", (TESTS / path).read_text("utf-8"), re.MULTILINE)
