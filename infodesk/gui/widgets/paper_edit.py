"""Says whether the paper bears its head already (套打), and how far the printer is off."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from infodesk.core.printed_paper import MOST_MM, Omit, PrintedPaper
from infodesk.gui.stylesheet import set_role

STEP_MM = 0.5


class PaperEdit(QWidget):
    """A check box, and below it, once it is checked, what is left out and the offsets.

    Signals:
        changed: whether the head is left out, or how.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check = QCheckBox(self.tr("For printed paper: leave the red head out"), self)
        self.check.setObjectName("printed_paper_check")
        self.omit_combo = QComboBox(self)
        self.omit_combo.setObjectName("omit_combo")
        self.omit_combo.setAccessibleName(self.tr("Already on the paper"))
        self.omit_combo.addItem(self.tr("the whole head"), Omit.HEAD)
        self.omit_combo.addItem(self.tr("the red name and the red rule only"), Omit.RED)
        self.right_spin = self._spin("right_spin", self.tr("Move right by"))
        self.down_spin = self._spin("down_spin", self.tr("Move down by"))
        hint = QLabel(self.tr("The text stays where it always is; minus moves left or up."), self)
        set_role(hint, "small")
        self._details = QWidget(self)
        form = QFormLayout(self._details)
        form.setContentsMargins(24, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("Already on the paper"), self.omit_combo)
        moves = QHBoxLayout()
        moves.setSpacing(8)
        moves.addWidget(self.right_spin)
        moves.addWidget(QLabel(self.tr("Move down by"), self))
        moves.addWidget(self.down_spin)
        moves.addStretch(1)
        form.addRow(self.tr("Move right by"), moves)
        form.addRow(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.check)
        column.addWidget(self._details)
        self._details.hide()
        self.check.toggled.connect(self._on_toggled)
        self.omit_combo.currentIndexChanged.connect(lambda _index: self.changed.emit())

    def show_paper(self, paper: PrintedPaper, *, is_printed: bool) -> None:
        """Offer the paper used last; ``is_printed`` checks the box."""
        self.omit_combo.setCurrentIndex(max(self.omit_combo.findData(paper.omit), 0))
        self.right_spin.setValue(paper.right_mm)
        self.down_spin.setValue(paper.down_mm)
        self.check.setChecked(is_printed)

    def paper(self) -> PrintedPaper | None:
        """Return what was chosen; None for blank paper."""
        if not self.check.isChecked():
            return None
        omit = Omit(self.omit_combo.currentData())
        return PrintedPaper(omit, self.right_spin.value(), self.down_spin.value())

    def _on_toggled(self, is_printed: bool) -> None:
        self._details.setVisible(is_printed)
        self.changed.emit()

    def _spin(self, name: str, says: str) -> QDoubleSpinBox:
        spin = QDoubleSpinBox(self)
        spin.setObjectName(name)
        spin.setAccessibleName(says)
        spin.setRange(-MOST_MM, MOST_MM)
        spin.setSingleStep(STEP_MM)
        spin.setDecimals(1)
        spin.setSuffix(self.tr(" mm"))
        # WORKAROUND: under a style sheet Qt forgets the padding of a spin box.
        spin.lineEdit().setTextMargins(6, 0, 0, 0)
        return spin
