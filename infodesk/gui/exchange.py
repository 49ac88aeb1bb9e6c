"""Sending and taking in batches: the actions a menu shows, and the dialogs they open."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from infodesk import proofs
from infodesk.core.batches import BatchKind
from infodesk.core.stations import Trust
from infodesk.exchange.incoming import ImportPlan, ImportResult
from infodesk.gui.context import PageContext
from infodesk.gui.dialogs.batch_export_dialog import (
    BatchExportDialog,
    BatchWanted,
    BatchWritten,
)
from infodesk.gui.dialogs.batch_import_dialog import BatchImportDialog
from infodesk.gui.messages import term
from infodesk.gui.models.batch_items import BatchItemsModel
from infodesk.gui.widgets.item_cards import ItemRowDelegate


class Exchange(QObject):
    """Opens the dialogs of the exchange and does what they ask for.

    Signals:
        changed: items were sent or taken in.
    """

    changed = Signal()

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._file: Path | None = None

    def actions(self) -> list[QAction]:
        """Return "send a batch", "take in a batch" and the drop for a menu."""
        send = QAction(self.tr("Send items as a batch…"), self)
        send.setObjectName("send_batch_action")
        send.triggered.connect(lambda _checked: self.send())
        take_in = QAction(self.tr("Take in a batch…"), self)
        take_in.setObjectName("take_in_batch_action")
        take_in.triggered.connect(lambda _checked: self.take_in())
        drop = QAction(self.tr("Send and fetch by the drop…"), self)
        drop.setObjectName("drop_action")
        drop.triggered.connect(lambda _checked: self.tend_drop())
        return [send, take_in, drop]

    def tend_drop(self) -> None:
        """Show what went through the drop and what came; what came is taken in from there."""
        self._context.tending.show(self.take_in)

    def send(self, chosen: Collection[str] = ()) -> None:
        """Ask which approved items go into a batch; ``chosen`` are ticked already."""
        context = self._context
        offered = BatchWanted(
            item_ids=tuple(chosen),
            recipient=context.office.superior,
            folder=context.office.exports,
            by=context.office.clerk or context.office.signer,
        )
        dialog = BatchExportDialog(
            BatchItemsModel(context.workspace.items, chosen),
            ItemRowDelegate(self._kind_name, self._state_name),
            offered=offered,
            write=self._write,
            personal=partial(proofs.personal, context.workspace),
            prompts=context.prompts,
            language=context.language,
        )
        dialog.open_asked.connect(context.prompts.open_path)
        context.prompts.show(dialog)

    def take_in(self, path: Path | None = None) -> None:
        """Ask for a batch file, or verify the one that was dropped."""
        dialog = BatchImportDialog(
            read=self._read,
            apply=self._apply,
            prompts=self._context.prompts,
            language=self._context.language,
        )
        if path is not None:
            dialog.open_file(path)
        self._context.prompts.show(dialog)

    def _write(self, wanted: BatchWanted) -> BatchWritten:
        office = self._context.office
        if wanted.recipient != office.superior:
            # The batch bears the superior's name, and that is kept with the office.
            office.superior = wanted.recipient
        record = self._context.workspace.outgoing.export(
            wanted.item_ids, wanted.folder, by=wanted.by, keep_personal=wanted.keep_personal
        )
        if wanted.by != office.clerk:
            office.clerk = wanted.by
        if wanted.folder != office.exports:
            office.exports = wanted.folder
        self.changed.emit()
        said, items = record.privacy, self._context.workspace.items
        titles = tuple(items.get(item_id).content.title for item_id in said.kept)
        return BatchWritten(record.path or wanted.folder, said.masked, titles)

    def _read(self, path: Path) -> ImportPlan:
        incoming = self._context.workspace.incoming
        self._file = path
        return incoming.plan(incoming.read(path))

    def _apply(self, plan: ImportPlan) -> ImportResult:
        """Take a batch in; one whose sender is not verified waits on the page of the exchange."""
        incoming = self._context.workspace.incoming
        is_card = plan.batch.kind is BatchKind.CARD
        if self._file is not None and (is_card or plan.trust is Trust.UNKNOWN):
            incoming.wait(plan.batch, self._file)
            self.changed.emit()
        result = incoming.apply(plan, by=self._context.office.clerk)
        self.changed.emit()
        return result

    def _kind_name(self, kind: str) -> str:
        profile = self._context.workspace.profiles.get(kind)
        return profile.name if profile else kind

    def _state_name(self, state: str) -> str:
        return term(f"state-{state}", self._context.language)
