"""A disk that is really full, where one can be mounted: refused clearly, nothing lost, readable."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

import pytest

from infodesk import ballast, safekeeping
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import Content, ItemFilter, Section
from infodesk.files import write_atomic
from infodesk.workspace import Workspace

DISK_MEGABYTES = 24


@contextmanager
def small_disk():
    """Give a folder on a disk of a few megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["mount", "-t", "tmpfs", "-o", f"size={DISK_MEGABYTES}m", "tmpfs", folder]
        subprocess.run(command, check=True, capture_output=True)
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", folder], check=True, capture_output=True)


@cache
def is_possible():
    """Tell whether a small disk can be mounted here."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    try:
        with small_disk():
            return True
    except (OSError, subprocess.CalledProcessError):
        return False


def fill(workspace, code):
    """Add items until that is refused; return how many there are."""
    content = Content("条目", (Section("whole", "长" * 60_000),))

    def add_for_ever():
        while True:
            workspace.items.add(content)

    with pytest.raises(InfodeskError) as caught:
        add_for_ever()
    assert caught.value.code is code
    return workspace.items.count(ItemFilter())


def take_all(filler):
    """Take what room a disk has left."""
    with filler.open("wb", buffering=0) as stream, suppress(OSError):
        while stream.write(bytes(4096)):
            pass


if is_possible():

    @pytest.fixture
    def disk():
        with small_disk() as folder:
            yield folder

    def test_a_full_disk_lets_the_ballast_go_and_keeps_what_was_kept(disk, clock, monkeypatch):
        monkeypatch.setattr(ballast, "ROOM_FACTOR", 1)
        path = disk / "journal.infodesk"
        with Workspace(path, clock=clock) as workspace:
            assert ballast.lay_in(path)
            before = fill(workspace, Code.JOURNAL_BALLAST_GONE)
            workspace.items.add(Content("有了余地", ()))
            kept = fill(workspace, Code.JOURNAL_DISK_FULL)
            assert kept > before + 1
            assert workspace.items.count(ItemFilter()) == kept
        with pytest.raises(OSError, match="space"):
            write_atomic(disk / "export.pdf", bytes(30 << 20))
        assert not list(disk.glob("*.pdf"))
        with Workspace(path, clock=clock, read_only=True) as workspace:
            assert workspace.items.count(ItemFilter()) == kept

    def test_what_stands_on_a_full_disk_can_be_carried_away(disk, clock, tmp_path):
        path = disk / "journal.infodesk"
        filler = disk / "others"
        filler.write_bytes(bytes(1 << 20))
        with Workspace(path, clock=clock) as workspace:
            kept = fill(workspace, Code.JOURNAL_DISK_FULL)
        take_all(filler)
        assert shutil.disk_usage(disk).free == 0
        with pytest.raises(InfodeskError) as caught:
            safekeeping.back_up(path, "timed", clock=clock)
        assert caught.value.code in (Code.BACKUP_NO_ROOM, Code.JOURNAL_DISK_FULL)
        made = safekeeping.back_up_to(path, tmp_path / "stick", clock)
        assert made.contents.items == kept
        rows = safekeeping.export_journal(path, tmp_path / "journal.zip", clock=clock)
        assert rows["items"] == kept
        filler.unlink()
        with Workspace(path, clock=clock) as workspace:
            workspace.items.add(Content("又有地方了", ()))
            assert workspace.items.count(ItemFilter()) == kept + 1
