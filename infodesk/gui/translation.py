"""Chinese for the window, read straight from the ``.ts`` file: no built catalogue to go stale."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from infodesk import paths

_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))


class Messages(dict[str, Mapping[str, str]]):
    """The finished translations of a ``.ts`` file, by context and then by source text.

    Read by its marks, a context when it is first asked for: lupdate writes the file in one way
    only, and reading all of it by an XML parser would cost a tenth of the time to the first paint.
    A test holds the result against one.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._text = path.read_text(encoding="utf-8")

    def contexts(self) -> list[str]:
        """Return the names of every context, in the file's order."""
        return [_plain(each.partition("</name>")[0]) for each in self._text.split("<name>")[1:]]

    def __missing__(self, context: str) -> Mapping[str, str]:
        start = self._text.find(f"<name>{context}</name>")
        end = self._text.find("</context>", start)
        block = self._text[start:end] if start >= 0 else ""
        self[context] = dict(filter(None, map(_told, block.split("</message>"))))
        return self[context]


def _told(message: str) -> tuple[str, str] | None:
    """Return source and translation of a message; None where it has no finished one."""
    source = message.partition("<source>")[2].partition("</source>")[0]
    after = message.partition("<translation>")[2].lstrip().removeprefix("<numerusform>")
    text = after.partition("<")[0]
    return (_plain(source), _plain(text)) if text else None


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
        return self._messages[context].get(source_text)  # type: ignore[return-value]

    def isEmpty(self) -> bool:
        return False


def set_locale(language: str) -> None:
    """Write dates and numbers as a language does; apart, since it loads every language's name."""
    from PySide6.QtCore import QLocale

    QLocale.setDefault(QLocale("zh_CN" if language == "zh" else "en_US"))


def install(app: QApplication, language: str) -> None:
    """Let a program that was just begun speak a language, ``zh`` or ``en``."""
    if language != "zh":
        return
    qt = QTranslator(app)
    if qt.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qt)
    path = paths.resources() / "i18n" / "infodesk_zh_CN.ts"
    app.installTranslator(TsTranslator(Messages(path), app))


def change(app: QApplication, language: str) -> None:
    """Let the program speak another language than before.

    Apart from ``install``: asking for the children of an application takes as long as a
    twentieth of an empty window.
    """
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.setParent(None)
    install(app, language)
