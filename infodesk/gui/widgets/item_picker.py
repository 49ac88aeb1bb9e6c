"""The left column of the bulletin page: approved items to take into the issue."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from infodesk.gui.models.approved_items import ApprovedItemsModel, Scope
from infodesk.gui.stylesheet import set_role
from infodesk.gui.widgets.item_cards import ItemRowDelegate
from infodesk.gui.widgets.page_preview import BAR_PX
from infodesk.gui.widgets.rows_view import RowsView

TYPING_PAUSE_MS = 250


class _Choice(RowsView):
    """A list whose Enter means "take it"."""

    taken = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
            event.accept()
        else:
            super().keyPressEvent(event)


class ItemPicker(QWidget):
    """Items to choose from, narrowed by three chips and a text.

    Signals:
        add_asked: the UUIDs to take into the issue, in the order shown.
    """

    add_asked = Signal(object)

    def __init__(
        self,
        model: ApprovedItemsModel,
        *,
        kind_name: Callable[[str], str],
        state_name: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        set_role(self, "list")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.chips = QButtonGroup(self)
        self.view = _Choice(self)
        self.view.setObjectName("approved_items_view")
        self.view.setAccessibleName(self.tr("Items to choose from"))
        self.view.setModel(model)
        self.view.setItemDelegate(ItemRowDelegate(kind_name, state_name, self.view))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setDragEnabled(True)
        self.view.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.view.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.view.fit_rows()
        self.view.taken.connect(self.take_chosen)
        self.view.doubleClicked.connect(self._on_double_clicked)
        self.search_edit = QLineEdit(self)
        self.search_edit.setObjectName("picker_search_edit")
        self.search_edit.setAccessibleName(self.tr("Find an item"))
        self.search_edit.setPlaceholderText(self.tr("Find by title or text"))
        self.search_edit.setClearButtonEnabled(True)
        set_role(self.search_edit, "search")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._narrow)
        self.search_edit.textChanged.connect(lambda _text: self._pause.start())
        self.search_edit.returnPressed.connect(self._narrow)
        self.empty_label = QLabel(self)
        self.empty_label.setObjectName("picker_empty_label")
        self.empty_label.setWordWrap(True)
        self.empty_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty_label.setMargin(20)
        set_role(self.empty_label, "muted")
        self._lay_out()
        self.refresh()

    def chosen(self) -> list[str]:
        """Return the UUIDs of the rows chosen, in the order shown."""
        return self._model.ids([index.row() for index in self.view.selectedIndexes()])

    def show_scope(self, scope: Scope) -> None:
        """Narrow the list to a scope, and mark its chip."""
        self._model.show(scope, self.search_edit.text().strip())
        self._tell()

    def refresh(self) -> None:
        """Read the list anew; the row that was current stays current where it still is."""
        row = max(self.view.currentIndex().row(), 0)
        self._model.show(self._model.scope, self.search_edit.text().strip())
        if self._model.rowCount():
            self.view.setCurrentIndex(self._model.index(min(row, self._model.rowCount() - 1)))
        self._tell()

    def take_chosen(self) -> None:
        """Ask for the rows chosen to be taken into the issue."""
        chosen = self.chosen()
        if chosen:
            self.add_asked.emit(chosen)

    def _lay_out(self) -> None:
        strip = QWidget(self)
        set_role(strip, "bar")
        strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        strip.setFixedHeight(BAR_PX)
        row = QHBoxLayout(strip)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(6)
        for scope, name, tip in (
            (Scope.UNUSED, "unused_chip", self.tr("Approved, and in no issue yet")),
            (Scope.APPROVED, "approved_chip", self.tr("All approved items")),
            (Scope.ALL, "all_chip", self.tr("All items, drafts too")),
        ):
            chip = QToolButton(strip)
            chip.setObjectName(name)
            chip.setToolTip(tip)
            chip.setCheckable(True)
            set_role(chip, "chip")
            self.chips.addButton(chip, scope)
            row.addWidget(chip)
        row.addStretch(1)
        self.chips.button(Scope.UNUSED).setChecked(True)
        self.chips.idClicked.connect(lambda number: self.show_scope(Scope(number)))
        search = QHBoxLayout()
        search.setContentsMargins(12, 8, 12, 8)
        search.addWidget(self.search_edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(strip)
        column.addLayout(search)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty_label, 1)

    def _narrow(self) -> None:
        self._pause.stop()
        self.refresh()

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.add_asked.emit(self._model.ids([index.row()]))

    def _tell(self) -> None:
        names = {
            Scope.UNUSED: self.tr("Unused"),
            Scope.APPROVED: self.tr("Approved"),
            Scope.ALL: self.tr("All"),
        }
        for scope, name in names.items():
            count = self._model.rowCount() if scope is self._model.scope else 0
            self.chips.button(scope).setText(f"{name} {count}" if count else name)
        self.chips.button(self._model.scope).setChecked(True)
        is_empty = not self._model.rowCount()
        self.view.setVisible(not is_empty)
        self.empty_label.setVisible(is_empty)
        if self.search_edit.text().strip():
            text = self.tr("No item has this in its title or text.")
        elif self._model.scope is Scope.ALL:
            text = self.tr("The journal holds no item yet. Write one under Items.")
        else:
            text = self.tr("No approved item is waiting. Approve one under Items.")
        self.empty_label.setText(text)
