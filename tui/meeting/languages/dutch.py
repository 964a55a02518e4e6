"""The words of Dutch, in which papers are read and no notes are written."""

from tui.meeting.languages.language import Language

DUTCH = Language(
    code="nl",
    name="Dutch",
    names="nederlands|vlaams|dutch",
    language_keys="taal",
    months=(
        "januari|jan", "februari|feb", "maart|mrt", "april|apr", "mei", "juni|jun", "juli|jul", "augustus|aug",
        "september|sept|sep", "oktober|okt", "november|nov", "december|dec",
    ),
    weekdays=(
        "maandag|ma", "dinsdag|di", "woensdag|wo", "donderdag|do", "vrijdag|vr", "zaterdag|za", "zondag|zo",
    ),
    date_keys="datum|datum en tijd|datum/tijd|datum & tijd|vergaderdatum|datum vergadering|wanneer",
    time_keys="tijd|tijdstip|aanvang|aanvangstijd|begintijd|tijden|uur",
    place_keys="plaats|locatie|waar|zaal|adres|vergaderlocatie|vergaderplaats|ruimte",
    chair_keys="voorzitter|voorzitster|voorzitterschap|gespreksleider",
    minutes_keys="notulist|notuliste|notulen|secretaris|griffier|verslag|verslaglegging|raadsgriffier",
    title_keys="titel|onderwerp|vergadering|bijeenkomst",
    other_keys="telefoon|aan|van|kopie|bijlagen|verzonden|afmelden",
    next_keys="volgende vergadering|volgende bijeenkomst|datum volgende vergadering",
    agenda="agenda|agendapunten|agendapunt|te behandelen punten|te bespreken punten|onderwerpen|voorlopige agenda"
           "|concept-agenda|conceptagenda|de agenda|besluitenlijst|programma|vergaderpunten",
    openers="opening|opening en mededelingen|opening, mededelingen|welkom|opening en vaststelling agenda"
            "|opening door de voorzitter|opening en welkom",
    items="agendapunt|punt",
    members="aanwezig|aanwezigen|deelnemers|leden|genodigden|uitgenodigd|bestuur|bestuursleden|aanwezige leden"
            "|raadsleden|commissieleden|presentie",
    attending="ook aanwezig|tevens aanwezig|verder aanwezig|ambtelijke ondersteuning",
    guests="gasten|gast",
    observers="toehoorders|waarnemers",
    apologies="afgemeld|verhinderd|afmeldingen|bericht van verhindering|afwezig met kennisgeving|afberichten",
    absent="afwezig|niet aanwezig|afwezigen",
    meets="vergadering|vergadert|bijeenkomst|raadsvergadering|ledenvergadering|zitting|overleg|uitnodiging|uitgenodigd"
          "|nodigen|vindt|plaatsvindt|jaarvergadering|commissievergadering|bestuursvergadering|gehouden",
    bodies="gemeenteraad|raad|bestuur|vereniging|commissie|raadscommissie|ondernemingsraad|stichting|werkgroep"
           "|ouderraad|medezeggenschapsraad|gemeente|dorpsraad|wijkraad|kerkenraad|vve|provincie|waterschap|coöperatie"
           "|bond|raadsvergadering|ledenvergadering|jaarvergadering|commissievergadering|bestuursvergadering",
    at_place="in de|in het|in",
    columns=(
        ("number", "nr|nr.|nummer|punt"),
        ("item", "onderwerp|agendapunt|omschrijving|agendapunten|onderwerpen"),
        ("presenter", "wie|spreker|portefeuillehouder|inleider|door|indiener|verantwoordelijke"),
        ("minutes", "duur|minuten|tijdsduur"),
        ("time", "tijd|tijdstip|aanvang"),
        ("paper", "bijlage|bijlagen|stuk|stukken|document|documenten"),
        ("name", "naam|lid|deelnemer|namen"),
        ("role", "functie|rol|fractie|organisatie|partij"),
        ("abbreviation", "initialen|afkorting"),
        ("presence", "aanwezig|status|aanwezigheid|presentie"),
        ("other", "doel|soort|besluit|opmerkingen|status"),
    ),
)  # fmt: skip
