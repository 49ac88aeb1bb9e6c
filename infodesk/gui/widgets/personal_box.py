"""Names the items whose personal data is masked in a batch; each can be sent as it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from infodesk.core.errors import InfodeskError
from infodesk.gui.models.item_list import Index
from infodesk.gui.models.personal_items import PERSONAL_ROLE, PersonalItemsModel
from infodesk.gui.theme import colours_for
from infodesk.gui.widgets.item_cards import toggle_tick
from infodesk.gui.widgets.painting import (
    TICK_PX,
    bold,
    draw_line,
    draw_row,
    draw_tick,
    smaller,
    two_lines,
    two_lines_height,
)
from infodesk.gui.widgets.rows_view import RowsView
from infodesk.proofs import Personal

HANDFUL = 50
"""Items looked at between two events of the window; each takes about a tenth of a millisecond."""

SHOWN = 2.5
"""Rows that are seen at once: the items to choose from need the room, half a row says go on."""

PAD_PX = 14
GAP_PX = 8


class PersonalBox(QWidget):
    """Looks at the items that are chosen; not there where none of them holds personal data.

    Signals:
        looked: a handful was looked at; ``is_looking`` tells whether it was the last one.
        refused: the InfodeskError for which they could not be looked at.
    """

    looked = Signal()
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look: Callable[[Sequence[str]], Sequence[Personal]] = lambda _ids: ()
        self._known: set[str] = set()
        self._waiting: list[str] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look_on)
        self._model = PersonalItemsModel(self)
        self.count_label = QLabel(self)
        self.count_label.setObjectName("personal_label")
        self.count_label.setWordWrap(True)
        self.view = RowsView(self)
        self.view.setObjectName("personal_view")
        self.view.setAccessibleName(self.tr("Items with personal data"))
        # Another list stands above: a row stands out only while the keys go to this one.
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.view.setModel(self._model)
        self.view.setItemDelegate(PersonalDelegate(self))
        self.view.fit_rows()
        self.count_label.setBuddy(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.count_label)
        column.addWidget(self.view)
        self.hide()

    @property
    def is_looking(self) -> bool:
        """Whether some of what is chosen is still to be looked at."""
        return bool(self._waiting)

    def kept(self) -> tuple[str, ...]:
        """Return the UUIDs of the items whose personal data goes as it stands."""
        return self._model.kept()

    def follow(self, chosen: Sequence[str]) -> None:
        """Show which of the chosen items, by UUID, hold personal data.

        A handful is looked at at once, the rest between the events of the window.
        """
        wanted = set(chosen)
        self._model.retain(wanted)
        self._known &= wanted
        self._waiting = [item for item in chosen if item not in self._known]
        self._look_on()

    def _look_on(self) -> None:
        some, self._waiting = self._waiting[:HANDFUL], self._waiting[HANDFUL:]
        try:
            found = self.look(some) if some else ()
        except InfodeskError as error:
            self._waiting.clear()
            self.refused.emit(error)
        else:
            self._known.update(some)
            self._model.add(found)
        self._fit()
        if self._waiting:
            self._timer.start(0)
        self.looked.emit()

    def _fit(self) -> None:
        count = self._model.rowCount()
        self.setVisible(count > 0)
        if not count:
            return
        self.count_label.setText(
            self.tr("{count} items hold personal data; it is masked in the file.").format(
                count=count
            )
        )
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self._model.index(0))
        height = int(min(count, SHOWN) * self.view.verticalHeader().defaultSectionSize())
        self.view.setFixedHeight(height + 2 * self.view.frameWidth())


class PersonalDelegate(QStyledItemDelegate):
    """A row: the title, what is masked of the item, and the tick that sends it as it stands."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, two_lines_height(option, 5))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Personal = index.data(PERSONAL_ROLE)
        colours = colours_for(option.palette)
        is_kept = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        small = smaller(option.font)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QStyleOptionViewItem(option)
        if option.state & QStyle.StateFlag.State_HasFocus:
            ground.state |= QStyle.StateFlag.State_Selected
        draw_row(painter, ground, colours)
        tick = self._tick(option)
        left = option.rect.left() + PAD_PX
        texts = QRect(left, option.rect.top(), tick.left() - left, option.rect.height() - 1)
        top, below = two_lines(texts, option)
        draw_line(painter, top, row.title, font=bold(option.font), colour=colours.text)
        draw_line(painter, below, "　".join(row.masks), font=small, colour=colours.muted)
        draw_tick(painter, option.rect, tick.left() + GAP_PX, colours, is_on=is_kept)
        words = tick.adjusted(GAP_PX + TICK_PX + GAP_PX, 0, 0, 0)
        colour = colours.text if is_kept else colours.muted
        draw_line(painter, words, self._words(), font=small, colour=colour)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        # What opens personal data is hit on purpose: the tick and its words, not the whole row.
        if isinstance(event, QMouseEvent):
            hit = self._tick(option).contains(event.position().toPoint())
            is_let_go = event.type() == QEvent.Type.MouseButtonRelease
            return hit and is_let_go and toggle_tick(model, index)
        return super().editorEvent(event, model, option, index)

    def _words(self) -> str:
        return self.tr("Send as it stands")

    def _tick(self, option: QStyleOptionViewItem) -> QRect:
        words = QFontMetrics(smaller(option.font)).horizontalAdvance(self._words())
        width = GAP_PX + TICK_PX + GAP_PX + words + PAD_PX
        return QRect(
            option.rect.right() - width + 1, option.rect.top(), width, option.rect.height()
        )
