"""What the lists of the exchange show; batches and answers are read when they are seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QObject

from infodesk import messages
from infodesk.core.answers import Standing
from infodesk.core.batches import BatchRecord, Direction
from infodesk.core.stations import Station, Waiting
from infodesk.gui.answering import Answering, AnswerRow
from infodesk.gui.context import PageContext
from infodesk.gui.messages import term
from infodesk.gui.models.lines import Line, Name

Row = BatchRecord | Waiting | Station | AnswerRow

Lines = tuple[Sequence[Name], Callable[[Sequence[Name]], Sequence[Line]]]
"""What ``LinesModel.show`` takes."""

_TONES = {
    Standing.EXPORTED: "muted",
    Standing.DELIVERED: "done",
    Standing.ADOPTED: "done",
    Standing.RETURNED: "should",
}


class ExchangeLines(QObject):
    """Puts the rows of the exchange into words."""

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = context.workspace
        self._language = context.language

    def batches(self, direction: Direction) -> Lines:
        """Return the batches of a direction; how far one came is asked when it is seen."""
        return self._workspace.exchange.numbers(direction), partial(self._batches, direction)

    def answers(self, answering: Answering) -> Lines:
        """Return every answer, read when it is seen."""

        def read(ids: Sequence[Name]) -> Sequence[Line]:
            return [self._line(row) for row in answering.rows(cast("Sequence[str]", ids))]

        return answering.ids(), read

    def listed(self, rows: Sequence[Waiting | Station]) -> Lines:
        """Return rows that are at hand."""
        by_name = {name_of(row): row for row in rows}
        return tuple(by_name), lambda names: [self._line(by_name[str(name)]) for name in names]

    def _batches(self, direction: Direction, numbers: Sequence[Name]) -> Sequence[Line]:
        records = self._workspace.exchange.numbered(cast("Sequence[int]", numbers))
        if direction is Direction.RECEIVED:
            word = term("standing-received", self._language)
            return [self._batch(record, record.sender.label, word, "muted") for record in records]
        reached = self._workspace.answers.standings([record.id for record in records])
        return [
            self._batch(
                record,
                record.recipient.label,
                term(f"standing-{reached[record.id].value}", self._language),
                _TONES[reached[record.id]],
            )
            for record in records
        ]

    def _batch(self, record: BatchRecord, other: str, state: str, tone: str) -> Line:
        kind = term(f"batch-{record.kind.value}", self._language)
        number = self.tr("No. {number}").format(number=record.seq) if record.seq else ""
        head = " · ".join(word for word in (other or "—", kind, number) if word)
        return Line(record, head, f"{record.at:%Y-%m-%d %H:%M}", state, tone)

    def _line(self, row: Waiting | Station | AnswerRow) -> Line:
        if isinstance(row, Station):
            state = term(f"key-{row.ending.value if row.ending else 'holds'}", self._language)
            superior = term("superior", self._language) if row.superior else ""
            return Line(row, row.party.label, state, superior, "primary")
        if isinstance(row, AnswerRow):
            kind = term(f"batch-{row.kind.value}", self._language)
            ourselves = messages.say("exchange", "ourselves", self._language)
            return Line(row, row.told.title, f"{kind} · {row.station or ourselves}")
        kind = term(f"batch-{row.kind}", self._language)
        return Line(row, f"{row.sender.label} · {kind}", f"{row.at:%Y-%m-%d %H:%M}")


def name_of(row: Waiting | Station) -> str:
    """Return what names a row in its list."""
    if isinstance(row, Station):
        return station_name(row.party.station, row.number)
    return row.digest


def station_name(code: str, number: int) -> str:
    """Return what names a station's key in its list."""
    return f"{code}-{number}"
