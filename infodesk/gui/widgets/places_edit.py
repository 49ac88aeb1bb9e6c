"""The office's own place table: names written or pasted, looked through, taken out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSortFilterProxyModel, QStringListModel, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from infodesk.core.errors import InfodeskError
from infodesk.core.place_desk import PlaceDesk
from infodesk.files import write_atomic
from infodesk.gui.messages import explain, tried
from infodesk.gui.prompts import Prompts
from infodesk.gui.stylesheet import set_role


class PlacesEdit(QWidget):
    """The names, and a box to write more; what is added or taken out is kept at once.

    Args:
        desk: the place table.
        prompts: how to ask for a file.
        language: ``zh`` or ``en``.
        told: is called with what went wrong, empty where nothing did.
    """

    def __init__(
        self, desk: PlaceDesk, prompts: Prompts, language: str, told: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._desk = desk
        self._prompts = prompts
        self._language = language
        self._told = told
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 8, 0, 0)
        rows.setSpacing(8)
        about = QLabel(
            self.tr(
                "Names of villages, roads and landmarks here that the check takes for places, "
                "such as 老鸦窝 or 十八盘. They stay in this journal and go along when it is moved."
            )
        )
        about.setWordWrap(True)
        set_role(about, "notice_text")
        rows.addWidget(about)
        columns = QHBoxLayout()
        columns.setSpacing(14)
        columns.addLayout(self._make_list(), 3)
        columns.addLayout(self._make_box(), 2)
        rows.addLayout(columns, 1)
        self._show()

    def _make_list(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        self.seek_edit = QLineEdit()
        self.seek_edit.setObjectName("seek_place_edit")
        self.seek_edit.setPlaceholderText(self.tr("Find a name"))
        self.seek_edit.setAccessibleName(self.tr("Find a name"))
        self.seek_edit.setClearButtonEnabled(True)
        column.addWidget(self.seek_edit)
        self._names = QStringListModel(self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self._names)
        self.seek_edit.textChanged.connect(self._shown.setFilterFixedString)
        self.view = QListView()
        self.view.setObjectName("places_view")
        self.view.setAccessibleName(self.tr("Place names"))
        set_role(self.view, "plain_list")
        # Asked before the sheet is read, the first row would give all of them too little height.
        self.view.ensurePolished()
        self.view.setModel(self._shown)
        self.view.setUniformItemSizes(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.selectionModel().selectionChanged.connect(self._on_selected)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.view)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)
        column.addWidget(self.view, 1)
        row = QHBoxLayout()
        self.count_label = QLabel()
        set_role(self.count_label, "muted")
        row.addWidget(self.count_label, 1)
        self.remove_button = self._button("remove_place_button", self.tr("Take out"), self._remove)
        row.addWidget(self.remove_button)
        self.export_button = self._button(
            "export_places_button", self.tr("Export…"), self._on_export_clicked
        )
        row.addWidget(self.export_button)
        column.addLayout(row)
        return column

    def _make_box(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        label = QLabel(self.tr("Add names"))
        set_role(label, "strong")
        column.addWidget(label)
        self.new_edit = QPlainTextEdit()
        self.new_edit.setObjectName("new_places_edit")
        self.new_edit.setAccessibleName(self.tr("Add names"))
        self.new_edit.setPlaceholderText(
            self.tr("One a line. A list can be pasted; what follows a comma or a tab is left out.")
        )
        self.new_edit.setTabChangesFocus(True)
        self.new_edit.textChanged.connect(self._on_written)
        label.setBuddy(self.new_edit)
        column.addWidget(self.new_edit, 1)
        row = QHBoxLayout()
        self.import_button = self._button(
            "import_places_button", self.tr("From a file…"), self._on_import_clicked
        )
        row.addWidget(self.import_button)
        row.addStretch(1)
        self.add_button = self._button("add_places_button", self.tr("Add"), self._on_add_clicked)
        set_role(self.add_button, "primary")
        row.addWidget(self.add_button)
        column.addLayout(row)
        return column

    @staticmethod
    def _button(name: str, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _show(self) -> None:
        names = self._desk.names
        self._names.setStringList(list(names))
        self.count_label.setText(self.tr("{count} names").format(count=f"{len(names):,}"))
        self.export_button.setEnabled(bool(names))
        self._on_selected()
        self._on_written()

    def _on_selected(self) -> None:
        self.remove_button.setEnabled(self.view.selectionModel().hasSelection())

    def _on_written(self) -> None:
        self.add_button.setEnabled(bool(self.new_edit.toPlainText().strip()))

    def _on_add_clicked(self) -> None:
        if self._add(self.new_edit.toPlainText()):
            self.new_edit.clear()

    def _on_import_clicked(self) -> None:
        from infodesk.archive import readers

        def take(path: Path) -> None:
            try:
                self._add(readers.read(path))
            except InfodeskError as error:
                self._told(explain(error, self._language))

        self._prompts.open_files(
            self.tr("Add names"),
            self.tr("Lists of names (*.txt *.docx *.doc *.wps *.rtf)"),
            then=lambda files: take(files[0]),
        )

    def _on_export_clicked(self) -> None:
        self._prompts.save_file(
            self.tr("Export the place names"),
            Path(self.tr("place names.txt")),
            filters=self.tr("Text files (*.txt)"),
            then=self._write,
        )

    def _write(self, path: Path) -> None:
        tried(lambda: write_atomic(path, self._desk.text().encode()), self._told, self._language)

    def _add(self, text: str) -> bool:
        before = len(self._desk.names)
        if not tried(lambda: self._desk.add_text(text), self._told, self._language):
            return False
        self._show()
        new = len(self._desk.names) - before
        self.count_label.setText(
            self.tr("{count} names, {new} of them new").format(
                count=f"{len(self._desk.names):,}", new=new
            )
        )
        self.view.scrollToBottom()
        return True

    def _remove(self) -> None:
        chosen = [str(index.data()) for index in self.view.selectionModel().selectedIndexes()]
        if chosen:
            tried(lambda: self._desk.remove(chosen), self._told, self._language)
            self._show()
