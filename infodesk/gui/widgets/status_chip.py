"""The state of a line of a table as a chip: a word, and a colour that says the same."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from infodesk.core.batches import EntryStatus
from infodesk.gui.models.import_plan import STATUS_ROLE
from infodesk.gui.theme import Colours, colours_for
from infodesk.gui.widgets.painting import CHIP_PADDING_PX, draw_chip, smaller

Index = QModelIndex | QPersistentModelIndex
PAD_PX = 8


def tone_of(status: EntryStatus, colours: Colours) -> tuple[str, str]:
    """Return the colour and the ground of a status."""
    if status is EntryStatus.REFUSED:
        return colours.must, colours.must_ground
    if status is EntryStatus.CONFLICTING:
        return colours.should, colours.should_ground
    if status is EntryStatus.SAME:
        return colours.muted, colours.ground
    if status is EntryStatus.CHANGED:
        return colours.primary, colours.primary_ground
    return colours.done, colours.done_ground


class StatusDelegate(QStyledItemDelegate):
    """Draws the chip."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = QFontMetrics(smaller(option.font))
        width = metrics.horizontalAdvance(str(index.data())) + 2 * (CHIP_PADDING_PX + PAD_PX)
        return QSize(width, metrics.height() + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        # PySide gives a StrEnum back as a plain text.
        status = EntryStatus(index.data(STATUS_ROLE))
        tone, ground = tone_of(status, colours_for(option.palette))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(PAD_PX, 0, -PAD_PX, 0)
        font = smaller(option.font)
        draw_chip(painter, rect, str(index.data()), font=font, tone=tone, ground=ground)
        painter.restore()
