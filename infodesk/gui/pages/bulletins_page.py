"""The bulletin page: approved items at the left, the issue in the middle, its pages right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter

from infodesk import messages
from infodesk.core.bulletins import Issue, IssueState, Series
from infodesk.core.errors import InfodeskError
from infodesk.core.items import Content, Item
from infodesk.gui.context import PageContext
from infodesk.gui.exchange import Exchange
from infodesk.gui.issue_names import issue_name
from infodesk.gui.messages import explain
from infodesk.gui.models.approved_items import ApprovedItemsModel
from infodesk.gui.models.issue_items import IssueItemsModel, Place
from infodesk.gui.pages.issue_acts import IssueActs
from infodesk.gui.pages.issue_papers import IssuePapers
from infodesk.gui.pages.page import Page
from infodesk.gui.undoing import Step
from infodesk.gui.widgets.issue_panel import IssuePanel
from infodesk.gui.widgets.item_picker import ItemPicker
from infodesk.gui.widgets.page_preview import PagePreview

NARROW_PX = 1000
"""Below this width the pages are seen in place of the list, by a button."""


class BulletinsPage(Page):
    """Composes issues of a series."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._desk = context.workspace.bulletins
        self._issue: Issue | None = None
        self._series: Series | None = None
        self._name = ""
        self._characters = 0
        self._wants_preview = {False: True, True: False}
        self.setObjectName("bulletins_page")
        self.approved = ApprovedItemsModel(context.workspace.items, self)
        self.items = IssueItemsModel(self)
        heads = context.workspace.mastheads.labels()
        self.picker = ItemPicker(
            self.approved, kind_name=self._kind_name, state_name=self._state_name
        )
        self.panel = IssuePanel(self.items, heads)
        self.preview = PagePreview()
        self.papers = IssuePapers(
            context.workspace.document,
            context.tasks,
            self,
            fonts=lambda: context.workspace.fonts,
        )
        self.acts = IssueActs(context, self.papers, self)
        self.exchange = Exchange(context, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        for widget, stretch, least in (
            (self.picker, 5, 220),
            (self.panel, 8, 380),
            (self.preview, 9, 300),
        ):
            widget.setMinimumWidth(least)
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self.splitter.setSizes([262, 512, 500])
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)
        self._make_actions()
        self._connect()

    @property
    def issue(self) -> Issue | None:
        """The issue on the page."""
        return self._issue

    def enter(self) -> None:
        """Take up what was approved, imported or changed meanwhile."""
        self.picker.refresh()
        self.show_series(self._series.id if self._series else 0)

    def leave(self) -> bool:
        """Keep the editor's note; the pages are laid out again when the page is entered."""
        self.panel.details.flush()
        self.papers.forget()
        return True

    def end(self) -> None:
        """Lay out no page of a journal that is about to be closed."""
        self.papers.forget()

    def show_series(self, series_id: int) -> None:
        """Show a series, the first one where there is none of that id, and one of its issues."""
        every = self._desk.series()
        self._series = next((each for each in every if each.id == series_id), None)
        if self._series is None and every:
            self._series = every[0]
        self.panel.header.show_series(every, self._series.id if self._series else 0)
        self.panel.details.show_heads(self._context.workspace.mastheads.labels())
        self.show_issue(self._issue.id if self._issue else 0)

    def show_issue(self, issue_id: int) -> None:
        """Show an issue of the series; the one opened last where it has none of that id."""
        issues = self._desk.issues(self._series.id) if self._series else []
        self._issue = next((each for each in issues if each.id == issue_id), None)
        if self._issue is None and issues:
            self._issue = issues[0]
        today = self._context.workspace.clock.now().date()
        names = {
            each.id: issue_name(each, self._series, issues, today)
            for each in issues
            if self._series
        }
        self._name = names.get(self._issue.id, "") if self._issue else ""
        self.panel.header.show_issues(
            [(each.id, names[each.id], self._issue_state(each.state)) for each in issues],
            self._issue.id if self._issue else 0,
        )
        self._show_current()

    def open_issue(self) -> None:
        """Open a new issue of the series and show it."""
        if self._series is not None:
            self.panel.details.flush()
            opened = self._desk.open_issue(self._series.id)
            self.show_issue(opened.id)
            self.picker.view.setFocus()

    def add(self, item_ids: Sequence[str]) -> None:
        """Take items into the issue at its end; a new issue is opened where none is open."""
        if self._context.workspace.is_read_only:
            return
        if self._series is None:
            self.acts.start_series()
            return
        if self._issue is None:
            self.open_issue()
        self.items.insert(item_ids)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        # Of the three columns only two need room at once.
        return QSize(600, super().minimumSizeHint().height())

    def show_preview(self, *, wanted: bool) -> None:
        """Show or hide the pages; remembered for wide and narrow windows apart."""
        self._wants_preview[self._is_narrow] = wanted
        if self._is_narrow:
            # What had the focus is about to be hidden.
            (self.panel.cards if wanted else self.picker.view).setFocus()
        self._fit()
        self._follow()

    @property
    def _is_narrow(self) -> bool:
        return self.width() < NARROW_PX

    def _fit(self) -> None:
        seen = self._wants_preview[self._is_narrow]
        self.preview.setVisible(seen)
        self.picker.setVisible(not (seen and self._is_narrow))
        self.panel.header.show_preview_button(shown=not seen)

    def _make_actions(self) -> None:
        self.edit_series_action = self._action(
            "edit_series", self.tr("Series settings…"), self._edit_series
        )
        self.new_series_action = self._action(
            "new_series", self.tr("New series…"), self.acts.start_series
        )
        self.ofd_action = self._action(
            "ofd", self.tr("Export OFD (experimental)…"), lambda: self._export(".ofd")
        )
        self.discard_action = self._action(
            "discard_issue", self.tr("Discard this issue…"), self._discard
        )
        self.masthead_action = self._action(
            "edit_masthead", self.tr("Edit the head…"), self._edit_masthead
        )
        self.paper_action = self._action(
            "paper", self.tr("Print on printed paper…"), self._print_on_paper
        )
        own = [
            self.edit_series_action,
            self.masthead_action,
            self.new_series_action,
            self.paper_action,
            self.ofd_action,
            self.discard_action,
        ]
        separator = QAction(self)
        separator.setSeparator(True)
        self.panel.header.offer([*own, separator, *self.exchange.actions()])

    def _action(self, name: str, text: str, act: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setObjectName(f"{name}_action")
        action.triggered.connect(lambda _checked: act())
        return action

    def _connect(self) -> None:
        panel, header, details = self.panel, self.panel.header, self.panel.details
        self.picker.add_asked.connect(self.add)
        self.items.order_asked.connect(self._arrange)
        header.series_chosen.connect(self._on_series_chosen)
        header.issue_chosen.connect(self._on_issue_chosen)
        header.new_asked.connect(self._on_new_asked)
        header.preview_asked.connect(lambda: self.show_preview(wanted=True))
        self.preview.hide_asked.connect(lambda: self.show_preview(wanted=False))
        details.note_changed.connect(self._save_note)
        details.masthead_chosen.connect(self._save_masthead)
        details.distribution_asked.connect(self._edit_distribution)
        panel.start_asked.connect(self._on_new_asked)
        panel.word_button.clicked.connect(lambda: self._export(".docx"))
        panel.pdf_button.clicked.connect(lambda: self._export(".pdf"))
        panel.print_button.clicked.connect(self._print)
        panel.sign_button.clicked.connect(self._sign)
        panel.withdraw_button.clicked.connect(self._withdraw)
        self.acts.issue_changed.connect(self._on_issue_changed)
        self.acts.series_changed.connect(self.show_series)
        self.exchange.changed.connect(self.enter)
        self.papers.started.connect(lambda: self.preview.set_busy(True))
        self.papers.made.connect(self.preview.show_pdf)
        self.papers.failed.connect(lambda error: self.preview.show_notice(self._explain(error)))
        self.preview.shown.connect(self._show_sum)
        printing = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self)
        printing.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        printing.activated.connect(self._print)

    def _show_current(self) -> None:
        """Show the issue of now, or invite to start one."""
        issue, series = self._issue, self._series
        self.edit_series_action.setEnabled(series is not None)
        self.masthead_action.setEnabled(series is not None)
        self.paper_action.setEnabled(issue is not None)
        is_open = issue is not None and issue.state is IssueState.OPEN
        self.ofd_action.setEnabled(issue is not None)
        self.discard_action.setEnabled(is_open)
        if issue is None or series is None:
            self.items.show((), is_open=False)
            self.panel.header.show_state(None, "")
            self._invite()
            self.papers.forget()
            self.preview.show_notice(self.tr("The pages appear here as soon as there is an issue."))
            return
        contents = self._desk.contents(issue.id)
        can_change = is_open and not self._context.workspace.is_read_only
        self.items.show([self._place(*content) for content in contents], is_open=can_change)
        self._characters = sum(place.characters for place in self.items.places)
        self.panel.header.show_state(issue.state, self._issue_state(issue.state))
        self.panel.details.show_issue(issue, series)
        self.panel.show_state(issue.state)
        self._show_sum(0)
        self._follow()

    def _show_sum(self, pages: int) -> None:
        self._context.status.detail.emit(self.panel.show_sum(self._characters, pages))

    def _invite(self) -> None:
        if self._series is None:
            self.panel.invite(
                self.tr("No series yet"),
                self.tr("A series is a numbered publication with a red head of its own."),
                self.tr("New series…"),
            )
        else:
            self.panel.invite(
                self.tr("No issue yet"),
                self.tr("Start an issue and drag approved items into it."),
                self.tr("New issue"),
            )

    def _follow(self) -> None:
        if self._issue is not None and self._wants_preview[self._is_narrow]:
            self.papers.follow(self._issue.id)
        else:
            self.papers.forget()

    def _place(self, item: Item, content: Content) -> Place:
        characters = len("".join((content.title + content.body).split()))
        return Place(item.id, content.title, self._kind_name(item.kind), item.unit, characters)

    def _try(self, act: Callable[[Issue, Series], object]) -> bool:
        """Do something to the issue of now; say why where it is refused."""
        if self._issue is None or self._series is None:
            return False
        try:
            act(self._issue, self._series)
        except InfodeskError as error:
            self._context.status.problem.emit(self._explain(error))
            return False
        self._context.status.problem.emit("")
        return True

    def _arrange(self, item_ids: list[str], selected: str) -> None:
        self.panel.details.flush()
        before = self.items.order
        if self._try(lambda issue, _: self._desk.arrange(issue.id, issue.rev, item_ids)):
            self._note_order(before, item_ids)
        self.show_issue(self._issue.id if self._issue else 0)
        self.panel.cards.select(selected)
        self.picker.refresh()

    def _note_order(self, before: list[str], after: list[str]) -> None:
        issue = self._issue
        if issue is not None:
            words = self.tr("order of {issue}").format(issue=self._name)
            undo, redo = (partial(self._order, issue.id, order) for order in (before, after))
            self._context.undoing.note(Step(words, undo=undo, redo=redo))

    def _order(self, issue_id: int, item_ids: list[str]) -> None:
        self._desk.arrange(issue_id, self._desk.get(issue_id).rev, item_ids)

    def _save_note(self, text: str) -> None:
        def save(issue: Issue, _: Series) -> None:
            self._issue = self._desk.set_details(issue.id, issue.rev, editor_note=text)

        if self._try(save):
            self._context.status.saved.emit(self._context.workspace.clock.now())
            self._follow()

    def _save_masthead(self, key: str) -> None:
        def save(_: Issue, series: Series) -> None:
            self._series = self._desk.save_series(replace(series, masthead=key))

        if self._try(save):
            self._follow()

    def _on_series_chosen(self, series_id: int) -> None:
        self.panel.details.flush()
        self._issue = None
        self.show_series(series_id)

    def _on_issue_chosen(self, issue_id: int) -> None:
        self.panel.details.flush()
        self.show_issue(issue_id)

    def _on_new_asked(self) -> None:
        if self._series is None:
            self.acts.start_series()
        else:
            self.open_issue()

    def _on_issue_changed(self, issue_id: int) -> None:
        if not issue_id:
            self._issue = None
        self.picker.refresh()
        self.show_series(self._series.id if self._series else 0)

    def _edit_series(self) -> None:
        if self._series is not None:
            self.acts.edit_series(self._series)

    def _edit_distribution(self) -> None:
        self.panel.details.flush()
        self._try(self.acts.edit_distribution)

    def _sign(self) -> None:
        self.panel.details.flush()
        self._try(lambda issue, _: self.acts.sign(issue, self._title()))

    def _withdraw(self) -> None:
        self._try(lambda issue, _: self.acts.withdraw(issue, self._title()))

    def _discard(self) -> None:
        self._try(lambda issue, _: self.acts.discard(issue))

    def _export(self, suffix: str) -> None:
        self.panel.details.flush()
        self._try(lambda issue, series: self.acts.export(issue, series, suffix))

    def _print(self) -> None:
        self.panel.details.flush()
        self._try(self.acts.print_issue)

    def _print_on_paper(self) -> None:
        self.panel.details.flush()
        self._try(self.acts.print_on_paper)

    def _edit_masthead(self) -> None:
        if self._series is not None:
            self.acts.edit_masthead(self._series)

    def _title(self) -> str:
        name = self._series.name if self._series else ""
        return self.tr("“{name}” {number}").format(name=name, number=self._name)

    def _kind_name(self, kind: str) -> str:
        profile = self._context.workspace.profiles.get(kind)
        return profile.name if profile else kind

    def _state_name(self, state: str) -> str:
        return messages.say("terms", f"state-{state}", self._context.language)

    def _issue_state(self, state: IssueState) -> str:
        return messages.say("terms", f"issue-{state}", self._context.language)

    def _explain(self, error: Exception) -> str:
        return explain(error, self._context.language)
