"""A drop in a bucket of S3."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urlsplit

from aiohttp import ClientError as HttpError
from botocore.exceptions import BotoCoreError, ClientError
from s3fs import S3FileSystem

from infodesk.core.errors import Code, InfodeskError
from infodesk.exchange.places import CHUNK_BYTES, Listed
from infodesk.exchange.remote_places import (
    CONNECT_SECONDS,
    FAULTS,
    SILENT_SECONDS,
    RemotePlace,
    Ticking,
)

PART_BYTES = 5 << 20
"""Size of the parts a large file is sent in; the smallest that S3 takes."""


class S3Place(RemotePlace):
    """A bucket, or what lies under a prefix in one; prefixes need no making."""

    _fresh = {"refresh": True}  # noqa: RUF012 - read only

    _faults = (*FAULTS, BotoCoreError, ClientError, HttpError)

    def _connected(self) -> tuple[Any, str]:
        drop, parts = self._drop, urlsplit(self._drop.address)
        own = parts.scheme != "s3"
        system = S3FileSystem(
            key=drop.user or None,
            secret=drop.secret or None,
            anon=not drop.user,
            endpoint_url=f"{parts.scheme}://{parts.netloc}" if own else None,
            use_listings_cache=False,
            skip_instance_cache=True,
            default_fill_cache=False,
            config_kwargs={
                "connect_timeout": CONNECT_SECONDS,
                "read_timeout": SILENT_SECONDS,
                "retries": {"max_attempts": 1},
                "s3": {"addressing_style": "path" if own else "auto"},
            },
        )
        # The next round tries again; five times here would hold up a closing window for minutes.
        system.retries = 1
        return system, unquote(parts.path if own else f"{parts.netloc}{parts.path}").strip("/")

    def _files(self, folder: str) -> list[Listed]:
        try:
            return super()._files(folder)
        except FileNotFoundError:
            # An empty prefix looks like a missing one: the bucket tells which it is.
            self._fs.ls(self._root.partition("/")[0], detail=False, refresh=True)
            return []

    def _send(self, path: str, source: Ticking) -> None:
        with self._fs.open(path, "wb", block_size=PART_BYTES) as file:
            while chunk := source.read(CHUNK_BYTES):
                file.write(chunk)

    def _explained(self, error: Exception) -> InfodeskError:
        cause = error.__cause__ or error
        answer = getattr(cause, "response", None)
        code = answer.get("Error", {}).get("Code", "") if isinstance(answer, dict) else ""
        if code in {"InvalidAccessKeyId", "SignatureDoesNotMatch"}:
            return InfodeskError(Code.DROP_LOGIN_REFUSED, address=self._drop.address)
        return super()._explained(error)
