"""The words of each language with which minutes record a vote and what came of it, as parts of regular expressions.

A meeting's words are read in all of these languages at once, for a meeting in one may quote another.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct


class RecordWords(Struct, frozen=True, kw_only=True):
    """One language's words; each text is an alternation, in which a space stands for any white space."""

    in_favour: str
    """Who is for it: `in favour`, `ayes`."""
    against: str
    abstained: str
    not_voting: str
    """Who is counted beside the votes, and gave none: `absent`."""
    voters: str = ""
    """What may stand between a number and its side: `votes`."""
    others: str
    """Everybody who is not named: `all others`."""
    nobody: str
    """A count of none: `nobody`."""
    numbers: str
    """The numbers from 1 on, parted by spaces; `/` parts two forms of one number."""
    joints: str
    """What may join two parts of a record: `and`, `with`."""
    mover: str
    seconder: str
    by: str
    subject: str
    """What is put to the vote: `motion`."""
    passive: str
    """What stands before a word of outcome: `was`."""
    carried: str
    lost: str
    withdrawn: str
    deferred: str
    noted: str
    heads: dict[str, str]
    """By outcome, the words with which a decision itself may begin: `Resolved`."""
    tied: str
    no_seconder: str
    out_of_order: str
    denied: str
    """A word that turns what follows into its opposite: `not`."""
    unanimous: str
    everybody: str
    consensus: str
    straw: str
    casting: str
    roll_call: str
    told: dict[str, str]
    """By outcome, what is said of somebody or something in a sentence with a verb of its own: `withdrew her motion`."""


DOING = r"awarded|upheld|consented|instructed|delegated|allocated|co-?opted|waived|reappointed|re-?elected"
"""What was done by deciding it, with which a decision may begin; that it was resolved, it does not say."""

