"""Asks what is redacted, by whom, before whom and why; shows what will happen before it can."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog

from infodesk.core.errors import InfodeskError
from infodesk.core.redaction import Redaction, complete
from infodesk.gui.forms.ui_redaction_dialog import Ui_RedactionDialog
from infodesk.gui.messages import explain
from infodesk.gui.stylesheet import set_role
from infodesk.redacting import Reach

Look = Callable[[Redaction, Callable[[Reach], None], Callable[[Exception], None]], None]
"""Looks where something would be taken out, and answers later."""


class RedactionDialog(QDialog):
    """Redacts only what it has shown before: a change of any field asks to be shown anew.

    Args:
        item_id: UUID of the item.
        title: the item's title.
        by: who is offered as the one who redacts.
        look: looks what would happen.
        language: ``zh`` or ``en``.

    Signals:
        wanted: the redaction shall be done.
    """

    wanted = Signal(Redaction)

    def __init__(self, item_id: str, title: str, *, by: str, look: Look, language: str) -> None:
        super().__init__()
        self._item_id = item_id
        self._look = look
        self._language = language
        self._shown: Redaction | None = None
        self.ui = Ui_RedactionDialog()
        self.ui.setupUi(self)
        set_role(self.ui.title_label, "strong")
        set_role(self.ui.hint_label, "muted")
        set_role(self.ui.redact_button, "danger")
        self.ui.title_label.setText(title)
        self.ui.by_edit.setText(by)
        self.ui.extent_combo.addItem(self.tr("these passages"))
        self.ui.extent_combo.addItem(self.tr("the whole text"))
        self.ui.extent_combo.currentIndexChanged.connect(self._on_edited)
        self.ui.passages_edit.textChanged.connect(self._on_edited)
        for edit in (self.ui.by_edit, self.ui.witness_edit, self.ui.reason_edit):
            edit.textChanged.connect(self._on_edited)
        self.ui.look_button.clicked.connect(self._on_look_clicked)
        self.ui.redact_button.clicked.connect(self._on_redact_clicked)
        self.ui.cancel_button.clicked.connect(self.reject)
        self._on_edited()

    def _on_edited(self) -> None:
        self._shown = None
        whole = self.ui.extent_combo.currentIndex() == 1
        self.ui.passages_edit.setEnabled(not whole)
        self.ui.passages_label.setEnabled(not whole)
        self.ui.redact_button.setEnabled(False)
        self._say("")

    def _on_look_clicked(self) -> None:
        passages = tuple(self.ui.passages_edit.toPlainText().splitlines())
        whole = self.ui.extent_combo.currentIndex() == 1
        asked = Redaction(
            self._item_id,
            self.ui.by_edit.text(),
            self.ui.witness_edit.text(),
            self.ui.reason_edit.text(),
            # Nothing written is no passage, never the whole text.
            () if whole else passages or (" ",),
        )
        try:
            redaction = complete(asked)
        except InfodeskError as error:
            self._refuse(error)
            return
        self._shown = redaction
        self._say(self.tr("Looking…"))
        self._look(redaction, lambda reach: self._show(redaction, reach), self._refuse)

    def _show(self, redaction: Redaction, reach: Reach) -> None:
        if self._shown is not redaction:
            return
        places = reach.places
        words = self.tr(
            "Will be taken out of {draft} draft, {versions} versions, {copies} copies in batches "
            "and {remarks} reasons; {backups} backups are looked through one by one."
        )
        said = [
            words.format(
                draft=places.draft,
                versions=places.versions,
                copies=places.copies,
                remarks=places.remarks,
                backups=len(reach.backups),
            )
        ]
        if places.waiting:
            words = self.tr(
                "{count} waiting batches of unknown senders hold it and go whole: a signed file "
                "cannot be changed."
            )
            said.append(words.format(count=places.waiting))
        comma = "、" if self._language == "zh" else ", "
        if places.on_file:
            titles = comma.join(places.on_file)
            said.append(
                self.tr("On file, {titles} hold it too: take them off file.").format(titles=titles)
            )
        if places.elsewhere:
            numbers = comma.join(map(str, places.elsewhere))
            said.append(
                self.tr("Items {numbers} hold it too: redact each.").format(numbers=numbers)
            )
        if reach.missing is not None:
            said.append(self.tr("The second place of backups cannot be reached now."))
        self._say("\n".join(said))
        self.ui.redact_button.setEnabled(bool(places) or bool(reach.backups))

    def _refuse(self, error: Exception) -> None:
        self._say(explain(error, self._language), role="must")

    def _say(self, text: str, role: str = "") -> None:
        set_role(self.ui.reach_label, role)
        self.ui.reach_label.style().polish(self.ui.reach_label)
        self.ui.reach_label.setText(text)

    def _on_redact_clicked(self) -> None:
        if self._shown is not None:
            self.wanted.emit(self._shown)
            self.accept()
