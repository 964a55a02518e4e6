"""Read an HTML page back as its reader sees it: the words of its body in order."""

from __future__ import annotations

from html.parser import HTMLParser

_VOID = ("meta", "br", "hr", "link", "img", "wbr", "col")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._open: list[bool] = []
        """For every open element, whether its words are left out."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        given = dict(attrs)
        unheard = "heard" in (given.get("class") or "").split() or given.get("aria-hidden") == "true"
        self._open.append(tag in ("head", "thead", "footer") or unheard or any(self._open[-1:]))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if not any(self._open[-1:]):
            self.words.append(data)


def blocks(page: str) -> list[str]:
    """Give the words of the body, without the headings of tables, what only a listener hears or only the eye sees."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.words
