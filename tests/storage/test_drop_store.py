"""What the journal keeps of drops, and where a drop's password may and may not be found."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date

import pytest

from infodesk.core.drop_settings import forget_drop, keep_drop, kept_drop
from infodesk.core.drops import Drop, DropFile, DropKind, DropState
from infodesk.core.errors import Code, InfodeskError
from infodesk.storage.drop_store import SqliteDropStore
from infodesk.storage.journal_export import export_journal
from infodesk.storage.secret_store import SqliteSecretStore
from infodesk.storage.settings_store import SettingsStore

SECRET = "只有信息科知道-7731"
DROP = Drop(
    DropKind.WEBDAV,
    "https://drop.example.cn/county",
    send_to="上报",
    fetch_from="下发/示范县",
    user="示范县",
    secret=SECRET,
    host_key="SHA256:x",
    active=True,
    every_minutes=7,
    patience_minutes=9,
    since=date(2026, 11, 20),
)


def stores(journal):
    return SettingsStore(journal), SqliteSecretStore(journal)


def test_what_is_known_of_a_file_is_replaced_and_its_first_time_stays(journal, clock):
    store = SqliteDropStore(journal)
    first = clock.now()
    file = DropFile("p", "a.idb", DropState.WAITING, "", "10", first, first, "batch-not-one")
    store.keep(file)
    clock.advance(minutes=3)
    now = clock.now()
    store.keep(DropFile("p", "a.idb", DropState.FETCHED, "b", "20", now, now))
    store.keep(DropFile("other", "a.idb", DropState.SENT, "b", "", now, now))
    assert store.files(place="p") == [
        DropFile("p", "a.idb", DropState.FETCHED, "b", "20", first, now)
    ]
    assert [kept.place for kept in store.files()] == ["other", "p"]
    assert [kept.place for kept in store.files([DropState.SENT])] == ["other"]


def test_an_encrypted_journal_keeps_the_whole_drop(encrypted_journal, clock):
    journal = encrypted_journal.open(clock)
    keep_drop(*stores(journal), DROP)
    assert kept_drop(*stores(journal)) == DROP
    journal.close()
    assert SECRET.encode() not in encrypted_journal.path.read_bytes()


def test_a_plain_journal_keeps_a_password_only_where_that_was_agreed_to(journal):
    with pytest.raises(InfodeskError) as caught:
        keep_drop(*stores(journal), DROP)
    assert caught.value.code is Code.DROP_SECRET_PLAIN
    assert kept_drop(*stores(journal)) is None
    keep_drop(*stores(journal), replace(DROP, secret=""))
    assert kept_drop(*stores(journal)) == replace(DROP, secret="")
    keep_drop(*stores(journal), DROP, agreed=True)
    assert kept_drop(*stores(journal)) == DROP


def test_a_password_is_forgotten_when_the_journal_is_no_longer_encrypted(journal):
    keep_drop(*stores(journal), replace(DROP, secret=""))
    SqliteSecretStore(journal).set("drop.secret", SECRET)  # as a decrypted journal has it
    assert kept_drop(*stores(journal)).secret == ""
    assert journal.query("SELECT * FROM secrets") == []


def test_no_export_holds_a_password(journal, clock, tmp_path):
    keep_drop(*stores(journal), DROP, agreed=True)
    target = tmp_path / "export.zip"
    export_journal(journal, target, clock)
    with zipfile.ZipFile(target) as archive:
        texts = {name: archive.read(name) for name in archive.namelist()}
    assert "tables/drop_files.jsonl" in texts
    assert "tables/secrets.jsonl" not in texts
    assert not any(SECRET.encode() in text for text in texts.values())


def test_a_forgotten_drop_leaves_no_password(journal):
    keep_drop(*stores(journal), DROP, agreed=True)
    forget_drop(*stores(journal))
    assert kept_drop(*stores(journal)) is None
    assert journal.query("SELECT * FROM secrets") == []


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"address": "https://user:pw@drop.example.cn/x"}, Code.DROP_ADDRESS_WRONG),
        ({"address": "https://user@drop.example.cn/x"}, Code.DROP_ADDRESS_WRONG),
        ({"address": "ftp://drop.example.cn"}, Code.DROP_ADDRESS_WRONG),
        ({"address": "drop.example.cn"}, Code.DROP_ADDRESS_WRONG),
        ({"address": "https://"}, Code.DROP_ADDRESS_WRONG),
        ({"address": "https://host:x/"}, Code.DROP_ADDRESS_WRONG),
        ({"address": "https://host/?a=b"}, Code.DROP_ADDRESS_WRONG),
        ({"kind": DropKind.S3, "address": "https://host"}, Code.DROP_ADDRESS_WRONG),
        ({"kind": DropKind.SFTP, "address": "https://host"}, Code.DROP_ADDRESS_WRONG),
        ({"kind": DropKind.FOLDER, "address": " "}, Code.DROP_ADDRESS_WRONG),
        ({"send_to": "../up"}, Code.DROP_FOLDER_WRONG),
        ({"send_to": "/etc"}, Code.DROP_FOLDER_WRONG),
        ({"fetch_from": "a/../../b"}, Code.DROP_FOLDER_WRONG),
        ({"fetch_from": "C:\\x"}, Code.DROP_FOLDER_WRONG),
    ],
)
def test_an_address_or_folder_that_can_not_be_one_is_refused(journal, changed, code):
    with pytest.raises(InfodeskError) as caught:
        keep_drop(*stores(journal), replace(DROP, **changed), agreed=True)
    assert caught.value.code is code
    assert "pw" not in str(caught.value.params)
    assert kept_drop(*stores(journal)) is None
