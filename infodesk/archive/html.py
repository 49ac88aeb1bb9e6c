"""HTML under a Word name, as office systems write it: its text, block by block."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from infodesk.archive import plain
from infodesk.archive.faults import UndecodableError

_START = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta)\b", re.I | re.S
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.I)
_CHINESE = frozenset({"gb2312", "gbk", "gb18030", "x-gbk", "cp936"})
_BLOCKS = frozenset(
    {"address", "article", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "footer"}
    | {"form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre"}
    | {"section", "table", "tbody", "tfoot", "thead", "tr", "ul"}
)
_SILENT = frozenset({"script", "style", "title", "xml"})


def looks_like(data: bytes) -> bool:
    """Say whether a file begins as HTML does."""
    return _START.match(data[:4096].removeprefix(b"\xef\xbb\xbf")) is not None


def text_of(data: bytes) -> str:
    """Return the text of a page, one line per block, the cells of a row joined by tabs.

    Raises:
        UndecodableError: a byte is wrong in the page's encoding.
    """
    parser = _Text()
    parser.feed(_decoded(data))
    parser.close()
    lines = (part.strip() for part in "".join(parser.parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _decoded(data: bytes) -> str:
    named = _CHARSET.search(data[:4096])
    if named is None or named.group(1).decode("ascii").lower() not in _CHINESE:
        return plain.text_of(data)
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise UndecodableError("GB18030", error.start) from error


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BLOCKS:
            self.parts.append("\n")
        elif tag in ("td", "th"):
            self.parts.append("\t")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(re.sub(r"[ \t\r\n]+", " ", data))
