"""The running program: look, language, crash hook, window; the journal after the first paint."""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from infodesk import paths
from infodesk.gui import fonts, preferences, theme, translation
from infodesk.gui.main_window import MainWindow
from infodesk.gui.preferences import Preferences
from infodesk.gui.status import Status
from infodesk.languages import default_language

if TYPE_CHECKING:
    from infodesk.gui.program import Program


STYLE = ("-style", "fusion")
"""Words that give Qt's application its style; asking for a style once it runs takes longer."""


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
    kept = preferences.load(paths.data_folder())
    spoken = kept._replace(language=language or kept.language or default_language())
    translation.install(app, spoken.language)
    theme.apply(app, spoken.scheme, spoken.points)
    status = Status()
    window = MainWindow(status)
    running: list[Program] = []

    def begin() -> None:
        # Whatever the first paint can do without is loaded after it.
        from infodesk.gui.program import Program

        program = Program(window, status, spoken, dress=partial(dress, app))
        running.append(program)
        if quit_when_ready:
            program.session.opened.connect(lambda: QTimer.singleShot(0, window.close))
        program.start(journal)

    window.painted.connect(begin)
    window.show()
    try:
        return app.exec()
    finally:
        for program in running:
            program.end()


def application() -> QApplication:
    """Return the running application, made on first use."""
    known = QApplication.instance()
    if isinstance(known, QApplication):
        return known
    app = QApplication([*sys.argv[:1], *STYLE])
    app.setApplicationName("infodesk")
    app.setDesktopFileName("infodesk")
    app.setFont(fonts.interface_font())
    return app


def dress(app: QApplication, wanted: Preferences) -> None:
    """Put the program into a language, a palette and a size of text."""
    translation.change(app, wanted.language)
    translation.set_locale(wanted.language)
    theme.apply(app, wanted.scheme, wanted.points)
