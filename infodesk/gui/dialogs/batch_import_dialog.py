"""Takes in a batch: choose or drop the file, see what it would change, then take it in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QHeaderView, QWidget

from infodesk.core.batches import EntryStatus
from infodesk.core.errors import InfodeskError
from infodesk.exchange.incoming import ImportPlan, ImportResult
from infodesk.gui.forms.ui_batch_import_dialog import Ui_BatchImportDialog
from infodesk.gui.messages import explain
from infodesk.gui.models.import_plan import REMARKS, STATUS, TITLE, UNIT, ImportPlanModel
from infodesk.gui.prompts import Prompts
from infodesk.gui.widgets.status_chip import StatusDelegate

FILTER = "*.idb"


class BatchImportDialog(QDialog):
    """Three pages: the file, the plan, the result. Nothing is changed before the second.

    Args:
        read: verifies a file and says what it would bring; raises an InfodeskError.
        apply: takes the batch in; raises an InfodeskError.
        prompts: how to ask for a file.
        language: ``zh`` or ``en``, of its words for states and errors.
    """

    def __init__(
        self,
        *,
        read: Callable[[Path], ImportPlan],
        apply: Callable[[ImportPlan], ImportResult],
        prompts: Prompts,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._apply = apply
        self._prompts = prompts
        self._language = language
        self._plan: ImportPlan | None = None
        self.ui = Ui_BatchImportDialog()
        self.ui.setupUi(self)
        self.setAcceptDrops(True)
        for label in (self.ui.problem_label, self.ui.apply_problem_label):
            label.hide()
        self.ui.plan_view.verticalHeader().hide()
        self.ui.plan_view.setItemDelegateForColumn(STATUS, StatusDelegate(self))
        self.ui.choose_button.clicked.connect(self._on_choose_clicked)
        self.ui.other_button.clicked.connect(self._on_choose_clicked)
        self.ui.cancel_button.clicked.connect(self.reject)
        self.ui.leave_button.clicked.connect(self.reject)
        self.ui.apply_button.clicked.connect(self._on_apply_clicked)
        self.ui.close_button.clicked.connect(self.accept)

    def open_file(self, path: Path) -> None:
        """Verify a file and show what it would bring; say why where it is refused."""
        try:
            plan = self._read(path)
        except InfodeskError as error:
            self._plan = None
            self.ui.problem_label.setText(f"{path.name}\n{explain(error, self._language)}")
            self.ui.problem_label.show()
            self.ui.stack.setCurrentWidget(self.ui.choose_page)
            return
        self.ui.problem_label.hide()
        self._show_plan(plan, path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = self._dropped(event)
        if files:
            event.acceptProposedAction()
            self.open_file(files[0])

    def _dropped(self, event: QDropEvent) -> Sequence[Path]:
        if self.ui.stack.currentWidget() is self.ui.result_page:
            return ()
        return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]

    def _show_plan(self, plan: ImportPlan, path: Path) -> None:
        self._plan = plan
        batch = plan.batch
        model = ImportPlanModel(plan.entries, language=self._language, parent=self)
        self.ui.plan_view.setModel(model)
        header = self.ui.plan_view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        for column in (STATUS, UNIT, REMARKS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.ui.plan_view.verticalHeader().setDefaultSectionSize(32)
        self.ui.batch_label.setText(path.name)
        sender = batch.sender or self.tr("an office without a name")
        made = f"{batch.created_at:%Y-%m-%d %H:%M}"
        self.ui.origin_label.setText(
            self.tr("Whole and unaltered. From {sender}, made {made}.").format(
                sender=sender, made=made
            )
        )
        self.ui.summary_label.setText(self._verdict(plan, model))
        brings = model.count_of(EntryStatus.NEW) + model.count_of(EntryStatus.CHANGED)
        self.ui.apply_button.setEnabled(not plan.replayed)
        self.ui.apply_button.setDefault(not plan.replayed)
        self.ui.apply_button.setText(
            self.tr("Take in {count} items").format(count=brings)
            if brings
            else self.tr("Record the batch")
        )
        self.ui.apply_problem_label.hide()
        self.ui.stack.setCurrentWidget(self.ui.plan_page)
        self.ui.plan_view.setFocus()

    def _verdict(self, plan: ImportPlan, model: ImportPlanModel) -> str:
        if plan.replayed:
            text = self.tr("This batch was taken in before: {summary}. Nothing changes.")
        else:
            text = self.tr("It would bring: {summary}. Your own texts are never overwritten.")
        return text.format(summary=model.summary())

    def _on_choose_clicked(self) -> None:
        self._prompts.open_files(
            self.tr("Take in a batch"),
            self.tr("Batch files ({pattern})").format(pattern=FILTER),
            then=lambda files: self.open_file(files[0]),
        )

    def _on_apply_clicked(self) -> None:
        if self._plan is None:
            return
        try:
            result = self._apply(self._plan)
        except InfodeskError as error:
            self.ui.apply_problem_label.setText(explain(error, self._language))
            self.ui.apply_problem_label.show()
        else:
            self._show_result(result)

    def _show_result(self, result: ImportResult) -> None:
        took = [
            entry
            for entry in result.entries
            if entry.status in (EntryStatus.NEW, EntryStatus.CHANGED)
        ]
        self.ui.result_label.setText(
            self.tr("{count} items were taken in.").format(count=len(took))
        )
        left = len(result.entries) - len(took)
        text = self.tr("They are drafts now: read and approve them on the Items page.")
        if left:
            text += "\n" + self.tr(
                "{count} were left as they are; the batch keeps their text and the reason."
            ).format(count=left)
        self.ui.result_detail_label.setText(text)
        self.ui.stack.setCurrentWidget(self.ui.result_page)
        self.ui.close_button.setDefault(True)
        self.ui.close_button.setFocus()
