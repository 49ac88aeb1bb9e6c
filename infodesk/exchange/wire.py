"""What stands in a batch file, field by field; decoded strictly, unknown fields ignored.

Only these types meet the bytes: what they let through has the right type, length, range and form.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Final, Literal

import msgspec

from infodesk.core.items import MAX_CHARACTERS

FORMAT: Final = "infodesk.batch"
VERSION: Final = 1
"""Version of the form that this program writes, and the newest it reads."""

_HEX = "[0-9a-f]"
Identifier = Annotated[
    str,
    msgspec.Meta(pattern=f"^{_HEX}{{8}}-{_HEX}{{4}}-7{_HEX}{{3}}-[89ab]{_HEX}{{3}}-{_HEX}{{12}}$"),
]
Digest = Annotated[str, msgspec.Meta(pattern=f"^{_HEX}{{64}}$")]
Moment = Annotated[datetime, msgspec.Meta(tz=True)]
Name = Annotated[str, msgspec.Meta(max_length=200)]
Key = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
Text = Annotated[str, msgspec.Meta(max_length=MAX_CHARACTERS)]
Count = Annotated[int, msgspec.Meta(ge=0, le=1 << 40)]


class Heading(msgspec.Struct, frozen=True):
    """What every version of the form says first."""

    format: Literal["infodesk.batch"]
    min_reader: Annotated[int, msgspec.Meta(ge=1)]


class PartyLine(msgspec.Struct, frozen=True):
    """An office."""

    station: Name
    name: Name


class FileLine(msgspec.Struct, frozen=True):
    """A part and its checksum."""

    path: Key
    bytes: Count
    sha256: Digest


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """``manifest.json``."""

    format: Literal["infodesk.batch"] = FORMAT
    version: Annotated[int, msgspec.Meta(ge=1)] = VERSION
    min_reader: Annotated[int, msgspec.Meta(ge=1)] = VERSION
    kind: Literal["report"] = "report"
    status: Literal["actual", "exercise", "test"]
    batch_id: Identifier
    created: Moment
    sender: PartyLine
    recipient: PartyLine
    items: Count
    files: Annotated[list[FileLine], msgspec.Meta(max_length=100)]


class SectionLine(msgspec.Struct, frozen=True):
    """A section of an item."""

    key: Key
    text: Text


class ApprovalLine(msgspec.Struct, frozen=True):
    """The approval an item rests on: of which text, by whom, when."""

    sha256: Digest
    by: Name
    at: Moment


class ItemLine(msgspec.Struct, frozen=True):
    """One line of ``items.jsonl``."""

    id: Identifier
    kind: Key
    title: Text
    sections: Annotated[list[SectionLine], msgspec.Meta(max_length=50)]
    unit: Name
    created: Moment
    approval: ApprovalLine


class Traces(msgspec.Struct, frozen=True):
    """What may be told of a line that is refused."""

    id: str = ""
    title: str = ""
