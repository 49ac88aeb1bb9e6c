"""Whether a font's map of characters is one: a damaged one can claim more than any font holds.

Readers follow such a map range by range, and a few wrong bytes make that thousands of millions of
characters; so it is looked at before it is handed to one.
"""

from __future__ import annotations

import struct

_MOST_CHARACTERS = 0x110000
_MOST_BASIC = 0x20000
"""Of the first plane: its 65,536, and room for segments that overlap."""


def is_bounded(table: bytes) -> bool:
    """Say whether no map of a ``cmap`` table claims more characters than there are.

    Raises:
        struct.error: the table ends within a map.
    """
    (count,) = struct.unpack_from(">H", table, 2)
    places = (struct.unpack_from(">L", table, 8 + 8 * number)[0] for number in range(count))
    return all(_claims(table, place) for place in dict.fromkeys(places))


def _claims(table: bytes, place: int) -> bool:
    (form,) = struct.unpack_from(">H", table, place)
    if form == 4:
        (twice,) = struct.unpack_from(">H", table, place + 6)
        half = twice // 2
        ends: tuple[int, ...] = struct.unpack_from(f">{half}H", table, place + 14)
        starts: tuple[int, ...] = struct.unpack_from(f">{half}H", table, place + 16 + 2 * half)
        claimed = sum(max(0, end - start + 1) for start, end in zip(starts, ends, strict=True))
        return claimed <= _MOST_BASIC
    if form == 10:
        (claimed,) = struct.unpack_from(">L", table, place + 16)
        return bool(claimed <= _MOST_CHARACTERS)
    if form in (8, 12, 13):
        first = place + (12 if form != 8 else 8204)
        (groups,) = struct.unpack_from(">L", table, first)
        if groups > _MOST_CHARACTERS:
            return False
        values: tuple[int, ...] = struct.unpack_from(f">{3 * groups}L", table, first + 4)
        pairs = zip(values[::3], values[1::3], strict=True)
        return sum(max(0, end - start + 1) for start, end in pairs) <= _MOST_CHARACTERS
    return True
