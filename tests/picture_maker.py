"""PNG pictures made by hand, so that a test can make wrong ones too."""

from __future__ import annotations

import struct
import zlib

SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}


def chunk(tag: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">L", len(content))
        + tag
        + content
        + struct.pack(">L", zlib.crc32(tag + content))
    )


def png(
    width: int, height: int, *, colour: int = 2, depth: int = 8, pixels: bytes | None = None
) -> bytes:
    """Return a picture; without pixels it is a grey ramp."""
    row = (width * depth * SAMPLES[colour] + 7) // 8
    if pixels is None:
        pixels = b"".join(b"\0" + bytes((x + y) % 251 for x in range(row)) for y in range(height))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">2L5B", width, height, depth, colour, 0, 0, 0))
        + (chunk(b"PLTE", bytes(range(256)) * 3) if colour == 3 else b"")
        + chunk(b"IDAT", zlib.compress(pixels))
        + chunk(b"IEND", b"")
    )