ENGLISH = RecordWords(
    in_favour=r"in favou?r(?: of(?: (?:the|this) (?:motion|proposal|amendment|resolution|recommendation)|(?: it)?))?"
    r"|voting (?:for|yes|aye)|voted (?:for|yes|aye)|for|ayes?|yeas?|yes(?:es)?|supporting",
    against=r"voting (?:against|no|nay)|voted (?:against|no|nay)|votes? opposed|against|opposed|opposing|opposes|nays?"
    r"|noes|no|dissent(?:ing|ed|s)?",
    abstained=r"abstained(?: from voting)?|abstentions?|abstaining|abstains|abstain",
    not_voting=r"absent|excused|recused|not voting|did not vote|withdrawn|withdrew|out of the room|vacant",
    voters=r"votes?|voted|voting|members?|councillors?|trustees?|governors?|directors?",
    others=r"(?:all )?(?:the )?others|all (?:the )?other (?:members|councillors|trustees|governors|directors)"
    r"|(?:all )?(?:the )?(?:rest|remainder)(?: of the [a-z]+)?|everyone else|everybody else"
    r"|(?:all )?(?:the )?remaining (?:members|councillors|trustees|governors|directors)",
    nobody=r"none|nobody|no[ -]one|nil|no|zero",
    numbers="one two three four five six seven eight nine ten eleven twelve",
    joints=r"and|with|but|on|while",
    mover=r"proposed|moved|prop\b\.?|proposer|mover|mvd\b\.?|motion by|motion made|on a motion"
    r"|on the (?:motion|proposal) of",
    seconder=r"seconded|second|sec\b\.?|seconder|2nd",
    by="by",
    subject=r"motion|amendment|proposal|resolution|recommendation|substantive|question|vote|matter|item|proposition",
    passive=r"was|were|is|are|has been|have been|being",
    carried=r"carrie[ds]|pass(?:ed|es)|agreed(?: to)?|approved|adopted|accepted|resolved|ratified|endorsed|elected"
    r"|affirmed|so ordered",
    lost=r"lost|defeated|rejected|fell|(?:failed|fails)(?: to (?:pass|carry|be (?:carried|passed|adopted)))?|negatived"
    r"|voted down|refused|lapsed|did not (?:pass|carry|succeed)"
    r"|(?:did not|failed to) (?:obtain|receive|achieve|reach|get) (?:the|a|an)(?: [\w’'-]+){0,2} majority"
    r"|not (?:carried|agreed|approved|adopted|accepted|passed|supported)",
    withdrawn=r"withdrawn",
    deferred=r"(?:deferred|postponed|referred(?: back)?|held over|carried over|stood over|remitted|adjourned|put off)"
    r"(?! from\b)|(?:lies|laid|left|lie|lay) on the table|tabled(?= (?:to|until|till)\b)",
    noted=r"noted|received and noted",
    heads={
        "carried": r"m/s/c|msc|resolved|agreed|approved|adopted|accepted|ratified|endorsed|decided|elected|appointed"
        rf"|authorised|authorized|granted|confirmed|{DOING}",
        "noted": r"noted",
        "deferred": r"(?:deferred|postponed|referred|put off|held over|stood over|remitted)(?! from\b)"
        r"|tabled(?= (?:to|until|till)\b)|(?:left|laid) on the table",
    },
    tied=r"tied|(?:a )?tie|(?:the )?votes (?:were|being|are) equal|equality of votes|equal votes|evenly split",
    no_seconder=r"(?:(?:found|receiv(?:ed|ing)|got|attracted|had|having|has|there (?:was|being)) no|(?:for|through|from"
    r"|owing to|due to) (?:a |the )?(?:want|lack) of (?:an? )?|(?:was |were )?without a|no|in the absence of a)\s*"
    r"(?:seconder|second(?!ary|s|ed|er|-))|(?:was )?not seconded",
    out_of_order=r"(?:ruled|declared|held)(?: (?:the|this|that) (?:[^\s.;:,]+ ){0,7}?[^\s.;:,]+| it)?(?: to be)?"
    r"(?: as)? (?:out of order|not in order|inadmissible|incompetent)|out of order",
    denied="not",
    unanimous=r"unanimous(?:ly)?|unan\b\.?|nem\.?\s*con\b\.?|nem\.?\s*diss\b\.?|without dissent|by acclamation",
    everybody=r"all(?: present| those present| members(?: present)?| councillors| trustees| governors)?",
    consensus=r"(?:by |a |general |rough |there was (?:a )?)?consensus|by general consent"
    r"|(?:without|hearing no|there (?:were|being|was) no) objections?(?: (?:raised|heard|made))?(?! to\b)",
    straw=r"straw polls?|straw votes?|indicative votes?|informal polls?|sense of the (?:meeting|room)",
    casting=r"(?:second (?:or|and) )?casting vote|second vote|deciding vote",
    roll_call=r"(?:by )?(?:a )?(?:recorded|named|roll[ -]call) votes?|(?:by )?roll[ -]call",
    told={
        "withdrawn": r"withd(?:rew|raws) (?:his|her|their|its|the|this|that) (?:[\w’'-]+ ){0,2}?"
        r"(?:motion|amendment|proposal|resolution|request|item|application)",
        "lost": r"(?:rejects?|rejected|turned down|voted down|defeated) (?:the|this|that|his|her|their|both|all)"
        r"(?: [\w’'-]+){0,2}? (?:motions?|amendments?|proposals?|resolutions?|recommendations?|applications?"
        r"|requests?)",
        "carried": r"(?:did|does|do) not (?:approve|accept|adopt|agree|ratify|endorse)",
    },
)

_FEW = r"(?: [^\s.;:,]+){1,8}?"
_BEING_DONE = r"(?:wird|wurde|werden|wurden)(?: [^\s.;:,]+){0,8}?"
"""A German passive, up to the word that says what is done."""

