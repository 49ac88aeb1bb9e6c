"""How many died and how many were hurt: every count a text gives, and the one that stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from infodesk.core.checking.leading import guarded
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
    r"死亡|遇难|身亡|丧生|罹难|殉职|牺牲|溺亡|遇害|丧命|殒命|毙命|不治|去世|离世|死(?=于)|失去生命|亡故|的(?:生命|性命)|遗体|尸体"
    r"|(?:已|均)?无生命体征|失去(?:了)?(?:生命体征|呼吸|心跳)|坠亡|烧死|淹死|炸死|砸死|压死|撞死|毒死|打死|击毙|砍死|冻死|勒死|闷死|窒息身亡|夭折|停止了?呼吸|没(?:有)?了(?:呼吸|心跳|生命体征)"
    r"|没能救[回过]来|没有?抢救过来|没能抢救过来|再也没有?(?:站起来|醒|睁开)|没有?再(?:醒|睁开)|没能活下来|(?<!生)死(?!里逃)"
)
_INJURY = (
    r"受伤(?:住院|入院|送医)|(?:受|轻微|轻|重|负|烧|灼|砸|摔|坠|擦|撞|刺|砍|炸|烫|刀|致|挤|踩|划|压|震|击|打|咬|冻)伤"
    r"|骨折|挂彩|(?<![死重轻人])伤(?=[，。；、！\s者员及0-9０-９一二两三四五六七八九十]|$)"
)
_OTHER = (
    r"失踪|失联|被困|被埋|中毒|感染|出院|离院|获救|脱险|脱困|逃生(?!过程|时|途中|中)|幸存|救出|疏散|转移|撤离|安置|受灾|患病|发病|确诊|住院|留院|"
    r"入院|观察|抓获|逮捕|被捕|落网"
)
_TOKEN = re.compile(
    guarded(
        rf"(?P<pair>(?P<pd>{NUMERAL})[人]?死[亡]?、?(?P<pi>{NUMERAL})[人]?(?:受)?伤)"
        rf"|(?P<number>(?<![数几第])(?<!第[十百]){NUMERAL})(?P<rough>[余多几来])?(?P<unit>[名位个具条例]|人(?!民|次|份|员|家|行|口|均|工)"
        rf"|(?=死|亡|伤))"
        rf"|(?P<no>无死|无伤)|(?P<death>{_DEATH})|(?P<injury>{_INJURY})|(?P<other>{_OTHER})"
    )
)
_HARM = re.compile(guarded(rf"{_DEATH}|{_INJURY}|伤"))
"""A word without which no sentence counts anybody."""
_TOLL = re.compile(
    r"(?:(?P<dead>死亡|遇难|罹难|丧生)|受伤|负伤)[者的]?(?:总)?(?:人数|数字)(?:[^。；！？]{0,20}?[由从][^，。；]{1,14}?"
    r"|[^。；！？0-9]{0,14}，[^，。；0-9]{0,4})"
    rf"(?:仍?为|达到?|(?:增加?|上?升|攀升)[到至为])了?(?P<toll>{NUMERAL})[人名]"
)
"""A toll that changes (死亡人数由12人增至31人) or is told in the next clause."""
_IN_VAIN = re.compile(
    rf"(?P<who>{NUMERAL})[名位](?:(?!{NUMERAL}[名位人])[^。；！？])"
    r"{2,80}?(?:抢救|救治|医治)无效[^，。；]{0,8}(?:死亡|身亡|去世|离世)"
)
"""Who died after all that a sentence tells of them."""
_STOP = re.compile(r"[，,。；;：:！？!?\r\n]")
_PERSONS = ("者", "员")
_VERB_FIRST = re.compile(
    r"(?:的?人数|者|员|人员|学生|师生|群众|村民|居民|乘客|游客|旅客|工人|民众|矿工|路人|平民|士兵|官兵|警察|儿童"
    r"|妇女|老人|民工|职工|员工|船员|病人|患者|囚犯|武装分子|农民|牧民|顾客|住户|了?[^，。；0-9]{1,4}的)?(?:已经|已|了|及|于[^，。；0-9]{1,6}|共|为|达到|达|约|至少|超过|近|升至|上升至|上升到|上升为|升为|仍然?|增至|增加到"
    r"|增加至|有|的有|的|：)*|[^，。；]{0,30}等"
)
_ADVERBS = re.compile(
    r"(?:均|都|全部|同时|一起|一并|相继|陆续|当场|随后|后|经|抢救|救治|不幸|最终|因|送医|送往|送到|时|伤重|重伤|溺水|也|先后|不治|无效|途中|在|医院|现场"
    r"|已|被|证实|确认|后来|其后|受|遭|全身|多处|大面积|严重|不同程度|头部|腿部|腰部|面部|手臂)*"
)
_PERSON = re.compile(
    r"(?:女主人|男主人|拖拉机手|驾驶人|骑手|民工|保安|乘务员|司机|驾驶员|骑车人|男子|女子|男孩|女孩|男童|女童|孩子|老人|老汉|老太|妇女|女士|先生"
    r"|父亲|母亲|儿子|女儿|丈夫|妻子|婴儿|幼儿|少年|青年|店主|房主|户主|业主|死者|总统|副驾驶|乘车人|夫妇"
    r"|夫妻|母女|母子|父子|父女|兄弟|姐妹|姐弟|兄妹|哥哥|弟弟|姐姐|妹妹|爷爷|奶奶|老伴|岳母|收银员|值班员|值班工程师|司炉工|主编|法官|议员"
    r"|校长|护士|店员|经理|老板|警卫|门卫|保镖)"
)
_AND_ONE = re.compile(rf"{_PERSON.pattern}(?:和|与|及|以及|跟)(?:另外|其他|另)?$")
_COUPLE = re.compile(r"两车(?=司机|驾驶)|夫妇|夫妻|母女|母子|父子|父女|兄弟|姐妹|姐弟|兄妹")
_SUBJECT = re.compile(
    rf"(?:[^，。；]{{0,6}}{_PERSON.pattern}(?:和|与|及|跟|、)?){{1,4}}[^，。；名位个人]{{0,8}}$"
)
_OBJECT = re.compile(rf"了?[^，。；多几些数]{{0,14}}?{_PERSON.pattern}")
_COUNTED = ("人数", "总数", "数字", "名单")
"""What follows a word of harm that only names a number told elsewhere (死亡人数)."""
_DOES_HARM = re.compile(r"(?:打|炸|砍|刺|捅|撞|砸|压|轧|烧|毒|射|枪|扎)(?:死|杀|伤)|击毙|杀死|杀害")
_SUFFERED = re.compile(r"[被遭受让]")
_OF_A_KIND = re.compile(r"(?:以上|以下)的?[^，。；]{0,8}(?:事故|火灾|事件|案件|灾害|灾难)")
"""What makes of a number one that classes events (死亡3人以上的事故)."""
_MORE = re.compile(r"[和与及跟、][^，。；]{0,6}")
_SUDDENLY = re.compile(
    rf"{_PERSON.pattern}[^，。；]{{0,18}}，(?:后?(?:经|因)?(?:抢救|医治|送医)?无效|不幸|当场|终因|最终)"
    r"[^，。；]{0,8}(?:身亡|死亡|遇难|去世|丧生)"
)
"""One person whose end is told in the next clause (老太太被甩出窗外，不幸身亡)."""
_NUMBER_NEXT = re.compile(rf"(?:了|约|近|至少)?{NUMERAL}")
_NOT_ONE = ("没有", "无", "未有")
_MANY = re.compile(
    r"多名|多位|数名|几名|部分|一些|众多|大量|许多|不少|[0-9]+(?:余|多)?(?:名|位|人)|分别"
)
_WHOEVER = (
    r"(?:任何|一个|一名|人员|人|师生|群众|乘客|旅客|居民|游客|村民|学生|员工|工人"
    r"|和|、|因此|造成|发生|有|出现){0,5}"
)
_NONE_HURT = re.compile(
    guarded(
        r"(?:(?<!有)均?无|没有|未造成|未发生|没有造成|没有发生|尚无|暂无|并无|未有|尚未有|未出现|尚未(?:收到|接到|发现|造成)|没有(?:收到|接到|发现)|"
        r"未(?:接到|收到|发现)|暂未(?:接到|收到|发现|造成))(?:[^，。；,;\n]{0,16}的|[^，。；,;\n]{0,8}[和及或、]|关于[^，。；\n]{0,12}?|任何|因灾|相关)?(?:造成|发生|有)?(?:人员)?(?:的)?伤亡"
        rf"|(?:(?<!有)无|没有|未有|未造成){_WHOEVER}(?:伤亡|死伤)|无一(?:人)?(?:伤亡|死伤)"
    )
)
_NOBODY_DEAD = re.compile(
    rf"(?:无|没有|未有|未造成|暂无|尚无){_WHOEVER}(?:死亡|遇难|丧命|丧生|身亡)(?!者|人数)"
    r"|无一(?:人)?(?:死亡|遇难)|(?:全部|全都|平安)(?:生还|上岸|脱险|获救)"
)
_NOBODY_HURT = re.compile(
    rf"(?:无|没有(?!受伤|负伤)|未有|未造成|暂无|尚无){_WHOEVER}(?:受伤|负伤)(?!者|人数)|无一(?:人)?受伤"
    r"|(?:没有|没|未)(?:[砸撞烧压轧打炸]|伤)[到着及中]?人"
)
_NO_SURVIVOR = re.compile(r"无人生还|无一(?:人)?(?:生还|幸存)|无人幸存")
_OTHER_TIMES = re.compile(
    guarded(
        r"历史|长期|多年|近年|(?<![比较与])去年|前年|[0-9多近]年以来|曾经|那次|上次|上一次|曾[^，。]{0,6}发生|曾炸死|每年|自[0-9０-９]{4}年|此前.{0,6}年|过去[^，。]{0,4}年"
        r"|[0-9０-９]{4}年(?!.{0,40}(?:日|今天|今年))|历年|前[一两二三几]次|年内第"
    )
)
_SUMMED = re.compile(r"以来|据统计|同比|去年同期|上个?月")
"""A sentence of other times, or of a stretch of time: read where no other sentence counts."""
_OWN_DAY = re.compile(
    guarded(
        r"[0-9０-９一二三四五六七八九十]{1,3}月[0-9０-９一二三四五六七八九十]{1,3}日|(?<![0-9０-９月])[0-9０-９]{1,2}日"
    )
)
_SICK = re.compile(r"中毒|腹泻|呕吐|腹痛|感染|发病|病例|症状|疫情|不适|疾病|产妇")
_IN_HOSPITAL = re.compile(
    guarded(
        rf"(?<![数几多])(?P<many>{NUMERAL})[名位人](?:(?!{NUMERAL}[名位人])[^，。；：！？]){{0,12}}?"
        r"(?:送(?:往|到|至|进|入)|住进|在)[^，。；：！？]{0,14}?(?:院|监护室)[^，。；：！？]{0,4}"
        r"(?:抢救|救治|治疗|观察|就医)(?![^。]{0,16}(?:无效|死亡|身亡|不治))"
    )
)
"""Who is in hospital after an accident was hurt, where no sentence counts the injured."""
_PARTS = re.compile(r"其中|当中有|包括")
_DEGREES = ("轻伤", "重伤", "轻微伤")
_STAGE = re.compile(
    r"当场|途中|抢救无效|救治无效|医治无效|不治|送医|在医院|医院|另|又|还有|现场|先后"
)
LONGEST_BETWEEN = 40
"""Characters that may stand between a number and what happened (名联合国难民事务高级专员…)."""


def counts(sentences: Iterable[str]) -> list[Count]:
    """Return every count of dead and injured, sentence by sentence; offsets within the sentence."""
    told: list[tuple[int, str]] = []
    summed: list[tuple[int, str]] = []
    for number, text in enumerate(sentences):
        if not _past(text):
            (summed if _SUMMED.search(text) else told).append((number, text))
    found = _counts(told)
    kinds = {count.harm for count in found}
    if len(kinds) < len(Harm):
        # 3月以来累计死亡3例: a sum over time is the text's own count where there is no other
        found.extend(count for count in _counts(summed) if count.harm not in kinds)
    return found


def _past(text: str) -> bool:
    return (
        _OTHER_TIMES.search(text) is not None
        and "截至" not in text
        and _OWN_DAY.search(text) is None
    )


def _counts(texts: Iterable[tuple[int, str]]) -> list[Count]:
    found: list[Count] = []
    seen: list[str] = []
    lost = False
    for number, sentence in texts:
        if _HARM.search(sentence):
            found.extend(_in_sentence(sentence, number))
        if not lost and _NO_SURVIVOR.search(sentence):
            # once: nobody left of those who were aboard, as an earlier sentence counts them
            lost = True
            aboard = max(map(_most_persons, seen), default=0)
            if aboard and not any(count.harm is Harm.DEATHS for count in found):
                found.append(Count(Harm.DEATHS, aboard, 0, len(sentence), number))
        seen.append(sentence)
    return found


def _most_persons(sentence: str) -> int:
    """Return the greatest number of persons a sentence speaks of, 0 where it speaks of none."""
    numbers = (value_of(token["number"]) for token in _TOKEN.finditer(sentence) if token["number"])
    return max((number for number in numbers if number is not None), default=0)


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
    sentences = list(sentences)
    if harm is Harm.INJURED and not any(map(_SICK.search, sentences)):
        carried = (match for text in sentences for match in _IN_HOSPITAL.finditer(text))
        persons = [value for match in carried if (value := value_of(match["many"])) is not None]
        if persons:
            return max(persons)
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
    graded = [count.value for count in listed if count.kind in _DEGREES and not count.named]
    if not whole and len(graded) > 1:
        # 其中重伤3人、轻伤9人: the degrees are all there is
        return sum(graded), False
    return max(count.value for count in listed), all(count.named for count in listed)


def _in_sentence(sentence: str, number: int) -> Iterator[Count]:
    found = list(_by_clause(sentence, number))
    yield from found
    for match in _TOLL.finditer(sentence):
        harm = Harm.DEATHS if match["dead"] else Harm.INJURED
        yield from _told(harm, match, "toll", number)
    if any(count.harm is Harm.DEATHS for count in found):
        return
    if "无效" in sentence:
        for match in _IN_VAIN.finditer(sentence):
            yield from _told(Harm.DEATHS, match, "who", number)
    for match in _SUDDENLY.finditer(sentence):
        if not _MANY.search(match[0]):
            yield Count(Harm.DEATHS, 1, match.start(), match.end(), number, named=True)


def _told(harm: Harm, match: re.Match[str], group: str, number: int) -> Iterator[Count]:
    value = value_of(match[group])
    if value is not None:
        yield Count(harm, value, match.start(group), match.end(), number)


def _by_clause(sentence: str, number: int) -> Iterator[Count]:
    begin = 0
    part = False
    pending: _Pending | None = None
    for stop in [*_STOP.finditer(sentence), None]:
        end = stop.start() if stop else len(sentence)
        clause = sentence[begin:end]
        if _PARTS.search(clause):
            part = True
        elif "另" in clause or "还有" in clause:
            part = False
        reader = _Clause(clause, begin, number, part=part, carried=pending)
        yield from reader.counts()
        pending = reader.pending
        if stop is not None and stop[0] in "。；;！？":
            part, pending = False, None
        begin = end + 1


@dataclass(frozen=True, slots=True)
class _Pending:
    """Persons named before anything happened to them: how many, and where."""

    value: int
    start: int
    end: int
    joined: bool = False


class _Clause:
    """Reads one clause from left to right."""

    def __init__(
        self, clause: str, offset: int, sentence: int, *, part: bool, carried: _Pending | None
    ) -> None:
        self.pending: _Pending | None = None
        self._clause = clause
        self._offset = offset
        self._sentence = sentence
        self._part = part
        self._carried = carried
        self._verb: re.Match[str] | None = None
        self._counted: tuple[re.Match[str], _Pending] | None = None
        self._stage = "stage" if _STAGE.search(clause) else ""
        self._used = False

    def counts(self) -> Iterator[Count]:
        """Yield the clause's counts; what remains open is then in ``pending``."""
        for token in _TOKEN.finditer(self._clause):
            if token["pair"]:
                yield from _pair(token, self._offset, self._sentence)
                self.pending = self._verb = None
            elif token["number"]:
                yield from self._number(token)
            elif token["death"] or token["injury"]:
                yield from self._harm(token)
            elif not self._joins_sending(token):
                self.pending = self._verb = None
                self._used = True

    def _joins_sending(self, token: re.Match[str]) -> bool:
        if token["no"] is not None:
            return False
        names = self._clause[token.end() : token.end() + 2].startswith(("者", "人员"))
        return names or token["other"] in ("被困", "被埋", "送往", "送到")

    def _number(self, token: re.Match[str]) -> Iterator[Count]:
        value = value_of(token["number"])
        verb = self._verb
        between = self._clause[verb.end() : token.start()] if verb is not None else ""
        if value is None or self._clause[: token.start()].endswith(_NOT_ONE):
            return
        if _OF_A_KIND.match(self._clause, token.end()):
            self.pending = self._verb = None
            return
        if verb is None and self._counted is not None:
            # 砍伤5名幼儿和1名家长
            counted, told = self._counted
            if self._goes_on(told, token):
                verb, value, between = counted, value + told.value, ""
        if verb is not None and _VERB_FIRST.fullmatch(between):
            found = _Pending(value, self._offset + token.start(), self._offset + token.end())
            yield self._count(found, verb, found.end, _degree(verb[0]))
            self._counted = (verb, found)
            self.pending = self._verb = None
            return
        start, joined = self._offset + token.start(), False
        if self.pending is None and _AND_ONE.search(self._clause[: token.start()]):
            # 司机和7名学生: the driver counts too
            value += 1
        if self.pending is not None and self._goes_on(self.pending, token):
            value, start, joined = self.pending.value + value, self.pending.start, True
        self.pending = _Pending(value, start, self._offset + token.end(), joined)
        self._verb = None

    def _goes_on(self, told: _Pending, token: re.Match[str]) -> bool:
        """Tell whether a number is told together with those named before."""
        gap = self._clause[told.end - self._offset : token.start()]
        ends = gap.endswith(("和", "与", "及", "跟", "、")) or _MORE.fullmatch(gap) is not None
        return len(gap) <= LONGEST_BETWEEN and ends

    def _harm(self, token: re.Match[str]) -> Iterator[Count]:
        place = self._offset + token.start()
        end = self._offset + token.end()
        named = self._clause[token.end() : token.end() + 1] in _PERSONS
        after = self._clause[token.end() :]
        if after.startswith(_COUNTED):
            self._verb = token
            return
        if self.pending is not None and self._does(token, after):
            # 一名男子打死3人: who does it is not hurt
            self.pending, self._carried = None, None
        if self.pending is not None and place - self.pending.end <= LONGEST_BETWEEN:
            kind = _degree(token[0]) or self._stage
            yield self._count(self.pending, token, end, kind, named=named)
            # 两名伤者…不治: those named may die yet
            self.pending = self.pending if named and token["injury"] else None
            self._used = True
            return
        before = self._clause[: token.start()]
        told_after = _NUMBER_NEXT.match(self._clause, token.end()) is not None
        if (
            self._carried is not None
            and not self._used
            and not told_after
            and not named
            and _ADVERBS.fullmatch(before)
        ):
            yield self._count(self._carried, token, end, _degree(token[0]))
            self._used = True
            return
        if not self._used and not named:
            persons = _unnumbered(before, self._clause[token.end() :])
            if persons:
                found = _Pending(persons, place, end)
                yield self._count(found, token, end, _degree(token[0]), named=True)
        self._verb = token

    def _does(self, token: re.Match[str], after: str) -> bool:
        """Tell whether those named before a word of harm do it, to others named after it."""
        if not _DOES_HARM.fullmatch(token[0]) or _SUFFERED.search(self._clause[: token.start()]):
            return False
        return _NUMBER_NEXT.match(after) is not None or _OBJECT.match(after) is not None

    def _count(
        self, found: _Pending, verb: re.Match[str], end: int, kind: str, *, named: bool = False
    ) -> Count:
        harm = Harm.DEATHS if verb["death"] else Harm.INJURED
        start = found.start
        loosely = named and (harm is Harm.INJURED or start == self._offset + verb.start())
        return Count(harm, found.value, start, end, self._sentence, self._part, kind, named=loosely)


def _unnumbered(before: str, after: str) -> int:
    """Count persons named without a number (司机当场死亡, 母亲和女儿受伤, 撞伤一男孩)."""
    if _MANY.search(before):
        return 0
    subject = _SUBJECT.search(before)
    if subject is not None:
        couples = len(_COUPLE.findall(subject[0]))
        return len(_PERSON.findall(subject[0])) + couples
    object_ = _OBJECT.match(after)
    return 1 if object_ is not None else 0


def _pair(token: re.Match[str], offset: int, sentence: int) -> Iterator[Count]:
    """Yield both counts of 5死2伤."""
    for harm, name in ((Harm.DEATHS, "pd"), (Harm.INJURED, "pi")):
        value = value_of(token[name])
        if value is not None:
            yield Count(harm, value, offset + token.start(), offset + token.end(), sentence)


def _degree(word: str) -> str:
    return word if word in _DEGREES else ""
