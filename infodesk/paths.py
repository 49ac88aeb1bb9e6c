"""Where things are: the only module that knows installed, source and frozen layouts apart."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs

JOURNAL_NAME = "journal.infodesk"


def resources() -> Path:
    """Return the folder of the data that ships with the program.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    here = Path(__file__).resolve().parent
    for candidate in (here / "resources", here.parent / "resources"):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError("resources")


def data_folder() -> Path:
    """Return the folder of the user's own journal, logs and backups; it may not exist yet."""
    return Path(platformdirs.user_data_dir("infodesk", appauthor=False))


def default_journal() -> Path:
    """Return where the journal is when ``--journal`` does not say."""
    return data_folder() / JOURNAL_NAME


def default_exports() -> Path:
    """Return where exports land until the clerk says otherwise: the desktop, or her home."""
    desktop = Path(platformdirs.user_desktop_dir())
    return desktop if desktop.is_dir() else Path.home()


def log_folder() -> Path:
    """Return the folder of the log and of crash files; it may not exist yet."""
    return Path(platformdirs.user_log_dir("infodesk", appauthor=False))


def cache_folder() -> Path:
    """Return the folder of what can be found out again at any time; it may not exist yet."""
    return Path(platformdirs.user_cache_dir("infodesk", appauthor=False))


def own_command() -> list[str]:
    """Return the words that start this program again."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "infodesk"]
