"""Splitting a text into the parts of its kind: offered after a paste, shown before it is done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from infodesk.core.items import WHOLE, Content, Section
from infodesk.gui.context import PageContext
from infodesk.gui.drafting import Drafting
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
        if key == WHOLE:
            self._replace(Content(self._editor.content().title, sections))
        else:
            self._editor.spread(key, sections)
