"""Every figure a report states, to be compared at a glance; each leads to its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from infodesk import messages
from infodesk.core.checking.findings import Figure, Span
from infodesk.gui.stylesheet import set_role

NAME, AMOUNT = range(2)
"""Columns."""

_SPAN_ROLE = int(Qt.ItemDataRole.UserRole) + 1

_SCALES = ((100_000_000, "亿"), (10_000, "万"))
"""Used where two places behind the point say the whole figure."""


class FiguresView(QWidget):
    """The figures in the order of the text.

    Signals:
        place_wanted: the place of a figure that was pressed.
    """

    place_wanted = Signal(Span)

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self.figures_list = QTreeWidget()
        self.figures_list.setObjectName("figures_list")
        self.figures_list.setAccessibleName(self.tr("Figures"))
        self.figures_list.setColumnCount(2)
        self.figures_list.setHeaderHidden(True)
        self.figures_list.setRootIsDecorated(False)
        self.figures_list.setUniformRowHeights(True)
        header = self.figures_list.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.ResizeToContents)
        set_role(self.figures_list, "plain_list")
        self.figures_list.itemClicked.connect(self._on_chosen)
        self.figures_list.itemActivated.connect(self._on_chosen)
        rows.addWidget(self.figures_list, 1)
        self.note_label = QLabel(self.tr("The text states no figure."))
        self.note_label.setWordWrap(True)
        self.note_label.setContentsMargins(14, 12, 14, 12)
        set_role(self.note_label, "muted")
        rows.addWidget(self.note_label, 0, Qt.AlignmentFlag.AlignTop)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show the figures of a text."""
        self.figures_list.clear()
        for figure in figures:
            item = QTreeWidgetItem([self._name(figure), self._amount(figure)])
            item.setData(NAME, _SPAN_ROLE, figure.span)
            self.figures_list.addTopLevelItem(item)
        self.figures_list.setVisible(bool(figures))
        self.note_label.setVisible(not figures)

    def _name(self, figure: Figure) -> str:
        name = messages.known("figures", figure.name, self._language)
        return self.tr("of these {name}").format(name=name) if figure.part else name

    def _amount(self, figure: Figure) -> str:
        """Return how much it is, as the office writes it: 45 万元 for 450000 元 in Chinese."""
        value, scale = figure.value, ""
        if self._language == "zh":
            value, scale = next(
                (
                    (value / size, word)
                    for size, word in _SCALES
                    if value >= size and value % (size // 100) == 0
                ),
                (value, ""),
            )
        amount = f"{value:,.10g} {scale}{figure.unit}".rstrip()
        return self.tr("about {amount}").format(amount=amount) if figure.rough else amount

    def _on_chosen(self, item: QTreeWidgetItem) -> None:
        self.place_wanted.emit(item.data(NAME, _SPAN_ROLE))
