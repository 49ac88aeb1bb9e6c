"""The window in Chinese: nothing unfinished, nothing stale, no half-English dialog."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QTabWidget,
    QWidget,
)

from infodesk.core.checking.findings import Span
from infodesk.gui import app as gui_app
from infodesk.gui import translation
from infodesk.gui.dialogs.approve_dialog import ApproveDialog
from infodesk.gui.dialogs.crash_dialog import CrashDialog
from infodesk.gui.dialogs.first_run_dialog import FirstRunDialog
from infodesk.gui.dialogs.kinds_dialog import KindsDialog
from infodesk.gui.dialogs.outcome_dialog import OutcomeDialog
from infodesk.gui.dialogs.progress_dialog import ProgressDialog
from infodesk.gui.dialogs.reason_dialog import ReasonDialog
from infodesk.gui.dialogs.settings_dialog import SettingsDialog
from infodesk.gui.dialogs.split_dialog import SplitDialog
from infodesk.gui.main_window import MainWindow
from infodesk.gui.pages import PAGES
from infodesk.gui.preferences import Preferences
from infodesk.gui.scheme import Scheme
from tests.gui.conftest import LANDSLIDE, ONE_BLOCK, RecordedPrompts

pytestmark = pytest.mark.gui

ROOT = Path(__file__).resolve().parents[2]
COMPILE = ROOT / "resources" / "i18n" / "compile.py"
CATALOGUE = ROOT / "resources" / "i18n" / "infodesk_zh_CN.ts"

SPOKEN_AS_IT_IS = {"infodesk", "Word", "PDF", "WPS", "English", "xinxi"}
SPOKEN_AS_IT_IS |= {"Ctrl", "Shift", "Alt", "Delete", "Enter"}
"""Words that stand in the Chinese window too: names of programs, formats, keys."""


def words_of(widget: QWidget) -> set[str]:
    """Return the Latin words a widget and those in it show."""
    shown: list[str] = [widget.windowTitle()]
    for part in (widget, *widget.findChildren(QWidget)):
        shown += [part.toolTip(), part.accessibleName()]
        if isinstance(part, QLabel | QAbstractButton):
            shown.append(part.text())
        elif isinstance(part, QGroupBox):
            shown.append(part.title())
        elif isinstance(part, QLineEdit):
            shown.append(part.placeholderText())
        elif isinstance(part, QComboBox):
            shown += [part.itemText(place) for place in range(part.count())]
        elif isinstance(part, QTabWidget):
            shown += [part.tabText(place) for place in range(part.count())]
    text = re.sub(r"[A-Z]:\\\S*|/\S+|\S+\.\w{2,8}\b|<[^>]+>", " ", "\n".join(shown))
    return set(re.findall(r"[A-Za-z]{2,}", text)) - SPOKEN_AS_IT_IS


def test_the_catalogue_is_complete_and_up_to_date():
    command = [sys.executable, str(COMPILE), "--check"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "complete")


def everything_in(path):
    """Return every translation of a file, by context and source text."""
    messages = translation.Messages(path)
    return {
        (context, source): text
        for context in messages.contexts()
        for source, text in messages[context].items()
    }


def test_every_placeholder_is_on_both_sides():
    read = everything_in(CATALOGUE)
    assert len(read) > 100
    for (context, source), text in read.items():
        wanted, found = (sorted(re.findall(r"\{\w*\}", side)) for side in (source, text))
        assert wanted == found, (context, source)


def test_the_catalogue_is_read_as_an_xml_parser_reads_it():
    parsed = {}
    for context in ElementTree.parse(CATALOGUE).getroot().iter("context"):
        for message in context.iter("message"):
            text = "".join(message.find("translation").itertext()).strip()
            parsed[context.findtext("name"), message.findtext("source")] = text
    assert everything_in(CATALOGUE) == parsed


def test_an_unfinished_entry_is_not_used(tmp_path):
    path = tmp_path / "some.ts"
    path.write_text(
        "<TS><context><name>A</name>"
        "<message><source>one</source><translation>一</translation></message>"
        "<message><source>two</source><translation type='unfinished'>二</translation></message>"
        "<message><source>three</source><translation></translation></message>"
        "</context></TS>",
        encoding="utf-8",
    )
    assert everything_in(path) == {("A", "one"): "一"}
    assert translation.Messages(path)["B"] == {}


def test_the_language_can_be_changed_while_it_runs(qtbot, chinese, status):
    window = MainWindow(status)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    assert window.settings_button.text() == "设置"
    try:
        gui_app.dress(chinese, Preferences(language="en", scheme=Scheme.LIGHT))
        qtbot.waitUntil(lambda: window.settings_button.text() == "Settings")
        assert QCoreApplication.translate("pages", "Items") == "Items"
    finally:
        gui_app.dress(chinese, Preferences(language="zh", scheme=Scheme.LIGHT))
    qtbot.waitUntil(lambda: window.rail_buttons["items"].text() == "条目")


def test_qt_s_own_buttons_speak_chinese(qtbot, chinese):
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setStandardButtons(QMessageBox.StandardButton.Cancel | QMessageBox.StandardButton.Save)
    assert {button.text().split("(")[0] for button in box.buttons()} == {"取消", "保存"}


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.key)
def test_every_page_is_all_chinese(qtbot, context, entry):
    context.workspace.items.add(ONE_BLOCK, unit="住建局")
    context.workspace.bulletins.add_series(
        key="xinxi", name="示范信息", issuer="办公室", masthead="red", next_number=1
    )
    page = entry.build(context)
    qtbot.addWidget(page)
    page.show()
    page.enter()
    try:
        assert words_of(page) == set()
    finally:
        page.leave()
        page.end()


def _dialogs(context) -> dict[str, QDialog]:
    workspace = context.workspace
    item = workspace.items.add(LANDSLIDE)
    lacking = workspace.check(ONE_BLOCK, item.kind)
    profile = workspace.profiles[item.kind]
    gate = context.tasks.run(lambda _progress: None, lambda _: None, failed=lambda _: None)
    proposal = [(Span("whole", 0, 5), profile.parts[0].key)]
    kinds = KindsDialog(workspace, prompts=context.prompts, tasks=context.tasks, language="zh")
    # Each tab is built when it is first looked at.
    for tab in (kinds.ui.rules_tab, kinds.ui.places_tab, kinds.ui.references_tab):
        kinds.ui.tabs.setCurrentWidget(tab)
    return {
        "check settings": kinds,
        "approve": ApproveDialog(
            LANDSLIDE.title, lacking.findings, signer="", language=context.language
        ),
        "reason": ReasonDialog("扣压", LANDSLIDE.title, consequence="", name="李明"),
        "split": SplitDialog("滑坡了。", proposal, profile),
        "outcome": OutcomeDialog("已打开 1 个文件", ["甲.txt：文件是空的。"]),
        "progress": ProgressDialog("打开文件", "正在读取", gate),
        "crash": CrashDialog(Path("crash.txt"), ""),
        "first run": FirstRunDialog("zh", RecordedPrompts()),
        "settings": SettingsDialog(
            context.office, Preferences(language="zh"), context.prompts, journal=workspace.path
        ),
    }


def test_every_dialog_opens_all_chinese_and_closes(qtbot, context):
    for name, dialog in _dialogs(context).items():
        qtbot.addWidget(dialog)
        dialog.open()
        assert dialog.isVisible(), name
        assert words_of(dialog) == set(), name
        assert dialog.windowTitle(), name
        dialog.close()
        assert not dialog.isVisible(), name


def test_every_field_has_a_name_for_those_who_listen(qtbot, context):
    for name, dialog in _dialogs(context).items():
        qtbot.addWidget(dialog)
        for field in (*dialog.findChildren(QLineEdit), *dialog.findChildren(QComboBox)):
            is_inner = field.objectName().startswith("qt_")
            assert is_inner or field.accessibleName(), (name, field.objectName())
