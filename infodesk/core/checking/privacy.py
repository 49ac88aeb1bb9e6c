"""Masking the personal data in a text before it leaves, by the rules that find it."""

from __future__ import annotations

from collections.abc import Iterable

from infodesk.core.checking.findings import Finding
from infodesk.core.checking.fixes import applied
from infodesk.core.items import Content

PERSONAL = frozenset(
    {"identity-number", "bank-card", "mobile-number", "phone-number", "home-address"}
)
"""Rules whose findings are personal data; the fix of each hides it (domain.md, section 8)."""


def masked(content: Content, findings: Iterable[Finding]) -> tuple[Content, int]:
    """Return a content with the personal data that was found in it masked, and how many places.

    A mask is as long as what it hides, so one fix moves no other.
    """
    count = 0
    for finding in findings:
        if finding.rule in PERSONAL and finding.fixes:
            content = applied(content, finding.fixes[0])
            count += 1
    return content, count
