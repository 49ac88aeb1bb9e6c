"""Identifiers for whatever crosses an office border: UUID version 7 (RFC 9562, 5.7)."""

from __future__ import annotations

import os
from datetime import datetime


def uuid7(moment: datetime) -> str:
    """Return a new UUIDv7 as text; its first 48 bits are the moment in milliseconds."""
    milliseconds = int(moment.timestamp() * 1000) & (1 << 48) - 1
    chance = int.from_bytes(os.urandom(10), "big")
    value = milliseconds << 80 | 0x7 << 76 | (chance >> 62 & 0xFFF) << 64
    value |= 0b10 << 62 | chance & (1 << 62) - 1
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
