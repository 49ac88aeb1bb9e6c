"""The encrypted journal, as the command line has it."""

from __future__ import annotations

import sys

import click
import pypdf
import pytest

from infodesk.cli import root, run
from infodesk.storage import key_slots, keychain
from infodesk.storage.conversion import encrypted
from tests.memory_keyring import plugged_in

PASSPHRASE = "九月 砖窑沟 雨停"


@pytest.fixture(autouse=True)
def nothing_unlocked(monkeypatch):
    monkeypatch.setattr(keychain, "_keys", {})
    monkeypatch.setattr(key_slots, "COST", key_slots.Cost(memory_kib=32, passes=1))
    monkeypatch.delenv("INFODESK_PASSPHRASE", raising=False)


@pytest.fixture
def office(tmp_path):
    """Return a journal with one item, and a file with a passphrase."""
    (tmp_path / "a.txt").write_text("标题一\n11月20日6时，道路抢通。", encoding="utf-8")
    journal = tmp_path / "office.infodesk"
    assert run(["add", str(tmp_path / "a.txt"), "--journal", str(journal)]) == 0
    (tmp_path / "secret").write_text(PASSPHRASE + "\r\n", encoding="utf-8-sig")
    return journal


def call(*words, journal, secret=None):
    """Run a command as a program of its own would: with nothing unlocked."""
    keychain._keys.clear()
    given = ["--passphrase-file", str(journal.parent / secret)] if secret else []
    return run([*map(str, words), "--journal", str(journal), *given])


def encrypt(journal, capsys, *more):
    secret = journal.parent / "secret"
    capsys.readouterr()
    assert call("journal", "encrypt", "--new-passphrase-file", secret, *more, journal=journal) == 0
    return capsys.readouterr()


def test_encrypted_read_and_decrypted(office, capsys):
    said = encrypt(office, capsys)
    assert encrypted(office)
    code = said.out.strip()
    assert len(code.split("-")) == 6
    assert code not in said.err
    assert call("list", journal=office) == 3
    assert "INFODESK_PASSPHRASE" in capsys.readouterr().err
    assert call("list", journal=office, secret="secret") == 0
    assert "标题一" in capsys.readouterr().out
    (office.parent / "code").write_text(code.lower().replace("-", " "))
    assert call("list", journal=office, secret="code") == 0
    assert call("journal", "decrypt", journal=office, secret="secret") == 0
    assert not encrypted(office)
    assert not key_slots.beside(office).exists()
    capsys.readouterr()
    assert call("list", journal=office) == 0
    assert "标题一" in capsys.readouterr().out


def test_every_command_that_takes_a_journal_takes_its_passphrase():
    def leaves(command):
        if isinstance(command, click.Group):
            for child in command.commands.values():
                yield from leaves(child)
        else:
            yield command

    for command in leaves(root):
        options = {name for parameter in command.params for name in parameter.opts}
        assert ("--journal" in options) == ("--passphrase-file" in options), command.name


def test_the_environment_says_it_too(office, capsys, monkeypatch):
    encrypt(office, capsys)
    monkeypatch.setenv("INFODESK_PASSPHRASE", PASSPHRASE)
    assert call("list", journal=office) == 0
    monkeypatch.setenv("INFODESK_PASSPHRASE", "another")
    assert call("list", journal=office) == 3
    assert "口令不对" in capsys.readouterr().err


def test_at_a_terminal_it_is_asked_for(office, capsys, monkeypatch):
    answers = [PASSPHRASE, PASSPHRASE, PASSPHRASE, "a new passphrase", "a new passphrase"]
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda _prompt: answers.pop(0))
    assert call("journal", "encrypt", journal=office) == 0
    assert call("journal", "passphrase", journal=office) == 0
    assert answers == []
    monkeypatch.setenv("INFODESK_PASSPHRASE", "a new passphrase")
    assert call("list", journal=office) == 0


def test_a_file_that_says_nothing_is_a_clear_error(office, capsys):
    encrypt(office, capsys)
    assert call("list", journal=office, secret="nowhere") == 2
    (office.parent / "bytes").write_bytes(b"\xff\xfe\x00")
    assert call("list", journal=office, secret="bytes") == 4
    assert "bytes" in capsys.readouterr().err


def test_a_short_passphrase_changes_nothing(office, capsys):
    short = office.parent / "short"
    short.write_text("1234567")
    before = office.read_bytes()
    assert call("journal", "encrypt", "--new-passphrase-file", short, journal=office) == 2
    assert office.read_bytes() == before
    assert not key_slots.beside(office).exists()


def test_with_the_recovery_code_a_new_passphrase_is_set(office, capsys):
    code = encrypt(office, capsys).out.strip()
    (office.parent / "code").write_text(code)
    new = office.parent / "new"
    new.write_text("a new passphrase")
    words = ("journal", "passphrase", "--new-passphrase-file", new)
    assert call(*words, journal=office, secret="code") == 0
    assert call("list", journal=office, secret="new") == 0
    assert call("list", journal=office, secret="secret") == 3


