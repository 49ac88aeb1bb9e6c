"""Questions to the clerk. Pages ask a ``Prompts``; tests give them one that answers by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

Choices = Mapping[str, Callable[[], None]]


class Prompts(Protocol):
    """What a page may ask; every answer comes later, to ``then``, and not at all on "cancel"."""

    def inform(self, title: str, text: str, details: str = "") -> None:
        """Tell something that must be read."""
        ...

    def ask(self, title: str, text: str, *, accept: str, then: Callable[[], None]) -> None:
        """Ask whether to go on; ``accept`` is what the button says."""
        ...

    def choose(self, title: str, text: str, *, choices: Choices) -> None:
        """Let one of several ways be taken; each is what its button says, and what it does."""
        ...

    def open_files(
        self, title: str, filters: str, *, then: Callable[[Sequence[Path]], None]
    ) -> None:
        """Ask which files to read."""
        ...

    def save_file(
        self, title: str, suggested: Path, *, filters: str, then: Callable[[Path], None]
    ) -> None:
        """Ask under which name to write."""
        ...

    def choose_folder(self, title: str, start: Path, *, then: Callable[[Path], None]) -> None:
        """Ask for a folder."""
        ...

    def show(self, dialog: QDialog) -> None:
        """Open a dialog that the caller has made and connected."""
        ...

    def open_path(self, path: Path) -> None:
        """Let the desktop open a file or a folder."""
        ...


class WindowPrompts:
    """Asks with real dialogs over a window; each is modal to it and frees itself."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def inform(self, title: str, text: str, details: str = "") -> None:
        """Tell something that must be read."""
        box = QMessageBox(QMessageBox.Icon.NoIcon, title, text, parent=self._window)
        box.setInformativeText(details)
        box.setStandardButtons(QMessageBox.StandardButton.Ok)
        self.show(box)

    def ask(self, title: str, text: str, *, accept: str, then: Callable[[], None]) -> None:
        """Ask whether to go on."""
        box = QMessageBox(QMessageBox.Icon.NoIcon, title, text, parent=self._window)
        go_on = box.addButton(accept, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(go_on)
        box.accepted.connect(then)
        self.show(box)

    def choose(self, title: str, text: str, *, choices: Choices) -> None:
        """Let one of several ways be taken."""
        box = QMessageBox(QMessageBox.Icon.NoIcon, title, text, parent=self._window)
        for words, act in choices.items():
            box.addButton(words, QMessageBox.ButtonRole.ActionRole).clicked.connect(act)
        self.show(box)

    def open_files(
        self, title: str, filters: str, *, then: Callable[[Sequence[Path]], None]
    ) -> None:
        """Ask which files to read."""
        dialog = QFileDialog(self._window, title, "", filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
        self.show(dialog)

    def save_file(
        self, title: str, suggested: Path, *, filters: str, then: Callable[[Path], None]
    ) -> None:
        """Ask under which name to write."""
        dialog = QFileDialog(self._window, title, str(suggested.parent), filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suggested.suffix.lstrip("."))
        dialog.selectFile(suggested.name)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        self.show(dialog)

    def choose_folder(self, title: str, start: Path, *, then: Callable[[Path], None]) -> None:
        """Ask for a folder."""
        dialog = QFileDialog(self._window, title, str(start))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        self.show(dialog)

    def show(self, dialog: QDialog) -> None:
        """Open a dialog, modal to the window, freed when it closes."""
        from PySide6.QtCore import Qt

        dialog.setParent(self._window, dialog.windowFlags() | Qt.WindowType.Dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # By its base: a print dialog hides it behind an overload of another signature.
        QDialog.open(dialog)

    def open_path(self, path: Path) -> None:
        """Let the desktop open a file or a folder."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
