"""The sheet an item is written on: title, kind, unit, and a box for each part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from infodesk.core.checking.findings import Finding, Report, Severity, Span
from infodesk.core.errors import InfodeskError
from infodesk.core.items import WHOLE, Content, Item, Section
from infodesk.core.profiles import Profile
from infodesk.gui.stylesheet import set_role
from infodesk.gui.theme import colours_of
from infodesk.gui.widgets.growing_edit import GrowingEdit, Mark
from infodesk.gui.widgets.section_box import SectionBox

TITLE = "title"
"""Section of a span that lies in the title."""


class ItemEditor(QScrollArea):
    """Shows one item and reads it back.

    Signals:
        edited: the text was changed.
        left: a text box lost the focus.
        kind_chosen: key of the kind chosen.
        unit_entered: the unit written.
        split_wanted: the text shall be split into parts.
        cleaned: what was taken out of a pasted text (``Cleaned``).
        refused: why a pasted text was not taken at all.
    """

    edited = Signal()
    left = Signal()
    kind_chosen = Signal(str)
    unit_entered = Signal(str)
    split_wanted = Signal()
    cleaned = Signal(object)
    refused = Signal(InfodeskError)

    def __init__(self, profiles: Mapping[str, Profile], language: str) -> None:
        super().__init__()
        self._profiles = profiles
        self._language = language
        self._sections: tuple[Section, ...] = ()
        self._boxes: dict[str, SectionBox] = {}
        self._report: Report | None = None
        self._item_id = ""
        self._lit = ""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet = QWidget()
        set_role(self._sheet, "plain")
        self._rows = QVBoxLayout(self._sheet)
        self._rows.setContentsMargins(20, 12, 20, 16)
        self._rows.setSpacing(12)
        self.title_edit = GrowingEdit(lines=1, spacing_percent=120, single=True)
        self.title_edit.setObjectName("title_edit")
        self.title_edit.setAccessibleName(self.tr("Title"))
        self.title_edit.hint = self.tr("Title")
        set_role(self.title_edit, "title")
        self.title_edit.edited.connect(self.edited)
        self.title_edit.left.connect(self.left)
        self.title_edit.cleaned.connect(self.cleaned)
        self.title_edit.refused.connect(self.refused)
        self.title_edit.ended.connect(self._on_title_ended)
        self._rows.addWidget(self.title_edit)
        self._rows.addLayout(self._make_details())
        self._rows.addWidget(self._make_offer())
        self._parts = QVBoxLayout()
        self._parts.setSpacing(12)
        self._rows.addLayout(self._parts)
        self._rows.addStretch(1)
        self.setWidget(self._sheet)

    def show_item(self, item: Item, units: Sequence[str]) -> None:
        """Show an item as the journal has it; another item starts at its top."""
        another = item.id != self._item_id
        self._item_id = item.id
        self._report = None
        self.title_edit.load(item.content.title)
        self.kind_combo.blockSignals(True)
        self.kind_combo.setCurrentIndex(self.kind_combo.findData(item.kind))
        self.kind_combo.blockSignals(False)
        self.unit_edit.setText(item.unit)
        self._units.setStringList(list(units))
        self._lay_out(item.content, self._profiles.get(item.kind))
        self._mark()
        if another:
            self.verticalScrollBar().setValue(0)

    def content(self) -> Content:
        """Return what stands in the boxes, in the order of the item's sections."""
        sections = tuple(
            Section(section.key, self._boxes[section.key].edit.text())
            for section in self._sections
            if section.key in self._boxes
        )
        return Content(self.title_edit.text().replace("\n", " "), sections)

    def set_editable(self, editable: bool) -> None:
        """Let the text be changed, or only be read and copied."""
        for edit in self._edits().values():
            edit.setReadOnly(not editable)
        self.kind_combo.setEnabled(editable)
        self.unit_edit.setReadOnly(not editable)
        self._offer.setVisible(editable and WHOLE in self._boxes)

    def is_composing(self) -> bool:
        """Return whether an input method is at work in one of the boxes."""
        return any(edit.is_composing for edit in self._edits().values())

    def show_report(self, report: Report) -> None:
        """Show states and findings of a check of the text as it stands."""
        self._report = report
        for key, box in self._boxes.items():
            box.show_state(report.parts.get(key))
        self._mark()

    def light(self, key: str) -> None:
        """Put the sentences that state a part on a green ground; none for an empty key."""
        self._lit = key
        self._mark()

    def go_to(self, span: Span) -> None:
        """Select a place and bring it into view."""
        edit = self._edits().get(span.section)
        if edit is None and self._boxes:
            edit = next(iter(self._boxes.values())).edit
        if edit is None:
            return
        edit.go_to(span.start, span.end)
        # The box may just have been laid out; its place is known after this turn of the loop.
        QTimer.singleShot(0, edit, lambda: self._reveal(edit))

    def focus_title(self) -> None:
        """Put the cursor into the title."""
        self.title_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reveal(self, edit: GrowingEdit) -> None:
        place = edit.mapTo(self._sheet, edit.cursorRect().center())
        self.ensureVisible(place.x(), place.y(), 0, 80)

    def _edits(self) -> dict[str, GrowingEdit]:
        return {TITLE: self.title_edit} | {key: box.edit for key, box in self._boxes.items()}

    def _lay_out(self, content: Content, profile: Profile | None) -> None:
        """Make the boxes an item needs; those that stay keep their cursor and their undo steps."""
        sections = {section.key: section.text for section in content.sections}
        if profile is not None and content.is_split:
            parts = [part.key for part in profile.parts]
            known = {key: sections.get(key, "") for key in parts}
            # Texts under keys of another kind stay, below, until the clerk moves them.
            known |= {key: text for key, text in sections.items() if text and key not in known}
            sections = known
        elif not sections:
            sections = {WHOLE: ""}
        for key in [key for key in self._boxes if key not in sections]:
            box = self._boxes.pop(key)
            self._parts.removeWidget(box)
            box.hide()
            box.deleteLater()
        for place, (key, text) in enumerate(sections.items()):
            box = self._boxes.get(key) or self._make_box(key, profile)
            box.show_state(None)
            if box.edit.text() != text:
                box.edit.load(text)
            self._parts.insertWidget(place, box)
        self._sections = tuple(Section(key, text) for key, text in sections.items())
        self._offer.setVisible(WHOLE in self._boxes)
        order: list[QWidget] = [self.title_edit, self.kind_combo, self.unit_edit]
        order += [self._boxes[key].edit for key in sections]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _make_box(self, key: str, profile: Profile | None) -> SectionBox:
        part = profile.part(key) if profile is not None else None
        if part is not None:
            box = SectionBox.of(part, language=self._language)
        else:
            title = self.tr("Text") if key == WHOLE else self.tr("Other text")
            hint = self.tr("Write or paste the text here") if key == WHOLE else ""
            box = SectionBox(key, title, hint, language=self._language)
        box.edit.edited.connect(self.edited)
        box.edit.left.connect(self.left)
        box.edit.cleaned.connect(self.cleaned)
        box.edit.refused.connect(self.refused)
        box.evidence_wanted.connect(self.light)
        self._boxes[key] = box
        return box

    def _mark(self) -> None:
        report, colours = self._report, colours_of(self)
        marks: dict[str, list[Mark]] = {key: [] for key in self._edits()}
        if report is not None:
            lit = report.parts.get(self._lit)
            for span in lit.evidence if lit is not None else ():
                marks.get(span.section, []).append(
                    Mark(span.start, span.end, ground=colours.done_ground)
                )
            tones = {Severity.MUST: colours.must, Severity.SHOULD: colours.should}
            for finding in _by_weight(report.findings):
                tone = tones.get(finding.severity, colours.muted)
                span = finding.span
                marks.get(span.section, []).append(Mark(span.start, span.end, wave=tone))
        for key, edit in self._edits().items():
            edit.mark(marks[key])

    def _make_details(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.kind_combo = QComboBox()
        self.kind_combo.setObjectName("kind_combo")
        self.kind_combo.setAccessibleName(self.tr("Kind"))
        for key, profile in self._profiles.items():
            self.kind_combo.addItem(profile.name, key)
        self.kind_combo.currentIndexChanged.connect(
            lambda: self.kind_chosen.emit(self.kind_combo.currentData())
        )
        row.addWidget(self.kind_combo)
        self.unit_edit = QLineEdit()
        self.unit_edit.setObjectName("unit_edit")
        self.unit_edit.setAccessibleName(self.tr("Unit"))
        self.unit_edit.setPlaceholderText(self.tr("Reporting unit"))
        self.unit_edit.setMaximumWidth(220)
        self._units = QStringListModel(self)
        completer = QCompleter(self._units, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.unit_edit.setCompleter(completer)
        self.unit_edit.editingFinished.connect(
            lambda: self.unit_entered.emit(self.unit_edit.text().strip())
        )
        row.addWidget(self.unit_edit, 1)
        row.addStretch(1)
        return row

    def _make_offer(self) -> QWidget:
        self._offer = QFrame()
        set_role(self._offer, "notice")
        row = QHBoxLayout(self._offer)
        row.setContentsMargins(14, 6, 8, 6)
        text = QLabel(self.tr("This text is not yet split into its parts."))
        text.setWordWrap(True)
        row.addWidget(text, 1)
        self.split_button = QPushButton(self.tr("Split by sentence…"))
        self.split_button.setObjectName("split_button")
        self.split_button.clicked.connect(self.split_wanted)
        row.addWidget(self.split_button)
        return self._offer

    def _on_title_ended(self) -> None:
        if self._boxes:
            next(iter(self._boxes.values())).edit.setFocus(Qt.FocusReason.TabFocusReason)


def _by_weight(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings lightest first, so that the heaviest line is drawn last, on top."""
    weight = {Severity.HINT: 0, Severity.SHOULD: 1, Severity.MUST: 2}
    return sorted(findings, key=lambda finding: weight[finding.severity])
