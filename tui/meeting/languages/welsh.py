"""The words of Welsh."""

from tui.meeting.languages.language import Language

WELSH = Language(
    code="cy",
    months=(
        "ionawr|ion", "chwefror|chwef", "mawrth|maw", "ebrill|ebr", "mai", "mehefin|meh",
        "gorffennaf|gorff", "awst", "medi",
        "hydref|hyd", "tachwedd|tach", "rhagfyr|rhag",
    ),
    weekdays=(
        "dydd llun|nos lun|llun", "dydd mawrth|nos fawrth", "dydd mercher|nos fercher|mercher", "dydd iau|nos iau|iau",
        "dydd gwener|nos wener|gwener", "dydd sadwrn|nos sadwrn|sadwrn", "dydd sul|nos sul|sul",
    ),
    date_keys="dyddiad|dyddiad ac amser|pryd|dyddiad y cyfarfod|dyddiad cyfarfod",
    time_keys="amser|dechrau|amser dechrau",
    place_keys="lleoliad|lle|man cyfarfod|ble|ystafell|man|lleoliad y cyfarfod",
    chair_keys="cadeirydd|yn y gadair|llywydd",
    minutes_keys="clerc|cofnodion|ysgrifennydd|cofnodydd|cofnodwr",
    title_keys="teitl|cyfarfod|pwnc",
    other_keys="ffôn|e-bost|ebost|gwefan|at|oddi wrth",
    next_keys="cyfarfod nesaf|dyddiad y cyfarfod nesaf",
    agenda="rhaglen|agenda|materion|rhaglen y cyfarfod|trefn y cyfarfod",
    items="eitem|pwynt",
    members="presennol|yn bresennol|aelodau|aelodau presennol|yn bresennol yn y cyfarfod|cynghorwyr",
    attending="hefyd yn bresennol|swyddogion",
    guests="gwahoddedigion|gwesteion",
    observers="sylwedyddion|arsylwyr",
    apologies="ymddiheuriadau|ymddiheuriadau am absenoldeb",
    absent="absennol",
    meets="cyfarfod|cynhelir|gynhelir|cwrdd|cyfarfodydd",
    bodies="cymdeithas|cyngor|pwyllgor|bwrdd|clwb|undeb|grŵp|ymddiriedolaeth|cyngor cymuned|llywodraethwyr",
    at_place="yn y|yn yr|yn|ym",
    columns=(
        ("number", "rhif|rh."),
        ("item", "eitem|pwnc|testun|mater"),
        ("presenter", "arweinydd|cyflwynydd|gan|pwy"),
        ("minutes", "munudau|hyd|munud"),
        ("time", "amser"),
        ("paper", "papur|dogfen|atodiad"),
        ("name", "enw|aelod"),
        ("role", "rôl|swydd|sefydliad"),
        ("abbreviation", "llythrennau|blaenlythrennau"),
        ("presence", "presennol|presenoldeb|statws"),
        ("other", "pwrpas|diben|sylwadau|cam gweithredu"),
    ),
)  # fmt: skip
