"""The words by which minutes of several languages say what a line is: patterns, matched without regard to case."""

from __future__ import annotations

import re

_FLAGS = re.IGNORECASE


def _any(*words: str) -> str:
    return "|".join(words)


_ACTION_WORD = _any(
    r"actions?(?:\s+(?:points?|items?|arising|required|agreed|for|to|on))?", r"AP", r"AI",
    r"action\s+by", r"follow[- ]?up",
    r"to[- ]?do", r"task", r"(?:neue\s+)?aufgaben?", r"aufträge?", r"auftrag(?:\s+an)?", r"maßnahmen?", r"massnahmen?",
    r"zu erledigen", r"erledigung", r"nächste schritte", r"actions?\s+à\s+(?:mener|entreprendre)", r"à\s+faire",
    r"suites?\s+à\s+donner", r"mesures?\s+à\s+prendre", r"tâches?", r"relevés?\s+d['’]actions?",
)  # fmt: skip
ACTION_MARK = re.compile(
    rf"(?P<mark>(?:->|=>|⇒)\s|(?:\*\*|[\[(]|_)?(?:{_ACTION_WORD})(?:\s*(?:no\.?|n°|nr\.?"
    rf"|#)?\s*[A-Z]?\d{{1,4}}(?:[./-]\d{{1,4}})*)?"
    r"(?:\s*\([^()]{1,40}\))?(?:\*\*|[\])]|_)?\s*(?::(?:\*\*)?|\s[–—-](?=\s)|\s[–—]))\s*(?=\S)",
    _FLAGS,
)
"""What stands before the words of an action, at the beginning of a line or of a sentence."""

SHOUTED_ACTION = re.compile(
    r"(?<=[.!?;)\]”\"])\s+(?=(?:ACTION|TODO|AUFGABE)\s+@?[A-ZÄÖÜÉ][\w. ,/&-]{0,40}\s(?:to|wird|soll)\s"
    r"|(?:\*\*|[\[(])?(?:ACTION|AUFGABE|AUFTRAG|TODO|À FAIRE|Action|Aufgabe"
    r"|Auftrag|À faire|Action arising|Actions|TO DO)\b[^.:\n]{0,40}(?::|\s[–—-]\s))"
)
"""Where such words begin within a paragraph."""

NAME_AND_BULLET = re.compile(r"(?P<who>[A-ZÄÖÜÉ][\w.'’-]*(?:\s+[A-ZÄÖÜÉ][\w.'’-]*){0,2})\s+[•●▪]\s+(?=\S)")
"""Somebody, a bullet, and the first of what they are to do: `Ann Lowe • Ring the yard`."""

TODO_FOR = re.compile(
    r"(?P<mark>(?:TODO|TO DO|AI|AP|ACTION|AUFGABE|AUFTRAG"
    r"|À FAIRE|Action|Aufgabe|Todo|To do)\s+)(?=[@A-ZÄÖÜÉ][\w. ,/&-]{1,40}(?::|\s[–—-]\s|\s+(?:to|wird|soll)\s))"
)
"""The same without a colon behind it, where somebody is named next."""

MINUTES_WORD = re.compile(
    r"(?:draft\s+)?(?:minutes|notes|protokoll|ergebnisprotokoll|niederschrift|procès[- ]verbal"
    r"|compte[- ]rendu)\s+(?:of|from|der|des|über|zur|vom|de|du)\b",
    _FLAGS,
)
OWNER_ALONE = re.compile(
    r"(?P<mark>(?:verantwortlich(?:e[rn]?)?|zuständig|erledigung durch|responsible|owner|action by"
    r"|by whom|responsable|pilote|en charge)\s*:)\s*(?=\S)",
    _FLAGS,
)
"""What stands before the name of whoever is to do what was said before it."""

