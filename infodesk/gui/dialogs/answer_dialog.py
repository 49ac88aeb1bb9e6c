"""Asks for an answer: an adoption, a directive, a commission, or why an item goes back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from infodesk import messages
from infodesk.core.batches import BatchKind
from infodesk.gui.messages import term
from infodesk.gui.stylesheet import set_role

FIELDS: Mapping[BatchKind, tuple[str, ...]] = {
    BatchKind.ADOPTION: ("publication", "issue-number", "day", "form", "points"),
    BatchKind.WITHDRAWAL: ("reason",),
    BatchKind.DIRECTIVE: ("leader", "post", "day", "text"),
    BatchKind.COMMISSION: ("topic", "text", "due", "points"),
    BatchKind.RETURN: ("reason",),
    BatchKind.CANCEL: ("reason",),
}
"""What is asked for each kind, in this order."""

NEEDED = frozenset({"publication", "leader", "topic", "reason"})
_LONG = frozenset({"text", "reason"})
_DAYS = frozenset({"day", "due"})
MOST_POINTS = 1_000.0


class AnswerDialog(QDialog):
    """One answer on one item, or on none.

    Signals:
        given: the UUID of the item (empty for a commission), and what was filled in: str, date
            or float by the name of its field; fields left empty are absent.
    """

    given = Signal(str, dict)

    def __init__(
        self, kind: BatchKind, items: Sequence[tuple[str, str]], today: date, language: str
    ) -> None:
        super().__init__()
        self._language = language
        self._fields: dict[str, QWidget] = {}
        self.setObjectName("answer_dialog")
        self.setWindowTitle(term(f"batch-{kind.value}", language))
        self.resize(520, 0)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 20, 24, 16)
        rows.setSpacing(12)
        note = QLabel(messages.say("exchange", f"ask-{kind.value}", language))
        note.setWordWrap(True)
        set_role(note, "muted")
        rows.addWidget(note)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        rows.addLayout(form)
        self.item_combo = QComboBox()
        self.item_combo.setObjectName("item_combo")
        for item_id, title in items:
            self.item_combo.addItem(title, item_id)
        if items:
            self._add(form, "item", self.item_combo)
        for name in FIELDS[kind]:
            self._fields[name] = _field(name, today)
            self._add(form, name, self._fields[name])
        buttons = QDialogButtonBox()
        self.accept_button = buttons.addButton(
            messages.say("exchange", f"do-{kind.value}", language),
            QDialogButtonBox.ButtonRole.AcceptRole,
        )
        self.accept_button.setObjectName("accept_button")
        set_role(self.accept_button, "primary")
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        rows.addWidget(buttons)
        self._refresh()

    def field(self, name: str) -> QWidget:
        """Return the field of a name in ``FIELDS``."""
        return self._fields[name]

    def _add(self, form: QFormLayout, name: str, field: QWidget) -> None:
        text = messages.say("exchange", f"field-{name}", self._language)
        label = QLabel(text)
        label.setBuddy(field)
        field.setAccessibleName(text)
        if isinstance(field, QLineEdit | QPlainTextEdit):
            field.textChanged.connect(self._refresh)
        form.addRow(label, field)

    def _refresh(self) -> None:
        filled = self._values()
        needed = [name for name in self._fields if name in NEEDED]
        self.accept_button.setEnabled(all(name in filled for name in needed))

    def _values(self) -> dict[str, object]:
        found = {name: _value(field) for name, field in self._fields.items()}
        return {name: value for name, value in found.items() if value not in ("", None)}

    def _on_accepted(self) -> None:
        self.accept()
        self.given.emit(self.item_combo.currentData() or "", self._values())


def _field(name: str, today: date) -> QWidget:
    if name in _DAYS:
        day = QDateEdit(QDate(today.year, today.month, today.day))
        day.setCalendarPopup(True)
        day.setDisplayFormat("yyyy-MM-dd")
        made: QWidget = day
    elif name == "points":
        points = QDoubleSpinBox()
        points.setRange(0, MOST_POINTS)
        points.setDecimals(1)
        # Nothing is not nought: the rule of the office counts where no points are told.
        points.setSpecialValueText("—")
        made = points
    elif name in _LONG:
        made = QPlainTextEdit()
        made.setTabChangesFocus(True)
        made.setFixedHeight(made.fontMetrics().lineSpacing() * 5)
    else:
        made = QLineEdit()
    made.setObjectName(f"{name}_edit")
    return made


def _value(field: QWidget) -> str | date | float | None:
    if isinstance(field, QDateEdit):
        given = field.date().toPython()
        return given if isinstance(given, date) else None
    if isinstance(field, QDoubleSpinBox):
        return field.value() or None
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText().strip()
    return field.text().strip() if isinstance(field, QLineEdit) else None
