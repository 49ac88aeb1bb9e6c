"""A batch as a file: a strict ZIP of ``mimetype``, ``manifest.json`` and ``items.jsonl``.

This is the seam: the rest of the program knows ``write``, ``read`` and the value ``Batch``, and
nothing of the form. Reading goes from the outside in, and nothing is looked at before what holds it
was found whole: size, names, shell byte for byte, manifest, version, checksums, and only then the
items, each for itself (reliability.md, 3.2).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import msgspec

from infodesk.core.batches import Batch, BatchItem, BatchStatus, Because, Party, RefusedLine
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.intake import is_clean
from infodesk.core.items import MAX_CHARACTERS, Content, Section
from infodesk.core.secrecy import marking_in
from infodesk.exchange import wire
from infodesk.exchange.zip_shell import STORED, packed, parts_in, shell, unpacked

SUFFIX = ".idb"
MIMETYPE = b"application/vnd.infodesk.batch+zip"

MAX_FILE = 64 << 20
"""Largest batch file, in bytes."""

MAX_MANIFEST = 4 << 20
MAX_ITEMS = 256 << 20
MAX_LINE = 1 << 20
"""Longest line of ``items.jsonl``, in bytes; an item at its limit has room in it."""

MAX_LINES = 100_000

_MIMETYPE, _MANIFEST, _ITEMS = "mimetype", "manifest.json", "items.jsonl"
_NAMES = (_MIMETYPE, _MANIFEST, _ITEMS)

_heading = msgspec.json.Decoder(wire.Heading)
_manifest = msgspec.json.Decoder(wire.Manifest)
_item = msgspec.json.Decoder(wire.ItemLine)
_traces = msgspec.json.Decoder(wire.Traces)


def write(batch: Batch) -> bytes:
    """Return the file of a batch; the same batch gives the same file."""
    lines = b"".join(msgspec.json.encode(_line_of(item)) + b"\n" for item in batch.items)
    manifest = wire.Manifest(
        status=batch.status.value,
        batch_id=batch.id,
        created=batch.created_at,
        sender=wire.PartyLine(batch.from_office.station, batch.from_office.name),
        recipient=wire.PartyLine(batch.to_office.station, batch.to_office.name),
        items=len(batch.items),
        files=[wire.FileLine(_ITEMS, len(lines), hashlib.sha256(lines).hexdigest())],
    )
    return shell(
        (
            packed(_MIMETYPE, MIMETYPE, method=STORED),
            packed(_MANIFEST, msgspec.json.encode(manifest), method=STORED),
            packed(_ITEMS, lines),
        )
    )


def read(data: bytes) -> Batch:
    """Return what a batch file says, having found it whole.

    An item that can't be taken is listed as refused; it does not spoil the others.

    Raises:
        InfodeskError: BATCH_…: why the file is refused as a whole.
    """
    if len(data) > MAX_FILE:
        raise InfodeskError(Code.BATCH_TOO_LARGE, part=f"{len(data) >> 20} MB")
    mimetype, manifest_part, items_part = parts_in(data, _NAMES)
    if unpacked(mimetype, len(MIMETYPE)) != MIMETYPE:
        raise InfodeskError(Code.BATCH_NOT_ONE)
    raw = unpacked(manifest_part, MAX_MANIFEST)
    manifest = _understood(raw)
    lines = unpacked(items_part, MAX_ITEMS)
    listed = wire.FileLine(_ITEMS, len(lines), hashlib.sha256(lines).hexdigest())
    if manifest.files != [listed]:
        raise InfodeskError(Code.BATCH_PART_ALTERED, name=_ITEMS)
    items, refused = _items_in(lines, manifest.items)
    return Batch(
        id=manifest.batch_id,
        created_at=manifest.created,
        items=items,
        from_office=Party(manifest.sender.station, manifest.sender.name),
        to_office=Party(manifest.recipient.station, manifest.recipient.name),
        status=BatchStatus(manifest.status),
        refused=refused,
        digest=hashlib.sha256(raw).hexdigest(),
    )


def _line_of(item: BatchItem) -> wire.ItemLine:
    content = item.content
    return wire.ItemLine(
        id=item.id,
        kind=item.kind,
        title=content.title,
        sections=[wire.SectionLine(part.key, part.text) for part in content.sections],
        unit=item.unit,
        created=item.created_at,
        approval=wire.ApprovalLine(content.sha256(), item.approved_by, item.approved_at),
    )


def _understood(raw: bytes) -> wire.Manifest:
    """Decode a manifest, having asked first whether this program is new enough for it."""
    try:
        needed = _heading.decode(raw).min_reader
        if needed > wire.VERSION:
            raise InfodeskError(Code.BATCH_TOO_NEW, needed=needed, known=wire.VERSION)
        manifest = _manifest.decode(raw)
    except msgspec.MsgspecError as error:
        raise InfodeskError(Code.BATCH_MANIFEST_WRONG) from error
    names = (manifest.sender, manifest.recipient)
    if not all(is_clean(party.station) and is_clean(party.name) for party in names):
        raise InfodeskError(Code.BATCH_MANIFEST_WRONG)
    return manifest


def _items_in(data: bytes, expected: int) -> tuple[tuple[BatchItem, ...], tuple[RefusedLine, ...]]:
    lines = data.split(b"\n")
    # Every line ends with a line feed, so nothing stands after the last one.
    if lines.pop():
        raise InfodeskError(Code.BATCH_PART_ALTERED, name=_ITEMS)
    if len(lines) > MAX_LINES:
        raise InfodeskError(Code.BATCH_TOO_LARGE, part=_ITEMS)
    if len(lines) != expected:
        raise InfodeskError(Code.BATCH_COUNT_WRONG, expected=expected, found=len(lines))
    taken = list(_taken(lines))
    return (
        tuple(line for line in taken if isinstance(line, BatchItem)),
        tuple(line for line in taken if isinstance(line, RefusedLine)),
    )


def _taken(lines: list[bytes]) -> Iterator[BatchItem | RefusedLine]:
    known: set[str] = set()
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE:
            yield RefusedLine(number, Because.LINE_TOO_LONG)
            continue
        try:
            decoded = _item.decode(line)
        except (msgspec.MsgspecError, RecursionError):
            yield _refused(number, line)
            continue
        item = _item_of(decoded)
        because = Because.TWICE if item.id in known else _objection(item, decoded.approval.sha256)
        known.add(item.id)
        if because is None:
            yield item
        else:
            title = item.title if is_clean(item.title) else ""
            yield RefusedLine(number, because, item.id, title[:80])


def _item_of(line: wire.ItemLine) -> BatchItem:
    sections = tuple(Section(part.key, part.text) for part in line.sections)
    return BatchItem(
        id=line.id,
        kind=line.kind,
        content=Content(line.title, sections),
        unit=line.unit,
        created_at=line.created,
        approved_at=line.approval.at,
        approved_by=line.approval.by,
    )


def _objection(item: BatchItem, approved: str) -> Because | None:
    content = item.content
    names = (item.kind, item.unit, item.approved_by, *(part.key for part in content.sections))
    texts = (content.title, *(part.text for part in content.sections))
    if not all(is_clean(text) for text in (*names, *texts)):
        return Because.UNCLEAN
    if not content.title.strip() and not content.body.strip():
        return Because.EMPTY
    if marking_in(content):
        return Because.CLASSIFIED
    if len(content.title) + len(content.body) > MAX_CHARACTERS:
        return Because.TOO_LONG
    return None if content.sha256() == approved else Because.NOT_AS_APPROVED


def _refused(number: int, line: bytes) -> RefusedLine:
    try:
        traces = _traces.decode(line)
    except (msgspec.MsgspecError, RecursionError):
        return RefusedLine(number, Because.UNREADABLE)
    shown = [text[:80] if is_clean(text) else "" for text in (traces.id, traces.title)]
    return RefusedLine(number, Because.UNREADABLE, *shown)
