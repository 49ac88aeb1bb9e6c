"""Acts that can be taken back, and done again; for as long as the journal is open.

An act taken back is an act of its own: the journal records it with who and when, and what was
recorded before stays.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from infodesk.core.errors import InfodeskError

MOST = 50
"""Acts that are remembered."""


@dataclass(frozen=True, slots=True)
class Step:
    """An act that was done.

    Attributes:
        words: what it was, for the clerk, e.g. "approval of …".
        undo: takes it back; raises InfodeskError where that is no longer allowed.
        redo: does it again.
    """

    words: str
    undo: Callable[[], object]
    redo: Callable[[], object]


class Undoing(QObject):
    """What was done and what was taken back, the last first.

    Signals:
        changed: what can be undone and what can be redone, in words; empty where nothing can.
        refused: why an act cannot be taken back or done again; it is forgotten.
        done: an act was taken back or done again.
    """

    changed = Signal(str, str)
    refused = Signal(Exception)
    done = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def note(self, step: Step) -> None:
        """Remember an act that was done; what was taken back before it cannot be redone."""
        self._done = [*self._done, step][-MOST:]
        self._undone.clear()
        self._tell()

    def undo(self) -> None:
        """Take the last act back."""
        self._move(self._done, self._undone, lambda step: step.undo())

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._move(self._undone, self._done, lambda step: step.redo())

    def clear(self) -> None:
        """Forget everything: the journal is closed."""
        self._done.clear()
        self._undone.clear()
        self._tell()

    def _move(self, source: list[Step], target: list[Step], act: Callable[[Step], object]) -> None:
        if not source:
            return
        step = source.pop()
        try:
            act(step)
        except (InfodeskError, OSError) as error:
            self.refused.emit(error)
        else:
            target.append(step)
            self.done.emit()
        self._tell()

    def _tell(self) -> None:
        undo, redo = (steps[-1].words if steps else "" for steps in (self._done, self._undone))
        self.changed.emit(undo, redo)
