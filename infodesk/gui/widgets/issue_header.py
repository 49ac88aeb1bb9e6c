"""Above the cards: which series, which issue, where it stands, what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)

from infodesk.core.bulletins import IssueState, Series
from infodesk.gui.icons import icon
from infodesk.gui.stylesheet import set_role, set_tone
from infodesk.gui.theme import colours_of
from infodesk.gui.widgets.page_preview import BAR_PX
from infodesk.gui.widgets.painting import bold

ROUND_TEXT_PX = 36
LEAST_PX = 84
STATE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_TONES = {
    IssueState.OPEN: "should",
    IssueState.SIGNED: "done",
    IssueState.WITHDRAWN: "must",
}

Index = QModelIndex | QPersistentModelIndex


class _StatedDelegate(QStyledItemDelegate):
    """Adds to each line of the open list where its issue stands."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        super().initStyleOption(option, index)
        option.text = f"{option.text}　{index.data(STATE_ROLE) or ''}"


class _HeadingCombo(QComboBox):
    """As wide as its text, and narrower where there is no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        # Qt measures the plain face, the sheet shows the bold one.
        width = QFontMetrics(bold(self.font())).horizontalAdvance(self.currentText())
        return QSize(width + ROUND_TEXT_PX, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_PX, super().minimumSizeHint().height())

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:  # noqa: N802 - Qt's own
        super().initStyleOption(option)
        if self.width() < self.sizeHint().width():
            # Without room for the total number, the number alone says which issue it is.
            option.currentText = option.currentText.partition("（")[0].partition(" (")[0]


class IssueHeader(QWidget):
    """Chooses a series and one of its issues.

    Signals:
        series_chosen: id of the series.
        issue_chosen: id of the issue.
        new_asked: a new issue of the series is wanted.
        preview_asked: the pages are to be seen.
    """

    series_chosen = Signal(int)
    issue_chosen = Signal(int)
    new_asked = Signal()
    preview_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(BAR_PX)
        self.series_combo = self._combo("series_combo", self.tr("Series"))
        self.issue_combo = self._combo("issue_combo", self.tr("Issue"))
        self.issue_combo.setItemDelegate(_StatedDelegate(self.issue_combo))
        self.state_chip = QLabel(self)
        self.state_chip.setObjectName("issue_state_chip")
        self.state_chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        set_tone(self.state_chip, "should")
        self.new_button = self._tool("new_issue_button", self.tr("New issue"))
        self.new_button.setText(self.tr("New issue"))
        self.new_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more_button = self._tool("more_button", self.tr("More"))
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self)
        self.more_button.setMenu(self.menu)
        self.preview_button = self._tool("preview_button", self.tr("Show the pages"))
        self.series_combo.activated.connect(
            lambda: self.series_chosen.emit(self.series_combo.currentData())
        )
        self.issue_combo.activated.connect(
            lambda: self.issue_chosen.emit(self.issue_combo.currentData())
        )
        self.new_button.clicked.connect(self.new_asked)
        self.preview_button.clicked.connect(lambda _checked: self.preview_asked.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 6, 0)
        row.setSpacing(2)
        row.addWidget(self.series_combo)
        row.addWidget(self.issue_combo)
        row.addSpacing(4)
        row.addWidget(self.state_chip)
        row.addStretch(1)
        row.addWidget(self.new_button)
        row.addWidget(self.preview_button)
        row.addWidget(self.more_button)
        set_role(self, "bar")
        self._recolour()

    def offer(self, actions: Sequence[QAction]) -> None:
        """Fill the menu of what else can be done."""
        self.menu.clear()
        self.menu.addActions(list(actions))

    def show_series(self, series: Sequence[Series], current: int) -> None:
        """Show the series to choose from."""
        self.series_combo.clear()
        for each in series:
            self.series_combo.addItem(self.tr("“{name}”").format(name=each.name), each.id)
        self.series_combo.setCurrentIndex(self.series_combo.findData(current))
        self.series_combo.setVisible(bool(series))
        self.series_combo.updateGeometry()
        self.new_button.setEnabled(bool(series))

    def show_issues(self, issues: Sequence[tuple[int, str, str]], current: int) -> None:
        """Show the issues to choose from: id, name, where it stands in words."""
        self.issue_combo.clear()
        for number, name, state in issues:
            self.issue_combo.addItem(name, number)
            self.issue_combo.setItemData(self.issue_combo.count() - 1, state, STATE_ROLE)
        self.issue_combo.setCurrentIndex(self.issue_combo.findData(current))
        metrics = QFontMetrics(bold(self.issue_combo.font()))
        lines = [f"{name}　{state}" for _, name, state in issues]
        widest = max((metrics.horizontalAdvance(line) for line in lines), default=0)
        self.issue_combo.view().setMinimumWidth(widest + ROUND_TEXT_PX)
        self.issue_combo.setVisible(bool(issues))
        self.issue_combo.updateGeometry()

    def show_state(self, state: IssueState | None, word: str) -> None:
        """Show where the issue stands."""
        self.state_chip.setText(word)
        self.state_chip.setVisible(state is not None)
        if state is not None:
            set_tone(self.state_chip, _TONES[state])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._recolour()

    def show_preview_button(self, *, shown: bool) -> None:
        """Offer to show the pages while they are hidden; their own bar hides them."""
        self.preview_button.setVisible(shown)

    def set_compact(self, *, compact: bool) -> None:
        """Leave out words where there is little room; the icons stay."""
        only = Qt.ToolButtonStyle.ToolButtonIconOnly
        both = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self.new_button.setToolButtonStyle(only if compact else both)

    def _combo(self, name: str, accessible: str) -> QComboBox:
        combo = _HeadingCombo(self)
        combo.setObjectName(name)
        combo.setAccessibleName(accessible)
        set_role(combo, "heading")
        return combo

    def _tool(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setToolTip(text)
        button.setIconSize(QSize(18, 18))
        return button

    def _recolour(self) -> None:
        colours = colours_of(self)
        self.new_button.setIcon(icon("plus", colours.text))
        self.more_button.setIcon(icon("more", colours.text))
        self.preview_button.setIcon(icon("panel", colours.text))
