"""The fields of a kind of item: its parts, the elements it asks for, limits, empty phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from infodesk import messages
from infodesk.core.checking.catalogue import ELEMENTS
from infodesk.core.checking.findings import SentenceClass, Severity
from infodesk.core.profiles import Part, Profile
from infodesk.gui.messages import term
from infodesk.gui.stylesheet import set_role
from infodesk.gui.widgets.flow_layout import FlowLayout
from infodesk.gui.widgets.wheel_guard import WheelGuard

TITLE, STATES, SEVERITY, MINIMUM = range(4)
"""Columns of the table of parts."""

ROW_PX = 36
"""Height of a row that holds boxes."""

_WORDS = re.compile(r"[、，,;；\s]+")


class ProfileEdit(QWidget):
    """A kind that is being changed.

    Signals:
        changed: a value was changed by hand.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = "zh"
        self._profile: Profile | None = None
        self._parts: list[Part] = []
        self._wheel = WheelGuard(self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addLayout(self._make_head())
        rows.addWidget(self._make_table(), 1)
        rows.addLayout(self._make_part())
        label = QLabel(self.tr("Elements it must name"))
        set_role(label, "strong")
        rows.addWidget(label)
        self._elements: dict[str, QComboBox] = {}
        self._element_flow = FlowLayout(5)
        rows.addLayout(self._element_flow)
        label = QLabel(self.tr("Phrases that do not count as a statement"))
        set_role(label, "strong")
        rows.addWidget(label)
        self.phrases_edit = QPlainTextEdit()
        self.phrases_edit.setObjectName("phrases_edit")
        self.phrases_edit.setAccessibleName(label.text())
        self.phrases_edit.setMaximumHeight(60)
        self.phrases_edit.textChanged.connect(self._tell)
        rows.addWidget(self.phrases_edit)

    def speak(self, language: str) -> None:
        """Name elements and weights in a language."""
        self._language = language
        words = {name: messages.say("elements", name, language) for name in ELEMENTS}
        widest = max(self.fontMetrics().horizontalAdvance(word) for word in words.values())
        for name, word in words.items():
            combo = QComboBox()
            combo.setObjectName(f"element_{name}_combo")
            combo.setAccessibleName(word)
            combo.addItem(self.tr("not asked"), None)
            for weight in reversed(Severity):
                combo.addItem(term(f"severity-{weight.value}", language), weight)
            combo.currentIndexChanged.connect(self._tell)
            self._wheel.watch(combo)
            self._elements[name] = combo
            label = QLabel(word)
            label.setFixedWidth(widest)
            set_role(label, "muted")
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            row.addWidget(label)
            row.addWidget(combo)
            self._element_flow.addWidget(pair)

    def show_profile(self, profile: Profile) -> None:
        """Show a kind's values; nothing is told."""
        self._profile = profile
        self._parts = list(profile.parts)
        fields = [self.name_edit, self.shortest_spin, self.longest_spin, self.phrases_edit]
        blocked = [QSignalBlocker(field) for field in (*fields, *self._elements.values())]
        self.name_edit.setText(profile.name)
        self.shortest_spin.setValue(profile.shortest)
        self.longest_spin.setValue(profile.longest)
        self.phrases_edit.setPlainText("、".join(profile.empty_phrases))
        asked = dict(profile.elements)
        for name, combo in self._elements.items():
            combo.setCurrentIndex(combo.findData(asked.get(name)))
        del blocked
        self._fill_table(0)

    def profile(self) -> Profile:
        """Return the kind as it now is, under the key it was shown with."""
        if self._profile is None:
            raise LookupError
        asked = ((name, combo.currentData()) for name, combo in self._elements.items())
        return replace(
            self._profile,
            name=self.name_edit.text().strip(),
            parts=tuple(self._parts),
            shortest=self.shortest_spin.value(),
            longest=self.longest_spin.value(),
            empty_phrases=_split(self.phrases_edit.toPlainText()),
            elements=tuple((name, Severity(weight)) for name, weight in asked if weight),
        )

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.name_edit = QLineEdit()
        self.name_edit.setObjectName("name_edit")
        self.name_edit.setAccessibleName(self.tr("Name of the kind"))
        self.name_edit.textChanged.connect(self._tell)
        self.shortest_spin, self.longest_spin = QSpinBox(), QSpinBox()
        row.addWidget(QLabel(self.tr("Name of the kind")))
        row.addWidget(self.name_edit, 1)
        for spin, name, text in (
            (self.shortest_spin, "shortest_spin", self.tr("Characters from")),
            (self.longest_spin, "longest_spin", self.tr("to")),
        ):
            spin.setObjectName(name)
            spin.setAccessibleName(text)
            spin.setRange(0, 100_000)
            # WORKAROUND: under a style sheet Qt forgets the padding of a spin box.
            spin.lineEdit().setTextMargins(6, 0, 0, 0)
            spin.valueChanged.connect(self._tell)
            self._wheel.watch(spin)
            row.addWidget(QLabel(text))
            row.addWidget(spin)
        return row

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 4)
        self.parts_table = table
        table.setObjectName("parts_table")
        table.setAccessibleName(self.tr("Parts"))
        heads = [self.tr("Part"), self.tr("Stated by"), self.tr("Weight"), self.tr("At least")]
        table.setHorizontalHeaderLabels(heads)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(STATES, 124)
        table.verticalHeader().setDefaultSectionSize(ROW_PX)
        table.setMinimumHeight(4 * ROW_PX)
        table.setSizeAdjustPolicy(QTableWidget.SizeAdjustPolicy.AdjustToContents)
        table.currentCellChanged.connect(lambda row, *_: self._show_part(row))
        table.cellChanged.connect(self._on_cell_changed)
        return table

    def _make_part(self) -> QVBoxLayout:
        rows = QVBoxLayout()
        row = QHBoxLayout()
        self.add_button = QPushButton(self.tr("Add a part"))
        self.remove_button = QPushButton(self.tr("Remove"))
        self.up_button, self.down_button = QPushButton(self.tr("Up")), QPushButton(self.tr("Down"))
        for button, name, act in (
            (self.add_button, "add_part_button", self._add),
            (self.remove_button, "remove_part_button", self._remove),
            (self.up_button, "part_up_button", lambda: self._move(-1)),
            (self.down_button, "part_down_button", lambda: self._move(1)),
        ):
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        rows.addLayout(row)
        form = QFormLayout()
        self.guidance_edit, self.cues_edit = QLineEdit(), QLineEdit()
        for edit, name, text in (
            (self.guidance_edit, "guidance_edit", self.tr("Guidance")),
            (self.cues_edit, "cues_edit", self.tr("Cue words")),
        ):
            edit.setObjectName(name)
            edit.setAccessibleName(text)
            edit.textEdited.connect(self._on_part_edited)
            form.addRow(text, edit)
        rows.addLayout(form)
        return rows

    def _fill_table(self, current: int) -> None:
        table = self.parts_table
        blocked = QSignalBlocker(table)
        table.setRowCount(len(self._parts))
        for row, part in enumerate(self._parts):
            table.setItem(row, TITLE, QTableWidgetItem(part.title))
            classes = [
                (self.tr("cue words"), None),
                (self.tr("a sentence of the situation"), SentenceClass.SITUATION),
                (self.tr("a sentence of measures"), SentenceClass.MEASURES),
                (self.tr("a sentence of progress"), SentenceClass.PROGRESS),
            ]
            table.setCellWidget(row, STATES, self._choice(row, "states", classes, part.states))
            weights = [(term(f"severity-{w.value}", self._language), w) for w in Severity]
            severity = self._choice(row, "severity", weights, part.severity)
            table.setCellWidget(row, SEVERITY, severity)
            spin = QSpinBox()
            spin.setRange(0, 10_000)
            spin.lineEdit().setTextMargins(6, 0, 0, 0)
            spin.setValue(part.minimum)
            spin.setAccessibleName(self.tr("At least"))
            spin.valueChanged.connect(lambda value, at=row: self._change(at, minimum=value))
            self._wheel.watch(spin)
            table.setCellWidget(row, MINIMUM, spin)
        blocked.unblock()
        table.setCurrentCell(min(max(current, 0), len(self._parts) - 1), TITLE)
        self._show_part(table.currentRow())

    def _choice(
        self, row: int, name: str, choices: Iterable[tuple[str, object]], chosen: object
    ) -> QComboBox:
        """Return a box that sets one attribute of a part."""
        combo = QComboBox()
        for text, value in choices:
            combo.addItem(text, value)
        combo.setCurrentIndex(combo.findData(chosen))
        column = STATES if name == "states" else SEVERITY
        head = self.parts_table.horizontalHeaderItem(column)
        combo.setAccessibleName(head.text() if head is not None else name)
        kind = SentenceClass if name == "states" else Severity

        def choose() -> None:
            # Qt gives an enumeration of texts back as plain text.
            value = combo.currentData()
            self._change(row, **{name: kind(value) if value else None})

        combo.currentIndexChanged.connect(choose)
        self._wheel.watch(combo)
        return combo

    def _change(self, row: int, **values: object) -> None:
        self._parts[row] = replace(self._parts[row], **values)  # type: ignore[arg-type] # by name
        self._show_part(row)
        self._tell()

    def _on_cell_changed(self, row: int, column: int) -> None:
        item = self.parts_table.item(row, column)
        if column == TITLE and item is not None:
            self._parts[row] = replace(self._parts[row], title=item.text().strip())
            self._tell()

    def _show_part(self, row: int) -> None:
        part = self._parts[row] if 0 <= row < len(self._parts) else None
        if part is None or self.guidance_edit.text().strip() != part.guidance:
            self.guidance_edit.setText(part.guidance if part else "")
            self.guidance_edit.setCursorPosition(0)
        cues = "、".join(part.cues) if part else ""
        if _split(self.cues_edit.text()) != (part.cues if part else ()):
            self.cues_edit.setText(cues)
        self.cues_edit.setEnabled(part is not None and part.states is None)
        self.remove_button.setEnabled(len(self._parts) > 1)
        self.up_button.setEnabled(row > 0)
        self.down_button.setEnabled(0 <= row < len(self._parts) - 1)

    def _on_part_edited(self) -> None:
        row = self.parts_table.currentRow()
        if 0 <= row < len(self._parts):
            self._parts[row] = replace(
                self._parts[row],
                guidance=self.guidance_edit.text().strip(),
                cues=_split(self.cues_edit.text()),
            )
            self._tell()

    def _add(self) -> None:
        keys = {part.key for part in self._parts}
        key = next(f"part-{n}" for n in range(1, len(keys) + 2) if f"part-{n}" not in keys)
        title = self.tr("New part")
        self._parts.append(Part(key, title, None, Severity.MUST, 10, "", (title,)))
        self._fill_table(len(self._parts) - 1)
        self._tell()

    def _remove(self) -> None:
        row = self.parts_table.currentRow()
        if len(self._parts) > 1 and row >= 0:
            del self._parts[row]
            self._fill_table(row)
            self._tell()

    def _move(self, by: int) -> None:
        row = self.parts_table.currentRow()
        if 0 <= row + by < len(self._parts):
            self._parts.insert(row + by, self._parts.pop(row))
            self._fill_table(row + by)
            self._tell()

    def _tell(self) -> None:
        self.changed.emit()


def _split(text: str) -> tuple[str, ...]:
    """Return the words of a list as a clerk writes it, each once."""
    return tuple(dict.fromkeys(word for word in _WORDS.split(text) if word))
