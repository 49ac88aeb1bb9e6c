"""What helps while writing: going from finding to finding, 待核实, find and replace, figures."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeySequence,
    QTextCharFormat,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QToolTip

from infodesk.checker import explanations
from infodesk.core.checking.findings import Figure, Finding, Severity, Span
from infodesk.core.items import Content, Section
from infodesk.gui import app as gui_app
from infodesk.gui.preferences import Preferences
from infodesk.gui.scheme import Scheme
from infodesk.gui.theme import DARK, LIGHT
from infodesk.gui.widgets.figures_view import AMOUNT, NAME, FiguresView
from infodesk.gui.widgets.finding_marks import following
from infodesk.gui.widgets.growing_edit import units_before
from infodesk.gui.widgets.item_side import FIGURES, PREVIOUS
from infodesk.gui.widgets.split_offer import SplitOffer
from tests.gui.conftest import LANDSLIDE

pytestmark = pytest.mark.gui

ORDER = ("title", "situation", "progress")


def at(section, start):
    return Finding("x", Severity.HINT, Span(section, start, start + 1))


FOUND = [at("progress", 3), at("title", 2), at("situation", 8), at("situation", 1)]


@pytest.mark.parametrize(
    ("here", "back", "there"),
    [
        (("title", -1), False, ("title", 2)),
        (("title", 2), False, ("situation", 1)),
        (("situation", 8), False, ("progress", 3)),
        (("progress", 3), False, ("title", 2)),
        (("title", 2), True, ("progress", 3)),
        (("progress", 3), True, ("situation", 8)),
        (("situation", 5), True, ("situation", 1)),
    ],
)
def test_findings_follow_each_other_in_reading_order(here, back, there):
    found = following(FOUND, ORDER, here, back=back)
    assert (found.span.section, found.span.start) == there


def test_without_findings_there_is_nowhere_to_go():
    assert following([], ORDER, ("title", 0)) is None


@pytest.fixture
def page(items_page, workspace):
    workspace.items.add(
        Content(
            "西关镇𠮷祥村滑坡",
            (
                Section("situation", "11月20日6时，西关镇𠮷祥村滑坡,掩埋农房3间,约2人受伤。"),
                Section("measures", "县应急局转移西关镇群众41人。"),
                Section("progress", "正在处理中。"),
            ),
        )
    )
    return items_page()


def edit(page, key):
    return page.editor.findChild(type(page.editor.title_edit), f"{key}_edit")


def selected(page):
    return page.focusWidget().textCursor().selectedText()


def test_f8_goes_from_finding_to_finding_and_back(qtbot, page):
    page.editor.focus_title()
    key = QKeySequence("F8")
    places = []
    for _ in range(3):
        qtbot.keySequence(page.focusWidget(), key)
        places.append((page.focusWidget().objectName(), selected(page)))
    assert places[:2] == [("situation_edit", ","), ("situation_edit", ",")]
    assert places[0] != places[2]
    qtbot.keySequence(page.focusWidget(), QKeySequence("Shift+F8"))
    assert (page.focusWidget().objectName(), selected(page)) == places[1]


def test_what_is_to_be_verified_is_marked_behind_the_cursor(qtbot, page, workspace):
    text = edit(page, "situation")
    text.go_to(text.text().index("约2人"), text.text().index("受伤"))
    page.editor.open_button.click()
    assert "约2人（待核实）受伤" in text.text()
    assert text.document().isUndoAvailable()
    page.drafting.save()
    assert "（待核实）" in workspace.items.get("1").content.body


def test_an_approved_text_is_not_marked(page, workspace):
    workspace.items.approve("1", "主任", "样例")
    page.enter()
    before = page.editor.content()
    edit(page, "situation").setFocus()
    page.editor.mark_open()
    assert page.editor.content() == before
    assert not page.editor.open_button.isEnabled()


def test_a_text_is_found_in_every_box_in_turn(qtbot, page):
    page.editor.focus_title()
    qtbot.keySequence(page.focusWidget(), QKeySequence("Ctrl+H"))
    bar = page.editor.find_bar
    assert bar.isVisible()
    assert not bar.isWindow()
    bar.find_edit.setText("西关镇")
    assert bar.count_label.text() == "共 3 处"
    marked = [
        len(box.extraSelections()) for box in (page.editor.title_edit, edit(page, "measures"))
    ]
    assert all(marked)
    places = []
    for _ in range(4):
        qtbot.keyClick(bar.find_edit, Qt.Key.Key_Return)
        places.append(bar._last.objectName())
    assert places == ["title_edit", "situation_edit", "measures_edit", "title_edit"]
    assert bar.find_edit.hasFocus()
    bar.find_edit.setText("无此")
    assert bar.count_label.text() == "没有找到"
    assert not bar.all_button.isEnabled()
    qtbot.keyClick(bar.find_edit, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_all_places_are_replaced_and_each_box_undoes_its_own(page, workspace):
    before = page.editor.content()
    page.find_in_text()
    bar = page.editor.find_bar
    bar.find_edit.setText("𠮷祥村")
    bar.replace_edit.setText("砖窑沟")
    bar.replace_all()
    assert bar.count_label.text() == "已替换 2 处"
    after = page.editor.content()
    assert after.title == "西关镇砖窑沟滑坡"
    assert after.sections[0].text == before.sections[0].text.replace("𠮷祥村", "砖窑沟")
    page.drafting.save()
    assert workspace.items.get("1").content == after
    for box in (page.editor.title_edit, edit(page, "situation")):
        box.undo()
    assert page.editor.content() == before


def test_one_place_is_replaced_at_a_time(qtbot, page):
    page.find_in_text()
    bar = page.editor.find_bar
    bar.find_edit.setText(",")
    bar.replace_edit.setText("，")
    bar.go_on()
    bar.replace()
    assert edit(page, "situation").text().count(",") == 1
    bar.replace()
    assert edit(page, "situation").text().count(",") == 0


def test_what_may_not_be_changed_is_only_searched(page, workspace):
    workspace.items.approve("1", "主任", "样例")
    page.enter()
    page.find_in_text()
    assert page.editor.find_bar.find_edit.isVisible()
    assert not page.editor.find_bar.all_button.isVisible()


def test_text_only_hides_what_stands_beside(qtbot, page):
    qtbot.keySequence(page, QKeySequence("F11"))
    assert not page.list_pane.isVisible()
    assert not page.side.isVisible()
    assert edit(page, "situation").width() < 860
    qtbot.keySequence(page, QKeySequence("F11"))
    assert page.list_pane.isVisible()
    assert page.side.isVisible()


def test_figures_are_listed_and_lead_to_their_places(page):
    page.side.setCurrentIndex(FIGURES)
    figures = page.side.figures.figures_list
    rows = [figures.topLevelItem(row) for row in range(figures.topLevelItemCount())]
    assert ("转移安置", "41 人") in [(row.text(NAME), row.text(AMOUNT)) for row in rows]
    row = next(row for row in rows if row.text(NAME).startswith("受伤"))
    figures.itemClicked.emit(row, NAME)
    assert page.focusWidget() is edit(page, "situation")
    assert "2" in selected(page)


@pytest.mark.parametrize(
    ("language", "value", "said"),
    [
        ("zh", 450_000, "45 万元"),
        ("zh", 1_234_567, "1,234,567 元"),
        ("zh", 12_345_600, "1,234.56 万元"),
        ("zh", 230_000_000, "2.3 亿元"),
        ("zh", 9_800, "9,800 元"),
        ("en", 450_000, "450,000 元"),
    ],
)
def test_a_large_figure_is_written_as_the_office_writes_it(qtbot, language, value, said):
    view = FiguresView(language)
    qtbot.addWidget(view)
    view.show_figures([Figure("loss", value, "元", Span("situation", 0, 1))])
    assert view.figures_list.topLevelItem(0).text(AMOUNT) == said


def test_each_part_names_the_elements_it_says_and_lacks(qtbot, page):
    page.editor.kind_combo.setCurrentIndex(page.editor.kind_combo.findData("urgent"))
    page.drafting.check()
    box = page.editor.findChild(type(edit(page, "situation").parent()), "situation_box")
    qtbot.waitUntil(lambda: "已述 时间 地点" in box.said_label.text())
    assert "缺 来源" in box.said_label.text()


def test_only_what_must_be_mended_is_in_sight(qtbot, page):
    findings = page.side.findings
    assert {card.finding.severity for card in findings.cards()} == {Severity.MUST}
    rest = sum(f.severity is not Severity.MUST for f in page.editor._report.findings)
    assert findings.fold_button.text() == f"▸ 其余 {rest} 条建议"
    qtbot.mouseClick(findings.fold_button, Qt.MouseButton.LeftButton)
    assert len(findings.cards()) == len(page.editor._report.findings)
    weights = [card.finding.severity for card in findings.cards()]
    assert weights == sorted(weights, key=[Severity.MUST, Severity.SHOULD, Severity.HINT].index)
    qtbot.mouseClick(findings.fold_button, Qt.MouseButton.LeftButton)
    assert {card.finding.severity for card in findings.cards()} == {Severity.MUST}


def test_a_fix_is_made_by_a_press_and_undone(qtbot, page):
    page.side.findings.unfold()
    card = next(c for c in page.side.findings.cards() if c.finding.rule == "half-width-mark")
    before = edit(page, "situation").text()
    qtbot.mouseClick(card.findChild(QPushButton, "fix_0_button"), Qt.MouseButton.LeftButton)
    after = edit(page, "situation").text()
    assert after.count(",") == before.count(",") - 1
    edit(page, "situation").undo()
    assert edit(page, "situation").text() == before


def test_all_wrong_marks_are_mended_at_once(qtbot, page, workspace):
    findings = page.side.findings
    assert findings.marks_button.text() == "一次改正 2 处标点"
    qtbot.mouseClick(findings.marks_button, Qt.MouseButton.LeftButton)
    assert edit(page, "situation").text() == (
        "11月20日6时，西关镇𠮷祥村滑坡，掩埋农房3间，约2人受伤。"
    )
    with qtbot.waitSignal(page.drafting.checked):
        page.drafting.check()
    assert not findings.marks_button.isVisible()


def test_alt_enter_offers_the_fixes_at_the_cursor(qtbot, page):
    text = edit(page, "situation")
    at = text.text().index(",")
    text.go_to(at, at)
    qtbot.keySequence(text, QKeySequence("Alt+Return"))
    menu = page.editor.findChild(QMenu, "fixes_menu")
    assert [(action.text(), action.isEnabled()) for action in menu.actions()] == [
        ("提示　中文里用了半角标点“,”。", False),
        ("改为 ，", True),
    ]
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert text.text()[at] == "，"


def test_a_finding_without_a_fix_is_told_at_the_cursor_too(qtbot, page):
    text = edit(page, "progress")
    text.go_to(2, 2)
    qtbot.keySequence(text, QKeySequence("Alt+Return"))
    menu = page.editor.findChild(QMenu, "fixes_menu")
    assert [action.text() for action in menu.actions()] == [
        "必须　“工作进展”只有套话，没有实际内容。"
    ]
    menu.close()


def test_what_is_underlined_is_explained_under_the_mouse(page, monkeypatch):
    said = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: said.append(text))
    text = edit(page, "situation")
    page.resize(1274, 660)
    page.show()
    for offset in (text.text().index(","), 0):
        cursor = text.textCursor()
        cursor.setPosition(units_before(text.text(), offset))
        place = text.cursorRect(cursor).center() + QPoint(2, 0)
        event = QHelpEvent(QEvent.Type.ToolTip, place, text.viewport().mapToGlobal(place))
        QCoreApplication.sendEvent(text.viewport(), event)
    assert said == ["提示　中文里用了半角标点“,”。", ""]


def test_an_approved_text_is_offered_no_fix(page, workspace):
    workspace.items.approve("1", "主任", "样例")
    page.enter()
    page.drafting.check()
    page.side.findings.unfold()
    assert not page.side.findings.marks_button.isVisible()
    assert not any(c.findChild(QPushButton, "fix_0_button") for c in page.side.findings.cards())


def test_a_follow_up_stands_beside_the_report_it_continues(qtbot, items_page, workspace, landslide):
    workspace.items.approve(landslide.id, "主任", "样例")
    page = items_page()
    assert not page.side.isTabVisible(PREVIOUS)
    qtbot.mouseClick(page.act_bar.follow_button, Qt.MouseButton.LeftButton)
    assert page.editor.title_edit.text() == f"{LANDSLIDE.title}续报一"
    assert page.side.currentIndex() == PREVIOUS
    edit(page, "situation").setPlainText("截至21日8时，经核实，共造成1人受伤。")
    with qtbot.waitSignal(page.drafting.checked):
        page.drafting.check()
    shown = page.side.previous.toPlainText()
    assert LANDSLIDE.title in shown
    assert "掩埋农房3间" in shown
    assert "受伤\n2\n→\n1 减少" in shown
    assert not page.act_bar.follow_button.isVisible()


def test_a_finding_says_which_rule_it_rests_on(qtbot, page):
    card = page.side.findings.cards()[0]
    qtbot.mouseClick(card.why_button, Qt.MouseButton.LeftButton)
    explanation = explanations()[card.finding.rule]
    assert card.why_label.isVisible()
    assert card.why_label.text() == f"{explanation.why}\n{explanation.source}"
    qtbot.mouseClick(card.why_button, Qt.MouseButton.LeftButton)
    assert not card.why_label.isVisible()


REPORT = (
    "西关镇柳林村发生火灾\n"
    "11月20日6时40分许，西关镇柳林村一民房起火，烧毁房屋3间，无人员伤亡。\n"
    "接报后，县消防救援大队出动4辆消防车扑救，镇政府转移群众41人。"
    "截至9时，明火已扑灭，群众已返家。"
)


def paste(page, key, text):
    page.editor.setFocus()
    box = edit(page, key)
    box.setFocus()
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def empty_page(items_page):
    page = items_page()
    page.new_item()
    return page


def offer(page):
    return page.editor.findChild(SplitOffer)


def test_a_report_pasted_into_one_part_is_offered_to_be_split(qtbot, empty_page, prompts):
    page = empty_page
    body = REPORT.split("\n", 1)[1]
    paste(page, "situation", body)
    qtbot.waitUntil(lambda: not offer(page).isHidden())
    assert offer(page).label.text() == "粘贴到“情况”的文字里，有 2 句像是别的部分。"
    assert page.editor.content().text_of("situation") == body
    page.editor.split_button.click()
    prompts.last.ui.split_button.click()
    content = page.editor.content()
    assert content.text_of("situation").endswith("无人员伤亡。")
    assert content.text_of("measures").startswith("接报后，县消防救援大队")
    assert content.text_of("progress") == "截至9时，明火已扑灭，群众已返家。"
    assert offer(page).isHidden()
    edit(page, "situation").undo()
    assert edit(page, "situation").text() == body


def test_sentences_moved_by_a_split_stand_behind_what_was_there(qtbot, empty_page, prompts, ime):
    page = empty_page
    ime(edit(page, "measures"), "县政府启动应急响应。")
    paste(page, "situation", REPORT.split("\n", 1)[1])
    qtbot.waitUntil(lambda: not offer(page).isHidden())
    page.editor.split_button.click()
    prompts.last.ui.split_button.click()
    measures = page.editor.content().text_of("measures")
    assert measures.startswith("县政府启动应急响应。\n接报后，")


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("measures", "县政府启动应急响应。县消防救援大队出动4辆消防车。镇政府转移群众41人。"),
        ("situation", "西关镇一民房起火。县消防救援大队出动4辆消防车。"),
    ],
)
def test_what_belongs_where_it_was_pasted_is_left_in_peace(qtbot, empty_page, key, text):
    page = empty_page
    with qtbot.waitSignal(page.editor.pasted):
        paste(page, key, text)
    page._context.tasks.wait()
    qtbot.wait(20)
    assert offer(page).isHidden()


def test_the_offer_goes_when_it_is_declined_or_the_paste_undone(qtbot, empty_page):
    page = empty_page
    body = REPORT.split("\n", 1)[1]
    for leave in (offer(page).close_button.click, edit(page, "situation").undo):
        paste(page, "situation", body)
        qtbot.waitUntil(lambda: not offer(page).isHidden())
        leave()
        assert offer(page).isHidden()
        edit(page, "situation").load("")


def test_a_report_pasted_into_the_empty_title_finds_its_places(qtbot, empty_page):
    page = empty_page
    paste(page, "title", REPORT)
    title, body = REPORT.split("\n", 1)
    content = page.editor.content()
    assert (content.title, content.text_of("situation")) == (title, body)
    qtbot.waitUntil(lambda: not offer(page).isHidden())
    paste(page, "title", "甲\n乙")
    assert page.editor.content().title == f"{title}甲 乙"


def test_a_title_pasted_with_its_line_end_is_but_a_title(empty_page):
    paste(empty_page, "title", "西关镇柳林村发生火灾\n")
    content = empty_page.editor.content()
    assert (content.title, content.body) == ("西关镇柳林村发生火灾", "")


def test_an_element_that_only_a_hint_asks_for_is_not_called_lacking(qtbot, items_page, workspace):
    item = workspace.items.add(LANDSLIDE, kind="urgent")
    workspace.items.approve(item.id, "王主任", "试")
    page = items_page()
    page.follow_up()
    label = page.editor.findChild(QLabel, "situation_said_label")
    edit(page, "situation").insertPlainText("截至15时，2名伤者病情稳定。")
    page.drafting.check()
    qtbot.waitUntil(lambda: "伤亡" in label.text())
    assert "缺" not in label.text()


def test_every_tab_beside_a_follow_up_is_in_sight(qtbot, items_page, landslide, workspace):
    workspace.items.approve(landslide.id, "王主任")
    page = items_page()
    page.resize(1274, 660)
    page.show()
    page.follow_up()
    qtbot.waitUntil(lambda: page.side.width() >= page.side.tabBar().sizeHint().width())
    assert page.side.isTabVisible(PREVIOUS)


def grounds(page, key):
    """Return the stretches of a box that stand on a ground."""
    selections = edit(page, key).extraSelections()
    return [
        each.cursor.selectedText()
        for each in selections
        if each.format.background().style() != Qt.BrushStyle.NoBrush
    ]


def waves(page, key):
    """Return the stretches of a box that are underlined."""
    selections = edit(page, key).extraSelections()
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    return [e.cursor.selectedText() for e in selections if e.format.underlineStyle() == wave]


def test_every_place_of_the_finding_looked_at_stands_on_a_ground(qtbot, items_page, workspace):
    text = "11月20日6时，西关镇滑坡，造成6人伤亡，其中2人死亡、3人受伤。"
    workspace.items.add(Content("西关镇滑坡造成2死3伤", (Section("situation", text),)))
    page = items_page()
    qtbot.waitUntil(lambda: page.side.report is not None)
    page.side.findings.unfold()
    card = next(c for c in page.side.findings.cards() if c.finding.rule == "parts-differ")
    QCoreApplication.sendEvent(card, QEnterEvent(QPointF(), QPointF(), QPointF()))
    lit = grounds(page, "situation")
    assert len(lit) == 1 + len(card.finding.evidence)
    assert "6人" in lit[0]
    QCoreApplication.sendEvent(card, QEvent(QEvent.Type.Leave))
    assert grounds(page, "situation") == []
    card.setFocus()
    QCoreApplication.sendEvent(card, QFocusEvent(QEvent.Type.FocusIn))
    assert grounds(page, "situation") == lit
    page.side.findings.unfold()
    assert grounds(page, "situation") == []


def test_every_passage_that_was_copied_is_underlined(qtbot, items_page, workspace):
    first = "把发展经济的着力点放在实体经济上，推进新型工业化，加快建设制造强县"
    second = "各级各部门要把思想和行动统一到县委的决策部署上来，不折不扣抓好落实"
    workspace.references.add("讲话", f"{second}。同志们，{first}。")
    text = f"会议提出{first}。会议强调，{second}。"
    workspace.items.add(Content("县工信局开会", (Section("situation", text),)))
    page = items_page()
    qtbot.waitUntil(lambda: len(waves(page, "situation")) == 2)
    assert {each.strip("，。") for each in waves(page, "situation")} == {first, second}


def test_words_take_the_colours_of_another_palette(qtbot, items_page, workspace, chinese):
    item = workspace.items.add(LANDSLIDE, kind="urgent")
    workspace.items.approve(item.id, "王主任", "试")
    page = items_page()
    page.follow_up()
    edit(page, "situation").setPlainText("11月20日6时，西关镇滑坡，原因（待核实）。")
    page.drafting.check()
    label = page.editor.findChild(QLabel, "situation_said_label")
    qtbot.waitUntil(lambda: LIGHT.primary in label.text())
    try:
        gui_app.dress(chinese, Preferences(language="zh", scheme=Scheme.DARK))
        assert DARK.primary in label.text()
        assert DARK.muted.lower() in page.side.previous.toHtml().lower()
    finally:
        gui_app.dress(chinese, Preferences(language="zh", scheme=Scheme.LIGHT))
    assert LIGHT.primary in label.text()
    assert LIGHT.muted.lower() in page.side.previous.toHtml().lower()


def test_the_count_of_characters_follows_each_check(qtbot, items_page, empty_page, ime):
    told = []
    empty_page._context.status.detail.connect(told.append)
    ime(edit(empty_page, "situation"), "西关镇柳林村发生火灾")
    empty_page.drafting.check()
    qtbot.waitUntil(lambda: bool(told) and told[-1].endswith("10 字"))


def test_an_element_to_be_verified_is_named_as_such(qtbot, items_page, workspace):
    text = "11月20日6时，西关镇柳林村一民房起火，起火原因（待核实）。"
    workspace.items.add(Content("西关镇起火", (Section("situation", text),)), kind="urgent")
    page = items_page()
    label = page.editor.findChild(QLabel, "situation_said_label")
    qtbot.waitUntil(lambda: bool(label.text()))
    assert "待核实 原因" in label.text()
    assert "原因" not in label.text().split("待核实")[0]
