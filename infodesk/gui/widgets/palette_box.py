"""The box over the window in which anything is found by typing: one line, and what it may mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from infodesk.gui.models.palette_list import Line, PaletteList
from infodesk.gui.stylesheet import set_role
from infodesk.gui.widgets.palette_delegate import PaletteDelegate

WIDTH_PX = 640
TOP_PX = 52
MARGIN_PX = 24

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class PaletteBox(QFrame):
    """Lies over the window, inside it: a window of its own would take the input method away.

    Signals:
        typed: what the line holds now; never what an input method is still composing.
        taken: the line chosen shall be done.
    """

    typed = Signal(str)
    taken = Signal(Line)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._over = window
        self._before: QWidget | None = None
        self.setObjectName("palette_box")
        set_role(self, "palette")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(1, 1, 1, 6)
        rows.setSpacing(0)
        self.line_edit = QLineEdit()
        self.line_edit.setObjectName("palette_edit")
        self.line_edit.setAccessibleName(self.tr("Find or do"))
        self.line_edit.setPlaceholderText(
            self.tr("Items, issues, units, commands – by any words or by pinyin initials")
        )
        set_role(self.line_edit, "palette")
        rows.addWidget(self.line_edit)
        self.model = PaletteList(self)
        self.view = QListView()
        self.view.setObjectName("palette_view")
        self.view.setAccessibleName(self.tr("What it may mean"))
        self.view.setModel(self.model)
        self._delegate = PaletteDelegate()
        self.view.setItemDelegate(self._delegate)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setMouseTracking(True)
        set_role(self.view, "palette")
        rows.addWidget(self.view)
        self.note_label = QLabel(self.tr("Nothing is called so, and no text says it."))
        self.note_label.setObjectName("palette_note_label")
        self.note_label.setContentsMargins(16, 12, 16, 8)
        set_role(self.note_label, "muted")
        rows.addWidget(self.note_label)
        self.line_edit.textChanged.connect(self.typed)
        self.line_edit.installEventFilter(self)
        window.installEventFilter(self)
        self.view.clicked.connect(lambda index: self._take(index.row()))
        self.view.entered.connect(self.view.setCurrentIndex)
        self.hide()

    def open(self) -> None:
        """Show the box, empty, and put the cursor into it."""
        self.line_edit.blockSignals(True)
        self.line_edit.clear()
        self.line_edit.blockSignals(False)
        self.model.show(())
        self.note_label.hide()
        self._fit()
        self._before = self._over.focusWidget()
        self.show()
        self.raise_()
        self.line_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.typed.emit("")

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show what was found; the first of it is chosen."""
        self.model.show(lines)
        if lines:
            self.view.setCurrentIndex(self.model.index(0))
            self.view.scrollToTop()
        self.note_label.setVisible(not lines)
        self.view.setVisible(bool(lines))
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line_edit:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._on_key(event)
            if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
                self._on_left(event)
        elif event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.view.currentIndex().row())
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _on_left(self, event: QFocusEvent) -> None:
        """Close when something else is clicked; not when another window comes before this one."""
        gone = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if event.reason() not in gone:
            self.hide()

    def _step(self, by: int) -> None:
        count = self.model.rowCount()
        if not count:
            return
        here = self.view.currentIndex().row()
        place = (here + by) % count if abs(by) == 1 else min(max(here + by, 0), count - 1)
        self.view.setCurrentIndex(self.model.index(place))

    def _take(self, place: int) -> None:
        line = self.model.line(place)
        if line is not None:
            self.hide()
            self.taken.emit(line)

    def _fit(self) -> None:
        """Lie in the middle above, as high as the lines need and the window allows."""
        window = self._over
        width = min(WIDTH_PX, window.width() - 2 * MARGIN_PX)
        rows = range(self.model.rowCount())
        height = sum(self.view.sizeHintForIndex(self.model.index(row)).height() for row in rows)
        room = window.height() - TOP_PX - MARGIN_PX - self.line_edit.sizeHint().height() - 12
        self.view.setFixedHeight(min(height + 4, room))
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((window.width() - width) // 2, TOP_PX)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # The keyboard goes back to where it was.
        if self.line_edit.hasFocus() and self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
