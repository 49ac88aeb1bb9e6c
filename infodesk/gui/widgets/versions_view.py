"""The kept versions of an item, and what changed from one to the next."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from infodesk.core.items import Content, Revision, VersionReason
from infodesk.gui.theme import colours_of

REASONS = {
    VersionReason.LEFT: str(QT_TRANSLATE_NOOP("VersionsView", "kept on leaving")),
    VersionReason.TIMED: str(QT_TRANSLATE_NOOP("VersionsView", "kept while writing")),
    VersionReason.APPROVED: str(QT_TRANSLATE_NOOP("VersionsView", "approved")),
    VersionReason.SENT: str(QT_TRANSLATE_NOOP("VersionsView", "sent")),
    VersionReason.IMPORTED: str(QT_TRANSLATE_NOOP("VersionsView", "received")),
    VersionReason.RESTORED: str(QT_TRANSLATE_NOOP("VersionsView", "gone back to")),
}
"""Why a version was kept; translated in the context ``VersionsView``."""

_SENTENCE = re.compile(r"[^。！？；\n]*[。！？；\n]?")


class VersionsView(QWidget):
    """A list of versions above the text of the chosen one.

    Signals:
        restore_wanted: the clerk wants to go on from the content of a version.
    """

    restore_wanted = Signal(Revision)

    def __init__(self) -> None:
        super().__init__()
        self._versions: Sequence[Revision] = ()
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
        self.text_view = QTextBrowser()
        self.text_view.setObjectName("version_text_view")
        self.text_view.setAccessibleName(self.tr("Text of the version"))
        self.text_view.setProperty("role", "page")
        self.text_view.setOpenLinks(False)
        self.text_view.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.text_view.document().setDocumentMargin(14)
        halves.addWidget(self.text_view)
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

    def show_versions(self, versions: Sequence[Revision], *, can_restore: bool) -> None:
        """Show versions, the last first."""
        self._can_restore = can_restore
        self._versions = list(reversed(versions))
        self.versions_list.clear()
        for version in self._versions:
            reason = self.tr(REASONS[version.reason])
            head = self.tr("Version {number}").format(number=version.number)
            below = f"{reason} · {version.by}" if version.by else reason
            text = f"{head} · {version.at:%m-%d %H:%M}\n{below}"
            self.versions_list.addItem(QListWidgetItem(text))
        self.text_view.clear()
        self.restore_button.setEnabled(False)
        if self._versions:
            self.versions_list.setCurrentRow(0)

    def _on_chosen(self, row: int) -> None:
        if not 0 <= row < len(self._versions):
            return
        version = self._versions[row]
        before = self._versions[row + 1].content if row + 1 < len(self._versions) else None
        self.text_view.setHtml(self._html(before, version.content))
        self.restore_button.setEnabled(self._can_restore)

    def _on_restore_clicked(self) -> None:
        row = self.versions_list.currentRow()
        if 0 <= row < len(self._versions):
            self.restore_wanted.emit(self._versions[row])

    def _html(self, before: Content | None, after: Content) -> str:
        colours = colours_of(self)
        gone = (
            f"background:{colours.must_ground}; color:{colours.must}; text-decoration:line-through"
        )
        new = f"background:{colours.done_ground}; color:{colours.done}"
        pieces = []
        for kind, text in changes("" if before is None else _flat(before), _flat(after)):
            shown = escape(text).replace("\n", "<br>")
            if kind == " " or before is None:
                pieces.append(shown)
            else:
                pieces.append(f"<span style='{gone if kind == '-' else new}'>{shown}</span>")
        return f"<p style='line-height:150%'>{''.join(pieces)}</p>"


def changes(before: str, after: str) -> list[tuple[str, str]]:
    """Return the way from one text to another: ``" "`` kept, ``"-"`` gone, ``"+"`` new."""
    old, new = _SENTENCE.findall(before), _SENTENCE.findall(after)
    steps: list[tuple[str, str]] = []
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            steps.append((" ", "".join(new[j1:j2])))
            continue
        if i2 > i1:
            steps.append(("-", "".join(old[i1:i2])))
        if j2 > j1:
            steps.append(("+", "".join(new[j1:j2])))
    return [step for step in steps if step[1]]


def _flat(content: Content) -> str:
    return f"{content.title}\n{content.body}"
