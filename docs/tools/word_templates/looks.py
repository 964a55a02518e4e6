"""How the Word templates look: their styles, which an office restyles in Word under the same names."""

from __future__ import annotations

from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from docs.tools.word_templates.markup import NAMESPACES, PAGE_WIDTH, element

FONT = "Arial"
EAST_ASIAN_FONT = "Microsoft YaHei"
INK = "1F3A5F"
GREY = "595959"
LINE = "BFC7D1"
MARK = "9B1C1C"


class Look(NamedTuple):
    """How the paragraphs of a style look; lengths in twentieths of a point, sizes in points."""

    name: str
    based_on: str = "Normal"
    after: str = ""
    """The style of the paragraph that Word starts when Enter is pressed."""
    size: float = 0
    bold: bool = False
    italic: bool = False
    colour: str = ""
    space_before: int | None = None
    space_after: int | None = None
    indent: int = 0
    hanging: int = 0
    tabs: tuple[tuple[str, int, str], ...] = ()
    """Each with its kind, its place and what leads to it."""
    keep_next: bool = False
    outline: int | None = None
    list_level: int | None = None
    rule_below: bool = False
    bar_left: bool = False
    right: bool = False
    font: str = ""


NUMBER_WIDTH = 454
HEADING_SIZES = (13, 11.5, 11, 11, 11, 11)

LOOKS = (
    Look("Title", size=18, bold=True, colour=INK, space_before=0, space_after=120, after="Normal"),
    Look("Mark", size=11, bold=True, colour=MARK, space_before=0, space_after=60),
    Look("Particulars", indent=1701, hanging=1701, tabs=(("left", 1701, ""),), space_before=30, space_after=30),
    *(
        Look(
            f"heading {level}",
            size=size,
            bold=True,
            italic=level == 4,
            colour=INK if level < 3 else "",
            space_before=360 if level == 1 else 240,
            space_after=60,
            keep_next=True,
            outline=level - 1,
            rule_below=level == 1,
            after="Note",
        )
        for level, size in enumerate(HEADING_SIZES, 1)
    ),
    Look("Subheading", bold=True, keep_next=True, space_before=200, space_after=40, outline=3, after="Note"),
    Look("Topic", based_on="Subheading"),
    Look("Label", bold=True, colour=INK, keep_next=True, space_before=160, space_after=20, outline=4),
    Look("Note"),
    Look("Question"),
    Look("Response"),
    Look("Update"),
    Look("Finding", list_level=0, space_before=40),
    Look("Point", list_level=0, space_before=40),
    Look("Point 2", list_level=1, space_before=40),
    Look("Point 3", list_level=2, space_before=40),
    Look("Number", space_before=40, indent=NUMBER_WIDTH, hanging=NUMBER_WIDTH),
    Look("Number 2", space_before=40, indent=2 * NUMBER_WIDTH, hanging=NUMBER_WIDTH),
    Look("Number 3", space_before=40, indent=3 * NUMBER_WIDTH, hanging=NUMBER_WIDTH),
    Look("Decision", bar_left=True, indent=170),
    Look("Amendment", based_on="Decision", bar_left=True, indent=567),
    Look("Record", based_on="Decision", colour=GREY),
    Look("Event", italic=True, colour=GREY),
    Look("Aside", italic=True, colour=GREY),
    Look("Papers", size=10, colour=GREY),
    Look("Table Text", space_before=50, space_after=50),
    Look("Table Heading", based_on="Table Text", size=9, bold=True, colour=GREY, keep_next=True),
    Look("Table Figure", based_on="Table Text", right=True),
    Look("Action", based_on="Table Text"),
    Look("Owner", based_on="Table Text", bold=True),
    Look("Due", based_on="Table Text", size=9.5, colour=GREY),
    Look("Next Meeting"),
    Look("Closing", keep_next=True),
    Look("Signature", keep_next=True, space_before=360, tabs=(("left", 2552, ""), ("left", 7371, "dot"))),
    Look("header", size=9, colour=GREY, tabs=(("right", PAGE_WIDTH, ""),), space_before=0, space_after=0),
    Look("footer", size=9, colour=GREY, tabs=(("right", PAGE_WIDTH, ""),), space_before=0, space_after=0),
    Look("Tag", size=8, colour="7F7F7F", font="Consolas", space_before=0, space_after=0),
)
"""Every paragraph style but Normal; Word prints the names of those it knows with a capital."""


def style_id(name: str) -> str:
    """Give the id by which paragraphs refer to a style."""
    return "".join(part[:1].upper() + part[1:] for part in name.split())


