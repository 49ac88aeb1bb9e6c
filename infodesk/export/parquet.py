"""Rows as Parquet, for statistics over many offices; needs the extra ``[scale]`` (pyarrow)."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from infodesk.core.errors import Code, InfodeskError


def parquet_of(table: str, rows: Sequence[dict[str, Any]], station: str) -> bytes:
    """Return rows of ``items``, ``issues`` or ``batches`` as one Parquet file.

    The same rows give the same bytes with the same pyarrow.

    Args:
        table: which schema.
        rows: one mapping a row, in the order they are written.
        station: code of the journal they are from, put before each row.

    Raises:
        InfodeskError: STATISTICS_EXTRA_MISSING.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise InfodeskError(Code.STATISTICS_EXTRA_MISSING) from error
    schema = _schema(pyarrow, table)
    made = pyarrow.Table.from_pylist([{"station": station, **row} for row in rows], schema=schema)
    stream = BytesIO()
    parquet.write_table(made, stream, compression="zstd", use_dictionary=True)
    return stream.getvalue()


def _schema(pyarrow: Any, table: str) -> Any:
    text, count, day = pyarrow.string(), pyarrow.int32(), pyarrow.date32()
    moment, flag = pyarrow.timestamp("ms", tz="UTC"), pyarrow.bool_()
    columns = {
        "items": {
            "id": text,
            "unit": text,
            "kind": text,
            "state": text,
            "day": day,
            "created_at": moment,
            "issued_at": moment,
            "sent_at": moment,
            "issued": flag,
            "sent": flag,
            "characters": count,
            "open_musts": count,
            "sections": pyarrow.map_(text, text),
        },
        "issues": {
            "series": text,
            "series_name": text,
            "year": count,
            "number": count,
            "total": count,
            "signed_on": day,
            "state": text,
            "items": count,
        },
        "batches": {
            "id": text,
            "from_station": text,
            "from_name": text,
            "status": text,
            "created_at": moment,
            "received_at": moment,
            "day": day,
            "items": count,
            "new": count,
            "same": count,
            "changed": count,
            "conflicting": count,
            "refused": count,
        },
    }
    return pyarrow.schema([("station", text), *columns[table].items()])
