"""A journal that is open to read only: whatever would write is disabled, and says why.

What writes is named here and nowhere else; a test presses everything that is left.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget

WRITING: Mapping[str, frozenset[str]] = {
    "items_page": frozenset(
        {
            *("new_button", "open_button", "welcome_new_button", "welcome_open_button"),
            *("discard_button", "hold_button", "return_button", "approve_button"),
            *("state_act_button", "follow_button", "redact_action"),
            *("kind_combo", "mark_open_button"),
        }
    ),
    "bulletins_page": frozenset(
        {
            *("start_button", "new_issue_button", "sign_button", "withdraw_button"),
            *("distribution_button", "editor_note_edit", "masthead_combo", "items_drop_zone"),
            *("edit_series_action", "edit_masthead_action", "new_series_action"),
            *("discard_issue_action", "send_batch_action", "take_in_batch_action", "drop_action"),
        }
    ),
    "exchange_page": frozenset(
        {
            *("send_button", "take_in_button", "drop_button", "let_go_button", "verify_button"),
            *("note_receipt_button", "answers_button", "commission_button", "withdraw_button"),
            *("tell_button", "roster_button", "revoke_button"),
        }
    ),
    "settings_dialog": frozenset(
        {
            *("office_edit", "superior_edit", "clerk_edit", "exports_edit", "exports_button"),
            *("fonts_combo", "code_check", "kinds_button", "backups_button", "security_button"),
            *("drop_button",),
        }
    ),
}
"""Object names of what writes, by the name of the page or dialog it stands in."""


class ReadOnly(QObject):
    """Holds back what writes, wherever and whenever it is shown, until ``end``.

    It sees every event of the program, which only a journal that is open to read only has to bear.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = QApplication.instance()
        if self._application is not None:
            self._application.installEventFilter(self)

    def end(self) -> None:
        """Hold nothing back any more: the journal was closed."""
        if self._application is not None:
            self._application.removeEventFilter(self)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.Show, QEvent.Type.EnabledChange) and isinstance(watched, QWidget):
            self._look_at(watched, watched.parentWidget())
            for action in watched.actions() if isinstance(watched, QMenu) else ():
                self._look_at(action, watched)
        return False

    def _look_at(self, thing: QWidget | QAction, place: QWidget | None) -> None:
        name = thing.objectName()
        if not any(name in names for names in WRITING.values()):
            return
        while place is not None:
            if name in WRITING.get(place.objectName(), ()):
                thing.setEnabled(False)
                thing.setToolTip(self.tr("Not while this journal is open to read only."))
                return
            place = place.parentWidget()
