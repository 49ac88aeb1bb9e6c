"""Masking the personal data in a text before it leaves, by the rules that find it."""

from __future__ import annotations

from infodesk.core.checking.findings import Fix
from infodesk.core.checking.fixes import applied, texts_of
from infodesk.core.checking.rules_privacy import addresses_in, numbers_in
from infodesk.core.items import Content


def masked(content: Content) -> tuple[Content, int]:
    """Return a content with the personal data in it masked, and how many places (domain.md, 8).

    An office that does without the findings while it writes does not do without this.
    """
    fixes = _fixes(content)
    for fix in fixes:
        # A mask is as long as what it hides, so one fix moves no other.
        content = applied(content, fix)
    return content, len(fixes)


def masks(content: Content) -> tuple[str, ...]:
    """Return the personal data in a content as it is seen once masked, like things once."""
    edits = (edit for fix in _fixes(content) for edit in fix.edits)
    return tuple(dict.fromkeys(edit.replacement for edit in edits))


def _fixes(content: Content) -> list[Fix]:
    found = (*numbers_in(texts_of(content)), *addresses_in(texts_of(content)))
    return [fix for finding in found for fix in finding.fixes[:1]]
