"""Redacting the item shown: asked, shown, done on the worker thread, told."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from infodesk import redacting
from infodesk.core.items import Item
from infodesk.core.redaction import Redaction
from infodesk.gui.context import PageContext
from infodesk.gui.messages import explain
from infodesk.gui.tasks import Progress
from infodesk.redacting import Outcome, Reach


class Redacting(QObject):
    """Leads through one redaction.

    Signals:
        done: id of the item that was redacted.
    """

    done = Signal(str)

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def ask(self, item: Item) -> None:
        """Ask what is to be redacted; the text shown has been kept before."""
        from infodesk.gui.dialogs.redaction_dialog import RedactionDialog

        dialog = RedactionDialog(
            item.id,
            item.content.title,
            by=self._context.office.clerk,
            look=self._look,
            language=self._context.language,
        )
        dialog.wanted.connect(self._redact)
        self._context.prompts.show(dialog)

    def _look(
        self,
        redaction: Redaction,
        done: Callable[[Reach], None],
        failed: Callable[[Exception], None],
    ) -> None:
        workspace = self._context.workspace
        look = partial(redacting.look, workspace.path, redaction, workspace.clock)
        self._context.tasks.run(lambda _progress: look(), done, failed=failed)

    def _redact(self, redaction: Redaction) -> None:
        from infodesk.gui.dialogs.progress_dialog import ProgressDialog

        workspace = self._context.workspace
        redact = partial(redacting.redact, workspace.path, redaction, clock=workspace.clock)

        def work(progress: Progress) -> Outcome:
            return redact(progress=progress)

        task = self._context.tasks.run(
            work, partial(self._tell, redaction.item_id), failed=self._refuse
        )
        # What was undone could bring the text back.
        self._context.undoing.clear()
        words = self.tr("Taking it out of the journal and its backups")
        self._context.prompts.show(ProgressDialog(self.tr("Redact"), words, task))

    def _tell(self, item_id: str, outcome: Outcome) -> None:
        self.done.emit(item_id)
        words = self.tr("Taken out of the journal ({versions} versions) and of {backups} backups.")
        said = words.format(versions=outcome.places.versions, backups=len(outcome.backups))
        left = [
            f"{path}\n{explain(error, self._context.language)}" for path, error in outcome.unreached
        ]
        if outcome.log_left:
            left.append(
                self.tr(
                    "Another program was at work on the journal, so that bytes of it may be left: "
                    "close it and redact once more."
                )
            )
        if left:
            said += "\n\n" + self.tr("It may still be in these; see to them and redact once more:")
        self._context.prompts.inform(self.tr("Redact"), said, "\n\n".join(left))

    def _refuse(self, error: Exception) -> None:
        said = explain(error, self._context.language)
        self._context.prompts.inform(self.tr("Not redacted"), said)
