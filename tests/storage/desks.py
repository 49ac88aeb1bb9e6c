"""An office over a journal, with one of everything that is kept on record."""

from __future__ import annotations

from datetime import date

from infodesk.core.answer_desk import AnswerDesk
from infodesk.core.answers import Conflict, Receipt, ReceiptLine, ReceiptVia, Result
from infodesk.core.batches import BatchKind, Because, Direction, Party
from infodesk.core.bulletin_desk import BulletinDesk
from infodesk.core.bulletins import Recipient
from infodesk.core.checking.findings import Elements, Report
from infodesk.core.drops import DropFile, DropState
from infodesk.core.item_desk import ItemDesk
from infodesk.core.items import Content, Flag, Section, VersionReason
from infodesk.core.station_desk import StationDesk
from infodesk.core.stations import Waiting, fingerprint
from infodesk.exchange.keys import make_keys
from infodesk.exchange.outgoing import Outgoing
from infodesk.storage.answer_store import SqliteAnswerStore
from infodesk.storage.batch_store import SqliteBatchStore
from infodesk.storage.drop_store import SqliteDropStore
from infodesk.storage.issue_store import SqliteIssueStore
from infodesk.storage.item_store import SqliteItemStore
from infodesk.storage.reference_store import SqliteReferenceStore
from infodesk.storage.secret_store import SqliteSecretStore
from infodesk.storage.settings_store import SettingsStore
from infodesk.storage.station_store import SqliteStationStore


class Desks:
    """The desks over a journal; whatever is written is approved without a finding."""

    def __init__(self, journal, clock):
        self.journal = journal
        self.clock = clock
        store = SqliteItemStore(journal)
        report = Report({}, (), Elements(), ())
        self.items = ItemDesk(store, clock, {"event": None}, lambda *_: report)
        self.bulletins = BulletinDesk(SqliteIssueStore(journal), store, clock)
        self.stations = StationDesk(SqliteStationStore(journal), clock, make_keys)
        self.outgoing = Outgoing(SqliteBatchStore(journal), store, clock, self.stations)
        self.settings = SettingsStore(journal)
        self.clock = clock
        self.drops = SqliteDropStore(journal)
        self.secrets = SqliteSecretStore(journal)

    def approved(self, title="西关镇山体滑坡", body="2人受伤，均已送医。"):
        """Add an item, approve it and return it."""
        item = self.items.add(text(title, body), unit="西关镇", author="李明")
        self.items.approve(item.id, "王主任")
        return self.items.get(item.id)

    def fill(self, folder):
        """Write, hold, approve, issue and send; return the item that was all of it."""
        item = self.items.add(text("积水点全部消除", "全县 12 处积水点已全部消除。"), unit="城关镇")
        self.items.autosave(item.id, text("积水点消除", "全县 12 处积水点已消除。"), item.rev)
        self.items.keep_version(item.id, "李明", VersionReason.TIMED)
        self.items.hold(item.id, "科长", "核实处数")
        self.items.release(item.id, "科长", "已核实")
        self.items.approve(item.id, "王主任")
        series = self.bulletins.add_series(
            key="x",
            name="示范信息",
            issuer="示范县委办公室",
            masthead="default",
            next_number=47,
            next_total=1286,
            distribution=(Recipient("报", "市委办公室", 2),),
        )
        other = self.approved()
        issue = self.bulletins.open_issue(series.id, [item.id, other.id])
        self.bulletins.sign(issue.id, "王主任", date(2026, 11, 20))
        self.outgoing.export([item.id], folder / "批次.idb", by="李明")
        self.settings.set("office.name", "示范县信息科")
        now = self.clock.now()
        sent = DropState.SENT
        self.drops.keep(DropFile("folder 共享", "a-0123456789ab.idb", sent, "b", "", now, now))
        self.secrets.set("drop.secret", "口令")
        SqliteReferenceStore(self.journal).add("在全县大会上的讲话", "要抓好落实。", now)
        self.items.add(text("正在写", "一段没有写完的草稿"))
        return self.items.get(item.id)

    def answer(self):
        """Know a station, let one wait, and record one of every answer and its withdrawal."""
        now = self.clock.now()
        store = SqliteAnswerStore(self.journal)
        desk = AnswerDesk(store, self.items, self.clock)
        other = Party("a1b2c3", "示范市", "ab" * 32, "cd" * 32)
        self.stations.trust(other, fingerprint(other), by="李明")
        self.stations.revoke(other.station, "可疑", by="李明")
        waiting = Waiting("ef" * 32, "x", "report", other, now, 1)
        SqliteStationStore(self.journal).wait(waiting, b"a file")
        item = self.approved().id
        self.items.mark(item, [Flag.AGAIN])
        kept = desk.adopt(item, publication="要情", number="1", day=now.date())
        desk.withdraw(kept.adoption.id, "重复")
        desk.commission("秋粮", "写明价格")
        desk.direct(item, leader="周某", text="请跟踪。", day=now.date())
        line = ReceiptLine(1, Result.ACCEPTED, item)
        receipt = Receipt(
            *("r", "x", ReceiptVia.SIGNED, now, "李明", "a1b2c3", "示范市", now), lines=(line,)
        )
        with store.atomic():
            store.add_receipt(receipt, Direction.RECEIVED, b"a file")
        store.add_conflict(
            Conflict(*(0, "x", 1, BatchKind.ADOPTION, item, "题目", Because.DIFFERS, "{}", now))
        )


def text(title, body):
    """Return a content of one section."""
    return Content(title, (Section("situation", body),))
