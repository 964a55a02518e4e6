"""What lines in French say of dues and owners."""

from tui.meeting.languages.keyed.words import KeyedWords

_YEAR = r"(?: {year})?"

KEYED = KeyedWords(
    due_by=r"d'ici(?: à| au)?|avant|au plus tard|jusqu'au?|pour",
    due_within=r"dans(?: les)?|sous|d'ici",
    due_at=r"à|pour|lors de|avant|d'ici",
    days=(
        (r"aujourd'hui", "today"),
        (r"après-demain", "2 days"),
        (r"demain", "tomorrow"),
        (r"(?:le )?{weekday},? {day}(?:er)? {month}" + _YEAR, "{weekday} {day} {month} {year}"),
        (r"(?:le )?{weekday},? {day}/{mon}/{year}", "{weekday} {day}/{mon}/{year}"),
        (r"(?:le )?{weekday},? {day}/{mon}", "{weekday} {day}/{mon}"),
        (r"(?:le )?{weekday} de la semaine prochaine", "{weekday} next week"),
        (r"(?:le )?{weekday} en huit", "{weekday} week"),
        (r"(?:le )?{weekday} prochain", "next {weekday}"),
        (r"(?:le |ce )?{weekday}(?: (?:matin|midi|soir))?", "{weekday}"),
        (r"(?:le )?{day}(?:er)? {month}" + _YEAR, "{day} {month} {year}"),
        (r"(?:le )?{day}/{mon}/{year}", "{day}/{mon}/{year}"),
        (r"(?:le )?{day}/{mon}", "{day}/{mon}"),
        (r"(?:la )?fin du mois prochain", "the end of next month"),
        (r"(?:la )?fin (?:du|de ce) mois", "the end of the month"),
        (r"(?:la )?fin de la semaine prochaine", "the end of next week"),
        (r"(?:la )?fin de (?:la |cette )?semaine", "the end of the week"),
        (r"(?:la )?fin (?:de l'|d'|de cette )année", "the end of the year"),
        (r"(?:la )?fin (?:de |d')?{month}" + _YEAR, "the end of {month} {year}"),
        (r"(?:le )?début (?:de |d')?{month}" + _YEAR, "the start of {month} {year}"),
        (r"(?:la )?semaine prochaine", "next week"),
    ),
    spans=(
        (r"quinze jours", "14 days"),
        (r"huit jours", "7 days"),
        (r"{count} jours? ouvr(?:és?|ables?)", "{count} working day(s)"),
        (r"{count} jours?", "{count} day(s)"),
        (r"{count} semaines?", "{count} week(s)"),
        (r"{count} mois", "{count} month(s)"),
    ),
    meetings=(
        (r"(?:la )?prochaine (?:réunion|séance|assemblée)", "the next meeting"),
        (r"(?:la )?(?:réunion|séance) (?:de |d'){month}" + _YEAR, "the {month} {year} meeting"),
    ),
    before_month="",
    numbers="un/une deux trois quatre cinq six sept huit neuf dix onze douze",
    owes=r"doit|doivent|devra|devront",
    everybody="tous|toutes",
    joints="et",
    action_label=r"actions?\s*[:–—-]\s*",
)
