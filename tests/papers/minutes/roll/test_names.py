"""Names of a line, their posts and titles beside them, and lines that name nobody."""

import pytest

from tui.papers.minutes.roll.names import people_of_list
from tui.papers.understanding.people.reading import people_listed


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ada Roe, Chairman", ["Ada Roe"]),
        ("Ann H (Chair), Bev M, Jill H-S-B", ["Ann H", "Bev M", "Jill H-S-B"]),
        ("2. stellv. Bürgermeisterin Silke Holm (e)", ["Silke Holm"]),
        ("Geschäftsf. Gemeinderat Rudolf Eder", ["Rudolf Eder"]),
        ("Architekt Wendt zu Tagesordnungspunkt 3", ["Wendt"]),
        ("Mmes PETIT, DE LYS et M.ROCHE (délégués)", ["PETIT", "DE LYS", "M. ROCHE"]),
        ("Ida and Les Gale, Jo Wade", ["Ida Gale", "Les Gale", "Jo Wade"]),
        ("Mr A Roe (Chairman) Mrs B Lee", ["Mr A Roe", "Mrs B Lee"]),
        ("Business Manager Cal Reed, Principal Meg Hunt", ["Cal Reed", "Meg Hunt"]),
        ("Mr C Worth [CW] Chair (FG); Mrs J Lodge [JL] Vice Chair", ["Mr C Worth", "Mrs J Lodge"]),
        (
            "Mrs A Brand, Clerk, Mr D L Nichol Deputy Clerk, and Mr D Isley Admin Office.",
            ["Mrs A Brand", "Mr D L Nichol", "Mr D Isley"],
        ),
        ("Monsieur Claude DURAND, Maire, Messieurs DAG, DELA", ["Monsieur Claude DURAND", "DAG", "DELA"]),
        ("Mme Brun donne pouvoir à M. Noir", ["Mme Brun"]),
        ('Eliza "Liz" Lowe, Kim “Kiki” Lang (KL)', ["Eliza Lowe", "Kim Lang"]),
        ("Ann Lowe, Margaret hay, Ben Roe…", ["Ann Lowe", "Margaret hay", "Ben Roe"]),
        ("Ann Lowe, Margaret absent", ["Ann Lowe"]),
        (
            "Nora Smith Elena Peck Deacon Paul Vick Lena Dorn",
            ["Nora Smith", "Elena Peck", "Deacon Paul Vick", "Lena Dorn"],
        ),
        (
            "Madame Anne BRUN, directrice de l’école. Madame PETIT, DDEN",
            ["Madame Anne BRUN", "Madame PETIT"],
        ),
        ("Ann Lowe, Ben Roe, & Rita Orme.", ["Ann Lowe", "Ben Roe", "Rita Orme"]),
        ("Ann Lowe, Ben Roe. Sandy, Chris and Rita Orme", ["Ann Lowe", "Ben Roe", "Sandy", "Chris Orme", "Rita Orme"]),
        ("AL: Ann Lowe, BR: Ben Roe", ["Ann Lowe", "Ben Roe"]),
        ("Kurt Gram (Remote; bis 13:25 Uhr), Tim Laker", ["Kurt Gram", "Tim Laker"]),
    ],
)
def test_the_names_of_a_line(line: str, names: list[str]) -> None:
    assert [one.name for one in people_of_list(line) or []] == names


@pytest.mark.parametrize(
    "line",
    [
        "Claire welcomed everyone to the meeting.",
        "Bürgermeister Bork eröffnet die Sitzung um 20 Uhr.",
        "None",
        "Keine",
        "the minutes were agreed",
        "14 members of the public",
    ],
)
def test_a_line_that_says_something_else_names_nobody(line: str) -> None:
    assert people_of_list(line) is None


@pytest.mark.parametrize("line", ["Ada Orme ( ), Ben Pike", "Ada Orme, Ben Pike ( )"])
def test_brackets_with_nothing_in_them_say_nothing_of_anybody(line: str) -> None:
    people = [("Ada Orme", ""), ("Ben Pike", "")]
    assert [(one.name, one.capacity) for one in people_of_list(line) or []] == people
    assert [(one.name, one.capacity) for one in people_listed(line)] == people
