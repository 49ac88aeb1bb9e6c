"""Altered batch files: none may be read as anything else, none may be a surprise.

``python -m tests.exchange.alterations [--files N] [--seed S]`` makes at least 40,000 of them and
prints what came of each kind; a part of them runs with the tests.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import random
import sys
import time
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from infodesk.core.batches import Batch
from infodesk.core.errors import InfodeskError
from infodesk.exchange import container, minisign, zip_shell
from infodesk.exchange.keys import make_keys
from infodesk.exchange.zip_shell import STORED, Part, packed, parts_in, shell
from tests.exchange.conftest import KEYS, batch_of, made, text

SMALL = batch_of(text("西关镇山体滑坡", "2人受伤。"), text("城区停水", "已恢复供水。"))
WHOLE = made(SMALL)
EVIL_NAMES = (
    *("../evil", "..\\evil", "/etc/evil", "C:\\evil", "a/../../evil", "\\\\host\\evil", "evil\0"),
    *("", ".", "attachments/", "attachments/0", "attachments/" + "G" * 64, "attachments/../x"),
    *("ITEMS.JSONL", "items.jsonl ", "manifest.json.sm2sig", "é", "x" * 60_000, "CON", "a\nb"),
)


@dataclass
class Outcome:
    """How many files were made, what they were refused with, and what went wrong."""

    files: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    unchanged: int = 0
    faults: list[str] = field(default_factory=list)

    def look(self, kind: str, data: bytes, read: Callable[[bytes], Batch]) -> None:
        """Read an altered file: it is refused with a reason, or says exactly what it said."""
        self.files += 1
        try:
            found = read(data)
        except InfodeskError as error:
            if not error.code.text.startswith("batch-"):
                self.faults.append(f"{kind}: refused as {error.code.text}")
            self.refused[error.code.text] += 1
        except Exception as error:  # noqa: BLE001 -- whatever it is, it is a surprise
            self.faults.append(f"{kind}: {type(error).__name__}: {error}")
        else:
            if plain(found) == SMALL:
                self.unchanged += 1
            else:
                self.faults.append(f"{kind}: read as another content")


def plain(batch: Batch) -> Batch:
    """Return a batch without what reading adds to it."""
    return replace(batch, digest="", manifest="", signature="")


def flipped(chance: random.Random | None = None) -> Iterator[bytes]:
    """Yield the file with one bit of it flipped: every bit, or one of each byte."""
    for place in range(len(WHOLE)):
        for bit in range(8) if chance is None else (chance.randrange(8),):
            yield WHOLE[:place] + bytes([WHOLE[place] ^ 1 << bit]) + WHOLE[place + 1 :]


def truncated() -> Iterator[bytes]:
    """Yield every beginning and every end of the file."""
    for length in range(len(WHOLE)):
        yield WHOLE[:length]
        yield WHOLE[length + 1 :]


def disturbed(chance: random.Random, count: int) -> Iterator[bytes]:
    """Yield files with a stretch overwritten, put in, left out, moved or doubled."""
    for _ in range(count):
        data = bytearray(WHOLE)
        place, length = chance.randrange(len(data)), chance.randrange(1, 60)
        other = chance.randrange(len(data))
        noise = chance.choice(
            (chance.randbytes(length), bytes(length), bytes(data[other:][:length]))
        )
        take = chance.choice((0, length, length, chance.randrange(0, 8)))
        data[place : place + take] = noise if chance.random() < 0.8 else b""
        yield bytes(data)


def rebuilt(chance: random.Random, count: int) -> Iterator[bytes]:
    """Yield ZIPs made of the right parts and wrong ones, by our own shell and by Python's."""
    parts = parts_in(WHOLE, container.NAMES, container.ATTACHMENT)
    contents = [(part.name, zip_shell.unpacked(part, 1 << 20)) for part in parts]
    for _ in range(count):
        chosen = list(parts)
        for _ in range(chance.randrange(1, 4)):
            chance.choice(_SPOIL)(chosen, chance)
        try:
            yield shell(chosen)
        except Exception:  # noqa: BLE001 -- a name no ZIP can hold is no file
            continue
        yield _rezipped(contents, chance)


def _rezipped(contents: list[tuple[str, bytes]], chance: random.Random) -> bytes:
    stream = io.BytesIO()
    entries = contents + [contents[chance.randrange(len(contents))]] * chance.randrange(2)
    if chance.random() < 0.5:
        chance.shuffle(entries)
    method = chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_BZIP2))
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", method) as opened:
        warnings.simplefilter("ignore")
        for name, data in entries:
            info = zipfile.ZipInfo(chance.choice((name, name, name, "../" + name)))
            info.compress_type = method
            if chance.random() < 0.2:
                info.external_attr = 0o120777 << 16
            opened.writestr(info, data)
        opened.comment = chance.choice((b"", b"x"))
    return stream.getvalue()


def _add(parts: list[Part], chance: random.Random) -> None:
    name = chance.choice(EVIL_NAMES)
    parts.insert(chance.randrange(len(parts) + 1), packed(name, chance.randbytes(20)))


def _drop(parts: list[Part], chance: random.Random) -> None:
    if parts:
        parts.pop(chance.randrange(len(parts)))


