"""The check: one reading of a text, then every rule over it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from infodesk.core.checking import rules_dates, rules_marks, rules_parts, rules_privacy
from infodesk.core.checking.analysis import Analysis, analyse
from infodesk.core.checking.context import Context
from infodesk.core.checking.findings import Finding, PartState, Report, Severity
from infodesk.core.checking.parts import part_states
from infodesk.core.items import WHOLE, Content, Section
from infodesk.core.profiles import Profile

Rule = Callable[[Analysis, Mapping[str, PartState]], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    rules_privacy.secrecy,
    rules_parts.empty_text,
    rules_parts.required_parts,
    rules_parts.required_elements,
    rules_parts.limits,
    rules_parts.title,
    rules_dates.relative_dates,
    rules_marks.pairs,
    rules_marks.half_width,
    rules_marks.doubled,
    rules_privacy.personal_numbers,
)
"""Every family of rules, in the order in which findings of one weight are shown."""

RULE_IDS = (
    "classified",
    "text-empty",
    "part-missing",
    "part-elsewhere",
    "part-weak",
    "part-unclear",
    "part-thin",
    "element-time-missing",
    "element-place-missing",
    "element-source-missing",
    "element-cause-missing",
    "element-casualties-missing",
    "element-open",
    "text-short",
    "text-long",
    "title-missing",
    "title-long",
    "title-mark",
    "relative-date",
    "quote-unpaired",
    "bracket-unpaired",
    "half-width-mark",
    "doubled-mark",
    "identity-number",
    "bank-card",
    "mobile-number",
)
"""Every id a finding may bear; each has its sentence in rules.toml and its examples in tests."""

_WEIGHT = {Severity.MUST: 0, Severity.SHOULD: 1, Severity.HINT: 2}


def check(content: Content, profile: Profile, context: Context) -> Report:
    """Check an item's text against its kind.

    Args:
        content: title and sections; an unsplit text is one section WHOLE, whose first lines may be
            the time of the report and, where ``content.title`` is empty, the title.
        profile: what the kind must state.
        context: cue words, date, rules that are off.
    """
    analysis = analyse(content, profile, context)
    states = part_states(analysis)
    findings = [
        finding
        for rule in RULES
        for finding in rule(analysis, states)
        if finding.rule not in context.switched_off
    ]
    findings.sort(key=lambda finding: _WEIGHT[finding.severity])
    return Report(
        parts=states,
        sentences=tuple(read.sentence for read in analysis.reads),
        elements=analysis.elements,
        findings=tuple(findings),
    )


def check_text(text: str, profile: Profile, context: Context) -> Report:
    """Check the whole text of a file; every offset is a code point of that text."""
    return check(Content(title="", sections=(Section(WHOLE, text),)), profile, context)
