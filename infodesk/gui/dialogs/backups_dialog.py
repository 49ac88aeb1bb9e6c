"""The backups of a journal: what each holds, trying one out, putting one in the journal's place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QDialog, QHeaderView, QTableWidget, QTableWidgetItem

from infodesk import messages, safekeeping
from infodesk.core.backups import ASKED, Backup, Comparison, Contents, Line, is_drill_due
from infodesk.core.clock import Clock
from infodesk.core.errors import Code, InfodeskError
from infodesk.gui.forms.ui_backups_dialog import Ui_BackupsDialog
from infodesk.gui.messages import explain, term
from infodesk.gui.office import Office
from infodesk.gui.prompts import Prompts
from infodesk.gui.stylesheet import set_role
from infodesk.gui.tasks import Tasks
from infodesk.safekeeping import Safe

SHOWN_ITEMS = 500

Outcome = TypeVar("Outcome")


class BackupsDialog(QDialog):
    """Lists the backups and shows what the chosen one holds.

    Args:
        journal: whose backups.
        office: where the second place is kept; None while the journal cannot be opened.
        prompts: how to ask for a folder, and whether to restore.
        tasks: where backups are made and read.
        clock: the office's.
        language: ``zh`` or ``en``, of its words for states and errors.

    Signals:
        restore_wanted: the backup that shall take the journal's place.
    """

    restore_wanted = Signal(Path)

    def __init__(
        self,
        journal: Path,
        office: Office | None,
        *,
        prompts: Prompts,
        tasks: Tasks,
        clock: Clock,
        language: str,
    ) -> None:
        super().__init__()
        self._journal = journal
        self._office = office
        self._prompts = prompts
        self._tasks = tasks
        self._clock = clock
        self._language = language
        self._shelf = safekeeping.shelf_of(journal, clock)
        self._backups: Sequence[Backup] = ()
        self.ui = Ui_BackupsDialog()
        self.ui.setupUi(self)
        for table, wide in ((self.ui.backups_table, 1), (self.ui.items_table, 2)):
            _dress(table, wide)
        self.ui.told_label.hide()
        self.ui.backups_table.itemSelectionChanged.connect(self._on_chosen)
        self.ui.folder_button.clicked.connect(lambda: prompts.open_path(self._shelf.folder))
        self.ui.make_button.clicked.connect(self._on_make_clicked)
        self.ui.drill_button.clicked.connect(self._on_drill_clicked)
        self.ui.restore_button.clicked.connect(self._on_restore_clicked)
        self.ui.place_button.clicked.connect(self._on_place_clicked)
        self.ui.no_place_button.clicked.connect(partial(self._set_place, ""))
        self.ui.close_button.clicked.connect(self.accept)
        self.show_backups()

    @property
    def chosen(self) -> Backup | None:
        """The backup that is looked into."""
        row = self.ui.backups_table.currentRow()
        return self._backups[row] if 0 <= row < len(self._backups) else None

    def show_backups(self) -> None:
        """List what is on the shelf now, and look into the newest."""
        self._backups = self._shelf.backups()
        table = self.ui.backups_table
        table.blockSignals(True)
        table.setRowCount(len(self._backups))
        for row, backup in enumerate(self._backups):
            for column, text in enumerate(self._cells(backup)):
                cell = QTableWidgetItem(text)
                if column in (2, 3, 4):
                    cell.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                table.setItem(row, column, cell)
        table.blockSignals(False)
        is_open = self._office is not None
        self.ui.state_label.setText(self._state())
        self.ui.place_edit.setText(self._office.second_place if self._office else "")
        self.ui.no_place_button.setEnabled(bool(self.ui.place_edit.text()))
        for button in (self.ui.make_button, self.ui.place_button):
            button.setEnabled(is_open)
        self.ui.drill_button.setEnabled(is_open and bool(self._backups))
        self.ui.restore_button.setEnabled(bool(self._backups))
        if self._backups:
            table.selectRow(0)
        else:
            self.ui.inside_label.clear()
            self.ui.summary_label.clear()
            self.ui.items_table.setRowCount(0)

    def _cells(self, backup: Backup) -> tuple[str, ...]:
        held = backup.contents
        return (
            f"{backup.at:%Y-%m-%d %H:%M}",
            self._word(backup.why),
            str(held.items) if held else "—",
            str(held.issues) if held else "—",
            QLocale().formattedDataSize(backup.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat),
            self._word("verified" if backup.is_verified else "unverified"),
        )

    def _word(self, key: str) -> str:
        try:
            return messages.say("backups", key, self._language)
        except KeyError:
            return messages.say("backups", "before-upgrade", self._language)

    def _state(self) -> str:
        if not self._backups:
            return self.tr("There is no backup yet")
        newest = self._backups[0].at
        text = self.tr("Last backup {time}").format(time=f"{newest:%Y-%m-%d %H:%M}")
        if self._office is None:
            return text
        drilled = self._office.drilled_at
        if drilled is None:
            return text + " · " + self.tr("no restore drill yet")
        days = (self._clock.now() - drilled).days
        if not days:
            return text + " · " + self.tr("last restore drill today")
        said = self.tr("last restore drill {days} days ago")
        if is_drill_due(self._backups, drilled, self._clock.now()):
            said = self.tr("last restore drill {days} days ago: time for another")
        return text + " · " + said.format(days=days)

    def _on_chosen(self) -> None:
        backup = self.chosen
        if backup is None:
            return
        self.ui.inside_label.setText(
            self.tr("The journal of {time}").format(time=f"{backup.at:%Y-%m-%d %H:%M}")
        )
        self.ui.summary_label.setText(self.tr("Reading it…"))
        self.ui.items_table.setRowCount(0)
        self.ui.restore_button.setEnabled(False)
        self._run(
            lambda: self._shelf.look(backup.path, SHOWN_ITEMS),
            lambda found: self._show_inside(backup, *found),
            failed=lambda error: self._show_damage(backup, error),
        )

    def _show_inside(self, backup: Backup, held: Contents, lines: Sequence[Line]) -> None:
        if backup is not self.chosen:
            return
        last = f"{held.last_change:%Y-%m-%d %H:%M}" if held.last_change else "—"
        self.ui.summary_label.setText(
            self.tr("Whole. {items} items, {issues} issues, last change {last}.").format(
                items=held.items, issues=held.issues, last=last
            )
        )
        table = self.ui.items_table
        table.setRowCount(len(lines))
        for row, line in enumerate(lines):
            state = term(f"state-{line.state}", self._language)
            for column, text in enumerate((f"{line.updated_at:%m-%d %H:%M}", state, line.title)):
                cell = QTableWidgetItem(text)
                cell.setToolTip(text)
                table.setItem(row, column, cell)
        self.ui.restore_button.setEnabled(True)

    def _show_damage(self, backup: Backup, error: Exception) -> None:
        if backup is self.chosen:
            self.ui.summary_label.setText(explain(error, self._language))

    def _on_make_clicked(self) -> None:
        self._tell(self.tr("Backing up…"), "muted")
        self.ui.make_button.setEnabled(False)
        self._run(
            partial(safekeeping.back_up, self._journal, ASKED, always=True, clock=self._clock),
            self._on_made,
        )

    def _on_made(self, safe: Safe) -> None:
        self.show_backups()
        if safe.problem is not None:
            self._tell(explain(safe.problem, self._language), "should")
        elif safe.carried is not None:
            self._tell(self.tr("Backed up, verified, and carried to the second place."), "done")
        else:
            self._tell(self.tr("Backed up and verified."), "done")

    def _on_drill_clicked(self) -> None:
        self._tell(self.tr("Reading the newest backup from end to end…"), "muted")
        self._run(partial(safekeeping.try_restore, self._journal, self._clock), self._on_drilled)

    def _on_drilled(self, found: tuple[Backup, Comparison] | None) -> None:
        if found is None:
            return
        backup, seen = found
        self.ui.state_label.setText(self._state())
        if seen.missing:
            text = self.tr(
                "{count} texts of the backup of {time} are not in the journal as they were."
            )
            tone = "must"
        else:
            text = self.tr(
                "The backup of {time} opens and is whole: all {items} items and {versions} "
                "versions of it are in the journal unchanged. {newer} items are newer than it."
            )
            tone = "done"
        self._tell(
            text.format(
                time=f"{backup.at:%Y-%m-%d %H:%M}",
                count=seen.missing,
                items=seen.items,
                versions=seen.versions,
                newer=seen.newer,
            ),
            tone,
        )

    def _on_restore_clicked(self) -> None:
        backup = self.chosen
        if backup is None:
            return
        self._prompts.ask(
            self.tr("Restore"),
            self.tr(
                "The backup of {time} takes the journal's place. What was written since is not in "
                "it; the present journal is kept as a backup first, so that you can come back."
            ).format(time=f"{backup.at:%Y-%m-%d %H:%M}"),
            accept=self.tr("Restore"),
            then=partial(self._restore, backup.path),
        )

    def _restore(self, path: Path) -> None:
        self.accept()
        self.restore_wanted.emit(path)

    def _on_place_clicked(self) -> None:
        self._prompts.choose_folder(
            self.tr("Second place"),
            Path(self.ui.place_edit.text() or Path.home()),
            then=lambda folder: self._set_place(str(folder)),
        )

    def _set_place(self, place: str) -> None:
        if self._office is None:
            return
        try:
            self._office.second_place = place
        except InfodeskError as error:
            self._tell(explain(error, self._language), "must")
            return
        self.ui.place_edit.setText(place)
        self.ui.no_place_button.setEnabled(bool(place))
        if place:
            self._on_make_clicked()

    def _run(
        self,
        work: Callable[[], Outcome],
        done: Callable[[Outcome], None],
        *,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        task = self._tasks.run(lambda _progress: work(), done, failed=failed or self._on_failed)
        # Closed meanwhile, there is nothing left to show it on.
        self.destroyed.connect(task.cancel)
        self.finished.connect(task.cancel)

    def _on_failed(self, error: Exception) -> None:
        self.ui.make_button.setEnabled(True)
        damaged = isinstance(error, InfodeskError) and error.code is Code.BACKUP_DAMAGED
        self._tell(explain(error, self._language), "must" if damaged else "should")

    def _tell(self, text: str, role: str) -> None:
        set_role(self.ui.told_label, role)
        self.ui.told_label.setText(text)
        self.ui.told_label.show()


def _dress(table: QTableWidget, wide: int) -> None:
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(30)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for column in range(table.columnCount()):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
