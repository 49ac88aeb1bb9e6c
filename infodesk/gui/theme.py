"""The look: two palettes, a short style sheet for what a palette can't do, and text sizes.

A widget that paints itself asks ``colours_of(self)``, which reads the application's palette: there
is no other "current theme".
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from infodesk.gui.scheme import Scheme
from infodesk.gui.stylesheet import style_sheet

SPACE = 8
"""Unit of all margins and gaps, in pixels."""

RADIUS = 6
"""Corner of boxes and buttons, in pixels."""


class Colours(NamedTuple):
    """One palette by purpose, each ``#RRGGBB``; a ``_ground`` is what its colour is written on."""

    ground: str
    panel: str
    line: str
    text: str
    muted: str
    primary: str
    primary_ground: str
    on_primary: str
    must: str
    must_ground: str
    should: str
    should_ground: str
    done: str
    done_ground: str
    desk: str


LIGHT = Colours(
    ground="#F4F4F1",
    panel="#FFFFFF",
    line="#DEDCD6",
    text="#23262B",
    muted="#676C74",
    primary="#22507D",
    primary_ground="#E8EFF6",
    on_primary="#FFFFFF",
    must="#B3261E",
    must_ground="#FBEAE8",
    should="#8F5B00",
    should_ground="#FDF3DF",
    done="#2B6B45",
    done_ground="#E6F2EA",
    desk="#8A8C90",
)

DARK = Colours(
    ground="#1D2024",
    panel="#26292E",
    line="#393D44",
    text="#E4E6E9",
    muted="#9EA4AC",
    primary="#7FB0DE",
    primary_ground="#2A3A4A",
    on_primary="#14202C",
    must="#F08A80",
    must_ground="#45282A",
    should="#E6B85C",
    should_ground="#41351F",
    done="#83C79B",
    done_ground="#24382C",
    desk="#131517",
)


def colours_of(widget: QWidget) -> Colours:
    """Return the colours a widget is shown in."""
    # Not the widget's own palette: where the sheet says "transparent", its ground is black.
    return colours_for(QApplication.palette(widget))


def colours_for(palette: QPalette) -> Colours:
    """Return the colours a palette was made from."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def apply(app: QApplication, scheme: Scheme, points: int) -> None:
    """Dress the whole program; may be called again at any time.

    Args:
        app: the running application, whose style is Fusion.
        scheme: which palette.
        points: size of ordinary text, in points.
    """
    colours = _resolve(app, scheme)
    font = app.font()
    font.setPointSize(points)
    app.setFont(font)
    app.setPalette(_palette(colours))
    app.setStyleSheet(style_sheet(colours, points))


def _resolve(app: QApplication, scheme: Scheme) -> Colours:
    if scheme is Scheme.SYSTEM:
        # Until it is dressed, the program's own palette is the desktop's. Fusion's follows it too,
        # but asking for the style, or for the scheme by name, loads every enumeration of it before
        # the first paint.
        is_dressed = bool(app.styleSheet())
        return colours_for(app.style().standardPalette() if is_dressed else app.palette())
    return DARK if scheme is Scheme.DARK else LIGHT


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for key, value in (
        (role.Window, colours.ground),
        (role.WindowText, colours.text),
        (role.Base, colours.panel),
        (role.AlternateBase, colours.ground),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Button, colours.panel),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.must),
        (role.Highlight, colours.primary),
        (role.HighlightedText, colours.on_primary),
        (role.Link, colours.primary),
        (role.LinkVisited, colours.primary),
        (role.ToolTipBase, colours.panel),
        (role.ToolTipText, colours.text),
        (role.Light, colours.panel),
        (role.Midlight, colours.line),
        (role.Mid, colours.line),
        (role.Dark, colours.muted),
        (role.Shadow, colours.line),
    ):
        palette.setColor(key, QColor(value))
    for key in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(colours.muted))
    return palette
