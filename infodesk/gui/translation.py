"""Chinese for the window, read straight from the ``.ts`` file: no built catalogue to go stale."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from infodesk import paths

_PIECE = re.compile(
    r"<name>([^<]*)</name>"
    r"|<message[^>]*>(?:(?!</message>).)*?<source>([^<]*)</source>"
    r"(?:(?!</message>).)*?<translation>\s*(?:<numerusform>)?([^<]*)",
    re.DOTALL,
)
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))

Messages = Mapping[tuple[str, str], str]


def read_messages(path: Path) -> Messages:
    """Return the finished translations of a ``.ts`` file by context and source text.

    Read by pattern, since lupdate writes it in one way only and an XML parser would cost a tenth
    of the time to the first paint; a test holds it against one.
    """
    messages: dict[tuple[str, str], str] = {}
    context = ""
    for name, source, text in _PIECE.findall(path.read_text(encoding="utf-8")):
        if name:
            context = _plain(name)
        elif text:
            messages[context, _plain(source)] = _plain(text)
    return messages


def _plain(text: str) -> str:
    for entity, character in _ENTITIES:
        text = text.replace(entity, character)
    return text


class TsTranslator(QTranslator):
    """Answer from the messages of a ``.ts`` file; Chinese has one form for all numbers."""

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages

    def translate(
        self,
        context: str,
        source_text: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        # None becomes Qt's null string: "ask the next translator".
        return self._messages.get((context, source_text))  # type: ignore[return-value]

    def isEmpty(self) -> bool:
        return not self._messages


def set_locale(language: str) -> None:
    """Write dates and numbers as a language does; apart, since it loads every language's name."""
    from PySide6.QtCore import QLocale

    QLocale.setDefault(QLocale("zh_CN" if language == "zh" else "en_US"))


def install(app: QApplication, language: str) -> None:
    """Let the program speak a language, ``zh`` or ``en``; replaces the one spoken before."""
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.setParent(None)
    if language != "zh":
        return
    qt = QTranslator(app)
    if qt.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qt)
    path = paths.resources() / "i18n" / "infodesk_zh_CN.ts"
    app.installTranslator(TsTranslator(read_messages(path), app))
