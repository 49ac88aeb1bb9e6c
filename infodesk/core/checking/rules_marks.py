"""Rules of marks: half-width ones in Chinese text, doubled ones, ellipsis, dash (GB/T 15834)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from infodesk.core.checking.analysis import Analysis
from infodesk.core.checking.catalogue import finding
from infodesk.core.checking.findings import Edit, Finding, Fix, PartState, Span
from infodesk.core.checking.fixes import TITLE, replacing
from infodesk.core.checking.leading import guarded
from infodesk.core.checking.rules_names import SURNAMES

MOST_FINDINGS = 30
"""Findings of one rule in one section; a text with more needs another remedy."""

_HAN = "㐀-鿿豈-﫿"
_HALF_WIDTH = re.compile(
    guarded(
        rf"(?<=[{_HAN}”’）》])[,;:?!](?=[{_HAN}“‘（《0-9\s]|$)|(?<=[{_HAN}”’）》])\.(?=[{_HAN}\s]|$)"
    )
)
_BRACKETS = re.compile(rf"\((?=[^()\n]{{0,79}}[{_HAN}])[^()\n]{{1,80}}\)")
_FULL = str.maketrans(",;:?!.", "，；：？！。")
_DOUBLED = re.compile(guarded(r"(?<![。，、；：])(?!。{3})[。，、；：]{2,}|？{4,}|！{4,}"))
_STRENGTH = "、，：；。"
_STRAIGHT = re.compile(r'"([^"\n]{1,400})"')
_HAN_MARK = re.compile(rf"[{_HAN}，。、；：！？]")
_ELLIPSIS = re.compile(
    guarded(rf"(?<=[{_HAN}”’）》])\.{{3,}}|。{{3,}}|(?<!…)(?:…|…{{3}}|…{{5,}})(?!…)|·{{3,}}")
)
_DASH = re.compile(
    guarded(rf"(?<=[{_HAN}”’）》])(?:-{{2,}}|－{{2,}}|―+|–{{1,2}}|—-|—{{3,}})(?=[{_HAN}“‘（《])")
)
_SPACE = re.compile(guarded(rf"(?<=[{_HAN}，。、；：])[ ]+(?=[{_HAN}])"))
_NUMERAL = re.compile(r"(?:^|\n)[ \t　]*[一二三四五六七八九十]{1,3}\Z")
_NUMBERING = re.compile(
    r"^[ \t　]*(?P<bracket>（[一二三四五六七八九十]{1,3}）)(?P<mark>[、.．，])"
    rf"|^[ \t　]*(?P<plain>[一二三四五六七八九十]{{1,3}})(?P<dot>[.．,])(?=[ ]?[{_HAN}])",
    re.MULTILINE,
)


def half_width(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for each half-width mark among Chinese characters, brackets in pairs."""
    for key, match in _matches(_HALF_WIDTH, analysis):
        if match[0] == "." and _NUMERAL.search(match.string, 0, match.start()):
            continue
        instead = match[0].translate(_FULL)
        yield _replaced("half-width-mark", key, match, instead, mark=match[0], instead=instead)
    for key, match in _matches(_BRACKETS, analysis):
        opening, closing = match.start(), match.end() - 1
        first = Span(key, opening, opening + 1)
        last = Span(key, closing, closing + 1)
        fix = Fix((Edit(first, "（"), Edit(last, "）")), marks_only=True)
        yield finding(
            "half-width-mark", first, evidence=(last,), fixes=(fix,), mark="(", instead="（"
        )


