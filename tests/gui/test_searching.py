"""Searching beside the window: stale answers dropped, the index kept, the list and its marks."""

from __future__ import annotations

from datetime import date
from threading import Event

import pytest

from infodesk.core.items import Content, ItemFilter, ItemSort, ItemState, Section
from infodesk.core.search import parse
from infodesk.gui import searching as module
from infodesk.gui.models.item_list import PASSAGES_ROLE
from infodesk.gui.searching import Searching
from infodesk.gui.widgets import item_list_pane
from infodesk.gui.widgets.filter_bar import PERIODS, period_of
from infodesk.workspace import Workspace

pytestmark = pytest.mark.gui


@pytest.fixture
def searching(qapp, workspace):
    made = Searching(workspace)
    yield made
    made.end()


def add(workspace, title, text="甲", **others):
    return workspace.items.add(Content(title, (Section("whole", text),)), **others)


def test_an_answer_comes_from_another_connection(qtbot, searching, workspace):
    add(workspace, "滑坡")
    answers = []
    searching.ask("a", lambda search: search.index.pending(), answers.append)
    searching.ask(
        "b", lambda search: list(search.listing.serials(ItemFilter(text="滑坡"))), answers.append
    )
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers == [1, [1]]


def test_only_the_last_question_of_an_asker_is_answered(qtbot, searching):
    begun, go_on = Event(), Event()
    answers = []

    def slow(_search):
        begun.set()
        go_on.wait(10)
        return "old"

    searching.ask("a", slow, answers.append)
    assert begun.wait(10)
    for number in range(5):
        searching.ask("a", lambda _search, number=number: number, answers.append)
    searching.ask("b", lambda _search: "b", answers.append)
    go_on.set()
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers == [4, "b"]


def test_a_search_that_nobody_waits_for_is_broken_off(qtbot, searching):
    endless = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    )
    begun = Event()
    answers = []

    def work(search):
        begun.set()
        return search._journal.query(endless)

    searching.ask("a", work, answers.append)
    assert begun.wait(10)
    searching.ask("a", lambda _search: "next", answers.append)

    def again():
        # The statement may not have begun yet when it was broken off.
        if searching._running is not None and not answers:
            searching._search.interrupt()
        return answers == ["next"]

    qtbot.waitUntil(again)


def test_what_the_journal_refuses_is_told(qtbot, searching, workspace, monkeypatch):
    from infodesk.core.errors import Code, InfodeskError

    def refuse(_search):
        raise InfodeskError(Code.JOURNAL_BUSY, path=workspace.path)

    refused = []
    searching.ask("a", refuse, refused.append, failed=lambda error: refused.append(error.code))
    qtbot.waitUntil(lambda: refused == [Code.JOURNAL_BUSY])


def test_the_index_is_kept_when_writing_pauses(qtbot, searching, workspace, monkeypatch):
    monkeypatch.setattr(module, "INDEX_AFTER_MS", 10)
    for number in range(300):
        add(workspace, f"滑坡{number}")
    assert workspace.search.index.pending() == 300
    with qtbot.waitSignal(searching.taken_in):
        searching.put_off()
    assert workspace.search.index.pending() == 0
    assert workspace.items.count(ItemFilter(text="滑坡")) == 300


def test_a_journal_that_is_only_read_is_searched_too(qapp, workspace, clock):
    add(workspace, "滑坡")
    path = workspace.path
    workspace.close()
    with Workspace(path, clock=clock, read_only=True) as read_only:
        searching = Searching(read_only)
        answers = []
        searching.put_off()
        searching.ask(
            "a", lambda search: search.listing.serials(ItemFilter(text="滑坡")), answers.append
        )
        assert list(answers[0]) == [1]
        searching.end()


def test_the_list_shows_what_was_found_with_its_marks(qtbot, items_page, workspace, landslide, ime):
    add(workspace, "秋粮收购", "砖窑沟以外", unit="粮食局")
    add(workspace, "别的")
    page = items_page()
    bar = page.list_pane.filter_bar
    with qtbot.waitSignal(page.list_pane.narrowed):
        ime(bar.search_edit, "砖窑沟")
    model = page.list_pane.model
    assert [model.row(place).title for place in range(model.rowCount())] == [
        "秋粮收购",
        landslide.content.title,
    ]
    title, text = model.index(1).data(PASSAGES_ROLE)
    assert [title.text[start:end] for start, end in title.spans] == ["砖窑沟"]
    assert [text.text[start:end] for start, end in text.spans] == ["砖窑沟"]
    assert bar._chips["all"].text() == "全部 2"
    assert bar._chips["drafts"].text() == "草稿 2"
    assert bar._chips["issued"].text() == "已刊发 0"
    bar.choose_unit("粮食局")
    assert bar.search_edit.text() == ""
    assert model.rowCount() == 1


