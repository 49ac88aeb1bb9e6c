"""The page of the exchange: what went out and came in, what waits, who is known."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from infodesk.core.answers import ReceiptVia
from infodesk.core.batches import BatchRecord, BatchStatus, Direction, Party
from infodesk.core.items import Content, ItemFilter, Section
from infodesk.core.stations import fingerprint
from infodesk.gui import app as gui_app
from infodesk.gui.dialogs.trust_dialog import TrustDialog
from infodesk.gui.models.lines import SCREENFUL
from infodesk.gui.pages.exchange_page import RECEIVED, SENT, STATIONS, WAITING, ExchangePage
from infodesk.gui.preferences import Preferences
from infodesk.gui.scheme import Scheme
from infodesk.gui.theme import DARK, LIGHT
from infodesk.workspace import Workspace

pytestmark = pytest.mark.gui


def add_approved(workspace, title):
    text = f"{title}，涉及12个乡镇。各部门已逐项对账。截至11月18日，全部办结。"
    item = workspace.items.add(Content(title, (Section("whole", text),)), unit="示范县")
    workspace.items.approve(item.id, "主任", despite="样例")
    return item.id


@pytest.fixture
def page(qtbot, context):
    made = ExchangePage(context)
    qtbot.addWidget(made)
    made.resize(1270, 690)
    made.show()
    made.enter()
    yield made
    made.hide()


@pytest.fixture
def other(tmp_path, clock):
    """Return the journal of an office below us that sends to us."""
    with Workspace(tmp_path / "other.infodesk", clock=clock) as opened:
        opened.settings.set("office.name", "东山县委办公室")
        opened.settings.set("office.superior", "示范县委办公室信息科")
        yield opened


def button(page, name):
    return page.findChild(QPushButton, f"{name}_button")


def words(page):
    return [page.model.index(row).data() for row in range(page.model.rowCount())]


def press(qtbot, page, name):
    qtbot.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


@pytest.fixture
def sent(workspace, tmp_path):
    """Return a batch of ours with two items."""
    ids = [add_approved(workspace, title) for title in ("秋粮收购资金已落实", "供热改造完工")]
    return workspace.outgoing.export(ids, tmp_path / "up.idb", by="李明")


@pytest.fixture
def long_office(workspace, clock):
    """Return the ids of three thousand batches that were sent, the last one first."""
    ids = [f"{number:032x}" for number in range(3000)]
    party = Party("s" * 16, "中共示范市委办公室")
    store = workspace.exchange._store
    with store.atomic():
        for number, name in enumerate(ids, start=1):
            moment = clock.now() + timedelta(minutes=number)
            store.insert(
                BatchRecord(
                    *(name, Direction.SENT, BatchStatus.ACTUAL, name, moment, moment, "李明"),
                    *(Party(), party, None),
                    seq=number,
                    stream="ours>theirs",
                ),
                (),
            )
    return ids[::-1]


def test_only_the_rows_that_are_seen_are_asked_about(page, workspace, long_office, monkeypatch):
    asked = []
    standings = workspace.answers.standings
    monkeypatch.setattr(
        workspace.answers, "standings", lambda ids: asked.append(list(ids)) or standings(ids)
    )
    statements = []
    connection = workspace.search.index._journal.connection
    connection.set_trace_callback(statements.append)
    page.enter()
    QApplication.processEvents()
    connection.set_trace_callback(None)
    assert page.model.rowCount() == 3000
    assert asked == [long_office[:SCREENFUL]]
    assert sum("receipts r" in statement for statement in statements) == 1
    page.view.scrollToBottom()
    QApplication.processEvents()
    assert len(asked) == 2
    assert long_office[-1] in asked[1]
    assert words(page)[-1].startswith("中共示范市委办公室 · 报送 · 第 1 号")


def test_what_is_shown_follows_the_palette(page, sent, chinese):
    page.enter()
    try:
        gui_app.dress(chinese, Preferences(language="zh", scheme=Scheme.DARK))
        QApplication.processEvents()
        assert DARK.text in page.text_view.toHtml().upper()
        assert LIGHT.text not in page.text_view.toHtml().upper()
    finally:
        gui_app.dress(chinese, Preferences(language="zh", scheme=Scheme.LIGHT))


def test_what_was_chosen_far_down_stays_chosen(page, long_office, qtbot):
    page.enter()
    page.view.setCurrentIndex(page.model.index(2000))
    title = page.title_label.text()
    page.enter()
    assert page.view.currentIndex().row() == 2000
    assert page.title_label.text() == title
    assert title.endswith("第 1000 号")


def test_an_empty_page_says_so(page):
    assert page.empty_label.text() == "还没有报送过。"
    page.choose_tab(WAITING)
    assert page.empty_label.text() == "没有等待核验来源的文件。"


def test_a_batch_shows_how_far_it_came(qtbot, page, sent, workspace, prompts, clock):
    page.enter()
    assert words(page)[0].endswith("已导出")
    shown = page.text_view.toPlainText()
    assert "1. 秋粮收购资金已落实" in shown
    assert "还没有收到回执。" in shown
    press(qtbot, page, "note_receipt")
    dialog = prompts.last
    assert not dialog.ui.accept_button.isEnabled()
    dialog.ui.who_edit.setText("市委办 张某")
    dialog.ui.accept_button.click()
    (receipt,) = workspace.answers.receipts(sent.id)
    assert (receipt.via, receipt.said_by, receipt.is_signed) == (
        ReceiptVia.PHONE,
        "市委办 张某",
        False,
    )
    assert abs(receipt.said_at - clock.now()) < timedelta(minutes=1)
    shown = page.text_view.toPlainText()
    assert "本单位自记" in shown
    assert "电话 市委办 张某" in shown
    assert "对方签名" not in shown


def test_proof_and_papers_are_written(qtbot, page, sent, prompts, tmp_path):
    page.enter()
    prompts.save_to = tmp_path / "proof.pdf"
    press(qtbot, page, "certificate")
    reader = PdfReader(BytesIO(prompts.save_to.read_bytes()))
    assert len(reader.pages) == 1
    assert sent.digest[:8] in reader.pages[0].extract_text()
    prompts.save_to = tmp_path / "papers.docx"
    press(qtbot, page, "paper")
    assert prompts.save_to.read_bytes().startswith(b"PK")


def test_the_folder_of_a_batch_is_opened(qtbot, page, sent, prompts):
    page.enter()
    press(qtbot, page, "folder")
    assert prompts.opened == [sent.path.parent]


def test_fields_are_copied_one_by_one(qtbot, page, sent, prompts):
    page.enter()
    press(qtbot, page, "fields")
    dialog = prompts.last
    qtbot.mouseClick(dialog.findChild(QPushButton, "copy_0_button"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "秋粮收购资金已落实"
    assert dialog.note_label.text() == "已复制：标题"
    dialog.item_combo.setCurrentIndex(1)
    qtbot.mouseClick(dialog.findChild(QPushButton, "copy_0_button"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "供热改造完工"


@pytest.mark.parametrize("kept", [False, True])
def test_fields_are_copied_as_the_item_was_sent(qtbot, page, workspace, prompts, tmp_path, kept):
    item = workspace.items.add(Content("伤者送医", (Section("whole", "家属电话 13812345678。"),)))
    workspace.items.approve(item.id, "主任", despite="样例")
    keep = {item.id} if kept else set()
    workspace.outgoing.export([item.id], tmp_path / "p.idb", keep_personal=keep)
    page.enter()
    press(qtbot, page, "fields")
    qtbot.mouseClick(
        prompts.last.findChild(QPushButton, "copy_1_button"), Qt.MouseButton.LeftButton
    )
    number = "13812345678" if kept else "138****5678"
    assert QGuiApplication.clipboard().text() == f"家属电话 {number}。"


def test_an_unknown_sender_waits_until_its_fingerprint_was_compared(
    qtbot, page, other, workspace, prompts, tmp_path
):
    path = other.outgoing.export([add_approved(other, "东山秋粮过半")], tmp_path / "o.idb").path
    page.open_files([path])
    dialog = prompts.last
    dialog.ui.apply_button.click()
    assert workspace.items.count(ItemFilter()) == 0
    dialog.close()
    assert page.tabs.tabText(WAITING) == "待核验 1"
    page.choose_tab(WAITING)
    assert "东山秋粮过半" in page.text_view.toPlainText()
    press(qtbot, page, "verify")
    trust = prompts.last
    assert isinstance(trust, TrustDialog)
    assert trust.ui.fingerprint_label.text().split() == fingerprint(other.stations.own()).split()
    assert not trust.ui.accept_button.isEnabled()
    trust.ui.compared_check.setChecked(True)
    trust.ui.accept_button.click()
    assert [row.title for row in workspace.items.rows(ItemFilter())] == ["东山秋粮过半"]
    assert page.model.rowCount() == 0
    page.choose_tab(STATIONS)
    assert words(page) == ["东山县委办公室\n有效"]
    page.choose_tab(RECEIVED)
    assert words(page)[0].startswith("东山县委办公室 · 报送 · 第 1 号")


def test_the_receipt_goes_back_and_the_sender_sees_it_delivered(
    qtbot, page, other, workspace, prompts, tmp_path
):
    record = other.outgoing.export([add_approved(other, "东山秋粮过半")], tmp_path / "o.idb")
    workspace.stations.trust(other.stations.own(), fingerprint(other.stations.own()))
    other.stations.trust(workspace.stations.own(), fingerprint(workspace.stations.own()))
    incoming = workspace.incoming
    incoming.apply(incoming.plan(incoming.read(record.path)))
    page.choose_tab(RECEIVED)
    page.enter()
    prompts.save_to = tmp_path / "receipt.idb"
    press(qtbot, page, "receipt")
    other.incoming.apply(other.incoming.plan(other.incoming.read(prompts.save_to)))
    assert other.answers.standing(record.id).value == "delivered"


def test_missing_numbers_are_named(page, other, workspace, tmp_path):
    workspace.stations.trust(other.stations.own(), fingerprint(other.stations.own()))
    files = []
    for number in range(3):
        record = other.outgoing.export(
            [add_approved(other, f"第{number}条")], tmp_path / f"{number}.idb"
        )
        files.append(record.path)
    for path in (files[0], files[2]):
        workspace.incoming.apply(workspace.incoming.plan(workspace.incoming.read(path)))
    page.choose_tab(RECEIVED)
    page.enter()
    assert page.gaps_label.text() == "东山县委办公室：缺第 2 号批次"
    page.choose_tab(SENT)
    assert not page.gaps_label.isVisible()


def test_a_station_card_is_written_taken_in_and_revoked(
    qtbot, page, other, workspace, prompts, tmp_path
):
    page.choose_tab(STATIONS)
    prompts.save_to = tmp_path / "card.pdf"
    press(qtbot, page, "card")
    assert prompts.save_to.read_bytes().startswith(b"%PDF")
    card = other.outgoing.card(tmp_path / "other-card.idb")
    page.open_files([card])
    prompts.last.ui.apply_button.click()
    prompts.last.close()
    page.choose_tab(WAITING)
    press(qtbot, page, "verify")
    prompts.last.ui.compared_check.setChecked(True)
    prompts.last.ui.superior_check.setChecked(True)
    prompts.last.ui.accept_button.click()
    assert workspace.stations.superior().party.name == "东山县委办公室"
    page.choose_tab(STATIONS)
    press(qtbot, page, "revoke")
    prompts.last.ui.name_edit.setText("李明")
    prompts.last.ui.reason_edit.setPlainText("密钥遗失")
    prompts.last.ui.accept_button.click()
    assert words(page)[0].splitlines()[1].startswith("已吊销")
    assert "密钥遗失" in page.text_view.toPlainText()


def test_a_waiting_file_is_not_taken_in_on_request(
    qtbot, page, other, workspace, prompts, tmp_path
):
    path = other.outgoing.export([add_approved(other, "东山秋粮过半")], tmp_path / "o.idb").path
    workspace.incoming.wait(workspace.incoming.read(path), path)
    page.choose_tab(WAITING)
    page.enter()
    press(qtbot, page, "let_go")
    assert page.model.rowCount() == 0
    assert workspace.items.count(ItemFilter()) == 0
