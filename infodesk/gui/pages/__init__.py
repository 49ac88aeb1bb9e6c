"""The pages of the window: a page is added by adding a line to ``PAGES``.

Each module is loaded when its page is first shown, so that the window is painted early.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP

from infodesk.gui.pages.page import Page


class PageEntry(NamedTuple):
    """A page in the rail.

    Attributes:
        title: English source text, translated in the context ``pages``.
        icon: name of the drawing in ``resources/icons``.
        build: makes the page from a ``PageContext``; loads its module.
        suffixes: endings of the files it opens when they are dropped on the window; ``"*"`` for
            whatever no other page takes.
    """

    key: str
    title: str
    icon: str
    build: Callable[[Any], Page]
    suffixes: tuple[str, ...] = ()


def _items(context: Any) -> Page:
    from infodesk.gui.pages.items_page import ItemsPage

    return ItemsPage(context)


def _bulletins(context: Any) -> Page:
    from infodesk.gui.pages.bulletins_page import BulletinsPage

    return BulletinsPage(context)


def _exchange(context: Any) -> Page:
    from infodesk.gui.pages.exchange_page import ExchangePage

    return ExchangePage(context)


PAGES = (
    PageEntry("items", str(QT_TRANSLATE_NOOP("pages", "Items")), "items", _items, ("*",)),
    PageEntry(
        "bulletins",
        str(QT_TRANSLATE_NOOP("pages", "Bulletins")),
        "bulletins",
        _bulletins,
    ),
    PageEntry(
        "exchange",
        str(QT_TRANSLATE_NOOP("pages", "Exchange")),
        "exchange",
        _exchange,
        (".idb",),
    ),
)
