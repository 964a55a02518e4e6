"""The ways in which minutes everywhere record votes and what came of a decision, in five languages."""

from __future__ import annotations

import pytest

from tests.meeting.decisions.quay import decided
from tui.meeting.model import DecisionOutcome


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("That the quay be dredged; carried. Against: CP. Withdrawn: JOB.", "carried"),
        ("Motion to shut the slip: withdrawn by its mover with the leave of the meeting", "withdrawn"),
        ("The vote was tied 2-2 and the Chair used her casting vote against", "lost"),
        ("To shut the slip; 2 for, 2 against. The Chair gave his casting vote in favour", "carried"),
        ("The amendment did not pass", "lost"),
        ("The motion failed to carry", "lost"),
        ("The motion was put to the vote and did not obtain the required majority", "lost"),
        ("The proposal was not supported", "lost"),
        ("The motion lapsed", "lost"),
        ("No objections; so ordered", "carried"),
        ("Planning 24/31, two cabins: no objections", ""),
        ("There being no objection, the agenda was adopted as amended", "carried"),
        ("Without objection, the notes were approved", "carried"),
        ("That the slip be tarred. Carried on the voices", "carried"),
        ("The motion not to let the slip was carried", "carried"),
        ("The amendment was, on a show of hands, not carried", "lost"),
        ("Der Antrag wurde mit 5:2 Stimmen angenommen", "carried"),
        ("Der Antrag erhält nicht die erforderliche Mehrheit", "lost"),
        ("Der Antrag findet keine Mehrheit", "lost"),
        ("Der Rat nimmt Kenntnis", "noted"),
        ("La motion est adoptée à la majorité", "carried"),
        ("Faute d'appuyeur, la motion tombe", "no seconder"),
        ("Queda aprobado por mayoría absoluta", "carried"),
        ("Sometido a votación, se aprueba con 5 votos a favor, 2 en contra y 1 abstención", "carried"),
        ("El pleno acuerda pintar la valla", "carried"),
        ("El asunto queda sobre la mesa", "deferred"),
        ("La junta se da por enterada", "noted"),
        ("La propuesta es retirada por el proponente", "withdrawn"),
        ("That the slip be tarred. Lost on a voice vote", "lost"),
        ("The motion was carried by a two-thirds majority, 8 to 4", "carried"),
        ("The motion was carried by a very large majority", "carried"),
        ("The motion was lost by a clear vote of the members", "lost"),
        ("The motion was lost by a vote of the members", "lost"),
        ("That the quay be dredged. Withdrawn: JOB. Others for.", ""),
        ("Motion to paint the fence withdrawn by the mover", "withdrawn"),
        ("The motion found no seconder", "no seconder"),
        ("The vote was tied, 2 for and 2 against", "tied"),
        ("The matter was deferred to the June meeting", "deferred"),
        ("Straw poll on the colour: green 3, white 1", ""),
        ("Der Antrag wird mehrheitlich abgelehnt", "lost"),
        ("RESOLVED that the fence be green", "carried"),
        ("It was resolved to buy paint", "carried"),
        ("Resolved unanimously: to accept the quotation", "carried"),
        ("Amendment lost, 2 for, 3 against, 0 abstentions", "lost"),
        ("DEFEATED: THAT the gate be moved", "lost"),
        ("That the fence be green. For: AL, BO; against: CP; abstained: DR", ""),
        ("That the fence be blue. Ayes: Lee, Oake. Nays: Pugh. Carried 2-1", "carried"),
        ("That the bank be tarred; recorded vote requested by CP: For: AL, BO, DR; Against: CP; Abstained: none", ""),
        ("That the lamp be lit. Against: CP. Others for.", ""),
        ("That the fence be white. Yes 5 No 2 Abstain 1", ""),
        ("That the fence be red. Carried, 6 ayes, 1 nay", "carried"),
        ("Der Zaun wird grün. Ja: 6, Nein: 3, Enthaltungen: 0", ""),
        ("Drop the fence (+7, 0, -0)", ""),
        ("That the path be mown; carried 3-1 with 1 abstention", "carried"),
        ("That the fence be green; prop AL, sec BO; all in favour", "carried"),
        ('THAT the following be added: "staff report by March." Moved by AL, seconded by BO. CARRIED', "carried"),
        ("Approved the tender, 1 for, 0 against", "carried"),
        ("Tender awarded; proposed by AL, seconded by BO; 4 for", ""),
        ("Der Haushalt wird beschlossen: 9 dafür, 1 dagegen, 2 Enthaltungen", "carried"),
        ("Die Satzung wird einstimmig genehmigt", "carried"),
        ("That the path be mown. Ayes: 5; Noes: 2; Absent: 1", ""),
        ("That the path be mown. 5-0-1", ""),
        ("That the path be mown. AYES: Lee, Oake NOES: Pugh", ""),
        ("Motion passed 4 to 1 (Pugh opposed)", "carried"),
        ("That the path be mown. Vote: 7/0/1", ""),
        ("That the path be mown. CARRIED (unan.)", "carried"),
        ("Der Antrag wird einstimmig angenommen", "carried"),
        ("Der Antrag wird mit 9 Ja-Stimmen bei 2 Enthaltungen angenommen", "carried"),
        ("Mit 9 Ja-Stimmen bei 2 Enthaltungen beschlossen", "carried"),
        ("Le budget est adopté à l'unanimité", "carried"),
        ("Adopté à l'unanimité", "carried"),
        ("Derbyniwyd yn unfrydol", "carried"),
        ("Aprobado por mayoría, 5 a favor, 2 en contra", "carried"),
        ("That the path be mown; carried on the Chair's casting vote", "carried"),
        ("The motion was lost for want of a seconder", "no seconder"),
        ("The motion lies on the table", "deferred"),
        ("Referred to the Finance Committee", "deferred"),
        ("The paper was left on the table", "deferred"),
        ("That rents rise. 3 for, 3 against; the Chair gave a casting vote against. Lost", "lost"),
        ("That it be done. Lost, the votes being equal", "lost"),
        ("Motion lost on a tied vote, 2 for, 2 against", "lost"),
        ("Die Beiträge steigen. 3 dafür, 3 dagegen; bei Stimmengleichheit abgelehnt", "lost"),
        ("Das Tor wird rot; 2 zu 2 Stimmen, Stichentscheid der Vorsitzenden dafür. Angenommen", "carried"),
        ("Plafonner le prix ; proposé par BO. Adopté par 3 voix contre 2", "carried"),
        ("Limitar el precio; propuesta por BO. Aprobada por 3 votos contra 2", "carried"),
        ("Codi'r rhent. 2 o blaid, 2 yn erbyn; pleidlais fwrw'r Cadeirydd yn erbyn. Gwrthodwyd", "lost"),
        ("Consideration of the lease adjourned to July", "deferred"),
        ("Left on the table until the survey is in", "deferred"),
        ("The Chair ruled the motion on cats out of order", "out of order"),
        ("Mit 4 zu 3 Stimmen angenommen", "carried"),
        ("Mit 3 zu 4 Stimmen abgelehnt", "lost"),
        ("The meeting adjourned to the garden", ""),
        ("La cuestión del bar se aplaza a septiembre", "deferred"),
        ("El tejado se remite a la comisión de obras", "deferred"),
        ("La carta se remite al alcalde", ""),
        ("That a motion lost in May be brought back; carried on a show of hands, 4-2", "carried"),
        ("Der Zaun wird rot; angenommen per Handzeichen, 4 zu 2", "carried"),
        ("Que le banc soit bleu ; adopté à main levée, 4 pour, 2 contre", "carried"),
        ("Que el banco sea azul; aprobado a mano alzada, 4 a favor, 2 en contra", "carried"),
        ("Bod y fainc yn las; derbyniwyd trwy godi dwylo, 4 o blaid, 2 yn erbyn", "carried"),
        ("That hands be raised on a show of hands", ""),
        ("The amendment was not put", ""),
        ("The amendment fell", "lost"),
        ("The motion was negatived", "lost"),
        ("RESOLVED: to mow", "carried"),
        ("It was agreed to mow", "carried"),
        ("Agreed to mow", "carried"),
        ("NOTED", "noted"),
        ("Members noted the report", "noted"),
        ("The report was noted", "noted"),
        ("That the carried forward sum be spent", ""),
        ("That we oppose the plan", ""),
        ("To oppose the plan", ""),
        ("That withdrawn books be sold", ""),
        ("Approved the lost property policy", "carried"),
        ("Motion to sell withdrawn books", ""),
        ("Motion that the plan be approved", ""),
        ("Motion to have the plan approved.", ""),
        ("Agreed that the bags be carried by hand", "carried"),
        ("That the bags be carried by hand", ""),
        ("To replace what is broken, damaged, or lost", ""),
        ("Agreed to replace what is broken, lost.", ""),
        ("The motion that the request be approved was lost", "lost"),
        ("Motion carried", "carried"),
        ("MOTION CARRIED UNANIMOUSLY", "carried"),
        ("Motion by Lee, second by Oake, to approve the minutes. Motion carried 5-0.", "carried"),
        ("M/S Lee/Oake to approve the minutes. Carried.", "carried"),
        ("Moved: Lee/Oake. That the minutes be approved. Carried unanimously.", "carried"),
        ("In favour (2): Lee, Oake; against (1): Pugh", ""),
        ("For (3) AL, BO, DR; against (1) CP", ""),
        ("Approved 4-1, Pugh dissenting", "carried"),
        ("Cllr Pugh asked that his vote against be recorded", ""),
        ("Carried, 4 for, 1 against (CP)", "carried"),
        ("Agreed by consensus", "carried"),
        ("There was no consensus", ""),
        ("Unanimously rejected", "lost"),
        ("The motion was defeated by 3 votes to 2", "lost"),
        ("Lost 2-3", "lost"),
        ("Failed 2-3", "lost"),
        ("Passed 5 yes 2 no 1 abstain", "carried"),
        ("Carried with Pugh abstaining", "carried"),
        ("That it be so. Pugh and Ray against, the rest in favour.", ""),
        ("Cllrs Pugh and Ray voted against; all others voted for", ""),
        ("Withdrawn", "withdrawn"),
        ("The motion was withdrawn with leave", "withdrawn"),
        ("Item 5 deferred to June", "deferred"),
        ("Deferred", "deferred"),
        ("Ruled out of order", "out of order"),
        ("The Chair ruled the amendment out of order", "out of order"),
        ("The motion was ruled out of order by the Chair", "out of order"),
        ("Cytunwyd i brynu paent", "carried"),
        (
            "PENDERFYNWYD: prynu paent; cynigiwyd gan Ann Lee, eiliwyd gan Bo Oake; 5 o blaid, 2 yn erbyn, 1 yn ymatal",
            "carried",
        ),
        ("Gwrthodwyd y cynnig", "lost"),
        ("Se aprueba la moción por unanimidad", "carried"),
        ("La moción fue rechazada, 2 a favor, 5 en contra", "lost"),
        ("Le conseil approuve le budget par 9 voix pour, 1 contre et 2 abstentions", "carried"),
        ("La proposition est rejetée", "lost"),
        ("Die Vorlage wird vertagt", "deferred"),
        ("Der Rat beschließt einstimmig, den Zaun zu streichen", "carried"),
        ("Abstimmungsergebnis: 9 Ja, 1 Nein, 2 Enthaltungen", ""),
        ("Für: AL, BO; gegen: CP; Enthaltung: DR", ""),
        ("Tied 3-3 and therefore lost", "lost"),
        ("The vote was tied 3-3; carried on the casting vote of the chair", "carried"),
        ("Agreed, 4 for, 4 against", ""),
        ("To buy 3 for 2 tins of paint", ""),
        ("Agreed to buy 7 for the hall and 2 for the yard", "carried"),
        ("That the 5-0 win be celebrated", ""),
        ("To meet 5-7 June", ""),
        ("Agreed to write to the 12 against the plan", "carried"),
        ("That the lease run for 7 years", ""),
        ("Minutes approved", "carried"),
        ("Minutes of 7 May approved.", "carried"),
        ("The amendment to strike was lost. The motion was carried 4-1.", "carried"),
        ("RESOLVED to mow. An amendment to wait was lost.", "carried"),
        ("To mow; Oake moved, Ray seconded; lost.", "lost"),
        ("That nobody be left out", ""),
        ("Carried nem con", "carried"),
        ("Roll call: Ayes: Lee, Oake, Ray. Noes: Pugh. Absent: O'Brien. Motion carried.", "carried"),
        ("Roll-call vote: Lee yes, Oake yes, Pugh no, Ray abstain", ""),
        ("Proposed AL seconded BO carried", "carried"),
        ("No vote was taken", ""),
        ("Resolved not to proceed", "carried"),
        ("It was not agreed to proceed", ""),
        ("The Committee declined to approve the plan", ""),
        ("Motion failed for lack of a second", "no seconder"),
        ("Motion died for lack of a second.", "no seconder"),
        ("Motion tabled", ""),
        ("Tabled to the June meeting", "deferred"),
        ("Agreed in principle", "carried"),
        ("Accepted the quote of 5 to 7 pounds", "carried"),
        ("Voted 4-1 to approve", ""),
        ("Recommended that council approve", ""),
        ("Elected Bo Oake as Chair", "carried"),
        ("That the amount lost be claimed", ""),
        ("To note the report", ""),
        ("Agreed that the report be noted", "carried"),
        ("Rejected the tender", ""),
        ("The tender was rejected", "lost"),
        ("There were 7 votes for and 2 votes against, so the bins stay", ""),
        ("7 for the motion and 2 against it", ""),
        ("No votes against", ""),
        ("For 7, against 2", ""),
        ("Carried with 7 in favour, none against and 1 abstention", "carried"),
        ("The motion was put and carried", "carried"),
        ("On being put to the vote the motion was lost", "lost"),
        ("Put to the vote and lost", "lost"),
        ("Carried, Ray not voting", "carried"),
        (
            "Motion by Trustee Lee, seconded by Trustee Oake to accept the report. Ayes – 5, Nays – 0. Motion carried.",
            "carried",
        ),
        ("Yeas: Lee, Oake, Pugh (3). Nays: Ray (1). Abstain: none.", ""),
        ("Ja: Lee, Oake; Nein: Pugh; Enthaltungen: keine", ""),
        ("A favor: Lee, Oake. En contra: ninguno. Abstenciones: Ray", ""),
        ("Pour : 7, Contre : 2, Abstention : 1", ""),
        ("The rest of the members being for, Pugh against", ""),
        ("Lee proposed and Oake seconded that we mow; carried unanimously", "carried"),
        ("It was proposed by Lee, seconded by Oake and RESOLVED that the path be mown", "carried"),
        ("Proposed by AL, seconded by BO, and unanimously agreed to mow", "carried"),
        ("That the fence be green. For: AL, Sam Stone; against: CP", ""),
        ("That the fence be green; against CP; others for", ""),
        (
            "Motion adjourned from May: to sell the punt; moved by Lee. After long debate the motion was lost, 2 to 4",
            "lost",
        ),
        ("The minutes of the May meeting were approved as corrected: the fee is 40, not 14", "carried"),
        ("Motion deferred to the May meeting", "deferred"),
    ],
)
def test_what_came_of_a_decision_is_read_from_its_record_alone(line: str, outcome: str) -> None:
    assert decided(line).outcome == outcome


