"""Every figure a report states, to be compared at a glance; each leads to its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from infodesk import messages
from infodesk.core.checking.findings import Figure, Span
from infodesk.gui.stylesheet import set_role

_SPAN_ROLE = int(Qt.ItemDataRole.UserRole) + 1


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
        self.figures_list = QListWidget()
        self.figures_list.setObjectName("figures_list")
        self.figures_list.setAccessibleName(self.tr("Figures"))
        self.figures_list.setProperty("role", "plain_list")
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
            item = QListWidgetItem(self._words(figure))
            item.setData(_SPAN_ROLE, figure.span)
            self.figures_list.addItem(item)
        self.figures_list.setVisible(bool(figures))
        self.note_label.setVisible(not figures)

    def _words(self, figure: Figure) -> str:
        """Return a figure as ``其中 死亡  约 3 人``."""
        name = messages.known("figures", figure.name, self._language)
        amount = f"{figure.value:,.10g} {figure.unit}".rstrip()
        about = self.tr("about {amount}").format(amount=amount) if figure.rough else amount
        whole = self.tr("of these {name}").format(name=name) if figure.part else name
        return f"{whole}　{about}"

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.place_wanted.emit(item.data(_SPAN_ROLE))