GERMAN = RecordWords(
    in_favour=r"dafür|ja-?stimmen?|fürstimmen?|ja|stimmen? dafür|für",
    against=r"dagegen|nein-?stimmen?|gegenstimmen?|nein|stimmen? dagegen|gegen",
    abstained=r"(?:stimm)?enthaltung(?:en)?|enthalten|enth\.",
    not_voting=r"abwesend|nicht teilgenommen|befangen|entschuldigt",
    voters=r"stimmen?|mitglieder|personen",
    others=r"(?:alle )?(?:die )?(?:anderen|übrigen|restlichen)(?: (?:anwesenden )?mitglieder| anwesenden)?"
    r"|alle übrige|übrige|(?:der )?rest",
    nobody=r"keiner|keine|niemand|null|ohne",
    numbers="eine/einer/ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    joints=r"und|mit|bei|sowie",
    mover=r"vorgeschlagen|beantragt|antrag|antragsteller(?:in)?",
    seconder=r"unterstützt|unterstützer(?:in)?",
    by="von|durch",
    subject=r"antrag|änderungsantrag|beschluss(?:vorschlag|antrag)?|vorlage|abstimmung|tagesordnungspunkt",
    passive=r"wird|wurde|werden|wurden|ist|sind|gilt",
    carried=r"beschlossen|angenommen|genehmigt|zugestimmt|verabschiedet|gebilligt|erteilt",
    lost=r"abgelehnt|verworfen|zurückgewiesen|gescheitert|versagt"
    r"|nicht (?:angenommen|beschlossen|genehmigt|zugestimmt|erteilt)"
    r"|(?:erhält|erhielt|findet|fand|erreicht|erreichte) (?:keine|nicht die)(?: [^\s.;:,]+)? mehrheit",
    withdrawn=r"zurückgezogen|zurückgenommen",
    deferred=r"vertagt|zurückgestellt|verschoben|verwiesen|überwiesen",
    noted=r"(?:zur )?kenntnis genommen",
    heads={
        "carried": r"beschlossen|angenommen|genehmigt|beschließt|genehmigt|beschluss:",
        "noted": r"(?:zur )?kenntnis genommen",
        "deferred": r"vertagt|verwiesen|zurückgestellt",
    },
    tied=r"stimmengleichheit|bei stimmengleichheit",
    no_seconder=r"(?:fand|findet) keine unterstützung|mangels unterstützung|ohne unterstützung",
    out_of_order=r"(?:für )?unzulässig(?: erklärt)?|nicht zugelassen",
    denied="nicht",
    unanimous=r"einstimmig|einhellig",
    everybody=r"alle(?: anwesenden| mitglieder)?",
    consensus=r"im konsens|einvernehmlich|im einvernehmen",
    straw=r"probeabstimmung|stimmungsbild|meinungsbild",
    casting=r"stichentscheid|stimme (?:des|der) vorsitzenden",
    roll_call=r"namentliche abstimmung|in namentlicher abstimmung",
    told={
        "lost": rf"{_BEING_DONE} (?:abgelehnt|zurückgewiesen|verworfen)|(?:lehnt|lehnte|lehnen|lehnten){_FEW} ab"
        rf"|(?:weist|wies){_FEW} zurück",
        "withdrawn": rf"(?:zieht|zog|ziehen|zogen){_FEW} zurück",
        "deferred": rf"{_BEING_DONE} (?:vertagt|verschoben|zurückgestellt|verwiesen|überwiesen)"
        r"|(?:vertagt|verschiebt|verweist|überweist) (?:den|die|das)|verweisung (?:in|an) (?:den|die|das)",
        "noted": rf"(?:nimmt|nahm|nehmen|nahmen)(?:{_FEW})? (?:zur )?kenntnis|{_BEING_DONE} zur kenntnis genommen",
        "carried": rf"{_BEING_DONE} (?:stattgegeben|zugestimmt|angenommen|genehmigt|beschlossen)"
        rf"|(?:stimmt|stimmte|stimmen|stimmten){_FEW} zu",
    },
)