@pytest.mark.parametrize(
    ("line", "votes"),
    [
        ("The vote was tied, 2 for and 2 against", (2, 2, None)),
        ("Amendment lost, 2 for, 3 against, 0 abstentions", (2, 3, 0)),
        ("That the fence be green. For: AL, BO; against: CP; abstained: DR", (2, 1, 1)),
        ("That the fence be blue. Ayes: Lee, Oake. Nays: Pugh. Carried 2-1", (2, 1, None)),
        (
            "That the bank be tarred; recorded vote requested by CP: For: AL, BO, DR; Against: CP; Abstained: none",
            (3, 1, 0),
        ),
        ("That the lamp be lit. Against: CP. Others for.", (None, 1, None)),
        ("That the fence be white. Yes 5 No 2 Abstain 1", (5, 2, 1)),
        ("That the fence be red. Carried, 6 ayes, 1 nay", (6, 1, None)),
        ("Der Zaun wird grün. Ja: 6, Nein: 3, Enthaltungen: 0", (6, 3, 0)),
        ("Drop the fence (+7, 0, -0)", (7, 0, 0)),
        ("That the path be mown; carried 3-1 with 1 abstention", (3, 1, 1)),
        ("Approved the tender, 1 for, 0 against", (1, 0, None)),
        ("Tender awarded; proposed by AL, seconded by BO; 4 for", (4, None, None)),
        ("Der Haushalt wird beschlossen: 9 dafür, 1 dagegen, 2 Enthaltungen", (9, 1, 2)),
        ("That the path be mown. Ayes: 5; Noes: 2; Absent: 1", (5, 2, None)),
        ("That the path be mown. 5-0-1", (5, 0, 1)),
        ("That the path be mown. AYES: Lee, Oake NOES: Pugh", (2, 1, None)),
        ("Motion passed 4 to 1 (Pugh opposed)", (4, 1, None)),
        ("That the path be mown. Vote: 7/0/1", (7, 0, 1)),
        ("Der Antrag wird mit 9 Ja-Stimmen bei 2 Enthaltungen angenommen", (9, None, 2)),
        ("Mit 9 Ja-Stimmen bei 2 Enthaltungen beschlossen", (9, None, 2)),
        ("Aprobado por mayoría, 5 a favor, 2 en contra", (5, 2, None)),
        ("Motion by Lee, second by Oake, to approve the minutes. Motion carried 5-0.", (5, 0, None)),
        ("In favour (2): Lee, Oake; against (1): Pugh", (2, 1, None)),
        ("For (3) AL, BO, DR; against (1) CP", (3, 1, None)),
        ("Approved 4-1, Pugh dissenting", (4, 1, None)),
        ("Carried, 4 for, 1 against (CP)", (4, 1, None)),
        ("The motion was defeated by 3 votes to 2", (2, 3, None)),
        ("Lost 2-3", (2, 3, None)),
        ("Failed 2-3", (2, 3, None)),
        ("Passed 5 yes 2 no 1 abstain", (5, 2, 1)),
        ("Carried with Pugh abstaining", (None, None, 1)),
        ("That it be so. Pugh and Ray against, the rest in favour.", (None, 2, None)),
        ("Cllrs Pugh and Ray voted against; all others voted for", (None, 2, None)),
        (
            "PENDERFYNWYD: prynu paent; cynigiwyd gan Ann Lee, eiliwyd gan Bo Oake; 5 o blaid, 2 yn erbyn, 1 yn ymatal",
            (5, 2, 1),
        ),
        ("La moción fue rechazada, 2 a favor, 5 en contra", (2, 5, None)),
        ("Le conseil approuve le budget par 9 voix pour, 1 contre et 2 abstentions", (9, 1, 2)),
        ("Abstimmungsergebnis: 9 Ja, 1 Nein, 2 Enthaltungen", (9, 1, 2)),
        ("Für: AL, BO; gegen: CP; Enthaltung: DR", (2, 1, 1)),
        ("Tied 3-3 and therefore lost", (3, 3, None)),
        ("The vote was tied 3-3; carried on the casting vote of the chair", (3, 3, None)),
        ("Agreed, 4 for, 4 against", (4, 4, None)),
        ("The amendment to strike was lost. The motion was carried 4-1.", (4, 1, None)),
        ("Roll call: Ayes: Lee, Oake, Ray. Noes: Pugh. Absent: O'Brien. Motion carried.", (3, 1, None)),
        ("Roll-call vote: Lee yes, Oake yes, Pugh no, Ray abstain", (2, 1, 1)),
        ("There were 7 votes for and 2 votes against, so the bins stay", (7, 2, None)),
        ("7 for the motion and 2 against it", (7, 2, None)),
        ("No votes against", (None, 0, None)),
        ("For 7, against 2", (7, 2, None)),
        ("Carried with 7 in favour, none against and 1 abstention", (7, 0, 1)),
        (
            "Motion by Trustee Lee, seconded by Trustee Oake to accept the report. Ayes – 5, Nays – 0. Motion carried.",
            (5, 0, None),
        ),
        ("Yeas: Lee, Oake, Pugh (3). Nays: Ray (1). Abstain: none.", (3, 1, 0)),
        ("Ja: Lee, Oake; Nein: Pugh; Enthaltungen: keine", (2, 1, 0)),
        ("A favor: Lee, Oake. En contra: ninguno. Abstenciones: Ray", (2, 0, 1)),
        ("Pour : 7, Contre : 2, Abstention : 1", (7, 2, 1)),
        ("The rest of the members being for, Pugh against", (None, 1, None)),
        ("The motion to sell the mower failed, 3 yeas to 6 nays", (3, 6, None)),
        ("Motion lost, 6 to 4", (4, 6, None)),
        ("Motion not carried, 6 to 4, two-thirds being required", (6, 4, None)),
        ("Ms Lee withdrew the motion with the consent of the meeting", (None, None, None)),
        ("Bei Stimmengleichheit (2:2) abgelehnt", (2, 2, None)),
        ("That the fence be green. For: AL, Sam Stone; against: CP", (2, 1, None)),
        ("That the fence be green; against CP; others for", (None, 1, None)),
    ],
)
def test_votes_are_counted_as_minutes_write_them(line: str, votes: tuple[int | None, int | None, int | None]) -> None:
    read = decided(line)
    assert (read.votes_for, read.votes_against, read.abstained) == votes


