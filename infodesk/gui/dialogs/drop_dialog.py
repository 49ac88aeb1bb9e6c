"""The settings of the drop: where it is, how to log in, and whether that works."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from infodesk import mailing
from infodesk.core.drop_settings import AGREED, require_sound
from infodesk.core.drops import EVERY_MINUTES, PATIENCE_MINUTES, Drop, DropKind
from infodesk.core.errors import InfodeskError
from infodesk.gui.forms.ui_drop_dialog import Ui_DropDialog
from infodesk.gui.messages import explain
from infodesk.gui.prompts import Prompts
from infodesk.gui.stylesheet import set_role

if TYPE_CHECKING:
    from infodesk.gui.tending import Tending

EXAMPLES = {
    "": "",
    DropKind.FOLDER.value: "",
    DropKind.SFTP.value: "sftp://host:22/folder",
    DropKind.WEBDAV.value: "https://host/folder",
    DropKind.S3.value: "https://host/bucket",
}


class DropDialog(QDialog):
    """Edits the drop of the open journal."""

    def __init__(self, tending: Tending, *, prompts: Prompts, language: str) -> None:
        super().__init__()
        self._tending = tending
        self._prompts = prompts
        self._language = language
        self._kept = tending.drop()
        self._met: list[str] = []
        self.ui = Ui_DropDialog()
        self.ui.setupUi(self)
        for kind, name in (
            ("", self.tr("No drop")),
            (DropKind.FOLDER.value, self.tr("Shared folder")),
            (DropKind.SFTP.value, "SFTP"),
            (DropKind.WEBDAV.value, "WebDAV"),
            (DropKind.S3.value, "S3"),
        ):
            self.ui.kind_combo.addItem(name, kind)
        for spin in (self.ui.every_spin, self.ui.patience_spin):
            spin.setSuffix(self.tr(" minutes"))
        self.ui.told_label.hide()
        self._fill()
        self.ui.kind_combo.currentIndexChanged.connect(self._on_kind_changed)
        self.ui.browse_button.clicked.connect(self._on_browse_clicked)
        self.ui.try_button.clicked.connect(self._on_try_clicked)
        self.ui.save_button.clicked.connect(self._on_save_clicked)
        self.ui.cancel_button.clicked.connect(self.reject)
        self._on_kind_changed()

    def wanted(self) -> Drop | None:
        """Return what the fields say, or None for no drop."""
        kind = self.ui.kind_combo.currentData()
        if not kind:
            return None
        kept = self._kept
        remote = kind != DropKind.FOLDER.value
        address = self.ui.address_edit.text().strip()
        user = self.ui.user_edit.text().strip() if remote else ""
        secret = self.ui.password_edit.text() if remote else ""
        # A password goes to no other server than the one it was given for.
        same = kept is not None and (kept.kind, kept.address, kept.user) == (kind, address, user)
        if not secret and same and kept is not None:
            secret = kept.secret
        return Drop(
            kind=DropKind(kind),
            address=address,
            send_to=_folder(self.ui.send_edit.text()),
            fetch_from=_folder(self.ui.fetch_edit.text()),
            user=user,
            secret=secret,
            host_key=self._met[-1] if self._met else "",
            active=self.ui.active_check.isChecked(),
            every_minutes=self.ui.every_spin.value(),
            patience_minutes=self.ui.patience_spin.value(),
            since=kept.since if kept else self._tending.workspace.clock.now().date(),
        )

    def _fill(self) -> None:
        kept, ui = self._kept, self.ui
        ui.kind_combo.setCurrentIndex(ui.kind_combo.findData(kept.kind.value if kept else ""))
        ui.address_edit.setText(kept.address if kept else "")
        ui.send_edit.setText(kept.send_to if kept else "")
        ui.fetch_edit.setText(kept.fetch_from if kept else "")
        ui.user_edit.setText(kept.user if kept else "")
        if kept and kept.secret:
            ui.password_edit.setPlaceholderText(self.tr("kept; leave empty not to change it"))
        ui.active_check.setChecked(bool(kept and kept.active))
        ui.every_spin.setValue(kept.every_minutes if kept else EVERY_MINUTES)
        ui.patience_spin.setValue(kept.patience_minutes if kept else PATIENCE_MINUTES)
        ui.plain_check.setChecked(bool(self._tending.workspace.settings.get(AGREED)))

    def _on_kind_changed(self) -> None:
        kind, form = self.ui.kind_combo.currentData(), self.ui.form
        remote = kind not in ("", DropKind.FOLDER.value)
        for row in range(1, form.rowCount()):
            form.setRowVisible(row, bool(kind))
        for field in (self.ui.user_edit, self.ui.password_edit):
            form.setRowVisible(field, remote)
        sealed = self._tending.workspace.secrets.sealed
        form.setRowVisible(self.ui.plain_check, remote and not sealed)
        self.ui.browse_button.setVisible(kind == DropKind.FOLDER.value)
        self.ui.address_edit.setPlaceholderText(EXAMPLES[kind])
        self.ui.try_button.setEnabled(bool(kind))
        self.ui.told_label.hide()
        self._met.clear()

    def _on_browse_clicked(self) -> None:
        self._prompts.choose_folder(
            self.tr("Shared folder"),
            Path(self.ui.address_edit.text() or Path.home()),
            then=lambda folder: self.ui.address_edit.setText(str(folder)),
        )

    def _on_try_clicked(self) -> None:
        drop = self.wanted()
        if drop is None:
            return
        self._met.clear()
        try:
            require_sound(drop)
            # On this thread: loading beside the window was seen to break Qt's memory.
            mailing.load(drop)
        except InfodeskError as error:
            self._on_failed(error)
            return
        self.ui.try_button.setEnabled(False)
        self._tell(self.tr("Connecting…"), "muted")
        met = self._met
        task = self._tending.tasks.run(
            lambda _progress: mailing.try_drop(drop, met.append),
            self._on_tried,
            failed=self._on_failed,
        )
        # Closed meanwhile, there is nothing left to show it on.
        self.destroyed.connect(task.cancel)
        self.finished.connect(task.cancel)

    def _on_tried(self, found: int) -> None:
        self.ui.try_button.setEnabled(True)
        said = self.tr("It works: login, listing and writing; {count} files to fetch from.").format(
            count=found
        )
        if self._met:
            said += "\n" + self.tr(
                "The server's key is {key}: compare it with its keeper's."
            ).format(key=self._met[-1])
        self._tell(said, "done")

    def _on_failed(self, error: Exception) -> None:
        self.ui.try_button.setEnabled(True)
        self._tell(explain(error, self._language), "must")

    def _on_save_clicked(self) -> None:
        try:
            self._tending.keep(self.wanted(), agreed=self.ui.plain_check.isChecked())
        except InfodeskError as error:
            self._on_failed(error)
            return
        self.accept()

    def _tell(self, text: str, role: str) -> None:
        set_role(self.ui.told_label, role)
        self.ui.told_label.setText(text)
        self.ui.told_label.show()


def _folder(text: str) -> str:
    """Return a folder below the address, as Windows or anyone else writes it."""
    return text.strip().replace("\\", "/").strip("/")
