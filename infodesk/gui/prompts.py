"""Questions to the clerk. Pages ask a ``Prompts``; tests give them one that answers by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    # PySide makes each class when it is first named: these come with the first question.
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
        box = self._box(title, text)
        box.setInformativeText(details)
        box.setStandardButtons(box.StandardButton.Ok)
        self.show(box)

    def ask(self, title: str, text: str, *, accept: str, then: Callable[[], None]) -> None:
        """Ask whether to go on."""
        box = self._box(title, text)
        go_on = box.addButton(accept, box.ButtonRole.AcceptRole)
        box.addButton(box.StandardButton.Cancel)
        box.setDefaultButton(go_on)
        box.accepted.connect(then)
        self.show(box)

    def choose(self, title: str, text: str, *, choices: Choices) -> None:
        """Let one of several ways be taken."""
        box = self._box(title, text)
        for words, act in choices.items():
            box.addButton(words, box.ButtonRole.ActionRole).clicked.connect(act)
        self.show(box)

    def open_files(
        self, title: str, filters: str, *, then: Callable[[Sequence[Path]], None]
    ) -> None:
        """Ask which files to read."""
        dialog = self._file_dialog(title, "", filters)
        dialog.setFileMode(dialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
        self.show(dialog)

    def save_file(
        self, title: str, suggested: Path, *, filters: str, then: Callable[[Path], None]
    ) -> None:
        """Ask under which name to write."""
        dialog = self._file_dialog(title, str(suggested.parent), filters)
        dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suggested.suffix.lstrip("."))
        dialog.selectFile(suggested.name)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        self.show(dialog)

    def choose_folder(self, title: str, start: Path, *, then: Callable[[Path], None]) -> None:
        """Ask for a folder."""
        dialog = self._file_dialog(title, str(start))
        dialog.setFileMode(dialog.FileMode.Directory)
        dialog.setOption(dialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        self.show(dialog)

    def show(self, dialog: QDialog) -> None:
        """Open a dialog, modal to the window, freed when it closes."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QDialog

        dialog.setParent(self._window, dialog.windowFlags() | Qt.WindowType.Dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # By its base: a print dialog hides it behind an overload of another signature.
        QDialog.open(dialog)

    def open_path(self, path: Path) -> None:
        """Let the desktop open a file or a folder."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _box(self, title: str, text: str) -> QMessageBox:
        from PySide6.QtWidgets import QMessageBox

        return QMessageBox(QMessageBox.Icon.NoIcon, title, text, parent=self._window)

    def _file_dialog(self, title: str, place: str, filters: str = "") -> QFileDialog:
        from PySide6.QtWidgets import QFileDialog

        return QFileDialog(self._window, title, place, filters)
