"""The acts on an item that ask for a name or a reason first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from infodesk.core.errors import InfodeskError
from infodesk.core.item_states import ALLOWED
from infodesk.core.items import Act, Item
from infodesk.gui.context import PageContext
from infodesk.gui.messages import explain


def is_allowed(item: Item, act: Act) -> bool:
    """Return whether an item's state allows an act."""
    if act is Act.RESTORE:
        return item.discarded_at is not None
    return item.discarded_at is None and item.state in ALLOWED[act]


class ItemActs(QObject):
    """Asks, does, and says what happened.

    Signals:
        done: id of the item that an act changed.
    """

    done = Signal(str)

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._desk = context.workspace.items

    def start(self, act: Act, item: Item) -> None:
        """Begin an act; it is done once its questions are answered."""
        if act is Act.APPROVE:
            self._ask_approval(item)
        elif act is Act.DISCARD:
            self._do(item, lambda: self._desk.discard(item.id, self._clerk))
            self._say(self.tr("Moved to the trash: {title}"), item)
        elif act is Act.RESTORE:
            self._do(item, lambda: self._desk.restore(item.id, self._clerk))
        else:
            self._ask_reason(act, item)

    @property
    def _clerk(self) -> str:
        return self._context.office.clerk

    def _ask_approval(self, item: Item) -> None:
        from infodesk.gui.dialogs.approve_dialog import ApproveDialog

        report = self._context.workspace.check(item.content, item.kind)
        dialog = ApproveDialog(
            item.content.title,
            report.open_musts,
            signer=self._context.office.signer,
            language=self._context.language,
        )
        dialog.approved.connect(lambda name, despite: self._approve(item, name, despite))
        self._context.prompts.show(dialog)

    def _approve(self, item: Item, name: str, despite: str) -> None:
        if self._do(item, lambda: self._desk.approve(item.id, name, despite)):
            self._context.office.signer = name
            self._say(self.tr("Approved: {title}"), item)

    def _ask_reason(self, act: Act, item: Item) -> None:
        from infodesk.gui.dialogs.reason_dialog import ReasonDialog

        words, consequence, doing = {
            Act.WITHDRAW_APPROVAL: (
                self.tr("Withdraw the approval"),
                self.tr("The item becomes a draft again and must be approved anew."),
                self._desk.withdraw_approval,
            ),
            Act.HOLD: (
                self.tr("Hold back"),
                self.tr("The item is neither issued nor sent until it is released."),
                self._desk.hold,
            ),
            Act.RELEASE: (
                self.tr("Release"),
                self.tr("The item becomes a draft again."),
                self._desk.release,
            ),
            Act.RETURN: (
                self.tr("Return to the unit"),
                self.tr("The item goes back to be completed; it can be changed."),
                self._desk.return_to_unit,
            ),
        }[act]
        dialog = ReasonDialog(words, item.content.title, consequence=consequence, name=self._clerk)
        dialog.given.connect(
            lambda name, reason: self._do(item, lambda: doing(item.id, name, reason))
        )
        self._context.prompts.show(dialog)

    def _do(self, item: Item, doing: Callable[[], object]) -> bool:
        try:
            doing()
        except (InfodeskError, OSError) as error:
            said = explain(error, self._context.language)
            self._context.prompts.inform(self.tr("Not done"), said)
            return False
        self._context.status.saved.emit(now(self._context))
        self.done.emit(item.id)
        return True

    def _say(self, words: str, item: Item) -> None:
        self._context.status.note.emit(words.format(title=item.content.title))


def now(context: PageContext) -> datetime:
    """Return the moment by the journal's clock."""
    return context.workspace.clock.now()
