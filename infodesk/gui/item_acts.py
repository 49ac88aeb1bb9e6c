"""The acts on an item that ask for a name or a reason first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from infodesk.core.errors import InfodeskError
from infodesk.core.item_states import ALLOWED
from infodesk.core.items import Act, Approval, Item
from infodesk.gui.context import PageContext
from infodesk.gui.messages import explain, term
from infodesk.gui.undoing import Step


def is_allowed(item: Item, act: str) -> bool:
    """Return whether an item's state allows an act."""
    if act is Act.REDACT:
        return True
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
            if self._do(item, partial(self._desk.discard, item.id, self._clerk)):
                self._note(act, item, undo=self._desk.restore, redo=self._desk.discard)
                self._say(self.tr("Moved to the trash: {title}"), item)
        elif act is Act.RESTORE:
            if self._do(item, partial(self._desk.restore, item.id, self._clerk)):
                self._note(act, item, undo=self._desk.discard, redo=self._desk.restore)
        elif act is Act.REDACT:
            self._ask_redaction(item)
        else:
            self._ask_reason(act, item)

    @property
    def _clerk(self) -> str:
        return self._context.office.clerk

    def _ask_approval(self, item: Item) -> None:
        from infodesk.gui.dialogs.approve_dialog import ApproveDialog

        report = self._context.workspace.check_item(item)
        dialog = ApproveDialog(
            item.content.title,
            report.open_musts,
            signer=self._context.office.signer,
            language=self._context.language,
        )
        dialog.approved.connect(lambda name, despite: self._approve(item, name, despite))
        self._context.prompts.show(dialog)

    def _approve(self, item: Item, name: str, despite: str) -> None:
        approve = partial(self._desk.approve, item.id, name, despite)
        if self._do(item, approve):
            self._context.office.signer = name
            self._say(self.tr("Approved: {title}"), item)
            self._context.undoing.note(
                Step(
                    self._words(Act.APPROVE, item),
                    undo=partial(self._desk.withdraw_approval, item.id, name, self._taken_back),
                    redo=approve,
                )
            )

    def _ask_redaction(self, item: Item) -> None:
        from infodesk.gui.redacting import Redacting

        redacting = Redacting(self._context, self)
        redacting.done.connect(self.done)
        redacting.ask(item)

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
        dialog.given.connect(partial(self._do_with_reason, act, item, doing))
        self._context.prompts.show(dialog)

    def _do_with_reason(
        self,
        act: Act,
        item: Item,
        doing: Callable[[str, str, str], object],
        name: str,
        reason: str,
    ) -> None:
        approval = self._desk.approval(item.id)
        do = partial(doing, item.id, name, reason)
        if not self._do(item, do):
            return
        ways_back: dict[Act, Callable[[], object]] = {
            Act.WITHDRAW_APPROVAL: partial(self._approve_again, item, approval),
            Act.HOLD: partial(self._release_again, item, approval, name),
            Act.RELEASE: partial(self._desk.hold, item.id, name, self._taken_back),
        }
        # What went back to its unit can't be called back by us alone.
        if act in ways_back:
            step = Step(self._words(act, item), undo=ways_back[act], redo=do)
            self._context.undoing.note(step)

    def _approve_again(self, item: Item, approval: Approval | None) -> None:
        """Let the approval stand again that the item rested on, in the name of who gave it."""
        if approval is not None:
            self._desk.approve(item.id, approval.by, approval.despite)

    def _release_again(self, item: Item, approval: Approval | None, name: str) -> None:
        self._desk.release(item.id, name, self._taken_back)
        self._approve_again(item, approval)

    def _note(
        self,
        act: Act,
        item: Item,
        *,
        undo: Callable[[str, str], object],
        redo: Callable[[str, str], object],
    ) -> None:
        self._context.undoing.note(
            Step(
                self._words(act, item),
                undo=lambda: undo(item.id, self._clerk),
                redo=lambda: redo(item.id, self._clerk),
            )
        )

    def _words(self, act: Act, item: Item) -> str:
        return f"{term(f'act-{act.value}', self._context.language)} {item.content.title}"

    @property
    def _taken_back(self) -> str:
        """The reason that is recorded for an act taken back."""
        return self.tr("Taken back")

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
