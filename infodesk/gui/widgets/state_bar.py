"""The bar above the sheet: why the text can't be changed, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from infodesk.core.items import Act, ActRecord, Approval, Item, ItemState
from infodesk.gui.stylesheet import set_role


class StateBar(QWidget):
    """Hidden while the item is an ordinary draft.

    Signals:
        act_wanted: the act that lets the text be changed again.
    """

    act_wanted = Signal(Act)

    def __init__(self) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 12, 20, 0)
        self._box = QFrame()
        self._box.setObjectName("state_box")
        row = QHBoxLayout(self._box)
        row.setContentsMargins(14, 6, 8, 6)
        self.text_label = QLabel()
        self.text_label.setObjectName("state_label")
        self.text_label.setWordWrap(True)
        self.text_label.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(self.text_label, 1)
        self.act_button = QPushButton()
        self.act_button.setObjectName("state_act_button")
        self.act_button.clicked.connect(self._on_clicked)
        row.addWidget(self.act_button)
        rows.addWidget(self._box)
        self._act: Act | None = None
        self.hide()

    def show_item(self, item: Item, approval: Approval | None, acts: Sequence[ActRecord]) -> None:
        """Say what an item's state means for its text."""
        text, self._act, role = self._words(item, approval, acts)
        self.text_label.setText(text)
        names = {
            Act.WITHDRAW_APPROVAL: self.tr("Withdraw approval"),
            Act.RELEASE: self.tr("Release"),
            Act.RESTORE: self.tr("Restore"),
        }
        self.act_button.setVisible(self._act in names)
        self.act_button.setText(names.get(self._act, "") if self._act else "")
        set_role(self._box, role)
        self.text_label.style().polish(self.text_label)
        self.setVisible(bool(text))

    def _words(
        self, item: Item, approval: Approval | None, acts: Sequence[ActRecord]
    ) -> tuple[str, Act | None, str]:
        if item.discarded_at is not None:
            return self.tr("In the trash. Restore it to go on writing."), Act.RESTORE, "warning"
        if item.state in (ItemState.HELD, ItemState.RETURNED):
            return self._held(item, acts)
        if item.state is ItemState.DRAFT:
            return "", None, ""
        text = ""
        if approval is not None:
            text = self.tr("Approved by {name}, {time}.").format(
                name=approval.by, time=f"{approval.at:%Y-%m-%d %H:%M}"
            )
            if approval.despite:
                text += self.tr(" Despite open findings: {reason}.").format(reason=approval.despite)
        if item.state is ItemState.APPROVED:
            text += self.tr(" To change the text, withdraw the approval.")
            return text, Act.WITHDRAW_APPROVAL, "approved"
        if item.state is ItemState.ISSUED:
            text += self.tr(" Printed in an issue: the text stays as it is.")
        else:
            text += self.tr(" Sent upward: the text stays as it is.")
        return text, None, "approved"

    def _held(self, item: Item, acts: Sequence[ActRecord]) -> tuple[str, Act | None, str]:
        wanted = Act.HOLD if item.state is ItemState.HELD else Act.RETURN
        last = next((act for act in reversed(acts) if act.act is wanted), None)
        words = (
            self.tr("Held back by {name}, {time}: {reason}")
            if item.state is ItemState.HELD
            else self.tr("Returned by {name}, {time}: {reason}")
        )
        text = ""
        if last is not None:
            text = words.format(name=last.by, time=f"{last.at:%m-%d %H:%M}", reason=last.reason)
        return text, Act.RELEASE if item.state is ItemState.HELD else None, "warning"

    def _on_clicked(self) -> None:
        if self._act is not None:
            self.act_wanted.emit(self._act)
