"""What a report of an event states: when, where, who says so, why, how many were hurt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from infodesk.core.checking.casualties import Count, Harm, counts, standing
from infodesk.core.checking.dating import When, when
from infodesk.core.checking.figures import quantities
from infodesk.core.checking.findings import (
    Cause,
    Elements,
    Figure,
    Mention,
    Sentence,
    SentenceClass,
    Span,
)
from infodesk.core.checking.lexicon import Lexicon
from infodesk.core.checking.mentions import actors, as_of, commanders, kinds, next_steps
from infodesk.core.checking.moments import Moment, moments
from infodesk.core.checking.places import places

MOST_READ = 16
"""Sentences from the beginning that are read for when and where."""
MOST_SHOWN = 5

_AS_OF = re.compile(r"(?:截至|截止|截至到|至|到|自从)$")
_DATELINE = re.compile(r"^[　 ]?(?:专?电|讯|消息|信息|报道|专讯|快讯)")
_SAYS = re.compile(
    r"^[^，。；]{0,22}?(?:表示|证实|说|宣布|通报|获悉|了解|报道|发表|透露|召开|称|介绍|确认|接受|从[^，。]{0,20}获悉)"
)
_REPORTER = re.compile(r"记者[^，。）)]{0,6}$")
_STARTS = re.compile(r"(?:发生(?:在|于)|时间(?:为|是|在)|起火于|地震(?:在|于))[^，。]{0,3}$")
_SOURCE = re.compile(
    r"据[^，。；\n]{0,40}?(?:介绍|报道|消息|透露|通报|统计|测定|报告|称|反映|证实|说|表示|信息|发布"
    r"|披露|讯|描述|回忆|估算|估计)"
    r"|据(?:悉|了解|称|报|说|传|初步调查|目击者|知情)"
    r"|根据[^，。；\n]{2,30}(?:调查|统计|通报|消息|介绍|报告|说法|描述)"
    r"|(?:从|在)[^，。；\n]{1,40}?(?:获悉|了解到|得知|证实)|公布的[^，。；\n]{0,12}(?:显示|表明)|[^，。；\n]{2,40}(?:告诉记者|向记者|援引)"
    r"|(?:通报|介绍|公告|消息|报告|结果)(?:称|说|显示|是)|发布(?:消息|通报|信息|声明)"
    r"|[^，。；：“”\n]{2,24}(?:表示|说|称|透露|介绍|认为|宣布|证实|坦言|指出|估计|回忆|告诉)"
    r"(?:，|,|：|:|“)"
    r"|(?:负责人|官员|发言人|部门|警方|消防|目击者|居民|村民|院方|方面|先生|女士|记者|媒体|人士)"
    r"[^，。；\n“”]{0,12}?(?:表示|说|称|宣布|确认|认为|证实)(?!强烈|谴责|慰问|哀悼|歉|欢迎|感谢)"
    r"|(?:群众|业主|居民|村民|网民|网友|市民|司机|读者|商户|家长|职工|学生|企业|基层|干部|旅客)"
    r"[^，。；\n]{0,4}(?:反映|投诉|举报|来电|爆料|发帖)"
    r"|接到?[^，。；\n]{0,20}(?:报告|报警|电话|举报|反映|投诉)|来源[:：]"
)
_PENDING = re.compile(
    r"(?:原因|起因|病因|责任|毒源|动机|源头)[^，。；\n]{0,14}(?:调查|核查|核实|侦查|侦办|认定|鉴定|化验|待|不明|未明|不详|不清楚|未知|待查|查明中|明确|公布|排查|查找|分析|查证)"
    r"|(?:原因|责任)，[^，。；\n]{0,10}(?:正在|仍在|还在)[^，。；\n]{0,4}调查"
    r"|(?:查明|查找|追查|调查|排查|查清|认定|确定|分析|侦查|核查)[^，。；\n]{0,10}(?:原因|起因|病因|源头|责任|毒源)"
    r"|(?:事故|事件|案件|火灾|起火|爆炸|中毒)(?:正|仍|还|正在|有待|的)?[^，。；\n]{0,4}(?:正在|进一步|仍在)[^，。；\n]{0,4}(?:调查|侦查|侦办)"
    r"|(?:展开|进行|介入|作|做|着手|开展|启动)[^，。；\n]{0,6}(?:调查|侦查)|(?:正在|正|已)(?:对)?[^，。；\n]{0,6}(?:调查|侦查)(?:处理|之?中|此事|这起|该|事故|事件|$)|没有立即宣布|尚未查明"
)
_EVENT = (
    r"(?:火灾|起火|失火|事故|爆炸|爆燃|大火|车祸|中毒|泄漏|坍塌|倒塌|滑坡|塌方|停电|停水|停气"
    r"|跳闸|污染|事件|溃|侧翻|坠落|翻车|追尾|相撞|险情|山洪|内涝|食物|火情|纠纷|死鱼)"
)
_STATED = re.compile(
    r"(?:事故|起火|火灾|事件|爆炸|坍塌|中毒|泄漏|发病|失火|车祸|直接|主要|初步|其)(?:的)?"
    r"(?:直接|初步|主要)?原因(?:初步)?(?:已)?(?:查明|认定|判断|判定|确认|分析)?"
    r"(?:为|是|系|：|，是|，系|在于)(?!正|尚|仍|待|还|何|什么|否)"
    r"|(?:由|由于|因|系|是|疑因|疑似|疑为|可能是|怀疑是|为|原因是|可能因)[^，。；\n]{2,40}"
    r"(?:引起|引发|所致|造成|导致|酿成|诱发|触发)(?:的|了|此|这|该|本次|食物|[，。；]|"
    + _EVENT
    + r")"
    r"|初步(?:查明|认定|判断|判定|诊断|分析|怀疑|排除)[^，。；\n]{0,12}(?:因|由|系|为)"
    r"[^，。；\n]{2,30}(?:引起|引发|所致|造成|导致|[。，；])"
    r"|(?:因|由于|系|疑似|疑因|可能因)[^，。；\n]{0,14}(?:短路|操作不当|违规|违章|超速|超载|疲劳"
    r"|醉酒|酒驾|酒后|爆胎|失灵|失控|刹车|打滑|结冰|路滑|泄漏|泄露|用火不慎|烟头|明火|电焊|老化"
    r"|漏电|雷击|暴雨|强降雨|连续降雨|降雨|大雾|不洁|误食|变质|亚硝酸盐|纠纷|矛盾|不满|年久失修"
    r"|施工|挖断|故障|雷电|大风|地质|欠薪|拖欠|占道|逆行|闯红灯|分心|侧滑|处置不当|使用不当|烧纸"
    r"|燃放|玩火|祭祀|煤气|线路)"
    r"|(?:进食|食用|吃|饮用|误食|误饮)了?[^，。；\n]{1,20}(?:导致|引起|引发|造成|后(?:出现|中毒|发生|陆续))"
    r"|(?:引爆|纵火|放火|投毒|自杀式|人为)[^，。；\n]{0,10}(?:炸|火|毒|袭击|车上)"
    r"|受[^，。；\n]{1,16}影响，?[^。；\n]{0,30}(?:发生|引发|出现|造成|倒塌|受灾|停)"
    r"|(?<!并)(?<!，)(?:引发|引起|导致|致使|造成)(?:了)?[^，。；\n]{0,8}(?:火灾|起火|失火|爆炸|车祸|中毒"
    r"|泄漏|坍塌|停电|停水|跳闸|山洪|泥石流|滑坡|内涝|洪水|险情|踩踏)"
    r"|[^，。；\n]{4,}，(?:从而|进而|由此)?(?:引发|引起|导致|致使)[^，。；\n]{0,8}"
    r"(?:火灾|失火|中毒|泄漏|坍塌|停电|停水)"
    r"|(?:因|由于)(?!抢救|失血|伤|腿|头|身|心|呼吸|病|出现|事发|现场|情况|火场)[^，。；\n]{2,20}"
    r"(?:出现|发生|引发|倒塌|坍塌|滑坡|停电|泄漏|爆炸|中毒|塌|侧翻|翻|坠|失控|起火|相撞|撞|发病|产生|心生|报复|泄愤)"
    r"|(?:严重|涉嫌|存在|违规|违法)(?:超载|超速|超员|酒驾|醉驾|疲劳驾驶|违章)"
)


_VAGUE = ("日前", "近日", "近期", "连日来", "近来")


Texts = Sequence[tuple[Sentence, str]]


def elements_of(texts: Texts, lexicon: Lexicon, reported: date | None = None) -> Elements:
    """Return the elements stated by the body's sentences, in order.

    Args:
        texts: each sentence with its text.
        lexicon: the cue words.
        reported: the day of the report, against which 昨日 is resolved.
    """
    plain = [text for _, text in texts]
    counted = counts(plain)
    figures = _figures(texts, counted, lexicon)
    time = _times(texts[:MOST_READ], lexicon)
    acting = [pair for pair in texts if SentenceClass.MEASURES in pair[0].classes]
    return Elements(
        time=time,
        place=_places(texts[:MOST_READ], lexicon),
        deaths=standing(counted, Harm.DEATHS, plain),
        injured=standing(counted, Harm.INJURED, plain),
        source=any(_SOURCE.search(text) for text in plain),
        cause=_cause(plain),
        missing=_most(figures, "missing"),
        poisoned=_most(figures, "poisoned"),
        trapped=_most(figures, "trapped"),
        evacuated=_most(figures, "evacuated"),
        happened=_happened(texts, time, reported),
        kinds=_kinds(texts, lexicon),
        figures=figures,
        as_of=_spans(texts, as_of),
        sources=_spans(texts, _matches(_SOURCE)),
        causes=_spans(texts, _matches(_STATED)) or _spans(texts, _matches(_PENDING)),
        commanders=_spans(texts, lambda text: commanders(text, lexicon)),
        actors=_spans(acting, lambda text: actors(text, lexicon)),
        next_steps=_spans(texts, lambda text: next_steps(text, lexicon)),
    )


def _matches(pattern: re.Pattern[str]) -> Callable[[str], Iterator[tuple[int, int]]]:
    return lambda text: (match.span() for match in pattern.finditer(text))


def _spans(texts: Texts, find: Callable[[str], Iterator[tuple[int, int]]]) -> tuple[Span, ...]:
    return tuple(
        _shifted(sentence, start, end) for sentence, text in texts for start, end in find(text)
    )


def _shifted(sentence: Sentence, start: int, end: int) -> Span:
    span = sentence.span
    return Span(span.section, span.start + start, span.start + end)


def _figures(texts: Texts, counted: list[Count], lexicon: Lexicon) -> tuple[Figure, ...]:
    by_sentence: dict[int, list[Count]] = {}
    for count in counted:
        by_sentence.setdefault(count.sentence, []).append(count)
    return tuple(
        Figure(
            found.name,
            found.value,
            found.unit,
            _shifted(sentence, found.start, found.end),
            found.rough,
            found.part,
        )
        for number, (sentence, text) in enumerate(texts)
        for found in quantities(text, by_sentence.get(number, []), lexicon)
    )


def _most(figures: Sequence[Figure], name: str) -> int | None:
    values = [round(figure.value) for figure in figures if figure.name == name]
    return max(values, default=None)


def _kinds(texts: Texts, lexicon: Lexicon) -> tuple[Mention, ...]:
    found = kinds([text for _, text in texts], lexicon)
    return tuple(
        Mention(name, _shifted(texts[number][0], start, end)) for name, number, start, end in found
    )


def _happened(texts: Texts, time: tuple[Span, ...], reported: date | None) -> str:
    """Resolve the best expressions of time: the first with a day, the first with an hour."""
    day: date | None = None
    for span in time[:3]:
        for sentence, text in texts:
            inside = span.start - sentence.span.start
            if sentence.span.section == span.section and 0 <= inside < len(text):
                found = when(text[inside : span.end - sentence.span.start], reported)
                day = day or found.day
                if day and found.clock:
                    return str(When(day, found.clock))
    return str(When(day))


def _cause(texts: Sequence[str]) -> Cause:
    if any(_STATED.search(text) for text in texts):
        return Cause.STATED
    if any(_PENDING.search(text) for text in texts):
        return Cause.UNDER_INVESTIGATION
    return Cause.NONE


def _best(scored: list[tuple[float, Span]], least: float) -> tuple[Span, ...]:
    ordered = sorted(scored, key=lambda pair: -pair[0])
    best: list[Span] = []
    for score, span in ordered:
        if score < least and best:
            break
        if score < -3.5:
            break
        apart = all(
            span.section != other.section or span.end <= other.start or other.end <= span.start
            for other in best
        )
        if apart:
            best.append(span)
    return tuple(best[:MOST_SHOWN])


def _times(texts: Sequence[tuple[Sentence, str]], lexicon: Lexicon) -> tuple[Span, ...]:
    scored: list[tuple[float, Span]] = []
    for order, (sentence, text) in enumerate(texts):
        found = list(moments(text))
        if not found:
            continue
        events = [
            match.start()
            for match in lexicon.events.finditer(text)
            if text[match.end() : match.end() + 1] != "后"
        ]
        background = lexicon.background.search(text) is not None
        for index, moment in enumerate(found):
            following = found[index + 1].start if index + 1 < len(found) else len(text)
            score = _time_score(text, moment, events, following)
            if SentenceClass.SITUATION not in sentence.classes:
                score -= 3
            if background:
                score -= 2
            score -= 0.25 * order
            span = sentence.span
            scored.append(
                (score, Span(span.section, span.start + moment.start, span.start + moment.end))
            )
    return _best(scored, 2.5)


def _time_score(text: str, moment: Moment, events: Sequence[int], following: int) -> float:
    vague = text[moment.start : moment.end].startswith(_VAGUE)
    score = (0.5 if vague else 2.0 * moment.day) + 1.0 * moment.clock + 0.5 * moment.part
    before = text[max(0, moment.start - 12) : moment.start]
    after = text[moment.end : moment.end + 40]
    if _AS_OF.search(before):
        return -8.0
    if _DATELINE.match(after):
        return -8.0
    if _STARTS.search(before):
        score += 5
    if any(moment.end <= place <= following for place in events):
        score += 4
    elif any(moment.end <= place <= moment.end + 80 for place in events):
        score += 3
    elif any(moment.start - 12 <= place < moment.start for place in events):
        score += 2
    says = _SAYS.match(after)
    if says is not None and not any(
        moment.end <= place < moment.end + says.end() for place in events
    ):
        score -= 5
    if _REPORTER.search(before):
        score -= 5
    return score


def _places(texts: Sequence[tuple[Sentence, str]], lexicon: Lexicon) -> tuple[Span, ...]:
    scored: list[tuple[float, Span]] = []
    for order, (sentence, text) in enumerate(texts):
        situation = SentenceClass.SITUATION in sentence.classes
        for place in places(text[:2000], lexicon):
            score = place.score - 0.4 * order - (0.0 if situation else 2.5)
            span = sentence.span
            scored.append(
                (score, Span(span.section, span.start + place.start, span.start + place.end))
            )
    return _best(scored, 3.0)
