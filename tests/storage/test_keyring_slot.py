from __future__ import annotations

import sys

import pytest

from infodesk.core.errors import Code, InfodeskError
from infodesk.storage import key_slots, keyring_slot
from tests.memory_keyring import plugged_in


def refused(code):
    return pytest.raises(InfodeskError, match=f"^\\('{code.text}'")


@pytest.fixture
def ring(monkeypatch):
    return plugged_in(monkeypatch)


def test_the_keyring_opens_the_journal_until_it_is_to_forget(encrypted_journal, ring):
    path, key = encrypted_journal.path, encrypted_journal.key
    assert keyring_slot.recall(path) is None
    keyring_slot.remember(path, key)
    assert keyring_slot.is_remembered(path)
    assert keyring_slot.recall(path) == key
    (secret,) = ring.kept.values()
    assert secret not in key_slots.beside(path).read_text()
    assert encrypted_journal.passphrase not in secret
    keyring_slot.forget(path, key)
    assert not keyring_slot.is_remembered(path)
    assert ring.kept == {}
    assert keyring_slot.recall(path) is None


def test_the_other_ways_in_stay(encrypted_journal, ring):
    path, key = encrypted_journal.path, encrypted_journal.key
    keyring_slot.remember(path, key)
    assert key_slots.unlock(path, encrypted_journal.passphrase) == key
    assert key_slots.unlock(path, encrypted_journal.code) == key
    with refused(Code.PASSPHRASE_WRONG):
        key_slots.unlock(path, next(iter(ring.kept.values())))


def test_a_keyring_that_lost_it_leaves_the_passphrase(encrypted_journal, ring):
    path, key = encrypted_journal.path, encrypted_journal.key
    keyring_slot.remember(path, key)
    ring.kept.clear()
    assert keyring_slot.recall(path) is None
    ring.kept["infodesk", key.key_id.hex()] = "another secret"
    assert keyring_slot.recall(path) is None
    ring.fails = True
    assert keyring_slot.recall(path) is None
    keyring_slot.forget(path, key)
    assert not keyring_slot.is_remembered(path)
    assert key_slots.unlock(path, encrypted_journal.passphrase) == key


def test_a_pc_without_one_says_so_and_nothing_changes(encrypted_journal, ring, monkeypatch):
    path, key = encrypted_journal.path, encrypted_journal.key
    before = key_slots.beside(path).read_bytes()
    ring.fails = True
    with refused(Code.KEYRING_MISSING):
        keyring_slot.remember(path, key)
    monkeypatch.setitem(sys.modules, "keyring", None)
    with refused(Code.KEYRING_MISSING):
        keyring_slot.remember(path, key)
    assert keyring_slot.recall(path) is None
    assert key_slots.beside(path).read_bytes() == before


def test_a_keyring_that_keeps_nothing_is_not_trusted(encrypted_journal, ring, monkeypatch):
    monkeypatch.setattr(ring, "get_password", lambda *_: None, raising=False)
    with refused(Code.KEYRING_MISSING):
        keyring_slot.remember(encrypted_journal.path, encrypted_journal.key)
    assert not keyring_slot.is_remembered(encrypted_journal.path)
