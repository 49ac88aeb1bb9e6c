"""The office's own place table: names of its villages, roads and landmarks, for the checker."""

from __future__ import annotations

import re
from collections.abc import Iterable

from infodesk.core.errors import Code, InfodeskError
from infodesk.core.ports import SettingsStore

KEY = "places"
"""Name of the setting that keeps them, one a line."""

MOST_NAMES = 20_000
LONGEST_NAME = 30

_NAME = re.compile(rf"[\w·（）()#＃-]{{2,{LONGEST_NAME}}}")


class PlaceDesk:
    """The names, kept in the journal; read once, so any thread may ask for them."""

    def __init__(self, settings: SettingsStore, kept: str | None = None) -> None:
        """Read the names.

        Args:
            settings: where they are kept.
            kept: what the journal holds under ``KEY``, where that was read already.
        """
        self._settings = settings
        text = settings.get(KEY) if kept is None else kept
        self._names = tuple(name for name in text.split("\n") if _NAME.fullmatch(name))

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, in the order in which they were added."""
        return self._names

    def add(self, names: Iterable[str]) -> tuple[str, ...]:
        """Add names; return those that were new. Nothing is added where one can't be.

        Raises:
            InfodeskError: PLACE_WRONG: a name is too short, too long, or holds marks;
                PLACES_TOO_MANY.
        """
        wanted = [name for each in names if (name := "".join(each.split()))]
        for name in wanted:
            if not _NAME.fullmatch(name):
                raise InfodeskError(Code.PLACE_WRONG, place=name[:60], longest=LONGEST_NAME)
        known = set(self._names)
        new = tuple(name for name in dict.fromkeys(wanted) if name not in known)
        if len(self._names) + len(new) > MOST_NAMES:
            raise InfodeskError(Code.PLACES_TOO_MANY, most=MOST_NAMES)
        self._keep(self._names + new)
        return new

    def add_text(self, text: str) -> tuple[str, ...]:
        """Add names written one a line; what follows a tab or a comma is left out.

        Raises:
            InfodeskError: as for ``add``.
        """
        return self.add(re.split(r"[\t,，;；、]", line.strip())[0] for line in text.splitlines())

    def remove(self, names: Iterable[str]) -> tuple[str, ...]:
        """Take names out; return those that were there."""
        gone = dict.fromkeys("".join(name.split()) for name in names)
        known = set(self._names)
        there = tuple(name for name in gone if name in known)
        self._keep(tuple(name for name in self._names if name not in gone))
        return there

    def text(self) -> str:
        """Return the names one a line."""
        return "".join(f"{name}\n" for name in self._names)

    def _keep(self, names: tuple[str, ...]) -> None:
        self._settings.set(KEY, "\n".join(names))
        self._names = names
