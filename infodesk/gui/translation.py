"""Chinese for the window, read straight from the ``.ts`` file: no built catalogue to go stale."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from infodesk import paths

Messages = Mapping[tuple[str, str], str]


def read_messages(path: Path) -> Messages:
    """Return the finished translations of a ``.ts`` file by context and source text."""
    messages: dict[tuple[str, str], str] = {}
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type"):
                continue
            plural = translation.find("numerusform")
            text = (translation if plural is None else plural).text
            if text:
                messages[name, message.findtext("source", "")] = text
    return messages


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


def install(app: QApplication, language: str) -> None:
    """Let the program speak a language, ``zh`` or ``en``; replaces the one spoken before."""
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.setParent(None)
    if language != "zh":
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
        return
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    qt = QTranslator(app)
    if qt.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qt)
    path = paths.resources() / "i18n" / "infodesk_zh_CN.ts"
    app.installTranslator(TsTranslator(read_messages(path), app))