@pytest.mark.parametrize(
    ("line", "for_names", "against_names", "abstained_names", "others"),
    [
        ("That the fence be green. For: AL, BO; against: CP; abstained: DR", "AL BO", "CP", "DR", ""),
        ("That the fence be blue. Ayes: Lee, Oake. Nays: Pugh. Carried 2-1", "AL BO", "CP", "", ""),
        (
            "That the bank be tarred; recorded vote requested by CP: For: AL, BO, DR; Against: CP; Abstained: none",
            "AL BO DR",
            "CP",
            "",
            "",
        ),
        ("That the lamp be lit. Against: CP. Others for.", "", "CP", "", "for"),
        ("That the path be mown. AYES: Lee, Oake NOES: Pugh", "AL BO", "CP", "", ""),
        ("Motion passed 4 to 1 (Pugh opposed)", "", "CP", "", ""),
        ("In favour (2): Lee, Oake; against (1): Pugh", "AL BO", "CP", "", ""),
        ("For (3) AL, BO, DR; against (1) CP", "AL BO DR", "CP", "", ""),
        ("Approved 4-1, Pugh dissenting", "", "CP", "", ""),
        ("Cllr Pugh asked that his vote against be recorded", "", "CP", "", ""),
        ("Carried, 4 for, 1 against (CP)", "", "CP", "", ""),
        ("Carried with Pugh abstaining", "", "", "CP", ""),
        ("That it be so. Pugh and Ray against, the rest in favour.", "", "CP DR", "", "for"),
        ("Cllrs Pugh and Ray voted against; all others voted for", "", "CP DR", "", "for"),
        ("Für: AL, BO; gegen: CP; Enthaltung: DR", "AL BO", "CP", "DR", ""),
        ("Roll call: Ayes: Lee, Oake, Ray. Noes: Pugh. Absent: O'Brien. Motion carried.", "AL BO DR", "CP", "", ""),
        ("Roll-call vote: Lee yes, Oake yes, Pugh no, Ray abstain", "AL BO", "CP", "DR", ""),
        ("Yeas: Lee, Oake, Pugh (3). Nays: Ray (1). Abstain: none.", "AL BO CP", "DR", "", ""),
        ("Ja: Lee, Oake; Nein: Pugh; Enthaltungen: keine", "AL BO", "CP", "", ""),
        ("A favor: Lee, Oake. En contra: ninguno. Abstenciones: Ray", "AL BO", "", "DR", ""),
        ("The rest of the members being for, Pugh against", "", "CP", "", ""),
        ("That the fence be green. For: AL, Sam Stone; against: CP", "AL Sam Stone", "CP", "", ""),
        ("That the fence be green; against CP; others for", "", "CP", "", "for"),
    ],
)
def test_people_are_put_where_the_words_name_them(
    line: str, for_names: str, against_names: str, abstained_names: str, others: str
) -> None:
    read = decided(line)
    assert " ".join(read.for_names) == for_names
    assert " ".join(read.against_names) == against_names
    assert " ".join(read.abstained_names) == abstained_names
    assert read.others == others


