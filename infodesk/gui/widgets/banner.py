"""The red banner: something went wrong, nothing is blocked, the text is still there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from infodesk.gui.stylesheet import set_role
from infodesk.gui.theme import colours_of


class Banner(QFrame):
    """A line across the window, shown as long as the problem lasts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        set_role(self, "problem")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        self.text_label = QLabel()
        self.text_label.setObjectName("banner_label")
        self.text_label.setWordWrap(True)
        row.addWidget(self.text_label, 1)
        self.close_button = QPushButton(self.tr("Close without saving"))
        self.close_button.setObjectName("banner_close_window_button")
        set_role(self.close_button, "danger")
        row.addWidget(self.close_button)
        self.dismiss_button = QToolButton()
        self.dismiss_button.setObjectName("banner_dismiss_button")
        self.dismiss_button.setAccessibleName(self.tr("Dismiss"))
        self.dismiss_button.setToolTip(self.tr("Dismiss"))
        self.dismiss_button.clicked.connect(self.hide)
        row.addWidget(self.dismiss_button)
        self._close: Callable[[], None] | None = None
        self.close_button.clicked.connect(self._on_close_clicked)
        self.hide()

    def tell(self, text: str) -> None:
        """Show what went wrong; an empty text takes the banner away."""
        from infodesk.gui.icons import icon

        self.text_label.setText(text)
        self.close_button.hide()
        self.dismiss_button.setIcon(icon("close", colours_of(self).must, size=16))
        self.setVisible(bool(text))

    def ask_to_close(self, close: Callable[[], None]) -> None:
        """Offer to close although the text shown could not be kept."""
        self._close = close
        self.close_button.setText(self.tr("Close without saving"))
        self.close_button.show()
        self.show()

    def _on_close_clicked(self) -> None:
        if self._close is not None:
            self._close()
