"""What lines in Spanish say of dues and owners."""

from tui.meeting.languages.keyed.words import KeyedWords

_YEAR = r"(?: del? {year})?"
_END = r"(?:el |a )?(?:fin|final|finales)"

KEYED = KeyedWords(
    due_by=r"antes de|antes del|para|hasta|a más tardar|no más tarde de|no más tarde del",
    due_within=r"en(?: los próximos)?|dentro de|en (?:un|el) plazo de",
    due_at=r"en|para|a|antes de",
    days=(
        (r"hoy", "today"),
        (r"pasado mañana", "2 days"),
        (r"mañana", "tomorrow"),
        (r"(?:el )?{weekday},? (?:día )?{day} de {month}" + _YEAR, "{weekday} {day} {month} {year}"),
        (r"(?:el )?{weekday},? (?:día )?{day}/{mon}/{year}", "{weekday} {day}/{mon}/{year}"),
        (r"(?:el )?{weekday},? (?:día )?{day}/{mon}", "{weekday} {day}/{mon}"),
        (r"(?:el )?{weekday} de la (?:próxima semana|semana que viene)", "{weekday} next week"),
        (r"(?:el )?(?:próximo|siguiente) {weekday}", "next {weekday}"),
        (r"(?:el )?{weekday} (?:próximo|que viene)", "next {weekday}"),
        (r"(?:el |este )?{weekday}", "{weekday}"),
        (r"(?:el )?(?:día )?{day} de {month}" + _YEAR, "{day} {month} {year}"),
        (r"(?:el )?(?:día )?{day}/{mon}/{year}", "{day}/{mon}/{year}"),
        (r"(?:el )?(?:día )?{day}/{mon}", "{day}/{mon}"),
        (_END + r" (?:del? )?(?:próximo mes|mes que viene)", "the end of next month"),
        (_END + r" del? (?:este )?mes", "the end of the month"),
        (_END + r" de la (?:próxima semana|semana que viene)", "the end of next week"),
        (_END + r" del? (?:este )?año", "the end of the year"),
        (_END + r" de {month}" + _YEAR, "the end of {month} {year}"),
        (r"(?:el )?fin de semana", "the weekend"),
        (r"(?:a )?(?:principios|comienzos) de {month}" + _YEAR, "the start of {month} {year}"),
        (r"(?:la )?(?:próxima semana|semana que viene)", "next week"),
    ),
    spans=(
        (r"{count} días? (?:hábil(?:es)?|laborables?)", "{count} working day(s)"),
        (r"{count} días?", "{count} day(s)"),
        (r"{count} semanas?", "{count} week(s)"),
        (r"{count} mes(?:es)?", "{count} month(s)"),
    ),
    meetings=(
        (r"(?:la )?(?:próxima|siguiente) (?:reunión|sesión|junta)", "the next meeting"),
        (r"(?:la )?(?:reunión|sesión) de {month}" + _YEAR, "the {month} {year} meeting"),
    ),
    before_month="de",
    numbers="un/una/uno dos tres cuatro cinco seis siete ocho nueve diez once doce",
    owes=r"debe|deben|deberá|deberán",
    everybody="todos|todas",
    joints="y|e",
    action_label=r"(?:tareas?|acci(?:ón|ones))\s*[:–—-]\s*",
)
