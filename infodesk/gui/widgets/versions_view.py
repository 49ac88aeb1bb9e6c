"""The kept versions of an item, and what changed from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from infodesk import messages
from infodesk.core.differences import Change, Piece, differences, flat
from infodesk.core.items import Content, Revision
from infodesk.gui.stylesheet import set_role
from infodesk.gui.theme import colours_of

UNTIL_NOW = 1
"""Place of the comparison with the text as it stands."""


class VersionsView(QWidget):
    """A list of versions above the text of the chosen one.

    Signals:
        restore_wanted: the clerk wants to go on from the content of a version.
    """

    restore_wanted = Signal(Revision)

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._versions: Sequence[Revision] = ()
        self._now: Content | None = None
        self._can_restore = False
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setHandleWidth(1)
        self.versions_list = QListWidget()
        self.versions_list.setObjectName("versions_list")
        self.versions_list.setAccessibleName(self.tr("Versions"))
        self.versions_list.setProperty("role", "plain_list")
        self.versions_list.currentRowChanged.connect(self._on_chosen)
        halves.addWidget(self.versions_list)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._make_comparison())
        self.text_view = QTextBrowser()
        self.text_view.setObjectName("version_text_view")
        self.text_view.setAccessibleName(self.tr("Text of the version"))
        self.text_view.setProperty("role", "page")
        self.text_view.setOpenLinks(False)
        self.text_view.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.text_view.document().setDocumentMargin(14)
        column.addWidget(self.text_view, 1)
        halves.addWidget(below)
        halves.setStretchFactor(0, 2)
        halves.setStretchFactor(1, 3)
        halves.setSizes([200, 400])
        rows.addWidget(halves, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 8, 14, 8)
        foot.addStretch(1)
        self.restore_button = QPushButton(self.tr("Go on from this version"))
        self.restore_button.setObjectName("restore_version_button")
        self.restore_button.clicked.connect(self._on_restore_clicked)
        foot.addWidget(self.restore_button)
        rows.addLayout(foot)

    def show_versions(
        self, versions: Sequence[Revision], now: Content, *, can_restore: bool
    ) -> None:
        """Show versions, the last first.

        Args:
            versions: in the order they were kept.
            now: the text as it stands.
            can_restore: whether the text may be changed.
        """
        self._can_restore = can_restore
        self._now = now
        self._versions = list(reversed(versions))
        self.versions_list.clear()
        for version in self._versions:
            reason = messages.say("versions", version.reason, self._language)
            head = self.tr("Version {number}").format(number=version.number)
            below = f"{reason} · {version.by}" if version.by else reason
            text = f"{head} · {version.at:%Y-%m-%d %H:%M}\n{below}"
            self.versions_list.addItem(QListWidgetItem(text))
        self.text_view.clear()
        self.count_label.clear()
        self.restore_button.setEnabled(False)
        if self._versions:
            self.versions_list.setCurrentRow(0)

    def _make_comparison(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(14, 8, 14, 0)
        row.setSpacing(10)
        self.against_box = QComboBox()
        self.against_box.setObjectName("compare_with_box")
        self.against_box.setAccessibleName(self.tr("Compare with"))
        self.against_box.addItems(
            [self.tr("Changed against the version before"), self.tr("Changed until now")]
        )
        self.against_box.currentIndexChanged.connect(lambda _: self._show_text())
        row.addWidget(self.against_box)
        self.count_label = QLabel()
        self.count_label.setObjectName("changes_label")
        set_role(self.count_label, "muted")
        row.addWidget(self.count_label, 1)
        return row

    def _on_chosen(self, row: int) -> None:
        if 0 <= row < len(self._versions):
            self._show_text()
            self.restore_button.setEnabled(self._can_restore)

    def _show_text(self) -> None:
        """Show the chosen version and what changed."""
        row = self.versions_list.currentRow()
        if not 0 <= row < len(self._versions):
            return
        shown = self._versions[row].content
        if self.against_box.currentIndex() == UNTIL_NOW:
            self._show_changes(shown, self._now or shown)
        else:
            before = self._versions[row + 1].content if row + 1 < len(self._versions) else None
            self._show_changes(before, shown)

    def _on_restore_clicked(self) -> None:
        row = self.versions_list.currentRow()
        if 0 <= row < len(self._versions):
            self.restore_wanted.emit(self._versions[row])

    def _show_changes(self, before: Content | None, after: Content) -> None:
        colours = colours_of(self)
        looks = {
            Change.KEPT: "",
            Change.GONE: f"background:{colours.must_ground}; color:{colours.must};"
            " text-decoration:line-through",
            Change.NEW: f"background:{colours.done_ground}; color:{colours.done}",
        }
        # The first version is no change of anything.
        pieces = differences(flat(after if before is None else before), flat(after))
        shown = "".join(
            f"<span style='{looks[change]}'>{escape(text).replace(chr(10), '<br>')}</span>"
            for change, text in pieces
        )
        self.text_view.setHtml(f"<p style='line-height:150%'>{shown}</p>")
        counts = {wanted: _characters(pieces, wanted) for wanted in (Change.NEW, Change.GONE)}
        self.count_label.setText(
            self.tr("{new} characters new, {gone} gone").format(
                new=counts[Change.NEW], gone=counts[Change.GONE]
            )
            if any(counts.values())
            else self.tr("No difference")
        )


def _characters(pieces: Sequence[Piece], change: Change) -> int:
    """Return how many characters became so, white space left out."""
    return sum(len("".join(text.split())) for found, text in pieces if found is change)
