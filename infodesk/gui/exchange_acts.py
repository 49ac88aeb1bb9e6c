"""What can be done with a batch, a waiting file, a station: proofs, papers, receipts, trust."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from infodesk import proofs
from infodesk.core.answers import ReceiptVia
from infodesk.core.batches import BatchEntry, BatchKind, BatchRecord, Direction
from infodesk.core.document import Document
from infodesk.core.paper_set import PaperItem
from infodesk.core.stations import Station, Waiting
from infodesk.exchange import receipts
from infodesk.files import save_output
from infodesk.gui.answering import Answering, AnswerRow, Offer
from infodesk.gui.context import PageContext, attempt
from infodesk.workspace import pdf_of, word_of


class ExchangeActs(QObject):
    """Asks, does, and says what happened.

    Signals:
        changed: the journal has something new about a batch or a station.
    """

    changed = Signal()

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._workspace = context.workspace
        self.answering = Answering(context, self)

    def offered(
        self, row: BatchRecord | Waiting | Station | None, *, stations: bool
    ) -> list[Offer]:
        """Return name, words and act of what can be done with a row."""
        if isinstance(row, BatchRecord):
            return self._for_batch(row)
        if isinstance(row, Waiting):
            return self._for_waiting(row)
        return self._for_station(row) if stations else []

    def _for_station(self, row: Station | None) -> list[Offer]:
        offers: list[Offer] = [("card", self.tr("Our station card…"), self.save_card)]
        if row is not None:
            offers.append(("roster", self.tr("Sign the roster…"), self.save_roster))
        if row is not None and row.holds:
            offers.append(("revoke", self.tr("Revoke its key…"), partial(self.ask_revoke, row)))
        return offers

    def _for_batch(self, row: BatchRecord) -> list[Offer]:
        offers: list[Offer] = []
        if row.path is not None:
            show = partial(self._context.prompts.open_path, row.path.parent)
            offers.append(("folder", self.tr("Open the folder"), show))
        if row.direction is Direction.RECEIVED:
            if row.kind in receipts.ANSWERED:
                save = partial(self.save_receipt, row)
                offers.append(("receipt", self.tr("Write the receipt file…"), save))
            return offers
        if row.kind is BatchKind.REPORT:
            offers += [
                ("certificate", self.tr("Certificate…"), partial(self.save_certificate, row)),
                ("paper", self.tr("On paper…"), partial(self.save_papers, row)),
                ("fields", self.tr("Field by field…"), partial(self.show_fields, row)),
            ]
        note = partial(self.ask_receipt, row)
        return [*offers, ("note_receipt", self.tr("Write down a receipt…"), note)]

    def answers_on(self, row: object) -> list[Offer]:
        """Return what can be said of the items of a batch of reports."""
        if isinstance(row, BatchRecord) and row.kind is BatchKind.REPORT:
            return self.answering.on_batch(row)
        return []

    def with_answers(self, rows: Sequence[AnswerRow]) -> list[Offer]:
        """Return what can be done on the list of answers."""
        ask = partial(self.answering.ask, BatchKind.COMMISSION)
        return [
            *self.answering.on_answer(rows),
            ("commission", self.tr("New commission…"), ask),
        ]

    def _for_waiting(self, waiting: Waiting) -> list[Offer]:
        if self._workspace.stations.is_known(waiting.sender):
            return [("take_in", self.tr("Take in"), partial(self.take_in, waiting))]
        verify = partial(self.verify, waiting)
        drop = partial(self.let_go, waiting)
        return [
            ("let_go", self.tr("Do not take in"), drop),
            ("verify", self.tr("Compare the fingerprint…"), verify),
        ]

    def let_go(self, waiting: Waiting) -> None:
        """Let go of a waiting file, once the clerk agrees."""
        self._context.prompts.ask(
            self.tr("Do not take in"),
            self.tr(
                "The file from {sender} is removed from the list; nothing of it was taken in."
            ).format(sender=waiting.sender.label),
            accept=self.tr("Remove"),
            then=partial(self._let_go, waiting),
        )

    def _let_go(self, waiting: Waiting) -> None:
        self._try(lambda: self._workspace.stations.no_longer_waiting(waiting.digest))

    def verify(self, waiting: Waiting) -> None:
        """Compare a fingerprint, and take the waiting file in once its sender is known."""
        from infodesk.gui.dialogs.trust_dialog import TrustDialog

        dialog = TrustDialog(waiting.sender, partial(self._trust, waiting), self._context.language)
        self._context.prompts.show(dialog)

    def ask_receipt(self, record: BatchRecord) -> None:
        """Ask how a receipt came that is no file."""
        from infodesk.gui.dialogs.receipt_dialog import ReceiptDialog

        dialog = ReceiptDialog(self._workspace.clock.now(), self._context.language)
        dialog.given.connect(partial(self._note_receipt, record))
        self._context.prompts.show(dialog)

    def ask_revoke(self, station: Station) -> None:
        """Ask why a station's key is not to be believed any more."""
        from infodesk.gui.dialogs.reason_dialog import ReasonDialog

        dialog = ReasonDialog(
            self.tr("Revoke"),
            station.party.label,
            consequence=self.tr("No file signed with this key is taken in any more."),
            name=self._context.office.clerk,
        )
        dialog.given.connect(
            lambda name, reason: self._try(
                lambda: self._workspace.stations.revoke(station.party.station, reason, by=name)
            )
        )
        self._context.prompts.show(dialog)

    def show_fields(self, record: BatchRecord) -> None:
        """Show the fields of a batch's items, to be copied one by one."""
        from infodesk.gui.dialogs.fields_dialog import FieldsDialog

        self._try(
            lambda: self._context.prompts.show(FieldsDialog(self._papers_of(record))),
            tells=False,
        )

    def save_certificate(self, record: BatchRecord) -> None:
        """Write the certificate of reporting."""
        name = self.tr("Certificate {number}").format(number=record.seq or record.id[:8])
        self._save(lambda: proofs.certificate(self._workspace, record.id), name)

    def save_papers(self, record: BatchRecord) -> None:
        """Write list, slip and texts for an office that has no infodesk."""
        file = record.path.name if record.path else ""
        name = self.tr("Items on paper {number}").format(number=record.seq or record.id[:8])
        self._save(lambda: self._workspace.paper_set(self._papers_of(record), file), name)

    def save_card(self) -> None:
        """Write our station card: the signed file, or the sheet to be stamped."""

        def write(path: Path) -> None:
            if path.suffix.lower() == ".pdf":
                save_output(path, pdf_of(proofs.station_card(self._workspace))[0])
            else:
                self._workspace.outgoing.card(path)

        self._ask_path(
            self.tr("Our station card"),
            Path(f"{self._context.office.name or 'infodesk'}.idb"),
            self.tr("Signed card (*.idb);;Sheet to be stamped (*.pdf)"),
            write,
        )

    def save_roster(self) -> None:
        """Sign the stations we know as a roster, for the offices that know us as superior."""
        name = self.tr("Roster")
        self._ask_path(
            name,
            Path(f"{name} {self._workspace.clock.now():%Y%m%d}.idb"),
            self.tr("Batches (*.idb)"),
            lambda path: self._workspace.outgoing.roster(path, by=self._context.office.clerk),
        )

    def save_receipt(self, record: BatchRecord) -> None:
        """Write the receipt we gave: always the same file."""
        self._ask_path(
            self.tr("Receipt"),
            Path(self.tr("Receipt {number}").format(number=record.seq or record.id[:8]) + ".idb"),
            self.tr("Batches (*.idb)"),
            lambda path: self._workspace.incoming.save_receipt(record.id, path),
        )

    def _papers_of(self, record: BatchRecord) -> list[PaperItem]:
        """Return a batch's items for paper; what went as it stands goes so again."""
        entries = self._workspace.exchange.entries(record)
        kept = record.privacy.kept
        whole = [each.item_id for each in entries if each.item_id in kept and self._stands(each)]
        return self._workspace.paper_items([each.item_id for each in entries], whole)

    def _stands(self, entry: BatchEntry) -> bool:
        approval = self._workspace.items.approval(entry.item_id)
        return approval is not None and approval.sha256 == entry.sha256

    def _save(self, compose: Callable[[], Document], name: str) -> None:
        def write(path: Path) -> None:
            document = compose()
            word = path.suffix.lower() == ".docx"
            fonts = self._workspace.fonts
            save_output(path, word_of(document, fonts) if word else pdf_of(document, fonts)[0])

        self._ask_path(name, Path(f"{name}.pdf"), self.tr("PDF (*.pdf);;Word (*.docx)"), write)

    def _ask_path(
        self, title: str, name: Path, filters: str, write: Callable[[Path], object]
    ) -> None:
        def then(path: Path) -> None:
            if self._try(lambda: write(path)):
                note = self.tr("Written: {name}").format(name=path.name)
                self._context.status.note.emit(note)

        suggested = self._context.office.exports / name
        self._context.prompts.save_file(title, suggested, filters=filters, then=then)

    def _trust(self, waiting: Waiting, told: str, superior: bool) -> None:
        self._workspace.stations.trust(
            waiting.sender, told, by=self._context.office.clerk, superior=superior
        )
        if waiting.kind == BatchKind.CARD:
            self._workspace.stations.no_longer_waiting(waiting.digest)
            self.changed.emit()
        else:
            self.take_in(waiting)

    def take_in(self, waiting: Waiting) -> None:
        """Take a file in whose sender is known by now."""
        incoming = self._workspace.incoming
        self._try(
            lambda: incoming.apply(
                incoming.plan(incoming.waiting(waiting.digest)), by=self._context.office.clerk
            )
        )

    def _note_receipt(
        self, record: BatchRecord, via: ReceiptVia, said_by: str, at: datetime
    ) -> None:
        self._try(
            lambda: self._workspace.answers.record_receipt(
                record, via=via, said_at=at, said_by=said_by, by=self._context.office.clerk
            )
        )

    def _try(self, act: Callable[[], object], *, tells: bool = True) -> bool:
        done = attempt(self._context, act)
        if done and tells:
            self.changed.emit()
        return done
