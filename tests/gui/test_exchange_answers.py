"""Answers in the window: recorded on a batch, told by a file, taken in by the other side."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QDate, Qt
from PySide6.QtWidgets import QPushButton

from infodesk.core.batches import BatchKind
from infodesk.core.items import ItemState
from infodesk.core.stations import fingerprint
from infodesk.gui.models.lines import SCREENFUL
from infodesk.gui.pages.exchange_page import ANSWERS, RECEIVED, SENT, STATIONS, ExchangePage
from infodesk.workspace import Workspace
from tests.gui.test_exchange_page import add_approved

pytestmark = pytest.mark.gui


@pytest.fixture
def below(tmp_path, clock):
    """Return the journal of an office below us."""
    with Workspace(tmp_path / "below.infodesk", clock=clock) as opened:
        opened.settings.set("office.name", "东山县委办公室")
        opened.settings.set("office.superior", "示范县委办公室信息科")
        yield opened


@pytest.fixture
def came(workspace, below, tmp_path):
    """Return the batch of two items that came from below, both sides known to each other."""
    ids = [add_approved(below, title) for title in ("秋粮收购资金已落实", "供热改造完工")]
    record = below.outgoing.export(ids, tmp_path / "up.idb", by="张三")
    batch = workspace.incoming.read(record.path)
    workspace.stations.trust(batch.from_office, fingerprint(batch.from_office), by="李明")
    card = below.incoming.read(workspace.outgoing.card(tmp_path / "card.idb"))
    below.stations.trust(card.from_office, fingerprint(card.from_office), by="张三")
    workspace.incoming.apply(workspace.incoming.plan(batch), by="李明")
    return ids


@pytest.fixture
def page(qtbot, context, came):
    made = ExchangePage(context)
    qtbot.addWidget(made)
    made.resize(1270, 690)
    made.show()
    made.enter()
    made.choose_tab(RECEIVED)
    yield made
    made.hide()


def button(page, name):
    """Return a button in sight; layouts show new ones, and old ones are freed, a little later."""
    QCoreApplication.processEvents()
    found = page.findChildren(QPushButton, f"{name}_button")
    return next((each for each in found if each.isVisible()), None)


def choose(page, kind):
    """Press one of the answers of the batch that is shown."""
    menu = button(page, "answers").menu()
    action = next(each for each in menu.actions() if each.objectName() == f"{kind}_action")
    action.trigger()


def fill(prompts, **said):
    dialog = prompts.last
    for name, value in said.items():
        field = dialog.field(name.replace("_", "-"))
        if isinstance(value, date):
            field.setDate(QDate(value.year, value.month, value.day))
        elif isinstance(value, float):
            field.setValue(value)
        elif hasattr(field, "setPlainText"):
            field.setPlainText(value)
        else:
            field.setText(value)
    dialog.accept_button.click()


def press(qtbot, page, name):
    qtbot.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


def take_in(journal, path):
    batch = journal.incoming.read(path)
    return journal.incoming.apply(journal.incoming.plan(batch), by="张三")


def test_an_adoption_is_recorded_told_and_taken_back(
    qtbot, page, came, below, workspace, prompts, tmp_path
):
    choose(page, "adoption")
    assert not prompts.last.accept_button.isEnabled()
    prompts.last.item_combo.setCurrentIndex(1)
    fill(prompts, publication="每日要情", issue_number="第47期", day=date(2026, 11, 20), points=3.0)
    assert page.tabs.currentIndex() == ANSWERS
    shown = page.text_view.toPlainText()
    assert "供热改造完工" in shown
    assert "每日要情 第47期" in shown
    prompts.save_to = tmp_path / "采用.idb"
    press(qtbot, page, "tell")
    take_in(below, prompts.save_to)
    (kept,) = below.answers.adoptions()
    assert (kept.adoption.item, kept.adoption.points) == (came[1], 3.0)
    press(qtbot, page, "withdraw")
    fill(prompts, reason="重复刊用")
    assert "重复刊用" in page.text_view.toPlainText()
    prompts.save_to = tmp_path / "撤销.idb"
    press(qtbot, page, "tell")
    take_in(below, prompts.save_to)
    assert not below.answers.adoptions()[0].stands


def test_only_the_answers_that_are_seen_are_read(page, came, workspace, clock, monkeypatch):
    for number in range(3 * SCREENFUL):
        clock.advance(minutes=1)
        if number % 3:
            workspace.answers.adopt(
                came[0], publication="每日要情", number=f"第{number}期", day=date(2026, 11, 20)
            )
        else:
            workspace.answers.commission(f"约稿{number}", "请报送。")
    read = []
    adoptions = workspace.answers.adoptions
    monkeypatch.setattr(
        workspace.answers, "adoptions", lambda ids: read.append(list(ids)) or adoptions(ids=ids)
    )
    page.choose_tab(ANSWERS)
    QCoreApplication.processEvents()
    ids = workspace.answers.ids()
    assert page.model.rowCount() == len(ids) == 3 * SCREENFUL
    assert read == [ids[:SCREENFUL]]
    assert page.title_label.text() == "秋粮收购资金已落实"
    page.view.setCurrentIndex(page.model.index(3 * SCREENFUL - 1))
    assert page.title_label.text() == "约稿0"


def test_a_directive_is_recorded_on_an_item(page, came, workspace, prompts):
    choose(page, "directive")
    fill(prompts, leader="周某", post="副市长", text="请持续关注。")
    (told, origin) = workspace.answers.directives()[0]
    assert (told.item, told.leader, told.post, origin) == (came[0], "周某", "副市长", "")
    assert "请持续关注。" in page.text_view.toPlainText()


def test_an_item_goes_back_with_its_reason(page, came, below, workspace, prompts, tmp_path):
    prompts.save_to = tmp_path / "退稿.idb"
    choose(page, "return")
    fill(prompts, reason="缺处置进展")
    assert workspace.items.get(came[0]).state is ItemState.RETURNED
    take_in(below, prompts.save_to)
    assert any(act.reason == "缺处置进展" for act in below.items.history(came[0]))


def test_a_commission_is_written_for_all_below(qtbot, page, below, prompts, tmp_path):
    page.choose_tab(ANSWERS)
    press(qtbot, page, "commission")
    fill(prompts, topic="防汛准备情况", text="报物资和队伍。", due=date(2026, 12, 1))
    prompts.save_to = tmp_path / "约稿.idb"
    press(qtbot, page, "tell")
    take_in(below, prompts.save_to)
    (told, _) = below.answers.commissions()[0]
    assert (told.title, told.due) == ("防汛准备情况", date(2026, 12, 1))


def test_a_sent_item_is_cancelled_by_a_file(page, workspace, prompts, tmp_path):
    own = add_approved(workspace, "本县防火部署")
    workspace.outgoing.export([own], tmp_path / "own.idb", by="李明")
    page.choose_tab(SENT)
    prompts.save_to = tmp_path / "撤报.idb"
    choose(page, "cancel")
    fill(prompts, reason="数据有误")
    batch = workspace.incoming.read(prompts.save_to)
    assert batch.kind is BatchKind.CANCEL
    assert [(line.id, line.reason) for line in batch.answers] == [(own, "数据有误")]


def test_answers_of_different_kinds_are_not_told_in_one_file(page, came, prompts):
    choose(page, "directive")
    fill(prompts, leader="周某")
    page.choose_tab(RECEIVED)
    choose(page, "adoption")
    fill(prompts, publication="每日要情")
    assert button(page, "tell") is not None
    page.view.selectAll()
    assert button(page, "tell") is None


def test_a_roster_is_signed_for_those_who_know_us_as_superior(
    qtbot, page, below, workspace, prompts, tmp_path
):
    own = workspace.stations.own()
    below.stations.trust(own, fingerprint(own), by="张三", superior=True)
    page.choose_tab(STATIONS)
    prompts.save_to = tmp_path / "名册.idb"
    press(qtbot, page, "roster")
    batch = below.incoming.read(prompts.save_to)
    assert [line.title for line in batch.answers if line.title == "东山县委办公室"]
    take_in(below, prompts.save_to)
