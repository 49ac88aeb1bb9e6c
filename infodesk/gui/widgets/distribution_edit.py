"""Edits a distribution list in place: a table, a line to add, the sum of the copies."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSpinBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from infodesk.core.bulletins import Recipient
from infodesk.gui.models.distribution import (
    COPIES,
    MOST_COPIES,
    NAME,
    WAY,
    WAYS,
    DistributionModel,
)
from infodesk.gui.stylesheet import set_role

Index = QModelIndex | QPersistentModelIndex


class _WayDelegate(QStyledItemDelegate):
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        combo = QComboBox(parent)
        combo.addItems(list(WAYS))
        return combo

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's own
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data()))


class _CopiesDelegate(QStyledItemDelegate):
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        spin = QSpinBox(parent)
        spin.setRange(1, MOST_COPIES)
        return spin


class DistributionEdit(QWidget):
    """A distribution list that is being edited.

    Signals:
        changed: a line was added, changed or taken out.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = DistributionModel(self)
        self.table = QTableView(self)
        self.table.setObjectName("distribution_table")
        self.table.setAccessibleName(self.tr("Distribution list"))
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(WAY, _WayDelegate(self))
        self.table.setItemDelegateForColumn(COPIES, _CopiesDelegate(self))
        trigger = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(
            trigger.DoubleClicked
            | trigger.SelectedClicked
            | trigger.EditKeyPressed
            | trigger.AnyKeyPressed
        )
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        self.table.setColumnWidth(WAY, 72)
        self.table.setColumnWidth(COPIES, 88)
        self.add_button = QPushButton(self.tr("Add a recipient"), self)
        self.add_button.setObjectName("add_recipient_button")
        self.remove_button = QPushButton(self.tr("Remove"), self)
        self.remove_button.setObjectName("remove_recipient_button")
        for button, act in ((self.add_button, self.add), (self.remove_button, self.remove)):
            button.setAutoDefault(False)
            button.clicked.connect(act)
        self.sum_label = QLabel(self)
        self.sum_label.setObjectName("copies_sum_label")
        set_role(self.sum_label, "muted")
        self._lay_out()
        shortcut = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.remove)
        for signal in (
            self.model.dataChanged,
            self.model.rowsInserted,
            self.model.rowsRemoved,
            self.model.modelReset,
        ):
            signal.connect(self._on_changed)
        self._on_changed()

    def show_list(self, recipients: Sequence[Recipient]) -> None:
        """Show a list to edit."""
        self.model.show(recipients)

    def recipients(self) -> tuple[Recipient, ...]:
        """Return the list as edited."""
        return self.model.recipients()

    def add(self) -> None:
        """Add a line and put the cursor into its name."""
        index = self.model.index(self.model.add(), NAME)
        self.table.setCurrentIndex(index)
        self.table.edit(index)

    def remove(self) -> None:
        """Take out the line the cursor is in."""
        self.model.remove(self.table.currentIndex().row())

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.add_button)
        below.addWidget(self.remove_button)
        below.addStretch(1)
        below.addWidget(self.sum_label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addLayout(below)

    def _on_changed(self) -> None:
        self.sum_label.setText(self.tr("{count} copies in all").format(count=self.model.copies()))
        self.remove_button.setEnabled(self.model.rowCount() > 0)
        self.changed.emit()