def _double(parts: list[Part], chance: random.Random) -> None:
    if parts:
        parts.insert(chance.randrange(len(parts) + 1), chance.choice(parts))


def _swap(parts: list[Part], chance: random.Random) -> None:
    if len(parts) > 1:
        first, second = chance.sample(range(len(parts)), 2)
        parts[first], parts[second] = parts[second], parts[first]


def _lie(parts: list[Part], chance: random.Random) -> None:
    if parts:
        place = chance.randrange(len(parts))
        lie = {"size": chance.choice((0, 10, 1 << 31)), "crc": chance.getrandbits(32)}
        key = chance.choice(("size", "crc"))
        parts[place] = replace(parts[place], **{key: lie[key]})


def _bomb(parts: list[Part], chance: random.Random) -> None:
    name = chance.choice(container.NAMES)
    for place, part in enumerate(parts):
        if part.name == name:
            parts[place] = replace(_BOMB, name=name)


def _foreign(parts: list[Part], chance: random.Random) -> None:
    """Put a part of another whole batch, or another signature, in the place of ours."""
    for place, part in enumerate(parts):
        if part.name == container.NAMES[2] and chance.random() < 0.5:
            parts[place] = packed(part.name, chance.choice(_SIGNATURES), method=STORED)
            return
        if part.name in container.NAMES[1:] and chance.random() < 0.4:
            parts[place] = next(each for each in _OTHER if each.name == part.name)
            return
    _drop(parts, chance)


def _forge(parts: list[Part], chance: random.Random) -> None:
    """Change an item, put every checksum right, and sign as well as a stranger can."""
    lines = zip_shell.unpacked(_PARTS[3], 1 << 20).replace("西关".encode(), "东关".encode())
    manifest = json.loads(_MANIFEST)
    manifest["files"][0] |= {"bytes": len(lines), "sha256": hashlib.sha256(lines).hexdigest()}
    raw = json.dumps(manifest).encode()
    comment = f"infodesk.batch {SMALL.id}"
    signature = minisign.sign(raw, bytes.fromhex(_STRANGER.sign), comment)
    if chance.random() < 0.5:
        signature = zip_shell.unpacked(_PARTS[2], 1 << 20)
    stored = zip(container.NAMES[:3], (container.MIMETYPE, raw, signature), strict=True)
    parts[:] = [packed(name, data, method=STORED) for name, data in stored]
    parts.append(packed(container.NAMES[3], lines))


_SPOIL = (_forge, _add, _drop, _double, _swap, _lie, _bomb, _foreign)
_BOMB = packed("items.jsonl", bytes(zip_shell.RATIO_FREE + 1))
_STRANGER = make_keys()
_OTHER = parts_in(made(batch_of(text("另一批", "另一条。"))), container.NAMES, container.ATTACHMENT)
_PARTS = parts_in(WHOLE, container.NAMES)
_MANIFEST = zip_shell.unpacked(_PARTS[1], 1 << 20)
_SIGNATURES = (
    b"",
    b"x" * 2000,
    minisign.sign(_MANIFEST, bytes.fromhex(_STRANGER.sign), f"infodesk.batch {SMALL.id}"),
    minisign.sign(_MANIFEST, bytes.fromhex(KEYS.sign), "infodesk.batch another"),
    minisign.sign(_MANIFEST + b" ", bytes.fromhex(KEYS.sign), f"infodesk.batch {SMALL.id}"),
)


def run(
    *, seed: int, disturb: int, rebuild: int, every_bit: bool, read: Callable[[bytes], Batch]
) -> Outcome:
    """Make and read the files; the same seed makes the same ones."""
    chance = random.Random(seed)
    outcome = Outcome()
    kinds = {
        "flipped": flipped(None if every_bit else chance),
        "truncated": truncated(),
        "disturbed": disturbed(chance, disturb),
        "rebuilt": rebuilt(chance, rebuild),
    }
    for kind, files in kinds.items():
        for data in files:
            if data != WHOLE:
                outcome.look(kind, data, read)
    return outcome


def main() -> int:
    """Run the long form; print what came of it and the seed."""
    parser = argparse.ArgumentParser(prog="python -m tests.exchange.alterations")
    parser.add_argument("--files", type=int, default=40_000)
    parser.add_argument("--seed", type=int, default=20261122)
    asked = parser.parse_args()
    began = time.perf_counter()
    sure = len(WHOLE) * 10
    rest = max(asked.files - sure, 0)
    outcome = run(
        seed=asked.seed,
        disturb=rest // 2,
        rebuild=rest // 2,
        every_bit=True,
        read=container.read,
    )
    for code, count in outcome.refused.most_common():
        print(f"{count:8} refused: {code}")
    print(f"{outcome.unchanged:8} read as what they were: only bits that mean nothing changed")
    for fault in outcome.faults[:20]:
        print(fault)
    print(
        f"{outcome.files} altered files, {len(outcome.faults)} faults, seed {asked.seed}, "
        f"{time.perf_counter() - began:.1f} s"
    )
    return 1 if outcome.faults else 0


if __name__ == "__main__":
    sys.exit(main())
