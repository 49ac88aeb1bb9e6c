"""The dead and injured one clause counts, read from left to right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from infodesk.core.checking.harms import Count, Harm
from infodesk.core.checking.numerals import NUMERAL, value_of
from infodesk.core.checking.persons import (
    AND_ONE,
    AND_PERSON,
    is_done_to,
    persons_in,
    unnumbered,
)

_PERSONS = ("者", "员")
_VERB_FIRST = re.compile(
    r"(?:的?人数|者|员|人员|学生|师生|群众|村民|居民|乘客|游客|旅客|工人|民众|矿工|路人|平民|士兵|官兵|警察|儿童"
    r"|妇女|老人|民工|职工|员工|船员|病人|患者|囚犯|武装分子|农民|牧民|顾客|住户|了?[^，。；0-9]{1,4}的|去?的|者?[是系为][^，。；0-9]{1,8}的)?(?:已经|是|系|包括|已|了|及|于[^，。；0-9]{1,6}|共|为|达到|达|约|至少|超过|近|升至|上升至|上升到|上升为|升为|仍然?|增至|增加到"
    r"|增加至|有|的有|的|：)*|[^，。；]{0,30}等"
)
_ADVERBS = re.compile(
    r"(?:均|都|全部|目前|现已|至今|当晚|当日|当天|次日|终究|终|宣布|宣告|仍|双双|早已|不久|时|同时|一起|一并|相继|陆续|当场|随后|后|经|抢救|救治|不幸|最终|因|送医|送往|送到|时|伤重|重伤|溺水|也|先后|不治|无效|途中|在|医院|现场"
    r"|已|被|证实|确认|后来|其后|受|遭|全身|多处|大面积|严重|不同程度|头部|腿部|腰部|面部|手臂)*"
)
_COUNTED = ("人数", "总数", "数字", "名单")
"""What follows a word of harm that only names a number told elsewhere (死亡人数)."""
_DOES_HARM = re.compile(r"(?:打|炸|砍|刺|捅|撞|砸|压|轧|烧|毒|射|枪|扎)(?:死|杀|伤)|击毙|杀死|杀害")
_SUFFERED = re.compile(r"[被遭受让]")
_OF_A_KIND = re.compile(r"(?:以上|以下)的?[^，。；]{0,8}(?:事故|火灾|事件|案件|灾害|灾难)")
"""What makes of a number one that classes events (死亡3人以上的事故)."""
_JOINS = re.compile(r"[和与及跟、]")
_MORE = re.compile(r"[和与及跟、][^，。；]{0,6}")
_NUMBER_NEXT = re.compile(rf"(?:了|约|近|至少|及|到)?{NUMERAL}")
_VICTIMS = re.compile(rf"了?(?:约|近|至少|全部)?{NUMERAL}|正在")
_NOT_THEM = ("没有", "无", "未有", "被", "遭")
_UNHARMED = re.compile(r"(?:没有?|未|无|并未|均未|无人|没有人)(?:因此|直接)?$")
DEGREES = ("轻伤", "重伤", "轻微伤")
_STAGE = re.compile(
    r"当场|途中|抢救无效|救治无效|医治无效|不治|送医|在医院|医院|现场|先后|(?<![0-9一二三四五六七八九十])[1一]人"
)
_ATTACKER = re.compile(
    r"枪手|袭击者|武装(?:分子|人员)|歹徒|劫匪|劫持者|绑匪|凶手|嫌疑人|嫌犯|匪徒|恐怖分子|暴徒"
)
ANOTHER = "another"
"""Kind of a count told as one of further persons (另有2人)."""
ATTACKERS = "attackers"
"""Kind of a count of those who attack: it stands only where nobody else is counted."""
_RELATIVE = re.compile(
    r"[^，。；]{0,6}?的?(?:家属|亲属|父亲|母亲|父母|妻子|丈夫|儿子|女儿|哥哥|弟弟|朋友|同事|邻居|遗孀|家人|亲人|亲友)"
)
"""What makes of those numbered relatives of the dead (一名遇难者的母亲)."""
_ANOTHER = re.compile(r"另|又|还有|此外")
LONGEST_BETWEEN = 40
"""Characters that may stand between a number and what happened (名联合国难民事务高级专员…)."""

_FEW = 2
_OF_THEM = re.compile(r"[其的]")
_LONGEST_JOINED = 14
"""Characters of those named between a word of harm and a number (打死了收银员和)."""
_LONGEST_NAME = 6
"""Characters that may stand between a number and the word for those hurt (名危重的伤者)."""


@dataclass(frozen=True, slots=True)
class Pending:
    """Persons named before anything happened to them: how many, and where."""

    value: int
    start: int
    end: int
    joined: bool = False


class Clause:
    """Reads one clause from left to right.

    Args:
        clause: its text.
        offset: where it begins in its sentence.
        sentence: number of the sentence.
        part: its numbers are parts of another (其中).
        carried: persons an earlier clause numbers, to whom nothing has happened yet.
    """

    def __init__(
        self, clause: str, offset: int, sentence: int, *, part: bool, carried: Pending | None
    ) -> None:
        self.pending: Pending | None = None
        self._clause = clause
        self._offset = offset
        self._sentence = sentence
        self._part = part
        self._carried = carried
        self._verb: re.Match[str] | None = None
        self._counted: tuple[re.Match[str], Pending] | None = None
        self._used = False
        self._last = 0

    def counts(self, tokens: Iterable[re.Match[str]]) -> Iterator[Count]:
        """Yield the clause's counts; what remains open is then in ``pending``."""
        for token in tokens:
            if token["pair"]:
                attack = _ATTACKER.search(self._clause, 0, token.start()) is not None
                yield from _pair(token, self._offset, self._sentence, ATTACKERS if attack else "")
                self.pending = self._verb = None
            elif token["number"]:
                yield from self._number(token)
            elif token["death"] or token["injury"]:
                yield from self._harm(token)
                self._last = token.end() if self._used else 0
            elif not self._joins_sending(token):
                self.pending = self._verb = None
                self._used = True

    def _stage(self) -> str:
        """Tell whether the clause tells one stage of a total (当场), or of others (另)."""
        if _STAGE.search(self._clause):
            return "stage"
        return ANOTHER if _ANOTHER.search(self._clause) else ""

    def _joins_sending(self, token: re.Match[str]) -> bool:
        if token["no"] is not None:
            return False
        names = self._clause[token.end() : token.end() + 2].startswith(("者", "人员"))
        return names or token["other"] in ("被困", "被埋", "送往", "送到", "住院")

    def _number(self, token: re.Match[str]) -> Iterator[Count]:
        value = value_of(token["number"])
        # 没有一人; 被四名枪手打死: who does it is not hurt
        if value is None or self._clause[: token.start()].endswith(_NOT_THEM):
            return
        if token["unit"] == "对":
            value *= 2
        if _OF_A_KIND.match(self._clause, token.end()):
            self.pending = self._verb = None
            return
        start, end = self._offset + token.start(), self._offset + token.end()
        said = self._said_before(token, value)
        if said is not None:
            verb, value = said
            found = Pending(value, start, end)
            stage = self._stage() if verb["death"] else ""
            yield self._count(found, verb, end, _degree(verb[0]) or stage)
            self._counted = (verb, found)
            self.pending = self._verb = None
            return
        joined = self.pending is not None and self._goes_on(self.pending, token)
        if self.pending is None:
            # 司机和7名学生: the driver counts too
            value += _joined_before(self._clause[: token.start()])
        elif joined:
            value, start = self.pending.value + value, self.pending.start
        elif token["unit"] == "个" and value == 1:
            # 两名正拆解一个铁筒的男子
            return
        self.pending = Pending(value, start, end, joined)
        self._verb = None

    def _said_before(self, token: re.Match[str], value: int) -> tuple[re.Match[str], int] | None:
        """Return the word of harm before a number and said of it, and of how many it is said."""
        if self._verb is None:
            if self._counted is not None and self._goes_on(self._counted[1], token):
                # 砍伤5名幼儿和1名家长
                return self._counted[0], value + self._counted[1].value
            return None
        between = self._clause[self._verb.end() : token.start()]
        also = AND_ONE.search(between) if len(between) <= _LONGEST_JOINED else None
        if also is not None:
            # 炸死司机和5名乘客
            return self._verb, value + persons_in(also[0])
        return (self._verb, value) if _VERB_FIRST.fullmatch(between) else None

    def _goes_on(self, told: Pending, token: re.Match[str]) -> bool:
        """Tell whether a number is told together with those named before."""
        gap = self._clause[told.end - self._offset : token.start()]
        ends = gap.endswith(("和", "与", "及", "跟", "、")) or _MORE.fullmatch(gap) is not None
        return len(gap) <= LONGEST_BETWEEN and ends

    def _harm(self, token: re.Match[str]) -> Iterator[Count]:
        named = self._clause[token.end() : token.end() + 1] in _PERSONS
        before, after = self._clause[: token.start()], self._clause[token.end() :]
        if after.startswith(_COUNTED):
            self._verb = token
            return
        if self.pending is not None and self._does(token, after):
            # 一名男子打死3人: who does it is not hurt
            self.pending, self._carried = None, None
        gap = self._offset + token.start() - self.pending.end if self.pending is not None else 0
        if _UNHARMED.search(before) or (
            self.pending is not None
            # 一名遇难者的母亲; 十一名医护人员用门板把伤者抬走
            and (_RELATIVE.match(after) or (named and gap > _LONGEST_NAME))
        ):
            self.pending, self._used = None, True
        elif self.pending is not None and gap <= LONGEST_BETWEEN:
            yield self._of_pending(self.pending, token, named=named)
        elif self._carried is not None and not named and self._goes_with(token, before, after):
            end = self._offset + token.end()
            yield self._count(self._carried, token, end, _degree(token[0]))
            self._used = True
        else:
            since = before[self._last :]
            if not named and (not self._used or since.startswith("、")):
                # 4名乘客死亡、司机重伤
                yield from self._of_unnumbered(token, since, after)
            self._verb = token

    def _of_pending(self, pending: Pending, token: re.Match[str], *, named: bool) -> Count:
        """Count those whose number stands before what happened to them."""
        between = self._clause[pending.end - self._offset : token.start()]
        also = None
        if not pending.joined and _JOINS.search(between):
            # many are more often told by two names: 21名学生和保安
            also = AND_PERSON.search(between)
            if also is not None and pending.value > _FEW and not _OF_THEM.search(also[0]):
                also = None
        if also is not None:
            # 一对夫妇和他们的女儿
            pending = replace(pending, value=pending.value + persons_in(also[0]))
        # 两名伤者…不治: those named may die yet
        self.pending = pending if named and token["injury"] else None
        self._used = True
        kind = _degree(token[0]) or self._stage()
        return self._count(pending, token, self._offset + token.end(), kind, named=named)

    def _goes_with(self, token: re.Match[str], before: str, after: str) -> bool:
        """Tell whether a word of harm is said of those numbered in the clause before."""
        if self._used or _NUMBER_NEXT.match(after) or self._does(token, after):
            return False
        return _ADVERBS.fullmatch(before) is not None

    def _of_unnumbered(self, token: re.Match[str], before: str, after: str) -> Iterator[Count]:
        persons = unnumbered(before, after)
        if persons:
            end = self._offset + token.end()
            found = Pending(persons, self._offset + token.start(), end)
            yield self._count(found, token, end, _degree(token[0]), named=True)

    def _attack(self, found: Pending, verb: re.Match[str]) -> bool:
        """Tell whether those counted are the attackers (击毙5名枪手)."""
        after = found.end - self._offset
        if after <= verb.start():
            return _ATTACKER.search(self._clause, max(after, 0), verb.start()) is not None
        return _ATTACKER.search(self._clause, verb.end(), after + 8) is not None

    def _does(self, token: re.Match[str], after: str) -> bool:
        """Tell whether those named before a word of harm do it, to others named after it."""
        if not _DOES_HARM.fullmatch(token[0]) or _SUFFERED.search(self._clause[: token.start()]):
            return False
        return _VICTIMS.match(after) is not None or is_done_to(after)

    def _count(
        self, found: Pending, verb: re.Match[str], end: int, kind: str, *, named: bool = False
    ) -> Count:
        harm = Harm.DEATHS if verb["death"] else Harm.INJURED
        start = found.start
        if not found.joined and self._attack(found, verb):
            kind = ATTACKERS
        loosely = named and (harm is Harm.INJURED or start == self._offset + verb.start())
        return Count(harm, found.value, start, end, self._sentence, self._part, kind, named=loosely)


def _joined_before(before: str) -> int:
    """Count who is named before a number and joined to it (司机和7名学生)."""
    also = AND_ONE.search(before) if _JOINS.search(before) else None
    return 0 if also is None else persons_in(also[0])


def _pair(token: re.Match[str], offset: int, sentence: int, kind: str) -> Iterator[Count]:
    """Yield both counts of 5死2伤."""
    for harm, name in ((Harm.DEATHS, "pd"), (Harm.INJURED, "pi")):
        value = value_of(token[name])
        if value is not None:
            yield Count(
                harm, value, offset + token.start(name), offset + token.end(), sentence, kind=kind
            )


def _degree(word: str) -> str:
    return word if word in DEGREES else ""
