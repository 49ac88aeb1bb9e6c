"""What the check found: what must be mended in sight, the rest behind one press."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from infodesk.core.checking.findings import Finding, Fix, Severity, Span
from infodesk.core.checking.fixes import mark_fixes
from infodesk.core.items import Content
from infodesk.gui.stylesheet import set_role
from infodesk.gui.widgets.finding_card import FindingCard

MOST = 60
"""Findings that are listed; a text with more has one trouble, not sixty."""

_EXCERPT = 24


class FindingsList(QScrollArea):
    """The findings, heaviest first; those that need not stop an approval are folded away.

    Signals:
        place_wanted: the place a finding speaks of.
        fixes_wanted: fixes (list of ``Fix``) that shall be made together.
        pointed: the finding that is looked at, None where none is.
        source_wanted: the finding whose other text shall be shown.
    """

    pointed = Signal(object)
    source_wanted = Signal(Finding)
    place_wanted = Signal(Span)
    fixes_wanted = Signal(list)

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._found: list[tuple[Finding, str]] = []
        self._is_unfolded = False
        self._is_read_only = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = QWidget()
        set_role(sheet, "plain")
        self._rows = QVBoxLayout(sheet)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.marks_button = QPushButton()
        self.marks_button.setObjectName("fix_marks_button")
        set_role(self.marks_button, "row")
        self.marks_button.clicked.connect(self._on_marks_clicked)
        self.fold_button = QPushButton()
        self.fold_button.setObjectName("unfold_findings_button")
        set_role(self.fold_button, "row")
        self.fold_button.clicked.connect(self._on_fold_clicked)
        self._note, self._rest = QLabel(), QLabel()
        for label, name in ((self._note, "findings_note_label"), (self._rest, "rest_label")):
            label.setObjectName(name)
            label.setWordWrap(True)
            label.setContentsMargins(14, 12, 14, 12)
            set_role(label, "muted")
        for widget in (self._note, self.fold_button, self.marks_button, self._rest):
            self._rows.addWidget(widget)
        self._rows.addStretch(1)
        self.setWidget(sheet)
        self._lay_out()

    def cards(self) -> list[FindingCard]:
        """Return the cards shown, from the top."""
        held = [self._rows.itemAt(place) for place in range(self._rows.count())]
        widgets = [item.widget() for item in held if item is not None]
        return [widget for widget in widgets if isinstance(widget, FindingCard)]

    def show_findings(
        self, findings: tuple[Finding, ...], content: Content, *, read_only: bool = False
    ) -> None:
        """Show what a check found in a content; fixes are offered where it may be changed."""
        found = [(finding, _excerpt(finding, content)) for finding in _ordered(findings)]
        if (found, read_only) == (self._found, self._is_read_only):
            return
        self._found, self._is_read_only = found, read_only
        self._lay_out()

    def unfold(self) -> None:
        """Show the findings that are folded away."""
        self._is_unfolded = True
        self._lay_out()

    def _lay_out(self) -> None:
        self._clear()
        musts = [each for each in self._found if each[0].severity is Severity.MUST]
        rest = self._found[len(musts) :]
        shown = (musts + rest if self._is_unfolded else musts)[:MOST]
        for place, (finding, excerpt) in enumerate(shown):
            card = FindingCard(
                finding, excerpt, language=self._language, read_only=self._is_read_only
            )
            card.pressed.connect(lambda found: self.place_wanted.emit(found.span))
            card.pointed.connect(self.pointed)
            card.source_wanted.connect(self.source_wanted)
            card.fix_wanted.connect(lambda fix: self.fixes_wanted.emit([fix]))
            at = place if place < len(musts) else place + 3
            self._rows.insertWidget(at, card)
        sign = "▾" if self._is_unfolded else "▸"
        words = self.tr("{count} more to look at").format(count=len(rest))
        self.fold_button.setText(f"{sign} {words}")
        self.fold_button.setVisible(bool(rest))
        marks = [] if self._is_read_only else self._mark_fixes()
        text = self.tr("Mend {count} wrong marks at once").format(count=len(marks))
        self.marks_button.setText(text)
        self.marks_button.setVisible(len(marks) > 1)
        hidden = len(musts) + len(rest) - MOST
        note = "" if musts else self.tr("Nothing that must be mended.")
        _tell(self._note, note if self._found else self.tr("Nothing to complain of."))
        _tell(self._rest, self.tr("And {count} more.").format(count=hidden) if hidden > 0 else "")

    def _mark_fixes(self) -> list[Fix]:
        return mark_fixes(finding for finding, _ in self._found)

    def _on_fold_clicked(self) -> None:
        self._is_unfolded = not self._is_unfolded
        self._lay_out()

    def _on_marks_clicked(self) -> None:
        self.fixes_wanted.emit(self._mark_fixes())

    def _clear(self) -> None:
        self.pointed.emit(None)
        for card in self.cards():
            self._rows.removeWidget(card)
            card.hide()
            card.deleteLater()


def _tell(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


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
