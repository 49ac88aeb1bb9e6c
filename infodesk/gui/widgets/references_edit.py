"""Documents and speeches on file: taken in from files, read, renamed, taken off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from infodesk.core.errors import InfodeskError
from infodesk.core.references import Reference, ReferenceDesk
from infodesk.gui.messages import explain
from infodesk.gui.prompts import Prompts
from infodesk.gui.stylesheet import set_role
from infodesk.gui.tasks import Progress, Tasks

TITLE, LENGTH, DAY = range(3)
FEW = 3
"""Files up to which no progress is shown: they take a moment."""

_NUMBER_ROLE = int(Qt.ItemDataRole.UserRole) + 1

_Read = tuple[Path, str | Exception]


class ReferencesEdit(QWidget):
    """What is on file beside the text of the one chosen; every change is kept at once.

    Args:
        desk: the texts on file.
        prompts: how to ask for files.
        tasks: where files are read.
        language: ``zh`` or ``en``.
        told: is called with what went wrong, empty where nothing did.
    """

    def __init__(
        self,
        desk: ReferenceDesk,
        *,
        prompts: Prompts,
        tasks: Tasks,
        language: str,
        told: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._prompts = prompts
        self._tasks = tasks
        self._language = language
        self._told = told
        self._is_left = False
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 8, 0, 0)
        rows.setSpacing(8)
        about = QLabel(
            self.tr(
                "Documents and speeches that items are compared with. Where an item copies a "
                "third or more from one of them, the check names it and marks the passages. "
                "Nothing classified may be kept here."
            )
        )
        about.setWordWrap(True)
        set_role(about, "notice_text")
        rows.addWidget(about)
        columns = QSplitter(Qt.Orientation.Horizontal)
        columns.setChildrenCollapsible(False)
        columns.setHandleWidth(1)
        columns.addWidget(self._make_list())
        columns.addWidget(self._make_text())
        columns.setStretchFactor(0, 1)
        columns.setStretchFactor(1, 1)
        rows.addWidget(columns, 1)
        self._show()

    def choose(self, number: int) -> None:
        """Show the text of one."""
        for row in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(row)
            if item is not None and item.data(TITLE, _NUMBER_ROLE) == number:
                self.tree.setCurrentItem(item)

    def leave(self) -> None:
        """Show nothing more; files that are still being read are put on file all the same."""
        self._is_left = True

    def take(self, files: Sequence[Path]) -> None:
        """Read files beside the window and put their texts on file."""
        task = self._tasks.run(
            lambda progress: _read_all(files, progress), self._add, failed=self._explain
        )
        if len(files) > FEW:
            from infodesk.gui.dialogs.progress_dialog import ProgressDialog

            title = self.tr("Opening files")
            self._prompts.show(ProgressDialog(title, self.tr("Reading"), task))

    def _make_list(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 14, 0)
        column.setSpacing(8)
        self.tree = QTreeWidget()
        self.tree.setObjectName("references_tree")
        self.tree.setAccessibleName(self.tr("Documents and speeches"))
        self.tree.setHeaderLabels([self.tr("Title"), self.tr("Characters"), self.tr("Kept since")])
        self.tree.setRootIsDecorated(False)
        set_role(self.tree, "plain_list")
        self.tree.setUniformRowHeights(True)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        for column_number in (LENGTH, DAY):
            header.setSectionResizeMode(column_number, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.currentItemChanged.connect(lambda item, _: self._show_text(item))
        self.tree.itemSelectionChanged.connect(self._on_selected)
        self.tree.itemDoubleClicked.connect(lambda item, _: self.tree.editItem(item, TITLE))
        self.tree.itemChanged.connect(self._on_renamed)
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Delete), self._ask_to_remove),
            (QKeySequence("F2"), self._rename),
        ):
            shortcut = QShortcut(keys, self.tree)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
        column.addWidget(self.tree, 1)
        row = QHBoxLayout()
        self.add_button = self._button("add_references_button", self.tr("From files…"))
        set_role(self.add_button, "primary")
        self.add_button.clicked.connect(self._on_add_clicked)
        row.addWidget(self.add_button)
        row.addStretch(1)
        self.rename_button = self._button("rename_reference_button", self.tr("Rename"))
        self.rename_button.clicked.connect(self._rename)
        row.addWidget(self.rename_button)
        self.remove_button = self._button("remove_references_button", self.tr("Take off file"))
        self.remove_button.clicked.connect(self._ask_to_remove)
        row.addWidget(self.remove_button)
        column.addLayout(row)
        return box

    def _make_text(self) -> QWidget:
        self.text_view = QPlainTextEdit()
        self.text_view.setObjectName("reference_text_view")
        self.text_view.setAccessibleName(self.tr("Text"))
        self.text_view.setReadOnly(True)
        self.text_view.setTabChangesFocus(True)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(14, 0, 0, 0)
        column.addWidget(self.text_view)
        return box

    @staticmethod
    def _button(name: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _show(self) -> None:
        kept = self._desk.all()
        blocked = QSignalBlocker(self.tree)
        self.tree.clear()
        for each in kept:
            self.tree.addTopLevelItem(_row_of(each))
        blocked.unblock()
        self.text_view.setPlaceholderText(
            self.tr("Choose one to read it here.")
            if kept
            else self.tr("Nothing is on file yet. Take in Word or text files.")
        )
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first)
        self._show_text(first)
        self._on_selected()

    def _show_text(self, item: QTreeWidgetItem | None) -> None:
        if item is None:
            self.text_view.clear()
            return
        try:
            text = self._desk.text(item.data(TITLE, _NUMBER_ROLE))
        except InfodeskError as error:
            self._explain(error)
            return
        self.text_view.setPlainText(text)

    def _on_selected(self) -> None:
        chosen = len(self.tree.selectedItems())
        self.rename_button.setEnabled(chosen == 1)
        self.remove_button.setEnabled(chosen > 0)

    def _on_add_clicked(self) -> None:
        self._prompts.open_files(
            self.tr("Take in documents and speeches"),
            self.tr("Texts (*.txt *.docx *.doc *.wps *.rtf)"),
            then=self.take,
        )

    def _add(self, read: Sequence[_Read]) -> None:
        texts = [(path.stem, text) for path, text in read if isinstance(text, str)]
        wrong = [(path, text) for path, text in read if isinstance(text, Exception)]
        try:
            kept = self._desk.add_all(texts)
        except InfodeskError as error:
            self._explain(error)
            return
        if self._is_left:
            return
        named = [path for path, text in read if isinstance(text, str)]
        wrong += [
            (path, each)
            for path, each in zip(named, kept, strict=True)
            if isinstance(each, InfodeskError)
        ]
        self._show()
        self._told(
            "\n".join(f"{path.name}：{explain(error, self._language)}" for path, error in wrong[:3])
        )

    def _rename(self) -> None:
        item = self.tree.currentItem()
        if item is not None:
            self.tree.editItem(item, TITLE)

    def _on_renamed(self, item: QTreeWidgetItem) -> None:
        number = item.data(TITLE, _NUMBER_ROLE)
        try:
            self._desk.rename(number, item.text(TITLE))
        except InfodeskError as error:
            self._explain(error)
        else:
            self._told("")
        self._show()
        self.choose(number)

    def _ask_to_remove(self) -> None:
        chosen = self.tree.selectedItems()
        if not chosen:
            return
        if len(chosen) == 1:
            said = self.tr("“{title}” will be taken off file. Backups made before keep it.").format(
                title=chosen[0].text(TITLE)
            )
        else:
            said = self.tr(
                "{count} texts will be taken off file. Backups made before keep them."
            ).format(count=len(chosen))
        numbers = [item.data(TITLE, _NUMBER_ROLE) for item in chosen]
        self._prompts.ask(
            self.tr("Documents and speeches"),
            said,
            accept=self.tr("Take off file"),
            then=lambda: self._remove(numbers),
        )

    def _remove(self, numbers: Sequence[int]) -> None:
        try:
            for number in numbers:
                self._desk.remove(number)
        except InfodeskError as error:
            self._explain(error)
        else:
            self._told("")
        self._show()

    def _explain(self, error: Exception) -> None:
        if not self._is_left:
            self._told(explain(error, self._language))


def _row_of(reference: Reference) -> QTreeWidgetItem:
    day = f"{reference.added_at:%Y-%m-%d}"
    item = QTreeWidgetItem([reference.title, f"{reference.characters:,}", day])
    item.setData(TITLE, _NUMBER_ROLE, reference.number)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
    item.setToolTip(TITLE, reference.title)
    item.setTextAlignment(LENGTH, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item


def _read_all(files: Sequence[Path], progress: Progress) -> list[_Read]:
    """Read files one after the other; a bad one does not stop the others."""
    from infodesk.archive import readers
    from infodesk.core.intake import cleaned

    read: list[_Read] = []
    for done, path in enumerate(files):
        progress(done, len(files))
        try:
            read.append((path, cleaned(readers.read(path)).text))
        except (InfodeskError, OSError) as error:
            read.append((path, error))
    return read
