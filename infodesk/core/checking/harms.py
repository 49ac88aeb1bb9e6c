"""What happens to persons an event harms: the words for it, and one count of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from infodesk.core.checking.leading import guarded
from infodesk.core.checking.numerals import NUMERAL


class Harm(StrEnum):
    """What happened to the persons counted."""

    DEATHS = "deaths"
    INJURED = "injured"


@dataclass(frozen=True, slots=True)
class Count:
    """One count in the text.

    Attributes:
        start: offset of the numeral.
        end: offset after the word that says what happened.
        sentence: number of its sentence.
        part: it is a part of another count (其中3人死亡), or of several that add up (当场, 送医后).
        named: it only names the persons hurt (2名伤者), without saying that these are all.
    """

    harm: Harm
    value: int
    start: int
    end: int
    sentence: int
    part: bool = False
    kind: str = ""
    named: bool = False


_GONE = (
    r"(?:呼吸|心跳|气息|气(?!象|温|候|味|体|球|田|油|瓶|阀|了)|脉搏|脉息|生命体征|生命迹象|声息)"
)
DEATH = (
    r"死亡|遇难|身亡|丧生|罹难|殉职|牺牲|阵亡|溺亡|坠亡|遇害|丧命|殒命|毙命|倒毙|身故|猝死|惨死|暴亡|病亡|不治|去世|离世|逝世|亡故|夭折"
    rf"|死(?=于)|(?:生命|性命|人命)(?<=[的条]..)(?!安全|危险|通道|体征|线|财产|探测|周期)|遗体|尸体|尸首|遗骸|葬身|命丧|魂断|告别了?人世|撒手人寰|与世长辞|献出(?:了)?生命|溺毙|枪杀|杀害|射杀|残杀|屠杀|斩首|被杀|殉难|蒙难|丧身|无力回天|回天乏术|[没未]能挽回|永远(?:留在|离开|闭上|长眠)|[送丢赔搭没]上?了?性?命(?![运题令名的])|断了?气|咽了?气|活埋|割喉"
    rf"|(?:已|均|都)?无{_GONE}|失去(?:了)?(?:生命(?!危险)|{_GONE})|停止?了?(?:呼吸|心跳)|没(?:有)?了{_GONE}|没有{_GONE}"
    r"|(?:烧|淹|炸|砸|压|撞|毒|打|砍|冻|勒|闷|刺|捅|轧|碾|电|震|呛|熏|掐|摔|射|杀|挤|踩|药)死(?!亡|者)|击毙"
    r"|[没未](?:能|有)?(?:抢?救)(?:[回过活][来转]?|下来)|没有?抢救过来|[没未](?:能|有)(?:[再活挺]下来|[跑走逃爬挤冲](?:了?出|脱)[^，。；]?)"
    r"|(?:再也?没(?:有|能)?|没(?:有|能)?再|没能)(?:站起来|醒|睁开|走出|出来|回来|回家|上来)|再也回不[了来去到]|(?<![生假装诈死])死(?!里逃|讯|角|路|神|因|火|鱼|死|灰|罪|缓|刑)"
)
"""Words that tell of a death, of one who came to it."""
INJURY = (
    r"受伤(?:住院|入院|送医)|(?:受|轻微|轻|重|负|烧|灼|砸|摔|坠|擦|撞|刺|砍|炸|烫|刀|致|挤|踩|划|压|震|击|打|咬|冻|扭|挫|拉|燎|轧|碾|捅|抓|磕|碰|戳|割|跌|枪|带|拖|夹|卷|切|绞|扎|殴|踢|剐|刮|蜇|电|熏|呛|射|误|崩|滑|扯)伤(?!人[^，。；]?(?:案|事件|的)|亡|害|科|员工)"
    r"|骨折|挂了?彩|(?:中弹|中枪|刺中|砍中)(?!后?[^，。；]{0,4}(?:身亡|死|丧|牺牲|遇难))|头破血流|骨断筋折|截肢|脑震荡|皮外伤|[崴扭]了(?:脚|腰)|(?:起|烫)[^，。；]{0,6}?泡(?!沫)"
    r"|(?:撞|打|砸|摔|压|折|轧)断了?[^，。；]{0,4}(?:腿|胳膊|手|骨|腰|指|臂)|(?:划|磕|摔|蹭|擦|割|刮)破(?!产)|划了?[一两][道条]|缝了?[0-9一二三四五六七八九十]{1,3}针"
    r"|(?<![死重轻人])伤(?=[，。；、！\s者员及0-9０-９一二两三四五六七八九十]|$)"
)
"""Words that tell of a wound."""
OTHER = (
    r"失踪|失联|被困|被埋|中毒|感染|出院|离院|获救|脱险|脱困|逃生(?!过程|时|途中|中)|幸存|救出|疏散|转移|撤离(?!过程|时|途中|中)|安置|受灾|患病|发病|确诊|住院|留院|"
    r"入院|观察|抓获|逮捕|被捕|落网"
)
TOKEN = re.compile(
    guarded(
        rf"(?P<pair>(?P<pd>{NUMERAL})[人]?死[亡]?、?(?P<pi>{NUMERAL})[人]?(?:受)?伤)"
        rf"|(?P<number>(?<![数几第])(?<!第[十百]){NUMERAL})(?P<rough>[余多几来])?(?P<unit>[名位个具条例对]|人(?!民|次|份|员|家|行|口|均|工)"
        rf"|口人|(?<=[家孙][一二两三四五六七八九十0-9])口|(?=死|亡|伤))"
        rf"|(?P<no>无死|无伤)|(?P<death>{DEATH})|(?P<injury>{INJURY})|(?P<other>{OTHER})"
    )
)
HARM = re.compile(guarded(rf"{DEATH}|{INJURY}|伤"))
"""A word without which no sentence counts anybody."""
