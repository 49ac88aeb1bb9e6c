"""The sheet an item is written on: title, kind, unit, and a box for each part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from infodesk import messages
from infodesk.core.checking.findings import Edit, Finding, Fix, Report, Span
from infodesk.core.errors import InfodeskError
from infodesk.core.intake import TITLE_LIMIT, content_from
from infodesk.core.items import WHOLE, Content, Item, Section
from infodesk.core.profiles import Profile
from infodesk.core.search import Query
from infodesk.gui.messages import term
from infodesk.gui.stylesheet import set_role
from infodesk.gui.theme import colours_of
from infodesk.gui.widgets.finding_card import fix_words
from infodesk.gui.widgets.finding_marks import following, marks_of
from infodesk.gui.widgets.growing_edit import PARAGRAPH, GrowingEdit, Mark
from infodesk.gui.widgets.section_box import SectionBox
from infodesk.gui.widgets.split_offer import SplitOffer
from infodesk.gui.widgets.wheel_guard import WheelGuard

if TYPE_CHECKING:
    # Comes when something is looked for.
    from infodesk.gui.widgets.find_bar import FindBar

TITLE = "title"
"""Section of a span that lies in the title."""

CALM_PX = 860
"""Width of the sheet where nothing stands beside it."""

OPEN_MARK = "（待核实）"
"""Marks an element as stated but open (domain.md, section 3)."""


class ItemEditor(QScrollArea):
    """Shows one item and reads it back.

    Signals:
        edited: the text was changed.
        left: a text box lost the focus.
        kind_chosen: key of the kind chosen.
        unit_entered: the unit written.
        split_wanted: the text shall be split into parts.
        pasted: key of the part that a text was pasted into.
        cleaned: what was taken out of a pasted text (``Cleaned``).
        refused: why a pasted text was not taken at all.
    """

    edited = Signal()
    left = Signal()
    kind_chosen = Signal(str)
    unit_entered = Signal(str)
    split_wanted = Signal()
    pasted = Signal(str)
    cleaned = Signal(object)
    refused = Signal(InfodeskError)

    def __init__(self, profiles: Mapping[str, Profile], language: str) -> None:
        super().__init__()
        self._profiles = profiles
        self._language = language
        self._sections: tuple[Section, ...] = ()
        self._boxes: dict[str, SectionBox] = {}
        self._report: Report | None = None
        self._item_id = ""
        self._lit = ""
        self._pointed: Finding | None = None
        self._query = Query(())
        self._sought = ""
        self._found: FindBar | None = None
        self._is_editable = False
        self._pasted_into = ""
        self._is_narrow = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet = QWidget()
        set_role(self._sheet, "plain")
        self._rows = QVBoxLayout(self._sheet)
        self._rows.setContentsMargins(20, 12, 20, 16)
        self._rows.setSpacing(12)
        self.title_edit = GrowingEdit(lines=1, spacing_percent=120, single=True)
        self.title_edit.setObjectName("title_edit")
        self.title_edit.setAccessibleName(self.tr("Title"))
        self.title_edit.hint = self.tr("Title")
        set_role(self.title_edit, "title")
        self.title_edit.edited.connect(self.edited)
        self.title_edit.left.connect(self.left)
        self.title_edit.cleaned.connect(self.cleaned)
        self.title_edit.refused.connect(self.refused)
        self.title_edit.ended.connect(self._on_title_ended)
        self.title_edit.takes_whole = self._take_whole
        self.title_edit.explains = partial(self._explain, TITLE)
        self._rows.addWidget(self.title_edit)
        self._rows.addLayout(self._make_details())
        self._offer = SplitOffer()
        self._offer.wanted.connect(self.split_wanted)
        self.split_button = self._offer.button
        self._rows.addWidget(self._offer)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(12)
        self._rows.addLayout(self._parts)
        self._rows.addStretch(1)
        self.setWidget(self._sheet)

    def show_item(self, item: Item, units: Sequence[str]) -> None:
        """Show an item as the journal has it; another item starts at its top."""
        another = item.id != self._item_id
        self._item_id = item.id
        self._report = self._pointed = None
        self.title_edit.load(item.content.title)
        self.kind_combo.blockSignals(True)
        self.kind_combo.setCurrentIndex(self.kind_combo.findData(item.kind))
        self.kind_combo.blockSignals(False)
        self.unit_edit.setText(item.unit)
        self._units.setStringList(list(units))
        self._lay_out(item.content, self._profiles.get(item.kind))
        self._mark()
        if self._found is not None and not self._found.isHidden():
            self._found.renew()
        if another:
            self.verticalScrollBar().setValue(0)

    def content(self) -> Content:
        """Return what stands in the boxes, in the order of the item's sections."""
        sections = tuple(
            Section(section.key, self._boxes[section.key].edit.text())
            for section in self._sections
            if section.key in self._boxes
        )
        return Content(self.title_edit.text().replace("\n", " "), sections)

    @property
    def offered(self) -> str:
        """Key of the text that is offered to be split."""
        return WHOLE if WHOLE in self._boxes else self._pasted_into

    def offer_split(self, key: str, sentences: int) -> None:
        """Offer to move sentences that were pasted into one part to where they belong."""
        box = self._boxes.get(key)
        if box is not None and self._is_editable:
            self._pasted_into = key
            self._offer.offer_pasted(box.title_label.text(), sentences)

    def spread(self, key: str, sections: Sequence[Section]) -> None:
        """Put what one part was split into where it belongs, behind what stands there.

        Each box undoes its own in one step.
        """
        for section in sections:
            edit = self._boxes[section.key].edit
            before = edit.text()
            kept = "" if section.key == key else before.rstrip("\n")
            after = "\n".join(text for text in (kept, section.text) if text)
            if after != before:
                edit.replace([(0, len(before), after)])
        self._offer.hide()

    def set_editable(self, editable: bool) -> None:
        """Let the text be changed, or only be read and copied."""
        self._is_editable = editable
        self.open_button.setEnabled(editable)
        for edit in self._edits().values():
            edit.setReadOnly(not editable)
        self.kind_combo.setEnabled(editable)
        self.unit_edit.setReadOnly(not editable)
        self._offer.offer_whole(offered=editable and WHOLE in self._boxes)

    def keep_narrow(self, narrow: bool) -> None:
        """Keep the text as narrow as a page where nothing stands beside it."""
        self._is_narrow = narrow
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._report is not None:
            # Words and marks were written in the colours of before.
            self.show_report(self._report)

    def _fit(self) -> None:
        side = max(self.width() - CALM_PX, 0) // 2 if self._is_narrow else 0
        self._rows.setContentsMargins(20 + side, 12, 20 + side, 16)

    def is_composing(self) -> bool:
        """Return whether an input method is at work in one of the boxes."""
        return any(edit.is_composing for edit in self._edits().values())

    def show_report(self, report: Report) -> None:
        """Show states and findings of a check of the text as it stands."""
        self._report = report
        if self._pointed not in report.findings:
            self._pointed = None
        for key, box in self._boxes.items():
            box.show_state(report.parts.get(key))
        self._name_elements(report)
        self._mark()

    def _name_elements(self, report: Report) -> None:
        """Show in the head of each part which elements are said there, and which are lacking."""
        from infodesk.core.checking.said import SHOWN, lacking, left_open, said

        profile = self._profiles.get(self.kind_combo.currentData())
        wanting, opened = lacking(report.findings), left_open(report.findings)
        stated = said(report.elements) - opened
        for key, box in self._boxes.items():
            part = profile.part(key) if profile is not None else None
            names = SHOWN.get(part.states, ()) if part and part.states else ()
            words = {name: messages.say("elements", name, self._language) for name in names}
            box.show_said(
                [words[name] for name in names if name in stated],
                [words[name] for name in names if name in opened],
                [words[name] for name in names if name in wanting],
            )

    def light(self, key: str) -> None:
        """Put the sentences that speak of a part on a ground; none for an empty key."""
        self._lit = key
        self._mark()

    def point(self, finding: Finding | None) -> None:
        """Put every place a finding speaks of on a ground; None for no finding."""
        self._pointed = finding
        self._mark()

    def go_to(self, span: Span) -> None:
        """Select a place and bring it into view."""
        edit = self._edits().get(span.section)
        if edit is None and self._boxes:
            edit = next(iter(self._boxes.values())).edit
        if edit is None:
            return
        edit.go_to(span.start, span.end)
        # The box may just have been laid out; its place is known after this turn of the loop.
        QTimer.singleShot(0, edit, lambda: self._reveal(edit))

    def go_to_next(self, *, back: bool = False) -> None:
        """Select the place of the finding after the cursor, or before it."""
        findings = self._report.findings if self._report is not None else ()
        found = following(findings, list(self._edits()), self._here(), back=back)
        if found is not None:
            self.go_to(found.span)

    def apply(self, fixes: Sequence[Fix]) -> None:
        """Make fixes to the text; each box undoes its own in one step."""
        edits = self._edits()
        if not self._is_editable:
            return
        changes: dict[str, list[Edit]] = {}
        for edit in (edit for fix in fixes for edit in fix.edits):
            changes.setdefault(edit.span.section, []).append(edit)
        for key, made in changes.items():
            if key in edits:
                edits[key].replace([(e.span.start, e.span.end, e.replacement) for e in made])

    def offer_fixes(self) -> None:
        """Show in a menu what is found at the cursor, with its fixes."""
        key, place = self._here()
        menu = QMenu(self)
        menu.setObjectName("fixes_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for finding in self._findings_at(key, place):
            said = menu.addAction(_words(finding, self._language).replace("&", "&&"))
            said.setEnabled(False)
            for fix in finding.fixes if self._is_editable else ():
                action = menu.addAction(fix_words(fix))
                action.triggered.connect(partial(self.apply, [fix]))
        if not menu.isEmpty():
            edit = self._edits()[key]
            first = next((each for each in menu.actions() if each.isEnabled()), None)
            if first is not None:
                menu.setActiveAction(first)
            menu.popup(edit.mapToGlobal(edit.cursorRect().bottomLeft()))

    def _findings_at(self, key: str, place: int) -> list[Finding]:
        """Return the findings about a place of a box, the heaviest first."""
        findings = self._report.findings if self._report is not None else ()
        return [
            each
            for each in findings
            if each.span.section == key and each.span.start <= place <= each.span.end
        ]

    def _explain(self, key: str, place: int) -> str:
        """Return what the findings about a character say, one a line."""
        found = [each for each in self._findings_at(key, place) if place < each.span.end]
        return "\n".join(_words(each, self._language) for each in found)

    def mark_open(self) -> None:
        """Write （待核实） behind the cursor: what is said there is still to be verified."""
        for edit in self._edits().values():
            if edit.hasFocus() and not edit.isReadOnly():
                cursor = edit.textCursor()
                cursor.setPosition(cursor.selectionEnd())
                cursor.insertText(OPEN_MARK)
                edit.setTextCursor(cursor)

    @property
    def find_bar(self) -> FindBar:
        """The bar that finds and replaces in the boxes, built on first use."""
        if self._found is None:
            from infodesk.gui.widgets.find_bar import FindBar

            self._found = FindBar(lambda: list(self._edits().values()))
            self._found.changed.connect(self._mark)
        return self._found

    def seek(self, query: Query) -> None:
        """Mark what was searched, and bring the first place into view; the focus stays."""
        if query == self._query and self._sought == self._item_id:
            return
        self._query, self._sought = query, self._item_id
        self._mark()
        if self.has_focus:
            return
        for edit in self._edits().values():
            places = query.spans(edit.text())
            if places:
                edit.put_cursor(places[0][0])
                # The boxes may just have been laid out (see ``go_to``).
                QTimer.singleShot(0, edit, lambda edit=edit: self._reveal_new(edit))
                return

    def start_finding(self) -> None:
        """Find what is selected; replacing is offered where the item may be changed."""
        cursors = [edit.textCursor() for edit in self._edits().values() if edit.hasFocus()]
        text = cursors[0].selectedText() if cursors else ""
        self.find_bar.take("" if PARAGRAPH in text else text, editable=self._is_editable)

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is in the sheet."""
        focus = self.focusWidget()
        return focus is not None and focus.hasFocus()

    def focus_title(self) -> None:
        """Put the cursor into the title."""
        self.title_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _here(self) -> tuple[str, int]:
        """Return the box of the cursor and its offset there; before the title where it is not."""
        for key, edit in self._edits().items():
            if edit.hasFocus():
                return key, edit.cursor_offset
        return TITLE, -1

    def _reveal_new(self, edit: GrowingEdit) -> None:
        """Bring the cursor of a box into view that may not have been laid out yet."""
        self._rows.activate()
        self._sheet.adjustSize()
        self._reveal(edit)

    def _reveal(self, edit: GrowingEdit) -> None:
        place = edit.mapTo(self._sheet, edit.cursorRect().center())
        self.ensureVisible(place.x(), place.y(), 0, 80)

    def _edits(self) -> dict[str, GrowingEdit]:
        return {TITLE: self.title_edit} | {key: box.edit for key, box in self._boxes.items()}

    def _lay_out(self, content: Content, profile: Profile | None) -> None:
        """Make the boxes an item needs; those that stay keep their cursor and their undo steps."""
        sections = {section.key: section.text for section in content.sections}
        if profile is not None and content.is_split:
            parts = [part.key for part in profile.parts]
            known = {key: sections.get(key, "") for key in parts}
            # Texts under keys of another kind stay, below, until the clerk moves them.
            known |= {key: text for key, text in sections.items() if text and key not in known}
            sections = known
        elif not sections:
            sections = {WHOLE: ""}
        for key in [key for key in self._boxes if key not in sections]:
            box = self._boxes.pop(key)
            self._parts.removeWidget(box)
            box.hide()
            box.deleteLater()
        for place, (key, text) in enumerate(sections.items()):
            box = self._boxes.get(key) or self._make_box(key, profile)
            box.show_state(None)
            if box.edit.text() != text:
                box.edit.load(text)
            self._parts.insertWidget(place, box)
        self._sections = tuple(Section(key, text) for key, text in sections.items())
        self._offer.offer_whole(offered=WHOLE in self._boxes)
        order: list[QWidget] = [self.title_edit, self.kind_combo, self.unit_edit]
        order += [self._boxes[key].edit for key in sections]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _make_box(self, key: str, profile: Profile | None) -> SectionBox:
        part = profile.part(key) if profile is not None else None
        if part is not None:
            box = SectionBox.of(part, language=self._language)
        else:
            title = self.tr("Text") if key == WHOLE else self.tr("Other text")
            hint = self.tr("Write or paste the text here") if key == WHOLE else ""
            box = SectionBox(key, title, hint, language=self._language)
        box.edit.edited.connect(self.edited)
        box.edit.left.connect(self.left)
        box.edit.explains = partial(self._explain, key)
        box.edit.pasted.connect(lambda: self.pasted.emit(key))
        box.edit.textChanged.connect(lambda: self._on_box_changed(key))
        box.edit.cleaned.connect(self.cleaned)
        box.edit.refused.connect(self.refused)
        box.evidence_wanted.connect(self.light)
        self._boxes[key] = box
        return box

    def _mark(self) -> None:
        edits, colours = self._edits(), colours_of(self)
        marks = marks_of(self._report, self._lit, edits, colours, pointed=self._pointed)
        for key, edit in edits.items():
            found = self._found.marks(edit, colours.should_ground) if self._found else ()
            sought = (
                Mark(start, end, ground=colours.should_ground)
                for start, end in self._query.spans(edit.text())
            )
            edit.mark([*sought, *marks[key], *found])

    def _make_details(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.kind_combo = QComboBox()
        self.kind_combo.setObjectName("kind_combo")
        self.kind_combo.setAccessibleName(self.tr("Kind"))
        WheelGuard(self).watch(self.kind_combo)
        for key, profile in self._profiles.items():
            self.kind_combo.addItem(profile.name, key)
        self.kind_combo.currentIndexChanged.connect(
            lambda: self.kind_chosen.emit(self.kind_combo.currentData())
        )
        row.addWidget(self.kind_combo)
        self.unit_edit = QLineEdit()
        self.unit_edit.setObjectName("unit_edit")
        self.unit_edit.setAccessibleName(self.tr("Unit"))
        self.unit_edit.setPlaceholderText(self.tr("Reporting unit"))
        self.unit_edit.setMaximumWidth(220)
        self._units = QStringListModel(self)
        completer = QCompleter(self._units, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.unit_edit.setCompleter(completer)
        self.unit_edit.editingFinished.connect(
            lambda: self.unit_entered.emit(self.unit_edit.text().strip())
        )
        row.addWidget(self.unit_edit, 1)
        row.addStretch(1)
        self.open_button, self.find_button, self.calm_button = (QToolButton() for _ in range(3))
        for button, name, text, tip in (
            (self.open_button, "mark_open_button", self.tr("To be verified"), "Ctrl+Shift+V"),
            (self.find_button, "find_button", self.tr("Find and replace"), "Ctrl+H"),
            (self.calm_button, "calm_button", self.tr("Text only"), "F11"),
        ):
            button.setObjectName(name)
            button.setText(text)
            button.setToolTip(tip)
            # The cursor stays where it is.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            set_role(button, "foot")
            row.addWidget(button)
        self.open_button.clicked.connect(self.mark_open)
        self.calm_button.setCheckable(True)
        return row

    def _take_whole(self, text: str) -> bool:
        """Put a whole report that was pasted into the title of an empty item where it belongs."""
        if not text.strip() or ("\n" not in text.strip() and len(text) <= TITLE_LIMIT):
            return False
        if not self._boxes or any(edit.text().strip() for edit in self._edits().values()):
            return False
        content = content_from(text)
        key, box = next(iter(self._boxes.items()))
        self.title_edit.insertPlainText(content.title)
        box.edit.insertPlainText(content.body)
        box.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.pasted.emit(key)
        return True

    def _on_box_changed(self, key: str) -> None:
        if key == self._pasted_into and not self._boxes[key].edit.text().strip():
            self._pasted_into = ""
            self._offer.offer_whole(offered=False)

    def _on_title_ended(self) -> None:
        if self._boxes:
            next(iter(self._boxes.values())).edit.setFocus(Qt.FocusReason.TabFocusReason)


def _words(finding: Finding, language: str) -> str:
    """Return a finding as its weight and its sentence."""
    weight = term(f"severity-{finding.severity.value}", language)
    return f"{weight}　{messages.finding_text(finding, language)}"