FRENCH = RecordWords(
    in_favour=r"voix pour|pour|oui|voix favorables?",
    against=r"voix contre|contre|non|voix défavorables?",
    abstained=r"abstentions?|s['’]abst(?:ient|iennent)|abstenus?",
    not_voting=r"absents?|absentes?|n['’](?:a|ont) pas (?:pris part au vote|voté)",
    voters=r"voix|votes?|membres",
    others=r"(?:tous |toutes )?les autres(?: membres| présents?| élus| conseillers)?"
    r"|le reste(?: des membres| du comité| du conseil)?",
    nobody=r"aucune?|zéro|personne|néant",
    numbers="une/un deux trois quatre cinq six sept huit neuf dix onze douze",
    joints=r"et|avec|dont",
    mover=r"proposée?|sur proposition|auteur",
    seconder=r"appuyée?|secondée?|soutenue?",
    by="par|de",
    subject=r"motion|amendement|proposition|délibération|résolution|décision|vote|point",
    passive=r"est|sont|a été|ont été|fut",
    carried=r"adoptée?s?|approuvée?s?|acceptée?s?|votée?s?",
    lost=r"rejetée?s?|refusée?s?|repoussée?s?|non (?:adoptée?s?|approuvée?s?)",
    withdrawn=r"retirée?s?",
    deferred=r"reportée?s?|ajournée?s?|renvoyée?s?|différée?s?",
    noted=r"pris(?:e)? acte",
    heads={
        "carried": r"adoptée?s?|approuvée?s?|décidé|décide|approuve|adopte",
        "noted": r"pris acte|prend acte",
        "deferred": r"reportée?s?|ajournée?s?|renvoyée?s?",
        "lost": r"rejetée?s?",
    },
    tied=r"égalité (?:des|de) voix|partage (?:égal )?des voix",
    no_seconder=r"faute d['’]appu(?:i|yeur|yeuse)|n['’](?:a|est) pas (?:été )?(?:appuyée?|secondée?)",
    out_of_order=r"(?:déclarée?|jugée?) irrecevable|irrecevable",
    denied="pas",
    unanimous=r"(?:à )?l['’]unanimité|unanimement",
    everybody=r"tous(?: les membres)?",
    consensus=r"(?:par )?consensus|d['’]un commun accord",
    straw=r"sondage informel|vote indicatif",
    casting=r"voix prépondérante",
    roll_call=r"(?:vote |scrutin )?(?:par )?appel nominal|vote nominal|vote nominatif|scrutin public",
    told={
        "withdrawn": r"(?:retire|retira|retirent|a retiré) (?:sa|son|la|le|cette|l['’]) ?"
        r"(?:motion|proposition|amendement|résolution|point)",
        "deferred": r"(?:reporte|ajourne|renvoie|a reporté|a ajourné|a renvoyé) (?:sa|la|le|les|cette|ce|l['’])",
        "noted": r"(?:prend|prit|a pris) (?:acte|connaissance)",
        "lost": r"(?:rejette|rejettent|rejeta|repousse|refuse|refusent|a (?:rejeté|repoussé|refusé))"
        r" (?:la|le|les|cette|ce|l['’])",
        "carried": r"n['’](?:approuve|approuvent|adopte|adoptent|accepte|acceptent) pas",
    },
)

WELSH = RecordWords(
    in_favour=r"o blaid|pleidlais o blaid",
    against=r"yn erbyn",
    abstained=r"yn ymatal|wedi ymatal|ymataliad(?:au)?|ymataliodd|ymatal|atal pleidlais",
    not_voting=r"absennol|heb bleidleisio",
    voters=r"pleidlais|pleidleisiau|aelodau?",
    others=r"(?:pawb|pob(?: un| aelod)?) arall|y lleill|(?:y )?gweddill(?: yr aelodau)?|(?:yr )?aelodau eraill",
    nobody=r"neb|dim",
    numbers="un dau/dwy tri/tair pedwar/pedair pump chwech/chwe saith wyth naw deg",
    joints=r"ac?|gyda|gydag",
    mover=r"cynigiwyd|cynigiwr|cynigydd",
    seconder=r"eiliwyd|eilydd|eiliwr",
    by="gan",
    subject=r"cynnig|gwelliant|penderfyniad",
    passive=r"cafodd ei|wedi ei|wedi'i",
    carried=r"derbyniwyd|c(?:h)?ytunwyd|penderfynwyd|cymeradwywyd|pasiwyd|cariwyd|mabwysiadwyd|dderbyn|gymeradwyo",
    lost=r"gwrthodwyd|collwyd|trechwyd|ni (?:chytunwyd|dderbyniwyd|phasiwyd|chariwyd|chymeradwywyd)|wrthod|golli",
    withdrawn=r"tynnwyd yn ôl",
    deferred=r"gohiriwyd|cyfeiriwyd|ohirio",
    noted=r"nodwyd",
    heads={
        "carried": r"derbyniwyd|ch?ytunwyd|ph?enderfynwyd|ch?ymeradwywyd|ph?asiwyd|mabwysiadwyd",
        "lost": r"gwrthodwyd|collwyd|trechwyd|ni (?:chytunwyd|dderbyniwyd|phasiwyd|chariwyd|chymeradwywyd)",
        "noted": r"nodwyd",
        "deferred": r"gohiriwyd|cyfeiriwyd",
        "withdrawn": r"tynnwyd (?:y (?:cynnig|gwelliant) )?yn ôl",
    },
    tied=r"pleidlais gyfartal|(?:yn )?gyfartal|cyfartal",
    no_seconder=r"(?:ni chafwyd|nid oedd|heb) eilydd|ni eiliwyd(?: y (?:cynnig|gwelliant))?",
    out_of_order=r"allan o drefn",
    denied="ni",
    unanimous=r"(?:yn )?unfrydol",
    everybody=r"pawb",
    consensus=r"[td]?rwy gonsensws|consensws",
    straw=r"pleidlais anffurfiol",
    casting=r"pleidlais fwrw",
    roll_call=r"pleidlais (?:gofnodedig|gofrestredig|wedi'i chofnodi)",
    told={
        "withdrawn": r"(?:tynnodd|tynnwyd)(?: [^\s.;:,]+){1,8}? yn ôl",
        "noted": r"nododd",
        "deferred": r"gohiriodd|cyfeiriodd",
    },
)

