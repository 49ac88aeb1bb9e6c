"""Where things are: the only module that knows installed, source and frozen layouts apart."""

from __future__ import annotations

import os
import sys
from pathlib import Path

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
    """Return the folder of the user's own journal and of her preferences; it may not exist yet."""
    return _own("XDG_DATA_HOME", ".local/share", mac="Application Support")


def default_journal() -> Path:
    """Return where the journal is when ``--journal`` does not say."""
    return data_folder() / JOURNAL_NAME


def default_exports() -> Path:
    """Return where exports land until the clerk says otherwise: the desktop, or her home."""
    import platformdirs

    desktop = Path(platformdirs.user_desktop_dir())
    return desktop if desktop.is_dir() else Path.home()


def log_folder() -> Path:
    """Return the folder of the log and of crash files; it may not exist yet."""
    return _own("XDG_STATE_HOME", ".local/state", mac="Logs", xdg_part="log", windows_part="Logs")


def cache_folder() -> Path:
    """Return the folder of what can be found out again at any time; it may not exist yet."""
    return _own("XDG_CACHE_HOME", ".cache", mac="Caches", windows_part="Cache")


def _own(
    variable: str, usual: str, *, mac: str, xdg_part: str = "", windows_part: str = ""
) -> Path:
    """Return a folder as platformdirs names it, to which a test holds it.

    To load that library takes a twentieth of the time to the window's first paint.
    """
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
        return Path(local, "infodesk", windows_part)
    named = Path(os.environ.get(variable, ""))
    if named.is_absolute():
        return named / "infodesk" / xdg_part
    if sys.platform == "darwin":
        return Path.home() / "Library" / mac / "infodesk"
    return Path.home() / usual / "infodesk" / xdg_part


def own_command() -> list[str]:
    """Return the words that start this program again."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "infodesk"]
