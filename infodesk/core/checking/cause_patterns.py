"""How a sentence names a cause, or leaves it open: by a head, and by what follows it.

The heads are words, found fast; what has to follow is tried only where a head stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from infodesk.core.checking import cause_words as words
from infodesk.core.checking.leading import gathered

Forms = Sequence[tuple[re.Pattern[str], re.Pattern[str]]]

_IN = r"[^，。；：！？\n]"
_EVENT = words.any_of(words.EVENTS)
_WEATHER = words.any_of(words.WEATHER)
_QUARREL = words.any_of(words.QUARRELS)
_POISON = words.any_of(words.POISONS)
_LEADS_TO = r"(?:导致|致使|引发|引起|诱发|触发|酿成|引致|招致|造成|以致|使得|致)"
_HARMS = (
    r"(?:中毒|引起|引发|导致|造成|所致|超标|检出|污染|误[食饮服]|有毒|感染|含有|残留|作怪|惹祸|反应"
    r"|味|死|致)"
)


def _within(most: int, least: int = 0) -> str:
    """Return the pattern of so many characters without a mark, as few as will do."""
    return f"{_IN}{{{least},{most}}}?"


def _form(heads: str, follows: str = "") -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(gathered(words.listed(heads))), re.compile(follows)


STATED: Forms = (
    _form(words.FAULTS),
    _form(
        words.PARTS,
        rf"{_within(8)}(?:破裂|断裂|破损|脱落|爆裂|故障|失效|老化|松动|腐蚀|锈蚀|折断|开裂)",
    ),
    _form(
        "引燃 点燃 点着 引着",
        rf"{_within(14)}(?:汽油|被|棉|草|窗帘|柴(?!油)|衣|沙发|杂物|可燃|易燃|木|纸|垃圾"
        r"|煤气|房|海绵|泡沫|(?<!柴)油|柴油(?!机)|液|材料|货|山林|草|棚)",
    ),
    # words that name a cause as such
    _form(
        "归咎于 归因于 归罪于 归于 归结为 源于 缘于 起因于 根源于 起于 肇于 祸起 惹[的出]祸 惹祸"
        " 惹下 毁于 闯[下了的]大?祸 作祟 所致 报复 泄愤 图财 劫财 讨薪 讨要工资 轻生 索要赎金"
        " 心生不满 怀恨在心 勒索"
    ),
    _form(
        "原因 起因(?<!一起因) 诱因 成因 缘由 根源 祸根 症结 元凶 真凶 祸首 祸源 导火[索线] 主因",
        rf"{_within(10)}(?:是|为|系|在于|：|有[：二两三以])"
        r"(?!否|何|什么|怎|正|尚|仍|待|还|不明|未|由|啥)",
    ),
    _form("理由 障碍 瓶颈 短板 难点", r"就?(?:是|在于)(?!否|什么)"),
    _form("客观因素 主观因素 人为因素"),
    _form(
        "是 系 成[为了] 属 乃",
        rf"{_within(30)}(?:原因|起因|诱因|主因|根源|元凶|祸首|导火[索线])|{_within(24, 2)}"
        r"(?:引起|造成|引发|导致|带来)的",
    ),
    _form(
        "由 因 系 是 为 疑 怀疑 可能",
        rf"{_within(30, 2)}(?:引起|引发|所致|酿成|诱发|触发|导致"
        rf"|造成(?!{_within(10)}(?:影响|困扰|恐慌)))",
    ),
    _form(
        "事故 火灾 爆炸 地震 发病 中毒 疫情 坍塌 塌方 滑坡 原因 事件 这次 此次",
        rf"(?!案){_within(10)}与(?!此){_within(24, 2)}(?:有关|不无关系|关系密切|直接相关|密切相关)",
    ),
    # because
    _form(
        "由于 因为(?!他|她|里面|现场|我|这|当) 皆因 只因 只为",
        rf"{_within(24, 2)}，?{_within(16)}{_EVENT}(?!造成)",
    ),
    _form(
        "因(?<![原起病诱成主死基内外]因)",
        r"(?!此|而|公|地|素|斯|担心|害怕|怕|恐|提前|酒后|里面|他们|现场|特|应|故(?!障)|果|祸|灾|小失大|伤"
        r"|抢救|失血|病|家|食物中毒|中毒|涉嫌|为|救|受伤|颅|火灾|这起|床位|出现|发生|患|房屋|楼|"
        rf"{_within(3)}(?:地震|爆炸|袭击|事故)|{_within(4)}(?:伤|不治))"
        rf"{_within(26, 2)}，?{_within(14)}{_EVENT}",
    ),
    _form(
        "因(?![此而]) 起于 出于 源于 缘于",
        rf"(?<![原成认]因){_within(16)}{_QUARREL}",
    ),
    _form("因 由于", rf"{_within(8)}{_WEATHER}(?![^。；]{{0,24}}[救搜])"),
    _form(
        "下 降 连日 连续 持续 罕见 突降 突遇 普降",
        rf"[了起着]?{_within(10)}(?:暴雨|大雨|降雨|大雪|暴雪|降雪|阴雨|冰雹|毫米)",
    ),
    _form("受", rf"{_within(18)}{_WEATHER}{_within(10)}影响"),
    _form("被", rf"[吹刮掀]{_within(2)}[倒翻落跑断]"),
    _form("冻死 热死"),
    _form("被", rf"(?:{_WEATHER}|巨石){_within(8)}[冲吹刮压卷砸击淹困掀]"),
    # something named that leads to an event
    _form(
        words.WEATHER,
        rf"{_within(18)}(?:{_LEADS_TO}|冲[毁垮走断歪倒击入进]|淹没|[压吹刮]{_within(3)}[倒垮塌断翻坏走歪]"
        rf"|砸|围困|受淹|打滑|使|[把将]{_within(14)}[掀吹刮卷砸])",
    ),
    _form(
        words.SPARKS,
        rf"(?!处理厂|公司|站){_within(14)}(?<!并)(?:引燃|点燃|点着|引着|烧着|引发|引起|导致|造成|起火|着火|失火|自燃|掉|落|溅|烤|烘|泄漏"
        rf"|泄露|爆燃|短路|故障|老化|没关|未关|忘|乱扔|不慎|爆裂|遇|后爆炸|(?<![临同])时)"
        rf"|{_within(16)}，?(?:从而|进而|最终|结果|由此|继而|随后|接着)?(?<!并)(?:{_LEADS_TO}了?{_within(16)}{_EVENT}|引燃|点燃)",
    ),
    _form(
        words.QUARRELS,
        rf"{_within(16)}，?(?:从而|进而|最终|结果|由此|继而|随后|接着)?(?<!并){_LEADS_TO}了?{_within(16)}{_EVENT}",
    ),
    _form(
        "，(?<!爆炸，)",
        rf"(?:从而|进而|最终|结果|由此|继而|因此)?{_LEADS_TO}了?{_within(8)}"
        rf"(?:火灾|爆炸|车祸|{_within(4)}停[电水气]|{_within(6)}鱼类?死亡|{_within(4)}污染"
        r"|这起事故|事故的?发生|悲剧|惨剧|泄漏|坍塌|中毒)",
    ),
    _form(words.POISONS, rf"{_within(12)}{_HARMS}"),
    _form(
        "检出 检测出 化验出 查出 验出 含有? 中毒 感染 污染 超标",
        rf"{_within(10)}{_POISON}",
    ),
    _form(
        "吃 采食 食用 喝 饮用(?!水) 进食 服用 注射 接触 宰杀 吸入 接种",
        rf"[了过下]?{_within(14)}(?:{_POISON}|(?<!中)毒)",
    ),
    _form("时速 车速", r"[^。；]{0,24}限速"),
    _form(
        "遭遇 遇到 遇上 遭 遇",
        rf"{_within(6)}(?:{_WEATHER}|风浪){_within(8)}(?:沉|翻|坠|迫降|失控|失事|侧滑)",
    ),
    _form("涉嫌 承认 供认 被控", rf"{_within(10)}(?:纵火|放火|投毒|下毒)"),
    _form("报告认定 调查认定 失火罪 放火罪 交通肇事罪 重大责任事故罪 投放危险物质罪"),
    _form("以此", r"(?:迫使|要挟|逼迫|抗议|威胁|报复)"),
    _form("袭击 爆炸 劫持 绑架 作案 枪击 纵火", rf"{_within(8)}目的(?:是|在于|为)"),
    _form(
        "鉴定 化验 检测 检验 诊断",
        rf"{_within(4)}(?:表明|显示|发现|确认|证实)，?{_within(12)}(?:吃|食用|喝|饮用|含有?)",
    ),
    _form("为了", rf"{_within(12)}(?:钱|财|省|逃避|报复|发泄|掩盖|抢)"),
    _form(
        "不满(?![0-9０-９一二两三四五六七八九十]) 抗议(?!者|活动|声|人群|示威) 反对(?!党|派)",
        rf"{_within(14)}(?:，|政府|政策|决定|公司|拖欠|调整|征|拆|判决|选举|逮捕)",
    ),
    _form(
        "拖欠 克扣 欠[薪发缴] 讨要 索要 要求(?:增加|提高|兑现|解决|支付|发放|赔|补)",
        rf"{_within(20)}(?:工资|薪|补偿|赔偿|款|待遇|标准)",
    ),
    # findings
    _form(
        "供述 交代 供认 承认 坦白",
        rf"(?!不讳){_within(4)}，?{_within(26)}(?:因|为|想|只|觉得|怕|恨)",
    ),
    _form(
        "认定 判断 推断 断定 分析 查明 认为 显示 表明 怀疑 推测 估计 诊断 证实 猜测 断言"
        " 揭示 原来 发现",
        rf"[为是，：,]?{_within(16)}(?:是因|是由|系|由于|是从|因为|是被|是遭|有人|没有按|未按|没按)",
    ),
    _form(
        "初步 经",
        r"(?:调?查|分析|判断|诊断|怀疑|认定|推断|勘查|审查|审讯)(?:明|发现|认定|判断|表明|显示)?，?"
        rf"{_within(16)}(?:[是系因为](?!否|一起|一[名个]|两|何|什么)|由于)",
    ),
    _form(
        "被控 被诉 犯 构成 涉嫌",
        rf"{_within(7)}(?:失火罪|放火罪|交通肇事|重大责任事故|重大劳动安全|投放危险|危险方法|危险驾驶|过失)",
    ),
)
"""Forms that name a cause."""

_LOOK_INTO = r"(?:调查|侦查|侦办|侦破|核查)(?!组|结果|发现|表明|显示|员|队)"

OPEN: Forms = (
    _form(
        "原因 起因(?<!一起因) 成因 病因 死因 动机 责任 真相 源头 来源 毒源 内幕 身份",
        r"[^。；！？\n]{0,16}?(?:调查|侦查|侦办|核查|核实|待|鉴定|认定(?!书|，)|不明|未明|不详|不清|未知|分析|排查"
        r"|未能?(?:查明|明确|确定|公布|确认)|(?:没有|无法|难以|不)能?(?:查明|明确|确定|公布|确认|知晓)|查找|化验|检测"
        r"|查证|追查|是谜|成谜|查明之?中)",
    ),
    _form(
        "查明 调查 查找 追查 排查 分析 查清 弄清 侦查 核查 确定 了解 认定 判定 寻找 研究",
        rf"{_within(14)}(?:原因|(?<!一)起因|成因|病因|死因|真相|源头|毒源|动机|责任)(?![：是有])",
    ),
    _form(
        "事故 事件 案件 案子 火灾 爆炸 中毒 此事 此案 该案 该起 情况 袭击 对此",
        rf"{_within(6)}(?:正|仍|尚|还|在|已|展开|作){_within(16)}(?:{_LOOK_INTO}|审理)",
    ),
    _form("正 仍在 尚在 还在", rf"{_within(20)}{_LOOK_INTO}"),
    _form(
        "介入 展开 开展 启动 着手 接手 进行 继续",
        rf"(?:了|全面|进一步|深入|对|的){{0,3}}{_LOOK_INTO}",
    ),
    _form(
        "调查 检验 化验 检测 侦破 侦查 鉴定 尸检 认定",
        r"(?:工作|结果|结论|报告|认定书)?(?:仍|正|还|尚|目前|要|需|待|预计|须|没|未|将)"
        rf"{_within(10)}(?:进行|继续|展开|出来|得出|公布|通报|出具|出炉|后|时间|之后)",
    ),
    _form(
        "待 等",
        rf"{_within(14)}(?:调查|鉴定|化验|检测|检验|核实|认定|查明|查清|结论|结果|确认|证实)",
    ),
    _form(
        "尚无 没有 未 还没",
        rf"{_within(6)}(?:定论|结论|查明|认定|公布{_within(4)}(?:原因|动机)|透露{_within(4)}动机)",
    ),
    _form("还在 仍在 尚在", r"(?:进一步)?(?:研究|了解|分析|排查)"),
    _form(
        "进一步了解(?:情况|之中|中) 不明原因 说法不一 各持一说 结果(?:还|尚|要|出来|预计|明天|未)"
    ),
    _form("下结论 作结论 得出结论", r"太|还|为时|尚"),
    _form("不排除", rf"{_within(16)}(?:可能|嫌疑|纵火|人为|感染|因素)"),
    _form("不能 无法 难以 未能", r"(?:确定|断定|判断|判定)[^。；]{0,14}还是"),
    _form("取样 采样 样本 送检 抽样", rf"{_within(14)}(?:化验|检测|检验|送检)"),
)
"""Forms that leave the cause open."""


def found(forms: Forms, text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text that have one of these forms."""
    for head, follows in forms:
        for match in head.finditer(text):
            rest = follows.match(text, match.end())
            if rest is not None:
                yield match.start(), rest.end()
