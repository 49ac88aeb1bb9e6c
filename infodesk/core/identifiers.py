"""Identifiers for whatever crosses an office border: UUID version 7 (RFC 9562, 5.7)."""

from __future__ import annotations

import secrets
from datetime import datetime
from uuid import UUID


def uuid7(moment: datetime) -> str:
    """Return a new UUIDv7 as text; its first 48 bits are the moment in milliseconds."""
    milliseconds = int(moment.timestamp() * 1000) & (1 << 48) - 1
    value = milliseconds << 80 | 0x7 << 76 | secrets.randbits(12) << 64
    value |= 0b10 << 62 | secrets.randbits(62)
    return str(UUID(int=value))
