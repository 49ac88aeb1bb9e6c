"""Where a journal may lie: in a folder of a disk of this computer."""

from __future__ import annotations

import sys
from pathlib import Path, PurePath

from infodesk.core.errors import Code, InfodeskError
from infodesk.storage.sqlite_errors import explained_os

_MOUNTS = Path("/proc/self/mounts")

_NETWORKS = frozenset(
    {"afs", "cifs", "davfs", "fuse.davfs2", "fuse.rclone", "fuse.sshfs", "ncpfs", "nfs", "nfs4"}
    | {"smb2", "smb3", "smbfs"}
)
"""File systems of other machines; SQLite's write-ahead log needs one machine."""

_WINDOWS_REMOTE = 4
"""``DRIVE_REMOTE`` of Windows' ``GetDriveTypeW``."""


def require_place(path: Path) -> None:
    """Refuse a path where no journal can be, before anything is opened.

    Raises:
        InfodeskError: JOURNAL_IS_FOLDER, JOURNAL_FOLDER_MISSING, JOURNAL_READ_ONLY,
            JOURNAL_ON_NETWORK.
    """
    try:
        if path.is_dir():
            raise InfodeskError(Code.JOURNAL_IS_FOLDER, path=path)
        if not path.parent.is_dir():
            raise InfodeskError(Code.JOURNAL_FOLDER_MISSING, folder=path.parent)
        folder = path.parent.resolve()
    except OSError as error:
        raise explained_os(error, path) from error
    if on_network(folder):
        raise InfodeskError(Code.JOURNAL_ON_NETWORK, path=path)


def on_network(folder: Path) -> bool:
    """Tell whether a folder is seen to lie on another machine; False where that cannot be told."""
    if sys.platform == "win32":
        import ctypes

        root = folder.anchor
        remote = ctypes.windll.kernel32.GetDriveTypeW(root) == _WINDOWS_REMOTE
        return root.startswith("\\\\") or remote
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return file_system(folder, mounts) in _NETWORKS


def file_system(folder: PurePath, mounts: str) -> str:
    """Return the type of file system a folder lies on, by the lines of ``/proc/mounts``."""
    found, length = "", -1
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = PurePath(_unescaped(fields[1]))
        if folder.is_relative_to(point) and len(point.parts) >= length:
            found, length = fields[2], len(point.parts)
    return found


def _unescaped(point: str) -> str:
    for code, mark in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        point = point.replace(code, mark)
    return point
