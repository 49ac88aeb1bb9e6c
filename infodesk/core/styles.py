"""The style sheet of office documents (clauses 5.2.2, 7.3.1, 7.3.3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from infodesk.core.document import Align, Face, Role, Style

_BODY = Style(Face.FANG, 16.0, indent_cells=2)
_TITLE = Style(
    Face.TITLE,
    22.0,
    latin=Face.TITLE,
    tracking_pt=0.0,
    align=Align.CENTRE,
    before_rows=1,
    after_rows=1,
    keep_with_next=True,
    balanced=True,
)
_SIGNED = Style(Face.FANG, 16.0, align=Align.RIGHT, keep_with_next=True, keep_with_previous=True)

OFFICE: Mapping[Role, Style] = MappingProxyType(
    {
        Role.BODY: _BODY,
        Role.TITLE: _TITLE,
        Role.HEADING_1: replace(_BODY, face=Face.HEI, keep_with_next=True),
        Role.HEADING_2: replace(_BODY, face=Face.KAI, keep_with_next=True),
        Role.HEADING_3: replace(_BODY, keep_with_next=True),
        Role.HEADING_4: replace(_BODY, keep_with_next=True),
        Role.UNIT: Style(Face.FANG, 16.0, align=Align.RIGHT, right_cells=1),
        Role.NOTE: Style(Face.KAI, 16.0, indent_cells=2, before_rows=1),
        Role.NOTE_MORE: Style(Face.KAI, 16.0, indent_cells=2),
        Role.CONTENTS_HEAD: Style(
            Face.HEI, 16.0, tracking_pt=8.0, align=Align.CENTRE, keep_with_next=True, before_rows=1
        ),
        Role.CONTENTS: Style(Face.KAI, 16.0, indent_cells=0, left_cells=2),
        Role.RECIPIENTS: replace(_BODY, indent_cells=0),
        Role.ATTACHED: replace(_BODY, indent_cells=0, left_cells=2, before_rows=1),
        Role.ATTACHED_MORE: replace(_BODY, indent_cells=0, left_cells=5),
        Role.SIGNATURE: replace(_SIGNED, before_rows=1),
        Role.DATE: replace(_SIGNED, keep_with_next=False, keep_with_previous=False),
        Role.SEALED_SIGNATURE: replace(_SIGNED, before_rows=2),
        Role.SEALED_DATE: replace(_SIGNED, keep_with_next=False, keep_with_previous=False),
        Role.ANNOTATION: replace(_BODY, keep_with_previous=True),
        Role.ATTENDANCE: replace(_BODY, indent_cells=0, left_cells=2, before_rows=1),
        Role.ATTENDANCE_MORE: replace(_BODY, indent_cells=0, left_cells=2),
        Role.ATTACHMENT: Style(
            Face.HEI, 16.0, align=Align.LEFT, new_page=True, keep_with_next=True
        ),
        Role.ATTACHMENT_TITLE: replace(_TITLE, before_rows=1, after_rows=1),
        Role.CAPTION: Style(
            Face.HEI, 14.0, tracking_pt=0.0, align=Align.CENTRE, keep_with_next=True
        ),
        Role.IMAGE: Style(Face.HEI, 14.0, tracking_pt=0.0, align=Align.CENTRE),
        Role.TABLE: Style(Face.FANG, 12.0, tracking_pt=0.0, align=Align.CENTRE),
    }
)
"""Styles of a bulletin and of any official text."""

CROWDED: Mapping[Role, Style] = MappingProxyType(
    {
        **OFFICE,
        Role.CONTENTS_HEAD: replace(OFFICE[Role.CONTENTS_HEAD], before_rows=0),
        Role.CONTENTS: Style(Face.KAI, 14.0, tracking_pt=0.0, left_cells=2, pitch_rows=0.75),
    }
)
"""The same, for an issue whose list of contents would fill page 1."""


def fitted(
    text: str, size: float, tracking: float, width: float, apart: int = 0
) -> tuple[float, float]:
    """Return the size and tracking at which a text fills no more than a line; all in points.

    The tracking gives way first, down to a fiftieth of the size, then the size itself.

    Args:
        text: counted as if every character were a hanzi.
        size: wished for.
        tracking: wished for.
        width: of the line.
        apart: cells that stay empty.
    """
    count = max(len(text) + apart, 1)
    if count * (size + tracking) <= width:
        return size, tracking
    closer = (width - count * size) / count
    if closer >= size / 50:
        return size, int(closer * 20) / 20
    reduced = max(int(width / (count * 1.02) * 2) / 2, 0.5)
    return reduced, int(reduced / 50 * 20) / 20
