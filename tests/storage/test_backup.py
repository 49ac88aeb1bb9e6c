from __future__ import annotations

import pytest

from infodesk.core.errors import Code, InfodeskError
from infodesk.storage import backup
from infodesk.storage.database import open_journal
from infodesk.storage.settings_store import SettingsStore


def test_a_copy_holds_what_the_log_holds_and_opens_alone(journal, clock):
    SettingsStore(journal).set("office", "示范县信息科")
    copy = backup.keep_copy(journal, clock.now(), "why").path
    name = "journal-20261120-090000-why.infodesk"
    assert sorted(file.name for file in copy.parent.iterdir()) == [name, name + ".json"]
    opened = open_journal(copy, clock=clock)
    assert SettingsStore(opened).get("office") == "示范县信息科"
    opened.close()


def test_a_damaged_journal_is_not_copied_as_if_it_were_sound(journal, clock):
    (page,) = journal.row("SELECT rootpage FROM sqlite_master WHERE name = 'settings'")
    journal.close()
    data = bytearray(journal.path.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    journal.path.write_bytes(data)
    damaged = open_journal(journal.path, clock=clock)
    with pytest.raises(InfodeskError) as caught:
        backup.keep_copy(damaged, clock.now(), "why")
    damaged.close()
    assert caught.value.code is Code.JOURNAL_DAMAGED
    assert list((journal.path.parent / backup.FOLDER).iterdir()) == []


def test_a_copy_that_cannot_be_written_says_so(journal, clock):
    (journal.path.parent / backup.FOLDER).write_bytes(b"in the way")
    with pytest.raises(InfodeskError) as caught:
        backup.keep_copy(journal, clock.now(), "why")
    assert caught.value.code is Code.JOURNAL_DISK_FAILS