def styles_part() -> str:
    """Write the part that holds the styles."""
    fonts = element("w:rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=EAST_ASIAN_FONT)
    language = element("w:lang", val="en-GB", eastAsia="zh-CN", bidi="ar-SA")
    run = element("w:rPr", fonts + element("w:sz", val=22) + element("w:szCs", val=22) + language)
    paragraph = element("w:pPr", element("w:spacing", before=120, after=70, line=269, lineRule="auto"))
    defaults = element("w:docDefaults", element("w:rPrDefault", run) + element("w:pPrDefault", paragraph))
    styles = "".join(_style(look) for look in LOOKS)
    return f"<w:styles {NAMESPACES}>{defaults}{_USUAL}{styles}{_TABLES}</w:styles>"


def numbering_part() -> str:
    """Write the part that holds the lists: bullets, with dashes below them, and numbers."""
    bullets = _list(0, 340, ("Point", "•"), ("Point2", "–"), ("Point3", "·"))
    numbers = _list(1, NUMBER_WIDTH, ("Number", "%1."), ("Number2", "%2."), ("Number3", "%3."))
    number = element("w:num", element("w:abstractNumId", val=0), numId=1)
    return f"<w:numbering {NAMESPACES}>{bullets}{numbers}{number}</w:numbering>"


def _list(at: int, width: int, *looks: tuple[str, str]) -> str:
    """Write a list of several levels, each with its style and what stands before its items."""
    levels = "".join(
        element(
            "w:lvl",
            element("w:start", val=1)
            + element("w:numFmt", val="decimal" if "%" in before else "bullet")
            + element("w:pStyle", val=style)
            + element("w:lvlText", val=before)
            + element("w:lvlJc", val="left")
            + element("w:pPr", element("w:ind", left=width * (level + 1), hanging=width)),
            ilvl=level,
        )
        for level, (style, before) in enumerate(looks)
    )
    return element("w:abstractNum", element("w:multiLevelType", val="hybridMultilevel") + levels, abstractNumId=at)


def _style(look: Look) -> str:
    name = f"<w:name w:val={quoteattr(look.name)}/>" + element("w:basedOn", val=style_id(look.based_on))
    after = element("w:next", val=style_id(look.after)) if look.after else ""
    made = name + after + "<w:qFormat/>" + element("w:pPr", _paragraph(look)) + element("w:rPr", _run(look))
    known = look.name.startswith("heading") or look.name in ("Title", "header", "footer")
    own = "" if known else ' w:customStyle="1"'
    return f'<w:style w:type="paragraph"{own} w:styleId="{style_id(look.name)}">{made}</w:style>'


def _paragraph(look: Look) -> str:
    """Write a style's paragraph properties, in the order that the standard asks for."""
    made = "<w:keepNext/>" if look.keep_next else ""
    if look.list_level is not None:
        level = element("w:ilvl", val=look.list_level) if look.list_level else ""
        made += element("w:numPr", level + element("w:numId", val=1))
    if look.rule_below:
        made += element("w:pBdr", element("w:bottom", val="single", sz=6, space=3, color=LINE))
    if look.bar_left:
        made += element("w:pBdr", element("w:left", val="single", sz=18, space=6, color=INK))
    if look.tabs:
        made += element("w:tabs", "".join(_tab(*tab) for tab in look.tabs))
    spaces = {"before": look.space_before, "after": look.space_after}
    given = {name: space for name, space in spaces.items() if space is not None}
    made += element("w:spacing", **given) if given else ""
    if look.indent:
        made += element("w:ind", left=look.indent, **({"hanging": look.hanging} if look.hanging else {}))
    made += element("w:jc", val="right") if look.right else ""
    return made + (element("w:outlineLvl", val=look.outline) if look.outline is not None else "")


def _tab(kind: str, place: int, leader: str) -> str:
    return element("w:tab", val=kind, **({"leader": leader} if leader else {}), pos=place)


def _run(look: Look) -> str:
    made = element("w:rFonts", ascii=look.font, hAnsi=look.font, cs=look.font) if look.font else ""
    made += "<w:b/><w:bCs/>" if look.bold else ""
    made += "<w:i/><w:iCs/>" if look.italic else ""
    made += element("w:color", val=look.colour) if look.colour else ""
    size = round(look.size * 2)
    return made + (element("w:sz", val=size) + element("w:szCs", val=size) if size else "")


def _edges(*edges: str) -> str:
    return "".join(element(f"w:{edge}", val="single", sz=4, space=0, color=LINE) for edge in edges)


def _usual(kind: str, style: str, name: str, content: str = "<w:semiHidden/>") -> str:
    """Write the style that what has none of its own is in."""
    return f'<w:style w:type="{kind}" w:default="1" w:styleId="{style}"><w:name w:val="{name}"/>{content}</w:style>'


_USUAL = (
    _usual("paragraph", "Normal", "Normal", "<w:qFormat/>")
    + _usual("character", "DefaultParagraphFont", "Default Paragraph Font")
    + _usual("numbering", "NoList", "No List")
)

_TABLES = (
    _usual(
        "table",
        "TableNormal",
        "Normal Table",
        '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>',
    )
    + '<w:style w:type="table" w:customStyle="1" w:styleId="MinutesTable"><w:name w:val="Minutes Table"/>'
    '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>'
    + _edges("top", "bottom", "insideH")
    + '</w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    '</w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="F2F4F7"/></w:tcPr>'
    "</w:tblStylePr></w:style>"
)
