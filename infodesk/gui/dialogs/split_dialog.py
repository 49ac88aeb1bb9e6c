"""The proposal for splitting a text: each sentence with its part, to be changed and accepted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QPushButton,
    QTableWidgetItem,
)

from infodesk.core.checking.findings import Span
from infodesk.core.checking.split import divide
from infodesk.core.profiles import Profile
from infodesk.gui.forms.ui_split_dialog import Ui_SplitDialog
from infodesk.gui.stylesheet import set_role
from infodesk.gui.theme import colours_of

Proposal = Sequence[tuple[Span, str]]


class SplitDialog(QDialog):
    """Lets the clerk change the proposal before the text is split.

    Signals:
        accepted_sections: the sections, in the order of the profile.
    """

    accepted_sections = Signal(tuple)

    def __init__(self, text: str, proposal: Proposal, profile: Profile) -> None:
        super().__init__()
        self._text = text
        self._profile = profile
        self._assigned = list(proposal)
        self.ui = Ui_SplitDialog()
        self.ui.setupUi(self)
        set_role(self.ui.intro_label, "muted")
        set_role(self.ui.missing_label, "should")
        table = self.ui.sentences_table
        table.setColumnCount(2)
        table.setRowCount(len(self._assigned))
        table.setHorizontalHeaderLabels([self.tr("Part"), self.tr("Sentence")])
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.verticalHeader().hide()
        table.setWordWrap(True)
        table.setShowGrid(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for row, (span, _key) in enumerate(self._assigned):
            table.setItem(row, 0, QTableWidgetItem())
            table.setItem(row, 1, QTableWidgetItem(text[span.start : span.end].strip()))
        for number, part in enumerate(profile.parts, start=1):
            button = QPushButton(f"{number} {part.title}")
            button.setObjectName(f"part_{part.key}_button")
            button.setAutoDefault(False)
            button.clicked.connect(partial(self.assign, part.key))
            self.ui.parts_row.addWidget(button)
            shortcut = QShortcut(QKeySequence(str(number)), self)
            shortcut.activated.connect(partial(self.assign, part.key))
        self.ui.parts_row.addStretch(1)
        self.ui.cancel_button.clicked.connect(self.reject)
        self.ui.split_button.clicked.connect(self._on_split_clicked)
        self._refresh()
        if self._assigned:
            table.selectRow(0)

    def assign(self, key: str) -> None:
        """Give the chosen sentences to a part."""
        for row in {index.row() for index in self.ui.sentences_table.selectedIndexes()}:
            self._assigned[row] = (self._assigned[row][0], key)
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        colours = colours_of(self)
        tones = (colours.primary, colours.done, colours.should, colours.muted, colours.text)
        keys = [part.key for part in self._profile.parts]
        for row, (_span, key) in enumerate(self._assigned):
            cell = self.ui.sentences_table.item(row, 0)
            part = self._profile.part(key)
            if cell is not None and part is not None:
                cell.setText(part.title)
                cell.setForeground(QColor(tones[keys.index(key) % len(tones)]))
        given = {key for _span, key in self._assigned}
        without = [part.title for part in self._profile.parts if part.key not in given]
        text = self.tr("No sentence for: {parts}").format(parts=" ".join(without))
        self.ui.missing_label.setText(text if without else "")

    def _on_split_clicked(self) -> None:
        sections = divide(self._text, self._assigned, self._profile)
        self.accept()
        self.accepted_sections.emit(sections)
