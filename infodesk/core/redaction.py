"""Witnessed redaction: what must never have been entered is taken out for good (domain.md, 8).

The one exception to "never deleted". It takes two people and a reason, and leaves a tombstone with
the hash of what stood there; the act itself is an entry of the audit chain.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import Content, Section

MARK = "■"
"""What stands where a passage was redacted; one of it, so that no length is told."""


@dataclass(frozen=True, slots=True)
class Redaction:
    """What is to be taken out of an item.

    Attributes:
        item_id: UUID of the item.
        by: who does it.
        witness: who stands by; somebody else.
        reason: why; it is kept, so it must not repeat what is taken out.
        passages: what is taken out; empty for the whole text.
    """

    item_id: str
    by: str
    witness: str
    reason: str
    passages: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether the whole text goes."""
        return not self.passages

    def text(self, text: str) -> str:
        """Return a text without the passages; the longest are taken out first."""
        for passage in sorted(self.passages, key=len, reverse=True):
            text = text.replace(passage, MARK)
        return text

    def is_in(self, strings: Collection[str]) -> bool:
        """Tell whether what is taken out stands in a file that says these strings."""
        if self.whole:
            return self.item_id in strings
        return any(passage in text for text in strings for passage in self.passages)

    def content(self, content: Content) -> Content:
        """Return what is left of an item's text."""
        if self.whole:
            sections = (
                Section(section.key, MARK if section.text else "") for section in content.sections
            )
            return Content(MARK, tuple(sections))
        kept = (Section(section.key, self.text(section.text)) for section in content.sections)
        return Content(self.text(content.title), tuple(kept))


@dataclass(frozen=True, slots=True)
class Places:
    """Where something was found to take out, as counts.

    Attributes:
        draft: 1 where the working text holds it.
        versions: kept versions.
        copies: texts and titles of the item that came or went with batches.
        remarks: reasons given for acts on the item, its unit and its author.
        waiting: files of unknown senders; a signed file can't be changed, so each goes whole.
        elsewhere: numbers of other items that hold a passage too; they are not touched.
        on_file: titles of documents and speeches that hold one too; they are not touched.
    """

    draft: int = 0
    versions: int = 0
    copies: int = 0
    remarks: int = 0
    waiting: int = 0
    elsewhere: tuple[int, ...] = ()
    on_file: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.draft or self.versions or self.copies or self.remarks or self.waiting)


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What a redaction leaves.

    Attributes:
        sha256: hash of the working text as it stood before.
    """

    item_id: str
    by: str
    witness: str
    at: datetime
    reason: str
    whole: bool
    sha256: str


def complete(redaction: Redaction) -> Redaction:
    """Return a redaction with its fields trimmed, once all that it takes is given.

    Raises:
        InfodeskError: NAME_REQUIRED, REASON_REQUIRED, WITNESS_REQUIRED where the witness is not
            named or is the one who redacts, REDACTION_REPEATS where the reason holds a passage.
    """
    trimmed = replace(
        redaction,
        by=redaction.by.strip(),
        witness=redaction.witness.strip(),
        reason=redaction.reason.strip(),
        passages=tuple(dict.fromkeys(text for text in redaction.passages if text.strip())),
    )
    if not trimmed.by:
        raise InfodeskError(Code.NAME_REQUIRED)
    if not trimmed.reason:
        raise InfodeskError(Code.REASON_REQUIRED)
    if not trimmed.witness or _alike(trimmed.witness, trimmed.by):
        raise InfodeskError(Code.WITNESS_REQUIRED)
    if redaction.passages and not trimmed.passages:
        raise InfodeskError(Code.REDACTION_NOT_FOUND)
    if trimmed.text(trimmed.reason) != trimmed.reason:
        raise InfodeskError(Code.REDACTION_REPEATS)
    return trimmed


def _alike(one: str, other: str) -> bool:
    return "".join(one.split()).casefold() == "".join(other.split()).casefold()
