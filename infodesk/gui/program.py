"""The program once its window was painted: the crash hook, the session, and their end."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

from infodesk import paths
from infodesk.gui import translation
from infodesk.gui.errors import CrashHook
from infodesk.gui.main_window import MainWindow
from infodesk.gui.preferences import Preferences
from infodesk.gui.prompts import WindowPrompts
from infodesk.gui.session import Session
from infodesk.gui.status import Status


class Program:
    """What runs behind the window.

    Attributes:
        session: the journal that is open.
    """

    def __init__(
        self,
        window: MainWindow,
        status: Status,
        preferences: Preferences,
        *,
        dress: Callable[[Preferences], None],
    ) -> None:
        gc.enable()
        self._hook = CrashHook(paths.log_folder())
        self._hook.install()
        self._window = window
        self._language = preferences.language
        self.session = Session(
            window,
            WindowPrompts(window),
            status,
            folder=paths.data_folder(),
            preferences=preferences,
        )
        self.session.dress_wanted.connect(dress)
        self._hook.crashed.connect(
            lambda path, text: self.session.show_crash(path, text, self._hook.ready)
        )

    def start(self, journal: Path | None) -> None:
        """Open a journal, then draw what the first paint left out."""
        self.session.start(journal)
        self._window.recolour()
        translation.set_locale(self._language)

    def end(self) -> None:
        """Close the journal, wait for its backup, and give the interpreter's hooks back."""
        self.session.close()
        self.session.wait()
        self._hook.uninstall()
