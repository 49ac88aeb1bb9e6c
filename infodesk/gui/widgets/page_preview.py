"""The live page: the very bytes of the PDF that is exported and printed, beside what makes them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMargins, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPalette, QShortcut, QShowEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from infodesk.gui.icons import icon
from infodesk.gui.pdf_bytes import PdfBytes
from infodesk.gui.stylesheet import set_role
from infodesk.gui.theme import colours_for

STEP = 1.15
SMALLEST, LARGEST = 0.25, 4.0
BAR_PX = 44


class _PageView(QPdfView):
    """A view that zooms by Ctrl and the wheel."""

    zoom_asked = Signal(int)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._recolour()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._recolour()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_asked.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def _recolour(self) -> None:
        # Qt paints what lies round the pages with the role Dark. WORKAROUND: under a style sheet
        # a palette of one's own is lost when the parent or the sheet changes, so it is set again.
        desk = QColor(colours_for(self.palette()).desk)
        palette = self.palette()
        if palette.color(QPalette.ColorRole.Dark) != desk:
            palette.setColor(QPalette.ColorRole.Dark, desk)
            self.setPalette(palette)


class PagePreview(QWidget):
    """Pages of a PDF with their number, zoom, and a line of progress while they are laid out.

    Signals:
        shown: new pages are on view; how many.
        hide_asked: the clerk wants the room for something else.
    """

    shown = Signal(int)
    hide_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pdf: PdfBytes | None = None
        # The view goes on using the document it was given: this one lives as long as it does.
        self._no_pages = QPdfDocument(self)
        self.setObjectName("page_preview")
        self.view = _PageView(self)
        self.view.setObjectName("pdf_view")
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setDocumentMargins(QMargins(24, 16, 24, 24))
        self.view.setPageSpacing(12)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setAccessibleName(self.tr("Pages of the issue"))
        self.view.zoom_asked.connect(self._step)
        self.view.pageNavigator().currentPageChanged.connect(self._show_page)
        self.page_label = QLabel(self)
        self.page_label.setObjectName("page_label")
        self.zoom_out_button = self._button("−", self.tr("Smaller"), lambda: self._step(-1))
        self.zoom_button = self._button("100%", self.tr("Original size"), lambda: self._zoom(1.0))
        self.zoom_in_button = self._button("＋", self.tr("Larger"), lambda: self._step(1))
        self.fit_button = self._button(self.tr("Fit width"), self.tr("Fit width"), self.fit_width)
        self.fit_button.setCheckable(True)
        set_role(self.fit_button, "switch")
        self.fit_button.setChecked(True)
        self.hide_button = self._button("", self.tr("Hide the pages"), self.hide_asked.emit)
        self.hide_button.setObjectName("hide_preview_button")
        self.progress = QProgressBar(self)
        self.progress.setObjectName("layout_progress")
        self.progress.setAccessibleName(self.tr("Laying out the pages"))
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        set_role(self.progress, "thin")
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(policy)
        self.progress.hide()
        self.notice = QLabel(self)
        self.notice.setObjectName("preview_notice")
        self.notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.notice.setWordWrap(True)
        self.notice.setMargin(24)
        set_role(self.notice, "muted")
        self._lay_out()
        self._add_shortcuts()
        self._recolour()
        self.show_notice(self.tr("The pages appear here as soon as the issue holds an item."))

    @property
    def page_count(self) -> int:
        """How many pages are on view."""
        return self._pdf.document.pageCount() if self._pdf else 0

    @property
    def pages(self) -> QPdfDocument | None:
        """The document on view, for printing."""
        return self._pdf.document if self._pdf else None

    def show_pdf(self, data: bytes) -> None:
        """Show the pages of a PDF; the place scrolled to is kept."""
        down, across = self.view.verticalScrollBar(), self.view.horizontalScrollBar()
        place = (down.value(), across.value()) if self._pdf else (0, 0)
        before = self._pdf
        self._pdf = PdfBytes(data, self)
        self._stack.setCurrentWidget(self.view)
        self.view.setDocument(self._pdf.document)
        if before is not None:
            before.deleteLater()
        down.setValue(place[0])
        across.setValue(place[1])
        self.set_busy(False)
        self._show_page()
        self.shown.emit(self.page_count)

    def show_notice(self, text: str) -> None:
        """Show a sentence where there are no pages to show."""
        if self._pdf is not None:
            self.view.setDocument(self._no_pages)
            self._pdf.deleteLater()
            self._pdf = None
        self.notice.setText(text)
        self._stack.setCurrentWidget(self.notice)
        self.set_busy(False)
        self._show_page()

    def set_busy(self, busy: bool) -> None:
        """Show or hide the line of progress; the pages before stay on view meanwhile."""
        self.progress.setVisible(busy)

    def add_button(self, text: str, act: Callable[[], None]) -> QToolButton:
        """Add a button at the end of the line over the pages, and return it."""
        button = self._button(text, text, act)
        self._bar.addWidget(button)
        return button

    def fit_width(self) -> None:
        """Zoom so that a page is as wide as the view."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._show_zoom()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._recolour()

    def _lay_out(self) -> None:
        strip = QWidget(self)
        set_role(strip, "bar")
        strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        strip.setFixedHeight(BAR_PX)
        self._bar = bar = QHBoxLayout(strip)
        bar.setContentsMargins(14, 0, 8, 0)
        bar.setSpacing(2)
        bar.addWidget(self.page_label)
        bar.addStretch(1)
        for button in (
            self.zoom_out_button,
            self.zoom_button,
            self.zoom_in_button,
            self.fit_button,
            self.hide_button,
        ):
            bar.addWidget(button)
        body = QWidget(self)
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.notice)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(strip)
        whole.addWidget(self.progress)
        whole.addWidget(body, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _add_shortcuts(self) -> None:
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.ZoomIn), lambda: self._step(1)),
            (QKeySequence(QKeySequence.StandardKey.ZoomOut), lambda: self._step(-1)),
            (QKeySequence("Ctrl+0"), self.fit_width),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _recolour(self) -> None:
        self.hide_button.setIcon(icon("panel", colours_for(self.palette()).primary))

    def _button(self, text: str, tip: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        button.clicked.connect(lambda _checked: act())
        return button

    def _factor(self) -> float:
        if self.view.zoomMode() == QPdfView.ZoomMode.Custom or self._pdf is None:
            return self.view.zoomFactor()
        page_px = self._pdf.document.pagePointSize(0).width() * self.logicalDpiX() / 72
        margins = self.view.documentMargins()
        room_px = self.view.viewport().width() - margins.left() - margins.right()
        return room_px / page_px if page_px > 0 else 1.0

    def _step(self, direction: int) -> None:
        self._zoom(self._factor() * (STEP if direction > 0 else 1 / STEP))

    def _zoom(self, factor: float) -> None:
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(max(factor, SMALLEST), LARGEST))
        self._show_zoom()

    def _show_zoom(self) -> None:
        self.zoom_button.setText(f"{self._factor():.0%}")
        self.fit_button.setChecked(self.view.zoomMode() == QPdfView.ZoomMode.FitToWidth)

    def _show_page(self) -> None:
        count = self.page_count
        at = self.view.pageNavigator().currentPage() + 1
        self.page_label.setText(
            self.tr("Page {at} / {count}").format(at=at, count=count) if count else ""
        )
        self._show_zoom()
