"""The posts that stand before a name or behind it in a list of people, in several languages."""

from __future__ import annotations

import re

_SUFFIXES = (
    r"leiter|meister|kommandant|obmann|obfrau|hauptmann|vertreter|führer|vorsteher|angestellter?|beauftragter?|praktikant|sprecher|verwalter|direktor"
    r"|ingenieur|inspektor|sekretär|vorsitzender?|mitglied|ratsherr|ratsfrau|(?:(?<=[^\W\d_]{3})|\b)rat|rätin|architekt|beigeordneter?|pfarrer"
    r"|räte|vertreterinnen|verwaltung|rektor|kassier(?:er)?|(?<=[^\W\d_]{4})wart"
)
_ENGLISH = (
    r"Supervisor|Officer|Representative|Rep|Coordinator|Engineer|Consultant|Advis[eo]r|Manager|Director|Assistant|Liaison"
    r"|Councillor|Cllr|Superintendent|Administrator|Attorney|Trustee|Teacher|Parent|Alderman|Commissioner|President|Mayor"
    r"|Maire(?:[- ](?:adjointe?|délégué))?|Adjointe?(?: au [Mm]aire)?|Conseill(?:er|ère)(?: municipale?)?"
    r"|Trésori(?:er|ère)"
    r"|Registrar|Provost|Dean|Chancellor|Bursar|Reeve|Sheriff|Solicitor|Surveyor|Planner|Senator|Delegate"
    r"|Chair(?:man|woman|person)?|Clerk|Secretary|Treasurer|Selectman|Member|Principal|Warden|Inspector"
)
POST = re.compile(
    rf"(?:(?:\d\.\s*|I{{1,3}}\.\s*)?(?:[Ss]tellv\.|[Ss]tellvertr\.|[Ss]tv\.|[Ss]tellvertretende[rn]?|geschäftsf\.|Geschäftsf\.|erste[rn]?|zweite[rn]?)\s+)?"
    rf"(?:(?:[A-ZÄÖÜ][\w-]*?)?(?i:{_SUFFIXES})(?:in)?(?:/[A-Z]\w+)?"
    rf"|(?:[A-Z][\w&-]*\s+){{0,3}}(?:{_ENGLISH})\.?"
    r"|(?!(?:LE|LA|LES|DE|DU|DES|VAN|VON|DER|EL|AL|DI|DA|ST|MC)\b)[A-Z]{2,4}(?=\s+[A-ZÄÖÜ][\w.'’-]*\s+[A-ZÄÖÜ]))\s+(?=[A-ZÄÖÜÉ])"
)
"""A post right before a name, in the languages that put it there."""
TRADE = re.compile(
    rf"[A-ZÄÖÜ]?[\w-]*?(?i:{_SUFFIXES})(?:in)?|(?i:vice)-?\s?\w+"
    rf"|(?:[A-Z][\w&-]*\s+){{0,4}}(?:{_ENGLISH})"
    r"|(?:Proviseure?|Directeur|Directrice|Inspecteur|Inspectrice|Conseill(?:er|ère)|Présidente?|Secrétaire|Trésori(?:er|ère)"
    r"|Adjointe?|Maire|Déléguée?|Représentante?|Enseignante?|Professeure?|Responsable|Chargée?|Consule?|Attachée?|Chef"
    r"|Coordinateur|Coordinatrice|Animateur|Animatrice|Psychologue|Infirmi(?:er|ère)|Gestionnaire|Comptable)\b.*"
)
"""What somebody does for a living or is elected to, and no name."""
