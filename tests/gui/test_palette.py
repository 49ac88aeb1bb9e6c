"""Ctrl+K: what it finds, and that it is worked by the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from infodesk.core.items import Content, Section
from infodesk.core.stations import fingerprint
from infodesk.gui.commands import COMMANDS
from infodesk.gui.pages import PAGES
from infodesk.gui.pages.exchange_page import RECEIVED, STATIONS
from infodesk.workspace import Workspace

pytestmark = pytest.mark.gui


@pytest.fixture
def opened(qtbot, session, tmp_path):
    """Return a session on a journal of a few items and an issue."""
    session.open(tmp_path / "journal.infodesk")
    session.context.office.name = "示范县委办公室信息科"
    items = session.context.workspace.items
    for title, text, unit in (
        ("西关镇山体滑坡", "造成2人受伤。", "西关镇"),
        ("重庆路积水", "已经排除。滑坡未发生。", "东山镇"),
    ):
        item = items.add(Content(title, (Section("situation", text),)), unit=unit)
    items.approve(item.id, "主任", despite="样例")
    bulletins = session.context.workspace.bulletins
    series = bulletins.add_series(
        key="xinxi", name="示范信息", issuer="办公室", masthead="default", next_number=47
    )
    bulletins.open_issue(series.id, [item.id])
    session._show_pages()
    with qtbot.waitActive(session.window):
        session.window.activateWindow()
    return session


@pytest.fixture
def palette(qtbot, opened):
    """Return the palette, opened by its keys."""
    QTest.keyClick(opened.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(
        lambda: opened._palette.palette is not None and opened._palette.palette.box.isVisible()
    )
    return opened._palette.palette


def typed(qtbot, palette, ime, text):
    """Type a text and return what is shown: headings and titles."""
    palette.box.line_edit.clear()
    with qtbot.waitSignal(palette.box.model.modelReset):
        ime(palette.box.line_edit, text)
    qtbot.waitUntil(lambda: "palette" not in palette._context.searching._latest)
    lines = [palette.box.model.line(row) for row in range(palette.box.model.rowCount())]
    return [(line.heading, line.title.text) for line in lines]


def test_it_offers_the_newest_items_and_every_command(palette):
    lines = [palette.box.model.line(row) for row in range(palette.box.model.rowCount())]
    assert [line.title.text for line in lines[:2]] == ["重庆路积水", "西关镇山体滑坡"]
    titles = {line.title.text for line in lines if line.heading == "命令"}
    assert len(titles) == len(COMMANDS) + len(PAGES)
    assert {"写一条", "设置", "条目", "刊物"} <= titles
    assert [line.begins for line in lines].count(True) == 2


def test_items_units_issues_and_commands_are_found(qtbot, palette, ime):
    assert typed(qtbot, palette, ime, "滑坡") == [
        ("条目", "重庆路积水"),
        ("条目", "西关镇山体滑坡"),
        ("刊物各期", "示范信息"),
    ]
    assert palette.box.model.line(0).below.text == "已经排除。滑坡未发生。"
    assert palette.box.model.line(1).below is None
    assert ("单位", "西关镇") in typed(qtbot, palette, ime, "西关")
    assert ("命令", "打印条目") in typed(qtbot, palette, ime, "打印")


def test_pinyin_initials_count_every_reading(qtbot, palette, ime):
    found = typed(qtbot, palette, ime, "xgz")
    assert ("条目", "西关镇山体滑坡") in found
    assert ("单位", "西关镇") in found
    assert ("条目", "重庆路积水") in typed(qtbot, palette, ime, "cql")
    assert ("命令", "设置") in typed(qtbot, palette, ime, "sz")
    line = palette.box.model.line(0)
    assert [line.title.text[start:end] for start, end in line.title.spans] != []


def test_nothing_found_is_said(qtbot, palette, ime):
    assert typed(qtbot, palette, ime, "没有这样的") == []
    assert palette.box.note_label.isVisible()
    QTest.keyClick(palette.box.line_edit, Qt.Key.Key_Return)
    assert palette.box.isVisible()


def test_the_keyboard_chooses_and_shows_an_item(qtbot, palette, ime):
    typed(qtbot, palette, ime, "滑坡")
    QTest.keyClick(palette.box.line_edit, Qt.Key.Key_Down)
    QTest.keyClick(palette.box.line_edit, Qt.Key.Key_Return)
    assert not palette.box.isVisible()
    page = palette._window.page("items")
    assert page.drafting.item.content.title == "西关镇山体滑坡"
    assert page.list_pane.current_id == page.drafting.item.id


def test_arrows_go_round(palette):
    count = palette.box.model.rowCount()
    QTest.keyClick(palette.box.line_edit, Qt.Key.Key_Up)
    assert palette.box.view.currentIndex().row() == count - 1
    QTest.keyClick(palette.box.line_edit, Qt.Key.Key_Down)
    assert palette.box.view.currentIndex().row() == 0
    QTest.keyClick(palette.box.line_edit, Qt.Key.Key_PageDown)
    assert palette.box.view.currentIndex().row() == 8


def test_an_issue_and_a_unit_are_shown(qtbot, palette, ime):
    typed(qtbot, palette, ime, "示范信息")
    QTest.keyClick(palette.box.line_edit, Qt.Key.Key_Return)
    assert palette._window.stack.currentWidget() is palette._window.page("bulletins")
    assert palette._window.page("bulletins").issue.id == 1
    palette.open()
    found = typed(qtbot, palette, ime, "东山")
    place = found.index(("单位", "东山镇"))
    palette.box.view.setCurrentIndex(palette.box.model.index(place))
    QTest.keyClick(palette.box.line_edit, Qt.Key.Key_Return)
    page = palette._window.page("items")
    assert page.list_pane.model.narrowed.unit == "东山镇"
    assert page.drafting.item.content.title == "重庆路积水"


def test_a_station_and_a_batch_are_shown(qtbot, opened, palette, ime, tmp_path):
    workspace = opened.context.workspace
    with Workspace(tmp_path / "below.infodesk") as below:
        below.settings.set("office.name", "青山县委办公室")
        items = [
            below.items.add(Content(title, (Section("whole", f"{title}。"),)))
            for title in ("秋粮过半", "供热完工")
        ]
        workspace.stations.trust(below.stations.own(), fingerprint(below.stations.own()))
        for item in items:
            below.items.approve(item.id, "主任", despite="样例")
            file = below.outgoing.export([item.id], tmp_path / f"{item.serial}.idb").path
            workspace.incoming.apply(workspace.incoming.plan(workspace.incoming.read(file)))
    found = typed(qtbot, palette, ime, "青山")
    assert found == [
        ("站点", "青山县委办公室"),
        ("批次", "青山县委办公室 第2号"),
        ("批次", "青山县委办公室 第1号"),
    ]
    assert ("站点", "青山县委办公室") in typed(qtbot, palette, ime, "qsx")
    digest = workspace.exchange.batches()[0].digest
    assert typed(qtbot, palette, ime, digest[:16]) == [("批次", "青山县委办公室 第2号")]
    typed(qtbot, palette, ime, "青山县 第1号")
    QTest.keyClick(palette.box.line_edit, Qt.Key.Key_Return)
    page = palette._window.page("exchange")
    assert palette._window.stack.currentWidget() is page
    assert page.tabs.currentIndex() == RECEIVED
    assert page.title_label.text() == "青山县委办公室 · 报送 · 第 1 号"
    palette.open()
    typed(qtbot, palette, ime, "青山")
    QTest.keyClick(palette.box.line_edit, Qt.Key.Key_Return)
    assert page.tabs.currentIndex() == STATIONS
    assert page.title_label.text() == "青山县委办公室"


def test_a_command_is_done(qtbot, opened, palette, ime):
    assert typed(qtbot, palette, ime, "写一条")[0] == ("命令", "写一条")
    QTest.keyClick(palette.box.line_edit, Qt.Key.Key_Return)
    assert opened.window.page("items").drafting.item.content.title == ""
    palette.open()
    typed(qtbot, palette, ime, "设置")
    with qtbot.waitSignal(opened.window.settings_wanted):
        QTest.keyClick(palette.box.line_edit, Qt.Key.Key_Return)


def test_escape_gives_the_keyboard_back(palette):
    page = palette._window.page("items")
    QTest.keyClick(palette.box.line_edit, Qt.Key.Key_Escape)
    assert not palette.box.isVisible()
    assert page.list_pane.view.hasFocus()


def test_composing_in_chinese_searches_only_what_is_committed(qtbot, palette, ime):
    shown = palette.box.model.rowCount()
    ime(palette.box.line_edit, "", preedit="hua")
    assert palette.box.model.rowCount() == shown
    assert ("条目", "西关镇山体滑坡") in typed(qtbot, palette, ime, "山体")


def test_it_closes_with_its_journal(opened, palette):
    assert palette.box.isVisible()
    opened.close()
    assert opened._palette.palette is None
    opened.window.search_wanted.emit()
    assert opened._palette.palette is None