@pytest.mark.parametrize(
    "line",
    [
        "Der Plan wird angenommen. Dagegen: BO. Übrige dafür",
        "Der Plan wird angenommen. Dagegen: BO. Die Übrigen stimmten dafür",
        "Der Plan wird angenommen. Dagegen: BO. Der Rest dafür.",
        "Le plan est adopté. Contre : BO. Tous les autres membres pour",
        "Se aprueba el plan. En contra: BO. El resto de los vocales a favor",
        "Derbyniwyd y cynllun. Yn erbyn: BO. Y gweddill o blaid",
        "The plan was carried. Against: BO. The rest of the board in favour",
    ],
)
def test_everybody_else_is_put_with_the_others_in_every_language(line: str) -> None:
    decision = decided(line)
    assert (decision.outcome, decision.against_names, decision.others) == ("carried", ("BO",), "for")


@pytest.mark.parametrize(
    "line", ["Adopté par 3 voix contre 2 et 1 abstention", "Aprobado por 3 votos contra 2 y 1 abstención"]
)
def test_the_smaller_number_after_contre_is_against(line: str) -> None:
    decision = decided(line)
    assert (decision.votes_for, decision.votes_against, decision.abstained) == (3, 2, 1)


def test_what_is_moved_is_nobody_who_moves_it() -> None:
    assert decided("Geänderter Antrag: Der Auftrag geht an die Marl KG. Angenommen").mover == ""
    assert decided("Der Zaun wird rot. Antrag: Zoe Quist").mover == "Zoe Quist"


