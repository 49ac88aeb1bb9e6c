"""The dead and injured one sentence counts: clause by clause, as tolls, or of one person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from infodesk.core.checking.clause_counts import ANOTHER, Clause, Pending
from infodesk.core.checking.harms import TOKEN, Count, Harm
from infodesk.core.checking.leading import guarded
from infodesk.core.checking.numerals import NUMERAL, value_of
from infodesk.core.checking.persons import MANY, SUDDENLY, WOUNDED

_AGED = re.compile(r"(?<=[（(][男女])[，,]")
"""A comma that parts no clauses: 王某（男，35岁）当场死亡."""
_REACHES = re.compile(r"[为至到达过]了?(?:至少|约|近)?[0-9０-９一二两三四五六七八九十百]")
"""What a sentence holds wherever it tells to what a toll has risen."""
_ENDS = re.compile(
    r"身亡|死[亡去]|遇难|去世|丧生|断了?气|咽了?气|没能|没有了?[呼心气]|救[过回活]|死"
)
"""What a sentence holds wherever it tells of the end of one person."""
_TOLL = re.compile(
    guarded(
        r"(?:(?P<dead>死亡|遇难|罹难|丧生|死难|死)|受伤|负伤|伤)(?:者的?|的|人员)?(?:总?人数|总数|数字)?"
        r"(?:(?!死|伤|失踪|遇难|家属|年龄|赔偿)[^。；！？]){0,40}?"
        r"(?:为|达到?|(?<=[者数字能已])超过|(?:增加?|上?升|攀升|修正|更新|更正)[到至为])了?(?:至少|约|近)?"
        rf"(?P<toll>{NUMERAL})[多余]?(?:[人名](?![^，。]{{0,3}}(?:伤|失踪|被))|(?=[，。]))"
    )
)
"""A toll that changes (死亡人数由12人增至31人) or is told in the next clause."""
_BARE = re.compile(
    guarded(
        r"(?:(?P<dead>死亡?|亡|遇难)|(?<!死)伤)[者员]?(?:约|近|超过|至少|达|了)?"
        rf"(?P<toll>{NUMERAL})[余多]?(?=[，。；、])"
    )
)
"""A toll without a unit (亡7，伤154; 伤者近百)."""
_IN_VAIN = re.compile(
    rf"(?P<who>{NUMERAL})[名位](?:(?!{NUMERAL}[名位人])[^。；！？])"
    r"{2,80}?(?:抢救|救治|医治)无效[^，。；]{0,8}(?:死亡|身亡|去世|离世)"
)
"""Who died after all that a sentence tells of them."""
_FEARED = re.compile(r"可能|恐怕|恐[将超逾达有]|预计|估计|担心")
_FARTHEST_FEARED = 10
"""Characters after a word of fear within which a count is only feared."""
_STOP = re.compile(r"[，,。；;：:！？!?\r\n]")
_PARTS = re.compile(r"其中|当中有|包括|[者员人里]中?有(?=[0-9一二两三四五六七八九十])")
_INCLUDED = re.compile(r"^(?:其中|当中)?(?:包括|含)")
_MOST_PASSED = 2
"""Clauses that may stand between persons and what happened to them."""


def in_sentence(sentence: str, number: int) -> list[Count]:
    """Return every count of a sentence, offsets within it; ``number`` is the sentence's own."""
    if "男，" in sentence or "女，" in sentence:
        sentence = _AGED.sub("、", sentence)
    found = list(_contrasted(_by_clause(sentence, number)))
    found.extend(_tolls(sentence, number, found))
    if not any(count.harm is Harm.DEATHS for count in found):
        if "无效" in sentence:
            for match in _IN_VAIN.finditer(sentence):
                found.extend(_told(Harm.DEATHS, match, "who", number))
        found.extend(_of_one(sentence, number, wounded=not found))
    feared = _FEARED.search(sentence)
    if feared is not None:
        found = [_if_feared(count, feared) for count in found]
    return _without_the_dead(found)


def _by_clause(sentence: str, number: int) -> Iterator[Count]:
    begin = 0
    part = False
    parts = _PARTS.search(sentence) is not None
    pending: Pending | None = None
    passed = 0
    for stop in [*_STOP.finditer(sentence), None]:
        end = stop.start() if stop else len(sentence)
        clause = sentence[begin:end]
        if parts and _PARTS.search(clause):
            part = True
        elif part and ("另" in clause or "还有" in clause):
            part = False
        tokens = list(TOKEN.finditer(clause))
        told: list[Count] = []
        found: Pending | None = None
        if tokens:
            reader = Clause(clause, begin, number, part=part, carried=pending)
            told = list(reader.counts(tokens))
            found = reader.pending
            yield from told
        if not tokens and pending is not None and passed < _MOST_PASSED:
            # 一名男童在楼下玩耍时，被三轮车碾压，不幸身亡
            passed += 1
        elif told or _INCLUDED.match(clause) is None:
            pending, passed = found, 0
        else:
            # 10名乘员，包括4名游客，全部罹难: the whole is what goes on
            part = False
        if stop is not None and stop[0] in "。；;！？":
            part, pending = False, None
        begin = end + 1


def _contrasted(counted: Iterable[Count]) -> Iterator[Count]:
    """Yield the counts; 另 tells no stage of a total where the last count was of other harm."""
    last: Harm | None = None
    for count in counted:
        contrasts = count.kind == ANOTHER and last is not count.harm
        yield replace(count, kind="") if contrasts else count
        last = count.harm


def _tolls(sentence: str, number: int, found: Iterable[Count]) -> Iterator[Count]:
    """Yield the tolls that change, and those without a unit."""
    changing = _TOLL.finditer(sentence) if _REACHES.search(sentence) else ()
    bare = _BARE.finditer(sentence) if len({count.harm for count in found}) < len(Harm) else ()
    for match in (*changing, *bare):
        yield from _told(Harm.DEATHS if match["dead"] else Harm.INJURED, match, "toll", number)


def _of_one(sentence: str, number: int, *, wounded: bool) -> Iterator[Count]:
    """Yield the one person whose end, or else whose wound, is told in the clause after."""
    ends = list(SUDDENLY.finditer(sentence)) if _ENDS.search(sentence) else []
    for match in ends or (WOUNDED.finditer(sentence) if wounded else ()):
        if not MANY.search(match[0]):
            harm = Harm.DEATHS if ends else Harm.INJURED
            yield Count(harm, 1, *match.span(), number, named=True)


def _told(harm: Harm, match: re.Match[str], group: str, number: int) -> Iterator[Count]:
    value = value_of(match[group])
    if value is not None:
        yield Count(harm, value, match.start(group), match.end(), number)


def _if_feared(count: Count, feared: re.Match[str]) -> Count:
    """Return a count as a loose one where it is only feared (死亡人数可能超过1000人)."""
    near = 0 <= count.start - feared.end() <= _FARTHEST_FEARED
    return replace(count, named=True) if near else count


def _without_the_dead(found: list[Count]) -> list[Count]:
    """Leave out the wounds of those who died of them (1名伤者不治身亡)."""
    deaths = [count for count in found if count.harm is Harm.DEATHS]
    if not deaths or len(deaths) == len(found):
        return found
    dead = {(count.start, count.value) for count in deaths}
    ended = [(count.start, count.end) for count in deaths if count.named]

    def lives(count: Count) -> bool:
        # 男子被烧成重伤，不治身亡: a wound within what tells of his end
        again = count.named and any(start < count.start < end for start, end in ended)
        return (count.start, count.value) not in dead and not again

    return [count for count in found if count.harm is Harm.DEATHS or lives(count)]
