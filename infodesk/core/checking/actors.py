"""Who leads on the spot and who acts: the nouns in a row that a clause of response begins with."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

import rjieba

from infodesk.core.checking.lexicon import Lexicon
from infodesk.core.checking.moments import moments
from infodesk.core.checking.sentences import clause_spans

LONGEST_NAME = 60
"""Characters a name may have, offices before it and titles included."""

_NOMINAL = frozenset(
    {
        *("n", "ns", "nr", "nz", "nt", "nrt", "nrfg", "ng", "vn", "an", "eng", "l", "i", "zg", "g"),
        *("s", "f", "b", "j", "m", "q", "mq", "r", "a", "h", "k"),
    }
)
"""Tags of rjieba that stand inside a name or a title."""
_JOINING = re.compile(r"[、·—“”《》（）()和与及暨的等]+")
_DATELINE = (
    r"[^，。；\n]{0,30}?(?:[0-9][ 　]?|[日网社][^，。；\n]{0,8})(?:电|讯|信息|消息)"
    r"(?:[:： 　]*[（(][^）)\n]{0,20}[)）]|[:： 　]+|(?=[0-9０-９]))"
)
_LED_IN = re.compile(
    rf"(?:{_DATELINE}|接到?(?:报|警|报告|报警|指令)[^，]{{0,4}}?后"
    r"|(?:事故|事件|灾情|火灾|地震|案件|险情|案)?发生后|获悉后?|截至[^，]{1,6}"
    r"|随后|随即|同时|与此同时|目前|现在|立即|迅速|很快|当晚|当日|当天|当即|此外|另外|据悉|幸亏|幸好|由|并且?|而|经过?"
    r"|其中|[\s　、])+"
)
_PASSIVE = re.compile(r"(?:已经?|均|分别|先后|陆续|全部|正|也|都|还)*[被遭受获](?!悉)")
_DISTRICT = re.compile(r"[一-鿿]{2,5}?(?:[省市县州盟旗区镇乡]|街道)")
_ACTS = re.compile(
    r"(?:联系|全面|转移|安置|命令|指派|责令|下令|要求|通知|协调|立刻|出动|启动|动用|调集|等[县市镇乡区]|用|以|对|向|为|从|在|把|将|被|于)"
)
"""Words of a deed that are read as nouns: a clause that begins with one names nobody."""
_DEED = re.compile(
    r"被|第一时间|高度重视|全力|全面|公开审理|轮流|随后|随即|事后|事发|组织|调派|调集|抽调|启动|出动|钻进|封锁|停职|赶赴|发表|发出|破门|上门|进村|联合行动|封存|切断|(?<!军)用|经|近?[0-9０-９一二两三四五]+个?(?:多?小时|次|[日时天])"
    r"|立即|立刻|迅速|连夜|亲自|分别|先后|率领?队?|带领|带队|坐镇|紧急"
)
"""Words of a deed and of its manner that are read as nouns: a name ends before them."""
_TAKES_ALONG = re.compile(r"带领|率领|率(?!先)|带队")
_TAIL = re.compile(r"[、和与及的\s　]+$")
_OF = 4
"""Words between a verb and the 的 that makes it tell of the name (青海省派出的工作队)."""

_Word = tuple[int, int, str]
"""Where a word begins and ends, and its tag."""


def commanders(sentence: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the leaders of whom a sentence tells that they lead on the spot.

    Those who are listed before the one who leads lead too.
    """
    if lexicon.commanding.search(sentence) is None:
        return
    named: list[tuple[int, int]] = []
    words: list[_Word] = []
    for start, end in clause_spans(sentence, 0, len(sentence)):
        command = lexicon.commanding.search(sentence, start, end)
        if command is None and not (named or lexicon.leaders.search(sentence, start, end)):
            named = []
            continue
        words = words or _words(sentence)
        stop = command.start() if command is not None else end
        taking = _TAKES_ALONG.search(sentence, start, stop)
        name = _last_name(sentence, words, start, taking.start() if taking is not None else stop)
        if name is None or not (named or lexicon.leaders.search(sentence, *name)):
            named = []
        elif command is not None:
            yield from (each for each in (*named, name) if lexicon.leaders.search(sentence, *each))
            named = []
        elif name[1] == end:
            named.append(name)
        else:
            named = []