@pytest.mark.parametrize(
    "line",
    [
        "AL/BO that the slip be tarred. All in favour",
        "Lee / Oake: that the slip be tarred. Lost",
        "That the slip be tarred (AL/BO). Carried",
        "That the slip be tarred. (Lee/Oake) CARRIED",
    ],
)
def test_two_names_alone_before_a_motion_or_its_outcome_moved_and_seconded_it(line: str) -> None:
    assert (decided(line).mover, decided(line).seconder) == ("AL", "BO")


@pytest.mark.parametrize(
    "line", ["The chair to write to AL/BO", "AL/BO to tar the slip", "The slip (AL/BO) is tarred. Carried"]
)
def test_two_names_within_what_is_decided_moved_nothing(line: str) -> None:
    assert (decided(line).mover, decided(line).seconder) == ("", "")


_DENIED = {
    "carried passed agreed approved adopted accepted ratified endorsed": (
        "The motion was not {}",
        "The motion was not {}.",
        "The motion has not been {}",
        "The motion has not yet been {}",
        "The motion was in the end not {}",
        "The amendment was, after a long debate, not {}",
        "The tender was not {}",
        "The tender has not been {} by the board",
        "To let the slip. The motion was not {}",
        "To let the slip; not {}",
        "Not {}: to let the slip",
    ),
    "angenommen genehmigt beschlossen verabschiedet": (
        "Der Antrag wird nicht {}",
        "Der Antrag wurde nach langer Aussprache nicht {}",
        "Die Vorlage ist nicht {} worden",
        "Das Dach wird erneuert. Der Antrag wird mit 2:5 Stimmen nicht {}",
    ),
    "adoptée approuvée acceptée votée": (
        "La motion n'est pas {}",
        "La motion n'a pas été {}",
        "La proposition n’est pas encore {}",
        "La délibération n'est, après débat, pas {}",
    ),
    "aprobada adoptada aceptada": (
        "La moción no fue {}",
        "La moción no ha sido {}",
        "La propuesta no queda {}",
        "La propuesta no es {}",
    ),
    "chymeradwywyd dderbyniwyd phasiwyd": ("Ni {} y cynnig", "Ni {} y gwelliant"),
}


