"""The items: the list at the left, the sheet in the middle, findings, history and page right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from infodesk.core.checking.findings import Finding, Report
from infodesk.core.counting import word_count
from infodesk.core.errors import InfodeskError
from infodesk.core.items import (
    APPROVED_STATES,
    Act,
    Content,
    Item,
    Revision,
    Section,
)
from infodesk.gui.context import PageContext
from infodesk.gui.drafting import Drafting
from infodesk.gui.item_acts import ItemActs, now
from infodesk.gui.messages import explain
from infodesk.gui.pages.item_pages import ItemPages
from infodesk.gui.pages.page import Page
from infodesk.gui.splitting import Splitting
from infodesk.gui.stylesheet import set_role
from infodesk.gui.taking_in import TakingIn, cleaning_words
from infodesk.gui.widgets.act_bar import ActBar
from infodesk.gui.widgets.item_editor import ItemEditor
from infodesk.gui.widgets.item_list_pane import ItemListPane
from infodesk.gui.widgets.item_side import PREVIOUS, ItemSide
from infodesk.gui.widgets.state_bar import StateBar
from infodesk.gui.widgets.welcome import Welcome

NARROW = 1000
"""Width of the page in logical pixels below which list and findings take turns."""

SIDE_PX = 280
"""Width of the findings; the page gets half of the room beside the list."""


class ItemsPage(Page):
    """Everything about one item at a time."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._desk = context.workspace.items
        self._language = context.language
        self.setObjectName("items_page")
        self.drafting = Drafting(
            context.workspace, context.tasks, by=lambda: context.office.clerk, parent=self
        )
        self.acts = ItemActs(context, self)
        self.taking_in = TakingIn(context, self)
        self._is_narrow = False
        self._shows_side = False
        self._side_px = {False: SIDE_PX}
        self._is_page_wide = False
        self._make()
        self.splitting = Splitting(
            context, self.editor, drafting=self.drafting, replace=self._replace_content, parent=self
        )
        self._connect()
        self.list_pane.reload()

    def enter(self) -> None:
        """Read the list anew, and the item shown where another page changed it."""
        self.list_pane.reload()
        item = self.drafting.item
        if item is None:
            self._choose_first()
        elif not self.drafting.is_dirty and self._stored(item.id) != item:
            self._open(item.id)
        else:
            self._show_history()
        self.list_pane.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        """Keep the text shown, and a version of it."""
        return self.drafting.leave()

    def end(self) -> None:
        """Let go of the item shown."""
        self.pages.end()
        self.list_pane.end()
        self.drafting.drop()

    def open_files(self, files: Sequence[Path]) -> None:
        """Take files in as drafts."""
        self.taking_in.take(files)

    def new_item(self) -> None:
        """Begin an empty item and put the cursor into its title."""
        if not self.drafting.leave():
            return
        profile = next(iter(self._context.workspace.profiles.values()))
        content = Content("", tuple(Section(part.key, "") for part in profile.parts))
        try:
            item = self._desk.add(content, kind=profile.key, author=self._context.office.clerk)
        except InfodeskError as error:
            self._context.status.problem.emit(explain(error, self._language))
            return
        self._show_new([item.id])
        self.editor.focus_title()

    def show_item(self, item_id: str) -> None:
        """Show an item wherever it stands; another one is kept first."""
        self._on_chosen(item_id)
        self.list_pane.choose(item_id)

    def ask_for_files(self) -> None:
        """Ask which files to open."""
        self._context.prompts.open_files(
            self.tr("Open files"),
            self.tr("Texts (*.docx *.doc *.wps *.rtf *.txt);;All files (*)"),
            then=self.open_files,
        )

    def paste_item(self) -> None:
        """Begin an item from the text of the clipboard."""
        text = QGuiApplication.clipboard().text()
        if text.strip() and self.drafting.leave():
            self.taking_in.take_text(text)

    def do(self, act: Act) -> None:
        """Begin an act on the item shown; its text is kept first."""
        item = self.drafting.item
        if item is not None and self.drafting.save():
            self.acts.start(act, self._desk.get(item.id))

    def follow_up(self) -> None:
        """Begin the next report on the event of the item shown."""
        item = self.drafting.item
        if item is None:
            return
        try:
            begun = self._desk.follow_up(item.id, self._context.office.clerk)
        except InfodeskError as error:
            self._context.status.problem.emit(explain(error, self._language))
            return
        self._show_new([begun.id])
        self.side.setCurrentIndex(PREVIOUS)

    def look_for(self) -> None:
        """Find in the text where the keyboard is in it, else in the list."""
        if self.editor.has_focus:
            self.find_in_text()
        else:
            self.list_pane.focus_search()

    def find_in_text(self) -> None:
        """Find and replace in the item shown."""
        if self.drafting.item is not None:
            self._sheet_rows.insertWidget(1, self.editor.find_bar)
            self.editor.start_finding()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._arrange()

    def _make(self) -> None:
        context = self._context
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.list_pane = ItemListPane(context.workspace, context.searching, self._language)
        self.splitter.addWidget(self.list_pane)
        self.editor = ItemEditor(context.workspace.profiles, self._language)
        self.state_bar = StateBar()
        self.act_bar = ActBar()
        sheet = QWidget()
        rows = QVBoxLayout(sheet)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.state_bar)
        self._sheet_rows = rows
        rows.addWidget(self.editor, 1)
        rows.addWidget(self.act_bar)
        self.side = ItemSide(self._language)
        set_role(self.side, "side")
        self.pages = ItemPages(
            context,
            self.side,
            read=self._read,
            is_composing=self.editor.is_composing,
            parent=self,
        )
        self._inner = inner = QSplitter(Qt.Orientation.Horizontal)
        inner.setHandleWidth(1)
        inner.setChildrenCollapsible(False)
        inner.addWidget(sheet)
        inner.addWidget(self.side)
        inner.setStretchFactor(0, 1)
        inner.setSizes([2 * SIDE_PX, SIDE_PX])
        self.welcome = Welcome()
        self.right = QStackedWidget()
        self.right.addWidget(self.welcome)
        self.right.addWidget(inner)
        self.splitter.addWidget(self.right)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([400, 860])
        row.addWidget(self.splitter)

    def _connect(self) -> None:
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.New), self.list_pane.new_button.click),
            (QKeySequence(QKeySequence.StandardKey.Open), self.list_pane.open_button.click),
            (QKeySequence(QKeySequence.StandardKey.Find), self.look_for),
            (QKeySequence("Ctrl+H"), self.find_in_text),
            (QKeySequence("F8"), self.editor.go_to_next),
            (QKeySequence("Shift+F8"), partial(self.editor.go_to_next, back=True)),
            (QKeySequence("Alt+Return"), self.editor.offer_fixes),
            (QKeySequence("Ctrl+Shift+V"), self.editor.mark_open),
            (QKeySequence("F11"), self.editor.calm_button.click),
            (QKeySequence(QKeySequence.StandardKey.Save), self.drafting.save),
            (QKeySequence(QKeySequence.StandardKey.Print), self.pages.print_item),
        ):
            QShortcut(keys, self).activated.connect(act)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self.list_pane.view)
        paste.setContext(Qt.ShortcutContext.WidgetShortcut)
        paste.activated.connect(self.paste_item)
        self.list_pane.chosen.connect(self._on_chosen)
        self.list_pane.new_wanted.connect(self.new_item)
        self.list_pane.narrowed.connect(lambda: self.editor.seek(self.list_pane.model.query))
        self.list_pane.open_wanted.connect(self.ask_for_files)
        self.welcome.new_wanted.connect(self.new_item)
        self.welcome.open_wanted.connect(self.ask_for_files)
        self.editor.edited.connect(self._on_edited)
        self.editor.left.connect(self.drafting.save)
        self.editor.kind_chosen.connect(self._on_kind_chosen)
        self.editor.unit_entered.connect(self._on_unit_entered)
        self.editor.find_button.clicked.connect(self.find_in_text)
        self.editor.calm_button.toggled.connect(lambda _: self._arrange())
        self.editor.cleaned.connect(
            lambda found: self._context.status.note.emit(cleaning_words(found, self._language))
        )
        self.editor.refused.connect(
            lambda error: self._context.status.problem.emit(explain(error, self._language))
        )
        self.drafting.saved.connect(self._on_saved)
        self.drafting.refused.connect(self._on_refused)
        self.drafting.warned.connect(
            lambda error: self._context.status.problem.emit(explain(error, self._language))
        )
        self.drafting.checked.connect(self._on_checked)
        self.drafting.versioned.connect(self._show_history)
        self.side.place_wanted.connect(self.editor.go_to)
        self.side.fixes_wanted.connect(self.editor.apply)
        self.side.pointed.connect(self.editor.point)
        self.side.source_wanted.connect(self._show_source)
        self.side.shown.connect(self._show_history)
        self.side.shown.connect(self._show_previous)
        self.side.currentChanged.connect(self._make_room)
        self.side.restore_wanted.connect(self._on_restore_wanted)
        self.act_bar.act_wanted.connect(self.do)
        self.act_bar.follow_wanted.connect(self.follow_up)
        self.act_bar.side_wanted.connect(self._on_side_wanted)
        self.state_bar.act_wanted.connect(self.do)
        self.acts.done.connect(self._on_act_done)
        self.taking_in.added.connect(self._show_new)

    def _choose_first(self) -> None:
        if not self.list_pane.choose_first():
            self.right.setCurrentIndex(0)
            self._context.status.detail.emit("")
        self._arrange()

    def _stored(self, item_id: str) -> Item | None:
        try:
            return self._desk.get(item_id)
        except InfodeskError:
            return None

    def _open(self, item_id: str) -> None:
        """Show an item; what was shown before has been kept."""
        item = self._stored(item_id)
        if item is None:
            self.drafting.drop()
            self._choose_first()
            return
        self.right.setCurrentIndex(1)
        self._arrange()
        self.editor.show_item(item, self._desk.units())
        self.editor.seek(self.list_pane.model.query)
        self.drafting.take(item, read=self.editor.content, is_composing=self.editor.is_composing)
        self._show_state(item)
        self.drafting.check_soon()
        self.pages.touch()
        self._show_history()
        self._show_previous()

    def _read(self) -> tuple[Item, Content] | None:
        """Return the item shown with the text as it stands in the boxes."""
        item = self.drafting.item
        return (item, self.editor.content()) if item is not None else None

    def _show_state(self, item: Item) -> None:
        approval = self._desk.approval(item.id) if item.state in APPROVED_STATES else None
        acts = self._desk.history(item.id)
        self.editor.set_editable(self.drafting.can_edit)
        self.state_bar.show_item(item, approval, acts)
        self.act_bar.show_item(item)

    def _show_history(self) -> None:
        item = self.drafting.item
        if item is None:
            return
        versions = self._desk.revisions(item.id)
        count = len(versions)
        self._context.status.detail.emit(self._detail(count))
        if not self.side.is_history_visible:
            return
        self.side.versions.show_versions(
            versions, self.editor.content(), can_restore=self.drafting.can_edit
        )
        self.side.history.show_item(
            self._desk.get(item.id),
            self._context.workspace.profiles.get(item.kind),
            acts=self._desk.history(item.id),
            approval=self._desk.approval(item.id),
            flags=self._desk.flags(item.id),
        )

    def _show_previous(self) -> None:
        """Show the report before this one, where there is one and it is looked at."""
        item = self.drafting.item
        earlier = self._stored(item.follows) if item is not None and item.follows else None
        self.side.setTabVisible(PREVIOUS, earlier is not None)
        report = self.side.report
        if earlier is None or report is None or self.side.currentIndex() != PREVIOUS:
            return
        self.side.previous.show_report(
            earlier,
            self._context.workspace.profiles.get(earlier.kind),
            then=self._context.workspace.check_item(earlier).elements,
            now=report.elements,
        )

    def _tell_detail(self, item: Item) -> None:
        self._context.status.detail.emit(self._detail(len(self._desk.revisions(item.id))))

    def _detail(self, versions: int) -> str:
        content = self.editor.content()
        count = word_count(content.body)
        words = self.tr("{count} chars").format(count=f"{count:,}")
        draft = self.tr("Version {number}").format(number=versions)
        return f"{draft} · {words}" if versions else words

    def _on_chosen(self, item_id: str) -> None:
        current = self.drafting.item
        if current is not None and current.id == item_id:
            return
        if current is not None and not self.drafting.leave():
            self.list_pane.choose(current.id)
            return
        if current is not None:
            self.list_pane.renew(current.id)
        self._open(item_id)

    def _on_edited(self) -> None:
        self.drafting.touch()
        self.pages.touch()

    def _on_saved(self) -> None:
        self._context.status.saved.emit(now(self._context))
        self._context.searching.put_off()
        self._context.status.problem.emit("")
        item = self.drafting.item
        if item is not None:
            self.list_pane.renew(item.id)
            self._tell_detail(item)

    def _on_refused(self, error: Exception) -> None:
        said = explain(error, self._language)
        text = self.tr("Not saved: {reason} The text is still in the editor.").format(reason=said)
        self._context.status.problem.emit(text)

    def _on_checked(self, report: Report) -> None:
        self.editor.show_report(report)
        can_edit = self.drafting.can_edit
        self.side.show_report(report, self.editor.content(), read_only=not can_edit)
        self._show_previous()
        self.act_bar.show_findings(len(report.findings))
        item = self.drafting.item
        if item is not None:
            self.list_pane.renew(item.id)
            # A check begun here may end when another page is shown.
            if self.isVisible():
                self._tell_detail(item)

    def _show_source(self, finding: Finding) -> None:
        """Show the text on file, or the other item, that a finding names."""
        from infodesk.gui.dialogs.source_dialog import SourceDialog
        from infodesk.gui.widgets.finding_card import ALIKE

        title = finding.params["label"]
        if finding.rule == ALIKE:
            other = self._stored(title.partition(" ")[0])
            if other is not None:
                self.show_item(other.id)
            return
        source = self._context.workspace.source_of(title, self.editor.content())
        if source is not None:
            self._context.prompts.show(SourceDialog(title, *source))

    def _on_kind_chosen(self, kind: str) -> None:
        item = self.drafting.item
        if item is not None and kind != item.kind and self.drafting.set_details(kind=kind):
            self._open(item.id)

    def _on_unit_entered(self, unit: str) -> None:
        item = self.drafting.item
        if item is not None and self.drafting.can_edit and unit != item.unit:
            self.drafting.set_details(unit=unit)
            self.pages.touch()

    def _on_restore_wanted(self, version: Revision) -> None:
        clerk = self._context.office.clerk
        if self.drafting.leave():
            self._rewrite(lambda item: self._desk.go_back(item.id, version.number, clerk))

    def _replace_content(self, content: Content) -> None:
        self._rewrite(lambda item: self._desk.autosave(item.id, content, item.rev))

    def _rewrite(self, write: Callable[[Item], object]) -> None:
        """Change the text of the item shown in the journal, and show it anew."""
        item = self.drafting.item
        if item is None:
            return
        try:
            write(self._desk.get(item.id))
        except (InfodeskError, OSError) as error:
            self._on_refused(error)
            return
        self._open(item.id)
        self._on_saved()

    def _on_act_done(self, item_id: str) -> None:
        self.list_pane.reload()
        self.list_pane.choose(item_id)
        self._open(item_id)

    def _show_new(self, ids: Sequence[str]) -> None:
        self.drafting.leave()
        self.list_pane.show_everything()
        self._open(ids[-1])
        self.list_pane.choose(ids[-1])

    def _on_side_wanted(self) -> None:
        self._shows_side = not self._shows_side
        self._arrange()

    def _make_room(self) -> None:
        """Give the page more room than the other tabs need; each keeps the width it was given."""
        wide = self.side.is_page_chosen
        if wide == self._is_page_wide:
            return
        sheet_px, side_px = self._inner.sizes()
        self._side_px[self._is_page_wide] = side_px
        self._is_page_wide = wide
        room_px = sheet_px + side_px
        side_px = self._side_px.get(wide, room_px // 2)
        self._inner.setSizes([max(room_px - side_px, 1), side_px])

    def _arrange(self) -> None:
        """Let list and findings take turns where there is no room for both.

        While the journal is empty there is only the invitation to write.
        """
        is_inviting = self.right.currentWidget() is self.welcome
        is_calm = self.editor.calm_button.isChecked() and not is_inviting
        list_px = 300 if self._is_narrow else 400
        self.splitter.setSizes([list_px, max(self.width() - list_px, 1)])
        self.side.setVisible((not self._is_narrow or self._shows_side) and not is_calm)
        hidden = (self._is_narrow and self._shows_side) or is_calm
        self.list_pane.setVisible(not (hidden or (is_inviting and self.list_pane.is_unfiltered)))
        self.act_bar.show_side_button(self._is_narrow and not is_calm, self._shows_side)
        self.editor.keep_narrow(is_calm)
