"""Figures of an office for statistics over many."""

from __future__ import annotations

from pathlib import Path

import click

from infodesk.cli.language import TranslatedGroup
from infodesk.cli.options import journal_option, open_workspace, tell
from infodesk.core.months import Month


class MonthType(click.ParamType[Month]):
    """A month, written 2026-11."""

    name = "month"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> Month:
        """Return the month a word names."""
        try:
            month = Month.parse(value)
        except ValueError:
            self.fail(value, param, ctx)
        return month if str(month) == value else self.fail(value, param, ctx)


@click.group(cls=TranslatedGroup, name="statistics")
def statistics() -> None:
    """Stand for the commands on figures."""


@statistics.command(name="export")
@click.option("--parquet", "folder", required=True, type=click.Path(path_type=Path), metavar="DIR")
@click.option("--from", "first", type=MonthType(), metavar="MONTH")
@click.option("--to", "last", type=MonthType(), metavar="MONTH")
@click.option("--again", is_flag=True)
@journal_option
def export_statistics(
    *,
    folder: Path,
    first: Month | None,
    last: Month | None,
    again: bool,
    journal: Path,
    lang: str,
) -> None:
    """Write closed months as Parquet; print the files written."""
    from infodesk import monthly_figures

    count = 0
    with open_workspace(journal) as workspace:
        for path in monthly_figures.export(workspace, folder, first=first, last=last, again=again):
            click.echo(path)
            count += 1
    tell("statistics-exported", lang, count=count)
