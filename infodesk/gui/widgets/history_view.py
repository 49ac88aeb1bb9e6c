"""What is known of an item, and what was done to it: who, when, why."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QTextBrowser

from infodesk import messages
from infodesk.core.items import ActRecord, Approval, Flag, Item
from infodesk.core.profiles import Profile
from infodesk.gui.messages import term
from infodesk.gui.theme import colours_of


class HistoryView(QTextBrowser):
    """Facts above, acts below, the last act first."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self.setObjectName("history_view")
        self.setAccessibleName(self.tr("Details"))
        self.setOpenLinks(False)
        self.setProperty("role", "page")
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(14)

    def show_item(
        self,
        item: Item,
        profile: Profile | None,
        *,
        acts: Sequence[ActRecord],
        approval: Approval | None,
        flags: Sequence[Flag] = (),
    ) -> None:
        """Show an item's facts and acts."""
        colours = colours_of(self)
        facts = [
            (self.tr("Number"), str(item.serial)),
            (self.tr("State"), self._state(item)),
            (self.tr("Kind"), profile.name if profile else item.kind),
            (self.tr("Unit"), item.unit),
            (self.tr("Written by"), item.author),
            (self.tr("Received from"), item.origin),
            (self.tr("Marked there"), messages.flag_words(flags, self._language)),
            (self.tr("Taken in"), f"{item.created_at:%Y-%m-%d %H:%M}"),
            (self.tr("Changed"), f"{item.updated_at:%Y-%m-%d %H:%M}"),
        ]
        if approval is not None:
            facts.append((self.tr("Approved by"), f"{approval.by} {approval.at:%Y-%m-%d %H:%M}"))
            facts.append((self.tr("Approved despite"), approval.despite))
        rows = "".join(
            f"<tr><td style='color:{colours.muted}; padding:2px 14px 2px 0; white-space:nowrap'>"
            f"{escape(name)}</td><td style='padding:2px 0'>{escape(value)}</td></tr>"
            for name, value in facts
            if value
        )
        lines = "".join(self._act(act) for act in reversed(acts))
        heading = escape(self.tr("What was done"))
        self.setHtml(
            f"<table cellspacing='0'>{rows}</table>"
            f"<p style='margin-top:14px'><b>{heading}</b></p>{lines}"
        )

    def _act(self, act: ActRecord) -> str:
        colours = colours_of(self)
        reason = f"<br>{escape(act.reason)}" if act.reason else ""
        name = escape(term(f"act-{act.act.value}", self._language))
        return (
            f"<p style='margin:6px 0'><span style='color:{colours.muted}'>"
            f"{act.at:%m-%d %H:%M}</span>&nbsp; {name}"
            f"&nbsp; <span style='color:{colours.muted}'>{escape(act.by)}</span>{reason}</p>"
        )

    def _state(self, item: Item) -> str:
        if item.discarded_at is not None:
            return term("act-discard", self._language)
        words = term(f"state-{item.state.value}", self._language)
        if item.sent_at is not None and item.state.value != "sent":
            words = f"{words} · {term('state-sent', self._language)}"
        return words
