"""What an issue is called: on the screen, and as a file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from infodesk.core.bulletins import Issue, IssueState, Series


def numbered(number: int, total: int) -> str:
    """Return the words for a 期号 and a 总期号; the total is left out where it is 0."""
    if total:
        text = QCoreApplication.translate("IssueNames", "No. {number} (total {total})")
        return text.format(number=number, total=total)
    return QCoreApplication.translate("IssueNames", "No. {number}").format(number=number)


def issue_name(issue: Issue, series: Series, issues: Sequence[Issue], today: date) -> str:
    """Return the number of an issue; an open one has the number it would get if signed in turn.

    ``issues`` is every issue of the series; the year of ``today`` decides whether the numbers
    start again at 1.
    """
    if issue.number:
        return numbered(issue.number, issue.total)
    waiting = sorted(each.id for each in issues if each.state is IssueState.OPEN)
    turn = waiting.index(issue.id) if issue.id in waiting else 0
    first = series.next_number if today.year <= series.number_year else 1
    return numbered(first + turn, series.next_total + turn if series.next_total else 0)


def file_stem(issue: Issue, series: Series) -> str:
    """Return the plain name an issue is exported under, e.g. 示范信息第47期."""
    number = f"第{issue.number}期" if issue.number else "（未定稿）"
    name = f"{series.name}{number}"
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]', "_", name).strip(" .") or "infodesk"
