"""Why it happened: whether a text names the cause, leaves it open, or is silent about it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from infodesk.core.checking.findings import Cause
from infodesk.core.checking.lexicon import Lexicon

_OPEN = re.compile(
    r"(?:原因|起因|病因|责任|毒源|动机|源头)[^，。；\n]{0,14}(?:调查|核查|核实|侦查|侦办|认定|鉴定|化验|待|不明|未明"
    r"|不详|不清楚|未知|待查|查明中|明确|公布|排查|查找|分析|查证)"
    r"|(?:查明|查找|追查|调查|排查|查清|认定|确定|分析|侦查|核查)[^，。；\n]{0,10}(?:原因|起因|病因|源头|责任|毒源)"
    r"|(?:事故|事件|案件|火灾|起火|爆炸|中毒)(?:正|仍|还|正在|有待|的)?[^，。；\n]{0,4}(?:正在|进一步|仍在)"
    r"[^，。；\n]{0,4}(?:调查|侦查|侦办)"
    r"|(?:正|做|作)(?:在)?进一步(?:的)?(?:调查|侦查)|尚未查明"
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
    r"|(?<!并)(?<!，)(?:引发|引起|导致|致使|造成)(?:了)?[^，。；\n]{0,8}(?:火灾|起火|失火|爆炸|车祸|中毒"
    r"|泄漏|坍塌|停电|停水|跳闸|山洪|泥石流|滑坡|内涝|洪水|险情|踩踏)"
    r"|[^，。；\n]{4,}，(?:从而|进而|由此)?(?:引发|引起|导致|致使)[^，。；\n]{0,8}"
    r"(?:火灾|失火|中毒|泄漏|坍塌|停电|停水)"
    r"|(?:因|由于)(?!抢救|失血|伤|腿|头|身|心|呼吸|病|出现|事发|现场|情况|火场)[^，。；\n]{2,20}"
    r"(?:引发|滑坡|停电|泄漏|爆炸|中毒|侧翻|翻|坠|失控|起火|相撞|撞|发病|产生|心生|报复|泄愤)"
    r"|(?:严重|涉嫌|存在|违规|违法)(?:超载|超速|超员|酒驾|醉驾|疲劳驾驶|违章)"
)
_DENIED = (
    "未",
    "没有",
    "没",
    "不",
    "无",
    "并非",
    "是否",
    "防止",
    "避免",
    "怕",
    "严禁",
    "查处",
    "提醒",
    "以防",
)
_ELSEWHERE = re.compile(r"提醒|建议|呼吁|专家说|隐患")


def spans_of(cause: Cause, text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a sentence that name the cause, or leave it open."""
    if cause is Cause.UNDER_INVESTIGATION:
        for pattern in (lexicon.causes_open, _OPEN):
            yield from (match.span() for match in pattern.finditer(text))
    elif cause is Cause.STATED and _ELSEWHERE.search(text) is None:
        plain = lexicon.causes_open.sub(lambda match: "\u3000" * len(match[0]), text)
        for pattern in (lexicon.causes, _STATED):
            for match in pattern.finditer(plain):
                if not plain[max(0, match.start() - 4) : match.start()].endswith(_DENIED):
                    yield match.span()
