"""What lines in German say of dues and owners."""

from tui.meeting.languages.keyed.words import KeyedWords

KEYED = KeyedWords(
    due_by=r"bis(?: spätestens)?(?: zum| zur| am| zu)?|spätestens(?: bis)?(?: zum| zur| am)?|vor(?: dem| der| den)?",
    due_within=r"innerhalb(?: von| der nächsten)?|binnen|in(?: den nächsten)?",
    due_at=r"zur|in der|auf der|für die|zum|beim",
    days=(
        (r"heute", "today"),
        (r"übermorgen", "2 days"),
        (r"morgen", "tomorrow"),
        (r"{weekday},? (?:der )?(?:nächster|nächsten|kommender|kommenden) woche", "{weekday} next week"),
        (r"(?:nächste|kommende) woche,? {weekday}", "{weekday} next week"),
        (r"{weekday},? (?:den |dem )?{day}\. ?{month}(?: {year})?", "{weekday} {day} {month} {year}"),
        (r"{weekday},? (?:den |dem )?{day}\. ?{mon}\. ?{year}", "{weekday} {day}/{mon}/{year}"),
        (r"{weekday},? (?:den |dem )?{day}\. ?{mon}\.", "{weekday} {day}/{mon}"),
        (r"(?:den |dem )?(?:nächste[nmr]?|kommende[nmr]?) {weekday}", "next {weekday}"),
        (r"(?:den |dem |diese[nmr] )?{weekday}(?: (?:früh|mittag|abend|vormittag|nachmittag))?", "{weekday}"),
        (r"(?:den |dem )?{day}\. ?{month}(?: {year})?", "{day} {month} {year}"),
        (r"(?:den |dem )?{day}\. ?{mon}\. ?{year}", "{day}/{mon}/{year}"),
        (r"(?:den |dem )?{day}\. ?{mon}\.", "{day}/{mon}"),
        (r"ende (?:des |dieses )?(?:nächsten|kommenden) monats", "the end of next month"),
        (r"(?:ende (?:des |dieses )?monats|monatsende)", "the end of the month"),
        (r"ende (?:der )?(?:nächster|nächsten|kommender|kommenden) woche", "the end of next week"),
        (r"ende (?:der |dieser )?woche", "the end of the week"),
        (r"(?:ende (?:des |dieses )?jahres|jahresende)", "the end of the year"),
        (r"ende {month}(?: {year})?", "the end of {month} {year}"),
        (r"anfang {month}(?: {year})?", "the start of {month} {year}"),
        (r"(?:nächste|kommende) woche", "next week"),
    ),
    spans=(
        (r"{count} (?:werktage?n?|arbeitstage?n?)", "{count} working day(s)"),
        (r"{count} tage?n?", "{count} day(s)"),
        (r"{count} wochen?", "{count} week(s)"),
        (r"{count} monate?n?s?", "{count} month(s)"),
    ),
    meetings=(
        (r"(?:nächste[rnm]?|kommende[rnm]?|folgende[rnm]?) (?:\w*sitzung|\w*versammlung|treffen)", "the next meeting"),
        (r"{month}sitzung", "the {month} meeting"),
        (r"\w*sitzung im {month}(?: {year})?", "the {month} {year} meeting"),
    ),
    before_month="",
    numbers="ein/eine/einem/einer/eines/einen zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    owes=r"soll|sollen|muss|müssen",
    everybody="alle",
    joints="und|sowie",
    action_label=r"(?:aufgaben?|auftrag|maßnahmen?)\s*[:–—-]\s*",
)
