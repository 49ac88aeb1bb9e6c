"""What the check found, each with its weight, its sentence and the place it speaks of."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from infodesk.core.checking.findings import Finding, Severity, Span
from infodesk.core.items import Content
from infodesk.gui.messages import finding_remedy, term
from infodesk.gui.stylesheet import set_role
from infodesk.messages import finding_text

MOST = 60
"""Findings that are listed; a text with more has one trouble, not sixty."""

_EXCERPT = 24


class FindingCard(QFrame):
    """One finding; pressed by mouse or Enter, it leads to its place.

    Signals:
        pressed: the finding.
    """

    pressed = Signal(Finding)

    def __init__(self, finding: Finding, excerpt: str, language: str) -> None:
        super().__init__()
        self.finding = finding
        set_role(self, "finding")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        rows = QVBoxLayout(self)
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
        rows.addLayout(head)
        for line in (excerpt, finding_remedy(finding, language)):
            if line:
                below = QLabel(line)
                below.setWordWrap(True)
                below.setTextFormat(Qt.TextFormat.PlainText)
                set_role(below, "small")
                rows.addWidget(below)
        self.setAccessibleName(f"{weight.text()} {text.text()}")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.pressed.emit(self.finding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit(self.finding)
        else:
            super().keyPressEvent(event)


class FindingsList(QScrollArea):
    """The findings, heaviest first.

    Signals:
        place_wanted: the place a finding speaks of.
    """

    place_wanted = Signal(Span)

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._shown: object = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = QWidget()
        set_role(sheet, "plain")
        self._rows = QVBoxLayout(sheet)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._note = QLabel()
        self._note.setObjectName("findings_note_label")
        self._note.setWordWrap(True)
        self._note.setContentsMargins(14, 12, 14, 12)
        set_role(self._note, "muted")
        self._rows.addWidget(self._note)
        self._rows.addStretch(1)
        self.setWidget(sheet)

    def cards(self) -> list[FindingCard]:
        """Return the cards shown, from the top."""
        held = [self._rows.itemAt(place) for place in range(self._rows.count())]
        widgets = [item.widget() for item in held if item is not None]
        return [widget for widget in widgets if isinstance(widget, FindingCard)]

    def show_findings(self, findings: tuple[Finding, ...], content: Content) -> None:
        """Show what a check found in a content."""
        wanted = [(finding, _excerpt(finding, content)) for finding in _ordered(findings)]
        if wanted == self._shown:
            return
        self._shown = wanted
        self._clear()
        for place, (finding, excerpt) in enumerate(wanted[:MOST]):
            card = FindingCard(finding, excerpt, self._language)
            card.pressed.connect(lambda found: self.place_wanted.emit(found.span))
            self._rows.insertWidget(place, card)
        rest = len(wanted) - MOST
        if not wanted:
            text = self.tr("Nothing to complain of.")
        elif rest > 0:
            text = self.tr("And {count} more.").format(count=rest)
        else:
            text = ""
        self._tell(text)

    def _tell(self, text: str) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def _clear(self) -> None:
        for card in self.cards():
            self._rows.removeWidget(card)
            card.hide()
            card.deleteLater()


def _ordered(findings: tuple[Finding, ...]) -> list[Finding]:
    weight = {Severity.MUST: 0, Severity.SHOULD: 1, Severity.HINT: 2}
    return sorted(findings, key=lambda finding: weight[finding.severity])


def _excerpt(finding: Finding, content: Content) -> str:
    """Return the stretch a finding speaks of, on one line, shortened in its middle."""
    span = finding.span
    whole = content.title if span.section == "title" else content.text_of(span.section)
    text = " ".join(whole[span.start : span.end].split())
    if len(text) > _EXCERPT:
        text = f"{text[: _EXCERPT // 2]}……{text[-_EXCERPT // 2 :]}"
    return f"“{text}”" if text else ""
