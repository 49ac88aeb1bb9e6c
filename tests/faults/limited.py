"""Save longer and longer texts until no file may grow further; then again with room.

Started with the journal: prints the last number saved, the code of the refusal, and the number
saved once there was room again.
"""

from __future__ import annotations

import resource
import sys
from datetime import UTC, datetime
from pathlib import Path

from infodesk.core.errors import InfodeskError
from infodesk.core.items import Content, Item, ItemState, Section
from infodesk.storage.database import open_journal
from infodesk.storage.item_store import SqliteItemStore

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
LIMIT_BYTES = 600_000


class StandingClock:
    """A clock that stands."""

    def now(self):
        return NOON


def text(number):
    """Return a text that grows with its number."""
    return Content(str(number), (Section("whole", f"{number}。" * 1000),))


def main(path):
    """Save until refused."""
    store = SqliteItemStore(open_journal(path, clock=StandingClock()))
    item = store.insert(Item("id", 0, 0, text(0), "event", ItemState.DRAFT, NOON, NOON))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT_BYTES, resource.RLIM_INFINITY))
    rev = item.rev
    try:
        while rev < 10_000:
            rev = store.save_text(item.id, text(rev), rev, NOON)
    except InfodeskError as error:
        refusal = error.code.text
    print(store.get(item.id).content.title, refusal)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    store.save_text(item.id, text(77_777), rev, NOON)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
