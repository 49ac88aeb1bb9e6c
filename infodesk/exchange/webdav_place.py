"""A drop on a WebDAV server."""

from __future__ import annotations

import ssl
from io import BytesIO
from typing import Any

import certifi
import httpx
from webdav4.client import ClientError, ForbiddenOperation, HTTPError, ResourceNotFound
from webdav4.fsspec import WebdavFileSystem

from infodesk.core.errors import Code, InfodeskError
from infodesk.exchange.places import CHUNK_BYTES, Listed, Tick
from infodesk.exchange.remote_places import (
    CONNECT_SECONDS,
    FAULTS,
    SILENT_SECONDS,
    RemotePlace,
    Ticking,
)


class WebDavPlace(RemotePlace):
    """A collection on a WebDAV server."""

    _faults = (*FAULTS, httpx.HTTPError, httpx.InvalidURL, ClientError)

    def _connected(self) -> tuple[Any, str]:
        drop = self._drop
        system = WebdavFileSystem(
            drop.address,
            auth=(drop.user, drop.secret) if drop.user else None,
            timeout=httpx.Timeout(SILENT_SECONDS, connect=CONNECT_SECONDS),
            # A login must not be carried to wherever the server points.
            follow_redirects=False,
            trust_env=False,
            verify=_trusted(),
            skip_instance_cache=True,
        )
        return system, ""

    def read(self, folder: str, name: str, limit: int, tick: Tick) -> bytes | None:
        """Return at most ``limit`` bytes of a file, or None where there is no such file."""
        kept = _Limited(limit, tick)
        with self._explaining():
            try:
                self._fs.client.download_fileobj(self._path(folder, name), kept)
            except _EnoughError:
                pass
            except ResourceNotFound:
                return None
            except HTTPError as error:
                if _status(error) != 404:
                    raise
                return None
        return kept.getvalue()[:limit]

    def close(self) -> None:
        """Let go of the connection."""
        self._fs.client.http.close()

    def _files(self, folder: str) -> list[Listed]:
        try:
            return super()._files(folder)
        except (ValueError, KeyError, AttributeError, TypeError) as error:
            # An answer that is no listing at all, such as the page of a login.
            reason = type(error).__name__
            raise InfodeskError(
                Code.DROP_UNREACHABLE, address=self._drop.address, reason=reason
            ) from error

    def _send(self, path: str, source: Ticking) -> None:
        self._fs.client.upload_fileobj(
            source, path, overwrite=True, size=source.size, chunk_size=CHUNK_BYTES
        )

    def _explained(self, error: Exception) -> InfodeskError:
        address = self._drop.address
        status = _status(error)
        if status == 401:
            return InfodeskError(Code.DROP_LOGIN_REFUSED, address=address)
        if status == 403 or isinstance(error, ForbiddenOperation):
            return InfodeskError(Code.DROP_FORBIDDEN, address=address)
        if "CERTIFICATE_VERIFY_FAILED" in str(error):
            return InfodeskError(Code.DROP_UNTRUSTED, address=address)
        if status is not None:
            return InfodeskError(Code.DROP_UNREACHABLE, address=address, reason=f"HTTP {status}")
        return super()._explained(error)


class _EnoughError(Exception):
    """More came than was asked for."""


class _Limited(BytesIO):
    """Takes what is received, up to a limit."""

    def __init__(self, limit: int, tick: Tick) -> None:
        super().__init__()
        self._limit = limit
        self._tick = tick

    def write(self, data: Any) -> int:
        self._tick()
        written = super().write(data)
        if self.tell() > self._limit:
            raise _EnoughError
        return written


def _trusted() -> ssl.SSLContext:
    """Trust what this machine trusts, an office's own authority among it, and the usual ones."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _status(error: Exception) -> int | None:
    response = getattr(error, "response", None)
    status = getattr(response, "status_code", None)
    return status if isinstance(status, int) else None
