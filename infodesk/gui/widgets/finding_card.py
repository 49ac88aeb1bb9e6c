"""One finding as a card: its weight, its sentence, what to do, and fixes made by a press."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout

from infodesk.checker import explanations
from infodesk.core.checking.findings import Finding, Fix
from infodesk.gui.messages import finding_remedy, term
from infodesk.gui.stylesheet import set_role
from infodesk.gui.widgets.flow_layout import FlowLayout
from infodesk.messages import finding_text

COPIED, ALIKE = "copied-passage", "near-duplicate"
"""The rules whose findings name another text: one on file, another item."""

MOST_SHOWN = 18
"""Characters of a fix that its button shows."""


class FindingCard(QFrame):
    """One finding; pressed by mouse or Enter, it leads to its place.

    Signals:
        pressed: the finding.
        pointed: the finding, where mouse or keyboard came to the card; None where it left.
        fix_wanted: a fix that was chosen.
        source_wanted: the finding whose other text shall be shown.
    """

    pressed = Signal(Finding)
    pointed = Signal(object)
    fix_wanted = Signal(Fix)
    source_wanted = Signal(Finding)

    def __init__(self, finding: Finding, excerpt: str, *, language: str, read_only: bool) -> None:
        super().__init__()
        self.finding = finding
        set_role(self, "finding")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.why_label: QLabel | None = None
        self._rows = rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 10, 14, 10)
        rows.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(8)
        weight = QLabel(term(f"severity-{finding.severity.value}", language))
        set_role(weight, finding.severity.value)
        head.addWidget(weight, 0, Qt.AlignmentFlag.AlignTop)
        text = QLabel(finding_text(finding, language))
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        head.addWidget(text, 1)
        self.why_button = QToolButton()
        self.why_button.setObjectName("why_button")
        self.why_button.setText(self.tr("Why"))
        self.why_button.setCheckable(True)
        set_role(self.why_button, "foot")
        self.why_button.toggled.connect(self._on_why_toggled)
        head.addWidget(self.why_button, 0, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(head)
        for line in (excerpt, finding_remedy(finding, language)):
            if line:
                below = QLabel(line)
                below.setWordWrap(True)
                below.setTextFormat(Qt.TextFormat.PlainText)
                set_role(below, "small")
                rows.addWidget(below)
        if finding.rule in (COPIED, ALIKE):
            is_copied = finding.rule == COPIED
            self.source_button = QPushButton(
                self.tr("See the source") if is_copied else self.tr("See that item")
            )
            self.source_button.setObjectName("source_button")
            set_role(self.source_button, "small")
            self.source_button.clicked.connect(lambda: self.source_wanted.emit(finding))
            rows.addWidget(self.source_button, 0, Qt.AlignmentFlag.AlignLeft)
        if finding.fixes and not read_only:
            rows.addLayout(self._make_fixes())
        self.setAccessibleName(f"{weight.text()} {text.text()}")

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit(self.finding)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.pointed.emit(self.finding)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.pointed.emit(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.pressed.emit(self.finding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit(self.finding)
        else:
            super().keyPressEvent(event)

    def _on_why_toggled(self, wanted: bool) -> None:
        """Show or hide which rule of the office this is, and what it is for."""
        if self.why_label is None:
            explanation = explanations()[self.finding.rule]
            self.why_label = QLabel(f"{explanation.why}\n{explanation.source}")
            self.why_label.setObjectName("why_label")
            self.why_label.setWordWrap(True)
            self.why_label.setTextFormat(Qt.TextFormat.PlainText)
            set_role(self.why_label, "notice_text")
            self._rows.addWidget(self.why_label)
        self.why_label.setVisible(wanted)

    def _make_fixes(self) -> FlowLayout:
        row = FlowLayout()
        for number, fix in enumerate(self.finding.fixes):
            button = QPushButton(fix_words(fix))
            button.setObjectName(f"fix_{number}_button")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            set_role(button, "small")
            button.clicked.connect(partial(self.fix_wanted.emit, fix))
            row.addWidget(button)
        return row


def fix_words(fix: Fix) -> str:
    """Return what a fix does, shortened."""
    texts = dict.fromkeys(edit.replacement for edit in fix.edits if edit.replacement)
    words = " ".join(texts)
    if not words:
        return QCoreApplication.translate("FindingCard", "Remove it")
    shown = words if len(words) <= MOST_SHOWN else f"{words[: MOST_SHOWN - 1]}…"
    return QCoreApplication.translate("FindingCard", "Write {text}").format(text=shown)
