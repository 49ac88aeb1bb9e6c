from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from infodesk.core.errors import Code, InfodeskError
from infodesk.storage import places

MOUNTS = r"""
/dev/sda2 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
//server/share /home/share\0401 cifs rw 0 0
server:/export /home/nfs nfs4 rw 0 0
/dev/sdb1 /home/nfs/disk ext4 rw 0 0
garbage
"""


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("/", "ext4"),
        ("/home/office", "ext4"),
        ("/home/share 1/a", "cifs"),
        ("/home/share", "ext4"),
        ("/home/nfs", "nfs4"),
        ("/home/nfs/disk/x", "ext4"),
        ("/home/nfsother", "ext4"),
    ],
)
def test_the_innermost_mount_decides(folder, expected):
    assert places.file_system(PurePosixPath(folder), MOUNTS) == expected


def test_a_journal_on_a_share_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "on_network", lambda folder: folder == tmp_path.resolve())
    with pytest.raises(InfodeskError) as caught:
        places.require_place(tmp_path / "journal.infodesk")
    assert caught.value.code is Code.JOURNAL_ON_NETWORK


def test_this_folder_is_on_this_machine(tmp_path):
    assert not places.on_network(tmp_path)
    places.require_place(tmp_path / "journal.infodesk")