_STANDS = (
    r"(?:new|agreed|further|open|outstanding|previous|all|completed|done|closed|ongoing|pending|current|old|carried|key|main"
    r"|immediate|remaining|standing|recurring|unfinished|not|nicht|noch|neue?|offene|alte|erledigte|laufende|aktuelle"
    r"|abgeschlossene|unerledigte|kommende|weitere|vereinbarte|nouvelles?|prochaines?|autres?|principales?)"
)
"""What is said of the tasks below a heading: how they stand, and whether they are new."""
_TASKS = (
    r"(?:actions?(?:\s+(?:arising|points?|items?|list|log|table|tracker|summary|agreed|register|required|plan"
    r"|from\s+(?:this|the)\s+meeting))*"
    r"|follow[- ]?up actions?|next steps|to[- ]?do['’]?s?(?: list)?|task\s*list|tasks"
    r"|(?:liste\s+(?:der\s+)?(?:anstehende[rn]?\s+|offene[rn]?\s+)?)?(?:[a-zäöü]{3,12}[- ]?)?"
    r"(?:aufgaben|tasks)(?:liste|verteilung)?"
    r"|arbeitsaufträge|aufträge|maßnahmen(?:plan)?|to-dos|todo-liste|offene punkte|nächste schritte|pendenzen(?:liste)?"
    r"|wer macht was"
    r"|points?\s+d['’]actions?|qui\s+fait\s+quoi|who\s+does\s+what|prochaines?\s+étapes|tâches(?:\s+(?:à\s+(?:faire|réaliser)|en\s+cours))?"
    r"|actions?\s+(?:à\s+(?:mener|entreprendre|réaliser|suivre|faire|venir)|en\s+cours|décidées)"
    r"|relevé\s+d(?:es|['’])\s*(?:actions|décisions et actions)"
    r"|suites?\s+à\s+donner|plan\s+d['’]actions?|tableau\s+des\s+actions|liste\s+des\s+(?:actions|tâches)|à\s+faire)"
)
ACTIONS_HEAD = re.compile(
    rf"(?:(?:summary|list|table|register|schedule)\s+of\s+)?(?:{_STANDS}\s+){{0,3}}{_TASKS}(?:\s+\(?\d+\)?)?"
    r"(?:\s+[–—-]\s+(?:after|from|following|of|for|until|before)\b(?:\s+\w+){0,4}"
    r"|\s+(?:after|from|following|of|for|until|before|since|aus|seit|für|bis|diese|vor|de|du|pour|depuis)\b"
    r"(?:\s+[\w.]+){0,4}?"
    r"\s+(?:meetings?|weeks?|months?|sitzung|treffen|woche|monat|termin|réunion|séance|semaine|mois|[\d./]+\d)"
    r"|\s+(?:[–—-]\s+)?(?:completed|done|closed|in hand|outstanding|open|ongoing|pending|erledigt|offen"
    r"|en cours|terminées?))?"
    r"\s*:?",
    _FLAGS,
)
"""A heading with actions below it, and nothing else."""

DONE_HEAD = re.compile(
    r"(?:^|(?<!not\s)(?<!nicht\s)(?<!non\s)\b)(?:completed|done|closed|erledigte?|abgeschlossene?|terminées?|réalisées?)\b",
    _FLAGS,
)
"""What says that the actions below a heading are done."""

EARLIER_ACTIONS = re.compile(
    r"\b(?:matters arising|brought[\s-]+forward|arising from|from (?:the )?(?:last|previous)"
    r"|actions? from|outstanding (?:matters|items|actions)|previous actions?|action log"
    r"|review of actions?|offene punkte|aus (?:der )?letzte[rn]|rückblick|suivi des (?:actions"
    r"|décisions)|points en suspens|kontrolle der aufgaben|pendenzenliste)\b",
    _FLAGS,
)
"""What says that the actions below are those of earlier meetings."""

FINDINGS = re.compile(
    r"(?:key\s+)?(?:findings|answers?|responses?|reply|replies|response given|discussion|key points"
    r"|points discussed|antworten?|antwort|feststellungen|réponses?|constats?|discussion)\s*:?",
    _FLAGS,
)
NIL = re.compile(
    r"(?:there\s+(?:were|was)\s+|es\s+(?:gab|liegen)\s+|il\s+n['’]y\s+a\s+)?(?:no|none|nil|keine?n?"
    r"|aucune?|pas\s+d['’])(?:\s+(?:new|further|other|such|weiteren?|autres?))?"
    r"(?:\s+(?:actions?|items?|matters|decisions|questions|business|aufgaben|wortmeldungen|fragen"
    r"|anträge|question|point)\b)?"
    r"(?:\s+(?:arising|arose|were raised|was raised|raised|recorded|noted|agreed|vor|diverse))?\s*[.!]?",
    _FLAGS,
)
"""A line that says that there is nothing below a heading."""

