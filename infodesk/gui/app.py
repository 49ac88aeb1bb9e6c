"""The running program: look, language, crash hook, window; the journal after the first paint."""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import MutableMapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from infodesk import messages, paths
from infodesk.gui import fonts, preferences, theme, translation
from infodesk.gui.errors import CrashHook
from infodesk.gui.main_window import MainWindow
from infodesk.gui.preferences import Preferences
from infodesk.gui.prompts import WindowPrompts
from infodesk.gui.session import Session
from infodesk.gui.status import Status

log = logging.getLogger(__name__)


def hint_input_method(environment: MutableMapping[str, str]) -> None:
    """Let fcitx users type Chinese.

    WORKAROUND: Qt's wheel has no fcitx plugin; fcitx5 speaks ibus too (fcitx5 issue 444).
    """
    if environment.get("QT_IM_MODULE", "").startswith("fcitx"):
        environment["QT_IM_MODULE"] = "ibus"


def run(journal: Path | None, language: str | None, *, quit_when_ready: bool = False) -> int:
    """Open the window and return the exit code.

    Args:
        journal: the journal to open; the clerk's own where None.
        language: ``zh`` or ``en``; as chosen before, else by the locale, where None.
        quit_when_ready: close as soon as the journal is open (a trial of the frozen program).
    """
    hint_input_method(os.environ)
    app = application()
    folder = paths.data_folder()
    kept = preferences.load(folder)
    spoken = language or kept.language or messages.default_language()
    translation.install(app, spoken)
    theme.apply(app, kept.scheme, kept.points)
    hook = CrashHook(paths.log_folder())
    hook.install()
    status = Status()
    window = MainWindow(status)
    prompts = WindowPrompts(window)
    session = Session(
        window, prompts, status, folder=folder, preferences=replace(kept, language=spoken)
    )
    session.dress_wanted.connect(lambda wanted: dress(app, wanted))
    hook.crashed.connect(lambda path, text: session.show_crash(path, text, hook.ready))
    window.painted.connect(gc.enable)
    window.painted.connect(lambda: session.start(journal))
    # Drawing icons and naming every language take a while: they come with the journal.
    window.painted.connect(window.recolour)
    window.painted.connect(lambda: translation.set_locale(spoken))
    if quit_when_ready:
        session.opened.connect(lambda: QTimer.singleShot(0, window.close))
    window.show()
    try:
        return app.exec()
    finally:
        session.close()
        hook.uninstall()


def application() -> QApplication:
    """Return the running application, made on first use."""
    known = QApplication.instance()
    if isinstance(known, QApplication):
        return known
    app = QApplication(sys.argv[:1])
    app.setApplicationName("infodesk")
    app.setDesktopFileName("infodesk")
    app.setFont(fonts.interface_font())
    return app


def dress(app: QApplication, wanted: Preferences) -> None:
    """Put the program into a language, a palette and a size of text."""
    translation.install(app, wanted.language)
    translation.set_locale(wanted.language)
    theme.apply(app, wanted.scheme, wanted.points)
