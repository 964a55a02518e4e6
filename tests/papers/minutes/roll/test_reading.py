"""People of finished minutes: in sentences, in bullets, in torn rows, and in lists without a label."""

from __future__ import annotations

import pytest

from tests.papers.minutes.test_strangers import people
from tui.meeting.model import Presence
from tui.papers.minutes.page.passages import Passage
from tui.papers.minutes.roll.groups import with_rows_plain


def names(text: str) -> list[tuple[str, Presence]]:
    return [(name, presence) for name, _, presence in people(text)]


HERE, AWAY = Presence.PRESENT, Presence.APOLOGIES


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Réunion du bureau\n4 mars 2025\n\nPrésents : Ada Lowe, Ben Roe\n"
            "Mmes Kern et Orme sont également absentes excusées.\n\n1. Bac\nLe bac est vieux.\n",
            [("Ada Lowe", HERE), ("Ben Roe", HERE), ("Kern", AWAY), ("Orme", AWAY)],
        ),
        (
            "Minutes of the Ferry Committee 4 March 2025\n\n"
            "Hilary Lowe; Andy Roe; Helen Orme; Faith Ward; and Mary Kern.\n\n1. Boats\nThe boats are old.\n",
            [
                ("Hilary Lowe", HERE),
                ("Andy Roe", HERE),
                ("Helen Orme", HERE),
                ("Faith Ward", HERE),
                ("Mary Kern", HERE),
            ],
        ),
        (
            "Ferry Society\nMinutes\nSunday 2 March 2025, opened at 11.00am. Present – Ada Lowe, Ben Roe,\n"
            "Cy Orme & Di Kern\n"
            "1) Apologies – Eva Marsh\n2) Boats\nThe boats are old.\n",
            [("Ada Lowe", HERE), ("Ben Roe", HERE), ("Cy Orme", HERE), ("Di Kern", HERE), ("Eva Marsh", AWAY)],
        ),
        (
            "Réunion du conseil\n4 mars 2025\n\nÉtaient présents\n\nPour le Bureau : Ada Lowe, Ben Roe\n\n"
            "Absent excusé : Cy Orme\n\n"
            "Pour le Conseil : Philippe Kern, Djimi Marsh\n\n1. Bac\nLe bac est vieux.\n",
            [("Ada Lowe", HERE), ("Ben Roe", HERE), ("Cy Orme", AWAY), ("Djimi Marsh", HERE), ("Philippe Kern", HERE)],
        ),
        (
            "Conseil d'école\n3 mars 2025\n\n"
            "Les élus : FCPE : Présents (2) : Ada Lowe, Ben Roe ; PEEP : Présents (2) : Cy Orme,"
            " Di Kern. Excusés : Eva Marsh, Flo Abel.\n\n1. Bac\nLe bac est vieux.\n",
            [
                ("Ada Lowe", HERE),
                ("Ben Roe", HERE),
                ("Cy Orme", HERE),
                ("Di Kern", HERE),
                ("Eva Marsh", AWAY),
                ("Flo Abel", AWAY),
            ],
        ),
        (
            "Verslag van het bestuur\n4 maart 2025\n\nAanwezig: Ada Lowe, Ben Roe\n"
            "Afwezig met afbericht: Cy Orme\n\n1. Boten\nOud.\n",
            [("Ada Lowe", HERE), ("Ben Roe", HERE), ("Cy Orme", AWAY)],
        ),
        (
            "Protokoll des Hafenausschusses\n4. März 2025\n\n1. Begrüßung\n\n"
            "Der Vorsitzende begrüßt die Mitglieder, stellv. Bgm. Holm, Herrn Karl Roe vom Amt, "
            "Wehrführer Jens Uwe Orme, die Herren Marsh und Abel und Frau Kern sowie die Presse.\n\n"
            "2. Boote\n\nDer Ausschuss begrüßt den Vorschlag von Herrn Holm.\n",
            [
                ("Herr Karl Roe", HERE),
                ("Frau Kern", HERE),
                ("Herr Marsh", HERE),
                ("Herr Abel", HERE),
                ("Jens Uwe Orme", HERE),
            ],
        ),
        (
            "Assemblée du club\n4 mars 2025\n\n1. Présences\n"
            "Céline excuse les personnes suivantes : Ada Lowe, Ben et Cy Roe.\n\n"
            "2. Bac\nLe bac est vieux.\n",
            [("Ada Lowe", AWAY), ("Ben Roe", AWAY), ("Cy Roe", AWAY)],
        ),
        (
            "# Vorstand\n\n4. März 2025\n\n## Formalia\n\n- Anwesend Ada, Ben, Kim\n"
            "- Abwesend Jan (entschuldigt)\n\n## Boote\n\nAlt.\n",
            [("Ada", HERE), ("Ben", HERE), ("Kim", HERE), ("Jan", AWAY)],
        ),
        (
            "Conseil d'école\n8 mars 2025\n\nMembres présents :\n\nMairie :\n\n"
            "Mme KERN : conseillère municipale\n\n"
            "M ROE : directeur des services techniques\n\nM. ORME, intervenant\n\nEffectifs\n\n"
            "Les classes sont pleines.\n",
            [("Mme KERN", HERE), ("M ROE", HERE), ("M. ORME", HERE)],
        ),
        (
            "Niederschrift über die Sitzung des Hafenausschusses am 4. März 2025\n\n"
            "Anwesende: Herr Karl  K e r n\n\n  Frau Helga  R o e d e r   (Vorsitzende)\n\n"
            "  Herr Peter  H o l m e r\n\nT a g e s o r d n u n g\n\n1. Boote\nAlt.\n",
            [
                ("Herr Karl Kern", HERE),
                ("Frau Helga Roeder", HERE),
                ("Herr Peter Holmer", HERE),
            ],
        ),
    ],
)
def test_people_are_found_by_what_a_block_holds(text: str, found: list[tuple[str, Presence]]) -> None:
    assert sorted(names(text)) == sorted(found)


def test_heads_that_are_counted_name_nobody() -> None:
    assert names("Protokoll\n4. März 2025\n\nAnwesende\n8 Personen\n\n1. Boote\nAlt.\n") == []


def test_a_title_and_a_surname_are_whoever_of_the_list_alone_has_it() -> None:
    text = (
        "Ferry Council\n4 March 2025\n\nPresent: Cllr J Nicholas-Roe, Dawn Lowe, Ben Orme\n\nTreasurer: Mrs Lowe\n\n"
        "Election of Chairman\n\nCllr Nicholas-Roe took the chair.\n"
    )
    assert [name for name, _ in names(text)] == ["Cllr J Nicholas-Roe", "Dawn Lowe", "Ben Orme"]


def test_below_a_surname_in_a_cell_of_its_own_an_unknown_first_name_has_one_too() -> None:
    rows = [("Frau Helga", "Roeder", "(Vorsitzende)"), ("Frau Grizelta", "Marsen"), ("Herr Holm", "Brandau")]
    told = [Passage(first=at, last=at, text=" | ".join(cells), cells=cells) for at, cells in enumerate(rows, 1)]
    assert [one.text for one in with_rows_plain(told)][:2] == [
        "Frau Helga Roeder (Vorsitzende)",
        "Frau Grizelta Marsen",
    ]
    assert [one.text for one in with_rows_plain(told[2:])] == ["Herr Holm | Brandau"]
