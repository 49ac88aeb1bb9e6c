"""Rules of typography: pairs, half-width marks in Chinese text, doubled marks (GB/T 15834)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from infodesk.core.checking.analysis import Analysis
from infodesk.core.checking.findings import Finding, PartState, Severity, Span

MOST_FINDINGS = 30
"""Findings of one rule in one section; a text with more needs another remedy."""

_HAN = "㐀-鿿豈-﫿"
_HALF_WIDTH = re.compile(
    rf"(?<=[{_HAN}”’）》])[,;:?!](?=[{_HAN}“‘（《\s]|$)|(?<=[{_HAN}”’）》])\.(?=\s|$)"
)
_FULL = str.maketrans(",;:?!.", "，；：？！。")
_DOUBLED = re.compile(r"([。，、；：])[。，、；：]+|？{4,}|！{4,}")
_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "（": "）", "(": ")", "《": "》", "【": "】"}
_SAME = {"（": "(", "）": ")"}
_MARKS = re.compile(r"[“”‘’「」『』（）()《》【】\n]")
_NUMBERING = re.compile(r"(?:^|[\s。；;，,、：:])[0-9０-９a-zA-Z①-⑩一二三四五六七八九十]{1,3}$")


def pairs(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for each quotation mark or bracket without its partner in the paragraph."""
    for key, text in analysis.texts():
        for count, (place, mark) in enumerate(_lonely(text)):
            if count == MOST_FINDINGS:
                break
            rule = "bracket-unpaired" if mark in "（）()《》【】" else "quote-unpaired"
            span = Span(key, place, place + 1)
            yield Finding(rule, Severity.SHOULD, span, params={"mark": mark})


def half_width(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for each half-width mark among Chinese characters."""
    for key, text in analysis.texts():
        for count, match in enumerate(_HALF_WIDTH.finditer(text)):
            if count == MOST_FINDINGS:
                break
            params = {"mark": match[0], "instead": match[0].translate(_FULL)}
            yield Finding("half-width-mark", Severity.HINT, Span(key, *match.span()), params=params)


def doubled(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where two marks stand side by side."""
    for key, text in analysis.texts():
        for count, match in enumerate(_DOUBLED.finditer(text)):
            if count == MOST_FINDINGS:
                break
            params = {"marks": match[0][:6]}
            yield Finding("doubled-mark", Severity.SHOULD, Span(key, *match.span()), params=params)


def _lonely(text: str) -> Iterator[tuple[int, str]]:
    stack: list[tuple[int, str]] = []
    for match in _MARKS.finditer(text):
        mark, place = match[0], match.start()
        if mark == "\n":
            yield from stack
            stack = []
        elif mark in _PAIRS:
            stack.append((place, mark))
        else:
            closed = stack and _alike(_PAIRS[stack[-1][1]]) == _alike(mark)
            deeper = len(stack) > 1 and _alike(_PAIRS[stack[-2][1]]) == _alike(mark)
            if closed:
                stack.pop()
            elif deeper:
                yield stack.pop()
                stack.pop()
            elif not (mark in "）)" and _NUMBERING.search(text[max(0, place - 5) : place])):
                yield place, mark
    yield from stack


def _alike(mark: str) -> str:
    return _SAME.get(mark, mark)
