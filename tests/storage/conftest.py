from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from infodesk.core.recovery_code import new_code
from infodesk.storage import key_slots, keychain
from infodesk.storage.conversion import turn_on
from infodesk.storage.database import open_journal
from infodesk.storage.journal_key import JournalKey, new_key
from infodesk.workspace import Workspace


@pytest.fixture
def path(tmp_path):
    """Return where a journal may be made."""
    return tmp_path / "journal.infodesk"


@pytest.fixture
def journal(path, clock):
    """Return a new, empty journal."""
    opened = open_journal(path, clock=clock)
    yield opened
    opened.close()


@dataclass(frozen=True)
class Encrypted:
    """A journal that is encrypted and closed, with everything that opens it."""

    path: Path
    key: JournalKey
    passphrase: str
    code: str

    def open(self, clock):
        keychain.keep(self.key)
        return open_journal(self.path, clock=clock)


@pytest.fixture(autouse=True)
def no_keys(monkeypatch):
    """Let each test begin with nothing unlocked."""
    monkeypatch.setattr(keychain, "_keys", {})


@pytest.fixture
def quick_slots(monkeypatch):
    """Let secrets cost as little as Argon2id allows."""
    monkeypatch.setattr(key_slots, "COST", key_slots.Cost(memory_kib=32, passes=1))


@pytest.fixture
def encrypted_journal(path, clock, quick_slots):
    """Return an empty journal that was encrypted."""
    open_journal(path, clock=clock).close()
    made = Encrypted(path, new_key(), "a good passphrase", new_code())
    turn_on(path, made.key, key_slots.for_key(made.key, made.passphrase, made.code))
    return made


@pytest.fixture
def workspace(path, clock):
    """Return a new journal with everything that works on it."""
    with Workspace(path, clock=clock) as opened:
        yield opened
