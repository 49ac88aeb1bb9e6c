"""Bit flips in a plain journal: what a flip changes for a reader, the check reports.

The short form is run with the other tests; ``INFODESK_FLIPS=600`` makes it the long one, and
``INFODESK_SEED`` repeats one. The control looks as SQLite alone can, and is seen to miss texts.
"""

from __future__ import annotations

import os
import random
import secrets
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime

import pytest

from infodesk.core.errors import InfodeskError
from infodesk.core.items import ItemFilter, VersionReason
from infodesk.core.journal_check import Damage, DamageKind
from infodesk.storage import row_hashes
from infodesk.storage.database import open_as_is, open_journal
from infodesk.storage.engine import sqlite
from infodesk.storage.item_store import SqliteItemStore
from infodesk.storage.journal_check import check
from tests.conftest import CHINA, FixedClock
from tests.storage.desks import Desks, text

FLIPS = int(os.environ.get("INFODESK_FLIPS", "60"))
SEED = int(os.environ.get("INFODESK_SEED", secrets.randbits(32)))

ITEMS = 60

SQLITE_SEES = {DamageKind.UNREADABLE, DamageKind.PAGES, DamageKind.REFERENCE}
"""What is seen without hashes."""


@dataclass
class Told:
    """What came of one flip: whether it changed what is read, and who saw it."""

    place: int
    changed: bool
    reported: bool
    seen_by_sqlite: bool


@pytest.fixture(scope="module")
def journal(tmp_path_factory):
    """Return the path of a closed journal with drafts, versions, an issue, a batch, settings."""
    folder = tmp_path_factory.mktemp("flips")
    path = folder / "journal.infodesk"
    clock = FixedClock(datetime(2026, 11, 20, 9, 0, tzinfo=CHINA))
    opened = open_journal(path, clock=clock)
    desks = Desks(opened, clock)
    desks.fill(folder)
    chance = random.Random(7)
    words = ("积水点", "已消除", "西关镇", "滑坡", "3月5日", "受伤2人", "送医", "，", "。")
    for number in range(ITEMS):
        body = "".join(chance.choices(words, k=40 + number * 4))
        item = desks.items.add(text(f"第{number}条 {body[:12]}", body), unit=f"单位{number % 7}")
        desks.items.keep_version(item.id, "李明", VersionReason.LEFT)
        desks.settings.set(f"office.note{number}", body[:60])
    opened.close()
    return path


def read(path):
    """Return everything a user would read, by tables and by lists; or the error he would see."""
    try:
        with closing(open_as_is(path)) as journal:
            tables = [
                (table, journal.query(f"SELECT {', '.join(shape.columns)} FROM {table}"))
                for table, shape in row_hashes.shapes(journal.connection).items()
            ]
            store = SqliteItemStore(journal)
            lists = [
                store.rows(ItemFilter(), 0, 500),
                store.rows(ItemFilter(unit="单位3"), 0, 500),
                store.units(),
                journal.query("SELECT * FROM audit"),
                journal.query("SELECT serial FROM items WHERE state = 'draft'"),
                journal.query("SELECT value FROM settings WHERE key = 'office.name'"),
            ]
            return repr((tables, lists))
    except (sqlite.Error, InfodeskError, ValueError, KeyError, TypeError) as error:
        return repr(error)


def flips(journal, folder, count, seed):
    """Flip one bit after the other, each in a copy, and tell what came of it."""
    whole = journal.read_bytes()
    before = read(journal)
    chance = random.Random(seed)
    copy = folder / "flipped.infodesk"
    for _ in range(count):
        place = chance.randrange(len(whole) * 8)
        data = bytearray(whole)
        data[place // 8] ^= 1 << place % 8
        for left in folder.glob("flipped.infodesk*"):
            left.unlink()
        copy.write_bytes(data)
        damages = found(copy)
        kinds = {damage.kind for damage in damages}
        yield Told(place, read(copy) != before, bool(kinds), bool(kinds & SQLITE_SEES))


def found(path):
    """Return what a full check reports; a journal that is refused outright is reported too."""
    try:
        return check(path, full=True).damages
    except InfodeskError as error:
        return (Damage(DamageKind.UNREADABLE, said=error.code.text),)


def test_every_flip_that_changes_what_is_read_is_reported(journal, tmp_path):
    print(f"INFODESK_SEED={SEED} INFODESK_FLIPS={FLIPS}, {journal.stat().st_size} bytes")
    told = list(flips(journal, tmp_path, FLIPS, SEED))
    changed = [flip for flip in told if flip.changed]
    missed = [flip.place for flip in changed if not flip.reported]
    print(
        f"{len(changed)} of {FLIPS} changed what is read, {len(changed) - len(missed)} of them "
        f"reported; {sum(flip.reported for flip in told)} reported in all"
    )
    assert missed == []
    assert len(changed) > FLIPS / 5, "the flips hit nothing that is read"
    # The control: SQLite alone does not see a changed text.
    unseen = [flip for flip in changed if not flip.seen_by_sqlite]
    print(f"{len(unseen)} of {len(changed)} would have been missed without hashes")
    assert len(unseen) > len(changed) / 3
