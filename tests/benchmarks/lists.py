"""The list of a very long journal: its first rows, its memory, painting, jumping, counting."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from infodesk.core.items import ItemFilter, ItemSort, ItemState
from infodesk.workspace import Workspace
from tests.benchmarks import window
from tests.benchmarks.corpus import SEED, journal_of
from tests.benchmarks.measure import Bar, alternated, report

SHORT = 60
MEMORY_MB = 30
SHOWN = Bar("rows of a long list shown", "rows of a list of 60 shown", 1.1)
PAINTED = Bar("repaint", "repaint of a model in C++", 1.35)
PAINTS = 20
STARTS = 3
"""Starts of the program to one round of painting."""

JUMPS = 60


def run(folder: Path, rounds: int, count: int) -> bool:
    """Measure, print, and return whether the bars are kept."""
    long, short = folder / "long.infodesk", folder / "short.infodesk"
    # A list reads no text.
    journal_of(long, count, texts=False)
    journal_of(short, SHORT, texts=False)
    _let_be_indexed(long)
    kept = _opened(long, short, rounds, folder / "compiled")
    with Workspace(long) as workspace:
        _asked(workspace, count)
        return _painted(workspace, rounds) and kept


def _let_be_indexed(path: Path) -> None:
    """Leave nothing pending, as a journal of that size is: only the list is measured here."""
    with Workspace(path) as workspace:
        workspace.search.index._journal.change("DELETE FROM search_pending")


def _opened(long: Path, short: Path, rounds: int, compiled: Path) -> bool:
    def shown(path: Path, name: str) -> Mapping[str, float]:
        measured = window.started(window.REAL, compiled, str(path))
        return {
            name: measured["rows shown"],
            f"memory of {name}": measured.get("resident memory", 0),
        }

    shown(short, SHOWN.against)
    # A start takes a second, and other work on the machine lengthens it most.
    least = alternated(
        {
            "long": partial(shown, long, SHOWN.measure),
            "short": partial(shown, short, SHOWN.against),
        },
        rounds * STARTS,
    )
    kept = report(least, [SHOWN])
    more = least[f"memory of {SHOWN.measure}"] - least[f"memory of {SHOWN.against}"]
    print(f"{'memory of a long list':28} {more:9.1f} MB more (at most {MEMORY_MB})")
    return kept and more <= MEMORY_MB


def _asked(workspace: Workspace, count: int) -> None:
    """Print how long the journal takes for what lists ask."""
    desk = workspace.items
    unit = desk.units()[0]
    since = workspace.clock.now().date().replace(year=2025, month=11, day=1)
    draft = frozenset({ItemState.DRAFT})
    filters = {
        "all": ItemFilter(),
        "drafts": ItemFilter(states=draft),
        "held": ItemFilter(states=frozenset({ItemState.HELD})),
        "unit": ItemFilter(unit=unit),
        "unit and state": ItemFilter(unit=unit, states=draft),
        "period": ItemFilter(since=since),
        "last changed": ItemFilter(sort=ItemSort.CHANGED),
        "last changed, drafts": ItemFilter(sort=ItemSort.CHANGED, states=draft),
        "by unit": ItemFilter(sort=ItemSort.UNIT),
        "unused": ItemFilter(unused=True),
    }
    for name, narrowed in filters.items():
        rows = desk.count(narrowed)
        counted = min(_timed(partial(desk.count, narrowed)) for _ in range(3))
        places = {"start": 0, "middle": rows // 2, "three quarters": rows * 3 // 4}
        read = {
            place: min(_timed(partial(desk.rows, narrowed, offset=at)) for _ in range(3))
            for place, at in places.items()
        }
        times = ", ".join(f"{place} {took * 1000:.1f}" for place, took in read.items())
        print(f"{name:28} {rows:9,} rows  counted in {counted * 1000:6.2f} ms  read at {times} ms")


def _painted(workspace: Workspace, rounds: int) -> bool:
    """Compare painting our rows with painting the same rows held by Qt's own model."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QStandardItem, QStandardItemModel

    from infodesk.gui import app
    from infodesk.gui.models.item_list import ROW_ROLE, ItemListModel
    from infodesk.gui.preferences import Preferences
    from infodesk.gui.widgets.item_delegate import ItemDelegate
    from infodesk.gui.widgets.rows_view import RowsView

    application = app.application()
    app.dress(application, Preferences(language="zh"))
    ours = ItemListModel(workspace.items)
    ours.narrow(ItemFilter())
    theirs = QStandardItemModel()
    for place in range(200):
        row = ours.row(place)
        assert row is not None
        item = QStandardItem(row.title)
        item.setData(row, ROW_ROLE)
        theirs.appendRow(item)

    def view_of(model: ItemListModel | QStandardItemModel) -> RowsView:
        view = RowsView()
        view.setModel(model)
        delegate = ItemDelegate(workspace.profiles, workspace.clock, language="zh", parent=view)
        view.setItemDelegate(delegate)
        view.fit_rows()
        view.resize(400, 700)
        view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        view.show()
        application.processEvents()
        return view

    views = {PAINTED.measure: view_of(ours), PAINTED.against: view_of(theirs)}

    def paint(name: str) -> Mapping[str, float]:
        began = time.process_time()
        for _ in range(PAINTS):
            views[name].viewport().repaint()
        return {name: (time.process_time() - began) / PAINTS}

    kept = report(alternated({name: partial(paint, name) for name in views}, rounds), [PAINTED])
    # As the window does a moment after it shows a long list.
    looked_up = _timed(lambda: ours.know(workspace.search.listing.serials(ItemFilter())))
    print(f"{'numbers of all rows':28} {looked_up * 1000:9.1f} ms, beside the window")
    chance = random.Random(SEED)
    view = views[PAINTED.measure]
    took = []
    for _ in range(JUMPS):
        index = ours.index(chance.randrange(ours.rowCount()))
        took.append(_timed(lambda index=index: (view.scrollTo(index), view.viewport().repaint())))
    took.sort()
    print(
        f"{'random jump':28} {took[len(took) // 2] * 1000:9.1f} ms, {took[-1] * 1000:.1f} at most"
    )
    return kept


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
