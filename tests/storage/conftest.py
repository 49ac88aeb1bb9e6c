from __future__ import annotations

import pytest

from infodesk.storage.database import open_journal


@pytest.fixture
def path(tmp_path):
    """Return where a journal may be made."""
    return tmp_path / "journal.infodesk"


@pytest.fixture
def journal(path, clock):
    """Return a new, empty journal."""
    opened = open_journal(path, clock=clock)
    yield opened
    opened.close()