DECISION_MARK = re.compile(
    r"(?P<mark>(?:\*\*|_)?(?:(?:it\s+was\s+)?(?:unanimously\s+)?(?:resolved|agreed|decided|approved"
    r"|noted)|(?:decisions?|resolutions?|outcome|motion|vote)(?:\s+(?:no\.?\s*)?[\w/.-]*\d[\w/.-]*)?"
    r"|beschl(?:uss|üsse|ussfassung|ussantrag|ussvorschlag)(?:\s+(?:nr\.?\s*)?[\w/.-]*\d[\w/.-]*)?|entscheidung"
    r"|abstimmung(?:sergebnis)?(?:\s+(?:über|zu)\s[^:]{3,60})?|antrag|décidé|décisions?(?:\s+n°\s*[\w/.-]+)?"
    r"|délibérations?(?:\s+n°\s*[\w/.-]+)?|résolutions?(?:\s+n°\s*[\w/.-]+)?|vote)(?:\*\*"
    r"|_)?\s*:(?:\*\*)?)\s*(?=\S)",
    _FLAGS,
)
DECISION_WORDS = re.compile(
    r"(?-i:\b(?:RESOLVED|AGREED|DECIDED)\b)|\b(?:it was|was|were"
    r"|and)?\s*(?:unanimously\s+)?resolved\s+(?:that|to|by|unanimously)\b|\bmotion (?:was made )?by\b"
    r"|\bmotion to\b|\b(?:approved|agreed|accepted|adopted|ratified)\b[^.]{0,80}\bunanimously\b"
    r"|\b(?:governors|trustees|members|directors|councillors|the (?:board|committee|council|panel"
    r"|senate|group|meeting))\s+(?:unanimously\s+)?(?:approved|agreed (?:to|that|the)|ratified|adopted"
    r"|resolved)\b|\bit was (?:unanimously "
    r"|further |therefore |then )?(?:agreed|decided|resolved|approved|moved)\b"
    r"|\b(?:motion|proposal|resolution|amendment|recommendation)s?\b[^.]{0,60}\b(?:was|were"
    r"|is)\s+(?:\w+\s+)?(?:carried|lost|defeated|passed|approved|adopted|withdrawn|rejected|agreed"
    r"|tied)\b"
    r"|\b(?:motion|vote)\s+(?:carried|lost|passed|failed|defeated)\b|\bcarried\s+(?:unanimously"
    r"|\d+\s*(?:[-–:]|to|votes?|for)\s*\d*)"
    r"|\b(?:proposed|moved)\s+(?:by\s+)?[^.]{2,60}\band\s+seconded\b|\b(?:prop(?:osed)?"
    r"|moved)\.?:?\s+(?:by\s+)?[^.;]{2,40}[;,.]?\s+(?:and\s+)?(?:sec(?:onded)?)\b"
    r"|\bminutes\b[^.]{0,120}\b(?:were|was)\s+(?:\w+\s+)?(?:approved|agreed|accepted|confirmed|signed"
    r"|adopted|received)\b|\b(?:approved|agreed|accepted|confirmed) as (?:a|an) (?:true|correct"
    r"|accurate)\b"
    r"|\bproposed\s+that\b[^.]{0,200}\bseconded\b|\b(?:was|were)\s+(?:\w+ly\s+)?agreed\b(?!\s+with)"
    r"|\b(?:date|dates)\s+agreed\b|\ball\s+agreed\b|^\W*agreed\s+to\b|\bstimmt\b[^.]{3,90}\bzu\.?$|\b[Ww]e\s+(?:all\s+|then\s+)?(?:agreed|decided|resolved)\s+(?:to|that|on|not)\b|\bagreed\s+(?:as|that)\b"
    r"|\b(?:polic(?:y|ies)|budget|accounts|plan|terms of reference|application|agenda"
    r"|programme)\b[^.]{0,60}\b(?:was|were)"
    r"\s+(?:\w+\s+)?(?:approved|adopted|ratified)\b"
    r"|\bput to (?:the|a) vote\b|\bby \d+ votes to \d+\b"
    r"|\bmoved\b[^.]{0,120}\bseconded\b|\bmoved\s+(?:to|that)\b|\b(?:genehmigt|bewilligt"
    r"|wählt)\b[^.]{0,60}\beinstimmig\b"
    r"|\b(?:vorstand|rat|gemeinderat|stadtrat|ausschuss|beirat|kreistag"
    r"|versammlung)\b[^.]{0,40}\b(?:genehmigt|bewilligt)\b"
    r"|\bbeschließt\b|\bbeschliesst\b|\bbeschlossen\b|\bbeschloss\b|\b(?:wird|wurde|werden"
    r"|wurden)\s+(?:\w+\s+){0,3}(?:angenommen|genehmigt|abgelehnt|verabschiedet|gebilligt|beschlossen"
    r"|zurückgestellt)\b|\b(?:wird|wurde|werden|wurden)\s+mit\s[^.]{0,60}\b(?:angenommen|genehmigt|abgelehnt)\b|\b(?:beschließt|beschliesst)\b|\b(?:einstimmig"
    r"|mehrheitlich)\b[^.]{0,40}\b(?:angenommen|genehmigt|zugestimmt|beschlossen"
    r"|gewählt|erteilt|entlastet|bestätigt)\b"
    r"|\b(?:approuve|approuvé|adopte|adoptée?s?|décide|décident|rejette|rejetée?s?"
    r"|vote)\b[^.]{0,80}(?:à l['’]unanimité|voix|majorité)|\bà l['’]unanimité\b|\b(?:est"
    r"|sont)\s+(?:adopté|approuvé|rejeté|validé)e?s?\b|\ble (?:conseil|comité|bureau"
    r"|ca)\b[^.]{0,80}\b(?:décide|approuve|adopte|valide)\b",
    re.IGNORECASE,
)
SHOUTED = re.compile(r"RESOLVED|AGREED|DECIDED|BESCHLUSS|BESCHLOSSEN|DÉCISION|DÉCIDÉ")

