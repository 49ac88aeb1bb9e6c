"""Rules of titles: they name the event and its casualties, and play nothing down."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from infodesk.core.checking.analysis import Analysis
from infodesk.core.checking.catalogue import finding
from infodesk.core.checking.findings import Finding, PartState, SentenceClass, Span
from infodesk.core.checking.fixes import TITLE, replacing

LONGEST_TITLE = 40

_EVENT = re.compile(
    r"事故|事件|火灾|起火|失火|着火|火情|山火|爆炸|爆燃|车祸|相撞|追尾|侧翻|翻车|中毒|泄漏|泄露|坍塌|倒塌|滑坡|塌方|泥石流"
    r"|地震|洪|内涝|决口|溃|暴雨|冰雹|大风|台风|雪灾|旱|停电|停水|停气|破裂|污染|险情|灾|疫|病例|发病|溺水|落水|沉没|坠|触电"
    r"|上访|聚集|堵路|围堵|罢工|讨薪|纠纷|冲突|斗殴|案|死|伤|遇难|失踪|被困|袭击|浑浊|异味|不适|故障|中断"
)
_PLAYED_DOWN = re.compile(
    r"(?P<how>及时|妥善|成功|迅速|快速|有效|稳妥|圆满|果断|全力|积极|高效|有序|科学)(?:地|、)?(?:有序|稳妥|妥善|高效)?"
    r"(?P<deed>处置|处理|化解|应对|扑灭|扑救|平息|救援|调处|解决|控制|排除|救治)了?(?P<what>[^，。]{0,16})"
)
_HARMED = re.compile(
    r"死|亡|伤|遇难|丧生|失踪|失联|被困|被埋|中毒|溺|罹难|感染|病例|[0-9一二两三四五六七八九十]+[名人]"
)
IN_A_CHAIN = re.compile(r"续报|终报|（续|（终")
"""Tells a follow-up or a final report by its title."""
FOLLOWS_UP = re.compile(r"续报|（续")
"""Tells a follow-up by its title."""
_DEAD = re.compile(r"死|亡|遇难|丧生|罹难|溺|遇害|牺牲")
_SAYS_NOTHING = re.compile(
    r"^(?:关于)?(?:有关|近期|当前|最新|工作|基本|重要|相关|本周|本月|今日|一周)*(?:情况|工作|信息|动态|问题|事项)?(?:的)?"
    r"(?:汇报|报告|反映|通报|说明|简报|信息|动态|小结|总结|情况)$"
)
_ATTITUDE = re.compile(
    r"高度重视|扎实(?:开展|推进|做好)|切实(?:加强|抓好|做好)|狠抓|深入(?:贯彻|学习|推进)|全面(?:落实|推进|加强)|积极(?:开展|推进|落实)"
    r"|认真(?:贯彻|学习|落实|做好)|大力(?:推进|开展)|强化(?:责任|措施|领导)|统一思想|提高认识"
)
_FACT = re.compile(
    r"[0-9０-９]|[一二两三四五六七八九十百千万]+[个名人户项件所处]|未发生|实现|建成|恢复|完成|增|降|减"
)


def title(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where the title is absent, too long, or ends with a full stop."""
    span = analysis.title_span
    if span is None:
        if any(True for _read in analysis.body()):
            yield finding("title-missing", Span(TITLE, 0, 0))
        return
    length = len("".join(analysis.title.split()))
    if length > LONGEST_TITLE:
        yield finding("title-long", span, count=length, limit=LONGEST_TITLE)
    plain = analysis.title.rstrip()
    marks = len(plain) - len(plain.rstrip("。；，"))
    if marks and marks < len(plain):
        last = span.start + len(plain)
        fix = replacing(span.section, last - marks, last, "", marks_only=True)
        yield finding("title-mark", Span(span.section, last - marks, last), fixes=(fix,))


def title_of_event(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where the title of an event hides what happened, or whom it hurt."""
    span = analysis.title_span
    if span is None or not _tells_events(analysis):
        return
    text = analysis.title
    played = _PLAYED_DOWN.search(text)
    if played is not None and _EVENT.search(played["what"]):
        where = Span(
            span.section, span.start + played.start("how"), span.start + played.end("deed")
        )
        yield finding("title-plays-down", where, words=played["how"] + played["deed"])
    if IN_A_CHAIN.search(text):
        # its title is that of the chain (domain.md, section 3)
        return
    elements = analysis.elements
    happened = bool(elements.deaths or elements.injured or elements.missing)
    if happened and not _EVENT.search(text):
        yield finding("title-event-missing", span)
    if elements.deaths and not _DEAD.search(text):
        yield _unnamed(span, analysis, "死亡", elements.deaths)
    elif happened and not _HARMED.search(text):
        word = "受伤" if elements.injured else "失踪"
        yield _unnamed(span, analysis, word, elements.injured or elements.missing)


def title_that_says_nothing(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where the title names a paper (情况汇报) or an attitude, and no fact."""
    span = analysis.title_span
    text = analysis.title.strip()
    if span is None:
        return
    if _SAYS_NOTHING.match(text):
        yield finding("title-empty", span)
    attitude = _ATTITUDE.search(text)
    if attitude is not None and not _FACT.search(text):
        where = Span(span.section, span.start + attitude.start(), span.start + attitude.end())
        yield finding("title-attitude", where, words=attitude[0])


def _tells_events(analysis: Analysis) -> bool:
    return any(part.states is SentenceClass.SITUATION for part in analysis.profile.parts)


def _unnamed(span: Span, analysis: Analysis, word: str, count: int | None) -> Finding:
    name = {"死亡": "deaths", "受伤": "injured"}.get(word, "missing")
    figures = tuple(each.span for each in analysis.elements.figures if each.name == name)
    return finding("title-casualties-missing", span, evidence=figures[:3], what=word, count=count)
