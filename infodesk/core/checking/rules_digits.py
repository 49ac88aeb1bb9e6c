"""Rules of how numbers are written: full-width digits, letters in numbers, 5-10% (GB/T 15835)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from infodesk.core.checking.analysis import Analysis
from infodesk.core.checking.catalogue import finding
from infodesk.core.checking.findings import Finding, PartState, Span
from infodesk.core.checking.fixes import replacing
from infodesk.core.checking.leading import guarded
from infodesk.core.checking.rules_marks import MOST_FINDINGS

_FULL_WIDTH = re.compile(r"[０-９Ａ-Ｚａ-ｚ](?:[０-９Ａ-Ｚａ-ｚ．％－]*[０-９Ａ-Ｚａ-ｚ％])?")
_LETTER = re.compile(
    guarded(r"(?<![A-Za-z0-9])[0-9]+(?P<letter>[OoОlI])(?=[0-9年月日时点分人名万元])")
)
_RANGE = re.compile(r"(?<![0-9.%])[0-9]+(?:\.[0-9]+)?(?P<to>[-~～—至到])[0-9]+(?:\.[0-9]+)?%")


def full_width_digits(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for each run of full-width digits and letters."""
    for key, text in analysis.texts():
        for count, match in enumerate(_FULL_WIDTH.finditer(text)):
            if count == MOST_FINDINGS:
                break
            narrow = unicodedata.normalize("NFKC", match[0])
            fix = replacing(key, *match.span(), narrow, marks_only=True)
            span = Span(key, *match.span())
            yield finding("full-width-digit", span, fixes=(fix,), instead=narrow[:20])


def letters_in_numbers(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where an O stands for a zero, or an l for a one."""
    for key, text in analysis.texts():
        for count, match in enumerate(_LETTER.finditer(text)):
            if count == MOST_FINDINGS:
                break
            digit = "1" if match["letter"] in "lI" else "0"
            fix = replacing(key, *match.span("letter"), digit)
            span = Span(key, *match.span())
            yield finding(
                "letter-in-number", span, fixes=(fix,), letter=match["letter"], digit=digit
            )


def percent_ranges(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for 5-10%, which may be read as 5 to 10 % or as 5 to 0.1."""
    for key, text in analysis.texts():
        if "%" not in text:
            continue
        for count, match in enumerate(_RANGE.finditer(text)):
            if count == MOST_FINDINGS:
                break
            fix = replacing(key, match.start("to"), match.start("to"), "%")
            right = match[0].replace(match["to"], f"%{match['to']}", 1)
            yield finding("percent-range", Span(key, *match.span()), fixes=(fix,), right=right)