SPANISH = RecordWords(
    in_favour=r"votos? a favor|a favor|sí",
    against=r"votos? en contra|en contra|no",
    abstained=r"abstenciones|abstención|se abst(?:iene|ienen|uvo|uvieron)|abstenid[oa]s?",
    not_voting=r"ausentes?|no votan?",
    voters=r"votos?|miembros|concejales",
    others=r"(?:todos |todas )?l[oa]s (?:demás|otr[oa]s|restantes)(?: miembros| vocales| concejales| presentes"
    r"| asistentes)?"
    r"|el resto(?: de (?:los )?(?:miembros|vocales|concejales|presentes|asistentes))?",
    nobody=r"ninguna|ninguno|ningún|nadie|cero",
    numbers="uno/una/un dos tres cuatro cinco seis siete ocho nueve diez once doce",
    joints=r"y|con|e",
    mover=r"propuest[oa]|a propuesta|presentad[oa]|proponente",
    seconder=r"secundad[oa]|apoyad[oa]",
    by="por|de",
    subject=r"moción|propuesta|enmienda|resolución|votación|punto|acuerdo",
    passive=r"es|son|fue|fueron|queda|quedó|quedan|ha sido|han sido",
    carried=r"aprobad[oa]s?|adoptad[oa]s?|aceptad[oa]s?|acordad[oa]s?"
    r"|se (?:aprueban?|aprobó|aprobaron|adoptan?|adoptó)",
    lost=r"rechazad[oa]s?|desestimad[oa]s?|denegad[oa]s?|no aprobad[oa]s?",
    withdrawn=r"retirad[oa]s?",
    deferred=r"aplazad[oa]s?|pospuest[oa]s?|remitid[oa]s?"
    r"|(?:quedan?|quedó|se dejan?|se dejó|dejad[oa]s?) sobre la mesa",
    noted=r"tomado conocimiento|tomada nota|se (?:da|dio|dan|dieron) por enterad[oa]s?",
    heads={
        "carried": r"(?:se )?(?:aprueban?|aprobó|acuerdan?|acordó|adoptan?|adoptó|resuelven?|resolvió)"
        r"|aprobad[oa]s?|acordad[oa]s?|adoptad[oa]s?",
        "lost": r"se (?:rechaza|rechazó|desestima|desestimó)|rechazad[oa]s?",
        "noted": r"se (?:toma|tomó) (?:conocimiento|nota)",
        "deferred": r"se (?:aplaza|aplazó|pospone|pospuso)|aplazad[oa]s?|(?:queda|se deja|se dejó) sobre la mesa",
    },
    tied=r"empate|empatad[oa]",
    no_seconder=r"(?:por )?falta de (?:apoyo|secundante)|no fue secundad[oa]",
    out_of_order=r"(?:declarad[oa] )?(?:improcedente|fuera de orden|inadmisible)",
    denied="no",
    unanimous=r"por unanimidad|unánime(?:mente)?|unanimidad",
    everybody=r"todos(?: los (?:presentes|miembros))?",
    consensus=r"(?:por )?consenso|por asentimiento",
    straw=r"sondeo(?: informal)?|votación indicativa",
    casting=r"voto de calidad",
    roll_call=r"votación nominal",
    told={
        "withdrawn": r"(?:retira|retiró|retiran) (?:su|la|el|esta|este) (?:moción|propuesta|enmienda|punto|acuerdo)",
        "deferred": r"(?:aplaza|aplazó|pospone|pospuso|remite|remitió) (?:su|la|el|esta|este|los|las)"
        r"|se (?:aplazan?|aplazó|aplazaron|posponen?|pospuso)|(?:quedan?|quedó|se dejan?|se dejó) sobre la mesa"
        r"|se (?:remiten?|remitió|devuelven?|traslada[n]?) a (?:la|las|una) (?:comisión|comisiones|junta|ponencia)"
        r"|se (?:remiten?|remitió|devuelven?|traslada[n]?) al (?:comité|pleno|grupo)",
        "lost": r"(?:rechazan?|rechazó|rechazaron|deniegan?|denegó|desestiman?|desestimó) (?:la|el|las|los|esta|este)"
        r"|no (?:aprueban?|aprobó|aprobaron|aceptan?|aceptó|adoptan?|adoptó)",
        "noted": r"tom(?:a|ó|an) (?:nota|conocimiento|razón)|se (?:da|dio|dan|dieron) por enterad[oa]s?",
    },
)

