"""Tending the drop: what window and command line do alike.

Each function opens what it needs and closes it again, so it may run beside the window.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from infodesk.core.batches import Direction
from infodesk.core.drop_settings import kept_drop
from infodesk.core.drops import DropKind, DropState
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.stations import Trust
from infodesk.workspace import SystemClock, Workspace

if TYPE_CHECKING:
    from infodesk.core.batches import Batch
    from infodesk.core.clock import Clock
    from infodesk.core.drops import Drop, Synced

HOST_KEY = "drop.host_key"

Progress = Callable[[int, int], None]


def inbox_of(journal: Path) -> Path:
    """Return the folder that fetched batches are put into."""
    return journal.parent / "inbox"


def load(drop: Drop) -> None:
    """Load what a drop needs, which takes up to some seconds the first time.

    Raises:
        InfodeskError: DROP_EXTRA_MISSING.
    """
    if drop.kind is not DropKind.FOLDER:
        from infodesk.exchange import remote_places

        remote_places.load(drop.kind)


def try_drop(drop: Drop, met: Callable[[str], None]) -> int:
    """Connect to a drop, write and remove a small file; return how many files are to fetch.

    Raises:
        InfodeskError: DROP_…: what does not work.
    """
    from infodesk.exchange.places import try_place

    return try_place(drop, met)


def sync(
    journal: Path, progress: Progress, *, clock: Clock | None = None, secret: str = ""
) -> Synced:
    """Put what was exported into the drop, and fetch what others put there.

    Args:
        journal: an open journal or one that can be opened.
        progress: is told files done and in all; it may raise to stop.
        clock: the machine's where none is given.
        secret: the password, where the journal does not keep it.

    Raises:
        InfodeskError: DROP_NOT_SET, or the drop can't be reached at all, or this machine fails.
    """
    from infodesk.exchange.mailbox import Mailbox, verifier
    from infodesk.exchange.places import open_place
    from infodesk.storage.batch_store import SqliteBatchStore
    from infodesk.storage.database import open_journal
    from infodesk.storage.drop_store import SqliteDropStore
    from infodesk.storage.secret_store import SqliteSecretStore
    from infodesk.storage.settings_store import SettingsStore
    from infodesk.storage.station_store import SqliteStationStore

    clock = clock or SystemClock()
    opened = open_journal(journal, clock=clock)
    try:
        settings = SettingsStore(opened)
        drop = kept_drop(settings, SqliteSecretStore(opened))
        if drop is None:
            raise InfodeskError(Code.DROP_NOT_SET)
        if secret:
            drop = replace(drop, secret=secret)
        place = open_place(drop, lambda fingerprint: settings.set(HOST_KEY, fingerprint))
        try:
            mailbox = Mailbox(
                drop,
                place,
                SqliteBatchStore(opened),
                SqliteDropStore(opened),
                clock,
                inbox_of(journal),
                verifier(SqliteStationStore(opened).own_keys()),
            )
            return mailbox.sync(progress)
        finally:
            place.close()
    finally:
        opened.close()


def awaiting(workspace: Workspace) -> list[Path]:
    """Return the batch files that were fetched and not imported yet, the oldest first."""
    received = {record.id for record in workspace.batches.batches(Direction.RECEIVED)}
    fetched = reversed(workspace.drop_files.files([DropState.FETCHED]))
    paths = [inbox_of(workspace.path) / file.name for file in fetched if file.batch not in received]
    return [path for path in dict.fromkeys(paths) if path.exists()]


def knows_sender(workspace: Workspace, batch: Batch) -> bool:
    """Whether the key that signed a batch was made known by someone who compared it.

    Raises:
        InfodeskError: STATION_…: the key is another station's, or does not hold any more.
    """
    return workspace.stations.trust_of(batch) is not Trust.UNKNOWN