MARKED = re.compile(
    r"\W*(?:draft|internal version\s*:.{0,80}|internal(?:\s*:\s*not for publication)?|confidential"
    r"|entwurf|intern|vertraulich"
    r"|projet|provisoire)\W*",
    _FLAGS,
)
"""What says in whose hands a paper may be, or that it is none yet."""

AMOUNT = re.compile(r"[^:]{2,40}:\s*[-–]?\s*(?:[£$€]\s?[\d.,]+|[\d.,]+\s?(?:€|EUR|£|CHF))(?:\s*\([^()]*\))?\.?")
"""A line that only says what there is of something: `Savings: £11,290.20`."""

NEXT_HEAD = re.compile(
    r"(?:confirmation\s+of\s+)?(?:(?:date|time|day)s?(?:\s*(?:,|/|and|&)\s*(?:time|place"
    r"|venue))*\s+(?:and\s+(?:time|venue|place)\s+)?of\s+(?:the\s+)?)?(?:next|future"
    r"|following)\s+(?:\w+\s+)?meetings?(?:\s*(?:type|date|time|venue|[/,&]|and)\s*)*"
    r"|(?:termin\s+(?:der\s+)?)?nächste[rs]?\s+(?:sitzung|treffen|termin|versammlung)(?:stermin)?"
    r"|nächste\s+termine|(?:date\s+de\s+(?:la\s+)?)?prochaine\s+(?:réunion|séance|assemblée)",
    _FLAGS,
)
ELECTED = re.compile(r"\b(?:elect|appoint|co-?opt|nominat|wahl|gewählt|élect|désign)", _FLAGS)
"""What those named below a heading were made, though they may have been away."""
SIGNATURE = re.compile(
    r"(?:signed|signature|chair(?:man|person)?['’]?s?\s+signature|approved\s+by|gez\.|unterschrift"
    r"|für die richtigkeit|protokollführ\w+:|schriftführ\w+:|(?:der vorsitzende|die vorsitzende"
    r"|le président|la présidente|le secrétaire|la secrétaire)(?!\s+(?-i:[a-zäöüéèàê]))|secrétaire de séance"
    r"|minutes? (?:taken|recorded|prepared|submitted) by|respectfully submitted|recorded by|protokoll:)\b.*",
    _FLAGS,
)
CLOSED = re.compile(
    r"\b(?:meeting|session|chair\w*|sitzung|versammlung|séance|réunion)\b[^.]{0,80}\b(?:closed"
    r"|adjourned|ended|concluded|finished|terminated|schließt|schloss|geschlossen|beendet|endete?"
    r"|levée|close|terminée?)\b|\b(?:adjournment|end of meeting|ende der sitzung"
    r"|fin de (?:la )?(?:séance|réunion))\b",
    _FLAGS,
)
ARRIVED = re.compile(
    r"\b(?:arrived|joined the meeting|joined|entered the meeting|entered|came in|kommt hinzu|kam hinzu"
    r"|erscheint|erschien|trifft ein|betritt|nimmt ab \S+ (?:uhr )?teil|arrive|arrivée?|rejoint"
    r"|entre en séance)\b",
    _FLAGS,
)
LEFT = re.compile(
    r"\b(?:left the meeting|left|departed|withdrew|verlässt|verließ|verliess|geht|quitte|a quitté|part|sort)\b", _FLAGS
)
ASKS = re.compile(
    r"\b(?:asked|asks|questioned|queried|enquired|inquired|sought|wondered|requested|wanted to know"
    r"|fragt|fragte|erkundigt sich|möchte wissen|demande|interroge|s['’]interroge)\b",
    _FLAGS,
)
ANSWERS = re.compile(
    r"\b(?:responded|replied|answered|said|stated|explained|confirmed|advised|assured|clarified"
    r"|believed|reported back|antwortet|antwortete|erklärt|erklärte|erwidert|répond|précise"
    r"|explique)\b",
    _FLAGS,
)
REPLIES = re.compile(r"\b(?:responded|replied|answered|antwortet|antwortete|erwidert|répond)\b", _FLAGS)
UPDATE_MARK = re.compile(r"(?P<mark>(?:update|status|progress|stand|rückmeldung|suivi|état)\s*:)\s*(?=\S)", _FLAGS)

