"""A batch as a file: a strict, signed ZIP, whose manifest names every part.

This is the seam: the rest of the program knows ``write``, ``read`` and the value ``Batch``, and
nothing of the form. Reading goes from the outside in, and nothing is looked at before what holds it
was found whole: size, names, shell byte for byte, signature of the manifest's bytes, manifest,
version, checksums, and only then the lines, each for itself (reliability.md, 3.2). They are taken
apart when somebody looks at them: a batch that came before is known by its manifest. The form is
described in ``resources/help/batch-file.md``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator

import msgspec

from infodesk import __version__
from infodesk.core.answers import Answer
from infodesk.core.batches import (
    Batch,
    BatchItem,
    BatchKind,
    BatchStatus,
    Party,
    Privacy,
    RefusedLine,
)
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.intake import is_clean
from infodesk.core.later import Later
from infodesk.core.stations import OwnKeys
from infodesk.exchange import minisign, wire
from infodesk.exchange.lines import decoded, encoded
from infodesk.exchange.zip_shell import (
    STORED,
    Part,
    packed,
    packed_pieces,
    parts_in,
    shell,
    unpacked,
)

SUFFIX = ".idb"
MIMETYPE = b"application/vnd.infodesk.batch+zip"

MAX_FILE = 64 << 20
"""Largest batch file, in bytes."""

MAX_MANIFEST = 4 << 20
MAX_ITEMS = 256 << 20
MAX_ATTACHMENT = 32 << 20
MAX_ATTACHMENTS = 1000
MAX_LINES = 100_000

_MIMETYPE, _MANIFEST, ITEMS = "mimetype", "manifest.json", "items.jsonl"
_SIGNATURE = "manifest.json.minisig"
NAMES = (_MIMETYPE, _MANIFEST, _SIGNATURE, ITEMS)
ATTACHMENT = re.compile(r"attachments/[0-9a-f]{64}")

Signer = Callable[[bytes], str | None]

_NO_ANSWER = (BatchItem, RefusedLine)

_heading = msgspec.json.Decoder(wire.Heading)
_manifest = msgspec.json.Decoder(wire.Manifest)


def write(batch: Batch, keys: OwnKeys) -> bytes:
    """Return the file of a batch, signed; the same batch and keys give the same file."""
    hashed = hashlib.sha256()
    lines = packed_pieces(ITEMS, _passing(encoded(batch.items or batch.answers), hashed.update))
    attached = [(f"attachments/{name}", data) for name, data in sorted(batch.attachments)]
    listed = [wire.FileLine(ITEMS, lines.size, hashed.hexdigest())]
    listed += [_listed(name, data) for name, data in attached]
    manifest = msgspec.json.encode(_manifest_of(batch, listed))
    comment = f"infodesk.batch {batch.id}"
    return shell(
        (
            packed(_MIMETYPE, MIMETYPE, method=STORED),
            packed(_MANIFEST, manifest, method=STORED),
            packed(
                _SIGNATURE,
                minisign.sign(manifest, bytes.fromhex(keys.sign), comment),
                method=STORED,
            ),
            lines,
            *(packed(name, data) for name, data in attached),
        )
    )


def _passing(pieces: Iterable[bytes], by: Callable[[bytes], object]) -> Iterator[bytes]:
    for piece in pieces:
        by(piece)
        yield piece


def read(data: bytes, known: Signer = lambda _key_id: None) -> Batch:
    """Return what a batch file says, having found it whole and signed by the key it names.

    Whether that key is one to believe is not asked here (``stations``). A line that can't be taken
    is listed as refused; it does not spoil the others.

    Args:
        data: the file.
        known: returns the public key that a signature names, where it is known: such a signature
            is verified before the manifest is understood.

    Raises:
        InfodeskError: BATCH_…: why the file is refused as a whole.
    """
    if len(data) > MAX_FILE:
        raise InfodeskError(Code.BATCH_TOO_LARGE, part=f"{len(data) >> 20} MB")
    parts = parts_in(data, NAMES, ATTACHMENT)
    if len(parts) > len(NAMES) + MAX_ATTACHMENTS:
        raise InfodeskError(Code.BATCH_TOO_LARGE, part="attachments")
    if unpacked(parts[0], len(MIMETYPE)) != MIMETYPE:
        raise InfodeskError(Code.BATCH_NOT_ONE)
    raw = unpacked(parts[1], MAX_MANIFEST)
    signed = unpacked(parts[2], minisign.MAX_SIGNATURE)
    manifest = _verified(raw, signed, known)
    lines = unpacked(parts[3], MAX_ITEMS)
    attachments = _require_listed(manifest, lines, parts[4:])
    _require_counted(lines, manifest)
    taken = Later(lambda: _lines_in(lines, BatchKind(manifest.kind)))
    return Batch(
        id=manifest.batch_id,
        created_at=manifest.created,
        items=Later(lambda: [each for each in taken if isinstance(each, BatchItem)]),
        answers=Later(lambda: [each for each in taken if not isinstance(each, _NO_ANSWER)]),
        from_office=_party(manifest.sender),
        to_office=_party(manifest.recipient),
        status=BatchStatus(manifest.status),
        kind=BatchKind(manifest.kind),
        stream=manifest.stream,
        seq=manifest.seq,
        prev=manifest.prev,
        in_reply_to=manifest.in_reply_to,
        replied=manifest.replied,
        gaps=tuple(manifest.gaps),
        audit_head=manifest.audit_head,
        privacy=Privacy(manifest.personal.masked, tuple(manifest.personal.kept)),
        refused=Later(lambda: [each for each in taken if isinstance(each, RefusedLine)]),
        attachments=attachments,
        digest=hashlib.sha256(raw).hexdigest(),
        manifest=raw.decode(),
        signature=signed.decode(),
    )


def _manifest_of(batch: Batch, listed: list[wire.FileLine]) -> wire.Manifest:
    return wire.Manifest(
        kind=batch.kind.value,
        status=batch.status.value,
        batch_id=batch.id,
        stream=batch.stream,
        seq=batch.seq,
        prev=batch.prev,
        created=batch.created_at,
        sender=_party_line(batch.from_office),
        recipient=_party_line(batch.to_office),
        items=len(batch.items or batch.answers),
        files=listed,
        in_reply_to=batch.in_reply_to,
        replied=batch.replied,
        gaps=list(batch.gaps),
        audit_head=batch.audit_head,
        personal=wire.PrivacyLine(batch.privacy.masked, list(batch.privacy.kept)),
        app=wire.AppLine("infodesk", __version__),
    )


def _party_line(party: Party) -> wire.PartyLine:
    return wire.PartyLine(party.station, party.name, party.key, party.box)


def _party(line: wire.PartyLine) -> Party:
    return Party(line.station, line.name, line.key, line.box)


def _listed(name: str, data: bytes) -> wire.FileLine:
    return wire.FileLine(name, len(data), hashlib.sha256(data).hexdigest())


def _verified(raw: bytes, signed: bytes, known: Signer) -> wire.Manifest:
    """Decode a manifest whose signature is right, by the key that the sender goes by in it."""
    signature = minisign.signature_in(signed)
    if signature is None:
        raise InfodeskError(Code.BATCH_SIGNATURE_WRONG)
    ours = known(signature.key_id)
    if ours is not None and not minisign.verifies(signature, raw, bytes.fromhex(ours)):
        raise InfodeskError(Code.BATCH_SIGNATURE_WRONG)
    manifest = _understood(raw)
    key = manifest.sender.key
    if ours is None and not minisign.verifies(signature, raw, bytes.fromhex(key)):
        raise InfodeskError(Code.BATCH_SIGNATURE_WRONG)
    if ours not in (None, key) or signature.comment != f"infodesk.batch {manifest.batch_id}":
        raise InfodeskError(Code.BATCH_SIGNATURE_WRONG)
    return manifest


def _understood(raw: bytes) -> wire.Manifest:
    """Decode a manifest, having asked first whether this program is new enough for it."""
    try:
        needed = _heading.decode(raw).min_reader
        if needed > wire.VERSION:
            raise InfodeskError(Code.BATCH_TOO_NEW, needed=needed, known=wire.VERSION)
        manifest = _manifest.decode(raw)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise InfodeskError(Code.BATCH_MANIFEST_WRONG) from error
    unknown = set(manifest.critical) - wire.KNOWN_CRITICAL
    if unknown:
        features = "、".join(sorted(unknown))
        raise InfodeskError(Code.BATCH_TOO_NEW, needed=features, known=wire.VERSION)
    sender, recipient, app = manifest.sender, manifest.recipient, manifest.app
    names = (sender.name, recipient.name, manifest.stream, app.name, app.version)
    if not (sender.station and sender.key and all(map(is_clean, names))):
        raise InfodeskError(Code.BATCH_MANIFEST_WRONG)
    return manifest


def _require_listed(
    manifest: wire.Manifest, lines: bytes, parts: list[Part]
) -> tuple[tuple[str, bytes], ...]:
    """Return the attachments, having held every part against the manifest's list."""
    found = [(part.name, unpacked(part, MAX_ATTACHMENT)) for part in parts]
    listed = [_listed(name, data) for name, data in ((ITEMS, lines), *found)]
    if len(listed) != len(manifest.files):
        raise InfodeskError(Code.BATCH_PART_ALTERED, name=_MANIFEST)
    for actual, said in zip(listed, manifest.files, strict=True):
        named = actual.path.removeprefix("attachments/")
        if actual != said or named not in (actual.path, actual.sha256):
            raise InfodeskError(Code.BATCH_PART_ALTERED, name=actual.path)
    return tuple((name.removeprefix("attachments/"), data) for name, data in found)


def _require_counted(data: bytes, manifest: wire.Manifest) -> None:
    # Every line ends with a line feed, so nothing stands after the last one.
    if data and not data.endswith(b"\n"):
        raise InfodeskError(Code.BATCH_PART_ALTERED, name=ITEMS)
    found = data.count(b"\n")
    if found > MAX_LINES:
        raise InfodeskError(Code.BATCH_TOO_LARGE, part=ITEMS)
    if found != manifest.items:
        raise InfodeskError(Code.BATCH_COUNT_WRONG, expected=manifest.items, found=found)


def _lines_in(data: bytes, kind: BatchKind) -> list[BatchItem | Answer | RefusedLine]:
    # A card says all it has to say in its manifest.
    return [] if kind is BatchKind.CARD else list(decoded(data.split(b"\n")[:-1], kind))
