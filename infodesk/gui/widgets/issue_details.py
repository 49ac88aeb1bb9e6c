"""What an issue says besides its items: head, editor's note, distribution, who signed it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QDate, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from infodesk.core.bulletins import Issue, IssueState, Series
from infodesk.gui.stylesheet import set_role

TYPING_PAUSE_MS = 600
MOST_LINES = 4


class IssueDetails(QWidget):
    """The fields of an issue; read-only once it is signed.

    Signals:
        note_changed: the editor's note, at a pause of the keyboard.
        masthead_chosen: key of the head.
        distribution_asked: the list is to be seen or edited.
    """

    note_changed = Signal(str)
    masthead_chosen = Signal(str)
    distribution_asked = Signal()

    def __init__(self, heads: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept_note = ""
        self._distribution = ""
        self.signer_label, self.signer_field = self._read_only(self.tr("Signed by"), "signer_field")
        self.date_label, self.date_field = self._read_only(self.tr("Date"), "signed_on_field")
        self.masthead_combo = QComboBox(self)
        self.masthead_combo.setObjectName("masthead_combo")
        self.masthead_combo.setAccessibleName(self.tr("Head"))
        self.masthead_combo.setToolTip(self.tr("The head is the same in all issues of a series."))
        self.masthead_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.show_heads(heads)
        self.masthead_combo.activated.connect(
            lambda: self.masthead_chosen.emit(self.masthead_combo.currentData())
        )
        self.note_edit = QPlainTextEdit(self)
        self.note_edit.setObjectName("editor_note_edit")
        self.note_edit.setAccessibleName(self.tr("Editor's note"))
        self.note_edit.setPlaceholderText(self.tr("none"))
        self.note_edit.setTabChangesFocus(True)
        self.note_edit.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.note_edit.document().setDocumentMargin(1)
        # Later, not amid a layout: the layout above would not hear of the new height.
        self._fit_soon = QTimer(self)
        self._fit_soon.setSingleShot(True)
        self._fit_soon.timeout.connect(self._fit_note)
        self.note_edit.document().documentLayout().documentSizeChanged.connect(
            lambda _size: self._fit_soon.start()
        )
        self.masthead_label = self._label(self.tr("Head"), self.masthead_combo)
        self.note_label = self._label(self.tr("Editor's note"), self.note_edit)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.note_edit.textChanged.connect(self._on_note_changed)
        self.distribution_button = QPushButton(self)
        self.distribution_button.setObjectName("distribution_button")
        self.distribution_button.setAccessibleName(self.tr("Distribution list"))
        set_role(self.distribution_button, "field")
        self.distribution_button.clicked.connect(self.distribution_asked)
        self.copies_label, self.copies_field = self._read_only(self.tr("Copies"), "copies_field")
        self.withdrawn_label = QLabel(self)
        self.withdrawn_label.setObjectName("withdrawn_label")
        self.withdrawn_label.setWordWrap(True)
        set_role(self.withdrawn_label, "must")
        self._lay_out()

    def show_heads(self, heads: Mapping[str, str]) -> None:
        """Offer these heads, by key."""
        chosen = self.masthead_combo.currentData()
        self.masthead_combo.clear()
        for key, name in heads.items():
            self.masthead_combo.addItem(name, key)
        self.masthead_combo.setCurrentIndex(self.masthead_combo.findData(chosen))

    def show_issue(self, issue: Issue, series: Series) -> None:
        """Show the fields of an issue."""
        is_open = issue.state is IssueState.OPEN
        signed = issue.signed_on is not None
        widget: QWidget
        for widget in (self.signer_label, self.signer_field, self.date_label, self.date_field):
            widget.setVisible(signed)
        self.signer_field.setText(issue.signer)
        if issue.signed_on is not None:
            on = issue.signed_on
            self.date_field.setText(
                QLocale().toString(QDate(on.year, on.month, on.day), self.tr("MMM d, yyyy"))
            )
        for field in (self.signer_field, self.date_field):
            field.setCursorPosition(0)
        self.masthead_combo.setCurrentIndex(self.masthead_combo.findData(series.masthead))
        self._kept_note = issue.editor_note
        if self.note_edit.toPlainText() != issue.editor_note:
            self.note_edit.setPlainText(issue.editor_note)
        self._pause.stop()
        self.note_edit.setReadOnly(not is_open)
        # What can't be changed any more and says nothing only takes room from the cards.
        for widget in (self.masthead_label, self.masthead_combo):
            widget.setVisible(is_open)
        for widget in (self.note_label, self.note_edit):
            widget.setVisible(is_open or bool(issue.editor_note))
        names = "；".join(f"{each.way}：{each.name}" for each in issue.distribution)
        self._distribution = names or self.tr("no one yet")
        self.distribution_button.setToolTip(names)
        self.distribution_button.setEnabled(is_open)
        self.copies_field.setText(self.tr("{count} copies").format(count=issue.copies))
        self.withdrawn_label.setVisible(issue.state is IssueState.WITHDRAWN)
        self.withdrawn_label.setText(
            self.tr("Withdrawn: {reason}").format(reason=issue.withdrawn_because)
        )
        self._elide()

    def flush(self) -> None:
        """Tell at once what was written into the note since it was last told."""
        self._pause.stop()
        text = self.note_edit.toPlainText()
        if text != self._kept_note and not self.note_edit.isReadOnly():
            self._kept_note = text
            self.note_changed.emit(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()
        self._fit_soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._elide()
        self._fit_note()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        distribution_label = self._label(self.tr("Distribution"), self.distribution_button)
        grid.addWidget(self.withdrawn_label, 0, 0, 1, 4)
        grid.addWidget(self.signer_label, 1, 0)
        grid.addWidget(self.signer_field, 1, 1)
        grid.addWidget(self.date_label, 1, 2)
        grid.addWidget(self.date_field, 1, 3)
        grid.addWidget(distribution_label, 2, 0)
        grid.addWidget(self.distribution_button, 2, 1)
        grid.addWidget(self.copies_label, 2, 2)
        grid.addWidget(self.copies_field, 2, 3)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.note_label, 3, 0, top)
        grid.addWidget(self.note_edit, 3, 1, top)
        grid.addWidget(self.masthead_label, 3, 2, top)
        grid.addWidget(self.masthead_combo, 3, 3, top)
        for label in (self.note_label, self.masthead_label):
            label.setContentsMargins(0, 6, 0, 0)
        grid.setColumnStretch(1, 8)
        grid.setColumnStretch(3, 5)
        QWidget.setTabOrder(self.distribution_button, self.note_edit)
        QWidget.setTabOrder(self.note_edit, self.masthead_combo)

    def _label(self, text: str, buddy: QWidget) -> QLabel:
        label = QLabel(text, self)
        label.setBuddy(buddy)
        set_role(label, "muted")
        return label

    def _read_only(self, text: str, name: str) -> tuple[QLabel, QLineEdit]:
        field = QLineEdit(self)
        field.setObjectName(name)
        field.setAccessibleName(text)
        field.setReadOnly(True)
        field.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        field.setMinimumWidth(60)
        return self._label(text, field), field

    def _on_note_changed(self) -> None:
        if not self.note_edit.isReadOnly():
            self._pause.start()

    def _fit_note(self) -> None:
        lines = max(int(self.note_edit.document().size().height()), 1)
        line = QFontMetrics(self.note_edit.font()).lineSpacing()
        bars = Qt.ScrollBarPolicy
        fits = lines <= MOST_LINES
        self.note_edit.setVerticalScrollBarPolicy(
            bars.ScrollBarAlwaysOff if fits else bars.ScrollBarAsNeeded
        )
        self.note_edit.setFixedHeight(min(lines, MOST_LINES) * line + 15)

    def _elide(self) -> None:
        metrics = QFontMetrics(self.distribution_button.font())
        room = max(self.distribution_button.width() - 24, 40)
        shown = metrics.elidedText(self._distribution, Qt.TextElideMode.ElideRight, room)
        self.distribution_button.setText(shown)
