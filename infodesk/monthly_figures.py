"""Closed months of a journal as Parquet files, to be put together with those of other offices."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from infodesk import files
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.months import Month, months

if TYPE_CHECKING:
    from infodesk.workspace import Workspace


def export(
    workspace: Workspace,
    folder: Path,
    *,
    first: Month | None = None,
    last: Month | None = None,
    again: bool = False,
) -> Iterator[Path]:
    """Write one file per table and closed month; yield the files written.

    ``folder/items/month=2026-10/STATION.parquet``: folders of many offices can be laid over each
    other. A file that is there is left as it is, for others may have counted with it.

    Args:
        workspace: the journal.
        folder: where they go; made where it is missing.
        first: the first month anything is from, where none is given.
        last: the last closed month, where none is given.
        again: write files anew that are there.

    Raises:
        InfodeskError: STATISTICS_MONTH_OPEN, STATISTICS_EXTRA_MISSING, OUTPUT_…, JOURNAL_….
    """
    from infodesk.export.parquet import parquet_of
    from infodesk.storage.statistics_rows import TABLES

    closed = Month.of(workspace.clock.now().date()).before()
    if last is not None and last > closed:
        raise InfodeskError(Code.STATISTICS_MONTH_OPEN, month=last, closed=closed)
    began = workspace.figures.first_month()
    if first is None and began is None:
        return
    station = workspace.batches.station()
    for month in months(first or Month.parse(began or ""), last or closed):
        for table in TABLES:
            path = folder / table / f"month={month}" / f"{station}.parquet"
            if path.exists() and not again:
                continue
            rows = workspace.figures.rows(table, str(month))
            data = parquet_of(table, rows, station)
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise files.explained_output(error, path.parent) from error
            files.save_output(path, data)
            yield path
