from __future__ import annotations

import json
import os
from contextlib import suppress

import pytest

from infodesk.core.errors import Code, InfodeskError
from infodesk.storage import key_slots, keychain
from infodesk.storage.conversion import turn_on
from infodesk.storage.database import open_journal
from infodesk.storage.journal_key import new_key
from infodesk.storage.key_slots import SlotKind

PASSPHRASE = "九月 砖窑沟 雨停"


def refused(code):
    return pytest.raises(InfodeskError, match=f"^\\('{code.text}'")


def test_the_usual_cost_is_the_one_that_was_decided():
    cost = key_slots.Cost()
    assert (cost.memory_kib, cost.passes) == (65536, 3)


def test_a_slot_costs_what_it_says_and_opens_with_it(encrypted_journal):
    slot = key_slots.read(encrypted_journal.path).slots[0]
    dear = key_slots.Cost(memory_kib=65536, passes=3)
    assert (slot.memory_kib, slot.passes) != (dear.memory_kib, dear.passes)
    key = encrypted_journal.key
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(key_slots, "COST", dear)
        key_slots.change_passphrase(encrypted_journal.path, key, PASSPHRASE)
    slot = next(
        slot
        for slot in key_slots.read(encrypted_journal.path).slots
        if slot.kind is SlotKind.PASSPHRASE
    )
    assert (slot.memory_kib, slot.passes) == (65536, 3)
    assert key_slots.unlock(encrypted_journal.path, PASSPHRASE) == key


def test_the_file_holds_neither_key_nor_secret(encrypted_journal):
    text = key_slots.beside(encrypted_journal.path).read_text("utf-8")
    key = encrypted_journal.key
    for secret in (key.key.hex(), encrypted_journal.passphrase, encrypted_journal.code):
        assert secret not in text
    assert key.key not in encrypted_journal.path.read_bytes()
    assert key.key.hex() not in repr(key)


def test_both_ways_in_give_the_same_key(encrypted_journal):
    path, key = encrypted_journal.path, encrypted_journal.key
    assert key_slots.unlock(path, encrypted_journal.passphrase) == key
    assert key_slots.unlock(path, encrypted_journal.code) == key
    assert key_slots.unlock(path, encrypted_journal.code.lower().replace("-", " ")) == key


def test_full_width_letters_are_the_same_passphrase(encrypted_journal):
    key_slots.change_passphrase(encrypted_journal.path, encrypted_journal.key, "Brick kiln 7")
    assert key_slots.unlock(encrypted_journal.path, "Ｂｒｉｃｋ　ｋｉｌｎ　７")


def test_a_wrong_passphrase_is_refused_and_nothing_changes(encrypted_journal):
    before = key_slots.beside(encrypted_journal.path).read_bytes()
    with refused(Code.PASSPHRASE_WRONG):
        key_slots.unlock(encrypted_journal.path, encrypted_journal.passphrase + " ")
    with refused(Code.PASSPHRASE_WRONG):
        key_slots.unlock(encrypted_journal.path, "")
    assert key_slots.beside(encrypted_journal.path).read_bytes() == before


def test_a_mistyped_recovery_code_is_named_by_its_group(encrypted_journal):
    code = encrypted_journal.code
    wrong = ("3" if code[0] == "2" else "2") + code[1:]
    with refused(Code.RECOVERY_CODE_WRONG):
        key_slots.unlock(encrypted_journal.path, wrong)


def test_a_changed_passphrase_replaces_the_old_one_only(encrypted_journal):
    path, key = encrypted_journal.path, encrypted_journal.key
    journal_before = path.read_bytes()
    key_slots.change_passphrase(path, key, "another good one")
    with refused(Code.PASSPHRASE_WRONG):
        key_slots.unlock(path, encrypted_journal.passphrase)
    assert key_slots.unlock(path, "another good one") == key
    assert key_slots.unlock(path, encrypted_journal.code) == key
    assert path.read_bytes() == journal_before


def test_a_new_recovery_code_replaces_the_old_one_only(encrypted_journal):
    path = encrypted_journal.path
    code = key_slots.renew_code(path, encrypted_journal.key)
    with refused(Code.PASSPHRASE_WRONG):
        key_slots.unlock(path, encrypted_journal.code)
    assert key_slots.unlock(path, code) == encrypted_journal.key
    assert key_slots.unlock(path, encrypted_journal.passphrase) == encrypted_journal.key


@pytest.mark.parametrize("short", ["", "1234567", "       8 "])
def test_a_short_passphrase_is_refused(encrypted_journal, short):
    before = key_slots.beside(encrypted_journal.path).read_bytes()
    with refused(Code.PASSPHRASE_SHORT):
        key_slots.change_passphrase(encrypted_journal.path, encrypted_journal.key, short)
    with refused(Code.PASSPHRASE_SHORT):
        key_slots.for_key(new_key(), short, "code")
    assert key_slots.beside(encrypted_journal.path).read_bytes() == before