HANDS = (
    r"(?:on|by)\s+a\s+show\s+of\s+hands|(?:on|by)\s+(?:the\s+voices|(?:a\s+)?voice\s+vote)|(?:per|durch)\s+handzeichen|à\s+main\s+levée|a\s+mano\s+alzada"
    r"|[dt]rwy\s+godi\s+dwylo|by\s+(?:an?\s+)?(?:(?:large|simple|clear|narrow|absolute|two-thirds)\s+)?majority"
    r"|à\s+la\s+majorité(?:\s+(?:absolue|simple|des\s+(?:voix|membres|présents|suffrages)))?"
    r"|por\s+mayoría(?:\s+(?:absoluta|simple))?|mit\s+(?:\w+\s+)?(?:stimmen)?mehrheit|(?:dr|tr)wy\s+fwyafrif"
)
"""How a vote was taken, and that it was won, where no name and no number tells."""

MORE_THAN_HALF = (
    r"two[- ]thirds|three[- ](?:quarters|fourths)|super-?majority|(?:required|qualified|special)\s+majority"
    r"|majority\s+(?:being\s+)?(?:required|needed)|zwei[- ]?drittel\w*|drei[- ]?viertel\w*|qualifizierte\w*\s+mehrheit"
    r"|deux[- ]tiers|trois[- ]quarts|majorité\s+qualifiée|dos\s+tercios|tres\s+cuart[oa]s|mayoría\s+cualificada"
    r"|dwy\s+ran\s+o\s+dair|tri\s+chwarter"
)
"""A majority of which one of half the votes and one more falls short."""

LANGUAGES = (ENGLISH, GERMAN, FRENCH, WELSH, SPANISH)


def either(part: Callable[[RecordWords], str]) -> str:
    """Return a pattern of one part in any of the languages, spaces loosened; it captures nothing."""
    return "(?:" + "|".join(words for language in LANGUAGES if (words := part(language))).replace(" ", r"\s+") + ")"


def head(outcome: str) -> str:
    """Return a pattern of the words with which a decision of that outcome may begin."""
    return either(lambda words: words.heads.get(outcome, ""))


def told(outcome: str) -> str:
    """Return a pattern of what is told of a decision of that outcome in a sentence of its own; empty for none."""
    said = "|".join(one for words in LANGUAGES if (one := words.told.get(outcome, "")))
    return f"(?:{said})".replace(" ", r"\s+") if said else ""


def number_words() -> dict[str, int]:
    """Return what each number word of the languages means."""
    return {
        form: number
        for words in LANGUAGES
        for number, forms in enumerate(words.numbers.split(), start=1)
        for form in forms.split("/")
    }
