"""The middle of the bulletin page: header, fields, cards and what can be done with the issue."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from infodesk.core.bulletins import IssueState
from infodesk.gui.models.issue_items import IssueItemsModel
from infodesk.gui.stylesheet import set_role
from infodesk.gui.widgets.issue_details import IssueDetails
from infodesk.gui.widgets.issue_header import IssueHeader
from infodesk.gui.widgets.issue_items_view import ZONE_PX, IssueItemsView, ItemsDropZone

SIDE_PX = 16
COMPACT_PX = 560
"""Below this width, what can be done without is left out."""


class IssuePanel(QWidget):
    """Shows an issue, or invites to start one.

    Signals:
        start_asked: the button of the empty panel was pressed.
    """

    start_asked = Signal()

    def __init__(
        self, model: IssueItemsModel, heads: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self.header = IssueHeader(self)
        self.details = IssueDetails(heads, self)
        self.cards = IssueItemsView(model, self)
        self.zone = ItemsDropZone(model, self)
        self.sum_label = QLabel(self)
        self.sum_label.setObjectName("issue_sum_label")
        set_role(self.sum_label, "small")
        self.word_button = self._button("export_word_button", self.tr("Export Word"))
        self.pdf_button = self._button("export_pdf_button", self.tr("Export PDF"))
        self.print_button = self._button("print_button", self.tr("Print"))
        self.sign_button = self._button("sign_button", self.tr("Sign and number"))
        set_role(self.sign_button, "primary")
        self.withdraw_button = self._button("withdraw_button", self.tr("Withdraw…"))
        self.empty_title = QLabel(self)
        self.empty_title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_role(self.empty_title, "brand")
        self.empty_text = QLabel(self)
        self.empty_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty_text.setWordWrap(True)
        set_role(self.empty_text, "muted")
        self.start_button = self._button("start_button", "")
        set_role(self.start_button, "primary")
        self.start_button.clicked.connect(self.start_asked)
        self.stack = QStackedWidget(self)
        self.issue_page = self._make_issue_page()
        self.empty_page = self._make_empty_page()
        self.stack.addWidget(self.issue_page)
        self.stack.addWidget(self.empty_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.stack, 1)

    def show_state(self, state: IssueState) -> None:
        """Offer what can be done with an issue that stands there."""
        is_open = state is IssueState.OPEN
        self.stack.setCurrentWidget(self.issue_page)
        self.zone.setVisible(is_open)
        self.zone.setMinimumHeight(ZONE_PX if self._model.rowCount() else 3 * ZONE_PX)
        self.sign_button.setVisible(is_open)
        self.sign_button.setEnabled(self._model.rowCount() > 0)
        self.withdraw_button.setVisible(state is IssueState.SIGNED)

    def show_sum(self, characters: int, pages: int) -> str:
        """Show how much the issue holds, and return it; ``pages`` is 0 while it isn't known."""
        text = self.tr("{count} items · {characters} chars").format(
            count=self._model.rowCount(), characters=f"{characters:,}"
        )
        if pages:
            text += self.tr(" · {count} pages").format(count=pages)
        self.sum_label.setText(text)
        return text

    def invite(self, title: str, text: str, button: str) -> None:
        """Show why there is no issue, and a button that changes it."""
        self.empty_title.setText(title)
        self.empty_text.setText(text)
        self.start_button.setText(button)
        self.stack.setCurrentWidget(self.empty_page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = self.width() < COMPACT_PX
        self.header.set_compact(compact=compact)
        self.sum_label.setVisible(not compact)

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        return button

    def _make_issue_page(self) -> QWidget:
        page = QWidget(self)
        cards = QVBoxLayout()
        cards.setSpacing(0)
        cards.addWidget(self.cards, 1)
        cards.addWidget(self.zone)
        cards.addStretch(0)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.sum_label)
        foot.addStretch(1)
        for button in (
            self.word_button,
            self.pdf_button,
            self.print_button,
            self.withdraw_button,
            self.sign_button,
        ):
            foot.addWidget(button)
        column = QVBoxLayout(page)
        column.setContentsMargins(SIDE_PX, 12, SIDE_PX, 12)
        column.setSpacing(12)
        column.addWidget(self.details)
        column.addLayout(cards, 1)
        column.addLayout(foot)
        return page

    def _make_empty_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(SIDE_PX * 2, SIDE_PX, SIDE_PX * 2, SIDE_PX)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self.empty_title)
        column.addWidget(self.empty_text)
        column.addWidget(self.start_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return page
