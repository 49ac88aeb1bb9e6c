"""What an office teaches the checker: kinds, rules, place names, documents and speeches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from html import escape
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QListWidgetItem

from infodesk.checker import CheckingDesks
from infodesk.core.checking.check import check
from infodesk.core.errors import InfodeskError
from infodesk.core.intake import cleaned, content_from
from infodesk.core.profile_text import profile_of, text_of
from infodesk.core.profiles import Profile
from infodesk.files import write_atomic
from infodesk.gui.forms.ui_kinds_dialog import Ui_KindsDialog
from infodesk.gui.messages import explain, term
from infodesk.gui.prompts import Prompts
from infodesk.gui.stylesheet import set_role
from infodesk.gui.tasks import Tasks
from infodesk.gui.theme import colours_of
from infodesk.gui.widgets.places_edit import PlacesEdit
from infodesk.gui.widgets.references_edit import ReferencesEdit
from infodesk.gui.widgets.rules_edit import RulesEdit
from infodesk.messages import finding_text

TRY_AFTER_MS = 300
ROUND_PX = QSize(30, 60)
"""What of the screen a dialog leaves free."""

_KEY_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class KindsDialog(QDialog):
    """Edits kinds, rules, place names and texts on file; it holds from the next check on.

    Args:
        desks: what the office has of each, and what a check is done with.
        prompts: how to ask for a file.
        tasks: where files are read.
        language: ``zh`` or ``en``.

    Signals:
        kept: a kind was saved, imported or restored.
    """

    kept = Signal()

    def __init__(
        self,
        desks: CheckingDesks,
        *,
        prompts: Prompts,
        tasks: Tasks,
        language: str,
    ) -> None:
        super().__init__()
        self._desks = desks
        self._profiles = desks.profiles
        self._context = desks.context
        self._prompts = prompts
        self._language = language
        self.ui = Ui_KindsDialog()
        self.ui.setupUi(self)
        self.resize(self.size().boundedTo(self.screen().availableSize() - ROUND_PX))
        # Under this style sheet Fusion would draw the base over the tabs.
        self.ui.tabs.tabBar().setDrawBase(False)
        set_role(self.ui.save_button, "primary")
        self.ui.profile_edit.speak(language)
        scroll = self.ui.profile_scroll
        least = self.ui.profile_edit.minimumSizeHint().width()
        scroll.setMinimumWidth(least + scroll.verticalScrollBar().sizeHint().width())
        self._tasks = tasks
        self._try_timer = QTimer(self)
        self._try_timer.setSingleShot(True)
        self._try_timer.setInterval(TRY_AFTER_MS)
        self._try_timer.timeout.connect(self.try_it)
        ui = self.ui
        ui.kinds_list.currentRowChanged.connect(lambda _row: self._show_current())
        ui.profile_edit.changed.connect(self._on_changed)
        ui.sample_edit.textChanged.connect(self._try_timer.start)
        ui.tabs.currentChanged.connect(self._on_tab_chosen)
        ui.new_button.clicked.connect(self._on_new_clicked)
        ui.restore_button.clicked.connect(self._on_restore_clicked)
        ui.export_button.clicked.connect(self._on_export_clicked)
        ui.import_button.clicked.connect(self._on_import_clicked)
        ui.save_button.clicked.connect(self._on_save_clicked)
        ui.close_button.clicked.connect(self.reject)
        self.finished.connect(self._on_finished)
        self._list("")

    @cached_property
    def rules_edit(self) -> RulesEdit:
        """The rules, built when they are first looked at, as are the next two."""
        edit = RulesEdit(self._desks.rules, self._prompts, self._language, self._say)
        self.ui.rules_rows.addWidget(edit)
        return edit

    @cached_property
    def places_edit(self) -> PlacesEdit:
        """The place names."""
        edit = PlacesEdit(self._desks.places, self._prompts, self._language, self._say)
        self.ui.places_rows.addWidget(edit)
        return edit

    @cached_property
    def references_edit(self) -> ReferencesEdit:
        """Documents and speeches on file."""
        edit = ReferencesEdit(
            self._desks.references,
            prompts=self._prompts,
            tasks=self._tasks,
            language=self._language,
            told=self._say,
        )
        self.ui.references_rows.addWidget(edit)
        return edit

    def choose(self, key: str) -> None:
        """Show a kind."""
        for row in range(self.ui.kinds_list.count()):
            if self.ui.kinds_list.item(row).data(_KEY_ROLE) == key:
                self.ui.kinds_list.setCurrentRow(row)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self.try_it()

    def try_it(self) -> None:
        """Check the sample text against the kind as it now stands in the fields."""
        text = self.ui.sample_edit.toPlainText()
        if not text.strip():
            self.ui.result_view.clear()
            return
        try:
            profile = self._edited()
            content = content_from(cleaned(text).text)
        except InfodeskError as error:
            self.ui.result_view.setPlainText(explain(error, self._language))
            return
        report = check(content, profile, self._context())
        colours = colours_of(self)
        tones = {"must": colours.must, "should": colours.should, "hint": colours.muted}
        parts = []
        for part in profile.parts:
            word = term(f"fullness-{report.parts[part.key].state.value}", self._language)
            parts.append(f"{escape(part.title)} {word}")
        states = "<br>".join(parts)
        found = "".join(
            f"<p style='margin:4px 0'><span style='color:{tones[finding.severity.value]}'>"
            f"{term(f'severity-{finding.severity.value}', self._language)}</span>"
            f"&nbsp; {escape(finding_text(finding, self._language))}</p>"
            for finding in report.findings
        )
        self.ui.result_view.setHtml(f"<p><b>{states}</b></p>{found}")

    def _edited(self) -> Profile:
        """Return the kind as it stands in the fields.

        Raises:
            InfodeskError: PROFILE_WRONG, PROFILE_LINE_WRONG.
        """
        profile = self.ui.profile_edit.profile()
        return replace(profile_of(text_of(profile), profile.name), key=profile.key)

    def _list(self, chosen: str) -> None:
        own = set(self._profiles.own())
        ours = self.tr("(ours)")
        self.ui.kinds_list.blockSignals(True)
        self.ui.kinds_list.clear()
        for key, profile in self._profiles.items():
            item = QListWidgetItem(f"{profile.name} {ours}" if key in own else profile.name)
            item.setData(_KEY_ROLE, key)
            self.ui.kinds_list.addItem(item)
        self.ui.kinds_list.blockSignals(False)
        self.ui.kinds_list.setCurrentRow(0)
        if chosen:
            self.choose(chosen)
        self._show_current()

    @property
    def _key(self) -> str:
        item = self.ui.kinds_list.currentItem()
        return str(item.data(_KEY_ROLE)) if item is not None else ""

    def _show_current(self) -> None:
        if not self._key:
            return
        self.ui.profile_edit.show_profile(self._profiles[self._key])
        is_shipped = self._key in self._profiles.shipped
        self.ui.restore_button.setText(self.tr("As shipped") if is_shipped else self.tr("Remove"))
        self.ui.restore_button.setEnabled(self._key in self._profiles.own())
        self.ui.save_button.setEnabled(False)
        self._say("")
        self.try_it()

    def _on_tab_chosen(self, tab: int) -> None:
        self.ui.save_button.setVisible(tab == 0)
        shown = self.ui.tabs.currentWidget()
        if shown is self.ui.rules_tab:
            _ = self.rules_edit
        elif shown is self.ui.places_tab:
            _ = self.places_edit
        elif shown is self.ui.references_tab:
            _ = self.references_edit
        self._say("")

    def _on_finished(self) -> None:
        if "references_edit" in vars(self):
            self.references_edit.leave()

    def _on_changed(self) -> None:
        self.ui.save_button.setEnabled(True)
        self._say("")
        self._try_timer.start()

    def _on_new_clicked(self) -> None:
        number = next(
            n for n in range(1, len(self._profiles) + 2) if f"own-{n}" not in self._profiles
        )
        base = next(iter(self._profiles.values()))
        name = self.tr("Our kind {number}").format(number=number)
        profile = replace(base, key=f"own-{number}", name=name, order=100 + number)
        self._try(lambda: self._profiles.save(profile))

    def _on_save_clicked(self) -> None:
        self._try(lambda: self._profiles.save(self._edited()))

    def _on_restore_clicked(self) -> None:
        key = self._key
        if key in self._profiles.shipped:
            self._try(lambda: self._profiles.restore(key))
            return
        self._prompts.ask(
            self.tr("Kinds"),
            self.tr("The kind “{name}” will be removed.").format(name=self._profiles[key].name),
            accept=self.tr("Remove"),
            then=lambda: self._try(lambda: self._remove(key)),
        )

    def _remove(self, key: str) -> Profile:
        self._desks.remove_kind(key)
        return next(iter(self._profiles.values()))

    def _on_export_clicked(self) -> None:
        text = self._profiles.text(self._key)
        self._prompts.save_file(
            self.tr("Export a kind"),
            Path(f"{self._profiles[self._key].name}.toml"),
            filters=self.tr("Kinds (*.toml)"),
            then=lambda path: self._write(path, text),
        )

    def _write(self, path: Path, text: str) -> None:
        try:
            write_atomic(path, text.encode())
        except OSError as error:
            self._say(explain(error, self._language))

    def _on_import_clicked(self) -> None:
        self._prompts.open_files(
            self.tr("Import a kind"),
            self.tr("Kinds (*.toml)"),
            then=lambda files: self._try(lambda: self._take(files[0])),
        )

    def _take(self, path: Path) -> Profile:
        from infodesk.archive import readers

        return self._profiles.take(readers.read_plain(path), path.name)

    def _try(self, act: Callable[[], Profile]) -> None:
        try:
            kept = act()
        except (InfodeskError, OSError) as error:
            self._say(explain(error, self._language))
            return
        self._list(kept.key)
        self.kept.emit()

    def _say(self, problem: str) -> None:
        self.ui.problem_label.setText(problem)
