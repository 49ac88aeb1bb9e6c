"""The catalogue of rules: every id a finding may bear, its family and its usual weight.

What a rule is for, where it comes from, and its two examples are data in
``resources/rules/catalogue``, its sentences in ``resources/i18n/messages``: a check needs neither.
"""

from __future__ import annotations

from enum import StrEnum

from infodesk.core.checking.findings import Finding, Fix, Severity, Span


class Family(StrEnum):
    """What a rule looks at; findings are shown by family, in this order."""

    SECRECY = "secrecy"
    PARTS = "parts"
    ELEMENTS = "elements"
    FIGURES = "figures"
    DATES = "dates"
    TITLE = "title"
    PERSONAL = "personal"
    DEADLINES = "deadlines"
    DIRECTION = "direction"
    LIKENESS = "likeness"
    WORDING = "wording"
    DEPTH = "depth"
    MARKS = "marks"


_MUST, _SHOULD, _HINT = Severity.MUST, Severity.SHOULD, Severity.HINT

RULES: dict[Family, dict[str, Severity]] = {
    Family.SECRECY: {"classified": _MUST},
    Family.PARTS: {
        "text-empty": _MUST,
        "part-missing": _MUST,
        "part-elsewhere": _SHOULD,
        "part-weak": _MUST,
        "part-unclear": _SHOULD,
        "part-thin": _SHOULD,
        "text-short": _SHOULD,
        "text-long": _SHOULD,
    },
    Family.ELEMENTS: {
        "element-time-missing": _SHOULD,
        "element-place-missing": _SHOULD,
        "element-source-missing": _SHOULD,
        "element-cause-missing": _SHOULD,
        "element-casualties-missing": _SHOULD,
        "element-open": _HINT,
        "element-nature-missing": _SHOULD,
        "element-loss-missing": _SHOULD,
        "element-extent-missing": _HINT,
        "element-trend-missing": _HINT,
        "element-commander-missing": _SHOULD,
        "element-plans-missing": _SHOULD,
        "element-help-missing": _HINT,
        "element-as-of-missing": _SHOULD,
        "element-place-vague": _HINT,
        "request-incomplete": _SHOULD,
    },
    Family.FIGURES: {
        "parts-exceed": _SHOULD,
        "parts-differ": _SHOULD,
        "percent-wrong": _SHOULD,
        "share-over": _SHOULD,
        "shares-exceed": _SHOULD,
        "change-direction": _SHOULD,
        "change-wrong": _SHOULD,
        "title-figure": _SHOULD,
        "figure-differs": _SHOULD,
        "figure-falls": _SHOULD,
        "figure-conflicts": _SHOULD,
    },
    Family.TITLE: {
        "title-missing": _SHOULD,
        "title-long": _HINT,
        "title-mark": _SHOULD,
        "title-plays-down": _SHOULD,
        "title-event-missing": _SHOULD,
        "title-casualties-missing": _SHOULD,
        "title-empty": _SHOULD,
        "title-attitude": _HINT,
    },
    Family.DATES: {
        "date-impossible": _MUST,
        "weekday-wrong": _SHOULD,
        "date-after-report": _MUST,
        "date-future": _SHOULD,
        "date-order": _SHOULD,
        "relative-date": _SHOULD,
    },
    Family.PERSONAL: {
        "identity-number": _MUST,
        "bank-card": _MUST,
        "mobile-number": _SHOULD,
        "phone-number": _HINT,
        "home-address": _SHOULD,
        "person-name": _SHOULD,
    },
    Family.DEADLINES: {"report-late": _SHOULD},
    Family.DIRECTION: {"not-sent-upward": _SHOULD, "government-only": _HINT},
    Family.LIKENESS: {
        "near-duplicate": _SHOULD,
        "copied-passage": _SHOULD,
        "repeats-previous": _SHOULD,
    },
    Family.WORDING: {
        "slogans": _SHOULD,
        "padding": _SHOULD,
        "empty-phrase": _HINT,
        "praise": _HINT,
        "good-news-only": _HINT,
    },
    Family.DEPTH: {
        "depth-cause": _HINT,
        "depth-comparison": _HINT,
        "depth-consequence": _HINT,
        "depth-suggestion": _HINT,
        "bare-figures": _HINT,
    },
    Family.MARKS: {
        "quote-unpaired": _SHOULD,
        "bracket-unpaired": _SHOULD,
        "half-width-mark": _HINT,
        "doubled-mark": _SHOULD,
        "straight-quote": _HINT,
        "ellipsis": _HINT,
        "dash": _HINT,
        "space-between": _HINT,
        "full-width-digit": _HINT,
        "letter-in-number": _SHOULD,
        "numbering-mark": _HINT,
        "percent-range": _HINT,
    },
}

ELEMENTS = (
    *("time", "place", "source", "nature", "cause", "casualties", "loss", "extent"),
    *("trend", "commander", "plans", "help", "as-of"),
)
"""Every element a kind may ask for, in the order in which a report states them."""

DEPTHS = ("cause", "comparison", "consequence", "suggestion")
"""What makes a text more than a list; a kind may ask for each."""

FIXED = frozenset({"classified", "text-empty"})
"""Rules that no kind and no office weighs otherwise, or does without."""

FAMILY_OF = {rule: family for family, rules in RULES.items() for rule in rules}
"""The family of each rule, by its id."""

RULE_IDS = tuple(FAMILY_OF)
"""Every id a finding may bear."""


def usual_weight(rule: str) -> Severity:
    """Return the weight a rule has where neither profile nor office says otherwise."""
    return RULES[FAMILY_OF[rule]][rule]


def finding(
    rule: str,
    span: Span,
    about: str = "",
    *,
    severity: Severity | None = None,
    evidence: tuple[Span, ...] = (),
    fixes: tuple[Fix, ...] = (),
    **params: object,
) -> Finding:
    """Return a finding of a rule, with its usual weight where none is given."""
    texts = {name: str(value) for name, value in params.items()}
    weight = usual_weight(rule) if severity is None else severity
    return Finding(rule, weight, span, about, texts, evidence, fixes)
