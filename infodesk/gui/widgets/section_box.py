"""One part of an item: its name, how well it is stated, its text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from infodesk.core.checking.findings import Fullness, PartState
from infodesk.core.counting import word_count
from infodesk.core.profiles import Part
from infodesk.gui.messages import term
from infodesk.gui.stylesheet import set_role
from infodesk.gui.theme import colours_of
from infodesk.gui.widgets.elided_label import ElidedLabel
from infodesk.gui.widgets.growing_edit import GrowingEdit
from infodesk.gui.widgets.part_dot import PartDot
from infodesk.gui.widgets.said_label import SaidLabel


class SectionBox(QFrame):
    """A card with a head and a text.

    Signals:
        evidence_wanted: the state was pressed: show the sentences that state the part.
    """

    evidence_wanted = Signal(str)

    def __init__(
        self, key: str, title: str, guidance: str, *, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.key = key
        self._language = language
        self._guidance = guidance
        set_role(self, "card")
        self.setObjectName(f"{key}_box")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._make_head(title))
        line = QFrame()
        set_role(line, "line")
        rows.addWidget(line)
        self.edit = GrowingEdit()
        self.edit.setObjectName(f"{key}_edit")
        self.edit.setAccessibleName(title)
        self.edit.setAccessibleDescription(guidance)
        self.edit.hint = guidance
        set_role(self.edit, "body")
        body = QHBoxLayout()
        body.setContentsMargins(14, 10, 14, 10)
        body.addWidget(self.edit)
        rows.addLayout(body)
        self.edit.textChanged.connect(self._count)
        self.show_state(None)
        self._count()

    def _make_head(self, title: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(14, 7, 14, 7)
        head.setSpacing(8)
        self.dot = PartDot()
        head.addWidget(self.dot)
        self.title_label = QLabel(title)
        set_role(self.title_label, "strong")
        head.addWidget(self.title_label)
        self.state_button = QToolButton()
        self.state_button.setObjectName(f"{self.key}_state_button")
        self.state_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_role(self.state_button, "state")
        self.state_button.clicked.connect(lambda: self.evidence_wanted.emit(self.key))
        self.state_button.installEventFilter(self)
        head.addWidget(self.state_button)
        self.guidance_label = ElidedLabel()
        set_role(self.guidance_label, "small")
        head.addWidget(self.guidance_label, 1)
        self.said_label = SaidLabel()
        self.said_label.setObjectName(f"{self.key}_said_label")
        set_role(self.said_label, "small")
        head.addWidget(self.said_label)
        self.count_label = QLabel()
        set_role(self.count_label, "small")
        head.addWidget(self.count_label)
        return head

    @classmethod
    def of(cls, part: Part, *, language: str) -> SectionBox:
        """Return the box of a profile's part."""
        return cls(part.key, part.title, part.guidance, language=language)

    def show_state(self, state: PartState | None) -> None:
        """Show how well the part is stated; None before it was checked."""
        fullness = state.state if state is not None else None
        self.dot.setVisible(fullness is not None)
        self.dot.show_state(fullness)
        self.state_button.setVisible(fullness is not None)
        if state is None or fullness is None:
            self.guidance_label.show_text("")
            return
        has_text = bool(self.edit.text().strip())
        word = term(f"fullness-{fullness.value}", self._language)[2:]
        if fullness is not Fullness.MISSING and not has_text:
            word = self.tr("written elsewhere")
        self.state_button.setText(word)
        self.state_button.setProperty("tone", _TONES[fullness])
        self.state_button.style().polish(self.state_button)
        self.state_button.setEnabled(bool(state.evidence))
        wanting = fullness is not Fullness.FULL and has_text
        self.guidance_label.show_text(self._guidance if wanting else "")

    def show_said(self, said: Sequence[str], opened: Sequence[str], lacking: Sequence[str]) -> None:
        """Name the elements the text states, leaves to be verified, and lacks."""
        colours = colours_of(self)
        pieces = []
        if said:
            pieces.append(
                (self.tr("said: {elements}").format(elements=" ".join(said)), colours.muted)
            )
        if opened:
            words = self.tr("to verify: {elements}").format(elements=" ".join(opened))
            pieces.append((words, colours.primary))
        if lacking:
            words = self.tr("lacking: {elements}").format(elements=" ".join(lacking))
            pieces.append((words, colours.should))
        self.said_label.show_pieces(pieces)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Enter and self.state_button.isEnabled():
            self.evidence_wanted.emit(self.key)
        elif event.type() == QEvent.Type.Leave:
            self.evidence_wanted.emit("")
        return False

    def _count(self) -> None:
        count = word_count(self.edit.text())
        self.count_label.setText(self.tr("{count} chars").format(count=f"{count:,}"))


_TONES = {Fullness.FULL: "done", Fullness.WEAK: "should", Fullness.MISSING: "must"}
