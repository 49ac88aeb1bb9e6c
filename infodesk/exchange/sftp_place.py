"""A drop on an SFTP server."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from typing import Any
from urllib.parse import unquote, urlsplit

import paramiko
from fsspec.implementations.sftp import SFTPFileSystem

from infodesk.core.drops import Drop
from infodesk.core.errors import Code, InfodeskError
from infodesk.exchange.remote_places import (
    CONNECT_SECONDS,
    FAULTS,
    SILENT_SECONDS,
    RemotePlace,
)


class SftpPlace(RemotePlace):
    """A folder on an SFTP server, whose key is remembered from the first time on."""

    _faults = (*FAULTS, paramiko.SSHException)

    def _connected(self) -> tuple[Any, str]:
        drop = self._drop
        parts = urlsplit(drop.address)
        is_key = "PRIVATE KEY-----" in drop.secret
        system = SFTPFileSystem(
            parts.hostname,
            port=parts.port or 22,
            username=drop.user,
            password=None if is_key else drop.secret,
            pkey=_private_key(drop.secret) if is_key else None,
            host_key_policy=_Pinned(drop, self._met),
            timeout=CONNECT_SECONDS,
            banner_timeout=CONNECT_SECONDS,
            auth_timeout=CONNECT_SECONDS,
            allow_agent=False,
            look_for_keys=False,
            skip_instance_cache=True,
        )
        system.ftp.get_channel().settimeout(SILENT_SECONDS)
        return system, unquote(parts.path).rstrip("/") or "."

    def _hurry(self, file: Any, limit: int) -> None:
        # One answer for each 32 kB would be waited for otherwise.
        if limit:
            file.prefetch(min(limit, file.stat().st_size))
        else:
            file.set_pipelined(True)

    def close(self) -> None:
        """Let go of the connection."""
        self._fs.client.close()

    def _explained(self, error: Exception) -> InfodeskError:
        if isinstance(error, paramiko.AuthenticationException):
            return InfodeskError(Code.DROP_LOGIN_REFUSED, address=self._drop.address)
        return super()._explained(error)


class _Pinned(paramiko.MissingHostKeyPolicy):  # type: ignore[misc]
    """Takes the key that was met first, and no other."""

    def __init__(self, drop: Drop, met: Callable[[str], None]) -> None:
        self._drop = drop
        self._met = met

    def missing_host_key(self, _client: Any, _hostname: str, key: Any) -> None:
        if not self._drop.host_key:
            self._met(key.fingerprint)
        elif key.fingerprint != self._drop.host_key:
            raise InfodeskError(
                Code.DROP_HOST_CHANGED, address=self._drop.address, found=key.fingerprint
            )


def _private_key(text: str) -> Any:
    for kind in (paramiko.Ed25519Key, paramiko.ECDSAKey, paramiko.RSAKey):
        try:
            return kind.from_private_key(StringIO(text))
        except paramiko.SSHException:
            continue
    raise InfodeskError(Code.DROP_KEY_UNREADABLE)
