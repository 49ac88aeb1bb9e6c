"""Open a journal, take its lock and write a file beside it as a user who may not; say what came.

Started with the journal. Root may everything, so root becomes nobody once all is imported.
"""

from __future__ import annotations

import importlib
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from infodesk import messages
from infodesk.core.errors import Code, InfodeskError
from infodesk.files import write_atomic
from infodesk.languages import LANGUAGES
from infodesk.storage import journal_check
from infodesk.storage.database import open_journal
from infodesk.storage.instance_lock import hold

NOBODY = 65534


class StandingClock:
    """A clock that stands."""

    def now(self):
        return datetime(2026, 11, 20, tzinfo=UTC)


def outcome(act):
    """Return the code of the expected error that came of an act, or what else came."""
    try:
        act()
    except InfodeskError as error:
        for language in LANGUAGES:
            messages.sentence(error, language)
        return error.code.text
    except OSError as error:
        return type(error).__name__
    return "done"


def require_sound(path):
    """Look a journal over; it is sound, wherever it lies."""
    assert journal_check.check(path, full=True).damages == ()


def main(path):
    """Print one outcome a line: journal, lock, file, check."""
    # Whatever is loaded late is loaded now: nobody may not enter our own folders.
    importlib.import_module("infodesk.storage.migrations")
    for language in LANGUAGES:
        messages.sentence(InfodeskError(Code.JOURNAL_BUSY, path=path), language)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    print(outcome(lambda: open_journal(path, clock=StandingClock()).close()))
    print(outcome(lambda: hold(path).release()))
    print(outcome(lambda: write_atomic(path.with_name("export.pdf"), b"new")))
    print(outcome(lambda: require_sound(path)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
