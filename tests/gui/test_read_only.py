"""A journal that is open to read only: what would write is disabled, and everything else works."""

from __future__ import annotations

import re
import shutil

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from infodesk import demo
from infodesk.core.items import APPROVED_STATES, Content, ItemFilter, Section
from infodesk.core.stations import fingerprint
from infodesk.gui.dialogs.export_dialog import ExportDialog
from infodesk.gui.dialogs.fields_dialog import FieldsDialog
from infodesk.gui.dialogs.outcome_dialog import OutcomeDialog
from infodesk.gui.dialogs.paper_dialog import PaperDialog
from infodesk.gui.pages import PAGES
from infodesk.gui.read_only import WRITING
from infodesk.workspace import Workspace

pytestmark = pytest.mark.gui

REASON = "台账以只读方式打开，不能进行此操作。"
WRITES = re.compile(r"\s*(BEGIN IMMEDIATE|INSERT|UPDATE|DELETE|REPLACE)", re.IGNORECASE)
READING_DIALOGS = (ExportDialog, PaperDialog, FieldsDialog, QPrintDialog, OutcomeDialog)


def sent_file(folder, name):
    """Return the file that an office of that name sent upward, and the office's own party."""
    with Workspace(folder / f"{name}.infodesk") as office:
        office.settings.set("office.name", name)
        item = office.items.add(Content("秋粮过半", (Section("whole", "秋粮过半。"),)))
        office.items.approve(item.id, "主任", despite="样例")
        return office.outgoing.export([item.id], folder / f"{name}.idb").path, office.stations.own()


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Return the journal of an office in which there is something to do everywhere."""
    folder = tmp_path_factory.mktemp("office")
    journal = demo.build_office(folder / "office").journal
    with Workspace(journal) as ours:
        waiting, _ = sent_file(folder, "生疏的单位")
        ours.incoming.wait(ours.incoming.read(waiting), waiting)
        for name in ("东山县委办公室", "西关镇"):
            file, party = sent_file(folder, name)
            ours.incoming.wait(ours.incoming.read(file), file)
            ours.stations.trust(party, fingerprint(party))
        ours.incoming.apply(ours.incoming.plan(ours.incoming.read(file)))
        issued, held, discarded = (row.id for row in ours.items.rows(ItemFilter(), limit=3))
        day = ours.clock.now().date()
        ours.answers.adopt(issued, publication="每日要情", number="第1期", day=day)
        ours.items.hold(held, "主任", "样例")
        ours.items.discard(discarded, "主任")
        issue = ours.bulletins.open_issue(ours.bulletins.series()[0].id)
        approved = ours.items.rows(ItemFilter(states=APPROVED_STATES), limit=1)
        ours.bulletins.arrange(issue.id, issue.rev, [row.id for row in approved])
    return journal


@pytest.fixture
def read(session, office, tmp_path, prompts, qtbot):
    """Return the session on that journal, open to read only, and the statements it sends."""
    journal = tmp_path / "office.infodesk"
    shutil.copy(office, journal)
    session.open(journal, read_only=True)
    report = tmp_path / "report.txt"
    report.write_text("供热改造完工", encoding="utf-8")
    prompts.files, prompts.save_to = [report], tmp_path / "written.idb"
    statements = []
    connection = session.context.workspace.search.index._journal.connection
    connection.set_trace_callback(statements.append)
    return session, statements


def settle():
    QCoreApplication.processEvents()


def press_all(page: QWidget, prompts) -> None:
    """Press every button and choose every action that the page offers, once each."""
    done = set()
    while True:
        settle()
        things = [
            *(each for each in page.findChildren(QAbstractButton) if each.isVisible()),
            *(action for menu in shown_menus(page) for action in menu.actions()),
        ]
        left = [
            thing
            for thing in things
            if thing.isEnabled() and (thing.objectName(), thing.text()) not in done
        ]
        if not left:
            return
        thing = left[0]
        done.add((thing.objectName(), thing.text()))
        if isinstance(thing, QAction):
            thing.trigger()
        elif not isinstance(thing, QAbstractButton) or not getattr(thing, "menu", lambda: None)():
            thing.click()
        settle()
        for dialog in prompts.dialogs:
            assert isinstance(dialog, READING_DIALOGS), (thing.objectName(), dialog)
            dialog.close()
        prompts.dialogs.clear()


def shown_menus(page: QWidget) -> list[QMenu]:
    """Return the menus of buttons that can be pressed, each shown once as a press does."""
    menus = []
    for button in page.findChildren(QAbstractButton):
        menu = getattr(button, "menu", lambda: None)()
        if menu is not None and button.isVisible() and button.isEnabled():
            menu.popup(button.mapToGlobal(button.rect().center()))
            settle()
            menu.close()
            menus.append(menu)
    return menus


@pytest.mark.parametrize("entry", PAGES, ids=[entry.key for entry in PAGES])
def test_nothing_that_is_left_to_press_writes(read, prompts, entry, tmp_path):
    session, statements = read
    window = session.window
    window.go_to(entry.key)
    page = window.page(entry.key)
    if entry.key == "items":
        rows = session.context.workspace.items.rows(ItemFilter())
        for item in {row.state: row.id for row in rows}.values():
            page.show_item(item)
            press_all(page, prompts)
    elif entry.key == "exchange":
        for tab in range(page.tabs.count()):
            page.choose_tab(tab)
            for row in range(page.model.rowCount()):
                page.view.setCurrentIndex(page.model.index(row))
                press_all(page, prompts)
    else:
        for issue in session.context.workspace.bulletins.issues(page.issue.series_id):
            page.show_issue(issue.id)
            press_all(page, prompts)
    assert [each for each in statements if WRITES.match(each)] == []
    session.close()


@pytest.mark.parametrize("name", sorted(WRITING["bulletins_page"]))
def test_everything_that_changes_an_issue_is_held_back(read, name):
    session, _ = read
    session.window.go_to("bulletins")
    page = session.window.page("bulletins")
    issues = session.context.workspace.bulletins.issues(page.issue.series_id)
    for issue in issues:
        page.show_issue(issue.id)
        settle()
        shown_menus(page)
        found = page.findChildren(QObject, name)
        assert found
        assert not [
            each
            for each in found
            if each.isEnabled() and (isinstance(each, QAction) or each.isVisible())
        ]


def test_an_empty_journal_invites_to_nothing(session, tmp_path):
    path = tmp_path / "empty.infodesk"
    Workspace(path).close()
    session.open(path, read_only=True)
    settle()
    welcome = session.window.page("items").welcome
    assert welcome.isVisible()
    assert not welcome.new_button.isEnabled()
    assert not welcome.open_button.isEnabled()


def test_what_is_held_back_says_why(read):
    session, _ = read
    held = session.window.page("items").list_pane.new_button
    assert (held.isEnabled(), held.toolTip()) == (False, REASON)
    held.setEnabled(True)
    assert not held.isEnabled()


def test_what_cannot_be_changed_anyway_says_why_too(read):
    session, _ = read
    page = session.window.page("items")
    settle()
    assert (page.editor.kind_combo.isEnabled(), page.editor.kind_combo.toolTip()) == (False, REASON)


def test_another_journal_is_not_held_back(read, tmp_path):
    session, _ = read
    path = tmp_path / "own.infodesk"
    with Workspace(path) as own:
        own.settings.set("office.name", "示范县委办公室信息科")
    session.open(path)
    settle()
    assert session.window.page("items").list_pane.new_button.isEnabled()


def test_the_settings_of_the_window_can_still_be_chosen(read, prompts):
    session, _ = read
    session.show_settings()
    settle()
    ui = prompts.last.ui
    for name in WRITING["settings_dialog"]:
        assert not getattr(ui, name).isEnabled(), name
    assert ui.language_combo.isEnabled()
    assert ui.save_button.isEnabled()


def test_commands_that_write_are_not_offered(read):
    session, _ = read
    session.window.search_wanted.emit()
    box = session._palette.palette.box
    texts = [box.model.line(row).title.text for row in range(box.model.rowCount())]
    assert "写一条" not in texts
    assert "设置" in texts
