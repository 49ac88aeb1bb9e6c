"""The office's own settings, by name; they live in the journal and travel with it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Protocol

from infodesk import paths
from infodesk.core.audit import PRINTS_CODE
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.font_source import FONTS, FontSource, kept_source
from infodesk.encryption import IDLE_MINUTES
from infodesk.safekeeping import DRILLED_AT, SECOND_PLACE


class Settings(Protocol):
    """Texts kept by key."""

    def get(self, key: str, default: str = "") -> str:
        """Return the text of a key."""
        ...

    def set(self, key: str, value: str) -> None:
        """Keep the text of a key, durably."""
        ...


class Office:
    """Names what the settings hold; nothing else in the window spells their keys."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def name(self) -> str:
        """Name of the office, e.g. 示范县委办公室信息科; empty before the first-run questions."""
        return self._settings.get("office.name")

    @name.setter
    def name(self, value: str) -> None:
        self._settings.set("office.name", value)

    @property
    def superior(self) -> str:
        """Name of the office it reports to."""
        return self._settings.get("office.superior")

    @superior.setter
    def superior(self, value: str) -> None:
        self._settings.set("office.superior", value)

    @property
    def exports(self) -> Path:
        """Folder in which exported papers land."""
        kept = self._settings.get("office.exports")
        return Path(kept) if kept else paths.default_exports()

    @exports.setter
    def exports(self, value: Path) -> None:
        try:
            self._settings.set("office.exports", str(value))
        except InfodeskError as error:
            # Only offered again the next time: what is open to read exports all the same.
            if error.code is not Code.JOURNAL_READ_ONLY:
                raise

    @property
    def fonts(self) -> FontSource:
        """Which fonts its papers are set in."""
        return kept_source(self._settings)

    @fonts.setter
    def fonts(self, value: FontSource) -> None:
        self._settings.set(FONTS, value)

    @property
    def prints_code(self) -> bool:
        """Whether the foot of an issue bears the code of its signing in the audit chain."""
        return self._settings.get(PRINTS_CODE) == "on"

    @prints_code.setter
    def prints_code(self, value: bool) -> None:
        self._settings.set(PRINTS_CODE, "on" if value else "off")

    @property
    def signer(self) -> str:
        """Who approved or signed last; offered again the next time."""
        return self._settings.get("office.signer")

    @signer.setter
    def signer(self, value: str) -> None:
        self._settings.set("office.signer", value)

    @property
    def clerk(self) -> str:
        """Who writes: named on versions, holds and returns."""
        return self._settings.get("office.clerk")

    @clerk.setter
    def clerk(self, value: str) -> None:
        self._settings.set("office.clerk", value)

    @property
    def second_place(self) -> str:
        """Folder that backups are carried to, on a stick or another disk; empty where none is."""
        return self._settings.get(SECOND_PLACE)

    @second_place.setter
    def second_place(self, value: str) -> None:
        self._settings.set(SECOND_PLACE, value)

    @property
    def idle_minutes(self) -> int:
        """Minutes without a touch after which the window locks, if encrypted; 0 for never."""
        kept = self._settings.get(IDLE_MINUTES)
        return int(kept) if kept.isdecimal() else 0

    @idle_minutes.setter
    def idle_minutes(self, value: int) -> None:
        self._settings.set(IDLE_MINUTES, str(value))

    @property
    def drilled_at(self) -> datetime | None:
        """When a backup was last tried."""
        kept = self._settings.get(DRILLED_AT)
        return datetime.fromisoformat(kept) if kept else None