def actors(sentence: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield who acts in a sentence of measures: by clause, the name it begins with."""
    words: list[_Word] = []
    for start, end in clause_spans(sentence, 0, len(sentence)):
        known = _known(sentence, start, min(end, start + LONGEST_NAME), lexicon)
        if not known:
            continue
        words = words or _words(sentence)
        name = _first_name(sentence, words, start, end, known)
        if name is None or _PASSIVE.match(sentence, name[1]):
            continue
        if any(name[0] <= there and after <= name[1] for there, after in known):
            yield name


def _known(sentence: str, start: int, end: int, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return where a stretch names those who respond."""
    return [
        match.span()
        for cues in (lexicon.doers, lexicon.responders)
        for match in cues.finditer(sentence, start, end)
    ]


def _words(sentence: str) -> list[_Word]:
    words: list[_Word] = []
    start = 0
    for text, tag in rjieba.tag(sentence):
        end = start + len(text)
        words.append((start, end, tag))
        start = end
    return words


def _inside(words: list[_Word], start: int, end: int) -> list[_Word]:
    """Return the words that lie wholly in a stretch."""
    inside = words[bisect_left(words, (start,)) : bisect_left(words, (end,))]
    return inside[:-1] if inside and inside[-1][1] > end else inside


def _first_name(
    sentence: str, words: list[_Word], start: int, end: int, known: list[tuple[int, int]]
) -> tuple[int, int] | None:
    """Return the name a clause begins with, None where it begins with something else."""
    for moment in moments(sentence, start, end):
        if moment.start > start + 2:
            break
        if moment.end <= known[0][0]:
            start = moment.end
    led_in = _LED_IN.match(sentence, start, end)
    if led_in is not None:
        start = led_in.end()
    if _ACTS.match(sentence, start, end):
        return None
    inside = _inside(words, start, end)
    district = _DISTRICT.match(sentence, start, end)
    stop = district.end() if district is not None and district.end() <= known[-1][0] else start
    for place, word in enumerate(inside):
        begin, after, _ = word
        belongs = (
            after <= stop
            or _is_nominal(sentence, word)
            or any(there <= begin and after <= until for there, until in known)
            or _tells_of_name(sentence, inside, place)
        )
        if not belongs:
            break
        stop = after
    return _trimmed(sentence, start, stop, known[0][1])


def _last_name(sentence: str, words: list[_Word], start: int, end: int) -> tuple[int, int] | None:
    """Return the name a stretch ends with, adverbs and times behind it left out."""
    inside = _inside(words, start, end)
    while inside and not _is_nominal(sentence, inside[-1]):
        inside.pop()
    stop = inside[-1][1] if inside else start
    begin = stop
    for word in reversed(inside):
        if not _is_nominal(sentence, word):
            break
        begin = word[0]
    for moment in moments(sentence, begin, stop):
        begin = moment.end if moment.start == begin else begin
    for lead in (_LED_IN, _ACTS):
        found = lead.match(sentence, begin, stop)
        begin = found.end() if found is not None else begin
    return _trimmed(sentence, begin, stop, begin + 2)


def _is_nominal(sentence: str, word: _Word) -> bool:
    start, end, tag = word
    return tag in _NOMINAL or _JOINING.fullmatch(sentence, start, end) is not None


def _tells_of_name(sentence: str, words: list[_Word], place: int) -> bool:
    """Say whether a verb tells of the name behind it: 的 follows, and a noun after that."""
    if not words[place][2].startswith("v"):
        return False
    for number in range(place + 1, min(place + 1 + _OF, len(words) - 1)):
        start, end, _ = words[number]
        if sentence[start:end] == "的":
            return _is_nominal(sentence, words[number + 1])
    return False


def _trimmed(sentence: str, start: int, end: int, within: int) -> tuple[int, int] | None:
    deed = _DEED.search(sentence, max(start + 1, within), end)
    if deed is not None:
        end = deed.start()
    tail = _TAIL.search(sentence, start, end)
    if tail is not None and tail.end() == end:
        end = tail.start()
    while start < end and sentence[start] in "、的和与及 　":
        start += 1
    return (start, end) if 1 < end - start <= LONGEST_NAME else None