def doubled(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where two marks stand side by side; the stronger one may stay."""
    for key, match in _matches(_DOUBLED, analysis):
        last = match[0][-1]
        stays = max(match[0], key=_STRENGTH.find) if last in _STRENGTH else last * 3
        yield _replaced("doubled-mark", key, match, stays, marks=match[0][:6])


def straight_quotes(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for each pair of straight quotation marks around Chinese text."""
    for key, match in _matches(_STRAIGHT, analysis):
        if not _HAN_MARK.search(match[1]):
            continue
        first, last = match.start(), match.end() - 1
        edits = (
            Edit(Span(key, first, first + 1), "“"),
            Edit(Span(key, last, last + 1), "”"),
        )
        span = Span(key, first, last + 1)
        yield finding("straight-quote", span, fixes=(Fix(edits, marks_only=True),))


def ellipses(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for each ellipsis that is not six dots in two characters."""
    for key, match in _matches(_ELLIPSIS, analysis):
        yield _replaced("ellipsis", key, match, "……", marks=match[0][:6])


def dashes(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for each dash between words that is not two characters long."""
    for key, match in _matches(_DASH, analysis):
        yield _replaced("dash", key, match, "——", marks=match[0][:6])


def spaces(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for spaces inside a sentence; names set apart and tables are left alone."""
    for key, match in _matches(_SPACE, analysis):
        if key == TITLE or not _in_sentence(analysis, key, match):
            continue
        yield _replaced("space-between", key, match, "")


def numbering(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for （一）、 and 一. at the beginning of a line (GB/T 9704, 7.3.3)."""
    for key, match in _matches(_NUMBERING, analysis):
        group = "mark" if match["mark"] else "dot"
        fix = replacing(key, *match.span(group), "" if match["mark"] else "、", marks_only=True)
        span = Span(key, match.start("bracket" if match["mark"] else "plain"), match.end(group))
        right = match["bracket"] or f"{match['plain']}、"
        yield finding("numbering-mark", span, fixes=(fix,), right=right)


def pairs(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for each quotation mark or bracket without its partner in the paragraph.

    Two of the same kind in a row (“三合一“) are turned into a pair; any other may be removed.
    """
    for key, text in analysis.texts():
        for each in _lonely(text)[:MOST_FINDINGS]:
            rule = "bracket-unpaired" if each.mark in "（）()《》【】" else "quote-unpaired"
            fix = Fix((Edit(Span(key, each.turned, each.turned + 1), each.instead),))
            span = Span(key, each.place, each.place + 1)
            yield finding(rule, span, fixes=(fix,), mark=each.mark)


def _matches(pattern: re.Pattern[str], analysis: Analysis) -> Iterator[tuple[str, re.Match[str]]]:
    for key, text in analysis.texts():
        for count, match in enumerate(pattern.finditer(text)):
            if count == MOST_FINDINGS:
                break
            yield key, match


def _replaced(rule: str, key: str, match: re.Match[str], text: str, **params: str) -> Finding:
    fix = replacing(key, *match.span(), text, marks_only=True)
    return replace(finding(rule, Span(key, *match.span()), fixes=(fix,)), params=params)


_LEAST_LINE = 20
_MOST_GAPS = 3
_SET_APART = ("记者", "通讯员", "主任", "局长", "科长", "书记", "编辑", "签发", "核稿")


def _in_sentence(analysis: Analysis, key: str, match: re.Match[str]) -> bool:
    text = match.string
    begin = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    if end < 0:
        end = len(text)
    title = analysis.title_span
    if title is not None and title.section == key and begin < title.end:
        return False
    near = text[max(begin, match.start() - 400) : min(end, match.end() + 400)]
    if len(near) < _LEAST_LINE or not any(mark in near for mark in "，。；"):
        return False
    # 王 芳: a name of two characters set as wide as one of three; （记者 王芳）
    set_apart = text[match.start() - 1] in SURNAMES or text.endswith(
        _SET_APART, begin, match.start()
    )
    return not set_apart and near.count("  ") < _MOST_GAPS


_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "（": "）", "(": ")", "《": "》", "【": "】"}
_OPENERS = {closer: opener for opener, closer in _PAIRS.items()}
_SAME = {"（": "(", "）": ")"}
_MARKS = re.compile(r"[“”‘’「」『』（）()《》【】\n]")
_LISTED = re.compile(r"(?:^|[\s。；;，,、：:])[0-9０-９a-zA-Z①-⑩一二三四五六七八九十]{1,3}$")


@dataclass(frozen=True, slots=True)
class _Lonely:
    """A mark without its partner, and the one change that mends it."""

    place: int
    mark: str
    turned: int
    instead: str


def _lonely(text: str) -> list[_Lonely]:
    found: list[_Lonely] = []
    stack: list[tuple[int, str]] = []
    line: list[tuple[int, str]] = []
    for match in _MARKS.finditer(text):
        mark, place = match[0], match.start()
        if mark == "\n":
            if stack or line:
                found.extend(_mended(sorted(line + stack)))
            stack, line = [], []
        elif mark in _PAIRS:
            stack.append((place, mark))
        else:
            closed = stack and _alike(_PAIRS[stack[-1][1]]) == _alike(mark)
            deeper = len(stack) > 1 and _alike(_PAIRS[stack[-2][1]]) == _alike(mark)
            if closed:
                stack.pop()
            elif deeper:
                line.append(stack.pop())
                stack.pop()
            elif not (mark in "）)" and _LISTED.search(text[max(0, place - 5) : place])):
                line.append((place, mark))
    found.extend(_mended(sorted(line + stack)))
    return found


def _mended(line: list[tuple[int, str]]) -> Iterator[_Lonely]:
    index = 0
    while index < len(line):
        place, mark = line[index]
        if index + 1 < len(line) and line[index + 1][1] == mark:
            partner = line[index + 1][0]
            turned = partner if mark in _PAIRS else place
            instead = _PAIRS.get(mark) or _OPENERS[mark]
            yield _Lonely(place, mark, turned, instead)
            yield _Lonely(partner, mark, turned, instead)
            index += 2
        else:
            yield _Lonely(place, mark, place, "")
            index += 1


def _alike(mark: str) -> str:
    return _SAME.get(mark, mark)
