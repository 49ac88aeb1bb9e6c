"""The mastheads to choose from: those that ship, and the office's own, which its journal keeps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from infodesk.core import masthead_text
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.mastheads import Masthead
from infodesk.core.ports import SettingsStore

_KEYS = "mastheads"
_KEY = re.compile(r"[A-Za-z0-9_-]{1,32}")
_OWN = "own-"


class MastheadDesk(Mapping[str, Masthead]):
    """Mastheads by key, the shipped ones first; an own one is kept as its TOML text.

    Looking one up raises MASTHEAD_WRONG or MASTHEAD_LINE_WRONG where the text kept was written by a
    newer program; ``labels`` names that one by its key, so that another can be chosen.

    Attributes:
        shipped: those that come with the program; they are never changed.
    """

    def __init__(self, shipped: Mapping[str, Masthead], settings: SettingsStore) -> None:
        self.shipped = shipped
        self._settings = settings

    def __getitem__(self, key: str) -> Masthead:
        if key in self.shipped:
            return self.shipped[key]
        if key not in self.own():
            raise KeyError(key)
        return masthead_text.masthead_of(key, self._settings.get(f"{_KEYS}.{key}"))

    def __iter__(self) -> Iterator[str]:
        yield from self.shipped
        yield from self.own()

    def __len__(self) -> int:
        return len(self.shipped) + len(self.own())

    def own(self) -> tuple[str, ...]:
        """Return the keys of the office's own mastheads, oldest first."""
        return tuple(self._settings.get(_KEYS).split())

    def labels(self) -> dict[str, str]:
        """Return what each masthead is chosen by, by key."""
        found = {}
        for key in self:
            try:
                found[key] = self[key].label
            except InfodeskError:
                found[key] = key
        return found

    def text(self, key: str) -> str:
        """Return a masthead as TOML.

        Raises:
            InfodeskError: MASTHEAD_UNKNOWN.
        """
        if key not in self:
            raise InfodeskError(Code.MASTHEAD_UNKNOWN, masthead=key, known="、".join(self))
        kept = self._settings.get(f"{_KEYS}.{key}")
        return kept if key in self.own() else masthead_text.text_of(self.shipped[key])

    def save(self, masthead: Masthead) -> Masthead:
        """Keep a masthead as one of the office's own, and return it with its key.

        The own one of the same label is replaced; any other gets a key of its own.

        Raises:
            InfodeskError: MASTHEAD_UNNAMED without a label, MASTHEAD_LABEL_TAKEN where a shipped
                one has it, MASTHEAD_WRONG where the masthead does not fit its rows.
        """
        label = masthead.label.strip()
        if not label:
            raise InfodeskError(Code.MASTHEAD_UNNAMED)
        if any(label == each.label for each in self.shipped.values()):
            raise InfodeskError(Code.MASTHEAD_LABEL_TAKEN, label=label)
        labels = self.labels()
        same = next((key for key in self.own() if labels[key] == label), "")
        return self._keep(replace(masthead, key=same or self._free_key(), label=label))

    def take(self, key: str, text: str) -> Masthead:
        """Keep a masthead that was written as TOML, under a key where that is free or its own.

        Raises:
            InfodeskError: MASTHEAD_WRONG, MASTHEAD_LINE_WRONG; MASTHEAD_LABEL_TAKEN.
        """
        masthead = masthead_text.masthead_of(key, text)
        if any(masthead.label == each.label for each in self.shipped.values()):
            raise InfodeskError(Code.MASTHEAD_LABEL_TAKEN, label=masthead.label)
        fits = _KEY.fullmatch(key) and key not in self.shipped
        return self._keep(masthead) if fits else self.save(masthead)

    def _keep(self, masthead: Masthead) -> Masthead:
        text = masthead_text.text_of(masthead)
        kept = masthead_text.masthead_of(masthead.key, text)
        # The text first: a key without its text would be a masthead that can't be read.
        self._settings.set(f"{_KEYS}.{kept.key}", text)
        if kept.key not in self.own():
            self._settings.set(_KEYS, " ".join((*self.own(), kept.key)))
        return kept

    def _free_key(self) -> str:
        taken = set(self.own())
        return next(key for n in range(1, len(taken) + 2) if (key := f"{_OWN}{n}") not in taken)
