"""The list of items: rows read as they are looked at."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from infodesk.core.items import Item, ItemFilter, ItemRow, ItemState
from infodesk.gui.models.item_list import ROW_ROLE, STRETCH, ItemListModel
from infodesk.gui.models.stretches import KEPT
from infodesk.gui.widgets.rows_view import RowsView

pytestmark = pytest.mark.gui


class CountingDesk:
    """A desk of many rows that counts how many it was asked for."""

    def __init__(self, count: int) -> None:
        self.titles = {place: f"条目{place}" for place in range(count)}
        self.read = 0

    def count(self, narrowed: ItemFilter) -> int:
        return 0 if narrowed.text == "无" else len(self.titles)

    def rows(self, narrowed: ItemFilter, *, offset: int = 0, limit: int = 200) -> list[ItemRow]:
        places = range(offset, min(offset + limit, self.count(narrowed)))
        self.read += len(places)
        return [self._row(place) for place in places]

    def rows_of(self, serials: Sequence[int]) -> list[ItemRow]:
        self.read += len(serials)
        return [self._row(serial) for serial in serials]

    def place(self, narrowed: ItemFilter, item: str) -> int:
        return int(item) if int(item) < self.count(narrowed) else -1

    def get(self, item: str) -> Item:
        raise LookupError(item)

    def _row(self, place: int) -> ItemRow:
        return ItemRow(
            id=str(place),
            serial=place,
            title=self.titles[place],
            kind="event",
            state=ItemState.DRAFT,
            unit="",
            updated_at=datetime(2026, 11, 20, tzinfo=UTC),
            characters=0,
            open_musts=0,
            section_states={},
            sent=False,
        )


def _model(count: int) -> tuple[ItemListModel, CountingDesk]:
    desk = CountingDesk(count)
    model = ItemListModel(desk)
    model.narrow(ItemFilter())
    return model, desk


def test_it_behaves_as_a_model(qtmodeltester, qapp):
    model, _desk = _model(450)
    qtmodeltester.check(model)


def test_a_million_rows_are_not_read(qapp):
    model, desk = _model(1_000_000)
    assert model.rowCount() == 1_000_000
    assert model.index(999_999).data(ROW_ROLE).title == "条目999999"
    assert desk.read <= STRETCH


def test_only_some_stretches_are_remembered(qapp):
    model, desk = _model(STRETCH * (KEPT + 5))
    for place in range(0, model.rowCount(), STRETCH):
        model.row(place)
    read = desk.read
    model.row(model.rowCount() - 1)
    assert desk.read == read
    model.row(0)
    assert desk.read == read + STRETCH


def test_a_changed_row_is_read_anew(qtbot, qapp):
    model, desk = _model(30)
    assert model.index(7).data() == "条目7"
    desk.titles[7] = "改过的标题"
    with qtbot.waitSignal(model.dataChanged):
        model.renew("7")
    assert model.index(7).data() == "改过的标题"


def test_an_item_has_its_place_before_it_was_read(qapp):
    model, desk = _model(1000)
    model.row(0)
    assert model.place_of("3") == 3
    assert model.place_of("900") == 900
    assert desk.read == STRETCH
    model.narrow(ItemFilter(text="无"))
    assert model.rowCount() == 0
    assert model.place_of("900") == -1


def test_what_was_found_is_read_by_its_numbers(qapp):
    model, desk = _model(1000)
    model.narrow(ItemFilter(text="条目"), array("q", range(999, -1, -3)))
    assert model.rowCount() == 334
    assert model.index(0).data() == "条目999"
    assert model.index(333).data(ROW_ROLE).serial == 0
    assert desk.read == STRETCH + 134
    assert model.place_of("996") == 1


def test_a_long_list_is_read_by_its_numbers_once_they_are_known(qapp):
    model, desk = _model(1000)
    model.row(0)
    model.know(array("q", range(999)))
    assert model.row(999).serial == 999
    model.know(array("q", range(999, -1, -1)))
    assert model.row(600).serial == 399
    assert desk.read == 3 * STRETCH


def test_a_million_rows_are_shown_without_a_look_at_each(qtbot, qapp):
    asked = []

    class Watched(ItemListModel):
        def rowCount(self, parent=None):
            asked.append(1)
            return super().rowCount(parent)

    desk = CountingDesk(1_000_000)
    model = Watched(desk)
    model.narrow(ItemFilter())
    view = RowsView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.fit_rows()
    view.resize(300, 400)
    view.show()
    qtbot.waitExposed(view)
    view.setCurrentIndex(model.index(999_999, 0))
    # Typing in the list looks for nothing: that would read all of it.
    qtbot.keyClick(view, Qt.Key.Key_A)
    view.viewport().repaint()
    assert view.currentIndex().row() == 999_999
    assert len(asked) < 5_000
    assert desk.read <= 3 * STRETCH