def test_a_new_recovery_code_voids_the_old_one(office, capsys):
    old = encrypt(office, capsys).out.strip()
    sheet = office.parent / "sheet.pdf"
    words = ("journal", "recovery-code", "--sheet", sheet)
    assert call(*words, journal=office, secret="secret") == 0
    new = capsys.readouterr().out.strip()
    assert new != old
    page = "".join(page.extract_text() for page in pypdf.PdfReader(sheet).pages)
    assert len(pypdf.PdfReader(sheet).pages) == 1
    for group in new.split("-"):
        assert group in page
    (office.parent / "old").write_text(old)
    (office.parent / "code").write_text(new)
    assert call("list", journal=office, secret="old") == 3
    assert call("list", journal=office, secret="code") == 0


def test_older_backups_are_named_and_encrypted_when_asked(office, capsys):
    assert call("journal", "backup", journal=office) == 0
    (backup,) = (office.parent / "backups").glob("*.infodesk")
    said = encrypt(office, capsys)
    assert "1 份以前的备份没有加密" in said.err
    assert not encrypted(backup)
    assert call("journal", "encrypt", "--backups", journal=office, secret="secret") == 0
    assert encrypted(backup)
    capsys.readouterr()
    assert call("journal", "restore", "--dry-run", backup, journal=office, secret="secret") == 0
    assert "标题一" in capsys.readouterr().out
    assert call("journal", "encrypt", "--backups", journal=office, secret="secret") == 0
    assert "已把 0 份" in capsys.readouterr().err


def test_backups_follow_a_changed_passphrase(office, capsys):
    encrypt(office, capsys)
    assert call("journal", "backup", journal=office, secret="secret") == 0
    new = office.parent / "new"
    new.write_text("a new passphrase")
    words = ("journal", "passphrase", "--new-passphrase-file", new)
    assert call(*words, journal=office, secret="secret") == 0
    (backup,) = (office.parent / "backups").glob("*-asked.infodesk")
    assert len(list((office.parent / "backups").glob("*-before-encryption.infodesk"))) == 1
    elsewhere = office.parent / "elsewhere.infodesk"
    assert call("journal", "restore", backup, journal=elsewhere, secret="new") == 0
    assert call("list", journal=elsewhere, secret="new") == 0
    assert "标题一" in capsys.readouterr().out


def test_what_does_not_fit_the_journals_state_is_refused(office, capsys):
    for words in ("decrypt", "passphrase", "recovery-code"):
        assert call("journal", words, journal=office) == 2
        assert call("journal", words, journal=office.parent / "none.infodesk") == 2
    encrypt(office, capsys)
    before = office.read_bytes()
    assert call("journal", "encrypt", journal=office, secret="secret") == 2
    assert office.read_bytes() == before


def test_a_sheet_that_cannot_be_written_is_refused_before_anything_is_done(office, capsys):
    secret = office.parent / "secret"
    words = ("journal", "encrypt", "--new-passphrase-file", secret)
    nowhere = office.parent / "none" / "sheet.pdf"
    assert call(*words, "--sheet", nowhere, journal=office) == 2
    assert not encrypted(office)


def test_an_open_window_is_in_the_way(office, capsys):
    from infodesk.storage.instance_lock import hold

    lock = hold(office)
    secret = office.parent / "secret"
    assert call("journal", "encrypt", "--new-passphrase-file", secret, journal=office) == 3
    lock.release()
    assert not encrypted(office)


def test_both_are_looked_over_alike(office, capsys):
    encrypt(office, capsys)
    assert call("journal", "check", "--full", journal=office, secret="secret") == 0
    pages = bytearray(office.read_bytes())
    pages[-10] ^= 1
    office.write_bytes(pages)
    assert call("journal", "check", journal=office, secret="secret") == 3


def test_a_keyring_opens_it_where_there_is_one(office, capsys, monkeypatch):
    encrypt(office, capsys)
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert call("journal", "remember", journal=office, secret="secret") == 4
    assert "密钥环" in capsys.readouterr().err
    kept = plugged_in(monkeypatch).kept
    assert call("journal", "remember", journal=office, secret="secret") == 0
    assert call("list", journal=office) == 0
    assert "标题一" in capsys.readouterr().out
    assert call("journal", "remember", "--forget", journal=office) == 0
    assert kept == {}
    assert call("list", journal=office) == 3


def test_a_backup_is_restored_although_the_key_file_is_lost(office, capsys):
    encrypt(office, capsys)
    assert call("journal", "backup", journal=office, secret="secret") == 0
    (backup,) = (office.parent / "backups").glob("*-asked.infodesk")
    key_slots.beside(office).unlink()
    assert call("list", journal=office, secret="secret") == 4
    assert "密钥文件" in capsys.readouterr().err
    assert call("journal", "restore", backup, journal=office, secret="secret") == 0
    assert call("list", journal=office, secret="secret") == 0
    assert "标题一" in capsys.readouterr().out