def test_every_altered_byte_of_the_key_file_is_seen(encrypted_journal):
    path = key_slots.beside(encrypted_journal.path)
    good = path.read_bytes()
    seen = set()
    for place in range(0, len(good), 3):
        path.write_bytes(good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])
        with suppress(InfodeskError):
            key_slots.unlock(encrypted_journal.path, encrypted_journal.passphrase)
            # White space between the fields says nothing.
            assert json.loads(path.read_text()) == json.loads(good)
            continue
        seen.add(place)
    assert len(seen) > len(good) / 4


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe", b"[1, 2]", b"x" * 100_000])
def test_a_key_file_that_is_none_is_called_damaged(encrypted_journal, content):
    key_slots.beside(encrypted_journal.path).write_bytes(content)
    with refused(Code.JOURNAL_KEYS_DAMAGED):
        key_slots.unlock(encrypted_journal.path, encrypted_journal.passphrase)


def test_a_cost_that_would_eat_the_machine_is_called_damage(encrypted_journal):
    path = key_slots.beside(encrypted_journal.path)
    data = json.loads(path.read_text())
    data["slots"][0]["memory_kib"] = 1 << 30
    path.write_text(json.dumps(data))
    with refused(Code.JOURNAL_KEYS_DAMAGED):
        key_slots.unlock(encrypted_journal.path, encrypted_journal.passphrase)


def test_a_key_file_of_a_newer_program_is_left_alone(encrypted_journal):
    path = key_slots.beside(encrypted_journal.path)
    data = json.loads(path.read_text())
    data["version"] = 2
    path.write_text(json.dumps(data))
    with refused(Code.JOURNAL_NEWER):
        key_slots.read(encrypted_journal.path)


def test_the_key_file_of_another_journal_is_not_taken(encrypted_journal, tmp_path, clock):
    other = tmp_path / "other.infodesk"
    open_journal(other, clock=clock).close()
    key = new_key()
    turn_on(other, key, key_slots.for_key(key, "another good one", "x"))
    key_slots.beside(encrypted_journal.path).write_bytes(key_slots.beside(other).read_bytes())
    with refused(Code.JOURNAL_KEYS_OTHER):
        key_slots.unlock(encrypted_journal.path, "another good one")
    keychain.keep(key)
    with refused(Code.JOURNAL_LOCKED):
        open_journal(encrypted_journal.path, clock=clock)


def test_a_slot_opens_under_no_other_name_and_in_no_other_file(encrypted_journal):
    path, key = encrypted_journal.path, encrypted_journal.key
    keys = key_slots.read(path)
    slot = next(slot for slot in keys.slots if slot.kind is SlotKind.PASSPHRASE)
    import msgspec

    renamed = msgspec.structs.replace(slot, kind=SlotKind.RECOVERY)
    moved = msgspec.structs.replace(keys, slots=(renamed,))
    assert moved.opened(SlotKind.RECOVERY, encrypted_journal.passphrase) is None
    elsewhere = msgspec.structs.replace(keys, key_id="00" * 8)
    assert elsewhere.opened(SlotKind.PASSPHRASE, encrypted_journal.passphrase) is None
    assert keys.opened(SlotKind.PASSPHRASE, encrypted_journal.passphrase) == key


def test_copies_get_the_present_key_file(encrypted_journal, tmp_path):
    path = encrypted_journal.path
    folder = tmp_path / "backups"
    folder.mkdir()
    copy = folder / "journal-1.infodesk"
    key_slots.copy_beside(path, copy)
    foreign = folder / "foreign.infodesk.keys"
    key = new_key()
    other = key_slots.for_key(key, "another good one", "x")
    key_slots.write(folder / "foreign.infodesk", other)
    before = foreign.read_bytes()
    assert key_slots.renew_copies(path, folder) == 0
    key_slots.change_passphrase(path, encrypted_journal.key, "a new passphrase")
    assert key_slots.renew_copies(path, folder) == 1
    assert key_slots.beside(copy).read_bytes() == key_slots.beside(path).read_bytes()
    assert foreign.read_bytes() == before


def test_a_plain_journal_has_no_key_file_to_copy(journal, tmp_path):
    key_slots.copy_beside(journal.path, tmp_path / "copy.infodesk")
    assert not key_slots.beside(tmp_path / "copy.infodesk").exists()


def test_a_key_file_that_cannot_be_written_leaves_the_old_one(encrypted_journal, monkeypatch):
    before = key_slots.beside(encrypted_journal.path).read_bytes()

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with refused(Code.JOURNAL_DISK_FULL):
        key_slots.change_passphrase(encrypted_journal.path, encrypted_journal.key, PASSPHRASE)
    assert key_slots.beside(encrypted_journal.path).read_bytes() == before
