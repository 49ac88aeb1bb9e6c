"""What a locked window shows: nothing of the journal, and where its passphrase is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from infodesk.gui.icons import icon
from infodesk.gui.stylesheet import set_role
from infodesk.gui.theme import colours_of

ICON_PX = 40


class LockPage(QWidget):
    """Asks for the passphrase, or for the recovery code.

    Signals:
        given: what was typed.
        other_wanted: open another journal instead.
        quit_wanted: close the window.
    """

    given = Signal(str)
    other_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, title: str, text: str, *, offers_other: bool) -> None:
        super().__init__()
        self.setObjectName("lock_page")
        self._is_code = False
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        card = QFrame()
        set_role(card, "card")
        card.setFixedWidth(460)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(32, 28, 32, 20)
        rows.setSpacing(12)
        self._make_head(rows, title, text)
        self._make_field(rows)
        self._make_links(rows, offers_other=offers_other)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
        self.setFocusProxy(self.secret_edit)
        self._refresh()

    def _make_head(self, rows: QVBoxLayout, title: str, text: str) -> None:
        drawing, heading, below = QLabel(), QLabel(title), QLabel(text)
        drawing.setPixmap(icon("lock", colours_of(self).primary, size=ICON_PX).pixmap(ICON_PX))
        set_role(heading, "brand")
        set_role(below, "small")
        below.setWordWrap(True)
        for label in (drawing, heading, below):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            rows.addWidget(label)
        for label in (heading, below):
            label.setTextFormat(Qt.TextFormat.PlainText)

    def _make_field(self, rows: QVBoxLayout) -> None:
        row = QHBoxLayout()
        self.secret_edit = QLineEdit()
        self.secret_edit.setObjectName("secret_edit")
        self.secret_edit.returnPressed.connect(self._give)
        self.secret_edit.textChanged.connect(self._refresh)
        self.open_button = QPushButton(self.tr("Open"))
        self.open_button.setObjectName("open_button")
        set_role(self.open_button, "primary")
        self.open_button.clicked.connect(self._give)
        row.addWidget(self.secret_edit, 1)
        row.addWidget(self.open_button)
        rows.addLayout(row)
        self.show_box = QCheckBox(self.tr("Show what is typed (Chinese can be typed then)"))
        self.show_box.setObjectName("show_box")
        self.show_box.toggled.connect(self._refresh)
        rows.addWidget(self.show_box)
        self.problem_label = QLabel()
        self.problem_label.setObjectName("problem_label")
        self.problem_label.setWordWrap(True)
        set_role(self.problem_label, "must")
        self.problem_label.hide()
        rows.addWidget(self.problem_label)

    def _make_links(self, rows: QVBoxLayout, *, offers_other: bool) -> None:
        row = QHBoxLayout()
        self.code_button = QPushButton()
        self.other_button = QPushButton(self.tr("Another journal…"))
        self.quit_button = QPushButton(self.tr("Quit"))
        for button, name, act in (
            (self.code_button, "code_button", self._on_code_clicked),
            (self.other_button, "other_button", self.other_wanted),
            (self.quit_button, "quit_button", self.quit_wanted),
        ):
            button.setObjectName(name)
            set_role(button, "link")
            button.clicked.connect(act)
        row.addWidget(self.code_button)
        row.addStretch(1)
        row.addWidget(self.other_button)
        row.addWidget(self.quit_button)
        self.other_button.setVisible(offers_other)
        rows.addLayout(row)

    def complain(self, text: str) -> None:
        """Say why what was typed opens nothing."""
        self.problem_label.setText(text)
        self.problem_label.show()
        self.secret_edit.setFocus()
        self.secret_edit.selectAll()

    def _give(self) -> None:
        if self.secret_edit.text():
            self.given.emit(self.secret_edit.text())

    def _on_code_clicked(self) -> None:
        self._is_code = not self._is_code
        self.secret_edit.clear()
        self.problem_label.hide()
        self.secret_edit.setFocus()
        self._refresh()

    def _refresh(self) -> None:
        self.open_button.setEnabled(bool(self.secret_edit.text()))
        shown = self._is_code or self.show_box.isChecked()
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        if self.secret_edit.echoMode() is not mode:
            self.secret_edit.setEchoMode(mode)
        self.show_box.setVisible(not self._is_code)
        if self._is_code:
            name, other = self.tr("Recovery code"), self.tr("Type the passphrase")
            hint = self.tr("Recovery code from the safe, six groups of five")
        else:
            name, other = self.tr("Passphrase"), self.tr("Forgotten? Use the recovery code")
            hint = name
        self.secret_edit.setPlaceholderText(hint)
        self.secret_edit.setAccessibleName(name)
        self.code_button.setText(other)
