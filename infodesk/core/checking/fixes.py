"""A finding's fix, made to the text; and all those that change nothing but marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from infodesk.core.checking.findings import Edit, Finding, Fix, Span
from infodesk.core.items import Content

TITLE = "title"
"""The name under which a title's stretches are given."""


def texts_of(content: Content) -> Iterator[tuple[str, str]]:
    """Yield (section key, text) of the title and all sections."""
    yield TITLE, content.title
    for section in content.sections:
        yield section.key, section.text


def replacing(section: str, start: int, end: int, text: str, *, marks_only: bool = False) -> Fix:
    """Return the fix that puts a text in the place of one stretch."""
    return Fix((Edit(Span(section, start, end), text),), marks_only)


def applied(content: Content, fix: Fix) -> Content:
    """Return a content with a fix made to it.

    Raises:
        ValueError: the fix names a section or a stretch the content does not have.
    """
    return _edited(content, fix.edits)


def marks_fixed(content: Content, findings: Iterable[Finding]) -> tuple[Content, int]:
    """Return a content with every fix that changes only marks, and how many were made."""
    fixes = mark_fixes(findings)
    return _edited(content, [edit for fix in fixes for edit in fix.edits]), len(fixes)


def mark_fixes(findings: Iterable[Finding]) -> list[Fix]:
    """Return the fixes that change only marks and can be made together.

    Of two that touch the same stretch the first one is taken.
    """
    taken: list[Fix] = []
    for finding in findings:
        fix = next((each for each in finding.fixes if each.marks_only), None)
        edits = [edit for other in taken for edit in other.edits]
        if fix is not None and not any(_meet(one, other) for one in fix.edits for other in edits):
            taken.append(fix)
    return taken


def _meet(one: Edit, other: Edit) -> bool:
    return (
        one.span.section == other.span.section
        and one.span.start < other.span.end
        and other.span.start < one.span.end
    )


def _edited(content: Content, edits: Iterable[Edit]) -> Content:
    by_section: dict[str, list[Edit]] = {}
    for edit in edits:
        by_section.setdefault(edit.span.section, []).append(edit)
    title = _text(content.title, by_section.pop(TITLE, []))
    sections = tuple(
        replace(section, text=_text(section.text, by_section.pop(section.key, [])))
        for section in content.sections
    )
    if by_section:
        raise ValueError(", ".join(by_section))
    return Content(title, sections)


def _text(text: str, edits: list[Edit]) -> str:
    parts = []
    read = 0
    for edit in sorted(edits, key=lambda each: each.span):
        if not read <= edit.span.start <= edit.span.end <= len(text):
            raise ValueError(edit)
        parts += [text[read : edit.span.start], edit.replacement]
        read = edit.span.end
    return "".join((*parts, text[read:]))
