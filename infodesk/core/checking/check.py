"""The check: one reading of a text, then every rule over it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
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
from infodesk.core.checking.catalogue import FIXED, finding
from infodesk.core.checking.context import Context, Override
from infodesk.core.checking.findings import Finding, PartState, Report, Severity, Span
from infodesk.core.checking.likeness import Shelf
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
        for raw in rule(analysis, states)
        if raw.rule not in context.switched_off
        and (weighed := _changed(raw, profile, context.overrides)) is not None
    ]
    return Report(
        parts=states,
        sentences=tuple(read.sentence for read in analysis.reads),
        elements=analysis.elements,
        findings=_ordered(findings),
    )


def with_near_duplicates(
    report: Report,
    text: str,
    shelf: Shelf,
    profile: Profile,
    overrides: Mapping[str, Override],
    *,
    apart_from: str = "",
) -> Report:
    """Return a report with what its text is almost the same as.

    This asks for more time than a pause of the keyboard, so it is done apart from the check.

    Args:
        report: of the check before.
        text: title and body, as the shelf keeps them.
        shelf: the other texts.
        profile: the kind it was checked as.
        overrides: what the office changed, by rule.
        apart_from: label of the text itself, where it is on the shelf.
    """
    where = next((each.span for each in report.sentences), Span(WHOLE, 0, 0))
    found = [
        finding("near-duplicate", where, label=like.shown, percent=like.percent)
        for like in shelf.like(text, apart_from=apart_from)
    ]
    weighed = [each for raw in found if (each := _changed(raw, profile, overrides)) is not None]
    return with_findings(report, weighed)


def with_findings(report: Report, found: Sequence[Finding]) -> Report:
    """Return a report with further findings, each in its place by weight."""
    if not found:
        return report
    return replace(report, findings=_ordered([*report.findings, *found]))


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda each: _WEIGHT[each.severity]))


def _changed(found: Finding, profile: Profile, overrides: Mapping[str, Override]) -> Finding | None:
    """Return a finding as its kind and the office weigh and word it; None where it is off."""
    rule = found.rule
    if rule in FIXED:
        return found
    override = overrides.get(rule)
    if rule in profile.unused or (override is not None and override.off):
        return None
    severity = profile.severities.get(rule, found.severity)
    wording = ""
    if override is not None:
        severity = override.severity or severity
        wording = override.wording
    if severity is found.severity and not wording:
        return found
    return replace(found, severity=severity, wording=wording)


def check_text(text: str, profile: Profile, context: Context) -> Report:
    """Check the whole text of a file; every offset is a code point of that text."""
    return check(Content(title="", sections=(Section(WHOLE, text),)), profile, context)
