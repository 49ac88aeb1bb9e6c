"""How an item looks in the list: title and time; kind, unit and how well its parts are stated."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import (
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from infodesk.core.checking.findings import Fullness
from infodesk.core.clock import Clock
from infodesk.core.items import EDITABLE, ItemRow, ItemState
from infodesk.core.profiles import Profile
from infodesk.core.search import Passage
from infodesk.gui.messages import term
from infodesk.gui.models.item_list import PASSAGES_ROLE, ROW_ROLE, Passages
from infodesk.gui.theme import Colours, colours_for
from infodesk.gui.widgets.painting import (
    bold,
    draw_chip,
    draw_line,
    draw_marked,
    draw_row,
    kind_colours,
    smaller,
)
from infodesk.gui.widgets.part_dot import draw_dot, tone_of

Index = QModelIndex | QPersistentModelIndex
PAD_PX = 14
DOT_PX = 10
SHORT = 2
"""Characters of a part's name in the list: its end says what it is (应对措施, 工作进展)."""


class ItemDelegate(QStyledItemDelegate):
    """Draws a row in two lines."""

    def __init__(
        self,
        profiles: Mapping[str, Profile],
        clock: Clock,
        *,
        language: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._profiles = profiles
        self._clock = clock
        self._language = language

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        title = QFontMetrics(bold(option.font)).height()
        return QSize(160, title + QFontMetrics(smaller(option.font)).height() + 28)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ItemRow | None = index.data(ROW_ROLE)
        colours = colours_for(option.palette)
        painter.save()
        draw_row(painter, option, colours)
        if row is not None:
            self._draw(painter, option, row, index.data(PASSAGES_ROLE), colours)
        painter.restore()

    def when(self, at: datetime) -> str:
        """Return a moment as short as it stays clear: 09:41, 昨天, 周五, 11-02, 2025-11-02."""
        now = self._clock.now()
        days = (now.date() - at.astimezone(now.tzinfo).date()).days
        at = at.astimezone(now.tzinfo)
        if days == 0:
            return f"{at:%H:%M}"
        if days == 1:
            return self.tr("yesterday")
        if 1 < days < 7:
            return QLocale().dayName(at.isoweekday(), QLocale.FormatType.ShortFormat)
        return f"{at:%m-%d}" if at.year == now.year else f"{at:%Y-%m-%d}"

    def _draw(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: ItemRow,
        passages: Passages | None,
        colours: Colours,
    ) -> None:
        small = smaller(option.font)
        metrics = QFontMetrics(small)
        area = option.rect.adjusted(PAD_PX, 9, -PAD_PX, -10)
        top = QRect(area.left(), area.top(), area.width(), QFontMetrics(bold(option.font)).height())
        below = QRect(area.left(), area.bottom() - metrics.height(), area.width(), metrics.height())
        time = self.when(row.updated_at)
        draw_line(painter, top, time, font=small, colour=colours.muted, right=True)
        title = top.adjusted(0, 0, -metrics.horizontalAdvance(time) - 10, 0)
        name = passages[0] if passages and row.title else Passage(row.title, ())
        if not row.title:
            name = Passage(self.tr("(no title yet)"), ())
        colour = colours.text if row.title else colours.muted
        draw_marked(
            painter,
            title,
            name,
            font=bold(option.font),
            colour=colour,
            colours=colours,
        )
        if passages and passages[1].spans:
            draw_marked(
                painter,
                below,
                passages[1],
                font=small,
                colour=colours.muted,
                colours=colours,
            )
            return
        right = self._draw_state(painter, below, option, row=row, colours=colours)
        profile = self._profiles.get(row.kind)
        tone, ground = kind_colours(row.kind, colours)
        room = below.adjusted(0, 0, -right, 0)
        kind = profile.name if profile is not None else row.kind
        used = draw_chip(painter, room, kind, font=small, tone=tone, ground=ground)
        unit = room.adjusted(used + 8, 0, 0, 0)
        if unit.width() > metrics.averageCharWidth() * 3:
            draw_line(painter, unit, row.unit, font=small, colour=colours.muted)

    def _draw_state(
        self,
        painter: QPainter,
        line: QRect,
        option: QStyleOptionViewItem,
        *,
        row: ItemRow,
        colours: Colours,
    ) -> int:
        """Draw parts and state from the right; return the width taken, in pixels."""
        metrics = QFontMetrics(smaller(option.font))
        right = line.right() + 1
        if row.state is not ItemState.DRAFT:
            right = self._draw_word(painter, line, option, row=row, colours=colours)
        if row.state in EDITABLE:
            painter.setFont(smaller(option.font))
            for key, state in reversed(self._parts(row)):
                word = key[-SHORT:]
                width = metrics.horizontalAdvance(word) + DOT_PX + 5
                if right - width - line.left() < line.width() // 3:
                    break
                tone = tone_of(state, colours)
                left = right - width
                middle = line.center().y() - DOT_PX / 2 + 1
                draw_dot(painter, QRectF(left, middle, DOT_PX, DOT_PX), state, tone)
                painter.setPen(QColor(tone))
                box = QRect(left + DOT_PX + 4, line.top(), width - DOT_PX, line.height())
                painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), word)
                right = left - 9
        return line.right() + 1 - right + 4

    def _draw_word(
        self,
        painter: QPainter,
        line: QRect,
        option: QStyleOptionViewItem,
        *,
        row: ItemRow,
        colours: Colours,
    ) -> int:
        """Draw the word of the state; return the left end of what is drawn, with a gap."""
        small = smaller(option.font)
        word = term(f"state-{row.state.value}", self._language)
        if row.state is ItemState.ISSUED and row.sent:
            word = f"{word} · {term('state-sent', self._language)}"
        width = QFontMetrics(small).horizontalAdvance(word)
        waiting = row.state in (ItemState.HELD, ItemState.RETURNED)
        colour = colours.should if waiting else colours.done
        draw_line(painter, line, word, font=small, colour=colour, right=True)
        return line.right() - width - 10

    def _parts(self, row: ItemRow) -> list[tuple[str, Fullness]]:
        profile = self._profiles.get(row.kind)
        if profile is None:
            return []
        return [
            (part.title, Fullness(row.section_states[part.key]))
            for part in profile.parts
            if part.key in row.section_states
        ]
