"""Offices that exchange batches, each with a journal of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from infodesk.core.answer_desk import AnswerDesk
from infodesk.core.batches import Batch, BatchItem, Party
from infodesk.core.checking.findings import Elements, Report, Severity
from infodesk.core.identifiers import uuid7
from infodesk.core.item_desk import ItemDesk
from infodesk.core.items import Content, ItemState, Section
from infodesk.core.profiles import DEFAULT_PROFILE, Part, Profile
from infodesk.core.station_desk import StationDesk
from infodesk.core.stations import OwnKeys, fingerprint
from infodesk.exchange import container
from infodesk.exchange.incoming import Incoming
from infodesk.exchange.keys import make_keys
from infodesk.exchange.outgoing import Outgoing
from infodesk.storage.answer_store import SqliteAnswerStore
from infodesk.storage.batch_store import SqliteBatchStore
from infodesk.storage.database import open_journal
from infodesk.storage.item_store import SqliteItemStore
from infodesk.storage.journal import Journal
from infodesk.storage.station_store import SqliteStationStore

CHINA = timezone(timedelta(hours=8))
PART = Part("situation", "情况", None, Severity.MUST, 1, "")
NO_FINDINGS = Report({}, (), Elements(), ())
KEYS = OwnKeys(
    sign="9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    key="d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    unbox="77076d0a7318a57d3c16c17251b26645db4619b9a13d8e9b3e3e0d7e3d2a1c2a",
    box="72aa76329277985cb1620dd7a7d7cece33cee3b33d107edec14731f979781315",
)
"""Keys of no journal, always the same: the bytes of a file made with them are."""

NOBODY = Party("a1b2c3", "示范县", KEYS.key, KEYS.box)
"""The station that has them."""

PROFILES = {DEFAULT_PROFILE: Profile(DEFAULT_PROFILE, "动态", (PART,), 0, 3000)}


@dataclass
class Office:
    """A station: its journal, its desk, and both ways of the exchange."""

    name: str
    clock: object
    journal: Journal
    store: SqliteItemStore
    batches: SqliteBatchStore
    items: ItemDesk
    outgoing: Outgoing
    incoming: Incoming
    stations: StationDesk
    answers: AnswerDesk

    def knows(self, *others: Office, superior: bool = False) -> Office:
        """Make other offices known here, as if their cards had been compared; return this one."""
        for other in others:
            card = other.stations.own()
            self.stations.trust(card, fingerprint(card), by="赵科长", superior=superior)
        return self

    def approved(self, title: str = "西关镇山体滑坡", body: str = "2人受伤。") -> str:
        """Add an item, approve it and return its id."""
        item = self.items.add(text(title, body), unit="西关镇", author="李明")
        self.items.approve(item.id, "王主任")
        return item.id

    def corrected(self, item_id: str, body: str) -> None:
        """Give an item that was sent already another approved text, as a correction will."""
        known = self.items.get(item_id)
        self.store.update(replace(known, state=ItemState.DRAFT, sent_at=None))
        draft = self.items.get(item_id)
        self.items.autosave(item_id, text(draft.content.title, body), draft.rev)
        self.items.approve(item_id, "王主任")

    def contents(self) -> list[tuple[object, ...]]:
        """Return everything the journal holds, to compare before and after."""
        tables = (
            *("items", "drafts", "revisions", "item_acts", "item_flags"),
            *("batches", "batch_entries"),
            *("stations", "station_ends", "waiting", "receipts", "receipt_lines", "adoptions"),
            *("commissions", "directives", "conflicts", "audit"),
        )
        return [row for table in tables for row in self.journal.query(f"SELECT * FROM {table}")]


def text(title: str, body: str) -> Content:
    """Return a text of one section."""
    return Content(title, (Section("situation", body),))


def batch_of(*contents: Content, moment: datetime | None = None) -> Batch:
    """Return a batch that no journal made."""
    now = moment or datetime(2026, 11, 22, 9, 0, tzinfo=CHINA)
    items = tuple(
        BatchItem(uuid7(now), DEFAULT_PROFILE, content, "西关镇", now, now, "王主任")
        for content in contents
    )
    return Batch(uuid7(now), now, items, NOBODY, Party("", "示范市"))


def made(batch: Batch, keys: OwnKeys = KEYS) -> bytes:
    """Return the file of a batch that no journal made."""
    return container.write(batch, keys)


def office_at(folder: Path, name: str, clock: object, stack: ExitStack) -> Office:
    """Open an office with its journal in a folder, closed with the stack."""
    journal = open_journal(folder / f"{name}.infodesk", clock=clock)
    stack.callback(journal.close)
    store = SqliteItemStore(journal)
    batches = SqliteBatchStore(journal)
    desk = ItemDesk(store, clock, PROFILES, lambda _item: NO_FINDINGS)
    stations = StationDesk(SqliteStationStore(journal), clock, make_keys, lambda: name)
    answer_store = SqliteAnswerStore(journal)
    answers = AnswerDesk(answer_store, desk, clock)
    outgoing = Outgoing(batches, store, clock, stations, superior=lambda: "示范市")
    incoming = Incoming(batches, answer_store, desk, clock, stations=stations, answers=answers)
    # Keys are made before a test begins: it compares what the journal holds.
    stations.own()
    return Office(
        *(name, clock, journal, store, batches, desk, outgoing, incoming, stations, answers)
    )


@pytest.fixture
def office(tmp_path: Path, clock) -> Iterator[object]:
    """Return a maker of offices by their names."""
    with ExitStack() as stack:
        yield lambda name: office_at(tmp_path, name, clock, stack)


@pytest.fixture
def county(office) -> Office:
    """Return the office that sends."""
    return office("示范县")


@pytest.fixture
def city(office, county) -> Office:
    """Return the office that receives, to which the senders are known."""
    known = office("示范市").knows(county)
    known.stations.trust(NOBODY, fingerprint(NOBODY), by="赵科长")
    return known
