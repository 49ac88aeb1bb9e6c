"""Who leads, who acts, what comes next, until when the figures hold: stretches named by cues."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from infodesk.core.checking.figures import last
from infodesk.core.checking.lexicon import Lexicon
from infodesk.core.checking.moments import moments
from infodesk.core.checking.sentences import clause_spans

LONGEST_NAME = 30
"""Characters a leader's or an actor's name may have, office and title included."""

_AS_OF = re.compile(
    r"(?:截至|截止|截至到|截止到)(?:目前|发稿时?|昨晚记者发稿时?|记者发稿时?|现在)?"
)
_LED_IN = re.compile(
    r"^(?:(?:接到?(?:报|警|报告|报警|指令)[^，]{0,4}?后|(?:事故|事件|灾情|火灾|地震|案件|险情|案)?发生后|获悉后?|随后|随即|同时"
    r"|目前|立即|迅速|当晚|当日|当天|此外|另外|据悉|并|且|由|在|对|为|经|及|和|与|\s|　|、))+"
)
_ADVERB = re.compile(
    r"(?:分别|先后|第一时间|立即|立刻|迅速|连夜|亲自|随即|也|都|均|已经|已|正|率领?|带领|带队|等|在|赶|亲|坐镇|紧急|高度|对|就|作出|要求).*$"
)
_PASSIVE = re.compile(r"[被遭经受向从在对由]")
_JOINED = re.compile(r"(?:[、和与及][^，。；、出派]{0,5})?")


def kinds(sentences: list[str], lexicon: Lexicon) -> list[tuple[str, int, int, int]]:
    """Return (kind, sentence number, start, end) of each kind of event, surest first."""
    weights: Counter[str] = Counter()
    first: dict[str, tuple[int, int, int]] = {}
    for number, sentence in enumerate(sentences):
        for match in lexicon.kinds.finditer(sentence):
            name = match.lastgroup or ""
            weights[name] += 8 if number == 0 else 4 if number == 1 else 1
            first.setdefault(name, (number, match.start(), match.end()))
    return [(name, *first[name]) for name, _ in weights.most_common()]


def as_of(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches that tell until when what follows holds (截至22日8时)."""
    for match in _AS_OF.finditer(sentence):
        following = next(moments(sentence, match.end(), match.end() + 40), None)
        if following is not None and following.start <= match.end() + 1:
            yield match.start(), following.end
        elif len(match[0]) > 2:
            yield match.span()


def commanders(sentence: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the leaders of whom a sentence tells that they lead on the spot."""
    for start, end in clause_spans(sentence, 0, len(sentence)):
        command = lexicon.commanding.search(sentence, start, end)
        if command is None:
            continue
        leader = last(lexicon.leaders, sentence, start, command.start())
        if leader is not None:
            yield from _name(sentence, start, command.start(), leader.start())


def actors(sentence: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield who acts in a sentence of measures: by clause, the stretch up to the acting office."""
    for start, end in clause_spans(sentence, 0, len(sentence)):
        found = list(lexicon.doers.finditer(sentence, start, min(end, start + LONGEST_NAME)))
        if not found or _PASSIVE.search(sentence, start, found[0].start()):
            continue
        stop = found[0].end()
        for doer in found[1:]:
            # 公安、消防等部门, 消防大队: several words that name one subject
            if not _JOINED.fullmatch(sentence, stop, doer.start()):
                break
            stop = doer.end()
        yield from _name(sentence, start, stop, found[0].start())


def next_steps(sentence: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the stretches that tell what is to be done, from the cue to the sentence's end."""
    found = lexicon.next_steps.search(sentence)
    if found is not None:
        yield found.start(), len(sentence.rstrip("。！？ \n"))


def _name(sentence: str, start: int, end: int, within: int) -> Iterator[tuple[int, int]]:
    """Cut what is no name off both ends of a stretch."""
    for moment in moments(sentence, start, end):
        if moment.end <= within:
            start = moment.end
    led_in = _LED_IN.match(sentence[start:end])
    if led_in is not None and start + led_in.end() <= within:
        start += led_in.end()
    adverb = _ADVERB.search(sentence[within:end], 1)
    if adverb is not None:
        end = within + adverb.start()
    while start < end and sentence[start] in "、 　":
        start += 1
    while end > start and sentence[end - 1] in "、 　":
        end -= 1
    if 1 < end - start <= LONGEST_NAME * 2:
        yield start, end
