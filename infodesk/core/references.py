"""Documents and speeches on file: what an item may have been copied from (domain.md, 2.12)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from infodesk.core.errors import Code, InfodeskError
from infodesk.core.intake import cleaned
from infodesk.core.items import WHOLE, Content, Section
from infodesk.core.secrecy import require_unclassified

if TYPE_CHECKING:
    from infodesk.core.checking.context import Paper
    from infodesk.core.clock import Clock
    from infodesk.core.ports import ReferenceStore

LONGEST_TITLE = 120
"""Characters a title may have: findings name the text by it."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A text on file, the text itself left out.

    Attributes:
        number: the journal's own number of it, never given twice.
        title: what findings call it: 县委书记在全县工作会议上的讲话.
        characters: length of its text.
        added_at: when it was put on file.
    """

    number: int
    title: str
    characters: int
    added_at: datetime


class ReferenceDesk:
    """Where texts are put on file and taken off."""

    def __init__(self, store: ReferenceStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def all(self) -> Sequence[Reference]:
        """Return what is on file, the newest first."""
        return self._store.references()

    def papers(self) -> Sequence[Paper]:
        """Return all texts under their titles."""
        return self._store.papers()

    def add(self, title: str, text: str) -> Reference:
        """Put a text on file.

        Args:
            title: what it is called; a longer one is cut off.
            text: the whole text, cleaned or not.

        Raises:
            InfodeskError: REFERENCE_EMPTY, ITEM_TOO_LONG, TEXT_HAS_NUL, ITEM_CLASSIFIED, and
                REFERENCE_EXISTS where the same text is on file.
        """
        text = cleaned(text).text.strip()
        title = _titled(title)
        if not text or not title:
            raise InfodeskError(Code.REFERENCE_EMPTY)
        require_unclassified(Content(title, (Section(WHOLE, text),)))
        known = self._store.holding(text)
        if known:
            raise InfodeskError(Code.REFERENCE_EXISTS, title=known)
        now = self._clock.now()
        return Reference(self._store.add(title, text, now), title, len(text), now)

    def add_all(self, texts: Sequence[tuple[str, str]]) -> list[Reference | InfodeskError]:
        """Put texts on file by title and text, in one act; return them in the order given.

        What can't be kept is refused singly: its error stands in its place.

        Raises:
            InfodeskError: JOURNAL_…; nothing was kept.
        """
        kept: list[Reference | InfodeskError] = []
        with self._store.atomic():
            for title, text in texts:
                try:
                    kept.append(self.add(title, text))
                except InfodeskError as error:
                    if error.code.name.startswith("JOURNAL"):
                        raise
                    kept.append(error)
        return kept

    def text(self, number: int) -> str:
        """Return the text of one.

        Raises:
            InfodeskError: REFERENCE_NOT_FOUND.
        """
        return self._text(number)[1]

    def rename(self, number: int, title: str) -> None:
        """Call a text otherwise; an empty title changes nothing.

        Raises:
            InfodeskError: REFERENCE_NOT_FOUND, ITEM_CLASSIFIED.
        """
        _, text = self._text(number)
        title = _titled(title)
        require_unclassified(Content(title, (Section(WHOLE, text),)))
        if title:
            self._store.rename(number, title)

    def remove(self, number: int) -> str:
        """Take a text off file for good; return its title.

        Raises:
            InfodeskError: REFERENCE_NOT_FOUND.
        """
        title, _ = self._text(number)
        self._store.remove(number)
        return title

    def _text(self, number: int) -> tuple[str, str]:
        found = self._store.reference(number)
        if found is None:
            raise InfodeskError(Code.REFERENCE_NOT_FOUND, number=number)
        return found


def _titled(title: str) -> str:
    return " ".join(cleaned(title).text.split())[:LONGEST_TITLE].strip()
