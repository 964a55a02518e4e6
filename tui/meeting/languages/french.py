"""The words of French."""

from tui.meeting.languages.language import Language

FRENCH = Language(
    code="fr",
    name="French",
    names="français|francais|french",
    language_keys="langue",
    months=(
        "janvier|janv", "février|fevrier|févr|fév", "mars", "avril|avr", "mai", "juin", "juillet|juil", "août|aout",
        "septembre|sept", "octobre|oct", "novembre|nov", "décembre|decembre|déc",
    ),
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    date_keys="date|date et heure|date de la réunion|quand|date de réunion|jour|date & heure|date/heure|le",
    time_keys="heure|horaire|heures|horaires|début|heure de début",
    place_keys="lieu|salle|adresse|où|lieu de réunion|endroit|lieu de la réunion|localisation",
    chair_keys="président|présidente|présidence|animateur|animatrice|président de séance|présidente de séance"
               "|animation",
    minutes_keys="secrétaire|secrétaire de séance|secrétariat|rédacteur|compte rendu",
    title_keys="titre|objet|réunion|instance",
    other_keys="téléphone|tél|courriel|de|à|destinataires",
    next_keys="prochaine réunion|prochaine séance|date de la prochaine réunion",
    resolution_keys="délibérations|délibération|numéros des délibérations|résolutions",
    page_keys="pages|page|folios|folio",
    agenda="ordre du jour|points à l'ordre du jour|projet d'ordre du jour|odj|sujets",
    openers="ouverture de la séance|ouverture|mot de bienvenue|accueil|accueil des participants",
    items="point|point n°|question|article|résolution|délibération|affaire",
    members="présents|présent|présentes|participants|membres|membres présents|participant·es|participants présents"
    "|élus présents|étaient présents|conseillers présents|convoqués",
    attending="également présents|assistaient également|assistent|en présence de|également présente",
    guests="invités|invité|invitées|invité·es",
    observers="observateurs|observatrices",
    apologies="excusés|excusé|excusées|absents excusés|absent excusé|ont donné pouvoir|excusé·es|excusée",
    absent="absents|absent|absentes",
    meets="réunion|séance|assemblée|se réunit|se réunira|aura lieu|se tiendra|convoqués|réunira|conseil|convoqué",
    bodies="conseil|comité|association|amicale|commission|bureau|syndicat|assemblée|club|société|fédération|mairie|commune"
    "|union|cercle|fondation|copropriété|collectif",
    at_place="à la|au|à l'|dans la|dans le|en|à|salle",
    columns=(
        ("number", "n°|no|nº|numéro|n"),
        ("item", "sujet|point|thème|ordre du jour|objet|intitulé|points|question|sujets"),
        ("presenter", "intervenant|rapporteur|responsable|présenté par|qui|porteur|rapporteure|animateur|intervenante"),
        ("minutes", "durée|temps|durée (min)|minutes|min"),
        ("time", "heure|horaire|horaires"),
        ("paper", "document|pièce|annexe|documents|pièces jointes|pièce jointe|annexes"),
        ("name", "nom|membre|prénom et nom|nom et prénom|participant|noms"),
        ("role", "fonction|rôle|organisme|qualité|service|structure|organisation"),
        ("abbreviation", "initiales|sigle"),
        ("presence", "présence|présent|statut|état"),
        ("other", "objectif|type|but|décision|phase|remarques|observations"),
    ),
)  # fmt: skip
