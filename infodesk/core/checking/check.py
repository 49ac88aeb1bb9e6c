"""The check: one reading of a text, then every rule over it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from infodesk.core.checking import (
    rules_chain,
    rules_dates,
    rules_depth,
    rules_digits,
    rules_direction,
    rules_elements,
    rules_likeness,
    rules_marks,
    rules_names,
    rules_parts,
    rules_privacy,
    rules_shares,
    rules_sums,
    rules_title,
    rules_wording,
)
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
    rules_elements.required_elements,
    rules_elements.exact_place,
    rules_elements.request,
    rules_parts.limits,
    rules_title.title,
    rules_title.title_of_event,
    rules_title.title_that_says_nothing,
    rules_sums.totals,
    rules_shares.shares,
    rules_shares.impossible_shares,
    rules_shares.changes,
    rules_chain.title_figures,
    rules_chain.repeated_figures,
    rules_chain.falling_figures,
    rules_chain.conflicting_figures,
    rules_dates.impossible_dates,
    rules_dates.weekdays,
    rules_dates.order_of_dates,
    rules_dates.relative_dates,
    rules_privacy.personal_numbers,
    rules_privacy.home_addresses,
    rules_names.private_names,
    rules_direction.late_report,
    rules_direction.kept_below,
    rules_direction.government_only,
    rules_likeness.near_duplicates,
    rules_likeness.copied_passages,
    rules_likeness.repeated_report,
    rules_wording.empty_phrases,
    rules_wording.praise,
    rules_depth.depth,
    rules_depth.bare_figures,
    rules_marks.pairs,
    rules_marks.half_width,
    rules_marks.doubled,
    rules_marks.straight_quotes,
    rules_marks.ellipses,
    rules_marks.dashes,
    rules_marks.spaces,
    rules_marks.numbering,
    rules_digits.full_width_digits,
    rules_digits.letters_in_numbers,
    rules_digits.percent_ranges,
)
"""Every family of rules, in the order in which findings of one weight are shown."""

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
        weighed
        for rule in RULES
        for finding in rule(analysis, states)
        if (weighed := _weighed(finding, profile, context)) is not None
    ]
    findings.sort(key=lambda finding: _WEIGHT[finding.severity])
    return Report(
        parts=states,
        sentences=tuple(read.sentence for read in analysis.reads),
        elements=analysis.elements,
        findings=tuple(findings),
    )


def _weighed(finding: Finding, profile: Profile, context: Context) -> Finding | None:
    """Return a finding as its kind and the office weigh and word it; None where it is off."""
    rule = finding.rule
    override = context.overrides.get(rule)
    if rule in context.switched_off or rule in profile.unused or (override and override.off):
        return None
    severity = profile.severities.get(rule, finding.severity)
    wording = ""
    if override is not None:
        severity = override.severity or severity
        wording = override.wording
    if severity is finding.severity and not wording:
        return finding
    return replace(finding, severity=severity, wording=wording)


def check_text(text: str, profile: Profile, context: Context) -> Report:
    """Check the whole text of a file; every offset is a code point of that text."""
    return check(Content(title="", sections=(Section(WHOLE, text),)), profile, context)
