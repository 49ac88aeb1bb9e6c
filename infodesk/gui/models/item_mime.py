"""Items under the mouse: what a drag carries from the approved list into an issue."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData

ITEMS_MIME = "application/x-infodesk-items"


def carry(item_ids: Sequence[str]) -> QMimeData:
    """Return mime data that carries items by their UUID."""
    data = QMimeData()
    data.setData(ITEMS_MIME, QByteArray(json.dumps(list(item_ids)).encode()))
    return data


def carried(data: QMimeData) -> tuple[str, ...]:
    """Return the items that mime data carries; none where it is not ours."""
    if not data.hasFormat(ITEMS_MIME):
        return ()
    return tuple(json.loads(bytes(data.data(ITEMS_MIME).data()).decode()))
