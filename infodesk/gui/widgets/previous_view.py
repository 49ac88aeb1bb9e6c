"""The report before this one: its figures against those of now, and its text."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QTextBrowser

from infodesk import messages
from infodesk.core.checking.findings import Elements
from infodesk.core.items import Item
from infodesk.core.profiles import Profile
from infodesk.gui.messages import term
from infodesk.gui.theme import colours_of

COUNTED = ("deaths", "injured", "missing", "trapped", "poisoned", "evacuated")
"""The counts of persons that are compared, in the order a report states them."""


class PreviousView(QTextBrowser):
    """Shows the previous report of a chain beside the one that is written."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self.setObjectName("previous_view")
        self.setAccessibleName(self.tr("Previous report"))
        self.setOpenLinks(False)
        self.setProperty("role", "page")
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(14)

    def show_report(
        self, item: Item, profile: Profile | None, *, then: Elements, now: Elements
    ) -> None:
        """Show a report.

        Args:
            item: the previous report.
            profile: of its kind, which names its parts.
            then: what it states.
            now: what the present one states.
        """
        colours = colours_of(self)
        state = term(f"state-{item.state.value}", self._language)
        head = f"{item.updated_at:%Y-%m-%d %H:%M} · {state}"
        rows = "".join(self._rows(then, now))
        if rows:
            rows = f"<table cellspacing='0' style='margin-top:8px'>{rows}</table>"
        parts = []
        for section in item.content.sections:
            part = profile.part(section.key) if profile is not None else None
            if part is not None and section.text:
                parts.append(
                    f"<p style='color:{colours.muted}; margin:10px 0 2px'>{part.title}</p>"
                )
            text = escape(section.text).replace("\n", "<br>")
            parts.append(f"<p style='line-height:150%; margin:0'>{text}</p>" if text else "")
        self.setHtml(
            f"<p><b>{escape(item.content.title)}</b><br>"
            f"<span style='color:{colours.muted}'>{head}</span></p>{rows}{''.join(parts)}"
        )

    def _rows(self, then: Elements, now: Elements) -> Iterator[str]:
        colours = colours_of(self)
        sign = self.tr("fell")
        for name in COUNTED:
            before, after = getattr(then, name), getattr(now, name)
            if before is None and after is None:
                continue
            fell = before is not None and after is not None and after < before
            tone = colours.must if fell else colours.text if before == after else colours.primary
            word = messages.known("figures", name, self._language)
            yield (
                f"<tr><td style='color:{colours.muted}; padding:1px 14px 1px 0'>{word}</td>"
                f"<td style='padding:1px 8px 1px 0'>{_count(before)}</td><td>→</td>"
                f"<td style='color:{tone}; padding:1px 0 1px 8px'>{_count(after)}"
                f"{f' {sign}' if fell else ''}</td></tr>"
            )


def _count(value: int | None) -> str:
    return "—" if value is None else str(value)
