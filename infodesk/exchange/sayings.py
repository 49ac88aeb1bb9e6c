"""All that a batch file says, string by string, whether or not its lines can be taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from infodesk.core.stations import OwnKeys
from infodesk.exchange import container, envelope
from infodesk.exchange.zip_shell import parts_in, unpacked


def strings_in(data: bytes, keys: Sequence[OwnKeys]) -> list[str]:
    """Return every string in the lines of a file; a line that is no JSON is one string.

    Raises:
        InfodeskError: ENVELOPE_… where none of the keys opens it, BATCH_… where it is no batch.
    """
    whole = envelope.opened(data, keys) if envelope.is_sealed(data) else data
    parts = parts_in(whole, container.NAMES, container.ATTACHMENT)
    lines = unpacked(parts[container.NAMES.index(container.ITEMS)], container.MAX_ITEMS)
    return [text for line in lines.split(b"\n") for text in _strings_of(line)]


def _strings_of(line: bytes) -> list[str]:
    try:
        return list(_within(msgspec.json.decode(line)))
    except (msgspec.MsgspecError, RecursionError):
        return [line.decode(errors="replace")]


def _within(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _within(each)
    elif isinstance(value, list):
        for each in value:
            yield from _within(each)