@pytest.mark.parametrize(
    "sentence", [one.format(word) for words, said in _DENIED.items() for one in said for word in words.split()]
)
def test_what_was_not_carried_is_never_said_to_be(sentence: str) -> None:
    assert decided(sentence).outcome in (DecisionOutcome.LOST, DecisionOutcome.UNSAID)


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("None of the proposals was approved", "lost"),
        ("Neither motion was carried", "lost"),
        ("Nothing was agreed", "lost"),
        ("Kein Antrag wurde angenommen", "lost"),
        ("Aucune proposition n'a été adoptée", "lost"),
        ("Ninguna moción fue aprobada", "lost"),
        ("Approved: no", "lost"),
        ("Agreed? No.", "lost"),
        ("The motion was nearly carried", ""),
        ("The motion was not unanimously carried", ""),
        ("Consensus was not reached", ""),
        ("The council did not approve the budget", "lost"),
        ("The board rejected the proposal", "lost"),
        ("Der Rat lehnt den Antrag einstimmig ab", "lost"),
        ("Le conseil rejette la proposition", "lost"),
        ("Le conseil n'approuve pas le budget", "lost"),
        ("La junta no aprueba el presupuesto", "lost"),
        ("El pleno deniega la licencia", "lost"),
        ("The committee resolved not to let the slip", "carried"),
        ("The committee resolved to reject the offer", "carried"),
    ],
)
def test_who_says_no_in_other_words_is_not_understood_as_yes(line: str, outcome: str) -> None:
    assert decided(line).outcome == outcome


@pytest.mark.parametrize("sentence", [said[0].format(words.split()[0]) for words, said in _DENIED.items()])
def test_what_was_not_carried_was_lost(sentence: str) -> None:
    assert decided(sentence).outcome is DecisionOutcome.LOST
