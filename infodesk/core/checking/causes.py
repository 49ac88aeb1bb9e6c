"""Why it happened: the words of a text that may name the cause, or leave it open."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain

from infodesk.core.checking.cause_patterns import OPEN, STATED, Forms, found
from infodesk.core.checking.lexicon import Lexicon

_DENIED = re.compile(
    r"(?:未|没有?|不|无|非|否认|排除|是否|防止|避免|怕|严禁|严查|查处|提醒|以防)[^，。；：！？\n]{0,3}$"
)
_ADVISED = re.compile(
    r"提醒|建议|呼吁|倡议|告诫|如果|假如|一旦|严禁|禁止|杜绝|应当|各地|加强|专项|据统计|常见"
)
"""Words after which a sentence speaks of causes in general."""
_GENERAL = re.compile(
    r"容易|[较极很更]易|防止|避免|预防(?!控制)|以防|以免|谨防|整治|整改|排查|隐患|排除|是否|有望|可能会|不要|切勿"
    r"|什么|究竟|到底|不知|会(?:引起|导致|造成|引发)|否认"
)
"""Words that make of a clause's cause a possible one."""
_OTHER_TIMES = re.compile(
    r"去年|前年|历史上|上世纪|(?:19|20)[0-9]{2}年[^，。]{0,20}(?:曾|发生过)|曾发生|曾经|近年|年[^，。]{0,4}以来|同期|类似"
)
_STOCK = re.compile(
    r"(?:灾情|震情|震区|受灾|灾害|乡镇|伤亡|损失|各地)[^。；]{0,20}(?:核查|核实|了解|统计|排查)"
)
"""What is looked into is what the event did, not why it happened."""
_WHY = re.compile(r"原因|起因|成因|病因|动机|责任|调查|侦|鉴定|化验|检测|案")
_OWN_DAY = re.compile(r"今|昨|前晚|前天|日")
_CLAUSE_END = re.compile(r"[，。；：！？\n]|$")

Spans = list[tuple[int, int]]
"""Stretches of one sentence."""


def why(texts: Sequence[str], lexicon: Lexicon) -> list[tuple[Spans, Spans]]:
    """Return, by sentence, the stretches with words of a cause, and of a cause left open.

    Which of them speak of the event's cause, the reader weighs.
    """
    told: list[tuple[Spans, Spans]] = [([], []) for _ in texts]
    for number in _likely(STATED, lexicon.causes, texts):
        told[number][0].extend(_named(texts[number], lexicon))
    for number in _likely(OPEN, lexicon.causes_open, texts):
        told[number][1].extend(_left_open(texts[number], lexicon))
    return told


def _likely(forms: Forms, cues: re.Pattern[str], texts: Sequence[str]) -> list[int]:
    """Return the numbers of the sentences worth a closer look, found in one pass over all."""
    whole = "\n".join(texts)
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    spans = chain((match.span() for match in cues.finditer(whole)), found(forms, whole))
    return sorted({bisect_right(starts, start) - 1 for start, _ in spans} - {len(texts)})


def _left_open(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    if _STOCK.search(text) is not None and _WHY.search(text) is None:
        return
    yield from (match.span() for match in lexicon.causes_open.finditer(text))
    yield from found(OPEN, text)


def _named(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    earlier = _OTHER_TIMES.search(text) if _OWN_DAY.search(text) is None else None
    plain = text
    for start, end in _left_open(text, lexicon):
        plain = plain[:start] + "\u3000" * (end - start) + plain[end:]
    advised = _ADVISED.search(plain)
    named = (match.span() for match in lexicon.causes.finditer(plain))
    for start, end in chain(named, found(STATED, plain)):
        if any(said is not None and said.end() <= start for said in (advised, earlier)):
            continue
        if not _denied(plain, start) and not _GENERAL.search(_clauses(plain, start, end)):
            yield start, end


def _denied(text: str, start: int) -> bool:
    return _DENIED.search(text, max(0, start - 8), start) is not None


def _clauses(text: str, start: int, end: int) -> str:
    """Return the clauses in which a stretch stands."""
    begin = max(text.rfind(mark, 0, start) for mark in "，。；：！？\n") + 1
    stop = _CLAUSE_END.search(text, end)
    return text[begin : stop.start() if stop else len(text)]
