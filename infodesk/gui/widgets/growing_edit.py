"""A box of plain text that grows with what is written, and can mark stretches of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QToolTip, QWidget

from infodesk.core.errors import InfodeskError
from infodesk.gui.theme import colours_of

PARAGRAPH = "\u2029"

_WRAP = Qt.TextFlag.TextWordWrap
"""Of Chinese, between any two characters but before a mark that closes."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to mark, in code points: underlined by a wave, or on a ground."""

    start: int
    end: int
    wave: str = ""
    ground: str = ""


def units_before(text: str, offset: int) -> int:
    """Return Qt's position of a code point offset: Qt counts UTF-16 units."""
    return offset + sum(character > "\uffff" for character in text[:offset])


def points_before(text: str, units: int) -> int:
    """Return the code point offset of Qt's position in a text."""
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "replace"))


class GrowingEdit(QTextEdit):
    """As high as its text, so that only the page around it scrolls.

    Signals:
        edited: the clerk changed the text.
        left: the focus went elsewhere.
        ended: Enter was pressed in a box of one paragraph.
        pasted: a text was pasted or dropped.
        cleaned: what was taken out of a pasted text (``Cleaned``).
        refused: why a pasted text was not taken at all.

    Attributes:
        hint: what stands in the empty box.
        takes_whole: is asked where a text is pasted into a box of one paragraph; returns whether
            it has put the text elsewhere.
        explains: is asked, by an offset in code points, what to say of the text under the mouse.
    """

    edited = Signal()
    pasted = Signal()
    left = Signal()
    ended = Signal()
    cleaned = Signal(object)
    refused = Signal(InfodeskError)

    def __init__(
        self,
        *,
        lines: int = 2,
        spacing_percent: int = 150,
        single: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self._spacing_percent = spacing_percent
        self._single = single
        self._is_loading = False
        self.is_composing = False
        self.hint = ""
        self.takes_whole: Callable[[str], bool] = lambda _text: False
        self.explains: Callable[[int], str] = lambda _offset: ""
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._on_text_changed)
        self.load("")

    def load(self, text: str) -> None:
        """Show another text; there is nothing to undo after it."""
        self._is_loading = True
        document = self.document()
        document.setUndoRedoEnabled(False)
        self.setPlainText(text)
        spacing = QTextBlockFormat()
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        spacing.setLineHeight(self._spacing_percent, proportional.value)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spacing)
        document.setUndoRedoEnabled(True)
        document.setModified(False)
        self._is_loading = False
        self._fit()

    def text(self) -> str:
        """Return the text, paragraphs parted by line feeds.

        ``toPlainText`` is not used: it turns no-break spaces into plain ones.
        """
        return self.document().toRawText().replace(PARAGRAPH, "\n")

    def mark(self, marks: Iterable[Mark]) -> None:
        """Mark stretches; those marked before are cleared."""
        text = self.text()
        self.setExtraSelections([self._selection(text, mark) for mark in marks])

    def replace(self, changes: Iterable[tuple[int, int, str]]) -> None:
        """Put texts in the place of stretches, in code points; one step to undo."""
        text = self.text()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for start, end, instead in sorted(changes, reverse=True):
            cursor.setPosition(units_before(text, start))
            cursor.setPosition(units_before(text, end), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(instead)
        cursor.endEditBlock()

    def go_to(self, start: int, end: int) -> None:
        """Select a stretch, in code points, and take the focus."""
        text = self.text()
        cursor = self.textCursor()
        cursor.setPosition(min(units_before(text, start), self._end()))
        keep = QTextCursor.MoveMode.KeepAnchor
        cursor.setPosition(min(units_before(text, end), self._end()), keep)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_cursor(self, offset: int) -> None:
        """Put the cursor before a code point; the focus stays where it is."""
        cursor = self.textCursor()
        cursor.setPosition(min(units_before(self.text(), offset), self._end()))
        self.setTextCursor(cursor)

    @property
    def cursor_offset(self) -> int:
        """Where the cursor stands, or what is selected begins, in code points."""
        return points_before(self.text(), self.textCursor().selectionStart())

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        said = self.explains(self._offset_at(event.pos()))
        QToolTip.showText(event.globalPos(), said, self.viewport())
        return True

    def _offset_at(self, place: QPoint) -> int:
        """Return the code point under a place of the viewport; -1 where there is no text."""
        cursor = self.cursorForPosition(place)
        # The nearest gap between characters may be the one behind the character.
        if self.cursorRect(cursor).left() > place.x():
            cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
        line = self.cursorRect(cursor)
        if not line.top() <= place.y() <= line.bottom() or cursor.atBlockEnd():
            return -1
        return points_before(self.text(), cursor.position())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.is_composing = False
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._single and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ended.emit()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        from infodesk.core.intake import cleaned

        try:
            # A whole file with NULs is refused; of a pasted piece, the rest is worth having.
            found = cleaned(source.text().replace("\0", ""))
        except InfodeskError as error:
            self.refused.emit(error)
            return
        text = found.text
        if found.notes:
            self.cleaned.emit(found)
        if self._single and self.takes_whole(text):
            return
        self.insertPlainText(" ".join(text.split()) if self._single else text)
        self.pasted.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # Files dropped on the text are for the window, not for the text.
        return source.hasText() and not source.hasUrls()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hint and self.document().isEmpty() and not self.is_composing:
            # Qt's own placeholder is cut off after one line.
            painter = QPainter(self.viewport())
            painter.setPen(QColor(colours_of(self).muted))
            painter.drawText(self.viewport().rect(), int(_WRAP), self.hint)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _end(self) -> int:
        return self.document().characterCount() - 1

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing() * self._spacing_percent // 100
        height = round(self.document().size().height())
        margins = self.contentsMargins()
        least = line
        if self.document().isEmpty():
            least = max(line * self._lines, self._hint_height())
        wanted = max(height, least) + margins.top() + margins.bottom()
        if wanted != self.height():
            self.setFixedHeight(wanted)

    def _hint_height(self) -> int:
        room = QRect(0, 0, max(self.viewport().width(), 1), 10_000)
        return self.fontMetrics().boundingRect(room, int(_WRAP), self.hint).height()

    def _on_text_changed(self) -> None:
        if not self._is_loading:
            self.edited.emit()

    def _selection(self, text: str, mark: Mark) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        look = QTextCharFormat()
        if mark.wave:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(QColor(mark.wave))
        if mark.ground:
            look.setBackground(QColor(mark.ground))
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(units_before(text, mark.start), self._end()))
        keep = QTextCursor.MoveMode.KeepAnchor
        cursor.setPosition(min(units_before(text, mark.end), self._end()), keep)
        selection.cursor = cursor
        selection.format = look
        return selection
