"""Answers in the window: recorded on an item of a batch, listed, withdrawn, written as a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from infodesk.core.answers import Adoption, Commission, Directive
from infodesk.core.batches import BatchKind, BatchRecord, Direction
from infodesk.gui.context import PageContext, attempt
from infodesk.gui.messages import term

Offer = tuple[str, str, Callable[[], None]]


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer of this journal.

    Attributes:
        kind: ADOPTION, DIRECTIVE, COMMISSION, or WITHDRAWAL for an adoption taken back.
        told: what was said.
        origin: code of the station that told it; empty where it was recorded here.
        because: why it was withdrawn.
        station: name of that station, where it is known.
    """

    kind: BatchKind
    told: Adoption | Directive | Commission
    origin: str
    because: str = ""
    station: str = ""


class Answering(QObject):
    """Asks for answers and keeps them.

    Signals:
        recorded: the id of an answer that the journal has now.
        written: the name of a file that tells it.
    """

    recorded = Signal(str)
    written = Signal(str)

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._workspace = context.workspace

    def ids(self) -> list[str]:
        """Return the ids of every answer, the newest first: they are in the order of time."""
        return self._workspace.answers.ids()

    def rows(self, ids: Sequence[str]) -> list[AnswerRow]:
        """Return answers by their ids, the newest first."""
        desk = self._workspace.answers
        stations = {
            each.party.station: each.party.label for each in self._workspace.stations.stations()
        }
        rows = [
            AnswerRow(
                BatchKind.ADOPTION if kept.stands else BatchKind.WITHDRAWAL,
                kept.adoption,
                kept.origin,
                kept.withdrawn_because,
                stations.get(kept.origin, kept.origin),
            )
            for kept in desk.adoptions(ids=ids)
        ]
        for kind, pairs in (
            (BatchKind.DIRECTIVE, desk.directives(ids=ids)),
            (BatchKind.COMMISSION, desk.commissions(ids=ids)),
        ):
            rows += [AnswerRow(kind, told, at, "", stations.get(at, at)) for told, at in pairs]
        return sorted(rows, key=lambda row: row.told.id, reverse=True)

    def on_batch(self, record: BatchRecord) -> list[Offer]:
        """Return what can be said of the items of a batch of reports."""
        last = BatchKind.CANCEL if record.direction is Direction.SENT else BatchKind.RETURN
        return [
            (kind.value, f"{term(f'batch-{kind.value}', self._context.language)}…", act)
            for kind in (BatchKind.ADOPTION, BatchKind.DIRECTIVE, last)
            for act in (partial(self.ask, kind, self._items(record)),)
        ]

    def on_answer(self, rows: Sequence[AnswerRow]) -> list[Offer]:
        """Return what can be done with answers that are chosen together."""
        offers: list[Offer] = []
        own = [row for row in rows if not row.origin]
        if len(rows) == 1 and own and own[0].kind is BatchKind.ADOPTION:
            take_back = partial(self.ask_withdrawal, own[0])
            offers.append(("withdraw", self.tr("Withdraw the adoption…"), take_back))
        if own and len(own) == len(rows) and len({row.kind for row in own}) == 1:
            write = partial(self.write, own[0].kind, [row.told.id for row in own])
            offers.append(("tell", self.tr("Write the file that tells it…"), write))
        return offers

    def ask(self, kind: BatchKind, items: Sequence[tuple[str, str]] = ()) -> None:
        """Ask for an answer and keep it; what goes back or is cancelled is written as a file."""
        dialog = self._dialog(kind, items)
        dialog.given.connect(
            lambda item, said: attempt(self._context, lambda: self._keep(kind, item, dict(said)))
        )
        self._context.prompts.show(dialog)

    def ask_withdrawal(self, row: AnswerRow) -> None:
        """Ask why an adoption is taken back."""
        dialog = self._dialog(BatchKind.WITHDRAWAL, [(row.told.id, row.told.title)])

        def withdraw(adoption: str, said: dict[str, Any]) -> None:
            by = self._context.office.clerk
            self._workspace.answers.withdraw(adoption, said["reason"], by=by)
            self.recorded.emit(adoption)

        dialog.given.connect(
            lambda item, said: attempt(self._context, lambda: withdraw(item, said))
        )
        self._context.prompts.show(dialog)

    def write(self, kind: BatchKind, ids: Sequence[str], reason: str = "") -> None:
        """Ask where the file goes that tells answers of one kind to whom the items came from."""

        def then(path: Path) -> None:
            def send() -> None:
                answers, to = self._workspace.exchange.answering(kind, ids, reason=reason)
                self._workspace.outgoing.send(
                    kind, answers, path, to=to, by=self._context.office.clerk
                )
                self.written.emit(path.name)

            attempt(self._context, send)

        name = term(f"batch-{kind.value}", self._context.language)
        today = self._workspace.clock.now()
        suggested = self._context.office.exports / f"{name}{today:%Y%m%d-%H%M}.idb"
        self._context.prompts.save_file(
            name, suggested, filters=self.tr("Batches (*.idb)"), then=then
        )

    def _keep(self, kind: BatchKind, item: str, said: dict[str, Any]) -> None:
        desk, by = self._workspace.answers, self._context.office.clerk
        if kind is BatchKind.RETURN:
            self._workspace.items.return_to_unit(item, by, said["reason"])
            self.write(kind, [item])
        elif kind is BatchKind.CANCEL:
            self.write(kind, [item], said["reason"])
        elif kind is BatchKind.ADOPTION:
            said["number"] = said.pop("issue-number", "")
            self.recorded.emit(desk.adopt(item, by=by, **said).adoption.id)
        elif kind is BatchKind.DIRECTIVE:
            said.setdefault("text", "")
            self.recorded.emit(desk.direct(item, by=by, **said).id)
        else:
            topic, text = said.pop("topic"), said.pop("text", "")
            self.recorded.emit(desk.commission(topic, text, by=by, **said).id)

    def _dialog(self, kind: BatchKind, items: Sequence[tuple[str, str]]) -> Any:
        from infodesk.gui.dialogs.answer_dialog import AnswerDialog

        today = self._workspace.clock.now().date()
        return AnswerDialog(kind, items, today, self._context.language)

    def _items(self, record: BatchRecord) -> list[tuple[str, str]]:
        entries = self._workspace.exchange.entries(record)
        return [(entry.item_id, entry.title) for entry in entries]
