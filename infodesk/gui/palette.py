"""Ctrl+K: items, issues, units and commands, found by any words or by pinyin initials."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from infodesk.core.batches import Direction
from infodesk.core.items import ItemFilter
from infodesk.core.search import Among, Found, Passage
from infodesk.gui.commands import BULLETINS, COMMANDS, EXCHANGE, ITEMS, Command
from infodesk.gui.context import PageContext
from infodesk.gui.main_window import MainWindow
from infodesk.gui.models.palette_list import Line
from infodesk.gui.pages import PAGES
from infodesk.gui.widgets.palette_box import PaletteBox

if TYPE_CHECKING:
    from infodesk.gui.pages.exchange_page import ExchangePage
    from infodesk.gui.pages.items_page import ItemsPage
    from infodesk.storage.search.search import Search

_ASKER = "palette"

MOST_COMMANDS, MOST_NAMED, MOST_FOUND = 5, 3, 9
RECENT = 5
"""Items that are offered before anything is typed."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """Places of commands with their names, in which what was typed is marked, and what was found.

    Attributes:
        named: what was found by its name alone.
    """

    commands: list[tuple[int, Passage]]
    found: list[Found]
    named: list[Found]


class Palette(QObject):
    """Fills the box over the window."""

    def __init__(self, window: MainWindow, context: PageContext) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        can_write = not context.workspace.is_read_only
        offered = [each for each in COMMANDS if can_write or not each.writes]
        self._commands = [*_pages(), *offered]
        self._titles = [
            QCoreApplication.translate("commands", command.title) for command in self._commands
        ]
        self.box = PaletteBox(window)
        self.box.typed.connect(self._on_typed)
        self.box.taken.connect(lambda line: line.act())

    def open(self) -> None:
        """Show the box; put it away where it shows."""
        if self.box.isVisible():
            self.box.hide()
            return
        self.box.open()

    def end(self) -> None:
        """Take the box away: the journal is about to be closed."""
        self._context.searching.drop(_ASKER)
        self.box.hide()
        self.box.deleteLater()
        self.deleteLater()

    def _on_typed(self, text: str) -> None:
        typed = text.strip()
        if not typed:
            self._context.searching.drop(_ASKER)
            self.box.show_lines(_headed([*self._recent(), *self._every_command()]))
            return
        titles = list(self._titles)

        def look_up(search: Search) -> _Answer:
            finder = search.finder
            marked = [(place, finder.name_of(typed, name)) for place, name in enumerate(titles)]
            commands = [(place, name) for place, name in marked if name.spans]
            commands.sort(key=lambda one: one[1].spans[0][0])
            return _Answer(
                commands[:MOST_COMMANDS],
                finder.find_named(typed, MOST_FOUND),
                finder.names.find(typed, MOST_NAMED),
            )

        self._context.searching.ask(_ASKER, look_up, partial(self._show, typed))

    def _show(self, typed: str, answer: _Answer) -> None:
        lines = [self._command(place, title) for place, title in answer.commands]
        by_kind = sorted(answer.found, key=lambda one: list(Among).index(one.among))
        lines += [self._thing(found, typed) for found in by_kind]
        lines += [self._named(found) for found in answer.named]
        self.box.show_lines(_headed(lines))

    def _recent(self) -> list[Line]:
        rows = self._context.workspace.items.rows(ItemFilter(), limit=RECENT)
        return [
            Line(
                self.tr("Newest items"),
                "items",
                Passage(row.title or self.tr("(no title yet)"), ()),
                partial(self._show_item, row.id, ""),
                row.unit,
            )
            for row in rows
        ]

    def _every_command(self) -> list[Line]:
        return [
            self._command(place, Passage(title, ())) for place, title in enumerate(self._titles)
        ]

    def _command(self, place: int, title: Passage) -> Line:
        command = self._commands[place]
        return Line(self.tr("Commands"), "right", title, partial(self._do, command), command.keys)

    def _thing(self, found: Found, typed: str) -> Line:
        day = self._day(found)
        below = found.text if found.text.spans and not found.title.spans else None
        if found.among is Among.ISSUE:
            act: Callable[[], object] = partial(self._show_issue, found.serial)
            return Line(self.tr("Issues"), "bulletins", found.title, act, day, below)
        act = partial(self._show_item, found.id, typed)
        title = found.title if found.title.text else Passage(self.tr("(no title yet)"), ())
        aside = "  ".join(filter(None, (found.unit, day)))
        if found.among is Among.VERSION:
            return Line(self.tr("Earlier versions"), "history", title, act, aside, below)
        return Line(self.tr("Items"), "items", title, act, aside, below)

    def _named(self, found: Found) -> Line:
        if found.among is Among.UNIT:
            act = partial(self._show_unit, found.id)
            return Line(self.tr("Units"), "panel", found.title, act, self.tr("its items"))
        if found.among is Among.STATION:
            act = partial(self._show_station, found)
            return Line(self.tr("Stations"), "exchange", found.title, act)
        sent = found.state == Direction.SENT
        way = self.tr("sent") if sent else self.tr("received")
        below = None if found.title.spans else found.text
        aside = f"{way}  {self._day(found)}"
        act = partial(self._show_batch, found)
        return Line(self.tr("Batches"), "exchange", found.title, act, aside, below)

    def _day(self, found: Found) -> str:
        zone = self._context.workspace.clock.now().tzinfo
        return f"{found.at.astimezone(zone):%Y-%m-%d}" if found.at else ""

    def _do(self, command: Command) -> None:
        if not command.page:
            command.act(self._window)
            return
        self._window.go_to(command.page)
        command.act(self._window.page(command.page))

    def _show_item(self, item_id: str, typed: str) -> None:
        from infodesk.core.search import parse

        page = self._go_to_items()
        page.show_item(item_id)
        if typed:
            page.editor.seek(parse(typed))

    def _show_unit(self, unit: str) -> None:
        page = self._go_to_items()
        page.list_pane.filter_bar.choose_unit(unit)
        page.list_pane.choose_first()

    def _show_issue(self, number: int) -> None:
        from infodesk.gui.pages.bulletins_page import BulletinsPage

        self._window.go_to(BULLETINS)
        page = self._window.page(BULLETINS)
        if isinstance(page, BulletinsPage):
            issue = self._context.workspace.bulletins.get(number)
            page.show_series(issue.series_id)
            page.show_issue(number)

    def _show_station(self, found: Found) -> None:
        self._go_to_exchange().show_station(found.id, found.serial)

    def _show_batch(self, found: Found) -> None:
        self._go_to_exchange().show_batch(Direction(found.state), found.serial)

    def _go_to_exchange(self) -> ExchangePage:
        from infodesk.gui.pages.exchange_page import ExchangePage

        self._window.go_to(EXCHANGE)
        page = self._window.page(EXCHANGE)
        if not isinstance(page, ExchangePage):
            raise LookupError(EXCHANGE)
        return page

    def _go_to_items(self) -> ItemsPage:
        from infodesk.gui.pages.items_page import ItemsPage

        self._window.go_to(ITEMS)
        page = self._window.page(ITEMS)
        if not isinstance(page, ItemsPage):
            raise LookupError(ITEMS)
        return page


def _pages() -> list[Command]:
    """Return a command for each page."""
    return [
        Command(
            QCoreApplication.translate("pages", entry.title),
            lambda _page: None,
            entry.key,
            f"Ctrl+{number}",
        )
        for number, entry in enumerate(PAGES, start=1)
    ]


def _headed(lines: Iterable[Line]) -> list[Line]:
    """Return lines of which the first of each kind bears its heading."""
    headed: list[Line] = []
    for line in lines:
        begins = not headed or headed[-1].heading != line.heading
        headed.append(replace(line, begins=begins))
    return headed
