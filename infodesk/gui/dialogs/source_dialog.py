"""A document or speech on file, with the passages that stand in an item too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QScrollArea, QVBoxLayout

from infodesk.gui.stylesheet import set_role
from infodesk.gui.theme import colours_of
from infodesk.gui.widgets.growing_edit import GrowingEdit, Mark

MARGIN_PX = 60
"""What stays in sight above and below the first passage."""


class SourceDialog(QDialog):
    """To be read beside the item.

    Args:
        title: what the text is called.
        text: the whole of it.
        passages: (start, end) of what was copied, in code points, in the order of the text.
    """

    def __init__(self, title: str, text: str, passages: Sequence[tuple[int, int]]) -> None:
        super().__init__()
        self.setObjectName("source_dialog")
        self.setWindowTitle(self.tr("Source"))
        self.resize(720, 560)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 16, 20, 14)
        rows.setSpacing(10)
        name = QLabel(title)
        name.setWordWrap(True)
        set_role(name, "strong")
        rows.addWidget(name)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self.text_edit = GrowingEdit()
        self.text_edit.setObjectName("source_text_edit")
        self.text_edit.setAccessibleName(title)
        self.text_edit.setReadOnly(True)
        set_role(self.text_edit, "body")
        self.text_edit.load(text)
        self._area.setWidget(self.text_edit)
        rows.addWidget(self._area, 1)
        count = QLabel(
            self.tr("{count} passages stand in the item too.").format(count=len(passages))
        )
        set_role(count, "muted")
        rows.addWidget(count)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        rows.addWidget(buttons)
        self._passages = passages
        self._mark()
        if passages:
            self.text_edit.put_cursor(passages[0][0])
            # Its place is known once it was laid out.
            QTimer.singleShot(0, self, self._reveal)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._mark()

    def _mark(self) -> None:
        ground = colours_of(self).should_ground
        self.text_edit.mark(Mark(start, end, ground=ground) for start, end in self._passages)

    def _reveal(self) -> None:
        place = self.text_edit.cursorRect().center()
        self._area.ensureVisible(place.x(), place.y(), 0, MARGIN_PX)
