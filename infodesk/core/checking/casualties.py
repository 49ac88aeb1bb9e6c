"""How many died and how many were hurt: every count a text gives, and the one that stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from infodesk.core.checking.numerals import NUMERAL, value_of


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


_DEATH = (
    r"死亡|遇难|身亡|丧生|罹难|殉职|牺牲|溺亡|遇害|丧命|殒命|毙命|不治|去世|离世|死于|失去生命|亡故"
    r"|坠亡|烧死|淹死|炸死|砸死|压死|撞死|毒死|打死|砍死|死"
)
_INJURY = (
    r"(?:受|轻微|轻|重|负|烧|灼|砸|摔|坠|擦|撞|刺|砍|炸|烫|刀|致|挤|踩|划|压|震|击|打|咬|冻)伤"
    r"|骨折|挂彩|(?<![死重轻])伤(?=[，。；、！\s者员]|$)"
)
_OTHER = (
    r"失踪|失联|被困|被埋|中毒|感染|出院|离院|获救|脱险|脱困|逃生(?!过程|时|途中|中)|幸存|救出|疏散|转移|撤离|安置|受灾|患病|发病|确诊|住院|留院|"
    r"入院|观察|抓获|逮捕|被捕|落网"
)
_TOKEN = re.compile(
    rf"(?P<pair>(?P<pd>{NUMERAL})[人]?死[亡]?、?(?P<pi>{NUMERAL})[人]?(?:受)?伤)"
    rf"|(?P<number>(?<![数几]){NUMERAL})(?P<rough>[余多几来])?(?P<unit>[名位个具条]|人(?!民|次|份|员|家|行|口|均|工)"
    rf"|(?=死|亡|伤))"
    rf"|(?P<no>无死|无伤)|(?P<death>{_DEATH})|(?P<injury>{_INJURY})|(?P<other>{_OTHER})"
)
_STOP = re.compile(r"[，,。；;、：:！？!?\r\n]")
_PERSONS = ("者", "员")
_VERB_FIRST = re.compile(
    r"(?:人数|者|人员)?(?:已经|已|了|共|为|达到|达|约|至少|超过|近|升至|上升至|上升到|增至|增加到"
    r"|增加至|有|的有|的|：)*|[^，。；]{0,30}等"
)
_NONE_HURT = re.compile(
    r"(?:均?无|没有|未造成|未发生|没有造成|没有发生|尚无|暂无|并无|未有|尚未有|未出现|尚未(?:收到|接到|发现|造成)|没有(?:收到|接到|发现)|"
    r"未(?:接到|收到|发现)|暂未(?:接到|收到|发现|造成))(?:[^，。；,;\n]{0,16}的|任何|因灾|相关)?(?:造成|发生|有)?(?:人员)?(?:的)?伤亡"
)
_NOBODY_DEAD = re.compile(
    r"(?:无|没有|未造成|暂无|尚无)(?:任何)?(?:人|人员)?(?:死亡|遇难)(?!者|人数)|无一(?:人)?(?:死亡|遇难)|无一?人?死亡"
)
_NOBODY_HURT = re.compile(
    r"(?:无|没有|未造成|暂无|尚无)(?:任何)?(?:人|人员)(?:受伤|负伤)|无一(?:人)?受伤"
)
_OTHER_TIMES = re.compile(
    r"以来|历史|长期|多年|近年|去年|前年|上个?月|曾经|曾发生|每年|自[0-9０-９]{4}年|据统计|此前.{0,6}年|[0-9０-９]{4}年(?!.{0,40}(?:日|今))|历年|同比"
)
_PARTS = re.compile(r"其中|当中有|包括")
_STAGE = re.compile(
    r"当场|途中|抢救无效|救治无效|医治无效|不治|送医|在医院|医院|另|又|还有|现场|先后"
)
LONGEST_BETWEEN = 24
"""Characters that may stand between a number and what happened (名联合国难民事务高级专员…)."""


def counts(sentences: Iterable[str]) -> list[Count]:
    """Return every count of dead and injured, sentence by sentence; offsets within the sentence."""
    found: list[Count] = []
    for number, sentence in enumerate(sentences):
        if _OTHER_TIMES.search(sentence) and "截至" not in sentence:
            continue
        found.extend(_in_sentence(sentence, number))
    return found


def standing(counted: Iterable[Count], harm: Harm, sentences: Iterable[str]) -> int | None:
    """Return the last and most complete count of one kind.

    A sentence's counts are added where they are stages of one total (1人当场死亡，2人送医后死亡);
    among sentences the highest stands, because counts of one event grow.

    Returns:
        the count; 0 where the text says there are none; None where it is silent.
    """
    by_sentence: dict[int, list[Count]] = {}
    for count in counted:
        if count.harm is harm:
            by_sentence.setdefault(count.sentence, []).append(count)
    totals = [_total(listed) for listed in by_sentence.values()]
    sure = [value for value, named in totals if not named]
    if sure:
        return max(sure)
    if totals:
        return max(value for value, _ in totals)
    nobody = _NOBODY_DEAD if harm is Harm.DEATHS else _NOBODY_HURT
    if any(_NONE_HURT.search(sentence) or nobody.search(sentence) for sentence in sentences):
        return 0
    return None


def _total(listed: list[Count]) -> tuple[int, bool]:
    if len(listed) == 1:
        return listed[0].value, listed[0].named
    whole = [count for count in listed if not count.part and not count.named]
    plain = [count.value for count in whole if not count.kind]
    staged = [count.value for count in whole if count.kind]
    if staged and (not plain or sum(staged) > max(plain)):
        # without a plain total the stages are all there is
        return (sum(staged) + (plain[0] if plain else 0), False)
    if plain:
        return max(plain), False
    return max(count.value for count in listed), all(count.named for count in listed)


def _in_sentence(sentence: str, number: int) -> Iterator[Count]:
    begin = 0
    part = False
    for stop in [*_STOP.finditer(sentence), None]:
        end = stop.start() if stop else len(sentence)
        clause = sentence[begin:end]
        if _PARTS.search(clause):
            part = True
        elif "另" in clause or "还有" in clause:
            part = False
        yield from _in_clause(clause, begin, number, part=part)
        if stop is not None and stop[0] in "。；;！？":
            part = False
        begin = end + 1


def _in_clause(clause: str, offset: int, sentence: int, *, part: bool) -> Iterator[Count]:
    stage = "stage" if _STAGE.search(clause) else ""
    number: re.Match[str] | None = None
    verb: re.Match[str] | None = None
    for token in _TOKEN.finditer(clause):
        if token["pair"]:
            yield from _pair(token, offset, sentence)
            number = verb = None
        elif token["number"]:
            between = clause[verb.end() : token.start()] if verb is not None else ""
            if verb is not None and _VERB_FIRST.fullmatch(between):
                yield from _count(token, verb, token, (offset, sentence, part, _degree(verb[0])))
                number = verb = None
            else:
                number, verb = token, None
        elif token["death"] or token["injury"]:
            if number is not None and token.start() - number.end() <= LONGEST_BETWEEN:
                kind = _degree(token[0]) or stage
                named = bool(token["injury"]) and clause[token.end() : token.end() + 1] in _PERSONS
                yield from _count(number, token, token, (offset, sentence, part, kind), named=named)
                number = verb = None
            else:
                verb = token
        else:
            number = verb = None


def _pair(token: re.Match[str], offset: int, sentence: int) -> Iterator[Count]:
    """Yield both counts of 5死2伤."""
    for harm, name in ((Harm.DEATHS, "pd"), (Harm.INJURED, "pi")):
        value = value_of(token[name])
        if value is not None:
            yield Count(harm, value, offset + token.start(), offset + token.end(), sentence)


def _count(
    number: re.Match[str],
    verb: re.Match[str],
    last: re.Match[str],
    place: tuple[int, int, bool, str],
    *,
    named: bool = False,
) -> Iterator[Count]:
    offset, sentence, part, kind = place
    value = value_of(number["number"])
    if value is not None:
        harm = Harm.DEATHS if verb["death"] else Harm.INJURED
        start, end = offset + number.start(), offset + last.end()
        yield Count(harm, value, start, end, sentence, part=part, kind=kind, named=named)


def _degree(word: str) -> str:
    return word if word in ("轻伤", "重伤", "轻微伤") else ""
