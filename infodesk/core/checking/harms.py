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


DEATH = (
    r"死亡|遇难|身亡|丧生|罹难|殉职|牺牲|溺亡|遇害|丧命|殒命|毙命|不治|去世|离世|死(?=于)|失去生命|亡故|的(?:生命|性命)|遗体|尸体"
    r"|(?:已|均)?无生命体征|失去(?:了)?(?:生命体征|呼吸|心跳)|坠亡|烧死|淹死|炸死|砸死|压死|撞死|毒死|打死|击毙|砍死|冻死|勒死|闷死|窒息身亡|夭折|停止了?呼吸|没(?:有)?了(?:呼吸|心跳|生命体征)"
    r"|没能救[回过]来|没有?抢救过来|没能抢救过来|再也没有?(?:站起来|醒|睁开)|没有?再(?:醒|睁开)|没能活下来|(?<!生)死(?!里逃)"
)
INJURY = (
    r"受伤(?:住院|入院|送医)|(?:受|轻微|轻|重|负|烧|灼|砸|摔|坠|擦|撞|刺|砍|炸|烫|刀|致|挤|踩|划|压|震|击|打|咬|冻)伤"
    r"|骨折|挂彩|(?<![死重轻人])伤(?=[，。；、！\s者员及0-9０-９一二两三四五六七八九十]|$)"
)
OTHER = (
    r"失踪|失联|被困|被埋|中毒|感染|出院|离院|获救|脱险|脱困|逃生(?!过程|时|途中|中)|幸存|救出|疏散|转移|撤离|安置|受灾|患病|发病|确诊|住院|留院|"
    r"入院|观察|抓获|逮捕|被捕|落网"
)
TOKEN = re.compile(
    guarded(
        rf"(?P<pair>(?P<pd>{NUMERAL})[人]?死[亡]?、?(?P<pi>{NUMERAL})[人]?(?:受)?伤)"
        rf"|(?P<number>(?<![数几第])(?<!第[十百]){NUMERAL})(?P<rough>[余多几来])?(?P<unit>[名位个具条例]|人(?!民|次|份|员|家|行|口|均|工)"
        rf"|(?=死|亡|伤))"
        rf"|(?P<no>无死|无伤)|(?P<death>{DEATH})|(?P<injury>{INJURY})|(?P<other>{OTHER})"
    )
)
HARM = re.compile(guarded(rf"{DEATH}|{INJURY}|伤"))
"""A word without which no sentence counts anybody."""
