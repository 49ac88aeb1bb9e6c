"""The line that offers to split a text into the parts of its kind."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from infodesk.gui.stylesheet import set_role


class SplitOffer(QFrame):
    """Hidden until there is something to split.

    Signals:
        wanted: the clerk wants to see the proposal.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "notice")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        self.label = QLabel()
        self.label.setWordWrap(True)
        row.addWidget(self.label, 1)
        self.button = QPushButton(self.tr("Split by sentence…"))
        self.button.setObjectName("split_button")
        self.button.clicked.connect(self.wanted)
        row.addWidget(self.button)
        self.close_button = QPushButton(self.tr("Leave it"))
        self.close_button.setObjectName("leave_unsplit_button")
        self.close_button.clicked.connect(self.hide)
        row.addWidget(self.close_button)
        self.hide()

    def offer_whole(self, *, offered: bool) -> None:
        """Offer to split a text that has no parts yet, or offer nothing."""
        self.label.setText(self.tr("This text is not yet split into its parts."))
        self.close_button.hide()
        self.setVisible(offered)

    def offer_pasted(self, part: str, sentences: int) -> None:
        """Offer to move sentences that were pasted into one part and tell of others."""
        self.label.setText(
            self.tr("{count} sentences pasted into “{part}” tell of other parts.").format(
                part=part, count=sentences
            )
        )
        self.close_button.show()
        self.show()
