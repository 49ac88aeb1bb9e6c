"""Drops on servers, through fsspec: SFTP, WebDAV, S3.

Files are put straight under their final names and never renamed: a rename on WebDAV was seen to
spoil the listings of those who read meanwhile (reliability.md, 6.2). Nothing here locks, and
nothing relies on a server's refusing to overwrite.

These libraries are the extra ``[drop]``; loading them takes a second, so it is done late.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError

from infodesk.core.drops import Drop, DropKind
from infodesk.core.errors import Code, InfodeskError
from infodesk.exchange.places import CHUNK_BYTES, Listed, Place, Tick

CONNECT_SECONDS = 10.0
SILENT_SECONDS = 20.0
"""How long a server may be silent before it counts as gone."""

_PACKAGES = {
    DropKind.SFTP: ("fsspec", "paramiko"),
    DropKind.WEBDAV: ("fsspec", "webdav4.fsspec"),
    DropKind.S3: ("fsspec", "s3fs", "botocore", "aiohttp"),
}


def load(kind: DropKind) -> None:
    """Load what a kind of drop needs.

    Raises:
        InfodeskError: DROP_EXTRA_MISSING.
    """
    for package in _PACKAGES.get(kind, ()):
        try:
            import_module(package)
        except ImportError as error:
            name = package.partition(".")[0]
            raise InfodeskError(Code.DROP_EXTRA_MISSING, package=name) from error


def open_remote(drop: Drop, met: Callable[[str], None]) -> Place:
    """Connect to a drop on a server.

    Raises:
        InfodeskError: DROP_EXTRA_MISSING, DROP_UNREACHABLE, DROP_LOGIN_REFUSED, DROP_HOST_CHANGED.
    """
    load(drop.kind)
    if drop.kind is DropKind.SFTP:
        from infodesk.exchange.sftp_place import SftpPlace

        return SftpPlace(drop, met)
    if drop.kind is DropKind.WEBDAV:
        from infodesk.exchange.webdav_place import WebDavPlace

        return WebDavPlace(drop, met)
    from infodesk.exchange.s3_place import S3Place

    return S3Place(drop, met)


FAULTS: tuple[type[Exception], ...] = (OSError, EOFError, ParseError)
"""What a server that fails, or answers nonsense, is seen to raise, whatever its kind."""


class RemotePlace:
    """A place behind an fsspec file system."""

    _faults = FAULTS

    def __init__(self, drop: Drop, met: Callable[[str], None]) -> None:
        self._drop = drop
        self._met = met
        with self._explaining():
            self._fs, self._root = self._connected()

    def listing(self, folder: str) -> list[Listed]:
        """Return the files of a folder; it is made where only the place itself exists."""
        with self._explaining():
            try:
                return self._files(folder)
            except FileNotFoundError:
                self._make(folder)
            return self._files(folder)

    def read(self, folder: str, name: str, limit: int, tick: Tick) -> bytes | None:
        """Return at most ``limit`` bytes of a file, or None where there is no such file."""
        data = BytesIO()
        with self._explaining():
            try:
                with self._fs.open(self._path(folder, name), "rb", block_size=CHUNK_BYTES) as file:
                    self._hurry(file, limit)
                    while data.tell() < limit:
                        tick()
                        chunk = file.read(min(CHUNK_BYTES, limit - data.tell()))
                        if not chunk:
                            break
                        data.write(chunk)
            except FileNotFoundError:
                return None
        return data.getvalue()

    def write(self, folder: str, name: str, data: bytes, tick: Tick) -> None:
        """Put a file under its final name."""
        with self._explaining():
            self._send(self._path(folder, name), Ticking(data, tick))

    def erase(self, folder: str, name: str) -> None:
        """Remove a file of our own."""
        with self._explaining():
            self._fs.rm(self._path(folder, name))

    def close(self) -> None:
        """Let go of the connection."""

    def _connected(self) -> tuple[Any, str]:
        raise NotImplementedError

    def _send(self, path: str, source: Ticking) -> None:
        with self._fs.open(path, "wb") as file:
            self._hurry(file, 0)
            while chunk := source.read(CHUNK_BYTES):
                file.write(chunk)

    def _hurry(self, file: Any, limit: int) -> None:
        """Prepare an open file for being read up to a limit, or written."""

    def _path(self, *parts: str) -> str:
        return "/".join(part for part in (self._root, *parts) if part)

    def _files(self, folder: str) -> list[Listed]:
        path = self._path(folder)
        found = self._fs.ls(path, detail=True, **self._fresh)
        return [
            Listed(_below(path, entry["name"]), int(entry["size"] or 0), _mark(entry))
            for entry in found
            if entry["type"] == "file"
        ]

    _fresh: dict[str, bool] = {}  # noqa: RUF012 - read only
    """What ``ls`` needs to ask the server each time."""

    def _make(self, folder: str) -> None:
        """Make a folder below the place, having seen that the place itself is there."""
        try:
            self._fs.ls(self._root or "/", detail=False)
        except FileNotFoundError:
            folder = ""
        if not folder:
            raise InfodeskError(Code.DROP_FOLDER_MISSING, address=self._drop.address)
        self._fs.makedirs(self._path(folder), exist_ok=True)

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        try:
            yield
        except self._faults as error:
            raise self._explained(error) from error

    def _explained(self, error: Exception) -> InfodeskError:
        """Say what an error means; never with its own text, which may hold what was sent."""
        address = self._drop.address
        if isinstance(error, FileNotFoundError):
            return InfodeskError(Code.DROP_FOLDER_MISSING, address=address)
        if isinstance(error, PermissionError):
            return InfodeskError(Code.DROP_FORBIDDEN, address=address)
        reason = getattr(error, "strerror", None) or type(error).__name__
        return InfodeskError(Code.DROP_UNREACHABLE, address=address, reason=reason)


class Ticking(BytesIO):
    """Bytes to be sent; each read asks whether to go on."""

    def __init__(self, data: bytes, tick: Tick) -> None:
        super().__init__(data)
        self.size = len(data)
        self._tick = tick

    def read(self, size: int | None = -1) -> bytes:
        """Return the next bytes, having asked."""
        self._tick()
        return super().read(size)


def _below(folder: str, name: str) -> str:
    """Return what an entry is called in its folder; the whole path where it is not below it."""
    path, prefix = name.lstrip("/"), folder.strip("/")
    if prefix in {"", "."}:
        return path.removeprefix("./")
    return path[len(prefix) + 1 :] if path.startswith(f"{prefix}/") else name


def _mark(entry: dict[str, Any]) -> str:
    changed = entry.get("mtime") or entry.get("LastModified") or entry.get("modified") or ""
    return f"{entry['size']} {changed} {entry.get('ETag') or entry.get('etag') or ''}".strip()
