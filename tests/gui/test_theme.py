"""The two palettes: readable, and told apart by a widget's palette alone."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QLabel

from infodesk.core.checking.findings import Span
from infodesk.gui import app as gui_app
from infodesk.gui import theme
from infodesk.gui.dialogs.source_dialog import SourceDialog
from infodesk.gui.dialogs.split_dialog import SplitDialog
from infodesk.gui.preferences import Preferences
from infodesk.gui.scheme import Scheme
from infodesk.gui.theme import DARK, LIGHT, Colours
from infodesk.workspace import profile_named

WRITTEN_ON = {
    "text": ("ground", "panel", "primary_ground"),
    "muted": ("ground", "panel", "primary_ground"),
    "primary": ("ground", "panel", "primary_ground"),
    "on_primary": ("primary",),
    "must": ("ground", "panel", "primary_ground", "must_ground"),
    "should": ("ground", "panel", "primary_ground", "should_ground"),
    "done": ("ground", "panel", "primary_ground", "done_ground"),
}


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("colour", WRITTEN_ON)
def test_what_is_written_can_be_read(colours: Colours, colour: str):
    for ground in WRITTEN_ON[colour]:
        contrast = _contrast(getattr(colours, colour), getattr(colours, ground))
        assert contrast >= 4.5, (colour, ground, contrast)


def test_every_colour_is_a_full_hexadecimal_one():
    for colours in (LIGHT, DARK):
        for name, colour in colours._asdict().items():
            assert re.fullmatch(r"#[0-9A-F]{6}", colour), name


@pytest.mark.gui
def test_a_widget_knows_its_colours(qtbot, chinese):
    label = QLabel("示范县")
    qtbot.addWidget(label)
    try:
        gui_app.dress(chinese, Preferences(language="zh", scheme=Scheme.DARK))
        assert theme.colours_of(label) is DARK
    finally:
        gui_app.dress(chinese, Preferences(language="zh", scheme=Scheme.LIGHT))
    assert theme.colours_of(label) is LIGHT


@pytest.mark.gui
def test_the_desktop_is_followed_whatever_was_chosen_before(qtbot, chinese):
    label = QLabel("示范县")
    qtbot.addWidget(label)
    try:
        theme.apply(chinese, Scheme.DARK, 10)
        theme.apply(chinese, Scheme.SYSTEM, 10)
        assert theme.colours_of(label) is LIGHT
    finally:
        gui_app.dress(chinese, Preferences(language="zh", scheme=Scheme.LIGHT))


@pytest.mark.gui
def test_the_size_of_text_follows_the_preference(chinese):
    try:
        theme.apply(chinese, Scheme.LIGHT, 12)
        assert chinese.font().pointSize() == 12
        assert "font-size: 13pt" in chinese.styleSheet()
    finally:
        gui_app.dress(chinese, Preferences(language="zh", scheme=Scheme.LIGHT))


@pytest.mark.gui
def test_an_open_source_takes_the_ground_of_another_palette(qtbot, chinese):
    dialog = SourceDialog("讲话", "各级各部门要把消费摆在突出位置。", [(0, 5)])
    qtbot.addWidget(dialog)
    dialog.show()

    def ground():
        [mark] = dialog.text_edit.extraSelections()
        return mark.format.background().color().name().upper()

    try:
        gui_app.dress(chinese, Preferences(language="zh", scheme=Scheme.DARK))
        assert ground() == DARK.should_ground
    finally:
        gui_app.dress(chinese, Preferences(language="zh", scheme=Scheme.LIGHT))
    assert ground() == LIGHT.should_ground


@pytest.mark.gui
def test_an_open_split_takes_the_colours_of_another_palette(qtbot, chinese):
    text = "西关镇滑坡。"
    profile = profile_named("urgent")
    dialog = SplitDialog(text, [(Span("whole", 0, len(text)), "situation")], profile)
    qtbot.addWidget(dialog)
    dialog.show()
    cell = dialog.ui.sentences_table.item(0, 0)
    try:
        gui_app.dress(chinese, Preferences(language="zh", scheme=Scheme.DARK))
        assert cell.foreground().color().name().upper() == DARK.primary
    finally:
        gui_app.dress(chinese, Preferences(language="zh", scheme=Scheme.LIGHT))
    assert cell.foreground().color().name().upper() == LIGHT.primary
