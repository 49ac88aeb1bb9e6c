"""Taking texts in: files are read beside the window, added on it, each told in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from infodesk import messages
from infodesk.core.errors import InfodeskError
from infodesk.core.items import Content, Source
from infodesk.gui.context import PageContext
from infodesk.gui.messages import explain
from infodesk.gui.tasks import Progress
from infodesk.workspace import read_file

if TYPE_CHECKING:
    from infodesk.core.intake import Cleaned

FEW = 3
"""Files up to which no progress is shown: they take a moment."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file that was read, or why it could not be."""

    path: Path
    content: Content | None = None
    cleaned: Cleaned | None = None
    error: Exception | None = None


def read_all(files: Sequence[Path], progress: Progress) -> list[Reading]:
    """Read files one after the other; a bad one does not stop the others."""
    readings = []
    for done, path in enumerate(files):
        progress(done, len(files))
        try:
            content, found = read_file(path)
        except (InfodeskError, OSError) as error:
            readings.append(Reading(path, error=error))
        else:
            readings.append(Reading(path, content, found))
    return readings


def cleaning_words(found: Cleaned, language: str) -> str:
    """Return what was removed from a text, empty where nothing was."""
    said = [messages.say("intake", n.treatment, language, count=n.count) for n in found.notes]
    return ("；" if language == "zh" else "; ").join(said)


class TakingIn(QObject):
    """Opens files as drafts.

    Signals:
        added: ids of the items made, in the order of the files.
    """

    added = Signal(list)

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def take(self, files: Sequence[Path]) -> None:
        """Read files and add what they hold."""
        from infodesk.gui.dialogs.progress_dialog import ProgressDialog

        task = self._context.tasks.run(
            lambda progress: read_all(files, progress), self._add, failed=self._tell
        )
        if len(files) > FEW:
            title = self.tr("Opening files")
            self._context.prompts.show(ProgressDialog(title, self.tr("Reading"), task))

    def take_text(self, text: str) -> None:
        """Take a pasted text in as a draft; says why where it can't be."""
        from infodesk.core.intake import cleaned, content_from

        try:
            found = cleaned(text)
            content = content_from(found.text)
            item = self._context.workspace.items.add(content, author=self._context.office.clerk)
        except (InfodeskError, OSError) as error:
            self._tell(error)
            return
        self._context.status.note.emit(cleaning_words(found, self._context.language))
        self.added.emit([item.id])

    def _add(self, readings: list[Reading]) -> None:
        ids: list[str] = []
        notes: list[str] = []
        refused = 0
        for reading in readings:
            try:
                if reading.content is None:
                    raise reading.error or OSError(reading.path)
                item = self._context.workspace.items.add(
                    reading.content, source=Source.FILE, author=self._context.office.clerk
                )
            except (InfodeskError, OSError) as error:
                refused += 1
                notes.append(self._named(reading.path, explain(error, self._context.language)))
                continue
            ids.append(item.id)
            if reading.cleaned is not None and reading.cleaned.notes:
                words = cleaning_words(reading.cleaned, self._context.language)
                notes.append(self._named(reading.path, words))
        self._say(len(ids), refused, notes)
        if ids:
            self.added.emit(ids)

    def _named(self, path: Path, words: str) -> str:
        return words if path.name in words else f"{path.name}: {words}"

    def _say(self, added: int, refused: int, notes: Sequence[str]) -> None:
        summary = self.tr("{count} files opened").format(count=added)
        if refused:
            summary += self.tr(", {count} could not be opened").format(count=refused)
        self._context.status.note.emit(summary)
        if notes:
            from infodesk.gui.dialogs.outcome_dialog import OutcomeDialog

            self._context.prompts.show(OutcomeDialog(summary, notes))

    def _tell(self, error: Exception) -> None:
        said = explain(error, self._context.language)
        self._context.prompts.inform(self.tr("Opening files"), said)
