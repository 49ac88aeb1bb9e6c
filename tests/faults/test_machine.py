"""Any order of acts, backups, restores, moves and crashes: the journal holds what it should.

Planted faults must be found: a machine that finds none proves nothing.
"""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from infodesk.storage import replacing, restore
from infodesk.storage.item_store import SqliteItemStore
from infodesk.storage.journal import Journal
from tests.faults.machine import OfficeMachine

SHORT = settings(
    max_examples=8,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    database=None,
    # A failing run is printed as it was: to shrink it takes as long as a thousand others.
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
UNTIL_FOUND = settings(SHORT, max_examples=60)


def test_whatever_is_done_the_journal_holds_what_it_should():
    run_state_machine_as_test(OfficeMachine, settings=SHORT)


@contextmanager
def keep_on_error(journal):
    """Commit whatever an act has done when it fails."""
    if journal._inside:
        yield
        return
    journal._bound("BEGIN IMMEDIATE")
    journal._inside = True
    try:
        yield
    finally:
        journal._inside = False
        journal._bound("COMMIT")


def write_over(patch):
    """Let a window that is behind write over another."""
    save = SqliteItemStore.save_text

    def blind(self, item_id, content, _rev, at):
        return save(self, item_id, content, self.get(item_id).rev, at)

    patch.setattr(SqliteItemStore, "save_text", blind)


def commit_on_error(patch):
    """Keep half an act."""
    patch.setattr(Journal, "atomic", keep_on_error)


def forget_versions(patch):
    """Keep no version."""
    patch.setattr(SqliteItemStore, "add_revision", lambda *_: None)


def leave_the_old_journal(patch):
    """Restore nothing."""
    patch.setattr(restore, "replace_journal", lambda *_: None)


def copy_in_half(patch):
    """Restore half a file."""
    copy = replacing.copy_atomic

    def lossy(source, path):
        digest = copy(source, path)
        data = path.read_bytes()
        path.write_bytes(data[: len(data) // 2] + bytes(len(data) - len(data) // 2))
        return digest

    patch.setattr(replacing, "copy_atomic", lossy)


@pytest.mark.parametrize(
    "plant",
    [write_over, commit_on_error, leave_the_old_journal, copy_in_half, forget_versions],
)
def test_a_planted_fault_is_found(plant, monkeypatch):
    plant(monkeypatch)
    with pytest.raises(Exception) as found:  # noqa: PT011 -- however it shows
        run_state_machine_as_test(OfficeMachine, settings=UNTIL_FOUND)
    assert not isinstance(found.value, TypeError | AttributeError | NameError), found.value
