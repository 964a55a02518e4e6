"""What lines in Welsh say of dues and owners."""

from tui.meeting.languages.keyed.words import KeyedWords

_MONTH = r"(?:o |mis |fis )?{month}(?: {year})?"
_DAY = r"{day}(?:af|ail|ydd|ed|fed|eg|ain)?"
_END = r"(?:dd?iwedd)"

KEYED = KeyedWords(
    due_by=r"erbyn|cyn|ddim hwyrach na",
    due_within=r"o fewn|ymhen|mewn",
    due_at=r"i'r|yn y|ar gyfer y?|erbyn y?|cyn y?|yng|yn",
    days=(
        (r"heddiw", "today"),
        (r"y?fory", "tomorrow"),
        (r"trennydd", "2 days"),
        (r"{weekday},? (?:y )?" + _DAY + " " + _MONTH, "{weekday} {day} {month} {year}"),
        (r"{weekday},? {day}/{mon}/{year}", "{weekday} {day}/{mon}/{year}"),
        (r"{weekday} wythnos nesaf", "{weekday} next week"),
        (r"{weekday} nesaf", "next {weekday}"),
        (r"{weekday}", "{weekday}"),
        (r"(?:y )?" + _DAY + " " + _MONTH, "{day} {month} {year}"),
        (r"{day}/{mon}/{year}", "{day}/{mon}/{year}"),
        (r"{day}/{mon}", "{day}/{mon}"),
        (_END + r" y mis nesaf", "the end of next month"),
        (_END + r" y mis", "the end of the month"),
        (_END + r" yr wythnos nesaf", "the end of next week"),
        (_END + r" yr wythnos", "the end of the week"),
        (_END + r" y flwyddyn", "the end of the year"),
        (_END + " " + _MONTH, "the end of {month} {year}"),
        (r"(?:yr )?wythnos nesaf", "next week"),
    ),
    spans=(
        (r"pythefnos", "2 weeks"),
        (r"{count} (?:n?diwrnod|ddiwrnod) gwaith", "{count} working day(s)"),
        (r"{count} (?:n?diwrnod|ddiwrnod)", "{count} day(s)"),
        (r"{count} wythnos", "{count} week(s)"),
        (r"{count} (?:mis|fis)", "{count} month(s)"),
        (r"wythnos", "1 week"),
        (r"mis", "1 month"),
    ),
    meetings=(
        (r"(?:y )?(?:cyfarfod|nghyfarfod|gyfarfod) nesaf", "the next meeting"),
        (r"(?:y )?(?:cyfarfod|nghyfarfod|gyfarfod) (?:mis )?{month}(?: {year})?", "the {month} {year} meeting"),
    ),
    before_month="o|mis",
    numbers="un dau/dwy tri/tair pedwar/pedair pump/pum chwech/chwe saith wyth naw deg/deng",
    owes="i",
    everybody="pawb",
    joints="ac?",
    action_label=r"(?:cam(?:au)? gweithredu|gweithred)\s*[:–—-]\s*",
)