DONE = re.compile(
    r"^\W*(?:done|completed?|closed|actioned|discharged|finished|resolved|achieved|erledigt"
    r"|abgeschlossen|fait|faite|terminée?|réalisée?|clos|✓|✔|\[x\])(?:\s*$|\s*[.:,;–—)-].*)"
    r"|^\W*(?:this|it|that|these|all)?\s*(?:has|had|have|was|is|were|are|wurde|ist)\s+(?:now\s+"
    r"|been\s+)*(?:done|completed|closed|actioned|erledigt|fait)\b",
    _FLAGS,
)
DROPPED = re.compile(
    r"^\W*(?:dropped|withdrawn|no longer (?:needed|required)|superseded|cancelled|entfällt|hinfällig"
    r"|abandonnée?|annulée?)\b",
    _FLAGS,
)
FOR_ALL = re.compile(
    r"(?:all|everyone|everybody|alle|tous|toutes)(?:\s+(?:of\s+)?(?:the\s+|les\s+)?(?:members|governors|trustees|councillors"
    r"|directors|delegates|parents|present|mitglieder\w*|räte|beteiligten|anwesenden|membres|élus|présents))?",
    _FLAGS,
)

_COLUMN_WORDS = (
    ("action", "action|actions|action item|action items|action point|action required|action to be taken|description"
               "|task|what|item|agreed action|detail|details|to do|subject|action agreed|actions agreed|matter|issue"
               "|recommended action|corrective action|required action|next action"
               "|minute"),
    ("action", "aufgabe|was|maßnahme|auftrag|to-do|todo|to do|tätigkeit|beschreibung|thema"),
    ("action", "action à mener|actions à mener|tâche|objet|quoi|mesure|sujet|libellé"),
    ("owner", "owner|owners|who|by|by whom|lead|responsible|responsibility|person responsible|assigned to|assignee"
              "|action by|name|for|initials|person|officer|resp|action owner|by who|responsible person"
              "|responsible party|action lead|assigned"),
    ("owner", "wer|verantwortlich|zuständig|verantwortliche|zuständigkeit|bearbeiter|durch"),
    ("owner", "qui|responsable|pilote|porteur|par qui|en charge"),
    ("due", "due|due date|by when|when|deadline|date|target date|target|timescale|completion date|date due|timeframe"
            "|to be done by"),
    ("due", "bis|bis wann|wann|termin|frist|fällig|fällig am|fälligkeit"),
    ("due", "échéance|délai|quand|pour le|date limite|date butoir"),
    ("status", "status|state|progress|update|outcome|completed|done|comments|comment|notes|current status|position"),
    ("status", "stand|erledigt|bemerkung|état|avancement|statut|suivi|remarques"),
    ("number", "no|no.|nr|nr.|ref|ref.|reference|#|id|n°|item|minute|minute ref|item no|item no.|action no|action no."
               "|action ref|min. ref|top|point|numéro|number|meeting|minute no.|lfd. nr."),
)  # fmt: skip
COLUMNS: dict[str, frozenset[str]] = {
    meaning: frozenset(word for one, words in _COLUMN_WORDS if one == meaning for word in words.split("|"))
    for meaning in ("action", "owner", "due", "status", "number")
}
"""What the head of a column of a table of actions may say."""
