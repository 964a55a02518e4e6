"""The words of German."""

from tui.meeting.languages.language import Language

GERMAN = Language(
    code="de",
    name="German",
    names="deutsch|german",
    language_keys="sprache",
    months=(
        "januar|jänner|jan", "februar|feber|feb", "märz|maerz|mär|mrz", "april|apr", "mai", "juni|jun", "juli|jul",
        "august|aug", "september|sept|sep", "oktober|okt", "november|nov", "dezember|dez",
    ),
    weekdays=(
        "montag|mo", "dienstag|di", "mittwoch|mi", "donnerstag|do", "freitag|fr", "samstag|sonnabend|sa", "sonntag|so",
    ),
    date_keys="datum|datum/zeit|datum, zeit|datum und zeit"
              "|termin|sitzungstermin|tag|wann|datum und uhrzeit|datum/uhrzeit|zeit und ort|datum, uhrzeit"
              "|sitzungsdatum"
    "|ort und zeit|sitzung am|tag der sitzung",
    time_keys="uhrzeit|zeit|beginn|sitzungsbeginn|versammlungszeit|von|dauer",
    place_keys="ort|sitzungsort|tagungsort|versammlungsort|raum|sitzungsraum|wo|adresse|veranstaltungsort|treffpunkt",
    chair_keys="vorsitz|vorsitzende|vorsitzender|leitung|sitzungsleitung|versammlungsleitung|versammlungsleiter|versammlungsleiterin|sitzungsleiter|sitzungsleiterin|moderation|gesprächsleitung",
    minutes_keys="protokoll|protokollführung|schriftführer|schriftführerin|schriftführung|protokollant|protokollantin",
    title_keys="titel|gremium|betreff|sitzung",
    other_keys="telefon|einladung an|verteiler|eingeladen von|aktenzeichen|einladende",
    next_keys="nächste sitzung|nächster termin|nächstes treffen",
    resolution_keys="beschlüsse|beschlussnummer|beschlussnummern|beschluss nr|beschluss-nr.|beschluss nr.",
    page_keys="seiten|seite|seitenzahlen|seitenzahl",
    agenda="tagesordnung|tagesordnungspunkte|themen|öffentliche sitzung|geplante tagesordnung|vorläufige tagesordnung",
    openers="begrüßung|eröffnung|eröffnung und begrüßung|begrüßung und eröffnung|eröffnung der sitzung"
            "|eröffnung der versammlung",
    items="top|tagesordnungspunkt|punkt|tops|ö|n|nö",
    members="anwesend|anwesend sind|anwesend waren|es sind anwesend"
    "|anwesende|teilnehmer|teilnehmerinnen|teilnehmende|mitglieder|anwesende mitglieder"
            "|teilnehmer:innen|eingeladen|geladen"
    "|teilnehmerinnen und teilnehmer|vorstand|stimmberechtigte mitglieder|stimmberechtigt",
    attending="außerdem anwesend|weiterhin anwesend|weiterhin sind anwesend|ferner sind anwesend"
    "|ferner anwesend|verwaltung|ferner|beratend|von der verwaltung|weitere anwesende",
    guests="gäste|gast|eingeladen",
    observers="beobachter|zuhörer",
    apologies="entschuldigt|entsch|es fehlen entschuldigt|entschuldigungen|verhindert",
    absent="abwesend|abwesend sind|abwesend waren|nicht anwesend|es fehlen|unentschuldigt|es fehlten",
    meets="sitzung|versammlung|treffen|tagt|findet statt|stattfindet|laden|lade|einladung|findet|konferenz|besprechung",
    bodies="verein|gemeinderat|gemeindevertretung|ausschuss|vorstand|rat|stadtrat|betriebsrat|verband|genossenschaft|bund"
    "|kreis|club|klub|stiftung|kirchengemeinderat|presbyterium|elternbeirat|beirat|kuratorium|gesellschaft|kreistag"
    "|fachschaft|arbeitskreis|ortsrat|ortsbeirat|kirchenvorstand|personalrat",
    at_place="in der|in dem|im|in den|in|am",
    columns=(
        ("number", "nr|nr.|top|lfd. nr.|tops|punkt"),
        ("item", "thema|tagesordnungspunkt|betreff|gegenstand|inhalt|bezeichnung|themen"),
        ("presenter", "referent|verantwortlich|vortragende|berichterstatter|wer|berichterstattung|vortrag"
                      "|referentin|leitung"),
        ("minutes", "dauer|zeitbedarf|zeit (min)|min.|minuten"),
        ("time", "zeit|uhrzeit|beginn"),
        ("paper", "vorlage|unterlage|unterlagen|anlage|drucksache|anlagen|vorlagen-nr.|vorlagennummer"),
        ("name", "name|mitglied|teilnehmer|person"),
        ("role", "funktion|rolle|organisation|amt|fraktion|abteilung|firma"),
        ("abbreviation", "kürzel|abk.|abkürzung|zeichen"),
        ("presence", "anwesend|status|teilnahme|anwesenheit"),
        ("other", "art|ziel|zweck|beschluss|bemerkung|bemerkungen|phase"),
    ),
)  # fmt: skip
