"""The foot of the sheet: what can be done with the item shown."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from infodesk.core.item_states import FOLLOW
from infodesk.core.items import Act, Item
from infodesk.gui.item_acts import is_allowed
from infodesk.gui.stylesheet import set_role


class ActBar(QWidget):
    """Shows the acts its state allows; those that undo the state are in the bar above.

    Signals:
        act_wanted: an act shall be done.
        side_wanted: show or hide the findings (in a narrow window).
        follow_wanted: the next report on the event shall be begun.
    """

    act_wanted = Signal(Act)
    side_wanted = Signal()
    follow_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 12)
        row.setSpacing(8)
        self.side_button = QPushButton()
        self.side_button.setObjectName("side_button")
        self.side_button.clicked.connect(self.side_wanted)
        self.side_button.hide()
        row.addWidget(self.side_button)
        self.advanced_button = QPushButton(self.tr("Advanced ▾"))
        self.advanced_button.setObjectName("advanced_button")
        self.advanced_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(self.advanced_button)
        self.redact_action = menu.addAction(self.tr("Redact what was entered by mistake…"))
        self.redact_action.setObjectName("redact_action")
        self.redact_action.triggered.connect(partial(self.act_wanted.emit, Act.REDACT))
        self.advanced_button.setMenu(menu)
        row.addWidget(self.advanced_button)
        row.addStretch(1)
        self.follow_button = QPushButton(self.tr("Write a follow-up"))
        self.follow_button.setObjectName("follow_button")
        self.follow_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.follow_button.clicked.connect(self.follow_wanted)
        row.addWidget(self.follow_button)
        self._buttons: dict[Act, QPushButton] = {}
        for act, words in (
            (Act.DISCARD, self.tr("Discard")),
            (Act.HOLD, self.tr("Hold back")),
            (Act.RETURN, self.tr("Return")),
            (Act.APPROVE, self.tr("Approve")),
        ):
            button = QPushButton(words)
            button.setObjectName(f"{act.value.replace('-', '_')}_button")
            button.clicked.connect(partial(self.act_wanted.emit, act))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._buttons[act] = button
            row.addWidget(button)
        set_role(self._buttons[Act.APPROVE], "primary")
        self._findings = 0
        self._shows_side = False

    def show_item(self, item: Item) -> None:
        """Show what may be done with an item."""
        for act, button in self._buttons.items():
            button.setVisible(is_allowed(item, act))
        self.follow_button.setVisible(is_allowed(item, FOLLOW))

    def show_findings(self, count: int) -> None:
        """Name how many findings the hidden side has."""
        self._findings = count
        self._name_side()

    def show_side_button(self, visible: bool, shows_side: bool) -> None:
        """Offer the findings where there is no room for them beside the list."""
        self.side_button.setVisible(visible)
        self._shows_side = shows_side
        self._name_side()

    def _name_side(self) -> None:
        if self._shows_side:
            self.side_button.setText(self.tr("Back to the list"))
        else:
            self.side_button.setText(self.tr("Check {count}").format(count=self._findings))