def test_what_was_searched_is_marked_in_the_text_and_comes_into_view(
    qtbot, items_page, workspace, ime
):
    long = "前面的话。\n" * 120 + "这里说到滑坡。"
    item = add(workspace, "题", long)
    add(workspace, "别的")
    page = items_page()
    with qtbot.waitSignal(page.list_pane.narrowed):
        ime(page.list_pane.filter_bar.search_edit, "滑坡")
    page.list_pane.choose_first()
    assert page.drafting.item.id == item.id
    edit = page.editor._boxes["whole"].edit
    grounds = [mark.cursor.selectedText() for mark in edit.extraSelections()]
    assert "滑坡" in grounds
    qtbot.waitUntil(lambda: page.editor.verticalScrollBar().value() > 0)
    assert page.list_pane.filter_bar.search_edit.hasFocus()
    page.list_pane.show_everything()
    grounds = [mark.cursor.selectedText() for mark in edit.extraSelections()]
    assert "滑坡" not in grounds


def test_the_list_is_ordered_and_narrowed_by_its_chips(qtbot, items_page, workspace, clock):
    for unit in ("乙镇", "甲乡", "乙镇"):
        add(workspace, unit, unit=unit)
        clock.advance(days=40)
    page = items_page()
    bar, model = page.list_pane.filter_bar, page.list_pane.model

    def choose(chip, title):
        menu = chip.menu()
        menu.aboutToShow.emit()
        next(action for action in menu.actions() if action.text() == title).trigger()

    choose(bar.sort_chip, "按单位")
    assert model.narrowed.sort is ItemSort.UNIT
    assert [model.row(place).serial for place in range(3)] == [3, 1, 2]
    assert page.list_pane.is_unfiltered
    with qtbot.waitSignal(page.list_pane.narrowed):
        choose(bar.period_chip, "今年")
    assert bar._chips["all"].text() == "全部 1"
    assert not page.list_pane.is_unfiltered
    assert bar.period_chip.text() == "今年 ▾"
    assert model.rowCount() == 1
    choose(bar.period_chip, "全部时间")
    assert model.rowCount() == 3


def test_periods_end_where_they_should():
    day = date(2026, 3, 18)
    assert PERIODS[0].key == "all"
    assert period_of("all", day) == (None, None)
    assert period_of("week", day) == (date(2026, 3, 16), day)
    assert period_of("last-month", day) == (date(2026, 2, 1), date(2026, 2, 28))
    assert period_of("year", day) == (date(2026, 1, 1), day)


def test_an_item_far_down_the_list_is_marked_there(items_page, workspace):
    items = [add(workspace, f"条目{number}") for number in range(250)]
    page = items_page()
    page.show_item(items[0].id)
    assert page.list_pane.view.currentIndex().row() == 249
    assert page.drafting.item.id == items[0].id
    assert workspace.items.get(items[0].id).state is ItemState.DRAFT


def test_composing_searches_nothing(qtbot, items_page, workspace, landslide, ime):
    page = items_page()
    page.list_pane.focus_search()
    ime(page.list_pane.filter_bar.search_edit, "", preedit="hua po")
    assert page.list_pane.filter_bar.search_edit.text() == ""
    assert not page.list_pane.filter_bar._search_timer.isActive()
    with qtbot.waitSignal(page.list_pane.narrowed):
        ime(page.list_pane.filter_bar.search_edit, "滑坡")
    assert page.list_pane.model.query == parse("滑坡")


def test_the_rows_of_a_long_list_are_known_soon(qtbot, items_page, workspace, monkeypatch):
    monkeypatch.setattr(item_list_pane, "LONG", 50)
    for number in range(60):
        add(workspace, f"条目{number}")
    page = items_page()
    page.list_pane.reload()
    model = page.list_pane.model
    qtbot.waitUntil(lambda: model._found is not None)
    assert list(model._found) == list(range(60, 0, -1))
    page.new_item()
    qtbot.waitUntil(lambda: model._found is not None)
    assert model.row(0).serial == 61
    assert page.list_pane.current_id == page.drafting.item.id
