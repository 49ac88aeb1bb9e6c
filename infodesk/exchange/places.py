"""Where a drop's files lie: what the mailbox asks of a place, and a folder as one.

A place tells three things apart: a file that is not there (None), files that are not there (an
empty listing), and not having been able to look, which is an error and means "try again".
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from infodesk.core.drops import Drop, DropKind
from infodesk.core.errors import Code, InfodeskError
from infodesk.files import write_atomic

CHUNK_BYTES = 128 << 10

TRIAL_SUFFIX = ".infodesk-trial"

Tick = Callable[[], None]
"""Called between two chunks; it may raise to stop."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A file as a place lists it.

    Attributes:
        name: as the place gave it, whatever that is.
        size: in bytes.
        mark: changes when the file does, as far as the place can tell.
    """

    name: str
    size: int
    mark: str


class Place(Protocol):
    """Folders of files, reached in some way. Every error is an InfodeskError (DROP_…)."""

    def listing(self, folder: str) -> list[Listed]:
        """Return the files of a folder; it is made where only the place itself exists."""
        ...

    def read(self, folder: str, name: str, limit: int, tick: Tick) -> bytes | None:
        """Return at most ``limit`` bytes of a file, or None where there is no such file."""
        ...

    def write(self, folder: str, name: str, data: bytes, tick: Tick) -> None:
        """Put a file under its final name, over what an interrupted attempt left there."""
        ...

    def erase(self, folder: str, name: str) -> None:
        """Remove a file of our own."""
        ...

    def close(self) -> None:
        """Let go of the place."""
        ...


class FolderPlace:
    """A folder of this machine or one that another machine shares."""

    def __init__(self, address: str) -> None:
        self._root = Path(address).expanduser()

    def listing(self, folder: str) -> list[Listed]:
        """Return the files of a folder; it is made where only the place itself exists."""
        try:
            self._make(folder)
            with os.scandir(self._root / folder) as entries:
                return [self._listed(entry) for entry in entries if entry.is_file()]
        except OSError as error:
            raise self._explained(error) from error

    def read(self, folder: str, name: str, limit: int, tick: Tick) -> bytes | None:
        """Return at most ``limit`` bytes of a file, or None where there is no such file."""
        tick()
        try:
            with (self._root / folder / name).open("rb") as stream:
                return stream.read(limit)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._explained(error) from error

    def write(self, folder: str, name: str, data: bytes, tick: Tick) -> None:
        """Write a file whole or not at all."""
        tick()
        try:
            self._make(folder)
            write_atomic(self._root / folder / name, data)
        except OSError as error:
            raise self._explained(error) from error

    def erase(self, folder: str, name: str) -> None:
        """Remove a file of our own."""
        try:
            (self._root / folder / name).unlink(missing_ok=True)
        except OSError as error:
            raise self._explained(error) from error

    def close(self) -> None:
        """Do nothing."""

    def _make(self, folder: str) -> None:
        # Never the root: where a share is not connected, a folder of its name would be made here.
        if not self._root.is_dir():
            raise InfodeskError(Code.DROP_FOLDER_MISSING, address=self._root)
        (self._root / folder).mkdir(parents=True, exist_ok=True)

    @staticmethod
    def _listed(entry: os.DirEntry[str]) -> Listed:
        found = entry.stat()
        return Listed(entry.name, found.st_size, f"{found.st_size} {found.st_mtime_ns}")

    def _explained(self, error: OSError) -> InfodeskError:
        if isinstance(error, PermissionError):
            return InfodeskError(Code.DROP_FORBIDDEN, address=self._root)
        reason = error.strerror or type(error).__name__
        return InfodeskError(Code.DROP_UNREACHABLE, address=self._root, reason=reason)


def open_place(drop: Drop, met: Callable[[str], None]) -> Place:
    """Return the place of a drop; a remote one is connected to.

    Args:
        drop: where.
        met: is told the fingerprint of an SFTP server that is met for the first time.

    Raises:
        InfodeskError: DROP_…: an extra is missing, or it can't be reached.
    """
    if drop.kind is DropKind.FOLDER:
        return FolderPlace(drop.address)
    from infodesk.exchange.remote_places import open_remote

    return open_remote(drop, met)


def try_place(drop: Drop, met: Callable[[str], None]) -> int:
    """Connect to a drop, write and remove a file of our own; return how many files are to fetch.

    Raises:
        InfodeskError: DROP_…: what does not work.
    """
    place = open_place(drop, met)
    try:
        found = len(place.listing(drop.fetch_from))
        place.listing(drop.send_to)
        name, data = f".{os.urandom(6).hex()}{TRIAL_SUFFIX}", os.urandom(64)
        place.write(drop.send_to, name, data, _go_on)
        try:
            if place.read(drop.send_to, name, len(data) + 1, _go_on) != data:
                raise InfodeskError(Code.DROP_DIFFERS, name=name)
        finally:
            place.erase(drop.send_to, name)
        return found
    finally:
        place.close()


def _go_on() -> None:
    """Let a trial run to its end: it is small."""
