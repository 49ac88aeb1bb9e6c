"""Province scale: the national table over synthetic months of 2,850 stations, by DuckDB.

Nothing is promised of the seconds: they are printed with the number of rows. The files are laid as
``infodesk statistics export`` lays them, but with all stations of a month in one file, as the help
page says to merge them.
"""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

from infodesk import paths

STATIONS = 2_850
A_DAY = 3
KINDS = ("dynamic", "urgent", "problem", "experience", "suggestion", "research")

MONTH = """COPY (
    SELECT 'station' || lpad(s::VARCHAR, 5, '0') AS station,
        md5(s || '/' || d || '/' || n) AS id,
        'unit' || (hash(s, d, n) % 40) AS unit,
        list_value({kinds})[1 + (hash(n, d, s) % {count})::INT] AS kind,
        'approved' AS state, DATE '{first}' + d::INT AS day,
        (DATE '{first}' + d::INT)::TIMESTAMPTZ AS created_at,
        NULL::TIMESTAMPTZ AS issued_at, NULL::TIMESTAMPTZ AS sent_at,
        hash(s, d, n) % 5 = 0 AS issued, hash(s, d, n) % 2 = 0 AS sent,
        (100 + hash(d, n, s) % 2900)::INT AS characters, 0 AS open_musts,
        map(['situation', 'measures', 'progress'], ['full', 'weak', 'missing']) AS sections
    FROM range({stations}) stations(s), range({days}) days(d), range({a_day}) numbers(n)
    ORDER BY station, day
) TO '{path}' (FORMAT parquet, COMPRESSION zstd)"""


def run(folder: Path, months: int) -> bool:
    """Write so many months, run the queries of the help page, print rows and seconds."""
    import duckdb

    base = folder / "统计"
    kinds = ", ".join(f"'{kind}'" for kind in KINDS)
    began = time.perf_counter()
    for number in range(months):
        year, month = 2017 + number // 12, number % 12 + 1
        part = base / "items" / f"month={year}-{month:02}"
        part.mkdir(parents=True)
        duckdb.sql(
            MONTH.format(
                kinds=kinds,
                count=len(KINDS),
                first=f"{year}-{month:02}-01",
                stations=STATIONS,
                days=28,
                a_day=A_DAY,
                path=part / "all.parquet",
            )
        )
    size = sum(path.stat().st_size for path in base.rglob("*.parquet")) >> 20
    rows = months * 28 * A_DAY * STATIONS
    print(
        f"{rows:,} items: {STATIONS:,} stations x {A_DAY} a day x {months * 28} days, {size} MB,"
        f" written in {time.perf_counter() - began:.1f} s"
    )
    page = (paths.resources() / "help" / "scale.md").read_text(encoding="utf-8")
    queries = re.findall(r"```sql\n(.*?)```", page, re.DOTALL)[:3]
    before = Path.cwd()
    os.chdir(folder)
    try:
        counted = 0
        for name, query in zip(("national table", "ranking", "one month"), queries, strict=True):
            least = float("inf")
            for _ in range(3):
                began = time.perf_counter()
                found = duckdb.sql(query.replace("2026-10", "2017-01")).fetchall()
                least = min(least, time.perf_counter() - began)
            counted = counted or sum(row[2] for row in found)
            print(f"{name:28} {least:8.2f} s  {len(found)} lines")
    finally:
        os.chdir(before)
    return counted == rows
