"""The settings of a drop; its password is kept only where that is safe or was agreed to."""

from __future__ import annotations

from datetime import date
from typing import Protocol
from urllib.parse import urlsplit

from infodesk.core.drops import EVERY_MINUTES, PATIENCE_MINUTES, Drop, DropKind, is_inside
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.ports import SettingsStore

SECRET = "drop.secret"
AGREED = "drop.agreed"
"""Setting: the clerk agreed that the password lies in a journal that is not encrypted."""

_SCHEMES = {
    DropKind.SFTP: ("sftp",),
    DropKind.WEBDAV: ("https", "http"),
    DropKind.S3: ("https", "http", "s3"),
}


class SecretStore(Protocol):
    """Passwords in the journal, apart from what is ever exported."""

    @property
    def sealed(self) -> bool:
        """Whether the journal is encrypted."""
        ...

    def get(self, name: str) -> str:
        """Return a secret, empty where there is none."""
        ...

    def set(self, name: str, value: str) -> None:
        """Keep a secret; an empty one is removed."""
        ...


def kept_drop(settings: SettingsStore, secrets: SecretStore) -> Drop | None:
    """Return the drop that was set, or None.

    A password in a journal that is no longer encrypted is forgotten, unless that was agreed to.
    """
    kind = settings.get("drop.kind")
    if not kind:
        return None
    if not secrets.sealed and not settings.get(AGREED) and secrets.get(SECRET):
        secrets.set(SECRET, "")
    since = settings.get("drop.since")
    return Drop(
        kind=DropKind(kind),
        address=settings.get("drop.address"),
        send_to=settings.get("drop.send_to"),
        fetch_from=settings.get("drop.fetch_from"),
        user=settings.get("drop.user"),
        secret=secrets.get(SECRET),
        host_key=settings.get("drop.host_key"),
        active=settings.get("drop.active") == "1",
        every_minutes=int(settings.get("drop.every_minutes") or EVERY_MINUTES),
        patience_minutes=int(settings.get("drop.patience_minutes") or PATIENCE_MINUTES),
        since=date.fromisoformat(since) if since else None,
    )


def keep_drop(
    settings: SettingsStore, secrets: SecretStore, drop: Drop, *, agreed: bool = False
) -> None:
    """Keep a drop.

    Args:
        settings: the office's.
        secrets: where its password goes.
        drop: what is kept; its password only in an encrypted journal or where that was agreed to.
        agreed: the clerk agrees that the password lies open in a plain journal.

    Raises:
        InfodeskError: DROP_ADDRESS_WRONG, DROP_FOLDER_WRONG, DROP_SECRET_PLAIN; nothing was kept.
    """
    require_sound(drop)
    if drop.secret and not secrets.sealed and not agreed:
        raise InfodeskError(Code.DROP_SECRET_PLAIN)
    settings.set(AGREED, "1" if agreed else "")
    secrets.set(SECRET, drop.secret)
    for name, value in (
        ("kind", drop.kind.value),
        ("address", drop.address),
        ("send_to", drop.send_to),
        ("fetch_from", drop.fetch_from),
        ("user", drop.user),
        ("host_key", drop.host_key),
        ("active", "1" if drop.active else ""),
        ("every_minutes", str(drop.every_minutes)),
        ("patience_minutes", str(drop.patience_minutes)),
        ("since", drop.since.isoformat() if drop.since else ""),
    ):
        settings.set(f"drop.{name}", value)


def forget_drop(settings: SettingsStore, secrets: SecretStore) -> None:
    """Have no drop any more; what was sent and seen stays on record."""
    secrets.set(SECRET, "")
    settings.set(AGREED, "")
    settings.set("drop.kind", "")


def require_sound(drop: Drop) -> None:
    """Refuse an address or a folder that can't be one.

    A password in the address would stand in every message about it, so it is refused too.

    Raises:
        InfodeskError: DROP_ADDRESS_WRONG, DROP_FOLDER_WRONG.
    """
    for folder in (drop.send_to, drop.fetch_from):
        if not is_inside(folder):
            raise InfodeskError(Code.DROP_FOLDER_WRONG, folder=folder)
    if drop.kind is DropKind.FOLDER:
        if not drop.address.strip():
            raise InfodeskError(Code.DROP_ADDRESS_WRONG, address=drop.address)
        return
    try:
        parts = urlsplit(drop.address)
        whole = bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        raise InfodeskError(Code.DROP_ADDRESS_WRONG, address="…") from None
    if parts.username is not None or parts.password is not None:
        raise InfodeskError(Code.DROP_ADDRESS_WRONG, address=f"{parts.scheme}://…")
    bucket_lacking = drop.kind is DropKind.S3 and parts.scheme != "s3" and not parts.path.strip("/")
    if parts.scheme not in _SCHEMES[drop.kind] or not whole or bucket_lacking:
        raise InfodeskError(Code.DROP_ADDRESS_WRONG, address=drop.address)
    if parts.query or parts.fragment or not drop.address.isprintable():
        raise InfodeskError(Code.DROP_ADDRESS_WRONG, address=drop.address)
