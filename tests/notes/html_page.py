"""Read an HTML page into its elements, and refuse one whose tags do not match."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"meta", "br", "hr", "link", "img", "wbr", "col"})
_BLOCKS = frozenset(
    "html head body header main footer section div p h1 h2 h3 h4 h5 h6 ul li dl dt dd table caption colgroup thead "
    "tbody tr th td title style".split()
)


@dataclass
class Element:
    """An element of the page."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """All its words, those of the elements within it included."""
        return "".join(child if isinstance(child, str) else child.words for child in self.children)

    def every(self, *tags: str) -> Iterator[Element]:
        """Give every element within it, in the page's order, or those of the tags."""
        for child in self.children:
            if isinstance(child, Element):
                if not tags or child.tag in tags:
                    yield child
                yield from child.every(*tags)

    def one(self, tag: str) -> Element:
        """Give the only element of a tag."""
        (found,) = self.every(tag)
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Element("page")
        self.open = [self.page]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> ends {self.open[-1]}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration within the page: {data}")

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment within the page: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction within the page: {data}")


def read_page(page: str) -> Element:
    """Read a page; every element that is begun is ended, in order."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == [reader.page]
    return reader.page


def blocks(element: Element) -> list[str]:
    """Give the words of every paragraph, heading, item and cell in order, as typed but for blanks at their ends."""
    found: list[str] = []
    line = ""
    for child in element.children:
        if isinstance(child, Element) and child.tag in _BLOCKS:
            found += [line, *blocks(child)]
            line = ""
        else:
            line += child if isinstance(child, str) else child.words
    return [words for words in (one.strip() for one in [*found, line]) if words]
