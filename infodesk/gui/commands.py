"""What can be done by typing what it is called: a command is a line in ``COMMANDS``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

ITEMS, BULLETINS, EXCHANGE = "items", "bulletins", "exchange"


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do.

    Attributes:
        title: English source text, translated in the context ``commands``.
        act: called with the page, or with the window where there is none.
        page: key of the page it is done on, shown first; empty for the window itself.
        keys: its shortcut, shown beside it.
        writes: whether it is offered only where the journal can be written.
    """

    title: str
    act: Callable[[Any], object]
    page: str = ""
    keys: str = ""
    writes: bool = False


COMMANDS = (
    Command(
        str(QT_TRANSLATE_NOOP("commands", "New item")),
        lambda page: page.new_item(),
        ITEMS,
        "Ctrl+N",
        writes=True,
    ),
    Command(
        str(QT_TRANSLATE_NOOP("commands", "Open files")),
        lambda page: page.ask_for_files(),
        ITEMS,
        "Ctrl+O",
        writes=True,
    ),
    Command(
        str(QT_TRANSLATE_NOOP("commands", "New item from the clipboard")),
        lambda page: page.paste_item(),
        ITEMS,
        writes=True,
    ),
    Command(
        str(QT_TRANSLATE_NOOP("commands", "Search the list of items")),
        lambda page: page.list_pane.focus_search(),
        ITEMS,
    ),
    Command(
        str(QT_TRANSLATE_NOOP("commands", "Print the item")),
        lambda page: page.pages.print_item(),
        ITEMS,
        "Ctrl+P",
    ),
    Command(
        str(QT_TRANSLATE_NOOP("commands", "New issue")),
        lambda page: page.open_issue(),
        BULLETINS,
        writes=True,
    ),
    Command(
        str(QT_TRANSLATE_NOOP("commands", "Undo the last act")),
        lambda window: window.undo_wanted.emit(),
        keys="Ctrl+Z",
    ),
    Command(
        str(QT_TRANSLATE_NOOP("commands", "Settings")),
        lambda window: window.settings_wanted.emit(),
    ),
    Command(
        str(
            QT_TRANSLATE_NOOP(
                "commands", "Check settings: kinds, rules, place names, documents and speeches"
            )
        ),
        lambda window: window.kinds_wanted.emit(),
        writes=True,
    ),
    Command(
        str(QT_TRANSLATE_NOOP("commands", "Larger text")),
        lambda window: window.zoom_wanted.emit(1),
        keys="Ctrl++",
    ),
    Command(
        str(QT_TRANSLATE_NOOP("commands", "Smaller text")),
        lambda window: window.zoom_wanted.emit(-1),
        keys="Ctrl+-",
    ),
)
