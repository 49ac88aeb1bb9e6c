"""What stands in a batch file, field by field; decoded strictly, unknown fields ignored.

Only these types meet the bytes: what they let through has the right type, length, range and form.
None can hold itself, so the search for such circles (``gc``) is spared thousands of them.
Every field is explained to people in ``resources/help/batch-file.md``; a test holds both together.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Final, Literal

import msgspec

from infodesk.core.items import MAX_CHARACTERS

FORMAT: Final = "infodesk.batch"
VERSION: Final = 1
"""Version of the form that this program writes, and the newest it reads."""

KNOWN_CRITICAL: Final[frozenset[str]] = frozenset()
"""Later features that a reader must know to read a file rightly; none yet."""

_HEX = "[0-9a-f]"
Identifier = Annotated[
    str,
    msgspec.Meta(pattern=f"^{_HEX}{{8}}-{_HEX}{{4}}-7{_HEX}{{3}}-[89ab]{_HEX}{{3}}-{_HEX}{{12}}$"),
]
Digest = Annotated[str, msgspec.Meta(pattern=f"^{_HEX}{{64}}$")]
MaybeIdentifier = Annotated[str, msgspec.Meta(pattern=f"^({_HEX}{{8}}(-{_HEX}{{4,12}}){{4}})?$")]
MaybeDigest = Annotated[str, msgspec.Meta(pattern=f"^({_HEX}{{64}})?$")]
Moment = Annotated[datetime, msgspec.Meta(tz=True)]
Name = Annotated[str, msgspec.Meta(max_length=200)]
Code = Annotated[str, msgspec.Meta(pattern="^[0-9A-Za-z]{0,32}$")]
Key = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
Text = Annotated[str, msgspec.Meta(max_length=MAX_CHARACTERS)]
Note = Annotated[str, msgspec.Meta(max_length=2000)]
Count = Annotated[int, msgspec.Meta(ge=0, le=1 << 40)]
Points = Annotated[float, msgspec.Meta(ge=-10_000, le=10_000)]
Kind = Literal[
    "report",
    "receipt",
    "adoption",
    "withdrawal",
    "commission",
    "directive",
    "return",
    "cancel",
    "roster",
    "card",
]
Words = Annotated[tuple[Key, ...], msgspec.Meta(max_length=50)]


class Heading(msgspec.Struct, frozen=True, gc=False):
    """What every version of the form says first."""

    format: Literal["infodesk.batch"]
    min_reader: Annotated[int, msgspec.Meta(ge=1)]


class PartyLine(msgspec.Struct, frozen=True, gc=False):
    """An office with its public keys."""

    station: Code
    name: Name
    key: MaybeDigest = ""
    box: MaybeDigest = ""


class FileLine(msgspec.Struct, frozen=True, gc=False):
    """A part and its checksum."""

    path: Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
    bytes: Count
    sha256: Digest


class PrivacyLine(msgspec.Struct, frozen=True, gc=False):
    """How the personal data in the items was treated."""

    masked: Count = 0
    kept: Annotated[list[Identifier], msgspec.Meta(max_length=100_000)] = []


class AppLine(msgspec.Struct, frozen=True, gc=False):
    """The program that wrote the file."""

    name: Name
    version: Name


class Manifest(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """``manifest.json``."""

    format: Literal["infodesk.batch"] = FORMAT
    version: Annotated[int, msgspec.Meta(ge=1)] = VERSION
    min_reader: Annotated[int, msgspec.Meta(ge=1)] = VERSION
    critical: Words = ()
    kind: Kind
    status: Literal["actual", "exercise", "test"]
    batch_id: Identifier
    stream: Name
    seq: Count
    prev: MaybeDigest
    created: Moment
    sender: PartyLine
    recipient: PartyLine
    items: Count
    files: Annotated[list[FileLine], msgspec.Meta(max_length=1100)]
    in_reply_to: MaybeIdentifier = ""
    replied: MaybeDigest = ""
    gaps: Annotated[list[Count], msgspec.Meta(max_length=1000)] = []
    audit_head: MaybeDigest = ""
    personal: PrivacyLine = PrivacyLine()
    app: AppLine


class SectionLine(msgspec.Struct, frozen=True, gc=False):
    """A section of an item."""

    key: Key
    text: Text


class ApprovalLine(msgspec.Struct, frozen=True, gc=False):
    """The approval an item rests on: of which text, by whom, when."""

    sha256: Digest
    by: Name
    at: Moment


class FigureLine(msgspec.Struct, frozen=True, gc=False):
    """A quantity an item states."""

    name: Key
    value: float
    unit: Name
    rough: bool = False


class ChainLine(msgspec.Struct, frozen=True, gc=False):
    """Where an item stands among the reports on one event."""

    event: Identifier
    number: Annotated[int, msgspec.Meta(ge=1, le=10_000)]
    predecessor: MaybeIdentifier = ""
    leg: Name = ""


class ItemLine(msgspec.Struct, frozen=True, gc=False):
    """One line of ``items.jsonl`` in a report."""

    id: Identifier
    kind: Key
    title: Text
    sections: Annotated[tuple[SectionLine, ...], msgspec.Meta(max_length=50)]
    unit: Name
    created: Moment
    approval: ApprovalLine
    profile: Name = ""
    flags: Words = ()
    figures: Annotated[tuple[FigureLine, ...], msgspec.Meta(max_length=500)] = ()
    chain: ChainLine | None = None
    attachments: Annotated[tuple[Digest, ...], msgspec.Meta(max_length=100)] = ()


class ReceiptLineLine(msgspec.Struct, frozen=True, gc=False):
    """One line of a receipt."""

    line: Annotated[int, msgspec.Meta(ge=1, le=100_000)]
    result: Literal["accepted", "duplicate", "conflict", "refused"]
    id: Name = ""
    code: Name = ""
    sha256: MaybeDigest = ""


class AdoptionLine(msgspec.Struct, frozen=True, gc=False):
    """One line of a file of adoptions."""

    id: Identifier
    item: Identifier
    title: Name
    publication: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    number: Name
    day: date
    sha256: MaybeDigest = ""
    form: Name = ""
    points: Points | None = None


class WithdrawalLine(msgspec.Struct, frozen=True, gc=False):
    """One line of a file of withdrawn adoptions."""

    id: Identifier
    item: Identifier
    title: Name
    reason: Note
    day: date


class CommissionLine(msgspec.Struct, frozen=True, gc=False):
    """One line of a file of commissions."""

    id: Identifier
    title: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    text: Note
    due: date | None = None
    points: Points | None = None


class DirectiveLine(msgspec.Struct, frozen=True, gc=False):
    """One line of a file of directives."""

    id: Identifier
    item: Identifier
    title: Name
    leader: Name
    day: date
    text: Note
    post: Name = ""


class ReasonLine(msgspec.Struct, frozen=True, gc=False):
    """One line of a file of returned items, or of cancelled ones."""

    id: Identifier
    title: Name
    reason: Note


class RosterEntryLine(msgspec.Struct, frozen=True, gc=False):
    """One line of a roster."""

    station: Annotated[str, msgspec.Meta(pattern="^[0-9A-Za-z]{1,32}$")]
    name: Name
    key: Digest
    box: Digest
    since: Moment
    until: Moment | None = None
    revoked: Moment | None = None
    because: Note = ""


class Traces(msgspec.Struct, frozen=True, gc=False):
    """What may be told of a line that is refused."""

    id: str = ""
    title: str = ""
