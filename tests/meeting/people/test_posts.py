"""Whether an abbreviation is of a post or of a person."""

import pytest

from tui.meeting.people.posts import abbreviates_a_post


@pytest.mark.parametrize(
    ("abbreviation", "name", "capacity"),
    [
        ("PCC", "Matthew Scott", "Police and Crime Commissioner"),
        ("PCC", "Patrick McCoy", "Police and Crime Commissioner"),
        ("CC", "Alan Pughsley", "Chief Constable"),
        ("CEx", "Adrian Harper", "Chief Executive"),
        ("DoF", "Jo Marsh", "Director of Finance"),
        ("HM", "Ivy Stone", "Headmistress"),
        ("COO", "Carol Moore", "Chief Operating Officer"),
        ("BM", "Uta Klee", "Bürgermeisterin"),
        ("Clerk", "Nell Frost", "Clerk to the Council"),
        ("Chair", "Ann Lee", "Chairwoman"),
        ("PCC", "Matthew Scott", ""),
    ],
)
def test_letters_of_the_capacity_and_roles_are_a_posts(abbreviation: str, name: str, capacity: str) -> None:
    assert abbreviates_a_post(abbreviation, name, capacity)


@pytest.mark.parametrize(
    ("abbreviation", "name", "capacity"),
    [
        ("DR", "Di Ray", "Member"),
        ("JOB", "Joe O'Brien", "Member"),
        ("JOB", "Joe O’Brien", ""),
        ("JO'B", "Joe O'Brien", "Member"),
        ("AMcK", "Ada McKay", "Member"),
        ("AM", "Ada McKay", "Area Manager"),
        ("CC", "Carl Clark", "Chief Constable"),
        ("LvdB", "Lea van der Berg", "Member"),
        ("JMS", "Jo Marsh-Stone", "Joint Chair"),
        ("EQu", "Edda Quill", "Council"),
        ("MR", "Rob Mear", "Treasurer"),
        ("BS", "Robert Smith", "Member"),
        ("Jo", "Jo Marsh", "Clerk"),
        ("Marsh", "Jo Marsh", "Clerk"),
        ("clowe", "Cat Lowe", "Clerk"),
        ("clerk2", "Cat Lowe", "Clerk"),
        ("@iok", "Ida Oke", "Clerk"),
        ("ÉD", "Élise Dupont", "Échevine déléguée"),
    ],
)
def test_initials_names_and_handles_are_no_posts(abbreviation: str, name: str, capacity: str) -> None:
    assert not abbreviates_a_post(abbreviation, name, capacity)
