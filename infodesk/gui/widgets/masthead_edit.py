"""The values of a masthead as fields: four lines, the rule, the colour, the rows it takes."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QLabel, QPushButton, QSpinBox, QWidget

from infodesk.core.masthead_text import LINES
from infodesk.core.mastheads import LineSetting, Masthead
from infodesk.gui.stylesheet import set_role

ROW_PT = 28.95
MOST_ROWS = 15
SWATCH_PX = 14
_BOUNDS = {"size": (5, 120), "before": (0, 200), "height": (5, 200), "tracking": (-5, 100)}


class _PointsSpin(QDoubleSpinBox):
    """Points, without noughts that say nothing."""

    def textFromValue(self, value: float) -> str:  # noqa: N802 - Qt's own
        return self.locale().toString(value, "g", 6)


class MastheadEdit(QWidget):
    """A masthead that is being changed; the rows are raised as the lines need them.

    Signals:
        changed: a value was changed by hand.
        colour_asked: another colour is to be chosen.
    """

    changed = Signal()
    colour_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._masthead: Masthead | None = None
        self._spins: dict[tuple[str, str], QDoubleSpinBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(6)
        self._add_lines()
        self.colour_button = QPushButton(self)
        self.colour_button.setObjectName("colour_button")
        self.colour_button.setAccessibleName(self.tr("Colour"))
        self.colour_button.setAutoDefault(False)
        set_role(self.colour_button, "field")
        self.colour_button.clicked.connect(self.colour_asked)
        self.rule_spin = self._spin("rule_spin", self.tr("Red rule"), 0, 6, 0.25)
        self.gap_spin = self._spin("gap_spin", self.tr("Above the rule"), 0, 31, 1)
        self.rows_spin = QSpinBox(self)
        self.rows_spin.setObjectName("rows_spin")
        self.rows_spin.setAccessibleName(self.tr("Rows of the head"))
        self.rows_spin.setToolTip(self.tr("The text begins below these rows of the page."))
        self.rows_spin.setRange(1, MOST_ROWS)
        self.rows_spin.lineEdit().setTextMargins(6, 0, 0, 0)
        self.rows_spin.valueChanged.connect(self._on_changed)
        self._add_pair(5, self.tr("Colour"), self.colour_button, 1)
        self._add_pair(5, self.tr("Rows of the head"), self.rows_spin, 3)
        self._add_pair(6, self.tr("Red rule"), self.rule_spin, 1)
        self._add_pair(6, self.tr("Above the rule"), self.gap_spin, 3)
        for column in range(1, 5):
            self._grid.setColumnStretch(column, 1)

    @property
    def is_too_tall(self) -> bool:
        """Whether the lines need more rows than a head may take."""
        return self._needed_rows() > MOST_ROWS

    def show_masthead(self, masthead: Masthead) -> None:
        """Show a masthead's values; nothing is told."""
        self._masthead = masthead
        fields = [*self._spins.values(), self.rule_spin, self.gap_spin, self.rows_spin]
        blocked = [QSignalBlocker(field) for field in fields]
        for (line, name), spin in self._spins.items():
            spin.setValue(getattr(getattr(masthead, line), name))
        self.rule_spin.setValue(masthead.rule)
        self.gap_spin.setValue(masthead.gap)
        self._raise_rows()
        self.rows_spin.setValue(masthead.rows)
        for blocker in blocked:
            blocker.unblock()
        self._show_colour()

    def masthead(self) -> Masthead:
        """Return the masthead as it now is, under the key and the name it was shown with."""
        if self._masthead is None:
            raise LookupError
        return replace(
            self._masthead,
            rows=self.rows_spin.value(),
            marking=self._setting("marking"),
            name=self._setting("name"),
            number=self._setting("number"),
            imprint=self._setting("imprint"),
            gap=self.gap_spin.value(),
            rule=self.rule_spin.value(),
        )

    def set_colour(self, colour: str) -> None:
        """Take a colour of the red name and the rule, as #RRGGBB."""
        if self._masthead is not None:
            self._masthead = replace(self._masthead, colour=colour.upper())
            self._show_colour()
            self.changed.emit()

    def spin(self, line: str, name: str) -> QDoubleSpinBox:
        """Return a field of a line."""
        return self._spins[line, name]

    def _add_lines(self) -> None:
        heads = (
            ("size", self.tr("Size")),
            ("height", self.tr("Line height")),
            ("before", self.tr("Space above")),
            ("tracking", self.tr("Spacing")),
        )
        rows = {
            "marking": self.tr("Marking"),
            "name": self.tr("Red name"),
            "number": self.tr("Issue number"),
            "imprint": self.tr("Issuer and date"),
        }
        for column, (_, text) in enumerate(heads, start=1):
            label = QLabel(text, self)
            set_role(label, "small")
            self._grid.addWidget(label, 0, column)
        for row, (line, text) in enumerate(rows.items(), start=1):
            label = QLabel(text, self)
            set_role(label, "muted")
            self._grid.addWidget(label, row, 0)
            for column, (name, head) in enumerate(heads, start=1):
                if name == "tracking" and line != "name":
                    continue
                low, high = _BOUNDS[name]
                says = self.tr("{line}: {value}").format(line=text, value=head)
                spin = self._spin(f"{line}_{name}_spin", says, low, high, 1)
                self._spins[line, name] = spin
                self._grid.addWidget(spin, row, column)

    def _add_pair(self, row: int, text: str, field: QWidget, column: int) -> None:
        label = QLabel(text, self)
        label.setBuddy(field)
        set_role(label, "muted")
        self._grid.addWidget(label, row, column - 1 if column == 1 else column)
        self._grid.addWidget(field, row, column if column == 1 else column + 1)

    def _spin(self, name: str, says: str, low: float, high: float, step: float) -> QDoubleSpinBox:
        spin = _PointsSpin(self)
        spin.setObjectName(name)
        spin.setAccessibleName(says)
        spin.setRange(low, high)
        spin.setSingleStep(step)
        spin.setDecimals(2)
        spin.setMinimumWidth(64)
        # WORKAROUND: under a style sheet Qt forgets the padding of a spin box.
        spin.lineEdit().setTextMargins(6, 0, 0, 0)
        spin.valueChanged.connect(self._on_changed)
        return spin

    def _setting(self, line: str) -> LineSetting:
        return LineSetting(
            self._value(line, "size"),
            self._value(line, "before"),
            self._value(line, "height"),
            self._value(line, "tracking") if (line, "tracking") in self._spins else 0.0,
        )

    def _value(self, line: str, name: str) -> float:
        return self._spins[line, name].value()

    def _needed_rows(self) -> int:
        lines = ((self._value(n, "before"), self._value(n, "height")) for n in LINES)
        height = sum(before + line for before, line in lines)
        height += self.gap_spin.value() + self.rule_spin.value()
        return max(math.ceil(height / ROW_PT - 1e-6), 1)

    def _raise_rows(self) -> None:
        self.rows_spin.setMinimum(min(self._needed_rows(), MOST_ROWS))

    def _on_changed(self) -> None:
        blocker = QSignalBlocker(self.rows_spin)
        self._raise_rows()
        blocker.unblock()
        self.changed.emit()

    def _show_colour(self) -> None:
        if self._masthead is not None:
            swatch = QPixmap(SWATCH_PX, SWATCH_PX)
            swatch.fill(QColor(self._masthead.colour))
            self.colour_button.setIcon(QIcon(swatch))
            self.colour_button.setText(self._masthead.colour)
