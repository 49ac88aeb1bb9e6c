"""The two palettes: readable, and told apart by a widget's palette alone."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QLabel

from infodesk.gui import app as gui_app
from infodesk.gui import theme
from infodesk.gui.preferences import Preferences
from infodesk.gui.scheme import Scheme
from infodesk.gui.theme import DARK, LIGHT, Colours

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
