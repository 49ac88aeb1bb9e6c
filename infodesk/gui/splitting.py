"""Splitting a text into the parts of its kind: offered after a paste, shown before it is done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import WHOLE, Content, Section
from infodesk.gui.context import PageContext
from infodesk.gui.drafting import Drafting
from infodesk.gui.undoing import Step
from infodesk.gui.widgets.item_editor import ItemEditor

LEAST_SENTENCES = 3
"""Pasted sentences from which a text may be a whole report."""


class Splitting(QObject):
    """Offers and makes splits of the item in an editor.

    Args:
        context: what the page is given.
        editor: where the text stands.
        drafting: keeps what stands there.
        replace: puts another content in the place of the item's.
        parent: keeps this object.
    """

    def __init__(
        self,
        context: PageContext,
        editor: ItemEditor,
        *,
        drafting: Drafting,
        replace: Callable[[Content], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._editor = editor
        self._drafting = drafting
        self._replace = replace
        editor.split_wanted.connect(self.propose)
        editor.pasted.connect(self.look_at)

    def look_at(self, key: str) -> None:
        """Offer a split where sentences of a part that was pasted into tell of other parts."""
        item = self._drafting.item
        text = self._editor.content().text_of(key)
        if item is None or key == WHOLE:
            return
        workspace, kind = self._context.workspace, item.kind

        def count(_progress: object) -> tuple[int, int]:
            parts = [part for _, part in workspace.propose_split(text, kind)]
            return len(parts), sum(part != key for part in parts)

        def offer(counted: tuple[int, int]) -> None:
            every, elsewhere = counted
            now = self._drafting.item
            is_same = now is not None and (now.id, now.kind) == (item.id, kind)
            if is_same and every >= LEAST_SENTENCES and elsewhere:
                self._editor.offer_split(key, elsewhere)

        # The cue words are read with the first proposal, which takes a moment.
        self._context.tasks.run(count, offer, failed=lambda _error: None)

    def propose(self) -> None:
        """Show how the text that was offered splits, to be changed and accepted."""
        from infodesk.gui.dialogs.split_dialog import SplitDialog

        item = self._drafting.item
        if item is None or not self._drafting.save():
            return
        workspace, key = self._context.workspace, self._editor.offered
        text = self._editor.content().text_of(key)
        proposal = workspace.propose_split(text, item.kind)
        dialog = SplitDialog(text, proposal, workspace.profiles[item.kind])
        dialog.accepted_sections.connect(lambda sections: self._split(key, sections))
        self._context.prompts.show(dialog)

    def _split(self, key: str, sections: tuple[Section, ...]) -> None:
        if key != WHOLE:
            self._editor.spread(key, sections)
            return
        item = self._drafting.item
        # What stood there before is a version: it can be gone back to whatever is written later.
        if item is None or not self._drafting.leave():
            return
        desk = self._context.workspace.items
        before = desk.get(item.id).content
        self._replace(Content(self._editor.content().title, sections))
        after = desk.get(item.id).content
        title = before.title or self.tr("(no title yet)")
        self._context.undoing.note(
            Step(
                self.tr("splitting of “{title}”").format(title=title),
                undo=partial(self._put, item.id, after, before),
                redo=partial(self._put, item.id, before, after),
            )
        )

    def _put(self, item_id: str, now: Content, instead: Content) -> None:
        """Put a content in the place of another, where nothing was written since.

        Raises:
            InfodeskError: ITEM_WRITTEN_SINCE, JOURNAL_…; the text is as it was.
        """
        desk = self._context.workspace.items
        item = desk.get(item_id)
        if item.content != now:
            raise InfodeskError(Code.ITEM_WRITTEN_SINCE)
        desk.autosave(item.id, instead, item.rev)
